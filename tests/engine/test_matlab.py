from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest

from icnn_engine import matlab
from icnn_engine.matlab import MatError, read_mat
from tests.mat_files import WRITERS, write_v5, write_v7, write_v73

Writer = Callable[[Path, dict[str, Any]], Path]
HEADER = b"MATLAB 5.0 MAT-file".ljust(124) + b"\x00\x01IM"


def variables() -> dict[str, Any]:
    return {
        "net": {
            "name": "conv1, 첫째",
            "filters": np.arange(120, dtype=np.float32).reshape(2, 3, 4, 5),
            "parts": [np.array([[1.5, 2.5]]), "two", [np.zeros((3, 1), dtype=np.uint8)]],
            "none": np.empty((0, 0)),
        },
        "other": np.ones((2, 2)),
    }


def element(kind: int, data: bytes) -> bytes:
    return struct.pack("<2I", kind, len(data)) + data + bytes(-len(data) % 8)


def array(content: bytes, held: int, shape: tuple[int, ...] = (1, 1), name: bytes = b"") -> bytes:
    """An array of version 5 that holds `content`, of the class numbered `held`."""
    dimensions = struct.pack(f"<{len(shape)}i", *shape)
    return element(14, element(6, struct.pack("<2I", held, 0)) + element(5, dimensions) + element(1, name) + content)


@pytest.mark.parametrize("write", WRITERS)
def test_structs_cells_texts_and_numbers_come_back_as_they_were_written(tmp_path: Path, write: Writer) -> None:
    given = variables()

    read = read_mat(write(tmp_path / "a.mat", given), ["net", "nothing"])

    assert list(read) == ["net"]
    net = read["net"]
    assert sorted(net) == ["filters", "name", "none", "parts"]
    assert net["name"] == given["net"]["name"]
    assert net["filters"].dtype == np.float32
    np.testing.assert_array_equal(net["filters"], given["net"]["filters"])
    np.testing.assert_array_equal(net["parts"][0], [[1.5, 2.5]])
    assert net["parts"][1] == "two"
    assert net["parts"][2][0].shape == (3, 1)
    assert net["none"].size == 0


@pytest.mark.parametrize("write", WRITERS)
def test_an_array_above_the_bound_is_left_out_and_what_follows_is_read(
    tmp_path: Path, write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matlab, "LARGEST", 1000)
    given = {"cell": [np.zeros((20, 20)), np.arange(4.0).reshape(2, 2)]}

    large, small = read_mat(write(tmp_path / "a.mat", given), ["cell"])["cell"]

    assert large is None
    np.testing.assert_array_equal(small, [[0, 1], [2, 3]])


def test_numbers_of_the_other_byte_order_are_read(tmp_path: Path) -> None:
    def big(kind: int, data: bytes) -> bytes:
        return struct.pack(">2I", kind, len(data)) + data + bytes(-len(data) % 8)

    body = big(6, struct.pack(">2I", 6, 0)) + big(5, struct.pack(">2i", 1, 2)) + struct.pack(">2H4s", 1, 1, b"a")
    (tmp_path / "a.mat").write_bytes(HEADER[:124] + b"\x01\x00MI" + big(14, body + big(9, struct.pack(">2d", 7, 8))))

    np.testing.assert_array_equal(read_mat(tmp_path / "a.mat", ["a"])["a"], [[7, 8]])


def test_an_array_of_structs_is_a_struct_of_lists(tmp_path: Path) -> None:
    several = np.array([[(1.0, "x"), (2.0, "y")]], dtype=[("value", object), ("name", object)])

    read = read_mat(write_v5(tmp_path / "a.mat", {"several": several}), ["several"])["several"]

    assert read["name"] == ["x", "y"]
    assert [float(value.item()) for value in read["value"]] == [1, 2]


def test_countless_nested_cells_are_refused_rather_than_followed(tmp_path: Path) -> None:
    heads, size = [], 0
    for depth in range(30_000):  # twice as deep ends the program in scipy's reader
        head = array(b"", 1, name=b"a" if depth == 29_999 else b"")[8:]
        size += len(head)
        heads.append(struct.pack("<2I", 14, size) + head)
        size += 8
    (tmp_path / "deep.mat").write_bytes(HEADER + b"".join(reversed(heads)))
    with h5py.File(tmp_path / "round.mat", "w") as file:
        cell = file.create_dataset("a", (2, 1), h5py.ref_dtype)
        cell[0, 0] = cell[1, 0] = cell.ref

    for name in ("deep.mat", "round.mat"):
        with pytest.raises(MatError, match="deeper nested"):
            read_mat(tmp_path / name, ["a"])


def test_a_file_that_unfolds_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matlab, "MOST_READ", 10 << 20)
    monkeypatch.setattr(matlab, "LARGEST", 1 << 20)
    bomb = zlib.compress(array(array(element(9, bytes(20 << 20)), 6, (1, 20 << 17)), 1, name=b"a"))
    (tmp_path / "a.mat").write_bytes(HEADER + struct.pack("<2I", 15, len(bomb)) + bomb)

    assert len(bomb) < 1 << 16
    with pytest.raises(MatError, match="unfolds"):
        read_mat(tmp_path / "a.mat", ["a"])


@pytest.mark.parametrize("shape", [(2**31 - 1, 2**31 - 1), (-1, 1)])
@pytest.mark.parametrize("held", [1, 2, 6])
def test_impossible_sizes_are_refused_without_trying_them(tmp_path: Path, shape: tuple[int, int], held: int) -> None:
    content = {1: b"", 2: element(5, struct.pack("<i", 2)) + element(1, b"f\0"), 6: element(9, bytes(8))}[held]
    (tmp_path / "a.mat").write_bytes(HEADER + array(content, held, shape, b"a"))

    with pytest.raises(MatError, match=r"damaged|cut short"):
        read_mat(tmp_path / "a.mat", ["a"])


def test_an_hdf5_file_that_leads_to_other_files_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(bytes(64))
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file["a"] = np.zeros(3)
    with h5py.File(tmp_path / "link.mat", "w") as file:
        file["a"] = h5py.ExternalLink(str(tmp_path / "other.h5"), "a")
        file.create_dataset("b", (8,), np.float64, external=[(str(tmp_path / "secret"), 0, 64)])

    with pytest.raises(MatError, match="another place"):
        read_mat(tmp_path / "link.mat", ["a"])
    assert read_mat(tmp_path / "link.mat", ["b"]) == {"b": None}


@pytest.mark.parametrize("write", [write_v5, write_v7, write_v73])
def test_whatever_is_changed_in_a_file_ends_in_words(tmp_path: Path, write: Writer) -> None:
    whole = write(tmp_path / "whole.mat", variables()).read_bytes()
    dice = random.Random(0)
    refused = 0
    for trial in range(120):
        content = bytearray(whole)
        if trial % 3:
            content[dice.randrange(len(content))] = dice.randrange(256)
        else:
            del content[dice.randrange(len(content)) :]
        (tmp_path / "changed.mat").write_bytes(content)
        try:
            read_mat(tmp_path / "changed.mat", ["net"])
        except MatError as error:
            refused += bool(str(error))

    assert refused > 40  # most changes of a version 7.3 file hit numbers or nothing
