"""No fake holds a part, and the truth does: filters made of the maps of detectors trained on the sample's landmarks."""

import numpy as np
import pytest
import torch

from icnn_engine import metrics
from icnn_engine.core.events import drain
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.features import crop_edits
from icnn_engine.features.moved_peaks import MIRRORED, STEPS, MovedPeaks
from icnn_engine.features.part_tests import JudgedNetwork, run_part_tests
from tests.part_fakes import (
    PARTS,
    Fake,
    at_offset,
    constant,
    detector,
    drawn,
    half_way,
    in_the_frame,
    known_sample,
    random_cell,
    whole_object,
    with_bias,
)

FAKES = {
    **{part: detector(part) for part in PARTS},
    "right 3": at_offset("body", 0, 3),
    "left 3": at_offset("body", 0, -3),
    "down 3": at_offset("body", 3, 0),
    "constant": constant,
    "random cell": random_cell,
    "half way": half_way,
    "whole object": whole_object,
    "frame": in_the_frame,
    "bias": with_bias,
}
COPIES = [at_offset("body", 3 * down, 3 * right) for down in (-1, 0, 1) for right in (-1, 0, 1)]


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    return known_sample(tmp_path_factory.mktemp("known"))


def judged(known, makes):
    subject = JudgedNetwork(known.backbone, Fake(known.detectors, makes), np.zeros(len(makes), int))
    return drain(run_part_tests({"one": subject}, known.held, known.geometry))["one"]


@pytest.fixture(scope="module")
def found(known):
    """Tests of every fake, by name."""
    one = judged(known, list(FAKES.values()))
    passed = one.tests.passed()
    return one, {name: {test: bool(ok[f]) for test, ok in passed.items()} for f, name in enumerate(FAKES)}


def of(found, name, test):
    return float(getattr(found[0].tests, test)[list(FAKES).index(name)])


def failed(found, name):
    return {test for test, ok in found[1][name].items() if not ok}


def test_filters_trained_with_landmarks_hold_parts_and_legs_fail_the_mirror_alone(found):
    assert failed(found, "body") == set()
    assert failed(found, "head") == set()
    # Front and hind legs look alike: in the mirrored picture the filter goes from the ones to the others.
    assert "mirror" in failed(found, "hind legs")
    assert "mirror" in failed(found, "front legs")


def test_copies_of_one_detector_at_fixed_offsets_are_one_part(known):
    one = judged(known, COPIES)

    assert (one.tests.shift >= 0.8).sum() > 5
    assert metrics.independent_parts(one.groups) <= 1


def test_no_cheap_fake_keeps_to_one_place_and_the_truth_does(found, known):
    keeping = dict(zip(FAKES, found[0].tests.keeping(), strict=True))
    copies = judged(known, COPIES).tests.keeping()
    cheap = ("right 3", "left 3", "down 3", "constant", "random cell", "half way", "frame")

    assert max(keeping[name] for name in cheap) < 0.3
    assert min(keeping["head"], keeping["body"]) > 0.8
    assert np.delete(copies, 4).max() < 0.3  # all but the one at no offset


def test_an_offset_sideways_follows_shifts_and_fails_the_mirror(found):
    for name in ("right 3", "left 3"):
        assert found[1][name]["shift"]
        assert of(found, name, "mirror") < 0.2


def test_two_offsets_that_swap_places_under_the_mirror_are_a_pair(found):
    right, left = list(FAKES).index("right 3"), list(FAKES).index("left 3")

    assert found[0].tests.partner[right] == left
    assert found[0].tests.partner[left] == right
    assert not found[0].tests.holds()[[right, left]].any()


def test_an_offset_up_or_down_passes_the_mirror_and_fails_the_transplant(found):
    assert found[1]["down 3"]["shift"]
    assert found[1]["down 3"]["mirror"]
    assert of(found, "down 3", "transplant") < 0.4


def test_a_constant_and_a_random_cell_follow_nothing(found):
    for name in ("constant", "random cell"):
        for test in ("shift", "mirror", "transplant"):
            assert of(found, name, test) < 0.15
        assert not found[1][name]["scale"]  # few peaks have to move so far: chance alone may be a quarter of them
    assert of(found, "constant", "slope") == 0


def test_a_peak_that_goes_half_of_the_way_fails_the_slope_by_far(found):
    assert of(found, "half way", "slope") < 0.6
    assert of(found, "half way", "shift") > 0.4  # nearly what a tolerance of one cell forgives


def test_a_filter_bound_to_the_frame_fails_everything(found):
    assert failed(found, "frame") >= {"shift", "mirror", "transplant", "scale"}


def test_a_filter_that_needs_the_whole_object_passes_all_but_grounding(found):
    assert failed(found, "whole object") == {"grounding"}
    assert of(found, "whole object", "kept") < 0.5


def test_a_bias_that_no_blur_takes_away_gives_no_strength(found):
    assert failed(found, "bias") == {"grounding"}
    assert of(found, "bias", "kept") == pytest.approx(of(found, "whole object", "kept"), abs=0.02)


def test_smaller_crops_do_not_raise_the_number_of_parts(known, found, monkeypatch):
    monkeypatch.setattr(crop_edits, "CROP", 40 / 224)
    smaller = judged(known, [detector(part) for part in PARTS])

    assert metrics.independent_parts(smaller.groups) <= metrics.independent_parts(found[0].groups)


def test_detectors_drawn_at_true_places_pass_shift_slope_mirror_and_scale(known):
    peaks = MovedPeaks(drawn_views(known.points, known.geometry), np.ones(known.points.shape[:2], bool), known.geometry)
    tests = peaks.tests(np.zeros(len(PARTS)))

    assert (tests.shift >= 0.95).all()
    assert (np.abs(tests.slope - 1) < 0.1).all()
    assert (tests.mirror >= 0.95).all()
    assert (tests.scale >= 0.95).all()


def drawn_views(points: np.ndarray, geometry: MapGeometry):
    """Peaks of maps drawn at the true places, rounded to cells, in all views of a picture."""
    size, margin = geometry.input_size, 32
    big = (points + 0.5) * 288 / size - 0.5  # the enlarged picture
    strengths = np.random.default_rng(0).uniform(1, 2, points.shape[:2])

    def seen(places):
        maps = drawn(places, geometry) * strengths[..., None, None]
        cells, values = metrics.peaks(maps)
        return cells, np.where(values > 0, strengths, 0)

    windows = [big - margin - np.array(step) for step in STEPS]
    mirrored = [big - margin - np.array(step) for step in MIRRORED]
    for places in mirrored:
        places[..., 1] = size - 1 - places[..., 1]
    corners = [(points + 0.5) * 1.5 - 0.5 - np.array(c) * size * 0.5 for c in ((0, 0), (0, 1), (1, 0), (1, 1))]
    return [seen(places) for places in (*windows, *mirrored, points, *corners, points)]


def test_strength_is_what_is_above_the_blurred_picture():
    whole, blurred = np.array([[10.0, 5.0], [12.0, 5.0]]), np.array([[4.0, 5.0], [2.0, 5.0]])
    sharp = metrics.Sharpness(whole, blurred, whole, blurred, (whole + blurred) / 2)

    np.testing.assert_allclose(sharp.kept(sharp.alone), [1, np.nan])
    np.testing.assert_allclose(sharp.kept(sharp.without), [0, np.nan])
    np.testing.assert_allclose(sharp.kept(sharp.random), [0.5, np.nan])


def test_a_filter_that_counts_on_too_few_pictures_does_not_hold():
    good = {name: np.full(2, 0.9) for name in ("shift", "mirror", "transplant", "scale", "kept")}
    tests = metrics.PartTests(
        eligible=np.array([10, 9]),
        slope=np.ones(2),
        remaining=np.zeros(2),
        random_kept=np.zeros(2),
        partner=np.full(2, -1),
        **good,
    )

    assert tests.holds().tolist() == [True, False]


def test_the_pasted_crop_lies_where_it_is_said_to_lie_and_shows_what_lay_there():
    geometry = MapGeometry(224, 13, 16, 15.0, 239)
    wholes = np.zeros((1, 224, 224, 3), np.uint8)
    cell = (2, 9)
    y, x = (int(at) for at in geometry.centre(np.array(cell)))
    wholes[0, y - 4 : y + 5, x - 4 : x + 5] = 255
    targets = {0: np.full((1, 224, 224, 3), 60, np.uint8)}
    edits = crop_edits.CropEdits(wholes, np.zeros(1, int), targets, geometry)
    pasted, where = edits.pasted(0, cell)
    bright = np.argwhere(pasted[..., 0] > 200).mean(0)

    np.testing.assert_allclose(geometry.cell_at(bright), where, atol=0.1)
    assert np.abs(where - cell).max() >= crop_edits.LEAST_MOVE
    assert (pasted == 60).mean() > 0.8
    assert edits.pasted(0, cell)[1].tolist() == where.tolist()


def test_a_crop_alone_keeps_its_middle_and_blurs_the_rest_and_vice_versa():
    geometry = MapGeometry(224, 13, 16, 15.0, 239)
    wholes = np.random.default_rng(0).integers(0, 256, (1, 224, 224, 3), dtype=np.uint8)
    edits = crop_edits.CropEdits(wholes, np.zeros(1, int), {0: wholes}, geometry)
    alone, without, blurred = edits.alone(0, (6, 6)), edits.without(0, (6, 6)), edits.blurred(0)

    assert (alone[111, 111] == wholes[0, 111, 111]).all()
    assert (alone[5, 5] == blurred[5, 5]).all()
    assert (without[111, 111] == blurred[111, 111]).all()
    assert (without[5, 5] == wholes[0, 5, 5]).all()
    assert blurred.std() < 20


def test_peaks_of_the_untrained_filters_are_random_enough_that_none_holds(known):
    from icnn_engine.models.device import make_generator
    from icnn_engine.models.filter_layers import FilterLayer

    layer = FilterLayer(known.backbone.channels, 8, make_generator(0))
    layer.norm.load_state_dict(known.detectors.norm.state_dict())
    with torch.inference_mode():
        one = drain(
            run_part_tests(
                {"one": JudgedNetwork(known.backbone, layer.eval(), np.zeros(8, int))}, known.held, known.geometry
            )
        )

    assert not one["one"].tests.holds().any()
