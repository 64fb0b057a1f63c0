"""Splits pictures into train, val and test: by content, evenly per category, copies on one side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from icnn_engine.core.annotations import CheckedPicture, Side
from icnn_engine.data.copies import tied_groups

SIDES: tuple[Side, Side, Side] = ("train", "choose", "test")  # "choose" is the stored name of val
Group = tuple[CheckedPicture, ...]
Allowed = Mapping[str, Mapping[Side | None, tuple[Side, ...]]]  # category -> side of the layout -> possible sides
Counts = Counter[tuple[str, Side]]  # pictures by category and side
RELEASE_TRAINS = 0.9  # share of the objects that the release trains on


def split_pictures(
    pictures: Sequence[CheckedPicture], shares: tuple[float, float, float], seed: int, leaky: bool = False
) -> tuple[Side, ...]:
    """Split pictures into train, val and test.

    The same contents and seed give the same sides, whatever the files are called. Copies, near copies, mirrored ones
    and pictures of one source stay together. A side that the folder's layout fixes is kept; a side that the layout
    lacks for a category is cut from its `train` pictures. If tied pictures are fixed to different sides, all go to the
    one farthest from training (`check_folder` leaves such pictures out before). With three or more independent
    pictures of a category each side whose share is not 0 gets one.

    Parameters
    ----------
    pictures
        The pictures of all categories.
    shares
        The shares of train, val and test.
    seed
        The seed of the order in which groups of pictures choose a side.
    leaky
        Whether to split as the authors' release does, for comparison only. This split **leaks**: each object goes by
        chance, 9 in 10 to training (which gives val its part) and 1 in 10 to test, even if copies or objects of the
        same photograph are on the other side. Sides of the layout are ignored.

    Returns
    -------
    tuple
        The side of each picture: "train", "choose" (the stored name of val) or "test".
    """
    if leaky:
        train, val, _ = shares
        known = RELEASE_TRAINS / (train + val)
        untied = [
            CheckedPicture(p.name, p.path, p.category, p.width, p.height, f"{p.digest} {p.name}", 0) for p in pictures
        ]
        return split_pictures(untied, (train * known, val * known, 1 - RELEASE_TRAINS), seed)
    allowed = _allowed(pictures)
    room = _targets(pictures, allowed, shares)
    targets = room.copy()
    sides: dict[int, Side] = {}
    groups = {indices: tuple(pictures[i] for i in indices) for indices in tied_groups(pictures)}
    for indices, group in sorted(groups.items(), key=lambda item: _order(item[1], seed)):
        side = _neediest(group, _choices(group, allowed), targets, room)
        sides |= dict.fromkeys(indices, side)
        room.subtract((picture.category, side) for picture in group)
    return tuple(sides[i] for i in range(len(pictures)))


def _order(group: Group, seed: int) -> tuple[int, bytes]:
    """Return the sort key of a group: large ones first, then by chance from content and seed."""
    content = min(p.digest for p in group)
    return -len(group), blake2b(f"{seed}:{content}".encode(), digest_size=16).digest()


def _allowed(pictures: Sequence[CheckedPicture]) -> Allowed:
    """Return, for each category, the sides that a picture may go to, by the side that its layout gives it."""
    fixed = {(p.category, p.side) for p in pictures}
    allowed: dict[str, Mapping[Side | None, tuple[Side, ...]]] = {}
    for category in dict.fromkeys(p.category for p in pictures):
        missing = (side for side in SIDES[1:] if (category, side) not in fixed)
        allowed[category] = {None: SIDES, "train": ("train", *missing), "choose": ("choose",), "test": ("test",)}
    return allowed


def _targets(pictures: Sequence[CheckedPicture], allowed: Allowed, shares: tuple[float, float, float]) -> Counts:
    """Return how many pictures of each category each side should get."""
    share = dict(zip(SIDES, shares, strict=True))
    targets: Counts = Counter()
    for (category, fixed), count in Counter((p.category, p.side) for p in pictures).items():
        choices = allowed[category][fixed]
        parts = _portions(count, [share[side] for side in choices]) if len(choices) > 1 else [count]
        targets.update({(category, side): part for side, part in zip(choices, parts, strict=True)})
    return targets


def _portions(count: int, shares: list[float]) -> list[int]:
    """Divide `count` in proportion to the shares; no part is 0 unless its share is, if possible."""
    exact = [count * share / sum(shares) for share in shares]
    parts = [int(part) for part in exact]
    for i in sorted(range(len(shares)), key=lambda i: parts[i] - exact[i])[: count - sum(parts)]:
        parts[i] += 1
    for i, share in enumerate(shares):
        if share > 0 and parts[i] == 0 and max(parts) > 1:
            parts[parts.index(max(parts))] -= 1
            parts[i] = 1
    return parts


def _choices(group: Group, allowed: Allowed) -> tuple[Side, ...]:
    """Return the sides that suit every picture of a group; if none does, the fixed one farthest from training."""
    common = tuple(side for side in SIDES if all(side in allowed[p.category][p.side] for p in group))
    return common or (max((p.side for p in group if p.side), key=SIDES.index),)


def _neediest(group: Group, choices: tuple[Side, ...], targets: Counts, room: Counts) -> Side:
    """Return the side that lacks most in proportion, of those with room for the group; else the one with most room."""
    sizes = Counter(p.category for p in group)
    left = {side: min(room[c, side] - size for c, size in sizes.items()) for side in choices}
    fitting = [side for side in choices if left[side] >= 0]
    if not fitting:
        return max(choices, key=lambda side: left[side])
    return max(fitting, key=lambda side: min(room[c, side] / targets[c, side] for c in sizes))
