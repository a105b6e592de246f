"""References to figures: one small language for prose, blocks and the command line.

``nordic[area=NO, period=2018]:sentence`` names an indicator, the row meant, and the form in which
it is shown. Selectors may be left out where one row remains.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, nearest, shortened

_LONGEST: Final = 300
_REFERENCE: Final = re.compile(
    r"(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\[(?P<selectors>[^\[\]{}]*)\])?(?::(?P<form>[a-z]+))?"
)
_SELECTOR: Final = re.compile(r"\s*([a-z][a-z0-9-]*)\s*=\s*([^,=]+?)\s*")
_NAME: Final = re.compile(r"'([^'{}]+)'")
_PIECE: Final = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class Form(Enum):
    """How a figure is shown."""

    #: Number with its unit sign: ``48 %``.
    VALUE = "value"
    #: The number alone, without unit.
    NUMBER = "number"
    #: As a fraction: ``3 av 4``; the printed wording where there is one.
    FRACTION = "fraction"
    #: As it is read aloud: ``48 prosent``.
    SPEECH = "speech"
    #: A whole sentence with unit, population and period.
    SENTENCE = "sentence"
    #: The difference from the reference of its comparison, with its direction.
    DIFFERENCE = "difference"


@final
@attrs.frozen
class BadReference(OffinnoError, ValueError):
    """A text that should name a figure and does not."""

    #: The text as written.
    text: str
    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Show the text and the remedy."""
        return f"the reference {shortened(self.text)!r} {self.problem}"


@final
@attrs.frozen(kw_only=True)
class Reference(Frozen):
    """A figure by name: key, selectors and form; ``str()`` gives the text that is parsed.

    >>> str(parse_reference("nordic[area=NO]:fraction"))
    'nordic[area=NO]:fraction'
    """

    #: Key of an indicator.
    key: str
    #: Pairs of what selects the row: area, period, vintage, source, or a dimension.
    selectors: tuple[tuple[str, str], ...] = ()
    #: The form it is shown in.
    form: Form = Form.VALUE

    def __str__(self) -> str:
        inside = ", ".join(f"{name}={value}" for name, value in self.selectors)
        chosen = f"[{inside}]" if inside else ""
        form = "" if self.form is Form.VALUE else f":{self.form.value}"
        return f"{self.key}{chosen}{form}"


def parse_reference(text: str) -> Reference:
    """Return the reference that *text* is.

    Raises:
        BadReference: If it is none.

    >>> parse_reference("nordic[area=NO, period=2018]").selectors
    (('area', 'NO'), ('period', '2018'))
    """
    found = None if len(text) > _LONGEST else _REFERENCE.fullmatch(text.strip())
    if not found:
        raise BadReference(text, "is none; write key[area=NO, period=2018]:form")
    return Reference(
        key=found["key"], selectors=_selectors(found["selectors"], text), form=_form(found, text)
    )


def _selectors(inside: str | None, text: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs between brackets."""
    if inside is None:
        return ()
    pairs = [_SELECTOR.fullmatch(piece) for piece in inside.split(",")]
    named = [(pair[1], pair[2]) for pair in pairs if pair]
    if len(named) != len(pairs):
        raise BadReference(text, "needs name=value between the brackets, parted by commas")
    if len(dict(named)) != len(named):
        raise BadReference(text, "selects by one name twice")
    return tuple(named)


def _form(found: re.Match[str], text: str) -> Form:
    """Return the form behind the colon."""
    name = found["form"] or Form.VALUE.value
    known = tuple(form.value for form in Form)
    if name in known:
        return Form(name)
    close = nearest(name, known) or known
    raise BadReference(text, f"asks for the form {name!r}; did you mean {' or '.join(close)}?")


@final
@attrs.frozen
class Name(Frozen):
    """Words in prose that hold a number and are a name, such as Horizon 2020."""

    #: The name.
    text: str


#: A piece of prose: plain text, a name, or a reference.
Piece = str | Name | Reference


def pieces(prose: str) -> Iterator[Piece]:
    """Return the pieces of *prose*: plain text, names and references, in order.

    ``{{`` and ``}}`` are braces; ``{'Horisont 2020'}`` is a name.

    Raises:
        BadReference: If a brace is open, or what stands in braces is no reference.

    >>> [str(piece) for piece in pieces("In {nordic[area=NO]} of them")]
    ['In ', 'nordic[area=NO]', ' of them']
    """
    plain, at = "", 0
    for found in _PIECE.finditer(prose):
        plain += prose[at : found.start()]
        at = found.end()
        if found[0] in {"{{", "}}"}:
            plain += found[0][0]
            continue
        if found[1] is None:
            raise BadReference(prose[max(0, found.start() - 20) :], "has a brace alone; write {{")
        if plain:
            yield plain
        plain = ""
        name = _NAME.fullmatch(found[1])
        yield Name(name[1]) if name else parse_reference(found[1])
    if plain + prose[at:]:
        yield plain + prose[at:]
