"""Notes on how a folder was understood, shown before a training; merges categories that differ only by case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from icnn_engine.core.annotations import Folder, Picture, Side
from icnn_engine.core.config import AUTO_BACKGROUND
from icnn_engine.core.language import short_list, translate
from icnn_engine.data.grouping import grouped
from icnn_engine.data.splitting import SIDES

ORDER: tuple[Side | None, ...] = (*SIDES, None)
USUAL = frozenset({"train", "training", "val", "valid", "validation", "test"})  # taken for sides without a note


def describe_folder(
    folder: Folder,
    asked: Path,
    inner: Path,
    sides: Mapping[str, Side],
    beside: Collection[str],
    inside: Mapping[str, Collection[str]],
) -> Folder:
    """Return the folder with notes on what could have been understood otherwise.

    Categories whose names differ only by case and lie on different sides of the split are merged. `asked` is the folder
    that the user named; `inner` holds the `sides` (by name of their folders) or the categories; `beside` are the
    categories beside the sides; `inside`: category -> its sub-folders with pictures.
    """
    names = _one_case(folder)
    pictures = tuple(replace(p, category=names.get(p.category, p.category)) for p in folder.pictures)
    categories = tuple(sorted({p.category for p in pictures}))
    notes = (
        *_wrapper(asked, inner),
        *_sides(sides, sorted(set(beside) - {AUTO_BACKGROUND})),
        *_not_trained(pictures),
        *_cases(names, categories),
        *_same_inside(inside),
        *_one_of_many(inside),
    )
    return replace(folder, pictures=pictures, categories=categories, notes=notes)


def _one_case(folder: Folder) -> dict[str, str]:
    """Return the new names of categories that another side spells with another case; two on one side stay two."""
    sides: dict[str, set[Side | None]] = {}
    for picture in folder.pictures:
        sides.setdefault(picture.category, set()).add(picture.side)
    from_train = sorted(sides, key=lambda c: min(ORDER.index(side) for side in sides[c]))
    names: dict[str, str] = {}
    for spellings in grouped(from_train, str.casefold).values():
        if sum(len(sides[c]) for c in spellings) == len(set().union(*(sides[c] for c in spellings))):
            names |= dict.fromkeys(spellings[1:], spellings[0])
    return names


def _wrapper(asked: Path, inner: Path) -> Iterator[str]:
    if inner != asked:
        text = translate("Errors", "The categories were found in the folder {inner}.")
        yield text.format(inner=inner.relative_to(asked).as_posix())


def _sides(sides: Mapping[str, Side], beside: list[str]) -> Iterator[str]:
    if not sides or (not beside and {name.lower() for name in sides} <= USUAL):
        return
    texts: dict[Side, str] = {
        "train": translate("Errors", "{names} for training"),
        "choose": translate("Errors", "{names} for validation"),
        "test": translate("Errors", "{names} for the test"),
    }
    folders = grouped(sides, sides.__getitem__)
    parts = (texts[side].format(names=short_list(folders[side])) for side in SIDES if side in folders)
    text = translate("Errors", "These folders are taken for the sides of the split: {sides}.")
    yield text.format(sides="; ".join(parts))
    if beside:
        text = translate("Errors", "Beside them, each of these folders is taken for a category: {names}.")
        yield text.format(names=short_list(beside))


def _not_trained(pictures: Collection[Picture]) -> Iterator[str]:
    """Note categories without a picture for training: another layout, or another spelling."""
    trained = {p.category for p in pictures if p.side in ("train", None)}
    others = sorted({p.category for p in pictures} - trained)
    if others:
        text = translate("Errors", "These categories have no picture among those for training: {names}.")
        yield text.format(names=short_list(others))


def _cases(names: Mapping[str, str], categories: Collection[str]) -> Iterator[str]:
    for other, name in names.items():
        text = translate("Errors", "{other} and {name} differ only by capital letters: taken for one category, {name}.")
        yield text.format(other=other, name=name)
    for spellings in grouped(categories, str.casefold).values():
        if len(spellings) > 1:
            text = translate("Errors", "{names} differ only by capital letters, but lie side by side: two categories.")
            yield text.format(names=short_list(spellings))


def _same_inside(inside: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Note categories with the same sub-folders: these may be sides of a split, or kinds of picture."""
    own = [(name, category) for category in inside if category != AUTO_BACKGROUND for name in inside[category]]
    counts = Counter(name for name, _category in own)
    shared = [(name, category) for name, category in own if counts[name] > 1]
    if shared:
        yield translate(
            "Errors",
            "The categories {categories} hold the same sub-folders ({names}). Each category is everything below its "
            "folder. If the sub-folders are the categories, name the folders above them train, val and test, or choose "
            "one of them.",
        ).format(
            categories=short_list(sorted({category for _name, category in shared})),
            names=short_list(sorted({name for name, _category in shared})),
        )


def _one_of_many(inside: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Note a single category with several sub-folders: these may be the categories."""
    categories = [category for category in inside if category != AUTO_BACKGROUND]
    if len(categories) == 1 and len(names := inside[categories[0]]) > 1:
        yield translate(
            "Errors",
            "Everything below {category} is taken for one category, also its sub-folders ({names}). If these are the "
            "categories, choose the folder {category} instead.",
        ).format(category=categories[0], names=short_list(sorted(names)))
