"""Figure of suspect pictures, each with its label and its reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from icnn_engine.audit.suspect_words import category_words, reason_of
from icnn_engine.audit.suspects import Suspect
from icnn_engine.core.language import translate
from icnn_engine.figures.common import about, small_photograph
from icnn_engine.figures.sheet import BOLD, DPI, SMALL, Sheet, broken, checked_format, shortened
from icnn_engine.runs.changed_pictures import unchanged
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.run_folder import Run

COLUMNS, CELL, GAP = 6, 1.12, 0.05
TOP, WORDS = 0.56, 0.66  # inches above the pictures, and below each
LINES = 4  # of a reason


def suspects_figure(run: Run, found: Sequence[Suspect], path: Path, dpi: int = DPI) -> Path:
    """Draw suspect pictures in their order, numbered, with label, name and reason; return `path`.

    The place of a picture that has changed since the training stays empty. Raises RunError where a picture is gone,
    SettingsError for a file that is not .png, .svg or .pdf.
    """
    checked_format(path)
    same = set(unchanged(run, (one.picture for one in found)))
    sheet = Sheet(TOP + max(1, -(-len(found) // COLUMNS)) * (CELL + WORDS) + 0.1)
    words = translate("Figures", "{count} pictures of {run} worth a look")
    sheet.title(words.format(count=len(found), run=run.short_name), about(run))
    notes = notes_or_none(run.path)
    for number, one in enumerate(found):
        x, y = 0.1 + number % COLUMNS * (CELL + GAP), TOP + number // COLUMNS * (CELL + WORDS)
        if one.picture in same:
            sheet.picture(x, y, CELL, CELL, small_photograph(run, one.picture, 240))
        name = run.pictures[one.picture].name.rpartition("/")[2]
        title = f"{number + 1}  {category_words(run, one.category)}  {name}"
        sheet.words(x, y + CELL + 0.03, shortened(title, CELL, SMALL * BOLD), size=SMALL, weight="bold")
        lines = broken(reason_of(run, one, notes), CELL, SMALL).split("\n")[:LINES]
        sheet.words(x, y + CELL + 0.14, "\n".join(lines), size=SMALL)
    return sheet.save(path, dpi)
