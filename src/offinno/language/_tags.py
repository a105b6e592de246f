"""The languages that offinno writes, by their BCP 47 tags."""

from functools import cache
from importlib.resources import files
from json import loads
from types import MappingProxyType
from typing import Final, Literal, get_args

from offinno.exceptions import UnknownName

#: A language that offinno writes: Bokmål, Nynorsk or English.
Lang = Literal["nb", "nn", "en"]

#: The languages that offinno writes, in the order in which one stands in for another.
LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)

#: Codes of three letters for the languages that offinno writes; their tags have two (BCP 47).
LONGER: Final = MappingProxyType({"eng": "en", "nno": "nn", "nob": "nb", "nor": "nb"})


@cache
def codes() -> frozenset[str]:
    """Return every code of two letters that is a language (ISO 639-1).

    >>> len(codes())
    183
    """
    data = files("offinno.language").joinpath("_data/languages.json").read_bytes()
    return frozenset(loads(data))


def language(tag: str) -> Lang:
    """Return *tag* as a language that offinno writes; ``no`` reads as ``nb``.

    Raises:
        UnknownName: If offinno does not write that language.

    >>> language("no")
    'nb'
    """
    known = "nb" if tag == "no" else tag
    if known not in LANGUAGES:
        raise UnknownName("language", tag, LANGUAGES)
    return known
