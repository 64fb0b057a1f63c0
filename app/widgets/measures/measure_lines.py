"""The lines of a run's table in words: title, meaning, values, and the comparison with the twin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from app.widgets.measures.measure_words import baseline_names, line_words
from icnn_engine.core import table_formats
from icnn_engine.figures.tables import table_rows

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
        """The difference from the twin, rounded as it is printed; positive: better, negative: worse."""
        own, twin = self.values[:2]
        if own is None or twin is None or not self.better:
            return None
        return round((own - twin) * (1 if self.better == "high" else -1), self.digits)

    @property
    def cells(self) -> tuple[str, ...]:
        """The values as they are printed; empty where there can be none, for CAM has no filters."""
        network = not self.alone
        belongs = (network, network, network and "accuracy" in self.key, bool(self.baseline))
        printed = [DASH if value is None else f"{value:.{self.digits}f}" for value in self.values]
        return tuple(text if there else "" for text, there in zip(printed, belongs, strict=True))


def tr(text: str) -> str:
    """Return a text of the table in the user's language."""
    return QCoreApplication.translate("MeasureLines", text)


def columns() -> tuple[str, ...]:
    """Return the titles of the columns."""
    return (
        tr("Measured"),
        tr("Interpretable"),
        tr("Ordinary twin"),
        tr("CAM"),
        tr("Baseline"),
        tr("Which baseline"),
        tr("Against the twin"),
    )


def sections(table: Values, guess: float = 0.5) -> tuple[tuple[str, tuple[MeasureLine, ...]], ...]:
    """Return (title, lines) of each section of the table. `guess`: the balanced accuracy of guessing."""
    titles = {
        "answers": tr("Does it answer well?"),
        "following": tr("Do its filters follow the same thing?"),
        "holding": tr("Does each filter hold a part?"),
        "background": tr("Do they look at the category, not at what is around it?"),
        "staying": tr("Do they stay on one part? (needs landmarks)"),
        "landmarks": tr("Do the parts agree with the landmarks and the box? (needs them)"),
    }
    shown = lines(table, guess)
    by_title = {title: tuple(line for line in shown if line.section == key) for key, title in titles.items()}
    return tuple((title, section) for title, section in by_title.items() if section)


def lines(table: Values, guess: float = 0.5) -> tuple[MeasureLine, ...]:
    """Return all lines that are always shown, and of the others those that were measured."""
    known, baselines = line_words(), baseline_names()
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
    """Return the comparison with the twin in words; empty if there is none."""
    gain = line.gain
    if gain is None:
        return ""
    if gain == 0:
        return tr("the same")
    amount = f"{abs(gain):.{line.digits}f}"
    return (tr("better by {amount}") if gain > 0 else tr("worse by {amount}")).format(amount=amount)


def accuracy_words(table: Values) -> tuple[bool, str]:
    """Return whether balanced accuracy is lost against the twin, and a sentence about it."""
    line = next(line for line in lines(table) if line.key == "balanced_accuracy")
    if line.gain is None:
        return False, ""
    shares = {name: f"{100 * (value or 0):.1f} %" for name, value in zip(("own", "twin"), line.values, strict=False)}
    if line.gain < 0:
        text = tr(
            "Accuracy is lost: {points:.1f} points of balanced accuracy against the ordinary twin ({own} instead of "
            "{twin}). That is the price of these filters."
        )
    else:
        text = tr("No accuracy is lost against the ordinary twin: {own} balanced accuracy, the twin {twin}.")
    return line.gain < 0, text.format(points=abs(line.gain) * 100, **shares)


def has_landmarks(table: Values) -> bool:
    """Return whether anything was measured against landmarks."""
    return any(value is not None and "instability" in key for key, value in table.items())


def rows(table: Values, guess: float = 0.5) -> list[list[str]]:
    """Return the table as texts, its heading first."""
    body = [[line.title, *line.cells, line.baseline, against_twin(line)] for line in lines(table, guess)]
    return [list(columns()), *body]


def as_csv(table: Values, guess: float = 0.5) -> str:
    """The table for a file; what was not measured is empty."""
    return table_formats.as_csv([["" if cell == DASH else cell for cell in line] for line in rows(table, guess)])


def as_tabs(table: Values, guess: float = 0.5) -> str:
    """The table to be pasted into a spreadsheet."""
    return table_formats.as_tabs(rows(table, guess))


def as_markdown(table: Values, guess: float = 0.5) -> str:
    """The table to be pasted into a document."""
    return table_formats.as_markdown(rows(table, guess), "lrrrrll")
