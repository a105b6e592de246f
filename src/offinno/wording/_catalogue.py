"""Messages in three languages: the English text is the key, gettext catalogues hold the rest.

The catalogues are read by Babel when the first message is asked for; nothing is compiled. Facts
are put into the translated message as they are, in one go, so that braces in a fact mean
nothing.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from offinno.language import Lang, language
from offinno.wording._errors import MissingFact
from offinno.wording._locales import NBSP, locale
from offinno.wording._numbers import number_text

if TYPE_CHECKING:
    from babel.messages import Message

_SLOT: Final = re.compile(r"\{([a-z]+)\}")

#: A message, or the pair of a message about one thing and about several.
Key = str | tuple[str, str]


def marked(text: str) -> str:
    """Return *text*, which is a message that is looked up later; marks it for the catalogues."""
    return text


def marked_plural(one: str, many: str) -> tuple[str, str]:
    """Return both texts, which are a message that is looked up later by number."""
    return one, many


def message(text: str, /, *, lang: Lang, **facts: str) -> str:
    """Return the message *text* in *lang* with its slots filled.

    A message that the catalogues do not hold stays English; a test sees to it that they hold
    every message of the library.

    Args:
        text: The message in English, with a slot in braces for each fact.
        lang: The language.
        facts: Plain text for each slot; numbers are worded before.

    Raises:
        MissingFact: If a slot has no fact.
        UnknownName: If offinno does not write that language.

    >>> message("{low} to {high}", lang="nb", low="6", high="19")
    '6 til 19'
    """
    found = _translations(language(lang)).get(text, (text,))
    return _filled(found[0], facts)


def message_plural(one: str, many: str, n: int, /, *, lang: Lang, **facts: str) -> str:
    r"""Return the message for *n* things in *lang*; the slot ``{n}`` holds the number.

    The space behind ``{n}`` becomes one that does not break.

    Raises:
        MissingFact: If a slot has no fact.
        UnknownName: If offinno does not write that language.

    >>> message_plural("{n} answer", "{n} answers", 1786, lang="nn")
    '1786\xa0svar'
    """
    several = locale(lang).plural_form(n) != "one"
    found = _translations(language(lang)).get((one, many), (one, many))
    template = found[several].replace("{n} ", f"{{n}}{NBSP}")
    return _filled(template, {"n": number_text(Decimal(n), lang=lang)} | facts)


def _filled(template: str, facts: Mapping[str, str]) -> str:
    """Return *template* with each slot replaced by its fact; facts are not looked into."""

    def fact(slot: re.Match[str]) -> str:
        if slot[1] not in facts:
            raise MissingFact(template, slot[1])
        return facts[slot[1]]

    return _SLOT.sub(fact, template)


@cache
def _translations(lang: Lang) -> Mapping[Key, tuple[str, ...]]:
    """Return the messages in *lang* by their English text; English needs none."""
    from babel.messages.pofile import read_po

    if lang == "en":
        return MappingProxyType({})
    path = files("offinno.wording").joinpath("_locale", lang, "offinno.po")
    with path.open("rb") as file:
        catalogue = read_po(file, locale=lang, abort_invalid=True)
    return MappingProxyType(dict(_entry(entry) for entry in catalogue if entry.id))


def _entry(entry: "Message") -> tuple[Key, tuple[str, ...]]:
    """Return one entry of a catalogue: the English text, or both, and its translations."""
    found = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    return entry.id if isinstance(entry.id, str) else (entry.id[0], entry.id[1]), found
