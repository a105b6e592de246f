"""The bridge to pint and back."""

import logging
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import cache
from threading import Barrier
from typing import Any

import pint
import pytest

from offinno.exceptions import OffinnoError, UnknownName
from offinno.language import Term, vocabulary
from offinno.units import (
    PintMismatch,
    PintQuantity,
    PintRegistry,
    Unit,
    _pint,
    conversion,
    from_pint,
    parse_unit,
    to_pint,
)
from offinno.units._codes import PHYSICAL

#: Units of every kind, with what they are in pint.
UNITS = {
    "NOK": "offinno_NOK_money",
    "NOK@2015:cpi-jae": "offinno_NOK_2015_cpi_jae_money",
    "XXX": "offinno_XXX_money",
    "% of municipal-units": "offinno_municipal_units_share",
    "% part of GDP": "offinno_GDP_share",
    "% of mainland-GDP": "offinno_mainland_GDP_ratio",
    "pp of workplaces": "offinno_workplaces_points",
    "full-time-equivalents": "offinno_full_time_equivalents_count",
    "index 2015=100": "offinno_2015_index",
    "index 2015-Q1=100": "offinno_2015_Q1_index",
    "% change on year before": "offinno_year_before_change",
    "% change on 2 half-years before": "offinno_2_half_years_before_change",
    "% change on same half-year of year before": "offinno_same_half_year_of_year_before_change",
    "% change on 2015-12": "offinno_2015_12_change",
    "NOK / inhabitants": "offinno_NOK_money / offinno_inhabitants_count",
    "NOK / EUR": "offinno_NOK_money / offinno_EUR_money",
    "inhabitants / km2": "offinno_inhabitants_count / kilometer ** 2",
    "km": "kilometer",
    "m2": "meter ** 2",
    "km / hours": "kilometer / hour",
    "m3 / seconds": "meter ** 3 / second",
}
LARGE = Decimal("1234567890123456789.5")


def default_registry(number: Any = Decimal) -> PintRegistry:
    """Return a new registry with pint's own definitions."""
    return pint.UnitRegistry(non_int_type=number)


@cache
def shared_registry() -> PintRegistry:
    """Return a registry with pint's own definitions, for tests that leave it as it is."""
    return default_registry()


@pytest.fixture(scope="module", params=["private", "default"])
def registry(request: pytest.FixtureRequest) -> PintRegistry | None:
    """Return offinno's registry, or one that a user made."""
    return None if request.param == "private" else shared_registry()


@pytest.fixture
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> list[PintRegistry]:
    """Forget the private registry for one test."""
    registries: list[PintRegistry] = []
    monkeypatch.setattr(_pint, "_REGISTRIES", registries)
    return registries


class TestEveryKind:
    """Each kind of unit has its place in pint."""

    @pytest.mark.parametrize("text", UNITS)
    def test_comes_back(self, registry: PintRegistry | None, text: str) -> None:
        """A quantity gives back the number and the unit that it was made of."""
        quantity = to_pint(LARGE, parse_unit(text), registry)

        assert UNITS[text] == str(quantity.units)
        assert (LARGE, parse_unit(text)) == from_pint(quantity)
        assert type(LARGE) is type(quantity.magnitude)

    def test_has_a_dimension_of_its_own(self, registry: PintRegistry | None) -> None:
        """What offinno keeps apart, pint keeps apart: no two of them can be added."""
        kinds = [text for text in UNITS if " / " not in text and text not in {"km", "m2"}]
        quantities = [to_pint(Decimal(1), parse_unit(text), registry) for text in kinds]

        assert len(kinds) == len({str(quantity.dimensionality) for quantity in quantities})
        with pytest.raises(pint.DimensionalityError):
            quantities[0] + quantities[1]

    @pytest.mark.parametrize("code", PHYSICAL)
    def test_physical_units_are_pints_own(self, registry: PintRegistry | None, code: str) -> None:
        """A physical unit has real dimensions, so pint converts it to a unit it knows."""
        unit = parse_unit(code)
        base = {"area": "meter ** 2", "volume": "meter ** 3", "mass": "kilogram"}.get(
            PHYSICAL[code].dimension
        )
        quantity = to_pint(Decimal(7), unit, registry)

        assert (Decimal(7), unit) == from_pint(quantity)
        if base:
            assert not quantity.to(base).dimensionless

    def test_keeps_terms_of_another_vocabulary(self) -> None:
        """The words to read a quantity with are handed over."""
        words = vocabulary().with_terms(Term(key="bridges", label="bruer"))
        quantity = to_pint(Decimal(3), parse_unit("bridges", words))

        assert (Decimal(3), parse_unit("bridges", words)) == from_pint(quantity, words)
        with pytest.raises(UnknownName, match="no term is called 'bridges'"):
            from_pint(quantity)

    def test_is_not_mistaken_for_a_plural(self) -> None:
        """Pint reads a trailing s as a plural; a term and its plural are two units."""
        words = vocabulary().with_terms(
            *(Term(key=key, label=key) for key in ("plan", "plans", "planss"))
        )
        quantities = [
            to_pint(Decimal(1), parse_unit(key, words)) for key in ("planss", "plan", "plans")
        ]

        assert 3 == len({str(quantity.dimensionality) for quantity in quantities})


class TestConversion:
    """Physical units convert in pint as they do here."""

    @pytest.mark.parametrize("have", PHYSICAL)
    def test_agrees(self, registry: PintRegistry | None, have: str) -> None:
        """Every pair of one dimension has the same factor in both, to 30 digits."""
        for want, row in PHYSICAL.items():
            if row.dimension != PHYSICAL[have].dimension:
                continue
            factor = conversion(parse_unit(have), parse_unit(want))
            with localcontext(Context(prec=34)):
                one = to_pint(Decimal(1), parse_unit(have), registry)
                there = one.to(to_pint(Decimal(1), parse_unit(want), registry).units).magnitude

            assert Fraction(1, 10**30) > abs(Fraction(there) / factor - 1)


class TestPrivateRegistry:
    """The registry that is offinno's own."""

    def test_is_built_once_by_eight_threads(
        self, unbuilt: list[PintRegistry], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Threads that ask at the same moment share one registry and every definition."""
        build = pint.UnitRegistry
        built: list[PintRegistry] = []

        def counted(*args: Any, **options: Any) -> PintRegistry:
            built.append(build(*args, **options))
            return built[-1]

        monkeypatch.setattr(pint, "UnitRegistry", counted)
        barrier = Barrier(8)
        words = vocabulary().with_terms(*(Term(key=f"t{n}", label="a") for n in range(40)))

        def work(_: int) -> list[PintQuantity]:
            barrier.wait()
            return [to_pint(Decimal(n), parse_unit(f"t{n}", words)) for n in range(40)]

        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(work, range(8)))

        assert built == unbuilt
        assert 1 == len(built)
        assert all(found[0] == quantities for quantities in found[1:])

    def test_holds_nothing_but_ours(self, unbuilt: list[PintRegistry]) -> None:
        """It is built empty: no mile, no prefix, no constant."""
        to_pint(Decimal(1), parse_unit("km"))

        assert "mile" not in unbuilt[0]
        assert "megameter" not in unbuilt[0]
        assert "kilometer" in unbuilt[0]

    def test_never_defines_a_name_twice(self, caplog: pytest.LogCaptureFixture) -> None:
        """A second definition would silently replace the first; pint only logs it."""
        with caplog.at_level(logging.DEBUG, "pint"):
            for _ in range(2):
                to_pint(Decimal(1), parse_unit("NOK / inhabitants"))

        assert [] == [record for record in caplog.records if "edefin" in record.getMessage()]

    def test_touches_nothing_global(self) -> None:
        """The application registry stays as it was, without our definitions."""
        application: Any = pint.application_registry
        before = application.get()
        to_pint(Decimal(1), parse_unit("NOK"))

        assert application.get() is before
        assert before.non_int_type is float  # and so it is not lazy any more
        assert "offinno_NOK_money" not in before

    def test_is_not_there_before_it_is_asked_for(self) -> None:
        """Importing units and values, and working with them, does not import pint."""
        code = (
            "import sys; from offinno.units import parse_unit; from offinno.values import Value;"
            "a = Value(1, parse_unit('km')); b = a.to(parse_unit('m')) + a;"
            "print(b < a, 'pint' in sys.modules)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )

        assert "False False\n" == done.stdout

    def test_computes_in_decimals(self) -> None:
        """Numbers stay exact, so 0.1 + 0.2 is 0.3."""
        unit = parse_unit("km")

        assert (
            Decimal("0.3")
            == (to_pint(Decimal("0.1"), unit) + to_pint(Decimal("0.2"), unit)).magnitude
        )


class TestRegistryOfTheCaller:
    """A registry that a user brings."""

    def test_gets_our_definitions_once(self) -> None:
        """What it lacks is added; its own units are those that it knows."""
        registry = default_registry()
        registry.define("smoot = 1.7018 * meter")
        first, second = (to_pint(Decimal(2), parse_unit("NOK / km"), registry) for _ in range(2))

        assert first == second
        assert first.check("[offinno_NOK_money] / [length]")
        assert "offinno_NOK_money / kilometer" == str(first.units)
        assert "smoot" in registry

    def test_may_be_the_application_registry(self) -> None:
        """Pint's stand-in for the application registry is a registry like any."""
        kind: Any = type(pint.application_registry)
        application = kind(default_registry())
        quantity = to_pint(Decimal(2), parse_unit("workplaces"), application)

        assert (Decimal(2), parse_unit("workplaces")) == from_pint(quantity)

    def test_keeps_its_own_definitions(self) -> None:
        """A unit that has our name and means something else is refused, not redefined."""
        registry = default_registry()
        registry.define("offinno_NOK_money = 2 * meter")

        with pytest.raises(PintMismatch, match="'offinno_NOK_money' means something else"):
            to_pint(Decimal(1), parse_unit("NOK"), registry)
        assert (
            Decimal(2) == registry.Quantity(Decimal(1), "offinno_NOK_money").to("meter").magnitude
        )

    def test_must_know_the_physical_unit(self) -> None:
        """A registry without metres is told so."""
        registry: PintRegistry = pint.UnitRegistry(None, non_int_type=Decimal)

        with pytest.raises(PintMismatch, match="'kilometer' is no unit of this registry"):
            to_pint(Decimal(1), parse_unit("km"), registry)

    def test_gets_floats_where_it_computes_with_them(self) -> None:
        """The usual registry of pint takes no Decimal, so it gets a float that reads back."""
        registry = default_registry(float)
        quantity = to_pint(Decimal("48.3"), parse_unit("km"), registry)

        assert type(quantity.magnitude) is float
        assert (Decimal("48.3"), parse_unit("km")) == from_pint(quantity)
        assert 48_300 == pytest.approx(quantity.to("meter").magnitude)

    def test_gets_no_rounded_float(self) -> None:
        """More digits than a float holds are refused rather than lost."""
        with pytest.raises(PintMismatch, match=r"1234567890123456789\.5 has more digits"):
            to_pint(LARGE, parse_unit("km"), default_registry(float))

    def test_gets_fractions_where_it_computes_with_them(self) -> None:
        """A registry of fractions gets the number exactly."""
        quantity = to_pint(Decimal("0.1"), parse_unit("km"), default_registry(Fraction))

        assert Fraction(1, 10) == quantity.magnitude


def quantity(number: Any, unit: str) -> PintQuantity:
    """Return a quantity of a registry in which NOK and EUR are known."""
    registry = shared_registry()
    for name in ("NOK", "EUR"):
        to_pint(Decimal(1), parse_unit(name), registry)
    return registry.Quantity(number, unit)


class TestFromPint:
    """Quantities that others made."""

    @pytest.mark.parametrize(
        ("number", "expected"),
        [(3, "3"), (0.1, "0.1"), (Decimal("0.10"), "0.10"), (-2.5e20, "-2.5E+20")],
    )
    def test_reads_numbers(self, number: Any, expected: str) -> None:
        """A float is read by its shortest form."""
        found, _ = from_pint(quantity(number, "kilometer"))

        assert expected == str(found)

    @pytest.mark.parametrize("number", [1 << 20_000, 1j, Fraction(1, 3)], ids=type)
    def test_refuses_other_numbers(self, number: Any) -> None:
        """What is no int, float or Decimal, or is endless, is no number of a value."""
        with pytest.raises(PintMismatch, match="is no int, float or Decimal within bounds"):
            from_pint(quantity(number, "kilometer"))

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("kilometer", "km"),
            ("km", "km"),
            ("meter ** 2", "m2"),
            ("kilometer * kilometer", "km2"),
            ("kilowatt_hour", "kWh"),
            ("meter ** 3 / second", "m3 / seconds"),
            ("offinno_NOK_money / offinno_EUR_money", "NOK / EUR"),
        ],
    )
    def test_reads_units_by_their_names(self, name: str, expected: str) -> None:
        """Aliases of pint come to the same unit."""
        assert parse_unit(expected) == from_pint(quantity(1, name))[1]

    @pytest.mark.parametrize(
        ("name", "problem"),
        [
            ("", "nothing above the line"),
            ("1 / hour", "nothing above the line"),
            ("mile", "'?mile'? .*is no unit of offinno; convert it"),
            ("meter ** 4", "is no unit of offinno"),
            ("meter ** 0.5", "is no unit of offinno"),
            ("kilogram * meter", "is no unit of offinno"),
            ("offinno_NOK_money ** 2", "is no unit of offinno"),
            ("offinno_NOK_money * hour", "is no unit of offinno"),
        ],
    )
    def test_refuses_other_units(self, name: str, problem: str) -> None:
        """What offinno has no unit for is refused, not converted in silence."""
        with pytest.raises(PintMismatch, match=problem):
            from_pint(quantity(1, name))

    @pytest.mark.parametrize(
        "name",
        [
            *("offinno_money", "offinno_nok_money", "offinno_NOK_20150_cpi_money"),
            *("offinno_NOK_2015_CPI_money", "offinno_NOK_2015_money", "offinno_GDP_whim"),
            *("offinno_NOK_2015_cpi_jae__money", "offinno_2015_13_index", "offinno_x_y_count"),
            *("offinno_GDP_count", "offinno_workplaces_ratio", "offinno_tomorrow_change"),
            *("offinno_half_before_change", "offinno_", "offinno_NOK_" + "1" * 5000 + "_money"),
        ],
        ids=lambda name: name[:40],
    )
    def test_refuses_names_that_are_not_ours(self, name: str) -> None:
        """A name that begins like ours and is none gives one clear error."""
        registry: PintRegistry = pint.UnitRegistry(None)
        registry.define(f"{name} = [{name}]")

        with pytest.raises(OffinnoError):
            from_pint(registry.Quantity(1, name))

    @pytest.mark.parametrize("thing", [None, 3, "3 km", Decimal(3)])
    def test_refuses_what_is_no_quantity(self, thing: Any) -> None:
        """A number or a text is no quantity."""
        with pytest.raises(PintMismatch, match="is no quantity of pint"):
            from_pint(thing)


def test_cancelled_units_stay_cancelled() -> None:
    """What pint makes of cubic metres per square metre is metres, and so it comes back."""
    unit: Unit = parse_unit("m3 / m2")

    assert (Decimal(2), parse_unit("m")) == from_pint(to_pint(Decimal(2), unit))


def test_error_survives_pickling() -> None:
    """Facts and sentence are the same in another process, and it is a ValueError."""
    error = PintMismatch("a thing", "is none")
    again = pickle.loads(pickle.dumps(error))

    assert "a thing is none" == str(again)
    assert isinstance(again, ValueError)
