"""The builders of figures over time, between two times, and with their intervals."""

from offinno.charts._choose import Allow, compared
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline, HeadlineLike
from offinno.charts._lines._dot_interval import dot_interval_of
from offinno.charts._lines._series import series_of
from offinno.charts._lines._slope import slope_of
from offinno.charts._suitable import check_comparable, check_series
from offinno.language import Lang
from offinno.model import Comparison, Indicator, SeriesMark
from offinno.values import Period


def series(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    by: str | None = None,
    mark: SeriesMark = "line",
    highlight: Period | str | int | None = None,
    zero: bool = False,
    allow: Allow = (),
) -> Figure:
    r"""Return figures over time, each where its period lies.

    A line joins figures that follow each other and may be compared; where a period is missing, or
    the method changed, there is a gap. Breaks of the indicator bear the mark of a note. Figures
    that are not final are hollow, and a line to them is dotted. Names stand at the ends of lines,
    with the time of a figure that is not of the last one. Where lines end so near each other that
    names would stand far from them, they are a list in the order of the ends; of quiet lines
    beside one that stands out, those are named that find room, and all are listed below.

    Bars and shares begin at zero. A line shows change and not size, so the axis of other figures
    may begin above zero where they would fill less than half of it; the picture says so then.

    Args:
        indicator: What to show.
        lang: The language of the picture.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        by: What there is a line for: ``area`` or the key of a dimension; None for a single one.
        mark: ``line``, or ``bar`` for a single series.
        highlight: The name of the line that stands out; of a single series, the period, of which
            a year may be a whole number.
        zero: Whether the axis begins at zero in any case.
        allow: Rules of comparability that are overridden, each with the reason why, such as
            ``method-break`` for a line that crosses a break.

    Raises:
        NotSuitable: If it is no indicator.
        UnknownName: If there is no such dimension, line, period or mark.
        ManyFigures: If there are several figures for one place.
        NotInTime: If the days of a period are not known.
        TooManyLines: If there are more lines than can be told apart.
        Contradiction: If several lines are to be bars.

    >>> from offinno.datasets import series as packaged
    >>> figure = series(packaged("procurement"), lang="en")
    >>> [(row.label, row.parted) for row in figure.rows if row.parted]
    [('2018', 'Break 2018')]
    >>> figure.remarks[1]
    'There is a gap in the line where there are no figures.'
    """
    check_series("series()", indicator)
    figure = series_of(
        indicator,
        lang=lang,
        headline=Headline(headline),
        by=by,
        mark=mark,
        highlight=None if highlight is None else str(highlight),
        zero=zero,
        allow=allow,
    )
    return figure.with_alt(alt)


def dot_interval(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    subject: Indicator | Comparison,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    along: str = "area",
    reference: str | None = None,
    highlight: str | None = None,
    allow: Allow = (),
) -> Figure:
    """Return figures as dots with the intervals of uncertainty that are known, largest first.

    What may not be compared with the reference stands below the others, hollow, with the reason.
    Level and method of the intervals are said below; where no interval is known, the dot stands
    alone, and that is said too. Nobody has a place: figures whose intervals overlap have none.

    Args:
        subject: What to show. A comparison has its own *along*, *reference* and *allow*.
        lang: The language of the picture.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        along: What the figures differ along: ``area``, ``period`` or the key of a dimension.
        reference: The name of the figure that the others are held against; a line stands at it.
        highlight: The name of the figure that stands out.
        allow: Rules of comparability that are overridden, each with the reason why.

    Raises:
        NotSuitable: If it is neither a comparison nor an indicator.
        UnknownName: If there is no such dimension or figure.
        ManyFigures: If there are several figures with one name.
        TwoUnits: If the figures are in different units.
        Contradiction: If there are fewer than two, or a comparison is to be made anew.

    >>> from offinno.datasets import load
    >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    >>> figure = dot_interval(nordic, lang="en")
    >>> "No interval of uncertainty is known." in figure.remarks
    True
    """
    check_comparable("dot_interval()", subject)
    comparison = compared(subject, along=along, reference=reference, allow=allow)
    figure = dot_interval_of(
        comparison, lang=lang, headline=Headline(headline), highlight=highlight
    )
    return figure.with_alt(alt)


def slope(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    along: str = "area",
    start: Period | str | int | None = None,
    end: Period | str | int | None = None,
    highlight: str | None = None,
    allow: Allow = (),
) -> Figure:
    """Return figures at two times, with a line for each member from one to the other.

    A member whose two figures may not be compared, because the method or the population changed,
    has hollow dots and no line, with the reason. One without a figure at a time is named below
    the lines, beside a ring. Of quiet lines beside one that stands out, those are named that find
    room near both ends, and the figures of all are told below.

    Args:
        indicator: What to show.
        lang: The language of the picture.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        along: What there is a line for: ``area`` or the key of a dimension.
        start: The first time; None for the earliest.
        end: The second time; None for the latest.
        highlight: The name of the line that stands out.
        allow: Rules of comparability that are overridden, each with the reason why.

    Raises:
        NotSuitable: If it is no indicator.
        UnknownName: If there is no such dimension, line or time.
        ManyFigures: If there are several figures for one place.
        NotInTime: If the days of a period are not known.
        TooManyLines: If there are more lines than can be told apart.
        Contradiction: If there are not two times, one after the other.

    >>> from offinno.datasets import series as packaged
    >>> figure = slope(packaged("procurement"), lang="en", start=2012, end=2015)
    >>> [row.joined for row in figure.rows]
    [False, True]
    """
    check_series("slope()", indicator)
    figure = slope_of(
        indicator,
        lang=lang,
        headline=Headline(headline),
        along=along,
        start=start,
        end=end,
        highlight=highlight,
        allow=allow,
    )
    return figure.with_alt(alt)
