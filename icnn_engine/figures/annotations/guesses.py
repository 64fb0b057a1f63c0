"""Where a run places its parts in its photographs: what every format of annotations is written from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.core.annotations import Box, Side, file_of
from icnn_engine.core.events import NetworkName, Operation, Progress
from icnn_engine.core.language import translate
from icnn_engine.data.grouping import grouped
from icnn_engine.data.reading.pictures import size_of
from icnn_engine.inspection.best_pictures import peak_point, peaks_of
from icnn_engine.inspection.clear_peaks import clear_peaks, usual_top
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.runs.changed_pictures import is_changed
from icnn_engine.runs.found_objects import photograph_sizes
from icnn_engine.runs.notes import notes_or_none, part_title
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_tables import box_of

OWN = NetworkName.INTERPRETABLE
SUBSETS: dict[Side, str] = {"train": "train", "choose": "val", "test": "test"}
STEP = 20  # pictures between two events


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a run, marked by its first `filter`, as on the Filters page. (On photographs of two animals, two runs
    each, that one's peak was nearer to the head than the peak of the part's strongest filter in the picture: median
    distance .064 to .104 of the region's diagonal, against .087 to .123.)

    `name` is the user's, or "Part 3", unlike those of the category's other parts; `label` is unlike every other label
    and category of the run: with several categories it begins with the category.
    """

    filter: int
    category: int
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Guess:
    """The position that a run guesses for a part: (x, y) in pixels of the upright photograph, from its top left corner.

    `confidence`: the filter's peak divided by the peak that only one held-out picture in ten exceeds, at most 1; it
    tells how strongly the filter fires, not how right the position is. `visible`: the peak is not faint
    (`clear_peaks`: a third of that peak or more).
    """

    part: Part
    x: float
    y: float
    confidence: float
    visible: bool


@dataclass(frozen=True, slots=True)
class Instance:
    """An object in a photograph: `picture`, its row in `run.pictures`, its category, and a guess for each of the
    category's parts. `box`: the region that the run read (left, top, right, bottom in pixels); `whole`: that is the
    whole photograph."""

    picture: int
    category: int
    box: Box
    whole: bool
    guesses: tuple[Guess, ...]

    @property
    def shown(self) -> tuple[Guess, ...]:
        """The guesses that are visible."""
        return tuple(guess for guess in self.guesses if guess.visible)

    @property
    def score(self) -> float:
        """The mean confidence of all its parts, 0..1."""
        return sum(guess.confidence for guess in self.guesses) / max(len(self.guesses), 1)


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photograph, `name` being its path below the folder of pictures, its upright size in pixels, and its objects.
    It has none if its category has no part. `picture`: a row of `run.pictures` that it, or an object in it, is."""

    picture: int
    name: str
    width: int
    height: int
    side: Side
    instances: tuple[Instance, ...]

    @property
    def subset(self) -> str:
        """The name of its side of the split in other programs: train, val or test."""
        return SUBSETS[self.side]


@dataclass(frozen=True, slots=True)
class Guesses:
    """All that a file of annotations is written from."""

    run: Run
    parts: tuple[Part, ...]
    photographs: tuple[Photograph, ...]

    def parts_of(self, category: int) -> tuple[Part, ...]:
        """Return the parts of a category."""
        return tuple(part for part in self.parts if part.category == category)


def parts_of(run: Run) -> tuple[Part, ...]:
    """Return the parts of a run, largest group first."""
    notes, taken, parts = notes_or_none(run.path), set(run.categories), list[Part]()
    several = len(run.categories) > 1
    for members in groups_of(run.filters):
        first = run.filters[members[0]]
        title = unicodedata.normalize("NFC", part_title(OWN, first.group, notes))
        own = {part.name for part in parts if part.category == first.category}
        name = _unlike(title, own, first.group)
        label = _unlike(f"{run.categories[first.category]}: {name}" if several else name, taken, first.group)
        taken.add(label)
        parts.append(Part(first.index, first.category, name, label))
    return tuple(parts)


def _unlike(name: str, taken: Iterable[str], group: int) -> str:
    """Return a name, with the part's number if another part or a category has it."""
    return f"{name} ({group + 1})" if name in taken else name


def guess_parts(run: Run, pictures: Sequence[int]) -> Operation[Guesses]:
    """Return where a run places its parts in some of its pictures; those that changed since the training are left out.

    Raises
    ------
    RunError, PictureError
        The run is damaged, or a picture whose size only its file tells is gone or cannot be read.
    """
    title, kept = translate("Figures", "Comparing pictures"), list[int]()
    for done, picture in enumerate(pictures, 1):
        if not is_changed(run, picture):
            kept.append(picture)
        if done % STEP == 0 or done == len(pictures):
            yield Progress(title, done, len(pictures))
    parts, sizes = parts_of(run), photograph_sizes(run)
    marks = {part.filter: (clear_peaks(run, OWN, part.filter), usual_top(run, OWN, part.filter)) for part in parts}
    photographs = []
    for name, own in grouped(kept, lambda index: run.pictures[index].photograph).items():
        width, height = _size(run, own[0], sizes)
        instances = (_instance(run, index, (width, height), parts, marks) for index in own)
        found = tuple(instance for instance in instances if instance.guesses)
        photographs.append(Photograph(own[0], name, width, height, run.pictures[own[0]].side, found))
    return Guesses(run, parts, tuple(photographs))


def _size(run: Run, index: int, sizes: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """Return (width, height) of the photograph that a picture of the run is, or is a region of."""
    picture = run.pictures[index]
    if not picture.box:
        return picture.width, picture.height
    return sizes.get(picture.photograph) or size_of(file_of(run.picture_path(index)))


def _instance(
    run: Run, index: int, size: tuple[int, int], parts: Sequence[Part], marks: dict[int, tuple[np.ndarray, float]]
) -> Instance:
    picture = run.pictures[index]
    whole: Box = (0.0, 0.0, float(size[0]), float(size[1]))
    box = box_of(picture.box) if picture.box else whole
    guesses = tuple(_guess(run, index, box, part, *marks[part.filter]) for part in parts if _shows(run, index, part))
    return Instance(index, picture.label, box, box == whole, guesses)


def _shows(run: Run, index: int, part: Part) -> bool:
    return run.pictures[index].label == part.category


def _guess(run: Run, index: int, box: Box, part: Part, clear: np.ndarray, top: float) -> Guess:
    """Return the peak of a part's filter in a picture; the network saw all of the box and nothing else."""
    cells, strengths = peaks_of(run, OWN)
    left, top_edge, right, bottom = box
    row, column = (int(edge) for edge in cells[index, part.filter])
    x, y = peak_point(run.geometry, (row, column), 1, 1)
    x, y = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)  # of some backbones the outermost cells lie beyond the picture
    strength = max(float(np.nan_to_num(strengths[index, part.filter], posinf=0.0, neginf=0.0)), 0.0)
    confidence = min(strength / top, 1.0) if top > 0 else 0.0
    return Guess(
        part,
        round(left + x * (right - left), 2),
        round(top_edge + y * (bottom - top_edge), 2),
        round(confidence, 3),
        bool(clear[index]),
    )
