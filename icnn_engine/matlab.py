"""MATLAB's files, versions 5 to 7 and 7.3 (HDF5), read for their numbers and texts only, within bounds.

A file may come from anywhere. scipy's reader, which nests as deep as the file says, can be made to end the program, and
fills the memory with layers that nobody asked for; so version 5 is read here, after MathWorks' "MAT-File Format".
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Collection
from math import prod
from pathlib import Path
from typing import Any, BinaryIO

import h5py
import numpy as np

LARGEST = 32 << 20  # bytes of one array; larger ones are left out. VGG-16's largest convolution has 9 MiB
MOST_KEPT = 512 << 20  # bytes of all arrays together; VGG-16's convolutions have 56 MiB
MOST_READ = 4 << 30  # bytes that a compressed file may unfold to; VGG-16's unfolds to 0.6 GiB
DEEPEST = 16  # structs and cells in one another
VALUE = 4096  # bytes that each value counts beside its numbers, so that a file of countless empty ones is refused too
LONGEST = 1 << 16  # bytes of all names of a struct's fields together

# MAT-File Format, table 1-1: how numbers are stored. 16 and 17 are texts.
STORED = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8"}
TEXTS = {1: "latin-1", 2: "latin-1", 4: "utf-16", 16: "utf-8", 17: "utf-16"}
MATRIX, COMPRESSED = 14, 15
CELL, STRUCT, CHAR, NUMBERS = 1, 2, 4, range(6, 16)  # table 1-3: what an array holds
IMAGINARY = 0x800


class MatError(Exception):
    """What is wrong with a MATLAB file, in words that follow 'The file'."""


def read_mat(path: Path, names: Collection[str]) -> dict[str, Any]:
    """The variables called `names`, as far as the file has them.

    A struct is a dict, a cell a list (column by column), a text a str, numbers an array indexed as in MATLAB; an array
    of structs is a dict of lists. None stands for anything else and for arrays above `LARGEST`. Raises MatError.
    """
    try:
        if h5py.is_hdf5(path):
            return _Version73().read(path, names)
        with path.open("rb") as file:
            return _read_version5(file, names)
    except (OSError, RuntimeError, KeyError, ValueError, TypeError, struct.error, zlib.error) as error:
        raise MatError(f"is damaged ({error})") from error


class _Bounded:
    """Counts what is kept of a file."""

    def __init__(self) -> None:
        self.kept = 0

    def keep(self, size: int, depth: int) -> None:
        """Raises MatError where the file holds too much, or nests too deep."""
        self.kept += size + VALUE
        if self.kept > MOST_KEPT or depth > DEEPEST:
            raise MatError("holds more, or deeper nested, values than any network's")


def _read_version5(file: BinaryIO, names: Collection[str]) -> dict[str, Any]:
    header = file.read(128)
    order = {b"IM": "<", b"MI": ">"}.get(header[126:128])
    if order is None:
        raise MatError("is not a MATLAB file")
    found: dict[str, Any] = {}
    while len(tag := file.read(8)) == 8:
        kind, size = struct.unpack(f"{order}2I", tag)
        end = file.tell() + size
        stream: Any = io.BufferedReader(_Inflated(file, size)) if kind == COMPRESSED else file
        reader = _Version5(stream, order)
        if kind == COMPRESSED:
            kind, size = reader.tag()
        if kind == MATRIX:
            name, value = reader.matrix(size, 0, names)
            if name in names:
                found[name] = value
        file.seek(end)
    return found


class _Inflated(io.RawIOBase):
    """The next `size` bytes of a file, unfolded while they are read."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._left, self._made = file, size, 0
        self._zlib = zlib.decompressobj()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        made = b""
        while not made and not self._zlib.eof:
            data = self._zlib.unconsumed_tail
            if not data:
                data = self._file.read(min(self._left, 1 << 16))
                self._left -= len(data)
            made = self._zlib.decompress(data, len(buffer))
            if not data and not made:
                break
        self._made += len(made)
        if self._made > MOST_READ:
            raise MatError("unfolds to more than any network's")
        buffer[: len(made)] = made
        return len(made)


class _Version5(_Bounded):
    """Reads the elements of a variable one after the other."""

    def __init__(self, stream: BinaryIO, order: str) -> None:
        super().__init__()
        self._stream, self._order, self._place = stream, order, 0

    def tag(self) -> tuple[int, int]:
        """Kind and size of the element that follows."""
        kind, size = struct.unpack(f"{self._order}2I", self._take(8))
        return kind, size

    def matrix(self, size: int, depth: int, names: Collection[str] | None = None) -> tuple[str, Any]:
        """Name and value of an array of `size` bytes; None where it has a name that is not among `names`.

        It may not be read to its end.
        """
        end = self._place + size
        self.keep(0, depth)
        if not size:  # as an empty cell's content is written
            return "", np.empty((0, 0))
        flags = int.from_bytes(self._element()[1][:4], "little" if self._order == "<" else "big")
        shape = tuple(np.frombuffer(self._element()[1], f"{self._order}i4").tolist())
        name = self._element()[1].decode("latin-1")
        value = None
        if min(shape, default=-1) < 0:
            raise MatError("is damaged (an array of negative size)")
        if names is None or name in names:
            value = self._value(flags, shape, end, depth)
        return name, value

    def _value(self, flags: int, shape: tuple[int, ...], end: int, depth: int) -> Any:
        match flags & 0xFF:
            case kind if kind == CELL:
                return [self._nested(end, depth) for _ in range(prod(shape))]
            case kind if kind == STRUCT:
                return self._struct(prod(shape), end, depth)
            case kind if kind == CHAR:
                stored, text = self._element()
                return text.decode(f"{TEXTS[stored]}{self._suffix(stored)}", "replace")
            case kind if kind in NUMBERS and not flags & IMAGINARY:
                return self._numbers(shape, depth)
        return None

    def _suffix(self, stored: int) -> str:
        return ("-le" if self._order == "<" else "-be") if "16" in TEXTS[stored] else ""

    def _struct(self, count: int, end: int, depth: int) -> Any:
        (width,) = struct.unpack(f"{self._order}i", self._element()[1])
        names = self._element()[1]
        if width < 1 or len(names) > LONGEST:
            raise MatError("is damaged (impossible names of fields)")
        fields = [names[i : i + width].split(b"\0")[0].decode("latin-1") for i in range(0, len(names), width)]
        columns: dict[str, list[Any]] = {field: [] for field in fields}
        for _ in range(count if fields else 0):
            for field in fields:
                columns[field].append(self._nested(end, depth))
        return {field: values[0] for field, values in columns.items()} if count == 1 else columns

    def _nested(self, end: int, depth: int) -> Any:
        kind, size = self.tag()
        own_end = self._place + size
        if kind != MATRIX or own_end > end:
            raise MatError("is damaged (a value reaches beyond the one around it)")
        value = self.matrix(size, depth + 1)[1]
        self._skip(own_end - self._place)
        return value

    def _numbers(self, shape: tuple[int, ...], depth: int) -> np.ndarray | None:
        kind, size, small = self._open()
        if size > LARGEST:
            return None  # `_nested` skips it
        self.keep(size, depth)
        numbers = np.frombuffer(self._close(size, small), f"{self._order}{STORED[kind]}")
        return numbers.reshape(shape, order="F")

    def _element(self) -> tuple[int, bytes]:
        kind, size, small = self._open()
        return kind, self._close(size, small)

    def _open(self) -> tuple[int, int, bool]:
        """Kind and size of an element of plain numbers, and whether they stand in the tag's second half."""
        (first,) = struct.unpack(f"{self._order}I", self._take(4))
        if first >> 16:
            return first & 0xFFFF, first >> 16, True
        (size,) = struct.unpack(f"{self._order}I", self._take(4))
        return first, size, False

    def _close(self, size: int, small: bool) -> bytes:
        room = 4 if small else size + -size % 8
        if size > min(room, LARGEST):
            raise MatError("is damaged (an element of impossible size)")
        return self._take(room)[:size]

    def _take(self, count: int) -> bytes:
        data = self._stream.read(count)
        self._place += len(data)
        if len(data) < count:
            raise MatError("is cut short")
        return data

    def _skip(self, count: int) -> None:
        if count < 0:
            raise MatError("is damaged (a value reaches beyond its end)")
        while count:
            count -= len(self._take(min(count, 1 << 20)))


class _Version73(_Bounded):
    """Reads HDF5 as MATLAB writes it: axes in reverse, cells as references, texts as numbers."""

    def read(self, path: Path, names: Collection[str]) -> dict[str, Any]:
        with h5py.File(path, "r") as file:
            return {name: self._member(file, name, 0) for name in names if name in file}

    def _member(self, group: Any, name: str, depth: int) -> Any:
        if not isinstance(group.get(name, getlink=True), h5py.HardLink):
            raise MatError(f"refers to another place for {name}, which MATLAB never does")
        return self._value(group[name], depth)

    def _value(self, item: Any, depth: int) -> Any:
        self.keep(0, depth)
        if isinstance(item, h5py.Group):
            return {name: self._member(item, name, depth + 1) for name in item}
        if not isinstance(item, h5py.Dataset) or item.external or item.is_virtual:
            return None
        if item.attrs.get("MATLAB_empty", 0):
            return "" if _class(item) == "char" else np.empty((0, 0))
        if item.size is None or item.size * item.dtype.itemsize > LARGEST:
            return None
        self.keep(item.size * item.dtype.itemsize, depth)
        if h5py.check_ref_dtype(item.dtype) is h5py.Reference:
            return [self._value(item.file[reference], depth + 1) for reference in item[()].ravel()]
        if item.dtype.kind not in "fiub":
            return None
        numbers = np.asarray(item[()]).T
        return "".join(map(chr, numbers.ravel(order="F").tolist())) if _class(item) == "char" else numbers


def _class(item: Any) -> str:
    """MATLAB's name for what a data set holds."""
    name = item.attrs.get("MATLAB_class", b"")
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)
