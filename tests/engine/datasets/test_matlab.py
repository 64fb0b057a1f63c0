"""MATLAB files of both kinds read alike; damaged ones are told in words."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import pytest

from icnn_engine.datasets.matlab import number, read_mat, structs
from icnn_engine.datasets.tables import TableError
from tests.engine.datasets.mat_files import HEAD, SAVERS, save_v5, save_v73

EVERY = ("a", "b", "s", "many", "one", "name", "deep", "nothing")
VALUE = {
    "a": np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
    "s": "fox tail",
    "many": [
        {"name": "x", "deep": {"a": 1.5}, "nothing": np.zeros((0, 0))},
        {"name": "y", "deep": {"a": 2.5}, "nothing": 3.0},
    ],
    "one": [{"name": "z"}],
}


@pytest.mark.parametrize("save", SAVERS)
def test_values_have_matlabs_rows_and_columns_in_either_kind_of_file(tmp_path: Path, save) -> None:
    found = read_mat(save(tmp_path / "x.mat", **VALUE), EVERY)

    np.testing.assert_array_equal(found["a"], VALUE["a"])
    assert found["s"] == "fox tail"
    assert [one["name"] for one in structs(found["many"])] == ["x", "y"]
    assert [number(one["deep"]["a"]) for one in structs(found["many"])] == [1.5, 2.5]
    assert [one["nothing"].size for one in structs(found["many"])] == [0, 1]
    assert [one["name"] for one in structs(found["one"])] == ["z"]


@pytest.mark.parametrize("save", SAVERS)
def test_only_what_is_wanted_is_read(tmp_path: Path, save) -> None:
    found = read_mat(save(tmp_path / "x.mat", **VALUE), ("many", "name"))

    assert list(found) == ["many"]
    assert structs(found["many"]) == [{"name": "x"}, {"name": "y"}]


def test_numbers_written_as_text_are_numbers_and_other_things_are_none() -> None:
    assert [number("12.5"), number(np.array([[7]]))] == [12.5, 7.0]
    assert np.isnan([number("fox"), number(None), number(np.zeros((2, 2))), number([]), number({})]).all()


@pytest.mark.parametrize("save", SAVERS)
def test_a_file_cut_anywhere_is_an_error_in_words(tmp_path: Path, save) -> None:
    whole = save(tmp_path / "x.mat", many=VALUE["many"]).read_bytes()
    cut = tmp_path / "cut.mat"
    for length in (*range(0, 128, 16), *np.linspace(136, len(whole) - 100, 40).astype(int)):
        cut.write_bytes(whole[:length])
        with pytest.raises(TableError, match=r"cut\.mat is .*; put a whole copy in its place"):
            read_mat(cut, EVERY)


@pytest.mark.parametrize("save", SAVERS)
def test_a_file_with_changed_bytes_is_read_or_told_never_a_crash(tmp_path: Path, save) -> None:
    whole = save(tmp_path / "x.mat", **VALUE).read_bytes()
    chance = np.random.default_rng(0)
    told = 0
    for _ in range(150):
        data = bytearray(whole)
        for at in chance.integers(128, len(data), 6):
            data[at] = chance.integers(256)
        (tmp_path / "y.mat").write_bytes(data)
        try:
            read_mat(tmp_path / "y.mat", EVERY)
        except TableError:
            told += 1

    assert told > 0


def test_a_part_in_another_file_is_refused(tmp_path: Path) -> None:
    save_v73(tmp_path / "secret.mat", a=np.ones((2, 2)))
    with h5py.File(tmp_path / "x.mat", "w") as file:
        file["a"] = h5py.ExternalLink(str(tmp_path / "secret.mat"), "/a")
    with h5py.File(tmp_path / "y.mat", "w") as file:
        file.create_dataset("a", (4,), np.uint8, external=[(str(tmp_path / "secret.mat"), 0, 4)])

    for name in ("x.mat", "y.mat"):
        with pytest.raises(TableError, match="lies in another file"):
            read_mat(tmp_path / name, ("a",))


def test_a_file_whose_references_run_in_a_circle_ends(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "x.mat", "w") as file:
        file.create_dataset("a", (1, 1), h5py.ref_dtype)
        file["a"][0, 0] = file["a"].ref

    with pytest.raises(TableError, match="nested too deeply"):
        read_mat(tmp_path / "x.mat", ("a",))


def test_an_array_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "x.mat", "w") as file:
        file.create_dataset("a", (1 << 20, 1 << 20), np.float64, chunks=(64, 64))

    with pytest.raises(TableError, match="too large"):
        read_mat(tmp_path / "x.mat", ("a",))


def test_other_files_are_told_from_matlabs(tmp_path: Path) -> None:
    (tmp_path / "x.mat").write_bytes(b"hello")
    (tmp_path / "y.mat").write_bytes(HEAD)
    save_v5(tmp_path / "z.mat", a=1.0)

    with pytest.raises(TableError, match="not a MATLAB file of version 5 or 7"):
        read_mat(tmp_path / "x.mat", ("a",))
    with pytest.raises(TableError, match="is damaged"):
        read_mat(tmp_path / "y.mat", ("a",))
    with pytest.raises(TableError, match="No such file"):
        read_mat(tmp_path / "gone.mat", ("a",))
    assert read_mat(tmp_path / "z.mat", ("b",)) == {}
