"""Divides pictures into train, choose and test: by content, evenly in each category, nothing alike on two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from icnn_engine.core.annotations import CheckedPicture, Side
from icnn_engine.data.copies import tied_groups

SIDES: tuple[Side, Side, Side] = ("train", "choose", "test")
Counts = dict[Side, float]
RELEASE_TRAINS = 0.9  # share of the objects that the release trains on


def split_pictures(
    pictures: Sequence[CheckedPicture], shares: tuple[float, float, float], seed: int, leaky: bool = False
) -> tuple[Side, ...]:
    """The side of each picture, in their order; `shares` are those of train, choose and test.

    The same contents and seed give the same sides, whatever the files are called. Copies, near copies, mirrored ones
    and pictures of one source stay together. A side that the folder's own layout fixes is kept; a side that it lacks
    for a category is cut from its `train` pictures. Should tied pictures be fixed to different sides, all go to the
    one farthest from training (`check_folder` leaves such pictures out before). With three or more independent
    pictures of a category each side whose share is not 0 gets one.

    `leaky`: for comparison only, the split of the authors' release. It **leaks**: each object goes by chance, 9 in 10
    to training and 1 in 10 to test, whatever is tied to it, so that objects of one photograph and copies are tested on
    after they were learned from; sides that the layout fixes are passed over. Choose gets its part of the nine tenths.
    """
    if leaky:
        train, choose, _ = shares
        known = RELEASE_TRAINS / (train + choose)
        loose = [
            CheckedPicture(p.name, p.path, p.category, p.width, p.height, f"{p.digest} {p.name}", 0) for p in pictures
        ]
        return split_pictures(loose, (train * known, choose * known, 1 - RELEASE_TRAINS), seed)
    allowed = _allowed(pictures)
    targets = _targets(pictures, allowed, shares)
    have: dict[str, Counts] = {category: dict.fromkeys(SIDES, 0.0) for category in targets}
    sides: list[Side] = ["train"] * len(pictures)
    indices = tied_groups(pictures)
    groups = [tuple(pictures[i] for i in group) for group in indices]
    for at in sorted(range(len(groups)), key=lambda g: _turn(groups[g], seed)):
        group = groups[at]
        choices = _choices(group, allowed)
        side = choices[0] if len(choices) == 1 else _neediest(group, choices, targets, have)
        for i in indices[at]:
            sides[i] = side
            have[pictures[i].category][side] += 1
    return tuple(sides)


def _turn(group: tuple[CheckedPicture, ...], seed: int) -> tuple[int, bytes]:
    """Large groups choose first, for small ones fill what is left; else by chance, from content and seed."""
    content = min(p.digest for p in group)
    return -len(group), blake2b(f"{seed}:{content}".encode(), digest_size=16).digest()


def _allowed(pictures: Sequence[CheckedPicture]) -> dict[str, dict[Side | None, tuple[Side, ...]]]:
    """For each category, the sides that a picture may go to, by the side that its layout gives it."""
    fixed: dict[str, set[Side]] = {p.category: set() for p in pictures}
    for p in pictures:
        if p.side:
            fixed[p.category].add(p.side)
    missing = {c: tuple(s for s in SIDES if s not in sides and s != "train") for c, sides in fixed.items()}
    return {c: {None: SIDES, "train": ("train", *missing[c]), "choose": ("choose",), "test": ("test",)} for c in fixed}


def _targets(
    pictures: Sequence[CheckedPicture],
    allowed: dict[str, dict[Side | None, tuple[Side, ...]]],
    shares: tuple[float, float, float],
) -> dict[str, Counts]:
    """How many pictures of each category each side should get: whole numbers."""
    share = dict(zip(SIDES, shares, strict=True))
    targets: dict[str, Counts] = {category: dict.fromkeys(SIDES, 0.0) for category in allowed}
    for (category, side), count in Counter((p.category, p.side) for p in pictures).items():
        choices = allowed[category][side]
        if len(choices) == 1:
            targets[category][choices[0]] += count
            continue
        for name, part in _portions(count, [share[s] for s in choices]):
            targets[category][choices[name]] += part
    return targets


def _portions(count: int, shares: list[float]) -> list[tuple[int, int]]:
    """Whole parts of `count` in proportion to the shares, by index; none is 0 whose share is not, if it can be."""
    total = sum(shares)
    exact = [count * s / total for s in shares]
    parts = [int(e) for e in exact]
    for i in sorted(range(len(shares)), key=lambda i: parts[i] - exact[i])[: count - sum(parts)]:
        parts[i] += 1
    for i, s in enumerate(shares):
        if s > 0 and parts[i] == 0 and max(parts) > 1:
            parts[parts.index(max(parts))] -= 1
            parts[i] = 1
    return list(enumerate(parts))


def _choices(
    group: tuple[CheckedPicture, ...], allowed: dict[str, dict[Side | None, tuple[Side, ...]]]
) -> tuple[Side, ...]:
    """The sides that suit every picture of a group; where none does, the fixed one farthest from training."""
    every = [allowed[p.category][p.side] for p in group]
    common = tuple(side for side in SIDES if all(side in choices for choices in every))
    return common or (max((p.side for p in group if p.side), key=SIDES.index),)


def _neediest(
    group: tuple[CheckedPicture, ...], choices: tuple[Side, ...], targets: dict[str, Counts], have: dict[str, Counts]
) -> Side:
    """The side that lacks most in proportion, of those with room for the whole group; else the one with most room."""
    sizes = Counter(p.category for p in group)
    room = {s: min(targets[c][s] - have[c][s] - size for c, size in sizes.items()) for s in choices}
    fitting = [s for s in choices if room[s] >= 0]
    if not fitting:
        return max(choices, key=lambda s: room[s])
    return max(fitting, key=lambda s: min(1 - have[c][s] / targets[c][s] for c in sizes))
