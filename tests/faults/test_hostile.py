"""Files that are damaged, odd or hostile: an error in words, or what can be read of them; never a crash, never code of
theirs run, never a file written anywhere else."""

from __future__ import annotations

import io
import pickle
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from safetensors.torch import save_file

from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.data import check_folder, list_folder, read_landmarks
from icnn_engine.data.tables.marks import read_marks
from icnn_engine.evaluation.measure import measure
from icnn_engine.features.map_cache import MapLayout, MapStore, ViewKind
from icnn_engine.figures import Wanted, export_bulk
from icnn_engine.formats.matlab import MatError, read_mat
from icnn_engine.inspection.best_pictures import best_pictures, peaks_of
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.stages import stages
from icnn_engine.models.weights import load_backbone
from icnn_engine.runs import run_folder
from icnn_engine.runs.epoch_history import read_history
from icnn_engine.runs.interrupted_training import new_resume_state, read_resume_state, write_resume_state
from icnn_engine.runs.notes import Note, Notes, filter_subject, read_notes, write_notes
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.runs.run_list import summary_of
from icnn_engine.training.checkpoint import Checkpoint, TrainingPosition, TrainingState
from tests.fake_run import make_fake_run
from tests.mat_files import write_v5, write_v73

ODD = (
    "", "nan", "inf", "-1", "1e308", "99999999999999999999", "0", "-0.0", "3.5", "True", "é\u202e",
    "../../../etc/passwd", "/etc/passwd", "C:\\Windows\\win.ini", "con", "a" * 5000, "\x00", "[", "{}", "'", '"',
    "=1+1", "\n",
)  # fmt: skip


@st.composite
def damage(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A way to spoil the bytes of a file."""
    kind = draw(st.sampled_from(("cut", "overwrite", "insert", "drop", "repeat", "nothing left", "odd value")))
    place, size = draw(st.floats(0, 1)), draw(st.integers(1, 200))
    junk, odd = draw(st.binary(min_size=1, max_size=64)), draw(st.sampled_from(ODD)).encode("utf-8", "surrogatepass")

    def spoil(data: bytes) -> bytes:
        at = int(place * len(data))
        match kind:
            case "cut":
                return data[:at]
            case "overwrite":
                return data[:at] + junk + data[at + len(junk) :]
            case "insert":
                return data[:at] + junk + data[at:]
            case "drop":
                return data[:at] + data[at + size :]
            case "repeat":
                return data[:at] + data[at : at + size] * 3 + data[at:]
            case "nothing left":
                return b""
        return _with_odd_value(data, at, odd)

    return spoil


def _with_odd_value(data: bytes, at: int, odd: bytes) -> bytes:
    """The value that stands around a place of a text, between commas, = or ends of lines, becomes another."""
    marks = b",\n="
    start = max(data.rfind(bytes([mark]), 0, at) for mark in marks) + 1
    ends = [end for mark in marks if (end := data.find(bytes([mark]), at)) >= 0]
    return data[:start] + odd + data[min(ends, default=len(data)) :]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A whole run, with names of filters and a history."""
    run = make_fake_run(tmp_path_factory.mktemp("hostile"), pictures=20, filters=16)
    write_notes(run.path, Notes({filter_subject(run.filters[0]): Note("snout", "seen often", True)}))
    return run


def spoiled(path: Path, spoil: Callable[[bytes], bytes], use: Callable[[], object]) -> None:
    """Use a file that is spoiled, and put it back: all that may go wrong is an error in words."""
    before, said = path.read_bytes(), "nothing was wrong"
    try:
        path.write_bytes(spoil(before))
        use()
    except (PartscopeError, MatError) as error:  # what reads a MATLAB file does not say which one it is
        said = str(error)
    finally:
        path.write_bytes(before)

    assert len(said) > 10, said


def look_through(path: Path) -> None:
    """Everything that the window does with a run."""
    summary_of(path)
    run = open_run(path)
    wall_order(run.filters)
    run.groups()
    look_at(run, 0)
    look = look_at(run, len(run.pictures) - 1)
    for one in (run.filters[0], run.filters[-1]):
        stages(run, look, one.index)
        best_pictures(run, NetworkName.INTERPRETABLE, one.index, 4)
    peaks_of(run, NetworkName.TWIN)
    run.answers()
    read_notes(path)
    read_history(path)


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


@pytest.mark.parametrize("name", ["checkpoint/begun.toml", "checkpoint/state.safetensors"])
@given(spoil=damage())
def test_a_spoiled_checkpoint_is_told(
    made: Run, tmp_path: Path, name: str, tried: Counter[str], spoil: Callable
) -> None:
    tried["spoiled checkpoints"] += 1
    write_resume_state(tmp_path, new_resume_state(tmp_path, made.settings, "f00d"))
    checkpoint = Checkpoint(tmp_path)
    held = TrainingState(
        {"network/weight": torch.ones(3, 4), "losses": torch.zeros(2, 2).double()}, {"groups": [{"lr": 0.1}]}
    )
    checkpoint.keep(TrainingPosition(1, 2, False, {"twin": held}))

    def use() -> None:
        read_resume_state(tmp_path)
        checkpoint.read()
        summary_of(tmp_path)

    spoiled(tmp_path / name, spoil, use)


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
    known = {"a", "b"} - again.missing(ViewKind.PLAIN, "ab")
    again.prepare(ViewKind.PLAIN, ["a", "b", "c"], 10**6)
    (tmp_path / "index.json").write_bytes(before)

    assert len(set(slots.tolist())) == 2
    assert known <= {"a", "b"}


# Weights


class Bomb:
    """What a pickle in disguise would do."""

    def __reduce__(self) -> tuple[Callable, tuple[str]]:
        return Path.touch, (Path("BOOM"),)


@pytest.mark.parametrize("name", ["weights.pth", "weights.pt", "weights.safetensors", "weights.mat"])
@pytest.mark.parametrize("how", ["torch.save", "pickle"])
def test_no_code_of_a_weight_file_is_run(
    tmp_path: Path, name: str, how: str, monkeypatch: pytest.MonkeyPatch, tried: Counter[str]
) -> None:
    tried["pickles in disguise"] += 1
    monkeypatch.chdir(tmp_path)
    path = tmp_path / name
    if how == "pickle":
        path.write_bytes(pickle.dumps(Bomb()))
    else:
        torch.save({"features.0.weight": Bomb()}, path)
    with pytest.raises(PartscopeError):
        load_backbone("squeezenet1_1", str(path), 0)

    assert not (tmp_path / "BOOM").exists()


@pytest.mark.parametrize("name", ["maps/interpretable.npy", "answers/interpretable.npy", "history/maps.npy"])
def test_no_code_of_an_array_is_run(own_run: Run, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (own_run.path / name).parent.mkdir(exist_ok=True)
    np.save(own_run.path / name, np.array([Bomb()], dtype=object), allow_pickle=True)
    with suppress(PartscopeError):
        look_through(own_run.path)

    assert not (tmp_path / "BOOM").exists()


@pytest.fixture(scope="module")
def usual_weights() -> dict[str, torch.Tensor]:
    backbone, _ = load_backbone("squeezenet1_1", "bundled", 0)
    return {f"features.{key}": value.clone().contiguous() for key, value in backbone.trunk.state_dict().items()}


@pytest.mark.parametrize("how", ["nan", "infinite", "other shape", "missing", "whole numbers"])
def test_odd_numbers_and_shapes_of_weights_are_told(
    usual_weights: dict[str, torch.Tensor], tmp_path: Path, how: str
) -> None:
    odd = dict(usual_weights)
    key = next(iter(odd))
    match how:
        case "nan":
            odd[key] = torch.full_like(odd[key], torch.nan)
        case "infinite":
            odd[key] = torch.full_like(odd[key], torch.inf)
        case "other shape":
            odd[key] = odd[key][:, :1].contiguous()
        case "missing":
            del odd[key]
        case "whole numbers":
            odd[key] = odd[key].int()
    save_file(odd, tmp_path / "odd.safetensors")
    with pytest.raises(PartscopeError):
        load_backbone("squeezenet1_1", str(tmp_path / "odd.safetensors"), 0)


# Tricks with paths, other versions, odd sizes


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
