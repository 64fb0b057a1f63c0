"""The card of a run in a notebook: the verdict, the wall of parts, the main measures."""

from __future__ import annotations

from collections.abc import Sequence

from icnn_engine.audit.forbidden_words import forbidden_heading, forbidden_lines, forbidden_rows
from icnn_engine.core.language import translate
from icnn_engine.figures.tables import lines_of
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import verdict_sentences
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.library import html
from icnn_engine.library.run_part import RunPart
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.run_folder import Run

MOST = 6  # parts of the wall
KEYS = ("balanced_accuracy", "keeping", "holding", "instability", "box_found")  # rows of the table


def run_card(run: Run, headline: str, parts: Sequence[RunPart]) -> str:
    """Return the card as HTML. `parts`: those of the run, or the filters that come closest."""
    told = verdict_sentences(run_verdict(run))
    more = translate("Library", "{count} more parts: see parts").format(count=len(parts) - MOST)
    without = forbidden_lines(run)
    both = (forbidden_heading(), *forbidden_rows(run, notes_or_none(run.path))) if without else ()
    return html.card(
        html.words(f"{run.category}: {headline}", "font-weight:bold;font-size:115%"),
        *map(html.words, (told.gain, told.price, told.parts, told.few)),
        *(part.line() for part in parts[:MOST]),
        html.words(more, html.GREY) if len(parts) > MOST else "",
        html.table(lines_of(run, keys=KEYS)),
        *map(html.words, without),
        html.table(both) if both else "",
        *(html.words(text, html.GREY) for text in (told.basis, *not_judged(run), html.place(run.path))),
    )
