"""What a drawn picture must show: every text in its place, every mark, and nothing strange.

The engine drops what it cannot draw without a word: a label in a font that is not there, a bar
whose number is none. So a picture is read back, and held against the cells it was drawn of.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from offinno.charts._errors import LostMarks, LostRegion, LostText, StrayText
from offinno.charts._spec import Look
from offinno.language import Lang
from offinno.pictures import Seen

#: The marks of which there is one for each cell, and what Vega draws them as.
_KINDS: Final = MappingProxyType(
    {
        "arc": "arc",
        "bar": "rect",
        "circle": "symbol",
        "geoshape": "shape",
        "point": "symbol",
        "rect": "rect",
        "rule": "rule",
        "square": "symbol",
        "text": "text",
        "tick": "rect",
    }
)
_SCALED: Final = frozenset({"quantitative", "temporal"})
_PLACES: Final = ("x", "y")
#: What the engine writes where there is nothing to write.
_NOTHING: Final = re.compile(r"\b(?:NaN|undefined|null|Infinity)\b|\[object Object\]")
#: Times as the engine writes them unless it is told otherwise, in words that are not Norwegian.
_ENGLISH: Final = re.compile(
    r"(?:January|February|March|May|June|July|October|December|Oct|Dec"
    r"|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?: \d{1,2})?(?:,? \d{4})?|\d{1,2} [AP]M"
)


def check_texts(found: tuple[str, ...], wanted: Iterable[tuple[str, list[str]]]) -> None:
    """Refuse a picture in which a text is lost or stands in another order.

    Args:
        found: The texts of the picture, as they are drawn.
        wanted: The parts of a picture, each with its texts in order.

    Raises:
        LostText: At the first text that is not there.
    """
    for part, lines in wanted:
        left = iter(found)
        for text in lines:
            if not any(text == other for other in left):
                raise LostText(part, text)


def wanted_texts(
    cells: Sequence[Mapping[str, Any]], shown: tuple[str, ...], around: Sequence[str]
) -> Iterator[tuple[str, list[str]]]:
    """Return the texts that a picture of *cells* must show, part by part."""
    for column in shown:
        yield column, [str(cell[column]) for cell in cells if cell.get(column) is not None]
    yield "title, note or source", list(around)


def check_strays(found: Iterable[str], wanted: Iterable[str], lang: Lang) -> None:
    """Refuse a picture with texts that the engine made up.

    Args:
        found: The texts of the picture.
        wanted: Those that were asked for, whatever they hold.
        lang: The language of the picture.

    Raises:
        StrayText: At the first that says there is nothing, or names a time in another language.
    """
    known = set(wanted)
    for text in found:
        if text in known:
            continue
        if _NOTHING.search(text) or (lang != "en" and _ENGLISH.fullmatch(text)):
            raise StrayText(text, lang)


def check_marks(drawn: Seen, look: Look, cells: Sequence[Mapping[str, Any]]) -> None:
    """Refuse a map in which an area is lost.

    Args:
        drawn: What the picture shows.
        look: How it was drawn; one of a map says how many marks there must be.
        cells: What it was drawn of.

    Raises:
        LostRegion: If there are fewer areas than cells of them.
    """
    wanted: Mapping[str, int] = look.marks(cells) if hasattr(look, "marks") else {}
    for name, count in wanted.items():
        found = drawn.marks.get(name.removeprefix("mark-"), 0)
        if found < count:
            raise LostRegion(count, found)


def check_every_mark(spec: Mapping[str, Any], found: Mapping[str, int]) -> None:
    """Refuse a picture in which a mark is lost.

    Args:
        spec: The layers that were drawn, with their cells.
        found: How many marks of each kind there are in the picture.

    Raises:
        LostMarks: At the first kind of which there are fewer, or more, than cells.
    """
    for kind, wanted in _wanted_marks(spec).items():
        if found.get(kind, 0) != wanted:
            raise LostMarks(kind, wanted, found.get(kind, 0))


def _wanted_marks(spec: Mapping[str, Any]) -> dict[str, int]:
    """Return how many marks there must be, of the kinds of which that is known."""
    wanted: Counter[str] = Counter()
    open_: set[str] = set()
    for layer in spec["layer"]:
        mark = layer.get("mark", {})
        kind = _KINDS.get(mark if isinstance(mark, str) else mark.get("type", ""))
        if kind is None:
            continue
        count = _count(layer, layer.get("data", spec["data"]))
        if count is None:
            open_.add(kind)
        wanted[kind] += count or 0
    return {kind: count for kind, count in wanted.items() if kind not in open_}


def _count(layer: Mapping[str, Any], data: Mapping[str, Any]) -> int | None:
    """Return how many marks a layer draws; None if that cannot be told from its cells."""
    rows, encoding = data.get("values"), layer.get("encoding", {})
    filters = [step.get("filter") for step in layer.get("transform", ())]
    channels = [channel for channel in encoding.values() if isinstance(channel, Mapping)]
    if not isinstance(rows, list) or "format" in data or any("aggregate" in c for c in channels):
        return None
    if not all(_understood(test) for test in filters):
        return None
    fields = [c["field"] for c in map(encoding.get, _PLACES) if c and _is_scaled(c)]
    needed = [*filters, *({"field": field, "valid": True} for field in fields)]
    return sum(all(_passes(row, test) for test in needed) for row in rows)


def _is_scaled(channel: Mapping[str, Any]) -> bool:
    """Return whether the engine leaves out what has no number in a channel."""
    return channel.get("type") in _SCALED and "field" in channel and channel.get("scale", 1)


def _understood(test: object) -> bool:
    """Return whether a filter is one of the two that looks are made of."""
    return isinstance(test, Mapping) and test.keys() <= {"field", "valid", "equal"}


def _passes(row: Mapping[str, Any], test: Mapping[str, Any]) -> bool:
    """Return whether a row passes a filter."""
    value = row.get(test["field"])
    if "valid" in test:
        return (value is not None) is test["valid"]
    return bool(value == test["equal"])
