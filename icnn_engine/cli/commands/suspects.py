"""`suspects`: list the pictures of a run that are likely wrong, and write what is decided about them."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence

from icnn_engine.audit.decisions import Decision, DecisionKind, decide, decisions, ensure_once
from icnn_engine.audit.suspect_words import category_words, reason_of
from icnn_engine.audit.suspects import KINDS, Suspect, find_suspects, labels_likely_wrong
from icnn_engine.cli.output import changed_pictures_noted
from icnn_engine.cli.progress import watch
from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal
from icnn_engine.core.table_formats import as_csv, as_text
from icnn_engine.data.tables.picture_names import PictureNames
from icnn_engine.figures.suspects import suspects_figure
from icnn_engine.runs.found_objects import listed_name
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.run_folder import Run, open_run

HEAD = ("", "picture", "kind", "score", "label", "decided", "why")
ALIGN = "rllrlll"
COLUMNS = ("image", "kind", "score", "category", "likelier", "probability", "confident", "reason", "decided")


def run(options: Namespace) -> int:
    """Write decisions if there are some; else print the suspects, undecided ones first."""
    opened = open_run(options.run, options.images)
    if options.correct or options.leave_out or options.right or options.undo:
        _decide(opened, options)
        return 0
    found, known = watch(find_suspects(opened)), decisions(opened)
    wanted = [one for one in found if one.kind in (options.kind or KINDS)]
    ordered = [one for one in wanted if one.picture not in known]
    if not options.open:
        ordered += [one for one in wanted if one.picture in known]
    chosen = ordered[: options.first]
    print(visible(as_text([HEAD, *_lines(opened, chosen, known)], ALIGN), lines=True), end="")
    print(_summary(opened, found, known))
    if options.csv:
        write_text(options.csv, as_csv([COLUMNS, *_rows(opened, ordered, known)]))
        print(f"Table:  {visible(str(options.csv))}")
    if options.grid:
        with changed_pictures_noted(opened):
            print(f"Figure: {visible(str(suspects_figure(opened, chosen, options.grid)))}", flush=True)
    return 0


def _lines(run: Run, found: Sequence[Suspect], known: dict[int, Decision]) -> list[tuple[str, ...]]:
    notes = notes_or_none(run.path)
    return [
        (
            str(number),
            run.pictures[one.picture].name,
            one.kind,
            decimal(one.score),
            category_words(run, one.category),
            _decided(known.get(one.picture)),
            reason_of(run, one, notes),
        )
        for number, one in enumerate(found, 1)
    ]


def _rows(run: Run, found: Sequence[Suspect], known: dict[int, Decision]) -> list[tuple[object, ...]]:
    notes = notes_or_none(run.path)
    return [
        (
            run.pictures[one.picture].name,
            one.kind,
            f"{one.score:.4f}",
            category_words(run, one.category),
            category_words(run, one.likelier),
            f"{one.probability:.4f}",
            int(one.confident),
            reason_of(run, one, notes),
            _decided(known.get(one.picture)),
        )
        for one in found
    ]


def _decided(decision: Decision | None) -> str:
    if decision is None:
        return ""
    return f"now {decision.category}" if decision.kind is DecisionKind.CORRECTED else decision.kind


def _summary(run: Run, found: Sequence[Suspect], known: dict[int, Decision]) -> str:
    counts = Counter(one.kind for one in found)
    decided = sum(one.picture in known for one in found)
    return (
        f"{len(found)} of {len(run.pictures)} pictures are suspect: "
        f"{', '.join(f'{kind} {counts[kind]}' for kind in KINDS)}; decided: {decided}.\n"
        f"An estimate of how many labels are wrong: {labels_likely_wrong(found)}."
    )


def _decide(run: Run, options: Namespace) -> None:
    """Write what the options decide; the reasons are those of the suspects."""
    pairs = [_pair(run, text) for text in options.correct]
    leave_out, right, undo = (
        [_name(run, text) for text in each] for each in (options.leave_out, options.right, options.undo)
    )
    ensure_once([*(name for name, _ in pairs), *leave_out, *right, *undo])
    correct = dict(pairs)
    notes, reasons = notes_or_none(run.path), {}
    for one in watch(find_suspects(run)) if correct or leave_out else ():
        reasons[listed_name(run, run.pictures[one.picture])] = reason_of(run, one, notes)
    decide(run.images, correct, leave_out, right, undo, reasons)
    told = zip(
        (correct, leave_out, right, undo), ("corrected", "left out", "called right", "undecided again"), strict=True
    )
    print(f"{', '.join(f'{len(each)} {words}' for each, words in told if each)}: {visible(str(run.images))}")
    print("Train again to learn from what was decided; no file of a picture was moved.")


def _pair(run: Run, text: str) -> tuple[str, str]:
    name, mark, category = text.rpartition("=")
    if not mark or not category:
        raise SettingsError(
            translate("Errors", "{text}: write PICTURE=CATEGORY, such as cat/1.jpg=fox.").format(text=text)
        )
    return _name(run, name), category


def _name(run: Run, written: str) -> str:
    """Return the name in its folder of a picture of the run, by its path or, if no other has it, its file's name."""
    by_name = {picture.name: listed_name(run, picture) for picture in run.pictures}
    names = PictureNames({*by_name, *by_name.values()})
    if (found := names.find_path(written)) is None:
        words = translate(
            "Errors", "{name} is no picture of {run}. Write it as 'suspects' lists it, such as {example}."
        )
        raise SettingsError(words.format(name=written, run=run.name, example=names.example_for(written)))
    return by_name.get(found, found)
