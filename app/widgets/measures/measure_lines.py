"""The lines of a run's table in words: title, meaning, values, and the comparison with the twin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from app.widgets.measures.box_words import box_words
from app.widgets.measures.measure_words import baseline_names, line_words
from icnn_engine.core import table_formats
from icnn_engine.core.number_words import as_printed, decimal, is_accuracy, measured_difference, measured_value
from icnn_engine.figures.tables import table_rows
from icnn_engine.runs.network_words import network_titles
from icnn_engine.runs.run_folder import Run

Better = Literal["high", "low", ""]
Values = Mapping[str, float | None]
DASH = "—"


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A line of the table. `values`: interpretable, twin, CAM, baseline, None if not measured; `baseline`: its name;
    `minor`: a detail of the line above; `alone`: only the baseline has a value."""

    key: str
    section: str
    title: str
    meaning: str
    values: tuple[float | None, ...]
    baseline: str = ""
    better: Better = ""
    digits: int = 3
    minor: bool = False
    alone: bool = False

    @property
    def gain(self) -> float | None:
        """The difference of the printed values of network and twin; positive: better, negative: worse."""
        own, twin = self.values[:2]
        if own is None or twin is None or not self.better:
            return None
        apart = as_printed(self.key, own, self.digits) - as_printed(self.key, twin, self.digits)
        return round(apart * (1 if self.better == "high" else -1), max(self.digits, 3))

    @property
    def cells(self) -> tuple[str, ...]:
        """The values as they are printed; empty where there can be none, for CAM has no filters."""
        printed = [DASH if value is None else self.printed(value) for value in self.values]
        return tuple(text if there else "" for text, there in zip(printed, self._belongs, strict=True))

    @property
    def fractions(self) -> tuple[str, ...]:
        """The values for a file that is computed with: accuracies, too, as fractions; empty where there is none."""
        printed = ["" if value is None else decimal(value, self.digits) for value in self.values]
        return tuple(text if there else "" for text, there in zip(printed, self._belongs, strict=True))

    def printed(self, value: float) -> str:
        """Return a value of this line as it is printed."""
        return measured_value(self.key, value, self.digits)

    @property
    def _belongs(self) -> tuple[bool, ...]:
        network = not self.alone
        return network, network, network and is_accuracy(self.key), bool(self.baseline)


def tr(text: str) -> str:
    """Return a text of the table in the user's language."""
    return QCoreApplication.translate("MeasureLines", text)


def columns(run: Run | None = None) -> tuple[str, ...]:
    """Return the titles of the columns. `run`: whose networks they are; None: a training's."""
    return (
        tr("Measured"),
        *network_titles(run).values(),
        tr("Baseline"),
        tr("Which baseline"),
        tr("Better by"),
    )


def sections(table: Values, guess: float = 0.5) -> tuple[tuple[str, tuple[MeasureLine, ...]], ...]:
    """Return (title, lines) of each section of the table. `guess`: the balanced accuracy of guessing."""
    titles = {
        "answers": tr("Does it answer well?"),
        "following": tr("Do its filters keep to one place?"),
        "holding": tr("Does each filter hold a part?"),
        "background": tr("Do they look at the category, not around it?"),
        "staying": tr("Do they keep to one place between landmarks? (needs them)"),
        "boxes": tr("Does one filter find the marked box? (needs boxes)"),
        "landmarks": tr("Do the parts agree with the landmarks and the box? (needs them)"),
    }
    shown = lines(table, guess)
    by_title = {title: tuple(line for line in shown if line.section == key) for key, title in titles.items()}
    return tuple((title, section) for title, section in by_title.items() if section)


def lines(table: Values, guess: float = 0.5) -> tuple[MeasureLine, ...]:
    """Return all lines that are always shown, and of the others those that were measured."""
    known, baselines = line_words() | box_words(), baseline_names()
    return tuple(
        MeasureLine(
            row.key,
            row.section,
            *known[row.key],
            row.values,
            baselines.get(row.baseline, row.baseline),
            "high" if row.better == "high" else "low" if row.better else "",
            row.digits,
            row.minor,
            row.alone,
        )
        for row in table_rows(dict(table), guess)
        if row.always or row.had
    )


def against_twin(line: MeasureLine) -> str:
    """Return by how much a line is better than the twin, with a minus if it is worse; empty if there is no telling."""
    if not line.gain:
        return "" if line.gain is None else "0"
    return measured_difference(line.key, line.gain, line.digits)


def has_landmarks(table: Values) -> bool:
    """Return whether anything was measured against landmarks."""
    return any(value is not None and "instability" in key for key, value in table.items())


def rows(table: Values, guess: float = 0.5, run: Run | None = None) -> list[list[str]]:
    """Return the table as texts, its heading first."""
    body = [[line.title, *line.cells, line.baseline, against_twin(line)] for line in lines(table, guess)]
    return [list(columns(run)), *body]


def as_csv(table: Values, guess: float = 0.5, run: Run | None = None) -> str:
    """The table for a file; what was not measured is empty, accuracies are fractions, a gain over the twin is
    positive."""
    body = [[line.title, *line.fractions, line.baseline, _fraction_gain(line)] for line in lines(table, guess)]
    return table_formats.as_csv([list(columns(run)), *body])


def _fraction_gain(line: MeasureLine) -> str:
    return "" if line.gain is None else decimal(line.gain, line.digits)


def as_tabs(table: Values, guess: float = 0.5, run: Run | None = None) -> str:
    """The table to be pasted into a spreadsheet."""
    return table_formats.as_tabs(rows(table, guess, run))


def as_markdown(table: Values, guess: float = 0.5, run: Run | None = None) -> str:
    """The table to be pasted into a document."""
    return table_formats.as_markdown(rows(table, guess, run), "lrrrrll")
