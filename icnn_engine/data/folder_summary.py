"""How a folder was understood, told before anything is learned from it; names that differ only by case made one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from icnn_engine.core.annotations import Folder, Picture, Side
from icnn_engine.core.config import AUTO_BACKGROUND
from icnn_engine.core.language import short_list, translate
from icnn_engine.data.splitting import SIDES

ORDER: tuple[Side | None, ...] = (*SIDES, None)
USUAL = frozenset({"train", "training", "val", "valid", "validation", "test"})  # taken for sides without a word


@dataclass(frozen=True, slots=True)
class FolderReading:
    """How a folder was read. `asked`: the one that was named; `inner`: the folder that the sides or the categories lie
    in; `sides`: those, by name; `beside`: the categories beside them; `inside`: category -> its sub-folders with
    pictures ("": pictures lie in it)."""

    asked: Path
    inner: Path
    sides: Mapping[str, Side]
    beside: Collection[str]
    inside: Mapping[str, Collection[str]]


def describe_folder(folder: Folder, reading: FolderReading) -> Folder:
    """The folder with one name for a category whose name is written in another case on another side of the split, and
    with notes on what could have been understood otherwise."""
    names = _one_case(folder)
    pictures = tuple(replace(p, category=names.get(p.category, p.category)) for p in folder.pictures)
    categories = tuple(sorted({p.category for p in pictures}))
    notes = (
        *_wrapper(reading.asked, reading.inner),
        *_sides(reading),
        *_not_trained(pictures),
        *_cases(names, categories),
        *_same_inside(reading.inside),
        *_one_of_many(reading.inside),
    )
    return replace(folder, pictures=pictures, categories=categories, notes=notes)


def _one_case(folder: Folder) -> dict[str, str]:
    """Category -> the spelling that it gets, where two sides spell one name differently; both on one side are two."""
    where: dict[str, set[Side | None]] = {}
    for picture in folder.pictures:
        where.setdefault(picture.category, set()).add(picture.side)
    alike: dict[str, list[str]] = {}
    for category in sorted(where, key=lambda c: min(ORDER.index(side) for side in where[c])):
        alike.setdefault(category.casefold(), []).append(category)
    found: dict[str, str] = {}
    for first, *others in alike.values():
        if sum(len(where[c]) for c in (first, *others)) == len(set().union(*(where[c] for c in (first, *others)))):
            found |= dict.fromkeys(others, first)
    return found


def _wrapper(asked: Path, inner: Path) -> Iterator[str]:
    if inner != asked:
        text = translate("Errors", "The categories were found in the folder {inner}.")
        yield text.format(inner=inner.relative_to(asked).as_posix())


def _sides(reading: FolderReading) -> Iterator[str]:
    beside = sorted(name for name in reading.beside if name != AUTO_BACKGROUND)
    if not reading.sides or (not beside and {name.lower() for name in reading.sides} <= USUAL):
        return
    roles: dict[Side, list[str]] = {"train": [], "choose": [], "test": []}
    for name, side in reading.sides.items():
        roles[side].append(name)
    text = translate("Errors", "These folders are taken for the sides of the split: {sides}.")
    words: dict[Side, str] = {
        "train": translate("Errors", "{names} for training"),
        "choose": translate("Errors", "{names} for validation"),
        "test": translate("Errors", "{names} for the test"),
    }
    yield text.format(
        sides="; ".join(words[side].format(names=short_list(names)) for side, names in roles.items() if names)
    )
    if beside:
        text = translate("Errors", "Beside them, each of these folders is taken for a category: {names}.")
        yield text.format(names=short_list(beside))


def _not_trained(pictures: Collection[Picture]) -> Iterator[str]:
    """Categories of a side that is held out, of which nothing is trained on: another layout, or another spelling."""
    trained = {p.category for p in pictures if p.side in ("train", None)}
    others = sorted({p.category for p in pictures} - trained)
    if others:
        text = translate("Errors", "These categories have no picture among those for training: {names}.")
        yield text.format(names=short_list(others))


def _cases(names: Mapping[str, str], categories: Collection[str]) -> Iterator[str]:
    for other, name in names.items():
        text = translate("Errors", "{other} and {name} differ only by capital letters: taken for one category, {name}.")
        yield text.format(other=other, name=name)
    alike: dict[str, list[str]] = {}
    for category in categories:
        alike.setdefault(category.casefold(), []).append(category)
    for spellings in (names for names in alike.values() if len(names) > 1):
        text = translate("Errors", "{names} differ only by capital letters, but lie side by side: two categories.")
        yield text.format(names=short_list(spellings))


def _same_inside(inside: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Categories that hold the same sub-folders may be something else: sides of a split, or kinds of picture."""
    holders: dict[str, list[str]] = {}
    for category in sorted(set(inside) - {AUTO_BACKGROUND}):
        for name in inside[category]:
            if name:
                holders.setdefault(name, []).append(category)
    shared = {name: found for name, found in holders.items() if len(found) > 1}
    if shared:
        text = translate(
            "Errors",
            "The categories {categories} hold the same sub-folders ({names}). Each category is everything below its "
            "folder. If the sub-folders are the categories, name the folders above them train, val and test, or choose "
            "one of them.",
        )
        categories = sorted({category for found in shared.values() for category in found})
        yield text.format(categories=short_list(categories), names=short_list(sorted(shared)))


def _one_of_many(inside: Mapping[str, Collection[str]]) -> Iterator[str]:
    """A single category with several sub-folders may be several categories."""
    categories = set(inside) - {AUTO_BACKGROUND}
    names = sorted({name for category in categories for name in inside[category] if name})
    if len(categories) == 1 and len(names) > 1:
        text = translate(
            "Errors",
            "Everything below {category} is taken for one category, also its sub-folders ({names}). If these are the "
            "categories, choose the folder {category} instead.",
        )
        yield text.format(category=next(iter(categories)), names=short_list(names))
