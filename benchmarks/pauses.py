"""Measure the pauses of the window while a user clicks through all of it during a training.

python benchmarks/pauses.py [--rounds 3] [--idle]

A short training on the built-in sample gives the run that is used; then a long one runs while the pages, the views of
the Filters page, names, exports and the language are gone through. A heartbeat of the window's thread tells pauses;
beside them stand those of a blocked process: of a loop that only sleeps while the same training runs. `--idle`: no
training behind. Run it in a real window (a display, or Xvfb).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.window import BEAT, Desk, Heart

BARS = {99: "50 ms", 99.9: "100 ms"}
TURN = 0.6  # seconds between two things that are done


class Hand:
    """Does one thing after the other in the window, with time to see each, and notes which pauses belong to which."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.heart = Heart(desk.window)
        self.late: dict[str, list[np.ndarray]] = {}

    def do(self, name: str, what: Callable[[], object], seconds: float = TURN) -> None:
        self.heart.take()
        what()
        end = time.perf_counter() + seconds
        self.desk.wait(lambda: time.perf_counter() > end, seconds + 60)
        self.late.setdefault(name, []).append(self.heart.take())


def trained(desk: Desk, sample: Path, epochs: int) -> None:
    """Begin a training on the sample."""
    context = desk.window.context
    desk.wait(lambda: context.engine.state.name == "READY")
    desk.window.opener.open_folder(sample)
    desk.wait(lambda: context.session.checkup is not None)
    page = desk.window.pages["train"]
    page.form.set_values({"epochs": epochs, "strength": 0.002})
    page.begin()


def use(hand: Hand) -> None:
    """Everything somebody does in a sitting, once."""
    window, context = hand.desk.window, hand.desk.window.context
    for name in ("images", "train", "measure", "export", "filters"):
        hand.do(f"going to {name}", lambda name=name: window.show_page(name))
    filters = window.pages["filters"]
    bar = filters.panel.wall.verticalScrollBar()
    for index in (1, 5, 9, 2):
        hand.do("choosing a filter", lambda index=index: filters.choose_filter(index))
    for share in (0.3, 0.7, 1.0, 0.0):
        hand.do("scrolling the wall", lambda share=share: bar.setValue(int(share * bar.maximum())), 0.3)
    for view in (0, 2, 3, 4, 1):
        hand.do("another view of the filters", lambda view=view: filters.views.show_view(view), 1.2)
    hand.do("hiding the overlay", filters.detail.trio.toggle_overlay)
    hand.do("showing the overlay", filters.detail.trio.toggle_overlay)
    hand.do("naming a part", lambda: context.notes.name(("interpretable", "part", 0), f"Part {time.time():.0f}"))
    hand.do("undo", context.notes.stack.undo)
    hand.do("the palette", window.show_palette)
    window.command_palette.shut()
    window.show_page("export")
    page = window.pages["export"]
    page.form.choices.tick("report", "parts", "table")
    hand.do("exporting report and figures", page.begin, 8.0)


def measured(hand: Hand, rounds: int) -> None:
    """Print a line for each thing that was done, and for all together."""
    for _ in range(rounds):
        use(hand)
    print("| while | beats | median | p99 | p99.9 | longest |\n|---|---|---|---|---|---|")
    every = {name: np.concatenate(late) for name, late in hand.late.items()}
    for name, late in [*every.items(), ("**all of it**", np.concatenate(list(every.values())))]:
        figures = [f"{np.percentile(late, share):.0f} ms" for share in (50, 99, 99.9, 100)]
        print("| " + " | ".join([name, str(len(late)), *figures]) + " |", flush=True)
    print("| bar | | | " + " | ".join(BARS.values()) + " | |")


def sleeper(seconds: float) -> np.ndarray:
    """How late a thread that only sleeps wakes up: what the machine itself costs."""
    late: list[float] = []

    def beat() -> None:
        end = time.perf_counter() + seconds
        while (now := time.perf_counter()) < end:
            time.sleep(BEAT / 1000)
            late.append(1000 * (time.perf_counter() - now) - BEAT)

    thread = threading.Thread(target=beat)
    thread.start()
    thread.join()
    return np.array(late)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--idle", action="store_true", help="no training behind")
    options = parser.parse_args()
    from icnn_engine.core.events import drain
    from icnn_engine.sample import make_sample

    sample = drain(make_sample(Path(tempfile.mkdtemp()) / "sample", creatures=80, backgrounds=80))
    desk = Desk()
    for name in ("filters", "measure", "export"):
        desk.window.show_page(name)
    trained(desk, sample, 3)
    desk.wait(lambda: desk.window.context.session.run is not None, 300)
    if not options.idle:
        trained(desk, sample, 1000)
        desk.wait(lambda: bool(desk.window.pages["train"].gallery.places), 300)
    measured(Hand(desk), options.rounds)
    if not options.idle:
        late = sleeper(20)
        figures = [f"{np.percentile(late, share):.0f} ms" for share in (50, 99, 99.9, 100)]
        print("| a thread that only sleeps, same training | " + str(len(late)) + " | " + " | ".join(figures) + " |")
    desk.close()


if __name__ == "__main__":
    main()
