"""Writes MATLAB's files as MATLAB does: version 5 by scipy, version 7.3 as HDF5 with its attributes and references.

Values: a dict is a struct, a tuple of dicts an array of structs (of one row), a list a cell (of one row), a str a text,
an array numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from scipy.io import savemat

CLASSES = {"float32": b"single", "float64": b"double", "uint8": b"uint8", "int32": b"int32", "bool": b"logical"}


def write_v5(path: Path, variables: dict[str, Any], compressed: bool = False) -> Path:
    """A file of version 5 (`compressed`: as 7 writes it)."""
    savemat(path, {name: _for_scipy(value) for name, value in variables.items()}, do_compression=compressed)
    return path


def write_v7(path: Path, variables: dict[str, Any]) -> Path:
    """A file of version 7, which is a compressed 5."""
    return write_v5(path, variables, compressed=True)


def write_v73(path: Path, variables: dict[str, Any]) -> Path:
    """A file of version 7.3: HDF5 behind 512 bytes of header."""
    with h5py.File(path, "w", userblock_size=512) as file:
        for name, value in variables.items():
            _put(file, name, value)
    with path.open("r+b") as raw:
        raw.write(b"MATLAB 7.3 MAT-file".ljust(124) + b"\x00\x02IM")
    return path


WRITERS: list[Callable[[Path, dict[str, Any]], Path]] = [write_v5, write_v7, write_v73]


def _for_scipy(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _for_scipy(inner) for name, inner in value.items()}
    if isinstance(value, list):
        cell = np.empty((1, len(value)), dtype=object)
        cell[0] = [_for_scipy(inner) for inner in value]
        return cell
    if isinstance(value, tuple):
        array = np.zeros((1, len(value)), dtype=[(name, object) for name in value[0]])
        for i, one in enumerate(value):
            array[0, i] = tuple(_for_scipy(inner) for inner in one.values())
        return array
    return value


def _put(group: Any, name: str, value: Any) -> None:
    if isinstance(value, dict):
        made = group.create_group(name)
        made.attrs["MATLAB_class"] = np.bytes_(b"struct")
        for field, inner in value.items():
            _put(made, field, inner)
    elif isinstance(value, list):
        _put_column(group, name, value).attrs["MATLAB_class"] = np.bytes_(b"cell")
    elif isinstance(value, tuple):
        made = group.create_group(name)
        made.attrs["MATLAB_class"] = np.bytes_(b"struct")
        for field in value[0]:
            _put_column(made, field, [one[field] for one in value])
    elif isinstance(value, str):
        made = group.create_dataset(name, data=np.array([[ord(letter)] for letter in value], dtype=np.uint16))
        made.attrs["MATLAB_class"] = np.bytes_(b"char")
    elif value.size:
        made = group.create_dataset(name, data=value.T)
        made.attrs["MATLAB_class"] = np.bytes_(CLASSES[str(value.dtype)])
    else:
        made = group.create_dataset(name, data=np.array(value.shape, dtype=np.uint64))
        made.attrs["MATLAB_class"] = np.bytes_(b"double")
        made.attrs["MATLAB_empty"] = np.uint8(1)


def _put_column(group: Any, name: str, values: list[Any]) -> Any:
    """References to values that lie elsewhere."""
    store = group.file.require_group("#refs#")
    made = group.create_dataset(name, (len(values), 1), h5py.ref_dtype)
    for place, value in enumerate(values):
        store.attrs["count"] = count = int(store.attrs.get("count", 0)) + 1  # inner cells count on
        _put(store, f"c{count}", value)
        made[place, 0] = store[f"c{count}"].ref
    return made
