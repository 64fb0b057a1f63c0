"""The state of drawing boxes: pictures in a fixed order, the one on show, the chosen box, the boxes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from icnn_engine.core.annotations import Box, Where
from icnn_engine.data.boxes.drawn_boxes import DrawnBox, DrawnBoxes, Row

NONE = -1  # stands for no box
LEAST = 2.0  # pixels: side of the smallest box


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a run has found in a picture of `width` x `height` pixels. `boxes`: of its objects, without the margin that
    a training adds; `sure`: the search was sure of them; `shown`: the picture shows a category of the run."""

    boxes: tuple[Box, ...]
    width: int
    height: int
    sure: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class BoxPicture:
    """A picture to draw boxes in, of `width` x `height` pixels."""

    name: str
    where: Where
    width: int
    height: int
    proposal: Proposal | None = None

    @property
    def is_sure(self) -> bool:
        """Whether the search was sure of its object, or there is none to be found."""
        return self.proposal is not None and (self.proposal.sure or not self.proposal.shown)

    @property
    def is_background(self) -> bool:
        """Whether it is known to show no category."""
        return self.proposal is not None and not self.proposal.shown


def in_order(
    places: Iterable[tuple[str, Where]], sizes: Mapping[str, tuple[int, int]], proposals: Mapping[str, Proposal]
) -> tuple[BoxPicture, ...]:
    """Return the pictures whose sizes are known: first those in which the search was not sure, last the background."""
    pictures = []
    for name, where in places:
        proposal = proposals.get(name)
        size = (proposal.width, proposal.height) if proposal is not None else sizes.get(name)
        if size is not None:
            pictures.append(BoxPicture(name, where, *size, proposal))
    return tuple(sorted(pictures, key=lambda picture: (picture.is_background, picture.is_sure)))


@dataclass(frozen=True, slots=True)
class BoxSession:
    """`at`: index of the picture on show; `chosen`: index of the chosen box in it, or NONE."""

    pictures: tuple[BoxPicture, ...]
    boxes: DrawnBoxes
    at: int = 0
    chosen: int = NONE

    @property
    def picture(self) -> BoxPicture:
        """The picture on show."""
        return self.pictures[self.at]

    @property
    def table(self) -> DrawnBoxes:
        """The boxes, by the name they have among annotations."""
        return self.boxes

    @property
    def row(self) -> Row:
        """The boxes of the picture on show."""
        return self.boxes.of(self.picture.name)

    @property
    def proposed(self) -> tuple[Box, ...]:
        """The boxes that are proposed for the picture on show; none once it has boxes."""
        proposal = self.picture.proposal
        return () if proposal is None or self.row else proposal.boxes

    def is_done(self, at: int) -> bool:
        """Return whether a picture has a box."""
        return bool(self.boxes.of(self.pictures[at].name))

    def done(self) -> int:
        """Return the number of pictures with a box."""
        return sum(map(self.is_done, range(len(self.pictures))))

    def open_pictures(self, start: int = 0) -> list[int]:
        """Return the pictures from `start` on that have no box."""
        return [at for at in range(start, len(self.pictures)) if not self.is_done(at)]

    def unsure(self) -> list[int]:
        """Return the pictures without a box in which no search was sure of the object, the next ones first."""
        unsure = [at for at in self.open_pictures() if not self.pictures[at].is_sure]
        return [at for at in unsure if at > self.at] + [at for at in unsure if at <= self.at]

    def acceptable(self) -> list[int]:
        """Return the pictures without a box for which boxes are proposed."""
        pictures = self.pictures
        return [at for at in self.open_pictures() if (proposal := pictures[at].proposal) and proposal.boxes]

    # Where the user is

    def showing(self, at: int) -> BoxSession:
        """Return the session at another picture, with its only box chosen."""
        moved = replace(self, at=max(0, min(at, len(self.pictures) - 1)))
        return moved.choosing(0 if len(moved.row) == 1 else NONE)

    def choosing(self, box: int) -> BoxSession:
        """Return the session with another box chosen; NONE: no box."""
        return replace(self, chosen=box if box in range(len(self.row)) else NONE)

    # Changes of the boxes

    def with_table(self, boxes: DrawnBoxes) -> BoxSession:
        """Return the session with other boxes; the chosen one stays one of theirs."""
        changed = replace(self, boxes=boxes)
        return changed.choosing(self.chosen)

    def with_box(self, share: Box) -> BoxSession:
        """Return the session with one more box in the picture on show, chosen. `share`: its edges, in shares of the
        picture. A box that is too small changes nothing."""
        edges = self._pixels(share)
        if edges is None:
            return self
        return self._with_row((*self.row, DrawnBox(0, 0, 0, 0).at(edges))).choosing(len(self.row))

    def mended(self, box: int, share: Box) -> BoxSession:
        """Return the session with other edges of a box, chosen. If the picture has none, it is one of the proposed
        boxes, and they all become boxes."""
        edges, accepted = self._pixels(share), self if self.row else self.accepted()
        if edges is None or box not in range(len(accepted.row)):
            return self
        row = tuple(one.at(edges) if i == box else one for i, one in enumerate(accepted.row))
        return self if row == self.row else accepted._with_row(row).choosing(box)

    def accepted(self) -> BoxSession:
        """Return the session with the proposed boxes as boxes of the picture on show."""
        row = _accepted(self.picture) if self.proposed else ()
        return self._with_row(row).choosing(0) if row else self

    def all_accepted(self) -> BoxSession:
        """Return the session with the proposed boxes in every picture that has none."""
        open_ones = [self.pictures[at] for at in self.acceptable()]
        rows = {**self.boxes.rows, **{picture.name: _accepted(picture) for picture in open_ones}}
        return replace(self, boxes=replace(self.boxes, rows=rows)) if open_ones else self

    def without_box(self) -> BoxSession:
        """Return the session without the chosen box, or the only one."""
        box = 0 if len(self.row) == 1 else self.chosen
        if box == NONE:
            return self
        return self._with_row(tuple(one for i, one in enumerate(self.row) if i != box))

    def _with_row(self, row: Row) -> BoxSession:
        return self.with_table(self.boxes.put(self.picture.name, row))

    def _pixels(self, share: Box) -> Box | None:
        """Return shares of the picture on show as whole pixels inside it; None if nothing is left."""
        width, height = self.picture.width, self.picture.height
        left, top, right, bottom = share
        return _whole_pixels(self.picture, (left * width, top * height, right * width, bottom * height))


def _accepted(picture: BoxPicture) -> Row:
    """Return the proposed boxes of a picture as boxes."""
    assert picture.proposal is not None
    edges = (_whole_pixels(picture, box) for box in picture.proposal.boxes)
    return tuple(DrawnBox(0, 0, 0, 0).at(box) for box in edges if box is not None)


def _whole_pixels(picture: BoxPicture, edges: Box) -> Box | None:
    sides = (picture.width, picture.height) * 2
    left, top, right, bottom = (float(round(min(max(e, 0), side))) for e, side in zip(edges, sides, strict=True))
    return (left, top, right, bottom) if min(right - left, bottom - top) >= LEAST else None
