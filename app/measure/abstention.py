"""Say on the card of the verdict what is gained by not trusting answers about unlike pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.core.late_words import LateWords
from app.measure.verdict_card import VerdictCard
from icnn_engine.audit.novelty import abstention
from icnn_engine.audit.novelty_words import abstention_words

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run


class AbstentionController(QObject):
    """Follows the open run."""

    def __init__(self, context: Context, card: VerdictCard, parent: QObject) -> None:
        super().__init__(parent)
        self._words = LateWords(context.files, "abstention", card.unlike, card)
        context.session.run_changed.connect(self._follow)
        self._follow(context.session.run)

    @Slot(object)
    def _follow(self, run: Run | None) -> None:
        if run is None:
            self._words.clear()
        else:
            self._words.tell(run.identity, partial(_words_of, run))


def _words_of(run: Run) -> tuple[str, str]:
    return abstention_words(abstention(run)), ""
