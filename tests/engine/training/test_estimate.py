"""How long a training will take and how much room it needs, told before it starts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from icnn_engine.core.annotations import Folder
from icnn_engine.core.config import SHUFFLED, make_settings, to_toml
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder
from icnn_engine.experiment.training_run import run_training
from icnn_engine.runs.new_run_folder import ensure_writable
from icnn_engine.training.disk_room import ensure_room, room_needed
from icnn_engine.training.estimate import WIDER, Costs, Estimate, Record, estimate, records_of
from icnn_engine.training.estimate_text import basis_text, estimate_text, rough_duration
from tests.app.pictures import listed, make_folder

FOXES = listed(Path("/pictures"), fox=160, _background=160)
QUICK = make_settings({})
HALF = 0.6  # of the time of a step with 64 filters: half as many
SECONDS = {
    "320 pictures": 0.2,
    "maps of the trunk computed": 16.2,
    "strength of the filter loss": 21.2,
    "12 epochs trained": 81.2,
    "measured": 105.2,
}


def of(folder: Folder = FOXES, records: tuple[Record, ...] = (), device: str = "cpu", **values: object) -> Estimate:
    return estimate(folder, make_settings(values), records, device)


def past(learning: float, device: str = "cpu", training: str = "quick", probes: float = 1) -> Record:
    return Record("efficientnet_lite0", training, device, Costs(0.05, probes, learning, 20.0))


def write_run(place: Path, name: str, seconds: dict[str, float], **values: object) -> None:
    (place / name).mkdir(parents=True)
    info = {
        "settings": make_settings(values).model_dump(),
        "background": "_background",
        "data": {"train": 192, "choose": 48, "test": 80},
        "strength": {"used": 0.0015, "tried": [{"strength": 0.0015}]},
        "training": {"epochs": 12, "device": "cpu"},
        "seconds": seconds,
    }
    (place / name / "run.toml").write_text(to_toml(info), encoding="utf-8")


@pytest.mark.parametrize(
    "more",
    [
        {"epochs": 24},
        {"filters": 256},
        {"backbone": "vgg16"},
        {"training": "full"},
    ],
)
def test_what_is_more_work_takes_longer(more: dict[str, object]) -> None:
    usual, longer = of(), of(**more)

    assert longer.total > 1.3 * usual.total


def test_more_pictures_take_longer_and_a_limit_of_them_takes_less() -> None:
    many = listed(Path("/pictures"), fox=1600, _background=1600)

    assert of(many).reading == pytest.approx(10 * of().reading)
    assert of(many).total > of(many, max_pictures=160).total > of().total


def test_a_small_set_is_gone_through_several_times_an_epoch() -> None:
    few, many = listed(Path("/p"), fox=40, _background=40), listed(Path("/p"), fox=400, _background=400)

    assert of(many).learning < 2 * of(few).learning


def test_wider_kernels_take_longer_where_a_network_has_them() -> None:
    narrow, wide = of(kernel=3), of(kernel=5)

    assert wide.learning == pytest.approx(narrow.learning * (2 + WIDER[5]) / 3)
    assert wide.probing == pytest.approx(narrow.probing * WIDER[5])
    assert of().learning == pytest.approx(narrow.learning * (2 + WIDER[1]) / 3)
    assert of(variant="paper").learning == narrow.learning
    assert of(training="full").learning == of(training="full", kernel=3).learning


def test_a_given_strength_needs_no_probes() -> None:
    given = of(strength=0.002)

    assert given.probing == 0
    assert "choosing" not in estimate_text(given)
    assert given.learning == of().learning


def test_shuffled_negatives_are_learned_from_as_well() -> None:
    alone = listed(Path("/p"), fox=800)

    assert of(alone, background=SHUFFLED).learning == pytest.approx(of(alone).learning)
    assert of(alone).learning == pytest.approx(of(listed(Path("/p"), fox=800, _background=800)).learning)


def test_a_gpu_that_was_never_used_is_taken_to_be_faster() -> None:
    assert of(device="cuda", training="full").learning < of(training="full").learning / 10


def test_earlier_runs_of_the_same_kind_count_and_no_others() -> None:
    own = of(records=(past(0.01), past(0.02), past(0.03), past(9.0, "cuda"), past(9.0, training="full")))
    visits = 192 * 3 * (2 + WIDER[1]) * QUICK.epochs  # samples, rounds, networks (one has smaller kernels), epochs

    assert own.runs == 3
    assert own.learning == pytest.approx(visits * 0.02 * HALF)
    assert own.probing == pytest.approx(192 * 3 * 4 * 0.02 * WIDER[1] * HALF)
    assert "3 earlier" in basis_text(own)
    assert "guess" in basis_text(of())


def test_the_newest_runs_decide() -> None:
    newest = tuple(past(0.01) for _ in range(5))

    assert of(records=(*newest, past(9.0))) == of(records=newest)


def test_the_times_of_a_run_foretell_that_same_run(tmp_path: Path) -> None:
    write_run(tmp_path, "20260101-120000-fox", SECONDS)
    records = records_of(tmp_path)
    own = of(records=records)

    assert own.learning == pytest.approx(60)
    assert own.measuring == pytest.approx(24)
    assert own.reading == pytest.approx(16, abs=3)  # opening the pictures comes on top


def test_what_cannot_be_read_is_left_out_and_the_newest_run_comes_first(tmp_path: Path) -> None:
    write_run(tmp_path, "20260101-120000-old", SECONDS)
    write_run(tmp_path, "20260103-120000-new", SECONDS, backbone="vgg16")
    write_run(tmp_path, "20260102-120000-short", {"320 pictures": 1.0})
    (tmp_path / "20260104-damaged").mkdir()
    (tmp_path / "20260104-damaged" / "run.toml").write_bytes(b"\xff = [")

    assert [record.backbone for record in records_of(tmp_path)] == ["vgg16", "efficientnet_lite0"]
    assert records_of(tmp_path / "nowhere") == ()


def test_the_sample_that_nobody_trained_here_does_not_count(tmp_path: Path) -> None:
    write_run(tmp_path, "sample", SECONDS)
    counted = len(records_of(tmp_path))
    path = tmp_path / "sample" / "run.toml"
    path.write_text(to_toml({"sample": True}) + path.read_text(encoding="utf-8"), encoding="utf-8")

    assert counted == 1
    assert records_of(tmp_path) == ()


def test_which_category_is_meant_has_to_be_clear() -> None:
    with pytest.raises(SettingsError, match="Choose the category"):
        of(listed(Path("/p"), fox=20, cat=20))


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (7.3, "7 s"), (43, "45 s"), (100, "2 min"), (4000, "67 min"), (90_000, "25 h")]
)
def test_times_are_told_as_exactly_as_they_can_be_foreseen(seconds: float, words: str) -> None:
    assert rough_duration(seconds) == words


def test_the_stages_are_told_and_add_up() -> None:
    found, whole = Estimate(4, 36, 5, 60, 20, 0, finding=30), Estimate(4, 36, 0, 60, 20, 0)

    assert (found.total, whole.total) == (155, 120)
    assert estimate_text(found) == (
        "About 3 min: 30 s finding the object, 40 s reading the pictures, 5 s choosing the loss weight, 60 s training, "
        "20 s testing the parts."
    )
    assert estimate_text(whole) == "About 2 min: 40 s reading the pictures, 60 s training, 20 s testing the parts."


def test_room_grows_with_pictures_and_full_training_needs_more() -> None:
    quick = room_needed(1000, 13, 224, QUICK)

    assert 0.2e9 < quick < 1e9
    assert room_needed(20_000, 13, 224, QUICK) > 2.5 * quick
    assert room_needed(1000, 13, 224, make_settings({"training": "full"})) > quick + 1000 * 3 * 224**2 - 1


def test_a_disk_with_too_little_room_is_told_before_anything_is_computed(tmp_path: Path) -> None:
    ensure_room(tmp_path, 1)

    with pytest.raises(RunError, match="Free some room"):
        ensure_room(tmp_path, 10**18)


def test_a_place_that_cannot_be_written_to_is_told_before_the_pictures_are_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    events: list[object] = []

    with pytest.raises(RunError, match="Choose another place"):
        drain(run_training(tmp_path / "pictures", QUICK, tmp_path / "file" / "runs"), events.append)

    assert not events


def test_looking_whether_a_place_can_be_written_to_leaves_nothing_in_it(tmp_path: Path) -> None:
    ensure_writable(tmp_path / "runs")

    assert not list((tmp_path / "runs").iterdir())


def test_maps_at_hand_need_not_be_computed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_folder(tmp_path / "zoo", fox=10, cat=10)
    checkup = drain(check_folder(list_folder(root)))
    contents = [picture.digest for picture in checkup.pictures]
    store = tmp_path / "cache" / "efficientnet_lite0-0123456789abcdef"
    store.mkdir(parents=True)
    slots = {digest: slot for slot, digest in enumerate(contents)}
    (store / "index.json").write_text(json.dumps({"plain": slots, "wide": dict(list(slots.items())[:12])}))
    unknown = estimate(checkup, make_settings({"category": "fox"}), (), "cpu")
    monkeypatch.setenv("PARTSCOPE_CACHE", str(tmp_path / "cache"))
    known = estimate(checkup, make_settings({"category": "fox"}), (), "cpu")
    other = estimate(checkup, make_settings({"category": "fox", "backbone": "vgg16"}), (), "cpu")
    (store / "index.json").write_text("{")
    damaged = estimate(checkup, make_settings({"category": "fox"}), (), "cpu")

    assert unknown.mapping > 0
    assert (known.at_hand, known.mapping) == (20, 0)
    assert "20 pictures are at hand" in basis_text(known)
    assert other.at_hand == damaged.at_hand == 0


def test_finding_objects_takes_as_long_as_reading_the_pictures_once_more() -> None:
    assert 0.5 * of().mapping < of(region="object").finding < 2 * of().mapping
    assert of(region="object").mapping == of(region="boxes").mapping == of().mapping
    assert of(region="boxes").finding == of().finding == 0


def test_each_box_of_a_picture_counts_where_boxes_are_read(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "zoo", fox=10, _background=10)
    rows = [f"fox/{n:03}.png,{x},1,9,9" for n in range(10) for x in (1, 5, 9)]
    (root / "boxes.csv").write_text("\n".join(["image,x,y,width,height", *rows, ""]))
    checkup = drain(check_folder(list_folder(root)))
    boxes, whole = (estimate(checkup, make_settings({"region": region}), (), "cpu") for region in ("boxes", "whole"))

    assert boxes.mapping == pytest.approx(2 * whole.mapping)
    assert boxes.checking == whole.checking
