"""The cells of the table of runs: their texts and what they are sorted by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from app.widgets.training_settings.setting_words import title
from app.widgets.wording.sizes import in_bytes
from icnn_engine.core.number_words import percent
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_list import RunState, RunSummary

USUAL = 6  # columns that are always shown: the first ones


@dataclass(frozen=True, slots=True)
class RunCell:
    """The text of a cell, what it is sorted by, what its tool tip says, and whether it is a number."""

    text: str
    key: str | float
    hint: str = ""
    right: bool = False


def tr(text: str) -> str:
    """Return a text of this module in the user's language."""
    return QCoreApplication.translate("RunCells", text)


def headings() -> tuple[tuple[str, str], ...]:
    """Return the heading of each column, and what it means."""
    return (
        (tr("Name"), tr("The name of the run")),
        (tr("Date"), tr("When it was begun")),
        (tr("Category"), tr("What it learned to recognise")),
        (tr("Parts"), tr("How many object parts its filters found")),
        (tr("Accuracy"), tr("How often it is right about test pictures; each category counts the same")),
        (
            tr("Its twin"),
            tr(
                "The same of the ordinary network that learned from the same pictures; of your own, with random "
                "weights; of a converted one, the original"
            ),
        ),
        (tr("Backbone"), tr("The network whose first layers it uses")),
        (tr("Variant"), tr("How its filters are led to parts")),
        (tr("Equivariance"), tr("How well its filters follow a picture that is moved; 1 is best")),
        (tr("Instability"), tr("How much its filters wander on the object; small is good. It needs marked parts.")),
        (tr("Size"), tr("Its room on the disk")),
    )


def shown_names(runs: Iterable[RunSummary | Run]) -> dict[Path, str]:
    """Return the names of runs: without the date that they begin with, unless two would be the same."""
    listed = tuple(runs)
    counts = Counter(run.short_name for run in listed)
    return {run.path: run.short_name if counts[run.short_name] == 1 else run.name for run in listed}


def state_word(run: RunSummary, is_open: bool) -> str:
    """Return in a word or two what is special about a run; empty for one that is finished and not open."""
    if is_open:
        return tr("open")
    words = {
        RunState.WHOLE: "",
        RunState.TRAINING: tr("being trained"),
        RunState.STOPPED: tr("stopped"),
        RunState.UNFINISHED: tr("never finished"),
    }
    return words.get(run.state, tr("cannot be read"))


def accuracies(run: RunSummary) -> tuple[float, float]:
    """Return how often a run and its twin are right, 0 to 1; nan where that is not known."""
    return run.accuracy, run.twin_accuracy


def cells_of(run: RunSummary) -> Sequence[RunCell]:
    """Return the cells of a run behind its name, in the order of `headings`."""
    backbone = variant = ""
    if run.settings is not None:
        backbone, variant = title("backbone", run.settings.backbone).partition(" (")[0], run.settings.variant
    if run.source is not None:
        backbone, variant = run.source.title, tr("converted") if run.converted else tr("not trained here")
    own, twin = accuracies(run)
    return (
        _date(run.made),
        RunCell(run.category, run.category.casefold(), run.category),
        RunCell("" if run.parts is None else str(run.parts), -1.0 if run.parts is None else run.parts, right=True),
        _share(own),
        _share(twin),
        RunCell(backbone, backbone.casefold(), backbone),
        RunCell(variant, variant.casefold(), variant),
        *(RunCell("" if isnan(v) else f"{v:.3f}", _known(v), right=True) for v in (run.equivariance, run.instability)),
        RunCell(in_bytes(run.size), float(run.size), right=True),
    )


def _date(made: str) -> RunCell:
    when = QDateTime.fromString(made[:19], Qt.DateFormat.ISODate)
    locale = QLocale()
    if not when.isValid():
        return RunCell(made[:10], made)
    return RunCell(when.toString("yyyy-MM-dd"), made, locale.toString(when, QLocale.FormatType.ShortFormat))


def _share(value: float) -> RunCell:
    return RunCell("" if isnan(value) else percent(value), _known(value), right=True)


def _known(value: float) -> float:
    """Return a value to sort by: what is not known comes last."""
    return -1.0 if isnan(value) else value
