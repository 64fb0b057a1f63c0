"""What is read of a suspect: the parts that are marked in its picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from app.review.suspects.read_suspects import read_picture
from icnn_engine.audit.part_states import PartState, part_states
from icnn_engine.audit.suspects import Suspect, SuspectKind
from icnn_engine.runs.run_folder import Run


def test_only_parts_that_are_clear_are_marked(own_run: Run) -> None:
    first = part_states(own_run).filters[0]
    maps = np.load(path := own_run.path / "maps" / "interpretable.npy")
    own, others = ([i for i, p in enumerate(own_run.pictures) if p.positive is shows] for shows in (True, False))
    maps[:, first], maps[own, first, 6, 6], maps[others, first, 6, 6] = 0, 9, 1
    maps[own[0], first, 6, 6] = 2
    np.save(path, maps)
    run = replace(own_run, info=own_run.info | {"made": "one weak part"})
    states = part_states(run)
    group = states.groups[states.filters.index(first)]
    weak, clear = (
        Suspect(picture, SuspectKind.LABEL, 1.0, run.pictures[picture].label, -1, 1.0, False) for picture in own[:2]
    )
    marked = [{part.group for part in read_picture(run, suspect).parts} for suspect in (weak, clear)]

    assert states.of(group, PartState.WEAK)[own[0]]
    assert group not in marked[0]
    assert group in marked[1]
