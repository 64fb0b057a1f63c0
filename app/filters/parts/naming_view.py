"""Naming the parts one after the other: one part on a large picture, crops of it, a line for its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from app.filters.notes_bar import LONGEST_NAME
from app.filters.parts.crop_row import CropRow
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, column, label, row
from app.widgets.layouts.containers import filled_card, scroll_area, widget_of
from app.widgets.layouts.views import ViewStack
from app.widgets.pictures.parts_picture import PartsPicture

CROPS, CROP = 6, 80  # crops, and the smallest side of one in points
NARROWEST, WIDEST = 300, 480  # points of what stands beside the picture


class NameField(QLineEdit):
    """The line for a name. Return keeps it, Tab skips the part, Up goes back, Esc finishes."""

    kept, skipped, went_back, ended = Signal(), Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__(maxLength=LONGEST_NAME)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._popup = QListView()
        self._popup.setAccessibleName(self.tr("Names given so far"))
        completer.setPopup(self._popup)
        self.setCompleter(completer)

    def offer(self, names: Sequence[str]) -> None:
        """Complete what is typed to one of these."""
        self._popup.hide()
        self._names.setStringList(list(names))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self.skipped.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.kept.emit()  # taken from the completer, which would complete the next part's name
            case Qt.Key.Key_Up:
                self.went_back.emit()
            case Qt.Key.Key_Escape if not self._popup.isVisible():
                self.ended.emit()
            case _:
                super().keyPressEvent(event)


class NamingView(QWidget):
    """Shows one part at a time; signals the name and where to go on."""

    named = Signal(str)
    skipped, went_back, ended = Signal(), Signal(), Signal()
    report_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture, self.crops, self.field = PartsPicture(), CropRow(3, CROP, rows=2), NameField()
        self.picture.setAccessibleName(self.tr("The part to be named"))
        self.place, self.question = label("", "small"), label("", "title", wrap=True)
        self.said = label("", "title", wrap=True)
        self.back = Button(self.tr("Back"), "", "left", self.went_back.emit, self.tr("The part before (Up)"))
        self.skip = Button(
            self.tr("Skip"), "", "right", self.skipped.emit, self.tr("The next part, without a name (Tab)")
        )
        self.keep = Button(self.tr("Keep this name"), "primary", "check", self._keep)
        self.stop = Button(self.tr("Finish"), "quiet", "close", self.ended.emit, self.tr("Show all parts again (Esc)"))
        self.report = Button(self.tr("Write the report"), "primary", "export", self.report_wanted.emit)
        self.done = Button(self.tr("Show all parts"), "", "filters", self.ended.emit)
        self._stack = ViewStack()
        self._stack.addWidget(self._build_question())
        self._stack.addWidget(self._build_end())
        self.setLayout(column(self._stack))
        self._connect()

    def _build_question(self) -> QWidget:
        self.field.setPlaceholderText(self.tr("For example: head"))
        self.field.setAccessibleName(self.tr("Name of the part"))
        hint = self.tr("Enter keeps the name and goes on. Tab skips, Up goes back, Esc finishes.")
        asked = column(
            row(self.place, 1, self.stop),
            self.question,
            self.field,
            self.keep,
            row((self.back, 1), (self.skip, 1)),
            self.crops,
            label(hint, "small", wrap=True),
            1,
            spacing=MEDIUM,
            margins=(0, 0, SMALL, 0),
        )
        self._asked = scroll_area(widget_of(asked))
        self._asked.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._asked.setMinimumWidth(NARROWEST)
        self._asked.setMaximumWidth(WIDEST)
        card = filled_card((row((self.picture, 3), (self._asked, 2), spacing=LARGE), 1), margins=(MEDIUM,) * 4)
        return widget_of(row(card, margins=(0, 0, LARGE, 0)))

    def _build_end(self) -> QWidget:
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = row(1, self.report, self.done, 1, spacing=MEDIUM)
        return widget_of(column(2, self.said, buttons, 3, spacing=LARGE, margins=(LARGE,) * 4))

    def _connect(self) -> None:
        self.field.kept.connect(self._keep)
        for ours, theirs in (
            (self.field.skipped, self.skipped),
            (self.field.went_back, self.went_back),
            (self.field.ended, self.ended),
        ):
            ours.connect(theirs)

    def _keep(self) -> None:
        self.named.emit(self.field.text())

    def ask(self, place: str, question: str, name: str, names: Sequence[str], first: bool) -> None:
        """Ask for the name of the next part. `place`: '2 of 5'; `names`: those given so far; `first`: no way back."""
        self._stack.setCurrentIndex(0)
        self.place.setText(place)
        self.question.setText(question)
        self.field.setAccessibleName(question)
        self.field.offer(names)
        self.field.setText(name)
        self.field.selectAll()
        self.back.setEnabled(not first)
        self.field.setFocus()

    def show_end(self, sentence: str) -> None:
        """Say that all parts have been shown, and lead on."""
        self._stack.setCurrentIndex(1)
        self.said.setText(sentence)
        self.report.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)
