"""MATLAB's files, versions 5 to 7 and 7.3 (HDF5), read for their numbers and texts only, within bounds.

A file may come from anywhere. scipy's reader, which nests as deep as the file says, can be made to end the program, and
fills the memory with layers that nobody asked for; so version 5 is read here, after MathWorks' "MAT-File Format".
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.core.language import translate
from icnn_engine.formats.matlab.bounds import MatError
from icnn_engine.formats.matlab.version5 import read_version5

__all__ = ["MatError", "number", "read_mat", "structs"]

# Everything that zlib, struct, numpy and h5py were seen to raise on damaged files.
_DAMAGED = (OSError, RuntimeError, LookupError, ValueError, TypeError, OverflowError, struct.error, zlib.error)


def read_mat(path: Path, wanted: Collection[str]) -> dict[str, Any]:
    """The variables of a file, by name; of them, and of the fields of their structs, only those in `wanted` are read.

    What MATLAB has is, in every version of file:

    - a struct: a dict. An array of structs: a list of dicts, but of a single one just its dict (`structs` takes both).
    - a cell array: a list, whose items are not named in `wanted`. This list and that of structs run column by column:
      {1 2; 3 4} is [1, 3, 2, 4], of whatever shape and without it.
    - text: a str, column by column, empty ''.
    - numbers and logicals: an array with MATLAB's own axes (rows, columns, ...), of the kind of number stored, which in
      version 5 may be a smaller one than MATLAB shows: whole doubles come as uint8. What is empty has size 0.
    - an array above `bounds.LARGEST`, complex and sparse numbers, tables, handles: None.

    Raises MatError.
    """
    try:
        with path.open("rb") as file:
            head = file.read(128)
            if not head.startswith((b"MATLAB 7.3", b"\x89HDF")):
                return read_version5(file, head, wanted)
        from icnn_engine.formats.matlab.version73 import read_version73  # h5py, which most never need

        return read_version73(path, wanted)
    except _DAMAGED as error:
        why = str(getattr(error, "strerror", None) or error).splitlines() or ["it ends too early"]
        raise MatError(translate("Errors", "is damaged or cannot be read ({why})"), why=why[0][:200]) from error


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
