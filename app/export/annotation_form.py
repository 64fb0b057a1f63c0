"""Form of an export of annotations: pictures and formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.export.bulk_form import lay_out
from app.export.export_choices import TickBox
from app.widgets.common import label
from app.widgets.fields import ChoiceField
from icnn_engine.core.escaping import visible

USUAL = ("coco", "cvat")  # formats ticked at first


@dataclass(frozen=True, slots=True)
class AnnotationChoice:
    """`side`: of the split, None for all; `category`: "" for all; `formats`: of `figures.annotations.FORMATS`."""

    side: Any
    category: Any
    formats: Any


class AnnotationForm(QWidget):
    """Choices of pictures and a box for each format."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.side = ChoiceField([
            (None, tr("All pictures")), ("held-out", tr("Kept out of training")), ("test", tr("Only test pictures")),
        ])  # fmt: skip
        self.category = ChoiceField()
        formats = {
            "coco": (tr("COCO keypoints"), tr("One JSON file for all pictures")),
            "cvat": (tr("CVAT for images"), tr("One XML file, and the labels for a new task")),
            "labelme": (tr("LabelMe"), tr("A JSON file for each picture, which names the picture by its path")),
            "yolo": (tr("YOLO-pose"), tr("A text file for each picture, and data.yaml; without confidences")),
            "landmarks": (
                tr("Landmarks of Partscope"),
                tr("landmarks.csv, to be corrected with Mark parts… on Measure"),
            ),
        }
        self.formats = {name: TickBox(title) for name, (title, _tip) in formats.items()}
        self.count = label("", "small", wrap=True)
        fields = {tr("Pictures"): self.side, tr("Category"): self.category}
        self._rows = lay_out(self, fields, self.formats, self.count)
        self.show_categories(())
        for field in fields.values():
            field.edited.connect(self.changed)
        for name, box in self.formats.items():
            box.setToolTip(formats[name][1])
            box.setChecked(name in USUAL)
            box.toggled.connect(self.changed)

    @property
    def choice(self) -> AnnotationChoice:
        """The pictures and formats that are chosen."""
        formats = tuple(name for name, box in self.formats.items() if box.isChecked())
        return AnnotationChoice(self.side.value(), self.category.value(), formats)

    def show_categories(self, names: Sequence[str]) -> None:
        """Offer the categories of a run, if it has several."""
        self.category.set_choices([("", self.tr("All categories")), *((name, visible(name)) for name in names)])
        self._rows.setRowVisible(self.category, len(names) > 1)
