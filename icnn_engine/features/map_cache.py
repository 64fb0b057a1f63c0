"""The cache of a frozen trunk's maps on the disk, by the content of each picture, for all networks and later runs. No
torch.

<cache>/<key>/plain.bin, wide.bin   float16 records of one size, each in a slot
<cache>/<key>/index.json            which picture's record lies in which slot, least recently used first

A key stands for the trunk's weights, the preprocessing and how maps are made. Records count only once they are on the
disk and the index names them, so nothing that interrupts leaves wrong maps.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Container, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from math import prod
from pathlib import Path
from typing import BinaryIO

import numpy as np
import platformdirs

from icnn_engine.core.atomic_files import take_room, write_text
from icnn_engine.core.errors import RunError
from icnn_engine.runs.run_lock import lock_run

PLACE, LIMIT = "PARTSCOPE_CACHE", "PARTSCOPE_CACHE_GB"  # of the environment: the folder, and how much it may hold
MOST = 20e9  # bytes that the cache holds at most unless told otherwise, and ...
SHARE = 0.5  # ... no more than this of what would be free without it
ITEM = 2  # bytes of a float16
LOCK, INDEX = "lock", "index.json"
TOGETHER = 256  # records that are borrowed before the index is read again: some 50 MB


class ViewKind(StrEnum):
    """The kinds of maps: of the picture, and of its mirror image with a margin."""

    PLAIN = "plain"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Maps of `channels` x `cells` x `cells`; with a margin, `wide` cells per side."""

    channels: int
    cells: int
    wide: int

    def shape(self, kind: ViewKind) -> tuple[int, ...]:
        """The shape of one picture's record."""
        side = self.wide if kind is ViewKind.WIDE else self.cells
        return self.channels, side, side

    def size(self, kind: ViewKind) -> int:
        """The bytes of one picture's record."""
        return ITEM * prod(self.shape(kind))


def cache_place() -> Path:
    """Return the folder of the cache: $PARTSCOPE_CACHE, else the system's cache folder."""
    told = os.environ.get(PLACE)
    return Path(told).expanduser() if told else Path(platformdirs.user_cache_dir("partscope", False)) / "maps"


def cache_limit(place: Path) -> int:
    """Return the limit of the cache in bytes: $PARTSCOPE_CACHE_GB, else `MOST`, at most `SHARE` of the free space."""
    told = os.environ.get(LIMIT, "")
    try:
        return int(float(told) * 1e9)
    except ValueError:
        there = next(folder for folder in (place, *place.parents) if folder.is_dir())
        return int(min(MOST, SHARE * (shutil.disk_usage(there).free + size_of(place))))


def size_of(place: Path) -> int:
    """Return the bytes of the files in a folder of stores."""
    return sum(map(_size_of_store, place.glob("*")))


def _size_of_store(store: Path) -> int:
    total = 0
    for file in store.glob("*.bin"):
        with suppress(OSError):  # another program may remove it meanwhile
            total += file.stat().st_size
    return total


def clear_cache(place: Path) -> tuple[int, int]:
    """Remove the maps of the cache that no training uses now. Return the bytes freed, and those kept."""
    before, freed = size_of(place), 0
    for store in [path for path in place.glob("*") if path.is_dir()]:
        size = _size_of_store(store)
        freed += size if _empty(store) else 0
    return freed, before - freed


class MapStore:
    """The records of one key.

    `prepare` gives slots to pictures, `put` writes their maps, `keep` makes them valid. `other`: a store of the same
    key that another program may be writing; its records can be borrowed.
    """

    def __init__(self, folder: Path, layout: MapLayout, other: Path | None = None) -> None:
        self.folder, self.layout, self._other = folder, layout, other
        folder.mkdir(parents=True, exist_ok=True)
        self._slots: dict[ViewKind, dict[str, int]] = {kind: {} for kind in ViewKind}
        self._waiting: dict[ViewKind, dict[str, int]] = {kind: {} for kind in ViewKind}
        self._arrays: dict[ViewKind, np.ndarray] = {}
        self._slots |= read_index(folder, layout)

    def prepare(self, kind: ViewKind, digests: Sequence[str], room: int) -> np.ndarray:
        """Give every picture a slot, (N,), and make room in the file. Raises StorageError.

        If the file would grow beyond `room` bytes, other pictures lose their slots, least recently used first.
        """
        known, wanted = self._slots[kind], dict.fromkeys(digests)
        for digest in [d for d in wanted if d in known]:
            known[digest] = known.pop(digest)  # most recently used now
        new = [digest for digest in wanted if digest not in known]
        slots = self._free_slots(kind, len(new), wanted, room)
        self._waiting[kind] = dict(zip(new, slots, strict=True))
        self._write_index()  # the index forgets pictures before their slots are written over
        self._open(kind, max(self._count(kind), max(slots, default=-1) + 1))
        return np.array([(known | self._waiting[kind])[digest] for digest in digests], np.int64)

    def _free_slots(self, kind: ViewKind, count: int, wanted: Container[str], room: int) -> list[int]:
        """Return `count` slots: free ones, then those of evicted pictures, then new ones at the end of the file."""
        there, most = self._count(kind), room // self.layout.size(kind)
        taken = {*self._slots[kind].values(), *self._waiting[kind].values()}
        slots = [slot for slot in range(there) if slot not in taken]
        while len(slots) < count and there + count - len(slots) > most:
            evicted = self._evict(kind, wanted)
            if evicted is None:
                break
            slots.append(evicted)
        return [*slots, *range(there, there + count - len(slots))][:count]

    def _evict(self, kind: ViewKind, wanted: Container[str]) -> int | None:
        """Forget the least recently used picture and return its slot; None if it is wanted or there is none."""
        oldest = next(iter(self._slots[kind]), None)
        return None if oldest is None or oldest in wanted else self._slots[kind].pop(oldest)

    def array(self, kind: ViewKind) -> np.ndarray:
        """The records of all slots, memory-mapped: (slots, ...)."""
        return self._arrays[kind]

    def put(self, kind: ViewKind, digest: str, record: np.ndarray) -> None:
        """Write the record of a picture into its slot."""
        slot = self._waiting[kind].pop(digest)
        self._arrays[kind][slot] = record
        self._slots[kind][digest] = slot

    def waits(self, kind: ViewKind, digest: str) -> bool:
        """Whether a picture has a slot but no record yet."""
        return digest in self._waiting[kind]

    def borrow(self, kind: ViewKind) -> Iterator[int]:
        """Copy records that the other store has; yield the number of each batch."""
        if self._other is None:
            return
        for found in lent(self._other, self.layout, kind, list(self._waiting[kind])):
            for digest, record in found.items():
                self.put(kind, digest, record)
            yield len(found)

    def keep(self) -> None:
        """Flush the records to the disk and write the index."""
        for array in self._arrays.values():
            if isinstance(array, np.memmap):
                array.flush()
        self._write_index()

    def _path(self, kind: ViewKind) -> Path:
        return self.folder / f"{kind}.bin"

    def _count(self, kind: ViewKind) -> int:
        return _records(self.folder, self.layout, kind)

    def _open(self, kind: ViewKind, count: int) -> None:
        if count == 0:
            self._arrays[kind] = np.zeros((0, *self.layout.shape(kind)), np.float16)
            return
        self._arrays.pop(kind, None)
        take_room(self._path(kind), count * self.layout.size(kind))
        self._arrays[kind] = np.memmap(self._path(kind), np.float16, "r+", shape=(count, *self.layout.shape(kind)))

    def _write_index(self) -> None:
        write_text(self.folder / INDEX, json.dumps(self._slots))


def read_index(folder: Path, layout: MapLayout) -> dict[ViewKind, dict[str, int]]:
    """Return the slots of a store's index; nothing if it cannot be read or does not fit the files."""
    try:
        read = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        found = {kind: {str(d): int(slot) for d, slot in read[kind].items()} for kind in ViewKind}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {kind: slots for kind, slots in found.items() if _fits(slots, _records(folder, layout, kind))}


def _fits(slots: dict[str, int], count: int) -> bool:
    return len(set(slots.values())) == len(slots) and all(0 <= slot < count for slot in slots.values())


def _records(folder: Path, layout: MapLayout, kind: ViewKind) -> int:
    path = folder / f"{kind}.bin"
    return path.stat().st_size // layout.size(kind) if path.is_file() else 0


def lent(folder: Path, layout: MapLayout, kind: ViewKind, digests: Sequence[str]) -> Iterator[dict[str, np.ndarray]]:
    """Yield records of a store that another program may be writing, a few at a time.

    The index forgets a slot before it is written over: a record counts if the index still names it after it was read.
    """
    slots = read_index(folder, layout).get(kind, {})
    wanted = [digest for digest in digests if digest in slots]
    try:
        with (folder / f"{kind}.bin").open("rb") as file:
            for start in range(0, len(wanted), TOGETHER):
                some = wanted[start : start + TOGETHER]
                found = {digest: _record(file, layout, kind, slots[digest]) for digest in some}
                after = read_index(folder, layout).get(kind, {})
                yield {digest: one for digest, one in found.items() if after.get(digest) == slots[digest]}
    except (OSError, ValueError):
        return  # what is not lent is made anew


def _record(file: BinaryIO, layout: MapLayout, kind: ViewKind, slot: int) -> np.ndarray:
    file.seek(slot * layout.size(kind))
    return np.frombuffer(file.read(layout.size(kind)), np.float16).reshape(layout.shape(kind))


def contents_at_hand(backbone: str) -> dict[ViewKind, set[str]]:
    """Return the pictures, by content, whose maps of a backbone the store used last holds. Other weights, or another
    version of torch, have stores of their own, so this is an expectation."""
    stores = [path for path in cache_place().glob(f"{backbone}-*") if (path / INDEX).is_file()]
    if not stores:
        return {kind: set() for kind in ViewKind}
    try:
        read = json.loads((max(stores, key=_last_used) / INDEX).read_text(encoding="utf-8"))
        return {kind: set(read[kind]) for kind in ViewKind}
    except (OSError, ValueError, KeyError, TypeError):
        return {kind: set() for kind in ViewKind}


@contextmanager
def opened_store(key: str, layout: MapLayout, needed: int, own: Path) -> Iterator[tuple[MapStore, int]]:
    """The store of a key, nobody else using it, and the bytes it may hold; other keys make room, least recently used
    first. A store in the folder `own` where another program uses the cache's, or the cache cannot be written; it
    borrows what is in the cache."""
    place = cache_place()
    with ExitStack() as stack:
        try:
            stack.enter_context(lock_run(place / key / LOCK))
            limit = max(cache_limit(place), needed)
            _make_room(place, key, limit - needed)
            store = MapStore(place / key, layout)
        except (RunError, OSError):
            stack.close()
            store, limit = MapStore(own, layout, other=place / key), needed
        yield store, limit


def _make_room(place: Path, key: str, allowed: int) -> None:
    """Remove stores of other keys until they take at most `allowed` bytes."""
    others = [path for path in place.iterdir() if path.is_dir() and path.name != key]
    sizes = {path: _size_of_store(path) for path in others}
    for path in sorted(others, key=_last_used):
        if sum(sizes.values()) <= allowed:
            return
        if _empty(path):
            del sizes[path]


def _empty(store: Path) -> bool:
    """Remove the records of a store; return False if somebody uses it."""
    try:
        with lock_run(store / LOCK):
            for file in store.glob("*.bin"):
                file.unlink()
            (store / INDEX).unlink(missing_ok=True)
    except (RunError, OSError):
        return False
    return True


def _last_used(path: Path) -> float:
    index = path / INDEX
    return index.stat().st_mtime if index.is_file() else 0.0
