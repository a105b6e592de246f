"""One figure among those of an indicator."""

from typing import Final, final

import attrs

from offinno._frozen import Frozen, as_set, as_tuple
from offinno.language import Text, checked_text, optional_text
from offinno.model._area import Area, area_of
from offinno.model._checks import Contradiction
from offinno.model._population import Population, Question, Sample
from offinno.model._source import optional_period, period_of
from offinno.model._status import Evidence, Status
from offinno.values import Missing, Period, Range, Value

_FIGURES: Final = frozenset({Value, Range, Missing})


def _pairs(given: "dict[str, str] | tuple[tuple[str, str], ...]") -> tuple[tuple[str, str], ...]:
    """Return *given* as pairs in the order of their names."""
    return tuple(sorted(dict(given).items()))


def _symbol(given: str | None) -> str | None:
    """Return the symbol checked, where there is one."""
    return None if given is None else checked_text(given)


@final
@attrs.frozen(kw_only=True)
class Observation(Frozen):
    """A value, range or reason for a missing one, with all that belongs to it alone.

    What an indicator says in its header (population, question, sample) is repeated here only
    where this row differs.

    Raises:
        Contradiction: If a note is named twice.
        UnknownArea: If the area is in no list.
        BadPeriod: If the period is none.
    """

    #: The territory it is about.
    area: Area = attrs.field(converter=area_of)
    #: The time it is about.
    period: Period = attrs.field(converter=period_of)
    #: Its category in each breakdown: pairs of dimension and category key.
    breakdowns: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_pairs)
    #: The date of the version it belongs to, where several are kept.
    vintage: Period | None = attrs.field(default=None, converter=optional_period)
    #: Key of its source among those of the indicator; None for the first of them.
    source: str | None = None
    #: The figure, or why there is none.
    value: Value | Range | Missing
    #: Quality flags.
    status: frozenset[Status] = attrs.field(default=frozenset(), converter=as_set)
    #: The publisher's own symbol for the status or for what is missing, such as ``..``.
    symbol: str | None = attrs.field(default=None, converter=_symbol)
    #: Marks of the notes that belong to it.
    notes: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    #: How well it is documented.
    evidence: Evidence = Evidence.PUBLISHED
    #: The wording it was printed with, where that says less than the value.
    as_printed: Text | None = attrs.field(default=None, converter=optional_text)
    #: The population, where it differs from the header.
    population: Population | Missing | None = None
    #: The question, where it differs from the header.
    question: Question | None = None
    #: The sample, where it differs from the header.
    sample: Sample | Missing | None = None
    #: The part of the period it covers, where it does not cover all.
    covers: Period | None = attrs.field(default=None, converter=optional_period)

    def __attrs_post_init__(self) -> None:
        """Check the notes."""
        if len(set(self.notes)) != len(self.notes):
            raise Contradiction("observation", f"a note is named twice in {list(self.notes)}")
        if type(self.value) not in _FIGURES:
            problem = f"{self.value!r:.60} is no value; give Value, Range or Missing"
            raise Contradiction("observation", problem)

    @property
    def key(self) -> tuple[str, str, tuple[tuple[str, str], ...], str]:
        """What tells it from others: area, period, breakdowns and vintage."""
        vintage = "" if self.vintage is None else self.vintage.text
        return self.area.code, self.period.text, self.breakdowns, vintage
