"""Converts values of more than 8 bits to 8 by one range of brightness for all pictures of a folder.

With a range of its own for each file, one hot pixel would darken a picture, and pictures would differ by what the
camera's files happen to hold. A 16-bit file does not say whether its camera has 10, 12 or 16 bits: the folder does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from icnn_engine.core.annotations import Brightness, CheckedPicture, WithBrightness
from icnn_engine.core.language import translate
from icnn_engine.data.grouping import grouped

BITS = (8, 10, 12, 14, 16)  # of cameras and scanners whose values are stored in files of 16 bits or more
ROWS = 256  # rows of a picture that are converted to 8 bits together
DARK = 1 / 15  # share of the range: a picture below it has 12 bits among 16, or is nearly black
ABOVE = 1.02  # resampling may exceed the greatest value of a number of bits by this factor
FEW = 1000  # one value in so many may lie outside the range
FLOAT_TOPS = ((0.02, 1.1, 1.0), (16.0, 280.0, 255.0))  # a maximum from here to there means 0..1, or 0..255
FLOAT_BELOW = 0.1  # share of that range that may lie below zero
HUGE = 1e30  # floats beyond it mean "no value" (-3.4e38 of many programs)
NO_VALUE = (-9999.0, -99999.0, -32768.0, -32767.0)  # these mean "no value" if they lie far below the rest


def kind_of(values: np.ndarray) -> str:
    """Return the kind of number, as `Brightness` names it."""
    return "float" if values.dtype.kind == "f" else values.dtype.name


def levels_of(values: np.ndarray, known: np.ndarray) -> Brightness:
    """Return the minimum and maximum of the values (H, W) or (H, W, C) that are `known` (bool, of that shape).

    An extreme counts if it fills 2 x 2 pixels or one value in `FEW`: a star counts, a hot pixel does not.
    """
    kind = kind_of(values)
    if not known.any():
        return Brightness(kind, 0.0, 0.0)
    low_side = values if known.all() else np.where(known, values, values[known].max())
    high_side = values if known.all() else np.where(known, values, values[known].min())
    low = 0.0 if kind == "uint16" else float(_reversed(_maximum(_reversed(low_side))))
    return Brightness(kind, low, float(_maximum(high_side)))


def _reversed(values: Any) -> Any:
    """Return values in the opposite order, without overflow of integers."""
    return ~values if values.dtype.kind in "iu" else -values


def _maximum(values: np.ndarray) -> Any:
    few = values.size // FEW
    usual = np.partition(values, values.size - 1 - few, axis=None)[values.size - 1 - few]
    if min(values.shape[:2]) < 2:
        return usual
    pairs = np.minimum(values[1:], values[:-1])
    return max(usual, np.minimum(pairs[:, 1:], pairs[:, :-1]).max())


def known_values(values: np.ndarray, no_value: float | None = None) -> np.ndarray:
    """Return which values are known (bool, of their shape): finite, and not the file's mark for "no value"."""
    known: np.ndarray = np.ones(values.shape, bool)
    with np.errstate(invalid="ignore", over="ignore"):
        if values.dtype.kind == "f":
            known = np.isfinite(values) & (values > -HUGE) & (values < HUGE)
        if no_value is not None:
            known &= values != (values.dtype.type(no_value) if values.dtype.kind == "f" else no_value)
    if values.dtype.kind != "u" and known.any() and (low := float(values[known].min())) in NO_VALUE:
        rest: np.ndarray = known & (values != low)
        if rest.any() and float(values[rest].min()) - low > np.ptp(values[rest].astype(np.float64)):
            known = rest
    return known


def brightness_of(levels: Iterable[Brightness]) -> tuple[Brightness, ...]:
    """Return the range for pictures with these levels, for each kind of number among them."""
    return tuple(
        Brightness(kind, *_range(kind, min(level.black for level in own), max(level.white for level in own)))
        for kind, own in sorted(grouped(levels, lambda level: level.kind).items())
    )


def _range(kind: str, low: float, high: float) -> tuple[float, float]:
    """Return black and white for values from `low` to `high`."""
    if kind == "float":
        for least, most, top in FLOAT_TOPS:
            if low >= -FLOAT_BELOW * top and (least <= high <= most or high == low == 0):
                return 0.0, top
    else:
        size = np.iinfo(kind)
        tops = [float(2**bits - 1) for bits in BITS if 2**bits - 1 <= size.max] + [float(size.max)] * (size.bits <= 16)
        if low >= 0 and (top := next((top for top in tops if high <= ABOVE * top), 0.0)):
            return 0.0, top
    return low, high if high > low else low + 1


def own_brightness(values: np.ndarray) -> Brightness:
    """Return the range that a file had by itself before folders had one; runs of that time still use it."""
    finite = np.nan_to_num(np.asarray(values, dtype=np.float64))
    low, high = float(finite.min()), float(finite.max())
    tops = (4095.0, 65535.0) if values.dtype.kind in "iu" else (1.0, 255.0)
    top = next((top for top in tops if high <= top), None)
    if low < 0 or top is None:
        return Brightness(kind_of(values), low, max(high, low + 1e-12))
    return Brightness(kind_of(values), 0.0, top)


def to_eight_bits(values: np.ndarray, rule: Brightness) -> np.ndarray:
    """Scale values of any shape and kind to uint8: black and below to 0, white and above to 255, NaN to 0."""
    eight = np.empty(values.shape, np.uint8)
    if values.dtype.kind in "iu" and values.dtype.itemsize == 2:  # a table is six times as quick as arithmetic
        table = np.arange(1 << 16, dtype=np.uint16).view(values.dtype.newbyteorder("="))
        eight[...] = _scaled(table, rule)[np.ascontiguousarray(values).astype(table.dtype).view(np.uint16)]
        return eight
    for start in range(0, len(values), ROWS):  # a picture of 80 megapixels would take gigabytes as floats
        eight[start : start + ROWS] = _scaled(values[start : start + ROWS], rule)
    return eight


def _scaled(values: np.ndarray, rule: Brightness) -> np.ndarray:
    with np.errstate(invalid="ignore", over="ignore"):
        shares = (values.astype(np.float64) - rule.black) * (255.0 / (rule.white - rule.black))
    return np.round(np.clip(np.nan_to_num(shares, nan=0.0, posinf=255.0, neginf=0.0), 0, 255)).astype(np.uint8)


def to_text(brightness: Brightness) -> str:
    """Return a range as a run stores it: "uint16 0 4095"."""
    return f"{brightness.kind} {brightness.black!r} {brightness.white!r}"


def brightness_text(picture: CheckedPicture) -> str:
    """Return the range that a picture is read with, as RunPicture stores it; empty if it has none."""
    rules = picture.path.brightness if isinstance(picture.path, WithBrightness) else None
    kind = picture.levels.kind if picture.levels else ""
    return next((to_text(rule) for rule in rules or () if rule.kind == kind), "")


def from_text(text: str) -> Brightness:
    """Read what `to_text` wrote. Raises ValueError."""
    kind, black, white = text.split(" ")
    if not -np.inf < float(black) < float(white) < np.inf:
        raise ValueError(f"{text} is no range of brightness")
    return Brightness(kind, float(black), float(white))


def darkened(pictures: Iterable[CheckedPicture], rule: Brightness) -> list[str]:
    """Return the names of the pictures that are nearly black in this range, as others of the folder are brighter."""
    top = rule.black + DARK * (rule.white - rule.black)
    return [p.name for p in pictures if p.levels and p.levels.kind == rule.kind and p.levels.white < top]


def brightness_notice(rule: Brightness, dark: Sequence[str]) -> str:
    """Describe a range, and the pictures that are nearly black in it (`darkened`)."""
    text = translate(
        "Errors", "Pictures of {kind} values: {black} is read as black and {white} as white, in all alike."
    ).format(kind=rule.kind, black=f"{rule.black:.6g}", white=f"{rule.white:.6g}")
    if not dark:
        return text
    more = translate(
        "Errors",
        "{count} of them are nearly black by it ({name}): if they come from another camera, keep them in a folder of "
        "their own.",
    )
    return f"{text} {more.format(count=len(dark), name=dark[0])}"
