"""Korean particles after words that fill a sentence."""

from __future__ import annotations

import pytest

from icnn_engine.core.particles import Sentence, with_particles


@pytest.mark.parametrize(
    ("open_text", "text"),
    [
        ("고양이이(가)", "고양이가"),
        ("얼룩말을(를)", "얼룩말을"),
        ("개와(과) 말과(와)", "개와 말과"),
        ("서울(으)로 부산(으)로 제주(으)로", "서울로 부산으로 제주로"),
        ("고양이(이)라는 말(이)라는", "고양이라는 말이라는"),
    ],
)
def test_a_particle_follows_the_final_consonant_of_a_korean_word(open_text: str, text: str) -> None:
    assert with_particles(open_text) == text


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("0", "은"),
        ("1", "은"),
        ("2", "는"),
        ("3", "은"),
        ("4", "는"),
        ("5", "는"),
        ("6", "은"),
        ("7", "은"),
        ("8", "은"),
    ],
)
def test_a_digit_is_read_in_korean(number: str, read: str) -> None:
    assert with_particles(f"필터 1{number}은(는)") == f"필터 1{number}{read}"


def test_seven_and_eight_take_the_short_form_of_the_direction() -> None:
    assert with_particles("7(으)로 8(으)로 3(으)로 2(으)로") == "7로 8로 3으로 2로"


def test_signs_behind_a_number_are_read() -> None:
    assert with_particles("99.9%이(가) 1.4%p을(를)") == "99.9%가 1.4%p를"


@pytest.mark.parametrize(
    ("word", "read"),
    [("cat", "이"), ("fox", "가"), ("zebra", "가"), ("horse", "가"), ("truck", "이"), ("lion", "이"), ("apple", "이"),
     ("plane", "이"), ("labels.csv", "가"), ("a.html", "이"), ("CUDA", "가")],
)  # fmt: skip
def test_an_english_word_is_read_by_its_ending(word: str, read: str) -> None:
    assert with_particles(f"{word}이(가)") == word + read


def test_quotes_and_a_remark_in_brackets_are_skipped() -> None:
    assert with_particles("“고양이”이(가) '말'은(는) 점 (3, 4)이(가)") == "“고양이”가 '말'은 점 (3, 4)이"


def test_a_particle_after_a_word_of_unknown_sound_stays_open() -> None:
    assert with_particles("猫이(가)") == "猫이(가)"


def test_a_sentence_chooses_its_particles_when_it_is_filled() -> None:
    assert Sentence("{part}이(가) {category}을(를)").format(part="코", category="곰") == "코가 곰을"
