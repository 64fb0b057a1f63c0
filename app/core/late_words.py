"""Words of a label that take a while to find: they are sought in a thread, and only while they can be seen."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from app.core.job_result import Failed
from app.core.lanes import Lane
from app.widgets.common import show_text
from app.widgets.wording import plain_text

Work = Callable[[], tuple[str, str]]  # returns the words and the tool tip


class LateWords(QObject):
    """Shows words in a label once they are found; hides it until then, and where there are none.

    `key`: of the requests in the lane; `view`: the widget that the label is on; while it is hidden, nothing is sought.
    """

    def __init__(self, lane: Lane, key: str, label: QLabel, view: QWidget) -> None:
        super().__init__(view)
        self._lane, self._key, self._label, self._view = lane, key, label, view
        self._about: Hashable = None
        self._work: Work | None = None
        view.installEventFilter(self)
        self._show(("", ""))

    def tell(self, about: Hashable, work: Work) -> None:
        """Show what `work` returns, unless words about the same are on show or sought already."""
        if about != self._about:
            self.clear()
            self._about, self._work = about, work
            self._ask()

    def clear(self) -> None:
        """Show nothing."""
        self._lane.forget(self._key)
        self._about = self._work = None
        self._show(("", ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._view and event.type() == QEvent.Type.Show:
            self._ask()
        return False

    def _ask(self) -> None:
        if self._work is not None and self._view.isVisible():
            self._lane.ask(self._key, self._work, self._show_found, self._miss)

    def _show_found(self, found: tuple[str, str]) -> None:
        self._work = None
        self._show(found)

    def _show(self, found: tuple[str, str]) -> None:
        words, hint = found
        show_text(self._label, words)
        self._label.setToolTip(plain_text.tooltip_text(hint))
        self._label.setAccessibleDescription(hint)

    def _miss(self, _failure: Failed) -> None:
        self._work = None  # what the words are about tells itself that it cannot be read
