"""What a training tells from what, and why it would be refused: known before it starts. No torch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from icnn_engine.core.annotations import CheckUp, Folder
from icnn_engine.core.config import ALL, AUTO_BACKGROUND, NONE, OTHERS, SHUFFLED, TrainSettings
from icnn_engine.core.errors import FolderError, PartscopeError, SettingsError, TrainingError
from icnn_engine.core.language import translate
from icnn_engine.data.folder_names import plain_category
from icnn_engine.data.published import everything_of

FEWEST = 8  # pictures of the category: with fewer a side of the split would be empty
BACKGROUND = "the background"  # as errors name it


def refusal(folder: CheckUp | Folder, settings: TrainSettings) -> str:
    """Return why a training on a folder would be refused, and what to do; "" if nothing is known to be in its way.

    Pictures of a background in another folder are not counted.
    """
    try:
        task_of(_merged(folder, settings), settings)
    except PartscopeError as error:
        return str(error)
    return ""


def task_of(folder: CheckUp | Folder, settings: TrainSettings) -> tuple[tuple[str, ...], str]:
    """Return the categories of a training and what they are told from.

    Raises
    ------
    FolderError
        The folder holds no pictures.
    SettingsError
        The categories or the background are not clear, not in the folder, or do not fit the training.
    TrainingError
        A category or the background has too few pictures. Those in another folder are not counted.
    """
    if not folder.pictures:
        raise FolderError(translate("Errors", "There are no pictures in {root}.").format(root=folder.root))
    categories = chosen_categories(folder, settings)
    background = _background(folder, settings, categories)
    counts = Counter(picture.category for picture in folder.pictures)
    wanted = {category: counts[category] for category in categories}
    if background == OTHERS:
        rest = (count for category, count in counts.items() if category not in (*categories, AUTO_BACKGROUND))
        wanted[BACKGROUND] = sum(rest)
    elif background in folder.categories:
        wanted[BACKGROUND] = counts[background]
    ensure_enough(wanted)
    return categories, background


def chosen_categories(folder: CheckUp | Folder, settings: TrainSettings) -> tuple[str, ...]:
    """Return the categories to train on, in the folder's order. Raises SettingsError if that is not clear."""
    usable = tuple(c for c in folder.categories if c != AUTO_BACKGROUND)
    wanted = tuple(map(plain_category, settings.categories or ((settings.category,) if settings.category else ())))
    if settings.categories and settings.category:
        raise SettingsError(translate("Errors", "Give either one category or several categories, not both."))
    if wanted == (ALL,):
        wanted = tuple(c for c in usable if c != settings.background)
    if unknown := [c for c in wanted if c not in folder.categories]:
        text = translate("Errors", "There is no category {unknown} in {root}. It has: {categories}.")
        known = ", ".join(folder.categories)
        raise SettingsError(text.format(unknown=unknown[0], root=folder.root, categories=known))
    if settings.categories and len(set(wanted)) < 2:
        text = translate("Errors", "Several categories are two or more; this folder has: {usable}.")
        raise SettingsError(text.format(usable=", ".join(usable)))
    if wanted:
        return tuple(c for c in folder.categories if c in wanted)
    if len(usable) != 1:
        text = translate("Errors", "Choose the category whose parts are sought (--category): {usable}.")
        raise SettingsError(text.format(usable=", ".join(usable)))
    return usable


def default_background(folder: CheckUp | Folder, categories: tuple[str, ...]) -> str:
    """Return the background that categories are classified against if the settings name none."""
    others = [c for c in folder.categories if c not in categories]
    if AUTO_BACKGROUND in others:
        return AUTO_BACKGROUND
    if len(categories) > 1:
        return NONE
    return OTHERS if others else SHUFFLED


def ensure_enough(counts: Mapping[str, int]) -> None:
    """Raise TrainingError if there are too few pictures of a category or of the background, by name."""
    if few := ", ".join(f"{count} of {kind}" for kind, count in counts.items() if count < FEWEST):
        raise TrainingError(
            translate(
                "Errors",
                "There are too few readable pictures: {told}; at least {fewest} of each kind are "
                "needed. Add pictures, or choose another category or background.",
            ).format(told=few, fewest=FEWEST)
        )


def _background(folder: CheckUp | Folder, settings: TrainSettings, categories: tuple[str, ...]) -> str:
    """Return what categories are told from. Raises SettingsError if that cannot be."""
    named = plain_category(settings.background)
    if named in (OTHERS, SHUFFLED, NONE) and named in folder.categories:
        text = translate("Errors", "'{name}' is a category of {root}, and a word of its own here: rename that folder.")
        raise SettingsError(text.format(name=named, root=folder.root))
    known = named if named in folder.categories else settings.background
    background = known or default_background(folder, categories)
    if background == NONE and len(categories) < 2:
        raise SettingsError(
            translate("Errors", "One category has to be told from something: choose a background, or 'shuffled'.")
        )
    if background in categories:
        raise SettingsError(
            translate("Errors", "{background} cannot be its own background. Choose another one, or 'shuffled'.").format(
                background=background
            )
        )
    if background == SHUFFLED and settings.training == "full":
        raise SettingsError(
            translate(
                "Errors", "Full training needs other pictures to tell it from: choose a background, or quick training."
            )
        )
    if background not in (OTHERS, SHUFFLED, NONE, *folder.categories) and not Path(background).is_dir():
        raise SettingsError(
            translate(
                "Errors",
                "The background {background} is neither a category of {root} nor a folder. Choose "
                "one of: {categories}, {others}, {shuffled}.",
            ).format(
                background=background,
                root=folder.root,
                categories=", ".join(c for c in folder.categories if c not in categories),
                others=OTHERS,
                shuffled=SHUFFLED,
            )
        )
    return background


def _merged(folder: CheckUp | Folder, settings: TrainSettings) -> CheckUp | Folder:
    """Return a folder as its training sees it: one category where the whole is asked for (`everything_of`)."""
    whole = everything_of(folder.root)
    if settings.category != whole or whole in folder.categories:
        return folder
    pictures: Any = tuple(replace(picture, category=whole) for picture in folder.pictures)
    return replace(folder, pictures=pictures, categories=(whole,))
