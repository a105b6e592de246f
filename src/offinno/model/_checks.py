"""Checks that many types of the model share."""

import re
from typing import Final, final
from urllib.parse import urlsplit

import attrs

from offinno.exceptions import OffinnoError, shortened

_KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_KEY: Final = 80
_LONGEST_URL: Final = 2000
_SCHEMES: Final = ("https", "http", "doi", "mailto")
_URL: Final = re.compile(r"[!-~]+")


@final
@attrs.frozen
class Contradiction(OffinnoError, ValueError):
    """Parts of an object that cannot be true together."""

    #: What kind of object, with its key where it has one.
    what: str
    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Name the object and the problem."""
        return f"{self.what}: {self.problem}"


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


def checked_key(key: str) -> str:
    """Return *key* if it is one.

    Raises:
        BadKey: If it is none.
    """
    if len(key) > _LONGEST_KEY or not _KEY.fullmatch(key):
        raise BadKey(key)
    return key


def checked_url(url: str) -> str:
    """Return *url* if a page may link to it.

    Raises:
        UnsafeLink: If it is not http, https, doi or mailto, holds a user name or password, or
            characters that must be percent-encoded.

    >>> checked_url("https://www.ssb.no/offinnut")
    'https://www.ssb.no/offinnut'
    """
    shown = ascii(shortened(url))
    if len(url) > _LONGEST_URL or not _URL.fullmatch(url):
        raise UnsafeLink(shown, "holds blanks or other characters; percent-encode them")
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname)
    except ValueError:
        raise UnsafeLink(shown, "cannot be read as a URL") from None
    if parts.scheme not in _SCHEMES:
        raise UnsafeLink(shown, f"must begin with one of {', '.join(_SCHEMES)}")
    if parts.scheme.startswith("http") and (not has_host or parts.username is not None):
        raise UnsafeLink(shown, "needs a host, and no user name or password")
    return url


def optional_url(url: str | None) -> str | None:
    """Return *url* checked, where there is one."""
    return None if url is None else checked_url(url)
