"""The quick lanes: work that is asked for, done on a thread and handed back in the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage
from shiboken6 import isValid

from app.core.job_result import Failed, Outcome, Succeeded, run_catching
from app.core.messages import Messages
from app.widgets.qimage import to_qimage

T = TypeVar("T")

POOL_THREADS = 2
POOL_WAITING = 300  # requests kept waiting; older ones are dropped, for nobody looks at them any more


@dataclass(frozen=True, eq=False)
class _Request:
    key: str
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Failed], None] | None
    kept: bool


class Lane(QObject):
    """A lane for quick work: one thread; the latest request of a key wins, earlier ones are never delivered."""

    _finished = Signal(object, object)  # _Request, Outcome

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._latest: dict[str, _Request] = {}
        self._waiting: dict[str, _Request] = {}
        self._wake = threading.Condition()
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None

    def ask(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Failed], None] | None = None,
        kept: bool = False,
    ) -> None:
        """Do `work` in the lane's thread, then `done` with its result here, in the GUI thread.

        An error goes to `failed` where it is given, else to the user. `kept`: it is done even if the lane is shut down
        first, for it writes what the user has made.
        """
        request = _Request(key, work, done, failed, kept)
        with self._wake:
            if self._closed:
                return
            self._latest[key] = request
            self._waiting.pop(key, None)
            self._waiting[key] = request
            self._wake.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=f"lane-{key}")
            self._thread.start()

    def forget(self, key: str) -> None:
        """Drop what was asked under a key: it is not delivered, even if it is being worked on."""
        with self._wake:
            self._waiting.pop(key, None)
            self._latest.pop(key, None)

    def busy(self, key: str) -> bool:
        """Whether something asked under a key has not been delivered yet."""
        return key in self._latest

    def shut_down(self) -> None:
        """Drop what waits, but for what is kept, and wait for the thread; nothing is delivered any more."""
        with self._wake:
            self._closed = True
            self._waiting = {key: request for key, request in self._waiting.items() if request.kept}
            self._latest.clear()
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while (request := self._next()) is not None:
            outcome = run_catching(request.work)
            if not self._closed:
                self._finished.emit(request, outcome)

    def _next(self) -> _Request | None:
        with self._wake:
            self._wake.wait_for(lambda: self._closed or self._waiting)
            return self._waiting.pop(next(iter(self._waiting))) if self._waiting else None

    @Slot(object, object)
    def _deliver(self, request: _Request, outcome: Outcome) -> None:
        if self._latest.get(request.key) is not request:
            return
        del self._latest[request.key]
        match outcome:
            case Succeeded(result):
                if _is_there(request.done):
                    request.done(result)
            case Failed() if request.failed is not None:
                if _is_there(request.failed):
                    request.failed(outcome)
            case Failed(error, details):
                self._messages.failure(error, details)


def _is_there(call: Callable[[Any], None]) -> bool:
    """Whether the object that a call goes to is still there; pages go when the language is changed."""
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Pool(QObject):
    """A few threads for thumbnails and crops: the latest request is served first, old ones are dropped unserved.

    Asking again for what waits already is cheap, so a view asks for whatever it paints and does not have.
    """

    _finished = Signal(object, object)  # (key, generation), Outcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Hashable, Callable[[], np.ndarray]] = {}
        self._callbacks: dict[Hashable, tuple[Callable[[QImage], None], Callable[[Failed], None] | None]] = {}
        self._wake = threading.Condition()
        self._closed = False
        self._generation = 0
        self._threads: list[threading.Thread] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        key: Hashable,
        work: Callable[[], np.ndarray],
        done: Callable[[QImage], None],
        failed: Callable[[Failed], None] | None = None,
    ) -> None:
        """Do `work` in a thread of the pool, then `done` with its image here, in the GUI thread, or `failed`.

        `work` returns pixels as `to_qimage` takes them.

        A key that is asked for again is worked on once; its last callbacks are called. Newer requests may push a
        request out, which then is never answered.
        """
        with self._wake:
            running = key in self._callbacks and key not in self._waiting
            if self._closed:
                return
            self._callbacks[key] = done, failed
            if running:
                return
            self._waiting.pop(key, None)
            self._waiting[key] = work
            if len(self._waiting) > POOL_WAITING:
                oldest = next(iter(self._waiting))
                del self._waiting[oldest], self._callbacks[oldest]
            self._wake.notify()
        if len(self._threads) < POOL_THREADS:
            self._threads.append(threading.Thread(target=self._work, name=f"pool-{len(self._threads)}"))
            self._threads[-1].start()

    def forget(self) -> None:
        """Drop everything that waits; the results of running requests are not delivered."""
        with self._wake:
            self._waiting.clear()
            self._callbacks.clear()
            self._generation += 1

    def shut_down(self) -> None:
        """Drop what waits and wait for the threads."""
        with self._wake:
            self._closed = True
            self._waiting.clear()
            self._wake.notify_all()
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (request := self._next()) is not None:
            key, work, generation = request
            outcome = run_catching(work)
            if not self._closed:
                self._finished.emit((key, generation), outcome)

    def _next(self) -> tuple[Hashable, Callable[[], np.ndarray], int] | None:
        with self._wake:
            self._wake.wait_for(lambda: self._closed or self._waiting)
            return None if self._closed else (*self._waiting.popitem(), self._generation)

    @Slot(object, object)
    def _deliver(self, ticket: tuple[Hashable, int], outcome: Outcome) -> None:
        key, generation = ticket
        if self._closed or generation != self._generation:
            return
        with self._wake:
            done, failed = self._callbacks.pop(key)
        match outcome:
            case Succeeded(array) if _is_there(done):
                done(to_qimage(array))
            case Failed() if failed is not None and _is_there(failed):
                failed(outcome)
