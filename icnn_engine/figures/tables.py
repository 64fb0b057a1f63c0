"""The table of a run as rows, as CSV and as Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from icnn_engine.model_file import Run, Table

COLUMNS = ("interpretable", "twin", "CAM", "baseline")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what is measured, one value a column of `COLUMNS` (None: not had), what the baseline is,
    which way is better ('high', 'low' or ''), how many digits are printed."""

    name: str
    values: tuple[float | None, float | None, float | None, float | None]
    baseline: str = ""
    better: str = ""
    digits: int = 3


def table_rows(table: Table) -> tuple[Row, ...]:
    """The table for people, in the order in which it is read: answers, then parts, then instability."""
    return (
        _row(table, "balanced_accuracy", "Balanced accuracy", "guessing", "high", floor=0.5),
        _row(table, "accuracy", "Accuracy", "the larger category always", "high", floor_key="majority_accuracy"),
        _row(table, "equivariance", "Equivariance", "untrained filters", "high", floor_key="untrained_equivariance"),
        _row(
            table, "distinct_parts", "Distinct parts", "untrained filters", "high", "untrained_distinct_parts", digits=1
        ),
        _row(table, "instability", "Location instability, held-out", "always the centre", "low", "instability_centre"),
        _row(
            table,
            "instability_all_pictures",
            "Location instability, all pictures",
            "always the centre",
            "low",
            "instability_centre_all_pictures",
        ),
        _row(table, "instability_centre", "… always the centre, each network's pictures"),
        _row(table, "instability_random", "… a random cell, each network's pictures"),
        _row(table, "share_below_centre", "Share of filters better than the centre", better="high"),
    )


def _row(
    table: Table,
    key: str,
    name: str,
    baseline: str = "",
    better: str = "",
    floor_key: str = "",
    floor: float | None = None,
    digits: int = 3,
) -> Row:
    found = tuple(_known(table.get(f"{prefix}{key}")) for prefix in ("", "twin_", "cam_"))
    return Row(name, (*found, floor if floor is not None else _known(table.get(floor_key))), baseline, better, digits)  # type: ignore[arg-type]


def _known(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def printed(value: float | None, digits: int = 3) -> str:
    """A value as the table prints it; empty where it could not be had."""
    return "" if value is None else f"{value:.{digits}f}"


def lines_of(run: Run) -> list[list[str]]:
    """The table as text, its heading first."""
    rows = [["", *COLUMNS, "which baseline"]]
    rows += [
        [row.name, *(printed(v, row.digits) for v in row.values), row.baseline if row.values[3] is not None else ""]
        for row in table_rows(run.table)
        if any(v is not None for v in row.values[:3])
    ]
    return rows


def table_as_csv(run: Run) -> str:
    """The table for a spreadsheet; every value with all its digits is in the run's table.toml."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines_of(run))
    return text.getvalue()


def table_as_markdown(run: Run) -> str:
    """The table for a document."""
    head, *body = lines_of(run)
    align = [":--", *["--:"] * len(COLUMNS), ":--"]
    return "".join(f"| {' | '.join(row)} |\n" for row in [head, align, *body])


def table_as_text(run: Run) -> str:
    """The table for a terminal, in columns."""
    return in_columns(lines_of(run))


def in_columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows of text with their columns aligned: the first and last to the left, those between to the right."""
    widths = [max(len(row[c]) for row in rows) for c in range(len(rows[0]))]
    last = len(widths) - 1
    text = [
        "  ".join(
            cell.ljust(width) if c in (0, last) else cell.rjust(width)
            for c, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join(text) + "\n"
