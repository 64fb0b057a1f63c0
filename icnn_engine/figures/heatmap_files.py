"""Heatmap files: of one picture, or of one filter on all held-out pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from icnn_engine.core.atomic_files import atomic_path, safe_name
from icnn_engine.core.events import NetworkName, Operation, Progress, Warned
from icnn_engine.core.language import translate
from icnn_engine.figures.common import overlaid, usual_top
from icnn_engine.figures.sheet import DPI, Sheet, checked_format
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.look import Look, look_at, maps_of
from icnn_engine.runs.changed_pictures import changed_words, ensure_same, found_changed, unchanged
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE
LONGEST = 200  # bytes of a picture's name in a heatmap's: most file systems allow 255 in all


def save_heatmap(run: Run, look: Look, filter: int, path: Path, network: NetworkName = OWN, dpi: int = DPI) -> Path:
    """Save the picture with a filter's heatmap over it. The brightest colour is the filter's usual peak in this run, so
    that heatmaps of several pictures compare.

    Parameters
    ----------
    run
        An opened run.
    look
        The picture with its maps, from `look_at` or `Explainer.look`.
    filter
        Index of the filter, from 0; CAM takes any.
    path
        The file to write: .png has the pixels of the picture, .svg and .pdf are a page of its size.
    network
        The interpretable network, its twin, or the CAM network.
    dpi
        Pixels of the picture per inch of the page.

    Returns
    -------
    Path
        `path`.

    Raises
    ------
    SettingsError
        The suffix is another one.
    """
    kind = checked_format(path)
    index = 0 if network is NetworkName.CAM else filter
    top, values = usual_top(run, network, index), maps_of(look, network)[index]
    shown = overlaid(run, look.pixels, values, network, index, top, look.geometry)
    if kind == "png":
        return write_png(path, shown)
    height, width = shown.shape[:2]
    sheet = Sheet(height / dpi, width / dpi)
    sheet.picture(0, 0, width / dpi, height / dpi, shown)
    return sheet.save(path, dpi)


def write_png(path: Path, pixels: np.ndarray) -> Path:
    """Write pixels (h, w, 3) as PNG, at once or not at all. Return `path`."""
    from PIL import Image

    with atomic_path(path, durable=False) as temporary:
        Image.fromarray(pixels).save(temporary, format="PNG")
    return path


def heatmap_name(run: Run, index: int, filter: int, kind: str = "png") -> str:
    """Return a file name that no other picture of the run has, short enough for every file system."""
    name = Path(run.pictures[index].name)
    stem = "__".join([*(part for part in name.parent.parts if part not in ("/", "\\")), name.stem]).replace(":", "")
    return f"{index:05d}-{safe_name(stem, LONGEST)}-filter-{filter:03d}.{kind}"


def export_heatmaps(run: Run, filter: int, folder: Path, kind: str = "png", dpi: int = DPI) -> Operation[int]:
    """Save a filter's heatmaps on all held-out pictures of the category, except those that have changed.

    Parameters
    ----------
    run
        An opened run; its pictures must be on the disk.
    filter
        Index of a filter of the interpretable network, from 0.
    folder
        Where to write: a file a picture, named by `heatmap_name`.
    kind
        "png", "svg" or "pdf".
    dpi
        Pixels of a picture per inch of a page.

    Returns
    -------
    Operation[int]
        A generator of progress events, which returns the number of files. Changed pictures are named at the end.

    Raises
    ------
    RunError, PictureError
        Pictures are missing, most have changed since the training, or one cannot be read.
    """
    ensure_same(run)
    held_out = pictures_of(run)
    indices = list(unchanged(run, held_out))
    title = translate("Figures", "Heatmaps of filter {filter}").format(filter=filter)
    yield Progress(title, 0, len(indices))
    for done, index in enumerate(indices, 1):
        save_heatmap(run, look_at(run, index), filter, folder / heatmap_name(run, index, filter, kind), dpi=dpi)
        yield Progress(title, done, len(indices))
    if len(indices) < len(held_out):
        yield Warned(changed_words(found_changed(run)))
    return len(indices)
