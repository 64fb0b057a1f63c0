from __future__ import annotations

from dataclasses import replace

from app.images.boxes.box_session import Proposal
from app.images.boxes.proposals import proposals_of
from icnn_engine.runs.found_objects import FoundObject, write_objects
from icnn_engine.runs.run_folder import Run


def test_a_run_that_read_whole_pictures_proposes_nothing(fake_run: Run) -> None:
    assert proposals_of(fake_run) == {}


def test_the_box_of_the_object_is_proposed_and_whether_the_search_was_sure(own_run: Run) -> None:
    shown = next(picture for picture in own_run.pictures if picture.positive)
    other = next(picture for picture in own_run.pictures if not picture.positive)
    write_objects(
        own_run.path,
        [FoundObject(p.name, 12, 24, 48, 60, 100, 80, found=p is shown) for p in (shown, other)],
    )
    proposals = proposals_of(own_run)

    assert proposals[shown.name] == Proposal(((12, 24, 48, 60),), 100, 80, sure=True, shown=True)
    assert (proposals[other.name].sure, proposals[other.name].shown) == (False, False)


def test_several_regions_of_a_photograph_are_proposed_together(own_run: Run) -> None:
    name = own_run.pictures[0].name
    items = [f"{name}#{number}" for number in (1, 2)]
    run = replace(own_run, pictures=tuple(replace(own_run.pictures[0], name=item, label=0) for item in items))
    write_objects(run.path, [FoundObject(item, 0, 0, 12, 12, 100, 80, found=True) for item in items])
    proposals = proposals_of(run)

    assert list(proposals) == [name]
    assert len(proposals[name].boxes) == 2
    assert proposals[name].shown
