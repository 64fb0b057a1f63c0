"""Say of the picture on show that it is unlike the training pictures."""

from __future__ import annotations

from functools import partial

from app.core.late_words import LateWords
from icnn_engine.audit.novelty import novelties, novelty_of
from icnn_engine.audit.novelty_words import unlike_by, unlike_words
from icnn_engine.inspection.look import Look
from icnn_engine.runs.run_folder import Run


def tell_unlike(late: LateWords, run: Run, picture: Look | int) -> None:
    """Show whether a picture, of the run by its index or any other, is unlike the training pictures."""
    late.tell((run.identity, picture), partial(_unlike, run, picture))


def _unlike(run: Run, picture: Look | int) -> tuple[str, str]:
    """Return that a picture is unlike the training pictures, and by how much; nothing where it is not. Raises
    RunError."""
    if isinstance(picture, Look):
        novelty = novelty_of(run, picture)
    else:
        every = novelties(run)
        novelty = None if every is None else every[picture]
    words = unlike_words(novelty)
    return words, unlike_by(novelty) if words and novelty is not None else ""
