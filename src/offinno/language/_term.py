"""Words with a key: what is counted, measured against, asked, or filtered on."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from json import loads
from typing import Final, final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.exceptions import OffinnoError, UnknownName, shortened
from offinno.language._text import Text, optional_text, text_of

#: What a key of a term looks like: letters, digits and hyphens, as in ``mainland-GDP``.
KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*")

_LONGEST_KEY: Final = 80


@final
@attrs.frozen
class TermTwice(OffinnoError, ValueError):
    """Two terms of one vocabulary share a key."""

    #: The shared key.
    key: str

    def __str__(self) -> str:
        """Name the key and the remedy."""
        return f"two terms have the key {shortened(self.key)!r}; give one of them another key"


@final
@attrs.frozen
class BadTermKey(OffinnoError, ValueError):
    """A key that a unit text could not hold."""

    #: The key as given.
    key: str

    def __str__(self) -> str:
        """Show the key and the form that is right."""
        return (
            f"{shortened(self.key)!r} is not a key of a term; "
            "use letters, digits and hyphens, such as 'mainland-GDP'"
        )


@final
@attrs.frozen(kw_only=True)
class Term(Frozen):
    """A thing that figures speak of: workplaces, GDP, the health sector.

    Two terms are equal when their keys are, whatever their labels.

    Raises:
        BadTermKey: If the key has a form that a unit text could not hold.

    >>> Term(key="GDP", label={"nb": "BNP", "en": "GDP"}, reference_amount=True).label["nb"]
    'BNP'
    """

    #: Stable key, such as ``workplaces``; also its word in unit texts.
    key: str
    #: How it is written after a number and after "of": the plural of what is counted.
    label: Text = attrs.field(converter=text_of, eq=False)
    #: How one of them is written, where that differs.
    one: Text | None = attrs.field(default=None, converter=optional_text, eq=False)
    #: Whether it is an amount that others are measured against, such as GDP, rather than a set
    #: whose members are counted. Decides whether ``% of`` it is a ratio or a share.
    reference_amount: bool = attrs.field(default=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Check the key."""
        if len(self.key) > _LONGEST_KEY or not KEY.fullmatch(self.key):
            raise BadTermKey(self.key)

    def __str__(self) -> str:
        return self.key

    def worded(self, lang: str, *, one: bool = False) -> str:
        """Return the label in *lang*, of *one* of them or of several."""
        return (self.one if one and self.one is not None else self.label).in_(lang)


@final
@attrs.frozen(repr=False)
class Vocabulary(Frozen, Mapping[str, Term]):
    """The terms that a text may use: a read-only mapping of keys to terms.

    Raises:
        TermTwice: If two terms share a key.
    """

    #: The terms, in the order they were given.
    terms: tuple[Term, ...] = attrs.field(default=(), converter=as_tuple)
    _by_key: dict[str, Term] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Index the terms by key."""
        by_key: dict[str, Term] = {}
        for term in self.terms:
            if by_key.setdefault(term.key, term) is not term:
                raise TermTwice(term.key)
        object.__setattr__(self, "_by_key", by_key)

    def __getitem__(self, key: str) -> Term:
        try:
            return self._by_key[key]
        except KeyError:
            raise UnknownName("term", key, tuple(self._by_key)) from None

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def __repr__(self) -> str:
        return f"<Vocabulary of {len(self)} terms>"

    def with_terms(self, *terms: Term) -> "Vocabulary":
        """Return this vocabulary with *terms* added; one with a known key replaces it.

        Raises:
            TermTwice: If two of *terms* share a key.

        >>> vocabulary().with_terms(Term(key="bridges", label="bruer"))["bridges"].key
        'bridges'
        """
        return Vocabulary((self._by_key | dict(Vocabulary(terms))).values())


@cache
def vocabulary() -> Vocabulary:
    """Return the terms that come with offinno.

    >>> vocabulary()["municipalities"].worded("nb", one=True)
    'kommune'
    """
    rows = loads(files("offinno.language").joinpath("_data/terms.json").read_bytes())
    return Vocabulary(tuple(Term(key=key, **row) for key, row in rows.items()))
