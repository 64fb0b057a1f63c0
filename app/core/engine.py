"""Loads the engine's heavy modules (torch) behind the painted window."""

from __future__ import annotations

import gc
import importlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.core import preload
from app.core.job_result import Failed
from app.core.lanes import Lane
from app.core.messages import Messages
from icnn_engine.core.errors import PartscopeError

HEAVY = ("pyqtgraph", "icnn_engine.experiment.training_run", "icnn_engine.inspection.explainer")


class EngineState(Enum):
    """How far loading is."""

    ASLEEP = auto()
    LOADING = auto()
    READY = auto()
    FAILED = auto()


class Engine(QObject):
    """Loads the heavy modules once, in a thread of its own. Work that needs them calls `wait` on its thread first."""

    changed = Signal(object)  # EngineState

    def __init__(self, lane: Lane, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._messages = messages
        self.state = EngineState.ASLEEP
        self._settled = threading.Event()
        self._settled.set()

    def load(self) -> None:
        """Begin to load, unless the modules are loaded or loading."""
        if self.state in (EngineState.ASLEEP, EngineState.FAILED):
            self._settled.clear()
            self._become(EngineState.LOADING)
            self._lane.ask("engine", self._load, lambda _none: self._become(EngineState.READY), self._fail)

    def wait(self) -> None:
        """Block a worker thread until loading has ended. Imports that follow are quick, or raise what is wrong."""
        self._settled.wait()

    def shut_down(self) -> None:
        """Wait for the loading thread."""
        self._lane.shut_down()
        self._settled.set()

    def _load(self) -> None:
        try:
            load_engine()
        finally:
            self._settled.set()

    def _fail(self, failure: Failed) -> None:
        self._become(EngineState.FAILED)
        error = failure.error
        if isinstance(error, PartscopeError):
            self._messages.failure(error)
        else:
            self._messages.problem(self.tr("The engine cannot be loaded: {error}").format(error=error), failure.details)

    def _become(self, state: EngineState) -> None:
        self.state = state
        self.changed.emit(state)


def load_engine() -> None:
    """Import the heavy modules. Raises EngineError where PyTorch is missing or damaged."""
    preload.behind_the_window()
    try:
        with without_collecting():
            for name in HEAVY:
                importlib.import_module(name)
    except (ImportError, OSError, RuntimeError) as error:
        text = QCoreApplication.translate(
            "Engine", "PyTorch cannot be used ({error}). Install torch and torchvision together, from one place."
        )
        raise EngineError(text.format(error=error)) from None


@contextmanager
def without_collecting() -> Iterator[None]:
    """Disable the garbage collector for a block, and exempt the objects created in it afterwards.

    torch leaves 400,000 objects. Each full collection over them holds the interpreter, and so the window, for 0.4 to
    1 s (measured); without any, importing takes half the time and the longest pause is 0.13 s.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


class EngineError(PartscopeError):
    """The engine cannot be loaded."""
