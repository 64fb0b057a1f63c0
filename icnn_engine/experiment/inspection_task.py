"""Opens a network of the user's own and the pictures that it is looked at with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from icnn_engine.core.annotations import CheckUp, Where, fitted_to
from icnn_engine.core.config import ALL, AUTO_BACKGROUND, NONE, SHUFFLED, TrainSettings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import Operation, Progress, Warned
from icnn_engine.core.language import translate
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.data.selection import Selection, checked, select
from icnn_engine.data.task import default_background
from icnn_engine.features.trunk_maps import batches_of, read_squares
from icnn_engine.models.device import chosen_device
from icnn_engine.models.own.asked import AskedNetwork
from icnn_engine.models.own.matching import Match, by_use, is_whole, matches
from icnn_engine.models.own.network import OwnNetwork, names_with_folder, open_network


@dataclass(frozen=True, eq=False)
class InspectionTask:
    """A network on the device that computes, and the pictures to look at.

    `names`: of its answers; `found`: the answers of the categories that are known by name; `settings`: with the
    categories to look at; `paths`: of the selection's pictures, fitted to the network's input.
    """

    network: OwnNetwork
    names: tuple[str, ...]
    found: Mapping[str, Match]
    selection: Selection
    settings: TrainSettings
    paths: list[Where]

    def matched(self) -> Operation[dict[str, Match]]:
        """Return the answers of each category; those not known by name are the ones that its pictures get most
        often."""
        return _matched(self.network, self.found, self.selection, self.paths)


def inspection_task(folder: Path, source: NetworkSource, settings: TrainSettings) -> Operation[InspectionTask]:
    """Open a network and choose the pictures of a folder that it is looked at with.

    Raises FolderError, SettingsError, WeightsError, TrainingError.
    """
    checkup = yield from checked(folder, settings.category)
    yield Progress("Opening the network", 0, 1)
    network = open_network(source)
    yield from (Warned(note) for note in network.notes)
    usable = tuple(c for c in checkup.categories if c != AUTO_BACKGROUND)
    names = names_with_folder(network, usable)
    found = matches(names, usable, source.matching)
    settings = _task(checkup, settings, network, found)
    selection = yield from select(checkup, settings)
    if selection.background == SHUFFLED:  # nothing has to be told from shuffled pictures
        selection, settings = replace(selection, background=NONE), settings.model_copy(update={"background": NONE})
    network.module.to(chosen_device(settings.device))
    paths: list[Where] = [fitted_to(where, network.preprocessing.fit) for where in selection.paths]
    return InspectionTask(network, names, found, selection, settings, paths)


def _task(checkup: CheckUp, settings: TrainSettings, network: OwnNetwork, found: Mapping[str, Match]) -> TrainSettings:
    """Return the settings with the categories to look at: those asked for, else those that the network answers."""
    usable = [c for c in checkup.categories if c != AUTO_BACKGROUND]
    asked = list(settings.categories) or ([settings.category] if settings.category else [])
    chosen = usable if asked == [ALL] else asked or (usable if len(usable) == 1 else [c for c in usable if c in found])
    if not chosen:
        words = translate(
            "Errors",
            "None of the network's answers has the name of a category of {root} ({categories}). Choose the category "
            "(--category), or say which answers stand for it (--answers fox='red fox|kit fox').",
        )
        raise SettingsError(words.format(root=checkup.root, categories=", ".join(usable)))
    one_among_all = is_whole({c: found[c] for c in chosen if c in found}, network.answers)
    background = settings.background or (NONE if one_among_all else default_background(checkup, tuple(chosen)))
    several = tuple(chosen) if len(chosen) > 1 else ()
    if background == NONE and not several:
        background = SHUFFLED  # as one category without a background is called in a training
    return settings.model_copy(
        update={
            "category": "" if several else chosen[0],
            "categories": several,
            "background": background,
            "loss": "softmax" if one_among_all else "logistic",
            "filters": min(settings.filters, network.layer.channels),
        }
    )


def _matched(
    network: OwnNetwork, found: Mapping[str, Match], selection: Selection, paths: list[Where]
) -> Operation[dict[str, Match]]:
    """Return the answers of each category; those not known by name are the ones that its pictures get most often."""
    missing = [c for c in selection.categories if c not in found]
    matched = {c: found[c] for c in selection.categories if c in found}
    if not missing:
        return matched
    plain = AskedNetwork(network, network.layer, [[0]])
    rows = np.flatnonzero((selection.side == "train") & (selection.labels >= 0))
    logits = np.zeros((len(paths), network.answers), np.float32)
    yield Progress("Asking the network", 0, len(rows))
    done = 0
    for squares in batches_of(read_squares([paths[i] for i in rows], network.preprocessing.fit.size)):
        logits[rows[done : done + len(squares)]] = plain.logits(squares)
        done += len(squares)
        yield Progress("Asking the network", done, len(rows))
    for category in missing:
        taken = [number for match in matched.values() for number in match.answers]
        labels = np.where(selection.side == "train", selection.labels, -1)
        matched[category] = by_use(logits, labels, selection.categories.index(category), taken)
    return {category: matched[category] for category in selection.categories}
