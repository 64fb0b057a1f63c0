"""Figure of an experiment: key measures as points with their intervals, a row for each network."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any, TypeGuard

from icnn_engine.core.number_words import is_accuracy, measured_value
from icnn_engine.experiment.experiment_folder import Experiment
from icnn_engine.experiment.experiment_table import (
    COLUMNS,
    FLOORS,
    ORDINARY,
    Column,
    ExperimentRow,
    Figure,
    captions,
    experiment_rows,
)
from icnn_engine.experiment.table_text import UNTRAINED, blocks, name_of
from icnn_engine.figures.sheet import ACCENT, DPI, FAINT, GREY, INK, Sheet, fonts, shortened

KEYS = (  # the first `PANELS` of these that were measured are drawn
    "balanced_accuracy",
    "instability",
    "mirror",
    "holding",
    "independent_parts",
    "equivariance",
)
PANELS = 5
SHADES = {
    ORDINARY: "#7a828c",
    "paper": "#5a8f3c",
    "released": "#8a5ab0",
    "partscope": ACCENT,
    "cam": "#b06a1c",
    "kmeans": "#a0852c",
    "nmf": "#6b6f2a",
}
SHORT = {"kmeans": "k-means, no training", "nmf": "NMF, no training"}
HEAD, LABEL, HEADING, ROW, BREAK, AXIS, GAP, NUMBER = 0.62, 1.12, 0.24, 0.2, 0.1, 0.34, 0.14, 0.4  # inches
SIZE = 6.3  # points of small words


def experiment_figure(study: Experiment, path: Path, dpi: int = DPI) -> Path:
    """Draw up to five key measures of every network of an experiment, each task and backbone a block.

    Points are means over seeds with their 95 % intervals; they are full if the paired difference from the ordinary
    network excludes zero. Dashed: a score without learning; a short line: a filter that always fires in the middle.

    Parameters
    ----------
    study
        An opened experiment, which need not be finished.
    path
        The file to write: .png, .svg or .pdf.
    dpi
        Dots per inch of the page as .png.

    Returns
    -------
    Path
        `path`.

    Raises
    ------
    SettingsError
        The suffix is another one.
    StudyError
        Files of the experiment cannot be read.
    """
    rows = experiment_rows(study)
    by_title = blocks(rows)
    columns = _shown(rows)
    height = sum(HEADING + ROW * len(_networks(block)) + BREAK for _title, block in by_title)
    sheet = Sheet(HEAD + height + AXIS, caption=_caption(study, rows))
    folder = Path(str(study.info["data"]["folder"])).name
    sheet.title(f"Networks compared on {folder}", "Points: means over seeds; lines: 95 % intervals.")
    if not columns:
        sheet.words(0.1, HEAD, "No cell of this experiment is finished yet.")
    room = (sheet.width - 0.2 - LABEL) / max(len(columns), 1)
    y = HEAD
    for title, block in by_title:
        height = ROW * len(_networks(block))
        sheet.words(0.1, y, title, weight="bold")
        _draw_names(sheet, _networks(block), y + HEADING)
        for panel, column in enumerate(columns):
            x = 0.1 + LABEL + panel * room + GAP / 2
            axes = sheet.axes(x, y + HEADING, room - GAP - NUMBER, height)
            _draw_points(axes, column, block, _range(column, rows))
            if block is by_title[-1][1]:
                _name_axis(axes, column)
        y += HEADING + height + BREAK
    return sheet.save(path, dpi)


def _shown(rows: Sequence[ExperimentRow]) -> list[Column]:
    columns = {column.key: column for column in COLUMNS}
    return [columns[key] for key in KEYS if any(_known(row.figures.get(key)) for row in _networks(rows))][:PANELS]


def _networks(rows: Sequence[ExperimentRow]) -> list[ExperimentRow]:
    return [row for row in rows if row.network != FLOORS]


def _known(figure: Figure | None) -> TypeGuard[Figure]:
    return figure is not None and isfinite(figure.value.mean)


def _range(column: Column, rows: Sequence[ExperimentRow]) -> tuple[float, float]:
    """Return the lowest and the highest value of a column in all blocks, with a margin."""
    figures = [row.figures.get(key) for row in rows for key in (column.key, f"{column.key}_centre")]
    values = [figure.value for figure in figures if _known(figure)]
    ends = [end for value in values for end in (value.mean, value.low, value.high) if isfinite(end)]
    low, high = min(ends), max(ends)
    room = 0.08 * (high - low) or 0.05
    return low - room, high + room


def _draw_names(sheet: Sheet, networks: Sequence[ExperimentRow], y: float) -> None:
    for line, row in enumerate(networks):
        name = shortened(SHORT.get(row.network) or name_of(row), LABEL, 7.5)
        sheet.words(0.1, y + (line + 0.5) * ROW, name, va="center", color=SHADES.get(row.network, INK))


def _draw_points(axes: Any, column: Column, block: Sequence[ExperimentRow], ends: tuple[float, float]) -> None:
    """Draw the points of a measure, topmost row first, each with its number at the right."""
    networks = _networks(block)
    axes.set(xlim=ends, ylim=(len(networks) - 0.5, -0.5))
    for floor in (row.figures.get(column.key) for row in block if row.network == FLOORS and column.key in UNTRAINED):
        if _known(floor):
            axes.axvline(floor.value.mean, color=GREY, linewidth=0.8, linestyle=(0, (3, 2)))
    for line, row in enumerate(networks):
        axes.axhline(line, color=FAINT, linewidth=0.4, zorder=0)
        figure, centre = row.figures.get(column.key), row.figures.get(f"{column.key}_centre")
        if not _known(figure):
            continue
        if _known(centre):
            axes.plot([centre.value.mean] * 2, [line - 0.35, line + 0.35], color=INK, linewidth=0.9)
        _draw_point(axes, line, figure, SHADES.get(row.network, INK), row.network == ORDINARY)
        text = f"{measured_value(column.key, figure.value.mean, column.digits)}{'*' if figure.differs else ''}"
        axes.annotate(
            text, (1, line), xytext=(3, 0), xycoords=("axes fraction", "data"), textcoords="offset points",
            va="center", fontsize=SIZE, color=INK, annotation_clip=False,
        )  # fmt: skip


def _draw_point(axes: Any, line: int, figure: Figure, colour: str, reference: bool) -> None:
    value = figure.value
    if isfinite(value.low):
        axes.plot([value.low, value.high], [line, line], color=colour, linewidth=1.4, solid_capstyle="butt")
    face = colour if figure.differs or reference else "white"
    axes.plot([value.mean], [line], "o", markersize=4, color=colour, markerfacecolor=face, markeredgewidth=1)


def _name_axis(axes: Any, column: Column) -> None:
    from matplotlib.ticker import MaxNLocator, PercentFormatter

    axes.xaxis.set_major_locator(MaxNLocator(2))
    if is_accuracy(column.key):
        axes.xaxis.set_major_formatter(PercentFormatter(1.0))
    axes.tick_params(axis="x", labelsize=SIZE, length=2, width=0.6, color=FAINT, labelcolor=GREY, pad=1.5)
    better = {"high": "(more is better)", "low": "(less is better)"}.get(column.better, "")
    axes.set_xlabel(f"{column.title}\n{better}", fontsize=SIZE, color=INK, labelpad=1.5, family=fonts())


def _caption(study: Experiment, rows: Sequence[ExperimentRow]) -> str:
    marks = (
        "Full point: the interval of the paired difference from the ordinary network excludes zero (the ordinary "
        "network's own are full). Dashed: reached without learning (untrained filters). Short line: a filter that "
        "always fires in the middle, on the same pictures."
    )
    return " ".join([marks, *captions(study, rows)])
