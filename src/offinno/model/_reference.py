"""References to figures: one small language for prose, blocks and the command line.

``nordic[area=NO, period=2018]:sentence`` names an indicator, the row meant, and the form in which
it is shown. Selectors may be left out where one row remains.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Final, final

import attrs

from offinno.exceptions import OffinnoError, nearest, shortened
from offinno.language import Text, checked_text, text_of
from offinno.model._typed import Typed

_LONGEST: Final = 300
_KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REFERENCE: Final = re.compile(
    r"(?P<key>[a-z0-9-]+)(?:\[(?P<selectors>[^\[\]{}]*)\])?(?::(?P<form>[a-z]+))?"
)
#: What a selector may ask for: nothing that ends it, and no blanks around it.
_CHOSEN: Final = re.compile(r"[^\s,=\[\]{}]+(?: [^\s,=\[\]{}]+)*")
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


def _selectors(given: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return *given* as pairs, in the order given."""
    return tuple((name, chosen) for name, chosen in given)


@final
@attrs.frozen(kw_only=True)
class Reference(Typed):
    """A figure by name: key, selectors and form; ``str()`` gives the text that is parsed.

    Raises:
        BadReference: If a part could not be read back from that text.

    >>> str(parse_reference("nordic[area=NO]:fraction"))
    'nordic[area=NO]:fraction'
    """

    #: Key of an indicator.
    key: str
    #: Pairs of what selects the row: area, period, vintage, source, or a dimension.
    selectors: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_selectors)
    #: The form it is shown in.
    form: Form = Form.VALUE

    def __attrs_post_init__(self) -> None:
        """Check that the text reads back."""
        super().__attrs_post_init__()
        if not _KEY.fullmatch(self.key):
            raise BadReference(str(self), _NONE)
        names = [name for name, _ in self.selectors]
        if not all(_KEY.fullmatch(n) and _CHOSEN.fullmatch(c) for n, c in self.selectors):
            raise BadReference(str(self), "needs name=value between the brackets, parted by commas")
        if len(set(names)) != len(names):
            raise BadReference(str(self), "selects by one name twice")
        if len(str(self)) > _LONGEST:
            raise BadReference(str(self), f"has more than {_LONGEST} characters")

    def __str__(self) -> str:
        inside = ", ".join(f"{name}={value}" for name, value in self.selectors)
        chosen = f"[{inside}]" if inside else ""
        form = "" if self.form is Form.VALUE else f":{self.form.value}"
        return f"{self.key}{chosen}{form}"


_NONE: Final = "is none; write key[area=NO, period=2018]:form"


def parse_reference(text: str) -> Reference:
    """Return the reference that *text* is.

    Raises:
        BadReference: If it is none.

    >>> parse_reference("nordic[area=NO, period=2018]").selectors
    (('area', 'NO'), ('period', '2018'))
    """
    found = None if len(text) > 2 * _LONGEST else _REFERENCE.fullmatch(text.strip())
    if not found:
        raise BadReference(text, _NONE)
    inside = found["selectors"]
    pairs = () if inside is None else map(_pair, inside.split(","))
    return Reference(key=found["key"], selectors=pairs, form=_form(found, text))


def _pair(text: str) -> tuple[str, str]:
    """Return what stands on the two sides of the equals sign, without the blanks around it."""
    name, _, chosen = text.partition("=")
    return name.strip(), " ".join(chosen.split())


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
class Name(Typed):
    """Words in prose that hold a number and are a name, such as Horizon 2020.

    Raises:
        BadReference: If it could not stand between the quotes of ``{'…'}``.
        UnsafeText: If it cannot be shown.

    >>> next(pieces("{'Horisont 2020'}"))
    Name(text='Horisont 2020')
    """

    #: The name.
    text: str = attrs.field(converter=checked_text)

    def __attrs_post_init__(self) -> None:
        """Check that the text reads back."""
        super().__attrs_post_init__()
        if not _NAME.fullmatch(f"'{self.text}'"):
            raise BadReference(
                self.text, "is a name with a quote or brace, which cannot be written"
            )


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


def prose_of(given: str | Mapping[str, str]) -> Text:
    """Return *given* as a text whose braces can all be read.

    Raises:
        BadReference: If a brace is open, or what stands in braces is no reference.
    """
    text = text_of(given)
    for words in text.values():
        for _ in pieces(words):
            pass
    return text
