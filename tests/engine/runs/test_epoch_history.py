"""What was seen in a few pictures after every epoch: told, kept, read again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.events import EpochDone, FilterSnapshot, FinishFlag, NetworkName, drain
from icnn_engine.runs.epoch_history import EpochHistory, read_history, write_history
from icnn_engine.training.train_step import GLIMPSES
from icnn_engine.training.training_loop import train_networks
from tests.toy_batches import CELLS, map_lesson, pixel_lesson, prepared, settings, whole


def glimpses(epoch: int, pictures: tuple[int, ...] = (4, 9)) -> tuple[FilterSnapshot, ...]:
    return tuple(FilterSnapshot(p, p + epoch, np.full((3, 3), p + epoch / 2, np.float16)) for p in pictures)


def trained(kind: str, categories: int = 1) -> list[EpochDone]:
    own = settings(training=kind, epochs=3)
    source = map_lesson(categories) if kind == "quick" else pixel_lesson(categories)
    head = prepared(map_lesson(categories), own, categories=categories).new_network("partscope")
    network = head if kind == "quick" else whole(head)
    events: list[object] = []
    name = NetworkName.INTERPRETABLE
    drain(train_networks({name: network}, source, own, {name: 1e-3}, FinishFlag(), name), events.append)
    return [event for event in events if isinstance(event, EpochDone)]


@pytest.mark.parametrize("categories", [1, 2])
@pytest.mark.parametrize("kind", ["quick", "full"])
def test_every_epoch_tells_what_is_seen_in_the_same_pictures_of_the_categories(kind: str, categories: int) -> None:
    epochs = trained(kind, categories)
    shown = {tuple(g.picture for g in epoch.glimpses) for epoch in epochs}

    assert len(epochs) == 3
    assert len(shown) == 1
    assert 8 <= len(epochs[0].glimpses) <= GLIMPSES
    assert all(picture % 2 == 0 for picture in shown.pop())
    assert all(g.map.shape == (CELLS, CELLS) and g.map.dtype == np.float16 for e in epochs for g in e.glimpses)
    assert any((a.map != b.map).any() for a, b in zip(epochs[0].glimpses, epochs[2].glimpses, strict=True))


def test_a_glimpse_is_by_a_filter_of_the_gallery() -> None:
    for epoch in trained("quick"):
        assert {g.filter for g in epoch.glimpses} <= {one.filter for one in epoch.gallery}


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    write_history(tmp_path, [glimpses(1), glimpses(2), glimpses(3)])
    history = read_history(tmp_path)

    assert history.pictures == (4, 9)
    assert len(history.epochs) == 3
    assert history.at(2, 9).filter == 11
    assert (history.at(2, 9).map == 10).all()


def test_a_run_without_a_history_or_with_a_damaged_one_has_none(tmp_path: Path) -> None:
    nothing = read_history(tmp_path)
    write_history(tmp_path, [glimpses(1)])
    np.save(tmp_path / "history" / "filters.npy", np.zeros((7, 2)))
    unlike = read_history(tmp_path)
    (tmp_path / "history" / "maps.npy").write_bytes(b"no numbers")

    assert nothing.epochs == unlike.epochs == read_history(tmp_path).epochs == ()


def test_nothing_is_written_where_nothing_was_seen(tmp_path: Path) -> None:
    write_history(tmp_path, [])

    assert not list(tmp_path.iterdir())


def test_the_history_of_a_training_grows_epoch_by_epoch() -> None:
    grown = EpochHistory().and_then(glimpses(1)).and_then(glimpses(2))

    assert grown.pictures == (4, 9)
    assert grown.at(1, 4).filter == 5
