"""Everything that the networks of a run share: backbone, maps of the pictures, batches, untrained filters."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch

from icnn_engine import metrics
from icnn_engine.core.config import NetworkVariant, TrainSettings, Views, kernel_of
from icnn_engine.core.events import Operation
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data.selection import Selection, some_of_each
from icnn_engine.data.task import FEWEST
from icnn_engine.features.equivariance import equivariance_of_shifts, shifted_maps
from icnn_engine.features.map_cache import MapLayout, ViewKind
from icnn_engine.features.part_tests import HeldOutRows, held_out_pictures
from icnn_engine.features.trunk_maps import TrunkMaps, bytes_needed
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.device import chosen_device, device_of, is_mixed, make_generator
from icnn_engine.models.filter_layers import FilterLayer, filter_geometry
from icnn_engine.models.network import CamNetwork, HeadShape, PartNetwork
from icnn_engine.models.weights import load_backbone
from icnn_engine.training.batch_sources import MapBatches
from icnn_engine.training.batches import Samples

MOST_CHOOSE = 60  # val pictures on which a probe of the loss weight is judged


@dataclass(frozen=True, eq=False)
class Prepared:
    """The shared inputs of training and measuring."""

    backbone: Backbone
    digest: str
    selection: Selection
    settings: TrainSettings
    shape: HeadShape
    geometry: MapGeometry
    source: MapBatches

    def new_network(self, variant: NetworkVariant) -> PartNetwork:
        """Make a network of a variant; all variants of a run have the same initial weights."""
        return PartNetwork(self.shape, variant, make_generator(self.settings.seed, "weights"))

    def new_cam_network(self) -> CamNetwork:
        """Make the CAM network of the run."""
        return CamNetwork(self.shape, make_generator(self.settings.seed, "weights"))

    @property
    def device(self) -> torch.device:
        """The device that computes."""
        return device_of(self.backbone.trunk)

    @property
    def held(self) -> HeldOutRows:
        """The test pictures on which filters are judged: at most `MOST_JUDGED` of each category."""
        selection = self.selection
        return held_out_pictures(selection.paths, selection.labels, selection.side == "test")

    def untrained(self, variant: NetworkVariant) -> FilterLayer:
        """Make untrained filters with a variant's kernels, on normalised maps of the trunk. Untrained
        smooth kernels follow more (.66) than the paper's (.58), 5x5 ones less (.55)."""
        source, settings = self.source, self.settings
        generator = make_generator(settings.seed, "untrained")
        layer = FilterLayer(source.maps.channels, settings.filters, generator, kernel_of(variant, settings.kernel))
        seen = source.inputs(source.train.only(np.arange(0, len(source.train), 1 + len(source.train) // 200))).float()
        layer.norm.running_mean = seen.mean((0, 2, 3))
        layer.norm.running_var = seen.var((0, 2, 3))
        return layer.eval()

    def floor(self, variant: NetworkVariant) -> float:
        """Return the equivariance of a variant's untrained filters on the val pictures."""
        return metrics.mean_of_known(equivariance_of_shifts(self.untrained(variant), self.source.shifts))


def load_trunk(settings: TrainSettings) -> tuple[Backbone, str]:
    """Load the backbone onto the device of the settings; return it with the digest of its weights. Raises SettingsError
    if the device does not exist."""
    device = chosen_device(settings.device)
    backbone, digest = load_backbone(settings.backbone, settings.weights, settings.seed)
    backbone.trunk.to(device)
    return replace(backbone, mixed=is_mixed(settings.precision, device)), digest


def filters_geometry(backbone: Backbone, settings: TrainSettings) -> MapGeometry:
    """Return the geometry of the interpretable network's feature maps."""
    return backbone.geometry(filter_geometry(kernel_of(settings.variant, settings.kernel)))


def prepare(
    backbone: Backbone,
    digest: str,
    selection: Selection,
    settings: TrainSettings,
    maps: TrunkMaps,
) -> Operation[Prepared]:
    """Prepare the training; `maps`: the trunk's maps of the pictures."""
    geometry = filters_geometry(backbone, settings)
    choose = np.where(selection.side == "choose", selection.labels, -1)
    rows = some_of_each(choose, MOST_CHOOSE)
    moved, shown = [selection.paths[i] for i in rows], selection.labels[rows]
    shifts = yield from shifted_maps(backbone, moved, geometry, shown)
    source = MapBatches(maps, samples_of(selection, "train"), samples_of(selection, "choose"), shifts)
    answers = answers_of(selection, settings)
    shape = HeadShape.of(settings, (maps.channels, maps.cells), len(selection.categories), answers, backbone.pool)
    return Prepared(backbone, digest, selection, settings, shape, geometry, source)


def fitting(selection: Selection, settings: TrainSettings, layout: MapLayout, room: int) -> TrainSettings:
    """Return the settings with as many views of each picture as fit into `room` bytes, and with fewer pictures if even
    their plain views do not fit."""
    if settings.views is not None:
        return settings
    count, trained = len(selection.pictures), int((selection.side == "train").sum())
    richest: tuple[Views, ...] = ("windows", "plain")
    for views in richest:
        if bytes_needed(layout, count, trained, views) <= room:
            return settings.model_copy(update={"views": views})
    kinds = len(selection.categories) + int(not selection.positive.all())
    most = max(FEWEST, room // (layout.size(ViewKind.PLAIN) * kinds))
    return settings.model_copy(update={"views": "plain", "max_pictures": most})


def answers_of(selection: Selection, settings: TrainSettings) -> int:
    """Return the number of answers: one a category and, with softmax and a background, one for the background."""
    background = settings.loss == "softmax" and (selection.shuffled or not selection.positive.all())
    return len(selection.categories) + int(background)


def samples_of(selection: Selection, side: str) -> Samples:
    """Return the samples of a side; without a background, each picture appears again as a shuffled negative."""
    own = np.flatnonzero(selection.side == side)
    labels = selection.labels[own]
    if not selection.shuffled:
        return Samples(own, labels, np.zeros(len(own), bool))
    negative = np.arange(2 * len(own)) >= len(own)
    return Samples(np.tile(own, 2), np.where(negative, -1, np.tile(labels, 2)), negative)
