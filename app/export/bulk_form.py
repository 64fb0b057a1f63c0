"""Which files a bulk export writes: of which filters, on which pictures, for the eye or for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from app.export.export_choices import INDENT, TickBox
from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import label
from app.widgets.fields import ChoiceField

KINDS = ("overlays", "heatmaps", "maps", "peaks")


@dataclass(frozen=True, slots=True)
class BulkChoice:
    """`filters`: 'parts', 'starred', 'all' or 'this'; `side`: of the split, None for all; `kinds`: of files."""

    filters: Any
    side: Any
    kinds: Any


class BulkForm(QWidget):
    """Two choices and a row of boxes, shown below the box that asks for many files."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.filters = ChoiceField([
            ("parts", tr("The best filter of each part")), ("starred", tr("Starred filters")),
            ("this", tr("The chosen filter")), ("all", tr("All filters")),
        ])  # fmt: skip
        self.side = ChoiceField([
            ("held-out", tr("Kept out of training")), ("test", tr("Only test pictures")), (None, tr("All pictures")),
        ])  # fmt: skip
        titles = {
            "overlays": (tr("Overlays"), tr("Pictures with the heatmap over them, PNG")),
            "heatmaps": (tr("Heatmaps"), tr("The heatmap alone, as large as the picture, PNG")),
            "maps": (tr("Raw maps"), tr("Numbers of every cell before masking, .npy for NumPy")),
            "peaks": (tr("Peaks as a table"), tr("Where each filter peaks in each picture, CSV")),
        }
        self.kinds = {kind: TickBox(titles[kind][0]) for kind in KINDS}
        self.count = label("", "small", wrap=True)
        form = QFormLayout()
        form.setHorizontalSpacing(MEDIUM)
        form.setVerticalSpacing(SMALL)
        for words, choice in ((tr("Filters"), self.filters), (tr("Pictures"), self.side)):
            choice.setAccessibleName(words)
            choice.edited.connect(self.changed)
            form.addRow(label(words, "muted"), choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 0, 0, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(form)
        for kind, box in self.kinds.items():
            box.setToolTip(titles[kind][1])
            box.toggled.connect(self.changed)
            column.addWidget(box)
        column.addWidget(self.count)
        self.recall({})

    @property
    def choice(self) -> BulkChoice:
        """What is chosen."""
        kinds = tuple(kind for kind, box in self.kinds.items() if box.isChecked())
        return BulkChoice(self.filters.value(), self.side.value(), kinds)

    def remembered(self) -> dict[str, Any]:
        """The choice as plain values, to be kept."""
        return asdict(self.choice)

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Choose what was kept."""
        self.filters.set_value(kept.get("filters"))
        self.side.set_value(kept.get("side", "held-out"))
        for kind, box in self.kinds.items():
            box.setChecked(kind in kept.get("kinds", ("overlays", "peaks")))
