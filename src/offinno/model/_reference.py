"""References to figures: one small language for prose, blocks and the command line.

``nordic[area=NO, period=2018]:sentence`` names an indicator, the row meant, and the form in which
it is shown. Selectors may be left out where one row remains. A form that holds the figure against
another may say which, by what is different of it: ``nordic[area=NO]:difference[area=IS]``.
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
    r"(?P<key>[a-z0-9-]+)(?:\[(?P<selectors>[^\[\]{}]*)\])?"
    r"(?::(?P<form>[a-z]+)(?:\[(?P<against>[^\[\]{}]*)\])?)?"
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
    #: The difference from another figure, with its direction: ``1 percentage point lower than``.
    DIFFERENCE = "difference"
    #: How many times another figure it is: ``1.3 times as much as``.
    RATIO = "ratio"
    #: Its place among the areas that may be ranked: ``number 4 of 5``.
    RANK = "rank"
    #: The change per year since an earlier figure, or until a later one.
    CHANGE = "change"
    #: The difference from another figure, and whether it is within the margin of error.
    MARGIN = "margin"

    @property
    def comparing(self) -> bool:
        """Whether it holds the figure against another one, which a reference may name."""
        return self in {Form.DIFFERENCE, Form.RATIO, Form.CHANGE, Form.MARGIN}


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
    #: In what the figure that it is held against differs: pairs as in selectors, or indicator.
    against: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_selectors)

    def __attrs_post_init__(self) -> None:
        """Check that the text reads back."""
        super().__attrs_post_init__()
        if not _KEY.fullmatch(self.key):
            raise BadReference(str(self), _NONE)
        for pairs in (self.selectors, self.against):
            self._check_pairs(pairs)
        if self.against and not self.form.comparing:
            forms = ", ".join(form.value for form in Form if form.comparing)
            raise BadReference(str(self), f"is held against nothing; the forms that are: {forms}")
        if len(str(self)) > _LONGEST:
            raise BadReference(str(self), f"has more than {_LONGEST} characters")

    def _check_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Check that pairs between brackets read back."""
        names = [name for name, _ in pairs]
        if not all(_KEY.fullmatch(n) and _CHOSEN.fullmatch(c) for n, c in pairs):
            raise BadReference(str(self), "needs name=value between the brackets, parted by commas")
        if len(set(names)) != len(names):
            raise BadReference(str(self), "selects by one name twice")

    def __str__(self) -> str:
        form = "" if self.form is Form.VALUE else f":{self.form.value}"
        return f"{self.key}{_bracketed(self.selectors)}{form}{_bracketed(self.against)}"


def _bracketed(pairs: tuple[tuple[str, str], ...]) -> str:
    """Return pairs as they stand in a text, if there are any."""
    return f"[{', '.join(f'{name}={value}' for name, value in pairs)}]" if pairs else ""


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
    return Reference(
        key=found["key"],
        selectors=_pairs(found["selectors"]),
        form=_form(found, text),
        against=_pairs(found["against"]),
    )


def _pairs(inside: str | None) -> Iterable[tuple[str, str]]:
    """Return the pairs that stand between brackets, if these are there."""
    return () if inside is None else map(_pair, inside.split(","))


def reference_of(given: str | Reference) -> Reference:
    """Return *given* as a reference."""
    return given if isinstance(given, Reference) else parse_reference(given)


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


def optional_prose(given: str | Mapping[str, str] | None) -> Text | None:
    """Return *given* as a text whose braces can all be read, where there is one."""
    return None if given is None else prose_of(given)
