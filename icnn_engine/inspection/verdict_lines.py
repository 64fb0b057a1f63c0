"""All that is said of a run in words, line by line: what the command line and a notebook print. No torch."""

from __future__ import annotations

from icnn_engine.inspection.box_words import box_sentence
from icnn_engine.inspection.conversion_words import conversion_lines
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import verdict_sentences
from icnn_engine.runs.run_folder import Run


def verdict_lines(run: Run) -> tuple[str, ...]:
    """Return the verdict on a run: the gain, its price and the parts, then what these mean and are measured on, and
    what a conversion changed."""
    told = verdict_sentences(run_verdict(run))
    lines = (
        told.gain,
        told.price,
        told.parts,
        told.means,
        told.basis,
        told.spread,
        box_sentence(run),
        *conversion_lines(run),
    )
    return tuple(filter(None, lines))
