"""Words that say something about figures, per language, as data: claims, causes, time.

Found by form, not understood: a rule that reads words says where to look, and its severity says
that it may be wrong.
"""

import re
from functools import cache
from importlib.resources import files
from json import loads
from typing import Any, Final

from offinno.checks._passages import FIGURE
from offinno.language import LANGUAGES, Lang

#: In the data, what stands for a figure or a number.
_SLOT: Final = "FIG"

#: The tag of what is in no language, such as a name.
_NO_LANGUAGE: Final = "und"


def languages_of(lang: str) -> tuple[Lang, ...]:
    """Return the languages that words with the tag *lang* are read in.

    Words in no language, ``und``, are read in each of offinno's; of others nothing is known.
    """
    return tuple(known for known in LANGUAGES if lang in {known, _NO_LANGUAGE})


def spoken(topic: str, words: str, lang: str) -> re.Match[str] | None:
    """Return where *words* in *lang* first say something of *topic*.

    >>> spoken("compares", "Norge er litt mindre innovativt", "nb")[0]
    'mindre'
    """
    pattern = _pattern(topic, lang)
    return None if pattern is None else pattern.search(words)


def claimed(words: str, lang: str) -> str | None:
    """Return the first words of a sentence that compare or tell of a change, if any do."""
    found = spoken("compares", words, lang) or spoken("trend", words, lang)
    return found[0] if found else None


@cache
def _pattern(topic: str, lang: str) -> re.Pattern[str] | None:
    """Return the pattern of all words of a topic."""
    lists = _lists()[topic]
    forms = [form for tag in languages_of(lang) for form in lists[tag]]
    if not forms:
        return None
    joined = "|".join(forms).replace(_SLOT, rf"(?:{FIGURE}|\d)").replace(" ", r"\s+")
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


@cache
def _lists() -> dict[str, Any]:
    """Return the packaged words."""
    data: dict[str, Any] = loads(files("offinno.checks").joinpath("_data/words.json").read_bytes())
    return data
