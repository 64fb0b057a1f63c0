"""Names, notes and stars: kept in the run folder, never lost, used as titles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import (
    FILE,
    Remark,
    Remarks,
    RemarksKeeper,
    Subject,
    filter_subject,
    part_titled,
    read_remarks,
    remarks_or_none,
    titled,
    write_remarks,
)
from icnn_engine.runs.run_folder import RunFilter

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
FILTER = RunFilter(OWN, 12, 0, 1.0, 0.8, 60.0, 2, False, 0.9, 0.0)
PART: Subject = (OWN, "part", 2)


def test_what_is_said_comes_back_from_the_folder(tmp_path: Path) -> None:
    said = Remarks().having(PART, Remark("얼굴", '눈과 "코"\n[두 줄]', True)).having((TWIN, "filter", 3), Remark("ear"))
    write_remarks(tmp_path, said)

    assert read_remarks(tmp_path) == said
    assert read_remarks(tmp_path / "elsewhere") == Remarks()


def test_an_empty_remark_is_not_kept_and_white_space_goes() -> None:
    named = Remarks().having(PART, Remark("  left \n ear ", "  sure  "))

    assert named.of(PART) == Remark("left ear", "sure")
    assert named.having(PART, Remark("  ")) == Remarks()


def test_a_filter_is_called_by_its_own_name_before_its_parts() -> None:
    part = Remarks().having(PART, Remark("head"))
    both = part.having(filter_subject(FILTER), Remark("snout"))

    assert [titled(FILTER, said) for said in (Remarks(), part, both)] == [
        "part 3, filter 12",
        "head, filter 12",
        "snout, filter 12",
    ]
    assert titled(replace(FILTER, group=-1), part) == "filter 12"
    assert part_titled(OWN, 2, both) == "head"
    assert part_titled(TWIN, 2, both) == "Part 3"


@pytest.mark.parametrize(
    "text",
    [
        "not toml [",
        "format = 9",
        'format = 1\n[[remark]]\nnetwork = "nobody"\nof = "filter"\nnumber = 1',
        'format = 1\n[[remark]]\nnetwork = "twin"\nof = "face"\nnumber = 1',
        "format = 1\n[[remark]]\nname = 'x'",
        "format = 1\nremark = 3",
    ],
)
def test_a_damaged_file_is_told_and_put_aside_before_anything_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(RunError, match="the run itself is whole"):
        read_remarks(tmp_path)
    write_remarks(tmp_path, Remarks().having(PART, Remark("head")))

    assert read_remarks(tmp_path).part_name(OWN, 2) == "head"
    assert (tmp_path / "remarks-damaged.toml").read_text() == text


def test_a_figure_takes_no_names_where_they_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe")

    assert remarks_or_none(tmp_path) == Remarks()


def test_what_is_said_of_a_part_that_loses_its_number_is_said_of_its_first_filter():
    own, twin = NetworkName.INTERPRETABLE, NetworkName.TWIN
    said = Remarks(
        {
            (own, "part", 0): Remark("nose", "wet"),
            (own, "filter", 5): Remark("snout", "dark", True),
            (own, "part", 1): Remark("ear"),
            (twin, "part", 0): Remark("eye"),
        }
    )
    moved = said.moved_to_filters({(own, 0): 5, (own, 1): 9})

    assert moved.said == {
        (own, "filter", 5): Remark("snout", "dark\nwet", True),
        (own, "filter", 9): Remark("ear"),
        (twin, "part", 0): Remark("eye"),
    }


def test_what_another_program_has_said_meanwhile_stays(tmp_path: Path) -> None:
    filter_3: Subject = (OWN, "filter", 3)
    first = Remarks().having(PART, Remark("head"))
    write_remarks(tmp_path, first)
    ours, theirs = RemarksKeeper(tmp_path, first), RemarksKeeper(tmp_path, first)
    theirs.save(first.having(filter_3, Remark("tail", "long")).having(PART, Remark("head", "", True)))
    ours.save(first.having((TWIN, "part", 0), Remark("ear")))
    ours.save(first.having((TWIN, "part", 0), Remark("left ear")))

    assert read_remarks(tmp_path).said == {
        PART: Remark("head", "", True),
        filter_3: Remark("tail", "long"),
        (TWIN, "part", 0): Remark("left ear"),
    }


def test_two_names_of_one_part_are_both_kept(tmp_path: Path) -> None:
    ours, theirs = RemarksKeeper(tmp_path, Remarks()), RemarksKeeper(tmp_path, Remarks())
    theirs.save(Remarks().having(PART, Remark("head", "round")))
    named = Remarks().having(PART, Remark("face", "with eyes", True))
    ours.save(named)
    ours.save(named.having((OWN, "filter", 1), Remark("ear")))

    assert read_remarks(tmp_path).of(PART) == Remark("face", "with eyes\nround\nhead", True)


def test_what_another_program_has_taken_away_is_not_brought_back(tmp_path: Path) -> None:
    first = Remarks().having(PART, Remark("head")).having((OWN, "filter", 1), Remark("ear"))
    write_remarks(tmp_path, first)
    ours = RemarksKeeper(tmp_path, first)
    write_remarks(tmp_path, first.having(PART, Remark()))
    ours.save(first.having((OWN, "filter", 1), Remark("left ear")))

    assert read_remarks(tmp_path).said == {(OWN, "filter", 1): Remark("left ear")}


def test_a_file_that_is_gone_is_written_whole(tmp_path: Path) -> None:
    first = Remarks().having(PART, Remark("head"))
    RemarksKeeper(tmp_path, first).save(named := first.having((OWN, "filter", 1), Remark("ear")))

    assert read_remarks(tmp_path) == named
