"""Laws of published numbers: what is written in any usual manner is read as what it was."""

import re
from decimal import Decimal
from functools import partial
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from offinno.exceptions import OffinnoError
from offinno.language import LANGUAGES, Lang, lexicon
from offinno.units import Share
from offinno.values import (
    BadNumber,
    Published,
    Qualifier,
    UnreadableNumber,
    Value,
    parse_number,
    parse_published,
    parse_value,
)

SPACES = (" ", "\u00a0", "\u202f", "\u2009")

numbers = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(-(10**15), 10**15),
    st.integers(0, 6),
)
langs: st.SearchStrategy[Lang] = st.sampled_from(LANGUAGES)
manners = st.tuples(st.sampled_from(["", *SPACES]), st.sampled_from("-\u2212"))


def written(number: Decimal, lang: Lang, manner: tuple[str, str]) -> str:
    """Return *number* as a publisher writes it: with a space between groups, and a minus."""
    space, minus = manner
    whole, _, decimals = f"{abs(number):,f}".partition(".")
    mark = lexicon(lang).decimal + decimals if decimals else ""
    return (minus if number < 0 else "") + whole.replace(",", space) + mark


@given(number=numbers, lang=langs, manner=manners)
def test_what_is_written_is_read(number: Decimal, lang: Lang, manner: tuple[str, str]) -> None:
    """Every number comes back, to the last digit, with any space and either minus."""
    assert str(number + 0) == str(parse_number(written(number, lang, manner), lang=lang))


@given(number=numbers, lang=langs, manner=manners, data=st.data())
def test_words_beside_it_change_nothing(
    number: Decimal, lang: Lang, manner: tuple[str, str], data: st.DataObject
) -> None:
    """A qualifier before, a scale and a unit behind are read off, and the number stays."""
    words = lexicon(lang)
    qualifier = data.draw(st.sampled_from(Qualifier))
    form = data.draw(st.sampled_from(words.qualifiers[qualifier.value] or ("{}",)))
    power, scale = data.draw(
        st.sampled_from([(0, ""), *((p, s.many) for p, s in words.scales.items())])
    )
    unit, word = data.draw(
        st.sampled_from([("", ""), ("%", "%"), ("NOK", words.currencies["NOK"][0])])
    )
    space = data.draw(st.sampled_from(SPACES[:2]))
    text = space.join(filter(None, [form.format(written(number, lang, manner)), scale, word]))
    expected = partial(Published, magnitude=number.scaleb(power), qualifier=qualifier, unit=unit)

    if abs(number.scaleb(power)) < Decimal("1e31"):
        assert expected() == parse_published(text, lang=lang)


@given(text=st.text("0123456789 \u00a0\u2009.,-\u2212", max_size=16), lang=langs)
def test_what_is_read_was_written_so(text: str, lang: Lang) -> None:
    """No text is read as anything but its digits: groups and marks are never guessed."""
    found = read(parse_number, text, lang)
    if found is None:
        return
    body = text.lstrip("-\u2212")
    mark = lexicon(lang).decimal
    whole, _, decimals = body.partition(mark)

    assert Decimal(re.sub(f"[{''.join(SPACES)}]", "", body).replace(mark, ".")) == abs(found)
    assert text in {
        written(found, lang, (space, minus)) for space in ("", *SPACES) for minus in "-\u2212"
    } or (found == 0 and text[0] in "-\u2212")
    assert len(decimals) == -found.as_tuple().exponent
    assert whole == "0" or whole[0] != "0"


@given(text=st.text(max_size=40) | st.text("0123456789 .,-−%avofkrmildæ", max_size=30), lang=langs)
def test_any_text_is_a_number_or_refused(text: str, lang: Lang) -> None:
    """Only our errors come of any text, from each of the three parsers."""
    found = read(parse_published, text, lang)
    read(parse_number, text, lang)
    if isinstance(found, Published) and not found.fraction:
        assert re.search("[0-9]", text)
        assert found.unit == "" or not re.match(r"\d", found.unit)


def read(parse: Any, text: str, lang: Lang) -> Any:
    """Return what *parse* reads, or None if it refuses in one line."""
    try:
        return parse(text, lang=lang)
    except (UnreadableNumber, BadNumber) as refused:
        return None if str(refused).isprintable() else NotImplementedError


@given(share=st.from_type(Share), number=st.integers(0, 10_000), lang=langs, manner=manners)
def test_a_value_is_read_in_its_unit(
    share: Share, number: int, lang: Lang, manner: tuple[str, str]
) -> None:
    """A share is the same share in each language."""
    magnitude = Decimal(number).scaleb(-2)
    text = f"{written(magnitude, lang, manner)} {lexicon(lang).percent[0]}"

    assert Value(magnitude, share) == parse_value(text, share, lang=lang)


@given(x=st.integers(0, 999), y=st.integers(1, 999), lang=langs, share=st.from_type(Share))
def test_a_fraction_is_about_its_share(x: int, y: int, lang: Lang, share: Share) -> None:
    """So many of so many is that share in per cent, and about; more than all is refused."""
    text = lexicon(lang).fraction.format(x=x, y=y)
    try:
        found = parse_value(text, share, lang=lang)
    except OffinnoError:
        assert x > y
    else:
        assert x <= y
        assert Qualifier.ABOUT is found.qualifier
        assert abs(found.magnitude * y - 100 * x) < Decimal("1e-25")
