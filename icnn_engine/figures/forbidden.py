"""What forbidding a part changed: a figure, and the table of before and after for spreadsheets and documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from icnn_engine.audit.forbidden_words import forbidden_heading, forbidden_lines, forbidden_of, forbidden_rows
from icnn_engine.core import table_formats
from icnn_engine.core.errors import RunError
from icnn_engine.core.escaping import latex, markdown
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal, percent
from icnn_engine.figures.sheet import ACCENT, DPI, FAINT, GREY, Sheet, shortened
from icnn_engine.runs.notes import Notes, notes_or_none, part_title
from icnn_engine.runs.run_folder import Run

HEAD, ROW, GAP = 0.66, 0.3, 0.34  # inches: title, a pair of bars, between the two halves
NAME, VALUE = 2.5, 0.6  # inches on either side of the bars
BEFORE, AFTER = GREY, ACCENT
ALIGN = "lrrr"


def forbidden_figure(run: Run, path: Path, dpi: int = DPI) -> Path:
    """Draw what each part adds to the answer before and after something was forbidden, and how much a probability
    changes by covering and by pasting it.

    Parameters
    ----------
    run
        A run that `forbid` has made.
    path
        The file to write: .png, .svg or .pdf.
    dpi
        Dots per inch.

    Returns
    -------
    Path
        `path`.

    Raises
    ------
    RunError
        Everything is allowed in the run.
    SettingsError
        The suffix is another one.
    """
    told = forbidden_of(run)
    if told is None:
        words = translate("Errors", "Nothing is forbidden in {name}, so there is no before and after to draw.")
        raise RunError(words.format(name=run.name))
    changes, adds = _changes(told), _adds(told, notes_or_none(run.path))
    height = HEAD + GAP + ROW * (len(changes) + len(adds)) + GAP
    sheet = Sheet(height, caption=" ".join(forbidden_lines(run)))
    sheet.title(translate("Figures", "Before and after {title} was forbidden").format(title=told["title"]))
    for x, colour, word in zip((0.1, 0.9), (BEFORE, AFTER), forbidden_heading()[1:3], strict=True):
        sheet.axes(x, 0.4, 0.1, 0.1).set_facecolor(colour)
        sheet.words(x + 0.16, 0.38, word)
    y = _draw(sheet, HEAD, translate("Figures", "Mean change of a probability"), changes, (0.0, 1.0), percent)
    ends = [0.0, *(value for _name, *values in adds for value in values)]
    title = translate("Figures", "Added to the logit of its category")
    _draw(sheet, y + GAP / 2, title, adds, (min(ends), max(*ends, 1e-6)), decimal)
    return sheet.save(path, dpi)


Line = tuple[str, float, float]  # name, value before and after


def _changes(told: Mapping[str, Any]) -> list[Line]:
    names = {
        "covered": translate("Figures", "when it is covered"),
        "elsewhere": translate("Figures", "… if as much is covered elsewhere"),
        "pasted": translate("Figures", "when it is pasted into a picture"),
        "stray": translate("Figures", "… if something else is pasted"),
    }
    return [
        (names[name], *(told[name][when]["mean"] for when in ("before", "after"))) for name in names if name in told
    ]


def _adds(told: Mapping[str, Any], notes: Notes) -> list[Line]:
    others = translate("Figures", "other filters")
    return [
        (
            part_title(NetworkName.INTERPRETABLE, part["group"], notes) if part["group"] >= 0 else others,
            part["before"],
            part["after"],
        )
        for part in told["adds"]
    ]


def _draw(sheet: Sheet, y: float, title: str, lines: Sequence[Line], ends: tuple[float, float], printed: Any) -> float:
    """Draw pairs of bars from 0 between `ends` below a title. Return where they end, in inches from the top."""
    sheet.words(0.1, y, title, weight="bold")
    y += 0.2
    for name, *values in lines:
        sheet.words(0.1, y + 0.06, shortened(name, NAME - 0.2, 7.5))
        axes = sheet.axes(NAME, y, sheet.width - NAME - VALUE, ROW - 0.06)
        axes.barh([1, 0], values, height=0.8, color=[BEFORE, AFTER])
        axes.set(xlim=ends, ylim=(-0.6, 1.6))
        axes.axvline(0, color=FAINT, linewidth=1)
        for place, value in enumerate(values):
            sheet.words(sheet.width - 0.1, y + 0.12 * place, printed(value), size=6.5, ha="right")
        y += ROW
    return y


def forbidden_tables(run: Run) -> dict[str, str]:
    """Return the table of before and after by name of its file, forbidden.csv, .md and .tex; nothing where everything
    is allowed."""
    lines = forbidden_lines(run)
    if not lines:
        return {}
    rows = [forbidden_heading(), *forbidden_rows(run, notes_or_none(run.path))]
    as_latex = table_formats.as_latex([[latex(cell) for cell in row] for row in rows], ALIGN, indent="  ")
    in_markdown = table_formats.as_markdown([[markdown(cell) for cell in row] for row in rows], ALIGN)
    return {
        "forbidden.csv": table_formats.as_csv(rows),
        "forbidden.md": in_markdown + "".join(f"\n{markdown(line)}\n" for line in lines),
        "forbidden.tex": as_latex,
    }
