"""Takes the pictures in this folder: every page in both themes and languages, at 100 and 200 %.

python docs/screenshots/take.py RUN

RUN: a run of the built-in sample (`partscope demo`). Run it in a real window (a display, or Xvfb): each scale is a
process of its own, for Qt reads the scale at the start. What is looked at is the same in every picture.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
SIZE = (1280, 800)
QUALITY = 60  # of WebP
THEMES, LANGUAGES, SCALES = ("light", "dark"), ("en", "ko"), (1, 2)


class Desk:
    """The real window on a run, with settings of its own."""

    def __init__(self, run: Path, theme_name: str, code: str) -> None:
        from PySide6.QtCore import QSettings
        from PySide6.QtWidgets import QApplication

        from app.core.context import make_context
        from app.shell.program import Program
        from app.shell.translator import LANGUAGE
        from app.style import theme

        self.app = QApplication.instance() or QApplication([])
        store = QSettings(str(Path(tempfile.mkdtemp()) / "settings.ini"), QSettings.Format.IniFormat)
        store.setValue(LANGUAGE, code)
        store.setValue("window/theme", theme_name)
        theme.current_theme().choose(theme_name)
        self.context = make_context(store, self.app)
        self.program = Program(self.context, self.app)
        self.program.open([run])
        self.window.resize(*SIZE)
        self.wait(lambda: self.context.session.look is not None)
        self.wait(lambda: self.context.engine.state.name == "READY")

    @property
    def window(self):  # type: ignore[no-untyped-def]
        return self.program.window

    def wait(self, until: Callable[[], bool], seconds: float = 120) -> None:
        end = time.perf_counter() + seconds
        while not until():
            self.app.processEvents()
            time.sleep(0.005)
            assert time.perf_counter() < end, "it took too long"

    def rest(self, seconds: float = 2.0) -> None:
        end = time.perf_counter() + seconds
        self.wait(lambda: time.perf_counter() > end)

    def take(self, name: str, widget: object = None) -> None:
        """Save what a widget, or the window, looks like now."""
        from PIL import Image
        from PySide6.QtCore import QBuffer

        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        (widget or self.window).grab().save(buffer, "PNG")
        with Image.open(io.BytesIO(bytes(buffer.data()))) as image:
            image.convert("RGB").save(HERE / f"{name}.webp", quality=QUALITY, method=6)
        print(name, flush=True)

    def close(self) -> None:
        self.context.jobs.shut_down()
        self.window.close()


def views(desk: Desk) -> Iterator[str]:
    """Goes from view to view; each is on show when its name comes."""
    window, context = desk.window, desk.context
    filters = window.pages["filters"]
    for part, name in enumerate(("Face", "Eyes", "Spots")):
        context.notes.name(("interpretable", "part", part), name)
    window.opener.open_folder(context.session.run.images)
    desk.wait(lambda: context.session.checkup is not None)
    for name in ("images", "train"):
        window.show_page(name)
        desk.rest()
        yield name
    window.show_page("filters")
    for view, name in enumerate(("filters", "answers", "places", "side-by-side")):
        filters.survey.views.show_view(view)
        desk.rest(4)
        yield name
    filters.survey.views.show_view(0)
    for name in ("measure", "export", "runs"):
        window.show_page(name)
        desk.rest(4)
        yield name
    context.session.set_run(None)
    window.show_page("filters")
    desk.rest(1)
    yield "no-run"


def take_all(run: Path, scale: int) -> None:
    for theme_name in THEMES:
        for code in LANGUAGES:
            desk = Desk(run, theme_name, code)
            for name in views(desk):
                desk.take(f"{name}-{theme_name}-{code}-{scale}00")
            desk.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("--scale", type=int, choices=SCALES, help="only this one, in this process")
    options = parser.parse_args()
    if options.scale is None:
        for scale in SCALES:
            command = [sys.executable, __file__, str(options.run), "--scale", str(scale)]
            subprocess.run(command, check=True, env=os.environ | {"QT_SCALE_FACTOR": str(scale)})
    else:
        take_all(options.run.resolve(), options.scale)


if __name__ == "__main__":
    main()
