"""Which answers stand for which category."""

import numpy as np
import pytest

from icnn_engine.core.errors import SettingsError
from icnn_engine.models.own.matching import Match, MatchedBy, by_use, is_whole, matches

NAMES = ("red fox", "kit_fox", "fox terrier", "Fox", "crane", "crane", "tabby, tabby cat", "0")


def answers(found):
    return {category: match.answers for category, match in found.items()}


def test_an_answer_of_the_same_name_stands_for_a_category():
    assert matches(NAMES, ["fox"], {}) == {"fox": Match((3,), MatchedBy.NAME)}


def test_case_and_signs_between_words_do_not_count():
    assert answers(matches(NAMES, ["KIT-Fox", "Red_Fox"], {})) == {"KIT-Fox": (1,), "Red_Fox": (0,)}


def test_all_answers_of_the_same_name_count():
    assert answers(matches(NAMES, ["crane"], {})) == {"crane": (4, 5)}


def test_without_the_same_name_those_that_end_with_it_stand_for_a_category():
    names = ("red fox", "kit fox", "fox terrier", "firefox", "tabby, tabby cat")

    assert matches(names, ["fox", "cat", "dog"], {}) == {
        "fox": Match((0, 1), MatchedBy.WORD),
        "cat": Match((4,), MatchedBy.WORD),
    }


def test_an_answer_that_has_a_category_of_its_name_is_not_anothers_by_its_last_word():
    names = ("red fox", "kit fox", "grey fox")

    assert answers(matches(names, ["fox", "red fox"], {})) == {"fox": (1, 2), "red fox": (0,)}
    assert answers(matches(names, ["dog", "fox"], {"dog": "kit fox"})) == {"dog": (1,), "fox": (0, 2)}


def test_answers_are_given_by_name_or_number():
    assert matches(NAMES, ["dog", "cat"], {"dog": "red fox| 2 |kit_fox"}) == {
        "dog": Match((0, 2, 1), MatchedBy.GIVEN),
        "cat": Match((6,), MatchedBy.WORD),
    }


def test_a_name_that_is_a_number_is_a_name():
    assert answers(matches(NAMES, ["dog"], {"dog": "0"})) == {"dog": (7,)}


@pytest.mark.parametrize("text", ["blue fox", "8", "-1", "1.5", "", "red fox|", "²"])
def test_an_answer_that_the_network_has_not_is_told(text):
    with pytest.raises(SettingsError, match=r"The network has no answer .*numbered from 0 to 7"):
        matches(NAMES, ["dog"], {"dog": text})


def test_a_category_that_the_folder_has_not_is_told():
    with pytest.raises(SettingsError, match=r"no category dgo to give answers for. There are: dog, fox"):
        matches(NAMES, ["dog", "fox"], {"dgo": "red fox"})


def test_an_answer_cannot_stand_for_two_categories():
    with pytest.raises(SettingsError, match="'red fox' cannot stand for both dog and fox"):
        matches(NAMES, ["dog", "fox"], {"dog": "red fox", "fox": "0|red fox"})


def test_the_answer_that_pictures_get_most_often_is_found_by_use():
    logits = np.array([[0, 2, 1], [0, 2, 1], [3, 0, 1], [9, 0, 1], [9, 0, 1]], float)
    labels = np.array([0, 0, 0, 1, 1])

    assert by_use(logits, labels, 0, []) == Match((1,), MatchedBy.USE)
    assert by_use(logits, labels, 1, []) == Match((0,), MatchedBy.USE)
    assert by_use(logits, labels, 0, [1]) == Match((0,), MatchedBy.USE)


def test_more_categories_than_answers_are_told():
    with pytest.raises(SettingsError, match="Each answer of the network stands for another category already"):
        by_use(np.zeros((3, 2)), np.zeros(3, int), 0, [1, 0])


def test_a_network_answers_one_among_all_where_each_answer_is_one_category():
    one, two = Match((0,), MatchedBy.NAME), Match((1,), MatchedBy.NAME)

    assert is_whole({"a": one, "b": two}, 2)
    assert not is_whole({"a": one, "b": two}, 3)
    assert not is_whole({"a": Match((0, 1), MatchedBy.NAME)}, 2)
    assert not is_whole({"a": one}, 1)
