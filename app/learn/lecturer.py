"""Has the lecture computed while its page is on show: what it is about, then its chapters, the one on show first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.context import Context
from app.core.job_result import Failed
from app.core.messages import error_text
from app.core.session import NO_FILTER
from app.learn.chapters.contents import chapter_titles
from app.learn.course import Course
from app.learn.drawing.items import Step
from app.learn.lecture_maker import LectureMaker, Topic

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

TOPIC, CHAPTER = "lecture topic", "lecture chapter"  # keys in the lane


class Lecturer(QObject):
    """Fills a course with the steps of the session's run."""

    topic_changed = Signal(object)  # Topic
    failed = Signal(str)  # why there is no topic

    def __init__(self, context: Context, course: Course, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._course = context, course
        self._maker = LectureMaker(context.engine.wait)
        self._run: Run | None = None
        self._active = False
        self.topic: Topic | None = None

    def set_active(self, active: bool) -> None:
        """Begin to compute, or stop."""
        self._active = active
        if not active:
            for key in (TOPIC, CHAPTER):
                self._context.lane.forget(key)
            return
        chosen = self._context.session.filter
        if chosen == NO_FILTER:
            self.ask()
        else:
            self.show_filter(chosen)

    def show_run(self, run: Run | None) -> None:
        """Give the lecture on another run."""
        self._run, self.topic = run, None
        self._course.forget()

    def show_filter(self, index: int) -> None:
        """Give the lecture on another filter; the picture stays if it shows the parts plainly."""
        if self.topic is not None and index != self.topic.subject.filter:
            self._ask_topic(index, self.topic.subject.picture)
        else:
            self.ask()

    def show_other_picture(self) -> None:
        """Give the lecture on the next of the pictures that show the parts plainly."""
        if (topic := self.topic) is not None and topic.pictures:
            place = topic.pictures.index(topic.subject.picture) + 1
            self._ask_topic(topic.subject.filter, topic.pictures[place % len(topic.pictures)])

    def ask(self) -> None:
        """Have computed what is missing first: the topic, the chapter on show, the one that follows."""
        if not self._active or self._run is None:
            return
        if self.topic is None:
            chosen = self._context.session.filter
            self._ask_topic(None if chosen == NO_FILTER else chosen, None)
            return
        unknown = (c for c in (self._course.chapter, self._course.following) if c and not self._course.is_known(c))
        if (wanted := next(unknown, None)) is not None:
            work = partial(self._maker.steps, self.topic, wanted)
            done, failed = (partial(take, self.topic, wanted) for take in (self._take_chapter, self._fail_chapter))
            self._context.lane.ask(CHAPTER, work, done, failed)

    def _ask_topic(self, filter: int | None, picture: int | None) -> None:
        if self._run is not None and self._active:
            work = partial(self._maker.topic, self._run, filter, picture)
            self._context.lane.ask(TOPIC, work, self._take_topic, self._fail_topic)

    def _take_topic(self, topic: Topic) -> None:
        if topic.run is self._run:
            self.topic = topic
            self.topic_changed.emit(topic)
            self._course.forget()

    def _fail_topic(self, failure: Failed) -> None:
        self.failed.emit(error_text(failure.error))

    def _take_chapter(self, topic: Topic, name: str, steps: tuple[Step, ...]) -> None:
        if topic is self.topic:
            self._course.set_steps(name, steps)

    def _fail_chapter(self, topic: Topic, name: str, failure: Failed) -> None:
        if topic is self.topic:
            self._course.set_steps(name, (Step(chapter_titles()[name], (error_text(failure.error),)),))
