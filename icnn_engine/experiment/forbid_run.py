"""Fit the answer of a finished run anew without a part, or without what boxes mark; a run folder beside the original.

Filters, twin and CAM stay as they are, only the last linear layer changes. It is fitted, without the part's filters, on
the training pictures with the forbidden region covered, and once more on each of them with the region of another
picture pasted in, whatever they show: so the region tells nothing about the category.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor

from icnn_engine import metrics
from icnn_engine.audit.forbidden_figures import EDITS, Edit, When, forbidden_info
from icnn_engine.audit.forbidden_regions import ForbiddenRegions
from icnn_engine.audit.forbidding import ensure_possible
from icnn_engine.core.atomic_files import write_array
from icnn_engine.core.events import NetworkName, Operation, Progress
from icnn_engine.evaluation.tables import answer_table
from icnn_engine.experiment.inspection_run import removed_on_error
from icnn_engine.experiment.interruption import locked_run
from icnn_engine.features.region_edits import apart_from, covered, pasted, random_corner
from icnn_engine.features.trunk_maps import batches_of, read_squares, trunk_maps
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.models.class_loss import probabilities, shares_of
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.fair_accuracy import fair_table
from icnn_engine.runs.new_run_folder import ensure_writable, new_run_folder
from icnn_engine.runs.run_folder import WEIGHT_FILES, Run, open_run, write_run
from icnn_engine.training.checkpoint import write_tensors
from icnn_engine.training.refit_head import fit_head

OWN = NetworkName.INTERPRETABLE
MOST_TESTED = 120  # test pictures that are edited: half a minute on two cores
LEARNED: tuple[Edit, ...] = ("covered", "pasted")  # edits of the training pictures
COVERS: tuple[Edit, ...] = ("covered", "elsewhere")  # edits of pictures that have the region
TITLE = "Covering and pasting the part"
KEPT = ("maps", "parts", "history")  # folders that do not depend on the answer
KEPT_FILES = ("remarks.toml", "metrics.csv", *(WEIGHT_FILES[n] for n in NetworkName if n is not OWN))


def forbid(run: Run, regions: ForbiddenRegions) -> Operation[Run]:
    """Fit the answer anew so that it does not use some regions, and write the result as a run beside the original.

    Parameters
    ----------
    run
        A finished run that was trained here, against a background or other categories.
    regions
        Where the forbidden part lies, from `part_regions` or `drawn_regions`.

    Yields
    ------
    Event
        `Progress`. Closing the operation leaves nothing.

    Returns
    -------
    Run
        The new run. Its `info["forbidden"]` holds the original's name, what is forbidden, and the paired table
        (`forbidden_figures`). The original stays as it is: to undo, open that.

    Raises
    ------
    RunError
        The run looks at a network of the user's own, was trained against shuffled pictures, answers through hidden
        layers, or was made so itself (`forbidding.why_not`); its pictures or weights are gone or have changed; no
        folder can be made.
    """
    ensure_possible(run)
    ensure_same(run)
    ensure_writable(run.path.parent)
    fitter = _Fitter(run, regions)
    labels = np.array([picture.label for picture in run.pictures])
    sides = np.array([picture.side for picture in run.pictures])
    train, test = np.flatnonzero(sides == "train"), np.flatnonzero(sides == "test")
    few = test[metrics.evenly(len(test), MOST_TESTED)]
    learning, testing = fitter.count(train, LEARNED), fitter.count(few, EDITS)
    learned = yield from fitter.edited(train, LEARNED, 0, testing)
    known = torch.from_numpy(labels[train])
    shares = shares_of(known, fitter.explainer.network.shape.answers, run.settings.loss)
    votes = torch.cat([learned["covered"], learned["pasted"]])
    before, after = fitter.layer, fit_head(votes, known.repeat(2), run.settings, shares, regions.filters)
    tested = {"whole": fitter.of_pictures(few)} | (yield from fitter.edited(few, EDITS, learning, 0))
    path = new_run_folder(run.path.parent, f"{run.short_name}-without-{regions.title}")
    with locked_run(path), removed_on_error(path):
        _copy(run.path, path)
        _write_network(run, path, after)
        layers: dict[When, tuple[Tensor, Tensor]] = {"before": before, "after": after}
        asked = {
            name: {edit: fitter.answers(own, layer) for edit, own in tested.items()} for name, layer in layers.items()
        }
        answers = fitter.answers(fitter.of_pictures(np.arange(len(labels))), after)
        write_array(path / "answers" / f"{OWN}.npy", answers.astype(np.float32))
        adds: dict[When, np.ndarray] = {name: fitter.adds(layer) for name, layer in layers.items()}
        _write(run, path, answers, forbidden_info(run, regions, answers, few, asked, adds))
    return open_run(path, run.images)


class _Fitter:
    """The interpretable network of a run without its last layer, and the edits of the run's pictures."""

    def __init__(self, run: Run, regions: ForbiddenRegions) -> None:
        self.run, self.regions = run, regions
        self.explainer = Explainer(run)
        answer = self.explainer.network.answer
        self.layer = answer.weight.detach().double(), answer.bias.detach().double()

    @torch.inference_mode()
    def of_maps(self, maps: Tensor) -> Tensor:
        """Return the votes (P, F) of maps (P, F, n, n)."""
        network = self.explainer.network
        return network.votes(network.mask(maps))

    def of_pictures(self, rows: np.ndarray) -> Tensor:
        """Return the votes (P, F) of pictures of the run, from their stored maps."""
        parts = np.array_split(rows, max(1, len(rows) // 64))
        return torch.cat([self.of_maps(torch.from_numpy(self.run.maps()[part].astype(np.float32))) for part in parts])

    def answers(self, values: Tensor, layer: tuple[Tensor, Tensor]) -> np.ndarray:
        """Return the probabilities (P, K) of a last layer."""
        weight, bias = layer
        return np.asarray(probabilities(values.double() @ weight.T + bias, self.run.settings.loss))

    def adds(self, layer: tuple[Tensor, Tensor]) -> np.ndarray:
        """Return (F,), what each filter adds to the logit of its category, mean over that category's test pictures."""
        labels = np.array([p.label if p.side == "test" else -1 for p in self.run.pictures])
        found = np.zeros(len(self.run.filters))
        for category in range(len(self.run.categories)):
            rows = np.flatnonzero(labels == category)
            mean = self.of_pictures(rows).double().mean(0) * layer[0][category]
            own = [f.index for f in self.run.filters if f.category == category]
            found[own] = mean[own].numpy()
        return found

    def changed(self, rows: np.ndarray, edit: Edit) -> np.ndarray:
        """Return the pictures that an edit changes: only those that have the region are covered."""
        having = rows[[row in self.regions.boxes for row in rows.tolist()]]
        return having if edit in COVERS else rows

    def count(self, rows: np.ndarray, edits: Sequence[Edit]) -> int:
        """Return how many pictures are edited for some kinds of edits."""
        return sum(len(self.changed(rows, edit)) for edit in edits)

    def edited(self, rows: np.ndarray, edits: Sequence[Edit], before: int, after: int) -> Operation[dict[Edit, Tensor]]:
        """Return for each kind of edit the votes (P, F) of pictures of the run; those that the edit does not change
        have the votes of their stored maps. `before`, `after`: pictures that are edited besides, for the progress."""
        done, total, found = before, before + self.count(rows, edits) + after, dict[Edit, Tensor]()
        yield Progress(TITLE, done, total)
        for edit in edits:
            own = self.changed(rows, edit)
            votes = list[Tensor]()
            for batch in batches_of(self._squares(own, edit)):
                with torch.inference_mode():
                    maps = self.explainer.network.filters(trunk_maps(batch, self.explainer.backbones[OWN]))
                votes.append(self.of_maps(maps))
                done += len(batch)
                yield Progress(TITLE, done, total)
            found[edit] = self.of_pictures(rows)
            if votes:
                found[edit][np.isin(rows, own)] = torch.cat(votes)
        return found

    def _squares(self, rows: np.ndarray, edit: Edit) -> Iterator[np.ndarray]:
        """Yield edited pictures (S, S, 3) uint8. The same picture has the same source and place whichever way it is
        pasted into, so that two such edits differ by nothing else."""
        rng = np.random.default_rng(self.run.settings.seed)
        boxes, names, size = self.regions.boxes, rows.tolist(), self.run.geometry.input_size
        if edit in COVERS:
            for row, square in zip(names, self._read(names), strict=True):
                box = boxes[row] if edit == "covered" else apart_from(boxes[row], size, rng)
                yield covered(square, box)
            return
        sources = rng.choice([row for row in names if row in boxes] or list(boxes), len(rows)).tolist()
        for row, square, number, source in zip(names, self._read(names), sources, self._read(sources), strict=True):
            corner, stray = random_corner(size, boxes[number], rng), apart_from(boxes[number], size, rng)
            box = stray if edit in ("stray", "stray_filled") else boxes[number]
            shown = covered(source, box) if edit in ("filled", "stray_filled") else source
            yield pasted(shown, box, covered(square, boxes[row]) if row in boxes else square, corner)

    def _read(self, rows: Sequence[int]) -> Iterator[np.ndarray]:
        return read_squares([self.run.picture_path(row) for row in rows], self.run.geometry.input_size)


def _copy(source: Path, target: Path) -> None:
    """Put what does not depend on the answer into the new run, by hard links where the disk has them."""
    for name in KEPT:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, copy_function=_link)
    for name in KEPT_FILES:
        if (source / name).is_file():
            shutil.copy2(source / name, target / name)
    (target / "answers").mkdir()
    for name in NetworkName:
        if name is not OWN:
            shutil.copy2(source / "answers" / f"{name}.npy", target / "answers" / f"{name}.npy")


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _write_network(run: Run, path: Path, layer: tuple[Tensor, Tensor]) -> None:
    state = load_file(run.path / WEIGHT_FILES[OWN])
    state["answer.weight"], state["answer.bias"] = (each.float() for each in layer)
    write_tensors(path / WEIGHT_FILES[OWN], state, {"network": str(OWN)})


def _write(run: Run, path: Path, answers: np.ndarray, figures: dict[str, object]) -> None:
    """Write the tables of the new run."""
    asked = np.array([picture.asked for picture in run.pictures])
    own = answers[np.arange(len(asked)), asked]
    pictures = tuple(replace(p, answer=float(a)) for p, a in zip(run.pictures, own, strict=True))
    test = np.array([picture.side == "test" for picture in run.pictures])
    labels = np.array([picture.label for picture in run.pictures])
    info = {**run.info, "made": datetime.now().isoformat(timespec="seconds"), "forbidden": figures}
    new = replace(run, path=path, info=info, pictures=pictures)
    new = replace(new, table=run.table | answer_table(answers[test], labels[test], run.settings.loss))
    write_run(replace(new, table=fair_table(new)))
