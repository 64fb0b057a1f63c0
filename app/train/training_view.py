"""A training as it is watched: progress and what steers it, curves, a gallery of what filters see so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.style.stylesheet import LARGE, SMALL, WIDE
from app.train.live_gallery import LiveGallery
from app.train.training_card import TrainingCard
from app.widgets.common import FlowLayoutWidget, card, label
from app.widgets.training_curves import curve_words
from icnn_engine.core.events import EpochDone, Event, LossWeightTried, NetworkName, StepDone

if TYPE_CHECKING:
    from app.widgets.training_curves.curves import CurvesCard

PLOT = 236  # least width of a plot


class TrainingView(QScrollArea):
    """Told what a training tells; what steers it is said by its card, `training`."""

    def __init__(self, interpretable: str, twin: str, cam: str) -> None:
        """The colours of the three networks."""
        super().__init__()
        self._colours = _colours(interpretable, twin, cam)
        self._epochs = 1
        self._told: list[EpochDone] = []
        self.training = TrainingCard()
        self.gallery = LiveGallery()
        self.curves: dict[str, CurvesCard] = {}
        self._plots = FlowLayoutWidget(PLOT)
        self._soon = label(self.tr("Curves and the first parts appear here as soon as there are some."), "muted")
        self._soon.setContentsMargins(0, WIDE, 0, 0)
        self._gallery_card, inside = card()
        inside.addWidget(label(self.tr("What filters see so far"), "heading"))
        note = self.tr(
            "The best pictures of a few filters, cut out where each answers. Whether they hold a part is tested at the "
            "end."
        )
        inside.addWidget(label(note, "small", wrap=True))
        inside.addWidget(self.gallery)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._build_column())

    def begin(self, title: str, epochs: int) -> None:
        """A training of so many epochs begins."""
        self._epochs, self._told = epochs, []
        self.gallery.clear()
        self._gallery_card.hide()
        self._plots.hide()
        self._soon.show()
        self.training.begin(title)
        for plot in self.curves.values():
            plot.start(epochs)

    def take(self, panel: QWidget) -> None:
        """Show a panel from elsewhere below the curves."""
        self._column.insertWidget(self._column.indexOf(self._gallery_card), panel)

    def end(self) -> None:
        """Nothing is going on any more: what was seen is summed up."""
        self._soon.hide()
        self.training.end()
        self.training.sum_up(curve_words.summary(self._told))

    def draw_curves(self) -> None:
        """Draw curves from now on; pyqtgraph takes long to import, so they are made when the first training begins."""
        if not self.curves:
            self._make_curves()
            for plot in self.curves.values():
                plot.start(self._epochs)

    def tell(self, event: Event) -> None:
        """Show what the training told."""
        match event:
            case StepDone():
                self._add_step(event)
            case EpochDone():
                self._add_epoch(event)
            case LossWeightTried():
                self.training.probes.add(event)

    def set_colours(self, interpretable: str, twin: str, cam: str) -> None:
        """Draw the networks in other colours."""
        self._colours = _colours(interpretable, twin, cam)
        for plot in self.curves.values():
            plot.set_colours(self._colours)

    def _build_column(self) -> QWidget:
        inner = QWidget()
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, SMALL, 0)
        column.setSpacing(LARGE)
        column.addWidget(self.training)
        column.addWidget(self._soon, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._plots)
        column.addWidget(self._gallery_card)
        column.addStretch(1)
        return inner

    def _make_curves(self) -> None:
        from app.widgets.training_curves.curves import CurveLine, CurvesCard

        titles = {
            "interpretable": self.tr("interpretable"),
            "twin": self.tr("twin"),
            "cam": self.tr("CAM"),
            "position": self.tr("over positions"),
            "category": self.tr("between categories"),
        }
        line = {key: CurveLine(key, title, self._colours[key]) for key, title in titles.items()}
        self.curves = {
            "class": CurvesCard(
                *curve_words.class_loss(),
                [line["interpretable"], line["twin"], line["cam"]],
            ),
            "filter": CurvesCard(
                *curve_words.filter_loss(),
                [line["interpretable"]],
                phase=170,
            ),
            "entropy": CurvesCard(
                self.tr("Entropies"),
                self.tr("How undecided filters are: where their part is, and which category it belongs to."),
                [line["position"], line["category"]],
                phase=340,
            ),
        }
        for plot in self.curves.values():
            self._plots.add(plot)
            plot.pointed.connect(self._read_at)

    def _read_at(self, epoch: float | None) -> None:
        """All plots are read at the epoch that is pointed at in one of them."""
        for plot in self.curves.values():
            plot.read_at(epoch)

    def _add_step(self, event: StepDone) -> None:
        if not self.curves:
            return
        self._plots.show()
        self._soon.hide()
        self._add_losses(event)

    def _add_losses(self, event: StepDone | EpochDone) -> None:
        self.curves["class"].add(event.network, event.epoch, event.class_loss)
        if event.network == NetworkName.INTERPRETABLE:
            self.curves["filter"].add(event.network, event.epoch, event.filter_loss)

    def _add_epoch(self, event: EpochDone) -> None:
        self.training.answers.show_epoch(event)
        if self.curves and not self.curves["class"].points(event.network, event.epoch - 1):
            self._add_losses(event)  # of an epoch before the training was interrupted: its steps are not told again
        if event.network != NetworkName.INTERPRETABLE:
            return
        self._told.append(event)
        if self.curves:
            self.curves["entropy"].add("position", event.epoch, event.position_entropy)
            self.curves["entropy"].add("category", event.epoch, event.category_entropy)
        self._gallery_card.setVisible(bool(event.gallery))
        self.gallery.set_filters(event.gallery)


def _colours(interpretable: str, twin: str, cam: str) -> dict[str, str]:
    """Colours of the lines: the two entropies have those of networks, for they stand in a plot of their own."""
    return {"interpretable": interpretable, "twin": twin, "cam": cam, "position": interpretable, "category": cam}
