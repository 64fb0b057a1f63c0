"""Errors and notes to the user. Only this module turns an error into words on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal

from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.language import resolved

Kind = Literal["note", "problem"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a message lets the user do: the title of its button, and what a click does."""

    title: str
    accept: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """One message to the user; `details` are shown on request. One with an offer stays until it is dismissed."""

    kind: Kind
    text: str
    details: str = ""
    offer: Offer | None = None


class Messages(QObject):
    """Sends messages to the user; the main window shows them."""

    said = Signal(object)  # Message

    def note(self, text: str) -> None:
        """Send a message that something went well, or is worth knowing."""
        self.said.emit(Message("note", resolved(text)))

    def offer(self, text: str, offer: Offer) -> None:
        """Send a message that something went well, with what can be done now."""
        self.said.emit(Message("note", resolved(text), offer=offer))

    def problem(self, text: str, details: str = "") -> None:
        """Send a message of what went wrong and what to do."""
        self.said.emit(Message("problem", resolved(text), details))

    def failure(self, error: BaseException, details: str = "") -> None:
        """Send an error in words. The details are a click away, for errors not raised on purpose."""
        self.problem(error_text(error), "" if isinstance(error, PartscopeError) else details)


def error_text(error: BaseException) -> str:
    """Return what happened and what to do, in one or two sentences."""
    if isinstance(error, PartscopeError):
        return str(error)
    if isinstance(error, MemoryError):
        return QCoreApplication.translate(
            "Messages", "There is not enough memory. Close other programs, or choose a smaller batch, and try again."
        )
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        text = QCoreApplication.translate("Messages", "A file could not be read or written: {reason}{where}.")
        return text.format(reason=error.strerror, where=where)
    text = QCoreApplication.translate(
        "Messages", "Something unexpected went wrong: {error}. What you had is safe; the details say where."
    )
    return text.format(error=str(error).splitlines()[0][:200] if str(error) else type(error).__name__)
