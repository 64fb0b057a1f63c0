"""Test the filters of a finished run of an earlier version, which was measured before these tests existed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch

from icnn_engine.core.annotations import Where
from icnn_engine.core.config import kernel_of
from icnn_engine.core.errors import ChangedPictureError, RunError
from icnn_engine.core.events import NetworkName, Operation, Warned
from icnn_engine.core.language import translate
from icnn_engine.evaluation.inference import Filters, parts_table
from icnn_engine.evaluation.tables import PREFIXES, known, prefixed
from icnn_engine.experiment.save_run import tested, write_floors, write_parts
from icnn_engine.features.crop_tests import TRANSPLANTS_UNTRAINED
from icnn_engine.features.part_tests import JudgedNetwork, held_out_pictures, run_part_tests
from icnn_engine.features.trunk_maps import read_squares, trunk_maps
from icnn_engine.features.untrained_parts import Untrained
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.models.device import make_generator
from icnn_engine.models.filter_layers import FilterLayer
from icnn_engine.runs.changed_pictures import changed_words, ensure_same
from icnn_engine.runs.notes import read_notes, write_notes
from icnn_engine.runs.run_folder import Run, write_run

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


def rejudge_run(run: Run) -> Operation[Run]:
    """Test the filters of a run and write its folder anew.

    Parts get other numbers, so the user's notes on a part move to its first filter. Test pictures that have changed
    since the training are left out and named (Warned); if any picture has changed, the parts without training are not
    made. Raises RunError where the pictures, weights or notes cannot be read, or most or all of them have changed.
    """
    if run.own_network is not None:
        words = translate("Errors", "{name} looks at a network of your own: its filters were tested when it was made.")
        raise RunError(words.format(name=run.name))
    explainer, notes = Explainer(run), read_notes(run.path)
    labels = np.array([picture.label for picture in run.pictures])
    side = np.array([picture.side for picture in run.pictures])
    paths, changed = _paths(run)
    held = held_out_pictures(paths, labels, (side == "test") & ~changed)
    if not len(held.rows):
        run.picture_path(int(np.flatnonzero((side == "test") & (labels >= 0))[0]))  # raises ChangedPictureError
    if changed.any():
        yield Warned(changed_words([run.pictures[i].name for i in np.flatnonzero(changed)]))
    subjects = {
        str(name): JudgedNetwork(
            explainer.backbones[name], explainer.heads[name].filters, np.array([f.category for f in run.of(name)])
        )
        for name in (OWN, TWIN)
    }
    if run.settings.training == "quick":
        subjects["untrained"] = _untrained(run, explainer)
    results = yield from run_part_tests(subjects, held.pictures, run.geometry)
    table = dict(run.table)
    for name, judged in results.items():
        filters = Filters(subjects[name], judged, np.zeros(0))
        prefix = "untrained_" if name == "untrained" else PREFIXES[NetworkName(name)]
        table |= prefixed(parts_table(filters), prefix)
    for name in (OWN, TWIN):
        write_parts(run.path, name, results[name], held.rows, len(run.pictures))
    if "untrained" in results and not changed.any():
        backbone = explainer.backbones[OWN]

        def trunk_of(rows: np.ndarray) -> torch.Tensor:
            return trunk_maps(np.stack(list(read_squares([paths[i] for i in rows], backbone.input_size))), backbone)

        untrained = Untrained(subjects["untrained"].layer, results["untrained"].distances)
        yield from write_floors(run.path, trunk_of, labels, side, untrained)
    own, twin = (tuple(replace(f, **tested(results[name], f.index)) for f in run.of(name)) for name in (OWN, TWIN))
    judged_run = replace(run, filters=own, twin_filters=twin, table=known(table))
    leaders = {(name, n): members[0] for name in (OWN, TWIN) for n, members in enumerate(groups_of(run.of(name)))}
    moved = notes.moved_to_filters(leaders)
    if moved != notes:
        write_notes(run.path, moved, notes)
    write_run(judged_run)
    return judged_run


def _paths(run: Run) -> tuple[list[Where], np.ndarray]:
    """Return the paths of the N pictures of a run, and (N,) whether each has changed since the training.

    Raises RunError where one is gone, or most have changed.
    """
    ensure_same(run)
    changed = np.zeros(len(run.pictures), bool)
    for index in range(len(run.pictures)):
        try:
            run.picture_path(index)
        except ChangedPictureError:
            changed[index] = True
    return [picture.where(run.images) for picture in run.pictures], changed


def _untrained(run: Run, explainer: Explainer) -> JudgedNetwork:
    """Return filters of the run's variant that have learned nothing, on maps normalised as for its own filters."""
    own, settings = explainer.network.filters, run.settings
    kernel = kernel_of(settings.variant, settings.kernel)
    layer = FilterLayer(own.conv.in_channels, settings.filters, make_generator(settings.seed, "untrained"), kernel)
    layer.norm.load_state_dict(own.norm.state_dict())
    return JudgedNetwork(explainer.backbones[OWN], layer.eval(), np.zeros(settings.filters, int), TRANSPLANTS_UNTRAINED)
