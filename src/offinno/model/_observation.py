"""One figure among those of an indicator."""

from typing import final

import attrs

from offinno.language import Text
from offinno.model._area import Area, area_of
from offinno.model._checks import (
    Contradiction,
    optional_key,
    optional_words,
    optionally_worded,
    places_of,
    texts_of,
)
from offinno.model._periods import optional_period, period_of
from offinno.model._population import Population, Question, Sample
from offinno.model._status import Evidence, Status, flags_of
from offinno.model._typed import Typed
from offinno.values import Missing, Period, Range, Value


@final
@attrs.frozen(kw_only=True)
class Observation(Typed):
    """A value, range or reason for a missing one, with all that belongs to it alone.

    What an indicator says in its header (population, question, sample) is repeated here only
    where this row differs. A quality flag is a `Status` or its text; one needs no brackets.

    Raises:
        WrongType: If a field holds something else than it may.
        Contradiction: If a note or a breakdown is named twice, or the part of the period that it
            covers is no part of it.
        UnknownArea: If the area is in no list.
        UnknownName: If the text of a quality flag is none.
        BadPeriod: If the period is none.

    >>> from offinno.units import parse_unit
    >>> row = Observation(area="NO", period=2018, value=Value("48.3", parse_unit("% of GDP")))
    >>> row.period, row.evidence
    (Period('2018'), <Evidence.PUBLISHED: 'published'>)
    """

    #: The territory it is about.
    area: Area = attrs.field(converter=area_of)
    #: The time it is about.
    period: Period = attrs.field(converter=period_of)
    #: Its category in each breakdown: pairs of dimension and category key.
    breakdowns: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=places_of)
    #: The date of the version it belongs to, where several are kept.
    vintage: Period | None = attrs.field(default=None, converter=optional_period)
    #: Key of its source among those of the indicator; None for the first of them.
    source: str | None = attrs.field(default=None, converter=optional_key)
    #: The figure, or why there is none.
    value: Value | Range | Missing
    #: Quality flags.
    status: frozenset[Status] = attrs.field(default=frozenset(), converter=flags_of)
    #: The publisher's own symbol for the status or for what is missing, such as ``..``.
    symbol: str | None = attrs.field(default=None, converter=optional_words)
    #: Marks of the notes that belong to it.
    notes: tuple[str, ...] = attrs.field(default=(), converter=texts_of)
    #: How well it is documented.
    evidence: Evidence = Evidence.PUBLISHED
    #: The wording it was printed with, where that says less than the value.
    as_printed: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: The population, where it differs from the header.
    population: Population | Missing | None = None
    #: The question, where it differs from the header.
    question: Question | None = None
    #: The sample, where it differs from the header.
    sample: Sample | Missing | None = None
    #: The part of the period it covers, where it does not cover all.
    covers: Period | None = attrs.field(default=None, converter=optional_period)

    def __attrs_post_init__(self) -> None:
        """Check the notes, and the part of the period."""
        super().__attrs_post_init__()
        check_notes(self.notes)
        if self.covers is not None:
            check_covers(self.covers, self.period)

    @property
    def key(self) -> tuple[str, str, tuple[tuple[str, str], ...], str]:
        """What tells it from others: area, period, breakdowns and vintage."""
        vintage = "" if self.vintage is None else self.vintage.text
        return self.area.code, self.period.text, self.breakdowns, vintage


def check_notes(notes: tuple[str, ...]) -> None:
    """Check that no note is named twice."""
    if len(set(notes)) != len(notes):
        raise Contradiction("observation", f"a note is named twice in {list(notes)}")


def check_covers(part: Period, whole: Period) -> None:
    """Check that *part* is a part of *whole*, and less than all of it, where that is known."""
    before = part.start is not None and whole.start is not None and part.start < whole.start
    after = part.end is not None and whole.end is not None and part.end > whole.end
    same = part.known and (part.start, part.end) == (whole.start, whole.end)
    if before or after or same or part == whole:
        problem = f"it covers {part}, which is not a part of {whole}"
        raise Contradiction("observation", f"{problem}; leave out what covers all of its period")
