"""Computes the chapters of the lecture on a worker thread, and keeps what is computed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.learn.chapters.contents import MAKERS
from app.learn.drawing.items import Step
from icnn_engine.runs.run_folder import Run

if TYPE_CHECKING:
    from icnn_engine.lecture.networks import LectureNetworks
    from icnn_engine.lecture.subject import Subject

KEPT = 60  # chapters: six whole lectures, some 4 MB each


@dataclass(frozen=True, eq=False)
class Topic:
    """What the lecture is about, and the pictures that it can be given on."""

    run: Run
    subject: Subject
    pictures: tuple[int, ...]


class LectureMaker:
    """Chapters by run, picture and filter. For one thread only. `wait` returns once the heavy part of the engine is
    loaded."""

    def __init__(self, wait: Callable[[], None]) -> None:
        self._wait = wait
        self._networks: LectureNetworks | None = None
        self._known: OrderedDict[tuple[object, ...], Any] = OrderedDict()

    def topic(self, run: Run, filter: int | None, picture: int | None) -> Topic:
        """Return a topic; a filter or a picture that is None or does not fit is chosen. Raises RunError."""
        from icnn_engine.lecture.subject import clear_pictures, first_filter, subject_of

        chosen = filter if filter is not None and 0 <= filter < len(run.filters) else first_filter(run)
        pictures = clear_pictures(run, chosen)
        if picture not in pictures:
            picture = pictures[0] if pictures else 0
        return Topic(run, subject_of(run, picture, chosen), pictures)

    def steps(self, topic: Topic, name: str) -> tuple[Step, ...]:
        """Return the steps of a chapter in the language in use. Raises RunError, PictureError."""
        return MAKERS[name](self._chapter(topic, name), topic.run, topic.subject)

    def _chapter(self, topic: Topic, name: str) -> Any:
        """Return the numbers of a chapter."""
        key = (topic.run.identity, topic.run.images, topic.subject, name)
        if key not in self._known:
            self._known[key] = self._compute(topic, name)
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return self._known[key]

    def _compute(self, topic: Topic, name: str) -> Any:
        self._wait()
        from icnn_engine.lecture.chapters import CHAPTERS
        from icnn_engine.lecture.networks import LectureNetworks

        if self._networks is None or self._networks.run is not topic.run:
            self._networks = LectureNetworks(topic.run)
        return CHAPTERS[name](self._networks, topic.subject)
