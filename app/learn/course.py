"""Where the lecture stands: its chapters, the steps that are computed, and the one on show."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.learn.drawing.items import Step

LAST = -1  # the last step of a chapter whose number of steps is not known yet


class Course(QObject):
    """Goes from step to step, through chapters whose steps come in later. `usual`: chapter -> how many steps it has as
    long as it is not computed."""

    moved = Signal()  # another step, or the steps of the chapter on show have come in

    def __init__(self, usual: Mapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual = dict(usual)
        self._known: dict[str, tuple[Step, ...]] = {}
        self.chapters = tuple(usual)
        self.chapter = self.chapters[0]
        self._place = 0

    @property
    def step(self) -> Step | None:
        """The step on show; None while its chapter is computed."""
        steps = self._known.get(self.chapter)
        return None if steps is None else steps[self._place]

    @property
    def count(self) -> int:
        """Number of all steps."""
        return sum(map(self._length, self.chapters))

    @property
    def number(self) -> int:
        """Number of the step on show, from 1."""
        before = self.chapters[: self.chapters.index(self.chapter)]
        place = self._length(self.chapter) - 1 if self._place == LAST else self._place
        return sum(map(self._length, before)) + min(place, self._length(self.chapter) - 1) + 1

    @property
    def following(self) -> str | None:
        """The chapter after the one on show."""
        place = self.chapters.index(self.chapter) + 1
        return self.chapters[place] if place < len(self.chapters) else None

    def is_known(self, chapter: str) -> bool:
        """Return whether the steps of a chapter have come in."""
        return chapter in self._known

    def forget(self) -> None:
        """Forget all steps; the place stays."""
        self._known.clear()
        self.moved.emit()

    def set_steps(self, chapter: str, steps: tuple[Step, ...]) -> None:
        """Take in the steps of a chapter."""
        self._known[chapter] = steps
        if chapter == self.chapter:
            self._place = len(steps) - 1 if self._place == LAST else min(self._place, len(steps) - 1)
        self.moved.emit()

    def move(self, by: int) -> None:
        """Go one step on (1) or back (-1), into the next chapter where this one ends."""
        place, length = self._place + by, len(self._known.get(self.chapter, ()))
        if 0 <= place < length:
            self._go(self.chapter, place)
            return
        index = self.chapters.index(self.chapter) + by
        if 0 <= index < len(self.chapters):
            self._go(self.chapters[index], 0 if by > 0 else LAST)

    def go_to(self, chapter: str) -> None:
        """Go to the first step of a chapter."""
        self._go(chapter, 0)

    def go_to_first(self) -> None:
        """Go to the first step of all."""
        self._go(self.chapters[0], 0)

    def go_to_last(self) -> None:
        """Go to the last step of all."""
        self._go(self.chapters[-1], LAST)

    def _go(self, chapter: str, place: int) -> None:
        steps = self._known.get(chapter)
        if steps is not None and place == LAST:
            place = len(steps) - 1
        if (chapter, place) != (self.chapter, self._place):
            self.chapter, self._place = chapter, place
            self.moved.emit()

    def _length(self, chapter: str) -> int:
        return len(self._known[chapter]) if chapter in self._known else self._usual[chapter]
