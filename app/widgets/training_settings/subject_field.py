"""Whose parts are to be found: one category of a folder, all of them together, or those that are ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.style.stylesheet import SMALL
from app.widgets.fields import ChoiceField, ignore_wheel
from icnn_engine.core.config import ALL

SOME = object()  # stands for the choice that lets the user tick categories
LINE, MOST_LINES = 28, 7  # points of a line of the list, lines shown at once


class TickList(QListWidget):
    """Names to be ticked; as tall as it needs to be, up to a limit."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        ignore_wheel(self)
        self.itemChanged.connect(lambda _item: self.edited.emit())

    def set_names(self, names: Sequence[tuple[str, str]], ticked: bool = True) -> None:
        """Offer other names, (value, title) each; what was offered before stays as it was ticked."""
        known = {value: value in self.value() for value in self.values()}
        self.blockSignals(True)
        self.clear()
        for value, title in names:
            item = QListWidgetItem(title, self)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setSizeHint(QSize(0, LINE))
            item.setCheckState(_state(known.get(value, ticked)))
        self.blockSignals(False)
        self.setFixedHeight(max(1, min(len(names), MOST_LINES)) * LINE + SMALL)

    def values(self) -> tuple[str, ...]:
        """Everything that is offered."""
        return tuple(self.item(line).data(Qt.ItemDataRole.UserRole) for line in range(self.count()))

    def value(self) -> tuple[str, ...]:
        """What is ticked."""
        lines = (self.item(line) for line in range(self.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in lines if item.checkState() is Qt.CheckState.Checked
        )

    def set_value(self, wanted: Sequence[str]) -> None:
        """Tick these and no others."""
        for line in range(self.count()):
            item = self.item(line)
            item.setCheckState(_state(item.data(Qt.ItemDataRole.UserRole) in wanted))


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


class SubjectField(QWidget):
    """A list of categories to choose one of, with all of them and some of them at its end."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._whole = ""
        self.choice = ChoiceField()
        self.ticks = TickList()
        self.ticks.setAccessibleName(self.tr("Categories"))
        self.ticks.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self.choice)
        layout.addWidget(self.ticks)
        self.setFocusProxy(self.choice)
        self.choice.edited.connect(self._changed)
        self.ticks.edited.connect(self.edited)

    def set_categories(self, names: Sequence[str], whole: str = "") -> None:
        """Offer the categories of a folder; `whole`: what they are called when all are taken as one category."""
        self._names, self._whole = tuple(names), whole
        choices: list[tuple[Any, str]] = [(name, name) for name in names]
        if len(names) > 1:
            choices += [(ALL, self.tr("All categories together")), (SOME, self.tr("Several of them…"))]
            if whole and whole not in names:
                choices.append((whole, self.tr("All as one category: {name}").format(name=whole)))
        self.choice.set_choices(choices)
        self.ticks.set_names([(name, name) for name in names])
        self._show()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Both name the field."""
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def value(self) -> tuple[str, ...]:
        """The categories, `("all",)` for all of them; fewer than two where too few are ticked."""
        match self.choice.value():
            case None:
                return ()
            case value if value is SOME:
                return self.ticks.value()
            case value:
                return (str(value),)

    def categories(self) -> tuple[str, ...]:
        """The same, all of them named; those of the folder, too, where they are taken as one."""
        return self._names if self.value() in ((ALL,), (self._whole,)) else self.value()

    @property
    def several(self) -> bool:
        """Whether more than one category is meant."""
        return self.choice.value() in (ALL, SOME)

    def set_value(self, value: str | Sequence[str]) -> None:
        """Choose one category by name, or several; nothing chooses the first."""
        names = (value,) if isinstance(value, str) else tuple(value)
        several = len(names) > 1
        if several:
            self.ticks.set_value(names)
        self.choice.set_value(SOME if several else (names or ("",))[0])
        self._show()

    def _changed(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.ticks.setVisible(self.choice.value() is SOME)
