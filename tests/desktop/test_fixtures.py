"""The window's fixtures hold what they say."""

from briefing_app.domain.briefing import Copy


def test_the_workspace_shows_the_hosts_hand_over_copy_of_the_sample_pack(workspace, library):
    assert (workspace.audience, workspace.copy) == ("mexico", Copy.HAND_OVER)
    assert len(workspace.pack.audiences) == 7
    assert len(library.documents()) == 2
    assert sum(len(library.excerpts(document.id)) for document in library.documents()) > 20
