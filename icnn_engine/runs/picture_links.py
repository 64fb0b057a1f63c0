"""A new folder of links to some pictures of a run, for other programs. No torch."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from icnn_engine.core.annotations import file_of
from icnn_engine.core.atomic_files import distinct_name
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, slots=True)
class Linked:
    """How many pictures were linked, and how many copied because the system refused a link; `missing`: names of those
    whose files are gone."""

    links: int
    copies: int
    missing: tuple[str, ...]


def picture_files(run: Run, pictures: Sequence[int]) -> tuple[Path, ...]:
    """Return the files (absolute) that hold pictures of a run, each once, in their order; they may be gone."""
    files = (file_of(run.pictures[index].where(run.images)) for index in pictures)
    return tuple(dict.fromkeys(file.absolute() for file in files))


def link_pictures(run: Run, pictures: Sequence[int], folder: Path) -> Linked:
    """Make a folder of symbolic links to the files of pictures, or of copies where the system refuses links.

    A file is called after its folder and itself (fox/001.jpg: fox-001.jpg), a second one of that name fox-001 (2).jpg.
    Raises SettingsError where the folder is there and not empty: nothing is ever replaced; OSError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        words = translate("Errors", "{folder} is there already. Name a new folder: nothing that is there is replaced.")
        raise SettingsError(words.format(folder=folder))
    folder.mkdir(parents=True, exist_ok=True)
    counts, missing, taken = {True: 0, False: 0}, [], set[str]()
    for file in picture_files(run, pictures):
        if file.is_file():
            counts[_link(file, folder / _name(file, taken))] += 1
        else:
            missing.append(file.name)
    return Linked(counts[True], counts[False], tuple(missing))


def _link(file: Path, place: Path) -> bool:
    """Link or copy a file to a place that is free; return whether it is a link. Raises OSError."""
    try:
        place.symlink_to(file)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # file systems without links, Windows without the right to make them
        with file.open("rb") as source, place.open("xb") as copy:
            shutil.copyfileobj(source, copy)
        return False
    return True


def _name(file: Path, taken: set[str]) -> str:
    """Return a name that is not taken, capital and small letters alike, and take it."""
    stem, number = distinct_name(f"{file.parent.name}-{file.stem}"), 1
    name = f"{stem}{file.suffix}"
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number}){file.suffix}"
    taken.add(name.casefold())
    return name
