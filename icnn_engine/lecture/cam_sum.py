"""Chapter 5: the CAM network's answer as a sum of maps times weights (Zhou et al. 2016)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from icnn_engine.core.events import NetworkName
from icnn_engine.data import to_square
from icnn_engine.features.trunk_maps import trunk_maps
from icnn_engine.inspection.stages import CamStages, cam_stages
from icnn_engine.lecture.networks import LectureNetworks
from icnn_engine.lecture.pixels import read_original, shown
from icnn_engine.lecture.subject import Subject
from icnn_engine.models.class_loss import probabilities

TERMS = 3  # of the sum that are shown one by one


@dataclass(frozen=True, eq=False)
class CamSum:
    """Of `filters` maps the strongest `stages`; `means` of their cells, (k,). `logit` of the category = `bias` + the
    sum of all means times weights = `bias` + the mean of the map `stages.cam`; `answer` its probability."""

    original: np.ndarray
    category: str
    filters: int
    stages: CamStages
    means: np.ndarray
    bias: float
    logit: float
    answer: float

    @property
    def rest(self) -> float:
        """The terms that are not shown one by one, together."""
        return float(self.stages.rest.mean())


@torch.inference_mode()
def cam_sum(networks: LectureNetworks, subject: Subject) -> CamSum:
    """Return the terms of the CAM network's answer to the picture."""
    run, explainer = networks.run, networks.explainer
    original = read_original(run, subject)
    square = to_square(original, run.geometry.input_size)[None]
    output = explainer.cam(trunk_maps(square, explainer.backbones[NetworkName.CAM]))
    asked, last = run.pictures[subject.picture].asked, explainer.cam.answer
    stages = cam_stages(output.maps[0].numpy(), last.weight[asked].numpy(), TERMS)
    return CamSum(
        original=shown(original),
        category=run.categories[asked],
        filters=output.maps.shape[1],
        stages=stages,
        means=stages.maps.mean((1, 2)),
        bias=float(last.bias[asked]),
        logit=float(output.logits[0, asked]),
        answer=float(np.asarray(probabilities(output.logits, run.settings.loss))[0, asked]),
    )
