"""The Learn page: the lecture on how a CNN sees, and why one filter finds one part, on the open run."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QLayout, QStackedWidget, QWidget

from app.core.context import Context
from app.core.session import NO_FILTER
from app.learn.chapters.contents import USUAL, chapter_titles
from app.learn.controls import ChapterList, StepBar, SubjectBar
from app.learn.course import Course
from app.learn.drawing.items import Step
from app.learn.lecture_maker import Topic
from app.learn.lecturer import Lecturer
from app.learn.save_step import save_step
from app.learn.slide_view import SlideView
from app.learn.stage import Stage
from app.learn.words import picture_name
from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import Button, ToolButton, column, row
from app.widgets.empty_state import EmptyState
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.runs.notes import filter_title

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

ROOM_FOR_LIST = 920  # width of the page from which on the list of chapters stands beside the slide
LEAST_WIDTH, LEAST_HEIGHT = 600, 300
CHAPTERS_SHOWN = "learn/chapters"  # key of the settings
EMPTY, WORK, OWN = range(3)


class LearnPage(QWidget):
    """Shows the lecture step by step."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stage: Stage | None = None
        self.course = Course(USUAL, self)
        self.lecturer = Lecturer(context, self.course, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_work())
        self._stack.addWidget(self._build_own())
        # The list of chapters gives way when the page is narrow, so what it needs now is no bound for the page.
        column(self._stack, spacing=0, parent=self).setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._connect()
        self._show_run(context.session.run)

    @property
    def is_empty(self) -> bool:
        """Whether there is no run to give the lecture on."""
        return self._stack.currentIndex() != WORK

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

    def _build_own(self) -> QWidget:
        act = self._context.requests.action
        return EmptyState(
            "learn",
            self.tr("The lecture is about networks trained here"),
            self.tr(
                "It shows how masks and a loss make one filter find one part; your own network has neither. Open a run "
                "that was trained here, or try the sample."
            ),
            Button(self.tr("Try the sample"), "primary", "sample", lambda: act.emit("try_sample")),
            Button(self.tr("Open run…"), "", "run", lambda: act.emit("open_run")),
        )

    def _build_work(self) -> QWidget:
        titles = chapter_titles()
        self.subject_bar, self.step_bar, self.chapters = SubjectBar(), StepBar(titles), ChapterList(titles)
        self.view = SlideView()
        self.list_shown = ToolButton("chapters", self.tr("Show or hide the list of chapters"))
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
            (self.lecturer.topic_changed, self._show_topic),
            (self.lecturer.failed, self._show_failure),
            (self.chapters.chosen, self.course.go_to),
            (self.chapters.itemClicked, self._return_to_slide),
            (self.list_shown.toggled, self._keep_list),
            (self.step_bar.moved, self._move),
            (self.step_bar.chapter_chosen, self._choose_chapter),
            (self.subject_bar.filter_chosen, self._choose_filter),
            (self.subject_bar.picture_wanted, self._choose_other_picture),
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
        self.lecturer.set_active(True)
        self.view.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.lecturer.set_active(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(LEAST_WIDTH, LEAST_HEIGHT)

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
        own = run is not None and run.own_network is not None
        self._stack.setCurrentIndex(EMPTY if run is None else OWN if own else WORK)
        self.lecturer.show_run(None if own else run)
        self._show_filters()
        if self.isVisible():
            self.view.setFocus()

    @Slot(int)
    def _follow_filter(self, index: int) -> None:
        if index != NO_FILTER:
            self.lecturer.show_filter(index)

    @Slot(object)
    def _show_topic(self, topic: Topic) -> None:
        self.subject_bar.other.setEnabled(len(topic.pictures) > 1)
        self.subject_bar.picture.set_text(picture_name(topic.run, topic.subject.picture))
        self._show_filters()

    @Slot()
    def _show_filters(self) -> None:
        run, topic = self._context.session.run, self.lecturer.topic
        if run is None:
            return
        notes = self._context.notes.remarks
        titles = {index: filter_title(run.filters[index], notes) for index in wall_order(run.filters)}
        chosen = self._context.session.filter if topic is None else topic.subject.filter
        self.subject_bar.show_filters(titles, chosen)

    @Slot(int)
    def _choose_filter(self, index: int) -> None:
        self._context.session.set_filter(index)
        self.view.setFocus()

    @Slot()
    def _choose_other_picture(self) -> None:
        self.lecturer.show_other_picture()
        self.view.setFocus()

    # The steps

    @Slot()
    def _show_step(self) -> None:
        course = self.course
        self.chapters.show_chapter(course.chapters.index(course.chapter))
        self.step_bar.show_place(course.chapter, course.number, course.count)
        self.subject_bar.save.setEnabled(course.step is not None)
        waiting = Step(chapter_titles()[course.chapter], (self.tr("Computing…"),))
        self._show(course.step or waiting)
        self.lecturer.ask()

    @Slot(str)
    def _show_failure(self, text: str) -> None:
        self._show(Step(self.tr("The lecture cannot be given"), (text,)))

    def _show(self, step: Step) -> None:
        self.view.show_step(step)
        if self._stage is not None:
            self._stage.view.show_step(step, self.step_bar.progress.text())

    @Slot(int)
    def _move(self, by: int) -> None:
        self.course.move(by)
        self.view.setFocus()

    @Slot()
    def _return_to_slide(self) -> None:
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
            self.view.setFocus()
            self._context.files.ask("lecture step", work, lambda _none: self._context.messages.note(said))
