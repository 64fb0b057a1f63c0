"""What the wall of filters shows, row by row: pure values, in the order that was asked for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from icnn_engine.metrics import WEAK_AUC
from icnn_engine.model_file import RunFilter


class SortBy(StrEnum):
    """Orders of the wall."""

    PART = "part"
    EQUIVARIANCE = "equivariance"
    STRENGTH = "strength"


@dataclass(frozen=True, slots=True)
class Card:
    """One filter as its card shows it. `gain`: equivariance above the untrained floor (nan: not known). `auc`: how
    surely its peak tells its category from the background; `kind`: the number of its category, `category`: its name,
    empty where the run has only one."""

    filter: int
    group: int
    equivariance: float
    floor: float
    strength: float
    dead: bool
    auc: float = math.nan
    kind: int = 0
    category: str = ""

    @property
    def gain(self) -> float:
        return self.equivariance - self.floor

    @property
    def bound(self) -> bool:
        """Its peak hardly tells its category from the background."""
        return not self.dead and self.auc < WEAK_AUC


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above the cards of one part. `group` -1: unsteady filters; `dead`: those that never fire."""

    group: int
    count: int
    equivariance: float
    dead: bool = False
    category: str = ""


Row: TypeAlias = Card | Heading


def cards(filters: Iterable[RunFilter], floor: float, categories: Sequence[str] = ()) -> tuple[Card, ...]:
    """The cards of a network's filters; `categories`: the run's, where it has several."""
    return tuple(
        Card(
            f.index,
            f.group,
            f.equivariance,
            floor,
            f.strength,
            f.dead,
            f.background_auc,
            f.category,
            categories[f.category] if len(categories) > 1 else "",
        )
        for f in filters
    )


def arranged(every: Sequence[Card], by: SortBy) -> tuple[Row, ...]:
    """Cards in order, dead ones last. By part: under a heading each, by category, the largest group first, the best
    card first."""
    living = [c for c in every if not c.dead]
    dead = [c for c in every if c.dead]
    match by:
        case SortBy.EQUIVARIANCE:
            return (*sorted(living, key=_by_equivariance), *dead)
        case SortBy.STRENGTH:
            return (*sorted(living, key=lambda c: (-c.strength, c.filter)), *dead)
        case SortBy.PART:
            return _grouped(living, dead)


def _grouped(living: Sequence[Card], dead: Sequence[Card]) -> tuple[Row, ...]:
    rows: list[Row] = []
    groups = {(c.kind, c.group if c.group >= 0 else math.inf, c.group) for c in living}
    for kind, _last, group in sorted(groups):
        members = sorted((c for c in living if (c.kind, c.group) == (kind, group)), key=_by_equivariance)
        mean = _mean(c.equivariance for c in members)
        rows += [Heading(group, len(members), mean, category=members[0].category), *members]
    if dead:
        rows += [Heading(-1, len(dead), math.nan, dead=True), *dead]
    return tuple(rows)


def _by_equivariance(card: Card) -> tuple[float, int]:
    return (math.inf if math.isnan(card.equivariance) else -card.equivariance, card.filter)


def _mean(values: Iterable[float]) -> float:
    known = [v for v in values if not math.isnan(v)]
    return sum(known) / len(known) if known else math.nan


def only_cards(rows: Iterable[Row], wanted: Callable[[Card], bool] = lambda _card: True) -> list[Card]:
    """The cards among rows."""
    return [row for row in rows if isinstance(row, Card) and wanted(row)]
