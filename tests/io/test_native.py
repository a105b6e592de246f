"""The native format, by example: what is read, what is refused, and in which words."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from offinno.exceptions import UnknownName
from offinno.io import BadFile, CannotRead, _native, dumps, loads, read, schema
from offinno.io._compose import read_yaml
from offinno.io._scale import Multiplier
from offinno.model import (
    Area,
    Comparison,
    Datum,
    FundingScheme,
    Indicator,
    Link,
    Observation,
    Observations,
    Source,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Qualifier, Range, Value

INDICATOR = """\
schema: 1
terms:
  bridges: {label: {nb: bruer, nn: bruer, en: bridges}}
sources:
  - {key: ssb, publisher: SSB, title: Tall, published: 2020, url: https://www.ssb.no}
indicator:
  key: spending
  title: {nb: Utgifter}
  definition: {nb: Hva som brukes}
  unit: NOK
  multiplier: 9
  population: {missing: not stated, note: {nb: ukjent}}
  sources: [ssb]
  notes:
    - {mark: "*", text: {nb: Foreløpig}}
  observations:
    - {area: "NO", period: 2018, value: 1.70, qualifier: about, notes: ["*"]}
    - area: SE
      period: 2018
      value: {low: 1, high: {value: 2.5, qualifier: at most}, across: {nb: år}}
    - {area: {code: x-nord, label: Nord}, period: 2018, value: {missing: suppressed}}
    - {area: DK, period: 2018, value: 12, interval: {low: 11.5, high: 13, level: 95, method: t}}
"""


def problems(text: str, form: str = "yaml") -> list[str]:
    """Return what is wrong with *text*, a line each."""
    with pytest.raises(BadFile) as caught:
        loads(text, format=form, name="f")
    return str(caught.value).splitlines()


def changed(*pairs: tuple[str, str]) -> str:
    """Return the indicator's file with some texts replaced, each of which must be there."""
    text = INDICATOR
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def test_numbers_are_unscaled_and_keep_their_decimals() -> None:
    """A multiplier belongs to the file; values are held unscaled, with decimals as published."""
    indicator: Indicator = loads(INDICATOR)
    value = indicator.at(area="NO").number

    assert Value(1_700_000_000, parse_unit("NOK"), Qualifier.ABOUT) == value
    assert 7 == value.magnitude.as_tuple().exponent


def test_figures_may_be_ranges_or_missing() -> None:
    """A row holds a number, a range or a reason, never nothing."""
    indicator: Indicator = loads(INDICATOR)
    found = [row.value for row in indicator.observations]

    assert isinstance(found[1], Range)
    assert Qualifier.AT_MOST is found[1].high.qualifier
    assert Missing(MissingReason.SUPPRESSED) == found[2]
    assert isinstance(found[3], Value)
    assert found[3].interval is not None
    assert 11_500_000_000 == found[3].interval.low


def test_numbers_with_zeros_are_written_with_a_multiplier() -> None:
    """Milliards are written as milliards, also in ranges and intervals."""
    whole = changed(("1.70", "17"), ("2.5", "3"), ("11.5", "11"))
    written = dumps(loads(whole))

    assert "multiplier: 9" in written
    assert "{low: 11, high: 13, level: 95, method: t}" in written
    assert loads(whole) == loads(written)


def test_an_area_of_ones_own_brings_its_label() -> None:
    """A private area is written with its label, a known one by its code alone."""
    indicator: Indicator = loads(INDICATOR)

    assert "Nord" == indicator.areas[2].label.in_("nb")  # type: ignore[union-attr]
    assert "area: {code: x-nord, label: Nord}" in dumps(indicator)


def test_every_problem_is_found_in_one_go() -> None:
    """Faults of fields, keys and references are reported together, each with its place."""
    text = changed(
        ("unit: NOK", "unit: KNO"),
        ("sources: [ssb]", "sources: [sbs]"),
        ("published: 2020", "published: soon"),
        ("{nb: Utgifter}", "{nb: 5}"),
        ("  key: spending\n", "  key: spending\n  titel: x\n"),
    )

    periods = (
        "'soon' is no period; a period looks like 2018, 2018-Q4, 2018-09-12, 2016/2018, "
        "2014/.., 'year to 2018-Q4' or '2 years before 2017-10'"
    )
    unit = "the unit 'KNO' is unknown; did you mean 'NOK' or 'NIO'?"
    title = "the number 5 stands where a text is needed; put it in quotes"
    source = "no source has the key 'sbs'; did you mean 'ssb'?"
    assert [
        f"f:5:56: sources[0].published: {periods}",
        "f:8:3: indicator.titel: unknown key 'titel'; did you mean 'title'?",
        f"f:9:15: indicator.title.nb: {title}",
        f"f:11:9: indicator.unit: {unit}",
        f"f:14:13: indicator.sources[0]: {source}",
    ] == problems(text)


def test_rules_between_fields_speak_when_all_fields_stand() -> None:
    """What contradicts itself is found where it stands, once its parts are right."""
    text = changed(('notes: ["*"]', 'notes: ["†"]'))

    said = "no note has the mark '†'; known: *"
    assert [f"f:17:73: indicator.observations[0].notes[0]: {said}"] == problems(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("value: 1.70, qualifier: about", "value: one", "a number is needed"),
        ("value: 1.70, q", "value: '1,70', q", "write it without quotes, with a point"),
        ("value: 1.70, q", "value: '1.7 NOK', q", "with a point, and put the unit in 'unit'"),
        ("value: 1.70, q", "value: '..', q", "as in {missing: not collected}"),
        ("value: 1.70, q", "value: null, q", "as in {missing: not collected}"),
        ("value: 1.70, q", "value: [], q", "a list stands where a number is needed"),
        ("value: 1.70, qualifier: about", "value: {missing: why}", "is none of not applicable"),
        ("value: 1.70", "value: {missing: suppressed}", "beside what is missing"),
        ("{missing: suppressed}", "{missing: suppressed, not: 1}", "unknown key 'not'"),
        ("value: 1.70", "value: {low: 1, high: 2}", "'qualifier' stands beside a range"),
        ("{low: 1, high", "{low: 3, high", "the range runs from"),
        ("{low: 1, high", "{lo: 1, high", "unknown key 'lo'"),
        ("{low: 1, high: {value: 2.5, qualifier: at most}", "{low: 1", "'high' is missing"),
        ("{value: 2.5, qualifier: at most}", "{qualifier: at most}", "'value' does not fit"),
        ("{value: 2.5, qualifier: at most}", "{value: 2, x: 1}", "'x' does not fit"),
        ("qualifier: about", "qualifier: abuot", "did you mean 'about'?"),
        ("low: 11.5, high: 13", "low: 14, high: 13", "interval"),
        ("low: 11.5, high: 13", "lo: 14, high: 13", "unknown key 'lo'"),
        ("low: 11.5, high: 13", "low: 14", "'high' is missing"),
        ("level: 95", "level: 0.95", "over 1 and under 100, not 0.95; write level: 95 for 95 %"),
        ("level: 95", "level: 100", "in per cent, over 1 and under 100, not 100"),
        ("{low: 11.5, high: 13, level: 95, method: t}", "12", "where low, high, level"),
        ("multiplier: 9", "multiplier: 5", "5 is none of 0, 3, 6, 9, 12"),
        ("multiplier: 9", "multiplier: x", "a whole number is needed"),
        ("unit: NOK", "unit: 5", "a unit, such as"),
        ("unit: NOK", "unit: share of bridges", "per cent has no multiplier"),
        ("{code: x-nord, label: Nord}", "{code: x-nord}", "has a code, x-…, and a label"),
        ("{code: x-nord, label: Nord}", "x-nord", "needs a label"),
        ("sources: [ssb]", "sources: ssb", "where a list is needed"),
        ("  - {key: ssb", "  - null\n  - {key: ssb", "null stands where the mapping of a source"),
        ("sources: [ssb]", "sources: {a: 1}", "begin each item with a hyphen"),
        ("sources: [ssb]", "sources: [1]", "the key of a source is needed"),
        ("{nb: Utgifter}", "[a]", "a list stands where a text is needed"),
        ("{nb: Utgifter}", "{nb: ' '}", "nothing but blanks"),
        ("{nb: Utgifter}", "''", "nothing but blanks"),
        ("{nb: Utgifter}", "7", "put it in quotes"),
        ("https://www.ssb.no", "javascript:alert(1)", "must begin with one of"),
        ("text: {nb: Foreløpig}", "must_show: 1", "true or false"),
        ("period: 2018, value: 1.70", "period: true, value: 1.70", "a period, such as"),
        ("observations:\n", "observations: 5\n  x:\n", "where a list is needed"),
        ("indicator:\n  key", "indicator: []\nother:\n  key", "the mapping of an indicator"),
        ("  key: spending\n", "", "'key' is missing from the mapping of an indicator"),
        ("key: spending", "key: Spending", "'Spending' is not a key"),
        (
            "bridges: {label: {nb: bruer, nn: bruer, en: bridges}}",
            "bridges: 5",
            "where the mapping",
        ),
        ("terms:\n  bridges: {label: {nb: bruer, nn: bruer, en: bridges}}", "terms: 5", "of keys"),
        ("schema: 1", "schema: 2", "newer than this offinno"),
        ("schema: 1", "schema: true", "begin with 'schema: 1'"),
        ("schema: 1\n", "", "begin with 'schema: 1'"),
        ("schema: 1\n", "schema: 1\nlink: {label: a, url: https://a.no}\n", "stand side by side"),
        ("schema: 1\n", "schema: 1\nindicatr: 5\n", "did you mean 'indicator'?"),
        ("schema: 1\n", "schema: 1\nzzz: 5\n", "known: schema, terms"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, said: str) -> None:
    """Each fault gets its own sentence, with a line where the file has one."""
    found = problems(changed((old, new)))

    assert any(said in line for line in found), found
    assert all(line.startswith("f:") for line in found)


@pytest.mark.parametrize("data", [5, None, ["schema: 1"]])
def test_what_is_no_text_is_refused(data: Any) -> None:
    """The error says what was given, and what reads a file."""
    with pytest.raises(BadFile) as caught:
        loads(data)

    kind = type(data).__name__
    assert (
        f"text: an object of type {kind} stands where the text of a file is needed; "
        "load() reads a file by its path"
    ) == str(caught.value)


def test_formats_have_names() -> None:
    """The error lists them."""
    with pytest.raises(UnknownName, match="no format is called 'yml'; did you mean 'yaml'"):
        loads("schema: 1", format="yml")
    with pytest.raises(UnknownName, match="no format is called 'xml'; known: yaml, json"):
        dumps(loads("schema: 1\nlink: {label: SSB, url: https://www.ssb.no}"), format="xml")


def test_a_unit_that_cannot_be_read_is_reported_once() -> None:
    """Rows are not blamed for the unit of their header, nor is a header without rows."""
    text = changed(("unit: NOK", "unit: KNO"))
    bare = text[: text.index("  observations:")] + "  observations: []\n"

    assert 1 == len(problems(text))
    assert 1 == len(problems(bare))


def test_older_files_are_brought_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of an older version is changed step by step before it is read."""
    monkeypatch.setattr(_native, "VERSION", 2)
    monkeypatch.setattr(_native, "_MIGRATIONS", {1: lambda tree: {**tree, "link": tree["old"]}})
    monkeypatch.setattr(_native, "_check_kinds", lambda *_: None)

    assert "SSB" == loads("schema: 1\nold: {label: SSB, url: https://www.ssb.no}").label["und"]


def test_shapes_of_derived_keys_write_what_they_read() -> None:
    """The multiplier is written by its header, in the form in which it is read."""
    assert 6 == Multiplier().write(6)


def test_sources_of_a_sheet_stand_in_it() -> None:
    """Beside it they would belong to nothing; terms may stand in either place."""
    source = "{key: a, publisher: A, title: A}"
    beside = f"schema: 1\nsources: [{source}]\nfactsheet: {{key: f, title: F}}\n"
    terms = "schema: 1\nterms: {trees: {label: trær}}\nfactsheet: {key: f, title: F}\n"

    said = "'sources:' stands beside 'factsheet:'; move 'sources:' into 'factsheet:'"
    assert [f"f:2:10: sources: {said}"] == problems(beside)
    assert "f" == loads(terms).key
    validator = Draft202012Validator(schema())
    assert [False, True] == [
        validator.is_valid(read_yaml(text.encode(), name="f").root) for text in (beside, terms)
    ]


def test_a_file_must_hold_something() -> None:
    """A version alone is no file, and neither is a list."""
    assert "the file holds nothing" in problems("schema: 1")[0]
    assert "the file is no mapping" in problems("[1]")[0]


def test_a_flawed_source_is_reported_once() -> None:
    """Those who refer to a source that cannot be read are not blamed for it."""
    text = changed(("title: Tall", "title: []"))

    assert 1 == len(problems(text))


SCHEME = """\
schema: 1
funding-scheme:
  key: pilot
  names: [{name: Pilot, since: 2019, until: {missing: not stated}}]
  provider: Rådet
  purpose: {nb: Forsøk}
  calls:
    - deadline: 2019-09-25
      amounts: [{value: 185, unit: NOK, multiplier: 6, qualifier: about, kind: announced}]
    - deadline: {missing: not stated}
  rounds:
    - period: 2019
      applications: [{value: 110, unit: applications}]
  support_rates: [{rate: {value: 75, unit: "% of project-costs", qualifier: at most}}]
"""


def test_schemes_hold_amounts_with_their_own_unit() -> None:
    """An amount stands with its unit and multiplier; a recurring gap is no date."""
    scheme: FundingScheme = loads(SCHEME)
    amount = scheme.calls[0].amounts[0].value

    assert Value(185_000_000, parse_unit("NOK"), Qualifier.ABOUT) == amount
    assert Missing(MissingReason.NOT_STATED) == scheme.calls[1].deadline
    assert scheme == loads(dumps(scheme))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("unit: NOK, ", "", "'unit' is missing"),
        ("rate: {value: 75, ", "rate: {", "'value' is missing"),
        ("rate: {value: 75, ", "rate: {value: {low: 1, high: 2}, ", "stands beside a range"),
        ('{value: 75, unit: "% of project-costs", qualifier: at most}', "75", "with its unit"),
        (
            '{value: 75, unit: "% of project-costs", qualifier: at most}',
            '{value: {low: 1, high: 2}, unit: "% of project-costs"}',
            "a single number is needed",
        ),
        ("qualifier: at most}", "qualifer: at most}", "unknown key 'qualifer'"),
        ("value: 110, ", "", "'value' is missing"),
    ],
)
def test_what_is_wrong_with_a_scheme_is_named(old: str, new: str, said: str) -> None:
    """Figures with their own unit are checked like others."""
    assert old in SCHEME

    assert any(said in line for line in problems(SCHEME.replace(old, new)))


SHEET = """\
schema: 1
factsheet:
  key: sheet
  title: Ark
  languages: [nb, "no"]
  terms: {bridges: {label: bruer}}
  sources: [{key: a, publisher: A, title: A}]
  indicators:
    - key: bruer
      title: Bruer
      definition: Bruer
      unit: bridges
      population: {unit: bridges}
      sources: [a]
      observations:
        - {area: "NO", period: 2018, value: 5}
        - {area: SE, period: 2018, value: 7}
  blocks:
    - {type: heading, text: Bruer}
    - {type: prose, text: "{bruer[area=NO]} bruer"}
    - {type: ranking, figure: bruer, headline: Bruer, allow: {level: fordi}}
"""


def test_a_sheet_brings_its_own_words() -> None:
    """Terms and sources of a sheet serve its figures; a language under two names is one."""
    sheet = loads(SHEET)

    assert ("nb",) == sheet.languages
    assert "bridges" == sheet["bruer"].unit.of.key
    assert sheet == loads(dumps(sheet))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("type: heading", "type: headding", "did you mean 'heading'?"),
        ("type: heading, ", "", "'type' is missing"),
        ("{type: heading, text: Bruer}", "heading", "a mapping with 'type' is needed"),
        ("type: heading", "type: 5", "the number 5 is none of heading"),
        ("{level: fordi}", "5", "where a mapping is needed"),
        ("{level: fordi}", "{level: 5}", "where a text is needed"),
        ("terms: {bridges: {label: bruer}}", "terms: {bridges: {label: []}}", "where a text"),
        ("{unit: bridges}", "{unit: brigdes}", "did you mean 'bridges'?"),
        ("{unit: bridges}", "{unit: qqqq}", "add it under 'terms:'"),
        ("{unit: bridges}", "{unit: 5}", "the key of a term is needed"),
        ("sources: [a]", "sources: [zzzz]", "add it under 'sources:'"),
        ('languages: [nb, "no"]', "languages: [nb, sv]", "is none of nb, nn, en, no"),
        ("{bruer[area=NO]} bruer", "{broer} bruer", "broer"),
        ("sources: [{key: a, publisher: A, title: A}]", "sources: 5", "where a list is needed"),
        ("unit: bridges\n      population", "population", "'unit' is missing"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_named(old: str, new: str, said: str) -> None:
    """Blocks, terms and references are checked where they stand."""
    assert old in SHEET
    found = problems(SHEET.replace(old, new))

    assert any(said in line for line in found), found


def test_figures_and_comparisons_are_kept_whole() -> None:
    """A figure is written with its indicator, and a comparison with its figures."""
    indicator: Indicator = loads(INDICATOR)
    datum = indicator.at(area="NO")
    comparison = Comparison.between(datum, indicator.at(area="DK"))

    assert isinstance(loads(dumps(datum)), Datum)
    assert datum == loads(dumps(datum))
    assert comparison == loads(dumps(comparison, format="json"), format="json")


def test_only_things_of_the_model_are_written() -> None:
    """What no file can hold by itself is refused by name."""
    with pytest.raises(TypeError, match="not Observation"):
        dumps(Observation(area="NO", period=2018, value=Missing(MissingReason.NOT_STATED)))


def test_files_are_read_by_their_ending(tmp_path: Path) -> None:
    """The ending of a name says how a file is read; another ending is refused."""
    link = Link(label="SSB", url="https://www.ssb.no")
    (tmp_path / "link.yml").write_text(dumps(link), encoding="utf-8")
    (tmp_path / "link.json").write_text(dumps(link, format="json"), encoding="utf-8")

    assert link == read(tmp_path / "link.yml").thing
    assert link == read(tmp_path / "link.json").thing
    assert "link" == read(tmp_path / "link.json").key
    with pytest.raises(BadFile, match=r"'\.csv' is not read"):
        read(tmp_path / "link.csv")
    with pytest.raises(BadFile, match="without an ending"):
        read(tmp_path / "link")
    with pytest.raises(CannotRead):
        read(tmp_path / "none.yaml")


def test_places_lead_to_what_was_read(tmp_path: Path) -> None:
    """The places of a file are those of the pieces it holds."""
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET, encoding="utf-8")
    places = read(path).places

    assert 12 == places["factsheet", "indicators", 0, "unit"].value.line


def test_labels_of_known_terms_travel_where_they_differ() -> None:
    """A term that a sheet words in its own way is written with its label."""
    text = SHEET.replace(
        "bridges: {label: bruer}", "workplaces: {label: steder}, bridges: {label: b}"
    )
    sheet = loads(text)

    assert "steder" == loads(dumps(sheet)).terms[0].label.in_("nb")


def test_a_source_stands_alone() -> None:
    """A source needs no list of sources beside it."""
    source = Source(key="a", publisher="A", title={"nb": "A"}, published=Period("2019-09"))

    assert "sources:" not in dumps(source)
    assert source == loads(dumps(source))


def test_an_own_area_may_rename_a_known_one() -> None:
    """A label that is not the list's own is kept."""
    area = Area("NO", {"nb": "Noreg"})
    unit = parse_unit("NOK")
    row = Observation(area=area, period=2018, value=Value(Decimal(1), unit))
    indicator: Indicator = loads(INDICATOR)
    rows = Observations.of(unit, [row])
    changed_one = Datum(attrs.evolve(indicator, observations=rows), row)

    assert "Noreg" == loads(dumps(changed_one)).area.label.in_("nb")
