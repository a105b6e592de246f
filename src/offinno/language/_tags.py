"""The languages that offinno writes, by their BCP 47 tags."""

from typing import Final, Literal, get_args

from offinno.exceptions import UnknownName

#: A language that offinno writes: Bokmål, Nynorsk or English.
Lang = Literal["nb", "nn", "en"]

#: The languages that offinno writes, in the order in which one stands in for another.
LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)


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
