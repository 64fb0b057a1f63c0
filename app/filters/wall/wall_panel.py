"""The wall of filters below its search, its order and the choice of a network."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.filters.wall.filter_wall import FilterWall
from app.filters.wall.wall_rows import Card, FoldLine, PartKey, SortBy, matching_cards, part_of, sorted_rows
from app.widgets.common import Button, column, label, row, show_text, toggle
from app.widgets.layouts.containers import button_group
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.network_words import is_converted, is_own
from icnn_engine.runs.run_folder import Run

NETWORKS = (NetworkName.INTERPRETABLE, NetworkName.TWIN)


class WallPanel(QWidget):
    """Shows the cards of a network; signals which network and filter were chosen and which collages are missing."""

    network_chosen = Signal(object)  # NetworkName
    filter_chosen = Signal(int)
    arranged = Signal()  # in another order, or others
    wanted = Signal(object)  # filters in sight whose collages have not been made, topmost last

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[Card, ...] = ()
        self._missing: list[int] = []
        self._unfolded: set[PartKey] = set()
        self.wall = FilterWall()
        self._note = label("", "small", wrap=True)
        self.warning = label("", "warning", wrap=True)
        self.nothing = label(
            self.tr("No filter is like that. Clear the search, or show all filters."), "muted", wrap=True
        )
        self.order, self.category = self._build_order(), self._build_category()
        self.search, self.starred = self._build_search(), self._build_starred()
        for widget in (self.warning, self.nothing, self.category):
            widget.hide()
        networks = row(*self._build_networks(), 1, self.order)
        search = row(self.search, self.starred)
        below = (self.category, self._note, self.warning, self.nothing, (self.wall, 1))
        self.setLayout(column(networks, search, *below))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._request_missing)
        self.wall.chosen.connect(self.filter_chosen)
        self.wall.wanted.connect(self._miss)
        self.wall.fold_wanted.connect(self._fold)

    def _build_networks(self) -> list[Button]:
        self.networks = [toggle("", ""), toggle("", "")]
        self.name_networks(None)
        self.networks[0].setChecked(True)
        group = button_group(self, *self.networks)
        group.buttonClicked.connect(lambda button: self.network_chosen.emit(NETWORKS[self.networks.index(button)]))
        return self.networks

    def name_networks(self, run: Run | None) -> None:
        """Name both networks of a run; None: of a training."""
        *words, order = self._names(run)
        for button, (text, hint) in zip(self.networks, words, strict=True):
            button.setText(text)
            button.setToolTip(hint)
            button.setAccessibleName(text)
        if hasattr(self, "order"):
            self.order.setItemText(self.order.findData(SortBy.DIFFERENCE), order)

    def _names(self, run: Run | None) -> tuple[tuple[str, str], tuple[str, str], str]:
        """Return the name and hint of both networks, and the title of the order by their difference."""
        if run is not None and is_converted(run):
            return (
                (self.tr("Converted"), self.tr("The channels of the original that add most to its answers, converted")),
                (self.tr("Original"), self.tr("The same channels of your network as it was before the conversion")),
                self.tr("Against the original"),
            )
        if run is not None and is_own(run):
            return (
                (self.tr("Yours"), self.tr("The channels of the layer that add most to the answers")),
                (self.tr("Random"), self.tr("The same channels of the same network with random weights")),
                self.tr("Against random"),
            )
        hint = self.tr("Filters of the ordinary twin: same pictures and seed, no masks, no filter loss")
        return (
            (self.tr("Interpretable"), self.tr("Filters of the interpretable network")),
            (self.tr("Twin"), hint),
            self.tr("Against the twin"),
        )

    def _build_order(self) -> QComboBox:
        order = QComboBox()
        titles = {
            SortBy.PART: self.tr("By part"),
            SortBy.CATEGORY: self.tr("By category"),
            SortBy.HOLDING: self.tr("By holding"),
            SortBy.DIFFERENCE: self.tr("Against the twin"),
            SortBy.STRENGTH: self.tr("By strength"),
        }
        for by, title in titles.items():
            order.addItem(title, by)
        order.setAccessibleName(self.tr("Order of the filters"))
        order.currentIndexChanged.connect(self._arrange)
        return order

    def _build_search(self) -> QLineEdit:
        words = self.tr("Find by name or number")
        search = QLineEdit(placeholderText=words, clearButtonEnabled=True)
        search.setAccessibleName(words)
        search.setToolTip(self.tr("Words of a name or category, a filter's number, or #3 for part 3"))
        search.textChanged.connect(self._arrange)
        return search

    def _build_starred(self) -> Button:
        starred = Button(self.tr("Starred"), "", "starred")
        starred.setCheckable(True)
        starred.setToolTip(self.tr("Show only starred filters"))
        starred.toggled.connect(self._arrange)
        return starred

    def _build_category(self) -> QComboBox:
        category = QComboBox()
        category.setAccessibleName(self.tr("Category of the filters"))
        category.currentIndexChanged.connect(self._arrange)
        return category

    @property
    def network(self) -> NetworkName:
        """The network whose filters are on show."""
        return next(name for name, button in zip(NETWORKS, self.networks, strict=True) if button.isChecked())

    def set_network(self, network: NetworkName) -> None:
        """Press the button of a network, silently."""
        self.networks[NETWORKS.index(network)].setChecked(True)

    def show_cards(self, cards: tuple[Card, ...], note: str, warning: str = "") -> None:
        """Show the filters of another network or run, and a warning. Their collages come with `set_image`."""
        show_text(self._note, note)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.wall.pictures.forget_images()
        self._cards = cards
        self._offer_categories()
        self._arrange()

    def fold_all(self) -> None:
        """Show only the first filter of each part: of another run."""
        self._unfolded.clear()

    def renew_cards(self, cards: tuple[Card, ...]) -> None:
        """Show the same filters with other words on them; collages stay."""
        self._cards = cards
        self._arrange()

    def remembered(self) -> str:
        """Return how the wall is arranged, as a text for the settings."""
        return f"{self.order.currentData()} {int(self.starred.isChecked())}"

    def recall(self, text: str) -> None:
        """Arrange the wall as in a text of `remembered`."""
        order, _space, starred = text.partition(" ")
        if order in {each.value for each in SortBy}:
            self.order.setCurrentIndex(self.order.findData(SortBy(order)))
            self.starred.setChecked(starred == "1")

    def set_image(self, filter_index: int, image: QImage) -> None:
        """Put a collage on its card."""
        self.wall.pictures.set_image(filter_index, image)

    def choose(self, filter_index: int) -> None:
        """Choose a filter, silently; if it is folded away, show all filters of its part."""
        hidden = next((card for card in self._cards if card.filter.index == filter_index), None)
        if hidden is not None and not self.wall.pictures.index_of(filter_index).isValid():
            self._unfolded.add(part_of(hidden))
            self._arrange()
        self.wall.choose(filter_index)

    @Slot(object)
    def _fold(self, line: FoldLine) -> None:
        """Show or hide the filters of a part beside its first one."""
        self._unfolded ^= {line.part}
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        wanted = self.category.currentData()
        of_category = [card for card in self._cards if wanted is None or card.filter.category == wanted]
        shown = matching_cards(of_category, self.search.text(), self.starred.isChecked())
        sought = bool(self.search.text().strip()) or self.starred.isChecked()
        unfolded = None if sought else self._unfolded
        self.wall.show_rows(sorted_rows(shown, SortBy(self.order.currentData()), unfolded))
        self.nothing.setVisible(bool(self._cards) and not shown)
        self.arranged.emit()

    def _offer_categories(self) -> None:
        """Offer the categories of the filters; the chosen one stays chosen if it is among them."""
        names = {card.filter.category: card.category for card in self._cards if card.category}
        before = self.category.currentData()
        self.category.blockSignals(True)
        self.category.clear()
        self.category.addItem(self.tr("All categories"), None)
        for number, name in sorted(names.items()):
            self.category.addItem(name, number)
        self.category.setCurrentIndex(max(0, self.category.findData(before)) if before is not None else 0)
        self.category.blockSignals(False)
        self.category.setVisible(bool(names))

    @Slot(object)
    def _miss(self, filter_index: int) -> None:
        self._missing.append(filter_index)
        self._soon.start()

    @Slot()
    def _request_missing(self) -> None:
        """Request the collages that one painting lacked, the topmost last: the pool serves the latest request first."""
        missing, self._missing = list(reversed(dict.fromkeys(self._missing))), []
        self.wanted.emit(missing)
