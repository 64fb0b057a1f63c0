"""Refuses landmarks and boxes that cannot be right.

Such are points outside of their pictures, shares or percentages in place of pixels, and the corner (0, 0) that many
programs write for a part that cannot be seen.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from icnn_engine.core.language import translate
from icnn_engine.data.grouping import grouped

# Pixels outside of its picture from which a point is refused; less is rounding, while -1 is what many programs write
# for a part that cannot be seen. Of 9,572 landmarks of CUB-200-2011, Animal-Part, photographs and animals none lies
# outside of its picture or crop, on its corner, or all within the first pixel.
OUTSIDE = 1.0
REACH = 0.1  # of a picture's side: a box drawn by hand may reach so far over its edge
# Points that all lie within the first 100 pixels are percentages if at least PERCENT_POINTS of them are in pictures
# with sides of PERCENT_SIDE or more. Of 1,838 landmarks of animals a third (619) lies there, so twenty together do not.
PERCENT, PERCENT_POINTS, PERCENT_SIDE = 100.0, 20, 150

Sizes = Mapping[str, tuple[int, int]]  # (width, height) of pictures in pixels, by name
NO_SIZES: Sizes = {}


@dataclass(frozen=True, slots=True)
class TablePoint:
    """A visible point (x, y) in pixels, with its line in the table, its picture and its part."""

    line: int
    name: str
    x: float
    y: float
    part: str = ""


def why_not_points(points: Sequence[TablePoint], sizes: Sizes) -> str:
    """Return why some points cannot be right, with the first line of them; empty if all can.

    In a picture without a size only negative values are known to lie outside.
    """
    return (
        _two_spellings(points)
        or _shares(points)
        or _percentages(points, sizes)
        or _outside(points, sizes)
        or _corner(points)
    )


def why_not_box(entry: str, name: str, box: tuple[float, float, float, float], sizes: Sizes) -> str:
    """Return why a box (x, y, width, height) cannot be that of an object in its picture; empty if it can. `entry`:
    where it stands in its file, in words."""
    x, y, width, height = box
    if width <= 1 and height <= 1:
        return translate("Errors", "{entry}: the box is no larger than a pixel; write pixels, not shares").format(
            entry=entry
        )
    if name not in sizes:
        return ""
    wide, high = sizes[name]
    if max(-x / wide, (x + width - wide) / wide, -y / high, (y + height - high) / high) <= REACH:
        return ""
    return translate(
        "Errors",
        "{entry}: the box lies outside of {name}, which has {wide} x {high} pixels; write its left and top, its "
        "width and height",
    ).format(entry=entry, name=name, wide=wide, high=high)


def _two_spellings(points: Sequence[TablePoint]) -> str:
    """Refuse a part that is written with other capitals or blanks elsewhere: it would be taken for two parts."""
    spellings: dict[str, TablePoint] = {}
    for point in points:
        first = spellings.setdefault(" ".join(point.part.split()).casefold(), point)
        if first.part != point.part:
            return translate(
                "Errors", "line {line}: '{part}' is written '{other}' in line {first}; write each part one way"
            ).format(line=point.line, part=point.part, other=first.part, first=first.line)
    return ""


def _shares(points: Sequence[TablePoint]) -> str:
    """Refuse points that all lie in the first pixel: those of the table, or of a picture with two or more."""
    by_picture = grouped(points, lambda point: point.name).values()
    for group in (points, *(own for own in by_picture if len(own) > 1)):
        if all(0 <= p.x <= 1 and 0 <= p.y <= 1 for p in group) and any(p.x or p.y for p in group):
            return translate(
                "Errors",
                "line {line}: from here {count} points lie within 0 and 1; write pixels of the upright picture, not "
                "shares of it",
            ).format(line=group[0].line, count=len(group))
    return ""


def _percentages(points: Sequence[TablePoint], sizes: Sizes) -> str:
    large = sum(min(sizes.get(point.name, (0, 0))) >= PERCENT_SIDE for point in points)
    if large < PERCENT_POINTS or any(not (0 <= p.x <= PERCENT and 0 <= p.y <= PERCENT) for p in points):
        return ""
    return translate(
        "Errors",
        "line {line}: from here all {count} points lie within 0 and 100, though the pictures are larger; "
        "write pixels of the upright picture, not percentages",
    ).format(line=points[0].line, count=len(points))


def _outside(points: Sequence[TablePoint], sizes: Sizes) -> str:
    def is_outside(point: TablePoint) -> bool:
        width, height = sizes.get(point.name, (math.inf, math.inf))
        return max(-point.x, -point.y, point.x - width, point.y - height) >= OUTSIDE

    text = translate(
        "Errors",
        "line {line}: the point ({x:g}, {y:g}) lies outside of {name} ({count} such points in all); write visible 0 "
        "for a part that cannot be seen, or leave its row out",
    )
    return _with_first(text, [point for point in points if is_outside(point)])


def _corner(points: Sequence[TablePoint]) -> str:
    text = translate(
        "Errors",
        "line {line}: the point (0, 0) is the corner of {name} ({count} such points in all), which many programs write "
        "for a part that cannot be seen; write visible 0 for it, or leave its row out",
    )
    return _with_first(text, [point for point in points if point.x == 0 == point.y])


def _with_first(text: str, points: Sequence[TablePoint]) -> str:
    """Return the text about the first of the points and their number; empty if there is none."""
    if not points:
        return ""
    return text.format(line=points[0].line, x=points[0].x, y=points[0].y, name=points[0].name, count=len(points))
