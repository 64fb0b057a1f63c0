"""How values of more than 8 bits become 8: one rule for all pictures of a folder, taken from all of them.

A rule that each file made for itself would let one hot pixel darken a picture, and tell pictures apart by what the
camera's files happen to hold. A 16-bit file does not say whether its camera has 10, 12 or 16 bits: the folder does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from icnn_engine.core.annotations import Brightness, CheckedPicture, WithBrightness
from icnn_engine.core.language import translate

BITS = (8, 10, 12, 14, 16)  # of cameras and scanners whose values stand in files of 16 bits or more
ROWS = 256  # of a picture that are brought to 8 bits together
DARK = 1 / 15  # of the range: what reaches less far is of 12 bits among 16, or nearly black
ABOVE = 1.02  # how far above the greatest value of so many bits resampling may lead
FEW = 1000  # one value in so many may lie outside a rule
FLOAT_TOPS = ((0.02, 1.1, 1.0), (16.0, 280.0, 255.0))  # floats that reach from here to there are of 0..1, or of 0..255
FLOAT_BELOW = 0.1  # the share of that range that may lie below zero
HUGE = 1e30  # floats beyond it stand for "no value" (-3.4e38 of many programs)
NO_VALUE = (-9999.0, -99999.0, -32768.0, -32767.0)  # values that stand for "no value" where they lie far below the rest


def kind_of(values: np.ndarray) -> str:
    """The kind of number, as `Brightness` names it."""
    return "float" if values.dtype.kind == "f" else values.dtype.name


def levels_of(values: np.ndarray, known: np.ndarray) -> Brightness:
    """The least and the greatest of the values, (H, W) or (H, W, C), that are `known` (bool, of that shape).

    An extreme counts if it fills 2 x 2 pixels or one value in `FEW`: a hot pixel does not, a star does.
    """
    kind = kind_of(values)
    if not known.any():
        return Brightness(kind, 0.0, 0.0)
    if known.all():
        low_side = high_side = values
    else:
        low_side = np.where(known, values, values[known].max())
        high_side = np.where(known, values, values[known].min())
    low = 0.0 if kind == "uint16" else float(_turned(_greatest(_turned(low_side))))
    return Brightness(kind, low, float(_greatest(high_side)))


def _turned(values: Any) -> Any:
    """Values in the opposite order; of integers none overflows."""
    return ~values if values.dtype.kind in "iu" else -values


def _greatest(values: np.ndarray) -> Any:
    few = values.size // FEW
    usual = np.partition(values, values.size - 1 - few, axis=None)[values.size - 1 - few]
    if min(values.shape[:2]) < 2:
        return usual
    pairs = np.minimum(values[1:], values[:-1])
    return max(usual, np.minimum(pairs[:, 1:], pairs[:, :-1]).max())


def known_values(values: np.ndarray, no_value: float | None = None) -> np.ndarray:
    """(bool, of the values' shape) which of them say something: finite, and not the file's mark for "no value"."""
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
    """The rule for pictures with these levels, for each kind of number that there is."""
    by_kind: dict[str, list[Brightness]] = {}
    for one in levels:
        by_kind.setdefault(one.kind, []).append(one)
    return tuple(
        Brightness(kind, *_range(kind, min(o.black for o in own), max(o.white for o in own)))
        for kind, own in sorted(by_kind.items())
    )


def _range(kind: str, low: float, high: float) -> tuple[float, float]:
    """Black and white for values from `low` to `high`."""
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
    """How a file was read by itself before folders had a rule; runs of that time still read so."""
    kept = np.nan_to_num(np.asarray(values, dtype=np.float64))
    low, high = float(kept.min()), float(kept.max())
    tops = (4095.0, 65535.0) if values.dtype.kind in "iu" else (1.0, 255.0)
    top = next((top for top in tops if high <= top), None)
    if low < 0 or top is None:
        return Brightness(kind_of(values), low, max(high, low + 1e-12))
    return Brightness(kind_of(values), 0.0, top)


def to_eight_bits(values: np.ndarray, rule: Brightness) -> np.ndarray:
    """Values of any shape and kind as uint8: black and below 0, white and above 255, what is no number 0."""
    if values.dtype.kind in "iu" and values.dtype.itemsize == 2:  # a table is six times as quick as arithmetic
        every = np.arange(1 << 16, dtype=np.uint16).view(values.dtype.newbyteorder("="))
        table: np.ndarray = _scaled(every, rule)[np.ascontiguousarray(values).astype(every.dtype).view(np.uint16)]
        return table
    found = np.empty(values.shape, np.uint8)
    for start in range(0, len(values), ROWS):  # a picture of 80 megapixels would take gigabytes as floats
        found[start : start + ROWS] = _scaled(values[start : start + ROWS], rule)
    return found


def _scaled(values: np.ndarray, rule: Brightness) -> np.ndarray:
    with np.errstate(invalid="ignore", over="ignore"):
        shares = (values.astype(np.float64) - rule.black) * (255.0 / (rule.white - rule.black))
    return np.round(np.clip(np.nan_to_num(shares, nan=0.0, posinf=255.0, neginf=0.0), 0, 255)).astype(np.uint8)


def to_text(brightness: Brightness) -> str:
    """A rule as a run keeps it: "uint16 0 4095"."""
    return f"{brightness.kind} {brightness.black!r} {brightness.white!r}"


def brightness_text(picture: CheckedPicture) -> str:
    """What a picture was read by, as RunPicture keeps it: its folder's rule for its kind of number, or nothing."""
    rule = picture.path.brightness if isinstance(picture.path, WithBrightness) else None
    kind = picture.levels.kind if picture.levels else ""
    return next((to_text(one) for one in rule or () if one.kind == kind), "")


def from_text(text: str) -> Brightness:
    """What `to_text` wrote. Raises ValueError."""
    kind, black, white = text.split(" ")
    found = Brightness(kind, float(black), float(white))
    if not -np.inf < found.black < found.white < np.inf:
        raise ValueError(f"{text} is no range of brightness")
    return found


def darkened(pictures: Iterable[CheckedPicture], rule: Brightness) -> list[str]:
    """Names of the pictures that a rule leaves nearly black, for other pictures of the folder reach much further."""
    own = [(p.name, p.levels) for p in pictures if p.levels and p.levels.kind == rule.kind]
    return [name for name, one in own if one.white - rule.black < DARK * (rule.white - rule.black)]


def brightness_notice(rule: Brightness, dark: Sequence[str]) -> str:
    """The rule in words, and of which pictures it leaves little (`darkened`)."""
    words = translate(
        "Errors", "Pictures of {kind} values: {black} is read as black and {white} as white, in all alike."
    )
    black, white = (f"{value:.6g}" for value in (rule.black, rule.white))
    text = words.format(kind=rule.kind, black=black, white=white)
    if not dark:
        return text
    words = translate(
        "Errors",
        "{count} of them are nearly black by it ({name}): if they come from another camera, keep them in a folder of "
        "their own.",
    )
    return f"{text} {words.format(count=len(dark), name=dark[0])}"
