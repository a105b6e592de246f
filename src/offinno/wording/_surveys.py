"""Whether two shares from surveys differ by more than chance, in words."""

from offinno.analysis import CannotEstimate, Difference, difference_test
from offinno.language import Lang
from offinno.model import Comparison, Contradiction, Datum
from offinno.values import Missing, MissingReason, Value
from offinno.wording._catalogue import message
from offinno.wording._differences import difference_text
from offinno.wording._intervals import interval_text
from offinno.wording._locales import full_stop
from offinno.wording._reasons import member_text, reasons_text
from offinno.wording._values import ValueForm


def margin_text(difference: Difference | Comparison, *, lang: Lang) -> str:
    r"""Return how far two shares are apart, whether that is within the margin of error, and why.

    The interval of the difference follows, and what else speaks against holding the two side by
    side: neither is lost when the sentence is quoted whole. Of a comparison of two figures the
    test is made; where no margin of error can be known, that is said.

    Raises:
        Contradiction: If a comparison has not two members, or one has no single number.
        NotComparable: If the two may not be compared.

    >>> from offinno.datasets import load
    >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    >>> two = Comparison.between(nordic.at(area="NO"), nordic.at(area="IS"))
    >>> margin_text(two, lang="en").partition(".")[0]
    'Norway: 1\xa0percentage point lower than Iceland; no margin of error is known'
    """
    if isinstance(difference, Comparison):
        comparison, tested = difference, _tested(difference)
    else:
        comparison, tested = difference.comparison, difference
    one, other = comparison.members
    clause = _clause(comparison, tested, lang, "prose")
    sentences = (
        f"{member_text(one, other, lang=lang)}: {clause}",
        *_interval(tested, lang),
        *reasons_text(comparison.reasons_between(*comparison.names), lang=lang),
    )
    return " ".join(full_stop(text) for text in sentences)


def margin_clause(comparison: Comparison, *, lang: Lang, form: ValueForm = "prose") -> str:
    """Return how far the first of two figures is from the other, and whether by more than chance.

    Raises:
        Contradiction: If there are not two, or one has no single number.
        NotComparable: If the two may not be compared.
    """
    return _clause(comparison, _tested(comparison), lang, form)


def _tested(comparison: Comparison) -> Difference | None:
    """Return the test of the two figures of a comparison, or None where it cannot be made."""
    if len(comparison.members) != 2:  # noqa: PLR2004 - a margin is between two
        raise Contradiction("margin of error", "it is that of the difference of two figures")
    try:
        return difference_test(*comparison.members, allow=dict(comparison.allowed))
    except CannotEstimate:
        return None


def _interval(tested: Difference | None, lang: Lang) -> tuple[str, ...]:
    """Return the interval of a difference, where it was tested."""
    if tested is None:
        return ()
    return (interval_text(tested.interval, tested.value.unit, lang=lang),)


def _clause(comparison: Comparison, tested: Difference | None, lang: Lang, form: ValueForm) -> str:
    """Return how far two figures are apart, and what is known of the margin of error."""
    one, other = comparison.members
    than = member_text(other, one, lang=lang)
    distance = difference_text(_distance(comparison), lang=lang, than=than, form=form)
    if tested is None and not (_surveyed(one) or _surveyed(other)):
        return distance
    if tested is None:
        return message("{distance}; no margin of error is known", lang=lang, distance=distance)
    if tested.within_margin:
        return message(
            "{distance}; the difference is within the margin of error",
            lang=lang,
            distance=distance,
        )
    return message(
        "{distance}; the difference is larger than the margin of error",
        lang=lang,
        distance=distance,
    )


def _distance(comparison: Comparison) -> Value:
    """Return the first of two figures less the other."""
    return comparison.difference(*comparison.names)


def _surveyed(datum: Datum) -> bool:
    """Return whether a figure comes from a survey, as far as it says so."""
    sample = datum.sample
    if isinstance(sample, Missing):
        return sample.reason is not MissingReason.NOT_APPLICABLE
    return sample is not None or datum.question is not None
