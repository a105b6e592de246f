"""The root of offinno's errors, and those whose facts are plain text.

An error that carries a type of the library is defined where it is raised. Every error keeps
its facts as fields, so that a caller matches on the type and reads the fields; ``str()`` says
what was seen, what would be right and the likely fix.
"""

import re
from difflib import get_close_matches
from os import PathLike, fsdecode
from typing import Final, TypeAlias, final

import attrs

#: How many near names an error proposes.
_PROPOSALS: Final = 3

#: The steps from the whole to one part of it: names of fields, and numbers of items, from 0.
Steps: TypeAlias = tuple[str | int, ...]

#: How many names an error lists: as many as there are rules of comparability.
_LISTED: Final = 20

_BARE_KEY: Final = re.compile(r"[^\W\d][\w-]{0,79}")
_MARKS: Final = re.compile(r"[\W_]+")


class OffinnoError(Exception):
    """Base of every error that offinno raises on purpose."""


def guess(word: str, known: tuple[str, ...]) -> str:
    """Return the question whether a name in *known* was meant; nothing where none comes near.

    >>> guess("counteis", ("counties", "municipalities"))
    "did you mean 'counties'?"
    """
    close = nearest(word, known)
    return f"did you mean {' or '.join(map(repr, close))}?" if close else ""


def nearest(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names in *known* that are spelled most like *word*, best first.

    Those follow that hold it as a part between hyphens or other marks, where they are few.

    >>> nearest("munisipalities", ("counties", "municipalities", "GDP"))
    ('municipalities',)
    >>> nearest("nordic", ("nordic-innovative-workplaces", "h2020-grants"))
    ('nordic-innovative-workplaces',)
    """
    given = word[:80].casefold()
    folded = {name.casefold(): name for name in reversed(known)}
    close = get_close_matches(given, folded, n=_PROPOSALS, cutoff=0.6)
    holding = [name for name in reversed(folded) if given and given in _MARKS.split(name)]
    found = dict.fromkeys([*close, *(holding if len(holding) <= _PROPOSALS else ())])
    return tuple(folded[name] for name in found)[:_PROPOSALS]


@final
@attrs.frozen
class UnknownName(OffinnoError, LookupError):
    """A key that nothing answers to."""

    #: What the name should have named, such as ``"term"``.
    kind: str
    #: The name as it was given; a caller without a type checker may give something else.
    name: object
    #: The names that would have been found.
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say what was not found and which names come near."""
        is_text = isinstance(self.name, str)
        shown = repr(shortened(str(self.name))) if is_text else shortened(repr(self.name))
        seen = f"no {self.kind} is called {shown}"
        spelled = is_text or (isinstance(self.name, int) and not isinstance(self.name, bool))
        close = nearest(str(self.name), self.known) if spelled else ()
        if close:
            return f"{seen}; did you mean {' or '.join(map(repr, close))}?"
        if 0 < len(self.known) <= _LISTED:
            return f"{seen}; known: {', '.join(self.known)}"
        return seen


@final
@attrs.frozen
class NotAPath(OffinnoError, TypeError):
    """Something that stands where a path is needed and is none."""

    #: What was given, shortened.
    seen: str

    def __str__(self) -> str:
        """Show what was given and what is right."""
        return f"{self.seen} is no path of a file; give a text or a path object, as in 'a.svg'"


def path_name(path: str | PathLike[str]) -> str:
    """Return *path* as text.

    Raises:
        NotAPath: If it is something else than a path.

    >>> path_name("a.svg")
    'a.svg'
    """
    try:
        return fsdecode(path)
    except TypeError:
        raise NotAPath(shortened(repr(path))) from None


def shortened(text: str, length: int = 80) -> str:
    """Return *text* cut to *length* characters, for showing input of any size in an error.

    >>> shortened("abcdef", 4)
    'abc…'
    """
    return text if len(text) <= length else text[: length - 1] + "…"


def path_text(steps: Steps) -> str:
    """Return *steps* as a person would write them; those to the whole are an empty text.

    >>> path_text(("indicators", 0, "unit"))
    'indicators[0].unit'
    >>> path_text(("terms", "GDP, mainland"))
    "terms['GDP, mainland']"
    """
    parts: list[str] = []
    for step in steps:
        if isinstance(step, str) and _BARE_KEY.fullmatch(step):
            parts.append(f".{step}")
        else:
            parts.append(f"[{step if isinstance(step, int) else repr(shortened(step))}]")
    return "".join(parts).removeprefix(".")
