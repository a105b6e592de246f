"""Strategies for words, and for what describes a figure."""

from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from offinno.language import LANGUAGES, Term, Text, vocabulary
from offinno.model import Area, Link, Note, Population, Question, Sample, Source
from offinno.testing._kept import kept
from offinno.values import Missing, MissingReason, Period

_MARKS: Final = ("*", "†", "‡", "§", "¹", "a", "**")
_COUNTED: Final = tuple(t for t in vocabulary().values() if not t.reference_amount)
_DAYS: Final = st.dates().map(Period)


@kept
def words(*, max_size: int = 40) -> st.SearchStrategy[str]:
    """Return a strategy for what one language of a text may hold, hostile characters included."""
    characters = st.characters(exclude_categories=("C", "Zl", "Zp"), include_characters="\n\t")
    return st.text(characters, min_size=1, max_size=max_size).filter(str.strip)


@kept
def texts() -> st.SearchStrategy[Text]:
    """Return a strategy for texts, in some of offinno's languages or the same in all."""
    tags = st.sampled_from((*LANGUAGES, "und", "se"))
    return st.dictionaries(tags, words(), min_size=1, max_size=3).map(Text)


@kept
def keys() -> st.SearchStrategy[str]:
    """Return a strategy for keys of things in a factsheet."""
    return st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


@kept
def terms(*, reference_amount: bool | None = None) -> st.SearchStrategy[Term]:
    """Return a strategy for terms: those of offinno and others.

    The key of another term says whether it is a reference amount, so that two terms with one key
    never contradict each other.
    """
    known = [
        term
        for term in vocabulary().values()
        if reference_amount is None or term.reference_amount is reference_amount
    ]
    return st.sampled_from(known) | _own_terms(reference_amount=reference_amount)


@kept
@st.composite
def _own_terms(draw: st.DrawFn, *, reference_amount: bool | None) -> Term:
    """Return a strategy for terms that offinno does not bring."""
    amount = draw(st.booleans()) if reference_amount is None else reference_amount
    rest = draw(st.from_regex(r"[a-z0-9]{0,6}(-[a-zA-Z0-9]{1,6}){0,2}", fullmatch=True))
    return Term(
        key=f"{'xa' if amount else 'xc'}{rest}",
        label=draw(texts()),
        one=draw(st.none() | texts()),
        reference_amount=amount,
    )


@kept
def areas() -> st.SearchStrategy[Area]:
    """Return a strategy for areas: countries, counties, groups and areas of one's own."""
    known = ("NO", "SE", "DK", "FI", "IS", "DE", "nordic", "NO-03@2017", "NO-30@2020", "NO-55@2024")
    own = st.builds(Area, st.from_regex(r"x-[a-z]{1,8}", fullmatch=True), texts())
    return st.sampled_from(known).map(Area) | own


@kept
def urls() -> st.SearchStrategy[str]:
    """Return a strategy for addresses that a page may link to."""
    parts = st.sampled_from([*"abcdefghijklmnopqrstuvwxyz0123456789-_~&=?#'()", "%20", "%C3%B8"])
    return st.lists(parts, max_size=20).map(lambda path: f"https://example.org/{''.join(path)}")


@kept
def links() -> st.SearchStrategy[Link]:
    """Return a strategy for links."""
    return st.builds(Link, label=texts(), url=urls())


@kept
def sources() -> st.SearchStrategy[Source]:
    """Return a strategy for sources."""
    return st.builds(
        Source,
        key=keys(),
        publisher=texts(),
        title=texts(),
        published=st.none() | _DAYS,
        url=st.none() | urls(),
        locator=st.none() | words(),
        retrieved=st.none() | _DAYS,
        licence=st.none() | words(),
        note=st.none() | texts(),
    )


@kept
def notes() -> st.SearchStrategy[Note]:
    """Return a strategy for notes."""
    marks = st.sampled_from(_MARKS)
    return st.builds(Note, mark=marks, text=texts(), must_show=st.booleans())


@kept
def populations() -> st.SearchStrategy[Population]:
    """Return a strategy for populations."""
    some = st.frozensets(terms(), max_size=2)
    return st.builds(
        Population, unit=st.sampled_from(_COUNTED), sectors=some, levels=some, filters=some
    )


@kept
def questions() -> st.SearchStrategy[Question]:
    """Return a strategy for questions."""
    return st.builds(Question, key=keys(), text=texts(), answers=st.frozensets(terms(), max_size=2))


@kept
@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Return a strategy for samples whose counts agree."""
    invited, n, base = sorted(draw(st.lists(st.integers(1, 10_000), min_size=3, max_size=3)))[::-1]
    keep = draw(st.tuples(*[st.booleans()] * 4))
    rate = (Decimal(100 * n) / invited).quantize(Decimal("0.1"))
    return Sample(
        unit=draw(st.none() | st.sampled_from(_COUNTED)),
        n=n if keep[0] else None,
        base=base if keep[1] else None,
        invited=invited if keep[2] else None,
        response_rate=rate if keep[3] else None,
        weighting=draw(st.none() | texts()),
        method=draw(st.none() | texts()),
        fieldwork=draw(st.none() | _DAYS),
    )


@kept
def missings() -> st.SearchStrategy[Missing]:
    """Return a strategy for what is missing, with its reason."""
    return st.builds(Missing, st.sampled_from(MissingReason), st.none() | texts())
