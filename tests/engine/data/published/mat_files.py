"""MATLAB files of data sets that tests write: there every list is an array of structs, and numbers are plain."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from tests.mat_files import write_v7, write_v73


def save_v5(path: Path, **variables: Any) -> Path:
    """A compressed file of version 5, in a folder that is made if it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_v7(path, {name: _plain(value) for name, value in variables.items()})


def save_v73(path: Path, **variables: Any) -> Path:
    """The same as a 7.3 file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_v73(path, {name: _plain(value) for name, value in variables.items()})


SAVERS: tuple[Callable[..., Path], ...] = (save_v5, save_v73)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return tuple(_plain(one) for one in value)
    return value if isinstance(value, str) else np.atleast_2d(np.asarray(value))
