"""Whether a run can be fitted anew without a part, which boxes there are for that, and the way back. No torch."""

from __future__ import annotations

from pathlib import Path

from icnn_engine.audit.forbidden_words import forbidden_of
from icnn_engine.core.config import SHUFFLED, answer_of
from icnn_engine.core.errors import RunError
from icnn_engine.core.language import translate
from icnn_engine.data import BOXES
from icnn_engine.data.tables.own_tables import existing_tables
from icnn_engine.runs.run_folder import Run


def why_not(run: Run) -> str:
    """Return in a sentence why nothing can be forbidden in a run, and what to do; empty where it can."""
    words = _fault(run)
    told = forbidden_of(run) or {}
    return words.format(name=run.name, title=told.get("title", ""), before=told.get("of", ""))


def _fault(run: Run) -> str:
    if run.own_network is not None:
        return translate(
            "Errors",
            "{name} looks at a network of your own: its answer is fitted where it was made. Train on the pictures here "
            "to forbid a part.",
        )
    if run.info.get("background") == SHUFFLED:
        return translate(
            "Errors",
            "{name} was trained against its own pictures, shuffled: without real negatives an answer cannot be fitted. "
            "Train it with a background or with other categories.",
        )
    if answer_of(run.settings.variant, run.settings.answer) == "layers":
        return translate(
            "Errors",
            "{name} answers through hidden layers, which mix its filters: no part can be taken out. Train with the "
            "variant partscope.",
        )
    if forbidden_of(run) is not None:
        return translate(
            "Errors",
            "{title} is already not allowed in {name}. One thing can be forbidden at a time, for the answer is fitted "
            "anew: open {before}, the run before, and forbid the other there.",
        )
    return ""


def ensure_possible(run: Run) -> None:
    """Raise RunError where nothing can be forbidden in a run (`why_not`)."""
    if fault := why_not(run):
        raise RunError(fault)


def run_before(run: Run) -> Path:
    """Return the folder of the run that another was made from by forbidding something. Raises RunError where it is
    gone, or nothing is forbidden."""
    told = forbidden_of(run)
    if told is None:
        raise RunError(translate("Errors", "Nothing is forbidden in {name}.").format(name=run.name))
    path = run.path.parent / str(told["of"])
    if not (path / "run.toml").is_file():
        words = translate(
            "Errors",
            "The run before is no longer beside this one: {path}. It was renamed, moved or deleted. If you know where "
            "it is, open it by Open run.",
        )
        raise RunError(words.format(path=path))
    return path


def boxes_drawn_for(run: Run) -> Path | None:
    """Return the newest table of boxes that were drawn in the pictures of a run; None where there is none, or where
    the run has read only what is in them."""
    if run.settings.region == "boxes":
        return None
    return next(iter(existing_tables(run.images, BOXES)), None)
