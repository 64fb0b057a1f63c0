from __future__ import annotations

from icnn_engine.data.grouping import connected_groups, grouped


def test_items_with_one_key_are_a_group_in_their_order() -> None:
    assert grouped(["b1", "a1", "b2"], lambda text: text[0]) == {"b": ["b1", "b2"], "a": ["a1"]}
    assert grouped([], len) == {}


def test_pairs_connect_groups_and_the_rest_stays_alone() -> None:
    assert connected_groups(6, [(4, 2), (0, 5), (2, 0)]) == ((0, 2, 4, 5), (1,), (3,))
    assert connected_groups(2, []) == ((0,), (1,))
    assert connected_groups(0, []) == ()
