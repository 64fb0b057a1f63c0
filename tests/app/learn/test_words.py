"""Numbers in the sentences of the lecture."""

from __future__ import annotations

import pytest

from app.learn.words import adding_up, number, sum_words


@pytest.mark.parametrize("terms", [(0.264, -4.444, -2.154, 2.249), (1.005, 1.005, 1.005), (0.333, 0.333, 0.334)])
def test_printed_terms_add_up_to_the_printed_sum(terms: tuple[float, ...]) -> None:
    printed = [float(number(v).replace("−", "-")) for v in adding_up(terms, sum(terms))]

    assert f"{sum(printed):.2f}" == f"{round(sum(terms), 2):.2f}"
    assert all(abs(p - t) < 0.02 for p, t in zip(printed, terms, strict=True))


def test_negative_terms_of_a_sum_stand_in_brackets() -> None:
    assert sum_words([1.2, -0.2], 1.0) == "1.20 + (−0.20) = 1.00"


def test_a_term_that_is_printed_elsewhere_too_is_rounded_as_usual() -> None:
    assert adding_up([1.004, 1.004, 0.004, 2.7851], 4.7971, fixed=1)[-1] == pytest.approx(2.79)
