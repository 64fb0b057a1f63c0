"""Fills the card of a run whose answer does without something, and leads back to the run before."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.measure.forbidden_card import ForbiddenCard
from icnn_engine.audit.forbidding import run_before
from icnn_engine.core.errors import RunError


class ForbiddenRunController(QObject):
    """Shows the open run and the names that its parts have now."""

    def __init__(self, context: Context, card: ForbiddenCard, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._card = context, card
        for signal in (context.session.run_changed, context.notes.changed):
            signal.connect(self._show)
        card.before_wanted.connect(self.open_before)
        self._show()

    @Slot()
    def _show(self) -> None:
        self._card.show_run(self._context.session.run, self._context.notes.remarks)

    @Slot()
    def open_before(self) -> None:
        """Open the run that the open one was made from."""
        run = self._context.session.run
        if run is None:
            return
        try:
            self._context.requests.open.emit(run_before(run))
        except RunError as error:
            self._context.messages.failure(error)
