"""The pictures of a run in which a filter's part looks most alike, as the Filters page shows them (thread-safe)."""

from __future__ import annotations

from dataclasses import dataclass

from icnn_engine.audit.alike import alike, alike_to, is_seen, usual_similarity
from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.inspection.look import Look
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, slots=True)
class AlikePictures:
    """The peaks of a filter in the pictures of the run in which its part looks most like it does in one picture, with
    the similarity (0..1) of each, most alike first. `usual`: the median similarity of all pictures that show the part;
    `is_seen`: whether the filter sees the part in that one."""

    found: tuple[tuple[BestPicture, float], ...]
    usual: float
    is_seen: bool


def alike_pictures(run: Run, look: Look, filter: int, count: int) -> AlikePictures:
    """Return the pictures that are most alike to any picture by a filter of the interpretable network. Raises
    RunError."""
    found = alike_to(run, look, filter, count) if look.picture is None else alike(run, look.picture, filter, count)
    peaks = peaks_of(run, NetworkName.INTERPRETABLE)[1]
    best = tuple(
        (BestPicture(one.picture, one.cell, float(peaks[one.picture, filter])), one.similarity) for one in found
    )
    return AlikePictures(best, usual_similarity(run, look, filter), is_seen(run, look, filter))
