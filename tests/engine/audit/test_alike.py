"""Pictures in which a part looks alike."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.audit.alike import alike, alike_in_folder, alike_to, filter_of_part, is_seen, usual_similarity
from icnn_engine.core.errors import FolderError, SettingsError
from icnn_engine.core.events import NetworkName, Progress, drain
from icnn_engine.inspection.clear_peaks import clear_peaks
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.run_folder import Run
from tests.fake_explainer import FakeExplainer

OWN = NetworkName.INTERPRETABLE


def anew(run: Run) -> Run:
    """The run under another key, for its arrays are remembered."""
    return replace(run, info=run.info | {"made": "anew"})


def copied_maps(run: Run, row: int, into: int) -> None:
    """Give a picture the maps of another one in both networks."""
    for network in ("interpretable", "twin"):
        maps = np.load(path := run.path / "maps" / f"{network}.npy")
        maps[into] = maps[row]
        np.save(path, maps)


def test_a_picture_with_the_same_maps_is_the_most_alike_and_the_picture_itself_is_left_out(own_run: Run) -> None:
    copied_maps(own_run, 0, 11)
    found = alike(anew(own_run), 0, 0)

    assert found[0].picture == 11
    assert found[0].similarity == pytest.approx(1, abs=1e-3)
    assert 0 not in {one.picture for one in found}
    assert [one.similarity for one in found] == sorted((one.similarity for one in found), reverse=True)
    assert found[0].cell == divmod(int(own_run.maps()[11, 0].argmax()), own_run.geometry.cells)


def test_pictures_in_which_the_filter_does_not_see_the_part_are_left_out(fake_run: Run) -> None:
    clear = clear_peaks(fake_run, OWN, 0)
    found = alike(fake_run, 0, 0, count=100)

    assert {one.picture for one in found} == set(np.flatnonzero(clear).tolist()) - {0}
    assert len(alike(fake_run, 0, 0, count=3)) == 3
    assert {fake_run.pictures[one.picture].side for one in alike(fake_run, 0, 0, side="test")} == {"test"}


def test_pictures_of_the_same_source_are_left_out(own_run: Run) -> None:
    copied_maps(own_run, 0, 11)
    names = [own_run.pictures[row].name for row in (0, 11)]
    with (own_run.images / "groups.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("image", "source"), *((name, "one") for name in names)])

    assert 11 not in {one.picture for one in alike(anew(own_run), 0, 0, count=100)}


def test_a_picture_from_elsewhere_finds_what_the_same_picture_of_the_run_finds(fake_run: Run) -> None:
    look = look_at(fake_run, 1)
    found = [one.picture for one in alike_to(fake_run, replace(look, picture=None), 0, 100)]

    assert found[0] == 1
    assert found[1:] == [one.picture for one in alike(fake_run, 1, 0, 100)]


def test_another_folder_is_looked_through_but_for_the_picture_itself_and_files_that_are_none(
    fake_run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "others"
    folder.mkdir()
    for number in range(3):
        shutil.copy(fake_run.picture_path(number), folder / f"{number}.jpg")
    (folder / "broken.jpg").write_bytes(b"no picture")
    events: list[object] = []
    found = drain(alike_in_folder(FakeExplainer(fake_run), look_at(fake_run, 1), 0, folder), events.append)

    assert found.looked_at == 3
    assert [one.similarity for one in found.found] == pytest.approx([1, 1, 1], abs=1e-3)
    assert found.unread == ("broken.jpg",)
    assert events[-1] == Progress("Looking at pictures", 4, 4)
    with pytest.raises(FolderError):
        drain(alike_in_folder(FakeExplainer(fake_run), look_at(fake_run, 1), 0, tmp_path / "none"))


def test_pictures_elsewhere_in_which_the_part_is_faint_are_counted_and_not_found(fake_run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "others"
    folder.mkdir()
    shutil.copy(fake_run.picture_path(0), folder / "0.jpg")
    explainer = FakeExplainer(fake_run)
    faint = replace(look_at(fake_run, 1), maps=np.zeros_like(look_at(fake_run, 1).maps))
    explainer.explain = lambda _pixels, title, **_read: replace(faint, title=title)  # type: ignore[method-assign]
    found = drain(alike_in_folder(explainer, look_at(fake_run, 1), 0, folder))

    assert (found.found, found.looked_at, found.faint) == ((), 1, 1)
    assert not is_seen(fake_run, faint, 0)
    assert is_seen(fake_run, look_at(fake_run, 1), 0)


def test_a_part_or_filter_that_is_not_there_is_refused(fake_run: Run) -> None:
    assert fake_run.filters[filter_of_part(fake_run, 1)].group == 0
    with pytest.raises(SettingsError, match="no part 9"):
        filter_of_part(fake_run, 9)
    with pytest.raises(SettingsError, match="no filter 99"):
        alike(fake_run, 0, 99)


def test_the_usual_similarity_is_the_median_over_the_pictures_that_show_the_part(own_run: Run) -> None:
    look = look_at(own_run, 0)
    every = [one.similarity for one in alike(own_run, 0, 0, count=100)]

    assert usual_similarity(own_run, look, 0) == pytest.approx(np.median([1.0, *every]), abs=1e-3)
    with pytest.raises(SettingsError):
        usual_similarity(own_run, look, 99)
