"""The boxes that a run proposes: of the objects that it has found in its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.images.boxes.box_session import Proposal
from icnn_engine.runs.found_objects import by_photograph, read_objects
from icnn_engine.runs.run_tables import photograph_of

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run


def proposals_of(run: Run) -> dict[str, Proposal]:
    """Return the proposals of a run by name of the photograph; {} where it has read whole pictures. Raises RunError."""
    shown = {photograph_of(picture.name) for picture in run.pictures if picture.positive}
    proposals = {}
    for name, own in by_photograph((read_objects(run.path) or {}).values()).items():
        boxes, is_sure = tuple(one.box for one in own), all(one.found for one in own)
        proposals[name] = Proposal(boxes, own[0].width, own[0].height, is_sure, name in shown)
    return proposals
