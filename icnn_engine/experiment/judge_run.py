"""Judge the filters of a finished run of an earlier version, which was measured before these tests existed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch

from icnn_engine.core.annotations import Where
from icnn_engine.core.config import kernel_of
from icnn_engine.core.errors import ChangedPictureError
from icnn_engine.core.events import NetworkName, Operation, Warned
from icnn_engine.evaluation.inference import Filters, parts_table
from icnn_engine.evaluation.tables import PREFIXES, known, prefixed
from icnn_engine.experiment.save_run import tested, write_parts
from icnn_engine.features.crop_tests import TRANSPLANTS_UNTRAINED
from icnn_engine.features.part_tests import TestedNetwork, TestResults, held_out_pictures, run_part_tests
from icnn_engine.features.trunk_maps import read_squares, trunk_maps
from icnn_engine.features.untrained_parts import Untrained, write_floor_parts
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.models.device import generator
from icnn_engine.models.network import FilterLayer
from icnn_engine.runs.changed_pictures import changed_words, ensure_same
from icnn_engine.runs.notes import read_notes, write_notes
from icnn_engine.runs.run_folder import Run, RunFilter, write_run

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


def rejudge_run(run: Run) -> Operation[Run]:
    """The run with its filters judged; the folder is written anew. Parts get other numbers, so what the user said of a
    part is said of its first filter from then on. Test pictures that have changed since the training are left out and
    told (Warned); with any picture that has changed, the parts without training are not made. Raises RunError where the
    pictures, weights or remarks cannot be read, most pictures have changed, or all that could be judged on have.
    """
    explainer, remarks = Explainer(run), read_notes(run.path)
    labels = np.array([picture.label for picture in run.pictures])
    side = np.array([picture.side for picture in run.pictures])
    paths, changed = _paths(run)
    held = held_out_pictures(paths, labels, (side == "test") & ~changed)
    if not len(held.rows):
        run.picture_path(int(np.flatnonzero((side == "test") & (labels >= 0))[0]))
    if changed.any():
        yield Warned(changed_words([run.pictures[i].name for i in np.flatnonzero(changed)]))
    subjects = {
        str(name): TestedNetwork(explainer.backbones[name], head.filters, np.array([f.category for f in run.of(name)]))
        for name, head in explainer.heads.items()
        if name in (OWN, TWIN)
    }
    if run.settings.training == "quick":
        subjects["untrained"] = _untrained(run, explainer)
    found = yield from run_part_tests(subjects, held.pictures, run.geometry)
    table = dict(run.table)
    for name, one in found.items():
        prefix = PREFIXES[NetworkName(name)] if name in (OWN, TWIN) else "untrained_"
        filters = Filters(one, np.zeros(0), subjects[name].category, subjects[name].layer)
        table |= prefixed(parts_table(filters, held.pictures.labels), prefix)
    for name in (OWN, TWIN):
        write_parts(run.path, name, found[name], held.rows, len(run.pictures))
    if "untrained" in found and not changed.any():
        shown = np.flatnonzero(labels >= 0)
        backbone = explainer.backbones[OWN]

        def trunk_of(rows: np.ndarray) -> torch.Tensor:
            return trunk_maps(np.stack(list(read_squares([paths[i] for i in rows], backbone.input_size))), backbone)

        without = Untrained(subjects["untrained"].layer, found["untrained"].distances)
        train = shown[side[shown] == "train"]
        yield from write_floor_parts(run.path / "parts", trunk_of, train, shown, without)
    new = replace(
        run,
        filters=_judged(run.filters, found[OWN]),
        twin_filters=_judged(run.twin_filters, found[TWIN]),
        table=known(table),
    )
    moved = remarks.moved_to_filters(_first_filters(run))
    if moved != remarks:
        write_notes(run.path, moved, remarks)
    write_run(new)
    return new


def _paths(run: Run) -> tuple[list[Where], np.ndarray]:
    """Where the N pictures of a run are, and (N,) which of them have changed since the training. Raises RunError where
    one is gone, or most have changed."""
    ensure_same(run)
    changed = np.zeros(len(run.pictures), bool)
    for index in range(len(run.pictures)):
        try:
            run.picture_path(index)
        except ChangedPictureError:
            changed[index] = True
    return [picture.where(run.images) for picture in run.pictures], changed


def _first_filters(run: Run) -> dict[tuple[NetworkName, int], int]:
    """The filter that stands for each part, by network and number of the part."""
    return {(name, number): own[0] for name in (OWN, TWIN) for number, own in enumerate(groups_of(run.of(name)))}


def _untrained(run: Run, explainer: Explainer) -> TestedNetwork:
    """Filters of the run's variant that have learned nothing, on maps normalised as its own filters' are."""
    own, settings = explainer.network.filters, run.settings
    kernel = kernel_of(settings.variant, settings.kernel)
    layer = FilterLayer(own.conv.in_channels, settings.filters, generator(settings.seed, "untrained"), kernel)
    layer.norm.load_state_dict(own.norm.state_dict())
    return TestedNetwork(explainer.backbones[OWN], layer.eval(), np.zeros(settings.filters, int), TRANSPLANTS_UNTRAINED)


def _judged(filters: tuple[RunFilter, ...], judged: TestResults) -> tuple[RunFilter, ...]:
    return tuple(replace(one, **tested(judged, one.index)) for one in filters)
