"""What is done with a network that was read: looked inside as it is, or converted; how it learns then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.networks.field_grid import field_grid
from app.style.stylesheet import SMALL
from app.widgets.common import column, label, row, toggle
from app.widgets.fields import IntegerField, NumberField
from app.widgets.layouts.containers import button_group
from app.widgets.layouts.folded_section import FoldedSection
from icnn_engine.core.config import CONVERSION_BATCH, CONVERSION_EPOCHS, CONVERSION_RATE, CONVERSION_STRENGTH

LOWEST = 1e-7  # of a rate or a weight


class ConversionForm(QWidget):
    """The choice between the look and the conversion; what the conversion means and how it learns is shown with it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = toggle(self.tr("Look inside"), self.tr("See the layer as it is: nothing is trained"), on=True)
        self.convert = toggle(self.tr("Convert"), self.tr("Let the layer learn to keep its filters to parts"))
        self.epochs, self.batch = IntegerField(1, 1000), IntegerField(2, 1024)
        self.rate, self.strength = NumberField(LOWEST, 1), NumberField(LOWEST, 1)
        self.set_values({
            "epochs": CONVERSION_EPOCHS,
            "batch": CONVERSION_BATCH,
            "learning_rate": CONVERSION_RATE,
            "strength": CONVERSION_STRENGTH,
        })  # fmt: skip
        self.told = label(
            self.tr(
                "The layer and what lies above it learn from your pictures, with the network's own answers as the "
                "target, so that filters hold parts: do not expect several different parts, and expect its answers to "
                "change; the run tells by how much. Your file stays as it is."
            ),
            "small",
            wrap=True,
        )
        self.more = self._build_learning()
        button_group(self, self.look, self.convert)
        column(row(self.look, self.convert, 1), self.told, self.more, spacing=SMALL, parent=self)
        self._show()
        self.convert.toggled.connect(self._choose)
        for field in self._fields().values():
            field.edited.connect(self.edited)

    def _build_learning(self) -> FoldedSection:
        self.epochs.setToolTip(self.tr("How often all training pictures are gone through"))
        self.batch.setToolTip(self.tr("Pictures in one step; fewer need less memory"))
        self.rate.setToolTip(self.tr("The highest rate of the schedule; a lower one changes the answers less"))
        self.strength.setToolTip(self.tr("How hard filters are pushed to one place; less changes the answers less"))
        grid = field_grid((
            (self.tr("Epochs"), self.epochs),
            (self.tr("Batch"), self.batch),
            (self.tr("Learning rate"), self.rate),
            (self.tr("Weight of the filter loss"), self.strength),
        ))  # fmt: skip
        return FoldedSection(self.tr("How it learns"), grid)

    def _fields(self) -> dict[str, IntegerField | NumberField]:
        return {"epochs": self.epochs, "batch": self.batch, "learning_rate": self.rate, "strength": self.strength}

    def _choose(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        for shown in (self.told, self.more):
            shown.setVisible(self.convert.isChecked())

    def values(self) -> dict[str, Any]:
        """Return whether to convert, and the settings of a conversion by their names."""
        return {"convert": self.convert.isChecked()} | {name: one.value() for name, one in self._fields().items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; fields without one stay."""
        for name, field in self._fields().items():
            if name in values:
                field.set_value(values[name])
        if "convert" in values:
            (self.convert if values["convert"] else self.look).setChecked(True)
