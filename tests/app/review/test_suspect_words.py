"""What is said of suspects: a title and a line for every kind, and the category that is proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.review.suspects.suspect_words import kind_titles, proposed, row_of
from icnn_engine.audit.suspects import KINDS, Suspect, SuspectKind
from icnn_engine.runs.run_folder import Run

INSECT, BACKGROUND = 1, -1
ONE = Suspect(2, SuspectKind.LABEL, 0.5, INSECT, 0, 0.9, True, copies=(3,))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_title_and_a_line(several_run: Run, kind: SuspectKind) -> None:
    row = row_of(several_run, replace(ONE, kind=kind), None)

    assert kind_titles()[kind]
    assert row.first
    assert row.second == "label: insect"


def test_only_a_label_or_a_copy_proposes_a_category(several_run: Run) -> None:
    proposals = {kind: proposed(several_run, replace(ONE, kind=kind)) for kind in KINDS}

    assert several_run.pictures[3].label == BACKGROUND
    assert proposals == {
        SuspectKind.COPY: "_background",
        SuspectKind.LABEL: "creature",
        SuspectKind.OUTLIER: "",
        SuspectKind.UNLIKE: "",
    }
