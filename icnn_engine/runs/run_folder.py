"""The run folder: what one training leaves, written so that a crash never leaves half a file, opened without torch.

run.toml       everything needed to repeat the run        pictures.csv  each picture, its side, its answers
metrics.csv    one row an epoch and network                filters.csv   each filter of each network, its figures
table.toml     what `measure` found                        maps/*.npy    feature maps of every picture (float16)
answers/*.npy  every answer to every picture          history/*.npy  a few pictures after every epoch
parts/*.npy    which filters are one part, peaks with noise, part maps without training
model.safetensors, twin.safetensors, cam.safetensors       figures/, log.txt
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import MISSING, asdict, dataclass, field, fields
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from icnn_engine.core.annotations import Where, WithBrightness, file_of, location_of
from icnn_engine.core.config import TrainSettings, from_toml, make_settings, to_toml, upgrade_settings
from icnn_engine.core.errors import ChangedPictureError, RunError, SettingsError
from icnn_engine.core.escaping import csv_value, visible
from icnn_engine.core.events import NetworkName
from icnn_engine.core.files import read_array, safe_name
from icnn_engine.core.files import write_array as write_array
from icnn_engine.core.files import write_text as write_text
from icnn_engine.core.language import translate
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.core.table_formats import as_csv
from icnn_engine.core.temporary_files import clear
from icnn_engine.data.digests import has_other_content
from icnn_engine.data.reading.brightness import from_text
from icnn_engine.runs.run_rows import BY_FILE, box_of
from icnn_engine.runs.run_rows import RunFilter as RunFilter
from icnn_engine.runs.run_rows import RunPicture as RunPicture
from icnn_engine.runs.run_rows import box_text as box_text
from icnn_engine.runs.run_validation import array_fault, first_fault

FORMAT = 2
FLOORS = ("untrained", "kmeans", "nmf")  # parts without training whose maps a run keeps
OPEN_ARRAYS = 24  # of three runs, which a comparison and the wall look at together: each holds a file open
WEIGHT_FILES = {
    NetworkName.INTERPRETABLE: "model.safetensors",
    NetworkName.TWIN: "twin.safetensors",
    NetworkName.CAM: "cam.safetensors",
}
Table = dict[str, float | None]
T = TypeVar("T")


@dataclass(frozen=True)
class Run:
    """An opened run folder. `info` holds run.toml (versions, data, timings, departures from the paper)."""

    path: Path
    settings: TrainSettings
    info: dict[str, Any]
    geometry: MapGeometry
    pictures: tuple[RunPicture, ...]
    filters: tuple[RunFilter, ...]
    twin_filters: tuple[RunFilter, ...]
    table: Table

    @property
    def name(self) -> str:
        """What the run is called, fit for every file and figure."""
        return visible(self.path.name)

    @property
    def identity(self) -> tuple[Path, str]:
        """What tells its maps from those of any other run, also of one that had the same folder before it."""
        return self.path, str(self.info.get("made", ""))

    @property
    def category(self) -> str:
        """The category, or all of them in words."""
        return str(self.info["category"])

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories whose parts were sought."""
        return tuple(self.info["categories"])

    @property
    def pool(self) -> tuple[int, int]:
        """Kernel and stride of the pooling above the filters."""
        kernel, stride = self.info["network"]["pool"]
        return kernel, stride

    def answers(self, network: NetworkName = NetworkName.INTERPRETABLE) -> np.ndarray:
        """(N, K) probabilities of every answer for every picture; with softmax the background's comes last."""
        shape = (len(self.pictures), int(self.info["network"]["answers"]))
        return _array(self.path / "answers" / f"{network}.npy", *shape)

    @property
    def images(self) -> Path:
        """The folder the pictures were read from (it may be gone by now)."""
        return Path(str(self.info["data"]["folder"]))

    def picture_path(self, index: int) -> Where:
        """Where a picture is. Raises RunError where its file is no longer there, ChangedError where it is another."""
        where = self.pictures[index].where(self.images)
        if not file_of(where).is_file():
            raise RunError(
                translate(
                    "Errors",
                    "The picture {name} is no longer in {images}. Put the folder back, or tell where it "
                    "is now (window: Locate pictures; command: --images FOLDER).",
                ).format(name=self.pictures[index].name, images=self.images)
            )
        if has_other_content(where, self.pictures[index].digest):
            raise ChangedPictureError(
                translate(
                    "Errors",
                    "The picture {name} in {images} has changed since the run was trained: what the run stored does "
                    "not belong to it. Put the old file back, or have the new one explained (window: Ask about a "
                    "picture; command: explain).",
                ).format(name=self.pictures[index].name, images=self.images)
            )
        return where

    def toned(self, where: Where) -> Where:
        """Any picture, to be read with the brightness that the pictures of this run were read with."""
        texts = {p.brightness: p.positive for p in sorted(self.pictures, key=lambda p: p.positive)}
        if BY_FILE in texts:
            return WithBrightness(location_of(where), None)
        rules = {one.kind: one for one in map(from_text, sorted(texts.keys() - {""}, key=texts.__getitem__))}
        return WithBrightness(location_of(where), tuple(rules.values())) if rules else where

    def maps(self, network: NetworkName = NetworkName.INTERPRETABLE) -> np.ndarray:
        """Feature maps before masking, memory-mapped float16: (N, F, n, n); for CAM (N, n, n) of either sign."""
        cells, filters = self.geometry.cells, () if network is NetworkName.CAM else (len(self.of(network)),)
        return _array(self.path / "maps" / f"{network}.npy", len(self.pictures), *filters, cells, cells)

    @property
    def judged(self) -> bool:
        """Whether the filters were put to the tests of holding; runs of earlier versions were not."""
        return all(one.eligible >= 0 for one in self.filters + self.twin_filters)

    def part_distances(self, network: NetworkName) -> np.ndarray:
        """(F, F) float32 share of pictures in which two filters show different content (`metrics.part_distances`)."""
        count = len(self.of(network))
        return _array(self.path / "parts" / f"{network}-distances.npy", count, count)

    def noisy_cells(self, network: NetworkName) -> np.ndarray:
        """(N, F, 2) float16 cells of the peaks with noise; -1 for pictures that were not judged."""
        return _array(self.path / "parts" / f"{network}-noisy.npy", len(self.pictures), len(self.of(network)), 2)

    def has_floor_maps(self, name: str) -> bool:
        """Whether maps of parts without training are kept."""
        return any((self.path / "parts").glob(f"{name}-*.npy"))

    def floor_maps(self, name: str, count: int) -> np.ndarray:
        """(P, K, n, n) float16 maps of at most `count` parts without training (`untrained`, `kmeans`, `nmf`), of the P
        pictures that show a category."""
        shown = sum(picture.positive for picture in self.pictures)
        return _array(
            self.path / "parts" / f"{name}-{count}.npy", shown, None, self.geometry.cells, self.geometry.cells
        )

    def of(self, network: NetworkName) -> tuple[RunFilter, ...]:
        """The filters of the interpretable network or of its twin."""
        return self.twin_filters if network is NetworkName.TWIN else self.filters

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Filters of each part, largest group first, most equivariant filter of each first."""
        count = 1 + max((f.group for f in self.filters), default=-1)
        members = [[f for f in self.filters if f.group == g] for g in range(count)]
        return tuple(tuple(f.index for f in sorted(m, key=lambda f: -f.following)) for m in members)


@dataclass(frozen=True, slots=True)
class RunKey:
    """A run as a key of what was computed: the same folder has the same maps, whatever was measured of them since."""

    run: Run = field(compare=False)
    identity: tuple[Path, str]

    @classmethod
    def of(cls, run: Run) -> RunKey:
        return cls(run, run.identity)


def _array(path: Path, *shape: int | None) -> np.ndarray:
    """An array of a run that has this shape (None: any), memory-mapped. A few stay open; another file of the same name
    is another array. Raises RunError."""
    try:
        stat = path.stat()
        array = _opened(path, (stat.st_ino, stat.st_mtime_ns, stat.st_size))
        if fault := array_fault(array, *shape):
            raise ValueError(fault)
        return array
    except (OSError, ValueError) as error:
        raise RunError(
            translate(
                "Errors", "The numbers in {path} cannot be read ({error}). Train again to make them anew."
            ).format(path=path, error=error)
        ) from None


@lru_cache(maxsize=OPEN_ARRAYS)
def _opened(path: Path, _stamp: tuple[int, int, int]) -> np.ndarray:
    return read_array(path, mapped=True)


def to_csv(rows: Sequence[Any]) -> str:
    """CSV text of dataclass values of one type, a column a field."""
    if not rows:
        return ""
    return as_csv([[f.name for f in fields(rows[0])], *(tuple(asdict(row).values()) for row in rows)])


def new_run_folder(place: Path, name: str, now: datetime | None = None) -> Path:
    """Make and return `place/<date-time>-<name>/`; a number is added where it exists already."""
    stamp = (now or datetime.now()).strftime("%Y%m%d-%H%M%S")
    safe = safe_name("".join(c if c.isalnum() or c in "-_" else "-" for c in name).strip("-") or "run", 80)
    for number in range(1, 1000):
        path = place / (f"{stamp}-{safe}" if number == 1 else f"{stamp}-{safe}-{number}")
        try:
            path.mkdir(parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise _no_place(place, error) from None
        return path
    raise RunError(
        translate("Errors", "There are too many runs called {safe} in {place}.").format(safe=safe, place=place)
    )


def ensure_place(place: Path) -> None:
    """Raise RunError where nothing can be written in a folder (which is made where it is not there), before a long
    training finds out. What killed trainings have left in its runs is removed."""
    clear(place, below=2)
    probe = place / f".partscope-{os.getpid()}"
    try:
        probe.mkdir(parents=True, exist_ok=True)  # one that was killed here may have had the same number
        probe.rmdir()
    except OSError as error:
        raise _no_place(place, error) from None


def _no_place(place: Path, error: OSError) -> RunError:
    words = translate("Errors", "No run folder can be made in {place} ({strerror}). Choose another place.")
    return RunError(words.format(place=place, strerror=error.strerror))


def write_run(run: Run) -> None:
    """Write the text files of a run; run.toml comes last, for its presence says that the run is whole."""
    write_text(run.path / "pictures.csv", to_csv(run.pictures))
    write_text(run.path / "filters.csv", to_csv(run.filters + run.twin_filters))
    write_table(run.path, run.table)
    info = {
        "format": FORMAT,
        "settings": run.settings.model_dump(),
        "geometry": asdict(run.geometry),
        **run.info,
    }
    write_text(run.path / "run.toml", to_toml(info))


def write_table(run: Path, table: Table) -> None:
    """Write what `measure` found."""
    write_text(run / "table.toml", to_toml(table))


def open_run(path: Path, images: Path | None = None) -> Run:
    """Open a run folder (`images`: where its pictures are now). Raises RunError with what to do."""
    path = path.resolve()
    clear(path, below=1)
    if not (path / "run.toml").is_file():
        raise RunError(
            translate(
                "Errors", "{path} is not a finished run: it holds no run.toml. Choose a folder made by Train."
            ).format(path=path)
        )
    info = from_toml(_read(path / "run.toml"))
    if info.get("format") != FORMAT:
        raise RunError(
            translate(
                "Errors", "{path} was written by another version (format {value}). Train again with this one."
            ).format(path=path, value=info.get("format"))
        )
    try:
        settings = make_settings(upgrade_settings(info.pop("settings")))
        geometry = MapGeometry(**info.pop("geometry"))
        if images is not None:
            info["data"]["folder"] = str(images.resolve())
        pictures = rows_of(path / "pictures.csv", RunPicture)
        for box in {p.box for p in pictures} - {""}:
            box_of(box)
        for rule in {p.brightness for p in pictures} - {"", BY_FILE}:
            from_text(rule)
        every = rows_of(path / "filters.csv", RunFilter)
        stored = from_toml(_read(path / "table.toml"))
        table: Table = {key: float(value) for key, value in stored.items()}
        own, twin = (
            tuple(f for f in every if f.network == name) for name in (NetworkName.INTERPRETABLE, NetworkName.TWIN)
        )
        run = Run(path, settings, info, geometry, pictures, own, twin, table)
        if fault := first_fault(run):
            raise ValueError(fault)
    except (KeyError, TypeError, ValueError, OverflowError, csv.Error, SettingsError) as error:
        raise RunError(
            translate("Errors", "The run {path} is damaged ({error}). Restore it from a copy or train again.").format(
                path=path, error=error
            )
        ) from None
    return run


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")  # line breaks as they are: names may hold one
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(
            translate("Errors", "{path} cannot be read ({error}). Restore it from a copy or train again.").format(
                path=path, error=error
            )
        ) from None


def rows_of(path: Path, kind: type[T]) -> tuple[T, ...]:
    """Values of a dataclass from CSV; columns this version does not know are ignored, those that have a default may be
    missing. Raises RunError where the file
    cannot be read, KeyError or ValueError where it is damaged."""
    readers: dict[str, Callable[[str], Any]] = {
        "int": int,
        "float": float,
        "bool": lambda s: s == "True",
        "NetworkName": NetworkName,
    }
    rows = csv.DictReader(io.StringIO(_read(path)))
    known = [f for f in fields(kind) if f.default is MISSING or f.name in (rows.fieldnames or ())]  # type: ignore[arg-type]
    types = {f.name: readers.get(str(f.type), csv_value) for f in known}
    return tuple(kind(**{name: read(row[name]) for name, read in types.items()}) for row in _whole_rows(rows, path))


def _whole_rows(rows: csv.DictReader[str], path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table. Raises ValueError where a column is there twice, or a row has more or fewer values."""
    names = rows.fieldnames or ()
    if len(set(names)) < len(names):
        raise ValueError(f"{path.name}: a column is there twice")
    for row in rows:
        if None in row or None in row.values():
            raise ValueError(f"{path.name}, line {rows.line_num}: not as many values as columns")
        yield row
