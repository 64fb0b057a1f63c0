"""HTML of the cards in a notebook. All styles are inline, for code hosts drop style sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from icnn_engine.core.escaping import visible

GREY = "opacity:.65"
CELL = "padding:2px 12px 2px 0;text-align:left;vertical-align:middle"
INNER = f"{CELL};white-space:nowrap"  # of all but the first and the last column


def words(text: str, style: str = "") -> str:
    """Return a paragraph of a user's or our own text."""
    return f'<p style="margin:3px 0;{style}">{plain(text)}</p>' if text else ""


def plain(text: str) -> str:
    """Return a text so that HTML shows it letter for letter."""
    return escape(visible(text))


def place(path: Path) -> str:
    """Return a path as it is read from the folder one is in."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def row(parts: Iterable[str], gap: int = 4) -> str:
    """Return things side by side, in several rows where there is too little room."""
    style = f"display:flex;flex-wrap:wrap;gap:{gap}px;align-items:flex-start;margin:6px 0"
    return f'<div style="{style}">{"".join(parts)}</div>'


def card(*parts: str) -> str:
    """Return the card of one thing."""
    return f'<div style="max-width:900px;line-height:1.4">{"".join(parts)}</div>'


def table(rows: Sequence[Sequence[str]], below: str = "") -> str:
    """Return rows of plain text, the heading first."""
    return markup_table([[plain(cell) for cell in cells] for cells in rows], below)


def markup_table(rows: Sequence[Sequence[str]], below: str = "") -> str:
    """Return rows of cells that are HTML, the heading first."""
    styles = [CELL, *[INNER] * (len(rows[0]) - 2), CELL]
    cells = [[f'<td style="{style}">{cell}</td>' for style, cell in zip(styles, row, strict=True)] for row in rows]
    head, *body = map("".join, cells)
    lines = "".join(f"<tr>{line}</tr>" for line in body)
    rule = "border-bottom:1px solid currentColor;font-weight:bold"
    whole = f'<table style="border-collapse:collapse"><tr style="{rule}">{head}</tr>{lines}</table>'
    return f'<div style="overflow-x:auto;margin:6px 0">{whole}</div>{words(below, GREY)}'
