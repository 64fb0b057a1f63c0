"""Annotations as landmarks.csv, which Partscope reads and in which its editor of landmarks corrects them."""

from __future__ import annotations

from icnn_engine.data.tables.marks import COLUMNS, MACHINE_COLUMN, Mark, Marks, as_csv
from icnn_engine.figures.annotations.guesses import Guess, Guesses, Instance
from icnn_engine.runs.found_objects import listed_name


def landmarks_files(guesses: Guesses) -> dict[str, str]:
    """Return the text of landmarks.csv by its path. A part has one row in a picture: of several objects that have the
    same name in the folder's tables, the one with the highest score is taken. A part that is not visible has no row: a
    row would say that somebody looked and did not see it."""
    best: dict[str, Instance] = {}
    for photograph in guesses.photographs:
        for instance in photograph.instances:
            name = listed_name(guesses.run, guesses.run.pictures[instance.picture])
            if name not in best or instance.score > best[name].score:
                best[name] = instance
    rows = {name: {one.part.name: _mark(guesses, own, one) for one in own.shown} for name, own in best.items()}
    names = tuple(dict.fromkeys(part.name for part in guesses.parts))
    return {"landmarks.csv": as_csv(Marks(names, rows, (*COLUMNS, MACHINE_COLUMN)))}


def _mark(guesses: Guesses, instance: Instance, guess: Guess) -> Mark:
    """Return a guess in pixels of what the folder's tables call a picture: of an object that a published data set cuts
    out of a photograph, its crop."""
    cut = guesses.run.settings.region == "whole"
    left, top = instance.box[:2] if cut else (0.0, 0.0)
    return Mark((round(guess.x - left, 2), round(guess.y - top, 2)), {MACHINE_COLUMN: f"{guess.confidence:.3f}"})
