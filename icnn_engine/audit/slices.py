"""A slice of a run: its pictures in which parts appear in a certain way, and which pictures these are. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from icnn_engine.audit.part_states import PartState, part_states
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import short_list, translate
from icnn_engine.inspection.best_pictures import side_rows
from icnn_engine.inspection.run_verdict import labels_of
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE
NONE_OF_THEM = "background"  # as a category: all pictures that show none of the run's categories
Side: TypeAlias = Literal["train", "choose", "test", "held-out"]
SIDES: tuple[Side, ...] = ("train", "choose", "test", "held-out")


@dataclass(frozen=True, slots=True)
class PartIs:
    """A part, by its number from 0, is in a state."""

    group: int
    state: PartState


@dataclass(frozen=True, slots=True)
class CategoryIs:
    """The picture is of a category, by the name of its folder, or of no category of the run (`NONE_OF_THEM`)."""

    name: str


@dataclass(frozen=True, slots=True)
class AnswerIs:
    """The answer of the network is right, or wrong."""

    right: bool


@dataclass(frozen=True, slots=True)
class SideIs:
    """The picture is on a side of the split; held-out: test or choose."""

    side: Side


Condition: TypeAlias = PartIs | CategoryIs | AnswerIs | SideIs
Together: TypeAlias = tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """The pictures that meet all conditions of one of the groups in `either`: `and` within a group, `or` between them.

    A part is told of in pictures of its own category, where it is expected, unless its group names a category.
    """

    either: tuple[Together, ...]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All conditions."""
        return tuple(condition for together in self.either for condition in together)

    @property
    def groups(self) -> tuple[int, ...]:
        """The parts that it tells of, by number from 0, each once, in their order."""
        return tuple(dict.fromkeys(one.group for one in self.conditions if isinstance(one, PartIs)))

    @property
    def chosen_by_answer(self) -> bool:
        """Whether it depends on right and wrong answers: then the share of right ones among its pictures says
        nothing."""
        return any(isinstance(one, AnswerIs) for one in self.conditions)


def slice_rows(run: Run, slice: Slice) -> np.ndarray:
    """Return the indices (P,) of the pictures of a slice, of all sides of the split, ascending.

    Raises SettingsError where the run has no such part or category, or where a group tells of parts of several
    categories and names none; RunError where answers or maps cannot be read.
    """
    inside = np.zeros(len(run.pictures), bool)
    for together in slice.either:
        inside |= _meeting(run, together)
    return np.flatnonzero(inside)


def right_answers(run: Run, network: NetworkName = OWN) -> np.ndarray:
    """Return (N,) bool: which pictures of a run a network answers right. Raises RunError."""
    right: np.ndarray = predicted_by(run, run.answers(network)) == labels_of(run)
    return right


def categories_of(run: Run) -> tuple[str, ...]:
    """Return the names that a condition can give a category: those of the run, then those of its other pictures."""
    return tuple(dict.fromkeys((*run.categories, *(picture.category for picture in run.pictures))))


def _meeting(run: Run, together: Together) -> np.ndarray:
    """Return (N,) bool: which pictures meet all conditions."""
    inside = np.ones(len(run.pictures), bool)
    if not any(isinstance(one, CategoryIs) for one in together):
        categories = {_category_of(run, one.group) for one in together if isinstance(one, PartIs)}
        if len(categories) > 1:
            raise SettingsError(_several_words(run, sorted(categories)))
        for category in categories:
            inside &= labels_of(run) == category
    for condition in together:
        inside &= _meets(run, condition)
    return inside


def _meets(run: Run, condition: Condition) -> np.ndarray:
    """Return (N,) bool: which pictures meet one condition."""
    if isinstance(condition, PartIs):
        _category_of(run, condition.group)
        return part_states(run).of(condition.group, condition.state)
    if isinstance(condition, CategoryIs):
        return _shows(run, condition.name)
    if isinstance(condition, AnswerIs):
        return np.asarray(right_answers(run) == condition.right)
    inside = np.zeros(len(run.pictures), bool)
    inside[_rows_of_side(run, condition.side)] = True
    return inside


def _rows_of_side(run: Run, side: Side) -> np.ndarray:
    """Return the pictures of a side; unlike `side_rows`, none where nothing was held out."""
    return np.concatenate([side_rows(run, one) for one in (("choose", "test") if side == "held-out" else (side,))])


def _shows(run: Run, name: str) -> np.ndarray:
    """Return (N,) bool: which pictures are of a category. Raises SettingsError where the run has none of that name."""
    names, known = np.array([picture.category for picture in run.pictures], dtype=object), categories_of(run)
    if name in known:
        shows: np.ndarray = names == name
        return shows
    if name == NONE_OF_THEM:
        return np.asarray(labels_of(run) < 0)
    words = translate("Errors", "There is no category {name} in this run. It has: {names}.")
    raise SettingsError(words.format(name=name, names=short_list((*known, NONE_OF_THEM))))


def _category_of(run: Run, group: int) -> int:
    """Return the category of a part. Raises SettingsError where the run has no such part."""
    states = part_states(run)
    if group in states.groups:
        return states.categories[states.groups.index(group)]
    if not states.groups:
        words = translate("Errors", "No filter of {name} holds a part: a slice can only tell of {others}.")
        raise SettingsError(words.format(name=run.name, others="category, right, wrong, train, choose, test, held-out"))
    words = translate("Errors", "There is no part {wrong}: this run has parts 1 to {count}.")
    raise SettingsError(words.format(wrong=group + 1, count=max(states.groups) + 1))


def _several_words(run: Run, categories: list[int]) -> str:
    words = translate(
        "Errors",
        "These parts belong to different categories ({names}), and no picture shows both. Join them with “or”, or say "
        "in pictures of which category: “category {first} and …”.",
    )
    names = [run.categories[category] for category in categories]
    return words.format(names=short_list(names), first=names[0])
