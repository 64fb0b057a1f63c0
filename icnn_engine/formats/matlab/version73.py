"""MATLAB's files of version 7.3: HDF5 with axes in reverse, cells as references, texts as numbers.

By h5py's low-level calls: a box in a struct costs eight objects, and its usual calls take four times as long (measured
on Animal-Part, all fields: 4.0 ms a picture; so, and only the wanted ones, 0.8).
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from h5py import h5a, h5d, h5g, h5l, h5o, h5r, h5s, h5t, h5z

from icnn_engine.core.language import translate
from icnn_engine.formats.matlab.bounds import LARGEST, Bounds, MatError


def _elsewhere() -> MatError:
    return MatError(translate("Errors", "leads to another file or another place in it, which MATLAB's never do"))


FILTERS = {h5z.FILTER_DEFLATE, h5z.FILTER_SHUFFLE, h5z.FILTER_FLETCHER32}


def read_version73(path: Path, wanted: Collection[str]) -> dict[str, Any]:
    """The wanted variables of a file; as `read_mat`."""
    with h5py.File(path, "r") as file:
        reader = _Reader(file.id, wanted)
        members = reader.members(h5g.open(file.id, b"/"))
        return {name: reader.value(item, 0) for name, item in members.items()}


class _Reader:
    """Reads values of one file."""

    def __init__(self, file: Any, wanted: Collection[str]) -> None:
        self._file, self._bounds = file, Bounds()
        self._wanted = {name: name.encode() for name in wanted}

    def members(self, group: Any) -> dict[str, Any]:
        """The wanted members of a group. Raises MatError where one is only a link."""
        links = group.links
        raws = {name: raw for name, raw in self._wanted.items() if links.exists(raw)}
        if any(links.get_info(raw).type != h5l.TYPE_HARD for raw in raws.values()):
            raise _elsewhere()
        return {name: h5o.open(group, raw) for name, raw in raws.items()}

    def value(self, item: Any, depth: int) -> Any:
        """The value of a group or data set inside `depth` others."""
        self._bounds.keep(0, depth)
        if isinstance(item, h5g.GroupID):
            return self._structs(self.members(item), depth)
        if not isinstance(item, h5d.DatasetID):
            return None
        kind = item.get_type().get_class()
        if kind != h5t.FLOAT and h5a.exists(item, b"MATLAB_empty"):
            return _empty(item)
        values = self._array(item, depth)
        if values is None:
            return None
        if kind == h5t.REFERENCE:
            return [self.value(h5r.dereference(one, self._file), depth + 1) for one in values.ravel()]
        if values.dtype == np.uint16 and _class_of(item) == b"char":
            return values.astype("<u2").tobytes().decode("utf-16-le", "replace")
        return values.T

    def _structs(self, members: dict[str, Any], depth: int) -> Any:
        """One struct, or an array of them: there each field is a column of references, which says no class of its
        own."""
        found = {name: self.value(item, depth + 1) for name, item in members.items()}
        if not members or not all(map(_is_column, members.values())):
            return found
        rows = [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
        return rows[0] if len(rows) == 1 else rows

    def _array(self, item: Any, depth: int) -> np.ndarray | None:
        """The values of a data set, numbers or references; None where there are none, of another kind or too many."""
        settings = item.get_create_plist()
        if settings.get_external_count() or settings.get_layout() == h5d.VIRTUAL:
            raise _elsewhere()
        shape, dtype = item.shape, item.dtype
        size = math.prod(shape or ()) * dtype.itemsize
        known = dtype.kind in "fiub" or h5py.check_ref_dtype(dtype)
        if shape is None or not known or not self._bounds.fits(size):
            return None
        if settings.get_layout() == h5d.CHUNKED:
            _check_chunks(item, settings, dtype.itemsize)
        self._bounds.keep(size, depth)
        values = np.empty(shape, dtype)
        if size:
            item.read(h5s.ALL, h5s.ALL, values)
        return values


def _check_chunks(item: Any, settings: Any, itemsize: int) -> None:
    """Raises MatError where a chunk unfolds to more than its shape says: HDF5 unfolds it whole, be it gigabytes."""
    size = math.prod(settings.get_chunk()) * itemsize
    filters = [settings.get_filter(i)[0] for i in range(settings.get_nfilters())]
    if size > LARGEST or len(set(filters)) < len(filters) or not FILTERS.issuperset(filters):
        raise MatError(translate("Errors", "is compressed as MATLAB's never are"))
    chunks: list[Any] = []
    if h5z.FILTER_DEFLATE in filters:
        item.chunk_iter(chunks.append)
    for chunk in chunks:
        # 1024: zlib's own bytes around what it cannot make smaller, and a checksum.
        if chunk.size > size + (size >> 8) + 1024:
            raise MatError(translate("Errors", "is damaged (a chunk of impossible size)"))
        if chunk.filter_mask:  # a filter was left out here, as HDF5 may and MATLAB does not
            raise MatError(translate("Errors", "is compressed as MATLAB's never are"))
        data = item.read_direct_chunk(chunk.chunk_offset)[1]
        if len(zlib.decompressobj().decompress(data, size + 1024)) > size + 4:  # 4: a checksum
            raise MatError(translate("Errors", "unfolds to more than it says"))


def _empty(item: Any) -> Any:
    return {b"char": "", b"cell": [], b"struct": []}.get(_class_of(item), np.empty((0, 0)))


def _class_of(item: Any) -> bytes:
    """MATLAB's name for what a data set holds; nothing where it says none."""
    if not h5a.exists(item, b"MATLAB_class"):
        return b""
    attribute = h5a.open(item, b"MATLAB_class")
    if attribute.shape or attribute.dtype.kind != "S":
        return b""
    found = np.empty((), attribute.dtype)
    attribute.read(found)
    return bytes(found.item())


def _is_column(item: Any) -> bool:
    return isinstance(item, h5d.DatasetID) and item.get_type().get_class() == h5t.REFERENCE and not _class_of(item)
