"""The boxes that a run proposes: of the objects that it has found in its pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.images.boxes.box_session import Proposal
from icnn_engine.runs.found_objects import read_objects

if TYPE_CHECKING:
    from icnn_engine.core.annotations import Box
    from icnn_engine.runs.run_folder import Run


def proposals_of(run: Run) -> dict[str, Proposal]:
    """Return the proposals of a run by name of the photograph; {} where it has read whole pictures. Raises RunError."""
    shown = {picture.name for picture in run.pictures if picture.positive}
    boxes: dict[str, list[Box]] = {}
    sizes: dict[str, tuple[int, int]] = {}
    sure: dict[str, bool] = {}
    for name, found in (read_objects(run.path) or {}).items():
        photograph = name if (run.images / name).is_file() else re.sub(r"#\d+$", "", name)
        boxes.setdefault(photograph, []).append(found.box)
        sizes[photograph] = found.width, found.height
        sure[photograph] = sure.get(photograph, True) and found.found
        if name in shown:
            shown.add(photograph)
    return {name: Proposal(tuple(own), *sizes[name], sure[name], name in shown) for name, own in boxes.items()}
