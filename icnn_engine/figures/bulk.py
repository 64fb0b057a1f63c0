"""Bulk export: overlays, heatmaps, maps and peaks of many filters on many pictures.

An export that stopped continues if it is begun again in the same folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

import numpy as np

from icnn_engine.core.atomic_files import safe_name, write_array, write_text
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName, Operation, Progress, Warned
from icnn_engine.core.heatmaps import colour, heatmap, overlay
from icnn_engine.core.language import translate
from icnn_engine.core.table_formats import as_csv
from icnn_engine.figures.common import part_map, usual_top
from icnn_engine.figures.folder_owner import claim_folder
from icnn_engine.figures.heatmap_files import write_png
from icnn_engine.inspection.best_pictures import From, peak_point, peaks_of, pictures_of
from icnn_engine.inspection.filter_order import representatives, wall_order
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.changed_pictures import changed_words, ensure_same, found_changed, is_changed
from icnn_engine.runs.found_objects import geometry_in, listed_name, whole_pictures
from icnn_engine.runs.network_words import backbone_title, network_title
from icnn_engine.runs.notes import Notes, filter_subject, notes_or_none, part_title
from icnn_engine.runs.run_folder import Run, RunFilter

Kind = Literal["overlays", "heatmaps", "maps", "peaks"]
Choice = Literal["parts", "starred", "all"]
KINDS: tuple[Kind, ...] = ("overlays", "heatmaps", "maps", "peaks")
CHOICES: tuple[Choice, ...] = ("parts", "starred", "all")
README, PEAKS = "README.txt", "peaks.csv"
OWN_NAMES = ("overlays", "heatmaps", "maps", PEAKS, README)  # what an export writes besides its stamp
COLUMNS = ("picture", "file", "filter", "part", "row", "column", "x", "y", "value", "answer")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Choice for a bulk export: filters of the interpretable network or its twin, pictures of the run, kinds of
    files."""

    filters: tuple[int, ...]
    pictures: tuple[int, ...]
    kinds: tuple[Kind, ...] = ("overlays", "peaks")
    network: NetworkName = NetworkName.INTERPRETABLE

    @property
    def draws(self) -> bool:
        """Whether the export reads pictures."""
        return not {"overlays", "heatmaps"}.isdisjoint(self.kinds)


@dataclass(frozen=True, slots=True)
class Exported:
    """Number of files that an export wrote, and of files that were there already."""

    written: int
    kept: int


def chosen_filters_of(run: Run, choice: Choice, network: NetworkName = NetworkName.INTERPRETABLE) -> tuple[int, ...]:
    """Return the indices of filters: 'parts': of each part the filter that follows best; 'starred': those that the user
    starred; 'all': in the order of the wall."""
    filters = run.of(network)
    if choice == "parts":
        return representatives(filters, len(filters))
    if choice == "starred":
        notes = notes_or_none(run.path)
        return tuple(filter.index for filter in filters if notes.of(filter_subject(filter)).starred)
    return wall_order(filters)


def chosen_pictures_of(run: Run, side: From = "held-out", category: str = "") -> tuple[int, ...]:
    """Return the indices of pictures of one side of the split (None: all) that show a category ("": any)."""
    return tuple(int(i) for i in pictures_of(run, side) if category in ("", run.pictures[i].category))


def export_bulk(run: Run, wanted: Wanted, folder: Path) -> Operation[Exported]:
    """Write files of many filters on many pictures.

    overlays/ and heatmaps/: filter-FFF/PPPPP-name.png, as large as the picture. maps/: PPPPP-name.npy, float32
    (filters, n, n), every filter of the network before masking. peaks.csv: `COLUMNS`, a line for each filter and
    picture, written at the end. README.txt explains the files. Closing the generator leaves whole files only.

    Parameters
    ----------
    run
        An opened run; for overlays and heatmaps its pictures must be on the disk.
    wanted
        Filters, pictures, kinds of files, and the network.
    folder
        Where to write. It may hold an earlier export of the same run and network, whose files are kept.

    Returns
    -------
    Operation[Exported]
        A generator of progress events, which returns how many files were written and kept. Pictures that have changed
        since the training are not drawn on, and are named at the end.

    Raises
    ------
    SettingsError
        No filter, picture or kind of files is chosen.
    RunError, PictureError
        Pictures are missing, most have changed, one cannot be read, the folder holds an export of another run, the
        disk is full, or the folder is read-only.
    """
    if not (wanted.filters and wanted.pictures and wanted.kinds):
        raise SettingsError(translate("Errors", "Nothing is chosen: choose filters, pictures and kinds of files."))
    written = kept = left_out = 0
    title = translate("Figures", "Writing files")
    if wanted.draws:
        ensure_same(run)
    with explaining_disk_errors(folder):
        claim_folder(run, wanted.network, folder, [name for name in OWN_NAMES if (folder / name).exists()])
        write_text(folder / README, _readme(run, wanted.network))
        yield Progress(title, 0, len(wanted.pictures))
        for done, picture in enumerate(wanted.pictures, 1):
            files = _files_of(run, wanted, folder, picture)
            if wanted.draws and is_changed(run, picture):
                left_out += 1
                files = [file for file in files if file.kind == "maps"]
            missing = [file for file in files if not file.path.is_file()]
            _write_files(run, wanted.network, picture, missing)
            written += len(missing)
            kept += len(files) - len(missing)
            yield Progress(title, done, len(wanted.pictures))
        if "peaks" in wanted.kinds:
            write_text(folder / PEAKS, peaks_as_csv(run, wanted))
            written += 1
    if left_out:
        yield Warned(changed_words(found_changed(run)))
    return Exported(written, kept)


class _File(NamedTuple):
    kind: Kind
    filter: int  # -1: all of the network
    path: Path


def _files_of(run: Run, wanted: Wanted, folder: Path, picture: int) -> list[_File]:
    name = _file_name(run, picture)
    files = [_File("maps", -1, folder / "maps" / f"{name}.npy")]
    files += [
        _File(kind, filter, folder / kind / f"filter-{filter:03d}" / f"{name}.png")
        for kind in ("overlays", "heatmaps")
        for filter in wanted.filters
    ]
    return [file for file in files if file.kind in wanted.kinds]


def _file_name(run: Run, picture: int) -> str:
    """Return the picture's index and its own name, short enough for every file system."""
    stem = PurePosixPath(run.pictures[picture].name.replace("\\", "/")).stem
    return f"{picture:05d}-{safe_name(stem)}"


def _write_files(run: Run, network: NetworkName, picture: int, files: Sequence[_File]) -> None:
    """Write files of one picture, which is read once, and only if one of them needs it."""
    maps = run.maps(network)[picture]
    look = look_at(run, picture) if any(file.kind != "maps" for file in files) else None
    for kind, filter, path in files:
        if look is None or kind == "maps":
            write_array(path, np.asarray(maps, dtype=np.float32))
            continue
        values = part_map(run, maps[filter], network, filter)
        height, width = look.pixels.shape[:2]
        heat = heatmap(values, look.geometry, height, width, top=usual_top(run, network, filter))
        write_png(path, overlay(look.pixels, heat) if kind == "overlays" else colour(heat))


def peaks_as_csv(run: Run, wanted: Wanted) -> str:
    """Return the peak of each filter in each picture as CSV with the columns `COLUMNS`.

    They hold the row and column of the cell from 0, its centre in pixels of the picture, the value before masking, and
    the network's answer (a probability). A filter that does not fire on a picture has a value of 0 and no place.
    """
    cells, strengths = peaks_of(run, wanted.network)
    photographs = {photograph.name: photograph for photograph in whole_pictures(run)}
    notes = notes_or_none(run.path)
    rows: list[tuple[object, ...]] = [COLUMNS]
    for filter in sorted(wanted.filters):
        part = _part_name(run.of(wanted.network)[filter], notes)
        for index in wanted.pictures:
            picture, value = run.pictures[index], max(float(strengths[index, filter]), 0.0)
            photograph = photographs[listed_name(run, picture)]
            row, column = (int(edge) for edge in cells[index, filter])
            x, y = peak_point(geometry_in(run, index), (row, column), photograph.width, photograph.height)
            place = (row, column, f"{x:.1f}", f"{y:.1f}") if value > 0 else ("",) * 4
            answer = picture.twin_answer if wanted.network is NetworkName.TWIN else picture.answer
            rows.append((index, photograph.name, filter, part, *place, f"{value:.6g}", f"{answer:.6f}"))
    return as_csv(rows)


def _part_name(filter: RunFilter, notes: Notes) -> str:
    """Return the name of a filter or of its part, as tables have it; empty for a filter of no part without a name."""
    return notes.name_of(filter) or (part_title(filter.network, filter.group, notes) if filter.group >= 0 else "")


@contextmanager
def explaining_disk_errors(folder: Path) -> Iterator[None]:
    """Raise RunError with a sentence on what to do if the disk fails."""
    try:
        yield
    except OSError as error:  # also StorageError, whose advice does not fit here
        text = translate(
            "Errors",
            "Files cannot be written into {folder} ({reason}). Those already there are whole. Make room or choose "
            "another folder; begun again in the same one, the export goes on where it stopped.",
        )
        reason = getattr(error.__cause__ or error, "strerror", None) or error
        raise RunError(text.format(folder=folder, reason=reason)) from None


def _readme(run: Run, network: NetworkName) -> str:
    head = translate("Figures", "Partscope: files of run {run}, network {network}, variant {variant}, seed {seed}.")
    covers = translate(
        "Figures", "the whole picture, or its region in the run's objects.csv, squashed to {size} x {size} pixels"
    )
    if run.own_network:
        head = translate("Figures", "Partscope: files of run {run}, {title} ({network}).")
    if run.fit is not None and run.fit.resize:
        covers = translate(
            "Figures",
            "the middle {size} x {size} pixels of the picture, whose shorter side is first resized to {resize} pixels",
        )
    text = translate(
        "Figures",
        """FFF is a filter's number, PPPPP a picture's number in the run; both count from 0.
overlays/filter-FFF/PPPPP-name.png: the picture with the filter's heatmap over it.
heatmaps/filter-FFF/PPPPP-name.png: the heatmap alone, black away from the filter's part.
  One colour scale for all pictures of a filter: the brightest colour is the peak that only one picture in ten reaches.
maps/PPPPP-name.npy: 32-bit numbers, {filters} filters x {cells} rows x {cells} columns, before masking. A map covers
  {covers}; neighbouring cells are {stride} of these pixels apart and the first is centred on pixel {start}. The numbers
  have no unit.
peaks.csv: for each filter and picture the cell of the peak (row and column from 0), its middle in pixels of the picture
  (x to the right, y down), its value before masking, and the network's answer (a probability). No place: the filter
  does not fire there.
""",
    )
    geometry, resize = run.geometry, run.fit.resize if run.fit else 0
    head = head.format(
        run=run.name, network=network_title(run, network) if run.own_network else network,
        title=backbone_title(run), variant=run.settings.variant, seed=run.settings.seed,
    )  # fmt: skip
    body = text.format(
        covers=covers.format(size=geometry.input_size, resize=resize), filters=len(run.of(network)),
        cells=geometry.cells, stride=geometry.stride, start=f"{geometry.start:g}",
    )  # fmt: skip
    return f"{head}\n\n{body}"
