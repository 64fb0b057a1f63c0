"""The lines of the table of a run: what each is called, what it says, and what it is compared with. In words."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from icnn_engine.figures.tables import table_rows

Better = Literal["high", "low", ""]
Values = Mapping[str, float | None]
DASH = "—"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table. `values`: interpretable, twin, CAM, baseline; None was not had. `minor`: a detail."""

    key: str
    section: str
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


def sections(table: Values, guess: float = 0.5) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The table in the order in which it is read: (title, lines). `guess`: balanced accuracy of guessing."""
    titles = {
        "answers": tr("Does it answer well?"),
        "following": tr("Do its filters follow the same thing?"),
        "background": tr("Do they look at the category, not at what is around it?"),
        "staying": tr("Do they stay on one part? (needs landmarks)"),
    }
    shown = lines(table, guess)
    found = ((title, tuple(line for line in shown if line.section == key)) for key, title in titles.items())
    return tuple((title, some) for title, some in found if some)


def lines(table: Values, guess: float = 0.5) -> tuple[Line, ...]:
    """All lines without their sections; of those that are not always shown, the ones that were measured."""
    known, baselines = _words(), _baselines()
    return tuple(
        Line(
            row.key,
            row.section,
            *known[row.key],
            row.values,
            baselines.get(row.baseline, row.baseline),
            "high" if row.better == "high" else "low" if row.better else "",
            row.digits,
            row.minor,
        )
        for row in table_rows(dict(table), guess)
        if row.always or any(value is not None for value in row.values[:3])
    )


def _baselines() -> dict[str, str]:
    """What baselines are called here."""
    return {
        "guessing": tr("guessing"),
        "the larger category always": tr("the larger kind"),
        "always the usual one": tr("the usual answer"),
        "untrained filters": tr("untrained filters"),
        "always the centre": tr("always the centre"),
    }


def _words() -> dict[str, tuple[str, str]]:
    """Title and meaning of every line."""
    return _answers() | _following() | _around() | _staying() | _parts()


def _answers() -> dict[str, tuple[str, str]]:
    balanced = tr(
        "How often the answer is right, each kind of picture counting as much as the others, on pictures kept out of "
        "training. The baseline is what guessing gets."
    )
    plain = tr(
        "The share of held-out pictures answered rightly. The baseline always names the kind that has most pictures: "
        "an accuracy near it means little."
    )
    each = tr(
        "Over all pictures and categories, how often 'is it this one?' is answered rightly, as published. With many "
        "categories the right answer is mostly no, so judge by what always saying the usual answer gets."
    )
    return {
        "balanced_accuracy": (tr("Balanced accuracy"), balanced),
        "accuracy": (tr("Accuracy"), plain),
        "label_accuracy": (tr("Accuracy of each yes or no"), each),
    }


def _following() -> dict[str, tuple[str, str]]:
    usual = tr(
        "Move the picture: does the filter's peak move along with what it was on? The share of peaks that do, after "
        "moves of 24 pixels. Any such network follows a little, so judge by the gain over untrained filters."
    )
    detail = tr("The same question for another move of the picture. Equivariance at 24 pixels is the one to compare.")
    parts = tr(
        "How many different parts the steady filters have found; ten filters on one part count once. With few steady "
        "filters the number says little."
    )
    return {
        "equivariance": (tr("Equivariance (24 px)"), usual),
        "equivariance_20": (tr("moved by 20 px"), detail),
        "equivariance_28": (tr("moved by 28 px"), detail),
        "equivariance_mirror": (tr("mirrored"), detail),
        "equivariance_scale": (tr("enlarged"), detail),
        "distinct_parts": (tr("Distinct parts"), parts),
    }


def _around() -> dict[str, tuple[str, str]]:
    auc = tr(
        "Take a picture of the filter's category and one of the background: how often is the filter's peak higher on "
        "the category? 1 is always; .5 is no better than tossing a coin. Mean over the filters."
    )
    bound = tr("The share of filters whose peak hardly tells their category from the background (AUC under .7).")
    return {
        "background_auc": (tr("Category against background (AUC)"), auc),
        "background_bound": (tr("Share of background-bound filters"), bound),
    }


def _staying() -> dict[str, tuple[str, str]]:
    held = tr(
        "How much the distance between a filter's peak and the marked points varies from picture to picture: 0 is a "
        "filter that keeps to its place on the animal. On held-out pictures. A filter that always fires in the middle "
        "scores well too: be impressed only below that baseline."
    )
    every = tr("The same on all marked pictures, those of the training included, as the paper reports it.")
    lowest = tr("On all marked pictures, for each filter the category on which it is lowest: the paper's rule.")
    favourite = tr("On all marked pictures, for each filter the category with its highest peaks: the release's rule.")
    centre = tr("What a filter gets that always fires in the middle, on the pictures each network was judged by.")
    chance = tr("What a filter gets that fires anywhere, on the pictures each network was judged by.")
    share = tr("The share of filters that keep to their place better than one that always fires in the middle.")
    return {
        "instability": (tr("Location instability, held-out"), held),
        "instability_all_pictures": (tr("Location instability, all pictures"), every),
        "instability_lowest": (tr("lowest of the categories"), lowest),
        "instability_favourite": (tr("on its favourite category"), favourite),
        "instability_centre": (tr("always the centre"), centre),
        "instability_random": (tr("a random cell"), chance),
        "share_below_centre": (tr("Share of filters below the centre"), share),
    }


def _parts() -> dict[str, tuple[str, str]]:
    explained = tr(
        "How much of where a marked part lies is known once the filter's position is known, a constant offset "
        "allowed: 1 is all of it, 0 nothing. A filter that always fires in the middle gets 0."
    )
    fits = tr(
        "In how many pictures the region where the filter fires fits the area of a part that the publishers drew, as "
        "in network dissection."
    )
    return {
        "part_consistency": (tr("Part consistency"), explained),
        "part_interpretability": (tr("Part interpretability"), fits),
    }


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


def rows(table: Values, guess: float = 0.5) -> list[list[str]]:
    """The table as text, its heading first, as it is shown."""
    body = [[line.title, *line.cells, line.baseline, against_twin(line)] for line in lines(table, guess)]
    return [list(columns()), *body]


def as_csv(table: Values, guess: float = 0.5) -> str:
    """The table for a file; what was not measured is empty."""
    text = io.StringIO()
    shown = [["" if cell == DASH else cell for cell in line] for line in rows(table, guess)]
    csv.writer(text, lineterminator="\n").writerows(shown)
    return text.getvalue()


def as_tabs(table: Values, guess: float = 0.5) -> str:
    """The table to be pasted into a spreadsheet."""
    return "".join("\t".join(line) + "\n" for line in rows(table, guess))


def as_markdown(table: Values, guess: float = 0.5) -> str:
    """The table to be pasted into a document."""
    head, *body = rows(table, guess)
    align: Sequence[str] = (":--", "--:", "--:", "--:", "--:", ":--", ":--")
    return "".join(f"| {' | '.join(line)} |\n" for line in [head, list(align), *body])
