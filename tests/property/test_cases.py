"""Two laws that a reader relies on at every number, tried on a million cases in the long profile.

Hypothesis picks where each batch of cases begins, and Python's own generator makes the cases of a
batch, which is twenty times as fast as drawing each of them. The case that fails is in the message.
"""

from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.language import LANGUAGES, Lang
from offinno.units import Count, Money, Share, Unit, parse_unit
from offinno.values import Qualifier, Value, parse_number, parse_value
from offinno.wording import approximate, labels_text, number_text, value_text
from offinno.wording._numbers import for_display

#: A million cases of each law in the long profile, and enough to notice a slip in the quick one.
CASES: Final = 1_000_000 if settings().max_examples >= 3_000 else 6_000
BATCH: Final = -(-CASES // settings().max_examples)

UNITS: Final[tuple[Unit, ...]] = tuple(
    map(
        parse_unit,
        (
            "% of workplaces",
            "% part of GDP",
            "% of GDP",
            "pp of public-workplaces",
            "% change on year before",
            "NOK",
            "EUR",
            "SEK",
            "municipalities",
            "unit-managers",
            "index 2015=100",
        ),
    )
)
QUALIFIERS: Final = tuple(Qualifier)
batches = st.integers(0, 2**64 - 1).map(Random)


def numbers(chance: Random, unit: Unit, digits: int) -> Decimal:
    """Return a number of at most so many digits that is possible in *unit*."""
    most = 10 ** chance.randint(1, digits)
    number = Decimal(chance.randrange(most)).scaleb(-chance.randint(0, 6))
    if isinstance(unit, Share):
        return number % 99 + 1  # strictly inside, as nothing is over 100 or under 0
    return number if chance.random() < 0.7 else -number


def cases(chance: Random, digits: int) -> Iterator[tuple[Value, Lang]]:
    """Return a batch of values, each with a language."""
    for _ in range(BATCH):
        unit = chance.choice(UNITS)
        qualifier = chance.choice(QUALIFIERS)
        yield Value(numbers(chance, unit, digits), unit, qualifier), chance.choice(LANGUAGES)


@given(chance=batches)
def test_full_form_is_parsed_as_the_value(chance: Random) -> None:
    """What is published is written with all its digits, and read as what it was."""
    for value, lang in cases(chance, 9):
        form = chance.choice(("value", "prose", "speech"))
        text = value_text(value, lang=lang, form=form)  # type: ignore[arg-type]

        assert value == parse_value(text, value.unit, lang=lang), (value, lang, text)
        exact = number_text(value.magnitude, lang=lang)
        assert value.magnitude == parse_number(exact, lang=lang), (value, lang, exact)


@given(chance=batches)
def test_short_form_contains_the_value(chance: Random) -> None:
    """A computed number is shown rounded, and lies within half a unit of the last digit shown."""
    for value, lang in cases(chance, 15):
        text = value_text(value, lang=lang)
        shown = for_display(value.magnitude, value.unit.kind)
        read = parse_value(text, value.unit, lang=lang)

        assert shown == read.magnitude, (value, lang, text)
        assert within(value.magnitude, read.magnitude, shown), (value, lang, text)


@given(chance=batches)
def test_label_contains_the_amount(chance: Random) -> None:
    """An amount in a picture is rounded further, and still lies within what it shows."""
    for value, lang in cases(chance, 15):
        if not isinstance(value.unit, Count | Money):
            continue
        (label,) = labels_text([value], lang=lang)
        (shown,) = approximate([value.magnitude])
        read = parse_value(label, value.unit, lang=lang).magnitude

        assert within(value.magnitude, read, shown.number.scaleb(shown.power)), (value, label)


def within(number: Decimal, read: Decimal, shown: Decimal) -> bool:
    """Return whether *read* is *number* to half a unit of the last digit of *shown*."""
    exponent = shown.as_tuple().exponent
    assert isinstance(exponent, int)
    return 2 * abs(read - number) <= Decimal(1).scaleb(exponent)
