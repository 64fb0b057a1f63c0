"""Colours that widgets paint with, taken from a palette, and one colour for each part."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from app.style.theme import DARK, LIGHT, Colours

Role = QPalette.ColorRole

# Ten hues of similar weight, visible as a mark on light and dark. Further parts step the hue by the golden angle.
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


def part_colour(group: int) -> QColor:
    """Return the colour of a part (a group of filters); grey for filters that hold none."""
    if group < 0:
        return QColor(NO_PART)
    if group < len(PARTS):
        return QColor(PARTS[group])
    return QColor.fromHsv(int(group * GOLDEN_ANGLE) % 360, 150, 190)


def mixed_colour(start: QColor, end: QColor, share: float) -> QColor:
    """Return the colour that lies `share` (0 to 1) of the way from start to end."""
    pairs = ((start.redF(), end.redF()), (start.greenF(), end.greenF()), (start.blueF(), end.blueF()))
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))


def text_colour(palette: QPalette) -> QColor:
    """Return the colour of normal text."""
    return palette.color(Role.Text)


def muted_colour(palette: QPalette) -> QColor:
    """Return the colour of less important text."""
    return palette.color(Role.PlaceholderText)


def ground_colour(palette: QPalette) -> QColor:
    """Return the colour behind cards and pictures."""
    return palette.color(Role.Base)


def raised_colour(palette: QPalette) -> QColor:
    """Return the colour of places for pictures and of rows under the mouse."""
    return palette.color(Role.AlternateBase)


def line_colour(palette: QPalette) -> QColor:
    """Return the colour of a hairline."""
    return palette.color(Role.Midlight)


def edge_colour(palette: QPalette) -> QColor:
    """Return the colour of the border of a control."""
    return palette.color(Role.Mid)


def accent_colour(palette: QPalette) -> QColor:
    """Return the accent colour, for the selection and the focus."""
    return palette.color(Role.Accent)


def warning_colour(palette: QPalette) -> QColor:
    """Return the colour of a loss that must not be overlooked."""
    return QColor(_theme_colours(palette).warning)


def good_colour(palette: QPalette) -> QColor:
    """Return the colour of a gain."""
    return QColor(_theme_colours(palette).good)


def _theme_colours(palette: QPalette) -> Colours:
    return DARK if palette.color(Role.Window).lightness() < palette.color(Role.WindowText).lightness() else LIGHT
