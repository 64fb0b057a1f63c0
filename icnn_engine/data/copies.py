"""Finds pictures that show the same: copies, near copies (by a perceptual hash), and pictures tied by their source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain

import numpy as np

from icnn_engine.core.annotations import CheckedPicture, Crop
from icnn_engine.data.equal_pictures import MAX_STRETCH, on_plain_ground, same_cells
from icnn_engine.data.grouping import connected_groups, grouped

# Measured on 3735 real pictures: of their 7 million pairs the nearest differ in 6 bits; of 250 of them saved again at
# quality 30, at half the size, or a fifth brighter, 98 % and more differ in at most 4. Mirrored, at two thirds of the
# size and quality 60, 99.7 % of the hashes of the mirrors do; of the 7 million pairs with a mirror the nearest differ
# in 6.
MAX_BITS = 4  # bits in which the hashes of near copies differ at most
# A camera over a production line takes pictures that are as alike as copies: a group of so many pictures and so large a
# share of a category is such a series.
SERIES, SERIES_SHARE = 12, 0.25
PLAIN_BITS = 16  # things on a plain ground set few bits and look alike: with fewer, or more than 48, only cells decide
_BANDS = tuple((start, min(13, 64 - start)) for start in range(0, 64, 13))  # MAX_BITS + 1 of them: one must be equal


def perceptual_hash(grey: np.ndarray) -> int:
    """Return the 64-bit perceptual hash of (8, 9) grey values: each bit says whether the right neighbour is brighter
    (difference hash)."""
    return int.from_bytes(np.packbits(grey[:, 1:] > grey[:, :-1]).tobytes(), "big")


def duplicates(pictures: Sequence[CheckedPicture]) -> tuple[tuple[str, ...], ...]:
    """Return groups (two or more, sorted) of names of pictures whose files hold the same bytes."""
    groups = grouped(pictures, lambda p: p.digest).values()
    return tuple(sorted(tuple(sorted(p.name for p in group)) for group in groups if len(group) > 1))


def near_copies(pictures: Sequence[CheckedPicture]) -> tuple[tuple[str, ...], ...]:
    """Return groups (two or more, sorted) of names of pictures that look the same though their bytes differ.

    They may be mirrored or turned by quarters. Pictures with equal decoded pixels are near copies, whatever the format
    of their files. Of pictures with the same bytes only the first is compared. Pictures of a `series` are near copies
    only if they are equal.
    """
    first = {p.digest: p for p in sorted(pictures, key=lambda p: p.name, reverse=True)}
    kept = sorted(first.values(), key=lambda p: p.name)
    shapes = np.log(np.array([p.width / p.height for p in kept]))
    cells = [b"" if p.series else p.cells for p in kept]
    equal = sharing((("pixels", p.pixels) if p.pixels else None, _in_series(p)) for p in kept)
    groups = connected_groups(len(kept), chain(_near_pairs(kept), same_cells(cells, shapes), equal))
    return tuple(tuple(kept[i].name for i in group) for group in groups if len(group) > 1)


def series_groups(
    pictures: Sequence[CheckedPicture], near: Iterable[tuple[str, ...]]
) -> tuple[tuple[CheckedPicture, ...], ...]:
    """Return the groups of near copies that must be a series: `SERIES` or more pictures of one category, and
    `SERIES_SHARE` or more of it."""
    by_name = {p.name: p for p in pictures}
    sizes = Counter(p.category for p in pictures)

    def is_series(group: tuple[CheckedPicture, ...]) -> bool:
        own = Counter(p.category for p in group)
        return any(count >= max(SERIES, SERIES_SHARE * sizes[category]) for category, count in own.items())

    return tuple(filter(is_series, (tuple(by_name[name] for name in names) for names in near)))


def _in_series(picture: CheckedPicture) -> Hashable | None:
    """Return the key that equal pictures of a series share."""
    return (picture.cells, picture.width, picture.height) if picture.series and picture.cells else None


def tied_groups(pictures: Sequence[CheckedPicture]) -> tuple[tuple[int, ...], ...]:
    """Group the indices of pictures that must stay together: copies, near copies, one source. Single ones too."""
    keys = ((("digest", p.digest), ("source", p.source) if p.source else None) for p in pictures)
    return connected_groups(len(pictures), chain(_pairs(pictures, near_copies(pictures)), sharing(keys)))


def contradictions(pictures: Sequence[CheckedPicture], near: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return groups (two or more, sorted) of names of copies, or `near` copies, that are in several categories.

    Objects of one photograph contradict nothing unless their boxes are the same.
    """
    together = chain(_pairs(pictures, near), sharing((("digest", p.digest),) for p in pictures))
    groups = [[pictures[i] for i in group] for group in connected_groups(len(pictures), together)]
    wrong = [group for group in groups if len({p.category for p in group}) > 1 and not _one_photograph(group)]
    return tuple(sorted(tuple(sorted(p.name for p in group)) for group in wrong))


def _one_photograph(group: Sequence[CheckedPicture]) -> bool:
    """Whether the pictures are different boxes in one file."""
    files = {p.path.path if isinstance(p.path, Crop) else None for p in group}
    return len(files) == 1 and None not in files and len({p.digest for p in group}) == len(group)


def _pairs(pictures: Sequence[CheckedPicture], groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indices that connect the members of groups of names."""
    index = {p.name: i for i, p in enumerate(pictures)}
    for first, *others in groups:
        yield from ((index[first], index[other]) for other in others)


def sharing(keys: Iterable[tuple[Hashable | None, ...]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indices that have a key in common, of the keys of each item; None is no key."""
    first: dict[Hashable, int] = {}
    for i, own in enumerate(keys):
        yield from ((first.setdefault(key, i), i) for key in own if key is not None)


def _near_pairs(pictures: Sequence[CheckedPicture]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indices of pictures whose shapes and hashes are similar, one of them perhaps mirrored.

    Only hashes that share one of five bands of bits are compared.
    """
    hashes = np.array([p.look for p in pictures] + [p.mirror for p in pictures], dtype=np.uint64)
    shapes = np.tile(np.log(np.array([p.width / p.height for p in pictures])), 2)
    bits = np.bitwise_count(hashes)
    busy = np.tile(np.array([not (p.series or on_plain_ground(p.cells)) for p in pictures], dtype=bool), 2)
    usable = np.flatnonzero(busy & (bits >= PLAIN_BITS) & (bits <= 64 - PLAIN_BITS))
    for start, width in _BANDS:
        band = (hashes[usable] >> np.uint64(start)) & np.uint64((1 << width) - 1)
        order = np.argsort(band, kind="stable")
        for first, second in _equal_neighbours(band[order]):
            i, j = usable[order[first]], usable[order[second]]
            near = np.bitwise_count(hashes[i] ^ hashes[j]) <= MAX_BITS
            near &= np.abs(shapes[i] - shapes[j]) <= np.log(MAX_STRETCH)
            near &= (i < len(pictures)) | (j < len(pictures))  # two mirrors tell nothing that their pictures do not
            yield from zip((i[near] % len(pictures)).tolist(), (j[near] % len(pictures)).tolist(), strict=True)


def _equal_neighbours(values: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield the positions of all pairs of equal values in a sorted array: those k apart, for k = 1, 2, …"""
    first = np.arange(len(values))
    for apart in range(1, len(values)):
        first = first[first + apart < len(values)]
        first = first[values[first] == values[first + apart]]
        if not len(first):
            return
        yield first, first + apart
