"""Whether two shares from surveys differ by more than chance, in words."""

from offinno.analysis import Difference
from offinno.language import Lang
from offinno.wording._catalogue import message
from offinno.wording._differences import difference_text
from offinno.wording._locales import full_stop
from offinno.wording._reasons import member_text, reasons_text
from offinno.wording._sentences import interval_text


def margin_text(difference: Difference, *, lang: Lang) -> str:
    r"""Return how far two shares are apart, whether that is within the margin of error, and why.

    The interval of the difference follows, and what else speaks against holding the two side by
    side: neither is lost when the sentence is quoted whole.

    >>> from offinno.analysis import difference_test
    >>> from offinno.language import vocabulary
    >>> from offinno.model import Indicator, Observation, Observations, Population, Sample
    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> unit, sample = parse_unit("% of workplaces"), Sample(n=400)
    >>> rows = [
    ...     Observation(area=area, period=2018, value=Value(share, unit), sample=sample)
    ...     for area, share in {"NO": 50, "SE": 54}.items()
    ... ]
    >>> asked = Indicator(
    ...     key="asked", title="Asked", definition="Said yes", unit=unit,
    ...     population=Population(unit=vocabulary()["workplaces"]),
    ...     observations=Observations.of(unit, rows),
    ... )
    >>> found = difference_test(asked.at(area="NO"), asked.at(area="SE"))
    >>> margin_text(found, lang="en").partition(".")[0]
    'Norway: 4\xa0percentage points lower than Sweden; the difference is within the margin of error'
    """
    sentences = (
        _verdict(difference, lang),
        interval_text(difference.interval, difference.value.unit, lang=lang),
        *reasons_text(difference.comparison.reasons, lang=lang),
    )
    return " ".join(full_stop(text) for text in sentences)


def _verdict(difference: Difference, lang: Lang) -> str:
    """Return how far two shares are apart, and whether that is more than chance makes."""
    one, other = difference.one, difference.other
    name, than = member_text(one, other, lang=lang), member_text(other, one, lang=lang)
    distance = difference_text(difference.value, lang=lang, than=than)
    if difference.within_margin:
        return message(
            "{name}: {distance}; the difference is within the margin of error",
            lang=lang,
            name=name,
            distance=distance,
        )
    return message(
        "{name}: {distance}; the difference is larger than the margin of error",
        lang=lang,
        name=name,
        distance=distance,
    )
