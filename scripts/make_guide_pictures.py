"""Makes the pictures of the guide: opens the sample run in the real window, without a screen, and cuts out what the
pages need.

    python scripts/make_guide_pictures.py
    python scripts/make_guide_pictures.py --only naming verdict

Run it again when a page of the window looks otherwise. It takes some minutes. Pictures have words in them, so there is
one of each for every language, below `resources/guide/pictures/`.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from app.core import preload  # noqa: F401, I001  # before Qt: its libraries are found in this order
from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QPoint, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from app.core.context import make_context
from app.core.engine import EngineState
from app.shell.help.guide_window import FALLBACK
from app.shell.main_window import MainWindow
from app.shell.program import Program
from app.shell.translator import LANGUAGE
from app.style import theme
from icnn_engine.core.language import languages
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.sample_run import open_sample_run

PICTURES = Path(__file__).parents[1] / "resources" / "guide" / "pictures"
SIZE = (1100, 700)
WIDE, HIGH, TALL = 1280, 800, 1400  # for what stands beside or below one another
OTHER = 1  # the twin loses its place plainly in this picture of the lecture
QUALITY = 80  # of WebP
LOOK_MS, STILL, PATIENCE = 500, 4, 40  # a picture is taken once so many looks saw the same, or after so many looks

Shot = Callable[[MainWindow], QPixmap]


def main() -> None:
    """Make the pictures in every language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=SHOTS, default=list(SHOTS), help="names of pictures")
    names = parser.parse_args().only
    application = QApplication(["guide"])
    application.setCursorFlashTime(0)
    with TemporaryDirectory() as folder:
        place = Path(folder)
        run = make_runs(place)
        store = QSettings(str(place / "settings.ini"), QSettings.Format.IniFormat)
        context = make_context(store, application)
        context.settings.set_runs_folder(run.path.parent)
        store.setValue(LANGUAGE, FALLBACK)
        theme.current_theme().choose("light")
        program = Program(context, application)
        program.open([place / "creatures", run.path])
        settle(program.window, lambda: context.engine.state is EngineState.READY)
        for code in sorted({FALLBACK, *languages()}, key=lambda code: code != FALLBACK):
            program.choose_language(code)
            take(program.window, code, names)
        os._exit(0)  # nothing of this is to be kept, so nothing has to end in order


def make_runs(place: Path) -> Run:
    """Write the sample's pictures, some of them with what a check-up finds, and its run twice."""
    pictures, runs = place / "creatures", place / "runs"
    run = open_sample_run(pictures, runs / "20260105-101500-creatures")
    shutil.copytree(run.path, runs / "20260104-164000-creatures-first-try")
    first, second = sorted((pictures / run.category).iterdir())[:2]
    shutil.copy(first, pictures / run.category / "again.webp")
    (pictures / run.category / "broken.webp").write_bytes(second.read_bytes()[:400])
    return run


def take(window: MainWindow, code: str, names: list[str]) -> None:
    """Take the pictures that are asked for."""
    (PICTURES / code).mkdir(parents=True, exist_ok=True)
    settle(window)
    for name in names:
        window.resize(*SIZE)
        save(SHOTS[name](window), PICTURES / code / f"{name}.webp")
        print(f"{code}/{name}.webp", flush=True)


def settle(window: MainWindow, ready: Callable[[], bool] = lambda: True) -> None:
    """Wait until something is ready, and then until nothing moves any more."""
    before, same, looks = None, 0, 0
    while same < STILL and looks < PATIENCE:
        wait(LOOK_MS)
        if ready():
            looks += 1
            now = window.grab().toImage()
            same, before = (same + 1 if now == before else 0), now


def wait(milliseconds: int) -> None:
    """Let the window work; `QTest.qWait` would keep Python from the other threads."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def save(pixmap: QPixmap, path: Path) -> None:
    """Write a picture as WebP."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    with Image.open(BytesIO(buffer.data().data())) as image:
        image.convert("RGB").save(path, quality=QUALITY, method=6)


def page(window: MainWindow, name: str, width: int = SIZE[0], height: int = SIZE[1]) -> QWidget:
    """Show a page of the window and return it."""
    window.show_page(name)
    window.resize(width, height)
    settle(window)
    return window.pages[name]


def cut(window: MainWindow, *inside: QWidget, margin: int = 0) -> QPixmap:
    """Return the part of the window in which widgets lie."""
    whole = QRect()
    for part in inside:
        whole |= QRect(part.mapTo(window, QPoint()), part.size())
    whole.adjust(-margin, -margin, margin, margin)
    return window.grab(whole & window.rect())


def card_of(widget: QWidget) -> QFrame:
    """Return the card in which a widget lies."""
    around = widget.parentWidget()
    while not (isinstance(around, QFrame) and around.property("role") == "card"):
        around = around.parentWidget()
    return around


def take_parts(window: MainWindow) -> QPixmap:
    filters = page(window, "filters")
    filters.views.show_view(0)
    settle(window)
    return cut(window, filters.views.bar, filters.views.parts, margin=8)


def take_naming(window: MainWindow) -> QPixmap:
    views = page(window, "filters", height=HIGH).views
    views.show_view(0)
    views.parts.name_parts.click()
    settle(window)
    picture = cut(window, views.parts.naming)
    views.parts.naming.stop.click()
    return picture


def take_trio(window: MainWindow) -> QPixmap:
    filters = page(window, "filters", WIDE, TALL)
    filters.views.show_filter()
    settle(window)
    return cut(window, filters.detail.trio, margin=8)


def take_adds(window: MainWindow) -> QPixmap:
    filters = page(window, "filters", height=TALL)
    filters.views.show_filter()
    settle(window, lambda: bool(filters.detail.effects.bars))
    card = card_of(filters.detail.effects)
    filters.detail.ensureWidgetVisible(card)
    settle(window)
    return cut(window, card)


def take_answers(window: MainWindow) -> QPixmap:
    filters = page(window, "filters", WIDE)
    filters.views.show_view(2)
    filters.views.predictions.all.click()
    settle(window)
    return cut(window, filters.views.predictions)


def take_questions(window: MainWindow) -> QPixmap:
    form = page(window, "train", height=HIGH).plan.form
    settle(window, lambda: bool(form.forecast.text()))
    whole = cut(window, form.fields["category"], form.preset, form.preset_help, form.forecast, margin=28)
    return whole.copy(12, 0, whole.width() - 24, whole.height() - 20)


def take_checkup(window: MainWindow) -> QPixmap:
    return cut(window, page(window, "images", height=HIGH).checkup)


def take_verdict(window: MainWindow) -> QPixmap:
    return cut(window, page(window, "measure").verdict, margin=8)


def take_table(window: MainWindow) -> QPixmap:
    measure = page(window, "measure", WIDE, TALL)
    picture = cut(window, measure.table, margin=8)
    return picture.copy(0, 0, picture.width(), 380)


def take_marking(window: MainWindow) -> QPixmap:
    measure = page(window, "measure")
    measure.mark_parts()
    panel = measure.landmarks.panel
    settle(window)
    for _picture in range(3):  # the first have their heads behind stones
        panel.next.click()
    settle(window)
    picture = cut(window, panel.done, panel.view, panel.previous, card_of(panel.parts), margin=8)
    panel.done.click()
    return picture


def take_export(window: MainWindow) -> QPixmap:
    export = page(window, "export")
    settle(window, lambda: bool(export.preview.pages.pages))
    return cut(window, export)


def take_runs(window: MainWindow) -> QPixmap:
    runs = page(window, "runs")
    settle(window, lambda: runs.table.rowCount() > 1)
    picture = cut(window, runs)
    return picture.copy(0, 0, picture.width(), 260)


def take_lecture(window: MainWindow) -> QPixmap:
    return cut(window, lecture(window, "convolution", 1))


def take_mirror(window: MainWindow) -> QPixmap:
    learn = lecture(window, "mirror", 1)
    for _picture in range(OTHER):
        learn.subject_bar.other.click()
        settle(window, lambda: learn.course.step is not None)
    return cut(window, learn.view)


def lecture(window: MainWindow, chapter: str, step: int) -> QWidget:
    """Show a step of the lecture and return the page."""
    learn = page(window, "learn")
    learn.course.go_to(chapter)
    settle(window, lambda: learn.course.step is not None)
    for _step in range(step):
        QTest.keyClick(learn.view, Qt.Key.Key_Right)
    settle(window)
    return learn


SHOTS: dict[str, Shot] = {
    "parts": take_parts,
    "naming": take_naming,
    "trio": take_trio,
    "adds": take_adds,
    "answers": take_answers,
    "questions": take_questions,
    "checkup": take_checkup,
    "verdict": take_verdict,
    "table": take_table,
    "marking": take_marking,
    "export": take_export,
    "runs": take_runs,
    "lecture": take_lecture,
    "mirror": take_mirror,
}

if __name__ == "__main__":
    main()
