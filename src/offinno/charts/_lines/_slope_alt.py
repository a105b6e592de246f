"""The alt text of figures at two times: which lines there are, which rise, and what has none."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from offinno.charts._alts import alt_of
from offinno.charts._row import Row
from offinno.language import Lang
from offinno.values import Period
from offinno.wording import listed, message, message_plural, period_text

#: So many members without a line have their figures in the alt text; of more, only the names.
_MOST: Final = 2


def alt_of_slope(
    rows: Sequence[Row], spoken: Sequence[str], ends: Sequence[str], *, lang: Lang
) -> str:
    """Return what lines between two times show.

    Args:
        rows: The figures, member by member.
        spoken: The same as they are read aloud.
        ends: The two times.
        lang: The language.
    """
    together = [at for at, row in enumerate(rows) if not row.apart]
    parts = [_what(rows, ends, lang), *_changes(rows, lang), *_broken(rows, spoken, lang)]
    shown, read = [rows[at] for at in together], [spoken[at] for at in together]
    return alt_of(parts, shown, read, lang=lang)


def _what(rows: Sequence[Row], ends: Sequence[str], lang: Lang) -> str:
    """Return how many lines there are and from when to when, or that there is none."""
    first, last = (period_text(Period(end), lang=lang) for end in ends)
    joined = sum(row.joined for row in rows)
    if not joined:
        count = message_plural("{n} figure", "{n} figures", len(rows), lang=lang)
        return message(
            "{count} from {first} and {last}, with no line between them",
            lang=lang,
            count=count,
            first=first,
            last=last,
        )
    what = message_plural(
        "line chart with {n} line", "line chart with {n} lines", joined, lang=lang
    )
    return message("{what}, from {first} to {last}", lang=lang, what=what, first=first, last=last)


def _changes(rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Return how many lines rise, and how many fall."""
    joined = [(one, row) for one, row in pairwise(rows) if row.joined]
    changes = [(row.value or 0) - (one.value or 0) for one, row in joined]
    rising, falling = (sum(sign * change > 0 for change in changes) for sign in (1, -1))
    if rising:
        yield message_plural("{n} line rises", "{n} lines rise", rising, lang=lang)
    if falling:
        yield message_plural("{n} line falls", "{n} lines fall", falling, lang=lang)


def _broken(rows: Sequence[Row], spoken: Sequence[str], lang: Lang) -> Iterator[str]:
    """Return whose two figures may not be compared, and what they are where there is room."""
    pairs = zip(rows, spoken, strict=True)
    found = {
        name: [f"{row.label}, {text}" for row, text in members]
        for name, members in groupby(
            ((row, text) for row, text in pairs if row.apart), key=lambda pair: pair[0].group
        )
    }
    if not found:
        return
    yield message(
        "the two figures are not comparable for {names}",
        lang=lang,
        names=listed(list(found), lang=lang),
    )
    if len(found) <= _MOST:
        for name, figures in found.items():
            yield f"{name}: {'; '.join(figures)}"
