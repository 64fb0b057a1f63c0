"""Explain the answer of a user's own network about any picture; switch its channels off."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

import numpy as np

from icnn_engine.core.annotations import Box, fitted_to
from icnn_engine.core.errors import RunError, WeightsError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.fitting import Fit
from icnn_engine.core.language import translate
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.data.reading.pictures import fitted, read_square
from icnn_engine.inspection.explainer import AnswerSum
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.run_weights import load_weights
from icnn_engine.inspection.stages import CamStages, cam_stages
from icnn_engine.models.own.architectures import Preprocessing, architecture
from icnn_engine.models.own.asked import AskedNetwork, Seen
from icnn_engine.models.own.factory import made_by
from icnn_engine.models.own.layers import Layer, Layout
from icnn_engine.models.own.network import OwnNetwork
from icnn_engine.models.own.states import fill
from icnn_engine.runs.network_words import is_converted
from icnn_engine.runs.run_folder import Run


class OwnExplainer:
    """The user's own network of a run, loaded once, to be asked about any picture.

    Parameters
    ----------
    run
        A run that looks at a network of the user's own.

    Raises
    ------
    RunError
        The weights are missing or damaged, or the architecture or factory is no longer to be had.
    UntrustedCodeError
        The user has not confirmed the factory's file.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self._own = network_of_run(run)
        self._fit = self._own.preprocessing.fit
        matched = (run.own_network or {})["matched"]
        self._sets = [matched[category]["answers"] for category in run.categories]
        self._channels = [filter.channel for filter in run.filters]
        self._asked = AskedNetwork(self._own, self._own.layer, self._sets)

    @cached_property
    def _twin(self) -> AskedNetwork:
        """The original of a converted network, else the network with random weights."""
        if is_converted(self.run):
            twin = network_of_run(self.run, NetworkName.TWIN)
        else:
            twin = self._own.untrained(self.run.settings.seed)
        return AskedNetwork(twin, self._own.layer, self._sets)

    def explain(self, pixels: np.ndarray, title: str, is_region: bool = False, box: Box | None = None) -> Look:
        """Run the network on any picture, (H, W, 3) uint8, upright RGB.

        is_region: the pixels are already the part that the network reads, and are squashed to its input. `box`: of the
        object, does not count: the network reads what its preprocessing says.
        """
        del box
        height, width = pixels.shape[:2]
        fit = Fit(self._fit.size) if is_region else self._fit
        square = fitted(pixels, fit)[None]
        seen, twin = self._asked.look(square), self._twin.look(square)
        asked = int(seen.answers[0].argmax())
        return Look(
            title=title,
            pixels=pixels,
            geometry=self.run.geometry.within(fit.region(width, height)),
            picture=None,
            answer=float(seen.answers[0, asked]),
            twin_answer=float(twin.answers[0, asked]),
            cam_answer=float(seen.answers[0, asked]),
            maps=self._filters(seen),
            twin_maps=self._filters(twin),
            cam=seen.cam[0],
            asked=self.run.categories[asked],
            answers=seen.answers[0],
            twin_answers=twin.answers[0],
        )

    def sum_of(self, look: Look) -> AnswerSum:
        """Return the log-odds of the category `look.asked`; they are no sum over filters."""
        return AnswerSum(float(self.log_odds_of(look)[self.run.categories.index(look.asked)]), None, None)

    def log_odds_of(self, look: Look, off: Collection[int] = (), masks: bool = True) -> np.ndarray:
        """Return the log-odds (K,) of all categories about a picture, with filters switched off. `masks`: there are
        none."""
        del masks
        odds: np.ndarray = self._asked.log_odds(self._square(look), self._off(off))[0]
        return odds

    def switched(self, pictures: np.ndarray, off: Collection[int] = (), masks: bool = True) -> np.ndarray:
        """Return the probabilities (P, K) for pictures of the run, by index, with filters switched off. `masks`: there
        are none. Raises RunError or PictureError where a picture is gone."""
        del masks
        found = []
        for part in np.array_split(pictures, max(1, len(pictures) // 32)):
            wheres = [fitted_to(self.run.picture_path(int(index)), self._fit) for index in part]
            squares = np.stack([read_square(where, self._fit.size) for where in wheres])
            found.append(self._asked.answers(squares, self._off(off)))
        return np.concatenate(found)

    def cam_stages(self, look: Look) -> CamStages:
        """Return the terms of Grad-CAM of the category `look.asked`: the layer's maps and the mean gradients."""
        asked = np.array([self.run.categories.index(look.asked)])
        seen = self._asked.look(self._square(look), asked)
        return cam_stages(seen.maps[0], seen.weights[0])

    def _square(self, look: Look) -> np.ndarray:
        height, width = look.pixels.shape[:2]
        if look.geometry.region == self._fit.region(width, height):
            return fitted(look.pixels, self._fit)[None]
        return fitted(look.read_pixels, Fit(self._fit.size))[None]

    def _off(self, off: Collection[int]) -> list[int]:
        """Return the channels of filters."""
        return [self._channels[filter] for filter in off]

    def _filters(self, seen: Seen) -> np.ndarray:
        """Return the maps (F, n, n) of the run's filters."""
        maps: np.ndarray = np.maximum(seen.maps[0, self._channels], 0)
        return maps


def network_of_run(run: Run, name: NetworkName = NetworkName.INTERPRETABLE) -> OwnNetwork:
    """Return the user's own network of a run, or its twin where that is the original of a converted network, with the
    weights that the run keeps. Raises RunError, WeightsError."""
    known = run.own_network
    if known is None:
        raise RunError(
            translate("Errors", "{name} was trained here: it has no network of yours.").format(name=run.name)
        )
    source = NetworkSource(**{**known["source"], "matching": dict(known["source"].get("matching", {}))})
    state = load_weights(run, name)
    try:
        if source.factory:
            module, _ = made_by(source.factory)
        else:
            module = architecture(source.architecture).make(int(known["answers"]))
        fill(module, state, source.title)
    except WeightsError as error:
        if type(error) is not WeightsError:
            raise
        words = translate("Errors", "The network of {name} cannot be made again: {error}")
        raise RunError(words.format(name=run.name, error=error)) from None
    layer = Layer(**{**known["layer"], "layout": Layout(known["layer"]["layout"])})
    if layer.name not in dict(module.named_modules()) or (run.fit and run.fit.size != run.geometry.input_size):
        words = translate(
            "Errors", "The network of {name} cannot be read: its layer {layer} or its input differ from the run."
        )
        raise RunError(words.format(name=run.name, layer=layer.name))
    norm = run.info["preprocessing"]
    preprocessing = Preprocessing(run.fit or Fit(run.geometry.input_size), tuple(norm["mean"]), tuple(norm["std"]))
    return OwnNetwork(source, module, preprocessing, (layer,), int(known["answers"]), (), str(known["digest"]))
