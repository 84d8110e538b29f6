"""The findings as rows: what is wrong in words, where, and what can be done about it."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.desktop.models.told_marks import told
from briefing_app.desktop.widgets.text_painter import Mark
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.finding import Finding, Severity
from briefing_app.workbench.mending import Offer, offers

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row answers besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as it is shown: what is wrong, with the words of a source marked in it, where, and what to do."""

    finding: Finding
    message: str
    marks: tuple[Mark, ...]
    where: str
    offers: tuple[Offer, ...]
    advice: tuple[str, ...]
    """A sentence a mend, the best first."""


class ProblemsModel(QAbstractListModel):
    """The workspace's findings, heaviest first as the checks order them; those whose place is gone drop out."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._findings: tuple[Finding, ...] = ()
        self._rows: tuple[Row, ...] = ()
        workspace.findings_found.connect(self.show_findings)
        workspace.pack_changed.connect(lambda _changed: self.show_findings(self._findings))
        workspace.session_replaced.connect(lambda: self.show_findings(()))
        self.show_findings(workspace.findings)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Take other findings; rows that stay the same are left alone."""
        pack = self._workspace.pack
        there = {None} | {placement.id for _, placement in pack.placements()}
        self._findings = tuple(finding for finding in findings if finding.placement in there)
        rows = tuple(self._row(finding) for finding in self._findings)
        if rows == self._rows:
            return
        same = next(
            (place for place, (old, new) in enumerate(zip(self._rows, rows, strict=False)) if old != new),
            min(len(rows), len(self._rows)),
        )
        if same < len(self._rows):
            self.beginRemoveRows(QModelIndex(), same, len(self._rows) - 1)
            self._rows = self._rows[:same]
            self.endRemoveRows()
        if same < len(rows):
            self.beginInsertRows(QModelIndex(), same, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def counts(self) -> dict[Severity, int]:
        """Return how many findings there are of each severity."""
        return {severity: sum(row.finding.severity is severity for row in self._rows) for severity in Severity}

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are; a row has none beneath it."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer with the row, its words, or what a reader of the screen says of it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.message
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((row.message, *row.advice))
            case Qt.ItemDataRole.AccessibleTextRole:
                severity = self._workspace.words.say(f"severity.{row.finding.severity.value}")
                return ". ".join(part.rstrip(".") for part in (severity, row.message, row.where, *row.advice) if part)
            case Role.ROW:
                return row
            case _:
                return None

    def _row(self, finding: Finding) -> Row:
        words, pack = self._workspace.words, self._workspace.pack
        section = next((section for section in pack.sections if section.id == finding.section), None)
        where = section.title.of(self._workspace.audience) if section else words.say("window.problems.whole")
        advice = tuple(words.say(f"mend.{mend}") for mend in finding.mends)
        message, marks = told(finding, words)
        return Row(finding, message, marks, where, offers(pack, finding), advice)
