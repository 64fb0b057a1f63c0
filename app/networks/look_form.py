"""What is done with a network that was read: with which layer, answers and filters, and how pictures are prepared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.inspection_watch import NetworkDraft
from app.core.network_operations import NetworkReading
from app.networks.choice_tables import AnswersTable, LayersTable
from app.networks.conversion_form import ConversionForm
from app.networks.field_grid import field_grid
from app.style.stylesheet import TIGHT
from app.widgets.common import column, label, show_text
from app.widgets.fields import IntegerField, PatternField
from app.widgets.layouts.folded_section import FoldedSection

# Looked at unless the user says otherwise: minutes on two cores. A quarter of the pictures are tested, and a filter has
# to fire above its median on ten of them to hold a part.
FILTERS, PICTURES = 32, 100
LEAST = 3 * 28 + 34  # height of a table: three rows and its heading


class ColoursField(PatternField):
    """Three numbers, of red, green and blue; an empty field stands for the usual ones."""

    def __init__(self) -> None:
        super().__init__("", r" *(\d?\.?\d* *){0,3}")

    def value(self) -> tuple[float, ...] | None:
        """Return the numbers; None for the usual ones."""
        numbers = tuple(float(word) for word in self.text().split() if word != ".")
        return numbers or None

    def set_value(self, value: tuple[float, ...] | None) -> None:
        """Show numbers, or none."""
        self.setText(" ".join(f"{number:g}" for number in value or ()))


class LookForm(QWidget):
    """Empty until a network is shown."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.conversion, self.layers, self.answers = ConversionForm(), LayersTable(), AnswersTable()
        self.note = label("", "small", wrap=True)
        self.filters = IntegerField(2, 2048)
        self.filters.set_value(FILTERS)
        self.max_pictures = IntegerField(4, 100_000, self.tr("all"))
        self.max_pictures.set_value(PICTURES)
        self.input_size = IntegerField(16, 2048, self.tr("as usual"))
        self.resize_to = IntegerField(0, 4096, self.tr("as usual"))
        self.mean, self.std = ColoursField(), ColoursField()
        for field in (self.input_size, self.resize_to):
            field.set_value(None)
        self.more = FoldedSection(self.tr("How pictures are prepared"), self._build_preparing())
        for table in (self.layers, self.answers):
            table.setMinimumHeight(LEAST)
        column(
            self.conversion,
            label(self.tr("Layer whose channels are looked at"), "caption"),
            (self.layers, 3),
            label(self.tr("Categories, and the answers that stand for them"), "caption"),
            (self.answers, 2),
            self._build_numbers(),
            self.more,
            self.note,
            spacing=TIGHT,
            parent=self,
        )
        for field in self.fields().values():
            field.edited.connect(self.edited)
        for part in (self.conversion, self.layers, self.answers):
            part.edited.connect(self.edited)

    def fields(self) -> dict[str, Any]:
        """Return the fields besides the tables, by the names of what they hold."""
        return {
            "filters": self.filters,
            "max_pictures": self.max_pictures,
            "input_size": self.input_size,
            "resize": self.resize_to,
            "mean": self.mean,
            "std": self.std,
        }

    def _build_numbers(self) -> QGridLayout:
        self.filters.setToolTip(self.tr("The channels that add most to the answers are looked at"))
        pictures = self.tr("Pictures of each kind")
        hint = self.tr("At most so many; with fewer than some 80 too few are left to tell which filters hold a part")
        self.max_pictures.setToolTip(hint)
        return field_grid(((self.tr("Filters"), self.filters), (pictures, self.max_pictures)))

    def _build_preparing(self) -> QGridLayout:
        return field_grid((
            (self.tr("Side of the input, pixels"), self.input_size),
            (self.tr("Shorter side resized to (0: squashed)"), self.resize_to),
            (self.tr("Mean of red, green, blue"), self.mean),
            (self.tr("Deviation of red, green, blue"), self.std),
        ))  # fmt: skip

    def show_reading(self, reading: NetworkReading, draft: NetworkDraft) -> None:
        """Show a network that was read, with what the user had chosen."""
        self.layers.show_layers(reading.layers, reading.suggested, draft.values.get("layer", ""))
        self.answers.show_answers(reading.found, draft.answers, draft.chosen)
        self.input_size.setSpecialValueText(self.tr("{size} (as usual)").format(size=reading.fit.size))
        self.resize_to.setSpecialValueText(self.tr("{size} (as usual)").format(size=reading.fit.resize))
        for field, usual in ((self.mean, reading.mean), (self.std, reading.std)):
            field.setPlaceholderText(" ".join(f"{value:g}" for value in usual))
        answers = self.tr("{count} answers.").format(count=f"{reading.answers:,}")
        show_text(self.note, " ".join((answers, *reading.notes)))

    def values(self) -> dict[str, Any]:
        """Return what the fields hold, with the chosen layer and what is done."""
        own = {name: field.value() for name, field in self.fields().items()}
        return own | {"layer": self.layers.value()} | self.conversion.values()

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; fields without one stay. The layer comes with `show_reading`."""
        for name, field in self.fields().items():
            if name in values:
                field.set_value(values[name])
        self.conversion.set_values(values)
