"""The builders: figures with their meaning in, a `Figure` in one language out.

Each is a pure function: it words labels and notes, chooses a look, and draws nothing. Their
options are those of the blocks of a factsheet, so that a sheet and a notebook draw the same.
"""

from offinno.charts._choose import Allow, compared
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline, HeadlineLike
from offinno.charts._several import bars_of, grouped_bars_of, ranking_of
from offinno.charts._single import form_of, number_of, pictogram_of
from offinno.charts._suitable import check_comparable, check_figure, check_series
from offinno.language import Lang
from offinno.model import Comparison, Datum, Form, Indicator


def number(
    datum: Datum,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    form: Form | str = Form.VALUE,
) -> Figure:
    """Return one figure, large.

    Args:
        datum: The figure.
        lang: The language of the picture.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        form: How the figure is worded: a `offinno.model.Form`, or the name of one.

    Raises:
        NotSuitable: If it is not one figure.
        UnknownName: If there is no such form.
        NoFraction: If a fraction is asked of what is no share.
        NoReference: If it is to be held against others, and there are none.

    >>> from offinno.datasets import load
    >>> expenditure = load("innovation-2019").indicator("public-expenditure-gdp")
    >>> number(expenditure.at(period=2018), lang="en").value_text
    '48.3%†'
    """
    check_figure("number()", datum)
    found = form_of(form)
    return number_of(datum, lang=lang, headline=Headline(headline), form=found).with_alt(alt)


def pictogram(
    datum: Datum,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    of: int = 10,
) -> Figure:
    r"""Return a share as marks of which so many are filled.

    Args:
        datum: A share.
        lang: The language of the picture.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        of: How many marks there are, from 2 to 100.

    Raises:
        NotSuitable: If it is not one figure, or the number of marks is no whole number.
        NotAPart: If the figure is no share.
        Contradiction: If it is a range, or the number of marks is out of bounds.

    >>> from offinno.datasets import load
    >>> units = load("innovation-2019").indicator("innovative-municipal-units")
    >>> pictogram(units.at(), lang="en", of=4).alt
    '3 of 4\xa0marks filled: 74\xa0per cent.'
    """
    check_figure("pictogram()", datum)
    return pictogram_of(datum, lang=lang, headline=Headline(headline), of=of).with_alt(alt)


def ranking(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    subject: Comparison | Indicator,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    along: str = "area",
    reference: str | None = None,
    highlight: str | None = None,
    allow: Allow = (),
) -> Figure:
    """Return figures in the order of their size, equal ones in one place.

    What may not be compared with the reference stands below the others, outlined, with the
    reason; what has no number stands between the two.

    Args:
        subject: What to rank. A comparison has its own *along*, *reference* and *allow*.
        lang: The language of the picture.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        along: What the figures differ along: ``area``, ``period`` or the key of a dimension.
        reference: The name of the figure that the others are held against.
        highlight: The name of the figure that stands out.
        allow: Rules of comparability that are overridden, each with the reason why.

    Raises:
        NotSuitable: If it is neither a comparison nor an indicator.
        UnknownName: If there is no such dimension or figure.
        ManyFigures: If there are several figures with one name.
        TwoUnits: If the figures are in different units.
        UnknownOutcome: If the qualifiers of figures leave their order open.
        Contradiction: If there are fewer than two, or a comparison is to be made anew.

    >>> from offinno.datasets import load
    >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    >>> figure = ranking(nordic, lang="en", highlight="NO")
    >>> [(row.place, row.label) for row in figure.rows]
    [(1, 'Sweden'), (2, 'Denmark'), (3, 'Iceland'), (4, 'Norway'), (None, 'Finland')]
    """
    check_comparable("ranking()", subject)
    comparison = compared(subject, along=along, reference=reference, allow=allow)
    figure = ranking_of(comparison, lang=lang, headline=Headline(headline), highlight=highlight)
    return figure.with_alt(alt)


def bars(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    along: str = "area",
    highlight: str | None = None,
    allow: Allow = (),
) -> Figure:
    r"""Return figures as bars, in the order of their categories or of time.

    Bars over time stand where there is room for their figures, all others lie. Where time has a
    gap or the series a break, and where many bars leave no room for their figures, they stand upon
    an axis of time, as those of `series` do. A break is marked and named, and what may not be
    compared with the others is outlined, with the reason; so are figures that are not final.

    Args:
        indicator: What to show.
        lang: The language of the picture.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        along: What there is a bar for: ``area``, ``period`` or the key of a dimension. Where all
            figures are of one area and differ in one thing only, it is that.
        highlight: The name of the bar that stands out.
        allow: Rules of comparability that are overridden, each with the reason why.

    Raises:
        NotSuitable: If it is no indicator.
        UnknownName: If there is no such dimension, bar or rule.
        ManyFigures: If there are several figures for one bar.

    >>> from offinno.datasets import load
    >>> grants = load("innovation-2019").indicator("h2020-participations")
    >>> bars(grants, lang="nb", along="period").table.rows[0]
    ('2014', '2\xa0deltakelser')
    """
    check_series("bars()", indicator)
    figure = bars_of(
        indicator,
        lang=lang,
        headline=Headline(headline),
        along=along,
        highlight=highlight,
        allow=allow,
    )
    return figure.with_alt(alt)


def grouped_bars(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    along: str,
    by: str,
    allow: Allow = (),
) -> Figure:
    """Return figures as bars below one another within each category.

    What may not be compared with the others, along groups or within one, is outlined, with the
    reason; a break in time is marked and named.

    Args:
        indicator: What to show.
        lang: The language of the picture.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        along: What there is a group of bars for.
        by: What there is a bar for within each group.
        allow: Rules of comparability that are overridden, each with the reason why.

    Raises:
        NotSuitable: If it is no indicator.
        UnknownName: If there is no such dimension or rule.
        ManyFigures: If there are several figures for one bar.
        Contradiction: If *along* and *by* are the same.

    >>> from offinno.datasets import load
    >>> outcomes = load("innovation-2019").indicator("outcomes-by-research-cooperation")
    >>> figure = grouped_bars(outcomes, lang="en", along="outcome", by="cooperation")
    >>> figure.table.columns
    ('Outcome', 'With researchers', 'Without researchers')
    """
    check_series("grouped_bars()", indicator)
    figure = grouped_bars_of(
        indicator, lang=lang, headline=Headline(headline), along=along, by=by, allow=allow
    )
    return figure.with_alt(alt)
