"""States of parts in pictures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from icnn_engine.audit.part_states import PartState, part_states
from icnn_engine.runs.run_folder import Run


def test_a_part_is_either_present_or_absent_and_told_more_of_only_where_present(fake_run: Run) -> None:
    states = part_states(fake_run).states

    assert (states[PartState.PRESENT] ^ states[PartState.ABSENT]).all()
    for state in (PartState.WEAK, PartState.ELSEWHERE, PartState.DOUBLED):
        assert not (states[state] & states[PartState.ABSENT]).any()


def test_a_silenced_picture_lacks_every_part_of_its_category(own_run: Run) -> None:
    maps = np.load(path := own_run.path / "maps" / "interpretable.npy")
    maps[0] = 0
    np.save(path, maps)
    states = part_states(replace(own_run, info=own_run.info | {"made": "silenced"}))
    category = own_run.pictures[0].label

    assert states.groups
    assert states.missing(0, category) == tuple(
        g for g, c in zip(states.groups, states.categories, strict=True) if c == category
    )


def test_two_far_peaks_of_equal_height_are_a_doubled_part_and_one_is_not(own_run: Run) -> None:
    first = part_states(own_run).filters[0]
    maps = np.load(path := own_run.path / "maps" / "interpretable.npy")
    maps[:2, first] = 0
    maps[0, first, 0, 0] = maps[1, first, 0, 0] = maps[1, first, -1, -1] = maps[:, first].max()
    np.save(path, maps)
    states = part_states(replace(own_run, info=own_run.info | {"made": "doubled"}))
    doubled = states.of(states.groups[0], PartState.DOUBLED)

    assert doubled[:2].tolist() == [False, True]


def test_a_faint_part_is_weak_above_the_peaks_of_other_pictures_and_absent_among_them(own_run: Run) -> None:
    first = part_states(own_run).filters[0]
    maps = np.load(path := own_run.path / "maps" / "interpretable.npy")
    own, others = ([i for i, p in enumerate(own_run.pictures) if p.positive is shows] for shows in (True, False))
    maps[:, first], maps[own, first, 6, 6], maps[others, first, 6, 6] = 0, 9, 1
    maps[own[:2], first, 6, 6] = 2, 0.5
    np.save(path, maps)
    states = part_states(replace(own_run, info=own_run.info | {"made": "faint"}))
    group = states.groups[states.filters.index(first)]

    assert np.flatnonzero(states.of(group, PartState.WEAK)).tolist() == [own[0]]
    assert np.flatnonzero(states.of(group, PartState.ABSENT)).tolist() == sorted([own[1], *others])


def test_a_peak_within_a_crop_of_the_usual_place_is_never_elsewhere(own_run: Run) -> None:
    first = part_states(own_run).filters[0]
    maps = np.load(path := own_run.path / "maps" / "interpretable.npy")
    maps[:, first], maps[2:, first, 6, 6], maps[0, first, 6, 7], maps[1, first, 0, 0] = 0, 9, 9, 9
    np.save(path, maps)
    states = part_states(replace(own_run, info=own_run.info | {"made": "moved"}))

    assert np.flatnonzero(states.of(states.groups[0], PartState.ELSEWHERE)).tolist() == [1]


def test_a_run_whose_filters_are_judged_anew_has_other_parts(fake_run: Run) -> None:
    before = part_states(fake_run).groups
    judged = replace(fake_run, filters=tuple(replace(one, group=-1) for one in fake_run.filters))

    assert before
    assert part_states(judged).groups == ()
