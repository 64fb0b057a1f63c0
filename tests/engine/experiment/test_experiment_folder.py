"""The folder of an experiment: what is in it comes back, damage is told with the file, tables follow their cells."""

import re

import numpy as np
import pytest

from icnn_engine.core.errors import ExperimentError
from icnn_engine.core.experiment_settings import make_experiment_settings
from icnn_engine.experiment.experiment_folder import CellName, Task, begin_experiment, open_experiment, read_records
from icnn_engine.experiment.experiment_table import captions, experiment_rows
from icnn_engine.experiment.table_text import table_as_csv, table_as_latex, table_as_markdown, table_as_text
from tests.fake_experiment import add_cell, fake_settings, make_fake_study

DATA = {"data": {"folder": "/pictures/zoo", "fingerprint": "0"}, "versions": {}}


@pytest.fixture
def study(tmp_path):
    return make_fake_study(tmp_path / "study")


def grown(path, **values):
    known = open_experiment(path).settings.model_dump()
    return begin_experiment(path, make_experiment_settings(known | values), DATA)


def test_cells_and_their_records_come_back(study):
    again = open_experiment(study.path)
    records = read_records(again.path, again.cells[0].name)

    assert again == study
    assert set(records.networks) == {"ordinary", "paper", "partscope"}
    assert records.networks["paper"].answers.dtype == np.float32


def test_cells_stand_in_the_order_of_the_settings(tmp_path):
    study = make_fake_study(tmp_path, fake_settings(["zebra", "cat"], [10, 2]))

    assert [(c.name.task.name, c.name.seed) for c in study.cells] == [
        ("zebra", 10), ("zebra", 2), ("cat", 10), ("cat", 2),
    ]  # fmt: skip


def test_more_seeds_make_the_table_grow_and_keep_its_cells(study):
    kept = {file: file.stat().st_mtime_ns for file in (study.path / "cells").iterdir()}
    more = grown(study.path, seeds=(5,))

    assert more.settings.seeds == (0, 1, 5)
    assert more.cells == study.cells
    assert {file: file.stat().st_mtime_ns for file in (study.path / "cells").iterdir()} == kept


def test_all_categories_of_the_folder_are_more_than_some_that_were_named(study):
    assert grown(study.path, categories=("dog",)).settings.categories == ("fox", "cat", "dog")
    assert grown(study.path, categories=()).settings.categories == ()
    assert grown(study.path, categories=("fox",)).settings.categories == ()


@pytest.mark.parametrize(
    ("values", "data"), [({"variants": ("ordinary",)}, DATA), ({}, DATA | {"data": {"fingerprint": "1"}})]
)
def test_other_networks_and_other_pictures_are_refused(study, values, data):
    manifest = (study.path / "study.toml").read_bytes()
    with pytest.raises(ExperimentError, match="Choose another place"):
        begin_experiment(study.path, make_experiment_settings(study.settings.model_dump() | values), data)

    assert (study.path / "study.toml").read_bytes() == manifest


def damaged(path, damage):
    content = path.read_bytes()
    match damage:
        case "truncated":
            path.write_bytes(content[: len(content) // 2])
        case "empty":
            path.write_bytes(b"")
        case "overwritten":
            path.write_bytes(b"\xff\xfe no = numbers [")


@pytest.mark.parametrize("damage", ["truncated", "empty", "overwritten"])
def test_a_damaged_cell_is_told_with_its_file_and_what_to_do(study, damage):
    file = study.path / "cells" / f"{study.cells[0].name.file}.toml"
    damaged(file, damage)

    with pytest.raises(ExperimentError, match=rf"{file.name} is damaged.*Delete it"):
        open_experiment(study.path)


@pytest.mark.parametrize("damage", ["truncated", "empty", "overwritten"])
def test_damaged_records_are_told_with_their_file_and_what_to_do(study, damage):
    file = study.path / "cells" / f"{study.cells[0].name.file}.npz"
    damaged(file, damage)

    with pytest.raises(ExperimentError, match=rf"{file.name} is damaged.*Delete it and its .toml"):
        experiment_rows(study)


def test_records_with_a_flipped_byte_are_damaged_too(study):
    file = study.path / "cells" / f"{study.cells[0].name.file}.npz"
    content = bytearray(file.read_bytes())
    content[60:90] = bytes(30)
    file.write_bytes(content)

    with pytest.raises(ExperimentError, match=r"npz is damaged"):
        read_records(study.path, study.cells[0].name)


@pytest.mark.parametrize("text", ["format = 1\n[settings]\nseeds = ['many']\n", "format = ", "format = 99\n"])
def test_a_manifest_that_cannot_be_used_is_told(study, text):
    (study.path / "study.toml").write_text(text)

    with pytest.raises(ExperimentError, match=str(study.path)):
        open_experiment(study.path)


@pytest.fixture
def single(tmp_path):
    return make_fake_study(tmp_path / "single", fake_settings(["fox"], [0]))


def test_intervals_are_kept_until_a_cell_changes(single):
    rows = experiment_rows(single)
    (kept,) = (single.path / "intervals").iterdir()
    written = kept.stat().st_mtime_ns
    same, unchanged = experiment_rows(open_experiment(single.path)), kept.stat().st_mtime_ns
    cell = single.path / "cells" / f"{single.cells[0].name.file}.toml"
    cell.write_text(re.sub(r"background_auc = [\d.]+", "background_auc = 0.25", cell.read_text()))
    changed = experiment_rows(open_experiment(single.path))

    assert repr(same) == repr(rows)
    assert unchanged == written
    assert changed[2].figures["background_auc"].value.mean == 0.25
    assert changed[2].figures["balanced_accuracy"] == rows[2].figures["balanced_accuracy"]


def test_kept_intervals_that_are_damaged_are_worked_out_again(single):
    rows = experiment_rows(single)
    for file in (single.path / "intervals").iterdir():
        file.write_text("networks = [")

    assert repr(experiment_rows(single)) == repr(rows)


def test_a_single_seed_has_intervals_only_where_pictures_can_be_drawn_anew(single):
    ordinary, _, own, *_ = experiment_rows(single)

    for key in ("balanced_accuracy", "equivariance"):
        assert ordinary.figures[key].value.low < ordinary.figures[key].value.high
        assert own.figures[key].against is not None
    assert np.isnan(own.figures["background_auc"].value.low)
    assert not own.figures["background_auc"].differs


def test_rows_without_pretrained_weights_are_no_comparison_and_every_form_says_so(tmp_path):
    study = make_fake_study(tmp_path, fake_settings(["fox"], [0]))
    name = CellName(Task(("fox",)), "vgg_m=scratch", 0)
    add_cell(tmp_path, name)
    file = tmp_path / "cells" / f"{name.file}.toml"
    file.write_text(file.read_text().replace("pretrained = true", "pretrained = false"))
    study = open_experiment(tmp_path)
    rows = experiment_rows(study)
    told = "vgg_m=scratch: no pretrained weights; these rows are no comparison with the paper."

    assert {row.backbone for row in rows if not row.pretrained} == {"vgg_m=scratch"}
    assert told in captions(study, rows)
    assert told not in captions(study, [row for row in rows if row.pretrained])
    for text in (table_as_text(study, rows), table_as_markdown(study, rows), table_as_latex(study, rows)):
        assert told in text.replace(r"\_", "_")
    assert "fox,vgg_m=scratch,False,ordinary,0" in table_as_csv(rows)


def test_cells_of_different_names_never_share_a_file():
    names = [CellName(Task((one,)), "squeezenet1_1", 0) for one in ("red panda", "red-panda", "red/panda")]
    names += [CellName(Task(pair, "softmax"), "squeezenet1_1", 0) for pair in (("cat", "fox"), ("cat", "zebra"))]

    assert len({name.file for name in names}) == len(names)
    assert CellName(Task(("fox",)), "squeezenet1_1", 0).file == "fox--squeezenet1_1--seed0"
    assert all(re.fullmatch(r"[\w.=-]+", name.file) for name in names)


def test_an_experiment_that_is_taken_up_keeps_what_it_was_begun_with(study):
    again = begin_experiment(study.path, study.settings, {**study.info, "versions": {"torch": "99"}})

    assert again.info["versions"] == study.info["versions"]


def test_ends_of_intervals_stay_within_what_can_be_and_baselines_bear_no_star(study):
    rows = experiment_rows(study)
    shares = [row.figures["background_auc"].value for row in rows if "background_auc" in row.figures]

    assert all(0 <= one.low <= one.high <= 1 for one in shares)
    assert all(row.figures["instability_centre"].against is None for row in rows if "instability_centre" in row.figures)
    assert any(row.figures["instability"].against is not None for row in rows if "instability" in row.figures)


def test_cells_of_categories_with_the_longest_names_are_kept_apart(tmp_path):
    long = [f"{'a' * 253}{end}" for end in "bc"]
    names = [CellName(Task((category,)), "squeezenet1_1", 2**31 - 1) for category in long]
    make_fake_study(tmp_path, fake_settings(long, [0]), cells=0)
    for name in names:
        add_cell(tmp_path, name)

    cells = open_experiment(tmp_path).cells

    assert {cell.name for cell in cells} == set(names)
    assert all(len(f"{name.file}.toml") <= 255 for name in names)
    assert CellName(Task(("fox",)), "squeezenet1_1", 0).file == "fox--squeezenet1_1--seed0"
