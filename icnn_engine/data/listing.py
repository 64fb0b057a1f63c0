"""Lists a folder of images by name: which pictures, of which category, on which side of the split."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from icnn_engine.core.annotations import Folder, Picture, Problem, Side
from icnn_engine.core.config import AUTO_BACKGROUND
from icnn_engine.core.errors import FolderError
from icnn_engine.core.language import translate
from icnn_engine.data.boxes.folder_boxes import may_hold_boxes
from icnn_engine.data.folder_names import (
    ending_of,
    inner_folder,
    is_hidden,
    is_own,
    is_split,
    is_training,
    plain_category,
    sides_of,
    stage_folder,
    visible_entries,
)
from icnn_engine.data.folder_summary import describe_folder
from icnn_engine.data.published import recognised
from icnn_engine.data.published.layout import DatasetLayout
from icnn_engine.data.reading.pictures import ENDINGS
from icnn_engine.data.tables.corrections import corrected
from icnn_engine.data.tables.csv_tables import BOXES, CORRECTIONS, GROUPS, LANDMARKS, LEFT_OUT, TableError, table_in

TABLES = frozenset({LANDMARKS, GROUPS, BOXES, LEFT_OUT, CORRECTIONS})
OTHER_PICTURES = frozenset(
    {".heic", ".heif", ".avif", ".svg", ".psd", ".raw", ".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".raf", ".rw2"}
    | {".jp2", ".j2k", ".jpx", ".jxl", ".jxr", ".exr", ".hdr", ".pdf", ".ppm", ".pgm", ".pnm", ".pbm", ".tga", ".ico"}
    | {".dcm", ".dds", ".fits"}
)


def list_folder(root: Path, merged: bool = False) -> Folder:
    """List the pictures of a folder by their names, without opening one.

    Parameters
    ----------
    root
        A folder with the layout `root/<category>/…`, the same below `train/ val/ test/` (or `Training/ Testing/`,
        `train_set/ dev_set/` …), or a flat folder, which is one category of the folder's name (it may hold a
        `_background`). CUB-200-2011, ILSVRC Animal-Part and Pascal VOC Part are read in their publishers' layouts: each
        object is a picture, the categories are species, animals, classes.
    merged
        Whether to make one category of all (except `_background`): `bird` of CUB, as in the paper, `animal` of
        Animal-Part, `object` of VOC Part, else the folder's name.

    Returns
    -------
    Folder
        Pictures and categories, sorted. `Folder.root` is the folder that the pictures' names are below: a lone folder
        around the categories or sides is skipped unless a table lies beside it, and a published data set's own folder
        may lie one level above or below `root`. `Folder.notes` tell what could have been understood otherwise. Pictures
        have the categories that `corrections.csv` gives them; a table that cannot be used is in `Folder.corrections`.

    Raises
    ------
    FolderError
        The folder does not exist, cannot be read, or holds no picture.
    """
    root = Path(os.path.abspath(root))  # noqa: PTH100 (a link stays as the user named it)
    _ensure_folder(root)
    inner = inner_folder(root)
    known = recognised(root) or recognised(inner)
    folder = corrected(_list_published(*known) if known else _list_own(root, inner))
    if not merged:
        return folder
    name = known[0].everything if known else folder.root.name
    pictures = tuple(p if p.category == AUTO_BACKGROUND else replace(p, category=name) for p in folder.pictures)
    return replace(folder, pictures=pictures, categories=_categories(pictures))


def _categories(pictures: Iterable[Picture]) -> tuple[str, ...]:
    return tuple(sorted({p.category for p in pictures}))


def _list_published(layout: DatasetLayout, root: Path) -> Folder:
    try:
        objects = layout.pictures(root)
    except TableError as error:
        raise FolderError(
            translate("Errors", "The {title} folder {root} cannot be used: {error}.").format(
                title=layout.title, root=root, error=error
            )
        ) from None
    listing = _Listing(root, list(objects.pictures), list(objects.problems))
    for entry in listing.scan(root, ""):
        if entry.name == AUTO_BACKGROUND and entry.is_dir():
            listing.add_category(entry, entry.name, None)
    return listing.folder()


def _home(root: Path, inner: Path) -> Path:
    """Return the folder that names are below: that of the categories, or one above it that holds a table or boxes."""
    folders = [folder for folder in (*reversed(inner.parents), inner) if folder.is_relative_to(root)]
    return next((folder for folder in folders if _has_tables(folder)), inner)


def _has_tables(folder: Path) -> bool:
    return any(table_in(folder, name).is_file() for name in TABLES) or may_hold_boxes(folder)


def _list_own(root: Path, inner: Path) -> Folder:
    listing = _Listing(home := _home(root, inner))
    below = "" if inner == home else inner.relative_to(home).as_posix()
    pictures, folders = listing.entries(inner, below)
    sides = _sides(folders)
    for entry in folders:
        if entry.name in sides:
            stage = stage_folder(Path(entry.path))
            name = _join(below, stage.relative_to(inner).as_posix())
            listing.add_stage(stage, name, *listing.entries(stage, name), sides[entry.name])
    rest = [e for e in folders if e.name not in sides and not listing.is_second_split(e, below, sides)]
    listing.add_stage(inner, below, pictures, rest, None)
    return describe_folder(listing.folder(), root, inner, sides, [e.name for e in rest], listing.inside)


@dataclass(slots=True)
class _Listing:
    """The pictures and problems listed so far.

    `read` holds the device and inode of each folder read, so that links cannot loop; `inside` the names of the
    sub-folders of each category that hold pictures. `below` is the POSIX path of a folder under the root, "" for the
    root itself.
    """

    root: Path
    pictures: list[Picture] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    read: set[tuple[int, int]] = field(default_factory=set)
    inside: dict[str, set[str]] = field(default_factory=dict)

    def folder(self) -> Folder:
        """Return the listed folder. Raises FolderError if it has no picture."""
        if not self.pictures:
            raise FolderError(_no_picture(self.root, self.problems))
        pictures = tuple(sorted(self.pictures, key=lambda p: p.name))
        return Folder(self.root, pictures, _categories(pictures), tuple(sorted(self.problems, key=lambda p: p.path)))

    def problem(self, path: str, reason: str) -> None:
        self.problems.append(Problem(path.encode("utf-8", "replace").decode("utf-8"), reason))

    def entries(self, folder: Path, below: str) -> tuple[list[str], list[os.DirEntry[str]]]:
        """Return the names of the picture files of a folder, and its sub-folders with links last.

        Hidden entries are skipped; every other file is a problem.
        """
        pictures, folders = [], []
        for entry in self.scan(folder, below):
            if is_hidden(entry.name) or (not below and self._is_table(entry.name)):
                continue
            if reason := _why_not(entry):
                self.problem(_join(below, entry.name), reason)
            elif entry.is_dir():
                folders.append(entry)
            else:
                pictures.append(entry.name)
        return pictures, sorted(folders, key=lambda e: (e.is_symlink(), e.name))

    def _is_table(self, name: str) -> bool:
        return name.lower() in TABLES and table_in(self.root, name.lower()) == self.root / name

    def add_stage(
        self, folder: Path, below: str, pictures: list[str], folders: list[os.DirEntry[str]], side: Side | None
    ) -> None:
        """Add the categories of the root or of one side; loose pictures are a category if there is no other."""
        full = [entry.name for entry in folders if self.add_category(entry, _join(below, entry.name), side)]
        if set(full) <= {AUTO_BACKGROUND}:
            self._add(folder, below, pictures, self.root.name or "pictures", side)
            return
        for name in pictures:
            text = translate("Errors", "the picture lies beside the categories: move it into one of them")
            self.problem(_join(below, name), text)

    def _add(self, folder: Path, below: str, names: list[str], category: str, side: Side | None) -> None:
        start, path = _join(below, ""), f"{folder}{os.sep}"
        self.pictures.extend(Picture(start + name, Path(path + name), plain_category(category), side) for name in names)

    def is_second_split(self, entry: os.DirEntry[str], below: str, sides: dict[str, Side]) -> bool:
        """Whether a folder beside the sides is a split of its own, often the same once more; then it is a problem."""
        second = bool(sides) and is_split(Path(entry.path))
        if second:
            text = translate("Errors", "it holds a split of its own beside {sides}: not taken as a category")
            self.problem(_join(below, entry.name), text.format(sides=", ".join(sides)))
        return second

    def add_category(self, entry: os.DirEntry[str], below: str, side: Side | None) -> bool:
        """Add every picture below a folder, at any depth; return whether there is one, else it is a problem."""
        first, first_problem = len(self.pictures), len(self.problems)
        waiting = [(Path(entry.path), below)]
        while waiting:
            folder, name = waiting.pop()
            pictures, folders = self.entries(folder, name)
            self._add(folder, name, pictures, entry.name, side)
            waiting.extend((Path(e.path), _join(name, e.name)) for e in reversed(folders))
        added, problems = self.pictures[first:], self.problems[first_problem:]
        if added:
            rests = (p.name[len(below) + 1 :].split("/") for p in added)
            inside = self.inside.setdefault(plain_category(entry.name), set())
            inside.update(rest[0] for rest in rests if len(rest) > 1)
        elif problems and all(p.reason == _own_output() for p in problems):
            self.problems[first_problem:] = [Problem(below, _own_output())]
        elif all(p.path != below for p in problems):
            self.problem(below, translate("Errors", "the folder holds no picture: not taken as a category"))
        return bool(added)

    def scan(self, folder: Path, below: str) -> list[os.DirEntry[str]]:
        """Return the entries of a folder; [] with a problem if it cannot be read, or was read before."""
        try:
            info = folder.stat()
            if (info.st_dev, info.st_ino) in self.read:
                self.problem(below, translate("Errors", "a link to a folder that is read already: not followed"))
                return []
            self.read.add((info.st_dev, info.st_ino))
            with os.scandir(folder) as entries:
                return list(entries)
        except OSError as error:
            text = translate("Errors", "the folder cannot be read ({strerror})")
            self.problem(below, text.format(strerror=error.strerror))
            return []


def _ensure_folder(root: Path) -> None:
    """Raise FolderError unless the folder exists and can be read."""
    if not root.exists():
        text = translate("Errors", "There is no folder {root}. Check the path, or choose another folder.")
        raise FolderError(text.format(root=root))
    if not root.is_dir():
        text = translate("Errors", "{root} is a file, not a folder. Choose the folder that holds your pictures.")
        raise FolderError(text.format(root=root))
    try:
        os.scandir(root).close()
    except OSError as error:
        text = translate("Errors", "The folder {root} cannot be read ({strerror}). Check its permissions.")
        raise FolderError(text.format(root=root, strerror=error.strerror)) from None


def _sides(folders: list[os.DirEntry[str]]) -> dict[str, Side]:
    """Return which folders are sides of a split: one `train` with a `val` or a `test`, or alone above categories.

    `train` beside other categories is a category: somebody may collect pictures of trains.
    """
    train = [e for e in folders if is_training(e.name)]
    others = {e.name for e in folders} - {AUTO_BACKGROUND, *(e.name for e in train)}
    if len(train) == 1 and not others and any(e.is_dir() for e in visible_entries(train[0].path)):
        return {train[0].name: "train"}
    return sides_of([e.name for e in folders])


def _join(below: str, name: str) -> str:
    return f"{below}/{name}" if below else name


def _own_output() -> str:
    """Return the reason why a folder that Partscope has written is not read."""
    return translate("Errors", "what Partscope has written itself: not taken as pictures")


def _why_not(entry: os.DirEntry[str]) -> str:
    """Return why an entry is neither a folder nor a picture file to open; empty if it is."""
    if not entry.name.isascii() and entry.name.encode("utf-8", "replace").decode() != entry.name:
        return translate("Errors", "its name is not valid Unicode: rename it")
    if entry.is_dir():
        return _own_output() if is_own(entry.path) else ""
    if not entry.is_file():
        if entry.is_symlink():
            return translate("Errors", "a link that leads nowhere")
        return translate("Errors", "not a file that can be opened")
    ending = ending_of(entry.name)
    if ending in ENDINGS:
        return ""
    if ending in OTHER_PICTURES:
        text = translate("Errors", "this kind of picture ({ending}) cannot be read: convert it to JPEG or PNG")
    else:
        text = translate("Errors", "not a picture ({ending})")
    return text.format(ending=ending or "no ending")


def _no_picture(root: Path, problems: list[Problem]) -> str:
    if not problems:
        return translate(
            "Errors",
            "The folder {root} holds no picture. Choose a folder with PNG, JPEG, BMP, GIF, WebP or TIFF files.",
        ).format(root=root)
    return translate(
        "Errors",
        "The folder {root} holds no picture. {count} entries were passed over ({path}: {reason}). Choose a folder with "
        "PNG, JPEG, BMP, GIF, WebP or TIFF files.",
    ).format(root=root, count=len(problems), path=problems[0].path, reason=problems[0].reason)
