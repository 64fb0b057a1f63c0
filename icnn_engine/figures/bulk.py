"""Everything of a run as files: each filter on each picture, pictures for the eye and numbers for programs.

An export that stopped, for whatever reason, goes on where it was when it is begun again in the same folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

import numpy as np

from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName, Operation, Progress, Warned
from icnn_engine.core.files import atomic_path, safe_name, write_array, write_text
from icnn_engine.core.heatmaps import colour, heatmap, overlay
from icnn_engine.core.language import translate
from icnn_engine.core.table_formats import as_csv
from icnn_engine.figures.common import part_map, usual_top
from icnn_engine.figures.folder_owner import claim_folder
from icnn_engine.inspection.best_pictures import From, peaks_of, pictures_of
from icnn_engine.inspection.filter_order import representatives, wall_order
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.changed_pictures import changed_words, ensure_same, found_changed, is_changed
from icnn_engine.runs.notes import Notes, filter_subject, notes_or_none, part_title
from icnn_engine.runs.run_folder import Run

Kind = Literal["overlays", "heatmaps", "maps", "peaks"]
Choice = Literal["parts", "starred", "all"]
KINDS: tuple[Kind, ...] = ("overlays", "heatmaps", "maps", "peaks")
CHOICES: tuple[Choice, ...] = ("parts", "starred", "all")
README, PEAKS = "README.txt", "peaks.csv"
OWN_NAMES = ("overlays", "heatmaps", "maps", PEAKS, README)  # what an export writes besides its stamp
COLUMNS = ("picture", "file", "filter", "part", "row", "column", "x", "y", "value", "answer")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a bulk export writes: which filters of the interpretable network or its twin, on which pictures of the
    run, as what kinds of files."""

    filters: tuple[int, ...]
    pictures: tuple[int, ...]
    kinds: tuple[Kind, ...] = ("overlays", "peaks")
    network: NetworkName = NetworkName.INTERPRETABLE

    @property
    def draws(self) -> bool:
        """Whether pictures are read for it."""
        return not {"overlays", "heatmaps"}.isdisjoint(self.kinds)


@dataclass(frozen=True, slots=True)
class Exported:
    """How many files an export wrote, and how many of an earlier one it found and left as they were."""

    written: int
    kept: int


def chosen_filters_of(run: Run, choice: Choice, network: NetworkName = NetworkName.INTERPRETABLE) -> tuple[int, ...]:
    """'parts': of each part the filter that follows best; 'starred': those that the user starred; 'all': as the wall
    shows them."""
    filters = run.of(network)
    if choice == "parts":
        return representatives(filters, len(filters))
    if choice == "starred":
        remarks = notes_or_none(run.path)
        return tuple(f.index for f in filters if remarks.of(filter_subject(f)).starred)
    return wall_order(filters)


def chosen_pictures_of(run: Run, side: From = "held-out", category: str = "") -> tuple[int, ...]:
    """Pictures of one side of the split (None: all) that show a category, or with an empty name any of the run's."""
    return tuple(int(i) for i in pictures_of(run, side) if category in ("", run.pictures[i].category))


def export_bulk(run: Run, wanted: Wanted, folder: Path) -> Operation[Exported]:
    """Write the files of `wanted` into `folder`, which may hold an earlier export of the same run and network: what is
    there already is not written again. Closing the generator leaves whole files only.

    overlays/ and heatmaps/: filter-FFF/PPPPP-name.png, as large as the picture. maps/: PPPPP-name.npy, float32
    (filters, n, n), every filter of the network before masking. peaks.csv: `COLUMNS`, a line for each filter and
    picture, written at the end. README.txt tells this to whoever gets the folder.
    Pictures that have changed since the training are not drawn on, and named at the end. Raises SettingsError, RunError
    (also where most pictures have changed, the disk is full or the folder read-only), PictureError.
    """
    if not (wanted.filters and wanted.pictures and wanted.kinds):
        raise SettingsError(translate("Errors", "Nothing is chosen: choose filters, pictures and kinds of files."))
    written = kept = left_out = 0
    title = translate("Figures", "Writing files")
    if wanted.draws:
        ensure_same(run)
    with _told(folder):
        claim_folder(run, wanted.network, folder, [name for name in OWN_NAMES if (folder / name).exists()])
        write_text(folder / README, _readme(run, wanted.network))
        yield Progress(title, 0, len(wanted.pictures))
        for done, picture in enumerate(wanted.pictures, 1):
            tasks = list(_files(run, wanted, folder, picture))
            if wanted.draws and is_changed(run, picture):
                left_out, tasks = left_out + 1, [task for task in tasks if task[0] == "maps"]
            missing = [task for task in tasks if not task[2].is_file()]
            _write(run, wanted.network, picture, missing)
            written, kept = written + len(missing), kept + len(tasks) - len(missing)
            yield Progress(title, done, len(wanted.pictures))
        if "peaks" in wanted.kinds:
            write_text(folder / PEAKS, peaks_as_csv(run, wanted))
            written += 1
    if left_out:
        yield Warned(changed_words(found_changed(run)))
    return Exported(written, kept)


_Task = tuple[Kind, int, Path]  # what, of which filter, where


def _files(run: Run, wanted: Wanted, folder: Path, picture: int) -> Iterator[_Task]:
    name = _file_name(run, picture)
    if "maps" in wanted.kinds:
        yield "maps", -1, folder / "maps" / f"{name}.npy"
    for kind in ("overlays", "heatmaps"):
        if kind in wanted.kinds:
            for filter in wanted.filters:
                yield kind, filter, folder / kind / f"filter-{filter:03d}" / f"{name}.png"


def _file_name(run: Run, picture: int) -> str:
    """The picture's number in the run and its own name, short enough for every file system."""
    stem = PurePosixPath(run.pictures[picture].name.replace("\\", "/")).stem
    return f"{picture:05d}-{safe_name(stem)}"


def _write(run: Run, network: NetworkName, picture: int, tasks: Sequence[_Task]) -> None:
    """Write files of one picture, which is opened once, and only where one of them needs it."""
    pixels = look_at(run, picture).pixels if any(kind != "maps" for kind, _, _ in tasks) else None
    for kind, filter, path in tasks:
        if pixels is None or kind == "maps":
            write_array(path, np.asarray(run.maps(network)[picture], dtype=np.float32))
            continue
        values = part_map(run, run.maps(network)[picture, filter], network, filter)
        height, width = pixels.shape[:2]
        heat = heatmap(values, run.geometry, height, width, top=usual_top(run, network, filter))
        _write_png(path, overlay(pixels, heat) if kind == "overlays" else colour(heat))


def _write_png(path: Path, pixels: np.ndarray) -> None:
    from PIL import Image

    with atomic_path(path, durable=False) as part:
        Image.fromarray(pixels).save(part, format="PNG")


def peaks_as_csv(run: Run, wanted: Wanted) -> str:
    """Where each filter peaks in each picture, the columns of `COLUMNS`: the cell's row and column from 0, its middle
    in pixels of the picture, the peak's value before masking, the network's answer (a probability). A filter that does
    not fire on a picture has a value of 0 and no place."""
    cells, strengths = peaks_of(run, wanted.network)
    remarks = notes_or_none(run.path)
    rows: list[tuple[object, ...]] = [COLUMNS]
    for filter in sorted(wanted.filters):
        part = _part(run, wanted.network, filter, remarks)
        for index in wanted.pictures:
            picture, value = run.pictures[index], float(strengths[index, filter])
            cell = tuple(int(c) for c in cells[index, filter])
            place = _place(run, cell, picture.width, picture.height) if value > 0 else ("", "", "", "")
            answer = picture.twin_answer if wanted.network is NetworkName.TWIN else picture.answer
            rows.append((index, picture.name, filter, part, *place, f"{max(value, 0.0):.6g}", f"{answer:.6f}"))
    return as_csv(rows)


def _part(run: Run, network: NetworkName, filter: int, remarks: Notes) -> str:
    """The name of a filter or of its part, as tables call it; empty for one in no part that has no name."""
    one = run.of(network)[filter]
    return remarks.name_of(one) or (part_title(network, one.group, remarks) if one.group >= 0 else "")


def _place(run: Run, cell: tuple[int, ...], width: int, height: int) -> tuple[str, str, str, str]:
    y, x = (float(run.geometry.centre(at) + 0.5) / run.geometry.input_size for at in cell)
    return str(cell[0]), str(cell[1]), f"{x * width:.1f}", f"{y * height:.1f}"


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turns what the system says about a disk into a sentence that says what to do."""
    try:
        yield
    except OSError as error:  # also StorageError: what to do is another thing here
        text = translate(
            "Errors",
            "Files cannot be written into {folder} ({reason}). Those already there are whole. Make room or choose "
            "another folder; begun again in the same one, the export goes on where it stopped.",
        )
        raise RunError(
            text.format(folder=folder, reason=getattr(error.__cause__ or error, "strerror", None) or error)
        ) from None


def _readme(run: Run, network: NetworkName) -> str:
    text = translate(
        "Figures",
        """Partscope: files of run {run}, network {network}, variant {variant}, seed {seed}.

FFF is a filter's number, PPPPP a picture's number in the run; both count from 0.
overlays/filter-FFF/PPPPP-name.png: the picture with the filter's heatmap over it.
heatmaps/filter-FFF/PPPPP-name.png: the heatmap alone, black away from the filter's part.
  One colour scale for all pictures of a filter: the brightest colour is the peak that only one picture in ten reaches.
maps/PPPPP-name.npy: 32-bit numbers, {filters} filters x {cells} rows x {cells} columns, before masking. A map covers
  the whole picture, squashed to {size} x {size} pixels; neighbouring cells are {stride} of these pixels apart and the
  first is centred on pixel {start}. The numbers have no unit.
peaks.csv: for each filter and picture the cell of the peak (row and column from 0), its middle in pixels of the picture
  (x to the right, y down), its value before masking, and the network's answer (a probability). No place: the filter
  does not fire there.
""",
    )
    geometry = run.geometry
    return text.format(
        run=run.name, network=network, variant=run.settings.variant, seed=run.settings.seed,
        filters=len(run.of(network)), cells=geometry.cells, size=geometry.input_size, stride=geometry.stride,
        start=f"{geometry.start:g}",
    )  # fmt: skip
