"""Opening a folder, a run, an experiment, the sample, a picture or a network, and the check-up of an opened folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal, Slot

from app.core.context import Context
from app.core.job_result import Failed, Outcome, Succeeded
from app.core.session import NO_FILTER
from app.core.settings import sample_folder, sample_run_folder
from icnn_engine.core.annotations import CheckedPicture, CheckUp, Folder, Problem, Where
from icnn_engine.core.events import Operation

Kind = Literal["folder", "run", "study", "picture", "network", "nothing"]
WEIGHTS = (".pth", ".pt", ".safetensors")  # ends of files of weights


def kind_of(path: Path) -> Kind:
    """Return what a path is that the user has dropped or named."""
    from icnn_engine.data.reading.pictures import ENDINGS

    if path.name == "run.toml" or (path / "run.toml").is_file():
        return "run"
    if path.name == "study.toml" or (path / "study.toml").is_file():
        return "study"
    if path.is_dir():
        return "folder"
    if path.suffix.lower() in WEIGHTS and path.is_file():
        return "network"
    return "picture" if path.suffix.lower() in ENDINGS and path.is_file() else "nothing"


class Opener(QObject):
    """Opens folders and runs on a lane, puts them into the session and remembers them."""

    sample_opened = Signal()  # the finished run of the sample

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._next: Callable[[], None] | None = None  # starts the job that waits for the end of the present one
        self._then: Callable[[Any], None] | None = None  # takes the result of the present job
        self._opened: dict[str, CheckedPicture | Problem] = {}  # what came of the open folder's pictures
        context.checks.ended.connect(self._end)
        context.session.folder_changed.connect(self._remember_folder)
        context.session.run_changed.connect(self._remember_run)
        context.session.filter_changed.connect(partial(context.settings.set_number, "last/filter"))
        context.requests.open.connect(self.open)
        context.left_out.written.connect(self._check_again)
        context.requests.check.connect(self._check_again)
        context.requests.list_again.connect(self._list_again)

    def open(self, where: Where) -> None:
        """Open a folder, a run or an experiment, explain a picture, or open a network of the user's own."""
        if not isinstance(where, Path):
            self.explain(where)
            return
        folder = where.parent if where.name in ("run.toml", "study.toml") else where
        match kind_of(where):
            case "run":
                self.open_run(folder)
            case "study":
                self._context.requests.page.emit("measure")
                self._context.requests.study.emit(folder)
            case "folder":
                self.open_folder(where)
            case "picture":
                self.explain(where)
            case "network":
                self._context.requests.network.emit(where)
            case "nothing":
                text = self.tr(
                    "{path} is neither a folder, nor a run, nor an experiment, nor a picture that can be read."
                )
                self._context.messages.problem(text.format(path=where))

    def open_folder(self, path: Path, show: bool = True) -> None:
        """List a folder and open it; go to the Images page if `show`."""
        self._context.messages.note(self.tr("Listing the pictures in {name}…").format(name=path.name or path))
        self._context.files.ask("folder", partial(_list, path), partial(self._got_folder, show))

    def open_run(self, path: Path, filter_index: int = NO_FILTER, show: bool = True) -> None:
        """Open a run at a filter; go to the Filters page if `show`."""
        self._context.files.ask("run", partial(_open_run, path), partial(self._got_run, filter_index, show))

    def explain(self, where: Where) -> None:
        """Explain a picture by the open run."""
        if self._context.session.run is None:
            text = self.tr("Open a run or train one first: then any picture dropped here is explained.")
            self._context.messages.problem(text)
            return
        self._context.requests.page.emit("filters")
        self._context.requests.picture.emit(where)

    def try_sample(self) -> None:
        """Open the finished run of the sample, and its pictures."""
        self._context.messages.note(self.tr("Opening the sample…"))
        self._context.files.ask("run", _open_sample, self._got_sample)

    def restore(self) -> None:
        """Open the last folder and run, if they still exist, and nothing was opened meanwhile."""
        settings, session = self._context.settings, self._context.session
        if session.folder is not None or session.run is not None:
            return
        folder, run = settings.text("last/folder"), settings.text("last/run")
        if folder and Path(folder).is_dir():
            self.open_folder(Path(folder), show=False)
        if run and (Path(run) / "run.toml").is_file():
            show = partial(self._got_run, settings.number("last/filter", NO_FILTER), False)
            self._context.files.ask("run", partial(_open_run, Path(run)), show, self._not_restored)

    def _not_restored(self, failure: Failed) -> None:
        """Report that the last run cannot be opened, and do not try it at the next start."""
        self._context.settings.set_text("last/run", "")
        self._context.messages.failure(failure.error, failure.details)

    def _got_folder(self, show: bool, folder: Folder) -> None:
        self._context.session.set_folder(folder)
        if show:
            self._context.requests.page.emit("images")
        self._opened = {}
        self._check(folder)

    def _check(self, folder: Folder) -> None:
        self._begin(self.tr("Checking the pictures"), partial(_check_folder, folder, self._opened), self._got_checkup)

    @Slot(object)
    def _check_again(self, root: Path) -> None:
        """Check the open folder again, for one of its tables has changed; no picture is read again."""
        folder = self._context.session.folder
        is_checking = self._then == self._got_checkup and self._next is None
        if folder is not None and folder.root.resolve() == root and (is_checking or not self._context.checks.busy):
            self._check(folder)

    @Slot(object)
    def _list_again(self, root: Path) -> None:
        """List and check the open folder again, for its pictures have other categories now."""
        folder = self._context.session.folder
        if folder is not None and folder.root.resolve() == root:
            self._context.files.ask("list again", partial(_list, folder.root), self._got_list)

    def _got_list(self, listed: Folder) -> None:
        folder = self._context.session.folder
        if folder is not None and folder.root == listed.root:
            self._context.session.set_folder(listed)
            self._check(listed)

    def _got_checkup(self, checkup: CheckUp) -> None:
        folder = self._context.session.folder
        if folder is not None and folder.root == checkup.root:
            self._context.session.set_checkup(checkup)

    def _got_run(self, filter_index: int, show: bool, run: Any) -> None:
        self._context.session.set_run(run)
        if 0 <= filter_index < len(run.filters):
            self._context.session.set_filter(filter_index)
        if show:
            self._context.requests.page.emit("filters")

    def _got_sample(self, run: Any) -> None:
        self._got_run(NO_FILTER, True, run)
        self.sample_opened.emit()

    def _begin(self, title: str, make: Callable[[], Operation[Any]], then: Callable[[Any], None]) -> None:
        """Start a job on the runner of checks, and cancel the one under way there."""
        self._next = partial(self._start, title, make, then)
        if self._context.checks.busy:
            self._context.checks.cancel()
        else:
            self._next()

    def _start(self, title: str, make: Callable[[], Operation[Any]], then: Callable[[Any], None]) -> None:
        self._next, self._then = None, then
        self._context.checks.start(title, make)

    def _end(self, _title: str, outcome: Outcome) -> None:
        then, self._then = self._then, None
        match outcome:
            case Succeeded(result) if then is not None and self._next is None:
                then(result)
            case Failed(error, details):
                self._context.messages.failure(error, details)
        if self._next is not None:
            self._next()

    def _remember_folder(self, folder: Folder | None) -> None:
        if folder is not None:
            self._context.settings.add_folder(folder.root)
            self._context.settings.set_text("last/folder", str(folder.root))

    def _remember_run(self, run: Any) -> None:
        if run is not None:
            self._context.settings.add_run(run.path)
            self._context.settings.set_text("last/run", str(run.path))


def _list(path: Path) -> Folder:
    from icnn_engine.data import list_folder

    return list_folder(path)


def _check_folder(folder: Folder, opened: dict[str, CheckedPicture | Problem]) -> Operation[CheckUp]:
    from icnn_engine.data import check_folder

    return check_folder(folder, opened)


def _open_run(path: Path) -> Any:
    from icnn_engine.runs.run_folder import open_run

    return open_run(path)


def _open_sample() -> Any:
    from icnn_engine.runs.sample_run import open_sample_run

    return open_sample_run(sample_folder(), sample_run_folder())
