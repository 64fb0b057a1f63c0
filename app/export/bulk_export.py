"""Export of many filters on many pictures: how many files, and the job that writes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.core.export_queue import ExportJob
from app.core.session import NO_FILTER
from app.export.bulk_form import BulkChoice
from app.export.make_job import exported_words, make_job
from icnn_engine.core.events import Operation

if TYPE_CHECKING:
    from icnn_engine.figures import Exported, Wanted
    from icnn_engine.runs.run_folder import Run

translate = QCoreApplication.translate


@dataclass(frozen=True, eq=False)
class BulkExport:
    """A bulk export of a run; `filter`: the one that is chosen in the window."""

    run: Run
    filter: int
    choice: BulkChoice

    def job(self, title: str, folder: Path) -> ExportJob:
        """Return the job that writes the files below a folder."""
        choice, place = self.choice, folder / "bulk"
        own = ("--filter", self.filter) if choice.filters == "this" else ("--filters", choice.filters)
        command = ("export", self.run.path, "--what", "bulk", *own, "--side", choice.side or "all", "--kinds",
                   *choice.kinds, "--output", place)  # fmt: skip
        return make_job(place, title, partial(self._write, place), command, exported_words)

    def wanted(self) -> Wanted:
        """Return the filters, pictures and kinds of files."""
        from icnn_engine.figures import Wanted, chosen_filters_of, chosen_pictures_of

        choice = self.choice
        filters = (self.filter,) if choice.filters == "this" else chosen_filters_of(self.run, choice.filters)
        return Wanted(filters, chosen_pictures_of(self.run, choice.side), choice.kinds)

    def count(self) -> tuple[str, int]:
        """Return how many files are written, in words (or why there are none) and as a number."""
        if self.choice.filters == "this" and self.filter == NO_FILTER:
            return translate("ExportPage", "No filter is chosen: click one on the Filters page."), 0
        wanted = self.wanted()
        if missing := _nothing_of(self.choice, wanted):
            return missing, 0
        count, pictures = len(wanted.filters), len(wanted.pictures)
        files_of = {"overlays": count * pictures, "heatmaps": count * pictures, "maps": pictures, "peaks": 1}
        files = sum(files_of[kind] for kind in wanted.kinds)
        filters = translate("ExportPage", "1 filter") if count == 1 else translate("ExportPage", "{count} filters")
        text = translate("ExportPage", "{filters} × {pictures} pictures: {files} files")
        return text.format(filters=filters.format(count=count), pictures=pictures, files=f"{files:,}"), files

    def _write(self, folder: Path) -> Operation[Exported]:
        from icnn_engine.figures import export_bulk

        return (yield from export_bulk(self.run, self.wanted(), folder))


def _nothing_of(choice: BulkChoice, wanted: Wanted) -> str:
    """Return why a bulk export writes nothing, or an empty text."""
    if not wanted.filters and choice.filters == "parts":
        return translate("ExportPage", "No filter of this run holds a part: choose other filters, such as all of them.")
    if not wanted.filters:
        return translate("ExportPage", "No filter is starred: star some on the Filters page (S).")
    if not wanted.pictures:
        return translate("ExportPage", "The run has no such pictures: choose all pictures.")
    if not wanted.kinds:
        return translate("ExportPage", "Tick at least one kind of files.")
    return ""
