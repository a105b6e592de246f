"""The root of offinno's errors, and those whose facts are plain text.

An error that carries a type of the library is defined where it is raised. Every error keeps
its facts as fields, so that a caller matches on the type and reads the fields; ``str()`` says
what was seen, what would be right and the likely fix.
"""

import re
from difflib import get_close_matches
from typing import Final, TypeAlias, final

import attrs

#: How many near names an error proposes.
_PROPOSALS: Final = 3

#: The steps from the whole to one part of it: names of fields, and numbers of items, from 0.
Steps: TypeAlias = tuple[str | int, ...]

_BARE_KEY: Final = re.compile(r"[^\W\d][\w-]{0,79}")


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

    >>> nearest("munisipalities", ("counties", "municipalities", "GDP"))
    ('municipalities',)
    """
    folded = {name.casefold(): name for name in reversed(known)}
    close = get_close_matches(word[:80].casefold(), folded, n=_PROPOSALS, cutoff=0.6)
    return tuple(folded[name] for name in close)


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
        if close := nearest(str(self.name), self.known):
            return f"{seen}; did you mean {' or '.join(map(repr, close))}?"
        if 0 < len(self.known) <= 12:  # noqa: PLR2004 - a list that still reads as a sentence
            return f"{seen}; known: {', '.join(self.known)}"
        return seen


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
