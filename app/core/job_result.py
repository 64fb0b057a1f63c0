"""Outcomes of work on a thread. The only broad `except` of the program is here."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Succeeded:
    """The work came to its end; `result` is its return value."""

    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The work raised `error`, whose traceback (which keeps tensors alive) is kept as text in `details` only."""

    error: BaseException
    details: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The user cancelled the job."""


Outcome: TypeAlias = Succeeded | Failed | Cancelled


def run_catching(work: Callable[[], Any]) -> Outcome:
    """Return the result of `work`, or the error it raises."""
    try:
        return Succeeded(work())
    except BaseException as error:
        details = "".join(traceback.format_exception(error))
        error.__traceback__ = error.__context__ = error.__cause__ = None
        return Failed(error, details)
