"""Print how well unseen things are told from the training pictures, and how well parts are found that look alike.

    python benchmarks/deciding.py OUTPUT [--run RUN] [--unseen FOLDER ...] [--landmarks CSV] [--pictures 200]

Without --run creatures are drawn in OUTPUT and learned; unseen are machine parts, and the same creatures much smaller.

Unseen: the area under the ROC curve of the test pictures of the categories against the pictures of each folder, by the
score of `audit/novelty.py` and by the probability of the answer; the share refused by either, where 95 % of the
held-out pictures to which the same answer is right count as known. Below, the fakes: test pictures of the run's own
background, and those of its categories saved anew at other sizes, qualities, brightnesses, mirrored and grey.

Alike: how often the landmark that lies in the crop of a part lies in those of the five pictures most alike, beside the
same of random pictures in which the filter sees the part (floor), and of the pictures nearest as a whole, with the crop
at the same place. Offset: how far the landmark lies from where it lay in the query's crop, in sides of the input.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageOps
from planted import trained
from sklearn.metrics import roc_auc_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from icnn_engine import metrics
from icnn_engine.audit.alike import OWN, alike
from icnn_engine.audit.novelty import COVERAGE, Novelty, abstention, novelties, novelty_of
from icnn_engine.audit.picture_features import picture_features, tied_pictures
from icnn_engine.core.annotations import file_of
from icnn_engine.core.errors import PictureError
from icnn_engine.core.events import drain
from icnn_engine.data import LANDMARKS, list_folder, read_landmarks, read_picture
from icnn_engine.inspection.best_pictures import peaks_of, side_rows
from icnn_engine.inspection.clear_peaks import clear_peaks
from icnn_engine.inspection.explainers import AnyExplainer, explainer_of
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.predictions import verdicts_of
from icnn_engine.inspection.run_verdict import labels_of
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.run_folder import Run, RunKey, open_run
from icnn_engine.sample import make_defects, make_sample, make_sized_sample

UNSEEN_ROW = "what | pictures | answered as a category | AUROC | plain | refused | plain"
ALIKE_ROW = "method | landmark in the crop | offset"
SAVED_ANEW = 60  # pictures
BEST, RANDOM, QUERIES, FEWEST = 5, 25, 60, 20
RESAMPLES = 400


def half(picture: Image.Image, by: int = 2) -> Image.Image:
    """Return a picture of half its sides."""
    size = (max(8, picture.width // by), max(8, picture.height // by))
    return picture.resize(size, Image.Resampling.LANCZOS)


def double(picture: Image.Image) -> Image.Image:
    """Return a picture of twice its sides."""
    return picture.resize((2 * picture.width, 2 * picture.height), Image.Resampling.LANCZOS)


ANEW: dict[str, tuple[Callable[[Image.Image], Image.Image], int]] = {
    "as it is": (lambda picture: picture, 95),
    "half the size": (half, 95),
    "a quarter of the size": (lambda picture: half(picture, 4), 95),
    "twice the size": (double, 95),
    "quality 30": (lambda picture: picture, 30),
    "quality 10": (lambda picture: picture, 10),
    "mirrored": (ImageOps.mirror, 95),
    "brightness x 0.6": (lambda picture: ImageEnhance.Brightness(picture).enhance(0.6), 95),
    "brightness x 1.5": (lambda picture: ImageEnhance.Brightness(picture).enhance(1.5), 95),
    "grey": (lambda picture: picture.convert("L").convert("RGB"), 95),
}


class Asked:
    """The scores of pictures, the higher the more unlike: by the score, and by the improbability of the answer."""

    def __init__(self) -> None:
        self.score: list[float] = []
        self.plain: list[float] = []
        self.refused: list[bool] = []  # by the probability
        self.named: list[int] = []

    def add(self, novelty: Novelty, run: Run, answers: np.ndarray) -> None:
        """Add one picture with its answers (K,)."""
        named, probability, _margin = verdicts_of(run, answers[None])
        self.score.append(-novelty.as_unlike)
        self.plain.append(-float(probability[0]))
        self.named.append(int(named[0]))
        self.refused.append(float(probability[0]) < least_probable(run, int(named[0])))


@lru_cache(maxsize=16)
def _least_probable(key: RunKey, answer: int) -> float:
    run, held = key.run, side_rows(key.run)
    named, probability, _margin = verdicts_of(run, run.answers()[held])
    right = (named == labels_of(run)[held]) & (named == answer)
    return float(np.quantile(probability[right], 1 - COVERAGE))


def least_probable(run: Run, answer: int) -> float:
    """Return the probability below which an answer is refused as often as by the score, where it is right."""
    return _least_probable(RunKey.of(run), answer)


def asked_files(explainer: AnyExplainer, files: Sequence[Path]) -> Asked:
    """Return the scores of picture files; those that cannot be read are left out."""
    found = Asked()
    for file in files:
        try:
            look = explainer.explain(read_picture(explainer.run.toned(file)), file.name)
        except PictureError:
            continue
        novelty = novelty_of(explainer.run, look)
        assert novelty is not None, "the run has too few pictures"
        found.add(novelty, explainer.run, look.answers)
    return found


def asked_rows(run: Run, rows: np.ndarray) -> Asked:
    """Return the scores of pictures of the run, from what it stores."""
    found, stored, answers = Asked(), novelties(run), run.answers()
    assert stored is not None, "the run has too few pictures"
    for row in rows.tolist():
        found.add(stored[row], run, answers[row])
    return found


def unseen_rows(run: Run, folders: Sequence[Path], pictures: int, scratch: Path) -> Iterator[str]:
    """Yield a row for each folder of unseen pictures, then for the fakes."""
    explainer, test, labels = explainer_of(run), side_rows(run, "test"), labels_of(run)
    known = asked_rows(run, test[labels[test] != BACKGROUND])
    yield _unseen_row("test pictures of the categories", known, known)
    yield _unseen_row("own background", asked_rows(run, test[labels[test] == BACKGROUND]), known)
    random = np.random.default_rng(0)
    for folder in folders:
        listed = [file_of(picture.path) for picture in list_folder(folder).pictures]
        chosen = [listed[i] for i in sorted(random.permutation(len(listed))[:pictures])]
        name = "/".join(folder.parts[-2:])
        yield _unseen_row(name, asked_files(explainer, chosen), known)
    rows = test[labels[test] != BACKGROUND]
    rows = random.permutation(rows)[:SAVED_ANEW]
    for name, (change, quality) in ANEW.items():
        files = []
        for row in rows.tolist():
            files.append(scratch / f"{row}.jpg")
            changed = change(Image.fromarray(read_picture(run.picture_path(row))))
            changed.save(files[-1], quality=quality)
        yield _unseen_row(f"saved anew: {name}", asked_files(explainer, files), known)


def _unseen_row(name: str, asked: Asked, known: Asked) -> str:
    truth = [0] * len(known.score) + [1] * len(asked.score)
    areas = [roc_auc_score(truth, getattr(known, key) + getattr(asked, key)) for key in ("score", "plain")]
    refused = np.mean(np.array(asked.score) >= COVERAGE - 1 - 1e-9), np.mean(asked.refused)
    answered = np.mean(np.array(asked.named) != BACKGROUND)
    figures = (answered, *areas, *refused)
    return f"{name} | {len(asked.score)} | " + " | ".join(f"{value:.3f}" for value in figures)


def alike_rows(run: Run, landmarks: Path) -> Iterator[str]:
    """Yield a row for each way to find the crops."""
    results: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for name, query, inside, offset in _queries(run, landmarks):
        results[name].append((query, inside, offset))
    for name, found in results.items():
        values = np.array([row[1:] for row in found])
        queries = np.array([row[0] for row in found])
        yield f"{name} | {_interval(values[:, 0], queries)} | {_interval(values[:, 1], queries)}"


def _queries(run: Run, landmarks: Path) -> Iterator[tuple[str, int, float, float]]:
    """Yield the way, the query's picture, the share of crops with the landmark, and its mean offset."""
    points, tied, random = _points(run, landmarks), tied_pictures(run), np.random.default_rng(0)
    whole = picture_features(run)
    whole = whole / np.linalg.norm(whole, axis=1, keepdims=True)
    labels = labels_of(run)
    for filter in [f for members in groups_of(run.filters) for f in members[:6]]:
        peaks = _in_input(run, peaks_of(run, OWN)[0][:, filter])
        clear = clear_peaks(run, OWN, filter) & (labels == run.filters[filter].category)
        for part in points:
            place = points[part]
            pool = np.flatnonzero(clear & np.isfinite(place[:, 0]))
            near = pool[np.abs(place[pool] - peaks[pool]).max(1) < metrics.CROP / 2]
            if len(near) < max(FEWEST, len(pool) / 5):
                continue
            for query in random.permutation(near)[:QUERIES].tolist():
                others = pool[tied[pool] != tied[query]]
                best = [one.picture for one in alike(run, query, filter, len(run.pictures)) if one.picture in others]
                nearest = others[np.argsort(-(whole[others] @ whole[query]), kind="stable")][:BEST]
                usual = place[query] - peaks[query]
                for name, rows, centre in (
                    ("alike", np.array(best[:BEST]), peaks),
                    ("nearest as a whole, crop at the same place", nearest, None),
                    ("nearest as a whole, crop at the peak", nearest, peaks),
                    ("random pictures, crop at the peak (floor)", random.choice(others, RANDOM), peaks),
                ):
                    apart = place[rows] - (peaks[query] if centre is None else centre[rows])
                    inside = np.abs(apart).max(1) < metrics.CROP / 2
                    yield name, query, float(inside.mean()), float(np.linalg.norm(apart - usual, axis=1).mean())


def _points(run: Run, landmarks: Path) -> dict[str, np.ndarray]:
    """Return the landmarks (N, 2) of each name, (x, y) in sides of the input; nan where there is none."""
    names = [picture.name for picture in run.pictures]
    marked = read_landmarks(landmarks, names)
    parts = sorted({one.part for ones in marked.values() for one in ones})
    points = {part: np.full((len(names), 2), np.nan) for part in parts}
    for row, picture in enumerate(run.pictures):
        for one in marked.get(picture.name, ()):
            points[one.part][row] = one.x / picture.width, one.y / picture.height
    return points


def _in_input(run: Run, cells: np.ndarray) -> np.ndarray:
    """Return the middles (N, 2) of cells, (x, y) in sides of the input."""
    middles: np.ndarray = (run.geometry.centre(cells[:, ::-1].astype(float)) + 0.5) / run.geometry.input_size
    return middles


def _interval(values: np.ndarray, queries: np.ndarray) -> str:
    """Return a mean and its 95 % interval: query pictures are drawn anew."""
    random, pictures = np.random.default_rng(0), np.unique(queries)
    by_picture = [values[queries == picture] for picture in pictures]
    sums, counts = np.array([v.sum() for v in by_picture]), np.array([len(v) for v in by_picture])
    draws = random.integers(0, len(pictures), (RESAMPLES, len(pictures)))
    low, high = np.quantile(sums[draws].sum(1) / counts[draws].sum(1), (0.025, 0.975))
    return f"{values.mean():.3f} [{low:.3f}, {high:.3f}]"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--run", type=Path)
    parser.add_argument("--unseen", type=Path, nargs="+", default=[])
    parser.add_argument("--landmarks", type=Path)
    parser.add_argument("--pictures", type=int, default=200, help="at most so many of each unseen folder")
    options = parser.parse_args()
    scratch = options.output / "saved-anew"
    scratch.mkdir(parents=True, exist_ok=True)
    if options.run:
        run, unseen = open_run(options.run), options.unseen
    else:
        creatures = drain(make_sample(options.output / "creatures"))
        run = trained(creatures, options.output / "runs", "creatures")
        parts = drain(make_defects(options.output / "parts", pictures=60)) / "good"
        unseen = [parts, drain(make_sized_sample(options.output / "small", 0.05, pictures=60)) / "creature"]
    print(UNSEEN_ROW)
    for row in unseen_rows(run, unseen, options.pictures, scratch):
        print(row, flush=True)
    if (found := abstention(run)) is not None:
        curves = f"{found.by_score.mean_accuracy:.4f}, by probability {found.by_probability.mean_accuracy:.4f}"
        at = f"{found.by_score.at(0.8):.4f}, {found.by_probability.at(0.8):.4f}"
        print(f"mean accuracy over coverage: by score {curves}; at 80 % {at}")
    landmarks = options.landmarks or run.images / LANDMARKS
    if landmarks.is_file():
        print(ALIKE_ROW)
        for row in alike_rows(run, landmarks):
            print(row, flush=True)


if __name__ == "__main__":
    main()
