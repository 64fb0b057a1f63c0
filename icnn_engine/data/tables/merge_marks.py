"""Merges marks that two programs have changed at the same time (three-way merge)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from icnn_engine.data.tables.csv_tables import part_in
from icnn_engine.data.tables.marks import Mark, Marks, Point, by_hand
from icnn_engine.data.tables.picture_names import plain_name

Key: TypeAlias = tuple[str, str]  # picture, part


@dataclass(frozen=True, slots=True)
class Conflict:
    """A mark that both programs have changed, each in its own way. None: the mark was removed."""

    name: str
    part: str
    ours: Mark | None
    theirs: Mark | None


def merge_marks(base: Marks, ours: Marks, theirs: Marks) -> tuple[Marks, tuple[Conflict, ...]]:
    """Return the changes of both programs to `base`, and the marks that both have changed differently.

    In a conflict our mark is taken, or theirs if we have none. Other columns and rows about other pictures are theirs,
    because they are not edited here.
    """
    before, own, other = _by_key(base), _by_key(ours), _by_key(theirs)
    rows: dict[str, dict[str, Mark]] = {}
    conflicts = []
    for key in {**own, **other}:
        mark = own.get(key)
        if _point(mark) == _point(before.get(key)):
            mark = other.get(key)
        elif _point(other.get(key)) not in (_point(before.get(key)), _point(mark)):
            conflicts.append(Conflict(*key, mark, other.get(key)))
            mark = mark or other.get(key)
        if mark is not None:
            theirs_of = other.get(key, mark)
            same = theirs_of.point == mark.point
            further = {**mark.further, **(theirs_of.further if same else by_hand(theirs_of.further))}
            rows.setdefault(key[0], {})[key[1]] = replace(mark, further=further)
    known = {_about(row) for row in (*base.others, *theirs.others)}
    added = tuple(row for row in ours.others if _about(row) not in known)
    columns = tuple(dict.fromkeys([*theirs.columns, *ours.columns]))
    return Marks(_parts(base, ours, theirs, rows), rows, columns, (*theirs.others, *added)), tuple(conflicts)


def _parts(base: Marks, ours: Marks, theirs: Marks, rows: Mapping[str, Mapping[str, Mark]]) -> tuple[str, ...]:
    """Return our parts, then theirs without those that we have removed and that have no mark."""
    used = {part for row in rows.values() for part in row}
    removed = set(base.parts) - set(ours.parts) - used
    return tuple(dict.fromkeys([*ours.parts, *(part for part in theirs.parts if part not in removed)]))


def _about(row: Mapping[str, str]) -> Key:
    return plain_name(row["image"]), part_in(row)


def _by_key(marks: Marks) -> dict[Key, Mark]:
    return {(name, part): mark for name, row in marks.rows.items() for part, mark in row.items()}


def _point(mark: Mark | None) -> tuple[Point | None] | None:
    """Return (point,) of a mark, (None,) if the part is not visible, None if there is no mark."""
    return None if mark is None else (mark.point,)
