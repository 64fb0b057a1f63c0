"""The figure of an experiment: its key measures as points with their intervals, a row for each network."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any

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
from icnn_engine.figures.common import figure_of
from icnn_engine.figures.sheet import ACCENT, DPI, FAINT, GREY, INK, Sheet, caption_height, fonts, shortened

KEYS = (  # what is drawn, the first of them that were measured
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
    """Up to five key measures of every network of an experiment, each task and backbone a block: points with their 95 %
    intervals, full where the paired difference from the ordinary network excludes zero; dashed: what is reached without
    learning, a short line: a filter that always fires in the middle. Raises SettingsError, StudyError.
    """
    rows = experiment_rows(study)
    found = blocks(rows)
    shown = _shown(rows)
    told = _explained(study, rows)
    tall = sum(HEADING + ROW * len(_networks(block)) + BREAK for _title, block in found)
    sheet = Sheet(HEAD + tall + AXIS + caption_height(told))
    folder = Path(str(study.info["data"]["folder"])).name
    sheet.title(f"Networks compared on {folder}", "Points: means over seeds; lines: 95 % intervals.")
    if not shown:
        sheet.words(0.1, HEAD, "No cell of this experiment is finished yet.")
    y = HEAD
    for place, (title, block) in enumerate(found):
        networks = _networks(block)
        sheet.words(0.1, y, title, weight="bold")
        for line, row in enumerate(networks):
            middle = y + HEADING + (line + 0.5) * ROW
            name = shortened(SHORT.get(row.network) or name_of(row), LABEL, 7.5)
            sheet.words(0.1, middle, name, va="center", color=SHADES.get(row.network, INK))
        for panel, column in enumerate(shown):
            axes = _panel(sheet, panel, len(shown), y + HEADING, ROW * len(networks))
            _draw(axes, column, block, _range(column, rows))
            if place == len(found) - 1:
                _name_axis(axes, column)
        y += HEADING + ROW * len(networks) + BREAK
    sheet.caption(told)
    return sheet.save(path, dpi)


def _shown(rows: Sequence[ExperimentRow]) -> tuple[Column, ...]:
    """The measures that are drawn."""
    columns = {column.key: column for column in COLUMNS}
    had = [key for key in KEYS if any(_known(row.figures.get(key)) for row in rows if row.network != FLOORS)]
    return tuple(columns[key] for key in had[:PANELS])


def _networks(block: Sequence[ExperimentRow]) -> list[ExperimentRow]:
    return [row for row in block if row.network != FLOORS]


def _known(figure: Figure | None) -> bool:
    return figure is not None and isfinite(figure.value.mean)


def _range(column: Column, rows: Sequence[ExperimentRow]) -> tuple[float, float]:
    """From the lowest to the highest value that is drawn, with some room; one range for all blocks."""
    keys = (column.key, f"{column.key}_centre")
    values = [row.figures[key].value for row in rows for key in keys if _known(row.figures.get(key))]
    ends = [end for value in values for end in (value.mean, value.low, value.high) if isfinite(end)]
    low, high = min(ends), max(ends)
    room = 0.08 * (high - low) or 0.05
    return low - room, high + room


def _panel(sheet: Sheet, place: int, count: int, y: float, height: float) -> Any:
    room = (sheet.width - 0.2 - LABEL) / count
    return sheet.axes(0.1 + LABEL + place * room + GAP / 2, y, room - GAP - NUMBER, height)


def _draw(axes: Any, column: Column, block: Sequence[ExperimentRow], ends: tuple[float, float]) -> None:
    """The points of a measure, topmost row first, each with its number at the right."""
    networks = _networks(block)
    axes.set(xlim=ends, ylim=(len(networks) - 0.5, -0.5))
    untrained = [row for row in block if row.network == FLOORS and column.key in UNTRAINED]
    for floor in (row.figures.get(column.key) for row in untrained):
        if floor is not None and _known(floor):
            axes.axvline(floor.value.mean, color=GREY, linewidth=0.8, linestyle=(0, (3, 2)))
    for line, row in enumerate(networks):
        axes.axhline(line, color=FAINT, linewidth=0.4, zorder=0)
        figure, centre = row.figures.get(column.key), row.figures.get(f"{column.key}_centre")
        if figure is None or not _known(figure):
            continue
        if centre is not None and _known(centre):
            axes.plot([centre.value.mean] * 2, [line - 0.35, line + 0.35], color=INK, linewidth=0.9)
        _point(axes, line, figure, SHADES.get(row.network, INK), row.network == ORDINARY)
        text = f"{figure_of(figure.value.mean, column.digits)}{'*' if figure.differs else ''}"
        axes.annotate(
            text, (1, line), xytext=(3, 0), xycoords=("axes fraction", "data"), textcoords="offset points",
            va="center", fontsize=SIZE, color=INK, annotation_clip=False,
        )  # fmt: skip


def _point(axes: Any, line: int, figure: Figure, shade: str, reference: bool) -> None:
    value = figure.value
    if isfinite(value.low):
        axes.plot([value.low, value.high], [line, line], color=shade, linewidth=1.4, solid_capstyle="butt")
    full = shade if figure.differs or reference else "white"
    axes.plot([value.mean], [line], "o", markersize=4, color=shade, markerfacecolor=full, markeredgewidth=1)


def _name_axis(axes: Any, column: Column) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.xaxis.set_major_locator(MaxNLocator(2))
    axes.tick_params(axis="x", labelsize=SIZE, length=2, width=0.6, color=FAINT, labelcolor=GREY, pad=1.5)
    way = {"high": " (more is better)", "low": " (less is better)"}.get(column.better, "")
    axes.set_xlabel(f"{column.title}\n{way.strip()}", fontsize=SIZE, color=INK, labelpad=1.5, family=fonts())


def _explained(study: Experiment, rows: Sequence[ExperimentRow]) -> str:
    marks = (
        "Full point: the interval of the paired difference from the ordinary network excludes zero (the ordinary "
        "network's own are full). Dashed: reached without learning (untrained filters). Short line: a filter that "
        "always fires in the middle, on the same pictures."
    )
    return " ".join([marks, *captions(study, rows)])
