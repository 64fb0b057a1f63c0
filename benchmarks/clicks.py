"""Time a click on a filter until its overlay is painted, and the explanation of a new picture.

python benchmarks/clicks.py [RUN]

RUN: a finished run whose pictures are there; without one a drawn run with stored maps but no weights is made.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.core.context import Context, make_context
from app.core.engine import EngineState
from app.filters.page import FiltersPage
from app.style import theme
from icnn_engine.runs.run_folder import Run, open_run

Row = tuple[str, str, str]


def wait(ready: Callable[[], bool], milliseconds: int = 60_000) -> None:
    """Run the event loop until `ready()`."""
    loop, look = QEventLoop(), QTimer(interval=1)
    look.timeout.connect(lambda: loop.quit() if ready() else None)
    look.start()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    look.stop()


def rest(seconds: float) -> None:
    """Let the page finish what it does besides."""
    end = time.perf_counter() + seconds
    wait(lambda: time.perf_counter() > end)


def clicks(page: FiltersPage, context: Context, run: Run) -> list[float]:
    """Seconds from the choice of a filter to the end of painting its overlay, for filters in turn."""
    found, view = [], page.detail.trio.own.view
    for one in run.filters:
        if one.dead or one.index == context.session.filter:
            continue
        before = view.overlay
        start = time.perf_counter()
        page.panel.filter_chosen.emit(one.index)
        wait(lambda before=before: view.overlay is not before)
        view.repaint()
        found.append(time.perf_counter() - start)
        rest(0.1)
    return found


def questions(page: FiltersPage, context: Context, run: Run) -> list[float]:
    """Seconds from asking about a picture that the run does not know to the end of painting the answer."""
    from PIL import Image

    from icnn_engine.data import read_picture

    found, folder = [], Path(tempfile.mkdtemp())
    for number in range(6):
        path = folder / f"{number}.jpg"
        Image.fromarray(read_picture(run.picture_path(number))).save(path)
        start = time.perf_counter()
        page.explain_file(path)
        wait(lambda path=path: context.session.look is not None and context.session.look.title == path.name)
        page.detail.trio.own.view.repaint()
        found.append(time.perf_counter() - start)
    return found


def row(name: str, seconds: list[float], bar: str) -> Row:
    """A line of the table: median and worst."""
    return name, f"{1000 * np.median(seconds):.0f} ms (worst {1000 * max(seconds):.0f})", bar


def measure(path: Path | None) -> list[Row]:
    """The table of a run."""
    if path is None:
        from tests.fake_run import make_fake_run

        run = make_fake_run(Path(tempfile.mkdtemp()), pictures=400, filters=64)
    else:
        run = open_run(path)
    owner = QObject()
    context = make_context(QSettings(str(Path(tempfile.mkdtemp()) / "s.ini"), QSettings.Format.IniFormat), owner)
    page = FiltersPage(context)
    page.resize(1400, 860)
    page.show()
    context.session.set_run(run)
    wait(lambda: context.session.look is not None)
    rows = [row("click on a filter -> its overlay, maps at hand", clicks(page, context, run), "50 ms")]
    if path is not None:
        context.engine.load()
        wait(lambda: context.engine.state is not EngineState.LOADING)
        rows.append(row("a picture from elsewhere -> its overlay", questions(page, context, run), "300 ms"))
    context.shut_down()
    return rows


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path, nargs="?", help="a finished run [a drawn one]")
    application = QApplication([])
    theme.current_theme()
    for line in measure(parser.parse_args().run):
        print(f"{line[0]:<50}{line[1]:<28}bar {line[2]}")
