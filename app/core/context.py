"""The context: session, settings, messages and worker threads, which every page shares."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QUndoGroup

from app.core.changed_pictures import ChangedPictures
from app.core.engine import Engine
from app.core.export_queue import ExportQueue
from app.core.inspection_watch import InspectionWatch
from app.core.jobs import JobRunner
from app.core.lanes import Lane, Pool
from app.core.left_out_pictures import LeftOutPictures
from app.core.messages import Messages
from app.core.session import PageRequests, Session
from app.core.settings import Settings
from app.core.training_watch import TrainingWatch
from app.core.undoable_notes import FilterNotes


@dataclass(frozen=True, slots=True)
class Context:
    """The shared state and the worker threads of the program. It is made once and given to every page."""

    session: Session  # the open folder, run, filter and picture
    requests: PageRequests  # signals by which a page asks the window to do something
    messages: Messages  # notes and errors that the window shows
    settings: Settings
    jobs: JobRunner  # training and other long work
    training: TrainingWatch  # the training under way or the last one
    inspection: InspectionWatch  # the look inside a network of the user's own
    checks: JobRunner  # the check-up of a folder, which never waits for a training
    lane: Lane  # computations on one picture or filter, so that a click never waits
    slow: Lane  # seconds of work on a whole run, for which no click waits
    files: Lane  # listing folders, opening runs, small writes
    pool: Pool  # thumbnails and crops
    engine: Engine  # work that needs torch calls `engine.wait()` on its thread first
    notes: FilterNotes  # names, notes and stars of the open run
    undo: QUndoGroup  # a page with an undo stack of its own makes it active while it is visible, else `notes.stack` is
    exports: ExportQueue
    changed_pictures: ChangedPictures  # pictures of the open run that have changed since its training
    left_out: LeftOutPictures  # pictures that are not to be used; `left_out.stack` is active on the Images page

    def shut_down(self) -> None:
        """End every thread and save the settings. No result is delivered afterwards."""
        for runner in (self.jobs, self.checks):
            runner.shut_down()
        for worker in (self.lane, self.slow, self.files, self.pool, self.engine):
            worker.shut_down()
        self.settings.save()


def make_context(store: QSettings, parent: QObject | None = None) -> Context:
    """Return a new context whose parts are children of `parent`."""
    messages, session, undo = Messages(parent), Session(parent), QUndoGroup(parent)
    files = Lane(messages, parent)
    notes = FilterNotes(session, files, messages, parent)
    undo.addStack(notes.stack)
    undo.setActiveStack(notes.stack)
    jobs, requests = JobRunner(parent), PageRequests(parent)
    exports = ExportQueue(files, parent)
    changed_pictures = ChangedPictures(session, files, messages, parent)
    exports.changed.connect(changed_pictures.follow_export)
    return Context(
        session=session,
        requests=requests,
        messages=messages,
        settings=Settings(store, parent),
        jobs=jobs,
        training=TrainingWatch(jobs, session, requests, messages, parent),
        inspection=InspectionWatch(jobs, session, requests, messages, parent),
        checks=JobRunner(parent),
        lane=Lane(messages, parent),
        slow=Lane(messages, parent),
        files=files,
        pool=Pool(parent),
        engine=Engine(Lane(messages, parent), messages, parent),
        notes=notes,
        undo=undo,
        exports=exports,
        changed_pictures=changed_pictures,
        left_out=LeftOutPictures(session, files, messages, undo, parent),
    )
