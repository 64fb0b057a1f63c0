"""Reads numbers, texts, structs and cells of MATLAB files, versions 5 to 7 and 7.3 (HDF5), within bounds.

A file may come from anywhere, so version 5 is read here, after MathWorks' "MAT-File Format". `scipy.io.loadmat` is not
safe enough: it follows nested cells recursively, so that a file of 60 kB (6 kB in a thread with a stack of 512 kB) ends
the program; it allocates arrays of the size that a cell claims (1.5 GiB for a file of 168 bytes); and it reads layers
that nobody asked for.
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

# All exceptions that zlib, struct, numpy and h5py were observed to raise on damaged files.
_DAMAGED = (OSError, RuntimeError, LookupError, ValueError, TypeError, OverflowError, struct.error, zlib.error)


def read_mat(path: Path, wanted: Collection[str]) -> dict[str, Any]:
    """Read variables of a MATLAB file.

    Parameters
    ----------
    path
        A file of version 5 to 7, or 7.3.
    wanted
        The names of the variables to read, and of the fields of structs in them; others are skipped. Items of cells
        have no names.

    Returns
    -------
    dict
        The variables by name. In every version of file, values are:

        - a struct: a dict. An array of structs: a list of dicts, but a single one just its dict (see `structs`).
        - a cell array: a list. This list and that of structs run column by column, without their shape: {1 2; 3 4} is
          [1, 3, 2, 4].
        - text: a str, column by column.
        - numbers and logicals: an array with MATLAB's axes (rows, columns, ...) and the stored type of number. In
          version 5 that may be smaller than MATLAB shows: whole doubles are stored as uint8. Empty arrays have size 0.
        - an array above `bounds.LARGEST`, complex and sparse numbers, tables, handles: None.

    Raises
    ------
    MatError
        The file is damaged, is no MATLAB file, or exceeds the bounds.
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
    """Return an array of structs as a list; MATLAB does not distinguish a struct from an array of one."""
    values = value if isinstance(value, list) else [value]
    return [own for own in values if isinstance(own, dict)]


def number(value: Any) -> float:
    """Return a single number, which some publishers write as text; nan if it is none."""
    try:
        return float(value if isinstance(value, str) else np.asarray(value, dtype=np.float64).item())
    except (ValueError, TypeError):
        return float("nan")
