"""Features of the pictures of a run, one vector a picture, and which pictures belong together. No torch."""

from __future__ import annotations

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.data.copies import sharing
from icnn_engine.data.grouping import component_labels
from icnn_engine.data.tables.csv_tables import GROUPS, TableError, table_in
from icnn_engine.data.tables.folder_tables import read_groups
from icnn_engine.inspection.best_pictures import BLOCK, peaks_of
from icnn_engine.runs.found_objects import listed_name
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE


def picture_features(run: Run) -> np.ndarray:
    """Return the features (N, D) float32 of a run's pictures: those of the pretrained trunk, which no label has
    touched; where the run does not keep them (`Run.has_trunk_features`), the highest and the mean value of each of its
    filters. Raises RunError."""
    if run.has_trunk_features:
        return np.asarray(run.trunk_features(), np.float32)
    maps = run.maps(OWN)
    means = [np.asarray(maps[i : i + BLOCK], np.float32).mean((2, 3)) for i in range(0, len(maps), BLOCK)]
    return np.concatenate([peaks_of(run, OWN)[1], np.concatenate(means)], axis=1)


def tied_pictures(run: Run) -> np.ndarray:
    """Return a number (N,) for each picture; pictures with the same number are copies or of one source.

    A run of an earlier version does not tell them: there pictures are tied by their digests, their photographs and the
    folder's `groups.csv`, and near copies are not known.
    """
    stored = np.array([picture.tied for picture in run.pictures])
    if (stored >= 0).all():
        return stored
    sources = _sources(run)
    keys = (
        (("digest", p.digest), ("photograph", p.photograph), ("source", sources.get(listed_name(run, p), p.photograph)))
        for p in run.pictures
    )
    return component_labels(len(run.pictures), sharing(keys))


def _sources(run: Run) -> dict[str, str]:
    """Return the sources of pictures by name, as far as the folder still tells them."""
    path = table_in(run.images, GROUPS)
    try:
        return read_groups(path, {listed_name(run, p) for p in run.pictures}) if path.is_file() else {}
    except TableError:
        return {}
