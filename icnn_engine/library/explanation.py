"""One picture explained by a run: the answer, the parts behind it, where they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.audit.novelty import Novelty, novelty_of
from icnn_engine.audit.novelty_words import unlike_words
from icnn_engine.core.events import NetworkName
from icnn_engine.core.heatmaps import heatmap, overlay
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import chance, signed
from icnn_engine.figures import explain_figure
from icnn_engine.figures.answer import strongest_filter
from icnn_engine.figures.common import faint_top, part_map, usual_top
from icnn_engine.figures.sheet import DPI
from icnn_engine.inspection.answer_words import answer_words
from icnn_engine.inspection.explainers import AnyExplainer
from icnn_engine.inspection.explanation_values import explanation_values
from icnn_engine.inspection.look import AnswerShares, Look, PartShare, part_spots
from icnn_engine.inspection.part_shares import part_shares
from icnn_engine.library.explanation_card import explanation_card, marked_pixels
from icnn_engine.library.figure_file import FigureFile
from icnn_engine.library.showing import Showing
from icnn_engine.runs.network_words import is_converted, is_own
from icnn_engine.runs.notes import notes_or_none, part_title

OWN = NetworkName.INTERPRETABLE


@dataclass(frozen=True, slots=True)
class PartInPicture:
    """A part in one picture, as its strongest filter there sees it.

    `number`: of the part, from 1; `x`, `y`: the peak, in pixels of the original from its top left corner; `crop`: left,
    top, width, height of the square around it that the tests of filters use; `adds`: its share of the answer's
    log-odds, below 0 it speaks against; `strength`: of the peak, 1 is usual for the filter.
    """

    number: int
    name: str
    x: float
    y: float
    crop: tuple[int, int, int, int]
    adds: float
    strength: float
    filter: int
    filters: tuple[int, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Explanation(Showing):
    """A picture as the networks of a run see it.

    `looked` has all that the engine knows of it, also the maps of all filters; `shares` is the answer's log-odds as a
    sum over the parts.
    """

    explainer: AnyExplainer = field(repr=False)
    looked: Look
    shares: AnswerShares

    @classmethod
    def of(cls, explainer: AnyExplainer, pixels: np.ndarray, title: str) -> Explanation:
        """Explain pixels (H, W, 3) uint8 of any size."""
        looked = explainer.explain(pixels, title)
        return cls(explainer, looked, part_shares(explainer, looked))

    @property
    def title(self) -> str:
        """Name of the picture."""
        return self.looked.title

    @property
    def pixels(self) -> np.ndarray:
        """The picture (H, W, 3) uint8, upright."""
        return self.looked.pixels

    @property
    def answer(self) -> str:
        """The answer in words: 'This is a fox: 97 %'."""
        return answer_words(self.explainer.run, self.looked.answers)

    @cached_property
    def novelty(self) -> Novelty | None:
        """How unlike the training pictures the picture is; None where the run has too few pictures to tell."""
        return novelty_of(self.explainer.run, self.looked)

    @property
    def warning(self) -> str:
        """That the answer should not be trusted, where the picture is unlike the training pictures; else nothing."""
        return unlike_words(self.novelty)

    @property
    def probability(self) -> float:
        """Probability (0..1) of the category `looked.asked`; `twin_probability` and `cam_probability` are those of the
        ordinary twin and of the CAM network."""
        return self.looked.answer

    @property
    def twin_probability(self) -> float:
        return self.looked.twin_answer

    @property
    def cam_probability(self) -> float:
        return self.looked.cam_answer

    @property
    def others(self) -> str:
        """What the run's other networks say of the category, in words."""
        run, asked = self.explainer.run, self.looked.asked
        if is_own(run):
            words = translate("Library", "{asked} by the same network with random weights: {twin}")
            return words.format(asked=asked, twin=chance(self.twin_probability))
        if is_converted(run):
            words = translate("Library", "{asked} by the original network: {twin}")
            return words.format(asked=asked, twin=chance(self.twin_probability))
        words = translate("Library", "{asked} by the ordinary twin: {twin}, by CAM: {cam}")
        return words.format(asked=asked, twin=chance(self.twin_probability), cam=chance(self.cam_probability))

    @cached_property
    def parts(self) -> tuple[PartInPicture, ...]:
        """The parts that fire in the picture; first the one that speaks most for the answer."""
        run, values = self.explainer.run, self.as_dict()["filters"]
        spots, notes = {spot.group: spot for spot in part_spots(run, self.looked)}, notes_or_none(run.path)
        found = []
        for share in self.shares.parts:
            if spot := spots.get(share.group):
                own = values[spot.filter]
                place = own["x"], own["y"], tuple(own["crop"])
                title = part_title(OWN, share.group, notes)
                found.append(
                    PartInPicture(share.group + 1, title, *place, share.adds, spot.strength, spot.filter, share.filters)
                )
        return tuple(found)

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain values, fit for JSON: what `partscope explain --json` prints of a picture."""
        novelty = {"novelty": self.novelty.as_dict() if self.novelty else None}
        return explanation_values(self.explainer, self.looked, self.title) | novelty

    def heatmap(self, filter: int | None = None) -> np.ndarray:
        """Return where a filter fires, (H, W) float32 in 0..1; None: all parts together, each by its strongest filter
        here, or where the run has no parts its strongest filter."""
        run, look = self.explainer.run, self.looked
        height, width = look.pixels.shape[:2]
        heats = []
        for index in [filter] if filter is not None else self._shown_filters():
            values = look.maps[index]
            top = faint_top(values, usual_top(run, OWN, index))
            heats.append(heatmap(part_map(run, values, OWN, index), look.geometry, height, width, top=top))
        return np.asarray(np.max(heats, 0))

    def overlay(self, filter: int | None = None) -> np.ndarray:
        """Return the picture (H, W, 3) uint8 with that heatmap laid over it."""
        return overlay(self.pixels, self.heatmap(filter))

    def save(self, path: str | PathLike[str], dpi: int = DPI) -> FigureFile:
        """Write the figure that explains the answer, as .png, .svg or .pdf. Raises SettingsError for another suffix."""
        figure = explain_figure(self.explainer.run, self.looked, self.shares, Path(path).expanduser(), dpi)
        return FigureFile(figure)

    def shown_pixels(self) -> np.ndarray:
        """Return the picture (H, W, 3) uint8 with its parts outlined."""
        return marked_pixels(self)

    def _shown_filters(self) -> list[int]:
        if self.parts:
            return [part.filter for part in self.parts]
        every = PartShare(-1, tuple(range(len(self.explainer.run.filters))), 0.0)
        return [strongest_filter(self.explainer.run, self.looked, every)]

    def __repr__(self) -> str:
        lines = [
            translate("Library", "{part}: {adds}, at x {x:.0f}, y {y:.0f}").format(
                part=part.name, adds=signed(part.adds), x=part.x, y=part.y
            )
            for part in self.parts
        ]
        heads = filter(None, (f"{self.title}: {self.answer}", self.warning, self.others))
        return "\n  ".join([*heads, *lines])

    def _repr_html_(self) -> str:
        return explanation_card(self)
