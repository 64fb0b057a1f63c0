"""The parts of a run: one large picture with all of them marked, and a card for each; or naming them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.filters.parts.naming_view import NamingView
from app.filters.parts.part_card import PartCard, PartLine
from app.filters.parts.parts_picture import PictureSide
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, column, label, row, show_text
from app.widgets.guide_link import GuideButton
from app.widgets.layouts.containers import filled_card, replace_widgets, widget_of
from app.widgets.layouts.views import ViewStack
from app.widgets.pictures.part_markers import NOWHERE

SHARE, NARROWEST, WIDEST = 0.36, 300, 560  # of the width that the cards take; points
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardScroll(QScrollArea):
    """Scrolls the cards. Arrow keys are not its own: they go from part to part and from picture to picture."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in STEPS or event.key() in TURNS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PartsView(ViewStack):
    """Shows the parts; signals what is asked for. A part is told by its mark, its number from 0."""

    part_chosen = Signal(int)
    turned = Signal(int)  # on to the next picture (1) or back (-1)
    renamed = Signal(int, str)
    crop_chosen = Signal(int, int)  # mark, place of the crop
    unfolded = Signal(int)
    filter_wanted = Signal(int)
    naming_wanted = Signal()
    alike_wanted = Signal(int, int)  # filter, picture: show the pictures most alike to it
    forbid_wanted = Signal(int)
    lit = Signal(int)  # the part to be framed on the picture, or NOWHERE

    def __init__(self) -> None:
        super().__init__()
        self.side, self.naming = PictureSide(), NamingView()
        self.cards: list[PartCard] = []
        self.chosen = NOWHERE
        self.heading, self.warning = label("", "title", wrap=True), label("", "warning", wrap=True)
        self.few = label("", "muted", wrap=True)
        self.name_parts = Button(self.tr("Name the parts"), "primary", "edit", self.naming_wanted.emit)
        self.unnamed = label("", "muted")
        self.name_parts.setObjectName("name_parts")
        self.warning.hide()
        self.few.hide()
        self._cards = column(spacing=SMALL)
        inner = widget_of(column(self._cards, 1, margins=(2, 2, SMALL, 2)))
        self.area = CardScroll(inner)
        self.area.setObjectName("part_cards")
        self._head = widget_of(row(self.name_parts, self.unnamed, 1))
        self._right = widget_of(
            column(
                row((self.heading, 1), GuideButton("parts")),
                self._head,
                self.warning,
                self.few,
                (self.area, 1),
                spacing=SMALL,
            )
        )
        card = filled_card(row((self.side, 1), self._right, spacing=MEDIUM), margins=(MEDIUM,) * 4)
        self._overview = widget_of(row(card, margins=(0, 0, LARGE, 0)))
        self.addWidget(self._overview)
        self.addWidget(self.naming)
        self._connect()

    def _connect(self) -> None:
        self.side.stepped.connect(self.turned)
        self.side.picture.marker_chosen.connect(self._choose_filter)
        self.side.picture.marker_pointed.connect(self._light)

    @property
    def is_naming(self) -> bool:
        """Whether the parts are being named."""
        return self.currentWidget() is self.naming

    def show_naming(self, naming: bool) -> None:
        """Name the parts, or show them all."""
        before = self.is_naming
        self.setCurrentWidget(self.naming if naming else self._overview)
        if before and not naming:
            self.choose(NOWHERE)  # all names can be read
            self.name_parts.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.show_naming(False)  # whoever comes back sees the parts

    def show_parts(self, heading: str, warning: str, lines: Sequence[PartLine]) -> None:
        """Show the parts of another run or category; their crops come with `set_crops`."""
        self.heading.setText(heading)
        show_text(self.warning, warning)
        cards = [self._card(line) for line in lines]
        replace_widgets(self._cards, self.cards, cards)
        self.cards = cards
        self.chosen = NOWHERE
        self.area.verticalScrollBar().setValue(0)

    def say_few(self, text: str) -> None:
        """Say that few parts are no fault; nothing where there is nothing to say."""
        show_text(self.few, text)

    def _card(self, line: PartLine) -> PartCard:
        card = PartCard(line)
        card.chosen.connect(self.part_chosen)
        card.hovered.connect(self._light)
        card.renamed.connect(self.renamed)
        card.crop_chosen.connect(self.crop_chosen)
        card.unfolded.connect(self.unfolded)
        card.filter_chosen.connect(self.filter_wanted)
        card.alike_wanted.connect(self.alike_wanted)
        card.forbid_wanted.connect(self.forbid_wanted)
        return card

    def show_lines(self, lines: Sequence[PartLine]) -> None:
        """Show other words about the same parts."""
        for card, line in zip(self.cards, lines, strict=True):
            card.show_line(line)

    def offer_naming(self, parts: int, unnamed: str) -> None:
        """Offer to name the parts, if there are any, and say how many have no name."""
        text = self.tr("Name the part") if parts == 1 else self.tr("Name the parts")
        self.name_parts.setText(f" {text}")
        self.name_parts.setAccessibleName(text)
        self._head.setVisible(parts > 0)
        self.unnamed.setText(unnamed)

    def card_of(self, mark: int) -> PartCard | None:
        """Return the card of a part."""
        return next((card for card in self.cards if card.line.mark == mark), None)

    def choose(self, mark: int) -> None:
        """Choose a part: its card stands out, the others are dimmed on the picture."""
        self.chosen = mark
        for card in self.cards:
            card.set_chosen(card.line.mark == mark)
        if (chosen := self.card_of(mark)) is not None:
            self.area.ensureWidgetVisible(chosen, 0, SMALL)
        self._light(NOWHERE)

    def rename(self) -> None:
        """Let the user rename the chosen part, or the first one."""
        card = self.card_of(self.chosen) or next(iter(self.cards), None)
        if card is not None and not self.is_naming:
            self.area.ensureWidgetVisible(card)
            card.rename()

    def toggle_marks(self) -> None:
        """Show or hide the marks on the picture."""
        picture = self.side.picture
        picture.set_markers_shown(not picture.state.markers_shown)

    def _light(self, mark: int) -> None:
        """Light the part under the mouse, or if there is none the chosen one."""
        shown = self.chosen if mark == NOWHERE else mark
        self.side.picture.light(shown)
        self.lit.emit(shown)

    def _choose_filter(self, filter_index: int) -> None:
        card = next((card for card in self.cards if card.line.filters[0] == filter_index), None)
        if card is not None:
            self.part_chosen.emit(card.line.mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.is_naming:
            super().keyPressEvent(event)
        elif event.key() in TURNS:
            self.turned.emit(TURNS[Qt.Key(event.key())])
        elif event.key() in STEPS and self.cards:
            self._step(STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.chosen != NOWHERE:
            self.choose(NOWHERE)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """Choose the part above or below."""
        marks = [card.line.mark for card in self.cards]
        before = marks.index(self.chosen) if self.chosen in marks else -1 if step > 0 else len(marks)
        card = self.cards[min(max(before + step, 0), len(marks) - 1)]
        card.setFocus()
        self.part_chosen.emit(card.line.mark)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._right.setFixedWidth(min(max(round(self.width() * SHARE), NARROWEST), WIDEST))
