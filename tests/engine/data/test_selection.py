"""Which pictures a run is about, and what is said when they do not suffice."""

from pathlib import Path
from unicodedata import normalize

import numpy as np
import pytest

from icnn_engine.core.annotations import CheckedPicture, CheckUp
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import SettingsError, TrainingError
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder
from icnn_engine.data.selection import list_for, select, some_of_each, thinned
from icnn_engine.sample import make_sample
from tests.engine.data.files import touch

ROOT = Path("/pictures")


def checkup(**counts: int) -> CheckUp:
    pictures = tuple(
        CheckedPicture(
            f"{c}/{i}.png", ROOT / c / f"{i}.png", c, 40, 30, f"{c}{i:03}".encode().hex(), hash((c, i)) % 2**64
        )
        for c, count in counts.items()
        for i in range(count)
    )
    return CheckUp(ROOT, pictures, tuple(sorted(counts)), (), (), (), "f")


def selected(found: CheckUp, **settings: object):
    return drain(select(found, make_settings(settings)))


def test_the_background_of_the_folder_is_taken_without_asking():
    selection = selected(checkup(fox=20, _background=30))

    assert (selection.name, selection.background) == ("fox", "_background")
    assert selection.positive.sum() == 20
    assert {"train", "choose", "test"} == set(selection.side[selection.positive])


def test_without_a_background_the_other_categories_are_told_from():
    selection = selected(checkup(fox=20, cat=20, dog=10), category="fox")

    assert selection.background == "others"
    assert len(selection.pictures) == 50


def test_one_category_alone_gets_shuffled_negatives():
    selection = selected(checkup(fox=20))

    assert selection.shuffled
    assert selection.positive.all()


def test_several_categories_ask_for_a_choice():
    with pytest.raises(SettingsError, match=r"Choose the category.*cat, fox"):
        selected(checkup(fox=20, cat=20))


@pytest.mark.parametrize("word", ["others", "shuffled", "none"])
def test_a_category_that_is_called_as_a_word_for_the_background_is_told(word: str) -> None:
    with pytest.raises(SettingsError, match=f"'{word}' is a category of"):
        selected(checkup(**{"fox": 20, "cat": 20, word: 20}), category="fox", background=word)


def test_an_unknown_category_is_told_with_those_there_are():
    with pytest.raises(SettingsError, match=r"no category wolf.*fox"):
        selected(checkup(fox=20), category="wolf")


def test_an_unknown_background_is_told_with_what_can_be_chosen():
    with pytest.raises(SettingsError, match=r"neither a category.*shuffled"):
        selected(checkup(fox=20), background="nowhere")


def test_too_few_pictures_are_told_with_their_number():
    with pytest.raises(TrainingError, match=r"3 of fox; at least 8"):
        selected(checkup(fox=3, _background=20))


def test_a_category_is_found_however_its_letters_are_composed():
    selection = selected(checkup(café=20, _background=20), category=normalize("NFD", "café"))

    assert selection.categories == ("café",)


def test_all_that_a_wrapper_holds_can_be_asked_for_by_its_name(tmp_path):
    for category in ("day", "night"):
        touch(tmp_path / "fox" / category / "1.jpg")

    assert list_for(tmp_path).categories == ("day", "night")
    assert list_for(tmp_path, "fox").categories == ("fox",)


def test_a_limit_takes_so_many_of_each_kind_and_always_the_same():
    first, second = (selected(checkup(fox=40, _background=30), max_pictures=12) for _ in range(2))

    assert first.positive.sum() == 12
    assert len(first.pictures) == 24
    assert [p.name for p in first.pictures] == [p.name for p in second.pictures]


def test_some_pictures_are_taken_of_each_category_spread_over_its_own():
    labels = np.array([0] * 9 + [1] * 2 + [-1] * 5 + [2] * 4)

    assert some_of_each(labels, 9).tolist() == [0, 3, 6, 9, 10, 16, 17, 18]
    assert some_of_each(labels[:9], 60).tolist() == list(range(9))
    assert labels[some_of_each(labels, 1)].tolist() == [0, 1, 2]


def test_what_is_left_for_want_of_room_is_what_the_limit_alone_would_choose(tmp_path: Path) -> None:
    settings = make_settings({})
    drawn = drain(check_folder(list_folder(drain(make_sample(tmp_path / "few", creatures=12, backgrounds=12)))))
    limited = settings.model_copy(update={"max_pictures": 9})

    assert thinned(drain(select(drawn, settings)), limited).exact == drain(select(drawn, limited)).exact
