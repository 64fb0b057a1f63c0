"""Lead through the parts, ask for the name of each, and keep it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.job_result import Failed
from app.core.run_controller import RunController
from app.filters.parts import part_words as words
from app.filters.parts.naming_view import NamingView
from app.filters.parts.read_part import ClearestPart, clearest_part
from app.widgets.pictures.compute_scene import INTERPRETABLE
from app.widgets.pictures.part_markers import PartMarker
from app.widgets.pictures.picture_view import Overlay
from icnn_engine.inspection.best_pictures import crop_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icnn_engine.inspection.part_overview import PartSummary
    from icnn_engine.runs.run_folder import Run

KEY = "naming"  # in the lane
CROP, SIDE = "naming crop", 256  # key in the pool, pixels: sharp at 200 %


class NamingController(RunController):
    """Names the parts of a run one after the other."""

    ended = Signal()

    def __init__(self, context: Context, view: NamingView, parent: QObject) -> None:
        super().__init__(context, parent)
        self._view = view
        self._parts: tuple[PartSummary, ...] = ()
        self._place = 0
        view.named.connect(self._keep)
        view.skipped.connect(lambda: self._go(1))
        view.went_back.connect(lambda: self._go(-1))
        view.ended.connect(self.ended)
        view.report_wanted.connect(lambda: context.requests.page.emit("export"))

    def start(self, run: Run, parts: Sequence[PartSummary]) -> None:
        """Ask for the names of the parts that have none; if all have one, let all be renamed."""
        self._run, notes = run, self._context.notes.remarks
        unnamed = tuple(part for part in parts if not words.name_of(part, notes))
        self._parts, self._place = unnamed or tuple(parts), 0
        self._ask()

    def clear(self) -> None:
        """Forget the run."""
        self._run, self._parts = None, ()
        self._context.lane.forget(KEY)

    def _ask(self) -> None:
        run, notes = self._run, self._context.notes.remarks
        if run is None or not self._parts:
            return
        part = self._parts[self._place]
        place = self.tr("{number} of {count}").format(number=self._place + 1, count=len(self._parts))
        category = run.categories[part.category]
        question = self.tr("What is this part of {category}?").format(category=category)
        names = sorted({note.name for note in notes.by_subject.values() if note.name})
        self._view.ask(place, question, words.name_of(part, notes), names, self._place == 0)
        show = self.for_run(partial(self._show, run, part))
        self._context.lane.ask(KEY, partial(clearest_part, run, part), show, self._cannot_show)

    @Slot(str)
    def _keep(self, name: str) -> None:
        if self._place < len(self._parts):
            if name.strip():
                self._context.notes.name(words.subject_of(self._parts[self._place]), name)
            self._go(1)

    def _go(self, step: int) -> None:
        self._place = max(self._place + step, 0)
        if self._place < len(self._parts):
            self._ask()
        else:
            self._view.show_end(self._end_words())

    def _end_words(self) -> str:
        notes = self._context.notes.remarks
        named, count = sum(bool(words.name_of(part, notes)) for part in self._parts), len(self._parts)
        if named == count:
            text = self.tr("The part has a name.") if count == 1 else self.tr("All {count} parts have a name.")
        else:
            text = self.tr("{named} of {count} parts have a name.")
        return text.format(named=named, count=count)

    def _show(self, run: Run, part: PartSummary, clearest: ClearestPart) -> None:
        picture, place, large = self._view.picture, clearest.place, clearest.picture
        if large is None or place is None:
            picture.show_picture(None, Overlay(None))
        else:
            picture.show_picture(large.image, Overlay(None, place.box, region=large.region))
        markers = () if place is None else (PartMarker(part.mark, part.first, place.x, place.y, ""),)
        picture.show_markers(markers)
        self._view.crops.show_crops([best.picture for best in clearest.best])
        for number, best in enumerate(clearest.best):
            work = partial(crop_of, run, INTERPRETABLE, part.first, best, SIDE)
            show = self.for_run(partial(self._show_crop, part, number))
            self._context.pool.ask((CROP, run.path, part.first, number), work, show)

    def _show_crop(self, part: PartSummary, number: int, image: QImage) -> None:
        if self._place < len(self._parts) and self._parts[self._place] is part:
            self._view.crops.set_image(number, image)

    def _cannot_show(self, failure: Failed) -> None:
        """The pictures are gone: the part can be named all the same."""
        self._view.picture.set_placeholder(str(failure.error))
        self._view.picture.show_picture(None, Overlay(None))
        self._view.picture.show_markers(())
        self._view.crops.show_crops(())
