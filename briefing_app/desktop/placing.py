"""Placing excerpts of the library from any room: in the current section, after the placement that is selected there."""

from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.pack import Pack
from briefing_app.workbench.editing import Edited
from briefing_app.workbench.placing import index_after, placed_excerpts


def place(workspace: Workspace, excerpts: tuple[str, ...]) -> bool:
    """Place excerpts as one step; what was placed last is selected, so that the next comes after it. Tell whether it was done."""
    library, section = workspace.session.library, workspace.section
    made: list[str] = []

    def edit(pack: Pack) -> Edited:
        edited = placed_excerpts(library, pack, excerpts, section, index_after(pack, section, workspace.placement))
        before = {each.id for _, each in pack.placements()}
        made.extend(each.id for _, each in edited.pack.placements() if each.id not in before)
        return edited

    done = workspace.do(edit)
    if done and made:
        workspace.select_placement(made[-1])
    return done
