"""The state of an annotation session: pictures in a fixed order, the one on show, the chosen part, the landmarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from icnn_engine.data.tables.marks import Marks, Point

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import RunPicture

TARGET = 50  # pictures after which figures settle; the user may go on
SIDES = ("test", "choose", "train")  # held-out pictures first, for figures are reported on them


def in_order(pictures: Sequence[RunPicture]) -> tuple[RunPicture, ...]:
    """Return the pictures that show a category of the run, held-out ones first.

    Within a side, categories take turns and pictures come by file hash: any number of them is an even sample.
    """
    turns: Counter[tuple[str, str]] = Counter()
    placed: list[tuple[tuple[int, int, str], RunPicture]] = []
    for picture in sorted((p for p in pictures if p.positive), key=lambda p: (p.digest, p.name)):
        kind = (picture.side, picture.category)
        placed.append(((SIDES.index(picture.side), turns[kind], picture.category), picture))
        turns[kind] += 1
    return tuple(picture for _key, picture in sorted(placed, key=lambda entry: entry[0]))


@dataclass(frozen=True, slots=True)
class AnnotationSession:
    """`at`: index of the picture on show; `part`: index of the part that the next click marks."""

    pictures: tuple[RunPicture, ...]
    marks: Marks
    at: int = 0
    part: int = 0

    @property
    def picture(self) -> RunPicture:
        """The picture on show."""
        return self.pictures[self.at]

    @property
    def table(self) -> Marks:
        """The landmarks, by the name they have among annotations."""
        return self.marks

    @property
    def part_name(self) -> str | None:
        """The part that the next click marks; None while no part has a name."""
        return self.marks.parts[self.part] if self.part < len(self.marks.parts) else None

    @property
    def target(self) -> int:
        """The number of pictures asked for."""
        return min(TARGET, len(self.pictures))

    def is_done(self, at: int) -> bool:
        """Return whether every part of a picture is marked or known to be invisible."""
        parts, row = self.marks.parts, self.marks.of(self.pictures[at].name)
        return bool(parts) and all(part in row for part in parts)

    def done(self) -> int:
        """Return the number of pictures that are done."""
        return sum(map(self.is_done, range(len(self.pictures))))

    def open_pictures(self, start: int = 0) -> list[int]:
        """Return the pictures from `start` on that are not done."""
        return [at for at in range(start, len(self.pictures)) if not self.is_done(at)]

    # Where the user is

    def choosing(self, part: int) -> AnnotationSession:
        """Return the session with another part chosen."""
        return replace(self, part=part) if part in range(len(self.marks.parts)) else self

    def showing(self, at: int) -> AnnotationSession:
        """Return the session at another picture, with its first open part chosen."""
        moved = replace(self, at=max(0, min(at, len(self.pictures) - 1)), part=0)
        return replace(moved, part=moved._open_from(0) or 0)

    def at_first_open(self) -> AnnotationSession:
        """Return the session at the first picture that is not done; at the first one if all are."""
        return self.showing(next(iter(self.open_pictures()), 0))

    def onwards(self, advance: bool) -> AnnotationSession:
        """Return the session after the chosen part was marked: at the next open part of the picture. If there is none
        and `advance` is true, it goes to the next picture that is not done."""
        part = self._open_from(self.part + 1)
        if part is not None:
            return replace(self, part=part)
        later = self.open_pictures(self.at + 1) if advance else []
        return self.showing(later[0]) if later else self

    def _open_from(self, start: int) -> int | None:
        """Return the first part from `start` on, going round, that is not marked in the picture on show."""
        row, count = self.marks.of(self.picture.name), len(self.marks.parts)
        around = (part % count for part in range(start, start + count))
        return next((part for part in around if self.marks.parts[part] not in row), None)

    # Changes of the landmarks

    def with_table(self, marks: Marks) -> AnnotationSession:
        """Return the session with other landmarks; the chosen part stays one of theirs."""
        return replace(self, marks=marks, part=max(0, min(self.part, len(marks.parts) - 1)))

    def marked(self, part: str, share: Point | None) -> AnnotationSession:
        """Return the session with a part of the picture on show marked at (x, y) in shares of the picture; None: the
        part is not visible."""
        point = None if share is None else self._pixels(*share)
        return self.with_table(self.marks.put(self.picture.name, part, point))

    def moved(self, part: str, share: Point) -> AnnotationSession:
        """Return the session with the landmark of a part moved and the part chosen."""
        return self.choosing(self.marks.parts.index(part)).marked(part, share)

    def without_mark(self) -> AnnotationSession:
        """Return the session without the landmark of the chosen part in the picture on show."""
        name, part = self.picture.name, self.part_name
        if part is None or part not in self.marks.of(name):
            return self
        return self.with_table(self.marks.taken(name, part))

    def with_part(self, name: str) -> AnnotationSession:
        """Return the session with another part, which is chosen if nothing else is open. Raises LandmarksError."""
        named = self.with_table(self.marks.with_part(name))
        is_open = self.part_name is not None and not self.is_done(self.at)
        return named if is_open else named.choosing(len(named.marks.parts) - 1)

    def renamed(self, part: int, name: str) -> AnnotationSession:
        """Return the session with another name for a part. Raises LandmarksError."""
        old = self.marks.parts[part]
        return self if name == old else self.with_table(self.marks.renamed(old, name))

    def without_part(self, part: str) -> AnnotationSession:
        """Return the session without a part and its landmarks."""
        return self.with_table(self.marks.without_part(part))

    def _pixels(self, x: float, y: float) -> Point:
        """Return shares of the picture on show as pixels of the upright original, to a tenth; never (0, 0), which
        stands for an invisible part in many tables."""
        pixels = round(x * self.picture.width, 1), round(y * self.picture.height, 1)
        return pixels if any(pixels) else (0.1, 0.1)
