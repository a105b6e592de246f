"""What differs between two versions, in words."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final

from offinno.analysis import Change, ChangeKind
from offinno.exceptions import shortened
from offinno.language import Lang, Term, Text
from offinno.model import Form, Observation, Reference
from offinno.wording._catalogue import marked, message
from offinno.wording._errors import Unsayable
from offinno.wording._locales import listed
from offinno.wording._numbers import number_text
from offinno.wording._periods import period_text
from offinno.wording._populations import terms_text
from offinno.wording._say import say
from offinno.wording._values import value_text

#: With both values, with the new or the old one alone, and with none that can be put in words.
_BOTH: Final[Mapping[ChangeKind, str]] = MappingProxyType(
    {
        ChangeKind.REVISED: marked("revised from {old} to {new}"),
        ChangeKind.UPDATED: marked("new period: {new}, before {old}"),
        ChangeKind.REWORDED: marked("reworded from “{old}” to “{new}”"),
        ChangeKind.CHANGED: marked("changed from {old} to {new}"),
    }
)
_ONE: Final[Mapping[ChangeKind, str]] = MappingProxyType(
    {
        ChangeKind.ADDED: marked("added: {thing}"),
        ChangeKind.REMOVED: marked("removed: {thing}"),
    }
)
_NONE: Final[Mapping[ChangeKind, str]] = MappingProxyType(
    {
        ChangeKind.ADDED: marked("added"),
        ChangeKind.REMOVED: marked("removed"),
        ChangeKind.REVISED: marked("revised"),
        ChangeKind.UPDATED: marked("new period"),
        ChangeKind.REWORDED: marked("reworded"),
        ChangeKind.REORDERED: marked("in another order"),
        ChangeKind.CHANGED: marked("changed"),
    }
)

#: Fields that say what a thing is, the first that it has.
_NAMES: Final = ("title", "name", "headline", "heading", "label", "text", "changed")


def change_text(change: Change, *, lang: Lang) -> str:
    r"""Return what differs, without its place; long texts are shortened.

    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> unit = parse_unit("% of GDP")
    >>> old, new = Value("48.3", unit), Value("48.1", unit)
    >>> kind, path = ChangeKind.REVISED, "observations[area=NO, period=2018].value"
    >>> change = Change(kind=kind, old_path=path, new_path=path, old=old, new=new)
    >>> change_text(change, lang="nb")
    'revidert fra 48,3\xa0% til 48,1\xa0%'
    """
    old, new = thing_text(change.old, lang=lang), thing_text(change.new, lang=lang)
    if old and new and change.kind in _BOTH:
        return message(_BOTH[change.kind], lang=lang, old=shortened(old), new=shortened(new))
    if (thing := new or old) and change.kind in _ONE:
        return message(_ONE[change.kind], lang=lang, thing=shortened(thing))
    return message(_NONE[change.kind], lang=lang)


def thing_text(thing: object, *, lang: Lang) -> str | None:
    """Return what was or is there, in words; None where it has no short wording.

    >>> from offinno.values import Period
    >>> thing_text(Period(2018), lang="nb"), thing_text(object(), lang="nb")
    ('2018', None)
    """
    match thing:
        case str() | Reference():
            return str(thing)
        case bool():
            return message("yes", lang=lang) if thing else message("no", lang=lang)
        case int() | Decimal():
            return number_text(Decimal(thing), lang=lang)
        case tuple() | frozenset():
            return _several(thing, lang)
        case Observation():
            return _row(thing, lang)
        case _:
            return _fact(thing, lang) or _named(thing, lang)


def _several(things: tuple[object, ...] | frozenset[object], lang: Lang) -> str | None:
    """Return a list of things, if each can be put in words."""
    if not things:
        return message("nothing", lang=lang)
    if terms := [thing for thing in things if isinstance(thing, Term)]:
        return terms_text(terms, lang=lang)
    words = [thing_text(thing, lang=lang) for thing in things]
    said = [word for word in words if word is not None]
    if len(said) < len(words):
        return None
    return listed(sorted(said) if isinstance(things, frozenset) else said, lang=lang)


def _row(row: Observation, lang: Lang) -> str:
    """Return a figure with its time, and its vintage where it states one."""
    value, when = value_text(row.value, lang=lang), period_text(row.period, lang=lang)
    if row.vintage is None:
        return message("{value} ({time})", lang=lang, value=value, time=when)
    vintage = period_text(row.vintage, lang=lang)
    return message(
        "{value} ({time}, vintage {vintage})", lang=lang, value=value, time=when, vintage=vintage
    )


def _fact(thing: object, lang: Lang) -> str | None:
    """Return a fact that has a wording of its own."""
    try:
        return say(thing, lang=lang, form=Form.VALUE)
    except Unsayable:
        return str(thing.value) if isinstance(thing, Enum) else None


def _named(thing: object, lang: Lang) -> str | None:
    """Return the text that says what a thing is, if it has one."""
    return next((text.in_(lang) for text in _texts(thing)), None)


def _texts(thing: object) -> Iterator[Text]:
    """Return the texts of a thing that say what it is."""
    for name in _NAMES:
        if isinstance(text := getattr(thing, name, None), Text):
            yield text
