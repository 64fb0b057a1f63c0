"""What to export and how: boxes to tick, the format, the folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.export.bulk_form import BulkForm
from app.export.export_choices import INDENT, ExportChoices, ExportOffer
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, ElidedLabel, card, label, row
from app.widgets.fields import ChoiceField, IntegerField
from icnn_engine.core.language import TITLES

WIDTH = 420
DPI = (72, 200, 1200)  # least, usual, most


FIRST = ("report", "parts", "table")  # ticked at the first start


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """How figures are written: png, svg or pdf; dots an inch; 'single' or 'double' column. The report: 'html' or 'pdf',
    and the code of its language."""

    kind: str
    dpi: int
    column: Any
    report: str
    language: str


class ExportForm(QWidget):
    """Told what can be had; says what is chosen."""

    begin_wanted = Signal()
    place_wanted = Signal()
    style_changed = Signal()

    def __init__(self, languages: tuple[str, ...], language: str) -> None:
        """`language`: the report's, until another is chosen."""
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._languages = languages
        self.choices = ExportChoices(self._offers())
        self.bulk = BulkForm()
        self.choices.add_below("report", self._build_report())
        self.choices.add_below("bulk", self.bulk)
        frame, inside = card()
        inside.setContentsMargins(LARGE, MEDIUM, SMALL, LARGE)
        inside.addWidget(label(self.tr("What to export"), "heading"))
        inside.addWidget(self._build_scroll(), 1)
        inside.addLayout(self._build_how())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self.language.set_value(language)

    def _offers(self) -> tuple[ExportOffer, ...]:
        tr = self.tr
        offer = ExportOffer
        return (
            offer("report", tr("One-page report"), tr("For somebody who decides, in plain words."), tr("To be read")),
            offer("table", tr("Table"), tr("What the Measure page shows, as CSV, Markdown and LaTeX.")),
            offer("parts", tr("Parts"), tr("The best filter of each part, with crops from held-out pictures."),
                  tr("Figures")),
            offer("comparison", tr("Comparison"), tr("The same pictures by the network, its twin and CAM.")),
            offer("positions", tr("Where parts lie"), tr("The positions of all parts, beside the twin's.")),
            offer("filter", tr("Figure of the filter"), tr("How it reads a picture, and its best pictures.")),
            offer("stages", tr("Stages"), tr("How the chosen filter reads the picture that is on show.")),
            offer("answer", tr("Explanation of the picture"), tr("Why the network answers so, part by part.")),
            offer("heatmap", tr("Heatmap of the picture"), tr("The picture with the filter's heatmap over it.")),
            offer("bulk", tr("Files of many filters and pictures"), tr("For other programs, or to look through."),
                  tr("For other programs")),
            offer("model", tr("Trained network"), tr("Its weights (safetensors) and the settings that made it.")),
        )  # fmt: skip

    def _build_scroll(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        padded = QWidget()
        padding = QVBoxLayout(padded)
        padding.setContentsMargins(2, SMALL, MEDIUM, 0)
        padding.addWidget(self.choices)
        padding.addStretch(1)
        scroll.setWidget(padded)
        return scroll

    def _build_report(self) -> QWidget:
        self.report = ChoiceField([("html", self.tr("HTML, to send")), ("pdf", self.tr("PDF, to print"))])
        self.report.setMinimumContentsLength(12)
        self.report.setAccessibleName(self.tr("Format of the report"))
        self.language = ChoiceField([(code, TITLES.get(code, code)) for code in self._languages])
        self.language.setAccessibleName(self.tr("Language of the report"))
        made = QWidget()
        layout = row(self.report, self.language, 1, spacing=SMALL)
        layout.setContentsMargins(INDENT, 0, 0, MEDIUM)
        made.setLayout(layout)
        return made

    def _build_how(self) -> QVBoxLayout:
        self.kind = ChoiceField([("png", "PNG"), ("svg", "SVG"), ("pdf", "PDF")])
        self.kind.setAccessibleName(self.tr("Format of figures"))
        self.kind.setMinimumContentsLength(4)
        self.dpi = IntegerField(DPI[0], DPI[2])
        self.dpi.set_value(DPI[1])
        self.dpi.setSingleStep(50)
        self.dpi.setAccessibleName(self.tr("Dots per inch"))
        self.dpi.setToolTip(self.tr("How fine pictures on a page are; a heatmap as PNG keeps the picture's own pixels"))
        self.column = ChoiceField([("double", self.tr("Page width")), ("single", self.tr("One column"))])
        self.column.setMinimumContentsLength(9)
        self.column.setAccessibleName(self.tr("Width of stages and positions"))
        self.column.setToolTip(self.tr("Stages and positions fit one column of a paper (3.5 inches); others need 7.2"))
        self.column.edited.connect(self.style_changed)
        self.place = ElidedLabel("", "mono")
        self.choose = Button(self.tr("Choose…"), "", "folder", self.place_wanted.emit)
        self.choose.setToolTip(self.tr("Choose the folder to write to"))
        self.start = Button(self.tr("Export"), "primary", "export", self.begin_wanted.emit)
        place = row(label(self.tr("To"), "muted"), self.choose, spacing=MEDIUM)
        place.insertWidget(1, self.place, 1)
        made = QVBoxLayout()
        made.setContentsMargins(0, SMALL, MEDIUM, 0)
        made.setSpacing(MEDIUM)
        figures, dpi = label(self.tr("Figures"), "muted"), label(self.tr("dpi"), "muted")
        self.dpi.setFixedWidth(72)
        made.addLayout(row(figures, self.kind, self.dpi, dpi, 1, self.column, spacing=SMALL))
        made.addLayout(place)
        made.addWidget(self.start)
        return made

    @property
    def chosen(self) -> FigureStyle:
        """How things are to be written."""
        return FigureStyle(
            self.kind.value(), self.dpi.value(), self.column.value(), self.report.value(), self.language.value()
        )

    def remembered(self) -> str:
        """Every choice as a text, to be kept for the next start."""
        ticked = [key for key, box in self.choices.boxes.items() if box.isChecked()]
        return json.dumps({"ticked": ticked, "bulk": self.bulk.remembered(), **asdict(self.chosen)})

    def recall(self, text: str) -> None:
        """Choose what was kept, or without a text what is usual."""
        kept = json.loads(text) if text else {}
        self.choices.tick(*kept.get("ticked", FIRST))
        self.bulk.recall(kept.get("bulk", {}))
        self.dpi.set_value(kept.get("dpi", DPI[1]))
        for name, field in (("kind", self.kind), ("column", self.column), ("report", self.report)):
            field.set_value(kept.get(name))
        self.language.set_value(kept.get("language", self.language.value()))

    def set_place(self, place: Path) -> None:
        """Another folder is written to."""
        self.place.set_text(str(place))

    def set_ready(self, ready: bool) -> None:
        """Whether there is something to export."""
        self.start.setEnabled(ready)
        self.start.setToolTip("" if ready else self.tr("Tick what to export first"))
