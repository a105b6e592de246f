"""Laws of figures over time, between two times, and with their intervals."""

from contextlib import suppress
from decimal import Decimal
from itertools import pairwise
from typing import Any

import altair as alt
import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.charts import Figure, dot_interval, series, slope
from offinno.charts._lines._axis import axis_of
from offinno.charts._lines._room import spread, thinned
from offinno.charts._row import Row
from offinno.exceptions import OffinnoError
from offinno.language import LANGUAGES, vocabulary
from offinno.model import Area, Indicator, Note, Observation, Observations, Population, Status
from offinno.pictures import texts
from offinno.testing import indicators, units
from offinno.units import Unit, parse_unit
from offinno.values import Interval, Missing, MissingReason, Qualifier, Value
from offinno.wording import approximate

UNIT = parse_unit("% of workplaces")
LANGS = st.sampled_from(LANGUAGES)
BOUNDS = (Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.ABOUT)
NAMES = (
    *("</script><script>alert(1)</script>", "datum.value || true", "null", "constructor"),
    *("x" * 120, "漢字" * 20, "=1+1", "Æ-Ø-Å", "Norge"),
)


@st.composite
def figures(draw: st.DrawFn) -> Value | Missing:
    """Draw a share, with or without an interval, or a reason for none."""
    if draw(st.integers(0, 4)) == 0:
        return Missing(draw(st.sampled_from(MissingReason)))
    share, apart = (
        draw(st.decimals(0, 100, places=1)),
        draw(st.none() | st.decimals(0, 9, places=1)),
    )
    if apart is None:
        return Value(share, UNIT)
    low, high = max(share - apart, Decimal(0)), min(share + apart, Decimal(100))
    return Value(share, UNIT, interval=Interval(low=low, high=high, level=95))


@st.composite
def over_time(draw: st.DrawFn) -> Indicator:
    """Draw figures of some areas with any names at some years."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    rows = [
        Observation(
            area=Area(f"x-{at}", name),
            period=year,
            value=draw(figures()),
            status=draw(st.sampled_from([(), (Status.PROVISIONAL,), (Status.BREAK,)])),
        )
        for at, name in enumerate(names)
        for year in draw(st.lists(st.integers(2000, 2020), min_size=2, max_size=5, unique=True))
    ]
    return Indicator(
        key="made-up",
        title="Made up",
        definition="Made up.",
        unit=UNIT,
        population=Population(unit=vocabulary()["workplaces"]),
        observations=Observations.of(UNIT, rows),
    )


def squeezed(text: str) -> str:
    """Return *text* without blanks and hyphens, where lines may have been broken."""
    return "".join(text.replace("-", "").split())


@settings(max_examples=25)
@given(over_time(), LANGS, st.sampled_from([320, 560]), st.booleans())
def test_no_row_and_no_text_is_lost(
    indicator: Indicator,
    lang: Any,
    width: int,
    quiet: bool,  # noqa: FBT001 - drawn
) -> None:
    """Every figure has a row, in the order of lines and of time, and every line its name.

    Names of quiet lines that find no room near their ends stand below the picture.
    """
    highlight = indicator.areas[0].code if quiet else None
    figure = series(indicator, lang=lang, by="area", highlight=highlight)
    drawn = "".join(texts(figure.svg(width=width).encode()))
    shown = squeezed(drawn + ("".join(figure.remarks) if quiet else ""))
    order = [area.code for area in indicator.areas]
    keys = [row.key.split(", ") for row in figure.rows]

    assert len(indicator) == len(figure.rows)
    assert keys == sorted(keys, key=lambda key: (order.index(key[0]), int(key[1])))
    for row in figure.rows:
        assert squeezed(row.group) in shown
        assert row.label in figure.description


@given(over_time(), LANGS, st.sampled_from(BOUNDS), st.booleans())
def test_no_word_beside_a_number_is_lost(
    indicator: Indicator,
    lang: Any,
    qualifier: Qualifier,
    narrow: bool,  # noqa: FBT001 - drawn
) -> None:
    """A bound stands beside its mark in any width, or below the picture, whatever else is there."""
    rows = [
        attrs.evolve(
            row,
            notes=["*"],
            value=attrs.evolve(row.value, qualifier=qualifier)
            if isinstance(row.value, Value)
            else row.value,
        )
        for row in indicator.observations
    ]
    note = Note(mark="*", text="note")
    made = attrs.evolve(indicator, observations=Observations.of(UNIT, rows), notes=[note])
    figure = series(made, lang=lang, by="area")
    look = figure.look.narrower(figure.rows) if narrow else figure.look
    fields = ("above", "left", "right", "below", "end", "strong_end")
    beside = [str(cell.get(f)) for cell in look.cells(figure.rows) for f in fields if cell.get(f)]
    said = squeezed(" ".join((*beside, *figure.remarks)))
    everything = "approximate" if lang == "en" else "omtrentlige" if lang == "nb" else "omtrentlege"
    for row in figure.rows:
        if row.value is not None:
            assert squeezed(row.value_label) in said or everything in said


@given(over_time(), LANGS)
def test_lines_join_what_follows_and_nothing_else(indicator: Indicator, lang: Any) -> None:
    """Two numbers of one line, the later not marked as a break; each way is drawn once."""
    figure = series(indicator, lang=lang, by="area")
    breaks = {
        f"{d.area.code}, {d.period}"
        for d in indicator.data()
        if d.observation.status == {Status.BREAK}
    }
    for one, row in pairwise(figure.rows):
        if row.joined:
            assert one.group == row.group
            assert one.value is not None
            assert row.value is not None
            assert row.key not in breaks
    ways = [cell for cell in figure.look.cells(figure.rows) if "from_x" in cell]

    assert not figure.rows[0].joined
    assert sum(row.joined for row in figure.rows) == len(ways)


@settings(max_examples=20)
@given(over_time(), LANGS, st.sampled_from([320, 560]))
def test_slopes_and_dots_lose_nothing(indicator: Indicator, lang: Any, width: int) -> None:
    """Each draws what there is, or says what there is not."""
    year = indicator.periods[0]
    made: list[Figure] = [slope(indicator, lang=lang)]
    if len(indicator.find(period=year)) > 1:
        made.append(dot_interval(indicator.where(period=year), lang=lang))
    for figure in made:
        shown = squeezed("".join(texts(figure.svg(width=width).encode())))
        for row in figure.rows:
            if row.missing is None:
                assert squeezed(row.value_label) in shown
        assert 0 < len(figure.alt) <= 250


@settings(max_examples=max(8, settings().max_examples // 4))
@given(indicators(filled=True), LANGS, st.none() | st.sampled_from(["area", "sector"]))
def test_any_indicator_is_drawn_or_refused_by_name(
    indicator: Indicator, lang: Any, by: str | None
) -> None:
    """Whatever it holds; nothing but an error of ours leaves a builder."""
    made: list[Figure] = []
    with suppress(OffinnoError):
        made.append(series(indicator, lang=lang, by=by))
    with suppress(OffinnoError):
        made.append(series(indicator, lang=lang, mark="bar"))
    with suppress(OffinnoError):
        made.append(dot_interval(indicator, lang=lang, along=by or "period"))
    with suppress(OffinnoError):
        made.append(slope(indicator, lang=lang, along=by or "area"))
    for figure in made:
        assert figure.rows
        assert 0 < len(figure.alt) <= 250
        with alt.data_transformers.enable(consolidate_datasets=False), alt.theme.enable("none"):
            assert figure.chart.to_dict() == figure.spec()


@given(
    st.lists(st.decimals(allow_nan=False, allow_infinity=False), min_size=1, max_size=9),
    units(),
    LANGS,
    st.booleans(),
    st.booleans(),
)
def test_axes_hold_all_figures(
    numbers: list[Decimal],
    unit: Unit,
    lang: Any,
    zero: bool,  # noqa: FBT001 - drawn
    bars: bool,  # noqa: FBT001 - drawn
) -> None:
    """From the first tick to the last, each with words of its own."""
    rows = [
        Row(key="a", label="a", value=number, value_label="a", state="value") for number in numbers
    ]
    axis = axis_of(rows, unit=unit, lang=lang, zero=zero, bars=bars)
    words = [text for _, text in axis.ticks]

    assert axis.low <= float(min(numbers)) <= float(max(numbers)) <= axis.high
    assert axis.low < axis.high
    assert 2 <= len(words) == len(set(words)) <= 9
    if zero or bars:
        assert axis.low <= 0 <= axis.high
        assert axis.cut is None


@given(
    st.lists(st.decimals(-1000, 1000, places=3), min_size=2, max_size=9, unique=True),
    st.decimals("0.001", 1000, places=3),
)
def test_labels_are_told_from_ticks(numbers: list[Decimal], step: Decimal) -> None:
    """Rounded to a fifth of the distance of ticks at most, if they have so many digits."""
    for number, shown in zip(numbers, approximate(numbers, step=step), strict=True):
        assert abs(shown.number - number) <= step / 5


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(10, 40)), min_size=1, max_size=7))
def test_texts_never_overlap(wishes: list[tuple[int, int]]) -> None:
    """They stay in the order of their wishes, and between the edges where there is room."""
    wished, heights = [float(at) for at, _ in wishes], [float(high) for _, high in wishes]
    found = spread(wished, heights, top=0, bottom=300)
    order = sorted(range(len(found)), key=lambda at: wished[at])
    for one, other in pairwise(order):
        assert found[other] - found[one] >= (heights[one] + heights[other]) / 2 - 1e-6
    assert found[order[0]] - heights[order[0]] / 2 >= -1e-6
    assert found[order[-1]] + heights[order[-1]] / 2 <= 300 + 1e-6


@given(st.integers(1, 500), st.integers(10, 90))
def test_thinned_labels_find_room(count: int, wide: int) -> None:
    """The first always has its label, be it too wide for all others."""
    assert [0] == thinned([0.0, 1.0, 2.0], [float(wide)] * 3, air=4, steps=(1,))
    centres = [at * 300 / count for at in range(count)]
    chosen = thinned(centres, [float(wide)] * count, air=4)

    assert 0 == chosen[0]
    for one, other in pairwise(chosen):
        assert centres[other] - centres[one] >= wide + 4 - 1e-6


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ticks_are_worded_as_madeare(lang: Any) -> None:
    """The same digits and marks as a label beside a dot."""
    rows = [
        Row(key="a", label="a", value=Decimal(text), value_label="a", state="value")
        for text in ("0", "100")
    ]
    axis = axis_of(rows, unit=UNIT, lang=lang)
    from offinno.wording import value_text

    assert [value_text(Value(Decimal(int(n)), UNIT), lang=lang) for n, _ in axis.ticks] == [
        text for _, text in axis.ticks
    ]
