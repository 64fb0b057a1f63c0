"""The table of an experiment as text, CSV, Markdown and LaTeX."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from icnn_engine.core import escaping
from icnn_engine.core.number_words import measured_value
from icnn_engine.core.table_formats import as_csv, as_latex, as_text, markdown_lines
from icnn_engine.experiment.experiment_folder import Experiment
from icnn_engine.experiment.experiment_table import (
    COLUMNS,
    FLOORS,
    Column,
    ExperimentRow,
    Figure,
    captions,
    experiment_rows,
)
from icnn_engine.runs.run_folder import write_text

NAMES = {
    "cam": "CAM network",
    FLOORS: "without learning",
    "partscope": "partscope",
    "paper": "paper (eq. 1)",
    "kmeans": "k-means of the trunk, no training",
    "nmf": "NMF of the trunk, no training",
}
UNTRAINED = frozenset(  # measures whose floor is the value of untrained filters
    {
        "equivariance", "slope", "mirror", "transplant", "equivariance_scale", "grounding", "holding",
        "independent_parts", "coverage", "peaks_in_box", "nmi_8", "ari_8", "nmi_8_all_filters", "ari_8_all_filters",
        "keypoint_regression", "prototype_consistency", "prototype_stability",
    }
)  # fmt: skip


def write_tables(study: Experiment) -> None:
    """Write the table of an experiment into its folder, in every format."""
    rows = experiment_rows(study)
    for ending, text in (
        ("csv", table_as_csv(rows)),
        ("md", table_as_markdown(study, rows)),
        ("tex", table_as_latex(study, rows)),
        ("txt", table_as_text(study, rows)),
    ):
        write_text(study.path / f"table.{ending}", text)


def columns_of(rows: Sequence[ExperimentRow]) -> tuple[Column, ...]:
    """Return the measures that any row has."""
    return tuple(column for column in COLUMNS if any(column.key in row.figures for row in rows))


def name_of(row: ExperimentRow) -> str:
    """Return the name of a row's network."""
    return NAMES.get(row.network, row.network)


def printed(figure: Figure | None, column: Column, interval: bool = True) -> str:
    """Return `0.852 [0.840, 0.861]*`; the star marks a difference from the ordinary network. Empty if not measured."""
    if figure is None or not isfinite(figure.value.mean):
        return ""
    value = figure.value
    text = measured_value(column.key, value.mean, column.digits)
    if interval and isfinite(value.low):
        low, high = (measured_value(column.key, end, column.digits) for end in (value.low, value.high))
        text += f" [{low}, {high}]"
    return f"{text}*" if figure.differs else text


def table_as_csv(rows: Sequence[ExperimentRow]) -> str:
    """Return one line per row, each measure with its interval and its difference from the ordinary network."""
    shown = columns_of(rows)
    kinds = ("", "_low", "_high", "_against", "_against_low", "_against_high")
    head = ["task", "backbone", "pretrained", "network", "seeds"]
    lines: list[list[object]] = [[*head, *(f"{column.key}{kind}" for column in shown for kind in kinds)]]
    for row in rows:
        known = [row.task.name, row.backbone, row.pretrained, row.network, " ".join(map(str, row.seeds))]
        lines.append([*known, *(cell for column in shown for cell in _cells(row.figures.get(column.key)))])
    return as_csv(lines)


def _cells(figure: Figure | None) -> list[str]:
    if figure is None:
        return [""] * 6
    value, against = figure.value, figure.against
    numbers = [value.mean, value.low, value.high]
    numbers += [against.mean, against.low, against.high] if against else [float("nan")] * 3
    return [f"{number:.6g}" if isfinite(number) else "" for number in numbers]


def blocks(rows: Sequence[ExperimentRow]) -> list[tuple[str, list[ExperimentRow]]]:
    """Return the rows of each task and backbone, with a heading."""
    groups: dict[str, list[ExperimentRow]] = {}
    for row in rows:
        seeds = f"{len(row.seeds)} seed{'s' if len(row.seeds) > 1 else ''}"
        weights = "" if row.pretrained else ", no pretrained weights"
        groups.setdefault(f"{row.task.name} ({row.backbone}{weights}, {seeds})", []).append(row)
    return list(groups.items())


def table_as_markdown(study: Experiment, rows: Sequence[ExperimentRow]) -> str:
    """Return a table for each task and backbone: a line per measure, a column per network, as in the paper."""
    parts = []
    for title, block in blocks(rows):
        lines = [[c.title, *(printed(row.figures.get(c.key), c) for row in block)] for c in columns_of(block)]
        heading = f"### {escaping.markdown(title)}\n\n| | {' | '.join(name_of(row) for row in block)} |"
        parts.append(f"{heading}\n|:--|{'--:|' * len(block)}\n{markdown_lines(lines)}")
    return "\n".join([*parts, *(f"{escaping.markdown(caption)}\n" for caption in captions(study, rows))])


def table_as_text(study: Experiment, rows: Sequence[ExperimentRow]) -> str:
    """Return the same tables for a terminal."""
    parts = []
    for title, block in blocks(rows):
        table = [["", *(name_of(row) for row in block)]]
        table += [[c.title, *(printed(row.figures.get(c.key), c) for row in block)] for c in columns_of(block)]
        parts.append(f"{escaping.visible(title)}\n{as_text(table, 'l' * len(table[0]))}")
    return "\n".join([*parts, *(f"{caption}\n" for caption in captions(study, rows))])


def table_as_latex(study: Experiment, rows: Sequence[ExperimentRow]) -> str:
    """Return a booktabs table for each task and backbone; values that differ from the ordinary network's are bold."""
    parts = []
    for title, block in blocks(rows):
        table = [["", *(escaping.latex(name_of(row)) for row in block)]]
        for column in columns_of(block):
            cells = (_tex_figure(row.figures.get(column.key), column) for row in block)
            table.append([escaping.latex(column.title), *cells])
        notes = " ".join(captions(study, block)).replace("* differs", "bold: differs")
        caption = escaping.latex(f"{title}. {notes}")
        tabular = as_latex(table, "l" + "r" * len(block))
        parts.append(f"\\begin{{table}}\n\\centering\n{tabular}\\caption{{{caption}}}\n\\end{{table}}\n")
    return "\n".join(parts)


def _tex_figure(figure: Figure | None, column: Column) -> str:
    text = escaping.latex(printed(figure, column, interval=False).removesuffix("*"))
    if figure is None or not text:
        return ""
    if isfinite(figure.value.low):
        spread = (figure.value.high - figure.value.low) / 2
        text = rf"{text} $\pm$ {escaping.latex(measured_value(column.key, spread, column.digits))}"
    return rf"\textbf{{{text}}}" if figure.differs else text
