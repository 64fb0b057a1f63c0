"""Suspect pictures of a run, and what is said about them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from icnn_engine.audit.novelty import Novelty
from icnn_engine.audit.picture_features import picture_features, tied_pictures
from icnn_engine.audit.suspect_words import reason_of
from icnn_engine.audit.suspects import Suspect, SuspectKind, labels_likely_wrong, suspects
from icnn_engine.core.atomic_files import write_array
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import Note, Notes
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE


@pytest.fixture
def clear_run(several_run: Run, tmp_path) -> Run:
    """A run of two categories and a background that features of the trunk tell apart; it is a test's own."""
    import shutil

    path = shutil.copytree(several_run.path, tmp_path / "run")
    labels = np.array([picture.label for picture in several_run.pictures])
    noise = np.random.default_rng(0).normal(0, 0.3, (len(labels), 8))
    write_array(path / "parts" / "trunk.npy", (noise + 4 * np.eye(3, 8)[labels]).astype(np.float16))
    return replace(several_run, path=path)


def relabelled(run: Run, **labels: int) -> Run:
    """The run with other labels of pictures, given as p3=-1."""
    pictures = list(run.pictures)
    for name, label in labels.items():
        pictures[int(name[1:])] = replace(pictures[int(name[1:])], label=label)
    return replace(run, pictures=tuple(pictures), info=run.info | {"made": repr(labels)})


def first(run: Run, label: int, number: int = 0) -> int:
    return [i for i, picture in enumerate(run.pictures) if picture.label == label][number]


def of(found: tuple[Suspect, ...], picture: int) -> Suspect:
    return next(one for one in found if one.picture == picture)


def test_a_run_whose_labels_are_right_has_no_suspect_label(clear_run: Run) -> None:
    assert not [one for one in suspects(clear_run) if one.kind is SuspectKind.LABEL]
    assert labels_likely_wrong(suspects(clear_run)) == 0


def test_wrong_labels_are_found_between_categories_and_against_the_background(clear_run: Run) -> None:
    creature, other, nothing = first(clear_run, 0), first(clear_run, 0, 1), first(clear_run, -1)
    wrong = relabelled(clear_run, **{f"p{creature}": 1, f"p{other}": -1, f"p{nothing}": 0})
    found = suspects(wrong)[:3]

    assert {(one.picture, one.category, one.likelier) for one in found} == {
        (creature, 1, 0),
        (other, -1, 0),
        (nothing, 0, -1),
    }
    assert all(one.kind is SuspectKind.LABEL and one.confident for one in found)
    assert labels_likely_wrong(suspects(wrong)) == 3


def test_the_reason_names_the_parts_that_speak_for_it_as_the_user_does(clear_run: Run) -> None:
    creature, nothing = first(clear_run, 0), first(clear_run, -1)
    wrong = relabelled(clear_run, **{f"p{creature}": 1, f"p{nothing}": 0})
    found = suspects(wrong)
    notes = Notes().having((OWN, "part", of(found, creature).seen[0]), Note(name="snout"))
    insect, background = (reason_of(wrong, of(found, i), notes) for i in (creature, nothing))

    assert insect.startswith("Looks like creature (")
    assert "snout" in insect
    assert "of creature seen" in insect
    assert background.startswith("Looks like the background (")
    assert "of creature not seen" in background


def test_copies_with_other_labels_come_first_whether_the_bytes_are_the_same_or_only_the_look(clear_run: Run) -> None:
    a, b, c, d = (first(clear_run, label, n) for label, n in ((0, 0), (-1, 0), (0, 1), (1, 0)))
    pictures = list(clear_run.pictures)
    pictures[b] = replace(pictures[b], digest=pictures[a].digest)
    near = [[pictures[c].name, pictures[d].name, "no longer used.png"]]
    run = replace(
        clear_run,
        pictures=tuple(pictures),
        info=clear_run.info | {"made": "copies", "data": clear_run.info["data"] | {"contradictions": near}},
    )
    found = suspects(run)

    assert {one.picture: one.copies for one in found[:4]} == {a: (b,), b: (a,), c: (d,), d: (c,)}
    assert {one.kind for one in found[:4]} == {SuspectKind.COPY}
    assert reason_of(run, of(found, a), Notes()) == (
        f"The same picture is {pictures[b].name}, and there its category is the background."
    )


def test_copies_with_the_same_label_are_no_suspects(clear_run: Run) -> None:
    a, b = first(clear_run, 0), first(clear_run, 0, 1)
    pictures = list(clear_run.pictures)
    pictures[b] = replace(pictures[b], digest=pictures[a].digest)
    run = replace(clear_run, pictures=tuple(pictures), info=clear_run.info | {"made": "same label"})

    assert not [one for one in suspects(run) if one.kind is SuspectKind.COPY]


def test_a_picture_without_parts_whose_label_is_doubtful_is_an_outlier(clear_run: Run) -> None:
    odd, plain = first(clear_run, 0), first(clear_run, 0, 1)
    maps = np.load(path := clear_run.path / "maps" / "interpretable.npy")
    maps[[odd, plain]] = 0
    write_array(path, maps)
    features = np.load(clear_run.path / "parts" / "trunk.npy")
    features[odd] = [2.2, 0, 0, 0, 6, 0, 0, 0]  # like nothing else, still most like its own category
    features[plain] = [5, 0, 0, 0, 0, 0, 0, 0]
    write_array(clear_run.path / "parts" / "trunk.npy", features)
    found = suspects(replace(clear_run, info=clear_run.info | {"made": "outlier"}))
    outliers = [one.picture for one in found if one.kind is SuspectKind.OUTLIER]

    assert odd in outliers
    assert plain not in outliers
    assert of(found, odd).missing
    assert reason_of(clear_run, of(found, odd), Notes()).startswith("No part of creature is seen (Part 1")


def test_one_category_against_its_own_pictures_shuffled_is_not_judged(clear_run: Run) -> None:
    same = relabelled(clear_run, **{f"p{i}": 0 for i in range(len(clear_run.pictures))})

    assert not [one for one in suspects(same) if one.kind is SuspectKind.LABEL]


def test_a_picture_that_is_unlike_the_training_pictures_is_suspect_unless_it_is_of_the_background(
    clear_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd, nothing = first(clear_run, 0), first(clear_run, -1)
    known, unlike = Novelty(0.5, 0.5, 0.5), Novelty(0.02, 0.1, 0.02)
    found = [unlike if i in (odd, nothing) else known for i in range(len(clear_run.pictures))]
    monkeypatch.setattr("icnn_engine.audit.suspects.novelties", lambda _run: found)
    told = [
        one for one in suspects(replace(clear_run, info=clear_run.info | {"made": "unlike"})) if one.kind == "unlike"
    ]

    assert [(one.picture, one.score) for one in told] == [(odd, 0.98)]
    assert reason_of(clear_run, told[0], Notes()).startswith("Unlike the training pictures: 2.0 % of")


def test_without_features_of_the_trunk_those_of_the_filters_are_taken(own_run: Run) -> None:
    maps = np.asarray(own_run.maps(), np.float32)

    assert np.array_equal(picture_features(own_run), np.hstack([maps.max((2, 3)), maps.mean((2, 3))]))


def test_pictures_are_tied_as_the_run_tells_or_by_digest_and_source(own_run: Run) -> None:
    told = replace(own_run, pictures=tuple(replace(p, tied=i // 2) for i, p in enumerate(own_run.pictures)))
    twice = replace(own_run.pictures[5], digest=own_run.pictures[2].digest)
    names = [picture.name for picture in own_run.pictures]
    table = own_run.images / "groups.csv"
    table.write_text(f"image,source\n{names[7]},walk\n{names[9]},walk\n", encoding="utf-8")
    known = tied_pictures(replace(own_run, pictures=(*own_run.pictures[:5], twice, *own_run.pictures[6:])))

    assert tied_pictures(told).tolist() == [i // 2 for i in range(len(names))]
    assert known[2] == known[5]
    assert known[7] == known[9]
    assert len(set(known.tolist())) == len(names) - 2
