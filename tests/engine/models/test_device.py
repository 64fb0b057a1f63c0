"""What computes is chosen by name, and what it is fed is read ahead."""

import threading
from types import SimpleNamespace

import pytest
import torch

from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import SettingsError
from icnn_engine.features.trunk_maps import store_key, trunk_maps
from icnn_engine.models.device import batches_on_device, chosen_device, computers, is_mixed, read_ahead
from icnn_engine.training.preparation import load_trunk


@pytest.fixture
def _two_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [SimpleNamespace(name="Card A", total_memory=80 * 2**30), SimpleNamespace(name="B", total_memory=2**30)]
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda number: cards[number])
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device: (9, 0) if device.index == 0 else (7, 5))


@pytest.mark.usefixtures("_two_cards")
def test_gpus_come_before_the_processor_and_mix_precision_where_they_can() -> None:
    found = computers()

    assert [one.name for one in found] == ["cuda:0", "cuda:1", "cpu"]
    assert (found[0].title, found[0].memory) == ("Card A", 80 * 2**30)
    assert chosen_device("") == torch.device("cuda")
    assert chosen_device("cuda:1") == torch.device("cuda:1")
    assert is_mixed(None, torch.device("cuda:0"))
    assert not is_mixed(None, torch.device("cuda:1"))
    assert not is_mixed("single", torch.device("cuda:0"))


def test_a_device_that_is_not_here_is_refused_with_those_that_are() -> None:
    with pytest.raises(SettingsError, match=r"There is no cuda:7 here\. Choose one of: .*cpu \(.*threads, \d+ GB\)"):
        load_trunk(make_settings({"device": "cuda:7"}))


def test_maps_of_mixed_precision_are_kept_apart_and_nearly_the_same() -> None:
    squares = torch.randint(0, 256, (2, 224, 224, 3), generator=torch.Generator().manual_seed(0)).byte().numpy()
    single, digest = load_trunk(make_settings({"device": "cpu"}))
    mixed, _ = load_trunk(make_settings({"precision": "mixed"}))
    fine, coarse = trunk_maps(squares, single), trunk_maps(squares, mixed)

    assert store_key(single, digest) != store_key(mixed, digest)
    assert coarse.dtype == torch.float32
    assert not torch.equal(fine, coarse)
    assert torch.nn.functional.cosine_similarity(fine.flatten(), coarse.flatten(), dim=0) > 0.999


def test_the_next_item_is_read_while_one_is_worked_on() -> None:
    second_read = threading.Event()

    def source():
        yield 0
        second_read.set()
        yield 1

    items = read_ahead(source(), lambda number: 10 * number)

    assert next(items) == 0
    assert second_read.wait(10)
    assert list(items) == [10]


def test_what_fails_while_it_is_read_ahead_fails_where_it_is_wanted() -> None:
    def source():
        yield 1
        raise OSError("the drive is gone")

    items = read_ahead(source(), lambda number: number)

    assert next(items) == 1
    with pytest.raises(OSError, match="the drive is gone"):
        next(items)


def test_the_processor_is_fed_as_it_asks() -> None:
    batches = iter([(torch.zeros(1), torch.zeros(1))])

    assert batches_on_device(batches, torch.device("cpu")) is batches
