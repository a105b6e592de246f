"""What colours and outlines of a map mean, in words, as rows of the picture itself."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final, Literal, final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.charts._encoding import Cell
from offinno.charts._maps._classes import Classes
from offinno.charts._measure import lines, widest, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE
from offinno.language import Lang
from offinno.units import Unit
from offinno.values import Missing, MissingReason
from offinno.wording import capitalised, message, missing_text

#: Why an area has no colour.
Hollow = Literal["apart", "range", "missing", "suppressed"]

#: A patch of colour in a legend, and the blank behind it.
_WIDE: Final = 26
_HIGH: Final = 16
_BEHIND: Final = 8
_PITCH: Final = 22
_HEADING: Final = 8


def hollow_of(row: Row) -> Hollow | None:
    """Return why an area has no colour; None if it has one."""
    if row.state in {"missing", "suppressed"}:
        return "suppressed" if row.state == "suppressed" else "missing"
    if row.apart:
        return "apart"
    return "range" if row.state == "range" else None


@final
@attrs.frozen(kw_only=True)
class Entry(Frozen):
    """One line of a legend."""

    #: What it says.
    text: str
    #: The shade that it explains; None where it explains an outline.
    shade: int | None = None
    #: The outline that it explains; None where it explains a shade.
    hollow: Hollow | None = None


@final
@attrs.frozen(kw_only=True)
class Legend(Frozen):
    """What stands beside a map."""

    #: How its classes were made.
    heading: str
    #: From the highest class down, then what has no colour.
    entries: tuple[Entry, ...] = attrs.field(converter=as_tuple)

    def widest(self) -> int:
        """Return the width in which every entry takes one line."""
        texts = [widest(entry.text, LABEL) for entry in self.entries]
        heading = widest(self.heading, LABEL) if self.heading else 0
        return ceil(max([_WIDE + _BEHIND + width for width in texts] + [heading])) + 4

    def height(self, width: float) -> int:
        """Return its height in lines of at most *width*."""
        return ceil(max((float(cell["below"] or 0) for cell in self.cells(width)), default=0))

    def cells(self, width: float, *, x: float = 0, y: float = 0) -> Iterator[Cell]:
        """Return its lines as they are drawn from a place on.

        Each patch is a small tile of its own.
        """
        if self.heading:
            text = wrapped(self.heading, LABEL, width)
            below = y + LINE * lines(text)
            yield {"heading": text, "text_x": x, "heading_y": y + LINE / 2, "below": below}
            y = below + _HEADING
        for entry in self.entries:
            text = wrapped(entry.text, LABEL, width - _WIDE - _BEHIND)
            high = max(_PITCH, LINE * lines(text) + _PITCH - LINE)
            yield {
                "legend": text,
                "text_x": x + _WIDE + _BEHIND,
                "legend_y": y + _HIGH / 2,
                "shade": entry.shade,
                "hollow": entry.hollow,
                "x": x,
                "x2": x + _WIDE,
                "y": y,
                "y2": y + _HIGH,
                "below": y + high,
            }
            y += high


def legend_of(  # noqa: PLR0913 - all that a legend speaks of
    classes: Classes,
    rows: Sequence[Row],
    unit: Unit,
    *,
    lang: Lang,
    reference: str,
    said: Sequence[Hollow] = (),
) -> Legend:
    """Return the legend of a map.

    Args:
        classes: Its classes.
        rows: Its areas.
        unit: The unit of their figures.
        lang: The language.
        reference: The area that the others are held against, in words.
        said: The outlines that the map itself explains.
    """
    shades = (
        Entry(text=capitalised(found.worded(unit, lang=lang)), shade=found.shade)
        for found in reversed(classes.classes)
    )
    there = {hollow_of(row) for row in rows}
    words = _outlines(lang, reference)
    outlines = (
        Entry(text=capitalised(words[hollow]), hollow=hollow)
        for hollow in words
        if hollow in there and hollow not in said
    )
    return Legend(heading=_heading(classes, lang), entries=(*shades, *outlines))


def _heading(classes: Classes, lang: Lang) -> str:
    """Return how the classes were made; nothing where there is one, which no rule made."""
    if len(classes.classes) < 2:  # noqa: PLR2004 - one class is parted from none
        return ""
    if classes.classing == "equal-steps":
        return message("Equal steps", lang=lang)
    return message("Groups of about equal size", lang=lang)


def _outlines(lang: Lang, reference: str) -> dict[Hollow, str]:
    """Return what outlines mean, in the order in which they are explained."""
    return {
        "apart": message("not comparable with {name}", lang=lang, name=reference),
        "range": message("several values, no colour", lang=lang),
        "missing": message("no figure", lang=lang),
        "suppressed": missing_text(Missing(MissingReason.SUPPRESSED), lang=lang),
    }
