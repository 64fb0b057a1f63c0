"""The Learn page: the lecture on how a CNN sees, and why one filter finds one part, on the open run."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.core.context import Context
from app.core.job_result import Failed
from app.core.messages import error_text
from app.core.session import NO_FILTER
from app.learn.chapters.contents import MAKERS, USUAL, chapter_titles
from app.learn.controls import ChapterList, StepBar, SubjectBar
from app.learn.course import Course
from app.learn.drawing.items import Step
from app.learn.lecture_maker import LectureMaker, Topic
from app.learn.save_step import save_step
from app.learn.slide_view import SlideView
from app.learn.stage import Stage
from app.learn.words import picture_name
from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import Button, EmptyState, ToolButton, column, row
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.runs.notes import filter_title

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

TOPIC, CHAPTER = "lecture topic", "lecture chapter"  # keys in the lane
ROOM_FOR_LIST = 920  # width of the page from which on the list of chapters stands beside the slide
CHAPTERS_SHOWN = "learn/chapters"  # key of the settings
EMPTY, WORK = range(2)


class LearnPage(QWidget):
    """Shows the lecture step by step. It computes only while it is on show, the chapter on show first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._maker = LectureMaker(context.engine.wait)
        self._topic: Topic | None = None
        self._stage: Stage | None = None
        self.course = Course(USUAL, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_work())
        column(self._stack, spacing=0, parent=self)
        self._connect()
        self._show_run(context.session.run)

    @property
    def is_empty(self) -> bool:
        """Whether no run is open."""
        return self._stack.currentIndex() == EMPTY

    @property
    def stage(self) -> Stage | None:
        """The lecture on the whole screen, while it is there."""
        return self._stage

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of this page with their meanings."""
        return [
            (self.tr("Right, Space, Page Down"), self.tr("Next step")),
            (self.tr("Left, Page Up"), self.tr("The step before")),
            (self.tr("Home, End"), self.tr("First and last step")),
            (self.tr("F or F11, Esc"), self.tr("Fill the screen with the lecture, and leave it")),
        ]

    def _build_empty(self) -> QWidget:
        act = self._context.requests.action
        return EmptyState(
            "learn",
            self.tr("How a network sees, step by step"),
            self.tr("The lecture computes every number from a finished run. Open one, or try the sample."),
            Button(self.tr("Try the sample"), "primary", "sample", lambda: act.emit("try_sample")),
            Button(self.tr("Open run…"), "", "run", lambda: act.emit("open_run")),
        )

    def _build_work(self) -> QWidget:
        titles = chapter_titles()
        self.subject_bar, self.step_bar, self.chapters = SubjectBar(), StepBar(titles), ChapterList(titles)
        self.view = SlideView()
        self.list_shown = ToolButton("down", self.tr("Show or hide the list of chapters"))
        self.list_shown.setCheckable(True)
        self.list_shown.setChecked(self._context.settings.text(CHAPTERS_SHOWN, "shown") == "shown")
        above = row(self.list_shown, (self.subject_bar, 1))
        slide = column(above, (self.view, 1), self.step_bar, spacing=SMALL)
        whole = QWidget()
        row(self.chapters, (slide, 1), spacing=MEDIUM, margins=(MEDIUM, SMALL, MEDIUM, MEDIUM), parent=whole)
        return whole

    def _connect(self) -> None:
        session = self._context.session
        for signal, slot in (
            (session.run_changed, self._show_run),
            (session.filter_changed, self._follow_filter),
            (self._context.notes.changed, self._show_filters),
            (self.course.moved, self._show_step),
            (self.chapters.chosen, self.course.go_to),
            (self.list_shown.toggled, self._keep_list),
            (self.step_bar.moved, self._move),
            (self.step_bar.chapter_chosen, self._choose_chapter),
            (self.subject_bar.filter_chosen, self._choose_filter),
            (self.subject_bar.picture_wanted, self.choose_other_picture),
            (self.subject_bar.save_wanted, self.save),
            (self.subject_bar.full_wanted, self.fill_screen),
            (self.view.full_wanted, self.fill_screen),
        ):
            signal.connect(slot)
        self._connect_view(self.view)

    def _connect_view(self, view: SlideView) -> None:
        view.moved.connect(self.course.move)
        view.first_wanted.connect(self.course.go_to_first)
        view.last_wanted.connect(self.course.go_to_last)

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._begin()
        self.view.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        for key in (TOPIC, CHAPTER):
            self._context.lane.forget(key)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        wide = self.width() >= ROOM_FOR_LIST
        self.list_shown.setVisible(wide)
        beside = wide and self.list_shown.isChecked()
        self.chapters.setVisible(beside)
        self.step_bar.chapters.setVisible(not beside)

    @Slot(bool)
    def _keep_list(self, shown: bool) -> None:
        self._context.settings.set_text(CHAPTERS_SHOWN, "shown" if shown else "hidden")
        self._lay_out()

    # What the lecture is about

    @Slot(object)
    def _show_run(self, run: Run | None) -> None:
        self._topic = None
        self._stack.setCurrentIndex(EMPTY if run is None else WORK)
        self.course.forget()
        self._show_filters()
        self._begin()

    @Slot(int)
    def _follow_filter(self, index: int) -> None:
        if self._topic is not None and index not in (NO_FILTER, self._topic.subject.filter):
            self._ask_topic(index, self._topic.subject.picture)

    def _begin(self) -> None:
        """Choose what the lecture is about, or go on with it."""
        chosen = self._context.session.filter
        if self._topic is None:
            self._ask_topic(None if chosen == NO_FILTER else chosen, None)
        else:
            self._ask_chapter()

    def _ask_topic(self, filter: int | None, picture: int | None) -> None:
        run = self._context.session.run
        if run is not None and self.isVisible():
            work = partial(self._maker.topic, run, filter, picture)
            self._context.lane.ask(TOPIC, work, partial(self._take_topic, run), partial(self._fail, run))

    def _take_topic(self, run: Run, topic: Topic) -> None:
        if run is not self._context.session.run:
            return
        self._topic = topic
        self.subject_bar.other.setEnabled(len(topic.pictures) > 1)
        self.subject_bar.picture.set_text(picture_name(run, topic.subject.picture))
        self._show_filters()
        self.course.forget()
        self._ask_chapter()

    @Slot()
    def _show_filters(self) -> None:
        run = self._context.session.run
        if run is None:
            return
        notes = self._context.notes.remarks
        titles = {index: filter_title(run.filters[index], notes) for index in wall_order(run.filters)}
        chosen = self._context.session.filter if self._topic is None else self._topic.subject.filter
        self.subject_bar.show_filters(titles, chosen)

    @Slot(int)
    def _choose_filter(self, index: int) -> None:
        self._context.session.set_filter(index)
        self.view.setFocus()

    @Slot()
    def choose_other_picture(self) -> None:
        """Give the lecture on the next of the pictures that show the parts plainly."""
        if (topic := self._topic) is not None and topic.pictures:
            place = topic.pictures.index(topic.subject.picture) + 1
            self._ask_topic(topic.subject.filter, topic.pictures[place % len(topic.pictures)])
        self.view.setFocus()

    # The steps

    def _ask_chapter(self) -> None:
        """Have the chapter on show computed, or if it is known the one that follows."""
        wanted = self.course.chapter
        if self.course.is_known(wanted) and self.course.following is not None:
            wanted = self.course.following
        if self._topic is not None and self.isVisible() and not self.course.is_known(wanted):
            work = partial(self._maker.chapter, self._topic, wanted)
            done = partial(self._take_chapter, self._topic, wanted)
            self._context.lane.ask(CHAPTER, work, done, partial(self._fail_chapter, self._topic, wanted))

    def _take_chapter(self, topic: Topic, name: str, lesson: Any) -> None:
        if topic is self._topic:
            self.course.set_steps(name, MAKERS[name](lesson, topic.run, topic.subject))

    def _fail_chapter(self, topic: Topic, name: str, failure: Failed) -> None:
        if topic is self._topic:
            self.course.set_steps(name, (Step(chapter_titles()[name], (error_text(failure.error),)),))

    def _fail(self, run: Run, failure: Failed) -> None:
        if run is self._context.session.run:
            self._show(Step(self.tr("The lecture cannot be given"), (error_text(failure.error),)))

    @Slot()
    def _show_step(self) -> None:
        course = self.course
        self.chapters.show_chapter(course.chapters.index(course.chapter))
        self.step_bar.show_place(course.chapter, course.number, course.count)
        self.subject_bar.save.setEnabled(course.step is not None)
        waiting = Step(chapter_titles()[course.chapter], (self.tr("Computing…"),))
        self._show(course.step or waiting)
        self._ask_chapter()

    def _show(self, step: Step) -> None:
        self.view.show_step(step)
        if self._stage is not None:
            self._stage.view.show_step(step, self.step_bar.progress.text())

    @Slot(int)
    def _move(self, by: int) -> None:
        self.course.move(by)
        self.view.setFocus()

    @Slot(str)
    def _choose_chapter(self, name: str) -> None:
        self.course.go_to(name)
        self.view.setFocus()

    # The whole screen, and files

    @Slot()
    def fill_screen(self) -> None:
        """Show the lecture on the whole screen."""
        if self._stage is None:
            self._stage = Stage(self)
            self._connect_view(self._stage.view)
            self._stage.closed.connect(self._leave_screen)
            self._show(self.view.step)
            self._stage.open()

    @Slot()
    def _leave_screen(self) -> None:
        if self._stage is not None:
            self._stage.deleteLater()
            self._stage = None
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Ask for a file and write the step on show to it."""
        run, step = self._context.session.run, self.course.step
        if run is None or step is None:
            return
        kinds = {"PNG (*.png)": ".png", "SVG (*.svg)": ".svg", "PDF (*.pdf)": ".pdf"}
        near = str(run.path / "figures" / f"learn-{self.course.number:02}.png")
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Save this step"), near, ";;".join(kinds))
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() not in kinds.values():
                path = path.with_name(path.name + kinds.get(kind, ".png"))
            said = self.tr("The step is kept in {path}.").format(path=path)
            work = partial(save_step, path, step, self.font())
            self._context.files.ask("lecture step", work, lambda _none: self._context.messages.note(said))
