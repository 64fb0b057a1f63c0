"""The numbers of the other chapters, each against a second way to compute it."""

import numpy as np
import pytest
import torch

from icnn_engine.core.errors import RunError
from icnn_engine.core.events import FilterSnapshot, NetworkName
from icnn_engine.data import read_picture
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.lecture.before_after import before_after, share_under_mask
from icnn_engine.lecture.cam_sum import cam_sum
from icnn_engine.lecture.chapters import CHAPTERS
from icnn_engine.lecture.cost import cost
from icnn_engine.lecture.mirror import SIDEWAYS, STEPS, mirror_lesson, way_inside
from icnn_engine.lecture.pixels import pixel_lesson
from icnn_engine.lecture.subject import clear_pictures, first_filter, subject_of
from icnn_engine.lecture.template import template_lesson
from icnn_engine.models.filter_loss import paper_loss
from icnn_engine.models.part_loss import paper_scale
from icnn_engine.runs.epoch_history import write_history


def test_the_inputs_are_the_normalised_pixels(trained_run, networks, subject):
    lesson = pixel_lesson(trained_run, subject)
    (row, column), mean, std = lesson.at, np.array(lesson.mean), np.array(lesson.std)

    np.testing.assert_array_equal(lesson.patch, lesson.square[row : row + 7, column : column + 7])
    np.testing.assert_allclose(lesson.inputs, (lesson.patch / 255 - mean) / std, rtol=1e-5, atol=1e-6)
    assert lesson.mean == pytest.approx(networks.backbone.mean)


def test_the_mean_of_the_cam_and_the_bias_are_the_logit(trained_run, networks, subject):
    found = cam_sum(networks, subject)
    terms = found.means * found.stages.weights

    assert found.logit == pytest.approx(found.bias + found.stages.cam.mean(), abs=1e-4)
    assert found.logit == pytest.approx(found.bias + terms.sum() + found.rest, abs=1e-4)
    assert found.answer == pytest.approx(trained_run.pictures[subject.picture].cam_answer, abs=2e-3)


def test_own_pictures_strengthen_the_mask_and_others_weaken_every_cell(networks, subject):
    lesson = template_lesson(networks, subject)

    assert lesson.mask[lesson.peak] == 1
    assert lesson.template[lesson.peak] == pytest.approx(lesson.tau)
    np.testing.assert_allclose(lesson.masked, np.maximum(lesson.map * lesson.mask, 0))
    np.testing.assert_array_equal(lesson.shown.change > 0, lesson.mask > 0)
    assert lesson.background.weakened == lesson.map.size
    assert lesson.shown.strengthened + lesson.shown.weakened <= lesson.map.size


def test_the_information_is_what_the_entropies_leave(trained_run, networks, subject):
    told = template_lesson(networks, subject).information
    network = networks.explainer.network
    training = [i for i, p in enumerate(trained_run.pictures) if p.side == "train"]
    maps = torch.from_numpy(np.asarray(trained_run.maps()[training], np.float32))
    loss = paper_loss(paper_scale(maps, network.memory.peak))[subject.filter]

    assert told.mutual == pytest.approx(told.prior - told.presence - told.place, abs=1e-6)
    assert told.pictures <= trained_run.settings.batch
    assert torch.isfinite(loss)


def test_before_and_after_are_maps_of_the_same_filter(trained_run, subject):
    history = before_after(trained_run, subject)

    for pair in history.pairs:
        stored = trained_run.maps()[pair.picture, pair.filter]
        np.testing.assert_array_equal(pair.after, stored.astype(np.float32))
        assert pair.share_after == pytest.approx(share_under_mask(pair.after))
    assert history.epochs == trained_run.settings.epochs
    assert len(history.losses) == trained_run.settings.epochs


def test_a_run_without_history_has_no_chapter_about_it(fake_run):
    assert before_after(fake_run, subject_of(fake_run, 0, 0)) is None


def test_a_moved_picture_moves_where_the_peak_should_be(trained_run, networks, subject):
    lesson = mirror_lesson(networks, subject)
    geometry = trained_run.geometry

    own, (down, right) = lesson.shift.own, STEPS[lesson.shift.way]
    cells = lesson.shift.pixels / geometry.stride
    assert own.expected == (own.before[0] - down * cells, own.before[1] - right * cells)
    assert geometry.centre(lesson.mirror.own.expected[1]) == pytest.approx(
        geometry.input_size - 1 - geometry.centre(lesson.mirror.own.before[1])
    )
    before, after = (np.swapaxes(v, 0, 1) if down else v for v in (lesson.shift.before, lesson.shift.after))
    by = lesson.shift.pixels if down + right > 0 else -lesson.shift.pixels
    np.testing.assert_array_equal(np.roll(before, -by, 1)[:, 30:-30], after[:, 30:-30])
    assert lesson.shares["mirror", NetworkName.TWIN] == trained_run.table.get("twin_mirror")


def test_a_way_is_taken_on_which_the_place_of_both_peaks_stays_in_the_picture(trained_run):
    geometry, last = trained_run.geometry, trained_run.geometry.cells - 1.0
    left, right = (5.0, 0.0), (5.0, last)

    def way(own, twin):
        peaks = {NetworkName.INTERPRETABLE: own, NetworkName.TWIN: twin}
        return way_inside(geometry, SIDEWAYS, "shift", 24, dict.fromkeys(SIDEWAYS, peaks))

    assert [way(right, right), way(left, left), way(left, right)] == ["left", "right", "up"]
    assert way((0.0, 0.0), (last, last)) == "right"  # the own stays at least


def test_what_it_costs_is_the_verdict_that_every_page_gives(fake_run):
    assert cost(fake_run).verdict == run_verdict(fake_run)


def test_the_picture_it_begins_with_is_held_out_and_shows_the_category(fake_run):
    chosen = first_filter(fake_run)
    pictures = clear_pictures(fake_run, chosen)

    assert all(fake_run.pictures[i].side != "train" for i in pictures)
    assert all(fake_run.pictures[i].label == fake_run.filters[chosen].category for i in pictures)


def test_the_twins_filter_is_in_the_middle_of_its_order(fake_run):
    twin = subject_of(fake_run, clear_pictures(fake_run, 0)[0], 0).twin_filter
    live = [one for one in fake_run.twin_filters if not one.dead]
    better = sum(one.following > fake_run.twin_filters[twin].following for one in live)

    assert abs(better - len(live) / 2) <= len(live) / 4


@pytest.mark.parametrize("chapter", [name for name in CHAPTERS if name not in ("history", "cost")])
def test_another_picture_and_filter_change_the_numbers(trained_run, networks, subject, chapter):
    live = [f.index for f in trained_run.filters if not f.dead]
    other_filter = next(index for index in live if index != subject.filter)
    other_picture = next(i for i in clear_pictures(trained_run, other_filter) if i != subject.picture)
    other = subject_of(trained_run, other_picture, other_filter)

    assert numbers(CHAPTERS[chapter](networks, subject)) != numbers(CHAPTERS[chapter](networks, other))


def test_another_run_changes_what_is_about_all_its_pictures(fake_run, own_run):
    epochs = [[FilterSnapshot(i, 0, own_run.maps()[j, 0]) for i, j in ((0, a), (1, b))] for a, b in ((5, 6), (1, 2))]
    write_history(own_run.path, [tuple(epoch) for epoch in epochs])
    first = before_after(own_run, subject_of(own_run, 0, 0))
    write_history(own_run.path, [tuple(epoch) for epoch in reversed(epochs)])
    second = before_after(own_run, subject_of(own_run, 0, 0))

    assert numbers(cost(fake_run)) != numbers(cost(own_run))
    assert numbers(first) != numbers(second)


def numbers(value: object) -> str:
    """Return all numbers of a chapter as text."""
    if isinstance(value, np.ndarray):
        return f"{value.shape} {value.astype(float).sum():.6g} {value.astype(float).std():.6g}"
    if hasattr(value, "__dataclass_fields__"):
        return " ".join(numbers(getattr(value, name)) for name in value.__dataclass_fields__)
    if isinstance(value, tuple):
        return " ".join(map(numbers, value))
    return str(value)


def test_pictures_that_are_gone_are_named(own_run):
    about = subject_of(own_run, clear_pictures(own_run, 0)[0], 0)
    read_picture(own_run.picture_path(about.picture))
    (own_run.images / own_run.pictures[about.picture].name).unlink()

    with pytest.raises(RunError, match="no longer"):
        pixel_lesson(own_run, about)
