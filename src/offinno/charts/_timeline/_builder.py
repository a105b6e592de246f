"""The builder of a timeline of schemes."""

from collections.abc import Sequence
from datetime import date

from offinno.charts._figure import Figure
from offinno.charts._headline import Headline, HeadlineLike
from offinno.charts._suitable import check_schemes
from offinno.charts._timeline._build import scheme_timeline_of
from offinno.language import Lang
from offinno.model import FundingScheme, Source
from offinno.values import Period


def scheme_timeline(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    schemes: Sequence[FundingScheme],
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    start: Period | str | int | date | None = None,
    end: Period | str | int | date | None = None,
    highlight: str | None = None,
    sources: Sequence[Source] = (),
) -> Figure:
    """Return calls and deadlines of funding schemes over time, a lane for each scheme.

    A deadline is a diamond on its day, or a band where only its month is known, and a bar leads
    to it from the day on which the call opens. A month or day that comes back each year is drawn
    outlined in every year shown. What has no date stands in its lane as a ring with its words.

    Args:
        schemes: What to show, in this order.
        lang: The language of the picture.
        headline: The finding; without one, that these are calls and deadlines.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            calls.
        start: The first time shown; without one, the year of the first day that is known.
        end: The last time shown; without one, the year of the last day that is known.
        highlight: The key of the scheme that stands out.
        sources: The sources that schemes and calls name by their keys, such as those of a sheet.

    Raises:
        NotSuitable: If something is no scheme.
        UnknownName: If a call names a source that was not given, or no scheme is called so.
        BadPeriod: If a time is none.
        Contradiction: If there is no scheme, or one comes twice; if sources are named and none is
            given; if no day is known and no time is given, or no call lies in it; if the time ends
            before it starts, or is too long.

    >>> from offinno.datasets import load
    >>> sheet = load("innovation-2019")
    >>> figure = scheme_timeline(sheet.schemes, lang="en", sources=sheet.sources)
    >>> [(row.scheme, row.when) for row in figure.rows if row.start is None]
    [('innovation-projects', 'Deadline: not stated'), \
('public-sector-phd', 'Deadline: published, but not available to us')]
    """
    check_schemes("scheme_timeline()", schemes)
    figure = scheme_timeline_of(
        schemes,
        lang=lang,
        headline=Headline(headline),
        start=None if start is None else Period(start),
        end=None if end is None else Period(end),
        highlight=highlight,
        sources=sources,
    )
    return figure.with_alt(alt)
