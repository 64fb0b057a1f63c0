"""Run an operation to its end behind a progress bar, in a notebook or a terminal."""

from __future__ import annotations

import sys
import warnings
from types import TracebackType
from typing import Any, TypeVar

from icnn_engine.core.errors import STOPPED_WORDS, StoppedError
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import EpochDone, Event, NetworkName, Operation, Progress, drain
from icnn_engine.core.language import translate
from icnn_engine.core.progress_words import StageReader

FORMAT = "{desc} {percentage:3.0f}%|{bar}| {elapsed}<{remaining}{postfix}"
T = TypeVar("T")


def watch(operation: Operation[T], epochs: int = 0, progress: bool = True) -> T:
    """Return the result of an operation.

    Parameters
    ----------
    operation
        A generator of events.
    epochs
        Those of a training.
    progress
        Show a bar; notes are printed without it too.

    Raises
    ------
    KeyboardInterrupt
        The user interrupted the work. It was stopped first, and the message says what was kept.
    PartscopeError
        As the operation does.
    """
    try:
        with ProgressBar(epochs, progress) as listen:
            return drain(operation, listen)
    except StoppedError as stop:
        raise KeyboardInterrupt(_stopped(str(stop))) from None


def note(text: str) -> None:
    """Print a line on stderr that leaves a progress bar whole."""
    _tqdm().write(visible(text, lines=True), file=sys.stderr)


class ProgressBar:
    """Listener of an operation that shows its stages, one bar at a time. A bar leaves nothing behind."""

    def __init__(self, epochs: int = 0, shown: bool = True) -> None:
        self._reader, self._shown = StageReader(epochs), shown
        self._bar: Any = None
        self._title = ""

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close()

    def __call__(self, event: Event) -> None:
        """Show an event."""
        if text := self._reader.note(event):
            note(text)
        elif isinstance(event, EpochDone) and event.network == NetworkName.INTERPRETABLE and self._bar is not None:
            self._bar.set_postfix_str(f"balanced accuracy {event.balanced_accuracy:.3f}", refresh=False)
        elif (stage := self._reader.stage(event)) and self._shown:
            self._show(*stage)

    def _show(self, progress: Progress, done: str) -> None:
        words = visible(f"{progress.title}, {done}:")
        if self._bar is None or progress.title != self._title or progress.done < self._bar.n:
            self._close()
            self._title = progress.title
            self._bar = _tqdm()(desc=words, total=progress.total, leave=False, bar_format=FORMAT, dynamic_ncols=True)
        self._bar.set_description_str(words, refresh=False)
        self._bar.update(progress.done - self._bar.n)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def _stopped(words: str) -> str:
    """Return what an interrupt has left, from the words of the operation ("": nothing)."""
    if not words:
        return STOPPED_WORDS[:1].upper() + STOPPED_WORDS[1:]
    text = translate("Library", "{words} (in Python: icnn_engine.resume)")
    return text.format(words=words)


def _tqdm() -> Any:
    """Return tqdm's bar for where we are; a notebook without ipywidgets gets plain text, and no warning for that."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from tqdm.auto import tqdm
    return tqdm
