"""The check-up of a folder: its progress, then its findings by kind, with their meaning and the files concerned."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QWidget

from app.images.findings import Finding
from app.images.folder_words import TableLine
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT
from app.widgets.common import Button, ToolButton, column, label, progress_bar, row, toggle
from app.widgets.guide_link import explained
from app.widgets.layouts.containers import replace_widgets, scroll_area, widget_of
from app.widgets.lists import CountList, NoteList
from app.widgets.menus import menu_of
from app.widgets.wording.progress import ProgressTracker
from icnn_engine.core.events import Event
from icnn_engine.data import LEFT_OUT

FRAME = 14  # points around the rows of a list
NOTES = 96  # points of the notes, at least: two of them


class CheckUpCard(QFrame):
    """Shows the progress and the findings of a check-up."""

    chosen = Signal(str)  # name of a picture
    folder_wanted = Signal(str)  # name of a file to show in its folder
    only_changed = Signal(object)  # Finding whose pictures alone are shown, or None
    leave_out_wanted = Signal(object)  # reasons by name of the picture
    take_in_wanted = Signal(object)  # names of pictures
    boxes_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._progress = ProgressTracker()
        self._findings: dict[str, Finding] = {}
        self.state = label(wrap=True)
        self._bar = progress_bar(self.tr("Progress of the check-up"))
        self._left = label("", "small")
        self._lines = column(spacing=TIGHT)
        self._line_labels: list[QLabel] = []
        self.lists = self._build_lists()
        hint = self.tr("Draw boxes around the object in the pictures on show, to train on what is in them (Ctrl+B)")
        self.boxes = Button(self.tr("Draw boxes…"), "", "box", self.boxes_wanted.emit, hint)
        below = row(self.boxes, 1)
        inside = column(self.state, self._bar, self._left, (self.lists, 1000), self._lines, below, 1)
        inside.setContentsMargins(0, 0, SMALL, 0)
        scroll = scroll_area(widget_of(inside))  # a low window shows less than all
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kinds.chosen.connect(lambda _kind: scroll.ensureWidgetVisible(self.leave))
        heading = explained(label(self.tr("Check-up"), "heading"), "pictures")
        column(heading, (scroll, 1), margins=(LARGE, MEDIUM, SMALL, MEDIUM), parent=self)
        self.end()
        self.show_findings(None, "", ())

    def _build_lists(self) -> QWidget:
        self.kinds = CountList(self.tr("Kinds of problems"))
        self.kinds.chosen.connect(self._show_kind)
        self.meaning = label("", "muted", wrap=True)
        self.notes = NoteList(self.tr("What it concerns"))
        self.notes.setMinimumHeight(NOTES)
        self.notes.chosen.connect(self.chosen)
        self.notes.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.notes.customContextMenuRequested.connect(self._open_menu)
        hint = self.tr("Show in the grid only the pictures that this is about")
        self.only = toggle(self.tr("Show these pictures"), hint)
        self.only.toggled.connect(lambda _on: self.only_changed.emit(self.only_shown))
        self.leave = Button(self.tr("Leave out"), "", "leave-out", self._act)
        self.folder = ToolButton("folder", self.tr("Show the chosen one in its folder"), clicked=self._ask_for_folder)
        self.notes.chosen.connect(lambda _name: self.folder.setEnabled(True))
        above = row(self.only, self.folder, 1, spacing=TIGHT)
        return widget_of(column(self.kinds, self.meaning, (self.notes, 1), above, row(self.leave, 1)))

    @property
    def only_shown(self) -> Finding | None:
        """The finding whose pictures alone are shown; None for all pictures."""
        return self._findings.get(self.kinds.current) if self.only.isChecked() else None

    @Slot(str)
    def begin(self, title: str) -> None:
        """Show the title of a job that begins."""
        self._progress = ProgressTracker()
        self.state.setText(f"{title}…")
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

    def show_findings(self, findings: Sequence[Finding] | None, words: str, lines: Sequence[TableLine]) -> None:
        """Show what the check-up has found, in words and by kind, and the lines about tables; None: it is not done."""
        kind, top = self.kinds.current, self.notes.verticalScrollBar().value()
        if kind not in {finding.kind for finding in findings or ()}:
            self.only.setChecked(False)
        self._findings = {finding.kind: finding for finding in findings or ()}
        self.lists.setVisible(bool(findings))
        self.state.setText(
            words if findings is not None else self.tr("Each picture is opened to see if it can be used.")
        )
        old = self._line_labels
        self._line_labels = [label(line.text, "" if line.found else "small", wrap=True) for line in lines]
        replace_widgets(self._lines, old, self._line_labels)
        self.kinds.set_counts([(f.kind, f.title, len(f.notes)) for f in findings or ()], kind)
        if findings:
            height = self.kinds.sizeHintForRow(0)
            self.kinds.setFixedHeight(len(findings) * height + FRAME)
            self._show_kind(self.kinds.current)
            if self.kinds.current == kind:
                self.notes.doItemsLayout()
                self.notes.verticalScrollBar().setValue(top)

    @Slot(str)
    def _show_kind(self, kind: str) -> None:
        finding = self._findings[kind]
        self.meaning.setText(finding.meaning)
        self.notes.set_notes(finding.notes)
        self.folder.setEnabled(False)
        self.only.setEnabled(bool(finding.pictures))
        self.leave.setText(f" {self._deed(finding)}")
        self.leave.setAccessibleName(self._deed(finding))
        self.leave.setToolTip(self.tr("One picture of each group stays") if finding.all_but_one else "")
        self.leave.setVisible(bool(self._deed(finding)))
        if not finding.pictures:
            self.only.setChecked(False)
        elif self.only.isChecked():
            self.only_changed.emit(finding)

    def _deed(self, finding: Finding) -> str:
        """Return what the button does about all pictures of a finding; empty if nothing can be done."""
        count = len(finding.notes if finding.kind == LEFT_OUT else finding.reasons)
        if finding.kind == LEFT_OUT:
            return (
                self.tr("Take it in again")
                if count == 1
                else self.tr("Take all {count:,} in again").format(count=count)
            )
        if not count:
            return ""
        if finding.all_but_one:
            one, many = self.tr("Leave out the copy"), self.tr("Leave out {count:,} copies")
        else:
            one, many = self.tr("Leave it out"), self.tr("Leave all {count:,} out")
        return (one if count == 1 else many).format(count=count)

    def _act(self) -> None:
        finding = self._findings[self.kinds.current]
        if finding.kind == LEFT_OUT:
            self.take_in_wanted.emit(tuple(name for name, _reason in finding.notes))
        else:
            self.leave_out_wanted.emit(finding.reasons)

    def _ask_for_folder(self) -> None:
        if self.notes.current:
            self.folder_wanted.emit(self.notes.current)

    def menu(self) -> QMenu:
        """Return the menu of the chosen note."""
        finding, name = self._findings[self.kinds.current], self.notes.current
        reasons = finding.reasons_of(name)
        one = self.tr("Leave out its copy") if finding.all_but_one else self.tr("Leave out")
        many = self.tr("Leave out its {count:,} copies") if finding.all_but_one else self.tr("Leave all {count:,} out")
        deed = (one if len(reasons) == 1 else many).format(count=len(reasons))
        choices = [(self.tr("Show in folder"), True, self._ask_for_folder)]
        if finding.kind == LEFT_OUT:
            choices.insert(0, (self.tr("Take in again"), True, partial(self.take_in_wanted.emit, (name,))))
        elif reasons:
            choices.insert(0, (deed, True, partial(self.leave_out_wanted.emit, reasons)))
        return menu_of(self, choices)

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        if self.notes.current:
            menu = self.menu()
            menu.exec(self.notes.viewport().mapToGlobal(point))
            menu.deleteLater()
