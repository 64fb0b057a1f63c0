"""The next step: the button in the header that leads from the visible page to the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.shell.frame.header import Header
from icnn_engine.core.config import AUTO_BACKGROUND
from icnn_engine.runs.notes import nameless_parts


class Step(NamedTuple):
    """A next step: the text of its button, and what the button does."""

    text: str
    go: Callable[[], None]


class NextStep(QObject):
    """Works out the next step of the visible page and offers it in the header."""

    def __init__(self, context: Context, header: Header, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._header = context, header
        self._page = ""
        session = context.session
        for changed in (session.folder_changed, session.run_changed, session.category_changed, context.notes.changed):
            changed.connect(self._offer)
        context.jobs.changed.connect(self._offer)
        header.next_wanted.connect(self._take)

    def show_page(self, name: str) -> None:
        """Offer the next step of another page."""
        self._page = name
        self._offer()

    @Slot()
    def _offer(self) -> None:
        step = self.of(self._page)
        self._header.set_next_step(step.text if step else "")

    @Slot()
    def _take(self) -> None:
        if step := self.of(self._page):
            step.go()

    def of(self, page: str) -> Step | None:
        """Return the next step of a page; None where the page itself says what to do."""
        session = self._context.session
        if page == "images" and session.folder is not None:
            return self._after_images()
        if session.run is None:
            return None
        steps = {
            "filters": self._after_filters,
            "measure": self._report,
            "review": self._report,
            "train": self._parts,
            "runs": self._parts,
        }
        return steps[page]() if page in steps and not (page == "train" and self._context.jobs.busy) else None

    def _after_images(self) -> Step | None:
        """Train on the chosen category, or look at the parts if the open run has found them."""
        session = self._context.session
        folder, run = session.folder, session.run
        kinds = [name for name in folder.categories if name != AUTO_BACKGROUND] if folder is not None else []
        chosen = session.category if session.category in kinds else ""
        if run is not None and (not chosen or chosen in run.categories):
            return self._parts()
        category = chosen or (kinds[0] if len(kinds) == 1 else "")
        if not kinds:
            return None
        text = self.tr("Find the parts of {category}") if category else self.tr("Find parts")
        return Step(text.format(category=category), lambda: self._train(category))

    def _train(self, category: str) -> None:
        if category:
            self._context.requests.train_category.emit(category)
        self._show("train")

    def _parts(self) -> Step:
        return Step(self.tr("See the parts"), self._show_parts)

    def _after_filters(self) -> Step:
        run, remarks = self._context.session.run, self._context.notes.remarks
        named = run is not None and nameless_parts(run.filters, remarks) == 0
        return self._report() if named else self._measure()

    def _measure(self) -> Step:
        return Step(self.tr("How far to trust it"), lambda: self._show("measure"))

    def _report(self) -> Step:
        return Step(self.tr("Write the report"), lambda: self._show("export"))

    def _show_parts(self) -> None:
        self._show("filters")
        self._context.requests.parts.emit()

    def _show(self, page: str) -> None:
        self._context.requests.page.emit(page)
