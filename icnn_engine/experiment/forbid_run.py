"""Fit the answer of a finished run anew without a part, or without what boxes mark; a run folder beside the original.

Filters, twin and CAM stay as they are, only the last linear layer changes. It is fitted on the training pictures in
which the forbidden region is covered, without the part's filters, and every change of the logits is penalised that
comes from covering the region, or from pasting it into another picture (`refit_head.fit_head`).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor

from icnn_engine.audit.forbidden_figures import ForbiddenAnswers, forbidden_info
from icnn_engine.audit.forbidden_regions import ForbiddenRegions
from icnn_engine.core.atomic_files import write_array
from icnn_engine.core.config import SHUFFLED
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName, Operation, Progress
from icnn_engine.core.language import translate
from icnn_engine.evaluation.tables import answer_table
from icnn_engine.experiment.inspection_run import removed_on_error
from icnn_engine.experiment.interruption import locked_run
from icnn_engine.features.region_edits import covered, pasted, random_corner
from icnn_engine.features.trunk_maps import batches_of, read_squares, trunk_maps
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.models.class_loss import probabilities, shares_of
from icnn_engine.runs.changed_pictures import ensure_same
from icnn_engine.runs.fair_accuracy import fair_table
from icnn_engine.runs.new_run_folder import ensure_writable, new_run_folder
from icnn_engine.runs.run_folder import WEIGHT_FILES, Run, open_run, write_run
from icnn_engine.training.checkpoint import write_tensors
from icnn_engine.training.refit_head import Forbidden, fit_head

OWN = NetworkName.INTERPRETABLE
MOST_EDITED = 300  # pictures of a side with the region, and without it, that are edited: seconds on two cores
KEPT = ("maps", "parts", "history")  # folders that do not depend on the answer
KEPT_FILES = ("remarks.toml", "metrics.csv", *(WEIGHT_FILES[n] for n in NetworkName if n is not OWN))


@dataclass(frozen=True, eq=False)
class _Edited:
    """Pictures of a side, edited. `rows`: pictures of the run; `plain`, `changed` (M, F): the votes before and after
    the edit."""

    rows: np.ndarray
    plain: Tensor
    changed: Tensor


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
        The run looks at a network of the user's own, was trained against shuffled pictures, or answers through hidden
        layers; its pictures or weights are gone or have changed; no folder can be made.
    """
    _ensure_usable(run)
    ensure_same(run)
    ensure_writable(run.path.parent)
    fitter = _Fitter(run, regions)
    labels = np.array([picture.label for picture in run.pictures])
    sides = np.array([picture.side for picture in run.pictures])
    train = np.flatnonzero(sides == "train")
    values = fitter.of_pictures(train)
    hidden, shown = yield from fitter.edited("train")
    at = {int(row): place for place, row in enumerate(train)}
    values[[at[int(row)] for row in hidden.rows]] = hidden.changed
    known = torch.from_numpy(labels[train])
    shares = shares_of(known, fitter.explainer.network.shape.answers, run.settings.loss)
    changes = torch.cat([hidden.plain - hidden.changed, shown.changed - shown.plain])
    forbidden = Forbidden(regions.filters, changes)
    before = fitter.layer
    after = fit_head(values, known, run.settings, shares, forbidden)
    hidden, shown = yield from fitter.edited("test")
    path = new_run_folder(run.path.parent, f"{run.short_name}-without-{regions.title}")
    with locked_run(path), removed_on_error(path):
        _copy(run.path, path)
        _write_network(run, path, after)
        tested = ForbiddenAnswers(
            hidden.rows,
            shown.rows,
            *(
                {"before": fitter.answers(each, before), "after": fitter.answers(each, after)}
                for each in (hidden.plain, hidden.changed, shown.plain, shown.changed)
            ),
        )
        answers = fitter.answers(fitter.of_pictures(np.arange(len(labels))), after)
        write_array(path / "answers" / f"{OWN}.npy", answers.astype(np.float32))
        adds = {name: fitter.adds(layer) for name, layer in (("before", before), ("after", after))}
        _write(run, path, answers, forbidden_info(run, regions, answers, tested, adds))
    return open_run(path, run.images)


class _Fitter:
    """The interpretable network of a run without its last layer, and the edits of the run's pictures."""

    def __init__(self, run: Run, regions: ForbiddenRegions) -> None:
        self.run, self.regions = run, regions
        self.explainer = Explainer(run)
        if not self.explainer.network.voting:
            words = translate(
                "Errors",
                "{name} answers through hidden layers, which mix its filters: no part can be taken out. Train with the "
                "variant partscope.",
            )
            raise RunError(words.format(name=run.name))
        answer = self.explainer.network.answer
        self.layer = answer.weight.detach().double(), answer.bias.detach().double()
        self._random = np.random.default_rng(run.settings.seed)

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

    def edited(self, side: str) -> Operation[tuple[_Edited, _Edited]]:
        """Return the pictures of a side in which the region is covered, and those without it, into which it is
        pasted."""
        rows = np.flatnonzero([picture.side == side for picture in self.run.pictures])
        having = [row for row in rows.tolist() if row in self.regions.boxes]
        lacking = [row for row in rows.tolist() if row not in self.regions.boxes]
        having, lacking = (self._some(each) for each in (having, lacking))
        total = len(having) + len(lacking)
        hidden = yield from self._changed(having, self._covered(having), 0, total)
        sources = self._random.choice(having, len(lacking)).tolist() if having else []
        lacking = lacking if having else []
        shown = yield from self._changed(lacking, self._pasted(lacking, sources), len(having), total)
        return hidden, shown

    def _some(self, rows: list[int]) -> list[int]:
        order = self._random.permutation(len(rows))[:MOST_EDITED]
        return [rows[i] for i in sorted(order.tolist())]

    def _squares(self, rows: Sequence[int]) -> Iterator[np.ndarray]:
        return read_squares([self.run.picture_path(row) for row in rows], self.run.geometry.input_size)

    def _covered(self, rows: Sequence[int]) -> Iterator[np.ndarray]:
        for row, square in zip(rows, self._squares(rows), strict=True):
            yield covered(square, self.regions.boxes[row])

    def _pasted(self, rows: Sequence[int], sources: Sequence[int]) -> Iterator[np.ndarray]:
        for target, number, source in zip(self._squares(rows), sources, self._squares(sources), strict=True):
            box = self.regions.boxes[number]
            yield pasted(source, box, target, random_corner(len(target), box, self._random))

    def _changed(self, rows: list[int], squares: Iterator[np.ndarray], done: int, total: int) -> Operation[_Edited]:
        network, backbone = self.explainer.network, self.explainer.backbones[OWN]
        values = [torch.zeros(0, self.layer[0].shape[1])]
        for batch in batches_of(squares):
            with torch.inference_mode():
                values.append(self.of_maps(network.filters(trunk_maps(batch, backbone))))
            done += len(batch)
            yield Progress("Covering and pasting the part", done, total)
        index = np.array(rows, dtype=np.int64)
        plain = self.of_pictures(index) if len(rows) else values[0]
        return _Edited(index, plain, torch.cat(values))


def _ensure_usable(run: Run) -> None:
    if run.own_network is not None:
        words = translate(
            "Errors",
            "{name} looks at a network of your own: its answer is fitted where it was made. Train on the pictures here "
            "to forbid a part.",
        )
        raise RunError(words.format(name=run.name))
    if run.info.get("background") == SHUFFLED:
        words = translate(
            "Errors",
            "{name} was trained against its own pictures, shuffled: without real negatives an answer cannot be fitted. "
            "Train it with a background or with other categories.",
        )
        raise RunError(words.format(name=run.name))


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
