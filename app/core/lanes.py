"""Worker threads for quick work: a `Lane` for one task after the other, a `Pool` for thumbnails and crops."""

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


@dataclass(eq=False)
class _Request:
    key: Hashable
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Failed], None]
    kept: bool = False


class _RequestQueue(QObject):
    """Threads that take requests from a queue; results are delivered in the GUI thread."""

    _finished = Signal(object, object)  # _Request, Outcome

    def __init__(self, parent: QObject | None, threads: int, newest_first: bool) -> None:
        super().__init__(parent)
        self._newest_first = newest_first
        self._latest: dict[Hashable, _Request] = {}  # the last request of each key, until it is delivered
        self._waiting: dict[Hashable, _Request] = {}  # requests that no thread has taken yet, oldest first
        self._wake = threading.Condition()
        self._closed = False
        self._most_threads = threads
        self._threads: list[threading.Thread] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def shut_down(self) -> None:
        """Drop the waiting requests except kept ones, and wait for the threads. Nothing is delivered afterwards."""
        with self._wake:
            self._closed = True
            self._waiting = {key: request for key, request in self._waiting.items() if request.kept}
            self._latest.clear()
            self._wake.notify_all()
        for thread in self._threads:
            thread.join()

    def _add(self, request: _Request) -> None:
        with self._wake:
            if self._closed:
                return
            self._latest[request.key] = request
            self._waiting.pop(request.key, None)
            self._waiting[request.key] = request
            self._wake.notify()
        if len(self._threads) < self._most_threads:
            self._threads.append(threading.Thread(target=self._run, name=f"{type(self).__name__}-{request.key}"))
            self._threads[-1].start()

    def _run(self) -> None:
        while (request := self._next()) is not None:
            outcome = run_catching(request.work)
            if not self._closed:
                self._finished.emit(request, outcome)

    def _next(self) -> _Request | None:
        with self._wake:
            self._wake.wait_for(lambda: self._closed or self._waiting)
            keys = reversed(self._waiting) if self._newest_first else iter(self._waiting)
            return self._waiting.pop(next(keys)) if self._waiting else None

    @Slot(object, object)
    def _deliver(self, request: _Request, outcome: Outcome) -> None:
        if self._latest.get(request.key) is not request:
            return
        del self._latest[request.key]
        if isinstance(outcome, Succeeded) and _is_alive(request.done):
            request.done(outcome.result)
        elif isinstance(outcome, Failed) and _is_alive(request.failed):
            request.failed(outcome)


class Lane(_RequestQueue):
    """One thread for quick work. The latest request of a key wins; earlier ones are never delivered."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent, threads=1, newest_first=False)
        self._messages = messages

    def ask(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Failed], None] | None = None,
        kept: bool = False,
    ) -> None:
        """Call `work` in the thread, then `done` with its result in the GUI thread.

        An error goes to `failed` if given, else to the user. A request that is `kept` is done even if the lane is shut
        down first: it writes what the user has made.
        """
        self._add(_Request(key, work, done, failed or self._report, kept))

    def forget(self, key: str) -> None:
        """Drop the request of a key. It is not delivered, even if the thread is working on it."""
        with self._wake:
            self._waiting.pop(key, None)
            self._latest.pop(key, None)

    def busy(self, key: str) -> bool:
        """Return whether a request of this key has not been delivered yet."""
        return key in self._latest

    def _report(self, failure: Failed) -> None:
        self._messages.failure(failure.error, failure.details)


class Pool(_RequestQueue):
    """A few threads for thumbnails and crops. The latest request is served first, old ones are dropped unserved.

    Asking again for a waiting image is cheap, so a view asks for every image that it paints and does not have.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, threads=POOL_THREADS, newest_first=True)

    def ask(
        self,
        key: Hashable,
        work: Callable[[], np.ndarray],
        done: Callable[[QImage], None],
        failed: Callable[[Failed], None] | None = None,
    ) -> None:
        """Call `work` in a thread, then `done` with its image in the GUI thread, or `failed` with the error.

        `work` returns pixels as `to_qimage` takes them. A key that is asked for again is worked on once, and its last
        callbacks are called. Newer requests may push a request out, which then is never answered.
        """
        with self._wake:
            if key in self._latest and key not in self._waiting:  # a thread is working on it
                self._latest[key].done, self._latest[key].failed = done, failed or _ignore
                return
            self._add(_Request(key, lambda: to_qimage(work()), done, failed or _ignore))
            if len(self._waiting) > POOL_WAITING:
                oldest = next(iter(self._waiting))
                del self._waiting[oldest], self._latest[oldest]

    def forget(self, *uses: str) -> None:
        """Drop the requests whose keys begin with one of `uses`. None is delivered, even if a thread works on it."""
        with self._wake:
            for key in [key for key in self._latest if isinstance(key, tuple) and key[0] in uses]:
                self._latest.pop(key)
                self._waiting.pop(key, None)


def _ignore(_failure: Failed) -> None:
    pass


def _is_alive(call: Callable[[Any], None]) -> bool:
    """Return whether the object whose method is called still exists: pages go when the language is changed."""
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
