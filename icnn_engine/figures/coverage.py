"""Figure of accuracy against coverage: how often answers are right where unlike pictures are left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.audit.novelty import Abstention, abstention
from icnn_engine.audit.novelty_words import abstention_words
from icnn_engine.core.errors import RunError
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import percent
from icnn_engine.figures.common import about
from icnn_engine.figures.sheet import ACCENT, DPI, FAINT, GREY, WIDTHS, ColumnWidth, Sheet
from icnn_engine.runs.run_folder import Run

HEAD, PLOT, EDGE, BELOW = 0.62, 1.9, 0.55, 0.42  # inches
LETTERS = 6.5  # points


def coverage_figure(run: Run, path: Path, column: ColumnWidth = "double", dpi: int = DPI) -> Path:
    """Draw the accuracy on the test pictures against the share that is answered: the most unlike pictures left out
    first, beside the answers of the least probability left out first.

    Raises RunError where it cannot be told, SettingsError for another suffix than .png, .svg or .pdf.
    """
    found = abstention(run)
    if found is None:
        words = translate(
            "Errors",
            "{name} has too few training or test pictures to tell what is unlike them: train with more pictures.",
        )
        raise RunError(words.format(name=run.name))
    return _sheet(found, WIDTHS[column], f"{abstention_words(found)} {about(run)}").save(path, dpi)


def coverage_pixels(found: Abstention, width: float = 5.0, dpi: int = 160) -> np.ndarray:
    """Return the curves as pixels (H, W, 3) uint8, without title or caption; `width` in inches."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    sheet = Sheet(PLOT + BELOW, width)
    draw_coverage(sheet, found, EDGE, 0.06, width - EDGE - 0.15, PLOT - 0.06)
    sheet.make_plain()
    sheet.figure.set_dpi(dpi)
    canvas: Any = FigureCanvasAgg(sheet.figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3].copy()


def draw_coverage(sheet: Sheet, found: Abstention, x: float, y: float, width: float, height: float) -> None:
    """Draw the curves over a rectangle of a page, in inches; their labels take `EDGE` at its left and `BELOW` below."""
    from matplotlib.ticker import PercentFormatter

    axes = sheet.axes(x, y, width, height)
    for curve, shade, name in (
        (found.by_probability, GREY, translate("Figures", "least probable answers left out first")),
        (found.by_score, ACCENT, translate("Figures", "most unlike pictures left out first")),
    ):
        axes.plot(curve.coverage, curve.accuracy, drawstyle="steps-post", color=shade, linewidth=1.3, label=name)
    axes.axvline(found.known_share, color=FAINT, linewidth=1.0, zorder=0)
    lowest = min(float(curve.accuracy.min()) for curve in (found.by_score, found.by_probability))
    axes.set(xlim=(0, 1), ylim=(min(lowest, 0.95) - 0.02, 1.005))
    axes.tick_params(labelsize=LETTERS, length=2, width=0.5)
    axes.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1])
    _ticks(axes)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.set_xlabel(translate("Figures", "pictures answered"), fontsize=LETTERS)
    axes.set_ylabel(translate("Figures", "answers right"), fontsize=LETTERS)
    axes.legend(fontsize=LETTERS, loc="lower left", frameon=False)


def _ticks(axes: Any) -> None:
    """Put a few round numbers beside the vertical axis."""
    from matplotlib.ticker import MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))


def _sheet(found: Abstention, width: float, caption: str) -> Sheet:
    sheet = Sheet(HEAD + PLOT + BELOW, width, caption)
    title = translate("Figures", "How often it is right where it may not answer")
    below = translate("Figures", "On {count} test pictures. Line: {known} of them count as known.")
    sheet.title(title, below.format(count=found.tested, known=percent(found.known_share)))
    draw_coverage(sheet, found, EDGE, HEAD, width - EDGE - 0.15, PLOT)
    return sheet
