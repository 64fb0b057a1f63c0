"""Reads MATLAB files of versions 5 to 7, after MathWorks' "MAT-File Format": tagged elements, perhaps compressed."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Collection
from math import prod
from typing import Any, BinaryIO

import numpy as np

from icnn_engine.core.language import translate
from icnn_engine.formats.matlab.bounds import Bounds, MatError

LONGEST = 1 << 16  # bytes of an element that describes an array, such as all names of a struct's fields
MOST_AXES = 32

# MAT-File Format, table 1-1: stored types of numbers. 16 and 17 are texts.
STORED = {1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8"}
TEXTS = {1: "latin-1", 2: "latin-1", 4: "utf-16", 16: "utf-8", 17: "utf-16"}
MATRIX, COMPRESSED = 14, 15
CELL, STRUCT, CHAR, NUMBERS = 1, 2, 4, range(6, 16)  # table 1-3: classes of arrays
IMAGINARY = 0x800


def read_version5(file: BinaryIO, head: bytes, wanted: Collection[str]) -> dict[str, Any]:
    """Read the wanted variables, as `read_mat`. `head` are the first 128 bytes of the file."""
    order = {b"IM": "<", b"MI": ">"}.get(head[126:128])
    if order is None:
        raise MatError(translate("Errors", "is not a MATLAB file of version 5 or 7.3"))
    variables: dict[str, Any] = {}
    bounds = Bounds()
    while len(tag := file.read(8)) == 8:
        kind, size = struct.unpack(f"{order}2I", tag)
        end = file.tell() + size
        stream: Any = io.BufferedReader(_Inflated(file, size, bounds)) if kind == COMPRESSED else file
        reader = _Reader(stream, order, wanted, bounds)
        if kind == COMPRESSED:
            kind, size = reader.tag()
        if kind == MATRIX:
            name, value = reader.variable(size)
            if name in wanted:
                variables[name] = value
        file.seek(end)
    return variables


class _Inflated(io.RawIOBase):
    """The next `size` bytes of a file, decompressed while they are read."""

    def __init__(self, file: BinaryIO, size: int, bounds: Bounds) -> None:
        self._file, self._left, self._bounds = file, size, bounds
        self._zlib = zlib.decompressobj()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        output = b""
        while not output and not self._zlib.eof:
            data = self._zlib.unconsumed_tail
            if not data:
                data = self._file.read(min(self._left, 1 << 16))
                self._left -= len(data)
            output = self._zlib.decompress(data, len(buffer))
            if not data and not output:
                break
        self._bounds.unfold(len(output))
        buffer[: len(output)] = output
        return len(output)


class _Reader:
    """Reads the elements of a variable one after the other."""

    def __init__(self, stream: BinaryIO, order: str, wanted: Collection[str], bounds: Bounds) -> None:
        self._stream, self._order, self._wanted, self._bounds = stream, order, wanted, bounds
        self._place = 0

    def tag(self) -> tuple[int, int]:
        """Return kind and size of the next element."""
        kind, size = struct.unpack(f"{self._order}2I", self._take(8))
        return kind, size

    def variable(self, size: int) -> tuple[str, Any]:
        """Return name and value of a variable of `size` bytes; None if it is not wanted. May stop before its end."""
        if not size:
            return "", None
        end = self._place + size
        flags, shape, name = self._described()
        return name, self._value(flags, shape, end, 0) if name in self._wanted else None

    def _described(self) -> tuple[int, tuple[int, ...], str]:
        flags = int.from_bytes(self._short()[:4], "little" if self._order == "<" else "big")
        shape = tuple(np.frombuffer(self._short(), f"{self._order}i4").tolist())
        if min(shape, default=-1) < 0 or len(shape) > MOST_AXES:
            raise MatError(translate("Errors", "is damaged (an array of impossible shape)"))
        return flags, shape, self._short().decode("latin-1")

    def _value(self, flags: int, shape: tuple[int, ...], end: int, depth: int) -> Any:
        self._bounds.keep(0, depth)
        kind = flags & 0xFF
        if kind == CELL:
            return [self._nested(end, depth) for _ in range(prod(shape))]
        if kind == STRUCT:
            return self._structs(prod(shape), end, depth)
        if kind != CHAR and (kind not in NUMBERS or flags & IMAGINARY):
            return None
        stored, size, small = self._open()
        if not self._bounds.fits(size):
            return None  # `_nested` skips it
        self._bounds.keep(size, depth)
        data = self._close(size, small)
        if kind == CHAR:
            endian = ("-le" if self._order == "<" else "-be") if TEXTS[stored] == "utf-16" else ""
            return data.decode(f"{TEXTS[stored]}{endian}", "replace")
        return np.frombuffer(data, f"{self._order}{STORED[stored]}").reshape(shape, order="F")

    def _structs(self, count: int, end: int, depth: int) -> Any:
        (width,) = struct.unpack(f"{self._order}i", self._short())
        names = self._short()
        if width < 1:
            raise MatError(translate("Errors", "is damaged (impossible names of fields)"))
        fields = [names[i : i + width].split(b"\0")[0].decode("latin-1") for i in range(0, len(names), width)]
        rows = [self._row(fields, end, depth) for _ in range(count if fields else 0)]
        return rows[0] if len(rows) == 1 else rows

    def _row(self, fields: list[str], end: int, depth: int) -> dict[str, Any]:
        row = {}
        for field in fields:
            if field in self._wanted:
                row[field] = self._nested(end, depth)
            else:
                self._bounds.keep(0, depth)  # very many take time, if not memory
                self._skip(self._inside(end))
        return row

    def _nested(self, end: int, depth: int) -> Any:
        size = self._inside(end)
        if not size:  # the content of an empty cell
            self._bounds.keep(0, depth)
            return np.empty((0, 0))
        own_end = self._place + size
        flags, shape, _ = self._described()
        value = self._value(flags, shape, own_end, depth + 1)
        self._skip(own_end - self._place)
        return value

    def _inside(self, end: int) -> int:
        """Return the size of the next array, inside one that ends at `end`."""
        kind, size = self.tag()
        if kind != MATRIX or self._place + size > end:
            raise MatError(translate("Errors", "is damaged (a value reaches beyond the one around it)"))
        return size

    def _short(self) -> bytes:
        """Return an element that describes an array."""
        _, size, small = self._open()
        if size > LONGEST:
            raise MatError(translate("Errors", "is damaged (an array is described at impossible length)"))
        return self._close(size, small)

    def _open(self) -> tuple[int, int, bool]:
        """Return kind and size of an element of plain numbers, and whether these are in the second half of its tag."""
        (first,) = struct.unpack(f"{self._order}I", self._take(4))
        if first >> 16:
            return first & 0xFFFF, first >> 16, True
        (size,) = struct.unpack(f"{self._order}I", self._take(4))
        return first, size, False

    def _close(self, size: int, small: bool) -> bytes:
        room = 4 if small else size + -size % 8
        if size > room:
            raise MatError(translate("Errors", "is damaged (an element of impossible size)"))
        return self._take(room)[:size]

    def _take(self, count: int) -> bytes:
        data = self._stream.read(count)
        self._place += len(data)
        if len(data) < count:
            raise MatError(translate("Errors", "is cut short"))
        return data

    def _skip(self, count: int) -> None:
        if count < 0:
            raise MatError(translate("Errors", "is damaged (a value reaches beyond its end)"))
        while count:
            count -= len(self._take(min(count, 1 << 20)))
