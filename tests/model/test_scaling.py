"""Figures times a factor that belongs to their area and period."""

from decimal import Decimal
from fractions import Fraction

import pytest

from offinno.model import (
    Area,
    Contradiction,
    Evidence,
    Extra,
    Observation,
    Observations,
    Status,
)
from offinno.model import Column as Cells
from offinno.units import Unit, parse_unit
from offinno.values import (
    Counted,
    Interval,
    Missing,
    MissingReason,
    Period,
    Qualifier,
    Range,
    Value,
)

EUR, NOK = parse_unit("EUR"), parse_unit("NOK")
GAP = Missing(MissingReason.SUPPRESSED)


def of(*figures: object, unit: Unit = EUR, **more: object) -> Observations:
    """Return figures of consecutive years from 2000."""
    rows = [
        Observation(
            area="NO",
            period=2000 + at,
            value=given if isinstance(given, Value | Range | Missing) else Value(str(given), unit),
            **more,  # type: ignore[arg-type]  # whatever an observation takes
        )
        for at, given in enumerate(figures)
    ]
    return Observations.of(unit, rows)


def times(
    these: Observations, factor: object, *, about: bool = False, unit: Unit = NOK
) -> Observations:
    """Return the figures times one factor."""
    by = Fraction(str(factor)), about
    return these.scaled(unit, dict.fromkeys(these.first_figures, by))


def written(these: Observations) -> list[str]:
    """Return the numbers as they are held."""
    return [f"{row.value.magnitude:f}" for row in these if isinstance(row.value, Value)]


@pytest.mark.parametrize(
    ("number", "factor", "product"),
    [
        ("18.10", "9.8511", "178.304910"),
        ("-18.10", "9.8511", "-178.304910"),
        ("4.7E9", "2", "9400000000"),
        ("4.7E9", "1/3", "1566666666.66667"),
        ("0.00", "1/3", "0.00"),
        ("1", "1/3", "0.333333333333333"),
        ("123456789012345", "1/1000", "123456789012.345"),
        ("123456789012345", "10", "1234567890123450"),
        ("999999999999999", "0.1", "99999999999999.9"),
        ("99999999999999.9", "1.00000000000001", "100000000000001"),
        ("1E-20", "1E-4", "0.0000000000000000000000"),
        ("1E-20", "0.05", "0.0000000000000000000005"),
        ("1E22", "1E8", "1000000000000000000000000000000"),
    ],
)
def test_product_has_fifteen_digits(number: str, factor: str, product: str) -> None:
    """What can be written out is; other numbers are rounded to fifteen significant digits."""
    assert [product] == written(times(of(number), factor))


def test_rounding_up_to_a_sixteenth_digit() -> None:
    """Where rounding makes ten of nine, there is one decimal fewer."""
    assert ["10.0000000000000"] == written(times(of("9.99999999999999"), "1.0000000000000008"))


def test_each_area_and_period_has_its_own_factor() -> None:
    """Factors are looked up by both."""
    rows = [
        Observation(area=area, period=period, value=Value(1, EUR))
        for period in (2018, 2019)
        for area in ("NO", "SE")
    ]
    these = Observations.of(EUR, rows)
    factors = {
        (Area(area), Period(period)): (Fraction(factor), False)
        for factor, (area, period) in enumerate(
            [("NO", 2018), ("SE", 2018), ("NO", 2019), ("SE", 2019)], 1
        )
    }

    assert ["1", "2", "3", "4"] == written(these.scaled(NOK, factors))


def test_many_areas_and_periods_with_few_figures() -> None:
    """Where most pairs have no row, only those that have one count."""
    rows = [
        Observation(area=f"NO-{county}@2017", period=2000 + at, value=Value(at, EUR))
        for at, county in enumerate(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"])
    ]
    these = Observations.of(EUR, rows)

    assert list(range(10)) == list(these.first_figures.values())
    assert [str(2 * at) for at in range(10)] == written(times(these, 2))


def test_first_figure_is_no_gap() -> None:
    """The first row with a figure is found behind one without."""
    rows = [
        Observation(area="NO", period=2018, breakdowns={"part": key}, value=value)
        for key, value in (("a", GAP), ("b", Value(1, EUR)), ("c", Value(2, EUR)))
    ]

    assert {(Area("NO"), Period(2018)): 1} == Observations.of(EUR, rows).first_figures


def test_no_rows() -> None:
    """Nothing is nothing in another unit."""
    found = times(of(), 2)

    assert (0, NOK, {}) == (len(found), found.unit, dict(found.first_figures))


def test_gap_stays_what_it_is() -> None:
    """What is missing needs no factor, and is not derived."""
    found = of(1, GAP).scaled(NOK, {(Area("NO"), Period(2000)): (Fraction(3), False)})

    assert [Value(3, NOK), GAP] == [row.value for row in found]
    assert [Evidence.DERIVED, Evidence.PUBLISHED] == [row.evidence for row in found]


def test_gap_keeps_its_evidence() -> None:
    """How well a gap is documented does not change."""
    found = times(of(GAP, 1, evidence=Evidence.SECONDARY), 3)

    assert [Evidence.SECONDARY, Evidence.DERIVED] == [row.evidence for row in found]


def test_figure_without_a_factor_is_refused() -> None:
    """No figure is left in the old unit."""
    with pytest.raises(Contradiction, match="not finite"):
        of(1, 2).scaled(NOK, {(Area("NO"), Period(2000)): (Fraction(3), False)})


@pytest.mark.parametrize("qualifier", Qualifier)
def test_exact_factor_leaves_the_qualifier(qualifier: Qualifier) -> None:
    """Over two euro is over twenty kroner."""
    assert Value(20, NOK, qualifier) == times(of(Value(2, EUR, qualifier)), 10)[0].value


@pytest.mark.parametrize("qualifier", Qualifier)
def test_factor_about_right_absorbs_the_qualifier(qualifier: Qualifier) -> None:
    """What is computed from an approximation is one."""
    found = times(of(Value(2, EUR, qualifier), 0), 10, about=True)

    assert Value(20, NOK, Qualifier.ABOUT) == found[0].value
    assert Value(0, NOK) == found[1].value


def test_range_is_scaled() -> None:
    """Both ends keep their qualifier, or become about."""
    ends = Range(low=Value(0, EUR), high=Value(2, EUR, Qualifier.OVER), across="ministries")

    assert (
        Range(low=Value(0, NOK), high=Value(20, NOK, Qualifier.OVER), across="ministries")
        == times(of(ends), 10)[0].value
    )
    assert (
        Range(low=Value(0, NOK), high=Value(20, NOK, Qualifier.ABOUT), across="ministries")
        == times(of(ends), 10, about=True)[0].value
    )


def test_interval_is_scaled() -> None:
    """Both ends are, and never leave the number outside."""
    given = Value(1, EUR, interval=Interval(low=1, high=1, level=95))

    value = times(of(given), "1/3")[0].value
    assert isinstance(value, Value)
    assert value.interval == Interval(low=value.magnitude, high=value.magnitude, level=95)
    about = times(of(given), "1/3", about=True)[0].value
    assert isinstance(about, Value)
    assert about.interval is None


def test_whole_ends_keep_their_zeros() -> None:
    """A division that comes out even says how much is known."""
    given = Value(6, EUR, interval=Interval(low=6, high="9.00"))
    value = times(of(given), "1000/3")[0].value

    assert isinstance(value, Value)
    assert value.interval is not None
    assert ["2000", "3000"] == [str(value.interval.low), str(value.interval.high)]


def test_what_belongs_to_the_old_number_is_left_behind() -> None:
    """A wording and counts say another number; other remarks stay."""
    share, points = parse_unit("% of workplaces"), parse_unit("pp of workplaces")
    given = Value(50, share, counted=Counted(1, 2))
    found = times(of(given, unit=share, as_printed="half", symbol="e"), 2, unit=points)

    assert Value(100, points) == found[0].value
    assert (None, "e") == (found[0].as_printed, found[0].symbol)
    assert ((0, Extra(symbol="e")),) == found.extras


def test_remark_that_was_all_is_gone() -> None:
    """A row whose only remark was its wording has none."""
    assert () == times(of(1, as_printed="one"), 2).extras


def test_original_is_untouched() -> None:
    """Nothing that goes in changes."""
    these = of(1, GAP, Value(2, EUR, interval=Interval(low=1, high=3)))
    before = of(1, GAP, Value(2, EUR, interval=Interval(low=1, high=3)))

    times(these, 3)

    assert before == these


def test_share_stays_one() -> None:
    """A result that is no possible share is refused."""
    with pytest.raises(Contradiction, match="a share lies between 0 and 100"):
        times(of(60), 2, unit=parse_unit("% part of GDP"))


def test_number_out_of_bounds_is_refused() -> None:
    """So is one that is too large for any value."""
    with pytest.raises(Contradiction, match="out of bounds"):
        times(of("1E22"), "1E9")


def test_columns_are_plain() -> None:
    """Numbers and decimals are held as columns of the usual types."""
    found = times(of("18.10"), "9.8511")

    assert Cells.of("|i1", [6]) == found.decimals
    assert [Decimal("178.304910")] == [row.value.magnitude for row in found]  # type: ignore[union-attr]


def test_flags_of_a_factor_come_beside_those_of_the_figure() -> None:
    """Figures get them; what is missing, and what another factor converts, does not."""
    these = of(1, 2, GAP, status={Status.REVISED})
    factors = dict.fromkeys(these.first_figures, (Fraction(2), False))
    pair = Area("NO"), Period(2000)
    gap = Area("NO"), Period(2002)
    unsure = frozenset({Status.PROVISIONAL, Status.FORECAST})
    found = these.scaled(NOK, factors, {pair: unsure, gap: unsure})

    assert [{Status.REVISED} | unsure, {Status.REVISED}, {Status.REVISED}] == [
        row.status for row in found
    ]
    bare = of(1, 2).scaled(NOK, factors, {pair: unsure})
    assert [unsure, frozenset()] == [row.status for row in bare]
