"""What the user decides about pictures of the open run, with undo; each decision is written to the folder at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.core.context import Context
from app.core.job_result import Failed
from icnn_engine.audit.decisions import Decision, DecisionKind
from icnn_engine.runs.found_objects import listed_name

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

UNDO_LIMIT = 500  # steps that can be undone
KEY = "decisions"  # in the lane


class _Step(QUndoCommand):
    """One decision in the place of another, or of none."""

    def __init__(
        self, owner: PictureDecisions, text: str, picture: int, before: Decision | None, after: Decision | None
    ) -> None:
        super().__init__(text)
        self._owner, self._picture, self._before, self._after = owner, picture, before, after
        self._is_new = True

    def redo(self) -> None:
        self._owner.set_decision(self._picture, self._after, shown=not self._is_new)
        self._is_new = False

    def undo(self) -> None:
        self._owner.set_decision(self._picture, self._before, shown=True)


class PictureDecisions(QObject):
    """The decisions about the pictures of one run. `known`: by number of the picture, as far as they are read."""

    changed = Signal()
    stepped = Signal(int)  # a decision about the picture was undone, done again, or could not be written

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._run: Run | None = None
        self.known: dict[int, Decision] = {}
        self.stack = QUndoStack(self, undoLimit=UNDO_LIMIT)
        context.undo.addStack(self.stack)
        self._numbers, self._writing = count(), 0  # each change has its own key in the lane, so that none is dropped
        self._has_failed = False  # whether one of the changes that are being written could not be
        self._corrected: set[Path] = set()  # folders whose corrections were changed since `settle`
        context.left_out.changed.connect(self._follow_left_out)

    def open(self, run: Run | None) -> None:
        """Take another run, or the same one with its pictures in another place; what was decided is not known yet."""
        if run is None or self._run is None or (run.path, run.images) != (self._run.path, self._run.images):
            self.stack.clear()
            self.known = {}
        self._run = run

    def show(self, known: Mapping[int, Decision]) -> None:
        """Show what is known of the run, unless something is being written that it does not have yet."""
        if not self._writing and dict(known) != self.known:
            self.known = dict(known)
            self.changed.emit()

    def decide(self, picture: int, decision: Decision | None, text: str) -> None:
        """Decide about a picture (None: nothing is decided any more). `text`: of the step that can be undone."""
        before = self.known.get(picture)
        if self._run is not None and (before is None or decision is None or _differ(before, decision)):
            self.stack.push(_Step(self, text, picture, before, decision))

    def set_decision(self, picture: int, decision: Decision | None, shown: bool) -> None:
        """Set a decision and write it. `shown`: go to its picture."""
        run = self._run
        if run is None:
            return
        before = self.known.get(picture)
        self._put(picture, decision)
        self._has_failed = self._has_failed and self._writing > 0
        self._writing += 1
        name, kinds = listed_name(run, run.pictures[picture]), {d.kind for d in (before, decision) if d is not None}
        done = partial(self._finish, run, DecisionKind.LEFT_OUT in kinds)
        work = partial(_write, run.images, name, decision)
        failed = partial(self._fail, run, picture, before)
        self._context.files.ask(f"decision {next(self._numbers)}", work, done, failed, kept=True)
        if kinds - {DecisionKind.LEFT_OUT}:
            self._corrected.add(run.images.resolve())
        self.changed.emit()
        if shown:
            self.stepped.emit(picture)

    def _put(self, picture: int, decision: Decision | None) -> None:
        self.known.pop(picture, None)
        if decision is not None:
            self.known[picture] = decision

    def settle(self) -> None:
        """Have the open folder listed again if the categories of its pictures have changed: other pages show them."""
        for root in self._corrected:
            self._context.requests.list_again.emit(root)
        self._corrected.clear()

    def _finish(self, run: Run, left_out: bool, _none: None) -> None:
        self._writing -= 1
        if left_out:  # other pages are told through `left_out`
            self._context.left_out.follow(run.images, (listed_name(run, picture) for picture in run.pictures))
        self._read_again()

    def _fail(self, run: Run, picture: int, before: Decision | None, failure: Failed) -> None:
        """Show what was decided before, and go back to the picture: to the first one if several were decided about."""
        self._writing -= 1
        self._context.messages.failure(failure.error, failure.details)
        if run is not self._run:
            return
        self._put(picture, before)
        self.changed.emit()
        if not self._has_failed:
            self.stepped.emit(picture)
        self._has_failed = True

    @Slot(object)
    def _follow_left_out(self, root: Path) -> None:
        if self._run is not None and self._run.images.resolve() == root:
            self._read_again()

    def _read_again(self) -> None:
        """Read what the folder has now: another program may have written to it too."""
        if self._run is not None and not self._writing:
            self._context.files.ask(KEY, partial(_read, self._run), partial(self._take, self._run))

    def _take(self, run: Run, known: Mapping[int, Decision]) -> None:
        if run is self._run:
            self.show(known)


def _differ(one: Decision, other: Decision) -> bool:
    """Whether two decisions say different things; the category of a picture that is right is known to its folder."""
    return one.kind is not other.kind or (one.kind is DecisionKind.CORRECTED and one.category != other.category)


def _read(run: Run) -> Mapping[int, Decision]:
    from icnn_engine.audit.decisions import decisions

    return decisions(run)


def _write(root: Path, name: str, decision: Decision | None) -> None:
    from icnn_engine.audit.decisions import decide

    kind = None if decision is None else decision.kind
    decide(
        root,
        {name: decision.category} if decision is not None and kind is DecisionKind.CORRECTED else {},
        leave_out=[name] if kind is DecisionKind.LEFT_OUT else [],
        right=[name] if kind is DecisionKind.RIGHT else [],
        undo=[name] if kind is None else [],
        reasons={name: decision.reason} if decision is not None else {},
    )
