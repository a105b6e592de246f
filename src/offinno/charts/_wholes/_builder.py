"""The builder of parts of a whole."""

from collections.abc import Sequence

from offinno.charts._figure import Figure
from offinno.charts._headline import Headline, HeadlineLike
from offinno.charts._suitable import check_series
from offinno.charts._wholes._build import parts_of
from offinno.language import Lang
from offinno.model import Indicator


def parts(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    along: str,
    by: str | None = None,
    beside: Indicator | Sequence[Indicator] = (),
    highlight: str | None = None,
) -> Figure:
    r"""Return the parts of a whole as a stacked bar, or several such bars below one another.

    Parts stand in the order of their dimension, each with its name and figure within it, or
    beside a line to it where it is small. What is missing lies at the end of its bar, outlined:
    of shares it is as long as what the others leave, of amounts nothing is known of its length.

    Shares must add up to 100, within half a unit of the last digit of each: 33.3, 33.3 and 33.3
    may miss it by 0.15. Amounts must be those of a dimension that is declared exclusive, with a
    row for each category. Bars of shares are equally long, each 100 per cent of its own whole;
    bars of amounts are as long as their amounts together.

    Args:
        indicator: What to show.
        lang: The language of the picture.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        along: The key of the dimension whose categories are the parts.
        by: What there is a bar for: ``area``, ``period`` or the key of another dimension; None
            for one bar.
        beside: Another indicator with such parts, or several, a bar for each below that of the
            first.
        highlight: The name of the part that stands out.

    Raises:
        NotSuitable: If something is no indicator.
        UnknownName: If there is no such dimension or part.
        ManyFigures: If there are several figures for one part.
        NotParts: If they are figures that have no parts, such as ratios.
        NotAWhole: If shares add up to something else than 100, and rounding cannot explain it.
        NotExclusive: If they are amounts that may overlap.
        LackingParts: If categories are left out.
        TwoUnits: If bars of amounts are in different units, or shares stand beside amounts.
        Contradiction: If there are too few parts or too many, or they are of several wholes.

    >>> from offinno.language import Term, vocabulary
    >>> from offinno.model import Dimension, Observation, Observations, Population
    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> unit = parse_unit("% of workplaces")
    >>> made_up = {"municipal": 67, "county": 20, "state": 14}
    >>> levels = Dimension(
    ...     key="level", label="level", categories=[Term(key=k, label=k) for k in made_up]
    ... )
    >>> rows = [
    ...     Observation(area="NO", period=2018, breakdowns={"level": k}, value=Value(v, unit))
    ...     for k, v in made_up.items()
    ... ]
    >>> workplaces = Indicator(
    ...     key="by-level", title="Workplaces by level", definition="Made up.", unit=unit,
    ...     population=Population(unit=vocabulary()["workplaces"]), dimensions=[levels],
    ...     observations=Observations.of(unit, rows),
    ... )
    >>> figure = parts(workplaces, lang="en", along="level")
    >>> figure.alt
    '3\xa0parts of a whole. Highest: Municipal, 67\xa0per cent. Lowest: State, 14\xa0per cent.'
    >>> figure.remarks
    ('Because of rounding the parts add up to 101%.',)
    """
    others = tuple(beside) if isinstance(beside, list | tuple) else (beside,)
    for given in (indicator, *others):
        check_series("parts()", given)
    figure = parts_of(
        indicator,
        lang=lang,
        headline=Headline(headline),
        along=along,
        by=by,
        beside=others,
        highlight=highlight,
    )
    return figure.with_alt(alt)
