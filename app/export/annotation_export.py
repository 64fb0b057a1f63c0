"""Export of the positions of the parts for labelling tools: how many files, and the job that writes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.core.export_queue import ExportJob
from app.export.annotation_form import AnnotationChoice
from app.export.make_job import exported_words, make_job
from icnn_engine.core.events import Operation

if TYPE_CHECKING:
    from icnn_engine.figures import Exported
    from icnn_engine.runs.run_folder import Run

translate = QCoreApplication.translate


@dataclass(frozen=True, eq=False)
class AnnotationExport:
    """An export of annotations of a run."""

    run: Run
    choice: AnnotationChoice

    def job(self, title: str, folder: Path) -> ExportJob:
        """Return the job that writes the files below a folder."""
        place = folder / "annotations"
        own = ("--category", self.choice.category) if self.choice.category else ()
        formats = (part for name in self.choice.formats for part in ("--format", name))
        command = ("export", self.run.path, "--what", "annotations", "--side", self.choice.side or "all", *own,
                   *formats, "--output", place)  # fmt: skip
        return make_job(place, title, partial(self._write, place), command, exported_words)

    def count(self) -> tuple[str, int]:
        """Return how many files are written, in words (or why there are none) and as a number."""
        from icnn_engine.figures.annotations import count_annotation_files

        pictures = self._pictures()
        if not self.run.groups():
            return translate("ExportPage", "No filter of this run holds a part: there are no positions to write."), 0
        if not pictures:
            return translate("ExportPage", "The run has no such pictures: choose all pictures."), 0
        if not self.choice.formats:
            return translate("ExportPage", "Tick at least one format."), 0
        files = count_annotation_files(self.run, pictures, self.choice.formats)
        text = translate("ExportPage", "{pictures} pictures: {files} files")
        return text.format(pictures=f"{len(pictures):,}", files=f"{files:,}"), files

    def _pictures(self) -> tuple[int, ...]:
        from icnn_engine.figures import chosen_pictures_of

        return chosen_pictures_of(self.run, self.choice.side, self.choice.category)

    def _write(self, folder: Path) -> Operation[Exported]:
        from icnn_engine.figures.annotations import export_annotations

        return (yield from export_annotations(self.run, self._pictures(), self.choice.formats, folder))
