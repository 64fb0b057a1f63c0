"""Editors of single values, all with `value()`, `set_value(...)` and the signal `edited`. None means 'as usual'."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QFileDialog, QLineEdit, QSpinBox, QWidget

from app.style.stylesheet import SMALL
from app.widgets.common import row

BROWSE = object()  # data of the choice that opens a file dialog


class WheelFilter(QObject):
    """Keeps the wheel from changing a value while the user scrolls past it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def ignore_wheel(widget: QWidget) -> None:
    """Let the wheel scroll the page unless the widget has the focus."""
    if isinstance(widget, QAbstractSpinBox):  # a stylesheet's padding does not move its text
        widget.lineEdit().setTextMargins(SMALL, 0, 0, 0)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(WheelFilter(widget))


class ChoiceField(QComboBox):
    """One of several values, shown by their titles. `browse`: the title of a last choice that opens a file dialog, or a
    folder dialog with `folders`."""

    edited = Signal()

    def __init__(self, choices: Sequence[tuple[Any, str]] = (), browse: str = "", folders: bool = False) -> None:
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        super().__init__(sizeAdjustPolicy=policy, minimumContentsLength=8)
        self._browse, self._folders = browse, folders
        self._before = 0
        self._offered: list[Any] = []
        ignore_wheel(self)
        self.set_choices(choices)
        self.activated.connect(self._activated)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer (value, title) pairs. The chosen value stays chosen if it is among them, or was browsed for."""
        chosen, before = self.value(), self._offered
        self._offered = [value for value, _title in choices]
        if chosen in before and chosen not in self._offered:
            chosen = None
        self.blockSignals(True)
        self.clear()
        for value, title in choices:
            self.addItem(title, value)
        if self._browse:
            self.insertSeparator(self.count())
            self.addItem(self._browse, BROWSE)
        self.blockSignals(False)
        self.set_value(chosen)

    def value(self) -> Any:
        """Return the chosen value."""
        return self.currentData()

    def set_value(self, value: Any) -> None:
        """Choose a value; a path that is not among the choices is added, anything else chooses the first one."""
        values = [self.itemData(i) for i in range(self.count())]
        index = values.index(value) if value is not None and value in values else -1
        if index < 0 and self._browse and isinstance(value, str) and value:
            index = max(self.count() - 2, 0)
            self.insertItem(index, Path(value).name or value, value)
        self.setCurrentIndex(max(index, 0))
        self._before = self.currentIndex()

    def showPopup(self) -> None:  # noqa: N802
        """Open the list as wide as its titles, which may be wider than the field."""
        view = self.view()
        frame = 2 * SMALL + view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(view.sizeHintForColumn(0) + frame)
        super().showPopup()

    def _activated(self, index: int) -> None:
        if self.itemData(index) is BROWSE:
            self.setCurrentIndex(self._before)
            if chosen := self._ask_path():
                self.set_value(chosen)
        self._before = self.currentIndex()
        self.edited.emit()

    def _ask_path(self) -> str:
        if self._folders:
            return QFileDialog.getExistingDirectory(self, self._browse)
        kinds = self.tr("Weights (*.safetensors *.pth *.pt *.mat)")
        return QFileDialog.getOpenFileName(self, self._browse, "", kinds)[0]


class IntegerField(QSpinBox):
    """A whole number. `empty`: the text for None, which takes the place below the lowest number."""

    edited = Signal()

    def __init__(self, low: int, high: int, empty: str = "") -> None:
        super().__init__(minimum=low - 1 if empty else low, maximum=high)
        self.setSpecialValueText(empty)
        self.setGroupSeparatorShown(True)
        self.setKeyboardTracking(False)
        ignore_wheel(self)
        self.valueChanged.connect(lambda _value: self.edited.emit())

    def value(self) -> Any:
        """Return the number, or None for the special value."""
        number = super().value()
        return None if self.specialValueText() and number == self.minimum() else number

    def set_value(self, value: Any) -> None:
        """Show a number; None is the special value."""
        self.setValue(self.minimum() if value is None else value)


class NumberField(QDoubleSpinBox):
    """A number written as briefly as possible (0.0005, not 0.000500); steps are a tenth of it."""

    edited = Signal()

    def __init__(self, low: float, high: float) -> None:
        adaptive = QDoubleSpinBox.StepType.AdaptiveDecimalStepType
        super().__init__(decimals=7, minimum=low, maximum=high, stepType=adaptive)
        self.setKeyboardTracking(False)
        ignore_wheel(self)
        self.valueChanged.connect(lambda _value: self.edited.emit())

    def textFromValue(self, value: float) -> str:  # noqa: N802
        return f"{value:.7f}".rstrip("0").rstrip(".") or "0"

    def valueFromText(self, text: str) -> float:  # noqa: N802
        return float(text.replace(",", "."))

    def validate(self, text: str, cursor: int) -> tuple[QValidator.State, str, int]:
        try:
            acceptable = self.minimum() <= self.valueFromText(text) <= self.maximum()
        except ValueError:
            acceptable = False
        return (QValidator.State.Acceptable if acceptable else QValidator.State.Intermediate), text, cursor

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.setValue(value)


class AutoNumberField(QWidget):
    """A number that the program finds out unless the user fixes it. `automatic`, `fixed`: titles of the choices."""

    edited = Signal()

    def __init__(self, low: float, high: float, usual: float, automatic: str, fixed: str) -> None:
        super().__init__()
        self._choice = ChoiceField([(False, automatic), (True, fixed)])
        self._number = NumberField(low, high)
        self._number.set_value(usual)
        self._number.setAccessibleName(fixed)
        self._number.hide()
        row(self._choice, self._number, parent=self)
        self._choice.edited.connect(self._show)
        self._number.edited.connect(self.edited)
        self.setFocusProxy(self._choice)

    def value(self) -> Any:
        """Return the number, or None to find it out."""
        return self._number.value() if self._choice.value() else None

    def set_value(self, value: Any) -> None:
        """Show a number; None: that the program finds it out."""
        self._choice.set_value(value is not None)
        if value is not None:
            self._number.set_value(value)
        self._show()

    def _show(self) -> None:
        self._number.setVisible(bool(self._choice.value()))
        self.edited.emit()


class PatternField(QLineEdit):
    """A text that matches a regular expression. `empty`: shown while nothing is written."""

    edited = Signal()

    def __init__(self, empty: str, pattern: str) -> None:
        super().__init__(placeholderText=empty)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), self))
        self.textChanged.connect(lambda _text: self.edited.emit())


class TextField(PatternField):
    """A short text fit for a file's name."""

    def __init__(self, empty: str) -> None:
        super().__init__(empty, r"[^/\\:*?\"<>|]*")
        self.setMaxLength(60)

    def value(self) -> str:
        """Return the text without spaces at its ends."""
        return self.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.setText(str(value))


class WidthsField(PatternField):
    """Whole numbers with spaces between them; an empty field stands for the usual ones."""

    def __init__(self, usual: Sequence[int]) -> None:
        super().__init__(" ".join(map(str, usual)), r" *([1-9]\d{0,3} *)*")
        self._usual = tuple(usual)

    def value(self) -> tuple[int, ...]:
        """Return the numbers."""
        return tuple(int(word) for word in self.text().split()) or self._usual

    def set_value(self, value: Any) -> None:
        """Show these numbers."""
        self.setText(" ".join(map(str, value)))
