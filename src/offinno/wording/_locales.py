"""Babel's data for the three languages, and small tools for sentences."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from babel import Locale
from babel.lists import format_list

from offinno.language import Lang, language

#: U+00A0: stands within a number and between a number and its unit.
NBSP: Final = "\u00a0"

#: U+2212, which is as wide as the plus sign and never broken from its number.
MINUS: Final = "\u2212"

_BABEL: Final = {"nb": "nb", "nn": "nn", "en": "en_GB"}


@cache
def locale(lang: Lang) -> Locale:
    """Return Babel's data for *lang*; English is that of Britain."""
    return Locale.parse(_BABEL[language(lang)])


def listed(items: Sequence[str], *, lang: Lang) -> str:
    """Return *items* as a list in a sentence.

    >>> listed(["Island", "Norge", "Sverige"], lang="nb")
    'Island, Norge og Sverige'
    """
    return format_list(items, locale=locale(lang))


def capitalised(text: str) -> str:
    """Return *text* with a capital as its first letter; names such as *eID* stay as they are.

    >>> capitalised("om lag 185 mill. kr"), capitalised("eID-senteret")
    ('Om lag 185 mill. kr', 'eID-senteret')
    """
    first = text[: next((at for at, sign in enumerate(text) if not sign.isalpha()), None)]
    return text if first[:1].islower() and first != first.lower() else text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """Return *text* with one full stop last, unless another mark ends it."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def full_stop(text: str) -> str:
    """Return *text* as a sentence: a capital first, one full stop last."""
    return capitalised(stopped(text))
