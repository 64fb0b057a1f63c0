"""What the wall of filters shows, row by row: pure values, in the order that was asked for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from icnn_engine.inspection.duplicate_filters import SAME
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.inspection.verdicts import Reached, failed_tests, reached, verdict
from icnn_engine.metrics import WEAK_AUC
from icnn_engine.runs.notes import Notes, filter_subject
from icnn_engine.runs.run_folder import RunFilter


class SortBy(StrEnum):
    """Orders of the wall."""

    PART = "part"
    NAME = "name"
    CATEGORY = "category"
    HOLDING = "holding"
    DIFFERENCE = "difference"
    STRENGTH = "strength"


class CardWarning(StrEnum):
    """Why a filter is to be taken with care."""

    BOUND = "bound"
    FAILED = "failed"
    UNSTEADY = "unsteady"  # of a run that was not judged
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Card:
    """One filter as its card shows it.

    `following`: mean share of shifts, mirrors and transplants that it follows (of a run that was not judged, of shifts
    alone), `mirror` and `transplant`: two of these; `floor`: the same mean of untrained filters, `twin`: of the other
    network's filter of the same rank (nan: not known). `auc`: how surely its peak tells its category from the
    background; `kind`: the number of its category, `category`: its name, empty where the run has only one. `double`: in
    how many pictures its peak coincides with that of the first filter of its part; `name`: its own or its part's.
    `tests`: what it reached in each test, empty where it was not judged; `failed`: how many of them it fails;
    `verdict`: which ones in words, empty if it holds a part.
    """

    filter: int
    group: int
    following: float
    floor: float
    strength: float
    dead: bool
    auc: float = math.nan
    kind: int = 0
    category: str = ""
    twin: float = math.nan
    double: float = math.nan
    name: str = ""
    starred: bool = False
    mirror: float = math.nan
    transplant: float = math.nan
    tests: tuple[Reached, ...] = ()
    failed: int = 0
    verdict: str = ""

    @property
    def gain(self) -> float:
        return self.following - self.floor

    @property
    def difference(self) -> float:
        """What it follows above the other network's filter of the same rank."""
        return self.following - self.twin

    @property
    def judged(self) -> bool:
        """Whether it was put to the tests of holding."""
        return bool(self.tests)

    @property
    def bound(self) -> bool:
        """Its peak hardly tells its category from the background."""
        return not self.dead and self.auc < WEAK_AUC

    @property
    def marks(self) -> tuple[tuple[CardWarning, float], ...]:
        """Why it is to be taken with care, each with the number that says so."""
        if self.dead:
            return ()
        found = [(CardWarning.BOUND, self.auc)] if self.bound else []
        if self.failed:
            found.append((CardWarning.FAILED, float(self.failed)))
        elif not self.judged and self.group < 0 and not math.isnan(self.following):
            found.append((CardWarning.UNSTEADY, self.following))
        if self.double >= SAME:
            found.append((CardWarning.DOUBLE, self.double))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class PartHeading:
    """A line above the cards of one part. `group` -1: filters that hold none; `dead`: those that never fire; `judged`:
    whether the filters were put to the tests. Means over the filters, nan where nothing is known."""

    group: int
    count: int
    following: float = math.nan
    dead: bool = False
    category: str = ""
    name: str = ""
    judged: bool = False
    mirror: float = math.nan
    transplant: float = math.nan


Row: TypeAlias = Card | PartHeading


@dataclass(frozen=True, slots=True)
class FilterContext:
    """What is known of the filters of a network besides their own figures: what untrained filters follow (nan: not
    known), the categories of the run, the other network's filters, how far each is a double, what the user said."""

    floor: float = math.nan
    categories: Sequence[str] = ()
    others: Sequence[RunFilter] = ()
    doubles: Sequence[float] = ()
    remarks: Notes = field(default_factory=Notes)


def cards(filters: Sequence[RunFilter], known: FilterContext) -> tuple[Card, ...]:
    """The cards of a network's filters."""
    ranks = {index: rank for rank, index in enumerate(wall_order(filters))}
    others = [known.others[index] for index in wall_order(known.others)]
    several = len(known.categories) > 1
    return tuple(
        Card(
            f.index,
            f.group,
            f.following,
            known.floor,
            f.strength,
            f.dead,
            f.background_auc,
            f.category,
            known.categories[f.category] if several else "",
            others[ranks[f.index]].following if ranks[f.index] < len(others) else math.nan,
            known.doubles[f.index] if len(known.doubles) else math.nan,
            known.remarks.name_of(f),
            known.remarks.of(filter_subject(f)).starred,
            f.mirror,
            f.transplant,
            reached(f),
            len(failed_tests(f)),
            verdict(f),
        )
        for f in filters
    )


def matching_cards(every: Iterable[Card], sought: str, starred: bool) -> tuple[Card, ...]:
    """The cards that hold every word of what is sought in name, category, number or part, and are starred if wanted."""
    words = sought.casefold().split()
    return tuple(c for c in every if (c.starred or not starred) and all(_holds(c, word) for word in words))


def _holds(card: Card, word: str) -> bool:
    return word in f"{card.name} {card.category}".casefold() or word in (str(card.filter), f"#{card.group + 1}")


def sorted_rows(every: Sequence[Card], by: SortBy) -> tuple[Row, ...]:
    """Cards in order, dead ones last. By part: under a heading each, by category, the largest group first, the best
    card first."""
    living = [c for c in every if not c.dead]
    dead = [c for c in every if c.dead]
    match by:
        case SortBy.HOLDING:
            return (*sorted(living, key=_by_holding), *dead)
        case SortBy.DIFFERENCE:
            return (*sorted(living, key=lambda c: (_falling(c.difference), c.filter)), *dead)
        case SortBy.NAME:
            return (*sorted(living, key=lambda c: (not c.name, c.name.casefold(), *_by_holding(c))), *dead)
        case SortBy.CATEGORY:
            return (*sorted(living, key=lambda c: (c.category.casefold(), *_by_holding(c))), *dead)
        case SortBy.STRENGTH:
            return (*sorted(living, key=lambda c: (-c.strength, c.filter)), *dead)
        case SortBy.PART:
            return _grouped(living, dead)


def _grouped(living: Sequence[Card], dead: Sequence[Card]) -> tuple[Row, ...]:
    rows: list[Row] = []
    groups = {(c.kind, c.group if c.group >= 0 else math.inf, c.group) for c in living}
    for kind, _last, group in sorted(groups):
        members = sorted((c for c in living if (c.kind, c.group) == (kind, group)), key=_by_holding)
        rows += [_heading(group, members), *members]
    if dead:
        rows += [PartHeading(-1, len(dead), dead=True), *dead]
    return tuple(rows)


def _heading(group: int, members: Sequence[Card]) -> PartHeading:
    first = members[0]
    return PartHeading(
        group,
        len(members),
        _mean(card.following for card in members),
        category=first.category,
        name=first.name if group >= 0 and all(card.name == first.name for card in members) else "",
        judged=first.judged,
        mirror=_mean(card.mirror for card in members),
        transplant=_mean(card.transplant for card in members),
    )


def _by_holding(card: Card) -> tuple[int, float, float, int]:
    """The fewest failed tests first, then as `inspection.wall_order` has it, so that the wall, the figures and the
    report begin with the same filter."""
    return card.failed, _falling(card.following), -card.strength, card.filter


def _falling(value: float) -> float:
    """A key that puts the highest first, and what is not known last."""
    return math.inf if math.isnan(value) else -value


def _mean(values: Iterable[float]) -> float:
    known = [v for v in values if not math.isnan(v)]
    return sum(known) / len(known) if known else math.nan


def only_cards(rows: Iterable[Row], wanted: Callable[[Card], bool] = lambda _card: True) -> list[Card]:
    """The cards among rows."""
    return [row for row in rows if isinstance(row, Card) and wanted(row)]
