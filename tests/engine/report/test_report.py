"""The one-page report: what it says is what was measured, in words, and it stands alone."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from icnn_engine import report
from icnn_engine.cli import main
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import speaking
from icnn_engine.report import paper
from icnn_engine.report.facts import gather_facts
from icnn_engine.report.parts import Worth
from icnn_engine.report.words import report_text
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.fake_run import held_out, make_fake_run, with_answers

OWN = NetworkName.INTERPRETABLE


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Its weights are no network's, so what a part is worth is not known."""
    return make_fake_run(tmp_path)


def kept_aside(run: Run, label: int) -> list[int]:
    return [i for i, p in enumerate(run.pictures) if p.side == "test" and p.label == label]


def answered(run: Run, wrong: list[int]) -> Run:
    """All answers sure and right but for some creatures that are missed."""
    sure = dict.fromkeys(held_out(run, 0), 0.99) | dict.fromkeys(held_out(run, -1), 0.01)
    return with_answers(run, sure | dict.fromkeys(wrong, 0.2))


def test_the_accuracy_counts_the_test_pictures_and_lies_in_its_interval(run: Run) -> None:
    creatures, others = kept_aside(run, 0), kept_aside(run, -1)
    found = gather_facts(answered(run, creatures[:1])).accuracy

    assert (found.right, found.tested) == (len(creatures) + len(others) - 1, len(creatures) + len(others))
    assert found.own.mean == pytest.approx((1 - 1 / len(creatures) + 1) / 2)
    assert found.own.low < found.own.mean < found.own.high <= 1


def test_without_any_mistake_the_interval_still_leaves_room_for_one(run: Run) -> None:
    found = gather_facts(answered(run, []))

    assert found.accuracy.own.low < found.accuracy.own.mean == 1
    assert found.mistakes == ()
    assert "None of the" in report_text(found).wrong


def test_mistakes_say_what_was_shown_what_was_said_and_how_surely(run: Run) -> None:
    missed = kept_aside(run, 0)[0]
    found = gather_facts(answered(run, [missed]))

    assert [(m.name, m.shows, m.answer) for m in found.mistakes] == [(run.pictures[missed].name, "creature", "")]
    assert found.mistakes[0].probability == pytest.approx(0.8)
    assert report_text(found).mistakes == ("It said: none of these (80 % sure). Right: creature.",)


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


def test_a_part_says_how_often_it_is_seen_on_the_category_and_elsewhere(run: Run) -> None:
    part = gather_facts(run).parts[0]

    assert part.seen > 0.8
    assert part.seen_elsewhere < 0.3
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


def test_what_a_part_is_worth_is_how_many_more_answers_are_wrong_without_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icnn_engine.inspection.explainer.Explainer", Networks)
    found = gather_facts(answered(run, []))
    told = report_text(found).parts

    assert [part.worth.more_wrong for part in found.parts if part.worth] == [0, 2, 0]
    assert f"Without it, 2 more of {found.switched} answers are wrong." in told[1][1]
    assert f"Without it, as many of {found.switched} answers are right." in told[0][1]
    assert not any("stand in" in sentence for _heading, sentences in told for sentence in sentences)


def test_a_part_that_lowers_the_answer_of_its_category_is_said_to_count_against_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("icnn_engine.inspection.explainer.Explainer", Networks)
    told = report_text(gather_facts(answered(run, []))).parts
    creatures = len(kept_aside(run, 0))

    assert f"Counts against creature on {creatures} of {creatures} pictures." in told[2][1]
    assert not any("Counts against" in sentence for _heading, sentences in told[:2] for sentence in sentences)


def test_each_part_says_how_well_it_follows_and_the_intro_what_holding_means(run: Run) -> None:
    told = report_text(gather_facts(run))

    assert told.short[1] == "13 of its 16 filters hold a part: 3 different parts, all shown below."
    assert "holds a part if it stays on the same content" in told.parts_intro
    assert "Of the ordinary network's filters 4 hold a part, of filters that never learned 0." in told.parts_intro
    assert told.parts[0][1][0] == "Follows 95 of 100 shifts, 85 mirrorings, 80 pastes."


def test_a_run_where_nothing_holds_says_so_and_calls_nothing_a_part(run: Run) -> None:
    filters = tuple(replace(one, group=-1, holds=False, mirror=0.3) for one in run.filters)
    told = report_text(gather_facts(replace(run, filters=filters)))

    assert told.short[1] == "None of its 16 filters holds a part: do not explain its answers by parts."
    assert told.parts_heading == "What it looks at: no filter holds a part"
    assert [name for name, _ in told.parts] == [f"Filter {index} (not a part)" for index in (0, 10, 1)]
    assert "Not a part (fails: mirror): it follows 95 of 100 shifts, 30 mirrorings, 80 pastes." in told.parts[0][1]
    assert "it found them by itself" not in told.trained


def test_a_run_that_was_not_judged_says_so_and_calls_its_groups_groups(run: Run) -> None:
    filters = tuple(replace(one, eligible=-1, holds=False) for one in run.filters)
    told = report_text(gather_facts(replace(run, filters=filters)))

    assert "were not tested for holding a part" in told.short[1]
    assert "partscope measure" in told.parts_intro
    assert [name for name, _ in told.parts] == ["Group 1", "Group 2", "Group 3"]
    assert told.parts[0][1][0] == "Follows 95 of 100 shifts."


def test_six_parts_with_all_their_sentences_fit_on_one_page(run: Run) -> None:
    found = gather_facts(answered(run, kept_aside(run, 0)[:2]))
    full = [replace(part, worth=Worth(2, -0.1, 40, 50)) for part in found.parts]
    crowded = replace(found, parts=(*full, *full))

    assert len(paper.lay_out(crowded, report_text(crowded))) == 1


def test_the_limits_are_those_of_the_run(run: Run) -> None:
    found = gather_facts(run)
    plain = " ".join(report_text(found).limits)
    leaky = run.settings.model_copy(update={"split": "released"})
    shuffled = replace(run, settings=leaky, info={**run.info, "background": "shuffled"}, table={})
    odd = replace(found, run=shuffled)
    told = " ".join(report_text(odd).limits)

    assert f"only {found.accuracy.fewest} were tested" in plain
    assert "pieces mixed up" not in plain
    assert all(words in told for words in ("pieces mixed up", "copies of training pictures", "Nobody has marked"))


def test_the_comparison_with_the_ordinary_network_claims_only_what_the_interval_shows(run: Run) -> None:
    found = gather_facts(run)
    close = replace(found.accuracy, difference=replace(found.accuracy.difference, mean=-0.01, low=-0.03, high=0.01))
    lost = replace(found.accuracy, difference=replace(found.accuracy.difference, mean=-0.05, low=-0.08, high=-0.02))

    assert "no clear difference" in report_text(replace(found, accuracy=close)).short[-1]
    assert "is right more often: by 5.0 points" in report_text(replace(found, accuracy=lost)).short[-1]


def test_the_page_stands_alone_and_what_the_user_wrote_cannot_break_it(run: Run, tmp_path: Path) -> None:
    write_notes(run.path, Notes({(OWN, "part", 0): Note("<script>alert(1)</script> & ears")}))
    page = report.write_report(run, tmp_path / "why.html").read_text(encoding="utf-8")

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; ears" in page
    assert set(re.findall(r'(?:src|href)="(.{11})', page)) == {"data:image/j"[:11]}
    assert page.count("<img") >= 3 * 5
    assert page.count('alt=""') == 0


def test_the_pdf_holds_its_words_as_text_with_their_fonts(run: Run, tmp_path: Path) -> None:
    path = report.write_report(run, tmp_path / "why.pdf")
    data = path.read_bytes()

    assert data.startswith(b"%PDF")
    assert b"/FontFile2" in data  # TrueType, embedded
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        assert "What this report cannot tell" in text


def test_a_report_is_written_in_the_language_asked_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "icnn_engine.core.language._catalogue", lambda _code: {("Report", "What it looks at"): "보는 것"}
    )
    page = report.write_report(run, tmp_path / "why.html", "ko").read_text(encoding="utf-8")
    with speaking("ko"):
        heading = report_text(gather_facts(run)).parts_heading

    assert heading == "보는 것"
    assert '<html lang="ko">' in page
    assert "<h2>보는 것</h2>" in page


def test_a_picture_of_a_mistake_that_is_gone_is_said_to_be_gone(run: Run, tmp_path: Path) -> None:
    taken_for_one = kept_aside(run, -1)[0]
    changed = with_answers(run, {taken_for_one: 0.9})
    run.picture_path(taken_for_one).unlink()
    page = report.write_report(changed, tmp_path / "why.html").read_text(encoding="utf-8")

    assert "The picture is gone." in page


def test_another_kind_of_file_is_refused_with_what_to_do(run: Run, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"\.html or \.pdf"):
        report.write_report(run, tmp_path / "why.docx")

    assert not list(tmp_path.glob("why*"))


def test_the_command_writes_it_beside_the_run_or_where_it_is_told(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["report", str(run.path)]), main(["report", str(run.path), "--output", str(tmp_path / "a" / "b.pdf")])
    wrong = main(["report", str(run.path), "--language", "xx"])

    assert (*status, wrong) == (0, 0, 1)
    assert (run.path / "report.html").is_file()
    assert (tmp_path / "a" / "b.pdf").is_file()
    assert "There is no language xx" in capsys.readouterr().err
