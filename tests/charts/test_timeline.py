"""Calls of schemes over time: rows by value, places, words, and what is refused."""

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from offinno.charts import CallRow, Figure, NotSuitable, scheme_timeline
from offinno.charts._measure import widest
from offinno.charts._timeline._look import TimelineLook
from offinno.charts._timeline._ticks import ticks
from offinno.charts._timeline._time import Window
from offinno.exceptions import UnknownName
from offinno.language import Text
from offinno.model import (
    Amount,
    AmountKind,
    Call,
    Contradiction,
    FundingScheme,
    SchemeName,
    Source,
)
from offinno.pictures import texts
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Qualifier, Range, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

NOK = parse_unit("NOK")
GONE = Missing(MissingReason.NOT_COLLECTED, {"en": "It was never asked."})
SOURCES = [
    Source(key=key, publisher=key.title(), title="T", published=2020)
    for key in ("one", "two", "three")
]


def scheme(*calls: Call, key: str = "phd", **fields: Any) -> FundingScheme:
    """Return a scheme with calls."""
    usual: dict[str, Any] = {"names": [SchemeName(name=key.upper())], "provider": "P"}
    return FundingScheme(key=key, purpose="P", calls=calls, **(usual | fields))


def money(number: Any, **fields: Any) -> Amount:
    """Return money that is announced unless it says otherwise."""
    value = Value(number, NOK) if isinstance(number, int | str) else number
    return Amount(value=value, **({"kind": AmountKind.ANNOUNCED} | fields))


def timeline(*schemes: FundingScheme, **options: Any) -> Figure:
    """Return a timeline in English."""
    return scheme_timeline(schemes, lang="en", sources=SOURCES, **options)


def calls_of(figure: Figure) -> list[CallRow]:
    """Return the rows, which are calls."""
    return [row for row in figure.rows if isinstance(row, CallRow)]


def cells_of(figure: Figure) -> list[dict[str, Any]]:
    """Return the calls as they are drawn, without the times above them."""
    values: list[dict[str, Any]] = figure.spec()["data"]["values"]
    return [cell for cell in values if cell["tick_at"] is None and cell["line_at"] is None]


def test_a_deadline_is_a_day() -> None:
    """With the money that is on offer, and its place in the year."""
    ceiling = Value("20E6", NOK, Qualifier.AT_MOST)
    figure = timeline(scheme(Call(deadline="2019-07-02", amounts=[money(ceiling)])))
    (row,), (cell,) = calls_of(figure), cells_of(figure)

    assert ("phd, 1", "PHD", "Call", "2 July 2019") == (row.key, row.group, row.label, row.when)
    assert (date(2019, 7, 2), date(2019, 7, 2), None) == (row.start, row.end, row.opens)
    assert ("20000000", "at most", "NOK") == (f"{row.value:f}", row.qualifier, row.unit)
    assert "up to 20\u00a0million\u00a0NOK" == row.value_label
    assert pytest.approx(182.5 / 365) == cell["day"]
    assert [None, None] == [cell["band"], cell["bar"]]


def test_a_month_is_a_band() -> None:
    """From its first day to its last."""
    (cell,) = cells_of(timeline(scheme(Call(deadline="2019-07"))))

    assert pytest.approx((181 / 365, 212 / 365)) == (cell["band"], cell["band_end"])
    assert None is cell["day"]


def test_a_bar_leads_from_the_opening_to_the_deadline() -> None:
    """If its day is known; a season has none, and is only told."""
    one = Call(deadline="2019-07-02", opens="2019-03-14")
    two = Call(deadline="2019-11-20", opens="2019-autumn")
    first, second = cells_of(timeline(scheme(one, two)))

    assert pytest.approx((72 / 365, 183 / 365)) == (first["bar"], first["bar_end"])
    assert None is second["bar"]
    assert "Call (opens 14 March 2019)" == first["what-right"]
    assert "Call (opens autumn 2019)" == second["what-left"]


def test_what_comes_back_is_drawn_each_year() -> None:
    """Outlined, a row for each, and told once."""
    figure = timeline(scheme(Call(deadline="?-09")), start=2018, end=2020)
    rows, cells = calls_of(figure), cells_of(figure)

    assert ["phd, 1 in 2018", "phd, 1 in 2019", "phd, 1 in 2020"] == [row.key for row in rows]
    assert [date(y, 9, 1) for y in (2018, 2019, 2020)] == [row.start for row in rows]
    assert {True} == {row.recurring for row in rows} == {cell["hollow"] for cell in cells}
    assert ["September every year", None, None] == [cell["when-right"] for cell in cells]
    assert 1 == len(figure.table.rows)
    assert "(drawn in 2018, 2019, 2020)" in figure.description


def test_a_day_that_few_years_have_is_drawn_in_those() -> None:
    """29 February comes back every fourth year."""
    rows = calls_of(timeline(scheme(Call(deadline="?-02-29")), start=2018, end=2021))

    assert [date(2020, 2, 29)] == [row.start for row in rows]


def test_what_does_not_come_back_in_time_is_told() -> None:
    """It is no call outside the time shown, for nobody knows in which years there was one."""
    figure = timeline(scheme(Call(deadline="?-09")), start="2019-01", end="2019-06")
    (row,), (cell,) = calls_of(figure), cells_of(figure)

    assert (None, True, 0) == (row.start, row.recurring, cell["open"])
    assert () == figure.remarks


def test_what_has_no_date_is_told() -> None:
    """Missing deadlines, seasons and open times stand at the left, with a ring and no mark."""
    calls = [Call(deadline=time) for time in (GONE, "2019-spring", "2019/..")]
    figure = timeline(scheme(*calls), start=2019)

    assert [
        "Deadline: not collected (It was never asked)",
        "Spring 2019",
        "Since 2019",
    ] == [cell["when-right"] for cell in cells_of(figure)]
    assert {0} == {cell["open"] for cell in cells_of(figure)}
    assert "3\u00a0calls without a date" in figure.alt


def test_calls_outside_the_time_are_counted() -> None:
    """Those that reach into it are drawn as far as they do."""
    calls = [
        Call(deadline="2018-05-02"),
        Call(deadline="2019-02-01", opens="2018-11-01"),
        Call(deadline="2020-02-01", opens="2019-12-01"),
        Call(deadline="2020-05-02"),
    ]
    figure = timeline(scheme(*calls), start=2019, end=2019)
    first, last = cells_of(figure)

    assert ["phd, 2", "phd, 3"] == [row.key for row in figure.rows]
    assert (0, 1) == (first["bar"], last["bar_end"])
    assert None is last["day"]
    assert ("2 calls lie outside the time shown.",) == tuple(
        text.replace("\u00a0", " ") for text in figure.remarks
    )


def test_a_band_is_cut_at_the_end() -> None:
    """As much of it is drawn as lies in the time shown."""
    figure = timeline(scheme(Call(deadline="2019-06")), start="2019-06-10", end="2019-06-19")
    (cell,) = cells_of(figure)

    assert (0, 1) == (cell["band"], cell["band_end"])


def test_no_scheme_is_lost() -> None:
    """One without calls, or without any in the time, says so."""
    late = scheme(Call(deadline="2021-05-02"), key="late")
    figure = timeline(scheme(), late, start=2019, end=2019)

    assert [("PHD", "No call is known"), ("LATE", "No call in the time shown")] == [
        (row.group, row.label) for row in figure.rows
    ]
    assert ("PHD", "–", "No call is known", "not stated") == figure.table.rows[0]
    assert "PHD: No call is known." in figure.description
    assert {None} == {cell["open"] for cell in cells_of(figure)}


def test_money_in_words() -> None:
    """Each amount with its part and its kind; a number of the row is the one of the whole."""
    span = Range(low=Value("3E6", NOK), high=Value("7E6", NOK))
    amounts = [
        money("5E6", part={"en": "health"}),
        money(Missing(MissingReason.SUPPRESSED)),
        money(span, kind=AmountKind.GRANT),
    ]
    rows = calls_of(timeline(scheme(*(Call(deadline="2019-05-02", amounts=[a]) for a in amounts))))

    assert [
        "5\u00a0million\u00a0NOK (health)",
        "amount: confidential",
        "3–7\u00a0million\u00a0NOK (grant)",
    ] == [row.value_label for row in rows]
    assert [None, None, 3_000_000] == [row.low for row in rows]
    assert ["missing", "missing", "range"] == [row.state for row in rows]
    assert "Call: amount: confidential" == rows[1].about


def test_several_amounts_are_no_number() -> None:
    """They stand in the words."""
    (row,) = calls_of(timeline(scheme(Call(deadline="2019-05-02", amounts=[money(1), money(2)]))))

    assert (None, "1 NOK; 2 NOK") == (row.value, row.value_label.replace("\u00a0", " "))


def test_names_are_those_of_their_time() -> None:
    """A call under a former name says so, and remarks tell the history."""
    names = [
        SchemeName(name="New", since=2020),
        SchemeName(name="Old", since=2015, until=2019),
        SchemeName(name="Older"),
    ]
    times = ("2014-05-02", "2019-05-02", "2020-05-02")
    made = scheme(*(Call(deadline=time) for time in times), names=names, succeeds="before")
    figure = timeline(made, scheme(key="before"))

    assert ["Call", "Call (under the name Old)", "Call"] == [row.label for row in figure.rows[:3]]
    assert ("New: formerly Old (until 2019); formerly Older; follows BEFORE.",) == figure.remarks


def test_predecessors_that_are_not_shown_are_not_named() -> None:
    """Their keys are no names."""
    assert () == timeline(scheme(Call(deadline="2019-05-02"), succeeds="before")).remarks


def test_notes_of_calls_are_remarks() -> None:
    """After the scheme, and the title or the deadline of the call."""
    one = Call(deadline="2019-05-02", note={"en": "One."})
    two = Call(deadline="2019-06-02", title="Two", note={"en": "More."})

    assert ("PHD, 2 May 2019: One.", "PHD, Two: More.") == timeline(scheme(one, two)).remarks


def test_sources_are_those_of_what_is_shown() -> None:
    """Of calls and their money, and of a scheme where a call names none."""
    one = Call(deadline="2019-05-02", sources=["one"], amounts=[money(1, sources=["two"])])
    two = Call(deadline="2019-06-02")

    assert "Sources: One (2020); Two (2020)" == timeline(scheme(one)).source_line
    assert (
        "Sources: One (2020); Two (2020); Three (2020)"
        == timeline(scheme(one, two, sources=["three"])).source_line
    )
    with pytest.raises(UnknownName, match="no source among those given is called 'four'"):
        timeline(scheme(two, sources=["four"]))


def test_sources_that_were_not_given_are_asked_for() -> None:
    """The error says how to give them, for keys of sources alone say nothing."""
    made = scheme(Call(deadline="2019-06-02"), sources=["three"])
    with pytest.raises(Contradiction, match=r"names the source 'three', .* sources=sheet\.sources"):
        scheme_timeline([made], lang="en")


def lines_of(figure: Figure, narrow: bool) -> list[tuple[float, float, float]]:  # noqa: FBT001
    """Return the lines down from the times above, each with where it begins and ends."""
    look = figure.look.narrower(figure.rows) if narrow else figure.look
    return [
        (float(cell["line_at"]), float(cell["line_from"] or 0), float(cell["line_to"] or 0))
        for cell in look.cells(figure.rows)
        if cell["line_at"] is not None
    ]


@pytest.mark.parametrize("narrow", [False, True])
def test_no_line_runs_through_a_text(samples: Any, narrow: Any) -> None:
    """In the narrowest picture, and in one twice as wide."""
    figure = samples("nb")["timeline"]
    look = figure.look.narrower(figure.rows) if narrow else figure.look
    cells = look.cells(figure.rows)
    for wide in (look.least - 8, 2 * look.least):
        for at, top, low in lines_of(figure, narrow):
            for left, right, above, below in boxes(cells, wide):
                beside = not left < at * wide < right
                assert beside or not (top < below and above < low)


def boxes(cells: Any, wide: float) -> list[tuple[float, float, float, float]]:
    """Return where texts below the times stand: left, right, above, below."""
    found = []
    for cell in cells:
        if cell["heading"] is not None:
            high = 16 * (cell["heading"].count("\n") + 1)
            right = widest(cell["heading"], 13, bold=True)
            found.append((0.0, right, cell["heading_y"] - 8, cell["heading_y"] - 8 + high))
        for kind in ("when", "what"):
            text = cell.get(f"{kind}-{cell['side']}")
            if text is not None:
                edge = cell["anchor"] * wide + (13 if cell["side"] == "right" else -13)
                width = widest(text, 13, bold=kind == "when")
                left = edge if cell["side"] == "right" else edge - width
                top = cell[f"{kind}_y"] - 8
                found.append((left, left + width, top, top + 16 * (text.count("\n") + 1)))
    return found


def test_what_has_no_date_is_not_on_the_axis() -> None:
    """No line of a time stands beside its ring, which would be read as a mark at that time."""
    figure = timeline(scheme(Call(deadline="2019-05-02"), Call(deadline=GONE)))
    dated, undated = cells_of(figure)
    (line,) = [line for line in lines_of(figure, narrow=False) if line[1] > 0 and line[0] == 0]

    assert line[1] <= dated["y"] <= line[2] <= undated["y"] - 8


def test_texts_stand_where_there_is_room() -> None:
    """To the right in the left half, to the left in the right, below where a call spans both."""
    calls = [
        Call(deadline="2019-02-01"),
        Call(deadline="2019-11-01", opens="2019-02-01"),
        Call(deadline="2019-12-01"),
    ]
    early, long, late = cells_of(timeline(scheme(*calls)))

    assert ["right", "right", "left"] == [cell["side"] for cell in (early, long, late)]
    assert early["when_y"] == early["y"]
    assert long["when_y"] > long["y"]
    assert early["y"] < long["y"] < late["y"]


def test_calls_share_a_line_where_they_may() -> None:
    """In the order of the scheme, and only if their texts do not meet."""
    apart = [Call(deadline="2019-01-10"), Call(deadline="2019-12-20")]
    close = [Call(deadline="2019-01-10"), Call(deadline="2019-02-20")]
    one, two = cells_of(timeline(scheme(*apart)))
    three, four = cells_of(timeline(scheme(*close)))

    assert one["y"] == two["y"]
    assert three["y"] < four["y"]


def test_what_stands_out_has_the_first_colour() -> None:
    """All others share the second."""
    call = Call(deadline="2019-05-02")
    figure = timeline(scheme(call), scheme(call, key="loan"), highlight="loan")

    assert [2, 1] == [row.series for row in figure.rows]
    with pytest.raises(UnknownName, match="'none'"):
        timeline(scheme(call), highlight="none")


def test_alt_texts_tell_the_first_and_the_last() -> None:
    """And how many there are, and how many have no date."""
    calls = [Call(deadline="2019-05-02"), Call(deadline="2020-06-03"), Call(deadline=GONE)]

    assert (
        "1 scheme, 3 calls, 2019–2020. First deadline: PHD, 2 May 2019. "
        "Last deadline: PHD, 3 June 2020. 1 call without a date."
    ) == timeline(scheme(*calls)).alt.replace("\u00a0", " ")
    assert "Last" not in timeline(scheme(calls[0])).alt


def test_alt_texts_of_long_names_are_short() -> None:
    """What finds no room is left out."""
    names = [SchemeName(name="A scheme with a very long name " * 9)]
    calls = [Call(deadline="2019-05-02", title="x"), Call(deadline="2020-05-02")]

    assert len(timeline(scheme(*calls, names=names)).alt) <= 250


def test_headline_and_subtitle() -> None:
    """What it shows, and which time, unless there is a finding."""
    made = scheme(Call(deadline="2019-05-02"))
    figure = timeline(made, start="2019-03-01", end=Period("2019-06"), alt="Short.")

    assert ("Calls and deadlines", "Short.") == (figure.headline, figure.alt)
    assert "Deadlines of calls, 1 March to 30 June 2019." == figure.subtitle
    assert "Found" == timeline(made, headline="Found").headline


def test_units_of_money() -> None:
    """One for all where it is one, else that of each row."""
    euro = Value(5, parse_unit("EUR"))
    one, two = money(1), money(euro)
    both = [Call(deadline="2019-05-02", amounts=[amount]) for amount in (one, two)]

    assert "NOK" == timeline(scheme(both[0])).unit
    figure = timeline(scheme(*both))
    assert ("", ["NOK", "EUR"]) == (figure.unit, figure.to_columns()["unit"])


def test_columns_are_those_of_calls() -> None:
    """Those of a row, and its times."""
    columns = timeline(scheme(Call(deadline="2019-05-02"))).to_columns()

    assert {"opens", "start", "end", "when", "recurring"} <= columns.keys()
    assert [date(2019, 5, 2)] == columns["end"]


def test_texts_of_the_picture(samples: Any) -> None:
    """Times above, schemes in their order, and every call in words."""
    figures: Mapping[str, Figure] = samples("en")
    shown = texts(figures["timeline"].svg().encode())
    names = [text for text in shown if text in {"Abc", "Ghi", "Jkl"}]
    whens = [row.when for row in calls_of(figures["timeline"]) if row.when]

    assert ("January 2018", "July 2018", "January 2019", "July 2019") == shown[:4]
    assert ["Abc", "Ghi", "Jkl"] == names
    assert set(whens) <= set(shown)


def test_narrow_pictures_have_their_own_places() -> None:
    """Fewer times above, and shorter lines."""
    figure = timeline(scheme(Call(deadline="2019-05-02")))
    look = figure.look.narrower(figure.rows)
    assert isinstance(look, TimelineLook)

    assert look is look.narrower(figure.rows)
    assert look.least < figure.look.least
    assert figure.svg(width=320)


@pytest.mark.parametrize(
    ("first", "last", "room", "expected"),
    [
        ("2019-01-01", "2019-03-31", 480, ["January 2019", "February 2019", "March 2019"]),
        ("2019-01-01", "2019-12-31", 280, ["January 2019", "July 2019"]),
        ("2018-01-01", "2020-12-31", 280, ["2018", "2019", "2020"]),
        ("1990-01-01", "2019-12-31", 280, ["1990", "1995", "2000", "2005", "2010", "2015"]),
        ("2019-03-10", "2019-03-12", 480, ["10 March 2019"]),
        ("2019-01-20", "2019-02-10", 480, ["February 2019"]),
        ("0001-01-01", "0001-12-31", 280, ["January 1", "July 1"]),
    ],
)
def test_times_above(first: str, last: str, room: float, expected: list[str]) -> None:
    """As many as find room, on round numbers."""
    window = Window(date.fromisoformat(first), date.fromisoformat(last))
    found = [cell["tick"] for cell in ticks(window, lang="en", room=room)]

    assert expected == [label for label in found if label]


def test_a_name_above_that_finds_no_room_is_left_out() -> None:
    """Its line stays."""
    window = Window(date(2019, 1, 1), date(2019, 2, 5))
    found = list(ticks(window, lang="en", room=280))

    assert ["January 2019", None] == [cell["tick"] for cell in found]


def test_hostile_names_are_text() -> None:
    """Whatever they are called."""
    evil = "</text><script>alert(1)</script>"
    figure = timeline(
        scheme(Call(deadline="2019-05-02", title=evil), names=[SchemeName(name=evil)])
    )

    assert "<script" not in figure.svg(framed=True)


def test_what_is_no_scheme_is_refused() -> None:
    """With what to give instead."""
    made: Any = scheme(Call(deadline="2019-05-02"))
    wrong: Any
    for wrong in (made, [made, 3], "phd"):
        with pytest.raises(NotSuitable, match="FundingSchemes in a list or tuple"):
            scheme_timeline(wrong, lang="en")
    with pytest.raises(Contradiction, match="each of them once"):
        timeline(made, made)
    with pytest.raises(Contradiction, match="each of them once"):
        scheme_timeline([], lang="en")


def test_words_are_in_their_language() -> None:
    """Deadlines, money and all around them."""
    ceiling = Value("20E6", NOK, Qualifier.AT_MOST)
    made = scheme(
        Call(deadline="?-09", amounts=[money(ceiling)]),
        names=[SchemeName(name=Text({"nb": "Navn"}))],
    )
    figure = scheme_timeline([made], lang="nn", start=2019)

    assert ("Utlysingar og fristar", "Fristar for utlysingar, 2019.") == (
        figure.headline,
        figure.subtitle,
    )
    assert (
        "Navn",
        "September kvart år",
        "Utlysing",
        "inntil 20\u00a0mill.\u00a0kr",
    ) == figure.table.rows[0]
