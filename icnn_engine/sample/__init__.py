"""The built-in sample: drawn creatures whose parts are known, and the same scenery without one.

Three further kinds have a known truth, too: creatures that fill a given share of the picture, scratched machine parts,
and a sample in which a mark and wrong labels are planted. All are drawn from a seed, so no picture is stored with the
program. No torch, no network.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from icnn_engine.core.config import AUTO_BACKGROUND as BACKGROUND
from icnn_engine.core.config import from_toml, to_toml
from icnn_engine.core.errors import FolderError, PartscopeError, SettingsError
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.core.annotations import Box
    from icnn_engine.sample.drawn import Drawn

TITLE = "Drawing the sample"
CATEGORY, DEFECTIVE, GOOD = "creature", "defective", "good"
RECIPE = 1  # to be raised when the drawing changes: a sample of another recipe is drawn anew
NOTE = ".sample.toml"  # what a sample was made from; hidden, so that it is no picture's neighbour
QUALITY = 92
LANDMARKS, BOXES = "landmarks.csv", "boxes.csv"
TRUTH = ".truth.csv"  # the planted faults; hidden as the note, so that it is no picture's neighbour

Draw = Callable[[str, int], "Drawn"]  # category and number of the picture
Note = Mapping[str, int | float | str]


def make_sample(root: Path, seed: int = 0, creatures: int = 300, backgrounds: int = 300) -> Operation[Path]:
    """Draw the sample at `root` and return that: `creature/`, `_background/` and `landmarks.csv`.

    The same seed gives the same pictures. A whole sample that is there already is kept; one of other numbers, or a half
    made one, is drawn anew, beside `root`, and put there at once. Yields Progress. Raises FolderError where something
    else is at `root`, or nothing can be written.
    """
    note = {"recipe": RECIPE, "seed": seed, "creatures": creatures, "backgrounds": backgrounds}

    def draw(category: str, number: int) -> Drawn:
        from icnn_engine.sample.drawn import Drawn
        from icnn_engine.sample.picture import draw_picture

        return Drawn(*draw_picture(seed, number, with_creature=category == CATEGORY))

    return _make(root, note, {CATEGORY: creatures, BACKGROUND: backgrounds}, (LANDMARKS,), draw)


def make_sized_sample(root: Path, area: float, each: int = 1, seed: int = 0, pictures: int = 240) -> Operation[Path]:
    """Draw a sample like `make_sample`, with `boxes.csv`, whose creatures fill `area` (0..1) of the picture.

    Each creature's box fills that share, anywhere in the picture; `each`: creatures in a picture; `pictures`: of
    creatures, and as many without. Raises SettingsError for an area or a number that cannot be drawn, and as
    `make_sample`.
    """
    from icnn_engine.sample.sized import LEAST_AREA, MOST_AREA, MOST_CREATURES, MOST_TOGETHER, draw_sized

    if not LEAST_AREA <= area <= MOST_AREA or not 1 <= each <= MOST_CREATURES or each * area > MOST_TOGETHER:
        words = translate(
            "Errors",
            "A creature can fill {least} to {most} of the picture, up to {several} of them {together} together. Give a "
            "smaller area or fewer creatures.",
        )
        limits = {"least": LEAST_AREA, "most": MOST_AREA, "several": MOST_CREATURES, "together": MOST_TOGETHER}
        raise SettingsError(words.format(**limits))
    note = {"recipe": RECIPE, "seed": seed, "pictures": pictures, "area": area, "each": each}

    def draw(category: str, number: int) -> Drawn:
        return draw_sized(seed, number, area, each, painted=category == CATEGORY)

    return _make(root, note, {CATEGORY: pictures, BACKGROUND: pictures}, (LANDMARKS, BOXES), draw)


def make_defects(root: Path, seed: int = 0, pictures: int = 240) -> Operation[Path]:
    """Draw machine parts at `root`: `defective/` with one scratch each, `good/`, and `boxes.csv` of the scratches.

    `pictures`: of each. Yields and raises as `make_sample`.
    """

    def draw(category: str, number: int) -> Drawn:
        from icnn_engine.sample.surface import draw_surface

        return draw_surface(seed, number, defective=category == DEFECTIVE)

    note: Note = {"recipe": RECIPE, "kind": "defects", "seed": seed, "pictures": pictures}
    return _make(root, note, {DEFECTIVE: pictures, GOOD: pictures}, (BOXES,), draw)


def make_marked_sample(root: Path, seed: int = 0, pictures: int = 240) -> Operation[Path]:
    """Draw a sample like `make_sample` with planted faults, and `.truth.csv`, which tells them.

    Of the creatures .9 have a coloured dot, and .05 of the pictures lie in the folder of the other category.
    `pictures`: in each folder. Yields and raises as `make_sample`.
    """
    from icnn_engine.sample.marked import draw_marked, swapped_numbers

    swapped = {category: swapped_numbers(seed, pictures, category == CATEGORY) for category in (CATEGORY, BACKGROUND)}

    def draw(category: str, number: int) -> Drawn:
        is_swapped = number in swapped[category]
        shown = number + pictures if is_swapped else number  # another picture than the one of this number there
        return draw_marked(seed, shown, with_creature=(category == CATEGORY) != is_swapped)

    note: Note = {"recipe": RECIPE, "kind": "marked", "seed": seed, "pictures": pictures}
    return _make(root, note, {CATEGORY: pictures, BACKGROUND: pictures}, (LANDMARKS, TRUTH), draw)


def _make(root: Path, note: Note, counts: Mapping[str, int], tables: tuple[str, ...], draw: Draw) -> Operation[Path]:
    """Draw a sample of so many pictures a category, with these tables, unless it is there."""
    root = root.absolute()
    if _is_whole(root, note, counts, tables):
        return root
    _must_be_ours(root)
    beside = root.with_name(f".{root.name}.part")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        for category in counts:
            (beside / category).mkdir(parents=True)
        yield from _draw_all(beside, counts, tables, draw)
        (beside / NOTE).write_text(to_toml(dict(note)), encoding="utf-8", newline="\n")
        shutil.rmtree(root, ignore_errors=True)
        beside.replace(root)
    except OSError as error:
        words = translate("Errors", "The sample cannot be written to {root} ({why}). Choose another place.")
        raise FolderError(words.format(root=root, why=error.strerror or error)) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return root


def _draw_all(folder: Path, counts: Mapping[str, int], tables: tuple[str, ...], draw: Draw) -> Operation[None]:
    """Draw all pictures, and write the landmarks and boxes of those that show something."""
    jobs = [(category, number) for category, count in counts.items() for number in range(count)]
    lines = {LANDMARKS: ["image,part,x,y,visible"], BOXES: ["image,x,y,width,height"]}
    lines[TRUTH] = ["image,shows,x,y,width,height"]
    reported = 0.0
    for done, (category, number) in enumerate(jobs):
        if time.monotonic() - reported >= 0.1:
            yield Progress(TITLE, done, len(jobs))
            reported = time.monotonic()
        drawn, name = draw(category, number), f"{category}/{number + 1:04}.jpg"
        drawn.image.save(folder / name, quality=QUALITY)
        lines[LANDMARKS] += (f"{name},{mark.part},{mark.x:.1f},{mark.y:.1f},1" for mark in drawn.landmarks)
        lines[BOXES] += (f"{name},{_sides(box)}" for box in drawn.boxes)
        lines[TRUTH].append(f"{name},{drawn.shows},{_sides(drawn.mark) if drawn.mark else ',,,'}")
    yield Progress(TITLE, len(jobs), len(jobs))
    for table in tables:
        (folder / table).write_text("\n".join([*lines[table], ""]), encoding="utf-8", newline="\n")


def _sides(box: Box) -> str:
    """Return left, top, width and height of a box as columns of a table."""
    left, top, right, bottom = box
    return f"{left:g},{top:g},{right - left:g},{bottom - top:g}"


def _is_whole(root: Path, wanted: Note, counts: Mapping[str, int], tables: tuple[str, ...]) -> bool:
    try:
        note = from_toml((root / NOTE).read_text(encoding="utf-8"))
        there = {category: sum(1 for _ in (root / category).iterdir()) for category in counts}
    except (OSError, ValueError, PartscopeError):
        return False
    return note == wanted and there == counts and all((root / table).is_file() for table in tables)


def _must_be_ours(root: Path) -> None:
    """Raise FolderError where something else than a sample is at `root`: it is never drawn over."""
    if root.is_dir() and ((root / NOTE).is_file() or not any(root.iterdir())):
        return
    if root.exists():
        raise FolderError(
            translate(
                "Errors", "{root} holds something else than a sample. Choose another place, or empty it first."
            ).format(root=root)
        )
