"""Take the pictures in this folder: every page on three small screens, light in English and dark in Korean.

    python docs/screenshots/take.py

They show the sample run that is shipped with the program. Each screen is a process of its own, since Qt reads the
scale at the start. Without a display, set QT_QPA_PLATFORM=offscreen. docs/pictures/window.png is taken as well.
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
QUALITY = 60  # of WebP
LOOKS = (("light", "en"), ("dark", "ko"))
SCREENS = {"800x480": (800, 480, 1.0), "1366x768-125": (1093, 590, 1.25), "1600x1000-200": (800, 480, 2.0)}
README = (1366, 820)  # size of docs/pictures/window.png


class Desk:
    """The real window on a run, with settings of its own."""

    def __init__(self, run: Path, theme_name: str, code: str, size: tuple[int, int]) -> None:
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
        self.window.resize(*size)
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
            if name.endswith(".png"):
                image.convert("P", palette=Image.Palette.ADAPTIVE).save(name, optimize=True)
            else:
                image.convert("RGB").save(HERE / f"{name}.webp", quality=QUALITY, method=6)
        print(name, flush=True)

    def close(self) -> None:
        self.context.jobs.shut_down()
        self.window.close()


def pages(desk: Desk) -> Iterator[str]:
    """Go from page to page; each is on show when its name comes."""
    window, context = desk.window, desk.context
    views = window.pages["filters"].views
    for part, name in enumerate(("face", "spots", "tail")):
        context.notes.name(("interpretable", "part", part), name)
    desk.wait(lambda: context.session.checkup is not None)
    for name in ("images", "train", "measure", "review", "export", "runs", "learn"):
        window.show_page(name)
        desk.rest(4)
        yield name
    window.show_page("filters")
    for view, name in enumerate(("parts", "filter", "answers", "places", "side-by-side")):
        views.show_view(view)
        desk.rest(4)
        yield name
    context.session.set_folder(None)
    context.session.set_run(None)
    window.show_page("images")
    desk.rest(1)
    yield "first"


def take_all(run: Path, screen: str) -> None:
    """Take the pictures of one screen."""
    width, height, _scale = SCREENS[screen]
    for theme_name, code in LOOKS:
        desk = Desk(run, theme_name, code, (width, height))
        for name in pages(desk):
            desk.take(f"{name}-{screen}-{theme_name}-{code}")
        desk.close()


def take_readme(run: Path) -> None:
    """Take the picture of the README: the parts."""
    desk = Desk(run, "light", "en", README)
    next(pages(desk))
    desk.window.show_page("filters")
    desk.rest(4)
    desk.take(str(HERE.parent / "pictures" / "window.png"))
    desk.close()


def main() -> None:
    """Take all pictures, or those of one screen."""
    from icnn_engine.runs.sample_run import open_sample_run

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--screen", choices=(*SCREENS, "readme"), help="only this one, in this process")
    screen = parser.parse_args().screen
    if screen is None:
        for name, (*_size, scale) in ({**SCREENS, "readme": (*README, 1.0)}).items():
            command = [sys.executable, __file__, "--screen", name]
            subprocess.run(command, check=True, env=os.environ | {"QT_SCALE_FACTOR": str(scale)})
        return
    with tempfile.TemporaryDirectory() as folder:
        run = open_sample_run(Path(folder) / "creatures", Path(folder) / "runs" / "creatures").path
        take_readme(run) if screen == "readme" else take_all(run, screen)


if __name__ == "__main__":
    main()
