"""Titles with their fields, two pairs side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import label


def field_grid(rows: tuple[tuple[str, QWidget], ...]) -> QGridLayout:
    """Return titles with their fields, two pairs side by side."""
    made = QGridLayout()
    made.setHorizontalSpacing(MEDIUM)
    made.setVerticalSpacing(SMALL)
    for number, (title, field) in enumerate(rows):
        heading = label(title, wrap=True)
        heading.setBuddy(field)
        field.setAccessibleName(title)
        made.addWidget(heading, number // 2, number % 2 * 2)
        made.addWidget(field, number // 2, number % 2 * 2 + 1)
        made.setColumnStretch(number % 2 * 2, 1)
        made.setColumnStretch(number % 2 * 2 + 1, 1)
    return made
