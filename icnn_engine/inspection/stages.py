"""From a feature map to the answer, step by step: the masks of one filter (paper, figure 4), the sum that CAM is.

No torch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.core.templates import centroid_mask, masks, max_pooled
from icnn_engine.inspection.look import Look, maps_of
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, eq=False)
class Stages:
    """Stages of one filter in one picture (paper, figure 4): feature map, chosen template (the mask, 1 at the peak),
    masked map, all (n, n) float32. `peak`: (row, column). Boxes: (left, top, right, bottom) in pixels of the original;
    `box` of the effective receptive field, `theoretical_box` of the theoretical one."""

    feature_map: np.ndarray
    template: np.ndarray
    masked_map: np.ndarray
    peak: tuple[int, int]
    box: tuple[float, float, float, float]
    theoretical_box: tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class CamStages:
    """Terms of a class activation map `cam`, (n, n) (Zhou et al. 2016): `maps` of its strongest filters, (k, n, n)
    float32, times their `weights`, (k,), plus `rest`, (n, n), the weighted maps of all other filters.
    `contributions`: (k,) share of each filter in the logit of the answer, its weight times the mean of its map."""

    filters: tuple[int, ...]
    maps: np.ndarray
    weights: np.ndarray
    contributions: np.ndarray
    rest: np.ndarray
    cam: np.ndarray


def stages(run: Run, look: Look, filter: int, network: NetworkName = NetworkName.INTERPRETABLE) -> Stages:
    """Return how one filter reads one picture, step by step (paper, figure 4).

    Parameters
    ----------
    run, look
        A finished run, and a picture as its networks see it.
    filter
        Index of the filter, 0..F-1.
    network
        The interpretable network or its twin. The twin has no masks: its template is the one it would have chosen.

    Returns
    -------
    Stages
        The template is the mask of the peak; the masked map is max(x * mask, 0). In the variant `released` both are
        (p, p), of the max-pooled map, as that network masks it.
    """
    feature_map = maps_of(look, network)[filter]
    peak_cell = int(feature_map.argmax())
    row, column = divmod(peak_cell, run.geometry.cells)
    height, width = look.pixels.shape[:2]
    run_filter = run.of(network)[filter]
    pooled, template = feature_map, masks(run.geometry.cells)[peak_cell]
    if run.settings.variant == "released" and network is NetworkName.INTERPRETABLE:
        pooled = max_pooled(feature_map, run.pool)
        template = centroid_mask(pooled, run_filter.beta)
    return Stages(
        feature_map=feature_map,
        template=template,
        masked_map=np.maximum(pooled * template, 0),
        peak=(row, column),
        box=look.geometry.box((row, column), run_filter.effective_field, width, height),
        theoretical_box=look.geometry.box((row, column), run.geometry.field, width, height),
    )


def cam_stages(maps: np.ndarray, weights: np.ndarray, count: int = 3) -> CamStages:
    """Return the terms of a class activation map (Zhou et al. 2016).

    Parameters
    ----------
    maps
        (F, n, n) feature maps of the CAM network.
    weights
        (F,) weights of the category in its last layer.
    count
        Number of filters that are kept apart: those that change the answer most.

    Returns
    -------
    CamStages
        The strongest terms, the sum of the others, and the map itself.
    """
    weighted = maps * weights[:, None, None]
    contributions = weighted.mean((1, 2))
    order = np.argsort(-np.abs(contributions), kind="stable")
    strongest = order[:count]
    rest = weighted[order[count:]].sum(0)
    return CamStages(
        filters=tuple(strongest.tolist()),
        maps=maps[strongest],
        weights=weights[strongest],
        contributions=contributions[strongest],
        rest=rest,
        cam=weighted[strongest].sum(0) + rest,
    )
