"""Fill the view of parts for the open run, its names and its pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.job_result import Failed
from app.core.run_controller import RunController
from app.filters.parts import part_words as words
from app.filters.parts.naming_controller import NamingController
from app.filters.parts.part_card import CHIP, CROPS, PartLine
from app.filters.parts.parts_view import PartsView
from app.filters.parts.read_part import read_parts
from app.widgets.measures.holding_words import not_judged
from app.widgets.pictures.compute_scene import INTERPRETABLE
from app.widgets.pictures.large_picture import large_picture
from app.widgets.pictures.part_markers import NOWHERE, PartMarker
from icnn_engine.audit.forbidden_words import is_forbidden
from icnn_engine.core.errors import ChangedPictureError, RunError
from icnn_engine.inspection.best_pictures import crop_of, part_crops
from icnn_engine.inspection.part_overview import best_of_parts, place_of
from icnn_engine.runs.notes import filter_subject

if TYPE_CHECKING:
    from app.widgets.pictures.large_picture import LargePicture
    from icnn_engine.core.events import BestPicture
    from icnn_engine.inspection.part_overview import PartOverview, PartSummary
    from icnn_engine.runs.run_folder import Run

KEY, PICTURE, BEST = "parts", "parts picture", "parts best"  # in the lane
CROP, CHIPS, THUMBNAIL = "part crop", "part filter", "parts thumbnail"  # keys in the pool
SIDE, SMALL = 192, 112  # pixels of a crop and of a thumbnail: sharp at 200 %


class PartsController(RunController):
    """Fills the view of parts while it is on show."""

    def __init__(self, context: Context, view: PartsView, parent: QObject) -> None:
        super().__init__(context, parent)
        self._view = view
        self._overviews: tuple[PartOverview, ...] = ()
        self._category = 0
        self._place = 0
        self._best: dict[int, tuple[BestPicture, ...]] = {}
        self._is_naming_wanted = False
        self._naming = NamingController(context, view.naming, self)
        self._naming.ended.connect(lambda: view.show_naming(False))
        view.part_chosen.connect(self.choose)
        view.turned.connect(self._turn)
        view.renamed.connect(self._rename)
        view.crop_chosen.connect(self._show_crop_s_picture)
        view.unfolded.connect(self._request_chips)
        view.naming_wanted.connect(self.start_naming)
        view.lit.connect(self._frame)
        view.side.category_chosen.connect(self._choose_category)
        view.side.strip.chosen.connect(self._show_picture)
        view.side.strip.wanted.connect(self._request_thumbnail)
        context.notes.changed.connect(self._show_names)

    @property
    def _overview(self) -> PartOverview | None:
        return self._overviews[self._category] if self._overviews else None

    def show(self, run: Run) -> None:
        """Show the parts of a run; if it is on show already, nothing is read again."""
        if run is self._run:
            return
        self._naming.clear()  # also of the same run judged anew: its parts may be others
        self._view.show_naming(False)
        if self._change_run(run):
            self._category = self._place = 0
            self._view.show_parts("", "", ())
            self._view.say_few("")
            self._view.side.strip.show_pictures(())
            self._view.side.say(self.tr("Reading the parts…"))
        self._overviews = ()
        self._context.lane.ask(KEY, partial(read_parts, run), self.for_run(self._show_overviews))

    def clear(self) -> None:
        """Show no run."""
        self._run, self._overviews = None, ()
        self._naming.clear()
        for key in (KEY, PICTURE, BEST):
            self._context.lane.forget(key)

    def _show_overviews(self, read: tuple[tuple[PartOverview, ...], str]) -> None:
        overviews, few = read
        self._overviews = overviews
        self._view.say_few(few)
        if self._run is not None:
            field = self._view.side.category
            field.set_choices(list(enumerate(self._run.categories)))
            field.setVisible(len(overviews) > 1)
            field.set_value(self._category)
            self._show_category()
            if self._is_naming_wanted:
                self.start_naming()

    @Slot(int)
    def _choose_category(self, category: int) -> None:
        self._category, self._place = category, 0
        self._show_category()

    def _show_category(self) -> None:
        run, overview = self._run, self._overview
        if run is None or overview is None:
            return
        warning = words.why_none(overview) if run.judged else not_judged()
        self._view.show_parts(words.heading(run, overview), warning, self._lines(run, overview))
        self._show_names()
        pictures = [(index, run.pictures[index].name) for index in overview.pictures]
        self._view.side.strip.show_pictures(pictures)
        if pictures:
            self._show_picture(min(self._place, len(pictures) - 1), skipping=True)
        else:
            self._view.side.say(self.tr("The run has no picture of this category."))
        work = partial(best_of_parts, run, overview, CROPS)
        self._context.lane.ask(BEST, work, self.for_run(partial(self._show_best, overview)))

    def _lines(self, run: Run, overview: PartOverview) -> list[PartLine]:
        return [self._line(run, overview, part) for part in overview.parts]

    def _line(self, run: Run, overview: PartOverview, part: PartSummary) -> PartLine:
        notes = self._context.notes.remarks
        return PartLine(
            part.mark,
            words.title_of(run, part, notes),
            words.name_of(part, notes),
            words.seen_words(run, overview, part),
            part.filters,
            words.filters_words(len(part.filters)),
            any(notes.of(filter_subject(run.filters[index])).starred for index in part.filters),
            is_forbidden(run, part.first),
            words.why_not_forbidden(run, part),
        )

    # Pictures

    @Slot(int)
    def _turn(self, step: int) -> None:
        overview = self._overview
        if overview is not None and 0 <= self._place + step < len(overview.pictures):
            self._show_picture(self._place + step)

    @Slot(int)
    def _show_picture(self, place: int, skipping: bool = False) -> None:
        """Show one of the pictures. `skipping`: go on to the next one if it has changed since the training."""
        run, overview = self._run, self._overview
        if run is not None and overview is not None:
            self._place = place
            self._view.side.set_step(place, len(overview.pictures))
            show = self.for_run(partial(self._show_pixels, overview, place))
            failed = partial(self._cannot_show, run, skipping)
            self._context.lane.ask(PICTURE, partial(large_picture, run, overview.pictures[place]), show, failed)

    def _show_pixels(self, overview: PartOverview, place: int, picture: LargePicture) -> None:
        if self._run is not None and overview is self._overview:
            caption = words.picture_words(self._run, overview, place)
            markers = self._markers(self._run, overview)
            self._view.side.show_picture(picture.image, caption, markers, picture.region)
            self._view.choose(self._view.chosen)

    def _cannot_show(self, run: Run, skipping: bool, failure: Failed) -> None:
        overview, error = self._overview, failure.error
        if run is not self._run or overview is None:
            return
        changed = isinstance(error, ChangedPictureError)
        if changed and skipping and self._place + 1 < len(overview.pictures):
            self._show_picture(self._place + 1, skipping=True)
        else:
            self._view.side.say(str(error), locate=isinstance(error, RunError) and not changed)

    def _markers(self, run: Run, overview: PartOverview) -> list[PartMarker]:
        """Mark the parts that are seen on the picture, by the names they have now."""
        return [marker for marker in map(partial(self._marker, run, overview), range(len(overview.parts))) if marker]

    def _marker(self, run: Run, overview: PartOverview, number: int) -> PartMarker | None:
        if not overview.clear[self._place, number]:
            return None
        part, notes = overview.parts[number], self._context.notes.remarks
        row, column = overview.cells[self._place, number]
        place = place_of(run, part.first, overview.pictures[self._place], (int(row), int(column)))
        named = bool(words.name_of(part, notes)) or part.group < 0
        return PartMarker(part.mark, part.first, place.x, place.y, words.title_of(run, part, notes), named)

    @Slot(int)
    def _frame(self, mark: int) -> None:
        """Frame the effective field of a part on the picture."""
        run, overview, box = self._run, self._overview, None
        for number, part in enumerate(overview.parts if overview is not None else ()):
            if part.mark == mark and run is not None and overview is not None and overview.clear[self._place, number]:
                row, column = overview.cells[self._place, number]
                box = place_of(run, part.first, overview.pictures[self._place], (int(row), int(column))).box
        self._view.side.picture.frame(box)

    @Slot(object)
    def _request_thumbnail(self, picture: int) -> None:
        self.load_thumbnail(THUMBNAIL, self._view.side.strip.pictures, SMALL, picture)

    # Crops

    def _show_best(self, overview: PartOverview, best: dict[int, tuple[BestPicture, ...]]) -> None:
        run = self._run
        if run is None or overview is not self._overview:
            return
        self._best = best
        for part in reversed(overview.parts):  # the pool serves the latest request first
            if (card := self._view.card_of(part.mark)) is not None:
                card.crops.show_crops([one.picture for one in best[part.mark]])
            for place in reversed(range(len(best[part.mark]))):
                work = partial(crop_of, run, INTERPRETABLE, part.first, best[part.mark][place], SIDE)
                show = self.for_run(partial(self._show_crop, overview, part.mark, place))
                self._context.pool.ask((CROP, run.path, part.first, place), work, show)

    def _show_crop(self, overview: PartOverview, mark: int, place: int, image: QImage) -> None:
        card = self._view.card_of(mark)
        if card is not None and overview is self._overview:
            card.crops.set_image(place, image)

    @Slot(int, int)
    def _show_crop_s_picture(self, mark: int, place: int) -> None:
        """Show the picture that a crop is of, if it is among the pictures."""
        overview = self._overview
        if overview is not None and place < len(self._best.get(mark, ())):
            picture = self._best[mark][place].picture
            if picture in overview.pictures:
                self._show_picture(overview.pictures.index(picture))

    @Slot(int)
    def _request_chips(self, mark: int) -> None:
        run, card = self._run, self._view.card_of(mark)
        if run is None or card is None:
            return
        side = 2 * CHIP
        for index in reversed(card.line.filters):
            show = self.for_run(partial(card.set_chip, index))
            self._context.pool.ask((CHIPS, run.path, index), partial(_chip, run, index, side), show)

    # Names

    @Slot()
    def _show_names(self) -> None:
        """Show the parts by the names they have now."""
        run, overview = self._run, self._overview
        if run is None or overview is None:
            return
        lines, notes = self._lines(run, overview), self._context.notes.remarks
        parts = _parts_of(self._overviews)
        unnamed = sum(not words.name_of(part, notes) for part in parts)
        self._view.show_lines(lines)
        self._view.offer_naming(len(parts), words.unnamed_words(unnamed))
        if self._view.side.picture.has_picture:
            self._view.side.show_markers(self._markers(run, overview))

    @Slot(int, str)
    def _rename(self, mark: int, name: str) -> None:
        overview = self._overview
        if overview is not None:
            part = next(part for part in overview.parts if part.mark == mark)
            self._context.notes.name(words.subject_of(part), name)

    @Slot()
    def start_naming(self) -> None:
        """Name the parts one after the other, as soon as they are read."""
        self._is_naming_wanted = not self._overviews
        if self._run is not None and (parts := _parts_of(self._overviews)):
            self._view.show_naming(True)
            self._naming.start(self._run, parts)

    @Slot(int)
    def choose(self, mark: int) -> None:
        """Choose a part, and the filter that stands for it."""
        self._view.choose(mark)
        card = self._view.card_of(mark)
        if card is not None and mark != NOWHERE:
            self._context.session.set_filter(card.line.filters[0])


def _parts_of(overviews: Sequence[PartOverview]) -> list[PartSummary]:
    """Return the parts of all categories."""
    return [part for overview in overviews for part in overview.parts if part.group >= 0]


def _chip(run: Run, index: int, side: int) -> np.ndarray:
    """Return the crop of a filter on its best picture. Raises RunError where it fires on none, or is gone."""
    crops = part_crops(run, INTERPRETABLE, index, 1, side)
    if not crops:
        raise RunError(f"filter {index} fires on no picture")
    return crops[0].pixels
