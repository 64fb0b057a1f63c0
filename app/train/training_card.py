"""The training under way: its stage and time left, how right the networks are, and the buttons that steer it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.style.stylesheet import SMALL, TIGHT, WIDE
from app.widgets.common import Button, column, label, row
from app.widgets.job_card import JobCard
from icnn_engine.core.events import EpochDone, LossWeightTried, NetworkName


class TrainingCard(JobCard):
    """Told how far the training is; says which button is clicked."""

    filters_wanted = Signal()
    measure_wanted = Signal()
    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("TrainingCard", "Progress of the training"),
            QCoreApplication.translate("TrainingCard", "End after this epoch and keep what was learned"),
            QCoreApplication.translate("TrainingCard", "Stop and throw away what was learned"),
            QCoreApplication.translate(
                "TrainingCard", "Stop and keep what was learned at the last checkpoint: go on from the Runs page"
            ),
        )
        self.filters = Button(self.tr("See the filters"), "primary", "filters", self.filters_wanted.emit)
        self.measure = Button(self.tr("Measure"), "", "measure", self.measure_wanted.emit)
        self.again = Button(self.tr("Try again"), "primary", "play", self.again_wanted.emit)
        self.again.setToolTip(self.tr("Start once more with the settings as they are in the form now"))
        self.answers = AccuracyCard()
        self.probes = LossWeightCard()
        self.buttons.addWidget(self.again)
        self.buttons.addWidget(self.measure)
        self.buttons.addWidget(self.filters)
        self.summary = label("", "", wrap=True)
        self.inside.addWidget(self.summary)
        self.inside.addWidget(self.answers)
        self.inside.addWidget(self.probes)

    def begin(self, title: str) -> None:
        """A training begins."""
        super().begin(title)
        self.offer(False)
        self.offer_again(False)
        self.sum_up("")
        self.answers.clear()
        self.probes.clear()

    def sum_up(self, words: str) -> None:
        """What can be said of the whole training; nothing yet where there are no words."""
        self.summary.setText(words)
        self.summary.setVisible(bool(words))

    def offer(self, kept: bool) -> None:
        """Offer to look at the run that was kept, or do not."""
        self.filters.setVisible(kept)
        self.measure.setVisible(kept)
        if kept:
            self.filters.setFocus()

    def offer_again(self, failed: bool) -> None:
        """Offer to start once more after a failure, or do not."""
        self.again.setVisible(failed)
        if failed:
            self.again.setFocus()


class AccuracyCard(QWidget):
    """Balanced accuracy of the networks so far."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, QLabel] = {name: label("", "number") for name in NetworkName}
        titles: dict[str, str] = {
            NetworkName.INTERPRETABLE: self.tr("interpretable"),
            NetworkName.TWIN: self.tr("ordinary twin"),
            NetworkName.CAM: self.tr("CAM network"),
        }
        numbers = row(spacing=WIDE)
        for name, number in self._numbers.items():
            numbers.addLayout(column(number, label(titles[name], "small"), spacing=0))
        numbers.addStretch(1)
        whole = column(label(self.tr("Balanced accuracy on pictures kept aside"), "small"), spacing=TIGHT)
        whole.addLayout(numbers)
        self.setLayout(whole)
        self.hide()

    def show_epoch(self, event: EpochDone) -> None:
        """How right a network is after an epoch."""
        self._numbers[event.network].setText(f"{100 * event.balanced_accuracy:.1f} %")
        self.show()

    def clear(self) -> None:
        """Forget the numbers."""
        for number in self._numbers.values():
            number.setText("–")
        self.hide()


class LossWeightCard(QWidget):
    """The strengths that were tried, and the one that was taken."""

    def __init__(self) -> None:
        super().__init__()
        self._row = row(spacing=SMALL)
        self._row.addWidget(label(self.tr("Strengths tried"), "small"))
        self._row.addStretch(1)
        self.setLayout(self._row)
        self.hide()

    def add(self, tried: LossWeightTried) -> None:
        """One more probe."""
        text = f"{tried.strength:g}  →  {tried.equivariance:.2f}"
        made = label(text, "pill-good" if tried.accepted else "pill")
        made.setToolTip(
            self.tr("Equivariance {reached:.2f}; {threshold:.2f} is needed").format(
                reached=tried.equivariance, threshold=tried.threshold
            )
        )
        self._row.insertWidget(self._row.count() - 1, made)
        self.show()

    def clear(self) -> None:
        """Forget the probes."""
        while self._row.count() > 2:
            item = self._row.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self.hide()
