"""Colours that widgets paint with, all taken from the palette in force, and one colour for each part."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

Role = QPalette.ColorRole

# Ten hues of like weight, readable as a mark on light and on dark; after them the hue goes on by the golden angle.
PARTS = (
    "#3f7fd6",
    "#df7a36",
    "#3aa06a",
    "#bf4f8f",
    "#8a6ccb",
    "#b3922f",
    "#2d9da6",
    "#d0564f",
    "#6a994e",
    "#9a6b53",
)
GOLDEN_ANGLE = 137.5
NO_PART = "#8b929a"
WARNING_LIGHT, WARNING_DARK = "#8a5300", "#f0b95b"  # 4.5:1 on either ground, as in the theme
GOOD_LIGHT, GOOD_DARK = "#1a7f4b", "#67c790"


def part_colour(group: int) -> QColor:
    """The colour of a part, the same everywhere; grey for filters that hold none."""
    if group < 0:
        return QColor(NO_PART)
    if group < len(PARTS):
        return QColor(PARTS[group])
    return QColor.fromHsv(int(group * GOLDEN_ANGLE) % 360, 150, 190)


def mixed_colour(one: QColor, other: QColor, share: float) -> QColor:
    """A colour `share` of the way from one to the other."""
    pairs = ((one.redF(), other.redF()), (one.greenF(), other.greenF()), (one.blueF(), other.blueF()))
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))


def is_dark(palette: QPalette) -> bool:
    """Whether text is light on dark."""
    return palette.color(Role.Window).lightness() < palette.color(Role.WindowText).lightness()


def text_colour(palette: QPalette) -> QColor:
    """Text of first rank."""
    return palette.color(Role.Text)


def muted_colour(palette: QPalette) -> QColor:
    """Text of second rank."""
    return palette.color(Role.PlaceholderText)


def ground_colour(palette: QPalette) -> QColor:
    """What cards and pictures lie on."""
    return palette.color(Role.Base)


def raised_colour(palette: QPalette) -> QColor:
    """What lies on the ground: places for pictures, rows under the mouse."""
    return palette.color(Role.AlternateBase)


def line_colour(palette: QPalette) -> QColor:
    """A hairline between things."""
    return palette.color(Role.Midlight)


def edge_colour(palette: QPalette) -> QColor:
    """The border of what can be clicked."""
    return palette.color(Role.Mid)


def accent_colour(palette: QPalette) -> QColor:
    """The one accent: what is chosen, what has the focus."""
    return palette.color(Role.Accent)


def warning_colour(palette: QPalette) -> QColor:
    """A loss that must not be overlooked."""
    return QColor(WARNING_DARK if is_dark(palette) else WARNING_LIGHT)


def good_colour(palette: QPalette) -> QColor:
    """A gain."""
    return QColor(GOOD_DARK if is_dark(palette) else GOOD_LIGHT)
