"""Checks that many types of the model share."""

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Final, TypeAlias, cast, final
from urllib.parse import SplitResult, urlsplit

import attrs

from offinno.exceptions import OffinnoError, Steps, path_text, shortened
from offinno.language import Text, checked_text, text_of

_KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TERM: Final = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_LONGEST_KEY: Final = 80
_LONGEST_URL: Final = 2000
_SCHEMES: Final = ("https", "http", "doi", "mailto")
#: What RFC 3986 lets stand in an address; browsers read a backslash as a slash.
_URL: Final = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
_DOI: Final = re.compile(r"10\.[0-9]{4,9}/.+")
_MAIL: Final = re.compile(r"[^@?]+@[^@?]+(\?.*)?")
#: How many contradictions of one object are collected, and how many its error tells.
_MOST: Final = 100
_TOLD: Final = 5

#: What a check finds: the steps to what is wrong, and what is wrong with it.
Finding: TypeAlias = tuple[Steps, str]


@final
@attrs.frozen
class Contradiction(OffinnoError, ValueError):
    """Parts of an object that cannot be true together."""

    #: What kind of object, with its key where it has one.
    what: str
    #: What is wrong and what would be right.
    problem: str
    #: Where in the object: the steps from it to the part that is wrong; empty for the whole.
    steps: Steps = ()
    #: What else is wrong with the same object.
    others: "tuple[Contradiction, ...]" = ()

    def __str__(self) -> str:
        """Name the object, the place and the problem, and the first few others."""
        told = [self._told(), *(other.problem_at_place for other in self.others[: _TOLD - 1])]
        more = len(self.others) + 1 - _TOLD
        return "; besides, ".join(told) + (f"; and {more} more" if more > 0 else "")

    def _told(self) -> str:
        """Return this problem after the object and the place."""
        between = "" if self.steps and isinstance(self.steps[0], int) else ": "
        return f"{self.what}{between}{self.problem_at_place}"

    @property
    def problem_at_place(self) -> str:
        """The problem after its place in the object."""
        return f"{path_text(self.steps)}: {self.problem}" if self.steps else self.problem


def refuse_all(what: str, found: Iterable[Finding]) -> None:
    """Return if nothing was found.

    Raises:
        Contradiction: If something was, with all of it.

    >>> refuse_all("sheet", [(("links", 0), "it is broken"), (("title",), "it is empty")])
    Traceback (most recent call last):
    ...
    offinno.model._checks.Contradiction: sheet: links[0]: it is broken; besides, title: it is empty
    """
    every = [Contradiction(what, problem, steps) for steps, problem in islice(found, _MOST)]
    if every:
        raise attrs.evolve(every[0], others=tuple(every[1:]))


@final
@attrs.frozen
class BadKey(OffinnoError, ValueError):
    """A key in a form that files and references could not hold."""

    #: The key as given.
    key: str

    def __str__(self) -> str:
        """Show the key and the form that is right."""
        return (
            f"{shortened(self.key)!r} is not a key; "
            "use lower-case letters, digits and hyphens, such as 'innovative-units'"
        )


@final
@attrs.frozen
class UnsafeLink(OffinnoError, ValueError):
    """An address that a page must not link to."""

    #: The address as given, escaped.
    url: str
    #: What is wrong with it.
    problem: str

    def __str__(self) -> str:
        """Show the address and what is wrong."""
        return f"the address {self.url} {self.problem}"


def is_text(given: object) -> bool:
    """Return whether something is a text, which a caller without a type checker may not know."""
    return isinstance(given, str)


def worded(given: str | Mapping[str, str]) -> Text:
    """Return *given* as a text; what is none stays, to be refused by the field it was given to.

    >>> worded({"nb": "Bruer"}).in_("en")
    'Bruer'
    """
    held: object = given
    return text_of(given) if isinstance(held, str | Mapping) else cast("Text", held)


def optionally_worded(given: str | Mapping[str, str] | None) -> Text | None:
    """Return *given* as a text, where there is one; see `worded`."""
    return None if given is None else worded(given)


def checked_key(key: str) -> str:
    """Return *key* if it is one.

    Raises:
        BadKey: If it is none.

    >>> checked_key("innovative-units")
    'innovative-units'
    """
    if not is_text(key):
        raise BadKey(repr(key))
    if len(key) > _LONGEST_KEY or not _KEY.fullmatch(key):
        raise BadKey(key)
    return key


def optional_key(key: str | None) -> str | None:
    """Return *key* checked, where there is one."""
    return None if key is None else checked_key(key)


def optional_words(text: str | None) -> str | None:
    """Return *text* checked, where there is one."""
    return None if text is None else checked_text(text)


def keys_of(items: Iterable[str]) -> tuple[str, ...]:
    """Return *items* as a tuple of keys; one text is no list of texts."""
    return tuple(checked_key(key) for key in texts_of(items))


def texts_of(items: Iterable[str]) -> tuple[str, ...]:
    """Return *items* as a tuple; one text is no list of texts, though Python reads it as one.

    Raises:
        Contradiction: If *items* is one text.
    """
    if isinstance(items, str):
        problem = f"a list of texts is needed, not the text {shortened(items)!r}"
        raise Contradiction("list", f"{problem}; put it in brackets")
    return tuple(items)


def pairs_of(given: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    """Return *given* as pairs in the order of their names.

    Raises:
        Contradiction: If a name stands twice.
    """
    pairs = tuple(given.items() if isinstance(given, Mapping) else map(tuple, given))
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise Contradiction("pairs", f"a name stands twice in {', '.join(map(str, names))}")
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


def places_of(
    given: Mapping[str, str] | Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    """Return *given* as pairs of dimension and category, in the order of their names.

    Raises:
        BadKey: If either is no key, so that no reference could name the row.
        Contradiction: If a dimension stands twice.
    """
    pairs = pairs_of(given)
    for name, category in pairs:
        checked_key(name)
        checked_category(category)
    return pairs


def checked_category(key: str) -> str:
    """Return the key of a category if it is one; it is the key of a term, such as ``GDP``.

    Raises:
        BadKey: If it is none.
    """
    if not (is_text(key) and len(key) <= _LONGEST_KEY and _TERM.fullmatch(key)):
        raise BadKey(str(key))
    return key


def checked_url(url: str) -> str:
    """Return *url* if a page may link to it.

    Raises:
        UnsafeLink: If it is not http, https, doi or mailto, names no host, object or address,
            holds a user name or password, or characters that must be percent-encoded.

    >>> checked_url("https://www.ssb.no/offinnut")
    'https://www.ssb.no/offinnut'
    """
    shown = ascii(shortened(str(url)))
    if not (is_text(url) and len(url) <= _LONGEST_URL and _URL.fullmatch(url)):
        raise UnsafeLink(shown, "holds blanks or other characters; percent-encode them")
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        raise UnsafeLink(shown, "cannot be read as a URL") from None
    if parts.scheme not in _SCHEMES:
        raise UnsafeLink(shown, f"must begin with one of {', '.join(_SCHEMES)}")
    if problem := _problem(parts):
        raise UnsafeLink(shown, problem)
    return url


def _problem(parts: SplitResult) -> str | None:
    """Return what is wrong with an address that can be read."""
    if parts.scheme == "doi":
        return None if _DOI.fullmatch(parts.path) else "must look like doi:10.1000/182"
    if parts.scheme == "mailto":
        return None if _MAIL.fullmatch(parts.path) else "must look like mailto:name@example.org"
    if not parts.hostname or "@" in parts.netloc:
        return "needs a host, and no user name or password"
    return None


def optional_url(url: str | None) -> str | None:
    """Return *url* checked, where there is one."""
    return None if url is None else checked_url(url)
