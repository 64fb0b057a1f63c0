from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from icnn_engine.core.annotations import CheckedPicture, Picture
from icnn_engine.data import check_picture
from icnn_engine.data.copies import (
    duplicates,
    near_copies,
    perceptual_hash,
    series_groups,
    tied_groups,
)
from icnn_engine.data.grouping import connected_groups
from tests.engine.data.files import noise

LOOK = 0b0101_1010_0011_1100_1001_0110_1111_0000_0101_0011_1010_1100_0110_1001_0011_0101


def picture(
    name: str, look: int = 0, digest: str = "", width: int = 40, height: int = 30, source: str = ""
) -> CheckedPicture:
    return CheckedPicture(name, Path(name), "cat", width, height, digest or name, look, source)


def flipped(look: int, *bits: int) -> int:
    for bit in bits:
        look ^= 1 << bit
    return look


def test_the_look_says_where_it_gets_brighter_to_the_right() -> None:
    rising = np.tile(np.arange(9, dtype=np.uint8), (8, 1))

    assert perceptual_hash(rising) == 2**64 - 1
    assert perceptual_hash(rising[:, ::-1]) == 0
    assert perceptual_hash(np.vstack([rising[:1], np.zeros((7, 9), np.uint8)])) == 0xFF << 56


def test_looks_a_few_bits_apart_are_near_copies_wherever_the_bits_are() -> None:
    for bits in ((0, 1, 2, 3), (0, 16, 32, 48), (63, 62, 30, 13), (5, 20, 35, 63)):
        pair = [picture("a", LOOK), picture("b", flipped(LOOK, *bits))]

        assert near_copies(pair) == (("a", "b"),)


def test_looks_further_apart_other_shapes_and_plain_pictures_are_not() -> None:
    assert near_copies([picture("a", LOOK), picture("b", flipped(LOOK, 1, 9, 17, 33, 50))]) == ()
    assert near_copies([picture("a", LOOK), picture("b", LOOK, width=30, height=40)]) == ()
    assert near_copies([picture("a", 0b1011), picture("b", 0b1011)]) == ()
    assert near_copies([]) == ()


def test_near_copies_are_found_as_by_comparing_all() -> None:
    chance = np.random.default_rng(0)
    looks = [int(chance.integers(0, 2**63)) for _ in range(30)]
    looks += [flipped(look, *chance.choice(64, chance.integers(0, 8), replace=False).tolist()) for look in looks * 5]
    pictures = [picture(f"{i:03}", look) for i, look in enumerate(looks)]
    usable = [i for i, look in enumerate(looks) if 16 <= look.bit_count() <= 48]
    pairs = [(i, j) for i in usable for j in usable if i < j and (looks[i] ^ looks[j]).bit_count() <= 4]

    expected = [tuple(pictures[i].name for i in g) for g in connected_groups(len(looks), pairs) if len(g) > 1]
    assert near_copies(pictures) == tuple(expected)


def test_the_same_bytes_are_duplicates_and_not_near_copies() -> None:
    pictures = [picture("b", LOOK, "x"), picture("a", LOOK, "x"), picture("c", LOOK, "y")]

    assert duplicates(pictures) == (("a", "b"),)
    assert near_copies(pictures) == (("a", "c"),)


def test_what_is_tied_in_any_way_is_one_group() -> None:
    pictures = [
        picture("a", LOOK, "x"),
        picture("b", 0, "x"),
        picture("c", flipped(LOOK, 3), source="s"),
        picture("d", 0, source="s"),
        picture("e", 0),
        picture("f", 0),
    ]

    assert tied_groups(pictures) == ((0, 1, 2, 3), (4,), (5,))


def test_a_mirrored_picture_is_a_near_copy(tmp_path: Path) -> None:
    image = noise(1, 400, 300)
    image.save(tmp_path / "a.png")
    image.transpose(Image.Transpose.FLIP_LEFT_RIGHT).resize((200, 150)).save(tmp_path / "b.jpg", quality=70)
    noise(2, 400, 300).save(tmp_path / "c.png")
    checked = [check_picture(Picture(path.name, path, "cat")) for path in sorted(tmp_path.iterdir())]

    assert near_copies(checked) == (("a.png", "b.jpg"),)
    assert tied_groups(checked) == ((0, 1), (2,))


def test_so_many_that_look_the_same_are_a_series_which_fewer_pictures_do_not_change() -> None:
    alike = [picture(f"{number:02}", LOOK) for number in range(14)]
    others = [picture(f"other {number}") for number in range(70)]
    few, many = [*alike, *others[:30]], [*alike, *others]

    assert [len(group) for group in series_groups(few, near_copies(few))] == [14]
    assert series_groups(many, near_copies(many)) == ()
    assert near_copies([replace(one, series=True) for one in alike[:5]]) == ()
    assert near_copies(alike[:5]) == (tuple(one.name for one in alike[:5]),)
