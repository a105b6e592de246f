"""The text form of units."""

import time

import pytest

from offinno.language import Term, Vocabulary, vocabulary
from offinno.units import (
    BadUnit,
    Change,
    Count,
    Index,
    Money,
    Per,
    Physical,
    Points,
    PriceBasis,
    Ratio,
    Share,
    Unit,
    parse_unit,
)

WORDS = vocabulary()
WORKPLACES, GDP = WORDS["workplaces"], WORDS["GDP"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NOK", Money("NOK")),
        ("XXX", Money("XXX")),
        ("NOK@2015:cpi", Money("NOK", PriceBasis(2015, "cpi"))),
        ("% of workplaces", Share(WORKPLACES)),
        ("share of workplaces", Share(WORKPLACES)),
        ("% part of GDP", Share(GDP)),
        ("share part of GDP", Share(GDP)),
        ("part of GDP", Share(GDP)),
        ("% part of workplaces", Share(WORKPLACES)),
        ("% of GDP", Ratio(GDP)),
        ("share of GDP", Ratio(GDP)),
        ("pp of workplaces", Points(WORKPLACES)),
        ("percentage points of GDP", Points(GDP)),
        ("workplaces", Count(WORKPLACES)),
        ("index 2015=100", Index("2015")),
        ("% change on year before", Change("year before")),
        ("change on 2015", Change("2015")),
        ("NOK / EUR", Per(Money("NOK"), Money("EUR"))),
        (
            "NOK@2015:cpi / inhabitants",
            Per(Money("NOK", PriceBasis(2015, "cpi")), Count(WORDS["inhabitants"])),
        ),
        ("km / hours", Per(Physical("km"), Physical("hours"))),
        ("km", Physical("km")),
    ],
)
def test_reads(text: str, expected: Unit) -> None:
    """Each form gives its unit, and the text of that unit reads back."""
    assert expected == parse_unit(text)
    assert expected == parse_unit(str(expected))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "munisipalities",
            "is unknown; did you mean 'municipalities' or 'municipal-units'?",
        ),
        ("% of workplace", "holds the unknown word 'workplace'; did you mean 'workplaces' or"),
        ("pp of gdp", "holds the unknown word 'gdp'; did you mean 'GDP'"),
        ("nok", "the unit 'nok' is unknown; did you mean 'NOK'"),
        ("flying saucers", "a currency, a physical unit, or a word under 'terms:' is needed"),
        ("%", "must say per cent of what, as in '% of workplaces'"),
        ("% workplaces", "must say per cent of what, as in '% of workplaces'"),
        ("prosent", "must say per cent of what, as in '% of workplaces'"),
        ("Prosent av bedrifter", "must say per cent of what, as in '% of workplaces'"),
        ("kr", "is no code of a currency; Norwegian kroner are 'NOK'"),
        ("Kroner / inhabitants", "is no code of a currency; Norwegian kroner are 'NOK'"),
        ("NOK/inhabitants", "is no quotient of two units; write ' / ' between them"),
        ("NOK / EUR / km", "is no quotient of two units; write ' / ' between them"),
        ("NOK / % of GDP", "must say per cent of what"),
        ("NOK / NOK", "is one to one; leave the unit out"),
        ("NOX@2015:cpi", "is unknown: no currency (ISO 4217) is called 'NOX'"),
        ("NOK@0015:cpi", "needs a year of four digits"),
        ("NOK@2015", "the unit 'NOK@2015' is unknown"),
        ("index 2015-13=100", "needs a base period"),
        ("index 2015 = 100", "the unit 'index 2015 = 100' is unknown"),
        ("% change on Tuesday", "needs a base: a period, or a time before"),
        ("GDP", "is an amount, not something to count"),
        ("", "the unit '' is unknown"),
        (" NOK", "the unit ' NOK' is unknown"),
        ("NOK\n", "the unit 'NOK\\n' is unknown"),
        ("1000 NOK", "the unit '1000 NOK' is unknown"),
        ("x" * 201, "is longer than 200 characters"),
    ],
)
def test_refuses(text: str, problem: str) -> None:
    """What is no unit is refused with what would be one."""
    with pytest.raises(BadUnit) as caught:
        parse_unit(text)

    assert problem in str(caught.value)


class TestVocabulary:
    """The words that a text may use."""

    def test_are_those_given(self) -> None:
        """A file's own terms are handed over, and only they and codes are known."""
        bridges = Term(key="bridges", label="bruer")
        words = Vocabulary((bridges,))

        assert Count(bridges) == parse_unit("bridges", words)
        with pytest.raises(BadUnit):
            parse_unit("workplaces", words)
        with pytest.raises(BadUnit):
            parse_unit("bridges")

    def test_decide_between_share_and_ratio(self) -> None:
        """Whether ``% of X`` is a share is a property of X."""
        amount = Term(key="support", label="støtte", reference_amount=True)
        things = Term(key="support", label="støtter")

        assert Ratio(amount) == parse_unit("% of support", Vocabulary((amount,)))
        assert Share(things) == parse_unit("% of support", Vocabulary((things,)))

    def test_give_the_unit_their_labels(self) -> None:
        """Equal keys with other labels stay apart: the unit has the words it was read with."""
        words = WORDS.with_terms(Term(key="workplaces", label="emplois"))
        unit = parse_unit("% of workplaces", words)

        assert unit == parse_unit("% of workplaces")
        assert isinstance(unit, Share)
        assert unit.whole is words["workplaces"]


@pytest.mark.parametrize(
    "text",
    [
        *("1;2", "lambda: 1", "[meter]", "kg\u202emeter", "9**9**9", "meter**9**9**9", "10**10**8"),
        *("__import__('os')", "(" * 5000, "1+1+" * 5000, "meter" * 2000, "% of " * 40, "/ " * 99),
        *("\ud800", "\x00", "km\u0000", "ｋｍ", "²", "٣ NOK", "%s", "{}", "</script>"),
    ],
    ids=lambda text: ascii(text)[:20],
)
def test_hostile_text_is_refused_at_once(text: str) -> None:
    """No text is a program, however long; the error shows it escaped and cut short."""
    start = time.process_time()
    with pytest.raises(BadUnit) as caught:
        parse_unit(text)

    assert 2 > time.process_time() - start
    assert 400 > len(str(caught.value))
    assert str(caught.value).isprintable()
