"""The check-up of a folder: how far it is, then what was found, by kind, what that means, and where it lies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QProgressBar, QVBoxLayout, QWidget

from app.images.findings import Finding
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT
from app.widgets.common import Button, column, label, row
from app.widgets.lists import CountList, NoteList
from app.widgets.progress import ProgressTracker
from icnn_engine.core.events import Event

LEAST, SEEN = 2, 5  # kinds in sight at once; the rest is scrolled to, for the notes below want room too
FRAME = 6  # points around the rows of a list
NOTES = 64  # points of the notes, at least: one of them


class CheckUpCard(QFrame):
    """Told the progress and what was found; says which entry is clicked, and which pictures alone are to be shown."""

    chosen = Signal(str)  # name of a picture
    folder_wanted = Signal(str)  # name of an entry to be shown in its folder
    only_changed = Signal(object)  # Finding whose pictures alone are to be shown, or None

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._pace = ProgressTracker()
        self._found: dict[str, Finding] = {}
        self._state = label(wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the check-up"))
        self._left = label("", "small")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, MEDIUM)
        inside.setSpacing(SMALL)
        inside.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (label(self.tr("Check-up"), "heading"), self._state, self._bar, self._left):
            inside.addWidget(widget)
        self.lists = self._build_lists()
        inside.addWidget(self.lists, 1000)
        inside.addStretch(1)  # while there is no list, the words stay at the top
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
        self.folder = Button(self.tr("Show in folder"), "", "folder", self._show_in_folder)
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
        """The kind whose pictures alone are to be shown."""
        return self._found.get(self.kinds.current) if self.only.isChecked() else None

    @Slot(str)
    def begin(self, title: str) -> None:
        """Something begins of which nothing is known yet."""
        self._pace = ProgressTracker()
        self._state.setText(f"{title}…")
        self._bar.setRange(0, 0)
        self._left.clear()
        self._bar.show()
        self._left.show()

    @Slot(object)
    def tell(self, event: Event) -> None:
        """How far it is."""
        if (stage := self._pace.of(event)) is not None:
            self._bar.setRange(0, stage.total)
            self._bar.setValue(stage.done)
            shown = self.tr("{done:,} of {total:,}").format(done=stage.done, total=stage.total)
            self._left.setText(f"{shown} · {stage.left}" if stage.left else shown)

    def end(self) -> None:
        """Nothing is going on any more."""
        self._bar.hide()
        self._left.hide()

    def show_findings(self, found: Sequence[Finding] | None, usable: int) -> None:
        """What was found in a folder with so many usable pictures; None where no check-up is done."""
        self.only.setChecked(False)
        self._found = {finding.kind: finding for finding in found or ()}
        self.lists.setVisible(bool(found))
        if found is None:
            self._state.setText(self.tr("Every picture is opened once, to see which can be used."))
            return
        words = self.tr("{count:,} pictures can be used.").format(count=usable)
        fine = self.tr("Nothing to complain of.")
        self._state.setText(words if found else f"{words} {fine}")
        self.kinds.set_counts([(f.kind, f.title, len(f.notes)) for f in found])
        if found:
            row_height = self.kinds.sizeHintForRow(0)
            self.kinds.setMinimumHeight(min(len(found), LEAST) * row_height + FRAME)
            self.kinds.setMaximumHeight(min(len(found), SEEN) * row_height + FRAME)
            self._show_kind(found[0].kind)

    @Slot(str)
    def _show_kind(self, kind: str) -> None:
        finding = self._found[kind]
        self.meaning.setText(finding.meaning)
        self.notes.set_notes(finding.notes)
        self.folder.setEnabled(False)
        self.only.setEnabled(bool(finding.pictures))
        if not finding.pictures:
            self.only.setChecked(False)
        elif self.only.isChecked():
            self.only_changed.emit(finding)

    def _show_in_folder(self) -> None:
        if self.notes.current:
            self.folder_wanted.emit(self.notes.current)

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        if self.notes.indexAt(place).isValid():
            menu = QMenu(self)
            menu.addAction(self.tr("Show in folder"), self._show_in_folder)
            menu.exec(self.notes.viewport().mapToGlobal(place))
            menu.deleteLater()
