"""Whom a figure speaks of: population, question, sample, and notes."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, final

import attrs

from offinno._frozen import as_set
from offinno.language import Term, Text, checked_text
from offinno.model._checks import Contradiction, checked_key, optionally_worded, worded
from offinno.model._periods import optional_period
from offinno.model._typed import Typed
from offinno.values import Number, Period, exact_decimal

_LONGEST_MARK: Final = 3
_DIGITS: Final = frozenset("0123456789")
_HUNDRED: Final = 100


@final
@attrs.frozen(kw_only=True)
class Population(Typed):
    """The units that a figure is meant to describe.

    Raises:
        WrongType: If something else than a Term says what is counted or covered.

    >>> from offinno.language import vocabulary
    >>> Population(unit=vocabulary()["workplaces"]).unit.key
    'workplaces'
    """

    #: The kind of thing counted: workplaces, municipalities, innovations.
    unit: Term
    #: Sectors covered; none given means all.
    sectors: frozenset[Term] = attrs.field(default=frozenset(), converter=as_set)
    #: Levels of government covered; none given means all.
    levels: frozenset[Term] = attrs.field(default=frozenset(), converter=as_set)
    #: What a unit must fulfil to be counted at all, such as having innovated.
    filters: frozenset[Term] = attrs.field(default=frozenset(), converter=as_set)


@final
@attrs.frozen(kw_only=True)
class Question(Typed):
    """What was asked, and which answers count.

    Compared by key, then by answers; the wording may be translated.

    >>> asked = Question(key="introduced", text={"nb": "Har dere innført noe nytt?"})
    >>> asked == Question(key="introduced", text={"en": "Have you introduced anything new?"})
    True
    """

    #: Stable key, the same for the same question in every survey.
    key: str = attrs.field(converter=checked_key)
    #: What was asked, in words.
    text: Text = attrs.field(converter=worded, eq=False)
    #: The answers that count as yes; none given means a plain yes.
    answers: frozenset[Term] = attrs.field(default=frozenset(), converter=as_set)


def _rate(given: Number | None) -> Decimal | None:
    """Return a response rate as published, where there is one."""
    return None if given is None else exact_decimal(given)


@final
@attrs.frozen(kw_only=True)
class Sample(Typed):
    """How many answered, out of whom, and how.

    Raises:
        Contradiction: If more answered than were invited, the base is larger than the sample, or
            the published rate is not n ÷ invited to half a unit of its last digit.

    >>> from offinno.language import vocabulary
    >>> Sample(unit=vocabulary()["unit-managers"], n=1786).n
    1786
    """

    #: Who answered.
    unit: Term | None = None
    #: How many answered.
    n: int | None = None
    #: How many of those were asked this question.
    base: int | None = None
    #: How many were invited.
    invited: int | None = None
    #: Response rate in per cent, as published.
    response_rate: Decimal | None = attrs.field(default=None, converter=_rate)
    #: How answers were weighted.
    weighting: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: How answers were collected.
    method: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: When answers were collected.
    fieldwork: Period | None = attrs.field(default=None, converter=optional_period)

    def __attrs_post_init__(self) -> None:
        """Check the counts against each other."""
        super().__attrs_post_init__()
        for name in ("n", "base", "invited"):
            if (count := getattr(self, name)) is not None and count < 0:
                raise Contradiction("sample", f"{name} is {count}; a count cannot be negative")
        _check_at_most("n", self.n, "invited", self.invited)
        _check_at_most("base", self.base, "n", self.n)
        _check_at_most("base", self.base, "invited", self.invited)
        if self.response_rate is not None:
            _check_rate(self.response_rate, self.n, self.invited)


def _check_at_most(small: str, less: int | None, large: str, more: int | None) -> None:
    """Check that one count does not pass another."""
    if less is not None and more is not None and less > more:
        raise Contradiction("sample", f"{small} = {less} is more than {large} = {more}")


def _check_rate(rate: Decimal, n: int | None, invited: int | None) -> None:
    """Check that a published rate is *n* of *invited*, to half a unit of its last digit."""
    if not 0 <= rate <= _HUNDRED:
        raise Contradiction("sample", f"a response rate of {rate} % is impossible")
    if n is None or not invited:
        return
    exponent = rate.as_tuple().exponent
    assert isinstance(exponent, int)  # a finite number has one
    found = Fraction(_HUNDRED * n, invited)
    if 2 * abs(found - Fraction(rate)) > Fraction(10) ** min(exponent, 0):
        problem = f"{n} of {invited} is {float(found):.2f} %, not {rate} %"
        raise Contradiction("sample", f"{problem}; leave out the one that is not published")


def _mark(mark: str) -> str:
    """Return the mark of a note, if it can stand behind a number and be told from it."""
    if len(mark) > _LONGEST_MARK or any(character.isspace() for character in mark):
        raise Contradiction(f"note {mark[:20]!r}", "a mark is one to three characters, such as '*'")
    if mark[:1] in _DIGITS:
        problem = "behind a number it would read as a digit; use '*' or a raised digit"
        raise Contradiction(f"note {mark!r}", problem)
    return checked_text(mark)


@final
@attrs.frozen(kw_only=True)
class Note(Typed):
    """A remark on figures, tied to them by a mark.

    Raises:
        Contradiction: If the mark is too long to stand behind a number, or begins with a digit.

    >>> Note(mark="*", text={"en": "Municipal level only"}, must_show=True).must_show
    True
    """

    #: The mark that stands behind a number, such as ``*``.
    mark: str = attrs.field(converter=_mark)
    #: What it says.
    text: Text = attrs.field(converter=worded)
    #: Whether no figure may be shown without it.
    must_show: bool = False
