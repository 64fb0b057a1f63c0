"""How work on a thread ended. The only broad `except` of the program is here."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Succeeded:
    """The job came to its end; `result` is what the operation returned."""

    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The job raised; `error` has lost its traceback (which keeps tensors alive), `details` is its text."""

    error: BaseException
    details: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The user cancelled the job."""


Outcome: TypeAlias = Succeeded | Failed | Cancelled


def run_catching(work: Callable[[], Any]) -> Outcome:
    """What `work` returns or raises."""
    try:
        return Succeeded(work())
    except BaseException as error:
        return failed(error)


def failed(error: BaseException) -> Failed:
    """The failure as a value; tracebacks and the errors behind it are kept as text only."""
    details = "".join(traceback.format_exception(error))
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return Failed(error, details)
