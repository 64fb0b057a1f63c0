"""Pictures in which a part looks most like it does in a given picture: by the maps around its peak. No torch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np

from icnn_engine.audit.picture_features import tied_pictures
from icnn_engine.core.annotations import Box, Where, file_of
from icnn_engine.core.errors import PictureError, SettingsError
from icnn_engine.core.events import NetworkName, Operation, Progress
from icnn_engine.core.language import translate
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data import list_folder, read_picture
from icnn_engine.data.digests import digest_of
from icnn_engine.data.reading.pictures import read_bytes
from icnn_engine.inspection.best_pictures import BLOCK, From, peaks_of, side_rows
from icnn_engine.inspection.clear_peaks import FAINT, clear_peaks, usual_top
from icnn_engine.inspection.filter_order import check_filters, groups_of
from icnn_engine.inspection.look import Look
from icnn_engine.runs.changed_pictures import unchanged
from icnn_engine.runs.network_words import trained_networks
from icnn_engine.runs.run_folder import Run, RunKey

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
COUNT = 12
AROUND = 1  # cells on each side of the peak that are compared too


@dataclass(frozen=True, slots=True)
class Alike:
    """A picture of the run in which a part looks alike: its index, the cell (row, column) of the filter's peak there,
    and the similarity to the given part, 0..1."""

    picture: int
    cell: tuple[int, int]
    similarity: float


@dataclass(frozen=True, slots=True)
class AlikeElsewhere:
    """The same of a picture of another folder, with where it is and where its cells lie in it."""

    where: Where
    name: str
    cell: tuple[int, int]
    similarity: float
    geometry: MapGeometry


@dataclass(frozen=True, slots=True)
class FoundElsewhere:
    """Pictures of another folder, most alike first. `looked_at` pictures; `faint`: of these, those in which the filter
    does not see the part; `unread`: names of files that could not be read."""

    found: tuple[AlikeElsewhere, ...]
    looked_at: int
    faint: int
    unread: tuple[str, ...]


class Explains(Protocol):
    """What runs the networks of a run on a picture (`inspection.explainers`)."""

    run: Run

    def explain(self, pixels: np.ndarray, title: str, is_region: bool = False, box: Box | None = None) -> Look:
        """Run the networks on any picture."""
        ...


def filter_of_part(run: Run, number: int) -> int:
    """Return the filter that stands for a part, given by its number from 1. Raises SettingsError."""
    groups = groups_of(run.filters)
    if not 1 <= number <= len(groups):
        words = translate("Errors", "There is no part {wrong}: this run has {count} parts, numbered from 1.")
        raise SettingsError(words.format(wrong=number, count=len(groups)))
    return groups[number - 1][0]


def is_seen(run: Run, look: Look, filter: int) -> bool:
    """Return whether the peak of a filter in a picture is not faint: what is alike there says nothing otherwise."""
    peak = float(look.maps[filter].max())
    return peak > 0 and peak >= FAINT * usual_top(run, OWN, filter)


def alike(run: Run, picture: int, filter: int, count: int = COUNT, side: From = None) -> tuple[Alike, ...]:
    """Return the pictures of a run in which a part looks most like it does in one of them, most alike first.

    Parameters
    ----------
    run, picture, filter
        A finished run, the index of a picture, the filter that sees the part, at its peak in that picture.
    count
        Number of pictures; fewer where the filter sees the part in fewer.
    side
        Side of the split, as in `side_rows`; None: all pictures.

    Returns
    -------
    tuple of Alike
        Without the picture itself, copies of it, pictures of its source, those in which the filter's peak is faint, and
        those that have changed since the training. The similarity is the cosine of the roots of all filters' maps, in
        the cells around the peaks.

    Raises
    ------
    SettingsError
        There is no such filter.
    RunError
        The maps cannot be read.
    """
    check_filters(run, [filter])
    tied = tied_pictures(run)
    return _nearest(run, filter, _descriptors(RunKey.of(run), filter)[picture], tied != tied[picture], count, side)


def alike_to(run: Run, look: Look, filter: int, count: int = COUNT, side: From = None) -> tuple[Alike, ...]:
    """Return the same for a part of any picture, as the networks see it; nothing is known of its copies. Raises
    likewise."""
    check_filters(run, [filter])
    return _nearest(run, filter, _described(run, look, filter), np.ones(len(run.pictures), bool), count, side)


def usual_similarity(run: Run, look: Look, filter: int) -> float:
    """Return the median similarity (0..1) of a part in any picture to all pictures of the run in which the filter sees
    it, which tells how much a high similarity means; nan where there are none. Raises as `alike` does."""
    check_filters(run, [filter])
    clear = _descriptors(RunKey.of(run), filter)[clear_peaks(run, OWN, filter)]
    return float(np.median(clear @ _described(run, look, filter))) if len(clear) else float("nan")


def alike_in_folder(
    explainer: Explains, look: Look, filter: int, folder: Path, count: int = COUNT
) -> Operation[FoundElsewhere]:
    """Return the pictures of another folder in which a part looks most like it does in a picture of the run or any
    other; the networks are run on each of them.

    Files that hold the very picture of the run are left out. Raises SettingsError, FolderError where the folder has no
    picture. Yields Progress.
    """
    run = explainer.run
    check_filters(run, [filter])
    own = None if look.picture is None else run.pictures[look.picture].digest
    listed = list_folder(folder).pictures
    sought = _described(run, look, filter)
    found, faint, unread = list[AlikeElsewhere](), 0, list[str]()
    for done, listed_picture in enumerate(listed):
        yield Progress("Looking at pictures", done, len(listed))
        try:
            if own and digest_of(read_bytes(file_of(listed_picture.path)), listed_picture.path) == own:
                continue
            pixels = read_picture(run.toned(listed_picture.path))
        except PictureError:
            unread.append(listed_picture.name)
            continue
        seen = explainer.explain(pixels, listed_picture.name)
        if not is_seen(run, seen, filter):
            faint += 1
            continue
        likeness = float(_described(run, seen, filter) @ sought)
        cell = _peak(seen, filter)
        found.append(AlikeElsewhere(listed_picture.path, listed_picture.name, cell, likeness, seen.geometry))
    yield Progress("Looking at pictures", len(listed), len(listed))
    ordered = sorted(found, key=lambda one: (-one.similarity, one.name))
    return FoundElsewhere(tuple(ordered[:count]), len(found) + faint, faint, tuple(unread))


def _nearest(
    run: Run, filter: int, sought: np.ndarray, allowed: np.ndarray, count: int, side: From
) -> tuple[Alike, ...]:
    """Return the allowed pictures whose descriptors lie nearest to one."""
    rows = side_rows(run, side)
    rows = rows[allowed[rows] & clear_peaks(run, OWN, filter)[rows]]
    likeness = _descriptors(RunKey.of(run), filter)[rows] @ sought
    order = np.argsort(-likeness, kind="stable")
    similar = dict(zip(rows[order].tolist(), likeness[order].tolist(), strict=True))
    cells = peaks_of(run, OWN)[0]
    shown = islice(unchanged(run, similar), count)
    return tuple(Alike(i, (int(cells[i, filter, 0]), int(cells[i, filter, 1])), similar[i]) for i in shown)


@lru_cache(maxsize=8)
def _descriptors(key: RunKey, filter: int) -> np.ndarray:
    """Return the descriptor (N, D) of the cells around a filter's peak in every picture of a run."""
    run = key.run
    cells, maps = peaks_of(run, OWN)[0][:, filter], [run.maps(network) for network in trained_networks(run)]
    blocks = []
    for start in range(0, len(cells), BLOCK):
        rows = slice(start, start + BLOCK)
        blocks.append(_descriptor([each[rows] for each in maps], cells[rows]))
    return np.concatenate(blocks)


def _described(run: Run, look: Look, filter: int) -> np.ndarray:
    """Return the descriptor (D,) of the cells around a filter's peak in a picture."""
    maps = {OWN: look.maps[None], TWIN: look.twin_maps[None]}
    found: np.ndarray = _descriptor([maps[n] for n in trained_networks(run)], np.array([_peak(look, filter)]))[0]
    return found


def _descriptor(maps: Iterable[np.ndarray], cells: np.ndarray) -> np.ndarray:
    """Return the roots of maps (P, F, n, n) in the cells around (P, 2) cells, as vectors (P, D) of length 1; cells
    beyond the map are 0."""
    edge = ((0, 0), (0, 0), (AROUND, AROUND), (AROUND, AROUND))
    every = np.concatenate([np.pad(np.asarray(each, np.float32), edge) for each in maps], 1)
    every = np.sqrt(np.maximum(np.nan_to_num(every, nan=0.0, posinf=0.0, neginf=0.0), 0))
    rows, columns = cells.astype(int).T
    near = range(2 * AROUND + 1)
    picked = [every[np.arange(len(every)), :, rows + down, columns + right] for down in near for right in near]
    vectors = np.concatenate(picked, 1)
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: np.ndarray = vectors / np.maximum(length, 1e-9)
    return unit


def _peak(look: Look, filter: int) -> tuple[int, int]:
    row, column = divmod(int(look.maps[filter].argmax()), look.maps.shape[-1])
    return row, column
