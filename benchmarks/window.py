"""Measure the window: first paint, thumbnails, pauses while training, Cancel, slow-down of training.

python benchmarks/window.py [start thumbnails names pauses cancel slowdown] [--seconds 300]

Run it in a real window (a display, or Xvfb); without one Qt's offscreen screen is used. `pauses` trains on the sample
for the seconds given and watches the window's thread with a heartbeat: what a beat comes late is a pause.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

BEAT = 5  # ms
SLOW = 16  # epochs of the training whose slow-down is measured
ROOT = Path(__file__).resolve().parents[1]
START = """
import sys, time
began = float(sys.argv[1])
from app.shell import application, main_window
from PySide6.QtCore import QTimer
def start(window):
    print(time.time() - began, "torch" in sys.modules)
    QTimer.singleShot(0, window.close)
main_window.MainWindow.start = start
sys.exit(application.main([]))
"""
Row = tuple[str, str, str]


def measure_start() -> list[Row]:
    """From the start of the process to the first paint, warm."""
    seconds = []
    for _ in range(6):
        ended = subprocess.run(
            [sys.executable, "-c", START, str(time.time())], capture_output=True, text=True, check=True
        )
        taken, torch = ended.stdout.split()
        assert torch == "False"
        seconds.append(float(taken))
    return [("window painted, warm, torch not imported", f"{np.median(seconds[1:]):.2f} s", "1.5 s")]


def measure_thumbnails() -> list[Row]:
    """From asking for a folder of 1000 pictures to a screen full of thumbnails."""
    from PIL import Image

    root = Path(tempfile.mkdtemp()) / "pictures"
    (root / "one").mkdir(parents=True)
    pixels = np.random.default_rng(0).integers(0, 255, (37, 50, 3), dtype=np.uint8)
    Image.fromarray(pixels).resize((500, 375)).save(root / "one" / "0000.jpg", quality=88)
    first = (root / "one" / "0000.jpg").read_bytes()
    for i in range(1, 1000):
        (root / "one" / f"{i:04}.jpg").write_bytes(first)
    window = Desk(load=False)
    began = time.perf_counter()
    window.window.opener.open_folder(root)
    grid = window.window.pages["images"].grid
    window.wait(lambda: grid.model_.rowCount() > 0 and grid.model_.thumbnail("one/0000.jpg") is not None)
    one = time.perf_counter() - began
    seen = [row for row in range(1000) if grid.visualRect(grid.model_.index(row, 0)).intersects(grid.viewport().rect())]
    window.wait(lambda: all(grid.model_.thumbnail(f"one/{row:04}.jpg") is not None for row in seen))
    screen = time.perf_counter() - began
    window.close()
    told = f"all {len(seen)} on the screen"
    return [("first thumbnail of 1000 pictures", f"{one:.2f} s", "0.5 s"), (told, f"{screen:.2f} s", "")]


def measure_names() -> list[Row]:
    """100,000 files listed by name, and the grid over them."""
    root = Path(tempfile.mkdtemp()) / "many"
    for category in range(100):
        folder = root / f"category{category:03}"
        folder.mkdir(parents=True)
        for i in range(1000):
            (folder / f"{i:04}.jpg").touch()
    window = Desk(load=False)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    window.window.opener.open_folder(root)
    window.wait(lambda: window.window.pages["images"].grid.model_.rowCount() == 100_000)
    shown = time.perf_counter() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    window.close()
    return [("100,000 files listed and shown", f"{shown:.2f} s", "10 s"), ("memory grown", f"{grown:.0f} MB", "300 MB")]


def measure_pauses(seconds: float) -> list[Row]:
    """How late the window's heartbeat comes while torch is loaded, and while the sample is trained on."""
    from icnn_engine.core.events import drain
    from icnn_engine.sample import make_sample

    sample = drain(make_sample(Path(tempfile.mkdtemp()) / "sample"))
    window = Desk(load=False)
    heart = Heart(window.window)
    window.window.context.engine.load()
    window.wait(lambda: window.window.context.engine.state.name == "READY")
    loading = heart.take()
    window.window.opener.open_folder(sample)
    window.wait(lambda: window.window.context.session.checkup is not None)
    window.window.show_page("train")
    page = window.window.pages["train"]
    page.form.fields["epochs"].set_value(1000)
    page.form.fields["strength"].set_value(0.002)
    heart.take()
    page.begin()
    began = time.perf_counter()
    window.wait(lambda: time.perf_counter() - began > seconds, seconds + 60)
    training = heart.take()
    rows = [("longest pause while torch loads", f"{loading.max():.0f} ms", "250 ms")]
    for share, bar in ((99, "50 ms"), (99.9, "100 ms")):
        rows.append((f"pauses while training, p{share:g}", f"{np.percentile(training, share):.0f} ms", bar))
    rows.append(("the longest of them", f"{training.max():.0f} ms", ""))
    window.close()
    return rows


def measure_cancel() -> list[Row]:
    """From the click on Cancel until the page says so, and until the training has stopped."""
    from icnn_engine.core.events import drain
    from icnn_engine.sample import make_sample

    sample = drain(make_sample(Path(tempfile.mkdtemp()) / "sample", creatures=60, backgrounds=60))
    window = Desk()
    context = window.window.context
    window.wait(lambda: context.engine.state.name == "READY")
    window.window.opener.open_folder(sample)
    window.wait(lambda: context.session.checkup is not None)
    page = window.window.pages["train"]
    page.form.fields["epochs"].set_value(1000)
    page.form.fields["strength"].set_value(0.002)
    page.begin()
    window.wait(lambda: bool(page.gallery.places), 300)
    page.training.cancel.click()  # which asks
    began = time.perf_counter()
    page.training.question.give_up.click()
    said = time.perf_counter() - began
    assert context.jobs.state.name == "CANCELLING"
    window.wait(lambda: not context.jobs.busy)
    stopped = time.perf_counter() - began
    window.close()
    return [
        ("Cancel acknowledged", f"{1000 * said:.0f} ms", "100 ms"),
        ("training stopped", f"{1000 * stopped:.0f} ms", "one step"),
    ]


def measure_slowdown() -> list[Row]:
    """How much longer the same training takes in the window than on the command line, in turns."""
    from icnn_engine.core.config import from_toml
    from icnn_engine.core.events import drain
    from icnn_engine.sample import make_sample

    place = Path(tempfile.mkdtemp())
    sample = drain(make_sample(place / "sample", creatures=100, backgrounds=100))
    os.environ["PARTSCOPE_CACHE"] = str(place / "cache")

    def learning(run: Path) -> float:
        """Seconds of the epochs of a run."""
        _began, _mapped, probed, trained, _measured = from_toml((run / "run.toml").read_text())["seconds"].values()
        return float(trained) - float(probed)

    def command(number: int) -> float:
        out = place / f"command-{number}"
        words = ["main.py", "train", str(sample), "--epochs", str(SLOW), "--strength", "0.002", "--output", str(out)]
        subprocess.run([sys.executable, *words], check=True, capture_output=True, cwd=ROOT)
        return learning(next(out.iterdir()))

    def in_window() -> float:
        window = Desk()
        context = window.window.context
        window.wait(lambda: context.engine.state.name == "READY")
        window.window.opener.open_folder(sample)
        window.wait(lambda: context.session.checkup is not None)
        window.window.show_page("train")
        page = window.window.pages["train"]
        page.form.fields["epochs"].set_value(SLOW)
        page.form.fields["strength"].set_value(0.002)
        page.begin()
        # Looking every 5 ms would by itself slow torch's threads by a tenth.
        window.wait(lambda: context.session.run is not None, 600, every=500)
        taken = learning(context.session.run.path)
        window.close()
        return taken

    command(0)  # fills the cache
    pairs = [(command(number), in_window()) for number in range(1, 6)]
    ratio = np.median([window / alone for alone, window in pairs])
    told = ", ".join(f"{window:.0f} s against {alone:.0f}" for alone, window in pairs)
    return [(f"training slowed by the window ({told})", f"{100 * (ratio - 1):+.0f} %", "+5 %")]


class Desk:
    """The real window with settings and documents of its own."""

    def __init__(self, load: bool = True) -> None:
        from PySide6.QtCore import QSettings
        from PySide6.QtWidgets import QApplication

        from app.core import system
        from app.core.context import make_context
        from app.shell.main_window import MainWindow
        from app.style import theme

        system.share_free_memory()
        os.environ["HOME"] = tempfile.mkdtemp()
        self.app = QApplication.instance() or QApplication([])
        theme.current_theme()
        store = QSettings(str(Path(tempfile.mkdtemp()) / "settings.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(make_context(store, self.app))
        self.window.show()
        self.wait(lambda: self.window.is_painted)
        for name in ("images", "train"):
            self.window.show_page(name)
        self.window.show_page("images")
        if load:
            self.window.context.engine.load()

    def wait(self, until: Callable[[], bool], seconds: float = 120, every: int = BEAT) -> None:
        """Run the window until something is so; look every so many milliseconds."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, clock = QEventLoop(), QTimer()
        clock.timeout.connect(lambda: loop.quit() if until() else None)
        clock.start(every)
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()
        assert until(), "it took too long"

    def close(self) -> None:
        """Close it without being asked."""
        self.window.context.jobs.shut_down()
        self.window.close()


class Heart:
    """Notes how late each beat of the window's thread comes."""

    def __init__(self, parent: object) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._late: list[float] = []
        self._last = time.perf_counter()
        self._clock = QTimer(parent)  # type: ignore[call-overload]
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._beat)
        self._clock.start(BEAT)

    def take(self) -> np.ndarray:
        """Milliseconds by which each beat since the last call was late."""
        late, self._late = self._late, []
        self._last = time.perf_counter()
        return np.array(late)

    def _beat(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, 1000 * (now - self._last) - BEAT))
        self._last = now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", default=["start", "thumbnails", "names", "pauses", "cancel", "slowdown"])
    parser.add_argument("--seconds", type=float, default=60, help="how long to train while pauses are watched [60]")
    options = parser.parse_args()
    measures: dict[str, Callable[[], list[Row]]] = {
        "start": measure_start,
        "thumbnails": measure_thumbnails,
        "names": measure_names,
        "pauses": lambda: measure_pauses(options.seconds),
        "cancel": measure_cancel,
        "slowdown": measure_slowdown,
    }
    print("| what | measured | bar |\n|---|---|---|")
    for name in options.what:
        try:
            rows = measures[name]()
        except AssertionError as error:
            print(f"{name}: {error}", file=sys.stderr, flush=True)
            os._exit(1)  # the window's threads are still there
        for row in rows:
            print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
