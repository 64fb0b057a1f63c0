"""Which pictures of a checked folder a run is about, which of them show the category, and on which side each lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from icnn_engine.annotations import CheckedPicture, CheckUp, Where, file_of
from icnn_engine.config import AUTO_BACKGROUND, OTHERS, SHUFFLED, TrainSettings
from icnn_engine.datasets import check_folder, list_folder, split_pictures
from icnn_engine.errors import SettingsError, TrainingError
from icnn_engine.events import Operation

SHARES = (0.6, 0.15, 0.25)  # train, choose, test
FEWEST = 8  # pictures of the category: fewer leave a side of the split without any


@dataclass(frozen=True, eq=False)
class Selection:
    """N pictures; positive (N,) bool: shows the category; side (N,) of "train", "choose", "test"."""

    root: Path
    fingerprint: str
    category: str
    background: str
    pictures: tuple[CheckedPicture, ...]
    positive: np.ndarray
    side: np.ndarray

    @property
    def paths(self) -> list[Where]:
        return [picture.path for picture in self.pictures]

    @property
    def shuffled(self) -> bool:
        """The negatives are made from the pictures themselves."""
        return self.background == SHUFFLED


def select(checkup: CheckUp, settings: TrainSettings) -> Operation[Selection]:
    """The pictures that `settings` ask for. Raises SettingsError, FolderError (of a background elsewhere) or
    TrainingError (too few pictures)."""
    category = _category(checkup, settings.category)
    background = settings.background or _usual_background(checkup, category)
    own = [p for p in checkup.pictures if p.category == category]
    negatives = yield from _negatives(checkup, category, background)
    if len(own) < FEWEST or (background != SHUFFLED and len(negatives) < FEWEST):
        raise TrainingError(
            f"There are {len(own)} readable pictures of {category} and {len(negatives)} of the background: at least "
            f"{FEWEST} of each are needed. Add pictures, or choose another background."
        )
    limit = settings.max_pictures
    pictures = [*_spread(own, limit), *_spread(negatives, limit)]
    side = split_pictures(pictures, SHARES, settings.seed)
    positive = np.array([p.category == category and file_of(p.path).is_relative_to(checkup.root) for p in pictures])
    selection = Selection(
        checkup.root, checkup.fingerprint, category, background, tuple(pictures), positive, np.array(side)
    )
    for name in ("train", "choose", "test"):
        if not positive[selection.side == name].any():
            raise TrainingError(f"No picture of {category} is left for the side {name} of the split. Add pictures.")
    return selection


def _category(checkup: CheckUp, wanted: str) -> str:
    usable = [c for c in checkup.categories if c != AUTO_BACKGROUND]
    if wanted in checkup.categories:
        return wanted
    if wanted:
        raise SettingsError(
            f"There is no category {wanted} in {checkup.root}. It has: {', '.join(checkup.categories)}."
        )
    if len(usable) != 1:
        raise SettingsError(f"Choose the category whose parts are sought (--category): {', '.join(usable)}.")
    return usable[0]


def _usual_background(checkup: CheckUp, category: str) -> str:
    others = [c for c in checkup.categories if c != category]
    if AUTO_BACKGROUND in others:
        return AUTO_BACKGROUND
    return OTHERS if others else SHUFFLED


def _negatives(checkup: CheckUp, category: str, background: str) -> Operation[list[CheckedPicture]]:
    if background == SHUFFLED:
        return []
    if background == OTHERS:
        return [p for p in checkup.pictures if p.category not in (category, AUTO_BACKGROUND)]
    if background == category:
        raise SettingsError(f"{category} cannot be its own background. Choose another one, or 'shuffled'.")
    if background in checkup.categories:
        return [p for p in checkup.pictures if p.category == background]
    if not Path(background).is_dir():
        raise SettingsError(
            f"The background {background} is neither a category of {checkup.root} nor a folder. Choose one of: "
            f"{', '.join(c for c in checkup.categories if c != category)}, {OTHERS}, {SHUFFLED}."
        )
    elsewhere = yield from check_folder(list_folder(Path(background)))
    return [_absolute(p, elsewhere.root) for p in elsewhere.pictures]


def _absolute(picture: CheckedPicture, root: Path) -> CheckedPicture:
    """A picture from outside the run's folder is named by its whole path."""
    from dataclasses import replace

    return replace(picture, name=(root / picture.name).resolve().as_posix())


def _spread(pictures: list[CheckedPicture], limit: int | None) -> list[CheckedPicture]:
    """At most `limit` of them, taken evenly in the order of their digests, so that a limit is no choice of a kind."""
    if limit is None or len(pictures) <= limit:
        return pictures
    kept = {p.name for p in sorted(pictures, key=lambda p: p.digest)[:limit]}
    return [p for p in pictures if p.name in kept]
