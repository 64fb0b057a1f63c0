"""Heatmaps as files: one picture's, or all of a filter's."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from icnn_engine.core.events import NetworkName, Operation, Progress, Warned
from icnn_engine.core.files import atomic_path, safe_name
from icnn_engine.core.language import translate
from icnn_engine.figures.common import overlaid, usual_top
from icnn_engine.figures.sheet import DPI, Sheet, checked_format
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.look import Look, look_at, maps_of
from icnn_engine.runs.changed_pictures import changed_words, ensure_same, found_changed, unchanged
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE
LONGEST = 200  # bytes of a name that stand in a heatmap's: 255 is what most file systems allow in all


def save_heatmap(run: Run, look: Look, filter: int, path: Path, network: NetworkName = OWN, dpi: int = DPI) -> Path:
    """The picture with a filter's heatmap over it, pixel for pixel as .png, or on a page of its size as .svg or .pdf.

    The brightest colour is the filter's usual peak in this run, so that heatmaps of several pictures compare.
    Raises SettingsError for another suffix.
    """
    from PIL import Image

    kind = checked_format(path)
    index = 0 if network is NetworkName.CAM else filter
    shown = overlaid(run, look.pixels, maps_of(look, network)[index], network, index, usual_top(run, network, index))
    if kind == "png":
        with atomic_path(path, durable=False) as part:
            Image.fromarray(shown).save(part, format="PNG")
        return path
    height, width = shown.shape[:2]
    sheet = Sheet(height / dpi, width / dpi)
    sheet.picture(0, 0, width / dpi, height / dpi, shown)
    return sheet.save(path, dpi)


def heatmap_name(run: Run, index: int, filter: int, kind: str = "png") -> str:
    """A file name that no other picture of the run has, short enough for every file system."""
    name = Path(run.pictures[index].name)
    stem = "__".join([*(part for part in name.parent.parts if part not in ("/", "\\")), name.stem]).replace(":", "")
    return f"{index:05d}-{safe_name(stem, LONGEST)}-filter-{filter:03d}.{kind}"


def export_heatmaps(run: Run, filter: int, folder: Path, kind: str = "png", dpi: int = DPI) -> Operation[int]:
    """Heatmaps of a filter on all held-out pictures of the category, a file each in `folder`; how many were written.

    Pictures that have changed since the training are left out, and named. Raises RunError where a picture is gone, or
    where most have changed.
    """
    ensure_same(run)
    every = pictures_of(run)
    shown = np.array(list(unchanged(run, every)), dtype=np.int64)
    title = translate("Figures", "Heatmaps of filter {filter}").format(filter=filter)
    yield Progress(title, 0, len(shown))
    for done, index in enumerate(shown.tolist(), 1):
        save_heatmap(run, look_at(run, index), filter, folder / heatmap_name(run, index, filter, kind), dpi=dpi)
        yield Progress(title, done, len(shown))
    if len(shown) < len(every):
        yield Warned(changed_words(found_changed(run)))
    return len(shown)
