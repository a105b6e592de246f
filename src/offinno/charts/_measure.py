"""How wide text is, and where it breaks into lines.

Widths are those of Arial and of the typefaces made to its measure (Helvetica, Liberation Sans),
in thousandths of the type size. A picture leaves room by them; another typeface may be a few per
cent wider or narrower, for which there is slack.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final
from unicodedata import combining, east_asian_width, normalize

_WIDTHS: Final = MappingProxyType(
    {
        222: "ijl'|‘’",
        278: "Ift!,.:;/\\[] \u00a0",
        333: "r()-`{}“”°*",
        500: "cksvxyzJ",
        556: "abdeghnopquL0123456789?_#$£€–†‡«»",
        584: "+=<>~−",
        611: "FTZø",
        667: "ABEKPSVXY&",
        722: "CDHNRUwGOQ",
        833: "mM",
        889: "%æ",
        944: "W",
        1000: "@—…Æ",
    }
)
_WIDTH: Final = MappingProxyType(
    {character: width for width, characters in _WIDTHS.items() for character in characters}
)
_OTHER: Final = 600
_FULL: Final = 1000
#: Bold letters are wider than others; digits and most signs are not.
_BOLD: Final = 1.09

#: Where a line may break: at plain blanks; a no-break space stays.
_BLANKS: Final = re.compile(r"[ \t\n]+")
_NO_BREAK: Final = "\u00a0\u202f"
#: Signs after which a word may break, and words of our own that are two.
_HYPHENS: Final = "-–/"
_SEAMS: Final = (("prosent", "poeng"),)
#: So many letters a line that ends or begins within a word has at least.
_LEAST: Final = 3
_VOWELS: Final = "aeiouyæøåäöüAEIOUYÆØÅÄÖÜ"


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how many pixels one line of *text* takes at *size* pixels.

    >>> round(width("Norge", 13), 1)
    35.4
    """
    return sum(_units(sign, bold=bold) for sign in normalize("NFD", text)) * size / 1000


def _units(sign: str, *, bold: bool) -> float:
    """Return the width of one character in thousandths of the type size."""
    if combining(sign):
        return 0
    wide = east_asian_width(sign) in {"W", "F"}
    units = _WIDTH.get(sign, _FULL if wide else _OTHER)
    return units * _BOLD if bold and sign.isalpha() else units


@lru_cache(maxsize=4096)
def wrapped(text: str, size: float, limit: float, *, bold: bool = False) -> str:
    r"""Return *text* in lines of at most *limit* pixels, parted by line feeds.

    Lines break at blanks, and within a word only where it alone is too long: at a hyphen that it
    has, where two words meet in it that are known, else between letters, with a hyphen. They
    neither begin nor end with a blank of any kind, which no picture would keep.

    >>> wrapped("innflytelse for innbyggerne", 13, 100)
    'innflytelse for\ninnbyggerne'
    >>> wrapped("8 prosentpoeng", 13, 70)
    '8 prosent-\npoeng'
    """
    lines = [""]
    for word in _words(text, size, limit, bold=bold):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width(longer, size, bold=bold) > limit:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(filter(None, map(str.strip, lines)))


def _words(text: str, size: float, limit: float, *, bold: bool) -> Iterator[str]:
    """Return the words of *text*; those that fill more than a line are parted further.

    They are parted at no-break spaces if they have any, and within a word only if they must.
    """
    for word in filter(None, _BLANKS.split(text)):
        if width(word, size, bold=bold) <= limit:
            yield word
            continue
        parts = re.split(f"(?<=[{_NO_BREAK}])", word)
        yield from (
            piece.strip(_NO_BREAK)
            for line in _filled(parts, size, limit, bold=bold)
            for piece in _parted(line, size, limit, bold=bold)
        )


def _filled(parts: Iterable[str], size: float, limit: float, *, bold: bool) -> Iterator[str]:
    """Return *parts* joined into pieces, each as long as fits, and at least one part long."""
    piece = ""
    for part in parts:
        if piece and width((piece + part).strip(_NO_BREAK), size, bold=bold) > limit:
            yield piece
            piece = ""
        piece += part
    yield piece


def _parted(word: str, size: float, limit: float, *, bold: bool) -> Iterator[str]:
    """Return a word in pieces, of which each that ends between two letters has a hyphen."""
    left = word
    while width(left.strip(_NO_BREAK), size, bold=bold) > limit and len(left) > 1:
        ends = [at for at in range(1, len(left)) if _fits(left, at, size, limit, bold=bold)]
        at = _best(left, ends or [1])
        yield left[:at] + _hyphen(left, at) if ends else left[:at]
        left = left[at:]
    yield left


def _fits(word: str, at: int, size: float, limit: float, *, bold: bool) -> bool:
    """Return whether the beginning of a word finds room, with the hyphen that it needs."""
    return width((word[:at] + _hyphen(word, at)).strip(_NO_BREAK), size, bold=bold) <= limit


def _hyphen(word: str, at: int) -> str:
    """Return the hyphen that a word needs that is parted at a place."""
    return "-" if _has_case(word[at - 1]) and _has_case(word[at]) else ""


def _has_case(sign: str) -> bool:
    """Return whether a sign is a letter of a script that parts words with hyphens."""
    return sign.lower() != sign.upper()


def _best(word: str, ends: Sequence[int]) -> int:
    """Return where to part a word: where it is two words, else before a syllable, else anywhere."""
    whole = [at for at in ends if len(word) - at >= _LEAST and at >= _LEAST]
    seams = [at for at in ends if _is_seam(word, at)]
    syllables = [at for at in whole if word[at] not in _VOWELS and word[at + 1] in _VOWELS]
    return (seams or syllables or whole or ends)[-1]


def _is_seam(word: str, at: int) -> bool:
    """Return whether a word has a hyphen there, or is known to be two words that meet there."""
    known = any(word[:at].endswith(one) and word[at:].startswith(two) for one, two in _SEAMS)
    return known or word[at - 1] in _HYPHENS


def lines(text: str) -> int:
    """Return how many lines a wrapped text has."""
    return text.count("\n") + 1


def widest(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the widest line of a wrapped text."""
    return max(width(line, size, bold=bold) for line in text.split("\n"))
