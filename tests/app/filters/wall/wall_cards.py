"""Cards for tests of the wall."""

from __future__ import annotations

from math import nan

from app.filters.wall.wall_rows import Card
from tests.app.verdicts import unjudged_filter


def card(index: int, group: int, following: float, strength: float = 1.0, dead: bool = False) -> Card:
    return Card(unjudged_filter(index, group, following, 0 if dead else strength), 0.57)


EVERY = (
    card(0, 1, 0.82, 3),
    card(1, 0, 0.85, 1),
    card(2, -1, 0.60, 9),
    card(3, 0, 0.95, 2),
    card(4, -1, 0.0, 0, dead=True),
    card(5, -1, nan, 4),
)
