"""Populations, questions, samples and notes."""

from decimal import Decimal, localcontext
from typing import Any

import pytest

from offinno.language import Term, UnsafeText, vocabulary
from offinno.model import Contradiction, Note, Population, Question, Sample, WrongType
from offinno.values import BadNumber

WORKPLACES = vocabulary()["workplaces"]


def test_populations_are_sets_of_terms() -> None:
    """The order in which sectors are named says nothing."""
    a, b = Term(key="a", label="A"), Term(key="b", label="B")

    assert Population(unit=WORKPLACES, sectors=[a, b]) == Population(
        unit=WORKPLACES, sectors=(b, a, b)
    )


@pytest.mark.parametrize(
    "wrong",
    [{"unit": "workplaces"}, {"sectors": ["health"]}, {"levels": "municipal"}, {"filters": [None]}],
)
def test_words_are_no_terms(wrong: dict[str, Any]) -> None:
    """The unit of count is data: a word would be equal to no term."""
    with pytest.raises(WrongType):
        Population(**{"unit": WORKPLACES} | wrong)


def test_questions_are_compared_by_key_then_answers() -> None:
    """The wording may be translated; other answers make another question."""
    yes = Term(key="yes", label="ja")
    asked = Question(key="q", text="Har dere?")

    assert asked == Question(key="q", text="Have you?")
    assert asked != Question(key="q", text="Har dere?", answers=[yes])
    assert asked != Question(key="r", text="Har dere?")


@pytest.mark.parametrize(
    ("n", "invited", "rate"),
    [
        (40, 100, "40"),
        (1, 3, "33"),
        (1, 3, "33.3"),
        (1, 3, "33.33333333333333333333333333333333"),
        (1, 200, "0.5"),
        (1, 200, "1"),
        (1, 200, "0"),
        (0, 0, "50"),
        (3, None, "50"),
        (None, 3, "50"),
    ],
)
def test_published_rates_that_agree(n: int | None, invited: int | None, rate: str) -> None:
    """A rate may be rounded either way, to half a unit of its last digit."""
    assert Decimal(rate) == Sample(n=n, invited=invited, response_rate=rate).response_rate


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"n": 40, "invited": 100, "response_rate": "40.6"}, "40 of 100 is 40.00 %, not 40.6 %"),
        ({"n": 1, "invited": 3, "response_rate": "33.4"}, "1 of 3 is 33.33 %, not 33.4 %"),
        ({"n": 4, "invited": 10, "response_rate": 41}, "4 of 10 is 40.00 %, not 41 %"),
        ({"response_rate": 101}, "a response rate of 101 % is impossible"),
        ({"response_rate": -1}, "a response rate of -1 % is impossible"),
        ({"n": -1}, "n is -1; a count cannot be negative"),
        ({"base": -1}, "base is -1"),
        ({"invited": -1}, "invited is -1"),
        ({"n": 4, "invited": 3}, "n = 4 is more than invited = 3"),
        ({"base": 4, "n": 3}, "base = 4 is more than n = 3"),
        ({"base": 4, "invited": 3}, "base = 4 is more than invited = 3"),
    ],
)
def test_counts_that_contradict_each_other(counts: dict[str, Any], said: str) -> None:
    """More cannot answer than were asked."""
    with pytest.raises(Contradiction, match=said.replace("?", r"\?")):
        Sample(**counts)


def test_rates_do_not_depend_on_the_callers_context() -> None:
    """A caller who computes with three digits gets the same answer."""
    with localcontext() as context:
        context.prec = 3
        sample = Sample(n=12_345, invited=99_999, response_rate="12.3451")

    assert Decimal("12.3451") == sample.response_rate


@pytest.mark.parametrize("count", [True, 1.0, "5"])
def test_counts_are_whole_numbers(count: Any) -> None:
    """True is no number of answers."""
    with pytest.raises(WrongType):
        Sample(n=count)


def test_rates_are_numbers() -> None:
    """A rate in words is none."""
    with pytest.raises(BadNumber):
        Sample(response_rate="half")


@pytest.mark.parametrize("mark", ["*", "**", "†", "¹", "a", "a)", "n1"])
def test_short_marks_are_kept(mark: str) -> None:
    """A mark stands behind a number and is told from it."""
    assert mark == Note(mark=mark, text="Merknad").mark


@pytest.mark.parametrize("mark", ["****", "* ", "1", "12", "1)", "\n"])
def test_other_marks_are_refused(mark: str) -> None:
    """Behind 95 the mark 5 would read as 955."""
    with pytest.raises(Contradiction):
        Note(mark=mark, text="Merknad")


@pytest.mark.parametrize("mark", ["", "\u202e"])
def test_marks_are_shown(mark: str) -> None:
    """A mark that cannot be seen is none."""
    with pytest.raises(UnsafeText):
        Note(mark=mark, text="Merknad")
