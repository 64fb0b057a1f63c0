"""Parts of a report: their order, pictures and worth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.report.facts import gather_facts
from icnn_engine.report.parts import _distinct
from icnn_engine.report.words import report_text
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.engine.report.test_facts import answered, kept_aside

OWN = NetworkName.INTERPRETABLE


def test_parts_that_the_user_named_or_starred_come_first_by_their_names(run: Run) -> None:
    said = {
        (OWN, "part", 2): Note("Tummy"),
        (OWN, "filter", run.groups()[1][1]): Note(starred=True),
    }
    write_notes(run.path, Notes(said))
    found = gather_facts(run)

    assert [part.number for part in found.parts] == [2, 3, 1]
    assert [heading for heading, _told in report_text(found).parts] == ["Part 2", "Tummy", "Part 1"]


def test_a_filter_of_no_part_is_shown_where_the_user_starred_it(run: Run) -> None:
    write_notes(run.path, Notes({(OWN, "filter", 13): Note("Grass", "Only in\nsummer.", starred=True)}))
    found = gather_facts(run)
    parts = found.parts

    assert [(part.number, part.name) for part in parts[:2]] == [(0, "Grass"), (1, "")]
    assert len(parts) == 4
    assert report_text(found).parts[0][1][-1] == "Only in summer."


def test_the_filter_that_finds_the_marked_boxes_is_shown(run: Run) -> None:
    inside, loose = run.groups()[1][1], 13
    shown = [
        [part.filter.index for part in gather_facts(replace(run, table=run.table | {"box_filter": float(i)})).parts]
        for i in (inside, loose)
    ]

    assert inside in shown[0]
    assert run.groups()[1][0] not in shown[0]
    assert loose in shown[1]


def test_no_two_parts_begin_with_the_same_picture_if_that_can_be_had() -> None:
    pictures = [[BestPicture(i, (0, 0), 1.0) for i in order] for order in ((4, 5, 6), (4, 6, 5), (4,))]
    leads = [chosen[0].picture for chosen in _distinct(pictures)]

    assert leads == [4, 6, 4]
    assert [one.picture for one in _distinct(pictures)[1]] == [6, 4, 5]


def test_a_part_says_how_often_it_is_seen_on_the_category_and_elsewhere(run: Run) -> None:
    part = gather_facts(run).parts[0]

    assert part.seen > 0.8 * part.pictures
    assert part.seen_elsewhere < 0.3 * part.others
    assert len(part.crops) == 4


class Networks:
    """Without the tail's filters the first two test pictures are answered otherwise; without the body's the answer
    rises a little."""

    def __init__(self, asked: Run) -> None:
        self.run = asked

    def switched(self, pictures: np.ndarray, off: tuple[int, ...] = ()) -> np.ndarray:
        given = np.array(self.run.answers()[pictures])
        groups = self.run.groups()
        if off == groups[1]:
            given[:2] = 1 - given[:2]
        return given + 0.005 if off == groups[2] else given


def test_the_worth_of_a_part_is_how_many_more_answers_are_wrong_without_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icnn_engine.inspection.explainers.Explainer", Networks)
    found = gather_facts(answered(run, []))
    told = report_text(found).parts

    assert [part.worth.more_wrong for part in found.parts if part.worth] == [0, 2, 0]
    assert f"Without it, 2 more of {found.switched} answers are wrong." in told[1][1]
    assert "Without it, as many answers are right." in told[0][1]
    assert not any("stand in" in sentence for _heading, sentences in told for sentence in sentences)


def test_a_part_that_lowers_the_answer_of_its_category_is_said_to_count_against_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icnn_engine.inspection.explainers.Explainer", Networks)
    told = report_text(gather_facts(answered(run, []))).parts
    creatures = len(kept_aside(run, 0))

    assert f"Speaks against creature on {creatures} of its {creatures} pictures." in told[2][1]
    assert not any("Speaks against" in sentence for _heading, sentences in told[:2] for sentence in sentences)
