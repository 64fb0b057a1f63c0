"""Korean particles after words that are only known when a sentence is filled: 이(가), 을(를), (으)로 and the like."""

from __future__ import annotations

import re

# Written form -> (after a consonant, after a vowel).
PARTICLES = {
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "은(는)": ("은", "는"),
    "과(와)": ("과", "와"),
    "와(과)": ("과", "와"),
    "(이)": ("이", ""),
    "(으)로": ("으로", "로"),
}
DIGITS = "영일이삼사오육칠팔구"
SIGNS = {"%": "트", "°": "도", "℃": "도", "×": "배"}  # last syllables of 퍼센트, 도, 배
LETTERS = {"l": "엘", "m": "엠", "n": "엔", "r": "알"}  # the other letters' names end in a vowel
_PARTICLE = re.compile("|".join(map(re.escape, PARTICLES)))
_BRACKETS = re.compile(r"(?<=\S)\s*\([^()]*\)$")  # a remark behind a word is not read with it
_QUOTES = "'\"‘’“”«»` "
_HANGUL = range(ord("가"), ord("힣") + 1)
_FINALS = 28  # final consonants of a Hangul syllable, none among them
_RIEUL = 8  # ㄹ
_STOP = re.compile(r"(?:^|[^aeiou])[aeiou](?:ck|[kpct])$")  # cat, cup, truck: the last letter closes the syllable


class Sentence(str):
    """A Korean sentence whose particles follow the words it is filled with."""

    __slots__ = ()

    def format(self, *args: object, **kwargs: object) -> str:
        """Fill the sentence, then choose each particle by the last sound of the word before it."""
        return with_particles(super().format(*args, **kwargs))


def with_particles(text: str) -> str:
    """Return a Korean text with each open particle chosen; one after a word of unknown sound stays as it is."""
    return _PARTICLE.sub(_chosen, text) if "(" in text else text


def _chosen(match: re.Match[str]) -> str:
    final = _final(match.string[: match.start()])
    if final is None:
        return match[0]
    after_consonant, after_vowel = PARTICLES[match[0]]
    soft = final == 0 or (final == _RIEUL and match[0] == "(으)로")  # 서울로
    return after_vowel if soft else after_consonant


def _final(before: str) -> int | None:
    """Return the number of the last syllable's final consonant, 0 for a vowel; None if nobody can tell."""
    word = _BRACKETS.sub("", before.rstrip(_QUOTES)).rstrip(_QUOTES + ")]}")
    last = word[-1:]
    if word.endswith("%p"):  # 퍼센트포인트
        return 0
    if last.isascii() and last.isalpha():
        return _final_of_latin(re.findall("[a-z]+", word.lower())[-1])
    syllable = DIGITS[int(last)] if last in set("0123456789") else SIGNS.get(last, last)
    return (ord(syllable) - _HANGUL.start) % _FINALS if syllable and ord(syllable) in _HANGUL else None


def _final_of_latin(word: str) -> int:
    """Return the final consonant that an English word usually has when it is read in Korean."""
    if not re.search("[aeiouy]", word):  # spelled out: csv, png
        return (ord(LETTERS.get(word[-1], "가")) - _HANGUL.start) % _FINALS
    if re.search("(?:le|l)$", word):
        return _RIEUL
    nasal = re.search("(?:[mn]|[aeiou][mn]e|ng)$", word)
    return 4 if nasal or _STOP.search(word) else 0  # 4: ㄴ, standing for any but ㄹ
