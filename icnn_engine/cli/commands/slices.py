"""`slices`: pictures in which parts appear in a certain way, and how often their answers are right."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import numpy as np

from icnn_engine.audit.saved_slices import SavedSlice, add_slice, remove_slice, rename_slice, saved_slice
from icnn_engine.audit.slice_accuracy import SliceAccuracy, accuracy_of_rows
from icnn_engine.audit.slice_files import write_slice_list
from icnn_engine.audit.slice_lines import slice_lines
from icnn_engine.audit.slice_text import parse_slice, slice_text
from icnn_engine.audit.slice_words import caution
from icnn_engine.audit.slices import Slice, slice_rows
from icnn_engine.audit.suggested_slices import suggested_slices
from icnn_engine.cli.output import changed_pictures_noted
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import short_list, translate
from icnn_engine.core.number_words import UNKNOWN, true_minus
from icnn_engine.core.table_formats import as_text
from icnn_engine.figures.slice_sheet import slice_sheet
from icnn_engine.inspection.best_pictures import From
from icnn_engine.inspection.verdict_words import interval_words
from icnn_engine.metrics import Interval
from icnn_engine.runs.network_words import network_title
from icnn_engine.runs.notes import notes_or_none
from icnn_engine.runs.picture_links import link_pictures
from icnn_engine.runs.run_folder import Run, open_run

PRINTED = 20  # names of pictures
SIDES: tuple[From, ...] = ("held-out", "test", "choose", "train")
HEAD = ("pictures", "right", "share (95 % interval)", "the rest", "points apart")
ALIGN = "rrlll"
NOTHING = [UNKNOWN] * len(HEAD)


def run(options: Namespace) -> int:
    """Print slices, or one slice; save, remove or write what the options ask for."""
    opened = open_run(options.run, options.images)
    if options.remove is not None:
        removed = remove_slice(opened.path, options.remove)
        print(visible(f"Removed: {removed.name} ({removed.where})"))
    elif options.rename is not None:
        print(visible(f"Renamed: {rename_slice(opened.path, *options.rename).name}"))
    elif options.where is not None or options.name is not None:
        _one_slice(opened, options)
    elif options.save or options.list or options.links or options.grid:
        words = translate("Errors", "Say which slice with {options}.")
        raise SettingsError(words.format(options="--where TEXT or --name NAME"))
    else:
        _print_suggested(opened, options.pairs)
        _print_saved(opened)
    return 0


def _one_slice(run: Run, options: Namespace) -> None:
    """Print one slice, save it and write its pictures, as the options ask."""
    text = options.where if options.name is None else saved_slice(run.path, options.name).where
    slice = parse_slice(run, text)
    rows = slice_rows(run, slice)
    if options.save is not None:
        print(visible(f"Saved: {add_slice(run.path, SavedSlice(options.save, slice_text(slice))).name}"))
    title = slice_text(slice, notes_or_none(run.path))
    _print_slice(run, slice, rows, title)
    if options.list:
        write_slice_list(run, rows.tolist(), options.list)
        print(options.list)
    if options.links:
        _write_links(run, rows, options.links)
    if options.grid:
        with changed_pictures_noted(run):
            print(slice_sheet(run, rows.tolist(), slice.groups, options.grid, title), flush=True)


def _print_slice(run: Run, slice: Slice, rows: np.ndarray, title: str) -> None:
    lines = {str(side): accuracy_of_rows(run, rows, side) for side in SIDES}
    table = [["", *HEAD], *([name, *_cells(one)] for name, one in lines.items() if one.inside.pictures)]
    twin = accuracy_of_rows(run, rows, "held-out", NetworkName.TWIN)
    table.append([f"held-out, {network_title(run, NetworkName.TWIN)}", *_cells(twin)])
    print(visible(title))
    print(as_text(table, f"l{ALIGN}"), end="")
    print("the rest: the other pictures of the same categories and sides, weighed as the slice is")
    print(f"All {lines['held-out'].whole.pictures} pictures held out: {_share_words(lines['held-out'].whole.share)}")
    if words := caution(slice, lines["held-out"]):
        print(words)
    print(f"\n{len(rows)} pictures:")
    for index in rows[:PRINTED].tolist():
        picture = run.pictures[index]
        print(visible(f"  {picture.name}  {picture.side}"))
    if len(rows) > PRINTED:
        print(f"  … and {len(rows) - PRINTED} more; --list FILE writes all")


def _print_suggested(run: Run, pairs: bool) -> None:
    """Print the slices that were looked at, findings first."""
    suggested, notes = suggested_slices(run, pairs), notes_or_none(run.path)
    print("Slices that were looked at, on pictures held out:\n")
    rows = [["", "slice", *HEAD, "chance", "corrected"]]
    rows += [
        ["*" if one.found else "", slice_text(one.slice, notes), *_cells(one.accuracy), f"{one.chance:.2g}",
         f"{one.corrected:.2g}"]
        for one in suggested
    ]  # fmt: skip
    print(as_text(rows, f"ll{ALIGN}rr") if suggested else "None has enough pictures.\n", end="")
    found = sum(one.found for one in suggested)
    print(f"\n* {found} of {len(suggested)} are right less often than the rest of their category beyond luck.")
    print("corrected: the chance of so few right answers by luck, corrected for looking at all of these (Holm)\n")


def _print_saved(run: Run) -> None:
    """Print the saved slices, and what stands against the accuracy of each."""
    lines = slice_lines(run)
    if not lines:
        print("No slice is saved: --where TEXT --save NAME saves one.")
        return
    cells = ([line.name, line.where, *(_cells(line.accuracy) if line.accuracy else NOTHING)] for line in lines)
    print(as_text([["saved slice", "where", *HEAD], *cells], f"ll{ALIGN}"), end="")
    for line in lines:
        if line.remark:
            print(visible(f"{line.name}: {line.remark}"))


def _cells(accuracy: SliceAccuracy) -> list[str]:
    inside, apart = accuracy.inside, accuracy.difference
    ends = [true_minus(f"{100 * end:+.1f}") for end in (apart.mean, apart.low, apart.high)]
    return [
        str(inside.pictures), str(inside.right), _share_words(inside.share), _share_words(accuracy.rest.share),
        "{} ({} to {})".format(*ends) if np.isfinite(apart.mean) else UNKNOWN,
    ]  # fmt: skip


def _share_words(share: Interval) -> str:
    return interval_words(share) if np.isfinite(share.mean) else UNKNOWN


def _write_links(run: Run, rows: np.ndarray, folder: Path) -> None:
    done = link_pictures(run, rows.tolist(), folder)
    print(f"{folder}: {done.links} links" + (f", {done.copies} copies" if done.copies else ""))
    if done.missing:
        print(visible(f"Not found: {short_list(done.missing)}"))
