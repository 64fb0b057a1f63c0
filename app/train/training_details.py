"""What stands folded below the parts of a training: how right the networks are, and how the loss weight was chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from app.style.stylesheet import TIGHT, WIDE
from app.widgets.common import column, label, row
from app.widgets.layouts.wrapping_row import WrappingRow
from icnn_engine.core.events import EpochDone, LossWeightTried, NetworkName
from icnn_engine.core.number_words import percent


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
        told = self.tr("Right answers so far, on pictures kept aside to check the training. The test comes at the end.")
        whole = column(label(told, "small", wrap=True), spacing=TIGHT)
        whole.addLayout(numbers)
        self.setLayout(whole)
        self.hide()

    def show_epoch(self, event: EpochDone) -> None:
        """How right a network is after an epoch."""
        self._numbers[event.network].setText(percent(event.balanced_accuracy))
        self.show()

    def clear(self) -> None:
        """Forget the numbers."""
        for number in self._numbers.values():
            number.setText("–")
        self.hide()


class LossWeightCard(QWidget):
    """The weights of the filter loss that were tried, and the one that was taken."""

    def __init__(self) -> None:
        super().__init__()
        self._tried: list[QLabel] = []
        note = self.tr(
            "Short trainings tried weights of the filter loss, the gentlest first. Taken is the first whose filters "
            "move along well enough when the picture is moved (1 is perfect)."
        )
        self._row = WrappingRow()
        column(label(note, "small", wrap=True), self._row, spacing=TIGHT, parent=self)
        self.hide()

    def add(self, tried: LossWeightTried) -> None:
        """One more probe."""
        words = self.tr("{weight:g}: {reached:.2f}, taken") if tried.accepted else self.tr("{weight:g}: {reached:.2f}")
        text = words.format(weight=tried.strength, reached=tried.equivariance)
        made = label(text, "pill-good" if tried.accepted else "pill")
        made.setToolTip(
            self.tr("Its filters moved along with {reached:.2f}; {threshold:.2f} is needed").format(
                reached=tried.equivariance, threshold=tried.threshold
            )
        )
        self._row.addWidget(made)
        self._tried.append(made)
        self.show()

    def clear(self) -> None:
        """Forget the probes."""
        for made in self._tried:
            self._row.removeWidget(made)
            made.deleteLater()
        self._tried = []
        self.hide()
