"""A factsheet as rules look at it: which figures it shows, where, and in which words.

It is made once for a check and asked by every rule, so that no rule walks the sheet by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import islice
from typing import final

import attrs

from offinno.checks._found import Found
from offinno.checks._passages import Passage, passages_of
from offinno.checks._shown import Row, Showing, drawn_by, rows_of
from offinno.model import (
    Bars,
    Choropleth,
    Comparison,
    Contradiction,
    Datum,
    DotInterval,
    Factsheet,
    FigureBlock,
    GroupedBars,
    Heading,
    Parts,
    Ranking,
    Series,
    Slope,
    TileMap,
)
from offinno.values import Missing

#: A block that draws several figures side by side.
Chart = Ranking | Bars | GroupedBars | Series | DotInterval | Slope | Parts | TileMap | Choropleth
#: A chart that sets apart what may not be compared.
SETTING_APART = Ranking | DotInterval | TileMap | Choropleth
#: A chart over time, which joins only what may be compared.
OVER_TIME = Series | Slope


@final
@attrs.frozen(eq=False, repr=False)
class View:
    """What a sheet shows."""

    #: The sheet.
    sheet: Factsheet

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Its prose and headlines, in every language."""
        return tuple(passages_of(self.sheet))

    @cached_property
    def texts(self) -> tuple[tuple[Passage, ...], ...]:
        """The same, each text with all its languages; the first is the one it is shown in first."""
        groups: dict[object, list[Passage]] = {}
        for passage in self.passages:
            groups.setdefault(passage.steps[:-1], []).append(passage)
        return tuple(tuple(passages) for passages in groups.values())

    @cached_property
    def showings(self) -> tuple[Showing, ...]:
        """Every place where it shows figures, in the order of the blocks."""
        return tuple(
            sorted((*self._drawn(), *self._mentioned()), key=lambda showing: showing.block)
        )

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every figure that it shows, once, in the order of the observations."""
        found = {row.steps: row for showing in self.showings for row in showing.rows}
        return tuple(found[steps] for steps in sorted(found, key=lambda s: (s[1], s[3])))

    @cached_property
    def headers(self) -> tuple[tuple[Row, ...], ...]:
        """The figures that it shows, grouped by indicator."""
        groups: dict[object, list[Row]] = {}
        for row in self.rows:
            groups.setdefault(row.header, []).append(row)
        return tuple(tuple(rows) for rows in groups.values())

    @cached_property
    def sections(self) -> tuple[frozenset[int], ...]:
        """Positions of the blocks between one heading and the next."""
        sections: list[set[int]] = [set()]
        for at, block in enumerate(self.sheet.blocks):
            if isinstance(block, Heading):
                sections.append(set())
            sections[-1].add(at)
        return tuple(frozenset(section) for section in sections if section)

    @cached_property
    def charts(self) -> tuple[tuple[int, Chart, tuple[Comparison, ...]], ...]:
        """The charts, each with the position of its block and what it invites to compare."""
        return tuple(
            (at, block, tuple(_comparisons(self.sheet, block)))
            for at, block in enumerate(self.sheet.blocks)
            if isinstance(block, Chart)
        )

    def once_per_text(self, look: Callable[[Passage], Iterable[Found]]) -> Iterator[Found]:
        """Return the first thing that *look* finds in each text, in whichever language."""
        for passages in self.texts:
            yield from islice((found for passage in passages for found in look(passage)), 1)

    def _drawn(self) -> Iterator[Showing]:
        """Return what the blocks of figures draw."""
        for at, block in enumerate(self.sheet.blocks):
            if isinstance(block, FigureBlock):
                for steps, reference in drawn_by(block):
                    yield Showing(
                        block=at,
                        steps=("blocks", at, *steps),
                        form=reference.form,
                        rows=rows_of(self.sheet, reference),
                    )

    def _mentioned(self) -> Iterator[Showing]:
        """Return what stands in texts."""
        for passage in self.passages:
            for sentence in passage.sentences:
                for mention in sentence.mentions:
                    yield Showing(
                        block=passage.block,
                        steps=passage.steps,
                        form=mention.form,
                        rows=(mention.row,),
                        against=mention.against,
                    )


def _comparisons(sheet: Factsheet, block: Chart) -> Iterator[Comparison]:
    """Return what a chart invites to compare; of grouped bars each group, both ways."""
    shown = sheet.select(block.figure).settled()
    if isinstance(block, SETTING_APART):
        allow = dict(block.allow)
        along = block.along if isinstance(block, Ranking | DotInterval) else "area"
        yield Comparison.of(shown, along=along, reference=block.reference, allow=allow)
        return
    data = [datum for datum in shown.data() if not isinstance(datum.value, Missing)]
    if isinstance(block, OVER_TIME):
        yield from _over_time(data, block)
        return
    overrides = dict(block.allow) if isinstance(block, Bars | GroupedBars) else None
    if isinstance(block, Bars) or block.by is None:
        yield from _side_by_side(data, block.along, overrides)
        return
    for along, fixed in ((block.along, block.by), (block.by, block.along)):
        groups: dict[str, list[Datum]] = {}
        for datum in data:
            groups.setdefault(_place(datum, fixed), []).append(datum)
        for group in groups.values():
            yield from _side_by_side(group, along, overrides)


def _over_time(data: list[Datum], block: Series | Slope) -> Iterator[Comparison]:
    """Return the comparison of each line over time, then of all lines at each time."""
    by = block.by if isinstance(block, Series) else block.along
    if isinstance(block, Slope):
        times = sorted({datum.period for datum in data})
        ends = {block.start or times[0], block.end or times[-1]} if times else set()
        data = [datum for datum in data if datum.period in ends]
    for along, fixed in (("period", by), *(() if by is None else ((by, "period"),))):
        groups: dict[str | None, list[Datum]] = {}
        for datum in data:
            groups.setdefault(fixed and _place(datum, fixed), []).append(datum)
        for group in groups.values():
            yield from _side_by_side(group, along, dict(block.allow))


def _side_by_side(
    data: list[Datum], along: str, allow: Mapping[str, str] | None = None
) -> Iterator[Comparison]:
    """Return the comparison of figures along one thing, if there are two and it is all there is."""
    if len(data) > 1:
        with suppress(Contradiction):  # they differ in more than that
            yield Comparison.between(*data, along=along, allow=allow)


def _place(datum: Datum, along: str) -> str:
    """Return where a figure stands along the axis of a chart."""
    row = datum.observation
    places = {"area": row.area.code, "period": row.period.text, "indicator": datum.indicator.key}
    return (places | dict(row.breakdowns))[along]
