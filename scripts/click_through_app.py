"""Clicks through the built program as a person would: opens the sample, looks at two filters, quits. Then explains a
picture of the sample on the command line, for which torch must work.

    xvfb-run -a -s "-screen 0 1600x1000x24" python3 scripts/click_through_app.py dist/partscope/partscope --shots shots

Needs a screen of X, xdotool and ImageMagick (Debian: xvfb xdotool imagemagick). The program gets a home folder of its
own, so settings and runs of the user stay out of it. `python main.py` can stand in for the program.
Prints what was done with the seconds that it took; exit status 1 if a step fails.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SIZE = ("1360", "880")  # of the window; the places below are within it
FILTER_VIEW, OTHER_FILTER = (224, 146), (205, 687)  # the button Filter; the first card of the second part
DETAIL = "800x500+500+180"  # where a filter is shown
CHANGED = 0.02  # share of its pixels that differ: 0.38 and more for another filter, 0 to 0.003 without a click
PATIENCE = 120.0  # seconds for one step: the first start reads gigabytes of libraries


class StepError(Exception):
    """A step did not show what it should."""


class Driver:
    """Drives one window by mouse and keys, and keeps a picture of it after each step."""

    def __init__(self, program: subprocess.Popen, shots: Path) -> None:
        self._program = program
        self._shots = shots
        self._begun = time.monotonic()
        self._window = ""

    def wait_for_title(self, title: str, step: str) -> None:
        """Wait until the window has a title."""

        def shows() -> bool:
            found = _said("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").split()
            self._window = found[-1] if found else ""
            return bool(found)

        self._wait(shows, step)
        _said("xdotool", "windowmove", self._window, "0", "0", "windowsize", self._window, *SIZE)

    def press(self, *keys: str) -> None:
        """Press keys in the window."""
        _said("xdotool", "windowfocus", self._window, "key", "--delay", "100", *keys)
        time.sleep(1)

    def write(self, text: str) -> None:
        """Type a text."""
        _said("xdotool", "type", "--delay", "30", text)
        time.sleep(1)

    def click(self, place: tuple[int, int], step: str) -> None:
        """Click a place of the window and wait until what it shows about a filter is another picture."""
        before = self.shot("before-click")
        _said("xdotool", "mousemove", "--window", self._window, *map(str, place), "click", "1")
        self._wait(lambda: _changed(before, self.shot("after-click")) > CHANGED, step)

    def shot(self, name: str) -> Path:
        """Take a picture of the window."""
        path = self._shots / f"{name}.png"
        _said("import", "-window", self._window, str(path))
        return path

    def quit(self) -> None:
        """Quit by the key and wait for the end of the program."""
        self.press("ctrl+q")
        status = self._program.wait(PATIENCE)
        if status:
            raise StepError(f"it quit with status {status}")
        self._report("quit")

    def _wait(self, is_done: Callable[[], bool], step: str) -> None:
        end = time.monotonic() + PATIENCE
        while not is_done():
            if self._program.poll() is not None:
                raise StepError(f"{step}: the program ended with status {self._program.returncode}")
            if time.monotonic() > end:
                raise StepError(f"{step}: not within {PATIENCE:.0f} s")
            time.sleep(0.1)
        self._report(step)

    def _report(self, step: str) -> None:
        print(f"{time.monotonic() - self._begun:6.1f} s  {step}", flush=True)


def click_through(driver: Driver) -> None:
    """Open the sample, look at a filter and at another one, and quit."""
    driver.wait_for_title("Partscope", "the window is open")
    time.sleep(2)
    driver.shot("1-start")
    driver.press("ctrl+k")
    driver.write("sample")
    driver.press("Return")
    driver.wait_for_title("creatures – Partscope", "the sample is open")
    time.sleep(5)
    driver.press("Escape")  # the tour
    driver.shot("2-parts")
    driver.click(FILTER_VIEW, "a filter is shown")
    time.sleep(5)
    driver.shot("3-filter")
    driver.click(OTHER_FILTER, "another filter is shown")
    time.sleep(2)
    driver.shot("4-other-filter")
    driver.quit()


def explain(command: list[str], environment: dict[str, str], home: Path) -> None:
    """Explain a picture of the sample that the window has written into the home folder."""
    runs = [path.parent for path in home.rglob("run.toml")]
    pictures = sorted(path for path in home.rglob("*.webp") if path.parent.name == "creature")
    if len(runs) != 1 or not pictures:
        raise StepError("the window has left no sample run")
    words = [*command, "explain", str(runs[0]), str(pictures[0]), "--json"]
    done = subprocess.run(
        words, env=environment, cwd=home, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    if done.returncode or not json.loads(done.stdout)["pictures"]:
        raise StepError(f"explain: {done.stderr.strip()}")
    print("          a picture is explained on the command line")


def _changed(before: Path, after: Path) -> float:
    """Return the share of the pixels of `DETAIL` that differ between two pictures of the window."""
    width, height = map(int, DETAIL.split("+")[0].split("x"))
    crop = ("-crop", DETAIL, "+repage")
    differing = _said(
        *("convert", str(before), *crop, "(", str(after), *crop, ")"),
        *("-metric", "AE", "-compare", "-format", "%[distortion]", "info:"),
    )
    return float(differing) / (width * height)


def _said(*command: str) -> str:
    """Return what a program prints; '' if it finds nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and command[:2] != ("xdotool", "search"):
        raise StepError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout.strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("command", nargs="+", help="the program, for example dist/partscope/partscope")
    parser.add_argument("--shots", type=Path, default=Path("shots"), help="folder for pictures of the window [shots]")
    options = parser.parse_args()
    options.shots.mkdir(parents=True, exist_ok=True)
    command = [str(Path(options.command[0]).absolute()), *options.command[1:]]
    with tempfile.TemporaryDirectory() as home, (options.shots / "log.txt").open("w") as log:
        own = {"HOME": home, "QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "WAYLAND_"))}
        environment |= own
        with subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=home) as program:
            try:
                click_through(Driver(program, options.shots))
                explain(command, environment, Path(home))
            except (StepError, subprocess.TimeoutExpired) as error:
                print(f"FAILED  {error}; its output: {log.name}")
                program.kill()
                return 1
    print(f"Everything worked. Look at the pictures in {options.shots}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
