"""The text of a slice, with its error below, and choices that add a condition to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.review.slices.slice_words import states
from app.widgets.common import Button, column, label, show_text
from app.widgets.fields import ChoiceField
from app.widgets.layouts.wrapping_row import WrappingRow
from icnn_engine.audit.part_states import PartState
from icnn_engine.audit.slices import Condition

PAUSE_MS = 350  # without a change, after which the text is read


class SliceBuilder(QWidget):
    """A line of text that means a slice. `changed` comes once the user has paused."""

    changed = Signal(str)
    add_wanted = Signal(str)  # "and" or "or": the chosen condition is to be added

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.text = QLineEdit(placeholderText=tr("part 1 absent and held-out"), clearButtonEnabled=True)
        self.text.setAccessibleName(tr("Text of the slice"))
        self.text.setObjectName("slice_text")
        self.text.setToolTip(
            tr("A part is told of in pictures of its own category, unless the text names a category beside it")
        )
        self.error = label("", "warning", wrap=True)
        self.error.setObjectName("slice_error")
        self.error.hide()
        self.what, self.state, self.meaning = ChoiceField(), ChoiceField(), label("", "small", wrap=True)
        self.what.setAccessibleName(tr("What the condition tells of"))
        self.state.setAccessibleName(tr("State of the part"))
        self.state.set_choices([(state, title) for state, (title, _meaning) in states().items()])
        self.add_and = Button(tr("and"), "", "", lambda: self.add_wanted.emit("and"), tr("Narrow the slice by this"))
        self.add_or = Button(tr("or"), "", "", lambda: self.add_wanted.emit("or"), tr("Add the pictures of this"))
        choices = WrappingRow(self.what, self.state, self.add_and, self.add_or)
        column(self.text, self.error, choices, self.meaning, parent=self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.changed.emit(self.text.text()))
        self.text.textChanged.connect(lambda _text: self._pause.start())
        self.text.returnPressed.connect(self._read_now)
        for field in (self.what, self.state):
            field.edited.connect(self._show_meaning)
        self._show_meaning()

    @property
    def chosen(self) -> tuple[Condition | int, PartState]:
        """What the condition tells of, and the state of the part if it is one."""
        return self.what.value(), PartState(self.state.value())

    def offer(self, conditions: Sequence[tuple[Condition | int, str]]) -> None:
        """Offer what a condition can tell of: parts by number, and whole conditions."""
        self.what.set_choices(conditions)
        self._show_meaning()

    def show_text(self, text: str) -> None:
        """Show the text of a slice, without a signal."""
        self._pause.stop()
        with QSignalBlocker(self.text):
            self.text.setText(text)
        self.show_error("")

    def add(self, joint: str, condition: str) -> None:
        """Add a condition to the text, and read it."""
        before = self.text.text().strip()
        self.show_text(f"{before} {joint} {condition}" if before else condition)
        self._read_now()

    def show_error(self, error: str) -> None:
        """Show why the text is not understood; empty if it is."""
        show_text(self.error, error)

    def _read_now(self) -> None:
        self._pause.stop()
        self.changed.emit(self.text.text())

    def _show_meaning(self) -> None:
        is_part = isinstance(self.what.value(), int)
        self.state.setVisible(is_part)
        show_text(self.meaning, states()[PartState(self.state.value())][1] if is_part else "")
