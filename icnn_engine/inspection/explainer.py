"""Explain the answer of a run about any picture; switch its filters or masks off."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from icnn_engine.core.annotations import Box
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.data import to_square
from icnn_engine.features.object_finder import read_finder, search_size
from icnn_engine.features.trunk_maps import trunk_maps
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.run_weights import TRUNK, backbone_of, load_state, load_weights
from icnn_engine.inspection.stages import CamStages, cam_stages
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.class_loss import log_odds, probabilities
from icnn_engine.models.device import make_generator
from icnn_engine.models.network import CamNetwork, Head, HeadShape, PartNetwork
from icnn_engine.runs.found_objects import squared_box
from icnn_engine.runs.run_folder import Run

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM


@dataclass(frozen=True, eq=False)
class AnswerSum:
    """Logit of an answer; if that is a weighted sum over filters, it is `bias` + the sum of `adds`, (F,).

    `silent`: what each filter adds where it sees nothing, which a filter that is switched off adds too.
    """

    logit: float
    bias: float | None
    adds: np.ndarray | None
    silent: np.ndarray | float = 0.0


class Explainer:
    """The trained networks of a run, loaded once, to be asked about any picture.

    Parameters
    ----------
    run
        A finished run.

    Attributes
    ----------
    network, twin, cam
        The heads of the three networks, in evaluation mode; `heads` has them by name.
    backbones
        Backbone of each network: one for all after quick training, one each after full training.
    finder
        Finds the object in pictures; None if the run reads them as they are.

    Raises
    ------
    RunError
        A weight file, or what finds the object, is missing, damaged, or does not fit the settings of the run; the run
        looks at a network of the user's own.
    """

    def __init__(self, run: Run) -> None:
        if run.own_network:
            words = translate(
                "Errors",
                "{name} looks at a network of your own: this is for networks that were trained here. Export your "
                "network from where it was made.",
            )
            raise RunError(words.format(name=run.name))
        self.run = run
        states = {name: load_weights(run, name) for name in NetworkName}
        shared = backbone_of(run, states[INTERPRETABLE])
        answers = int(run.info["network"]["answers"])
        shape = HeadShape.of(
            run.settings, (shared.channels, run.geometry.cells), len(run.categories), answers, run.pool
        )
        generator = make_generator(0)
        self.network = PartNetwork(shape, run.settings.variant, generator)
        self.twin = PartNetwork(shape, "ordinary", generator)
        self.cam = CamNetwork(shape, generator)
        self.heads: dict[NetworkName, Head] = {INTERPRETABLE: self.network, TWIN: self.twin, CAM: self.cam}
        self.backbones: dict[NetworkName, Backbone] = {}
        for name, head in self.heads.items():
            own_trunk = name is not INTERPRETABLE and any(key.startswith(TRUNK) for key in states[name])
            self.backbones[name] = backbone_of(run, states[name]) if own_trunk else shared
            load_state(head, {key: value for key, value in states[name].items() if not key.startswith(TRUNK)}, run)
        self.finder = read_finder(run.path, shared) if run.settings.region == "object" else None

    @torch.inference_mode()
    def explain(self, pixels: np.ndarray, title: str, is_region: bool = False, box: Box | None = None) -> Look:
        """Run the three networks on any picture.

        Parameters
        ----------
        pixels
            (H, W, 3) uint8, upright RGB of any size.
        title
            Name of the picture in figures.
        is_region
            The pixels are already a region as the run reads them. Else, if the run finds objects, the object is found
            in them and only its region is read.
        box
            (left, top, right, bottom) of the object in pixels: only its region is read.

        Returns
        -------
        Look
            Answers and maps; `asked` is the category that the interpretable network finds most probable.
        """
        height, width = pixels.shape[:2]
        left, top, right, bottom = 0, 0, width, height
        found = True
        if box is not None:
            left, top, right, bottom = map(int, squared_box(box, width, height))
        elif self.finder and not is_region:
            region = self.finder.regions(to_square(pixels, search_size(self.finder.backbone))[None])[0]
            left, top, right, bottom = map(int, squared_box(region.box(width, height), width, height))
            found = self.finder.is_found(region)
        square = to_square(pixels[top:bottom, left:right], self.run.geometry.input_size)[None]
        trunks = {id(b): trunk_maps(square, b) for b in self.backbones.values()}
        shared = self.backbones[INTERPRETABLE]
        outputs = {name: head(trunks[id(self.backbones[name])]) for name, head in self.heads.items()}
        answers = {name: self._probabilities(output.logits)[0] for name, output in outputs.items()}
        asked = int(answers[INTERPRETABLE][: len(self.run.categories)].argmax())
        return Look(
            title=title,
            pixels=pixels,
            geometry=self.run.geometry.within((left / width, top / height, right / width, bottom / height)),
            picture=None,
            answer=float(answers[INTERPRETABLE][asked]),
            twin_answer=float(answers[TWIN][asked]),
            cam_answer=float(answers[CAM][asked]),
            maps=outputs[INTERPRETABLE].maps[0].numpy(),
            twin_maps=outputs[TWIN].maps[0].numpy(),
            cam=self.cam.cam(outputs[CAM].maps, asked)[0].numpy(),
            asked=self.run.categories[asked],
            answers=answers[INTERPRETABLE],
            twin_answers=answers[TWIN],
            found=found,
            trunk=trunks[id(shared)][0].mean((1, 2)).numpy() if self.run.sees_stored_trunk else None,
        )

    @torch.inference_mode()
    def answers(self, name: NetworkName, squares: np.ndarray) -> np.ndarray:
        """Return the answers of one network.

        Parameters
        ----------
        name
            One of the three networks.
        squares
            (P, S, S, 3) uint8, pictures squashed to the input size.

        Returns
        -------
        ndarray
            (P, K) probabilities.
        """
        return self._probabilities(self.heads[name](trunk_maps(squares, self.backbones[name])).logits)

    @torch.inference_mode()
    def sum_of(self, look: Look) -> AnswerSum:
        """Split the logit of the answer into the terms of its filters.

        Parameters
        ----------
        look
            A picture as the networks of this run see it.

        Returns
        -------
        AnswerSum
            The logit of the category `look.asked`; bias and terms are None if the answer is no sum over filters.
        """
        masked, asked = self._masked(look), self._asked(look)
        logit = float(self.network.classify(masked)[0, asked])
        if not self.network.voting:
            return AnswerSum(logit, None, None)
        last = self.network.answer
        adds, silent = self.network.votes(torch.cat([masked, torch.zeros_like(masked)])) * last.weight[asked]
        return AnswerSum(logit, float(last.bias[asked]), adds.numpy(), silent.numpy())

    @torch.inference_mode()
    def cam_stages(self, look: Look) -> CamStages:
        """Return the terms of the CAM network's heatmap of the category `look.asked`.

        Parameters
        ----------
        look
            A picture as the networks of this run see it.

        Returns
        -------
        CamStages
            See `stages.cam_stages`.
        """
        square = to_square(look.read_pixels, self.run.geometry.input_size)[None]
        maps = self.cam(trunk_maps(square, self.backbones[CAM])).maps[0].numpy()
        return cam_stages(maps, self.cam.answer.weight[self._asked(look)].numpy())

    def switched(self, pictures: np.ndarray, off: Collection[int] = (), masks: bool = True) -> np.ndarray:
        """Return the answers of the interpretable network with filters or masks switched off, for pictures of the run.

        Parameters
        ----------
        pictures
            (P,) indices of pictures of the run, whose stored maps are read.
        off
            Filters whose features are set to zero.
        masks
            False: leave the maps unmasked. The network was not trained for that; it changes nothing where the answer
            reads whole maps.

        Returns
        -------
        ndarray
            (P, K) probabilities.
        """
        parts = np.array_split(pictures, max(1, len(pictures) // 64))
        return np.concatenate([self.answered(self.run.maps()[part], off, masks) for part in parts])

    @torch.inference_mode()
    def answered(self, maps: np.ndarray, off: Collection[int] = (), masks: bool = True) -> np.ndarray:
        """Return the answers of the interpretable network from the maps of its filters.

        Parameters
        ----------
        maps
            (P, F, n, n) before masking.
        off, masks
            As in `switched`.

        Returns
        -------
        ndarray
            (P, K) probabilities.
        """
        return self._probabilities(self._logits(maps, off, masks))

    @torch.inference_mode()
    def log_odds_of(self, look: Look, off: Collection[int] = (), masks: bool = True) -> np.ndarray:
        """Return the answers (K,) about a picture as log-odds, which tell apart answers that are nearly 0 or 1.

        Parameters
        ----------
        look
            A picture as the networks of this run see it.
        off, masks
            As in `switched`.
        """
        odds = log_odds(self._logits(look.maps[None], off, masks), self.run.settings.loss)
        return np.asarray(odds[0])

    def _logits(self, maps: np.ndarray, off: Collection[int], masks: bool) -> Tensor:
        features = torch.from_numpy(np.array(maps, dtype=np.float32))
        if masks:
            features = self.network.mask(features)
        elif self.network.variant == "released":
            features = self.network.pool(features)
        features[:, sorted(off)] = 0
        return self.network.classify(features)

    def _asked(self, look: Look) -> int:
        return self.run.categories.index(look.asked)

    def _masked(self, look: Look) -> Tensor:
        """Return the (1, F, n, n) masked maps of a picture."""
        return self.network.mask(torch.from_numpy(np.array(look.maps, dtype=np.float32))[None])

    def _probabilities(self, logits: Tensor) -> np.ndarray:
        return np.asarray(probabilities(logits, self.run.settings.loss))


def groups_and_rest(run: Run) -> dict[int, tuple[int, ...]]:
    """Return the filters of each group; filters of no group are one more group, numbered -1."""
    groups = dict(enumerate(run.groups()))
    if loose := tuple(filter.index for filter in run.filters if filter.group < 0):
        groups[-1] = loose
    return groups
