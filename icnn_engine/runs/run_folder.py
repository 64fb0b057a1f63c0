"""The run folder of one training: written so that a crash never leaves half a file, opened without torch.

run.toml       everything needed to repeat the run    pictures.csv   each picture, its side, its answers
metrics.csv    one row an epoch and network           filters.csv    each filter of each network, its figures
table.toml     the figures of `measure`               maps/*.npy     feature maps of every picture
answers/*.npy  every answer to every picture          history/*.npy  a few pictures after every epoch
parts/*.npy    distances of filters (same part), peaks with noise, part maps without training, features of the trunk
model.safetensors, twin.safetensors, cam.safetensors       figures/, log.txt
tensorboard/   the rows of metrics.csv, if they were asked for      onnx/   the network for other programs, likewise
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from icnn_engine.core.annotations import Where, WithBrightness, file_of, location_of
from icnn_engine.core.atomic_files import write_text as write_text
from icnn_engine.core.config import TrainSettings, from_toml, make_settings, reason_of, to_toml, upgrade_settings
from icnn_engine.core.errors import ChangedPictureError, RunError, SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import NetworkName
from icnn_engine.core.fitting import Fit
from icnn_engine.core.language import translate
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.core.temporary_files import clear
from icnn_engine.data.digests import has_other_content
from icnn_engine.data.reading.brightness import from_text
from icnn_engine.runs.fair_accuracy import fair_table
from icnn_engine.runs.new_run_folder import short_run_name
from icnn_engine.runs.run_tables import BY_FILE, read_rows, read_text, to_csv
from icnn_engine.runs.run_tables import RunFilter as RunFilter
from icnn_engine.runs.run_tables import RunPicture as RunPicture
from icnn_engine.runs.run_validation import ensure_info, first_fault
from icnn_engine.runs.stored_arrays import stored_array

FORMAT = 2
TRUNK_FILE = "trunk.npy"
FLOORS = ("untrained", "kmeans", "nmf")  # parts without training whose maps a run keeps
WEIGHT_FILES = {
    NetworkName.INTERPRETABLE: "model.safetensors",
    NetworkName.TWIN: "twin.safetensors",
    NetworkName.CAM: "cam.safetensors",
}
Table = dict[str, float | None]


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
        """Name of the folder, fit for every file and figure."""
        return visible(self.path.name)

    @property
    def short_name(self) -> str:
        """The name without the date and time that it begins with, if something follows them."""
        return short_run_name(self.name)

    @property
    def identity(self) -> tuple[Path, str]:
        """Key of its maps: no other run has it, not even one that had the same folder before."""
        return self.path, str(self.info.get("made", ""))

    @property
    def category(self) -> str:
        """Name of the category, or of all of them."""
        return str(self.info["category"])

    @property
    def categories(self) -> tuple[str, ...]:
        """Categories whose parts the filters look for."""
        return tuple(self.info["categories"])

    @property
    def pool(self) -> tuple[int, int]:
        """Kernel and stride of the pooling above the filters."""
        kernel, stride = self.info["network"]["pool"]
        return kernel, stride

    @property
    def own_network(self) -> Mapping[str, Any] | None:
        """What is known of the user's own network whose filters the run looks at; None after a training of ours."""
        known: Mapping[str, Any] | None = self.info.get("own_network")
        return known

    @property
    def fit(self) -> Fit | None:
        """How the user's own network fits pictures to its input; None where they are squashed."""
        fit = self.info.get("preprocessing", {}).get("fit")
        return Fit(**fit) if fit else None

    def answers(self, network: NetworkName = NetworkName.INTERPRETABLE) -> np.ndarray:
        """Return the probabilities (N, K) of every answer for every picture; with softmax the background's is last."""
        shape = (len(self.pictures), int(self.info["network"]["answers"]))
        return stored_array(self.path / "answers" / f"{network}.npy", *shape)

    @property
    def images(self) -> Path:
        """Folder the pictures were read from (it may be gone by now)."""
        return Path(str(self.info["data"]["folder"]))

    def picture_path(self, index: int) -> Where:
        """Return where a picture is. Raises RunError where its file is gone, ChangedPictureError where it changed."""
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
        """Return any picture, to be read with the brightness that the pictures of this run were read with."""
        texts = [picture.brightness for picture in sorted(self.pictures, key=lambda p: p.positive)]
        if BY_FILE in texts:
            return WithBrightness(location_of(where), None)
        # Of several rules for one kind of number the last one counts, of a picture that shows a category.
        rules = {rule.kind: rule for rule in map(from_text, filter(None, texts))}
        return WithBrightness(location_of(where), tuple(rules.values())) if rules else where

    def maps(self, network: NetworkName = NetworkName.INTERPRETABLE) -> np.ndarray:
        """Return feature maps before masking, memory-mapped: (N, F, n, n); for CAM (N, n, n) of either sign."""
        cells, filters = self.geometry.cells, () if network is NetworkName.CAM else (len(self.of(network)),)
        return stored_array(self.path / "maps" / f"{network}.npy", len(self.pictures), *filters, cells, cells)

    @property
    def judged(self) -> bool:
        """Whether the filters were put to the tests of holding; runs of earlier versions were not."""
        return all(one.eligible >= 0 for one in self.filters + self.twin_filters)

    def part_distances(self, network: NetworkName) -> np.ndarray:
        """Return the share (F, F) float32 of pictures in which two filters show different content
        (`metrics.part_distances`)."""
        count = len(self.of(network))
        return stored_array(self.path / "parts" / f"{network}-distances.npy", count, count)

    def noisy_cells(self, network: NetworkName) -> np.ndarray:
        """Return the cells (N, F, 2) float16 of the peaks with noise; -1 for pictures that were not judged."""
        return stored_array(self.path / "parts" / f"{network}-noisy.npy", len(self.pictures), len(self.of(network)), 2)

    def has_floor_maps(self, name: str) -> bool:
        """Return whether maps of parts without training are kept."""
        return any((self.path / "parts").glob(f"{name}-*.npy"))

    def floor_maps(self, name: str, count: int) -> np.ndarray:
        """Return the maps (P, K, n, n) float16 of at most `count` parts without training (`untrained`, `kmeans`,
        `nmf`), of the P pictures that show a category."""
        shown, cells = sum(picture.positive for picture in self.pictures), self.geometry.cells
        return stored_array(self.path / "parts" / f"{name}-{count}.npy", shown, None, cells, cells)

    @property
    def has_trunk_features(self) -> bool:
        """Whether `trunk_features` are kept: not of a user's own network, nor in a run of an earlier version."""
        return (self.path / "parts" / TRUNK_FILE).is_file()

    def trunk_features(self) -> np.ndarray:
        """Return the mean (N, C) float16 of each of the C maps of the pretrained trunk, of every picture. Raises
        RunError."""
        return stored_array(self.path / "parts" / TRUNK_FILE, len(self.pictures), None)

    @property
    def sees_stored_trunk(self) -> bool:
        """Whether the kept features of the trunk are those that the networks see: the trunk was not trained further."""
        return self.has_trunk_features and self.settings.training == "quick"

    def of(self, network: NetworkName) -> tuple[RunFilter, ...]:
        """Return the filters of the interpretable network or of its twin."""
        return self.twin_filters if network is NetworkName.TWIN else self.filters

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Return the filters of each part, largest group first, most equivariant filter of each first."""
        count = 1 + max((f.group for f in self.filters), default=-1)
        ordered = sorted(self.filters, key=lambda f: -f.following)
        return tuple(tuple(f.index for f in ordered if f.group == group) for group in range(count))


@dataclass(frozen=True, slots=True)
class RunKey:
    """A run as a key of a cache: the same folder has the same maps, whatever was measured of them since."""

    run: Run = field(compare=False)
    identity: tuple[Path, str]

    @classmethod
    def of(cls, run: Run) -> RunKey:
        return cls(run, run.identity)


def write_run(run: Run) -> None:
    """Write the text files of a run; run.toml comes last, for its presence says that the run is whole."""
    write_text(run.path / "pictures.csv", to_csv(run.pictures))
    write_text(run.path / "filters.csv", to_csv(run.filters + run.twin_filters))
    write_table(run.path, run.table)
    info = {"format": FORMAT, "settings": run.settings.model_dump(), "geometry": asdict(run.geometry), **run.info}
    write_text(run.path / "run.toml", to_toml(info))


def write_table(run: Path, table: Table) -> None:
    """Write the figures of `measure`."""
    write_text(run / "table.toml", to_toml(table))


def open_run(path: Path, images: Path | None = None) -> Run:
    """Open a run folder.

    Parameters
    ----------
    path : Path
        The folder that a training has made.
    images : Path, optional
        Where its pictures are now; by default where they were.

    Returns
    -------
    Run
        Its tables; arrays are read when they are asked for.

    Raises
    ------
    RunError
        Where the folder holds no finished run, is damaged or was written by another version; the message says what to
        do.
    """
    path = path.resolve()
    clear(path, below=1)
    if not (path / "run.toml").is_file():
        raise RunError(
            translate(
                "Errors", "{path} is not a finished run: it holds no run.toml. Choose a folder made by Train."
            ).format(path=path)
        )
    info = from_toml(read_text(path / "run.toml"))
    if info.get("format") != FORMAT:
        raise RunError(
            translate(
                "Errors", "{path} was written by another version (format {value}). Train again with this one."
            ).format(path=path, value=info.get("format"))
        )
    try:
        return _whole_run(path, info, images)
    except (KeyError, TypeError, ValueError, OverflowError, csv.Error, SettingsError) as error:
        words = translate("Errors", "The run {path} is damaged ({error}). Restore it from a copy or train again.")
        raise RunError(words.format(path=path, error=reason_of(error))) from None


def _whole_run(path: Path, info: dict[str, Any], images: Path | None) -> Run:
    """Read the tables of a run, and check that all of it fits together."""
    if images is not None:
        info["data"]["folder"] = str(images.resolve())
    ensure_info(info)
    settings = make_settings(upgrade_settings(info.pop("settings"), finished=True))
    geometry = TypeAdapter(MapGeometry).validate_python(info.pop("geometry"))
    pictures = read_rows(path / "pictures.csv", RunPicture)
    filters = read_rows(path / "filters.csv", RunFilter)
    own = tuple(row for row in filters if row.network == NetworkName.INTERPRETABLE)
    twin = tuple(row for row in filters if row.network == NetworkName.TWIN)
    if fault := first_fault(info, settings.filters, pictures, own, twin):
        raise ValueError(fault)
    table: Table = {**TypeAdapter(dict[str, float]).validate_python(from_toml(read_text(path / "table.toml")))}
    run = Run(path, settings, info, geometry, pictures, own, twin, table)
    return replace(run, table=fair_table(run))
