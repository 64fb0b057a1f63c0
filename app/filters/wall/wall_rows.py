"""The rows of the wall of filters: cards and headings, searched and sorted."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.inspection.verdicts import Reached, failed_tests, reached, verdict
from icnn_engine.metrics import WEAK_AUC
from icnn_engine.runs.notes import Notes, filter_subject
from icnn_engine.runs.run_folder import RunFilter

PartKey: TypeAlias = tuple[int, int]  # category, number of the group


class SortBy(StrEnum):
    """Orders of the wall."""

    PART = "part"
    CATEGORY = "category"
    HOLDING = "holding"
    DIFFERENCE = "difference"
    STRENGTH = "strength"


class CardWarning(StrEnum):
    """Reasons to take a filter with care."""

    BOUND = "bound"
    FAILED = "failed"
    UNSTEADY = "unsteady"  # only in a run that was not judged


@dataclass(frozen=True, slots=True)
class Card:
    """One filter and everything else its card shows.

    `floor`: mean `RunFilter.following` of untrained filters; `twin`: of the other network's filter of the same rank
    (nan: not known). `category`: the name of its category, empty if the run has only one; `name`: its own or its
    part's. `tests`: its result in each test, empty if it was not judged; `failed`: how many tests it fails; `verdict`:
    which ones in words, empty if it holds a part.
    """

    filter: RunFilter
    floor: float = math.nan
    twin: float = math.nan
    category: str = ""
    name: str = ""
    starred: bool = False
    tests: tuple[Reached, ...] = ()
    failed: int = 0
    verdict: str = ""

    @property
    def gain(self) -> float:
        return self.filter.following - self.floor

    @property
    def difference(self) -> float:
        """How much it follows above the other network's filter of the same rank."""
        return self.filter.following - self.twin

    @property
    def bound(self) -> bool:
        """Whether its peak hardly tells its category from the background."""
        return not self.filter.dead and self.filter.background_auc < WEAK_AUC

    @property
    def marks(self) -> tuple[tuple[CardWarning, float], ...]:
        """The reasons to take it with care, each with its number."""
        if self.filter.dead:
            return ()
        marks = [(CardWarning.BOUND, self.filter.background_auc)] if self.bound else []
        if self.failed:
            marks.append((CardWarning.FAILED, float(self.failed)))
        elif not self.tests and self.filter.group < 0 and not math.isnan(self.filter.following):
            marks.append((CardWarning.UNSTEADY, self.filter.following))
        return tuple(marks)


@dataclass(frozen=True, slots=True)
class PartHeading:
    """A line above the cards of one part. `group` -1: filters that hold none; `dead`: those that never fire."""

    group: int
    cards: tuple[Card, ...]
    dead: bool = False

    @property
    def category(self) -> str:
        return self.cards[0].category

    @property
    def name(self) -> str:
        """The name that all its cards share."""
        names = {card.name for card in self.cards}
        return names.pop() if self.group >= 0 and len(names) == 1 else ""

    @property
    def judged(self) -> bool:
        """Whether its filters were put to the tests of holding."""
        return bool(self.cards[0].tests)

    def mean(self, figure: str) -> float:
        """Return the mean of a figure of `RunFilter` over the filters for which it is known; nan if there is none."""
        values = [getattr(card.filter, figure) for card in self.cards]
        known = [value for value in values if not math.isnan(value)]
        return sum(known) / len(known) if known else math.nan


@dataclass(frozen=True, slots=True)
class FoldLine:
    """A line that shows or hides the other filters of a part, which see the same as its first one.

    `part`: the category and number of the part; `count`: how many others there are; `folded`: whether they are hidden.
    """

    part: PartKey
    count: int
    folded: bool


Row: TypeAlias = Card | PartHeading | FoldLine


def cards(
    filters: Sequence[RunFilter],
    floor: float = math.nan,
    categories: Sequence[str] = (),
    others: Sequence[RunFilter] = (),
    notes: Notes | None = None,
) -> tuple[Card, ...]:
    """Return the cards of a network's filters. `others`: the filters of the other network."""
    notes = notes or Notes()
    ranks = {index: rank for rank, index in enumerate(wall_order(filters))}
    following = [others[index].following for index in wall_order(others)]
    return tuple(
        Card(
            f,
            floor,
            following[ranks[f.index]] if ranks[f.index] < len(following) else math.nan,
            categories[f.category] if len(categories) > 1 else "",
            notes.name_of(f),
            notes.of(filter_subject(f)).starred,
            reached(f),
            len(failed_tests(f)),
            verdict(f),
        )
        for f in filters
    )


def matching_cards(cards: Iterable[Card], text: str, starred: bool) -> tuple[Card, ...]:
    """Return the cards that match every word of a text by name, category, number or part; `starred`: only starred."""
    words = text.casefold().split()
    return tuple(c for c in cards if (c.starred or not starred) and all(_matches(c, word) for word in words))


def _matches(card: Card, word: str) -> bool:
    numbers = (str(card.filter.index), f"#{card.filter.group + 1}", str(card.filter.channel))
    return word in f"{card.name} {card.category}".casefold() or word in numbers


def part_of(card: Card) -> PartKey:
    """Return the part that a card stands under."""
    return card.filter.category, card.filter.group


def sorted_rows(cards: Sequence[Card], by: SortBy, unfolded: Container[PartKey] | None = None) -> tuple[Row, ...]:
    """Return cards in order, dead ones last. By part: under headings, by category, the largest group first, the best
    card first. `unfolded`: the parts of which all filters are shown, of the others only the first (None: all are)."""
    living = [card for card in cards if not card.filter.dead]
    dead = tuple(card for card in cards if card.filter.dead)
    if by is SortBy.PART:
        return (*_grouped(living, unfolded), *([PartHeading(-1, dead, dead=True)] if dead else ()), *dead)
    return (*sorted(living, key=SORT_KEYS[by]), *dead)


def _grouped(cards: Sequence[Card], unfolded: Container[PartKey] | None) -> Iterable[Row]:
    """Yield each part's heading and its cards; of each category, the filters without a part come last."""
    for part in sorted({part_of(card) for card in cards}, key=lambda part: (part[0], part[1] < 0, part[1])):
        members = sorted((card for card in cards if part_of(card) == part), key=_by_holding)
        yield PartHeading(part[1], tuple(members))
        folds = unfolded is not None and part[1] >= 0 and len(members) > 1
        folded = folds and unfolded is not None and part not in unfolded
        yield from members[:1] if folded else members
        if folds:
            yield FoldLine(part, len(members) - 1, folded)


def _by_holding(card: Card) -> tuple[int, float, float, int]:
    """Sort by the fewest failed tests, then as `inspection.wall_order` does: the wall, the figures and the report begin
    with the same filter."""
    return card.failed, _falling(card.filter.following), -card.filter.strength, card.filter.index


def _falling(value: float) -> float:
    """Return a sort key that puts the highest value first and unknown ones last."""
    return math.inf if math.isnan(value) else -value


SORT_KEYS: dict[SortBy, Callable[[Card], Any]] = {
    SortBy.HOLDING: _by_holding,
    SortBy.DIFFERENCE: lambda card: (_falling(card.difference), card.filter.index),
    SortBy.CATEGORY: lambda card: (card.category.casefold(), *_by_holding(card)),
    SortBy.STRENGTH: lambda card: (-card.filter.strength, card.filter.index),
}
