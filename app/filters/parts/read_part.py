"""Read what the view of parts shows: its parts, and one part where it is clearest (thread-safe)."""

from __future__ import annotations

from dataclasses import dataclass

from app.widgets.pictures.large_picture import LargePicture, large_picture
from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.inspection.part_overview import PartOverview, PartPlace, PartSummary, part_overviews, place_of
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import few_parts_sentence
from icnn_engine.runs.run_folder import Run

CROPS = 6


@dataclass(frozen=True, eq=False)
class ClearestPart:
    """A part on the picture on which it is clearest (None: it fires on none), and its best pictures."""

    picture: LargePicture | None
    place: PartPlace | None
    best: tuple[BestPicture, ...]


def clearest_part(run: Run, part: PartSummary) -> ClearestPart:
    """Return a part on the picture on which it is clearest. Raises as `large_picture` does."""
    best = best_pictures(run, NetworkName.INTERPRETABLE, part.first, CROPS)
    if not best:
        return ClearestPart(None, None, ())
    index = best[0].picture
    return ClearestPart(large_picture(run, index), place_of(run, part.first, index, best[0].cell), best)


def read_parts(run: Run) -> tuple[tuple[PartOverview, ...], str]:
    """Return an overview of each category, and what there is to say of a run with few parts."""
    return part_overviews(run), few_parts_sentence(run_verdict(run))
