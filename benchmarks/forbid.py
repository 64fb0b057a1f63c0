"""Plant a mark and wrong labels, forbid the part that found the mark, and print what that does to unmarked pictures.

    python benchmarks/forbid.py OUTPUT [--pictures 200] [--seed 0]

The marked sample (`partscope sample FOLDER --marked`) is learned, and so is the plain one. A row an answer, on new
pictures of another seed: the balanced accuracy without a mark and with the mark on every picture, how much the mark
alone changes a probability, and how sure the answers are (a flat answer changes by nothing). Controls: every other part
forbidden in the same way. Below: the share of the swapped labels among the first tenth of all pictures, by suspects and
by the run's own probability. Sets and finished runs in OUTPUT are used again.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from planted import trained

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from icnn_engine import metrics
from icnn_engine.audit.forbidden_regions import part_regions
from icnn_engine.audit.suspects import suspects
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.data import read_picture, to_square
from icnn_engine.experiment.forbid_run import forbid
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.notes import Notes
from icnn_engine.runs.run_folder import Run
from icnn_engine.sample import TRUTH, make_marked_sample, make_sample
from icnn_engine.sample.marked import with_dot

OWN = NetworkName.INTERPRETABLE
NEW_SEED = 5
ROW = "answer | unmarked | marked | changed by the mark | sure"


class NewPictures:
    """Creatures and scenery that no run has seen, plain and with the mark, as squares of the input."""

    def __init__(self, folder: Path, size: int) -> None:
        paths = [path for name in ("creature", "_background") for path in sorted((folder / name).iterdir())]
        plain = [read_picture(path) for path in paths]
        dots = [
            np.asarray(with_dot(Image.fromarray(picture), np.random.default_rng(i))[0])
            for i, picture in enumerate(plain)
        ]
        self.labels = np.array([0 if path.parent.name == "creature" else -1 for path in paths])
        self.plain, self.marked = (np.stack([to_square(one, size) for one in own]) for own in (plain, dots))

    def row(self, name: str, run: Run) -> str:
        """Return the row of a run."""
        explainer = Explainer(run)
        plain, marked = (explainer.answers(OWN, own) for own in (self.plain, self.marked))
        accuracies = [
            metrics.confusion(predicted_by(run, own), self.labels, 1).balanced_accuracy for own in (plain, marked)
        ]
        change, sure = np.abs(plain - marked).mean(), (2 * np.abs(plain - 0.5)).mean()
        return " | ".join([name, *(f"{value:.3f}" for value in (*accuracies, change, sure))])


def truth_of(folder: Path) -> dict[str, dict[str, str]]:
    """Return the rows of the planted faults by picture."""
    with (folder / TRUTH).open(encoding="utf-8", newline="") as file:
        return {row["image"]: row for row in csv.DictReader(file)}


def share_at_mark(run: Run, part: int, truth: dict[str, dict[str, str]]) -> float:
    """Return how often the filter of a part (from 1) peaks within the dot, or half its diameter beside it."""
    cells, filter = peaks_of(run, OWN)[0], run.groups()[part - 1][0]
    hits = []
    for i, picture in enumerate(run.pictures):
        if (row := truth[picture.name])["x"]:
            y, x = run.geometry.centre(cells[i, filter]) / run.geometry.input_size * (picture.height, picture.width)
            left, top, width, height = (float(row[key]) for key in ("x", "y", "width", "height"))
            hits.append(abs(x - left - width / 2) < width and abs(y - top - height / 2) < height)
    return float(np.mean(hits))


def swapped_rows(run: Run, truth: dict[str, dict[str, str]]) -> tuple[str, str]:
    """Return the rows of the swapped labels found: by suspects, and by the run's own probability of the label."""
    swapped = {i for i, p in enumerate(run.pictures) if p.name.split("/")[0] != truth[p.name]["shows"]}
    tenth = len(run.pictures) // 10
    own = run.answers()[:, 0]
    given = np.where([picture.positive for picture in run.pictures], own, 1 - own)
    orders = {"suspects": [one.picture for one in suspects(run)], "own probability": np.argsort(given).tolist()}
    found = {name: len(swapped & set(order[:tenth])) / len(swapped) for name, order in orders.items()}
    first, second = (f"{name} | {share:.2f} of {len(swapped)}" for name, share in found.items())
    return first, second


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--pictures", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    place, seed, count = options.output, options.seed, options.pictures
    folder = drain(make_marked_sample(place / f"marked-{seed}", seed, count))
    plain = drain(make_sample(place / f"plain-{seed}", seed, count, count))
    new = drain(make_sample(place / "new", NEW_SEED, 120, 120))
    run = trained(folder, place / "runs", f"marked-{seed}", category="creature", seed=seed)
    clean = trained(plain, place / "runs", f"plain-{seed}", category="creature", seed=seed)
    pictures, truth = NewPictures(new, run.geometry.input_size), truth_of(folder)
    print(ROW)
    print(pictures.row("trained without the mark", clean))
    print(pictures.row("trained with it", run), flush=True)
    for part in range(1, len(run.groups()) + 1):
        without = drain(forbid(run, part_regions(run, part, Notes())))
        name = f"part {part} forbidden (peaks at the mark: {share_at_mark(run, part, truth):.2f})"
        print(pictures.row(name, without), flush=True)
    print("\nlabels swapped, in the first tenth | share", *swapped_rows(run, truth), sep="\n")


if __name__ == "__main__":
    main()
