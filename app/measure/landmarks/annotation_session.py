"""A sitting at the marking table: pictures in the order in which they are marked, the one on show, the part chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from icnn_engine.data.tables.marks import Marks

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import RunPicture

TARGET = 50  # pictures after which figures settle; the user may go on
SIDES = ("test", "choose", "train")  # held-out pictures first, for figures are reported on them


def in_order(pictures: Sequence[RunPicture]) -> tuple[RunPicture, ...]:
    """The pictures that show a category of the run, held-out ones first. Those of a side come in the order of their
    digests, so that any number of them is an even sample, and the categories by turns."""
    turns: Counter[tuple[str, str]] = Counter()
    placed: list[tuple[int, int, str, RunPicture]] = []
    for picture in sorted((p for p in pictures if p.positive), key=lambda p: (p.digest, p.name)):
        kind = (picture.side, picture.category)
        placed.append((SIDES.index(picture.side), turns[kind], picture.category, picture))
        turns[kind] += 1
    return tuple(picture for *_place, picture in sorted(placed, key=lambda one: one[:3]))


@dataclass(frozen=True)
class AnnotationSession:
    """`at`: the picture on show; `part`: the part that the next click marks, an index into the marks' parts."""

    pictures: tuple[RunPicture, ...]
    marks: Marks
    at: int = 0
    part: int = 0

    @property
    def picture(self) -> RunPicture:
        """The picture on show."""
        return self.pictures[self.at]

    @property
    def part_name(self) -> str | None:
        """The part that the next click marks; None while no part has a name."""
        return self.marks.parts[self.part] if self.part < len(self.marks.parts) else None

    @property
    def target(self) -> int:
        """How many pictures are asked for."""
        return min(TARGET, len(self.pictures))

    def is_done(self, at: int) -> bool:
        """Whether every part is marked, or looked for, in a picture."""
        parts, row = self.marks.parts, self.marks.of(self.pictures[at].name)
        return bool(parts) and all(part in row for part in parts)

    def done(self) -> int:
        """How many pictures are done."""
        return sum(map(self.is_done, range(len(self.pictures))))

    def with_marks(self, marks: Marks) -> AnnotationSession:
        """With other marks; the part chosen stays one of theirs."""
        return replace(self, marks=marks, part=max(0, min(self.part, len(marks.parts) - 1)))

    def choosing(self, part: int) -> AnnotationSession:
        """With another part chosen."""
        return replace(self, part=part) if part in range(len(self.marks.parts)) else self

    def showing(self, at: int) -> AnnotationSession:
        """At another picture, with its first part chosen that is still open."""
        moved = replace(self, at=max(0, min(at, len(self.pictures) - 1)), part=0)
        return replace(moved, part=moved._open_from(0) or 0)

    def at_first_open(self) -> AnnotationSession:
        """At the first picture that is not done; at the first one where all are."""
        return self.showing(next((at for at in range(len(self.pictures)) if not self.is_done(at)), 0))

    def onwards(self, advance: bool) -> AnnotationSession:
        """After the chosen part was marked: at the next open part, or, where that was the last and `advance` says so,
        at the next picture that is not done."""
        part = self._open_from(self.part + 1)
        if part is not None:
            return replace(self, part=part)
        later = (at for at in range(self.at + 1, len(self.pictures)) if not self.is_done(at))
        at = next(later, None) if advance else None
        return self if at is None else self.showing(at)

    def _open_from(self, start: int) -> int | None:
        """The first part from `start` on, going round, that the picture on show has no mark of."""
        row, count = self.marks.of(self.picture.name), len(self.marks.parts)
        around = (part % count for part in range(start, start + count))
        return next((part for part in around if self.marks.parts[part] not in row), None)
