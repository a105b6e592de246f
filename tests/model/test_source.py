"""Sources cite themselves."""

import pytest

from offinno.language import UnsafeText
from offinno.model import BadKey, Contradiction, Link, Source, UnsafeLink

SOURCE = Source(
    key="report",
    publisher={"nb": "Etat", "en": "Agency"},
    title="Rapport",
    published="2018-02-06",
    url="https://example.org/r",
    locator="table 5",
    retrieved="2019-10-02",
    licence="CC-BY-4.0",
    note={"nb": "Foreløpig"},
)


def test_source_as_csl() -> None:
    """Reference managers read all there is."""
    assert SOURCE.to_csl() == {
        "id": "report",
        "type": "document",
        "title": "Rapport",
        "publisher": "Etat",
        "URL": "https://example.org/r",
        "section": "table 5",
        "license": "CC-BY-4.0",
        "issued": {"date-parts": [[2018, 2, 6]]},
        "accessed": {"date-parts": [[2019, 10, 2]]},
        "note": "Foreløpig",
    }


def test_what_is_not_known_is_left_out() -> None:
    """Publisher and title are enough."""
    csl = Source(key="a", publisher="A", title="B").to_csl()

    assert {"id", "type", "title", "publisher"} == set(csl)


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        (2019, {"date-parts": [[2019]]}),
        ("2019-09", {"date-parts": [[2019, 9]]}),
        ("2019-09-02", {"date-parts": [[2019, 9, 2]]}),
        ("2019-Q3", {"literal": "2019-Q3"}),
        ("2019-autumn", {"literal": "2019-autumn"}),
        ("?-09", {"literal": "?-09"}),
        ("2018/2019", {"literal": "2018/2019"}),
    ],
)
def test_dates_of_publication(published: str, issued: object) -> None:
    """What CSL has no date for stands as it is written."""
    source = Source(key="a", publisher="A", title="B", published=published)

    assert issued == source.to_csl()["issued"]


@pytest.mark.parametrize("url", ["doi:10.1000/182", "DOI:10.1000/182"])
def test_a_doi_stands_in_its_field(url: str) -> None:
    """Without the scheme before it."""
    csl = Source(key="a", publisher="A", title="B", url=url).to_csl()

    assert "10.1000/182" == csl["DOI"]
    assert "URL" not in csl


@pytest.mark.parametrize("day", [2019, "2019-10", "?-10-02", "2019-10-01/2019-10-02"])
def test_retrieval_is_a_day(day: str) -> None:
    """A page that was read at some time cannot be found again."""
    with pytest.raises(Contradiction, match="the day of retrieval must be a date"):
        Source(key="a", publisher="A", title="B", retrieved=day)


@pytest.mark.parametrize("field", ["locator", "licence"])
def test_plain_texts_are_checked(field: str) -> None:
    """A character that turns the text around it is in no field."""
    with pytest.raises(UnsafeText):
        Source(key="a", publisher="A", title="B", **{field: "a\u202eb"})


def test_keys_and_addresses_are_checked() -> None:
    """Neither a bad key nor an unsafe link makes a source or a link."""
    with pytest.raises(BadKey):
        Source(key="A b", publisher="A", title="B")
    with pytest.raises(UnsafeLink):
        Source(key="a", publisher="A", title="B", url="javascript:alert(1)")
    with pytest.raises(UnsafeLink):
        Link(label="Side", url="javascript:alert(1)")
