"""Controller of the comparison of two runs: reads both and fills the view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage

from app.core.context import Context
from app.runs.run_cells import shown_names
from app.runs.run_comparison import PartShown, RunCompare
from app.style import theme
from app.widgets.measures.measure_lines import MeasureLine, lines
from app.widgets.pictures.compute_scene import INTERPRETABLE, collage
from app.widgets.training_curves import curve_words
from app.widgets.training_settings.setting_words import title, words
from app.widgets.wording import plain_text
from icnn_engine.core.number_words import printed_difference
from icnn_engine.runs.notes import Notes, notes_or_none, part_title
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.runs.run_list import Comparison, compared, losses_of

if TYPE_CHECKING:
    from app.widgets.training_curves.curves import CurvesCard

KEY, CROPS = "compare runs", "compared"  # keys of the lane and of the pool
PARTS, SIDE = 5, 112  # parts of each run; pixels of a crop
Losses = tuple[tuple[int, float, float], ...]  # number, class loss and filter loss of each epoch


@dataclass(frozen=True, eq=False)
class _ReadRun:
    """A run with the user's notes and its losses."""

    run: Run
    notes: Notes
    losses: Losses


class RunComparisonController(QObject):
    """Controller that shows two runs."""

    def __init__(self, context: Context, view: RunCompare, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self.view = context, view
        self._runs: list[Run] = []

    def show(self, first: Path, second: Path) -> None:
        """Read two runs and show them."""
        self._runs = []
        self.view.heading.setText(self.tr("Reading the runs…"))
        self._context.files.ask(KEY, partial(_compare, first, second), self._show_comparison)

    def _show_comparison(self, result: tuple[Comparison, list[_ReadRun]]) -> None:
        comparison, read = result
        self._runs = [record.run for record in read]
        shown, tables = shown_names(self._runs), [lines(run.table) for run in self._runs]
        names = [shown[run.path] for run in self._runs]
        self.view.heading.setToolTip(plain_text.tooltip_text("\n".join(run.name for run in self._runs)))
        self.view.heading.setText(self.tr("{one} beside {other}").format(one=names[0], other=names[1]))
        self.view.verdict.setText(self._verdict(comparison))
        rows = [[_setting(k), *(_value(k, v) for v in both)] for k, both in comparison.settings.items()]
        self.view.show_settings([self.tr("Setting"), *names], rows)
        measures = {line.key: line for line in chain(*tables)}
        figures = [_figures(measures[k], *both) for k, both in comparison.figures.items() if k in measures]
        self.view.figures.show_rows([self.tr("Measured"), *names, self.tr("Difference")], figures)
        self.view.show_curves(self._curves(names, [record.losses for record in read]))
        parts = [self._parts(number, record) for number, record in enumerate(read)]
        self.view.show_parts(names, parts)
        for part in chain(*parts):
            self._ask_crops(part.key)

    def _verdict(self, comparison: Comparison) -> str:
        """Return the possible causes of a difference between the figures."""
        if not comparison.same_pictures:
            return self.tr(
                "They were given different pictures, so their figures cannot be compared: each was tested on its own."
            )
        if not comparison.same_split:
            return self.tr(
                "Same pictures, but tested on different ones of them: small differences of the figures may be chance."
            )
        if not comparison.same_seed:
            return self.tr(
                "Same pictures, tested on the same ones; another seed. Runs with another seed differ a little by "
                "chance: an experiment over several seeds tells more."
            )
        return self.tr("Same pictures, tested on the same ones, same seed: a difference comes from the settings.")

    def _curves(self, names: list[str], losses: list[Losses]) -> list[CurvesCard]:
        """Return the curves of the class loss and the filter loss; none if both runs have no losses."""
        from app.widgets.training_curves.curves import CurveLine, CurvesCard  # pyqtgraph takes long to import

        epochs = max((epoch for epoch, *_losses in chain(*losses)), default=0)
        if not epochs:
            return []
        colours = theme.current_theme().colours
        curves = [CurveLine("0", names[0], colours.interpretable), CurveLine("1", names[1], colours.cam)]
        plots = [CurvesCard(*texts(), curves) for texts in (curve_words.class_loss, curve_words.filter_loss)]
        for plot in plots:
            plot.start(epochs)
        for key, rows in enumerate(losses):
            for epoch, *values in rows:
                for plot, value in zip(plots, values, strict=True):
                    plot.add(str(key), epoch, value)
        return plots

    def _parts(self, number: int, read: _ReadRun) -> list[PartShown]:
        """Return the largest parts of the first (0) or second (1) run."""
        one, many = self.tr("1 filter"), self.tr("{count} filters")
        if not read.run.judged:
            one, many = self.tr("1 filter; not judged"), self.tr("{count} filters; not judged")
        return [
            PartShown(
                (number, members[0]),
                part_title(INTERPRETABLE, group, read.notes),
                (one if len(members) == 1 else many).format(count=len(members)),
            )
            for group, members in enumerate(read.run.groups()[:PARTS])
        ]

    def _ask_crops(self, key: tuple[int, int]) -> None:
        number, filter = key
        run = self._runs[number]
        work = partial(collage, run, INTERPRETABLE, filter, SIDE)
        self._context.pool.ask((CROPS, run.path, *key), work, partial(self._show_crops, run, key))

    def _show_crops(self, run: Run, key: tuple[int, int], image: QImage) -> None:
        if run in self._runs:
            self.view.set_image(key, image)


def _compare(*paths: Path) -> tuple[Comparison, list[_ReadRun]]:
    """Read two runs and compare them; runs on a lane."""
    read = [_ReadRun(open_run(path), notes_or_none(path), losses_of(path, INTERPRETABLE)) for path in paths]
    return compared(read[0].run, read[1].run), read


def _figures(line: MeasureLine, first: float, second: float) -> list[str]:
    """Return the title of a measure, both values and their difference."""
    values = ["–" if isnan(value) else line.printed(value) for value in (first, second)]
    if isnan(first) or isnan(second):
        return [line.title, *values, ""]
    return [line.title, *values, printed_difference(line.key, first, second, line.digits)]


def _setting(name: str) -> str:
    """Return the title of what was set of a run."""
    known = {
        "network": QCoreApplication.translate("RunComparisonController", "Network of your own"),
        "layer": QCoreApplication.translate("RunComparisonController", "Layer"),
        "converted": QCoreApplication.translate("RunComparisonController", "Converted"),
        "forbidden": QCoreApplication.translate("RunComparisonController", "Not allowed"),
    }
    return known[name] if name in known else words(name)[0]


def _value(name: str, value: object) -> str:
    if isinstance(value, bool):
        yes = QCoreApplication.translate("RunComparisonController", "yes")
        return yes if value else QCoreApplication.translate("RunComparisonController", "no")
    if isinstance(value, (list, tuple)):
        return " ".join(map(str, value)) or "–"
    return title(name, str(value)) if value not in (None, "") else "–"
