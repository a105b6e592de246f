"""The catalogue of reference series: what offinno brings, and what plug-ins do."""

import pickle
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from offinno import datasets
from offinno.analysis import WrongSeries, deflate, relative_to
from offinno.checks import check
from offinno.datasets import NotASeries, SeriesTwice, _series, series, series_names
from offinno.exceptions import UnknownName
from offinno.io import dumps, loads
from offinno.model import Evidence, Factsheet, Indicator, Measuring, Source
from offinno.units import Index, Money, Per
from offinno.values import Qualifier, Value

OWN = (
    "cpi",
    "cpi-chained",
    "ecb-dkk-nok",
    "ecb-eur-nok",
    "ecb-isk-nok",
    "ecb-sek-nok",
    "gdp",
    "government-expenditure",
    "mainland-gdp",
    "mainland-gdp-constant",
    "population",
    "procurement",
    "procurement-general-government",
)


def test_own_series_are_listed() -> None:
    """Keys stand in alphabetical order."""
    assert OWN == series_names()


@pytest.mark.parametrize("key", OWN)
def test_series_is_complete(key: str) -> None:
    """Each has its key, a source for every row, three languages, and reads back as written."""
    found = series(key)

    assert key == found.key
    assert () == found.title.missing == found.definition.missing
    assert found == loads(dumps(found))
    assert all(
        source is not None and source.published and source.url
        for source in map(found.source_for, found.observations)
    )


@pytest.mark.parametrize("key", OWN)
def test_linter_reads_every_series(key: str) -> None:
    """A sheet of a series alone is checked to the end, and nothing stands in the way."""
    found = series(key)
    sheet = Factsheet(
        key="reference",
        title={"nb": "Serien", "nn": "Serien", "en": "The series"},
        edition=2026,
        publisher="offinno",
        languages=("nb", "nn", "en"),
        indicators=[found],
        sources=found.sources,
        terms=(),
    )

    assert [] == [f.code for f in check(sheet) if f.severity.value == "blocker"]


def test_rates_are_annual_means() -> None:
    """The kind of rate is known."""
    assert {Measuring.MEAN} == {series(key).measuring for key in OWN if key.startswith("ecb")}


def test_rates_quoted_for_100_are_held_for_one() -> None:
    """What is published as 93.0390 for 100 kronor is 0.930390 for one, no digit lost."""
    rate = series("ecb-sek-nok").at(period=2019)

    assert "0.930390" == str(rate.number.magnitude)
    assert Per(Money("NOK"), Money("SEK")) == rate.unit


def test_first_icelandic_rate_covers_a_part_of_its_year() -> None:
    """The European Central Bank has quoted it since February 2018."""
    covers = [row.covers for row in series("ecb-isk-nok").observations]

    assert ["2018-02/2018-12"] == [part.text for part in covers if part is not None]


def test_price_indexes_have_two_bases() -> None:
    """The newer is read at another party, the older chained from changes."""
    assert (Index("2025"), Evidence.SECONDARY) == (
        series("cpi").unit,
        series("cpi").latest().observations[0].evidence,
    )
    assert (Index("2015"), Evidence.DERIVED) == (
        series("cpi-chained").unit,
        series("cpi-chained").latest().observations[0].evidence,
    )


def test_gdp_is_disputed_and_says_which_to_use() -> None:
    """Three sources give values for 2017 and 2018; one is preferred, for a reason."""
    gdp = series("gdp")

    assert 2 == len(gdp.observations.disputed)
    assert "about 3321600000000 NOK" == str(gdp.at(period=2017).value)
    assert gdp.preferred is not None
    assert () == gdp.preferred.reason.missing


def test_constant_prices_are_not_divided_by() -> None:
    """Mainland GDP at the prices of 2023 is for growth; amounts of their year do not fit it."""
    expenditure = series("government-expenditure").at(period=2019)

    with pytest.raises(WrongSeries):
        relative_to(expenditure, "mainland-gdp-constant")


def test_gdp_of_the_mainland_is_known_for_one_year() -> None:
    """In 2017 expenditure was a larger ratio of it than of all GDP."""
    expenditure = series("government-expenditure").at(period=2017)
    whole, mainland = (relative_to(expenditure, key) for key in ("gdp", "mainland-gdp"))

    assert "mainland-GDP" == str(mainland.unit).removeprefix("% of ")
    assert "58.5" == f"{mainland.number.magnitude:.1f}"
    assert whole.number.magnitude < mainland.number.magnitude


def test_general_government_buys_less_than_all_public_bodies() -> None:
    """The narrower of the two series lies below the wider one in every year of both."""
    narrow, wide = series("procurement-general-government"), series("procurement")

    assert ["2012", "2013", "2014", "2015", "2016"] == [p.text for p in narrow.periods]
    assert all(
        datum.number < wide.at(period=datum.period, source="ssb-procurement-2017").number
        for datum in narrow.data()
    )


def test_what_is_implied_or_derived_says_so() -> None:
    """No GDP of a year is taken for one that was published."""
    rows = [row for row in series("gdp").observations if row.source != "budget-2019"]

    assert {Evidence.DERIVED} == {row.evidence for row in rows}
    assert {Qualifier.ABOUT} == {
        row.value.qualifier for row in rows if isinstance(row.value, Value)
    }


def test_licences_are_known_where_the_publisher_states_one() -> None:
    """Statistics Norway and the packagers of World Bank data say how theirs may be used."""
    found = {
        (source.key, source.licence)
        for key in OWN
        for source in series(key).sources
        if source.licence is not None
    }

    assert {
        ("implied-2020", "NLOD"),
        ("ssb-general-government-2020", "NLOD"),
        ("ssb-procurement-2017", "NLOD"),
        ("world-bank-cpi", "ODC-PDDL-1.0"),
        ("world-bank-gdp", "ODC-PDDL-1.0"),
    } == found


def test_procurement_is_broken() -> None:
    """The years before and after the change of method do not make one series."""
    assert ["revised-2019"] == [change.key for change in series("procurement").breaks]


def test_unknown_series_lists_those_that_come_near() -> None:
    """A slip of the pen is answered with the name that was meant."""
    with pytest.raises(UnknownName, match="did you mean 'population'"):
        series("poplation")


class TestPlugIns:
    """Series that other packages bring."""

    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Return a folder of series that a plug-in names the parent of."""
        package = tmp_path / "figures"
        home = package / "series"
        home.mkdir(parents=True)
        (tmp_path / "bare").mkdir()
        monkeypatch.syspath_prepend(str(tmp_path))
        points = [
            EntryPoint(name=name, value=value, group="offinno.datasets")
            for name, value in (("a", "figures"), ("b", "nowhere.at"), ("c", "bare"))
        ]
        monkeypatch.setattr(_series, "entry_points", lambda **_: points)
        return home

    def test_are_found_by_their_key(self, folder: Path) -> None:
        """A file of an indicator is a series; other files are none, nor broken plug-ins."""
        text = dumps(series("cpi")).replace("key: cpi", "key: prices")
        (folder / "prices.yaml").write_text(text, encoding="utf-8")
        (folder / "README.md").write_text("nothing", encoding="utf-8")
        (folder / "Not_a_key.yaml").write_text("nothing", encoding="utf-8")

        assert {*OWN, "prices"} == set(series_names())
        assert series("cpi").observations == series("prices").observations

    def test_installed_package_brings_its_own(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An installed distribution with an entry point is found, and its code is not run."""
        home = tmp_path / "figures_of_ours"
        (home / "sheets" / "series").mkdir(parents=True)
        (home / "__init__.py").write_text("raise RuntimeError", encoding="utf-8")
        text = dumps(series("cpi")).replace("key: cpi", "key: our-prices")
        (home / "sheets" / "series" / "our-prices.yaml").write_text(text, encoding="utf-8")
        known = tmp_path / "figures_of_ours-1.0.dist-info"
        known.mkdir()
        (known / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: figures-of-ours\nVersion: 1.0\n", encoding="utf-8"
        )
        (known / "entry_points.txt").write_text(
            "[offinno.datasets]\nours = figures_of_ours.sheets\n", encoding="utf-8"
        )
        monkeypatch.syspath_prepend(str(tmp_path))
        expenditure = series("government-expenditure").at(period=2017)

        assert "our-prices" in series_names()
        assert "NOK@2019:our-prices" == str(deflate(expenditure, to=2019, by="our-prices").unit)

    def test_key_in_two_places(self, folder: Path) -> None:
        """Neither is used, and both are named."""
        (folder / "cpi.yaml").write_text(dumps(series("cpi")), encoding="utf-8")

        with pytest.raises(SeriesTwice, match=r"'cpi' comes from offinno \(.* and \[a = figures\]"):
            series("cpi")

    def test_file_that_holds_something_else(self, folder: Path) -> None:
        """A source is no series, and an indicator has the key of its file."""
        source = Source(key="other", publisher="a", title="b")
        (folder / "other.yaml").write_text(dumps(source), encoding="utf-8")
        (folder / "misnamed.yaml").write_text(dumps(series("cpi")), encoding="utf-8")

        with pytest.raises(NotASeries, match=r"other\.yaml holds source 'other'; an indicator"):
            series("other")
        with pytest.raises(NotASeries, match=r"misnamed\.yaml holds indicator 'cpi'"):
            series("misnamed")


@pytest.mark.parametrize("error", [SeriesTwice("a", ("b", "c")), NotASeries("a", "b")])
def test_errors_survive_pickling(error: Exception) -> None:
    """The facts come through, and the sentence."""
    again = pickle.loads(pickle.dumps(error))

    assert (type(error), str(error)) == (type(again), str(again))


def test_loading_series_is_public() -> None:
    """Names stand in the package."""
    assert {"series", "series_names"} <= set(datasets.__all__)
    assert isinstance(series("cpi"), Indicator)
