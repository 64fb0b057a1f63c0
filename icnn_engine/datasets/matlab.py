"""Reads the MATLAB files of data sets into plain values: structs in rows, and only those of their fields that are used.

Version 5 is read by `icnn_engine.matlab`. Of 7.3 (HDF5) this reads only what is wanted: in files of some thousand small
structs, as these are, that takes a fourth to a tenth of the time of reading all.
"""

from __future__ import annotations

import math
import os
import struct
import zlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.datasets.tables import AGAIN, TableError

MAX_VALUES = 100_000_000  # of one array: a mask has as many values as a picture has pixels, at most 89 million
MAX_DEPTH = 12  # of structs in structs: a file whose references run in a circle has no end
# Everything that the readers were seen to raise on damaged files.
_DAMAGED = (
    *(OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, EOFError, MemoryError),
    *(RuntimeError, AssertionError, struct.error, zlib.error, Warning),
)


def read_mat(path: Path, wanted: Collection[str]) -> dict[str, Any]:
    """The variables of a MATLAB file, by name; of them and of their fields only those in `wanted` are read.

    A struct is a dict, an array of structs a list of dicts, a cell array a list, text a str, numbers are an array with
    MATLAB's own rows and columns, what is empty is an array without values. Raises TableError, naming the file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(128)
        if head.startswith((b"MATLAB 7.3", b"\x89HDF")):
            return _read_hdf5(path, wanted)
        if head.startswith(b"MATLAB 5"):
            return _read_v5(path, wanted)
    except _DAMAGED as error:
        why = (str(getattr(error, "strerror", None) or error) or "it ends too early").splitlines()[0]
        raise TableError(f"{path} is damaged or cannot be read ({why[:200]}); {AGAIN}") from None
    raise TableError(f"{path} is not a MATLAB file of version 5 or 7.3; {AGAIN}")


def structs(value: Any) -> list[dict[str, Any]]:
    """An array of structs of any length as a list; MATLAB tells no struct from an array of one."""
    if isinstance(value, dict):
        return [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def number(value: Any) -> float:
    """A single number, which publishers sometimes wrote as text; nan where it is none."""
    try:
        return float(value if isinstance(value, str) else np.asarray(value, dtype=np.float64).item())
    except (ValueError, TypeError):
        return float("nan")


def _read_v5(path: Path, wanted: Collection[str]) -> dict[str, Any]:
    from icnn_engine import matlab  # imports h5py, which nobody needs before such a file is opened

    try:
        return {name: _plain(value, wanted) for name, value in matlab.read_mat(path, wanted).items()}
    except matlab.MatError as error:
        raise TableError(f"{path} {error}; {AGAIN}") from None


def _plain(value: Any, wanted: Collection[str]) -> Any:
    """A value of `icnn_engine.matlab` as it is here: the wanted fields only, and arrays of structs in rows."""
    if isinstance(value, list):
        return [_plain(one, wanted) for one in value]
    if not isinstance(value, dict):
        return value
    fields = {name: _plain(one, wanted) for name, one in value.items() if name in wanted}
    if not fields or not all(isinstance(one, list) for one in value.values()):
        return fields
    return [dict(zip(fields, row, strict=True)) for row in zip(*fields.values(), strict=True)]


def _read_hdf5(path: Path, wanted: Collection[str]) -> dict[str, Any]:
    from h5py import h5f

    file = h5f.open(os.fsencode(path), h5f.ACC_RDONLY)
    try:
        fields = _fields(file, wanted)
        return {name: _value(file, item, wanted, 0) for name, item in fields.items()}
    finally:
        file.close()


def _fields(group: Any, wanted: Collection[str]) -> dict[str, Any]:
    """The wanted members of a group, none of which may lie in another file.

    Here and below h5py's low-level calls: a box in a struct costs eight objects, and its usual ones take four times as
    long (measured: 2.7 ms a picture of Animal-Part).
    """
    from h5py import h5g, h5l, h5o

    root = h5g.open(group, b"/") if not isinstance(group, h5g.GroupID) else group
    names = {raw.decode("utf-8", "replace"): raw for raw in root}
    kept = {name: raw for name, raw in names.items() if name in wanted}
    if any(root.links.get_info(raw).type == h5l.TYPE_EXTERNAL for raw in kept.values()):
        raise ValueError("a part of it lies in another file")
    return {name: h5o.open(root, raw) for name, raw in kept.items()}


def _value(file: Any, item: Any, wanted: Collection[str], depth: int) -> Any:
    from h5py import h5a, h5d, h5g, h5r, h5t

    if depth > MAX_DEPTH:
        raise ValueError("its values are nested too deeply")
    if isinstance(item, h5g.GroupID):
        return _struct(file, _fields(item, wanted), wanted, depth)
    if not isinstance(item, h5d.DatasetID):
        raise ValueError("it holds what no MATLAB file does")
    kind, values = item.get_type().get_class(), _array(item)
    if kind != h5t.FLOAT and (not values.size or h5a.exists(item, b"MATLAB_empty")):
        return np.zeros((0, 0))
    if kind == h5t.REFERENCE:
        return [_value(file, h5r.dereference(one, file), wanted, depth + 1) for one in values.ravel()]
    if values.dtype == np.uint16 and _class_of(item) == b"char":
        return "".join(map(chr, values.ravel().tolist()))
    return values.T


def _array(item: Any) -> np.ndarray:
    """The values of a data set. Raises ValueError where they are too many or lie in another file."""
    from h5py import h5s

    shape = item.shape
    if math.prod(shape) > MAX_VALUES or item.get_create_plist().get_external_count():
        raise ValueError("a part of it is too large or lies in another file")
    values = np.empty(shape, item.dtype)
    if values.size:
        item.read(h5s.ALL, h5s.ALL, values)
    return values


def _class_of(item: Any) -> bytes:
    from h5py import h5a

    if not h5a.exists(item, b"MATLAB_class"):
        return b""
    attribute = h5a.open(item, b"MATLAB_class")
    found = np.empty(attribute.shape, attribute.dtype)
    attribute.read(found)
    return bytes(found.item())


def _struct(file: Any, fields: dict[str, Any], wanted: Collection[str], depth: int) -> Any:
    """One struct, or an array of them: there each field is a column of references, which says no class of its own."""
    found = {name: _value(file, item, wanted, depth + 1) for name, item in fields.items()}
    if not fields or not all(map(_is_column, fields.values())):
        return found
    rows = [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
    return rows[0] if len(rows) == 1 else rows


def _is_column(item: Any) -> bool:
    from h5py import h5d, h5t

    return isinstance(item, h5d.DatasetID) and item.get_type().get_class() == h5t.REFERENCE and not _class_of(item)
