"""Breaks in method that are crossed knowingly: by their key, and with the reason why."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from offinno.exceptions import UnknownName
from offinno.language import Text, text_of
from offinno.model import Break, Note
from offinno.values import Period

#: Keys of breaks that are crossed, each with the reason why, in one language or several.
Cross: TypeAlias = Mapping[str, str | Mapping[str, str]]

#: No break is crossed unless asked for.
NOTHING_CROSSED: Final[Cross] = MappingProxyType({})

_DASH: Final = " – "


def reasons_of(cross: Cross, known: Iterable[str]) -> Mapping[str, Text]:
    """Return the reasons for crossing, by key.

    Raises:
        UnknownName: If a key is none of those *known*.
        UnsafeText: If a reason cannot be shown.
    """
    names = tuple(dict.fromkeys(known))
    for key in cross:
        if key not in names:
            raise UnknownName("break", key, names)
    return MappingProxyType({key: text_of(why) for key, why in cross.items()})


def between(breaks: Iterable[Break], one: Period, other: Period) -> tuple[Break, ...]:
    """Return the breaks that lie between two periods, or may."""
    return tuple(change for change in breaks if change.parts(one, other) is not False)


def crossed_note(reasons: Mapping[str, Text], keys: Iterable[str]) -> Text | None:
    """Return which breaks were crossed and why, as a lineage says it; None where none was.

    >>> print(crossed_note({"method": text_of("the totals agree")}, ["method"]))
    method: the totals agree
    """
    said: Text | None = None
    for key in keys:
        one = _joined(text_of(key), ": ", reasons[key])
        said = one if said is None else _joined(said, "; ", one)
    return said


def with_notes(
    notes: tuple[Note, ...], breaks: Iterable[Break], reasons: Mapping[str, Text]
) -> Mapping[str, Note]:
    """Return for each break a note that must be shown: what changed, and why it was crossed.

    Their marks are none of those of *notes*.
    """
    taken = {note.mark for note in notes}
    marks = (mark for number in range(1, len(taken) + 99) if (mark := f"b{number}") not in taken)
    return {
        change.key: Note(
            mark=mark, text=_joined(change.changed, _DASH, reasons[change.key]), must_show=True
        )
        for change, mark in zip(breaks, marks, strict=False)
    }


def _joined(one: Text, sign: str, other: Text) -> Text:
    """Return two texts as one, in the languages of both."""
    tags = list(dict.fromkeys((*one, *other)))
    named = [tag for tag in tags if tag != "und"] or tags
    return Text({tag: f"{one.in_(tag).rstrip('.')}{sign}{other.in_(tag)}" for tag in named})
