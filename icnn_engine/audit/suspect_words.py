"""Why a picture is suspect, in one sentence."""

from __future__ import annotations

from icnn_engine.audit.part_states import OWN
from icnn_engine.audit.suspects import Suspect, SuspectKind
from icnn_engine.core.language import short_list, translate
from icnn_engine.core.number_words import chance, percent
from icnn_engine.runs.notes import Notes, part_title
from icnn_engine.runs.run_folder import Run


def reason_of(run: Run, suspect: Suspect, notes: Notes) -> str:
    """Return the reason of a suspect, with the user's names of the parts: 'Looks like cat (87 %): head of cat seen;
    Part 2 of fox not seen.'"""
    own, parts = category_words(run, suspect.category), _parts(suspect.missing, notes)
    match suspect.kind:
        case SuspectKind.COPY:
            copy = run.pictures[suspect.copies[0]]
            text = translate("Figures", "The same picture is {name}, and there its category is {category}.")
            return text.format(name=copy.name, category=category_words(run, copy.label))
        case SuspectKind.OUTLIER:
            text = translate("Figures", "No part of {category} is seen ({parts}).")
            return text.format(category=own, parts=parts)
        case SuspectKind.UNLIKE:
            text = translate("Figures", "Unlike the training pictures: {share} of those kept aside are as unlike.")
            return text.format(share=percent(1 - suspect.score))
    text = translate("Figures", "Looks like {category} ({share})")
    words = text.format(category=category_words(run, suspect.likelier), share=chance(suspect.probability))
    evidence = "; ".join(_evidence(run, suspect, notes))
    return f"{words}: {evidence}." if evidence else f"{words}."


def _evidence(run: Run, suspect: Suspect, notes: Notes) -> list[str]:
    """Return which parts of the likelier category are seen, and which of the picture's own are not."""
    pairs = (
        (translate("Figures", "{parts} of {category} seen"), suspect.seen, suspect.likelier),
        (translate("Figures", "{parts} of {category} not seen"), suspect.missing, suspect.category),
    )
    return [
        text.format(parts=_parts(parts, notes), category=category_words(run, label))
        for text, parts, label in pairs
        if parts
    ]


def category_words(run: Run, label: int) -> str:
    """Return the name of a category by its number, 'the background' for -1."""
    return run.categories[label] if label >= 0 else translate("Figures", "the background")


def _parts(groups: tuple[int, ...], notes: Notes) -> str:
    return short_list([part_title(OWN, group, notes) for group in groups])
