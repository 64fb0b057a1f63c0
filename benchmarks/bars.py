"""Print every promised speed beside the measured one (`make bench`).

python benchmarks/bars.py [--seconds 300]

Each benchmark runs in a process of its own. Run it where there is a display (or Xvfb) and nothing else is going on; it
takes some twenty minutes.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 1200  # seconds for one benchmark
Row = tuple[str, str, str]


def lines(*words: str) -> list[str]:
    """What a benchmark prints."""
    try:
        ended = subprocess.run([sys.executable, *words], capture_output=True, text=True, cwd=ROOT, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return ["", "", f"| {' '.join(words)} did not end | not measured | |"]
    if ended.returncode:
        return ["", "", f"| {' '.join(words)} failed: {ended.stderr.strip().splitlines()[-1]} | not measured | |"]
    return ended.stdout.splitlines()


def cells(line: str) -> list[str]:
    """The cells of a line of a table."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def window_rows(seconds: str) -> Iterator[Row]:
    for what in ("start", "thumbnails", "names", "pauses", "cancel", "slowdown"):
        for line in lines("benchmarks/window.py", what, "--seconds", seconds)[2:]:
            what_, measured, bar = cells(line)
            yield what_, measured, bar


def looking_rows() -> Iterator[Row]:
    for line in lines("benchmarks/clicks.py"):
        found = re.match(r"(.+?)\s{2,}(.+?)\s+bar (.+)", line)
        if found:
            yield found[1], found[2], found[3]


def training_rows() -> Iterator[Row]:
    table = [cells(line) for line in lines("benchmarks/training.py")]
    for values in table[2:]:
        named = dict(zip(table[0], values, strict=True))
        title = f"quick training of {named['pictures']}, twin and CAM included, to the finished gallery"
        yield f"{title} ({named['cache']} cache of maps)", named["finished gallery"], named["bar"]
        yield f"the same, measured and written ({named['cache']} cache)", named["measured"], ""


def step_rows() -> Iterator[Row]:
    table = [cells(line) for line in lines("benchmarks/steps.py")]
    for values in table[2:]:
        named = dict(zip(table[0], values, strict=True))
        if named["step of"] != "ordinary":
            yield f"step with {named['filters']} filters, {named['step of']} / ordinary", named["ratio"], named["bar"]


def resume_rows() -> Iterator[Row]:
    told = "\n".join(lines("-m", "pytest", "-q", "tests/faults/test_kills.py", "-k", "same_weights and quick"))
    kills = re.search(r"kills of a quick training: (\d+)", told)
    same = f"{kills[1]} kills, same weights bit for bit" if kills and " passed" in told else "failed"
    yield "resume after kill -9 (more by make faults)", same, "same bit for bit"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", default="300", help="how long to train while pauses are watched [300]")
    options = parser.parse_args()
    print("| what | measured | bar |\n|---|---|---|", flush=True)
    for rows in (window_rows(options.seconds), looking_rows(), step_rows(), training_rows(), resume_rows()):
        try:
            for row in rows:
                print("| " + " | ".join(row) + " |", flush=True)
        except ValueError as error:  # a benchmark that failed has no table
            print(f"| a benchmark told no table ({error}) | not measured | |", flush=True)


if __name__ == "__main__":
    main()
