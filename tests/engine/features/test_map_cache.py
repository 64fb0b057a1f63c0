"""Maps kept by content: found again, given up when room is short, never wrong after a crash."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest

from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import StorageError
from icnn_engine.core.events import Progress, drain
from icnn_engine.data import check_folder, list_folder
from icnn_engine.data.selection import Selection, select, thinned
from icnn_engine.features import map_cache, trunk_maps
from icnn_engine.features.map_cache import (
    INDEX,
    LOCK,
    MapLayout,
    MapStore,
    ViewKind,
    cache_limit,
    clear_cache,
    lent,
    opened_store,
    read_index,
    size_of,
)
from icnn_engine.features.trunk_maps import TrunkMaps, bytes_needed, layout_of, opened_maps
from icnn_engine.runs.run_lock import lock_run
from icnn_engine.sample import make_sample
from icnn_engine.training.preparation import fitting, load_trunk

SMALL = MapLayout(channels=2, cells=3, wide=5)
SIZE = SMALL.size(ViewKind.PLAIN)
SETTINGS = make_settings({})


def record(number: float) -> np.ndarray:
    return np.full(SMALL.shape(ViewKind.PLAIN), number, np.float16)


def fill(store: MapStore, names: str, room: int = 10**6) -> np.ndarray:
    """Put a record for each letter that is missing: its number in the alphabet."""
    slots = store.prepare(ViewKind.PLAIN, list(names), room)
    for name in names:
        if store.waits(ViewKind.PLAIN, name):
            store.put(ViewKind.PLAIN, name, record(ord(name)))
    store.keep()
    return slots


def missing(folder: Path, digests: str) -> set[str]:
    """The pictures whose plain maps the index of a store does not name."""
    return set(digests) - read_index(folder, SMALL).get(ViewKind.PLAIN, {}).keys()


def test_what_was_kept_is_found_again_in_its_slot(tmp_path: Path) -> None:
    slots = fill(MapStore(tmp_path, SMALL), "abc")
    again = MapStore(tmp_path, SMALL)
    found = again.prepare(ViewKind.PLAIN, ["c", "a"], 10**6)

    assert found.tolist() == [slots[2], slots[0]]
    assert missing(tmp_path, "abcd") == {"d"}
    assert again.array(ViewKind.PLAIN)[found[0], 0, 0, 0] == ord("c")


def test_what_was_put_but_not_kept_does_not_count(tmp_path: Path) -> None:
    store = MapStore(tmp_path, SMALL)
    fill(store, "a")
    store.prepare(ViewKind.PLAIN, ["a", "b"], 10**6)
    store.put(ViewKind.PLAIN, "b", record(7))

    assert missing(tmp_path, "ab") == {"b"}


def test_the_least_recently_used_give_up_their_slots_where_room_is_short(tmp_path: Path) -> None:
    store = MapStore(tmp_path, SMALL)
    fill(store, "abcd", 4 * SIZE)
    fill(store, "ab", 4 * SIZE)
    fill(store, "ef", 4 * SIZE)

    assert missing(tmp_path, "abcdef") == {"c", "d"}
    assert (tmp_path / "plain.bin").stat().st_size == 4 * SIZE
    assert missing(tmp_path, "abcdef") == {"c", "d"}


def test_pictures_of_one_training_never_push_out_each_other(tmp_path: Path) -> None:
    store = MapStore(tmp_path, SMALL)
    slots = fill(store, "abcdef", 2 * SIZE)

    assert len(set(slots.tolist())) == 6


@pytest.mark.parametrize("damage", ["text", "slot beyond the file", "one slot for two", "a list", "cut file"])
def test_a_damaged_store_is_begun_anew(tmp_path: Path, damage: str) -> None:
    fill(MapStore(tmp_path, SMALL), "ab")
    index = json.loads((tmp_path / INDEX).read_text())
    match damage:
        case "text":
            (tmp_path / INDEX).write_text("not {json")
        case "slot beyond the file":
            (tmp_path / INDEX).write_text(json.dumps(index | {"plain": {"a": 9}}))
        case "one slot for two":
            (tmp_path / INDEX).write_text(json.dumps(index | {"plain": {"a": 0, "b": 0}}))
        case "a list":
            (tmp_path / INDEX).write_text("[1, 2]")
        case "cut file":
            os.truncate(tmp_path / "plain.bin", SIZE)
    store = MapStore(tmp_path, SMALL)
    lacking = missing(tmp_path, "ab")
    slots = fill(store, "ab")

    assert lacking == {"a", "b"}
    assert [store.array(ViewKind.PLAIN)[slot, 0, 0, 0] for slot in slots] == [ord("a"), ord("b")]


def test_another_program_at_the_cache_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path / "cache"))
    with (
        lock_run(tmp_path / "cache" / "key" / LOCK),
        opened_store("key", SMALL, 100, tmp_path / "own") as (store, room),
    ):
        places = store.folder, room

    assert places == (tmp_path / "own", 100)


def test_what_another_program_has_in_the_cache_is_read_while_it_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path / "cache"))
    theirs = MapStore(tmp_path / "cache" / "key", SMALL)
    fill(theirs, "abc")
    theirs.prepare(ViewKind.PLAIN, list("abcd"), 10**6)  # they are about to write "d"
    with (
        lock_run(tmp_path / "cache" / "key" / LOCK),
        opened_store("key", SMALL, 100, tmp_path / "own") as (store, _room),
    ):
        slots = store.prepare(ViewKind.PLAIN, list("acde"), 10**6)
        copied = sum(store.borrow(ViewKind.PLAIN))
        waiting = [name for name in "acde" if store.waits(ViewKind.PLAIN, name)]
        read = [float(store.array(ViewKind.PLAIN)[slot, 0, 0, 0]) for slot in slots[:2]]

    assert copied == 2
    assert waiting == ["d", "e"]
    assert read == [ord("a"), ord("c")]
    assert missing(tmp_path / "cache" / "key", "abcde") == {"d", "e"}


def test_a_slot_that_is_written_over_while_it_is_read_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = MapStore(tmp_path / "theirs", SMALL)
    fill(theirs, "ab")
    usual = map_cache._record

    def overtaken(file: BinaryIO, layout: MapLayout, kind: ViewKind, slot: int) -> np.ndarray:
        if slot == 0:  # "a" gives up its slot to "c" just before it is read
            theirs.prepare(ViewKind.PLAIN, list("bc"), 2 * SIZE)
            theirs.put(ViewKind.PLAIN, "c", record(ord("c")))
        return usual(file, layout, kind, slot)

    monkeypatch.setattr(map_cache, "_record", overtaken)
    (found,) = lent(tmp_path / "theirs", SMALL, ViewKind.PLAIN, ["a", "b"])

    assert {name: float(one[0, 0, 0]) for name, one in found.items()} == {"b": ord("b")}


def test_errors_while_a_store_is_open_come_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path))
    with pytest.raises(StorageError, match="full"), opened_store("key", SMALL, 100, tmp_path / "own"):
        raise StorageError("full")


def test_other_keys_make_room_the_least_recently_used_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path))
    monkeypatch.setenv("PARTSCOPE_CACHE_GB", str(5 * SIZE / 1e9))
    for age, key in enumerate(("new", "middle", "old")):
        fill(MapStore(tmp_path / key, SMALL), "ab")
        os.utime(tmp_path / key / INDEX, (10**9 - age, 10**9 - age))
    with opened_store("mine", SMALL, 2 * SIZE, tmp_path / "own") as (store, room):
        fill(store, "ab", room)

    assert {key for key in ("new", "middle", "old", "mine") if (tmp_path / key / "plain.bin").exists()} == {
        "new",
        "mine",
    }


def test_clearing_removes_what_no_training_uses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path))
    fill(MapStore(tmp_path / "old", SMALL), "ab")
    with opened_store("mine", SMALL, 2 * SIZE, tmp_path / "own") as (store, room):
        fill(store, "a", room)
        cleared = clear_cache(tmp_path)
    after = clear_cache(tmp_path)

    assert cleared == (2 * SIZE, SIZE)
    assert after == (SIZE, 0)
    assert size_of(tmp_path) == 0
    assert clear_cache(tmp_path / "not there") == (0, 0)


def test_the_limit_is_what_was_asked_for_or_a_share_of_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTSCOPE_CACHE_GB", "1.5")
    asked = cache_limit(tmp_path)
    monkeypatch.setenv("PARTSCOPE_CACHE_GB", "lots")
    usual = cache_limit(tmp_path / "not" / "there" / "yet")

    assert asked == 1_500_000_000
    assert 0 < usual <= 20e9


# Of real pictures


@pytest.fixture(scope="module")
def selection(tmp_path_factory: pytest.TempPathFactory) -> Selection:
    sample = drain(make_sample(tmp_path_factory.mktemp("store") / "sample", creatures=10, backgrounds=10))
    return drain(select(drain(check_folder(list_folder(sample))), SETTINGS))


def maps_of(selection: Selection, own: Path, views: str = "windows") -> tuple[TrunkMaps, int]:
    """The maps of a selection as copies, and how many pictures were read for them."""
    backbone, digest = load_trunk(SETTINGS)
    read: list[int] = []
    training = selection.side == "train"
    with opened_maps(backbone, digest, layout_of(backbone), selection, training, views, own) as operation:
        found = drain(operation, lambda event: read.append(event.done) if isinstance(event, Progress) else None)
        copied = {kind: np.array(array) for kind, array in found.arrays.items()}
    return TrunkMaps(copied, found.slot, found.computed), max(read)


def test_maps_do_not_depend_on_which_others_were_known(
    selection: Selection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path / "whole"))
    whole, read = maps_of(selection, tmp_path / "own")
    again, read_again = maps_of(selection, tmp_path / "own")
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path / "parts"))
    monkeypatch.setattr(trunk_maps, "BATCH", 16)
    one = thinned(selection, SETTINGS.model_copy(update={"max_pictures": 9}))
    maps_of(one, tmp_path / "own")  # so that only the last one of each kind is missing
    parts, read_rest = maps_of(selection, tmp_path / "own")

    assert (read, read_again) == (20, 0)
    assert 0 < read_rest < 12
    for other in (again, parts):
        for kind in ViewKind:
            for picture in np.flatnonzero(whole.slot[kind] >= 0):
                np.testing.assert_array_equal(other.row(kind, picture), whole.row(kind, picture))


def test_the_second_of_two_trainings_reads_no_picture_whose_maps_are_in_the_cache(
    selection: Selection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path / "cache"))
    first, _read = maps_of(selection, tmp_path / "own")
    (folder,) = (tmp_path / "cache").iterdir()
    before = (folder / INDEX).read_bytes()
    with lock_run(folder / LOCK):  # the other one is still at work
        second, read = maps_of(selection, tmp_path / "own")

    assert (second.computed, read) == (0, 0)
    assert (folder / INDEX).read_bytes() == before
    for kind in ViewKind:
        for picture in np.flatnonzero(first.slot[kind] >= 0):
            np.testing.assert_array_equal(second.row(kind, picture), first.row(kind, picture))


def test_fewer_views_need_fewer_maps(selection: Selection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path))
    plain, _ = maps_of(selection, tmp_path / "own", "plain")
    moved, read = maps_of(selection, tmp_path / "own", "windows")

    assert set(plain.arrays) == {ViewKind.PLAIN}
    assert set(moved.arrays) == {ViewKind.PLAIN, ViewKind.WIDE}
    assert read == (selection.side == "train").sum()


def test_what_there_is_no_room_for_is_decided_before(selection: Selection) -> None:
    layout, count, trained = MapLayout(512, 13, 17), len(selection.pictures), int((selection.side == "train").sum())
    rich = bytes_needed(layout, count, trained, "windows")
    poor = bytes_needed(layout, count, trained, "plain")
    found = [fitting(selection, SETTINGS, layout, room) for room in (rich, rich - 1, poor, poor - 1)]
    asked = fitting(selection, make_settings({"views": "windows"}), layout, 1)

    assert [one.views for one in found] == ["windows", "plain", "plain", "plain"]
    assert [one.max_pictures for one in found] == [None, None, None, 9]
    assert (asked.views, asked.max_pictures) == ("windows", None)
    assert len(thinned(selection, found[-1]).pictures) == 18
