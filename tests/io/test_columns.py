"""Columnar JSON, by example."""

import json
from typing import Any

import pytest

from offinno.io import BadFile, loads, read_columns, write_columns
from offinno.model import Evidence, Status
from offinno.values import Missing, MissingReason, Qualifier


def document(**changes: Any) -> dict[str, Any]:
    """Return a small file of columns with some of its columns changed."""
    columns: dict[str, Any] = {
        "area": {"categories": ["NO", {"code": "x-n", "label": "Nord"}], "codes": [0, 1]},
        "period": {"categories": ["2018"], "codes": [0, 0]},
        "value": [48.3, 0],
        "decimals": [1, 0],
        "missing": {"categories": [None, "suppressed"], "codes": [0, 1]},
    }
    return {"schema": 1, "unit": "NOK", "columns": columns | changes}


def found(tree: dict[str, Any]) -> Any:
    """Return the observations of *tree*."""
    return read_columns(json.dumps(tree).encode(), name="f")


def refused(data: bytes) -> str:
    """Return what is wrong with *data*."""
    with pytest.raises(BadFile) as caught:
        read_columns(data, name="f")
    return str(caught.value)


def test_columns_are_rows_in_short() -> None:
    """Codes lead to categories; words for gaps, qualifiers, evidence and status to theirs."""
    these = found(
        document(
            qualifier={"categories": ["exact", "about"], "codes": [1, 0]},
            evidence={"categories": ["derived"], "codes": [0, 0]},
            status={"categories": ["", "break, provisional"], "codes": [1, 0]},
            vintage={"categories": ["2020-03-02"], "codes": [0, 0]},
            source={"categories": ["ssb"], "codes": [0, 0]},
            breakdowns={"sector": {"categories": ["a"], "codes": [0, 0]}},
        )
    )

    assert Qualifier.ABOUT is these[0].value.qualifier
    assert Missing(MissingReason.SUPPRESSED) == these[1].value
    assert Evidence.DERIVED is these[0].evidence
    assert {Status.BREAK, Status.PROVISIONAL} == these[0].status
    assert "Nord" == these[1].area.label.in_("nb")
    assert these == read_columns(write_columns(these), name="again")


def test_what_few_rows_have_stands_beside_the_columns() -> None:
    """Rows name their number and what they have in the words of a row."""
    tree = document() | {"rows": [{"row": 0, "as_printed": {"nb": "48"}, "covers": "2018-Q1"}]}

    assert "48" == found(tree)[0].as_printed.in_("nb")


def test_words_come_with_the_file() -> None:
    """Terms that a unit needs stand in the file."""
    tree = document() | {"unit": "bridges", "terms": {"bridges": {"label": "bruer"}}}

    assert "bridges" == str(found(tree).unit)


def test_no_rows_are_columns_too() -> None:
    """Empty columns are no observations."""
    empty: dict[str, Any] = {"categories": [], "codes": []}
    these = found(document(area=empty, period=empty, value=[], decimals=[], missing=empty))

    assert 0 == len(these)
    assert these == read_columns(write_columns(these), name="again")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": [48.35, 0]}, "more digits"),
        ({"value": [9007199254740993, 0], "decimals": [0, 0]}, "more than 15"),
        ({"value": [48.3]}, "length"),
        ({"value": [1, 7]}, "both a number and a reason"),
        ({"area": {"categories": ["NO"], "codes": [0, 5]}}, "no category"),
        ({"area": {"categories": ["NO"], "codes": [0, -1]}}, "columns"),
        ({"area": {"categories": ["XY"], "codes": [0, 0]}}, "no area has the code 'XY'"),
        ({"area": {"categories": ["NO"], "codes": [0, 0]}, "missing": None}, "the same area"),
        ({"missing": {"categories": ["why"], "codes": [0, 0]}}, "why"),
        ({"missing": {"categories": ["suppressed"], "codes": [0, 3]}}, "no category"),
        ({"decimals": [400, 0]}, "columns"),
        ({"valu": []}, "unknown field"),
        ({"period": {"categories": ["soon"], "codes": [0, 0]}}, "is no period"),
    ],
)
def test_bad_columns_are_refused(change: dict[str, Any], said: str) -> None:
    """A file of columns is checked as strictly as one of rows."""
    assert said in refused(json.dumps(document(**change)).encode())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no columns"),
        (b'{"schema": 1', "no columns"),
        (b'{"schema": 1, "unit": "\xff"}', "no columns"),
        (b"[" * 100_000, "no columns"),
        (b'{"schema": 1, "schema": 1}', "'schema' stands twice"),
        (b'{"a\\u0062": 1, "a\\u0062": 2}', "stands twice"),
        (b'{"schema": 1, "unit": "NOK", "columns": {"value": [1e999]}}', "no columns"),
        (b'{"schema": 1, "unit": "NOK", "columns": {"value": [NaN]}}', "no columns"),
    ],
)
def test_bad_json_is_refused(data: bytes, said: str) -> None:
    """What is no JSON, or says one thing twice, is no file."""
    assert said in refused(data)


def test_newer_files_are_refused() -> None:
    """A newer version is named as such."""
    tree = document() | {"schema": 2}

    assert "schema 2 is not known" in refused(json.dumps(tree).encode())


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"unit": "NKO"}, "unit 'NKO' is unknown"),
        ({"rows": 5}, "where a list is needed"),
        ({"rows": [{"row": 0, "range": 5}]}, "a range is needed"),
        ({"rows": [10**40]}, "significant digits"),
        ({"rows": [5]}, "a mapping with 'row' is needed"),
        ({"rows": [{"row": 0, "notes": 5}]}, "where a list is needed"),
        ({"rows": [{"row": 9, "symbol": "."}]}, "rows"),
        ({"terms": 5}, "of keys to terms"),
    ],
)
def test_bad_parts_are_refused(part: dict[str, Any], said: str) -> None:
    """Unit, words and rows are checked like those of other files."""
    assert said in refused(json.dumps(document() | part).encode())


def test_keys_may_stand_in_several_mappings() -> None:
    """The same key in two mappings, and text that looks like a key, are no repetition."""
    tree = document(breakdowns={"codes": {"categories": ["unit"], "codes": [0, 0]}})
    hostile = document(breakdowns={'a":"b': {"categories": ['x"y:'], "codes": [0, 0]}})

    assert 2 == len(found(tree))
    with pytest.raises(BadFile, match="is not a key"):
        found(hostile)


INDICATOR = {
    "key": "a",
    "title": "a",
    "definition": "a",
    "unit": "NOK",
    "population": {"missing": "not stated"},
    "observations": {"columns": document()["columns"]},
}


def test_an_indicator_may_hold_columns() -> None:
    """Columns stand in place of the list of observations."""
    indicator = loads(json.dumps({"schema": 1, "indicator": INDICATOR}), format="json")

    assert 2 == len(indicator)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"observations": {"columns": document(value=[1])["columns"]}}, "length"),
        ({"observations": {"colums": 1}}, "unknown key 'colums'"),
        ({"unit": "KNO"}, "unit"),
    ],
)
def test_bad_columns_in_an_indicator_are_refused(change: dict[str, Any], said: str) -> None:
    """What is wrong with columns is reported at their place in the file."""
    tree = {"schema": 1, "indicator": INDICATOR | change}
    with pytest.raises(BadFile) as caught:
        loads(json.dumps(tree), format="json", name="f")

    assert said in str(caught.value)
