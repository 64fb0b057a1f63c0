"""Sizes of files in words."""

from __future__ import annotations

UNITS = ("B", "kB", "MB", "GB", "TB")


def in_bytes(size: int) -> str:
    """Return '12.3 MB'."""
    value, unit = float(size), 0
    while value >= 1000 and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.0f} {UNITS[unit]}" if unit < 2 else f"{value:.1f} {UNITS[unit]}"
