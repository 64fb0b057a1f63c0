"""Reads what the view of suspects shows: suspects, what was decided, the parts in one picture (thread-safe)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.widgets.pictures.large_picture import LargePicture, large_picture
from icnn_engine.audit.decisions import Decision, decisions
from icnn_engine.audit.part_states import OWN, PartState, part_states
from icnn_engine.audit.suspects import Suspect, suspects
from icnn_engine.data.listing import list_folder
from icnn_engine.data.tables.corrections import original_categories
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.inspection.part_overview import PartPlace, place_of
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, eq=False)
class ReadSuspects:
    """The suspects of a run, what was decided about its pictures, by number, and the categories that a picture can
    belong to: those of the run first; none where the folder of the pictures is gone."""

    suspects: tuple[Suspect, ...]
    known: Mapping[int, Decision]
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenPart:
    """A part, by its number from 0 and the filter that stands for it, where it peaks in a picture."""

    group: int
    filter: int
    place: PartPlace


@dataclass(frozen=True, eq=False)
class SuspectPicture:
    """A picture with the parts of its category, and of the likelier one, that are clear in it."""

    picture: LargePicture
    parts: tuple[SeenPart, ...]


def read_suspects(run: Run) -> ReadSuspects:
    """Return the suspects of a run. Raises RunError, FolderError."""
    return ReadSuspects(suspects(run), decisions(run), _categories(run))


def read_picture(run: Run, suspect: Suspect) -> SuspectPicture:
    """Return the picture of a suspect. Raises RunError, ChangedPictureError or PictureError where it cannot be read.

    A part that is weak has no place in it: its peak may lie anywhere.
    """
    states, (cells, _strengths) = part_states(run), peaks_of(run, OWN)
    present, weak = (states.states[state][suspect.picture] for state in (PartState.PRESENT, PartState.WEAK))
    parts = [
        SeenPart(group, filter, place_of(run, filter, suspect.picture, tuple(cells[suspect.picture, filter].tolist())))
        for group, filter, category, clear in zip(
            states.groups, states.filters, states.categories, present & ~weak, strict=True
        )
        if clear and category in (suspect.category, suspect.likelier)
    ]
    return SuspectPicture(large_picture(run, suspect.picture), tuple(parts))


def _categories(run: Run) -> tuple[str, ...]:
    if not run.images.is_dir():
        return ()
    names = original_categories(list_folder(run.images).pictures)
    own = [name for name in run.categories if name in names]
    return (*own, *(name for name in names if name not in own))
