from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.annotations import CheckedPicture, Side
from icnn_engine.data import split_pictures

SHARES = (0.7, 0.15, 0.15)


def pictures(count: int, category: str = "cat", side: Side | None = None) -> list[CheckedPicture]:
    names = [f"{side or 'all'}/{category}/{i:04}" for i in range(count)]
    return [CheckedPicture(n, Path(n), category, 40, 30, f"digest of {n}", 0, side=side) for n in names]


def count(every: list[CheckedPicture], sides: tuple[Side, ...], category: str = "cat") -> tuple[int, int, int]:
    found = Counter(side for picture, side in zip(every, sides, strict=True) if picture.category == category)
    return found["train"], found["choose"], found["test"]


def test_each_category_is_divided_by_the_shares() -> None:
    every = pictures(200) + pictures(40, "dog")
    sides = split_pictures(every, SHARES, 0)

    assert count(every, sides) == (140, 30, 30)
    assert count(every, sides, "dog") == (28, 6, 6)


@pytest.mark.parametrize(("number", "expected"), [(1, (1, 0, 0)), (2, (1, 1, 0)), (3, (1, 1, 1)), (4, (2, 1, 1))])
def test_small_categories_fill_each_side_they_can(number: int, expected: tuple[int, int, int]) -> None:
    every = pictures(number)

    assert count(every, split_pictures(every, SHARES, 0)) == expected


def test_a_share_of_nothing_gets_nothing() -> None:
    every = pictures(20)

    assert count(every, split_pictures(every, (0.8, 0.2, 0.0), 0)) == (16, 4, 0)


def test_no_pictures_give_no_sides() -> None:
    assert split_pictures([], SHARES, 0) == ()


def test_the_split_follows_content_and_seed_not_names_or_order() -> None:
    every = pictures(100)
    sides = dict(zip((p.digest for p in every), split_pictures(every, SHARES, 3), strict=True))
    renamed = [replace(p, name=f"other/{i}") for i, p in enumerate(reversed(every))]
    again = dict(zip((p.digest for p in renamed), split_pictures(renamed, SHARES, 3), strict=True))

    assert again == sides
    assert split_pictures(every, SHARES, 4) != tuple(sides.values())


def test_nothing_tied_straddles_and_the_shares_hold_all_the_same() -> None:
    chance = np.random.default_rng(0)
    every = [replace(p, source=f"s{chance.integers(0, 60)}") for p in pictures(200) + pictures(100, "dog")]
    every += [replace(p, name=f"copy of {p.name}", source="") for p in every[:50]]
    sides = split_pictures(every, SHARES, 0)

    for key in ("source", "digest"):
        by_key: dict[str, set[Side]] = {}
        for picture, side in zip(every, sides, strict=True):
            by_key.setdefault(getattr(picture, key), set()).add(side)
        by_key.pop("", None)
        assert all(len(found) == 1 for found in by_key.values())
    assert np.allclose(count(every, sides), (175, 37.5, 37.5), atol=8)
    assert np.allclose(count(every, sides, "dog"), (70, 15, 15), atol=8)


def test_large_groups_come_to_every_side() -> None:
    every = [replace(p, source=f"s{i // 10}") for i, p in enumerate(pictures(200))]

    assert count(every, split_pictures(every, SHARES, 0)) == (140, 30, 30)


def test_one_large_group_stays_whole() -> None:
    every = [replace(p, source="film") if i < 90 else p for i, p in enumerate(pictures(100))]
    train, choose, test = count(every, split_pictures(every, SHARES, 0))

    assert train == 90
    assert choose == test == 5


def test_fixed_sides_are_kept() -> None:
    every = pictures(10, side="train") + pictures(5, side="choose") + pictures(4, side="test")

    assert split_pictures(every, SHARES, 0) == tuple(p.side for p in every)


def test_a_missing_side_is_cut_from_train() -> None:
    no_test = pictures(85, side="train") + pictures(15, side="choose")
    no_choose = pictures(85, side="train") + pictures(15, side="test")
    neither = pictures(100, side="train")

    assert count(no_test, split_pictures(no_test, SHARES, 0)) == (70, 15, 15)
    assert count(no_choose, split_pictures(no_choose, SHARES, 0)) == (70, 15, 15)
    assert count(neither, split_pictures(neither, SHARES, 0)) == (70, 15, 15)


def test_pictures_without_a_side_beside_fixed_ones_are_divided() -> None:
    every = pictures(80, side="train") + pictures(20, side="test") + pictures(40, "_background")
    sides = split_pictures(every, SHARES, 0)

    assert count(every, sides, "_background") == (28, 6, 6)


def test_tied_pictures_of_different_sides_all_go_farthest_from_training() -> None:
    every = pictures(20, side="train") + pictures(20, side="choose") + pictures(20, side="test")
    every[0] = replace(every[0], source="s")
    every[45] = replace(every[45], source="s")
    every[25] = replace(every[25], digest=every[1].digest)
    sides = split_pictures(every, SHARES, 0)

    assert (sides[0], sides[45]) == ("test", "test")
    assert (sides[1], sides[25]) == ("choose", "choose")


def test_with_train_and_test_fixed_choose_is_taken_from_train() -> None:
    every = pictures(100, side="train") + pictures(60, side="test")
    sides = split_pictures(every, (0.6, 0.15, 0.25), 0)

    assert count(every, sides) == (80, 20, 60)
    assert set(sides[100:]) == {"test"}


def test_a_leaky_split_takes_one_object_in_ten_for_the_test_whatever_it_is_tied_to() -> None:
    every = [replace(p, source=f"photograph {i // 4}", side="train") for i, p in enumerate(pictures(200))]
    sides = split_pictures(every, (0.6, 0.15, 0.25), 0, leaky=True)
    torn = sum(len(set(sides[i : i + 4])) > 1 for i in range(0, 200, 4))

    assert count(every, sides) == (144, 36, 20)
    assert torn > 20
    assert split_pictures(every, (0.6, 0.15, 0.25), 0, leaky=True) == sides
