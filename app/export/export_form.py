"""Form of the Export page: the report, other exports to tick, format, folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget

from app.export.annotation_form import AnnotationChoice, AnnotationForm
from app.export.bulk_form import BulkChoice, BulkForm
from app.export.export_choices import ExportChoices, ExportOffer
from app.export.report_form import ReportForm
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, ElidedLabel, card, column, label, row
from app.widgets.fields import ChoiceField, IntegerField

WIDTH = 420
DPI = (72, 200, 1200)  # least, default, most
FIRST = ("parts", "table")  # ticked at the first start
HEAVY = ("annotations", "bulk", "model", "onnx")  # write many or large files: ticked anew each time
LANGUAGE = "report language"  # key of the choices that are kept


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """Format of figures ('png', 'svg', 'pdf'), dots per inch, width of columns ('single', 'double').

    `report`: format of the report ('html', 'pdf'); `language`: its code, empty for the window's.
    """

    kind: str
    dpi: int
    column: Any
    report: str
    language: str


class ExportForm(QWidget):
    """Form with the report, the other exports, their format and the folder."""

    begin_wanted = Signal()
    style_changed = Signal()

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.choices, self.bulk, self.annotations = ExportChoices(self._offers()), BulkForm(), AnnotationForm()
        self.report = ReportForm(languages)
        self.many: dict[str, BulkForm | AnnotationForm] = {"bulk": self.bulk, "annotations": self.annotations}
        for key, form in self.many.items():
            self.choices.add_below(key, form)
            form.changed.connect(self.choices.changed)
        frame, inside = card()
        inside.setContentsMargins(LARGE, MEDIUM, SMALL, LARGE)
        inside.addWidget(self._build_scroll(), 1)
        inside.addLayout(self._build_how())
        self.setLayout(row(frame))

    def _offers(self) -> tuple[ExportOffer, ...]:
        tr, offer = self.tr, ExportOffer
        return (
            offer("table", tr("Table"), tr("What the Measure page shows, as CSV, Markdown and LaTeX."), tr("Numbers")),
            offer("parts", tr("Parts"), tr("The best filter of each part, with crops from held-out pictures."),
                  tr("Figures")),
            offer("comparison", tr("Comparison"), tr("The same pictures by both networks and CAM.")),
            offer("positions", tr("Where parts lie"), tr("The positions of all parts, beside the other network's.")),
            offer("filter", tr("Figure of the filter"), tr("How it reads a picture, and its best pictures.")),
            offer("stages", tr("Stages"), tr("How the chosen filter reads the picture that is on show.")),
            offer("answer", tr("Explanation of the picture"), tr("Why the network answers so, part by part.")),
            offer("heatmap", tr("Heatmap of the picture"), tr("The picture with the filter's heatmap over it.")),
            offer("annotations", tr("Positions of the parts"),
                  tr("For labelling tools and training: guesses of the filters, to be corrected."),
                  tr("For other programs")),
            offer("bulk", tr("Files of many filters and pictures"), tr("For other programs, or to look through.")),
            offer("model", tr("The network"), tr("Its weights (safetensors) and the settings of the run.")),
            offer("onnx", tr("Network as ONNX"), tr("For programs without PyTorch, with an example of its use.")),
        )  # fmt: skip

    def _build_scroll(self) -> QScrollArea:
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        padded = QWidget()
        padding = QVBoxLayout(padded)
        padding.setContentsMargins(2, SMALL, MEDIUM, 0)
        padding.addWidget(self.report)
        padding.addWidget(label(self.tr("What else to export"), "heading"))
        padding.addWidget(self.choices)
        padding.addStretch(1)
        scroll.setWidget(padded)
        return scroll

    def _build_how(self) -> QVBoxLayout:
        self.kind = _choice(self.tr("Format of figures"), {"png": "PNG", "svg": "SVG", "pdf": "PDF"}, 4)
        self.dpi = IntegerField(DPI[0], DPI[2])
        self.dpi.set_value(DPI[1])
        self.dpi.setSingleStep(50)
        self.dpi.setFixedWidth(72)
        self.dpi.setAccessibleName(self.tr("Dots per inch"))
        self.dpi.setToolTip(self.tr("How fine pictures on a page are; a heatmap as PNG keeps the picture's own pixels"))
        widths = {"double": self.tr("Page width"), "single": self.tr("One column")}
        self.column = _choice(self.tr("Width of stages and positions"), widths, 9)
        self.column.setToolTip(self.tr("Stages and positions fit one column of a paper (3.5 inches); others need 7.2"))
        self.column.edited.connect(self.style_changed)
        self._folder = ElidedLabel("", "mono")
        self.choose = Button(self.tr("Choose…"), "", "folder", self.choose_folder)
        self.choose.setToolTip(self.tr("Choose the folder to write to"))
        self.start = Button(self.tr("Export"), "", "export", self.begin_wanted.emit)
        folder = row(label(self.tr("To"), "muted"), self.choose, spacing=MEDIUM)
        folder.insertWidget(1, self._folder, 1)
        figures, dpi = label(self.tr("Figures"), "muted"), label(self.tr("dpi"), "muted")
        layout = column(spacing=MEDIUM)
        layout.setContentsMargins(0, SMALL, MEDIUM, 0)
        layout.addLayout(row(figures, self.kind, self.dpi, dpi, 1, self.column))
        layout.addLayout(folder)
        self.why = label("", "small", wrap=True)
        layout.addWidget(self.start)
        layout.addWidget(self.why)
        return layout

    @property
    def chosen(self) -> FigureStyle:
        """The chosen style."""
        return FigureStyle(
            self.kind.value(),
            self.dpi.value(),
            self.column.value(),
            self.report.format.value(),
            self.report.language.value(),
        )

    def choice_of(self, key: str) -> BulkChoice | AnnotationChoice | None:
        """Return what is chosen for an export of many files; None for another export."""
        return self.many[key].choice if key in self.many else None

    def words_of(self, key: str) -> tuple[str, str]:
        """Return the title of an export, and why it is missing now, or nothing."""
        box = self.choices.boxes.get(key)
        if box is None:
            return self.report.heading.text(), ""
        return box.text(), "" if box.isEnabled() else box.accessibleDescription()

    def to_json(self) -> str:
        """Return the choices as JSON, to be kept for the next start; ticks at what writes many or large files are not
        among them."""
        ticked = [key for key, box in self.choices.boxes.items() if box.isChecked() and key not in HEAVY]
        kept = asdict(self.chosen)
        return json.dumps({"ticked": ticked, LANGUAGE: kept.pop("language"), **kept})

    def recall(self, text: str) -> None:
        """Choose what was kept as JSON; the defaults if the text is empty."""
        kept = json.loads(text) if text else {}
        self.choices.tick(*(key for key in kept.get("ticked", FIRST) if key not in HEAVY))
        self.dpi.set_value(kept.get("dpi", DPI[1]))
        for name, field in (("kind", self.kind), ("column", self.column), ("report", self.report.format)):
            field.set_value(kept.get(name))
        self.report.language.set_value(kept.get(LANGUAGE, ""))

    @property
    def folder(self) -> Path:
        """The folder to write to."""
        return Path(self._folder.whole)

    def set_folder(self, folder: Path) -> None:
        """Write to another folder."""
        self._folder.set_text(str(folder))

    @Slot()
    def choose_folder(self) -> None:
        """Ask for the folder to write to."""
        near = next((str(p) for p in (self.folder, *self.folder.parents) if p.is_dir()), "")
        if chosen := QFileDialog.getExistingDirectory(self, self.tr("Choose the folder to write to"), near):
            self.set_folder(Path(chosen))

    def set_count(self, files: int, why: str) -> None:
        """Say on the button how many files it writes. `why`: why it writes none, shown below it."""
        words = self.tr("Export 1 file") if files == 1 else self.tr("Export {count} files")
        words = words.format(count=f"{files:,}") if files else self.tr("Export")
        self.start.setText(f" {words}")
        self.start.setAccessibleName(words)
        self.start.setEnabled(files > 0)
        self.why.setText("" if files else why)
        self.why.setVisible(not files)


def _choice(name: str, titles: Mapping[str, str], letters: int = 8) -> ChoiceField:
    """Return a choice of values with these titles, at least so many letters wide."""
    field = ChoiceField(list(titles.items()))
    field.setMinimumContentsLength(letters)
    field.setAccessibleName(name)
    return field
