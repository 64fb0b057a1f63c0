"""Compare the regions that runs found in photographs with the boxes of their objects.

    python benchmarks/regions.py score RUN [RUN …]
    python benchmarks/regions.py paste FOLDER OUT --category fox [--areas 0.05 0.1 0.2 0.4] [--pictures 240]

`score`: of runs with `--region object` whose folder has a boxes.csv; beside the region stand the best centred box and
the whole picture. `paste` makes such a folder from crops: each is pasted, feathered, at a random place of a picture of
`_background` so that it fills a share of it drawn from `--areas`; patches of other background pictures are pasted in
the same way into the rest, so that a paste alone tells nothing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from icnn_engine.core.annotations import Box
from icnn_engine.data import BOXES, read_boxes, read_picture, table_in
from icnn_engine.runs.found_objects import read_objects
from icnn_engine.runs.run_folder import Run, open_run

SHARES = np.arange(0.3, 1.01, 0.05)  # sides of centred boxes; the best one on the training pictures is the floor
FEATHER = 0.04  # of a pasted crop's shorter side


def overlap(one: Box, other: Box) -> float:
    """Return the intersection over union of two boxes."""
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    shared = max(wide, 0) * max(high, 0)
    return shared / (sum((b[2] - b[0]) * (b[3] - b[1]) for b in (one, other)) - shared)


def centred(share: float, width: int, height: int) -> Box:
    """Return the box in the middle of a picture, `share` of its sides."""
    x, y = width * (1 - share) / 2, height * (1 - share) / 2
    return x, y, width - x, height - y


def true_boxes(run: Run) -> dict[str, Box]:
    """Return the boxes of a run's pictures of the category, by name."""
    names = [picture.name for picture in run.pictures if picture.positive]
    boxes = read_boxes(table_in(run.images, BOXES), names, run.images)
    return {name: (x, y, x + w, y + h) for name, ((x, y, w, h), *_) in boxes.items()}


def found_overlaps(run: Run, truth: dict[str, Box]) -> list[float]:
    """Return the overlap of the box that a run found in each picture with its true box."""
    objects = read_objects(run.path) or {}
    return [overlap(objects[name].box, box) for name, box in truth.items()]


def score(run: Run) -> str:
    """Return the row of a run."""
    objects, truth = read_objects(run.path) or {}, true_boxes(run)
    sizes = {name: (objects[name].width, objects[name].height) for name in truth}
    side = {picture.name: picture.side for picture in run.pictures}
    train, test = ([name for name in truth if side[name] == own] for own in ("train", "test"))

    def hits(share: float, own: list[str]) -> float:
        return float(np.mean([overlap(centred(share, *sizes[name]), truth[name]) >= 0.5 for name in own]))

    found = found_overlaps(run, {name: truth[name] for name in test})
    squared = [overlap(objects[name].read, truth[name]) for name in test]
    centre = max(SHARES, key=lambda share: hits(share, train))
    table, sure = run.table, np.mean([objects[name].found for name in test])
    cells = [
        run.category,
        len(test),
        np.mean(np.array(found) >= 0.5),
        np.mean(found),
        np.mean(np.array(squared) >= 0.5),
    ]
    cells += [hits(centre, test), hits(1.0, test), sure, table["balanced_accuracy"], table["twin_balanced_accuracy"]]
    cells += [table["holding"], table["independent_parts"]]
    return " | ".join(str(cell) if isinstance(cell, str | int) else f"{cell:.3f}" for cell in cells)


def paste(folder: Path, out: Path, category: str, areas: list[float], pictures: int) -> None:
    """Make a folder of pasted crops, their boxes.csv, and pictures with pasted decoys."""
    rng = np.random.default_rng(0)
    crops, scenes = (sorted((folder / kind).iterdir()) for kind in (category, "_background"))
    lines = ["image,x,y,width,height"]
    for kind, patches in ((category, crops), ("_background", scenes[::-1])):
        (out / kind).mkdir(parents=True)
        for number in range(min(pictures, len(patches), len(scenes) // 2)):
            # Scenes of the category and of the background are different pictures.
            scene = Image.fromarray(read_picture(scenes[2 * number + (kind == category)]))
            patch = Image.fromarray(read_picture(patches[number]))
            area = float(rng.choice(areas)) * scene.width * scene.height
            ratio = min(max(patch.width / patch.height, area / scene.height**2), scene.width**2 / area)
            width, height = (round(edge) for edge in ((area * ratio) ** 0.5, (area / ratio) ** 0.5))
            x, y = (int(rng.integers(0, max(a - b, 0) + 1)) for a, b in zip(scene.size, (width, height), strict=True))
            border = max(1, round(FEATHER * min(width, height)))
            mask = Image.new("L", (width, height))
            mask.paste(255, (border, border, width - border, height - border))
            scene.paste(patch.resize((width, height)), (x, y), mask.filter(ImageFilter.GaussianBlur(border / 2)))
            scene.save(out / kind / f"{number:04}.png", compress_level=1)
            if kind == category:
                lines.append(f"{kind}/{number:04}.png,{x},{y},{width},{height}")
    (out / "boxes.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    scoring, pasting = kinds.add_parser("score"), kinds.add_parser("paste")
    scoring.add_argument("runs", type=Path, nargs="+")
    pasting.add_argument("folder", type=Path)
    pasting.add_argument("out", type=Path)
    pasting.add_argument("--category", required=True)
    pasting.add_argument("--areas", type=float, nargs="+", default=[0.05, 0.1, 0.2, 0.4])
    pasting.add_argument("--pictures", type=int, default=240)
    options = parser.parse_args()
    if options.kind == "paste":
        paste(options.folder, options.out, options.category, options.areas, options.pictures)
        return
    print("category | test pictures | IoU >= .5 | mean IoU | squared, IoU >= .5 | centre | whole | sure", end=" | ")
    print("balanced accuracy | twin | holding | independent parts")
    for path in options.runs:
        print(score(open_run(path)), flush=True)


if __name__ == "__main__":
    main()
