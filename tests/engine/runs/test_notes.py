"""Names, notes and stars: kept in the run folder, never lost, used as titles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import (
    FILE,
    Note,
    Notes,
    NotesFile,
    Subject,
    filter_subject,
    filter_title,
    nameless_parts,
    notes_or_none,
    part_title,
    read_notes,
    write_notes,
)
from icnn_engine.runs.run_folder import Run, RunFilter

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
FILTER = RunFilter(OWN, 12, 0, 1.0, 0.8, 60.0, 2, False, 0.9, 0.0)
PART: Subject = (OWN, "part", 2)


def test_what_is_said_comes_back_from_the_folder(tmp_path: Path) -> None:
    said = Notes().having(PART, Note("얼굴", '눈과 "코"\n[두 줄]', True)).having((TWIN, "filter", 3), Note("ear"))
    write_notes(tmp_path, said)

    assert read_notes(tmp_path) == said
    assert read_notes(tmp_path / "elsewhere") == Notes()


def test_an_empty_remark_is_not_kept_and_white_space_goes() -> None:
    named = Notes().having(PART, Note("  left \n ear ", "  sure  "))

    assert named.of(PART) == Note("left ear", "sure")
    assert named.having(PART, Note("  ")) == Notes()


def test_a_filter_is_called_by_its_own_name_before_its_parts() -> None:
    part = Notes().having(PART, Note("head"))
    both = part.having(filter_subject(FILTER), Note("snout"))

    assert [filter_title(FILTER, said) for said in (Notes(), part, both)] == [
        "part 3, filter 12",
        "head, filter 12",
        "snout, filter 12",
    ]
    assert filter_title(replace(FILTER, group=-1), part) == "filter 12"
    assert part_title(OWN, 2, both) == "head"
    assert part_title(TWIN, 2, both) == "Part 3"


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
        read_notes(tmp_path)
    write_notes(tmp_path, Notes().having(PART, Note("head")))

    assert read_notes(tmp_path).part_name(OWN, 2) == "head"
    assert (tmp_path / "remarks-damaged.toml").read_text() == text


def test_a_figure_takes_no_names_where_they_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe")

    assert notes_or_none(tmp_path) == Notes()


def test_what_is_said_of_a_part_that_loses_its_number_is_said_of_its_first_filter():
    own, twin = NetworkName.INTERPRETABLE, NetworkName.TWIN
    said = Notes(
        {
            (own, "part", 0): Note("nose", "wet"),
            (own, "filter", 5): Note("snout", "dark", True),
            (own, "part", 1): Note("ear"),
            (twin, "part", 0): Note("eye"),
        }
    )
    moved = said.moved_to_filters({(own, 0): 5, (own, 1): 9})

    assert moved.by_subject == {
        (own, "filter", 5): Note("snout", "dark\nwet", True),
        (own, "filter", 9): Note("ear"),
        (twin, "part", 0): Note("eye"),
    }


def test_what_another_program_has_said_meanwhile_stays(tmp_path: Path) -> None:
    filter_3: Subject = (OWN, "filter", 3)
    first = Notes().having(PART, Note("head"))
    write_notes(tmp_path, first)
    ours, theirs = NotesFile(tmp_path, first), NotesFile(tmp_path, first)
    theirs.save(first.having(filter_3, Note("tail", "long")).having(PART, Note("head", "", True)))
    ours.save(first.having((TWIN, "part", 0), Note("ear")))
    ours.save(first.having((TWIN, "part", 0), Note("left ear")))

    assert read_notes(tmp_path).by_subject == {
        PART: Note("head", "", True),
        filter_3: Note("tail", "long"),
        (TWIN, "part", 0): Note("left ear"),
    }


def test_two_names_of_one_part_are_both_kept(tmp_path: Path) -> None:
    ours, theirs = NotesFile(tmp_path, Notes()), NotesFile(tmp_path, Notes())
    theirs.save(Notes().having(PART, Note("head", "round")))
    named = Notes().having(PART, Note("face", "with eyes", True))
    ours.save(named)
    ours.save(named.having((OWN, "filter", 1), Note("ear")))

    assert read_notes(tmp_path).of(PART) == Note("face", "with eyes\nround\nhead", True)


def test_what_another_program_has_taken_away_is_not_brought_back(tmp_path: Path) -> None:
    first = Notes().having(PART, Note("head")).having((OWN, "filter", 1), Note("ear"))
    write_notes(tmp_path, first)
    ours = NotesFile(tmp_path, first)
    write_notes(tmp_path, first.having(PART, Note()))
    ours.save(first.having((OWN, "filter", 1), Note("left ear")))

    assert read_notes(tmp_path).by_subject == {(OWN, "filter", 1): Note("left ear")}


def test_a_file_that_is_gone_is_written_whole(tmp_path: Path) -> None:
    first = Notes().having(PART, Note("head"))
    NotesFile(tmp_path, first).save(named := first.having((OWN, "filter", 1), Note("ear")))

    assert read_notes(tmp_path) == named


def test_a_part_has_a_name_if_it_or_one_of_its_filters_has_one(fake_run: Run) -> None:
    own, of_filter = (NetworkName.INTERPRETABLE, "part", 0), filter_subject(fake_run.filters[fake_run.groups()[1][1]])
    named = Notes({own: Note("head"), of_filter: Note("tail"), (NetworkName.TWIN, "part", 2): Note("leg")})

    assert nameless_parts(fake_run.filters, Notes()) == 3
    assert nameless_parts(fake_run.filters, named) == 1
