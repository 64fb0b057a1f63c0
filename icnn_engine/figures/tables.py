"""The table of a run as rows, as CSV and as Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from icnn_engine.figures.pieces import guessing
from icnn_engine.model_file import Run, Table

COLUMNS = ("interpretable", "twin", "CAM", "baseline")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what is measured, one value a column of `COLUMNS` (None: not had), what the baseline is,
    which way is better ('high', 'low' or ''), how many digits are printed. `section`: 'answers', 'following',
    'background' or 'staying'; `minor`: a detail of a line above; `always`: worth a line even where it was not had."""

    key: str
    name: str
    section: str
    values: tuple[float | None, float | None, float | None, float | None]
    baseline: str = ""
    better: str = ""
    digits: int = 3
    minor: bool = False
    always: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A row without its values; `floor`: the key of the baseline's."""

    section: str
    key: str
    name: str
    baseline: str = ""
    floor: str = ""
    better: str = ""
    digits: int = 3
    minor: bool = False
    always: bool = False


GUESSING = "guessing"  # a floor that depends on how many kinds of pictures there are
CENTRE, UNTRAINED = "always the centre", "untrained filters"
LINES = (
    _Line("answers", "balanced_accuracy", "Balanced accuracy", "guessing", GUESSING, "high", always=True),
    _Line("answers", "accuracy", "Accuracy", "the larger category always", "majority_accuracy", "high", always=True),
    _Line("answers", "label_accuracy", "Accuracy of each yes or no", "always the usual one", "label_majority", "high"),
    _Line("following", "equivariance", "Equivariance", UNTRAINED, "untrained_equivariance", "high", always=True),
    _Line("following", "equivariance_20", "… moved by 20 px", UNTRAINED, "untrained_equivariance_20", "high", 3, True),
    _Line("following", "equivariance_28", "… moved by 28 px", UNTRAINED, "untrained_equivariance_28", "high", 3, True),
    _Line(
        "following", "equivariance_mirror", "… mirrored", UNTRAINED, "untrained_equivariance_mirror", "high", 3, True
    ),
    _Line("following", "equivariance_scale", "… enlarged", UNTRAINED, "untrained_equivariance_scale", "high", 3, True),
    _Line(
        "following", "distinct_parts", "Distinct parts", UNTRAINED, "untrained_distinct_parts", "high", 1, always=True
    ),
    _Line("background", "background_auc", "AUC of peaks, category against background", better="high"),
    _Line("background", "background_bound", "Share of filters with an AUC under .7", better="low", digits=2),
    _Line("staying", "instability", "Location instability, held-out", CENTRE, "instability_centre", "low", always=True),
    _Line(
        "staying",
        "instability_all_pictures",
        "Location instability, all pictures",
        CENTRE,
        "instability_centre_all_pictures",
        "low",
        always=True,
    ),
    _Line("staying", "instability_lowest", "… by the paper's rule for several", better="low", minor=True),
    _Line("staying", "instability_favourite", "… by the release's rule for several", better="low", minor=True),
    _Line("staying", "instability_centre", "… always the centre, each network's pictures", minor=True),
    _Line("staying", "instability_random", "… a random cell, each network's pictures", minor=True),
    _Line("staying", "share_below_centre", "Share of filters better than the centre", better="high", always=True),
    _Line("staying", "part_consistency", "Part consistency", better="high"),
    _Line("staying", "part_interpretability", "Part interpretability", better="high"),
)


def table_rows(table: Table, guess: float = 0.5) -> tuple[Row, ...]:
    """The table for people, in the order in which it is read: answers, parts, background, instability. `guess`:
    balanced accuracy of guessing."""
    return tuple(_row(table, line, guess) for line in LINES)


def _row(table: Table, line: _Line, guess: float) -> Row:
    own, twin, cam = (_known(table.get(f"{prefix}{line.key}")) for prefix in ("", "twin_", "cam_"))
    floor = guess if line.floor == GUESSING else _known(table.get(line.floor))
    return Row(
        line.key,
        line.name,
        line.section,
        (own, twin, cam, floor),
        line.baseline,
        line.better,
        line.digits,
        line.minor,
        line.always,
    )


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
        for row in table_rows(run.table, guessing(run))
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


def table_as_latex(run: Run) -> str:
    """The table for a paper: a tabular with the rules of the package booktabs."""
    head, *body = lines_of(run)
    rows = ["  " + " & ".join(_latex(cell) for cell in row) + r" \\" for row in [head, *body]]
    rows = [r"  \toprule", rows[0], r"  \midrule", *rows[1:], r"  \bottomrule"]
    align = "l" + "r" * len(COLUMNS) + "l"
    return "\n".join([rf"\begin{{tabular}}{{{align}}}", *rows, r"\end{tabular}", ""])


LATEX = {"\\": r"\textbackslash{}", "…": r"\ldots{}"} | {letter: f"\\{letter}" for letter in "&%$#_{}"}


def _latex(text: str) -> str:
    return "".join(LATEX.get(letter, letter) for letter in text)


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
