"""What one row has beside its columns, and the codes that columns hold."""

from typing import Final, final

import attrs

from offinno.language import Text
from offinno.model._checks import optional_words, optionally_worded, texts_of
from offinno.model._observation import check_notes
from offinno.model._periods import optional_period
from offinno.model._population import Population, Question, Sample
from offinno.model._status import Evidence, Status
from offinno.model._typed import Typed
from offinno.values import Counted, Interval, Missing, MissingReason, Period, Qualifier, Range

#: Significant digits that a binary float of 64 bits holds exactly.
DIGITS: Final = 15

#: Decimals of a number in a column at most, and of zeros before the point; a power of ten is
#: exact in binary up to this.
DECIMALS: Final = 22

STATUSES: Final = tuple(Status)
EVIDENCES: Final = tuple(Evidence)
QUALIFIERS: Final = tuple(Qualifier)
REASONS: Final = tuple(MissingReason)

#: What stands in the column of missing values for a row whose figure is a range.
RANGE_CODE: Final = 255

#: The code of evidence that is not written down.
PUBLISHED: Final = EVIDENCES.index(Evidence.PUBLISHED)


@final
@attrs.frozen(kw_only=True)
class Extra(Typed):
    """What one row has beside its columns; the fields are those of `Observation` and `Value`.

    Raises:
        WrongType: If a field holds something else than it may.
        Contradiction: If a note is named twice.

    >>> Extra(notes=["*"]).notes
    ('*',)
    """

    #: The figure, where it is a range.
    range: Range | None = None
    #: The span of uncertainty of the value.
    interval: Interval | None = None
    #: The counts behind a share.
    counted: Counted | None = None
    #: More about why the figure is missing.
    missing_note: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: The publisher's own symbol.
    symbol: str | None = attrs.field(default=None, converter=optional_words)
    #: Marks of the notes that belong to the row.
    notes: tuple[str, ...] = attrs.field(default=(), converter=texts_of)
    #: The wording it was printed with.
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
        """Check the notes."""
        super().__attrs_post_init__()
        check_notes(self.notes)


#: What a row has that has nothing beside its columns.
NOTHING: Final = Extra()
