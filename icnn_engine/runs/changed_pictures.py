"""Are the pictures of a run still those it was trained on? Maps are never drawn on other pixels. No torch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from icnn_engine.core.annotations import file_of
from icnn_engine.core.errors import RunError
from icnn_engine.core.language import short_list, translate
from icnn_engine.data.digests import has_other_content, known_other
from icnn_engine.metrics import evenly
from icnn_engine.runs.run_folder import Run

SAMPLE = 24  # pictures that are compared when a run's pictures are first needed
MOST = 0.5  # share of them that may have changed: above it the folder is another one


def is_changed(run: Run, index: int) -> bool:
    """Return whether a picture's file has changed since the run was trained. False where the file is gone or cannot be
    read, and for runs that stored no digests."""
    picture = run.pictures[index]
    return has_other_content(picture.where(run.images), picture.digest)


def unchanged(run: Run, indices: Iterable[int]) -> Iterator[int]:
    """Yield the pictures that have not changed, in their order; each is read when its turn comes."""
    return (int(index) for index in indices if not is_changed(run, int(index)))


def found_changed(run: Run) -> tuple[str, ...]:
    """Return the names of the pictures that were found to have changed so far; reads nothing."""
    return tuple(picture.name for picture in run.pictures if known_other(picture.where(run.images), picture.digest))


def ensure_same(run: Run) -> None:
    """Compare a sample of the pictures, taken evenly. Raises RunError where most of them have changed: then the folder
    is not the one that the run was trained on."""
    sample = evenly(len(run.pictures), SAMPLE).tolist()
    there = [index for index in sample if file_of(run.pictures[index].where(run.images)).is_file()]
    changed = [index for index in there if is_changed(run, index)]
    if len(changed) > MOST * len(there):
        words = translate(
            "Errors",
            "The pictures in {images} are not those that {run} was trained on: of {seen} that were compared, {count} "
            "differ ({names}). Tell where the right ones are (window: Locate pictures; command: --images FOLDER), or "
            "train a new run on these.",
        )
        names = short_list([run.pictures[index].name for index in changed])
        raise RunError(words.format(images=run.images, run=run.name, seen=len(there), count=len(changed), names=names))


def changed_words(names: Sequence[str]) -> str:
    """Return a sentence that says which pictures have changed, and that they are left out."""
    words = translate(
        "Errors",
        "{count} pictures have changed since the training: {names}. What the run stored is not drawn on them; they are "
        "left out, or looked at anew.",
    )
    if len(names) == 1:
        words = translate(
            "Errors",
            "One picture has changed since the training: {names}. What the run stored is not drawn on it; it is left "
            "out, or looked at anew.",
        )
    return words.format(count=len(names), names=short_list(names))
