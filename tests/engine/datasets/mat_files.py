"""MATLAB files that tests write: v5 with scipy, 7.3 as MATLAB lays HDF5 out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from scipy.io import savemat

HEAD = b"MATLAB 7.3 MAT-file, Platform: test, HDF5 schema 1.00 ."


def save_v5(path: Path, **variables: Any) -> Path:
    """A v5 file; a dict becomes a struct, a list of dicts an array of structs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    savemat(path, {name: _v5(value) for name, value in variables.items()}, do_compression=True)
    return path


def save_v73(path: Path, **variables: Any) -> Path:
    """The same as a 7.3 file: arrays transposed, arrays of structs as columns of references, what is empty marked."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "w", userblock_size=512) as file:
        for name, value in variables.items():
            _v73(file, file, name, value)
    data = path.read_bytes()
    path.write_bytes(HEAD.ljust(512, b" ") + data[512:])
    return path


SAVERS: tuple[Callable[..., Path], ...] = (save_v5, save_v73)


def _v5(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _v5(one) for name, one in value.items()}
    if isinstance(value, list):
        array = np.zeros((1, len(value)), dtype=[(name, object) for name in value[0]])
        for i, one in enumerate(value):
            array[0, i] = tuple(_v5(field) for field in one.values())
        return array
    return value


def _v73(file: h5py.File, group: h5py.Group, name: str, value: Any) -> None:
    if isinstance(value, dict):
        inside = group.create_group(name)
        inside.attrs["MATLAB_class"] = np.bytes_("struct")
        for field, one in value.items():
            _v73(file, inside, field, one)
    elif isinstance(value, list):
        inside = group.create_group(name)
        inside.attrs["MATLAB_class"] = np.bytes_("struct")
        for field in value[0]:
            column = inside.create_dataset(field, (len(value), 1), h5py.ref_dtype)
            for i, one in enumerate(value):
                column[i, 0] = _kept(file, one[field])
    else:
        _v73_array(group, name, value)


def _kept(file: h5py.File, value: Any) -> h5py.Reference:
    refs = file.require_group("#refs#")
    name = f"r{len(refs)}"
    _v73(file, refs, name, value)
    return refs[name].ref


def _v73_array(group: h5py.Group, name: str, value: Any) -> None:
    if isinstance(value, str):
        item = group.create_dataset(name, data=np.array([[ord(c)] for c in value], np.uint16))
        item.attrs["MATLAB_class"] = np.bytes_("char")
        return
    array = np.atleast_2d(np.asarray(value))
    item = group.create_dataset(name, data=array.T if array.size else np.array(array.shape, np.uint64))
    item.attrs["MATLAB_class"] = np.bytes_("logical" if array.dtype == bool else "double")
    if not array.size:
        item.attrs["MATLAB_empty"] = np.uint8(1)
