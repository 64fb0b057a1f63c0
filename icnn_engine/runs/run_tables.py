"""The tables of a run, pictures.csv and filters.csv: their rows, read and written. No torch."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from math import isfinite, isnan, nan
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from icnn_engine.core.annotations import Box, Crop, Side, Where, WithBrightness, location_of
from icnn_engine.core.config import reason_of
from icnn_engine.core.errors import RunError
from icnn_engine.core.escaping import csv_value
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.core.receptive_field import Pixels
from icnn_engine.core.table_formats import as_csv
from icnn_engine.data.reading.brightness import from_text

BY_FILE = "by file"  # pictures were read each by its own values

T = TypeVar("T")


def box_of(text: str) -> Box:
    """Return the box that `box_text` wrote. Raises ValueError."""
    left, top, right, bottom = (float(edge) for edge in text.split(","))
    return left, top, right, bottom


def photograph_of(name: str) -> str:
    """Return the name of the photograph in which an object `photograph.jpg#2` is."""
    return re.sub(r"#\d+$", "", name)


def box_text(where: Where) -> str:
    """Return the box of a Crop as RunPicture keeps it, "" for a whole picture."""
    location = location_of(where)
    return ",".join(f"{edge:.10g}" for edge in location.box) if isinstance(location, Crop) else ""


def _box(text: str) -> str:
    if text:
        box_of(text)
    return text


def _brightness(text: str) -> str:
    if text not in ("", BY_FILE):
        from_text(text)
    return text


def _share(value: float) -> float:
    if not (isnan(value) or 0 <= value <= 1):
        raise ValueError(f"{value} is neither between 0 and 1 nor nan")
    return value


Probability = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Share = Annotated[float, AfterValidator(_share)]  # 0..1, or nan where it was not measured
Size = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Number = Annotated[int, Field(ge=0)]
NumberOrNone = Annotated[int, Field(ge=-1)]  # -1: none


@dataclass(frozen=True, slots=True)
class RunPicture:
    """A picture of a run. `label`: which of the run's categories it shows, -1 for none. Answers are probabilities,
    0..1, of the category `asked` about: its own, or where it shows none the interpretable network's most probable.

    `box`: of an object in a photograph "left,top,right,bottom" (see Crop), "" for a whole picture. `brightness`: how a
    picture of more than 8 bits was read ("uint16 0 4095"), "" for another one; runs from before there was such a rule
    have no such column. `was`: the category that its folder gives it, if `corrections.csv` gives it another; else "".
    `tied`: pictures with one number are copies, or of one source; -1 where the run does not tell.
    """

    name: Annotated[str, Field(pattern=r"^[^\x00]+$")]
    category: str
    side: Side
    label: NumberOrNone
    asked: Number
    width: Pixels
    height: Pixels
    digest: str
    answer: Probability
    twin_answer: Probability
    cam_answer: Probability
    box: Annotated[str, AfterValidator(_box)] = ""
    brightness: Annotated[str, AfterValidator(_brightness)] = BY_FILE
    was: str = ""
    tied: NumberOrNone = -1

    def where(self, root: Path) -> Where:
        """Return where the picture is if its folder is `root`: of `photograph.jpg#2` with a box, that box of the file;
        with the brightness it was read by."""
        location: Path | Crop = root / self.name
        if self.box:
            location = Crop(root / self.photograph, box_of(self.box))
        if not self.brightness:
            return location
        return WithBrightness(location, None if self.brightness == BY_FILE else (from_text(self.brightness),))

    @property
    def photograph(self) -> str:
        """The name of the photograph that it is in; its own if it is a whole one."""
        return photograph_of(self.name) if self.box else self.name

    @property
    def positive(self) -> bool:
        """Whether it shows one of the run's categories."""
        return self.label >= 0


@dataclass(frozen=True, slots=True)
class RunFilter:
    """A filter of one network, measured on held-out pictures (all figures without landmarks).

    `category`: the one it answers to; `strength`: mean peak over that category's pictures; `equivariance` in 0..1
    (nan when too few pictures); `effective_field`: side in input pixels of the square used for crops; `group`: filters
    with one number hold one part, groups are numbered from 0, largest first; -1: it holds none; `dead`: never fires;
    `background_auc`: how surely its peak tells its category from the background (.5: not at all; nan without one);
    `beta`: of the release's mask.

    `eligible` to `partner`: its result in each test (`metrics.PartTests`, whose `shift` is `equivariance`); `holds`: it
    passed them all. Runs of earlier versions were not judged: `eligible` is -1 and their groups are of filters that
    follow shifts. `channel`: of the layer of a user's own network that the filter is, -1 in a network of ours.
    """

    network: NetworkName
    index: Number
    category: Number
    strength: Size
    equivariance: Share
    effective_field: Size
    group: NumberOrNone
    dead: bool
    background_auc: Share
    beta: float
    eligible: int = -1
    slope: float = nan
    mirror: Share = nan
    transplant: Share = nan
    scale: Share = nan
    kept: float = nan
    remaining: float = nan
    random_kept: float = nan
    partner: int = -1
    holds: bool = False
    channel: NumberOrNone = -1

    @property
    def following(self) -> float:
        """Mean of the shares of shifts, mirrors and transplants that it follows: the order of filters; nan where
        nothing is known."""
        known = [share for share in (self.equivariance, self.mirror, self.transplant) if isfinite(share)]
        return sum(known) / len(known) if known else nan


def to_csv(rows: Sequence[Any]) -> str:
    """Return the CSV text of dataclass values of one type, a column a field."""
    if not rows:
        return ""
    return as_csv([[field.name for field in fields(rows[0])], *map(astuple, rows)])


def read_rows(path: Path, kind: type[T]) -> tuple[T, ...]:
    """Read values of a dataclass from CSV; columns this version does not know are ignored, those that have a default
    may be missing. Raises RunError where the file cannot be read, ValueError where it is damaged."""
    table = csv.DictReader(io.StringIO(read_text(path)))
    names = table.fieldnames or ()
    if len(set(names)) < len(names):
        raise ValueError(f"{path.name}: a column is there twice")
    adapter, rows = TypeAdapter(kind), []
    for row in table:
        if None in row or None in row.values():
            raise ValueError(f"{path.name}, line {table.line_num}: not as many values as columns")
        try:
            rows.append(adapter.validate_python({name: csv_value(cell) for name, cell in row.items()}))
        except ValidationError as error:
            raise ValueError(f"{path.name}, line {table.line_num}: {reason_of(error)}") from None
    return tuple(rows)


def read_text(path: Path) -> str:
    """Return the text of a file of a run. Raises RunError."""
    try:
        return path.read_bytes().decode("utf-8")  # line breaks as they are: names may hold one
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(
            translate("Errors", "{path} cannot be read ({error}). Restore it from a copy or train again.").format(
                path=path, error=error
            )
        ) from None
