"""OFF405 to OFF407: what texts claim."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("nb", "Vi ser kraftig økning ({units}).", 1),
        ("nb", "Flere enn før: {units}.", 1),
        ("nb", "Det er lagt fram {units}.", 0),
        ("nb", "Flest i sør. Her er {units}.", 0),
        ("nn", "Sterk auke ({units}).", 1),
        ("en", "A strong increase ({units}).", 1),
        ("en", "They are as large a part as others ({units}).", 1),
        ("und", "Sterk vekst ({units}).", 1),
        ("se", "Sterk vekst ({units}).", 0),
    ],
)
def test_claim(bench: Any, lang: str, text: str, count: int) -> None:
    """A claim is one with its figure in a sentence."""
    sheet = bench.sheet(bench.prose(text, lang, indicators=bench.GONE))

    assert count == len(bench.places(sheet, "OFF405"))


def test_claim_above_one_number(bench: Any) -> None:
    """One large number may be called the highest; a missing one may not."""
    assert [] == bench.places(bench.headline("Høyest i landet"), "OFF405")
    assert 1 == len(
        bench.places(bench.headline("Høyest i landet", indicators=bench.GONE), "OFF405")
    )


def test_qualifier_is_no_comparison(bench: Any) -> None:
    """A number with a qualifier, such as more than 7 of 10, compares nothing."""
    for text in ("Mer enn {units}", "Mindre enn 70 og {units}"):
        assert [] == bench.places(bench.prose(text, indicators=bench.GONE), "OFF405")


def test_two_scopes_need_two_questions_of_one_sort(bench: Any) -> None:
    """Breakdowns, filters, other areas, other lengths and texts are no second answer."""
    other = bench.NORDIC.replace(
        "    observations:", "    observations:\n      - {area: DK, period: 2018, value: 80}"
    )
    numbers = '{{type: number, figure: "{}", headline: A}}'
    block = "\n".join(
        f"  - {numbers.format(figure)}" for figure in ("survey[area=NO]", "nordic[area=NO]")
    )

    def found(first: str, second: str) -> list[str]:
        places: list[str] = bench.places(f"indicators:{first}{second}blocks:\n{block}\n", "OFF406")
        return places

    unit = "{unit: municipal-units}"
    longer = bench.SURVEY.replace("period: 2018", "period: 2016/2017")
    assert ["blocks[1].figure"] == found(bench.SURVEY, other)
    assert [] == found(
        bench.SURVEY.replace(unit, "{unit: municipal-units, filters: [innovating-units]}"), other
    )
    assert [] == found(longer, other)
    assert [] == found(bench.SURVEY.replace("value: 74", "value: {missing: not stated}"), other)
    assert [] == found(bench.SURVEY.replace(unit, "{unit: public-workplaces}"), other)


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("nb", "Samarbeid fører til kvalitet i {survey[area=NO]}.", 1),
        ("nb", "Samarbeid henger sammen med kvalitet i {survey[area=NO]}.", 0),
        ("nb", "Samarbeid fører til kvalitet. Det gjelder {survey[area=NO]}.", 0),
        ("nn", "Samarbeid gav kvalitet i {survey[area=NO]}.", 1),
        ("en", "Cooperation leads to quality in {survey[area=NO]}.", 1),
        ("en", "Cooperation leads to quality in {units}.", 0),
    ],
)
def test_cause(bench: Any, lang: str, text: str, count: int) -> None:
    """A cause in a sentence with answers to a survey is a finding."""
    sheet = bench.sheet(bench.prose(text, lang, indicators=bench.SURVEY + bench.UNITS))

    assert count == len(bench.places(sheet, "OFF407"))
