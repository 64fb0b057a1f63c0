"""Where the tables lie that are made in the window: at the top of the folder of pictures, else with the user's data."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import platformdirs

from icnn_engine.core.atomic_files import fitting_name
from icnn_engine.core.escaping import visible
from icnn_engine.data.tables.csv_tables import table_in


def own_path(images: Path, table: str) -> Path:
    """Return the file in the user's data directory that replaces the table of a folder that cannot be written to."""
    digest = sha256(os.fsencode(images.resolve())).hexdigest()[:12]
    name = f"{fitting_name(visible(images.name))}-{digest}.csv"
    return platformdirs.user_data_path("Partscope", appauthor=False) / Path(table).stem / name


def existing_tables(images: Path, table: str) -> list[Path]:
    """Return the files there are of a folder's table, the newest first."""
    files = (path for path in (table_in(images, table), own_path(images, table)) if path.is_file())
    return sorted(files, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def table_path(images: Path, table: str) -> Path:
    """Return the newest file of a folder's table; where there is none, its path at the top of the folder."""
    return next(iter(existing_tables(images, table)), table_in(images, table))
