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

from icnn_engine.formats.matlab import MatError, bounds, number, read_mat, structs
from tests.mat_files import WRITERS, write_v5, write_v7, write_v73

Writer = Callable[[Path, dict[str, Any]], Path]
FIELDS = ("net", "name", "filters", "parts", "none")
HEADER = b"MATLAB 5.0 MAT-file".ljust(124) + b"\x00\x01IM"


def network() -> dict[str, Any]:
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
    given = network()

    read = read_mat(write(tmp_path / "a.mat", given), [*FIELDS, "nothing"])

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
    monkeypatch.setattr(bounds, "LARGEST", 1000)
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


@pytest.mark.parametrize("write", WRITERS)
def test_an_array_of_structs_is_a_list_of_them_and_a_single_one_stands_alone(tmp_path: Path, write: Writer) -> None:
    first = {"name": "x", "deep": {"value": np.array([[1.5]])}, "none": np.zeros((0, 0)), "cell": ["in", "side"]}
    second = {"name": "y", "deep": {"value": np.array([[2.5]])}, "none": np.ones((1, 1)), "cell": ["out"]}
    path = write(tmp_path / "a.mat", {"two": (first, second), "one": (first,), "cell": [first]})

    read = read_mat(path, ("two", "one", "name", "deep", "value", "none", "cell"))

    assert [one["name"] for one in structs(read["two"])] == ["x", "y"]
    assert [number(one["deep"]["value"]) for one in structs(read["two"])] == [1.5, 2.5]
    assert [one["none"].size for one in structs(read["two"])] == [0, 1]
    assert [one["cell"] for one in structs(read["two"])] == [["in", "side"], ["out"]]
    assert [one["name"] for one in structs(read["one"])] == ["x"]
    assert read["cell"][0]["cell"] == ["in", "side"]


@pytest.mark.parametrize("write", WRITERS)
def test_only_what_is_wanted_is_read(tmp_path: Path, write: Writer) -> None:
    given = network() | {"two": ({"name": "x", "none": "-"}, {"name": "y", "none": "-"})}

    assert read_mat(write(tmp_path / "a.mat", given), ("two", "name")) == {"two": [{"name": "x"}, {"name": "y"}]}


@pytest.mark.parametrize("held", ["cell", "struct", "char"])
def test_empty_cells_structs_and_texts_are_so_in_either_kind_of_file(tmp_path: Path, held: str) -> None:
    number_of = {"cell": 1, "struct": 2, "char": 4}[held]
    content = {1: b"", 2: element(5, struct.pack("<i", 2)) + element(1, b"f\0"), 4: element(4, b"")}[number_of]
    (tmp_path / "five.mat").write_bytes(HEADER + array(content, number_of, (0, 0), b"a"))
    with h5py.File(tmp_path / "seven.mat", "w") as file:
        made = file.create_dataset("a", data=np.zeros(2, np.uint64))
        made.attrs["MATLAB_class"], made.attrs["MATLAB_empty"] = np.bytes_(held), np.uint8(1)
        file["null"] = h5py.Empty(np.float64)
    expected = "" if held == "char" else []

    assert read_mat(tmp_path / "five.mat", "a") == {"a": expected}
    assert read_mat(tmp_path / "seven.mat", "a") == {"a": expected}
    assert read_mat(tmp_path / "seven.mat", ["null"])["null"] is None


def test_cells_run_column_by_column(tmp_path: Path) -> None:
    cells = np.array([["1", "2"], ["3", "4"]], dtype=object)
    with h5py.File(tmp_path / "seven.mat", "w") as file:
        made = file.create_dataset("a", (2, 2), h5py.ref_dtype)
        for (row, column), text in np.ndenumerate(cells):
            file[text] = np.array([[ord(text)]], np.uint16)
            file[text].attrs["MATLAB_class"] = np.bytes_("char")
            made[column, row] = file[text].ref

    assert read_mat(write_v5(tmp_path / "five.mat", {"a": cells}), "a")["a"] == ["1", "3", "2", "4"]
    assert read_mat(tmp_path / "seven.mat", "a")["a"] == ["1", "3", "2", "4"]


def test_numbers_written_as_text_are_numbers_and_other_things_are_none() -> None:
    assert [number("12.5"), number(np.array([[7]]))] == [12.5, 7.0]
    assert np.isnan([number("fox"), number(None), number(np.zeros((2, 2))), number([]), number({})]).all()


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


def test_an_array_that_would_fill_the_memory_is_left_out(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "a.mat", "w") as file:
        file.create_dataset("a", (1 << 20, 1 << 20), np.float64, chunks=(64, 64))

    assert read_mat(tmp_path / "a.mat", ["a"]) == {"a": None}


def test_a_chunk_that_unfolds_to_more_than_it_says_is_refused_before_it_does(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "a.mat", "w") as file:
        bomb = file.create_dataset("bomb", (9, 9), np.float64, chunks=(9, 9), compression="gzip")
        bomb.id.write_direct_chunk((0, 0), zlib.compress(bytes(1 << 20)))
        shape = {"chunks": (9000, 9000), "maxshape": (None, None)}
        wide = file.create_dataset("wide", (9, 9), np.float64, compression="gzip", **shape)
        wide.id.write_direct_chunk((0, 0), zlib.compress(bytes(9)))
        given = np.arange(5000.0).reshape(50, 100)
        file.create_dataset("whole", data=given, chunks=(20, 30), compression="gzip", shuffle=True, fletcher32=True)

    with pytest.raises(MatError, match="unfolds to more"):
        read_mat(tmp_path / "a.mat", ["bomb"])
    with pytest.raises(MatError, match="compressed as"):
        read_mat(tmp_path / "a.mat", ["wide"])
    np.testing.assert_array_equal(read_mat(tmp_path / "a.mat", ["whole"])["whole"], given.T)


def test_countless_values_that_nobody_wants_are_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_KEPT", 10_000 * bounds.VALUE)
    empty = struct.pack("<2I", 14, 0)
    fields = element(5, struct.pack("<i", 2)) + element(1, b"f\0")
    (tmp_path / "a.mat").write_bytes(HEADER + array(fields + empty * 11_000, 2, (1, 11_000), b"a"))

    with pytest.raises(MatError, match="holds more"):
        read_mat(tmp_path / "a.mat", ["a"])


def test_a_file_that_unfolds_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_READ", 10 << 20)
    monkeypatch.setattr(bounds, "LARGEST", 1 << 20)
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

        file["c"] = h5py.SoftLink("/b")
        layout = h5py.VirtualLayout((3,), np.float64)
        layout[:] = h5py.VirtualSource(tmp_path / "other.h5", "a", (3,))
        file.create_virtual_dataset("d", layout)
        file["e"] = np.ones(3)

    for name in "abcd":
        with pytest.raises(MatError, match="another file"):
            read_mat(tmp_path / "link.mat", [name])
    assert read_mat(tmp_path / "link.mat", ["e"])["e"].tolist() == [1, 1, 1]


@pytest.mark.parametrize("write", [write_v5, write_v7, write_v73])
def test_whatever_is_changed_in_a_file_ends_in_words(tmp_path: Path, write: Writer) -> None:
    whole = write(tmp_path / "whole.mat", network()).read_bytes()
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
            read_mat(tmp_path / "changed.mat", FIELDS)
        except MatError as error:
            refused += bool(str(error))

    assert refused > 40  # most changes of a version 7.3 file hit numbers or nothing


@pytest.mark.parametrize("write", WRITERS)
def test_a_file_cut_anywhere_is_an_error_in_words(tmp_path: Path, write: Writer) -> None:
    whole = write(tmp_path / "whole.mat", {"net": network()["net"]}).read_bytes()
    for length in (*range(0, 128, 16), *np.linspace(136, len(whole) - 100, 40).astype(int)):
        (tmp_path / "cut.mat").write_bytes(whole[:length])
        with pytest.raises(MatError, match=r"^is "):
            read_mat(tmp_path / "cut.mat", FIELDS)


def test_other_files_are_told_from_matlabs(tmp_path: Path) -> None:
    (tmp_path / "text.mat").write_bytes(b"hello")
    (tmp_path / "head.mat").write_bytes(b"MATLAB 7.3 MAT-file".ljust(512))

    with pytest.raises(MatError, match="not a MATLAB file of version 5 or 7"):
        read_mat(tmp_path / "text.mat", ["a"])
    with pytest.raises(MatError, match="is damaged"):
        read_mat(tmp_path / "head.mat", ["a"])
    with pytest.raises(MatError, match="No such file"):
        read_mat(tmp_path / "gone.mat", ["a"])
