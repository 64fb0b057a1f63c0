"""The wall of filters with what it is sorted by and whose filters it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.filters.wall.filter_wall import FilterWall
from app.filters.wall.wall_rows import Card, SortBy, matching_cards, sorted_rows
from app.style.stylesheet import SMALL
from app.widgets.common import Button, ElidedLabel, label, row
from icnn_engine.core.events import NetworkName

NETWORKS = (NetworkName.INTERPRETABLE, NetworkName.TWIN)


class WallPanel(QWidget):
    """Told the cards of a network; says which network, order and filter were chosen, and which collages it lacks."""

    network_chosen = Signal(object)  # NetworkName
    filter_chosen = Signal(int)
    arranged = Signal()  # in another order, or others
    wanted = Signal(object)  # filters in sight whose collages have not been made, topmost last

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[Card, ...] = ()
        self._missing: list[int] = []
        self.wall = FilterWall()
        self.wall.setProperty("role", "bare")
        self._note = ElidedLabel("", "small", Qt.TextElideMode.ElideRight)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addLayout(row(*self._build_networks(), 1, self._build_order(), spacing=SMALL))
        layout.addLayout(row(self._build_search(), self._build_starred(), spacing=SMALL))
        layout.addWidget(self._build_category())
        layout.addWidget(self._note)
        self.warning = label("", "warning", wrap=True)
        self.warning.hide()
        layout.addWidget(self.warning)
        self._nothing = label(
            self.tr("No filter is like that. Clear the search, or show all filters."), "muted", wrap=True
        )
        self._nothing.hide()
        layout.addWidget(self._nothing)
        layout.addWidget(self.wall, 1)
        self.wall.chosen.connect(self.filter_chosen)
        self.wall.wanted.connect(self._miss)

    def _build_networks(self) -> tuple[QPushButton, ...]:
        names = (self.tr("Interpretable"), self.tr("Twin"))
        hints = (
            self.tr("Filters of the interpretable network"),
            self.tr("Filters of the ordinary twin: same pictures and seed, no masks, no filter loss"),
        )
        self.networks = tuple(QPushButton(name) for name in names)
        self._group = QButtonGroup(self)
        for place, (button, hint) in enumerate(zip(self.networks, hints, strict=True)):
            button.setCheckable(True)
            button.setToolTip(hint)
            button.setAccessibleDescription(hint)
            self._group.addButton(button, place)
        self.networks[0].setChecked(True)
        self._group.idClicked.connect(lambda place: self.network_chosen.emit(NETWORKS[place]))
        return self.networks

    def _build_order(self) -> QComboBox:
        self.order = QComboBox()
        self.order.addItem(self.tr("By part"), SortBy.PART)
        self.order.addItem(self.tr("By name"), SortBy.NAME)
        self.order.addItem(self.tr("By category"), SortBy.CATEGORY)
        self.order.addItem(self.tr("By holding"), SortBy.HOLDING)
        self.order.addItem(self.tr("Against the twin"), SortBy.DIFFERENCE)
        self.order.addItem(self.tr("By strength"), SortBy.STRENGTH)
        self.order.setAccessibleName(self.tr("Order of the filters"))
        self.order.currentIndexChanged.connect(self._arrange)
        return self.order

    def _build_search(self) -> QLineEdit:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find by name or number"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setToolTip(self.tr("Words of a name or category, a filter's number, or #3 for part 3"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._arrange)
        return self.search

    def _build_starred(self) -> Button:
        self.starred = Button(self.tr("Starred"), "", "starred")
        self.starred.setCheckable(True)
        self.starred.setToolTip(self.tr("Show only starred filters"))
        self.starred.toggled.connect(self._arrange)
        return self.starred

    def _build_category(self) -> QComboBox:
        self.category = QComboBox()
        self.category.setAccessibleName(self.tr("Category of the filters"))
        self.category.hide()
        self.category.currentIndexChanged.connect(self._arrange)
        return self.category

    @property
    def network(self) -> NetworkName:
        """Whose filters are shown."""
        return NETWORKS[self._group.checkedId()]

    def set_network(self, network: NetworkName) -> None:
        """Show which network's filters these are, silently."""
        self._group.button(NETWORKS.index(network)).setChecked(True)

    def show_cards(self, cards: tuple[Card, ...], note: str, warning: str = "") -> None:
        """Show the filters of another network or run, and what to be careful about; their collages come with
        `set_image`."""
        self._note.set_text(note)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.wall.forget_images()
        self._cards = cards
        self._offer_categories()
        self._arrange()

    def renew_cards(self, cards: tuple[Card, ...]) -> None:
        """Show the same filters with other words on them; collages stay."""
        self._cards = cards
        self._arrange()

    def remembered(self) -> str:
        """How the wall is arranged, as a text to be kept."""
        return f"{self.order.currentData()} {int(self.starred.isChecked())}"

    def recall(self, text: str) -> None:
        """Arrange it as it was."""
        order, _space, starred = text.partition(" ")
        if order in {each.value for each in SortBy}:
            self.order.setCurrentIndex(self.order.findData(SortBy(order)))
            self.starred.setChecked(starred == "1")

    def set_image(self, filter_index: int, image: QImage) -> None:
        """Put a collage on its card."""
        self.wall.set_image(filter_index, image)

    def choose(self, filter_index: int) -> None:
        """Choose a filter, silently."""
        self.wall.choose(filter_index)

    @Slot()
    def _arrange(self) -> None:
        wanted = self.category.currentData()
        of_category = [card for card in self._cards if wanted is None or card.kind == wanted]
        shown = matching_cards(of_category, self.search.text(), self.starred.isChecked())
        self.wall.show_rows(sorted_rows(shown, SortBy(self.order.currentData())))
        self._nothing.setVisible(bool(self._cards) and not shown)
        self.arranged.emit()

    def _offer_categories(self) -> None:
        """The categories of the filters; the one that was chosen stays chosen where it is still there."""
        names = {card.kind: card.category for card in self._cards if card.category}
        before = self.category.currentData()
        self.category.blockSignals(True)
        self.category.clear()
        self.category.addItem(self.tr("All categories"), None)
        for kind, name in sorted(names.items()):
            self.category.addItem(name, kind)
        self.category.setCurrentIndex(max(0, self.category.findData(before)) if before is not None else 0)
        self.category.blockSignals(False)
        self.category.setVisible(bool(names))

    @Slot(int)
    def _miss(self, filter_index: int) -> None:
        self._missing.append(filter_index)
        self._soon.start()

    @Slot()
    def _ask(self) -> None:
        """Tell what one painting lacked; who asks a pool that serves the latest first gets the topmost card first."""
        missing, self._missing = list(reversed(dict.fromkeys(self._missing))), []
        self.wanted.emit(missing)
