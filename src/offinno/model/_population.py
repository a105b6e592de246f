"""Whom a figure speaks of: population, question, sample, and notes."""

from decimal import Decimal
from typing import Final, final

import attrs

from offinno._frozen import Frozen, as_set
from offinno.language import Term, Text, checked_text, optional_text, text_of
from offinno.model._checks import Contradiction, checked_key
from offinno.model._source import optional_period
from offinno.values import Period, exact_decimal

_LONGEST_MARK: Final = 3


@final
@attrs.frozen(kw_only=True)
class Population(Frozen):
    """The units that a figure is meant to describe.

    >>> from offinno.language import Term, Text, checked_text, optional_text, text_of
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
class Question(Frozen):
    """What was asked, and which answers count.

    Compared by key, then by answers; the wording may be translated.
    """

    #: Stable key, the same for the same question in every survey.
    key: str = attrs.field(converter=checked_key)
    #: What was asked, in words.
    text: Text = attrs.field(converter=text_of, eq=False)
    #: The answers that count as yes; none given means a plain yes.
    answers: frozenset[Term] = attrs.field(default=frozenset(), converter=as_set)


def _rate(given: Decimal | int | str | None) -> Decimal | None:
    """Return a response rate as published, where there is one."""
    return None if given is None else exact_decimal(given)


@final
@attrs.frozen(kw_only=True)
class Sample(Frozen):
    """How many answered, out of whom, and how.

    Raises:
        Contradiction: If more answered than were invited, the base is larger than the sample, or
            the published rate is not n ÷ invited to half a unit of its last digit.

    >>> from offinno.language import Term, Text, checked_text, optional_text, text_of
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
    weighting: Text | None = attrs.field(default=None, converter=optional_text)
    #: How answers were collected.
    method: Text | None = attrs.field(default=None, converter=optional_text)
    #: When answers were collected.
    fieldwork: Period | None = attrs.field(default=None, converter=optional_period)

    def __attrs_post_init__(self) -> None:
        """Check the counts against each other."""
        for name in ("n", "base", "invited"):
            if (count := getattr(self, name)) is not None and count < 0:
                raise Contradiction("sample", f"{name} is {count}; a count cannot be negative")
        _check_at_most("n", self.n, "invited", self.invited)
        _check_at_most("base", self.base, "n", self.n)
        if self.response_rate is not None:
            self._check_rate(self.response_rate)

    def _check_rate(self, rate: Decimal) -> None:
        """Check the published rate."""
        if not 0 <= rate <= 100:  # noqa: PLR2004 - per cent
            raise Contradiction("sample", f"a response rate of {rate} % is impossible")
        if self.n is None or not self.invited:
            return
        exponent = rate.as_tuple().exponent
        assert isinstance(exponent, int)
        found = Decimal(100 * self.n) / self.invited
        if 2 * abs(found - rate) > Decimal(1).scaleb(min(exponent, 0)):
            problem = f"{self.n} of {self.invited} is {found:.2f} %, not {rate} %"
            raise Contradiction("sample", f"{problem}; leave out the one that is not published")


def _check_at_most(small: str, less: int | None, large: str, more: int | None) -> None:
    """Check that one count does not pass another."""
    if less is not None and more is not None and less > more:
        raise Contradiction("sample", f"{small} = {less} is more than {large} = {more}")


def _mark(mark: str) -> str:
    """Return the mark of a note, if it is short enough to stand behind a number."""
    if len(mark) > _LONGEST_MARK or any(character.isspace() for character in mark):
        raise Contradiction(f"note {mark[:20]!r}", "a mark is one to three characters, such as '*'")
    return checked_text(mark)


@final
@attrs.frozen(kw_only=True)
class Note(Frozen):
    """A remark on figures, tied to them by a mark.

    Raises:
        Contradiction: If the mark is too long to stand behind a number.
    """

    #: The mark that stands behind a number, such as ``*``.
    mark: str = attrs.field(converter=_mark)
    #: What it says.
    text: Text = attrs.field(converter=text_of)
    #: Whether no figure may be shown without it.
    must_show: bool = False
