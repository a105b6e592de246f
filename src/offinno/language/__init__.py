"""Words in more than one language: texts, terms and the lexicon.

A `Text` holds one message in several languages, a `Term` is a thing that is counted or measured
against, and the lexicon holds the words that numbers are written with. No function of offinno
has a language of its own: whoever makes a sentence or a picture says which one.

This package knows nothing of numbers, units or figures.
"""

from offinno.language._lexicon import Lexicon, Scale, lexicon
from offinno.language._tags import LANGUAGES, Lang, language
from offinno.language._term import (
    BadTermKey,
    Term,
    TermTwice,
    Vocabulary,
    vocabulary,
)
from offinno.language._text import (
    NotText,
    Shown,
    Text,
    UnsafeText,
    checked_text,
    optional_text,
    text_of,
)

__all__ = [
    "LANGUAGES",
    "BadTermKey",
    "Lang",
    "Lexicon",
    "NotText",
    "Scale",
    "Shown",
    "Term",
    "TermTwice",
    "Text",
    "UnsafeText",
    "Vocabulary",
    "checked_text",
    "language",
    "lexicon",
    "optional_text",
    "text_of",
    "vocabulary",
]
