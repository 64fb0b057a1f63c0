"""Rows of text as CSV, tab-separated text, aligned plain text, Markdown and LaTeX.

A table is a sequence of rows, the heading first; a row is a sequence of cells. `align` has a letter per column, `l` or
`r`, as in a LaTeX tabular.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from types import SimpleNamespace

from icnn_engine.core.escaping import csv_cell, visible

Rows = Sequence[Sequence[str]]


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Return the rows as CSV, every cell guarded by `csv_cell`; lines end in a line feed."""
    lines: list[str] = []
    table = csv.writer(SimpleNamespace(write=lines.append))  # its own line ends, else it leaves a bare CR unquoted
    table.writerows([csv_cell(cell) for cell in row] for row in rows)
    return "".join(f"{line[:-2]}\n" for line in lines)


def as_tabs(rows: Rows) -> str:
    """Return the rows as tab-separated text, to paste into a spreadsheet."""
    return "".join("\t".join(row) + "\n" for row in rows)


def as_text(rows: Rows, align: str) -> str:
    """Return the rows for a terminal: columns aligned, control characters escaped."""
    table = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    pad = {"l": str.ljust, "r": str.rjust}
    lines = ("  ".join(pad[a](cell, w) for a, cell, w in zip(align, row, widths, strict=True)) for row in table)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def as_markdown(rows: Rows, align: str) -> str:
    """Return the rows as a Markdown table; the cells are Markdown already."""
    head, *body = rows
    rule = [{"l": ":--", "r": "--:"}[letter] for letter in align]
    return markdown_lines([head, rule, *body])


def markdown_lines(rows: Rows) -> str:
    """Return lines of a Markdown table, without the rule below the heading."""
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def as_latex(rows: Rows, align: str, notes: Sequence[str] = (), indent: str = "") -> str:
    r"""Return a LaTeX tabular with the rules of the package booktabs; cells and `notes` are LaTeX already.

    `notes`: lines across all columns below the table.
    """
    head, *body = [rf"{' & '.join(row)} \\" for row in rows]
    below = [rf"\multicolumn{{{len(align)}}}{{l}}{{{note}}} \\" for note in notes]
    lines = [r"\toprule", head, r"\midrule", *body, r"\bottomrule", *below]
    table = [rf"\begin{{tabular}}{{{align}}}", *(indent + line for line in lines), r"\end{tabular}"]
    return "".join(f"{line}\n" for line in table)
