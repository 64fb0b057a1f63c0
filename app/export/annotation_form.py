"""Form of an export of annotations: pictures and formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.export.bulk_form import lay_out
from app.export.export_choices import TickBox
from app.widgets.common import label
from app.widgets.fields import ChoiceField

USUAL = ("coco", "cvat")  # formats ticked at first


@dataclass(frozen=True, slots=True)
class AnnotationChoice:
    """`side`: of the split, None for all; `formats`: of `figures.annotations.FORMATS`."""

    side: Any
    formats: Any


class AnnotationForm(QWidget):
    """A choice of pictures and a box for each format."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.side = ChoiceField([
            (None, tr("All pictures")), ("held-out", tr("Kept out of training")), ("test", tr("Only test pictures")),
        ])  # fmt: skip
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
        lay_out(self, {tr("Pictures"): self.side}, self.formats, self.count)
        self.side.edited.connect(self.changed)
        for name, box in self.formats.items():
            box.setToolTip(formats[name][1])
            box.setChecked(name in USUAL)
            box.toggled.connect(self.changed)

    @property
    def choice(self) -> AnnotationChoice:
        """The pictures and formats that are chosen."""
        return AnnotationChoice(self.side.value(), tuple(name for name, box in self.formats.items() if box.isChecked()))
