"""The lines of the table of a run: what each is called, what it says, and what it is compared with. In words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from PySide6.QtCore import QCoreApplication

Better = Literal["high", "low", ""]
Values = Mapping[str, float | None]
PREFIXES = ("", "twin_", "cam_")
DASH = "—"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table. `values`: interpretable, twin, CAM, baseline; None was not had. `minor`: a detail."""

    key: str
    title: str
    meaning: str
    values: tuple[float | None, ...]
    baseline: str = ""  # what the baseline is
    better: Better = ""
    digits: int = 3
    minor: bool = False

    @property
    def gain(self) -> float | None:
        """How much better than the twin's the value is, as far as it is printed; negative: worse."""
        own, twin = self.values[:2]
        if own is None or twin is None or not self.better:
            return None
        return round((own - twin) * (1 if self.better == "high" else -1), self.digits)

    @property
    def cells(self) -> tuple[str, ...]:
        """The values as they are printed; empty where none belongs, for CAM has no filters."""
        belongs = (True, True, "accuracy" in self.key, bool(self.baseline))
        printed = [DASH if value is None else f"{value:.{self.digits}f}" for value in self.values]
        return tuple(text if there else "" for text, there in zip(printed, belongs, strict=True))


def tr(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("MeasureLines", text)


def columns() -> tuple[str, ...]:
    """What the columns are called."""
    return (
        tr("Measured"),
        tr("Interpretable"),
        tr("Ordinary twin"),
        tr("CAM"),
        tr("Baseline"),
        tr("Which baseline"),
        tr("Against the twin"),
    )


def sections(table: Values) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The table in the order in which it is read: (title, lines)."""
    return (
        (tr("Does it answer well?"), _answers(table)),
        (tr("Do its filters follow the same thing?"), _following(table)),
        (tr("Do they stay on one part? (needs landmarks)"), _staying(table)),
    )


def lines(table: Values) -> tuple[Line, ...]:
    """All lines without their sections."""
    return tuple(line for _title, some in sections(table) for line in some)


def _answers(table: Values) -> tuple[Line, ...]:
    balanced = tr(
        "How often the answer is right, each kind of picture counting as much as the other, on pictures kept out of "
        "training. Half is what guessing gets."
    )
    plain = tr(
        "The share of held-out pictures answered rightly. The baseline always names the kind that has more pictures: "
        "an accuracy near it means little."
    )
    guessing, majority = tr("guessing"), tr("the larger kind")
    return (
        _line(table, "balanced_accuracy", tr("Balanced accuracy"), balanced, guessing, "high", floor=0.5),
        _line(table, "accuracy", tr("Accuracy"), plain, majority, "high", floor=table.get("majority_accuracy")),
    )


def _following(table: Values) -> tuple[Line, ...]:
    usual = tr(
        "Move the picture: does the filter's peak move along with what it was on? The share of peaks that do, after "
        "moves of 24 pixels. Any such network follows a little, so judge by the gain over untrained filters."
    )
    detail = tr("The same question for another move of the picture. Equivariance at 24 pixels is the one to compare.")
    parts = tr(
        "How many different parts the steady filters have found; ten filters on one part count once. With few steady "
        "filters the number says little."
    )
    untrained = tr("untrained filters")
    shown: list[tuple[str, str, str, int]] = [
        ("equivariance", tr("Equivariance (24 px)"), usual, 3),
        ("equivariance_20", tr("moved by 20 px"), detail, 3),
        ("equivariance_28", tr("moved by 28 px"), detail, 3),
        ("equivariance_mirror", tr("mirrored"), detail, 3),
        ("distinct_parts", tr("Distinct parts"), parts, 1),
    ]
    return _had(
        _line(table, key, title, meaning, untrained, "high", table.get(f"untrained_{key}"), digits, meaning is detail)
        for key, title, meaning, digits in shown
    )


def _staying(table: Values) -> tuple[Line, ...]:
    held = tr(
        "How much the distance between a filter's peak and the marked points varies from picture to picture: 0 is a "
        "filter that keeps to its place on the animal. On held-out pictures. A filter that always fires in the middle "
        "scores well too: be impressed only below that baseline."
    )
    every = tr("The same on all marked pictures, those of the training included, as the paper reports it.")
    centre = tr("What a filter gets that always fires in the middle, on the pictures each network was judged by.")
    chance = tr("What a filter gets that fires anywhere, on the pictures each network was judged by.")
    share = tr("The share of filters that keep to their place better than one that always fires in the middle.")
    middle = tr("always the centre")
    floor, floor_all = table.get("instability_centre"), table.get("instability_centre_all_pictures")
    title_all = tr("Location instability, all pictures")
    made = (
        _line(table, "instability", tr("Location instability, held-out"), held, middle, "low", floor),
        _line(table, "instability_all_pictures", title_all, every, middle, "low", floor_all),
        _line(table, "instability_centre", tr("always the centre"), centre, minor=True),
        _line(table, "instability_random", tr("a random cell"), chance, minor=True),
        _line(table, "share_below_centre", tr("Share of filters below the centre"), share, better="high"),
    )
    return _had(made)


def _had(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Without the details of which nothing is known."""
    return tuple(line for line in lines if not line.minor or any(value is not None for value in line.values))


def _line(
    table: Values,
    key: str,
    title: str,
    meaning: str,
    baseline: str = "",
    better: Better = "",
    floor: float | None = None,
    digits: int = 3,
    minor: bool = False,
) -> Line:
    values = tuple(_known(value) for value in (*(table.get(prefix + key) for prefix in PREFIXES), floor))
    return Line(key, title, meaning, values, baseline, better, digits, minor)


def _known(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def against_twin(line: Line) -> str:
    """The comparison with the twin in words; empty where there is none."""
    gain = line.gain
    if gain is None:
        return ""
    if gain == 0:
        return tr("the same")
    points = "accuracy" in line.key
    amount = tr("{n:.1f} points").format(n=abs(gain) * 100) if points else f"{abs(gain):.{line.digits}f}"
    return (tr("better by {amount}") if gain > 0 else tr("worse by {amount}")).format(amount=amount)


def accuracy_words(table: Values) -> tuple[bool, str]:
    """Whether balanced accuracy is lost against the twin, and a sentence that says it either way."""
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
    """Whether anything was measured against landmarks."""
    return any(value is not None and "instability" in key for key, value in table.items())


def rows(table: Values) -> list[list[str]]:
    """The table as text, its heading first, as it is shown."""
    body = [[line.title, *line.cells, line.baseline, against_twin(line)] for line in lines(table)]
    return [list(columns()), *body]


def as_csv(table: Values) -> str:
    """The table for a file; what was not measured is empty."""
    text = io.StringIO()
    shown = [["" if cell == DASH else cell for cell in line] for line in rows(table)]
    csv.writer(text, lineterminator="\n").writerows(shown)
    return text.getvalue()


def as_tabs(table: Values) -> str:
    """The table to be pasted into a spreadsheet."""
    return "".join("\t".join(line) + "\n" for line in rows(table))


def as_markdown(table: Values) -> str:
    """The table to be pasted into a document."""
    head, *body = rows(table)
    align: Sequence[str] = (":--", "--:", "--:", "--:", "--:", ":--", ":--")
    return "".join(f"| {' | '.join(line)} |\n" for line in [head, list(align), *body])
