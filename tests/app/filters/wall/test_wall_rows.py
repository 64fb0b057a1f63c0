"""Cards of the wall: their marks, searching, orders and headings."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from app.filters.wall.wall_rows import (
    Card,
    CardWarning,
    FoldLine,
    PartHeading,
    Row,
    SortBy,
    cards,
    matching_cards,
    sorted_rows,
)
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.notes import Note, Notes
from icnn_engine.runs.run_folder import Run
from tests.app.filters.wall.wall_cards import EVERY, card
from tests.app.verdicts import none_holding, unjudged, unjudged_filter

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


def numbers(rows: tuple[Row, ...]) -> list[int]:
    return [row.filter.index for row in rows if isinstance(row, Card)]


def test_by_part_the_largest_group_stands_first_and_the_best_card_first_in_it() -> None:
    rows = sorted_rows(EVERY, SortBy.PART)

    assert numbers(rows) == [3, 1, 0, 2, 5, 4]
    assert [(h.group, len(h.cards), h.dead) for h in rows if isinstance(h, PartHeading)] == [
        (0, 2, False), (1, 1, False), (-1, 2, False), (-1, 1, True),
    ]  # fmt: skip


def test_of_several_categories_parts_stand_by_category_each_under_its_name() -> None:
    every = (
        Card(unjudged_filter(0, 2, 0.9, category=1), category="cat"),
        Card(unjudged_filter(1, 0, 0.8, category=0), category="fox"),
        Card(unjudged_filter(2, -1, 0.5, category=0), category="fox"),
        Card(unjudged_filter(3, 1, 0.9, category=1), category="cat"),
    )
    rows = sorted_rows(every, SortBy.PART)

    assert numbers(rows) == [1, 2, 3, 0]
    assert [(h.category, h.group) for h in rows if isinstance(h, PartHeading)] == [
        ("fox", 0), ("fox", -1), ("cat", 1), ("cat", 2),
    ]  # fmt: skip


def test_a_background_bound_filter_is_marked_and_a_dead_one_is_not(fake_run: Run) -> None:
    every = cards(fake_run.filters, 0.57)
    unknown = card(0, 0, 0.9)

    assert [c.filter.index for c in every if c.bound] == [13, 14]
    assert not unknown.bound


def test_by_holding_and_by_strength_there_are_no_headings_and_the_dead_come_last() -> None:
    assert numbers(sorted_rows(EVERY, SortBy.HOLDING)) == [3, 1, 0, 2, 5, 4]
    assert numbers(sorted_rows(EVERY, SortBy.STRENGTH)) == [2, 5, 0, 3, 1, 4]


def test_if_no_filter_holds_a_part_the_fewest_failed_tests_stand_first(fake_run: Run) -> None:
    rows = sorted_rows(cards(none_holding(fake_run).filters, 0.57), SortBy.PART)
    heading, *others = rows
    living = [one for one in others if isinstance(one, Card) and not one.filter.dead]

    assert isinstance(heading, PartHeading)
    assert (heading.group, heading.judged, heading.mean("mirror")) == (-1, True, pytest.approx(0.1))
    assert [one.failed for one in living] == [1] * 13 + [5] * 2
    assert [one.filter.index for one in living] == list(closest_filters(none_holding(fake_run).filters))


def test_of_a_run_that_was_not_judged_groups_and_order_stay_as_they_were(fake_run: Run) -> None:
    rows = sorted_rows(cards(unjudged(fake_run).filters, 0.57), SortBy.PART)
    headings = [row for row in rows if isinstance(row, PartHeading)]

    assert [(h.group, h.judged) for h in headings] == [(0, False), (1, False), (2, False), (-1, False), (-1, False)]
    assert numbers(rows)[0] == fake_run.groups()[0][0]


def test_a_card_tells_its_gain_over_the_untrained_floor() -> None:
    assert card(0, 0, 0.8).gain == pytest.approx(0.23)


def test_each_mark_carries_the_number_that_raised_it() -> None:
    bound = Card(unjudged_filter(0, 0, 0.9, auc=0.4))
    unsteady = Card(unjudged_filter(1, -1, 0.55, auc=0.9))
    failed = Card(unjudged_filter(3, -1, 0.9, auc=0.9), failed=2, verdict="fails: mirror, transplant")
    dead = Card(unjudged_filter(4, -1, math.nan, strength=0), failed=6)

    assert [card.marks for card in (bound, unsteady, failed, dead)] == [
        ((CardWarning.BOUND, 0.4),),
        ((CardWarning.UNSTEADY, 0.55),),
        ((CardWarning.FAILED, 2.0),),
        (),
    ]  # fmt: skip


def test_the_difference_is_to_the_other_network_s_filter_of_the_same_rank(run: Run) -> None:
    every = {c.filter.index: c for c in cards(run.filters, others=run.twin_filters)}
    best = max(run.twin_filters, key=lambda f: (f.group >= 0, -f.group, f.following))
    order = [c.filter.index for c in sorted_rows(list(every.values()), SortBy.DIFFERENCE)]

    assert every[run.groups()[0][0]].twin == pytest.approx(best.following)
    assert order == sorted(order, key=lambda i: (every[i].filter.dead, -every[i].difference, i))


def test_words_are_sought_in_names_categories_and_numbers() -> None:
    every = [Card(unjudged_filter(i, i % 2, 0.9), category="fox", name="Left ear" if i == 3 else "") for i in range(5)]

    assert [c.filter.index for c in matching_cards(every, "ear LEFT", False)] == [3]
    assert [c.filter.index for c in matching_cards(every, "4", False)] == [4]
    assert [c.filter.index for c in matching_cards(every, "#2 fox", False)] == [1, 3]


def test_named_parts_are_headed_by_their_names(run: Run) -> None:
    every = cards(run.filters, notes=Notes({(OWN, "part", 1): Note("Tail"), (OWN, "filter", 14): Note("Grass")}))
    headings = [row.name for row in sorted_rows(every, SortBy.PART) if isinstance(row, PartHeading) and not row.dead]

    assert headings == ["", "Tail", "", ""]


def test_a_folded_part_shows_its_best_filter_and_how_many_more_there_are() -> None:
    folded, unfolded = sorted_rows(EVERY, SortBy.PART, ()), sorted_rows(EVERY, SortBy.PART, {(0, 0)})

    assert numbers(folded) == [3, 0, 2, 5, 4]
    assert numbers(unfolded) == numbers(sorted_rows(EVERY, SortBy.PART))
    assert [row for row in folded if isinstance(row, FoldLine)] == [FoldLine((0, 0), 1, True)]
    assert [row for row in unfolded if isinstance(row, FoldLine)] == [FoldLine((0, 0), 1, False)]


def test_a_pair_that_swaps_places_and_too_few_pictures_are_told(run: Run) -> None:
    pair, few = replace(run.filters[13], partner=14), replace(run.filters[13], eligible=3)
    every = cards((pair, few))

    assert [card.verdict for card in every] == ["swaps places with filter 14", "too few pictures"]
