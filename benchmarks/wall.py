"""Time the frames of the wall of filters while it scrolls, for few and for thousands of filters.

python benchmarks/wall.py
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import numpy as np

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtWidgets import QApplication

from app.filters.wall.wall_panel import WallPanel
from app.filters.wall.wall_rows import Card, SortBy
from app.style import theme
from app.widgets.qimage import to_qimage
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.run_folder import RunFilter

COUNTS = (64, 512, 4096)
FRAMES = 200


def wall_of(count: int) -> WallPanel:
    """A wall with all its collages made; every mark is there."""
    random = np.random.default_rng(0)
    panel = WallPanel()
    panel.resize(640, 860)
    own = NetworkName.INTERPRETABLE
    following, strength, auc = random.random((3, count))
    filters = [
        RunFilter(own, i, 0, strength[i], following[i], 60.0, i % 40 - 1, i % 97 == 0, auc[i], 0.0)
        for i in range(count)
    ]
    made = [Card(filter, 0.5, twin=0.6) for filter in filters]
    panel.wanted.connect(lambda filters: [panel.set_image(i, image) for i in filters])
    image = to_qimage(random.integers(0, 255, (160, 160, 4), dtype=np.uint8))
    panel.show()
    panel.order.setCurrentIndex(panel.order.findData(SortBy.STRENGTH))  # by part, most would be folded away
    panel.show_cards(tuple(made), "")
    return panel


def frames(panel: WallPanel, application: QApplication) -> np.ndarray:
    """Milliseconds of each frame of a scroll from the top to the bottom."""
    bar, found = panel.wall.verticalScrollBar(), []
    application.processEvents()
    for share in np.linspace(0, 1, FRAMES):
        start = time.perf_counter()
        bar.setValue(int(share * bar.maximum()))
        panel.wall.viewport().repaint()
        found.append(1000 * (time.perf_counter() - start))
        application.processEvents()
    return np.array(found)


def main() -> None:
    application = QApplication([])
    theme.current_theme()
    print("| filters | frame, median | p99 | longest | shown anew in another order |\n|---|---|---|---|---|")
    for count in COUNTS:
        panel = wall_of(count)
        late = frames(panel, application)
        start = time.perf_counter()
        panel.order.setCurrentIndex(panel.order.findData(SortBy.DIFFERENCE))
        panel.wall.viewport().repaint()
        anew = 1000 * (time.perf_counter() - start)
        figures = (np.median(late), np.percentile(late, 99), late.max(), anew)
        print(f"| {count} | " + " | ".join(f"{figure:.1f} ms" for figure in figures) + " |")
        panel.close()


if __name__ == "__main__":
    main()
