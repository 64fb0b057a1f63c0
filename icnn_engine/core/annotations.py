"""Pictures without their pixels: names, categories, problems, landmarks, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from icnn_engine.core.fitting import Fit

Side = Literal["train", "choose", "test"]
Box = tuple[float, float, float, float]  # (left, top, right, bottom) in pixels; edges, so the whole is (0, 0, w, h)


@dataclass(frozen=True, slots=True)
class Crop:
    """An object in a photograph: its bounding box, in pixels of the upright original."""

    path: Path
    box: Box


@dataclass(frozen=True, slots=True)
class Brightness:
    """The values of black and white in pictures of one data type: `kind` is its name in NumPy ("uint16"), or "float"
    for floats of any size."""

    kind: str
    black: float
    white: float


@dataclass(frozen=True, slots=True)
class WithBrightness:
    """A picture with the brightness of its folder, one for each data type; None: as it was read before folders had one,
    each file by its own values and without its colour profile."""

    where: Path | Crop
    brightness: tuple[Brightness, ...] | None


@dataclass(frozen=True, slots=True)
class Fitted:
    """A picture that is fitted to a network's input by that network's own preprocessing, instead of being squashed."""

    where: Path | Crop | WithBrightness
    fit: Fit


Where = Path | Crop | WithBrightness | Fitted  # where the pixels of a picture are, and how they are read


def fitted_to(where: Where, fit: Fit) -> Fitted:
    """Return a picture to be fitted by a network's own preprocessing."""
    return Fitted(where.where if isinstance(where, Fitted) else where, fit)


def location_of(where: Where) -> Path | Crop:
    """Return where a picture is, without its brightness."""
    plain = where.where if isinstance(where, Fitted) else where
    return plain.where if isinstance(plain, WithBrightness) else plain


def file_of(where: Where) -> Path:
    """Return the file that holds a picture."""
    location = location_of(where)
    return location.path if isinstance(location, Crop) else location


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture found in a folder, not opened yet. `name` is its POSIX path below the folder: its identity.

    `side` is the side of the split that the folder's own layout fixes (`train/ val/ test/`), or None. Further objects
    of one photograph are named `path#2`, `path#3`; `source` names the photograph where listing knows it. `was`: the
    category that the folder gives it, if `corrections.csv` gives it another; else "".
    """

    name: str
    path: Where
    category: str
    side: Side | None = None
    source: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a folder that is not used, and the reason, in words."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """What came of a folder's `corrections.csv`. `applied`: the pictures that take another category, with it as the
    reason; `confirmed`: how many rows say that a picture is right as it is; `notes`, `refused`: as of other tables."""

    applied: tuple[Problem, ...] = ()
    confirmed: int = 0
    notes: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder listed by name only. Pictures and categories are sorted. `notes`: how an unusual layout was understood,
    in words. `corrections`: of categories, which the pictures have taken already."""

    root: Path
    pictures: tuple[Picture, ...]
    categories: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    corrections: Corrections = Corrections()


@dataclass(frozen=True, slots=True)
class CheckedPicture:
    """A picture that was opened.

    `width`, `height`: in pixels after EXIF rotation, an object's of its crop. `digest`: of the file's bytes and the box
    (hex). `look`: a 64-bit perceptual hash; `mirror`: that of the mirrored picture, 0 where it is not known. `source`:
    from `groups.csv`, or the photograph an object is in, or "". `format`: the file's real format, as Pillow names it
    (PNG, JPEG); "" where it is not known. `levels`: the least and the greatest value of a picture of more than 8 bits.
    `cells`: mean grey values and colours in a few cells; empty where it is too plain or not known. `pixels`: digest of
    the decoded pixels (hex) of a picture that is too plain for cells; else "". `series`: many look the same, and
    `groups.csv` names their sources: only equal pictures are its copies. `was`: as of a Picture."""

    name: str
    path: Where
    category: str
    width: int
    height: int
    digest: str
    look: int
    source: str = ""
    side: Side | None = None
    mirror: int = 0
    format: str = ""
    levels: Brightness | None = None
    cells: bytes = b""
    pixels: str = ""
    series: bool = False
    was: str = ""


@dataclass(frozen=True, slots=True)
class BoxesFound:
    """The boxes of objects that come with a folder: `source`, the file or folder they are read from ("": files beside
    the pictures), `format`, how many `pictures` have some, and how many `objects` they frame."""

    source: str
    format: str
    pictures: int
    objects: int


@dataclass(frozen=True, slots=True)
class CheckUp:
    """The checked content of a folder. `duplicates` and `near_copies` are groups of picture names (two or more each),
    and so are `contradictions`: the same picture in several categories. `fingerprint` names the content of the whole
    folder (hex); `brightness`: of its pictures of more than 8 bits, one for each data type. Problems of the folder's
    own tables, also in `problems`: `table_notes`, rows that match no picture; `tables_refused`, tables that cannot be
    used. `notes`: how the folder was understood. `left_out`: the pictures that `left_out.csv` names, with the reasons
    given there; they are in no other field. `tables`: the number of pictures that each usable table tells about, by the
    name of its file; `boxes`: the boxes of objects that are used, in whatever format; `corrected`: the pictures that
    `corrections.csv` gives another category, with that as the reason, and `confirmed`: how many it calls right."""

    root: Path
    pictures: tuple[CheckedPicture, ...]
    categories: tuple[str, ...]
    problems: tuple[Problem, ...]
    duplicates: tuple[tuple[str, ...], ...]
    near_copies: tuple[tuple[str, ...], ...]
    fingerprint: str
    brightness: tuple[Brightness, ...] = ()
    table_notes: tuple[Problem, ...] = ()
    tables_refused: tuple[Problem, ...] = ()
    contradictions: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[Problem, ...] = ()
    tables: Mapping[str, int] = field(default_factory=dict)
    boxes: BoxesFound | None = None
    corrected: tuple[Problem, ...] = ()
    confirmed: int = 0


@dataclass(frozen=True, slots=True)
class Landmark:
    """A point of a part in a picture: pixels of the upright original or of an object's crop, origin at the top left."""

    part: str
    x: float
    y: float
