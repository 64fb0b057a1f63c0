"""Chapter 7: template, mask and filter loss of one map: what pulls its cells up, and what pushes them down."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from icnn_engine.core import templates
from icnn_engine.core.errors import PartscopeError
from icnn_engine.lecture.networks import LectureNetworks
from icnn_engine.lecture.pixels import read_original, shown
from icnn_engine.lecture.subject import Subject
from icnn_engine.metrics import evenly
from icnn_engine.models import filter_loss
from icnn_engine.models.class_loss import shares_of
from icnn_engine.models.masking import centroid_masks, chosen_masks
from icnn_engine.models.network import PartNetwork
from icnn_engine.models.part_loss import paper_scale
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, slots=True)
class Information:
    """Mutual information of pictures and templates for one filter, in nats (paper, eq. 1 and 5 to 7): `prior` entropy
    of the templates, minus `presence` (is the part there?), minus `place` (where is it?), over `pictures` pictures."""

    prior: float
    presence: float
    place: float
    mutual: float
    pictures: int


@dataclass(frozen=True, eq=False)
class Pull:
    """A map (n, n), and the `change` (n, n) that the filter loss asks of its cells: minus its gradient, in units of the
    filter's usual peak; positive cells are strengthened. `picture`: index of the picture in the run."""

    picture: int
    map: np.ndarray
    change: np.ndarray

    @property
    def strengthened(self) -> int:
        """Number of cells that are strengthened."""
        return int((self.change > 0).sum())

    @property
    def weakened(self) -> int:
        """Number of cells that are weakened."""
        return int((self.change < 0).sum())


@dataclass(frozen=True, eq=False)
class TemplateLesson:
    """`map`: what the mask is multiplied with, (n, n), its `peak` (row, column); `template`: (n, n), T at the peak,
    whose highest value is `tau`; `mask`: the same with 1 at the peak; `masked`: max(map * mask, 0). `fit`: tr(x T) with
    the map in units of the templates; `fit_nothing`: with the negative template. `variant`: which form of the filter
    loss. `pixels`: of the picture, None where its file cannot be read.

    `shown`: what the loss asks of this picture; `background`: of one without the filter's category, None where
    the run has none.
    """

    variant: str
    pixels: np.ndarray | None
    map: np.ndarray
    peak: tuple[int, int]
    tau: float
    template: np.ndarray
    mask: np.ndarray
    masked: np.ndarray
    fit: float
    fit_nothing: float
    shown: Pull
    background: Pull | None
    information: Information


def template_lesson(networks: LectureNetworks, subject: Subject) -> TemplateLesson:
    """Return the stages of the filter loss for one map, by the formulas that training uses.

    The loss compares pictures: beside the picture stand as many others of the run as a batch holds, with the maps that
    the trained network has of them.
    """
    run, network, f = networks.run, networks.explainer.network, subject.filter
    other = _other_picture(run, subject)
    rows = _batch(run, [subject.picture] if other is None else [subject.picture, other])
    maps = torch.from_numpy(np.asarray(run.maps()[rows], np.float32))
    read, masks = _masked_input(network, maps)
    change = -_gradient(run, network, maps, read, masks, rows)[:, f].numpy()
    scaled = paper_scale(maps[:, f : f + 1], network.memory.peak[f : f + 1])
    x, mask = read[0, f].numpy(), masks[0, f].numpy()
    n = run.geometry.cells
    cell = int(maps[0, f].argmax())
    template = templates.templates(n)[cell]
    return TemplateLesson(
        variant=run.settings.variant,
        pixels=_pixels(run, subject),
        map=x,
        peak=divmod(int(x.argmax()), len(x)),
        tau=templates.tau(n),
        template=template.astype(np.float32),
        mask=mask,
        masked=np.maximum(x * mask, 0),
        fit=float((scaled[0, 0].numpy() * template).sum()),
        fit_nothing=-templates.tau(n) * float(scaled[0, 0].sum()),
        shown=Pull(subject.picture, x, change[0]),
        background=None if other is None else Pull(other, read[1, f].numpy(), change[1]),
        information=_information(scaled),
    )


def _pixels(run: Run, subject: Subject) -> np.ndarray | None:
    try:
        return shown(read_original(run, subject))
    except PartscopeError:  # gone or changed: the maps are stored
        return None


def _other_picture(run: Run, subject: Subject) -> int | None:
    """Return a picture that does not show the filter's category, the one on which the filter fires most strongly."""
    category = run.filters[subject.filter].category
    rows = [i for i, picture in enumerate(run.pictures) if picture.label != category]
    if not rows:
        return None
    some: list[int] = [rows[i] for i in evenly(len(rows), 256)]
    return some[int(np.asarray(run.maps()[some, subject.filter]).max((1, 2)).argmax())]


def _batch(run: Run, first: list[int]) -> list[int]:
    """Return the pictures that are compared: those given first, then training pictures of all kinds."""
    training = [i for i, picture in enumerate(run.pictures) if picture.side == "train" and i not in first]
    most = max(run.settings.batch - len(first), 1)
    return first + ([training[i] for i in evenly(len(training), most)] if training else [])


def _masked_input(network: PartNetwork, maps: Tensor) -> tuple[Tensor, Tensor]:
    """Return what the masks are multiplied with, and the masks."""
    if network.variant == "released":
        pooled = network.pool(maps)
        return pooled, centroid_masks(pooled, network.memory.beta)
    return maps, chosen_masks(maps)


def _gradient(run: Run, network: PartNetwork, maps: Tensor, read: Tensor, masks: Tensor, rows: list[int]) -> Tensor:
    """Return the gradient of the run's filter loss with respect to the maps, (N, F, n, n)."""
    memory = network.memory
    if network.variant == "paper":
        x = maps.clone().requires_grad_(True)
        with torch.enable_grad():
            filter_loss.paper_loss(paper_scale(x, memory.peak)).sum().backward()
        assert x.grad is not None
        return x.grad * memory.peak[:, None, None]
    labels = torch.tensor([run.pictures[row].label for row in rows])
    training = torch.tensor([p.label for p in run.pictures if p.side == "train"])
    several = len(run.categories) > 1 and len(training) > 0
    density = shares_of(training, len(run.categories), "logistic") if several else None
    x = read / memory.peak[:, None, None]
    return filter_loss.released_gradient(x, masks, labels, memory.category, density)


def _information(scaled: Tensor) -> Information:
    """Return the mutual information of one filter's maps (N, 1, n, n), in units of the templates."""
    presence, place = filter_loss.entropies(scaled.double())
    prior = templates.priors(scaled.shape[-1])
    return Information(
        prior=float(-(prior * np.log(prior)).sum()),
        presence=float(presence[0]),
        place=float(place[0]),
        mutual=-float(filter_loss.paper_loss(scaled.double())[0]),
        pictures=len(scaled),
    )
