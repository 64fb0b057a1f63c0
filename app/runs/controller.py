"""Two runs side by side: wires the view to the engine's comparison."""

from __future__ import annotations

from functools import partial
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.core.context import Context
from app.runs.run_comparison import PartShown, RunCompare
from app.style import theme
from app.widgets.measures.measure_lines import MeasureLine, lines
from app.widgets.pictures.scene import INTERPRETABLE, collage
from app.widgets.training_curves import curve_words
from app.widgets.training_settings.setting_words import title, words
from icnn_engine.runs.notes import Notes, notes_or_none, part_title

if TYPE_CHECKING:
    from app.widgets.training_curves.curves import CurvesCard
    from icnn_engine.runs.run_folder import Run
    from icnn_engine.runs.run_list import Comparison

KEY, CROPS = "compare runs", "compared"  # in the lane, in the pool
PARTS, SIDE = 5, 112  # of each run; pixels of a crop
Both = tuple["Run", "Run"]
Losses = tuple[tuple[int, float, float], ...]  # of each epoch: its number, class loss, filter loss


class RunComparisonController(QObject):
    """Shows two runs."""

    def __init__(self, context: Context, view: RunCompare, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self.view = context, view
        self._both: Both | None = None

    def show(self, one: Path, other: Path) -> None:
        """Read two runs and show them."""
        self._both = None
        self.view.heading.setText(self.tr("Reading the runs…"))
        self._context.files.ask(KEY, partial(_compare, one, other), self._got)

    def _got(self, found: tuple[Both, Comparison, tuple[Notes, Notes], tuple[Losses, Losses]]) -> None:
        (one, other), comparison, remarks, losses = found
        self._both = (one, other)
        names = [one.name, other.name]
        heading = self.tr("{one} beside {other}")
        self.view.heading.setText(heading.format(one=one.name, other=other.name))
        self.view.told.setText(self._told(comparison))
        rows = [[words(k)[0], *(_value(k, v) for v in both)] for k, both in comparison.settings.items()]
        self.view.show_settings([self.tr("Setting"), *names], rows)
        known = {line.key: line for line in (*lines(one.table), *lines(other.table))}
        figures = [self._figures(known[k], *both) for k, both in comparison.figures.items() if k in known]
        self.view.figures.show_rows([self.tr("Measured"), *names, self.tr("Difference")], figures)
        self.view.show_curves(self._curves(names, losses))
        parts = [self._parts(place, run, remarks[place]) for place, run in enumerate((one, other))]
        self.view.show_parts(names, parts)
        self._ask_crops(parts)

    def _told(self, found: Comparison) -> str:
        """What a difference of the figures can be due to."""
        if not found.same_pictures:
            return self.tr(
                "They learned from different pictures, so their figures cannot be compared: each was tested on its own."
            )
        if not found.same_split:
            return self.tr(
                "Same pictures, but tested on different ones of them: small differences of the figures may be chance."
            )
        if not found.same_seed:
            return self.tr(
                "Same pictures, tested on the same ones; another seed. Runs with another seed differ a little by "
                "chance: an experiment over several seeds tells more."
            )
        return self.tr("Same pictures, tested on the same ones, same seed: a difference comes from the settings.")

    def _figures(self, line: MeasureLine, own: float, its: float) -> list[str]:
        shown = ["–" if isnan(value) else f"{value:.{line.digits}f}" for value in (own, its)]
        gain = its - own
        return [line.title, *shown, "" if isnan(gain) else f"{gain:+.{line.digits}f}"]

    def _curves(self, names: list[str], losses: tuple[Losses, Losses]) -> list[CurvesCard]:
        """How both learned; nothing where neither run tells."""
        from app.widgets.training_curves.curves import CurveLine, CurvesCard  # pyqtgraph takes long to import

        epochs = max((row[0] for rows in losses for row in rows), default=0)
        if not epochs:
            return []
        colours = theme.current_theme().colours
        known = [CurveLine("0", names[0], colours.interpretable), CurveLine("1", names[1], colours.cam)]
        plots = [CurvesCard(*say(), known) for say in (curve_words.class_loss, curve_words.filter_loss)]
        for plot in plots:
            plot.start(epochs)
        for key, rows in enumerate(losses):
            for epoch, *values in rows:
                for plot, value in zip(plots, values, strict=True):
                    plot.add(str(key), epoch, value)
        return plots

    def _parts(self, place: int, run: Run, remarks: Notes) -> list[PartShown]:
        one, many = self.tr("1 filter"), self.tr("{count} filters")
        if not run.judged:
            one, many = self.tr("1 filter; not judged"), self.tr("{count} filters; not judged")
        return [
            PartShown(
                (place, members[0]),
                part_title(INTERPRETABLE, group, remarks),
                (one if len(members) == 1 else many).format(count=len(members)),
            )
            for group, members in enumerate(run.groups()[:PARTS])
        ]

    def _ask_crops(self, parts: list[list[PartShown]]) -> None:
        if self._both is None:
            return
        for shown in parts:
            for part in shown:
                place, index = part.key
                run = self._both[place]
                work = partial(collage, run, INTERPRETABLE, index, SIDE)
                show = partial(self._show_crop, run, part.key)
                self._context.pool.ask((CROPS, run.path, place, index), work, show)

    def _show_crop(self, run: Run, key: tuple[int, int], image: QImage) -> None:
        if self._both is not None and run is self._both[key[0]]:
            self.view.set_image(key, image)


def _compare(one: Path, other: Path) -> tuple[Both, Comparison, tuple[Notes, Notes], tuple[Losses, Losses]]:
    from icnn_engine.runs.run_folder import open_run
    from icnn_engine.runs.run_list import compared, losses_of

    both = open_run(one), open_run(other)
    losses = losses_of(one, INTERPRETABLE), losses_of(other, INTERPRETABLE)
    return both, compared(*both), (notes_or_none(one), notes_or_none(other)), losses


def _value(name: str, value: object) -> str:
    if isinstance(value, (list, tuple)):
        return " ".join(map(str, value)) or "–"
    return title(name, str(value)) if value not in (None, "") else "–"
