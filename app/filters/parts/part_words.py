"""Texts about the parts of a run: their names, on how many pictures they are seen, their filters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.filters.filter_words import filter_title
from icnn_engine.audit.forbidding import why_not
from icnn_engine.core.events import NetworkName
from icnn_engine.core.receptive_field import WHOLE
from icnn_engine.inspection.part_overview import PartOverview, PartSummary
from icnn_engine.inspection.verdicts import verdict
from icnn_engine.runs.found_objects import is_found, region_of
from icnn_engine.runs.notes import Notes, Subject, part_title
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE


def tr(text: str) -> str:
    """Return a text about parts in the user's language."""
    return QCoreApplication.translate("PartWords", text)


def subject_of(part: PartSummary) -> Subject:
    """Return what a name of the part belongs to: the part, or the filter where it holds none."""
    return (OWN, "part", part.group) if part.group >= 0 else (OWN, "filter", part.first)


def name_of(part: PartSummary, notes: Notes) -> str:
    """Return the user's name, or nothing."""
    return notes.of(subject_of(part)).name


def title_of(run: Run, part: PartSummary, notes: Notes) -> str:
    """Return the user's name of a part, or 'Part 1'; of a filter that holds none 'Filter 9'."""
    if part.group >= 0:
        return part_title(OWN, part.group, notes)
    return name_of(part, notes) or filter_title(run.filters[part.first])


def heading(run: Run, overview: PartOverview) -> str:
    """Return what is shown beside the picture: '3 parts of fox', or that there is none."""
    category = run.categories[overview.category]
    if not overview.holds:
        return tr("No part of {category} was found").format(category=category)
    text = tr("1 part of {category}") if len(overview.parts) == 1 else tr("{count} parts of {category}")
    return text.format(count=len(overview.parts), category=category)


def why_none(overview: PartOverview) -> str:
    """Say that no filter holds a part and what is shown in their place; nothing if there are parts."""
    if overview.holds:
        return ""
    if not overview.parts:
        return tr("No filter holds a part, and none fires on these pictures.")
    return tr(
        "No filter holds a part: none stays on the same content in every test. The filters below come closest. They "
        "are not parts, so do not explain an answer by them."
    )


def seen_words(run: Run, overview: PartOverview, part: PartSummary) -> str:
    """Return on how many pictures of its category a part is seen; of a filter that holds none, why not."""
    if part.group < 0:
        return tr("No part ({verdict})").format(verdict=verdict(run.filters[part.first]))
    count, category = len(overview.pictures), run.categories[part.category]
    if count == 1:
        text = tr("Seen on the only test picture of {category}.")
        if not part.seen:
            text = tr("Not seen on the only test picture of {category}.")
    else:
        text = tr("Seen on {seen} of {count} test pictures of {category}.")
    if not overview.tested:
        text = tr("Seen on {seen} of {count} pictures of {category}, none of which was kept for testing.")
    return text.format(seen=part.seen, count=count, category=category)


def why_not_forbidden(run: Run, part: PartSummary) -> str:
    """Return why a part cannot be forbidden; empty where it can."""
    return tr("It holds no part, so there is nothing to forbid.") if part.group < 0 else why_not(run)


def filters_words(count: int) -> str:
    """Return '25 filters'."""
    return tr("1 filter") if count == 1 else tr("{count} filters").format(count=count)


def unnamed_words(unnamed: int) -> str:
    """Return how many parts have no name."""
    if not unnamed:
        return tr("all named")
    return tr("{count} unnamed").format(count=unnamed)


def picture_words(run: Run, overview: PartOverview, place: int) -> str:
    """Return the place of a picture among the others, how many parts are seen there, and its name."""
    seen, count = int(overview.clear[place].sum()), len(overview.parts)
    text = tr("Picture {number} of {all} · {name}")
    if overview.holds and count > 1:
        text = tr("Picture {number} of {all} · {seen} of {count} parts seen · {name}")
    elif overview.holds and not seen:
        text = tr("Picture {number} of {all} · part not seen · {name}")
    index = overview.pictures[place]
    told = text.format(
        name=run.pictures[index].name, number=place + 1, all=len(overview.pictures), seen=seen, count=count
    )
    read = _region_words(run, index)
    return f"{told} · {read}" if read else told


def _region_words(run: Run, index: int) -> str:
    """Return what the dashed frame in a picture means; empty where the networks read whole pictures."""
    if run.settings.region == "whole":
        return ""
    if region_of(run, index) == WHOLE and run.settings.region == "boxes":
        return tr("no box")
    return tr("dashed: what was read") if is_found(run, index) else tr("object not found")
