"""Areas in named, dated lists."""

import pytest

from offinno.model import Area, UnknownArea
from offinno.model._area import area_of, optional_area

OWN = (
    "offinno lists countries and Norwegian counties; an area of your own begins with x- "
    "and brings a label, as in {code: x-fjordvik, label: Fjordvik}"
)
COUNTIES = {"2017": 19, "2018": 18, "2020": 11, "2024": 15}


@pytest.mark.parametrize(
    ("code", "listed", "label"),
    [
        ("NO", "countries", "Norge"),
        ("nordic", "groups", "Norden"),
        ("NO-30@2020", "counties 2020", "Viken"),
        ("NO-19@2017", "counties 2017", "Troms"),
        ("NO-03@2024", "counties 2024", "Oslo"),
    ],
)
def test_known_codes_bring_their_label(code: str, listed: str, label: str) -> None:
    """A code of ours says which list it is from."""
    area = Area(code)

    assert listed == area.list
    assert area.label is not None
    assert label == area.label.in_("nb")
    assert (code, f"Area({code!r})") == (str(area), repr(area))


def test_other_countries_have_no_label_here() -> None:
    """CLDR names them in each language."""
    assert Area("DE").label is None
    assert "countries" == Area("DE").list


@pytest.mark.parametrize(("year", "count"), COUNTIES.items())
def test_each_division_has_its_counties(year: str, count: int) -> None:
    """Norway had 19, 18, 11 and 15 counties."""
    found = []
    for number in range(1, 60):
        try:
            found.append(Area(f"NO-{number:02}@{year}"))
        except UnknownArea:
            continue

    assert count == len(found)


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("NO-30@2018", "county 30 is in the divisions of 2020"),
        ("NO-19@2020", "county 19 is in the divisions of 2017, 2018"),
        ("NO-03@2021", "county 03 is in the divisions of 2017, 2018, 2020, 2024"),
        ("NO-99@2020", "did you mean"),
        ("NO-03", "name the year of the division, as in 'NO-03@2020'"),
        ("Nordic", "did you mean 'nordic'?"),
        ("no", "did you mean"),
        ("x-mine", "an area of your own needs a label"),
        ("x-" + "a" * 80, "80 characters at most"),
        ("", "offinno lists countries and Norwegian counties"),
        ("§§§§§§", "offinno lists countries and Norwegian counties"),
        ("0301", OWN),
        ("9901", OWN),
        ("03", OWN),
        ("NO-0301", OWN),
        ("NO-0301@2020", OWN),
    ],
)
def test_other_codes_are_refused(code: str, remedy: str) -> None:
    """The error says what would be right."""
    with pytest.raises(UnknownArea) as refused:
        Area(code)

    assert remedy in str(refused.value)


@pytest.mark.parametrize("code", ["x-", "x--a", "x-A", "y-a", "x-a b", "XX", "9901", "Norge"])
def test_a_label_makes_no_area(code: str) -> None:
    """Only a code of one's own brings a label; the error says what such a code looks like."""
    with pytest.raises(UnknownArea) as refused:
        Area(code, "Her")

    assert OWN in str(refused.value)


def test_own_areas_bring_their_label() -> None:
    """Such as a region that no list has."""
    area = Area("x-health-west", {"nb": "Helse Vest"})

    assert "own" == area.list
    assert area.label is not None
    assert "Helse Vest" == area.label.in_("nn")


def test_areas_are_equal_by_code() -> None:
    """A label may be another one without making it another area."""
    assert Area("NO") == Area("NO", "Noreg")
    assert hash(Area("NO")) == hash(Area("NO", "Noreg"))
    assert Area("NO-03@2020") != Area("NO-03@2024")


def test_converters_keep_areas() -> None:
    """A code may stand for an area."""
    assert Area("NO") == area_of("NO") == area_of(Area("NO")) == optional_area("NO")
    assert optional_area(None) is None
