"""Preview of a figure on the Export page: draws the figure that the user points at, as it will be written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTemporaryDir
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.context import Context
from app.core.job_result import Failed
from app.core.messages import error_text
from app.export.export_source import DRAWN, ExportSource
from app.export.figure_preview import FigurePreview
from app.style.stylesheet import LARGE, MEDIUM
from app.widgets.common import Button, card, label, row

PREVIEW = "export preview"  # key of the lane
translate = QCoreApplication.translate


class PreviewCard(QWidget):
    """Card with a figure, its title and a button to copy it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._inputs: tuple[object, ...] = ()  # what the preview was drawn from
        self._folder = QTemporaryDir()  # removed with the card
        self.figure = FigurePreview()
        self._heading = label(translate("ExportPage", "Preview"), "heading")
        self.copy = Button(translate("ExportPage", "Copy figure"), "", "copy", self.figure.copy)
        frame, inside = card()
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, MEDIUM)
        inside.addLayout(row(self._heading, 1, self.copy))
        inside.addWidget(self.figure, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def draw(self, source: ExportSource, key: str, title: str, missing: str) -> None:
        """Draw a figure again if its inputs have changed. `missing`: why it cannot be drawn now, or nothing."""
        inputs = (*source.inputs_of(key), self._context.notes.remarks, title, missing)
        if inputs == self._inputs:
            return
        self._inputs = inputs
        self._context.files.forget(PREVIEW)
        self._heading.setText(translate("ExportPage", "Preview: {title}").format(title=title))
        self.copy.setEnabled(False)
        if missing:
            self.figure.say(missing)
        elif key not in DRAWN:
            self.figure.say(translate("ExportPage", "Nothing to preview: what is written opens by a double click."))
        else:
            self.figure.say(translate("ExportPage", "Drawing…"))
            work = partial(source.preview, key, Path(self._folder.path()))
            self._context.files.ask(PREVIEW, work, partial(self._show_figure, title), self._show_failure)

    def _show_figure(self, title: str, path: Path) -> None:
        self.figure.show_figure(path, title)
        self.copy.setEnabled(True)

    def _show_failure(self, failure: Failed) -> None:
        self._inputs = ()
        self.figure.say(error_text(failure.error))
