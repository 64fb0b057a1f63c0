"""Slices that the user keeps by name, in a run folder's slices.toml: `[[slice]]` with `name` and `where`. No torch.

Keys that this version does not know stay as they are. Parts stand there by number, so that a slice stays when a part
gets another name.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.config import from_toml, reason_of, to_toml
from icnn_engine.core.errors import PartscopeError, RunError, SettingsError
from icnn_engine.core.language import short_list, translate

FILE, KEY = "slices.toml", "slice"


@dataclass(frozen=True, slots=True)
class SavedSlice:
    """A slice with a name; `where`: its text, as `parse_slice` reads it."""

    name: str
    where: str


def read_slices(run: Path) -> tuple[SavedSlice, ...]:
    """Return the slices kept in a run folder, in their order. Raises RunError where the file cannot be understood."""
    return tuple(SavedSlice(entry["name"], entry["where"]) for entry in _read(run)[KEY])


def add_slice(run: Path, slice: SavedSlice, at: int | None = None) -> SavedSlice:
    """Keep one more slice, last or before the one `at` that number, and return it as it is kept: without white space
    around its name. Raises SettingsError where the name is empty or taken, RunError, StorageError."""
    kept = _read(run)
    tidy = SavedSlice(_free_name(kept, slice.name), slice.where)
    place = len(kept[KEY]) if at is None else at
    kept[KEY].insert(place, {"name": tidy.name, "where": tidy.where})
    write_text(run / FILE, to_toml(kept))
    return tidy


def remove_slice(run: Path, name: str) -> SavedSlice:
    """Take a slice away and return it. Raises SettingsError where there is none of that name, RunError,
    StorageError."""
    kept = _read(run)
    entry = kept[KEY].pop(_place(kept, name))
    write_text(run / FILE, to_toml(kept))
    return SavedSlice(entry["name"], entry["where"])


def rename_slice(run: Path, name: str, new: str) -> SavedSlice:
    """Give a slice another name and return it. Raises SettingsError where there is none of that name, or the new one
    is empty or taken; RunError, StorageError."""
    kept = _read(run)
    entry = kept[KEY][_place(kept, name)]
    entry["name"] = _free_name(kept, new, but=entry["name"])
    write_text(run / FILE, to_toml(kept))
    return SavedSlice(entry["name"], entry["where"])


def saved_slice(run: Path, name: str) -> SavedSlice:
    """Return the slice of a name. Raises SettingsError where there is none, RunError."""
    return read_slices(run)[_place(_read(run), name)]


def _read(run: Path) -> dict[str, Any]:
    """Return what slices.toml holds, with a list of slices also where there is none."""
    path = run / FILE
    try:
        kept = from_toml(path.read_text(encoding="utf-8")) if path.is_file() else {}
        entries = kept.setdefault(KEY, [])
        if not isinstance(entries, list) or not all(_is_whole(entry) for entry in entries):
            raise ValueError("a slice is not a table with a name and a where")
        return kept
    except (OSError, ValueError, PartscopeError) as error:
        text = translate(
            "Errors",
            "The slices in {path} cannot be read ({error}). Mend the file, or rename it to begin anew; the run itself "
            "is whole.",
        )
        raise RunError(text.format(path=path, error=reason_of(error))) from None


def _is_whole(entry: object) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in ("name", "where"))


def _place(kept: dict[str, Any], name: str) -> int:
    """Return which slice has a name, capital and small letters alike."""
    names = [entry["name"] for entry in kept[KEY]]
    for place, own in enumerate(names):
        if own.casefold() == name.strip().casefold():
            return place
    words = translate("Errors", "There is no saved slice {name}. Saved are: {names}.")
    if not names:
        words = translate("Errors", "There is no saved slice {name}: none is saved in this run.")
    raise SettingsError(words.format(name=name, names=short_list(names)))


def _free_name(kept: dict[str, Any], name: str, but: str | None = None) -> str:
    """Return a name without white space around it that no slice has, except the one called `but`."""
    tidy = " ".join(name.split())
    if not tidy:
        raise SettingsError(translate("Errors", "A slice needs a name to be kept by."))
    if any(entry["name"].casefold() == tidy.casefold() for entry in kept[KEY] if entry["name"] != but):
        words = translate("Errors", "There is a slice called {name} already. Choose another name, or remove that one.")
        raise SettingsError(words.format(name=tidy))
    return tidy
