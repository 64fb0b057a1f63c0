"""Checks a run from outside: recomputes mirror and sums from what `partscope explain --json` prints, and nothing else.

python scripts/check_explanations.py RUN IMAGES [--pictures 100]

It knows nothing of the program's code. From the test pictures of the run's first category, in IMAGES, it cuts the
windows of docs/maths.md, mirrors them and asks the run about each. It compares each answer's logit with bias + sum of
what the filters add, and the share of peaks on the mirrored place with the column `mirror` of filters.csv. Exit status
1 where they disagree.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import re
import subprocess
import sys
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory

from PIL import Image

MAIN = Path(__file__).resolve().parents[1] / "main.py"
SIZE, ENLARGED, CELL = 224, 288, 16  # pixels
UP, DOWN = -24, 20
WITHIN_SUM, WITHIN_MIRROR = 1e-4, 0.03


def test_pictures(run: Path, images: Path, most: int) -> list[Path]:
    """The test pictures that show the run's first category, whole pictures only."""
    with (run / "pictures.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["side"] == "test" and row["label"] == "0" and not row["box"]]
    # A name that a spreadsheet would compute is led in by an apostrophe.
    return [images / re.sub(r"^'(?=[-=+@])", "", row["name"]) for row in rows][:most]


def window(picture: Path, down: int, mirrored: bool) -> Image.Image:
    """The middle of the enlarged picture, moved down by some pixels, perhaps mirrored."""
    with Image.open(picture) as opened:
        big = opened.convert("RGB").resize((ENLARGED, ENLARGED), Image.Resampling.BILINEAR)
    left = (ENLARGED - SIZE) // 2
    cut = big.crop((left, left + down, left + SIZE, left + down + SIZE))
    return cut.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else cut


def asked(run: Path, pictures: list[Path]) -> list[dict]:
    """What the run says of pictures."""
    command = [sys.executable, str(MAIN), "explain", str(run), *map(str, pictures), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["pictures"]


def windows_of(run: Path, pictures: list[Path]) -> dict[tuple[int, bool], list[dict]]:
    """What the run says of all windows, by how far they are moved and whether they are mirrored."""
    found = {}
    with TemporaryDirectory() as folder:
        for down in (UP, DOWN, 0):
            for mirrored in (False, True):
                paths = [Path(folder) / f"{number}-{down}-{mirrored}.png" for number in range(len(pictures))]
                for path, picture in zip(paths, pictures, strict=True):
                    window(picture, down, mirrored).save(path)
                found[down, mirrored] = asked(run, paths)
    return found


def worst_sum(pictures: list[dict]) -> float:
    """The largest difference between a logit and bias + sum of what the filters add; nan where answers are no sums."""
    sums = [one for one in pictures if one["bias"] is not None]
    found = (abs(one["logit"] - one["bias"] - sum(f["adds"] for f in one["filters"])) for one in sums)
    return max(found, default=math.nan)


def mirror_of(found: dict[tuple[int, bool], list[dict]], filter: int) -> float:
    """Share of a filter's peaks within one cell of the mirrored and moved place."""
    hits = counted = 0
    for start, end in ((UP, DOWN), (DOWN, UP)):
        before = [one["filters"][filter] for one in found[start, False]]
        after = [one["filters"][filter] for one in found[end, True]]
        usual = median(one["strength"] for one in before)
        for one, other in zip(before, after, strict=True):
            x, y = SIZE - one["x"], one["y"] + start - end
            inside = 0 <= (y - 15.5) / CELL <= 12 and 0 <= (x - 15.5) / CELL <= 12
            if one["strength"] > usual and inside:
                counted += 1
                hits += max(abs(other["x"] - x), abs(other["y"] - y)) <= CELL
    return hits / counted if counted else math.nan


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("images", type=Path)
    parser.add_argument("--pictures", type=int, default=100)
    options = parser.parse_args()
    found = windows_of(options.run, test_pictures(options.run, options.images, options.pictures))
    with (options.run / "filters.csv").open(encoding="utf-8", newline="") as file:
        own = [row for row in csv.DictReader(file) if row["network"] == "interpretable"]
    pairs = [(mirror_of(found, int(row["index"])), float(row["mirror"])) for row in own]
    known = [(here, there) for here, there in pairs if not math.isnan(here) and not math.isnan(there)]
    means = [fmean(side) for side in zip(*known, strict=True)]
    sums = worst_sum([one for pictures in found.values() for one in pictures])
    apart = max(abs(here - there) for here, there in known)
    print(f"sums: logit and bias + adds differ by {sums:.1e} at most")
    print(f"mirror, mean of {len(known)} filters: {means[0]:.3f} here, {means[1]:.3f} in the run")
    print(f"mirror of one filter: {apart:.3f} apart at most")
    return int(not (math.isnan(sums) or sums <= WITHIN_SUM) or abs(means[0] - means[1]) > WITHIN_MIRROR)


if __name__ == "__main__":
    sys.exit(main())
