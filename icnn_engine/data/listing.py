"""Lists a folder of images by name only: which pictures, of which category, on which side of the split."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from icnn_engine.core.annotations import Folder, Picture, Problem, Side
from icnn_engine.core.config import AUTO_BACKGROUND
from icnn_engine.core.errors import FolderError
from icnn_engine.core.language import translate
from icnn_engine.data.folder_names import (
    inner_folder,
    is_hidden,
    is_own,
    is_split,
    is_training,
    plain_category,
    sides_of,
    stage_folder,
)
from icnn_engine.data.folder_summary import FolderReading, describe_folder
from icnn_engine.data.published import recognised
from icnn_engine.data.published.layout import DatasetLayout
from icnn_engine.data.reading.pictures import ENDINGS
from icnn_engine.data.tables.csv_tables import BOXES, GROUPS, LANDMARKS, TableError, table_in

TABLES = frozenset({LANDMARKS, GROUPS, BOXES})
OTHER_PICTURES = frozenset({".heic", ".heif", ".avif", ".svg", ".psd", ".raw", ".cr2", ".cr3", ".nef", ".arw", ".dng"})
OTHER_PICTURES |= frozenset({".jp2", ".jxl", ".exr", ".hdr", ".pdf", ".ppm", ".pgm", ".tga", ".ico"})
OTHER_PICTURES |= frozenset({".j2k", ".jpx", ".jxr", ".orf", ".raf", ".rw2", ".dcm", ".pnm", ".pbm", ".dds", ".fits"})


def list_folder(root: Path, merged: bool = False) -> Folder:
    """The pictures of a folder, found by their names without opening one; sorted, stable.

    Layouts: `root/<category>/…`, the same below `train/ val/ test/` (or `Training/ Testing/`, `train_set/ dev_set/` …),
    or a flat folder, which is one category of the folder's name (a `_background` may lie in it). A lone folder around
    these is stepped through: `Folder.root` is then that folder, unless a table lies beside it. What could have been
    understood otherwise is told in `Folder.notes`. CUB-200-2011, ILSVRC Animal-Part and Pascal VOC Part are known in
    their publishers' layouts: each object is a picture of its own, and `Folder.root` is the data set's own folder,
    which may lie one above or below `root`. Their categories are species, animals, classes.

    `merged` makes one category of all (but `_background`): `bird` of CUB, as in the paper, `animal` of Animal-Part,
    `object` of VOC Part, of another folder its name. Raises FolderError where the folder is not there, cannot be read
    or holds no picture.
    """
    root = Path(os.path.abspath(root))  # noqa: PTH100 (a link stays as the user named it)
    _must_be_folder(root)
    inner = inner_folder(root)
    known = recognised(root) or recognised(inner)
    folder = _list_published(*known) if known else _list_own(root, inner)
    return _merged(folder, known[0].everything if known else folder.root.name) if merged else folder


def _list_published(layout: DatasetLayout, root: Path) -> Folder:
    listing = _Listing(root)
    try:
        found = layout.pictures(root)
    except TableError as error:
        raise FolderError(
            translate("Errors", "The {title} folder {root} cannot be used: {error}.").format(
                title=layout.title, root=root, error=error
            )
        ) from None
    listing.pictures.extend(found.pictures)
    listing.problems.extend(found.problems)
    for entry in listing.scan(root, ""):
        if entry.name == AUTO_BACKGROUND and entry.is_dir():
            listing.add_category(entry, entry.name, None)
    return listing.folder()


def _merged(folder: Folder, name: str) -> Folder:
    pictures = tuple(p if p.category == AUTO_BACKGROUND else replace(p, category=name) for p in folder.pictures)
    return replace(folder, pictures=pictures, categories=tuple(sorted({p.category for p in pictures})))


def _home(root: Path, inner: Path) -> Path:
    """The folder that names are below: the one that holds the categories, or one above it that a table lies in."""
    way = [place for place in (*reversed(inner.parents), inner) if place.is_relative_to(root)]
    return next((place for place in way if any(table_in(place, name).is_file() for name in TABLES)), inner)


def _list_own(root: Path, inner: Path) -> Folder:
    listing = _Listing(home := _home(root, inner))
    below = "" if inner == home else inner.relative_to(home).as_posix()
    top = listing.entries(inner, below)
    sides = _sides(top)
    for entry in top.folders:
        if entry.name in sides:
            place = stage_folder(Path(entry.path))
            stage = listing.entries(place, name := _join(below, place.relative_to(inner).as_posix()))
            listing.add_stage(place, name, stage, sides[entry.name])
    rest = tuple(
        entry for entry in top.folders if entry.name not in sides and not listing.is_second(entry, below, sides)
    )
    listing.add_stage(inner, below, _Entries(top.pictures, rest), None)
    return describe_folder(
        listing.folder(), FolderReading(root, inner, sides, [entry.name for entry in rest], listing.inside)
    )


@dataclass(frozen=True, slots=True)
class _Entries:
    """What one folder holds: names of its picture files, and its sub-folders with links last."""

    pictures: tuple[str, ...]
    folders: tuple[os.DirEntry[str], ...]


@dataclass(slots=True)
class _Listing:
    """A listing under way. `seen` holds the device and inode of each folder read, so that links cannot loop; `inside`
    the names of the sub-folders of each category that hold pictures, "" where pictures lie in the category itself.

    `below` is everywhere a folder's POSIX path under the root, empty for the root itself.
    """

    root: Path
    pictures: list[Picture] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)
    inside: dict[str, set[str]] = field(default_factory=dict)

    def folder(self) -> Folder:
        """What was found. Raises FolderError where there is no picture."""
        if not self.pictures:
            raise FolderError(_nothing(self.root, self.problems))
        pictures = tuple(sorted(self.pictures, key=lambda p: p.name))
        problems = tuple(sorted(self.problems, key=lambda p: p.path))
        return Folder(self.root, pictures, tuple(sorted({p.category for p in pictures})), problems)

    def problem(self, path: str, reason: str) -> None:
        self.problems.append(Problem(path.encode("utf-8", "replace").decode("utf-8"), reason))

    def entries(self, folder: Path, below: str) -> _Entries:
        """Reads one folder; hidden entries are left out, each other file that is no picture is a problem."""
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
        return _Entries(tuple(pictures), tuple(sorted(folders, key=lambda e: (e.is_symlink(), e.name))))

    def _is_table(self, name: str) -> bool:
        lower = name.lower()
        return lower in TABLES and table_in(self.root, lower) == self.root / name

    def add_stage(self, folder: Path, below: str, entries: _Entries, side: Side | None) -> None:
        """Adds the categories of the root or of one side; loose pictures are a category where there is no other."""
        found = [self.add_category(entry, _join(below, entry.name), side) for entry in entries.folders]
        named = any(full and e.name != AUTO_BACKGROUND for e, full in zip(entries.folders, found, strict=True))
        if not named:
            self._add(folder, below, entries.pictures, self.root.name or "pictures", side)
            return
        for name in entries.pictures:
            self.problem(
                _join(below, name),
                translate("Errors", "the picture lies beside the categories: move it into one of them"),
            )

    def _add(self, folder: Path, below: str, names: tuple[str, ...], category: str, side: Side | None) -> None:
        start, path = _join(below, ""), f"{folder}{os.sep}"
        self.pictures.extend(Picture(start + name, Path(path + name), plain_category(category), side) for name in names)

    def is_second(self, entry: os.DirEntry[str], below: str, sides: dict[str, Side]) -> bool:
        """A folder beside the sides of a split that is a split of its own, often the same once more: a problem."""
        second = bool(sides) and is_split(Path(entry.path))
        if second:
            text = translate("Errors", "it holds a split of its own beside {sides}: not taken as a category")
            self.problem(_join(below, entry.name), text.format(sides=", ".join(sides)))
        return second

    def add_category(self, entry: os.DirEntry[str], below: str, side: Side | None) -> bool:
        """Adds every picture below a folder, at any depth; says whether there was one, for else it is a problem."""
        before, told = len(self.pictures), len(self.problems)
        waiting = [(Path(entry.path), below)]
        while waiting:
            folder, name = waiting.pop()
            entries = self.entries(folder, name)
            self._add(folder, name, entries.pictures, entry.name, side)
            waiting.extend((Path(e.path), _join(name, e.name)) for e in reversed(entries.folders))
        full = len(self.pictures) > before
        if full:
            rests = (p.name[len(below) + 1 :] for p in self.pictures[before:])
            self.inside.setdefault(plain_category(entry.name), set()).update(
                r.split("/")[0] if "/" in r else "" for r in rests
            )
        if not full and len(self.problems) > told and all(p.reason == _own_output() for p in self.problems[told:]):
            self.problems[told:] = [Problem(below, _own_output())]
        elif not full and all(p.path != below for p in self.problems[told:]):
            self.problem(below, translate("Errors", "the folder holds no picture: not taken as a category"))
        return full

    def scan(self, folder: Path, below: str) -> list[os.DirEntry[str]]:
        try:
            info = folder.stat()
            if (info.st_dev, info.st_ino) in self.seen:
                self.problem(below, translate("Errors", "a link to a folder that is read already: not followed"))
                return []
            self.seen.add((info.st_dev, info.st_ino))
            with os.scandir(folder) as found:
                return list(found)
        except OSError as error:
            self.problem(
                below, translate("Errors", "the folder cannot be read ({strerror})").format(strerror=error.strerror)
            )
            return []


def _must_be_folder(root: Path) -> None:
    if not root.exists():
        raise FolderError(
            translate("Errors", "There is no folder {root}. Check the path, or choose another folder.").format(
                root=root
            )
        )
    if not root.is_dir():
        raise FolderError(
            translate("Errors", "{root} is a file, not a folder. Choose the folder that holds your pictures.").format(
                root=root
            )
        )
    try:
        os.scandir(root).close()
    except OSError as error:
        raise FolderError(
            translate("Errors", "The folder {root} cannot be read ({strerror}). Check its permissions.").format(
                root=root, strerror=error.strerror
            )
        ) from None


def _sides(top: _Entries) -> dict[str, Side]:
    """Sub-folders that are sides of a split: one `train` with a `val` or a `test`, or alone above categories.

    `train` beside other categories is a category: somebody may collect pictures of trains.
    """
    names = [e.name for e in top.folders]
    train = [e for e in top.folders if is_training(e.name)]
    others = [name for name in names if name not in (AUTO_BACKGROUND, *(e.name for e in train))]
    alone = len(train) == 1 and not others and _has_folders(train[0].path)
    return {train[0].name: "train"} if alone else sides_of(names)


def _has_folders(path: str) -> bool:
    try:
        with os.scandir(path) as entries:
            return any(not is_hidden(e.name) and e.is_dir() for e in entries)
    except OSError:
        return False


def _join(below: str, name: str) -> str:
    return f"{below}/{name}" if below else name


def _own_output() -> str:
    """Why a folder that Partscope has written is not read."""
    return translate("Errors", "what Partscope has written itself: not taken as pictures")


def _why_not(entry: os.DirEntry[str]) -> str:
    """Why an entry is neither a folder nor to be opened as a picture; empty where it is."""
    if not entry.name.isascii() and entry.name.encode("utf-8", "replace").decode() != entry.name:
        return translate("Errors", "its name is not valid Unicode: rename it")
    if entry.is_dir():
        return _own_output() if is_own(entry.path) else ""
    if not entry.is_file():
        return (
            translate("Errors", "a link that leads nowhere")
            if entry.is_symlink()
            else translate("Errors", "not a file that can be opened")
        )
    ending = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 (a Path for each of 100,000 names is slow)
    if ending in ENDINGS:
        return ""
    if ending in OTHER_PICTURES:
        return translate("Errors", "this kind of picture ({ending}) cannot be read: convert it to JPEG or PNG").format(
            ending=ending
        )
    return translate("Errors", "not a picture ({ending})").format(ending=ending or "no ending")


def _nothing(root: Path, problems: list[Problem]) -> str:
    if not problems:
        text = translate(
            "Errors",
            "The folder {root} holds no picture. Choose a folder with PNG, JPEG, BMP, GIF, WebP or TIFF files.",
        )
        return text.format(root=root)
    text = translate(
        "Errors",
        "The folder {root} holds no picture. {count} entries were passed over ({path}: {reason}). Choose a folder with "
        "PNG, JPEG, BMP, GIF, WebP or TIFF files.",
    )
    return text.format(root=root, count=len(problems), path=problems[0].path, reason=problems[0].reason)
