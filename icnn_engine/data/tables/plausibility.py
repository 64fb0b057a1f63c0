"""Tells landmarks and boxes that cannot be what they should be: outside of their pictures, shares of the picture where
pixels are asked for, the corner that many programs write for a part that cannot be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from icnn_engine.core.language import translate

# Pixels outside of its picture from which a point is refused; less is rounding, while -1 is what many programs write
# for a part that cannot be seen. Of 9,572 landmarks of CUB-200-2011, Animal-Part, photographs and animals none lies
# outside of its picture or crop, on its corner, or all within the first pixel.
OUTSIDE = 1.0
REACH = 0.1  # of a picture's side: a box drawn by hand may reach so far over its edge
# Points that all lie within the first 100 pixels are percentages where so many of them are in pictures whose sides have
# at least so many pixels. Of 1,838 landmarks of animals a third (619) lies there, so twenty together do not.
PERCENT, PERCENT_POINTS, PERCENT_SIDE = 100.0, 20, 150

Sizes = Mapping[str, tuple[int, int]]  # (width, height) of pictures in pixels, by name
NO_SIZES: Sizes = {}


@dataclass(frozen=True, slots=True)
class TablePoint:
    """A visible point in pixels: the line of the table that it stands in, the name of its picture, its part."""

    line: int
    name: str
    x: float
    y: float
    part: str = ""


def why_not_points(spots: Sequence[TablePoint], sizes: Sizes) -> str:
    """Why some of the points cannot be right, with the first line of them; empty where all can. Of a picture without a
    size only negative values are known to lie outside."""
    return (
        _why_two(spots)
        or _why_shares(spots)
        or _why_percent(spots, sizes)
        or _why_outside(spots, sizes)
        or _why_corner(spots)
    )


def why_not_box(line: int, name: str, box: tuple[float, float, float, float], sizes: Sizes) -> str:
    """Why a box (x, y, width, height) cannot be that of an object in its picture; empty where it can."""
    x, y, width, height = box
    if width <= 1 and height <= 1:
        words = translate("Errors", "line {line}: the box is no larger than a pixel; write pixels, not shares")
        return words.format(line=line)
    wide, high = sizes.get(name, (None, None))
    if wide is None or high is None or max(_over(x, width, wide), _over(y, height, high)) <= REACH:
        return ""
    words = translate(
        "Errors",
        "line {line}: the box lies outside of {name}, which has {wide} x {high} pixels; write its left and top, its "
        "width and height",
    )
    return words.format(line=line, name=name, wide=wide, high=high)


def _over(start: float, length: float, side: int) -> float:
    """How far an interval reaches over a side of a picture, as a share of it."""
    return max(-start, start + length - side) / side


def _why_two(spots: Sequence[TablePoint]) -> str:
    """One part written in two ways, with other capitals or blanks, would be taken for two."""
    seen: dict[str, TablePoint] = {}
    for spot in spots:
        first = seen.setdefault(" ".join(spot.part.split()).casefold(), spot)
        if first.part != spot.part:
            words = translate(
                "Errors", "line {line}: '{part}' is written '{other}' in line {first}; write each part one way"
            )
            return words.format(line=spot.line, part=spot.part, other=first.part, first=first.line)
    return ""


def _why_shares(spots: Sequence[TablePoint]) -> str:
    """All points in the first pixel: of the table, or of a picture with two or more."""
    by_picture: dict[str, list[TablePoint]] = {}
    for spot in spots:
        by_picture.setdefault(spot.name, []).append(spot)
    several = (own for own in by_picture.values() if len(own) > 1)
    for some in (spots, *several):
        if some and all(0 <= spot.x <= 1 and 0 <= spot.y <= 1 for spot in some) and any(s.x or s.y for s in some):
            words = translate(
                "Errors",
                "line {line}: from here {count} points lie within 0 and 1; write pixels of the upright picture, not "
                "shares of it",
            )
            return words.format(line=some[0].line, count=len(some))
    return ""


def _why_percent(spots: Sequence[TablePoint], sizes: Sizes) -> str:
    if sum(min(sizes.get(spot.name, (0, 0))) >= PERCENT_SIDE for spot in spots) < PERCENT_POINTS:
        return ""
    if any(not (0 <= spot.x <= PERCENT and 0 <= spot.y <= PERCENT) for spot in spots):
        return ""
    words = translate(
        "Errors",
        "line {line}: from here all {count} points lie within 0 and 100, though the pictures are larger; "
        "write pixels of the upright picture, not percentages",
    )
    return words.format(line=spots[0].line, count=len(spots))


def _why_outside(spots: Sequence[TablePoint], sizes: Sizes) -> str:
    def outside(spot: TablePoint) -> bool:
        wide, high = sizes.get(spot.name, (float("inf"), float("inf")))
        return max(-spot.x, -spot.y, spot.x - wide, spot.y - high) >= OUTSIDE

    if not (some := [spot for spot in spots if outside(spot)]):
        return ""
    words = translate(
        "Errors",
        "line {line}: the point ({x:g}, {y:g}) lies outside of {name} ({count} such points in all); write visible 0 "
        "for a part that cannot be seen, or leave its row out",
    )
    return words.format(line=some[0].line, x=some[0].x, y=some[0].y, name=some[0].name, count=len(some))


def _why_corner(spots: Sequence[TablePoint]) -> str:
    if not (some := [spot for spot in spots if spot.x == 0 == spot.y]):
        return ""
    words = translate(
        "Errors",
        "line {line}: the point (0, 0) is the corner of {name} ({count} such points in all), which many programs write "
        "for a part that cannot be seen; write visible 0 for it, or leave its row out",
    )
    return words.format(line=some[0].line, name=some[0].name, count=len(some))
