"""What a step of the lecture can show: pictures, maps, grids of numbers and bars, beside and below each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

# Colours by what they stand for; each is a colour of the theme.
Tone = Literal["interpretable", "twin", "cam", "accent", "good", "danger", "muted", "text"]
Tint = Literal["signed", "red", "green", "blue", "grey"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in a picture; edges as shares 0..1 of its width and height (they may lie outside)."""

    left: float
    top: float
    right: float
    bottom: float
    tone: Tone = "accent"
    spot: bool = False  # it says where, not how large: it is drawn large enough to be seen


@dataclass(frozen=True, slots=True)
class Point:
    """A point in a picture, as shares 0..1 of its width and height; `hollow`: where something should be."""

    x: float
    y: float
    tone: Tone = "accent"
    hollow: bool = False


@dataclass(frozen=True, eq=False)
class PictureItem:
    """A picture, (H, W, 3) uint8, with marks."""

    pixels: np.ndarray
    caption: str = ""
    frames: tuple[Frame, ...] = ()
    points: tuple[Point, ...] = ()
    sharp: bool = False  # pixels stay squares when it is enlarged


@dataclass(frozen=True, eq=False)
class MapItem:
    """A map (n, n) in colours, with a bar that says what they stand for. `top`: the value drawn brightest, by default
    the highest; `signed`: negative values are blue; `cells`: framed (row, column)s."""

    values: np.ndarray
    caption: str = ""
    signed: bool = False
    top: float | None = None
    cells: tuple[tuple[int, int], ...] = ()
    bar: bool = True

    @property
    def highest(self) -> float:
        """The value drawn brightest."""
        if self.top is not None:
            return max(self.top, 1e-9)
        return max(float(np.abs(self.values).max() if self.signed else self.values.max()), 1e-9)


@dataclass(frozen=True, eq=False)
class GridItem:
    """A table of numbers, (r, c), each cell tinted by its value."""

    values: np.ndarray
    caption: str = ""
    digits: int = 0
    tint: Tint = "signed"
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SignItem:
    """A sign between two items: ×, =, +, →."""

    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a bar chart; without a bar if the value is NaN. `text`: the value in words; `low`, `high`: an interval
    around it."""

    name: str
    value: float
    text: str
    tone: Tone = "accent"
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class BarsItem:
    """A bar chart; `start` and `end` of its axis. A bar with an interval is drawn as a dot on a line."""

    bars: tuple[Bar, ...]
    caption: str = ""
    start: float = 0.0
    end: float | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """Sentences below each other, each with a dot."""

    lines: tuple[str, ...]
    caption: str = ""


@dataclass(frozen=True, eq=False)
class RowItem:
    """Items beside each other."""

    items: tuple[Item, ...]


@dataclass(frozen=True, eq=False)
class ColumnItem:
    """Items below each other, all of one height. `titles`: a heading above each."""

    items: tuple[Item, ...]
    titles: tuple[str, ...] = ()


Item = PictureItem | MapItem | GridItem | SignItem | BarsItem | ListItem | RowItem | ColumnItem


@dataclass(frozen=True, eq=False)
class Step:
    """One step of the lecture: a drawing, one or two sentences, and below them a formula with its numbers."""

    title: str
    sentences: tuple[str, ...]
    drawing: Item | None = None
    numbers: str = ""

    @property
    def text(self) -> str:
        """All that is said, for screen readers."""
        return "\n".join(filter(None, (self.title, *self.sentences, self.numbers)))
