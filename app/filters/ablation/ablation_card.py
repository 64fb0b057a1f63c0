"""Switching filters or masks off: what to switch, and what changes, in numbers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.style.stylesheet import LARGE, TIGHT
from app.widgets.common import Button, column, label, row, toggle
from app.widgets.layouts.containers import button_group
from app.widgets.pictures.ablation import AblationRequest, AblationResult, Change, most_changed, points, sentences
from icnn_engine.core.number_words import percent
from icnn_engine.runs.run_folder import Run


class AblationCard(QWidget):
    """Shows what can be switched off and what it changes; signals what is to be switched."""

    wanted = Signal(str)  # "filter", "part" or "masks"; empty: everything on again

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, Button] = {
            "filter": toggle(self.tr("This filter"), self.tr("Answer without the chosen filter")),
            "part": toggle(self.tr("Its part"), self.tr("Answer without all filters that found the same part")),
            "masks": toggle(self.tr("All masks"), self.tr("Answer from whole maps, nothing masked")),
        }
        group = button_group(self, *self.buttons.values(), exclusive=False)
        group.buttonClicked.connect(self._choose)
        self.picture, self.tested = label("", "caption", wrap=True), label("", wrap=True)
        self.rest = label("", "small", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(4, 1)
        buttons = row(*self.buttons.values(), 1)
        self.setLayout(column(buttons, self.picture, self.tested, self._grid, self.rest, 1))

    @property
    def choice(self) -> str:
        """The name of what is switched off now; empty for nothing."""
        return next((name for name, button in self.buttons.items() if button.isChecked()), "")

    def offer(self, choices: Mapping[str, AblationRequest]) -> None:
        """Enable what can be switched off and switch the rest on. Masks are hidden if the answer does not pass through
        them."""
        for name, button in self.buttons.items():
            button.setEnabled(name in choices)
            button.setChecked(button.isChecked() and name in choices)
        self.buttons["masks"].setVisible("masks" in choices or not choices)
        part = choices.get("part")
        words = self.tr("Its part ({count})").format(count=len(part.filters)) if part else self.tr("Its part")
        self.buttons["part"].setText(words)

    def say(self, sentence: str) -> None:
        """Show no numbers but a sentence."""
        self.picture.hide()
        self.tested.setText(sentence)
        self._show_changes((), "")

    def show_result(self, run: Run, result: AblationResult) -> None:
        """Show what switching off changes."""
        picture, tested = sentences(run, result)
        self.picture.setText(picture)
        self.picture.show()
        self.tested.setText(tested)
        self._show_changes(*most_changed(result.kinds))

    def _show_changes(self, kinds: tuple[Change, ...], rest: str) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        right = Qt.AlignmentFlag.AlignRight
        heads = (self.tr("answered rightly"), self.tr("all on"), self.tr("switched off"), "") if kinds else ()
        for column_, words in enumerate(heads):
            self._grid.addWidget(label(words, "small"), 0, column_, right if column_ else Qt.AlignmentFlag(0))
        for line, kind in enumerate(kinds, 1):
            self._grid.addWidget(label(kind.name), line, 0)
            self._grid.addWidget(label(percent(kind.before)), line, 1, right)
            self._grid.addWidget(label(percent(kind.after)), line, 2, right)
            self._grid.addWidget(label(points(kind.points), "caption"), line, 3, right)
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))

    def _choose(self, clicked: Button) -> None:
        for button in self.buttons.values():
            button.setChecked(button.isChecked() and button is clicked)
        self.wanted.emit(self.choice)
