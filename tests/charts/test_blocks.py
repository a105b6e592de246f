"""Blocks of a factsheet as figures, and files of anything that has a picture."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from offinno.charts import (
    BadAlt,
    NoLanguage,
    NoPicture,
    NotSuitable,
    NoWording,
    bars,
    dot_interval,
    figure_of,
    grouped_bars,
    number,
    pictogram,
    ranking,
    series,
    slope,
    write_picture,
)
from offinno.charts._blocks import _natural
from offinno.language import Lang, Text
from offinno.model import (
    Bars,
    Comparison,
    DotInterval,
    Factsheet,
    Form,
    GroupedBars,
    Heading,
    Indicator,
    Note,
    Number,
    Pictogram,
    Ranking,
    Series,
    Slope,
)

Measure = Callable[..., Indicator]


@pytest.fixture
def sheet(countries: Indicator, crossed: Indicator, over_time: Indicator) -> Factsheet:
    """Return a sheet of made-up figures."""
    named = {"nordic": countries, "crossed": crossed, "years": over_time}
    made = tuple(attrs.evolve(one, key=key) for key, one in named.items())
    return Factsheet(key="sheet", title="Sheet", sources=countries.sources, indicators=made)


def test_blocks_draw_what_builders_draw(sheet: Factsheet) -> None:
    """The options of a block are those of the builder of the same name."""
    nordic, crossed, words = (
        sheet.indicator("nordic"),
        sheet.indicator("crossed"),
        Text({"en": "H"}),
    )
    made: list[tuple[Any, Any]] = [
        (
            Number(figure="nordic[area=NO]:fraction", headline=words),
            number(nordic.at(area="NO"), lang="en", headline=words, form=Form.FRACTION),
        ),
        (
            Pictogram(figure="nordic[area=NO]", headline=words, of=4),
            pictogram(nordic.at(area="NO"), lang="en", headline=words, of=4),
        ),
        (
            Ranking(
                figure="nordic",
                headline=words,
                reference="SE",
                highlight="NO",
                allow={"unit-of-count": "why"},
            ),
            ranking(
                nordic,
                lang="en",
                headline=words,
                reference="SE",
                highlight="NO",
                allow={"unit-of-count": "why"},
            ),
        ),
        (
            Bars(figure="nordic", headline=words, highlight="NO"),
            bars(nordic, lang="en", headline=words, highlight="NO"),
        ),
        (
            Bars(figure="nordic", headline=words, allow={"unit-of-count": "why"}),
            bars(nordic, lang="en", headline=words, allow={"unit-of-count": "why"}),
        ),
        (
            Bars(figure="crossed[sector=health]", headline=words),
            bars(crossed.where(sector="health"), lang="en", headline=words),
        ),
        (
            Series(figure="years", headline=words, mark="bar", highlight="2011", zero=True),
            series(
                sheet.indicator("years"),
                lang="en",
                headline=words,
                mark="bar",
                highlight="2011",
                zero=True,
            ),
        ),
        (
            Series(figure="years", headline=words, by="area", allow={"method-break": "why"}),
            series(
                sheet.indicator("years"),
                lang="en",
                headline=words,
                by="area",
                allow={"method-break": "why"},
            ),
        ),
        (
            DotInterval(
                figure="nordic",
                headline=words,
                reference="SE",
                highlight="NO",
                allow={"unit-of-count": "why"},
            ),
            dot_interval(
                nordic,
                lang="en",
                headline=words,
                reference="SE",
                highlight="NO",
                allow={"unit-of-count": "why"},
            ),
        ),
        (
            Slope(figure="years", headline=words, start=2011, end=2017, highlight="NO"),
            slope(
                sheet.indicator("years"),
                lang="en",
                headline=words,
                start=2011,
                end=2017,
                highlight="NO",
            ),
        ),
        (
            GroupedBars(figure="crossed", headline=words, along="sector", by="partner"),
            grouped_bars(crossed, lang="en", headline=words, along="sector", by="partner"),
        ),
        (
            GroupedBars(
                figure="years",
                headline=words,
                along="area",
                by="period",
                allow={"method-break": "why"},
            ),
            grouped_bars(
                sheet.indicator("years"),
                lang="en",
                headline=words,
                along="area",
                by="period",
                allow={"method-break": "why"},
            ),
        ),
    ]
    for block, expected in made:
        assert expected == figure_of(block, sheet, lang="en")


def test_an_alt_text_may_be_replaced(sheet: Factsheet) -> None:
    """That of a block may hold figures; the one that was made stays where none is given."""
    words = {"nb": "Norge har {nordic[area=NO]}.", "en": "Norway has {nordic[area=NO]}."}
    own = Ranking(figure="nordic", headline="H", alt=words)
    made = figure_of(Ranking(figure="nordic", headline="H"), sheet, lang="en")

    assert "Norway has 50%." == figure_of(own, sheet, lang="en").alt
    assert made.with_alt("Norway has 50%.") == figure_of(own, sheet, lang="en")
    assert made is made.with_alt(None)


def test_a_block_is_read_out_in_one_language(sheet: Factsheet) -> None:
    """Where its alt text lacks the language, the one that is made stays; long ones are linted."""
    bare = Ranking(figure="nordic", headline="H")
    made, foreign = figure_of(bare, sheet, lang="en"), attrs.evolve(bare, alt={"nb": "Norge."})

    assert made == figure_of(foreign, sheet, lang="en")
    assert "Norge." == figure_of(foreign, sheet, lang="nb").alt
    assert "x" * 300 == figure_of(attrs.evolve(bare, alt="x" * 300), sheet, lang="en").alt


def test_a_headline_of_a_sheet_may_be_in_another_language(sheet: Factsheet) -> None:
    """The page marks it, and the sheet can be published before it is translated."""
    block = Ranking(figure="nordic", headline={"nb": "Norge leder"})

    assert "Norge leder" == figure_of(block, sheet, lang="en").headline


@pytest.mark.parametrize("draw", [number, pictogram])
@pytest.mark.parametrize("part", ["headline", "alt"])
def test_words_for_a_picture_are_in_its_language(sheet: Factsheet, draw: Any, part: str) -> None:
    """Else they would stand among words of another language, which nothing marks."""
    one = sheet.indicator("nordic").at(area="NO")
    with pytest.raises(NoWording) as caught:
        draw(one, lang="en", **{part: {"nb": "Egen", "nn": "Eigen"}})

    assert (
        f"the {part} is given in nb and nn, the picture is in en; "
        "give it in en too, or as plain text if it is the same in all"
    ) == str(caught.value)
    assert "Own." == getattr(draw(one, lang="en", **{part: {"nb": "Egen.", "en": "Own."}}), part)
    assert "Egen." == getattr(draw(one, lang="no", **{part: {"nb": "Egen."}}), part)


@pytest.mark.parametrize("part", ["headline", "alt"])
@pytest.mark.parametrize(("given", "seen"), [(5, "5"), (True, "True"), (["a"], "a list")])
def test_words_for_a_picture_are_words(sheet: Factsheet, part: str, given: Any, seen: str) -> None:
    """The error says what was given, for which part, and shows both right forms."""
    nordic = sheet.indicator("nordic")
    with pytest.raises(
        NotSuitable, match=f"{part} takes words, not {seen}; write it as in {part}="
    ):
        ranking(nordic, lang="en", **{part: given})


@pytest.mark.parametrize(
    ("alt", "said"),
    [
        ("x" * 251, "the alt text has 251 characters, 250 at most are read in one breath; say"),
        ("one\ntwo", "the alt text has 2 lines; write it in one"),
        ("one\n", "the alt text has 2 lines; write it in one"),
    ],
)
def test_an_alt_text_is_read_in_one_breath(sheet: Factsheet, alt: str, said: str) -> None:
    """What a caller gives is held to what is promised; 250 characters are allowed."""
    figure = ranking(sheet.indicator("nordic"), lang="en")
    with pytest.raises(BadAlt, match=said):
        figure.with_alt(alt)

    assert "x" * 250 == figure.with_alt("x" * 250).alt


def test_every_builder_takes_an_alt_text(sheet: Factsheet) -> None:
    """As the block of the same name does."""
    nordic, crossed = sheet.indicator("nordic"), sheet.indicator("crossed")
    one = nordic.at(area="NO")
    made = [
        number(one, lang="en", alt="Own."),
        pictogram(one, lang="en", alt="Own."),
        ranking(nordic, lang="en", alt=Text({"en": "Own.", "nb": "Egen."})),
        bars(nordic, lang="en", alt="Own."),
        grouped_bars(crossed, lang="en", along="sector", by="partner", alt="Own."),
    ]

    assert ["Own."] * 5 == [figure.alt for figure in made]


def test_selectors_choose_rows(sheet: Factsheet) -> None:
    """A block shows the part of an indicator that it names."""
    block = Bars(figure="crossed[partner=with]", headline="H", along="sector")

    assert ["health", "all-else"] == [row.key for row in figure_of(block, sheet, lang="nb").rows]


@pytest.mark.parametrize(
    ("lang", "expected"), [("nb", "Norge: 50\u00a0%*"), ("en", "Norway: 50%*")]
)
def test_figures_in_headlines_are_worded(sheet: Factsheet, lang: Lang, expected: str) -> None:
    """With the marks of their notes, which stand below then."""
    words = {"nb": "Norge: {nordic[area=NO]}", "en": "Norway: {nordic[area=NO]}"}
    block = Number(figure="nordic[area=SE]", headline=words)
    figure = figure_of(block, sheet, lang=lang)

    assert expected == figure.headline
    assert ["*"] == [note.mark for note in figure.notes]


def test_marks_in_a_headline_are_those_of_the_picture(sheet: Factsheet, measure: Measure) -> None:
    """Another note with the same mark gets another one."""
    notes = [Note(mark="*", text="Another.")]
    other = measure({"value": 7, "notes": ["*"]}, key="other", notes=notes)
    both = attrs.evolve(sheet, indicators=(*sheet.indicators, other))
    block = Number(figure="nordic[area=NO]", headline="{other}")
    figure = figure_of(block, both, lang="en")

    assert "7%†" == figure.headline
    assert "50%*" == figure.value_text


def test_braces_are_plain_text_without_a_sheet(countries: Indicator) -> None:
    """A notebook has no sheet to look figures up in."""
    figure = number(countries.at(area="NO"), lang="en", headline="{nordic}")

    assert "{nordic}" == figure.headline


def test_other_blocks_have_no_picture(sheet: Factsheet) -> None:
    """They are refused by name."""
    heading: Any = Heading(text="H")
    with pytest.raises(NoPicture, match="Heading"):
        figure_of(heading, sheet, lang="nb")


def test_each_thing_has_its_picture(
    countries: Indicator, crossed: Indicator, measure: Measure
) -> None:
    """A figure is shown large, a comparison ranked, an indicator along what it differs in."""
    comparison = Comparison.of(countries)
    one = measure({"value": 5})

    assert number(one.at(), lang="nb") == _natural(one.at(), "nb") == _natural(one, "nb")
    assert ranking(comparison, lang="nb") == _natural(comparison, "nb")
    assert bars(countries, lang="nb") == _natural(countries, "nb")
    assert grouped_bars(crossed, lang="nb", along="sector", by="partner") == _natural(crossed, "nb")


def test_pictures_are_written(countries: Indicator, tmp_path: Path) -> None:
    """A figure in its own language, all else in the one that is given."""
    figure = bars(countries, lang="nn")
    write_picture(figure, tmp_path / "figure.svg")
    write_picture(countries, tmp_path / "indicator.svg", lang="nn")

    assert (tmp_path / "figure.svg").read_bytes() == (tmp_path / "indicator.svg").read_bytes()


def test_a_language_is_needed(countries: Indicator, tmp_path: Path) -> None:
    """Pictures hold text."""
    with pytest.raises(NoLanguage, match="say which"):
        write_picture(countries, tmp_path / "a.svg")


def test_what_has_no_picture(tmp_path: Path) -> None:
    """Is refused by name."""
    with pytest.raises(NoPicture, match="int"):
        write_picture(5, tmp_path / "a.svg", lang="nb")
