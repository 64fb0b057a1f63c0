"""The sample run: a finished run on the drawn creatures that is shipped with the program.

`resources/sample/creatures.zip` holds its pictures below `pictures/` and its run folder below `run/`. The weights of
the trunk are left out, since `resources/weights` has them. `scripts/make_sample_run.py` writes the archive.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

import numpy as np
import safetensors.numpy as safetensors

from icnn_engine.core.atomic_files import atomic_path, write_text
from icnn_engine.core.config import from_toml, to_toml
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.runs.run_folder import WEIGHT_FILES, Run, open_run

ARCHIVE = ("sample", "creatures.zip")  # below resources
BUNDLED = ("weights", "efficientnet_lite0.safetensors")
TRUNK = "trunk."
SAMPLE = "sample"  # marks in run.toml that nobody trained it here
MODEL = WEIGHT_FILES[NetworkName.INTERPRETABLE]


def open_sample_run(pictures: Path, run: Path) -> Run:
    """Open the sample run; write its pictures and its run folder first, unless they are there.

    Names, notes and stars that the user gave in the run stay. A run folder that this version cannot read is kept under
    another name beside it.

    Parameters
    ----------
    pictures : Path
        Folder for its pictures. Files that are there already stay as they are.
    run : Path
        The run folder.

    Raises
    ------
    RunError, StorageError
        If the archive of the program is damaged, or nothing can be written; the message says what to do.
    """
    try:
        with ZipFile(BytesIO(files("resources").joinpath(*ARCHIVE).read_bytes())) as archive:
            _write_missing(archive, "pictures", pictures)
            if (run / "run.toml").is_file():
                try:
                    return open_run(run, images=pictures)
                except RunError:
                    run.rename(_free_name(run))
            return _write_run(archive, run, pictures)
    except (FileNotFoundError, BadZipFile, EOFError) as error:
        words = translate("Errors", "The sample of the program cannot be read ({error}). Install Partscope again.")
        raise RunError(words.format(error=error)) from None


def without_trunk(state: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the arrays of a weight file that the bundled weights of the trunk do not have."""
    bundled = _bundled_trunk()
    return {key: array for key, array in state.items() if not _is_bundled(key, array, bundled)}


def _is_bundled(key: str, array: np.ndarray, bundled: Mapping[str, np.ndarray]) -> bool:
    return key in bundled and np.array_equal(array, bundled[key])


def _bundled_trunk() -> dict[str, np.ndarray]:
    arrays = safetensors.load(files("resources").joinpath(*BUNDLED).read_bytes())
    return {TRUNK + key: array for key, array in arrays.items()}


def _write_run(archive: ZipFile, run: Path, pictures: Path) -> Run:
    """Write the run folder, run.toml last: a run without it is none."""
    _write_missing(archive, "run", run, skip=("run.toml", MODEL))
    state = _bundled_trunk() | safetensors.load(archive.read(f"run/{MODEL}"))
    _write(run / MODEL, safetensors.save(state, {"network": str(NetworkName.INTERPRETABLE)}))
    info = from_toml(archive.read("run/run.toml").decode())
    info["data"]["folder"] = str(pictures.resolve())
    info[SAMPLE] = True
    write_text(run / "run.toml", to_toml(info))
    return open_run(run)


def _write_missing(archive: ZipFile, top: str, folder: Path, skip: tuple[str, ...] = ()) -> None:
    """Write the files of the archive below `top` that the folder lacks."""
    for name in archive.namelist():
        path = PurePosixPath(name)
        inside = path.relative_to(top) if path.is_relative_to(top) else PurePosixPath()
        target = folder / inside
        if inside.parts and str(inside) not in skip and not target.exists():
            _write(target, archive.read(name))


def _write(path: Path, content: bytes) -> None:
    with atomic_path(path, durable=False) as part:
        part.write_bytes(content)


def _free_name(run: Path) -> Path:
    """Return a name beside a run folder that nothing has."""
    return next(path for n in range(1, 10_000) if not (path := run.with_name(f"{run.name}-old{n}")).exists())
