"""The words that numbers are written with, per language, as data.

The parser of published numbers reads by them and the wording writes by them, so that what one
writes the other reads.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from json import loads
from types import MappingProxyType
from typing import Any, final

import attrs

from offinno.language._tags import Lang, language


@final
@attrs.frozen(kw_only=True)
class Scale:
    """The words for a power of ten."""

    #: After the number one: ``milliard``.
    one: str
    #: After any other number, decimals included: ``milliarder``.
    many: str
    #: In tables and charts: ``mrd.``.
    short: str


@final
@attrs.frozen(kw_only=True)
class Lexicon:
    """The words of one language; its language is its identity.

    >>> lexicon("nb").scales[9].many
    'milliarder'
    """

    #: The language.
    lang: Lang
    #: The decimal mark.
    decimal: str = attrs.field(eq=False)
    #: Words for a power of ten, by its exponent.
    scales: Mapping[int, Scale] = attrs.field(eq=False)
    #: How per cent is written: in prose first, then the sign, then what is only read.
    percent: tuple[str, ...] = attrs.field(eq=False)
    #: How percentage points are written: of several first; the rest is only read, or the singular.
    points: tuple[str, ...] = attrs.field(eq=False)
    #: The form of "3 of 4", with ``{x}`` and ``{y}``.
    fraction: str = attrs.field(eq=False)
    #: Forms of each qualifier with ``{}`` for the number; the first is written, all are read.
    qualifiers: Mapping[str, tuple[str, ...]] = attrs.field(eq=False)
    #: Currencies by ISO 4217 code: in prose, and short.
    currencies: Mapping[str, tuple[str, str]] = attrs.field(eq=False)
    #: One unit of a currency in prose, by code, where that is another word.
    currency_one: Mapping[str, str] = attrs.field(eq=False)

    def __reduce__(self) -> "tuple[Callable[[str], Lexicon], tuple[str]]":
        """Return how to look it up again."""
        return lexicon, (self.lang,)


@cache
def lexicon(lang: str) -> Lexicon:
    """Return the words of *lang*.

    Raises:
        UnknownName: If offinno does not write that language.

    >>> lexicon("en").decimal
    '.'
    """
    written = language(lang)
    row: dict[str, Any] = _data()[written]
    return Lexicon(
        lang=written,
        decimal=row["decimal"],
        scales=MappingProxyType({int(power): Scale(**s) for power, s in row["scales"].items()}),
        percent=tuple(row["percent"]),
        points=tuple(row["points"]),
        fraction=row["fraction"],
        qualifiers=MappingProxyType({key: tuple(f) for key, f in row["qualifiers"].items()}),
        currencies=MappingProxyType({code: (w, s) for code, (w, s) in row["currencies"].items()}),
        currency_one=MappingProxyType(row["currency_one"]),
    )


@cache
def _data() -> dict[str, Any]:
    """Return the packaged lexicon as read."""
    data: dict[str, Any] = loads(
        files("offinno.language").joinpath("_data/lexicon.json").read_bytes()
    )
    return data
