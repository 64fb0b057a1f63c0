"""What a person has decided about pictures: another category, right as it is, or left out. The decisions are kept in
the folder of the pictures (`corrections.csv`, `left_out.csv`), so later runs know them too; no file is moved."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from icnn_engine.core.annotations import Picture
from icnn_engine.core.errors import FolderError
from icnn_engine.core.language import translate
from icnn_engine.data.listing import list_folder
from icnn_engine.data.tables.corrections import Correction, change_corrections, read_corrections
from icnn_engine.data.tables.csv_tables import TableError
from icnn_engine.data.tables.left_out import change_left_out, read_left_out
from icnn_engine.runs.found_objects import listed_name
from icnn_engine.runs.run_folder import Run


class DecisionKind(StrEnum):
    """What was decided about a picture."""

    CORRECTED = "corrected"
    RIGHT = "right"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about a picture. `category`: the one it shows; "" for a picture that is left out."""

    kind: DecisionKind
    category: str
    reason: str


def decisions(run: Run) -> dict[int, Decision]:
    """Return what was decided about pictures of a run, by number; none where the folder is gone. Raises FolderError
    where a table cannot be read."""
    names = {listed_name(run, picture): picture for picture in run.pictures}
    # The categories of pictures that the run did not use are not known here: the folder is listed.
    pictures = list_folder(run.images).pictures if run.images.is_dir() else ()
    try:
        corrected = read_corrections(run.images, pictures).pictures
        left = read_left_out(run.images, names).reasons
    except TableError as error:
        text = translate(
            "Errors",
            "What was decided about pictures of {root} cannot be read: {error}. Mend corrections.csv or left_out.csv "
            "there.",
        )
        raise FolderError(text.format(root=run.images, error=error)) from None
    own = {p.name: p.was or p.category for p in pictures}
    found = {}
    for number, picture in enumerate(run.pictures):
        name = listed_name(run, picture)
        if name in left:
            found[number] = Decision(DecisionKind.LEFT_OUT, "", left[name])
        elif name in corrected:
            one = corrected[name]
            kind = DecisionKind.RIGHT if one.category == own[name] else DecisionKind.CORRECTED
            found[number] = Decision(kind, one.category, one.reason)
    return found


def decide(
    root: Path,
    correct: Mapping[str, str],
    leave_out: Collection[str] = (),
    right: Collection[str] = (),
    undo: Collection[str] = (),
    reasons: Mapping[str, str] | None = None,
) -> None:
    """Write decisions about pictures of a folder, by name (`listed_name`); each replaces an earlier one.

    Parameters
    ----------
    root
        The folder of the pictures.
    correct
        The category that a picture shows.
    leave_out, right, undo
        Pictures that are not to be used, that are right as they are, and about which nothing is decided any more.
    reasons
        Why, as the tables keep it.

    Raises
    ------
    FolderError
        A picture or a category is not in the folder, a picture is named twice, or a table cannot be read or written.
    """
    pictures = {p.name: p for p in list_folder(root).pictures}
    every = [*correct, *leave_out, *right, *undo]
    ensure_once(every)
    _ensure_known(root, pictures, every)
    reasons = reasons or {}
    shown = {**correct, **{name: original_category(pictures[name]) for name in right}}
    rows = {
        name: Correction(category, original_category(pictures[name]), reasons.get(name, ""))
        for name, category in shown.items()
    }
    change_corrections(root, pictures.values(), rows, {*leave_out, *undo})
    change_left_out(root, pictures, {name: reasons.get(name, "") for name in leave_out}, {*shown, *undo})


def original_category(picture: Picture) -> str:
    """Return the category that its folder gives a picture."""
    return picture.was or picture.category


def _ensure_known(root: Path, pictures: Mapping[str, Picture], names: list[str]) -> None:
    if unknown := next((name for name in names if name not in pictures), ""):
        text = translate("Errors", "There is no picture {name} in {root}: nothing was written.")
        raise FolderError(text.format(name=unknown, root=root))


def ensure_once(names: Sequence[str]) -> None:
    """Raise FolderError where a picture is named twice."""
    if twice := next((name for name in names if names.count(name) > 1), ""):
        text = translate("Errors", "{name} is named twice: decide one thing about a picture. Nothing was written.")
        raise FolderError(text.format(name=twice))
