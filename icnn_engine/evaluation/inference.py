"""What trained networks make of all pictures of a run: answers, maps, how filters follow, which parts they found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn

from icnn_engine import metrics
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.files import blank_array
from icnn_engine.evaluation.tables import known
from icnn_engine.features.crop_tests import TRANSPLANTS_UNTRAINED
from icnn_engine.features.effective_field import effective_fields
from icnn_engine.features.equivariance import filter_maps, head_maps
from icnn_engine.features.part_tests import JudgedFilters, JudgedNetwork, run_part_tests
from icnn_engine.models.class_loss import probabilities
from icnn_engine.models.device import device_of
from icnn_engine.models.network import CamNetwork, Head, PartNetwork, WholeNetwork
from icnn_engine.runs.run_folder import Table
from icnn_engine.training.batches import BatchSource, Network, Samples
from icnn_engine.training.preparation import Prepared, samples_of

BLOCK = 512  # pictures looked at in one piece: 89 MB of SqueezeNet's maps


@dataclass(frozen=True, eq=False)
class NetworkOutput:
    """One network on N pictures. `maps`: (N, F, n, n) float16 before masking (of the CAM network: (N, n, n), of the
    answer asked for); `answers`: (N, K) probabilities; `tested`: (S, K), those of the test samples (shuffled negatives
    among them); `category`, `beta`: (F,), which category each filter answers to, and the release's beta."""

    maps: np.ndarray
    answers: np.ndarray
    tested: np.ndarray
    category: np.ndarray
    beta: np.ndarray


@dataclass(frozen=True, eq=False)
class Filters:
    """How the F filters of a network behave on the held-out pictures: `judged`; `fields` (F,), effective fields in
    pixels, nan where they were not measured or a filter never fires; `category` (F,), the one each answers to; `layer`:
    the filters themselves."""

    judged: JudgedFilters
    fields: np.ndarray
    category: np.ndarray
    layer: nn.Module


def run_network(
    prepared: Prepared, networks: Mapping[str, Network], source: BatchSource, place: Path | None = None
) -> Operation[dict[str, NetworkOutput]]:
    """The portrait of each network, some pictures at a time; `place`: a folder in which the maps are written as
    NAME.npy, for they need not fit into memory. Raises StorageError."""
    selection, found = prepared.selection, dict[str, NetworkOutput]()
    everything = Samples(np.arange(len(selection.labels)), selection.labels, np.zeros(len(selection.labels), bool))
    test = samples_of(selection, "test")
    total = len(networks) * (len(everything) + len(test))
    yield Progress("Looking at all pictures", 0, total)
    for number, (name, network) in enumerate(networks.items()):
        before = number * total // len(networks)
        head = network.head if isinstance(network, WholeNetwork) else network
        maps = _room(place, name, head, len(everything))
        answers, tested = list[np.ndarray](), list[np.ndarray]()
        for rows, seen, given in _seen(network, source, everything, prepared):
            answers.append(given)
            maps[rows] = seen if isinstance(head, PartNetwork) else _cam(head, seen, selection.labels[rows], given)
            yield Progress("Looking at all pictures", before + int(rows[-1]) + 1, total)
        for rows, _, given in _seen(network, source, test, prepared):
            tested.append(given)
            yield Progress("Looking at all pictures", before + len(everything) + int(rows[-1]) + 1, total)
        category, beta = np.zeros(0), np.zeros(0)
        if isinstance(head, PartNetwork):
            category, beta = head.memory.category.cpu().numpy(), head.memory.beta.cpu().numpy()
        found[name] = NetworkOutput(maps, np.concatenate(answers), np.concatenate(tested), category, beta)
    return found


def _room(place: Path | None, name: str, head: Head, count: int) -> np.ndarray:
    """An array for the maps of so many pictures: (N, F, n, n), of the CAM network (N, n, n)."""
    filters = (head.shape.filters,) if isinstance(head, PartNetwork) else ()
    shape = (count, *filters, head.shape.cells, head.shape.cells)
    return np.empty(shape, np.float16) if place is None else blank_array(place / f"{name}.npy", shape, np.float16)


def _seen(
    network: Network, source: BatchSource, samples: Samples, prepared: Prepared
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Rows (B,), maps (B, F, n, n) and answers (B, K) of samples, some at a time."""
    for start in range(0, len(samples), BLOCK):
        rows = np.arange(start, min(start + BLOCK, len(samples)))
        maps, logits = head_maps(network, source.inputs(samples.only(rows)))
        yield rows, maps, probabilities(torch.from_numpy(logits), prepared.settings.loss).numpy()


def _cam(head: CamNetwork, maps: np.ndarray, labels: np.ndarray, answers: np.ndarray) -> np.ndarray:
    """(B, n, n) class activation maps of the answers asked for."""
    asked = torch.from_numpy(asked_of(labels, answers, head.shape.categories)).to(device_of(head))
    with torch.inference_mode():
        seen: np.ndarray = head.cam(torch.from_numpy(maps).to(device_of(head)), asked).cpu().numpy()
    return seen


def asked_of(labels: np.ndarray, answers: np.ndarray, categories: int) -> np.ndarray:
    """(N,) the category a picture's answer is asked about: its own, or the most probable one where it shows none."""
    asked: np.ndarray = np.where(labels >= 0, labels, answers[:, :categories].argmax(1))
    return asked


def describe(
    prepared: Prepared, networks: Mapping[str, Network], portraits: Mapping[str, NetworkOutput], fields: bool = True
) -> Operation[dict[str, Filters]]:
    """How the filters of each `PartNetwork` behave, and, under the name `untrained`, those of the run's own variant
    that have learned nothing.

    Networks over one trunk are judged together; a network with a trunk of its own for itself. Effective fields take
    time: without `fields` they stay nan.
    """
    held = prepared.held
    maps = {name: portraits[name].maps[held.rows].astype(np.float32) for name in _parts(networks)}
    categories = {name: portraits[name].category for name in maps}
    return (yield from described_filters(prepared, subjects_of(prepared, networks, categories), maps, fields))


def described_filters(
    prepared: Prepared, subjects: Mapping[str, JudgedNetwork], maps: Mapping[str, np.ndarray], fields: bool
) -> Operation[dict[str, Filters]]:
    """The same of any filters. maps: (P, F, n, n) of the held-out pictures, of those whose fields are measured."""
    held = prepared.held
    judged = yield from run_part_tests(subjects, held.pictures, prepared.geometry)
    found = {}
    for name, one in subjects.items():
        sides = np.full(len(one.category), np.nan)
        if fields and name in maps:
            shows = metrics.pictures_shown(held.pictures.labels, one.category)
            own = np.where(shows[..., None, None], maps[name], 0)
            paths = held.pictures.paths
            sides = yield from effective_fields(one.backbone, one.layer, paths, own, prepared.geometry)
        found[name] = Filters(judged[name], sides, one.category, one.layer)
    return found


def subjects_of(
    prepared: Prepared, networks: Mapping[str, Network], categories: Mapping[str, np.ndarray]
) -> dict[str, JudgedNetwork]:
    """The filters of each network, and the untrained ones, which read the pretrained trunk."""
    found = {"untrained": without_training(prepared, prepared.untrained(prepared.settings.variant))}
    for name, network in _parts(networks).items():
        if isinstance(network, WholeNetwork):
            own = replace(prepared.backbone, trunk=network.trunk)
            found[name] = JudgedNetwork(own, network.head.filters, categories[name])
        else:
            found[name] = JudgedNetwork(prepared.backbone, network.filters, categories[name])
    return found


def without_training(prepared: Prepared, layer: nn.Module) -> JudgedNetwork:
    """Filters that have learned nothing; each answers to the category on which it fires most."""
    held = prepared.held
    maps = filter_maps(layer, torch.from_numpy(prepared.source.maps.of(held.rows)))
    category = _favourites(maps, held.pictures.labels, prepared.shape.categories)
    return JudgedNetwork(prepared.backbone, layer, category, TRANSPLANTS_UNTRAINED)


def _parts(networks: Mapping[str, Network]) -> dict[str, Network]:
    """Those with filters that are measured: all but CAM networks."""
    return {n: e for n, e in networks.items() if not isinstance(getattr(e, "head", e), CamNetwork)}


def _favourites(maps: np.ndarray, labels: np.ndarray, categories: int) -> np.ndarray:
    """(F,) category of each filter's highest mean peak."""
    strengths = maps.reshape(*maps.shape[:2], -1).max(2)
    means = np.stack([strengths[labels == one].mean(0) for one in range(categories)])
    found: np.ndarray = means.argmax(0)
    return found


def parts_table(filters: Filters) -> Table:
    """What a network's filters reached in the tests (means over filters), how many hold a part, how many independent
    parts they are."""
    judged, tests = filters.judged, filters.judged.tests
    table: Table = {"equivariance": metrics.mean_of_known(tests.shift)}
    for shift, values in judged.shifts.items():
        table[f"equivariance_{shift}"] = metrics.mean_of_known(values)
    table |= {
        "equivariance_mirror": metrics.mean_of_known(judged.flipped),
        "equivariance_scale": metrics.mean_of_known(tests.scale),
        "slope": metrics.mean_of_known(tests.slope),
        "mirror": metrics.mean_of_known(tests.mirror),
        "mirror_pairs": float((tests.partner >= 0).sum()) / 2,
        "transplant": metrics.mean_of_known(tests.transplant),
        "grounding": metrics.mean_of_known(np.clip(tests.kept, 0, 1)),
        "holding": float(tests.holds().mean()),
        "independent_parts": metrics.independent_parts(judged.groups),
    }
    return known(table)
