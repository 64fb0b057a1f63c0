"""Heatmaps as files."""

from pathlib import Path

import numpy as np
from PIL import Image

from icnn_engine import figures
from icnn_engine.core.events import NetworkName, Progress, drain
from icnn_engine.core.heatmaps import heatmap
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.run_folder import Run


def test_a_saved_heatmap_has_the_pixels_of_the_picture(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 1)
    figures.save_heatmap(fake_run, look, 0, tmp_path / "map.png")
    with Image.open(tmp_path / "map.png") as picture:
        saved = np.asarray(picture)
    hot = heatmap(look.maps[0], fake_run.geometry, *look.pixels.shape[:2])
    changed = np.abs(saved.astype(int) - look.pixels).sum(2)

    assert saved.shape == look.pixels.shape
    assert changed[hot > 0.8].min() > changed[hot < 0.02].max()


def test_a_heatmap_is_saved_as_a_page_too(fake_run: Run, tmp_path: Path) -> None:
    look = look_at(fake_run, 1)
    for name in ("map.svg", "map.pdf"):
        figures.save_heatmap(fake_run, look, 0, tmp_path / name, NetworkName.CAM)

    assert "<image" in (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_all_held_out_pictures_of_the_category_get_a_heatmap_each(fake_run: Run, tmp_path: Path) -> None:
    events: list[object] = []
    count = drain(figures.export_heatmaps(fake_run, 6, tmp_path), events.append)

    assert count == 12 == len(list(tmp_path.glob("*-filter-006.png")))
    assert events[-1] == Progress("Heatmaps of filter 6", 12, 12)
