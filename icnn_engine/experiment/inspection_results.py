"""What is measured of a network of the user's own, and what its run folder tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.annotations import Where
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.events import NetworkName, Operation
from icnn_engine.data.selection import Selection
from icnn_engine.evaluation.inference import Filters, NetworkOutput, parts_table
from icnn_engine.evaluation.tables import PREFIXES, PeakTable, answer_table, background_table, floors, known, prefixed
from icnn_engine.experiment.provenance import versions
from icnn_engine.experiment.save_run import data_info, filter_rows, write_parts
from icnn_engine.features.effective_field import effective_fields
from icnn_engine.features.part_tests import HeldOutRows, JudgedNetwork, run_part_tests
from icnn_engine.features.trunk_maps import read_squares
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.own.asked import AskedNetwork, ChosenChannels
from icnn_engine.models.own.matching import Match
from icnn_engine.models.own.network import OwnNetwork
from icnn_engine.runs.run_folder import RunFilter, Table

TWIN = NetworkName.TWIN
UNTRAINED = "untrained"
MOST_DELETED = 16  # pictures of the deletion curves
DELETION_STEPS = 6


@dataclass(frozen=True, eq=False)
class Inspected:
    """A network: its backbone, its filters and their categories (F,), and what it gave on all pictures, None if only
    its filters are tested."""

    backbone: Backbone
    layer: ChosenChannels
    category: np.ndarray
    output: NetworkOutput | None


def judged_filters(
    inspected: Mapping[str, Inspected], held: HeldOutRows, backbone: Backbone
) -> Operation[dict[str, Filters]]:
    """Test the filters of networks on the held-out pictures."""
    subjects = {name: JudgedNetwork(one.backbone, one.layer, one.category) for name, one in inspected.items()}
    judged = yield from run_part_tests(subjects, held.pictures, backbone.geometry())
    filters = {}
    for name, one in inspected.items():
        fields = np.full(len(one.category), np.nan)
        if one.output is not None:
            shows = metrics.pictures_shown(held.pictures.labels, one.category)
            maps = np.where(shows[..., None, None], one.output.maps[held.rows].astype(np.float32), 0)
            fields = yield from effective_fields(
                one.backbone, one.layer, held.pictures.paths, maps, backbone.geometry()
            )
        filters[name] = Filters(subjects[name], judged[name], fields)
    return filters


def inspection_table(
    path: Path,
    selection: Selection,
    settings: TrainSettings,
    outputs: Mapping[str, NetworkOutput],
    filters: Mapping[str, Filters],
    held: HeldOutRows,
    channels: np.ndarray,
) -> tuple[Table, dict[NetworkName, tuple[RunFilter, ...]]]:
    """Return the measures of all networks, and the filters of both."""
    test = selection.side == "test"
    labels = selection.labels[test]
    table = floors(labels, len(selection.categories))
    table |= prefixed(parts_table(filters.get(UNTRAINED, filters[TWIN])), "untrained_")
    rows = {}
    for name, prefix in PREFIXES.items():
        output = outputs[name]
        table |= prefixed(answer_table(output.tested, labels, settings.loss), prefix)
        if name in filters:
            peaks = PeakTable(*metrics.peaks(output.maps), output.category)
            own = filter_rows(name, output, filters[name], peaks, selection)
            rows[name] = tuple(replace(one, channel=int(c)) for one, c in zip(own, channels, strict=True))
            table |= prefixed(parts_table(filters[name]), prefix)
            table |= prefixed(background_table(peaks, selection.labels, test), prefix)
            write_parts(path, name, filters[name].judged, held.rows, len(selection.pictures))
    return table, rows


def deletion_table(
    asked: AskedNetwork,
    paths: Sequence[Where],
    selection: Selection,
    test: np.ndarray,
    cam: np.ndarray,
    backbone: Backbone,
) -> Operation[Table]:
    """Return how fast the network's own answers fall as the cells that Grad-CAM marks are blurred."""
    rows = np.flatnonzero(test & (selection.labels >= 0))
    rows = rows[metrics.evenly(len(rows), MOST_DELETED)]
    squares = np.stack(list(read_squares([paths[int(i)] for i in rows], backbone.input_size)))
    labels = selection.labels[rows]

    def answers(changed: np.ndarray) -> np.ndarray:
        chosen: np.ndarray = asked.answers(changed)[np.arange(len(labels)), labels]
        return chosen

    curves = yield from metrics.curves(answers, squares, cam[rows], backbone.geometry(), DELETION_STEPS)
    table: Table = {}
    for order, (deletion, insertion) in curves.areas().items():
        suffix = "" if order == "heat" else f"_{order}"
        table |= {f"cam_deletion{suffix}": deletion, f"cam_insertion{suffix}": insertion}
    return known(table)


def inspection_info(
    network: OwnNetwork, names: tuple[str, ...], matched: Mapping[str, Match], selection: Selection
) -> dict[str, Any]:
    """Return the contents of run.toml besides the settings."""
    layer, preprocessing = network.layer, network.preprocessing
    return {
        "category": selection.name,
        "categories": list(selection.categories),
        "background": selection.background,
        "accuracy_is_recognition": len(selection.categories) > 1 or not bool(selection.positive.all()),
        "departures": [],
        "made": datetime.now().isoformat(timespec="seconds"),
        "network": {"answers": len(selection.categories), "pool": [2, 2]},
        "preprocessing": {
            "mean": list(preprocessing.mean),
            "std": list(preprocessing.std),
            "fit": asdict(preprocessing.fit),
        },
        "own_network": {
            "title": network.source.title,
            "source": network.source.model_dump(exclude_none=True) | {"layer": layer.name},
            "layer": asdict(layer) | {"layout": str(layer.layout)},
            "answers": network.answers,
            "digest": network.digest,
            "matched": {category: _match_info(match, names) for category, match in matched.items()},
        },
        "data": data_info(selection),
        "versions": versions(),
    }


def _match_info(match: Match, names: tuple[str, ...]) -> dict[str, Any]:
    return {"answers": list(match.answers), "names": [names[i] for i in match.answers], "by": str(match.by)}
