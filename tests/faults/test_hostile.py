"""Files that are damaged, odd or hostile: an error in words, or what can be read of them; never a crash, never code of
theirs run, never a file written anywhere else."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from PIL import Image

from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.data import check_folder, list_folder, read_landmarks
from icnn_engine.data.tables.marks import read_marks
from icnn_engine.evaluation.measure import measure
from icnn_engine.features.map_cache import MapLayout, MapStore, ViewKind, read_index
from icnn_engine.figures import Wanted, export_bulk
from icnn_engine.formats.matlab import read_mat
from icnn_engine.runs import run_folder
from icnn_engine.runs.run_folder import Run, open_run
from tests.faults.spoiling import ODD, damage, look_through, spoiled
from tests.mat_files import write_v5, write_v73


@pytest.mark.parametrize(
    "name",
    ["run.toml", "pictures.csv", "filters.csv", "table.toml", "remarks.toml", "maps/interpretable.npy",
     "maps/twin.npy", "answers/interpretable.npy"],
)  # fmt: skip
@given(spoil=damage())
def test_a_run_with_a_spoiled_file_is_told(made: Run, name: str, tried: Counter[str], spoil: Callable) -> None:
    tried["spoiled files of runs"] += 1
    spoiled(made.path / name, spoil, lambda: look_through(made.path))


PICTURES = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")


def picture(kind: str) -> bytes:
    """A small picture with everything that formats can carry."""
    pixels = np.random.default_rng(0).integers(0, 255, (24, 32, 3), np.uint8)
    data, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = 6
    more = {"exif": exif} if kind in ("JPEG", "PNG", "WEBP", "TIFF") else {}
    Image.fromarray(pixels).save(data, kind, **more)
    return data.getvalue()


@pytest.mark.parametrize("kind", PICTURES)
@given(spoil=damage())
def test_a_folder_with_spoiled_pictures_is_checked(
    tmp_path: Path, kind: str, tried: Counter[str], spoil: Callable
) -> None:
    tried["spoiled pictures"] += 1
    place = tmp_path / "fox"
    place.mkdir(exist_ok=True)
    ending = {"JPEG": "jpg", "TIFF": "tif"}.get(kind, kind.lower())
    (place / f"whole.{ending}").write_bytes(picture(kind))
    (place / f"spoiled.{ending}").write_bytes(spoil(picture(kind)))
    found = drain(check_folder(list_folder(tmp_path)))

    assert len(found.pictures) + len(found.problems) == 2
    assert all(problem.reason for problem in found.problems)


@pytest.mark.parametrize("read", [read_landmarks, read_marks])
@given(spoil=damage())
def test_spoiled_landmarks_are_told(tmp_path: Path, read: Callable, tried: Counter[str], spoil: Callable) -> None:
    tried["spoiled tables of landmarks"] += 1
    path = tmp_path / "landmarks.csv"
    rows = [f"fox/{n}.jpg,{part},{10 * n},{n / 3}" for n in range(8) for part in ("eye", "tail")]
    path.write_text("image,part,x,y\n" + "\n".join(rows), encoding="utf-8")
    spoiled(path, spoil, lambda: read(path, [f"fox/{n}.jpg" for n in range(8)]))


@pytest.mark.parametrize("write", [write_v5, write_v73])
@given(spoil=damage())
def test_spoiled_matlab_files_are_told(tmp_path: Path, write: Callable, tried: Counter[str], spoil: Callable) -> None:
    tried["spoiled MATLAB files"] += 1
    path = write(tmp_path / "file.mat", {"layers": {"name": "conv1", "size": np.arange(6.0)}, "number": np.array(7.0)})
    spoiled(path, spoil, lambda: read_mat(path, ["layers", "number"]))


@given(spoil=damage())
def test_a_spoiled_cache_of_maps_is_begun_anew(tmp_path: Path, tried: Counter[str], spoil: Callable) -> None:
    tried["spoiled indices of the cache"] += 1
    layout = MapLayout(2, 3, 5)
    store = MapStore(tmp_path, layout)
    slots = store.prepare(ViewKind.PLAIN, ["a", "b"], 10**6)
    for number, name in enumerate("ab"):
        if store.waits(ViewKind.PLAIN, name):
            store.put(ViewKind.PLAIN, name, np.full(layout.shape(ViewKind.PLAIN), number, np.float16))
    store.keep()
    before = (tmp_path / "index.json").read_bytes()
    (tmp_path / "index.json").write_bytes(spoil(before))
    again = MapStore(tmp_path, layout)
    known = {"a", "b"} & read_index(again.folder, again.layout).get(ViewKind.PLAIN, {}).keys()
    again.prepare(ViewKind.PLAIN, ["a", "b", "c"], 10**6)
    (tmp_path / "index.json").write_bytes(before)

    assert len(set(slots.tolist())) == 2
    assert known <= {"a", "b"}


@pytest.mark.parametrize("name", [odd for odd in ODD if odd not in ("", "\x00", "\n")])
def test_nothing_is_written_outside_the_folder_of_an_export(own_run: Run, tmp_path: Path, name: str) -> None:
    pictures = tuple(
        one if number else run_folder.RunPicture(**{**_values(one), "name": f"{name}/{name}.jpg", "category": name})
        for number, one in enumerate(own_run.pictures)
    )
    odd = run_folder.Run(**{**_values(own_run), "pictures": pictures})
    place = tmp_path / "deep" / "in" / "here"
    before = {path for path in tmp_path.rglob("*") if place not in path.parents}
    drain(export_bulk(odd, Wanted((0,), (0, 1), ("maps", "peaks")), place))
    after = {path for path in tmp_path.rglob("*") if place not in path.parents} - {place, *place.parents}

    assert after <= before
    assert len(list((place / "maps").iterdir())) == 2


def _values(one: object) -> dict[str, object]:
    from dataclasses import fields

    return {field.name: getattr(one, field.name) for field in fields(one)}  # type: ignore[arg-type]


@pytest.mark.parametrize("version", ["3", "99", "-1", "'two'", "2.5"])
def test_other_versions_of_the_format_are_told_what_to_do(own_run: Run, version: str) -> None:
    path = own_run.path / "run.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("format = 2", f"format = {version}"), encoding="utf-8")
    with pytest.raises(PartscopeError, match="another version"):
        open_run(own_run.path)


@pytest.mark.parametrize("what", ["filters", "pictures", "cells"])
def test_arrays_that_do_not_fit_their_tables_are_told(own_run: Run, what: str) -> None:
    path = own_run.path / "maps" / "interpretable.npy"
    maps = np.load(path)
    cut = {"filters": maps[:, :3], "pictures": maps[:3], "cells": maps[:, :, :5, :5]}[what]
    np.save(path, cut)
    with pytest.raises(PartscopeError, match=r"maps|numbers"):
        look_through(own_run.path)


def test_pictures_of_one_pixel_and_of_absurd_sizes_are_checked(tmp_path: Path) -> None:
    place = tmp_path / "fox"
    place.mkdir()
    for number, size in enumerate([(1, 1), (1, 4000), (4000, 1), (2, 2)]):
        Image.new("RGB", size, (number, 9, 9)).save(place / f"{number}.png")
    header = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + (2**31 - 1).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    (place / "vast.png").write_bytes(header + b"\x00" * 64)
    found = drain(check_folder(list_folder(tmp_path)))

    assert {Path(picture.name).name for picture in found.pictures} == {"0.png", "1.png", "2.png", "3.png"}
    assert {Path(problem.path).name for problem in found.problems} == {"vast.png"}


def test_measuring_a_run_whose_figures_are_nan_is_told_or_done(own_run: Run, tmp_path: Path) -> None:
    for network in NetworkName:
        path = own_run.path / "maps" / f"{network}.npy"
        np.save(path, np.full_like(np.load(path), np.nan))
    copy = shutil.copytree(own_run.path, tmp_path / "nan")
    said = "it was measured"
    try:
        drain(measure(open_run(copy)))
    except PartscopeError as error:
        said = str(error)

    assert len(said) > 10
