"""A training as it is watched: progress and what steers it, a gallery of what filters see so far, folded curves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.train.live_gallery import LiveGallery
from app.train.picture_stream import PictureStream
from app.train.result_banner import ResultBanner
from app.train.training_card import TrainingCard
from app.train.training_details import AccuracyCard, LossWeightCard
from app.train.training_progress import Step
from app.widgets.common import FlowLayoutWidget, card, column, label, show_text
from app.widgets.layouts.containers import filled_card
from app.widgets.layouts.folded_section import FoldedSection
from app.widgets.training_curves import curve_words
from icnn_engine.core.events import EpochDone, Event, LossWeightTried, NetworkName, PicturesRead, StepDone

if TYPE_CHECKING:
    from app.widgets.training_curves.curves import CurvesCard

PLOT = 236  # least width of a plot
SHORT = 420  # points of height: with fewer the gallery would begin below the edge


class TrainingView(QScrollArea):
    """Told what a training tells; what steers it is said by its card, `training`."""

    def __init__(self, interpretable: str, twin: str, cam: str) -> None:
        """The colours of the three networks."""
        super().__init__()
        self._colours = _colours(interpretable, twin, cam)
        self._epochs = 1
        self._told: list[EpochDone] = []
        self.training, self.result = TrainingCard(), ResultBanner()
        self.stream, self.gallery = PictureStream(), LiveGallery()
        self.answers, self.probes = AccuracyCard(), LossWeightCard()
        self.summary = label("", "", wrap=True)
        self.curves: dict[str, CurvesCard] = {}
        self._plots = FlowLayoutWidget(PLOT)
        self.curves_section = FoldedSection(self.tr("Curves"), self.summary, self.answers, self._plots, spacing=MEDIUM)
        self.details_section = FoldedSection(self.tr("How the loss weight was chosen"), self.probes)
        self._stream_card = filled_card(label(self.tr("The pictures it reads"), "heading"), self.stream)
        self._gallery_card, inside = card()
        inside.addWidget(label(self.tr("What filters see so far"), "heading", wrap=True))
        note = self.tr(
            "A row is a filter: the pictures on which it answers strongest, cut out where it looks. They change as it "
            "learns; whether a filter keeps to one part is tested at the end."
        )
        self._gallery_note = label(note, "small", wrap=True)
        inside.addWidget(self._gallery_note)
        inside.addWidget(self.gallery)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._build_column())

    def begin(self, title: str, epochs: int, steps: Sequence[Step]) -> None:
        """A training of so many epochs begins, with these steps."""
        self._epochs, self._told = epochs, []
        for part in (self.gallery, self.stream, self.answers, self.probes):
            part.clear()
        for shown in (self.result, self._gallery_card, self._stream_card, self.details_section, self.curves_section):
            shown.hide()
        show_text(self.summary, "")
        self.training.show()
        self.training.begin_steps(title, steps)
        self.verticalScrollBar().setValue(0)
        for plot in self.curves.values():
            plot.start(epochs)

    def take(self, panel: QWidget) -> None:
        """Show a panel from elsewhere below the gallery."""
        self._column.insertWidget(self._column.indexOf(self._gallery_card) + 1, panel)

    def take_focus_of_buttons(self) -> None:
        """Take the focus from the buttons that steer the training, before they are disabled or hidden: else it goes on
        to the curves further down, and the view scrolls there."""
        focused = QApplication.focusWidget()
        if focused is not None and self.training.isAncestorOf(focused):
            self.setFocus()

    def end(self) -> None:
        """Nothing is going on any more: what was seen is summed up."""
        self.training.end()
        self.gallery.show_latest()
        self._stream_card.hide()
        show_text(self.summary, curve_words.summary(self._told))

    def show_result(self, sentences: Sequence[str], name: str, loss: str = "") -> None:
        """Show what a finished training has come to, at the top, and the name of its run. How often it was right on the
        way goes: it was counted on other pictures than the test pictures."""
        self.training.hide()
        self.answers.clear()
        self.result.show_result(sentences, name, loss)
        self.verticalScrollBar().setValue(0)

    def draw_curves(self) -> None:
        """Draw curves from now on; pyqtgraph takes long to import, so they are made when the first training begins."""
        if not self.curves:
            self._make_curves()
            for plot in self.curves.values():
                plot.start(self._epochs)

    def tell(self, event: Event) -> None:
        """Show what the training told."""
        match event:
            case PicturesRead(paths):
                self._stream_card.setVisible(not self.gallery.places)
                self.stream.add(paths)
            case StepDone() if self.curves:
                self.curves_section.show()
                self._add_losses(event)
            case EpochDone():
                self._add_epoch(event)
            case LossWeightTried():
                self.details_section.show()
                self.probes.add(event)

    def set_colours(self, interpretable: str, twin: str, cam: str) -> None:
        """Draw the networks in other colours."""
        self._colours = _colours(interpretable, twin, cam)
        for plot in self.curves.values():
            plot.set_colours(self._colours)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little height, leave out what only explains, so that parts are in sight."""
        super().resizeEvent(event)
        short = self.height() < SHORT
        self.training.set_compact(short)
        self._gallery_note.setVisible(not short)
        self._column.setSpacing(SMALL if short else LARGE)

    def _build_column(self) -> QWidget:
        parts = (self.result, self.training, self._stream_card, self._gallery_card)
        folded = (self.curves_section, self.details_section)
        inner = QWidget()
        self._column = column(*parts, *folded, 1, spacing=LARGE, margins=(0, 0, SMALL, 0), parent=inner)
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

    def _add_losses(self, event: StepDone | EpochDone) -> None:
        self.curves["class"].add(event.network, event.epoch, event.class_loss)
        if event.network == NetworkName.INTERPRETABLE:
            self.curves["filter"].add(event.network, event.epoch, event.filter_loss)

    def _add_epoch(self, event: EpochDone) -> None:
        self.answers.show_epoch(event)
        self.curves_section.show()
        if self.curves and not self.curves["class"].points(event.network, event.epoch - 1):
            self._add_losses(event)  # of an epoch before the training was interrupted: its steps are not told again
        if event.network != NetworkName.INTERPRETABLE:
            return
        self._told.append(event)
        if self.curves:
            self.curves["entropy"].add("position", event.epoch, event.position_entropy)
            self.curves["entropy"].add("category", event.epoch, event.category_entropy)
        if event.gallery:
            self._stream_card.hide()
            self._gallery_card.show()
            self.training.set_learned(True)
            self.gallery.set_filters(event.gallery)


def _colours(interpretable: str, twin: str, cam: str) -> dict[str, str]:
    """Colours of the lines: the two entropies have those of networks, for they stand in a plot of their own."""
    return {"interpretable": interpretable, "twin": twin, "cam": cam, "position": interpretable, "category": cam}
