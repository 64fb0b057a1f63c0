"""Form of a bulk export: filters, pictures, kinds of files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from app.export.export_choices import INDENT, TickBox
from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import column, label
from app.widgets.fields import ChoiceField

USUAL = ("overlays", "peaks")  # kinds of files ticked at first


@dataclass(frozen=True, slots=True)
class BulkChoice:
    """`filters`: 'parts', 'starred', 'all' or 'this'; `side`: of the split, None for all; `kinds`: of files."""

    filters: Any
    side: Any
    kinds: Any


def lay_out(form: QWidget, fields: Mapping[str, QWidget], boxes: Mapping[str, QWidget], count: QWidget) -> QFormLayout:
    """Lay out a form below its box: fields with their names (returned), boxes to tick, the words that count files."""
    rows = QFormLayout()
    rows.setHorizontalSpacing(MEDIUM)
    rows.setVerticalSpacing(SMALL)
    for name, field in fields.items():
        field.setAccessibleName(name)
        rows.addRow(label(name, "muted"), field)
    layout = column(*boxes.values(), count)
    layout.setContentsMargins(INDENT, 0, 0, MEDIUM)
    layout.insertLayout(0, rows)
    form.setLayout(layout)
    return rows


class BulkForm(QWidget):
    """Two choices and a box for each kind of files."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.filters = ChoiceField([
            ("parts", tr("The best filter of each part")), ("starred", tr("Starred filters")),
            ("this", tr("The chosen filter")), ("all", tr("All filters")),
        ])  # fmt: skip
        self.side = ChoiceField([
            ("held-out", tr("Kept aside")), ("test", tr("Only test pictures")), (None, tr("All pictures")),
        ])  # fmt: skip
        kinds = {
            "overlays": (tr("Overlays"), tr("Pictures with the heatmap over them, PNG")),
            "heatmaps": (tr("Heatmaps"), tr("The heatmap alone, as large as the picture, PNG")),
            "maps": (tr("Raw maps"), tr("Numbers of every cell before masking, .npy for NumPy")),
            "peaks": (tr("Peaks as a table"), tr("Where each filter peaks in each picture, CSV")),
        }
        self.kinds = {kind: TickBox(title) for kind, (title, _tip) in kinds.items()}
        self.count = label("", "small", wrap=True)
        lay_out(self, {tr("Filters"): self.filters, tr("Pictures"): self.side}, self.kinds, self.count)
        for field in (self.filters, self.side):
            field.edited.connect(self.changed)
        for kind, box in self.kinds.items():
            box.setToolTip(kinds[kind][1])
            box.setChecked(kind in USUAL)
            box.toggled.connect(self.changed)

    @property
    def choice(self) -> BulkChoice:
        """The filters, pictures and kinds of files that are chosen."""
        kinds = tuple(kind for kind, box in self.kinds.items() if box.isChecked())
        return BulkChoice(self.filters.value(), self.side.value(), kinds)
