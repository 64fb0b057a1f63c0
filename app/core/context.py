"""What every page is given: the session, the lanes, the messages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QUndoGroup

from app.core.changed_pictures import ChangedPictures
from app.core.engine import Engine
from app.core.export_queue import ExportQueue
from app.core.filter_notes import FilterNotes
from app.core.jobs import JobRunner
from app.core.lanes import Lane, Pool
from app.core.messages import Messages
from app.core.session import PageRequests, Session
from app.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """Made once, handed to each page.

    `jobs`: training and other long work. `checks`: the check-up of a folder, which never waits behind training.
    `lane`: looking at pictures and filters, so that a click never waits. `files`: listing folders, opening runs, small
    writes. `pool`: thumbnails and crops. `engine`: work that needs torch calls `engine.wait()` on its thread first.
    `naming`: names, notes and stars of the open run. `undo`: what Undo takes back; who has steps of their own makes
    their stack the active one while they are on show, and `naming.stack` is active otherwise. `exports`: what is being
    written, whatever page is on show. `changes`: which pictures of the open run are others since its training.
    """

    session: Session
    wishes: PageRequests
    messages: Messages
    settings: Settings
    jobs: JobRunner
    checks: JobRunner
    lane: Lane
    files: Lane
    pool: Pool
    engine: Engine
    naming: FilterNotes
    undo: QUndoGroup
    exports: ExportQueue
    changes: ChangedPictures

    def shut_down(self) -> None:
        """End every thread; nothing is delivered any more."""
        for runner in (self.jobs, self.checks):
            runner.shut_down()
        for worker in (self.lane, self.files, self.pool, self.engine):
            worker.shut_down()
        self.settings.save()


def make_context(store: QSettings, parent: QObject | None = None) -> Context:
    """A context whose parts belong to `parent`."""
    messages, session, undo = Messages(parent), Session(parent), QUndoGroup(parent)
    files = Lane(messages, parent)
    naming = FilterNotes(session, files, messages, parent)
    undo.addStack(naming.stack)
    undo.setActiveStack(naming.stack)
    exports, changes = ExportQueue(files, parent), ChangedPictures(session, files, messages, parent)
    exports.changed.connect(changes.follow_export)
    return Context(
        session=session,
        wishes=PageRequests(parent),
        messages=messages,
        settings=Settings(store, parent),
        jobs=JobRunner(parent),
        checks=JobRunner(parent),
        lane=Lane(messages, parent),
        files=files,
        pool=Pool(parent),
        engine=Engine(Lane(messages, parent), messages, parent),
        naming=naming,
        undo=undo,
        exports=exports,
        changes=changes,
    )
