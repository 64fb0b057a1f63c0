"""The base of the controllers that show one run."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from app.core.context import Context
from app.core.job_result import Failed
from app.widgets.pictures.picture_model import PictureModel
from icnn_engine.data import read_thumbnail

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

T = TypeVar("T")
R = TypeVar("R")


class RunController(QObject):
    """Shows one run at a time."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._run: Run | None = None

    def _change_run(self, run: Run) -> bool:
        """Take a run; return whether another one was shown before."""
        another = self._run is None or run.path != self._run.path
        self._run = run
        return another

    def for_run(self, show: Callable[[T], None]) -> Callable[[T], None]:
        """Return a callback for a result of this run: it does nothing if another run is shown when it is called."""
        return partial(self._show_if_same, self._run, show)

    def ask_slowly(
        self, key: str, work: Callable[[], R], show: Callable[[R], None], failed: Callable[[Failed], None]
    ) -> None:
        """Have seconds of work on the run done once the engine is loaded, or has failed to load: scipy and scikit-learn
        look for the arrays of torch, which is not whole before."""
        after = partial(_after, self._context.engine.wait, work)
        self._context.slow.ask(key, after, self.for_run(show), self.for_run(failed))

    def load_thumbnail(self, use: str, pictures: PictureModel, side: int, picture: int) -> None:
        """Have the thumbnail of a picture of the run shown in a model. `use`: the beginning of its key in the pool;
        `side`: its pixels."""
        if self._run is not None:
            where = self._run.pictures[picture].where(self._run.images)
            show = self.for_run(partial(pictures.set_image, picture))
            self._context.pool.ask((use, where, picture), partial(read_thumbnail, where, side), show)

    def _show_if_same(self, run: Run | None, show: Callable[[T], None], result: T) -> None:
        if run is self._run:
            show(result)


def _after(wait: Callable[[], None], work: Callable[[], R]) -> R:
    wait()
    return work()
