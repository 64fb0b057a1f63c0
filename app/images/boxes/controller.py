"""Drawing boxes: wires the box panel to pictures of the open folder; boxes are saved after each change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.annotation.annotation_controller import AnnotationController
from app.annotation.table_storage import OpenedTable
from app.core.context import Context
from app.core.job_result import Failed
from app.images.boxes import box_words
from app.images.boxes.box_panel import BoxPanel
from app.images.boxes.box_session import NONE, BoxSession, Proposal, in_order
from app.images.boxes.box_table import BOX_TABLE
from app.images.boxes.proposals import proposals_of
from app.widgets.common import show_text
from icnn_engine.core.annotations import Box, Where
from icnn_engine.data.boxes.drawn_boxes import DrawnBoxes

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

PROPOSALS = "proposals"  # key in the lane


@dataclass(frozen=True, slots=True)
class BoxTask:
    """What boxes are drawn for: the folder, the names of all its pictures, those to show with where they are and, as
    far as they are known, their sizes; the run that proposes regions, or None."""

    images: Path
    names: Sequence[str]
    places: Sequence[tuple[str, Where]]
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    run: Run | None = field(default=None, compare=False)
    start: str = field(default="", compare=False)  # name of the picture to begin with; "": the first one without a box


class BoxController(AnnotationController):
    """Draws boxes in pictures of a folder."""

    train_wanted = Signal()  # with the boxes

    session: BoxSession | None

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        panel = BoxPanel()
        super().__init__(context, panel, panel.view, BOX_TABLE, parent)
        self.panel = panel
        self._task = BoxTask(Path(), (), ())
        self._proposals: Mapping[str, Proposal] = {}
        self.has_changes = False  # since the panel was opened
        for signal, slot in (
            (panel.view.drawn, self._draw),
            (panel.view.mended, self._mend),
            (panel.view.chosen, self._choose),
            (panel.box_keyed, self._choose),
            (panel.removal_wanted, self._remove),
            (panel.accept_wanted, self.accept),
            (panel.accept_all_wanted, self.accept_all),
            (panel.unsure_wanted, self._go_to_unsure),
            (panel.train_wanted, self.train_wanted),
            (self.file.opened, self._open),
        ):
            signal.connect(slot)

    @property
    def images(self) -> Path:
        """The folder of the pictures."""
        return self._images

    def begin(self, task: BoxTask) -> None:
        """Draw boxes for a task, going on where the user left it."""
        known = task == self._task and _identity(task.run) == _identity(self._task.run)
        if known and self.session is not None:
            self._go_to_picture(task.start)
            self.panel.take_focus()
            return
        self._forget()
        self.panel.view.set_boxes((), NONE, False)
        self.panel.show_boxes((), NONE)
        self.panel.show_possible("", False, False, False, False)
        self.panel.show_acceptance("")
        self._task, self._images, self._proposals, self.has_changes = task, task.images, {}, False
        self.panel.take_focus()
        if task.run is None:
            self.file.open(task.images, task.names)
        else:
            work = partial(proposals_of, task.run)
            self._context.files.ask(PROPOSALS, work, self._take_proposals, self._miss_proposals)

    def _take_proposals(self, proposals: Mapping[str, Proposal]) -> None:
        self._proposals = proposals
        self.file.open(self._task.images, self._task.names)

    def _miss_proposals(self, failure: Failed) -> None:
        self._context.messages.failure(failure.error, failure.details)
        self._take_proposals({})

    @Slot(object)
    def _open(self, opened: OpenedTable[DrawnBoxes]) -> None:
        pictures = in_order(self._task.places, self._task.sizes, self._proposals)
        if not pictures:
            words = self.tr("There is no picture to draw boxes in: wait for the check-up, or choose other pictures.")
            self._context.messages.problem(words)
            self.left.emit()
            return
        if opened.damage:
            show_text(self.panel.problem, box_words.damage_text(opened.damage, opened.path))
        elif opened.path is not None:
            show_text(self.panel.kept, self._file_text(opened.path))
        session = BoxSession(pictures, opened.table)
        self._go_to(session.showing(next(iter(session.open_pictures()), 0)))
        self._go_to_picture(self._task.start)

    def _go_to_picture(self, name: str) -> None:
        """Show the picture with a name, if there is one."""
        assert self.session is not None
        named = (at for at, picture in enumerate(self.session.pictures) if picture.name == name)
        self._go_to(self.session.showing(next(named, self.session.at)))

    def _where(self, session: BoxSession, at: int) -> Where:
        return session.pictures[at].where

    def _file_text(self, path: Path) -> str:
        return box_words.file_text(path, self._images)

    def _words(self) -> tuple[str, str]:
        return (
            self.tr("Boxes that another program has made in this folder were added."),
            self.tr("The boxes cannot be kept. {reason} They are here until the window is closed."),
        )

    # Editing

    def change(self, before: BoxSession, after: BoxSession) -> None:  # type: ignore[override]
        """Go to where a change was made or undone, and save the boxes."""
        self.has_changes = True
        super().change(before, after)

    @Slot(object)
    def _draw(self, box: Box) -> None:
        self._edit(self.tr("draw box"), lambda session: session.with_box(box))

    @Slot(int, object)
    def _mend(self, index: int, box: Box) -> None:
        self._edit(self.tr("mend box"), lambda session: session.mended(index, box))

    @Slot()
    def _remove(self) -> None:
        self._edit(self.tr("remove box"), BoxSession.without_box)

    @Slot(int)
    def _choose(self, box: int) -> None:
        if self.session is not None:
            self._go_to(self.session.choosing(box))

    @Slot()
    def accept(self) -> None:
        """Make boxes of what is proposed for the picture on show, and go to the next one."""
        if self.session is not None and (self.panel.view.has_picture or not self.session.proposed):
            self._edit(self.tr("accept region"), BoxSession.accepted)
            self.step(1)

    @Slot()
    def accept_all(self) -> None:
        """Make boxes of what is proposed for the pictures that have none."""
        before = self.session
        if before is not None and self._edit(self.tr("accept all regions"), BoxSession.all_accepted) is not None:
            words = self.tr("The regions of {count:,} pictures are boxes now; undo takes them back.")
            self._context.messages.note(words.format(count=len(before.acceptable())))

    @Slot()
    def _go_to_unsure(self) -> None:
        if self.session is not None and (unsure := self.session.unsure()):
            self._go_to(self.session.showing(unsure[0]))

    # Showing

    @Slot()
    def refresh(self) -> None:
        """Show the session."""
        session, panel = self.session, self.panel
        panel.undo.setEnabled(self.undo_stack.canUndo())
        panel.redo.setEnabled(self.undo_stack.canRedo())
        if session is None:
            return
        width, height = session.picture.width, session.picture.height
        edges = session.proposed or [box.edges for box in session.row]
        shares = [(left / width, top / height, right / width, bottom / height) for left, top, right, bottom in edges]
        panel.view.set_boxes(shares, session.chosen, bool(session.proposed))
        panel.view.set_prompt(box_words.prompt(session))
        panel.show_heading(session.picture.name, box_words.position(session))
        panel.show_progress(box_words.progress(session), session.done(), len(session.pictures))
        panel.show_boxes([box_words.box_texts(i, box) for i, box in enumerate(session.row, 1)], session.chosen)
        can_remove = session.chosen != NONE or len(session.row) == 1
        panel.show_possible(
            box_words.removal(session), can_remove, bool(session.proposed), bool(session.unsure()), session.done() > 0
        )
        panel.show_acceptance(box_words.acceptance(session) if session.acceptable() else "")
        show_text(panel.whole, box_words.whole(session))


def _identity(run: Run | None) -> object:
    return None if run is None else run.identity
