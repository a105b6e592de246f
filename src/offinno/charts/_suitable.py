"""What a picture is asked of, and how: refused before anything is made of it."""

from math import isfinite

from offinno.charts._errors import NotSuitable
from offinno.model import Comparison, Datum, FundingScheme, Indicator


def check_figure(part: str, given: object) -> None:
    """Refuse everything but one figure.

    Raises:
        NotSuitable: If it is something else.
    """
    if isinstance(given, Datum):
        return
    remedy = "give one figure of an indicator, as in indicator.at(period=2018)"
    if isinstance(given, Indicator):
        remedy = "choose one with .at(…), as in .at(period=2018), or draw all with bars()"
    if isinstance(given, Comparison):
        remedy = "draw it with ranking(), or give one of its figures"
    raise NotSuitable(part, "one figure (a Datum)", kind_of(given), remedy)


def check_comparable(part: str, given: object) -> None:
    """Refuse everything but what can be put in order.

    Raises:
        NotSuitable: If it is neither a comparison nor an indicator.
    """
    if isinstance(given, Comparison | Indicator):
        return
    remedy = "compare figures first, as in Comparison.between(one, other, along='area')"
    if isinstance(given, Datum):
        remedy = "one figure has no order; show it with number(), or rank its whole indicator"
    raise NotSuitable(part, "a Comparison or an Indicator", kind_of(given), remedy)


def check_series(part: str, given: object) -> None:
    """Refuse everything but an indicator.

    Raises:
        NotSuitable: If it is something else.
    """
    if isinstance(given, Indicator):
        return
    remedy = "give the whole series, or part of it with .where(…)"
    if isinstance(given, Comparison):
        remedy = "draw a comparison with ranking(), or give the indicator of its figures"
    if isinstance(given, Datum):
        remedy = "show one figure with number(), or give its whole indicator"
    raise NotSuitable(part, "an Indicator", kind_of(given), remedy)


def check_schemes(part: str, given: object) -> None:
    """Refuse everything but funding schemes.

    Raises:
        NotSuitable: If it is something else.
    """
    remedy = "give several, as in sheet.schemes, or one as in [sheet.scheme(key)]"
    each = given if isinstance(given, list | tuple) else [given]
    for thing in each:
        if not isinstance(thing, FundingScheme) or thing is given:
            raise NotSuitable(part, "FundingSchemes in a list or tuple", kind_of(thing), remedy)


def check_width(given: object) -> None:
    """Refuse what is no width in pixels.

    Raises:
        NotSuitable: If it is something else, such as a word or a part of a pixel.
    """
    if type(given) is not int:
        remedy = "give whole pixels, as in width=560"
        raise NotSuitable("width", "a whole number of pixels", shown(given), remedy)


def check_count(part: str, given: object, example: int) -> None:
    """Refuse what is no whole number.

    Raises:
        NotSuitable: If it is something else, such as a word.
    """
    if type(given) is not int:
        remedy = f"write it as in {part}={example}"
        raise NotSuitable(part, "a whole number", shown(given), remedy)


def check_name(part: str, right: str, given: object) -> None:
    """Refuse what is no text.

    Raises:
        NotSuitable: If it is something else.
    """
    if not isinstance(given, str):
        raise NotSuitable(part, right, shown(given), f"write it as in {part}='name'")


def check_flag(part: str, given: object) -> None:
    """Refuse what is neither yes nor no.

    Raises:
        NotSuitable: If it is something else, such as the word ``"no"``, which would count as yes.
    """
    if not isinstance(given, bool):
        raise NotSuitable(part, "True or False", shown(given), f"write it as in {part}=True")


def check_scale(given: object) -> None:
    """Refuse what is no factor.

    Raises:
        NotSuitable: If it is something else, such as a word.
    """
    if not _is_number(given):
        raise NotSuitable("scale", "a number", shown(given), "give it as in scale=2")


def _is_number(given: object) -> bool:
    """Return whether something is a plain finite number."""
    return isinstance(given, int | float) and not isinstance(given, bool) and isfinite(given)


def shown(given: object) -> str:
    """Return what was given as text, for short things."""
    return repr(given) if isinstance(given, str | int | float | bool) else kind_of(given)


def kind_of(given: object) -> str:
    """Return what kind of thing was given, with its article.

    >>> kind_of(3)
    'an int'
    """
    name = type(given).__name__
    return f"an {name}" if name[0] in "AEIOUaeiou" else f"a {name}"
