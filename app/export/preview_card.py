"""Preview on the Export page: draws the figure or the report that the user points at, as it will be written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTemporaryDir
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.context import Context
from app.core.engine import EngineState
from app.core.job_result import Failed
from app.core.messages import error_text
from app.export.export_source import DRAWN, ExportSource
from app.export.figure_preview import FigurePreview
from app.export.pages_preview import PagesPreview
from app.style.stylesheet import LARGE, MEDIUM
from app.widgets.common import Button, card, label, row

PREVIEW = "export preview"  # key of the lane
REPORT = "report"  # the export that has pages
translate = QCoreApplication.translate


class PreviewCard(QWidget):
    """Card with a figure, its title and a button to copy it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._inputs: tuple[object, ...] = ()  # what the preview was drawn from
        self._folder = QTemporaryDir()  # removed with the card
        self.figure, self.pages = FigurePreview(), PagesPreview()
        self._shown = QStackedWidget()
        self._shown.addWidget(self.figure)
        self._shown.addWidget(self.pages)
        self._heading = label(translate("ExportPage", "Preview"), "heading")
        self.copy = Button(translate("ExportPage", "Copy figure"), "", "copy", self.figure.copy)
        frame, inside = card()
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, MEDIUM)
        inside.addLayout(row(self._heading, 1, self.copy))
        inside.addWidget(self._shown, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def draw(self, source: ExportSource, key: str, title: str, missing: str) -> None:
        """Draw a figure again if its inputs have changed. `missing`: why it cannot be drawn now, or nothing."""
        waits = key == REPORT and self._context.engine.state is EngineState.LOADING
        inputs = (*source.inputs_of(key), self._context.notes.remarks, title, missing, waits)
        if inputs == self._inputs:
            return
        self._inputs = inputs
        self._context.files.forget(PREVIEW)
        self._heading.setText(translate("ExportPage", "Preview: {title}").format(title=title))
        self.copy.setEnabled(False)
        self._shown.setCurrentWidget(self.pages if key == REPORT and self.pages.pages else self.figure)
        if missing:
            self.figure.say(missing)
        elif key not in DRAWN:
            self.figure.say(translate("ExportPage", "Nothing to preview: what is written opens by a double click."))
        else:
            self.figure.say(translate("ExportPage", "Drawing…"))
            if not waits:
                work = partial(source.preview, key, Path(self._folder.path()))
                self._context.files.ask(PREVIEW, work, partial(self._show_drawn, key, title), self._show_failure)

    def _show_drawn(self, key: str, title: str, paths: tuple[Path, ...]) -> None:
        if key == REPORT:
            self.pages.show_pages(paths, title)
            self._shown.setCurrentWidget(self.pages)
        else:
            self.figure.show_figure(paths[0], title)
            self.copy.setEnabled(True)

    def _show_failure(self, failure: Failed) -> None:
        self._inputs = ()
        self._shown.setCurrentWidget(self.figure)
        self.figure.say(error_text(failure.error))
