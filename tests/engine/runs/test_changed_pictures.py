"""Pictures that change after the training: named, left out or looked at anew, never drawn on with old maps."""

from __future__ import annotations

import io
import os
import shutil
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine.cli import main
from icnn_engine.core.annotations import Crop
from icnn_engine.core.errors import ChangedPictureError, RunError
from icnn_engine.core.events import NetworkName, Warned, drain
from icnn_engine.data import check_folder, list_folder, read_picture
from icnn_engine.data.digests import digest_of
from icnn_engine.figures import Wanted, export_bulk, export_heatmaps
from icnn_engine.figures.comparison import chosen_pictures
from icnn_engine.inspection.best_pictures import best_pictures, part_crops, pictures_of
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.predictions import Answered, right_like
from icnn_engine.report.facts import gather_facts
from icnn_engine.report.words import report_text
from icnn_engine.runs.changed_pictures import ensure_same, found_changed, is_changed
from icnn_engine.runs.run_folder import Run, open_run
from tests.changed_pictures import known, other_pictures, turn

OWN = NetworkName.INTERPRETABLE
FAULTS = Path(__file__).resolve().parents[4] / "shared" / "data" / "faults"


@pytest.fixture
def run(own_run: Run) -> Run:
    """A run of a test's own that knows its pictures by their digests, as trainings write them."""
    return known(own_run)


def best(run: Run, filter: int = 0) -> list[int]:
    return [one.picture for one in best_pictures(run, OWN, filter, 20)]


def files_of(run: Run) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in run.path.rglob("*") if path.is_file()}


# What a run knows its pictures by


def test_a_check_up_and_a_run_name_a_picture_alike(run: Run) -> None:
    checked = {one.name: one.digest for one in drain(check_folder(list_folder(run.images))).pictures}

    assert checked == {one.name: one.digest for one in run.pictures}


def test_the_digest_of_an_object_depends_on_its_box() -> None:
    path = Path("photograph.jpg")
    found = {digest_of(b"bytes", where) for where in (path, Crop(path, (0, 0, 4, 4)), Crop(path, (0, 0, 4, 5)))}

    assert len(found) == 3
    assert digest_of(b"bytes", path) == blake2b(b"bytes", digest_size=16).hexdigest()


# One picture that has changed


def test_old_maps_are_not_drawn_on_a_picture_that_has_changed(run: Run) -> None:
    first, *others = best(run)
    turn(run, first)

    assert is_changed(run, first)
    assert best(run) == others
    assert [crop.best.picture for crop in part_crops(run, OWN, 0, 4, 32)] == others[:4]
    with pytest.raises(ChangedPictureError, match="has changed since the run was trained"):
        look_at(run, first)
    assert found_changed(run) == (run.pictures[first].name,)


def test_a_picture_that_was_put_back_is_drawn_on_again(run: Run) -> None:
    before = best(run)
    path = run.images / run.pictures[before[0]].name
    content = path.read_bytes()
    turn(run, before[0])
    without = best(run)
    path.write_bytes(content)

    assert without == before[1:]
    assert best(run) == before
    assert found_changed(run) == ()
    assert look_at(run, before[0]).picture == before[0]


def test_the_pictures_of_the_comparison_are_the_next_ones_in_the_same_order(run: Run) -> None:
    before = chosen_pictures(run, 9)
    turn(run, before[1])

    assert chosen_pictures(run, 3) == [before[0], *before[2:4]]
    assert chosen_pictures(run, 2, start=1) == before[2:4]


def test_an_answer_is_not_compared_with_a_picture_that_has_changed(run: Run) -> None:
    shown = [i for i in range(len(run.pictures)) if run.pictures[i].label == 0]
    answers = tuple(Answered(i, 0, 0, 0.99, 0.98) for i in shown)
    nearest = right_like(run, answers[0], answers)
    assert nearest is not None
    turn(run, nearest)

    assert right_like(run, answers[0], answers) not in (nearest, None)


def test_exports_leave_it_out_and_name_it(run: Run, tmp_path: Path) -> None:
    shown = pictures_of(run).tolist()
    turn(run, shown[0])
    said: list[object] = []
    count = drain(export_heatmaps(run, 0, tmp_path / "heatmaps"), said.append)
    wanted = Wanted((0, 1), tuple(shown), ("overlays", "maps", "peaks"))
    done = drain(export_bulk(run, wanted, tmp_path / "bulk"), said.append)
    table = (tmp_path / "bulk" / "peaks.csv").read_text(encoding="utf-8")

    assert count == len(list((tmp_path / "heatmaps").iterdir())) == len(shown) - 1
    assert len(list((tmp_path / "bulk" / "overlays").rglob("*.png"))) == 2 * (len(shown) - 1)
    assert len(list((tmp_path / "bulk" / "maps").iterdir())) == len(shown)
    assert done.written == 3 * len(shown) - 2 + 1
    name = run.pictures[shown[0]].name
    assert name in table  # what the run saw, as numbers
    assert [name in event.text for event in said if isinstance(event, Warned)] == [True, True]


def test_the_report_shows_others_and_says_which_it_left_out(run: Run) -> None:
    first = best(run)[0]
    turn(run, first)
    facts = gather_facts(run)

    assert facts.changed == (run.pictures[first].name,)
    assert any(run.pictures[first].name in line for line in report_text(facts).limits)


def test_a_report_says_what_it_leaves_out_for_want_of_marks_and_networks(run: Run) -> None:
    whole = report_text(gather_facts(run)).limits
    (run.images / "landmarks.csv").unlink()
    limits = report_text(gather_facts(run)).limits

    assert any(line.startswith("How many answers need each part") for line in limits)  # it has no weights
    assert [line for line in limits if line not in whole] == [
        line for line in limits if line.startswith("Whether the parts keep to their places")
    ]
    assert len(limits) == len(whole) + 1


def test_a_command_that_draws_names_it_and_one_that_is_asked_for_it_fails(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    first = best(run)[0]
    name = run.pictures[first].name
    turn(run, first)
    drawn = main(["figures", str(run.path), "--kind", "stages", "--filter", "0"])
    told = capsys.readouterr().err
    asked = main(["figures", str(run.path), "--kind", "stages", "--filter", "0", "--picture", name])
    refused = capsys.readouterr().err

    assert (drawn, asked) == (0, 1)
    assert "One picture has changed since the training" in told
    assert name in told
    assert "has changed since the run was trained" in refused


def test_runs_that_stored_no_digests_are_drawn_as_before(own_run: Run) -> None:
    for digest in ("", "0" * 64):
        run = replace(own_run, pictures=tuple(replace(one, digest=digest) for one in own_run.pictures))
        first = best(run)[0]
        turn(run, first)

        assert best(run)[0] == first
        assert look_at(run, first).picture == first
        ensure_same(run)


def test_a_file_that_is_only_touched_or_copied_has_not_changed(run: Run, tmp_path: Path) -> None:
    shutil.copytree(run.images, tmp_path / "copied", copy_function=shutil.copyfile)
    again = open_run(run.path, tmp_path / "copied")
    ensure_same(again)

    assert not any(is_changed(again, i) for i in range(len(again.pictures)))


def test_other_bytes_of_the_same_size_and_time_are_seen(run: Run) -> None:
    path = run.images / run.pictures[0].name
    before, content = path.stat(), bytearray(path.read_bytes())
    assert not is_changed(run, 0)
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert path.stat().st_size == before.st_size
    assert is_changed(run, 0)


def test_pictures_that_have_swapped_their_names_have_both_changed(run: Run) -> None:
    one, other = (run.images / run.pictures[index].name for index in (0, 1))
    aside = one.rename(one.with_name("aside"))
    other.rename(one)
    aside.rename(other)

    assert [is_changed(run, index) for index in range(3)] == [True, True, False]


def test_a_placeholder_in_the_place_of_a_picture_is_told_as_changed(run: Run) -> None:
    path = run.images / run.pictures[0].name
    path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")

    with pytest.raises(ChangedPictureError):
        look_at(run, 0)


def test_a_picture_that_cannot_be_read_is_told_as_such(run: Run) -> None:
    path = run.images / run.pictures[0].name
    path.write_bytes(b"")

    assert not is_changed(run, 0)
    with pytest.raises(Exception, match="empty"):
        look_at(run, 0)


# Another folder


@pytest.fixture
def others(run: Run, tmp_path: Path) -> Path:
    """A folder with other pictures of the same names and sizes."""
    place = other_pictures(run, tmp_path / "others")
    shutil.copyfile(run.images / "landmarks.csv", place / "landmarks.csv")
    return place


@pytest.mark.parametrize(
    "words",
    [
        ["report"],
        ["measure"],
        *(["figures", "--kind", kind] for kind in ("parts", "comparison", "filter", "stages")),
        *(["export", "--what", what] for what in ("figures", "heatmaps", "bulk")),
    ],
)
def test_other_pictures_of_the_same_names_are_refused(
    run: Run, others: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(run)
    command, *more = words
    status = main([command, str(run.path), "--images", str(others), *more])

    assert status == 1
    told = capsys.readouterr().err
    assert f"The pictures in {others} are not those that {run.name} was trained on" in told
    assert "--images" in told
    assert files_of(run) == before


def test_a_few_changed_pictures_are_no_other_folder(run: Run) -> None:
    turn(run, *range(len(run.pictures) // 2))
    ensure_same(run)
    turn(run, *range(len(run.pictures) // 2, len(run.pictures) // 2 + 2))

    with pytest.raises(RunError, match=f"of {len(run.pictures)} that were compared, {len(run.pictures) // 2 + 2}"):
        ensure_same(run)


# The inputs that failed


@pytest.mark.skipif(not (FAULTS / "edited").is_dir(), reason="the inputs that failed are not here")
def test_the_edited_picture_of_the_faults_is_told_as_changed(own_run: Run) -> None:
    path = own_run.images / own_run.pictures[0].name
    first, second = FAULTS / "edited" / "33_as_trained.png", FAULTS / "edited" / "33_resaved.png"
    path.write_bytes(first.read_bytes())
    run = known(own_run)
    shown = look_at(run, 0).pixels
    path.write_bytes(second.read_bytes())

    np.testing.assert_array_equal(shown, read_picture(first))
    assert is_changed(run, 0)
    with Image.open(io.BytesIO(second.read_bytes())) as image:
        assert image.getexif().get(0x0112, 1) == 1
