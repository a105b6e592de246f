"""One message in several languages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, shortened
from offinno.language._tags import LANGUAGES, LONGER, Lang, codes

#: The tag of a text that is the same in every language, such as a name (ISO 639-2).
UNDETERMINED: Final = "und"

#: How many characters a text may have; a page of print has about 3 000.
_LONGEST: Final = 100_000

_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")

# Control characters but tab and line feed, all that steers the direction of the text around it,
# the line and paragraph separators, surrogates, the byte-order mark, invisible tags, and the
# code points that are no characters, which neither XML nor HTML may hold.
_UNSAFE: Final = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\u2028\u2029\ud800-\udfff\ufeff\ufdd0-\ufdef\U000e0000-\U000e007f"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


@final
@attrs.frozen
class UnsafeText(OffinnoError, ValueError):
    """A text that cannot be shown as it stands."""

    #: What is wrong with it.
    problem: str
    #: The beginning of the text, escaped.
    seen: str
    #: What would be right.
    remedy: str = "write the text without it"

    def __str__(self) -> str:
        """Say what the text holds and what would be right."""
        return f"{self.problem} in {self.seen}; {self.remedy}"


@final
@attrs.frozen
class NotText(OffinnoError, TypeError):
    """Something that stands where words are needed and is no text."""

    #: What was given, shortened.
    seen: str

    def __str__(self) -> str:
        """Show what was given and the two forms that are right."""
        return (
            f"{self.seen} stands where a text is needed; give it in quotes, or by language, "
            "as in {'nb': 'andel', 'en': 'share'}"
        )


def not_text(given: object) -> NotText:
    """Return the error for what is no text."""
    short = given is None or isinstance(given, int | float)
    kind = f"an object of type {type(given).__name__}"
    return NotText(shortened(repr(given)) if short else kind)


def _is_text(given: object) -> bool:
    """Return whether something is a text, which a caller without a type checker may not know."""
    return isinstance(given, str)


def checked_text(text: str) -> str:
    """Return *text* if it can be shown on every medium.

    Raises:
        NotText: If it is no text at all.
        UnsafeText: If it is blank, too long, or holds a control character, a surrogate or a
            character that turns the direction of the text around it.

    >>> checked_text("3 av 4")
    '3 av 4'
    """
    if not _is_text(text):
        raise not_text(text)
    if len(text) > _LONGEST:
        seen = ascii(shortened(text))
        raise UnsafeText(f"more than {_LONGEST} characters", seen, "part it into shorter ones")
    if found := _UNSAFE.search(text):
        raise UnsafeText(f"the character U+{ord(found[0]):04X}", ascii(shortened(text)))
    if not text.strip():
        raise UnsafeText("nothing but blanks", ascii(shortened(text)), "write it or leave it out")
    return text


@final
@attrs.frozen
class Shown(Frozen):
    """A text as it is shown, with the language it is really in."""

    #: The words.
    text: str
    #: Tag of their language; ``und`` for what is the same in all.
    lang: str


def _pairs(texts: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return *texts* as pairs of two texts."""
    try:
        given = tuple(texts.items() if isinstance(texts, Mapping) else map(tuple, texts))
    except TypeError:
        raise not_text(texts) from None
    for pair in given:
        if len(pair) != 2:  # noqa: PLR2004 - a tag and a text
            raise not_text(texts)
        for part in pair:
            if not _is_text(part):
                raise not_text(part)
    return given


def _entries(texts: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return *texts* as pairs, offinno's languages first, the others by tag."""
    order: dict[str, int] = {tag: position for position, tag in enumerate(LANGUAGES)}
    given = _pairs(texts)
    renamed = {"nb" if tag == "no" else tag: text for tag, text in given}
    if len(renamed) != len(given):
        seen = ascii(shortened(", ".join(tag for tag, _ in given)))
        raise UnsafeText("one language twice", seen, "give each one text; 'no' reads as 'nb'")
    return tuple(sorted(renamed.items(), key=lambda pair: (order.get(pair[0], 9), pair[0])))


def _check_tag(tag: str) -> None:
    """Refuse what names no language, and what is not the tag of one that offinno writes."""
    if tag in LANGUAGES:
        return
    remedy, seen = "tags look like 'nb', 'en' or 'se'", ascii(shortened(tag))
    if not _TAG.fullmatch(tag):
        raise UnsafeText("no language tag", seen, remedy)
    main = tag.partition("-")[0]
    if main in LONGER:
        raise UnsafeText("no language tag", seen, f"write {LONGER[main]!r}")
    if len(main) == 2 and main not in codes():  # noqa: PLR2004 - the codes of two letters
        raise UnsafeText("no language", seen, remedy)


@final
@attrs.frozen(repr=False)
class Text(Frozen, Mapping[str, str]):
    """A message in one or more languages: a read-only mapping of language tags to texts.

    The tag ``und`` holds what is the same in every language, such as a name.

    Raises:
        NotText: If a tag or a text is something else than text.
        UnsafeText: If a text cannot be shown as it stands, a tag is that of no language, or a
            language comes twice.

    >>> title = Text({"nb": "Offentlig sektor", "en": "The public sector"})
    >>> title["en"]
    'The public sector'
    >>> title.shown("nn")
    Shown(text='Offentlig sektor', lang='nb')
    """

    #: Pairs of tag and text, offinno's own languages first.
    texts: tuple[tuple[str, str], ...] = attrs.field(converter=_entries)

    def __attrs_post_init__(self) -> None:
        """Check every tag and every text."""
        if not self.texts:
            raise UnsafeText("no language", "{}", "give the text in one language at least")
        for tag, text in self.texts:
            _check_tag(tag)
            checked_text(text)

    def __getitem__(self, tag: str) -> str:
        return dict(self.texts)[tag]

    def __iter__(self) -> Iterator[str]:
        return (tag for tag, _ in self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def __repr__(self) -> str:
        return f"Text({dict(self.texts)!r})"

    def __str__(self) -> str:
        """Return the text for developers: English, or the first there is."""
        return self.shown("en").text

    @property
    def missing(self) -> tuple[Lang, ...]:
        """The languages of offinno that this text lacks.

        >>> Text({"nb": "andel"}).missing
        ('nn', 'en')
        """
        if UNDETERMINED in self:
            return ()
        return tuple(lang for lang in LANGUAGES if lang not in self)

    def shown(self, lang: str) -> Shown:
        """Return the text in *lang*, or else in the first language there is, marked as such."""
        asked = "nb" if lang == "no" else lang
        for tag in (asked, UNDETERMINED, *LANGUAGES):
            if tag in self:
                return Shown(self[tag], tag)
        first, text = self.texts[0]
        return Shown(text, first)

    def in_(self, lang: str) -> str:
        """Return only the words of `shown`."""
        return self.shown(lang).text


def text_of(given: str | Mapping[str, str]) -> Text:
    """Return *given* as a `Text`; a plain string is the same in every language.

    Raises:
        NotText: If it is neither a text nor texts by language.

    >>> text_of("Forskningsrådet").in_("en")
    'Forskningsrådet'
    """
    if isinstance(given, Text):
        return given
    if not isinstance(given, str | Mapping):
        raise not_text(given)
    return Text({UNDETERMINED: given} if isinstance(given, str) else given)


def optional_text(given: str | Mapping[str, str] | None) -> Text | None:
    """Return *given* as a `Text`, where there is one."""
    return None if given is None else text_of(given)
