"""Trained networks on all pictures of a run: answers, feature maps, and the tests of their filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn

from icnn_engine import metrics
from icnn_engine.core.atomic_files import blank_array
from icnn_engine.core.events import Operation, Progress
from icnn_engine.evaluation.tables import known
from icnn_engine.features.crop_tests import TRANSPLANTS_UNTRAINED
from icnn_engine.features.effective_field import effective_fields
from icnn_engine.features.equivariance import filter_maps, head_maps
from icnn_engine.features.part_tests import JudgedFilters, JudgedNetwork, run_part_tests
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.class_loss import probabilities
from icnn_engine.models.device import device_of
from icnn_engine.models.network import CamNetwork, Head, PartNetwork, WholeNetwork
from icnn_engine.runs.run_folder import Table
from icnn_engine.training.batches import BatchSource, Network, Samples
from icnn_engine.training.preparation import Prepared, samples_of

BLOCK = 512  # pictures read at once: 89 MB of SqueezeNet's maps


@dataclass(frozen=True, eq=False)
class NetworkOutput:
    """One network on N pictures. `maps`: (N, F, n, n) float16 before masking (of the CAM network: (N, n, n), for the
    category asked about); `answers`: (N, K) probabilities; `tested`: (S, K), those of the test samples (shuffled
    negatives among them); `category`, `beta`: (F,), the category each filter answers to, and the release's beta."""

    maps: np.ndarray
    answers: np.ndarray
    tested: np.ndarray
    category: np.ndarray
    beta: np.ndarray


@dataclass(frozen=True, eq=False)
class Filters:
    """The F filters of a network on the held-out pictures. `judged`: results of the tests; `fields`: (F,) effective
    fields in pixels, nan where they were not measured or a filter never fires."""

    network: JudgedNetwork
    judged: JudgedFilters
    fields: np.ndarray


def run_network(
    prepared: Prepared, networks: Mapping[str, Network], source: BatchSource, folder: Path | None = None
) -> Operation[dict[str, NetworkOutput]]:
    """Run each network on all pictures, some at a time.

    `folder`: where the maps are written as NAME.npy, for they may not fit into memory. Raises StorageError.
    """
    labels, outputs = prepared.selection.labels, dict[str, NetworkOutput]()
    everything = Samples(np.arange(len(labels)), labels, np.zeros(len(labels), bool))
    test = samples_of(prepared.selection, "test")
    total = len(networks) * (len(everything) + len(test))
    yield Progress("Looking at all pictures", 0, total)
    for number, (name, network) in enumerate(networks.items()):
        done = number * total // len(networks)
        head, _ = head_and_backbone(network, prepared.backbone)
        maps = _empty_maps(folder, name, head, len(everything))
        answers, tested = list[np.ndarray](), list[np.ndarray]()
        for rows, features, block in _blocks(network, source, everything, prepared):
            answers.append(block)
            maps[rows] = _cam(head, features, labels[rows], block) if isinstance(head, CamNetwork) else features
            yield Progress("Looking at all pictures", done + int(rows[-1]) + 1, total)
        for rows, _, block in _blocks(network, source, test, prepared):
            tested.append(block)
            yield Progress("Looking at all pictures", done + len(everything) + int(rows[-1]) + 1, total)
        category, beta = np.zeros(0), np.zeros(0)
        if isinstance(head, PartNetwork):
            category, beta = head.memory.category.cpu().numpy(), head.memory.beta.cpu().numpy()
        outputs[name] = NetworkOutput(maps, np.concatenate(answers), np.concatenate(tested), category, beta)
    return outputs


def head_and_backbone(network: Network, shared: Backbone) -> tuple[Head, Backbone]:
    """Return the head of a network and its backbone: the shared one, or its own after full training."""
    if isinstance(network, WholeNetwork):
        return network.head, replace(shared, trunk=network.trunk)
    return network, shared


def _empty_maps(folder: Path | None, name: str, head: Head, count: int) -> np.ndarray:
    """Return an array for the maps of `count` pictures: (N, F, n, n), of the CAM network (N, n, n)."""
    filters = (head.shape.filters,) if isinstance(head, PartNetwork) else ()
    shape = (count, *filters, head.shape.cells, head.shape.cells)
    return np.empty(shape, np.float16) if folder is None else blank_array(folder / f"{name}.npy", shape, np.float16)


def _blocks(
    network: Network, source: BatchSource, samples: Samples, prepared: Prepared
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Yield rows (B,), maps (B, F, n, n) and answers (B, K) of samples, some at a time."""
    for start in range(0, len(samples), BLOCK):
        rows = np.arange(start, min(start + BLOCK, len(samples)))
        maps, logits = head_maps(network, source.inputs(samples.only(rows)))
        yield rows, maps, probabilities(torch.from_numpy(logits), prepared.settings.loss).numpy()


def _cam(head: CamNetwork, maps: np.ndarray, labels: np.ndarray, answers: np.ndarray) -> np.ndarray:
    """Return (B, n, n) class activation maps of the categories asked about."""
    asked = torch.from_numpy(asked_of(labels, answers, head.shape.categories)).to(device_of(head))
    with torch.inference_mode():
        return np.asarray(head.cam(torch.from_numpy(maps).to(device_of(head)), asked).cpu())


def asked_of(labels: np.ndarray, answers: np.ndarray, categories: int) -> np.ndarray:
    """Return (N,), the category a picture's answer is about: its own, or the most probable one where it shows none."""
    return np.where(labels >= 0, labels, answers[:, :categories].argmax(1))


def subjects_of(
    prepared: Prepared, networks: Mapping[str, Network], outputs: Mapping[str, NetworkOutput]
) -> dict[str, JudgedNetwork]:
    """Return the filters of each `PartNetwork`, and, as `untrained`, filters of the run's variant that have learned
    nothing, over the pretrained trunk."""
    subjects = {"untrained": without_training(prepared, prepared.untrained(prepared.settings.variant))}
    for name, network in networks.items():
        head, backbone = head_and_backbone(network, prepared.backbone)
        if isinstance(head, PartNetwork):
            subjects[name] = JudgedNetwork(backbone, head.filters, outputs[name].category)
    return subjects


def without_training(prepared: Prepared, layer: nn.Module) -> JudgedNetwork:
    """Return filters that have learned nothing; each answers to the category of its highest mean peak."""
    held = prepared.held
    peaks = filter_maps(layer, torch.from_numpy(prepared.source.maps.of(held.rows))).max((2, 3))
    means = [peaks[held.pictures.labels == category].mean(0) for category in range(prepared.shape.categories)]
    return JudgedNetwork(prepared.backbone, layer, np.stack(means).argmax(0), TRANSPLANTS_UNTRAINED)


def describe(
    prepared: Prepared, subjects: Mapping[str, JudgedNetwork], outputs: Mapping[str, NetworkOutput] | None = None
) -> Operation[dict[str, Filters]]:
    """Test the filters of networks on the held-out pictures.

    Networks over one trunk are tested together; a network with its own trunk by itself. `outputs`: of the networks
    whose effective fields are measured, too, which takes time.
    """
    held, outputs = prepared.held, outputs or {}
    judged = yield from run_part_tests(subjects, held.pictures, prepared.geometry)
    filters = {}
    for name, subject in subjects.items():
        fields = np.full(len(subject.category), np.nan)
        if name in outputs:
            shows = metrics.pictures_shown(held.pictures.labels, subject.category)
            maps = np.where(shows[..., None, None], outputs[name].maps[held.rows].astype(np.float32), 0)
            fields = yield from effective_fields(
                subject.backbone, subject.layer, held.pictures.paths, maps, prepared.geometry
            )
        filters[name] = Filters(subject, judged[name], fields)
    return filters


def parts_table(filters: Filters) -> Table:
    """Return the results of a network's filters in the tests: means over filters, the share that holds a part, the
    number of independent parts."""
    judged, tests = filters.judged, filters.judged.tests
    table: Table = {
        "keeping": metrics.mean_of_known(np.where(judged.followed.silent, np.nan, tests.keeping())),
        "equivariance": metrics.mean_of_known(tests.shift),
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
