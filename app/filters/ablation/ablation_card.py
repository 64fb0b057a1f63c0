"""Switching filters or masks off: what to switch, and what it changes, with numbers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from app.style.stylesheet import LARGE, SMALL, TIGHT
from app.widgets.common import Button, label, row, toggle
from app.widgets.pictures.ablation import AblationRequest, AblationResult, Change, most_changed, points, sentences
from icnn_engine.runs.run_folder import Run


class AblationCard(QWidget):
    """Told what can be switched off and what it changed; says what is to be switched."""

    wanted = Signal(str)  # "filter", "part" or "masks"; empty: everything on again

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, Button] = {
            "filter": toggle(self.tr("This filter"), self.tr("Answer without the chosen filter")),
            "part": toggle(self.tr("Its part"), self.tr("Answer without all filters that found the same part")),
            "masks": toggle(self.tr("All masks"), self.tr("Answer from whole maps, nothing masked")),
        }
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for button in self.buttons.values():
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._clicked)
        self.picture, self.tested = label("", "caption", wrap=True), label("", wrap=True)
        self.rest = label("", "small", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(4, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addLayout(row(*self.buttons.values(), 1, spacing=SMALL))
        layout.addWidget(self.picture)
        layout.addWidget(self.tested)
        layout.addLayout(self._grid)
        layout.addWidget(self.rest)
        layout.addStretch(1)

    @property
    def choice(self) -> str:
        """What is switched off now; empty for nothing."""
        return next((name for name, button in self.buttons.items() if button.isChecked()), "")

    def offer(self, choices: Mapping[str, AblationRequest]) -> None:
        """What can be switched off; what cannot any more is on again. Masks are no switch of a network whose answer
        does not pass through them."""
        for name, button in self.buttons.items():
            button.setEnabled(name in choices)
            if name not in choices:
                button.setChecked(False)
        part = choices.get("part")
        self.buttons["masks"].setVisible("masks" in choices or not choices)
        self.buttons["part"].setText(
            self.tr("Its part ({count})").format(count=len(part.filters)) if part else self.tr("Its part")
        )

    def say(self, words: str) -> None:
        """Show no numbers but a sentence."""
        self.picture.hide()
        self.tested.setText(words)
        self._fill((), "")

    def show_switched(self, run: Run, found: AblationResult) -> None:
        """Show what switching off changes."""
        picture, tested = sentences(run, found)
        self.picture.setText(picture)
        self.picture.show()
        self.tested.setText(tested)
        self._fill(*most_changed(found.kinds))

    def _fill(self, kinds: tuple[Change, ...], rest: str) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        right = Qt.AlignmentFlag.AlignRight
        heads = (self.tr("answered rightly"), self.tr("all on"), self.tr("switched off"), "") if kinds else ()
        for column, words in enumerate(heads):
            self._grid.addWidget(label(words, "small"), 0, column, right if column else Qt.AlignmentFlag(0))
        for line, kind in enumerate(kinds, 1):
            self._grid.addWidget(label(kind.name), line, 0)
            for column, value in enumerate((kind.before, kind.after), 1):
                self._grid.addWidget(label(f"{value:.1%}"), line, column, right)
            self._grid.addWidget(label(points(kind.points), "caption"), line, 3, right)
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))

    def _clicked(self, clicked: Button) -> None:
        for button in self.buttons.values():
            if button is not clicked:
                button.setChecked(False)
        self.wanted.emit(self.choice)
