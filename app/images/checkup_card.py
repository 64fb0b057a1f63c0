"""The check-up of a folder: its progress, then its findings by kind, with their meaning and the files concerned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QProgressBar, QWidget

from app.images.findings import Finding
from app.style.stylesheet import LARGE, MEDIUM, TIGHT
from app.widgets.common import Button, column, label, row
from app.widgets.lists import CountList, NoteList
from app.widgets.progress import ProgressTracker
from icnn_engine.core.events import Event

LEAST, MOST = 2, 5  # kinds in sight at once; the rest is scrolled to, for the notes below want room too
FRAME = 6  # points around the rows of a list
NOTES = 64  # points of the notes, at least: one of them


class CheckUpCard(QFrame):
    """Shows the progress and the findings of a check-up."""

    chosen = Signal(str)  # name of a picture
    folder_wanted = Signal(str)  # name of a file to show in its folder
    only_changed = Signal(object)  # Finding whose pictures alone are shown, or None

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._progress = ProgressTracker()
        self._findings: dict[str, Finding] = {}
        self._state = label(wrap=True)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the check-up"))
        self._left = label("", "small")
        self.lists = self._build_lists()
        inside = column(label(self.tr("Check-up"), "heading"), self._state, self._bar, self._left, self.lists, 1)
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, MEDIUM)
        inside.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside.setStretchFactor(self.lists, 1000)  # without lists, the stretch below keeps the words at the top
        self.setLayout(inside)
        self.end()
        self.show_findings(None, 0)

    def _build_lists(self) -> QWidget:
        self.kinds = CountList(self.tr("Kinds of problems"))
        self.kinds.chosen.connect(self._show_kind)
        self.meaning = label("", "muted", wrap=True)
        self.notes = NoteList(self.tr("What it concerns"))
        self.notes.setMinimumHeight(NOTES)
        self.notes.chosen.connect(self.chosen)
        self.notes.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.notes.customContextMenuRequested.connect(self._open_menu)
        self.only = Button(self.tr("Show only these"))
        self.only.setCheckable(True)
        self.only.setToolTip(self.tr("Show in the grid only the pictures that this is about"))
        self.only.toggled.connect(lambda _on: self.only_changed.emit(self.only_shown))
        self.folder = Button(self.tr("Show in folder"), "", "folder", self._ask_for_folder)
        self.folder.setToolTip(self.tr("Open the folder where the chosen one lies"))
        self.notes.chosen.connect(lambda _name: self.folder.setEnabled(True))
        whole = QWidget()
        inside = column(self.kinds, self.meaning, self.notes)
        inside.setStretch(2, 1)
        inside.addLayout(row(self.only, self.folder, 1, spacing=TIGHT))
        whole.setLayout(inside)
        return whole

    @property
    def only_shown(self) -> Finding | None:
        """The finding whose pictures alone are shown; None for all pictures."""
        return self._findings.get(self.kinds.current) if self.only.isChecked() else None

    @Slot(str)
    def begin(self, title: str) -> None:
        """Show the title of a job that begins."""
        self._progress = ProgressTracker()
        self._state.setText(f"{title}…")
        self._bar.setRange(0, 0)
        self._left.clear()
        self._bar.show()
        self._left.show()

    @Slot(object)
    def follow(self, event: Event) -> None:
        """Show the progress of the job."""
        if (stage := self._progress.of(event)) is not None:
            self._bar.setRange(0, stage.total)
            self._bar.setValue(stage.done)
            shown = self.tr("{done:,} of {total:,}").format(done=stage.done, total=stage.total)
            self._left.setText(f"{shown} · {stage.left}" if stage.left else shown)

    def end(self) -> None:
        """Hide the progress."""
        self._bar.hide()
        self._left.hide()

    def show_findings(self, findings: Sequence[Finding] | None, usable: int) -> None:
        """Show the findings in a folder with `usable` pictures; None if it is not checked yet."""
        self.only.setChecked(False)
        self._findings = {finding.kind: finding for finding in findings or ()}
        self.lists.setVisible(bool(findings))
        if findings is None:
            self._state.setText(self.tr("Every picture is opened once, to see which can be used."))
            return
        words = self.tr("{count:,} pictures can be used.").format(count=usable)
        fine = self.tr("No problem was found.")
        self._state.setText(words if findings else f"{words} {fine}")
        self.kinds.set_counts([(f.kind, f.title, len(f.notes)) for f in findings])
        if findings:
            row_height = self.kinds.sizeHintForRow(0)
            self.kinds.setMinimumHeight(min(len(findings), LEAST) * row_height + FRAME)
            self.kinds.setMaximumHeight(min(len(findings), MOST) * row_height + FRAME)
            self._show_kind(findings[0].kind)

    @Slot(str)
    def _show_kind(self, kind: str) -> None:
        finding = self._findings[kind]
        self.meaning.setText(finding.meaning)
        self.notes.set_notes(finding.notes)
        self.folder.setEnabled(False)
        self.only.setEnabled(bool(finding.pictures))
        if not finding.pictures:
            self.only.setChecked(False)
        elif self.only.isChecked():
            self.only_changed.emit(finding)

    def _ask_for_folder(self) -> None:
        if self.notes.current:
            self.folder_wanted.emit(self.notes.current)

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        if self.notes.indexAt(point).isValid():
            menu = QMenu(self)
            menu.addAction(self.tr("Show in folder"), self._ask_for_folder)
            menu.exec(self.notes.viewport().mapToGlobal(point))
            menu.deleteLater()
