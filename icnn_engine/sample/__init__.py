"""The built-in sample: drawn creatures whose parts are known, and the same scenery without one.

It is drawn from a seed, so no picture is stored with the program. No torch, no network.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from icnn_engine.core.config import AUTO_BACKGROUND, from_toml, to_toml
from icnn_engine.core.errors import FolderError, PartscopeError
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.language import translate

TITLE = "Drawing the sample"
CATEGORY = "creature"
RECIPE = 1  # to be raised when the drawing changes: a sample of another recipe is drawn anew
NOTE = ".sample.toml"  # what a sample was made from; hidden, so that it is no picture's neighbour
QUALITY = 92


def make_sample(root: Path, seed: int = 0, creatures: int = 300, backgrounds: int = 300) -> Operation[Path]:
    """Draw the sample at `root` and return that: `creature/`, `_background/` and `landmarks.csv`.

    The same seed gives the same pictures. A whole sample that is there already is kept; one of other numbers, or a half
    made one, is drawn anew, beside `root`, and put there at once. Yields Progress. Raises FolderError where something
    else is at `root`, or nothing can be written.
    """
    root = root.absolute()
    wanted = {"recipe": RECIPE, "seed": seed, "creatures": creatures, "backgrounds": backgrounds}
    if _is_whole(root, wanted):
        return root
    _must_be_ours(root)
    beside = root.with_name(f".{root.name}.part")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        for category in (CATEGORY, AUTO_BACKGROUND):
            (beside / category).mkdir(parents=True)
        yield from _draw_all(beside, seed, creatures, backgrounds)
        (beside / NOTE).write_text(to_toml(wanted), encoding="utf-8", newline="\n")
        shutil.rmtree(root, ignore_errors=True)
        beside.replace(root)
    except OSError as error:
        words = translate("Errors", "The sample cannot be written to {root} ({why}). Choose another place.")
        raise FolderError(words.format(root=root, why=error.strerror or error)) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return root


def _draw_all(folder: Path, seed: int, creatures: int, backgrounds: int) -> Operation[None]:
    """Draw all pictures, and write the landmarks."""
    from icnn_engine.sample.picture import draw_picture

    jobs = [(CATEGORY, i) for i in range(creatures)] + [(AUTO_BACKGROUND, i) for i in range(backgrounds)]
    lines, reported = ["image,part,x,y,visible"], 0.0
    for done, (category, number) in enumerate(jobs):
        if time.monotonic() - reported >= 0.1:
            yield Progress(TITLE, done, len(jobs))
            reported = time.monotonic()
        image, landmarks = draw_picture(seed, number, with_creature=category == CATEGORY)
        name = f"{category}/{number + 1:04}.jpg"
        image.save(folder / name, quality=QUALITY)
        lines.extend(f"{name},{mark.part},{mark.x:.1f},{mark.y:.1f},1" for mark in landmarks)
    yield Progress(TITLE, len(jobs), len(jobs))
    (folder / "landmarks.csv").write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _is_whole(root: Path, wanted: dict[str, int]) -> bool:
    try:
        note = from_toml((root / NOTE).read_text(encoding="utf-8"))
        counts = [sum(1 for _ in (root / category).iterdir()) for category in (CATEGORY, AUTO_BACKGROUND)]
    except (OSError, ValueError, PartscopeError):
        return False
    return (
        note == wanted and counts == [wanted["creatures"], wanted["backgrounds"]] and (root / "landmarks.csv").is_file()
    )


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
