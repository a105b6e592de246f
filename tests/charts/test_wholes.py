"""Parts of a whole: rows by value, places, words, and what is refused."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs
import pytest

from offinno.charts import Figure, NotSuitable, Theme, TwoUnits, parts
from offinno.charts._colour import contrast
from offinno.charts._on import styles_on, text_on
from offinno.charts._wholes._look import PartsLook
from offinno.exceptions import UnknownName
from offinno.language import LANGUAGES, Lang, Term
from offinno.model import (
    Contradiction,
    Dimension,
    Indicator,
    LackingParts,
    NotAWhole,
    Note,
    NotExclusive,
    NotParts,
)
from offinno.pictures import texts
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Qualifier, Value

Measure = Callable[..., Indicator]
Samples = Callable[..., Mapping[str, Figure]]

SECRET = Missing(MissingReason.SUPPRESSED)
GONE = Missing(MissingReason.NOT_COLLECTED)


@pytest.fixture
def split(measure: Measure) -> Measure:
    """Return a function that makes an indicator with a figure for each category."""

    def made(unit: str = "% of workplaces", *, exclusive: bool = True, **figures: Any) -> Indicator:
        header = {name: figures.pop(name) for name in ("key", "title", "notes") if name in figures}
        field = dimension("field", *figures, exclusive=exclusive)
        rows = [{"breakdowns": {"field": name}, "value": v} for name, v in figures.items()]
        return measure(*rows, unit=unit, dimensions=[field], **header)

    return made


def dimension(key: str, *names: str, exclusive: bool = True) -> Dimension:
    """Return a dimension of categories that are called by their keys."""
    terms = [Term(key=name, label=name) for name in names]
    return Dimension(key=key, label=key, categories=terms, exclusive=exclusive)


def cells_of(figure: Figure) -> list[dict[str, Any]]:
    """Return the rows as they are drawn."""
    values: list[dict[str, Any]] = figure.spec()["data"]["values"]
    return values


def test_rows_are_the_parts(split: Measure) -> None:
    """In the order of their dimension, each in a colour of its own, with the mark of its note."""
    indicator = split(a="33.3", b="33.3", c="33.4", notes=[Note(mark="*", text="note")])
    figure = parts(indicator, lang="nb", along="field")

    assert [
        ("a", "A", "33,3\u00a0%", 1),
        ("b", "B", "33,3\u00a0%", 2),
        ("c", "C", "33,4\u00a0%", 3),
    ] == [(row.key, row.label, row.value_label, row.series) for row in figure.rows]
    assert ("A", "33,3\u00a0%") == figure.table.rows[0]
    assert () == figure.remarks


def test_marks_of_notes_stand_at_their_figures(measure: Measure) -> None:
    """Within the part as below the picture."""
    rows = [
        {"breakdowns": {"field": "a"}, "value": 60, "notes": ["*"]},
        {"breakdowns": {"field": "b"}, "value": 40},
    ]
    notes = [Note(mark="*", text="note")]
    indicator = measure(*rows, dimensions=[dimension("field", "a", "b")], notes=notes)
    figure = parts(indicator, lang="en", along="field")

    assert "60%*" in texts(figure.svg().encode())
    assert ["* note"] == [str(note) for note in figure.notes]


def test_parts_follow_one_another(split: Measure) -> None:
    """Each begins where the one before ends, and together they fill the bar."""
    first, second, third = cells_of(parts(split(a=50, b=30, c=20), lang="nb", along="field"))

    assert (0, 0.5) == (first["from"], first["to"])
    assert (0.5, pytest.approx(0.8)) == (second["from"], second["to"])
    assert (second["to"], pytest.approx(1)) == (third["from"], third["to"])


def test_rounded_shares_fill_the_bar_and_say_so(split: Measure) -> None:
    """Three thirds in whole per cent are 99, which a remark tells."""
    figure = parts(split(a=33, b=33, c=33), lang="nb", along="field")

    assert pytest.approx(1) == cells_of(figure)[-1]["to"]
    assert ("På grunn av avrunding blir delene 99\u00a0% til sammen.",) == figure.remarks


def test_amounts_are_as_long_as_they_are_large(measure: Measure) -> None:
    """The bar of half as much is half as long, and remarks tell the sums."""
    field, year = dimension("field", "a", "b"), {"b2017": 2017, "b2018": 2018}
    rows = [
        {"period": period, "breakdowns": {"field": name}, "value": value}
        for period, values in zip(year.values(), ((3, 2), (6, 4)), strict=True)
        for name, value in zip("ab", values, strict=True)
    ]
    figure = parts(
        measure(*rows, unit="persons", dimensions=[field]), lang="en", along="field", by="period"
    )
    cells = cells_of(figure)

    assert ["2017", "2017", "2018", "2018"] == [row.group for row in figure.rows]
    assert pytest.approx([0.3, 0.5, 0.6, 1.0]) == [cell["to"] for cell in cells]
    assert (
        "2017: All parts together: 5 persons.",
        "2018: All parts together: 10 persons.",
    ) == tuple(remark.replace("\u00a0", " ").replace("all", "All") for remark in figure.remarks)
    assert ("2017", "3\u00a0persons", "2\u00a0persons") == figure.table.rows[0]


def test_bars_of_other_indicators_stand_below(split: Measure) -> None:
    """Each 100 per cent of its own whole, which its heading names; parts keep their colours."""
    other = split(b=75, a=25, unit="% part of GDP", key="other", title="Other")
    figure = parts(split(a=60, b=40), lang="en", along="field", beside=[other])

    assert [1, 2, 1, 2] == [{"A": 1, "B": 2}[row.label] for row in figure.rows[:2]] + [
        row.series for row in sorted(figure.rows[2:], key=lambda row: row.label)
    ]
    assert {"Made-up measure: per cent of workplaces", "Other: per cent of GDP"} == {
        row.group for row in figure.rows
    }
    assert ["% of workplaces"] * 2 + ["% part of GDP"] * 2 == figure.to_columns()["unit"]
    assert "per cent" not in figure.subtitle


def test_one_other_indicator_needs_no_list(split: Measure) -> None:
    """What is no indicator is refused, a text too."""
    one = split(health=48, culture=52)
    other = split(key="other", health=40, culture=60)
    wrong: Any = "other"

    assert parts(one, lang="nb", along="field", beside=[other]) == parts(
        one, lang="nb", along="field", beside=other
    )
    with pytest.raises(NotSuitable, match=r"parts\(\) takes an Indicator, not a str"):
        parts(one, lang="nb", along="field", beside=wrong)


def test_bars_of_one_unit_have_it_in_the_subtitle(split: Measure) -> None:
    """And the rows none of their own."""
    other = split(a=25, b=75, key="other", title="Other")
    figure = parts(split(a=60, b=40), lang="en", along="field", beside=[other])

    assert ["Made-up measure", "Other"] == list(dict.fromkeys(row.group for row in figure.rows))
    assert "Per cent of workplaces" in figure.subtitle
    assert {None} == {row.unit for row in figure.rows}


def test_what_stands_out_has_the_first_colour(split: Measure) -> None:
    """All others share the second."""
    figure = parts(split(a=50, b=30, c=20), lang="nb", along="field", highlight="b")

    assert [2, 1, 2] == [row.series for row in figure.rows]
    with pytest.raises(UnknownName, match="'d'"):
        parts(split(a=50, b=50), lang="nb", along="field", highlight="d")


def test_small_parts_have_their_words_beside_them(samples: Samples) -> None:
    """Those of the left half below the bar, those of the right half above it, with leaders."""
    cells = cells_of(samples("en")["parts-small"])

    assert [None, "90%", None, None] == [cell.get("figure-2") for cell in cells]
    assert ["Health and care: 1%", None, None, None] == [cell["below"] for cell in cells]
    assert [None, None, "Transport: 3%", "Water supply: 6%"] == [cell["above"] for cell in cells]
    for cell in cells:
        assert (cell["middle"] is None) == (cell["leader"] is None)
    assert cells[0]["text_y"] > cells[0]["leader"] == cells[0]["bottom"]
    assert cells[3]["text_y"] < cells[2]["text_y"] < cells[2]["leader"] == cells[2]["top"]


def test_small_parts_at_the_left_are_told_from_the_bar_down(split: Measure) -> None:
    """The further left, the lower, so that no text crosses a leader."""
    first, second, _ = cells_of(parts(split(a=1, b=2, c=97), lang="nb", along="field"))

    assert first["text_y"] > second["text_y"] > second["bottom"]


def test_small_parts_at_the_right_stand_below(split: Measure) -> None:
    """If there are none at the left; the further right, the lower."""
    _, second, third = cells_of(parts(split(a=97, b=2, c=1), lang="nb", along="field"))

    assert ("B: 2\u00a0%", "C: 1\u00a0%") == (second["under"], third["under"])
    assert third["text_y"] > second["text_y"] > second["bottom"]


def test_zero_is_told_and_not_drawn(split: Measure) -> None:
    """It has a figure and no length, unlike what is missing."""
    _, zero = cells_of(parts(split(a=100, b=0), lang="nb", along="field"))

    assert (None, None, None) == (zero["from"], zero["to"], zero["rest"])
    assert "B: 0\u00a0%" == zero["under"]


def test_what_is_missing_lies_at_the_end(split: Measure) -> None:
    """Of shares it is what the others leave, outlined, with its reason in it."""
    first, missing, last = cells_of(parts(split(a=20, b=SECRET, c=30), lang="en", along="field"))

    assert (0.2, 0.5) == (first["to"], last["to"])
    assert (0.5, 1) == (missing["rest"], missing["rest_end"])
    assert ("confidential", "B") == (missing["reason"], missing["named"])
    assert (None, "suppressed") == (missing["from"], missing["state"])


def test_several_that_are_missing_share_the_rest(split: Measure) -> None:
    """There is one outline, and each has its words in its place."""
    cells = cells_of(parts(split(a=40, b=SECRET, c=GONE), lang="en", along="field"))

    assert [None, 0.4, None] == [cell["rest"] for cell in cells]
    assert [None, 0.4, 0.7] == pytest.approx([cell["open"] for cell in cells])
    assert 1 == cells[1]["rest_end"]


def test_all_may_be_missing(split: Measure) -> None:
    """The bar is one outline then."""
    figure = parts(split(a=SECRET, b=GONE), lang="en", along="field")

    assert (0, 1) == (cells_of(figure)[0]["rest"], cells_of(figure)[0]["rest_end"])
    assert "2\u00a0parts of a whole. None of the figures is available." == figure.alt


def test_a_rest_of_nothing_is_still_seen(split: Measure) -> None:
    """What is missing beside shares that fill the whole is short, and not gone."""
    first, missing = cells_of(parts(split(a=100, b=GONE), lang="en", along="field"))

    assert first["to"] == missing["rest"] < missing["rest_end"] == 1


def test_missing_amounts_are_of_no_length(samples: Samples) -> None:
    """As long as is seen well, which a remark says."""
    assert ("The length of what is missing says nothing.",) == samples("en")[
        "parts-missing"
    ].remarks


def test_amounts_of_nothing_known(split: Measure) -> None:
    """Zero and what is missing can stand side by side."""
    figure = parts(split(a=0, b=GONE, unit="persons"), lang="en", along="field")

    assert (0, 1) == (cells_of(figure)[1]["rest"], cells_of(figure)[1]["rest_end"])


def test_sums_that_cannot_be_said_are_not(split: Measure) -> None:
    """More than and less than do not add up."""
    unit = parse_unit("persons")
    ends = {"a": Value(5, unit, Qualifier.OVER), "b": Value(5, unit, Qualifier.UNDER)}

    assert () == parts(split(unit="persons", **ends), lang="en", along="field").remarks


def test_narrow_pictures_have_their_own_places(split: Measure) -> None:
    """What finds room on a page may find none on a telephone."""
    figure = parts(split(a=80, b=20), lang="en", along="field")
    look = figure.look.narrower(figure.rows)
    assert isinstance(look, PartsLook)

    assert look.least < figure.look.least
    assert look is look.narrower(figure.rows)
    assert figure.svg(width=320)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_alt_texts_name_bars_and_extremes(samples: Samples, lang: Lang) -> None:
    """Of one bar the largest and the smallest part, of several each bar."""
    one, several = samples(lang)["parts-small"].alt, samples(lang)["parts-beside"].alt

    assert "90" in one
    assert "1" in one
    assert "52" in several
    assert "87" in several


def test_alt_texts_of_long_names_keep_every_bar(split: Measure) -> None:
    """They tell the largest part of each then."""
    titles = [f"A measure with a long name, number {at}, of something else" for at in range(3)]
    first, *others = [split(a=60, b=40, key=f"k{at}", title=t) for at, t in enumerate(titles)]
    alt = parts(first, lang="en", along="field", beside=others).alt

    assert "Highest: A, 60" in alt
    assert "Lowest" not in alt
    assert len(alt) <= 250


def test_texts_on_colours_can_be_read() -> None:
    """In every theme they have 4.5 : 1 against the colour they stand on."""
    for theme in (Theme(), Theme(palette=["#777777", "#8a5a00"], ink="#333333")):
        styles = theme.config(lang="nb")["style"]
        for at in range(12):
            colour = theme.palette[at % len(theme.palette)]
            text = styles[f"offinno-on-{at + 1}"]["color"]

            assert contrast(text, colour) >= 4.5


def test_texts_on_colours_are_those_of_the_theme_if_they_can_be() -> None:
    """Black and white come to help where paper and ink are too like."""
    assert "#fffff0" == text_on("#0b5c8a", ink="#16212c", paper="#fffff0")
    assert "#000000" == text_on("#808080", ink="#333333", paper="#ffffff")
    assert 12 == len(styles_on(["#0b5c8a"], ink="#000000", paper="#ffffff"))


def test_units_that_have_no_parts(split: Measure) -> None:
    """Ratios, changes and points are refused, whatever they add up to."""
    for unit in ("% of GDP", "% change on year before", "pp of workplaces", "index 2015=100"):
        with pytest.raises(NotParts, match="no parts of a whole"):
            parts(split(a=50, b=50, unit=unit), lang="nb", along="field")


def test_shares_that_are_no_whole(split: Measure) -> None:
    """The sum is shown, and how much rounding explains."""
    with pytest.raises(NotAWhole, match=r"the 2 parts .* add up to 150 % .* explains 1 either way"):
        parts(split(a=80, b=70), lang="nb", along="field")


def test_amounts_that_are_no_whole(split: Measure) -> None:
    """They may overlap, or some are left out."""
    with pytest.raises(NotExclusive, match="may overlap"):
        parts(split(a=5, b=5, unit="persons", exclusive=False), lang="nb", along="field")
    whole = split(a=5, b=5, c=5, unit="persons")
    rows = attrs.evolve(whole, observations=whole.observations.rows([0, 1]))
    with pytest.raises(LackingParts, match="lack 'c'"):
        parts(rows, lang="nb", along="field")


def test_areas_are_no_parts(split: Measure) -> None:
    """Nor are times: each has a whole of its own."""
    for along in ("area", "period"):
        with pytest.raises(UnknownName, match=along):
            parts(split(a=50, b=50).where(field="a"), lang="nb", along=along)


def test_bars_are_told_apart_in_one_way(split: Measure) -> None:
    """By a dimension or by indicators, and never by that of the parts."""
    one = split(a=50, b=50)
    with pytest.raises(Contradiction, match="both part and bar"):
        parts(one, lang="nb", along="field", by="field")
    with pytest.raises(Contradiction, match="not by both"):
        parts(one, lang="nb", along="field", by="area", beside=[split(a=5, b=95, key="other")])
    with pytest.raises(Contradiction, match="beside itself"):
        parts(one, lang="nb", along="field", beside=[one])


def test_amounts_and_shares_do_not_stand_together(split: Measure) -> None:
    """Nor do amounts in two units."""
    share, people = split(a=50, b=50), split(a=5, b=5, unit="persons", key="people")
    money = split(a=5, b=5, unit="NOK", key="money")
    for one, other in ((share, people), (people, money)):
        with pytest.raises(TwoUnits):
            parts(one, lang="nb", along="field", beside=[other])
