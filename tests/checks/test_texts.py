"""OFF501, OFF502 and OFF506: numbers in texts, and languages."""

from typing import Any

import pytest

from offinno.checks import check


@pytest.mark.parametrize(
    "text",
    [
        "I 2018 og 2016–2017, på 1990-tallet og fram mot 2020.",
        "Se § 3-2, [tabell](https://www.ssb.no/123) og https://www.ssb.no/4.",
        "Se <https://www.ssb.no/4>.",
        "Den 12. september 2017, 12.9.2018 og 2018-09-12.",
        "I det 21. århundre og ved 2. septemberfristen.",
        "On September 12, the 21st day.",
        "H2020, CO2, covid-19 og 5G.",
        "{'Horisont 2020'} og {'Meld. St. 30'}.",
        "Tall: {units}, {{ikke noe}}.",
    ],
)
def test_number_that_is_no_figure(bench: Any, text: str) -> None:
    """Years, dates, ordinals, sections, addresses and names are passed over."""
    assert [] == bench.places(bench.prose(text), "OFF501")


def test_numbered_list(bench: Any) -> None:
    """The numbers of a list in Markdown count nothing."""
    assert [] == bench.places(bench.prose("1. Ett\n        2. To"), "OFF501")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nesten 3 av 4 har innovert.", "3 av 4"),
        ("Det er 48 % av BNP.", "48 %"),
        ("Om lag 1 786 svarte.", "1 786"),
        ("Det er 35,5 prosent.", "35,5 prosent"),
        ("Det er 2000 kroner.", "2000"),
        ("De er 15. Resten er flere.", "15"),
        ("Over 7 in 10 did.", "7 in 10"),
    ],
)
def test_number_that_is_one(bench: Any, text: str, number: str) -> None:
    """A number in running text belongs to a figure."""
    (finding,) = check(bench.sheet(bench.prose(text)), select=["OFF501"])

    assert (("number", number),) == finding.facts


def test_headlines_are_read_too(bench: Any) -> None:
    """A headline is a text like others."""
    assert ["blocks[0].headline.nb"] == bench.places(bench.headline("av 356 kommuner"), "OFF501")


def test_texts_of_a_sheet_are_looked_through(bench: Any) -> None:
    """Every text but quotations, questions and titles of sources is there in each language."""
    fragment = """languages: [nb, en]
title: {nb: Tittel}
terms:
  bridges: {label: {nb: bruer}, one: {nb: bru}}
sources:
  - {key: ks, publisher: {nb: KS}, title: {nb: Barometer}, locator: s. 1, note: {nb: Lest}}
indicators:
  - key: bridges
    title: {nb: Bruer, en: Bridges}
    definition: bridges
    unit: share of bridges
    population: {missing: not stated, note: {nb: Uvisst}}
    question: {key: q, text: {nb: Spurt}}
    sample: {method: {nb: nett}}
    sources: [ks]
    observations:
      - {area: NO, period: 2018, value: 74, as_printed: {nb: 3 av 4}}
      - {area: SE, period: 2018, value: {missing: not stated, note: {nb: Uvisst}}}
      - area: {code: x-here, label: {nb: Her}}
        period: 2018
        value: {low: 1, high: 2, across: {nb: alle}}
      - {area: DK, period: 2018, value: 1, population: {missing: not stated, note: {nb: Uvisst}}}
      - {area: FI, period: 2018, value: 1, sample: {method: {nb: nett}}}
"""
    expected = {
        "title",
        "terms.bridges.label",
        "terms.bridges.one",
        "sources[0].note",
        "indicators[0].population.note",
        "indicators[0].sample.method",
        "indicators[0].observations[1].value.note",
        "indicators[0].observations[2].area.label",
        "indicators[0].observations[2].value.across",
        "indicators[0].observations[3].population.note",
        "indicators[0].observations[4].sample.method",
    }

    assert expected == set(bench.places(fragment, "OFF502"))


def test_only_languages_of_the_sheet_are_asked_for(bench: Any) -> None:
    """A sheet in Bokmål alone needs no other language."""
    assert [] == bench.places("languages: [nb]\ntitle: {nb: Tittel}\n", "OFF502")


def test_running_text_for_all_languages(bench: Any) -> None:
    """Sentences that are written once for several languages are found, wherever they stand."""
    fragment = """languages: [nb, en]
title: Ark
subtitle: Tall
indicators:
  - key: bridges
    title: Bruer
    definition: Alle bruer
    unit: share of workplaces
    population: {missing: not stated, note: Uvisst}
    notes: [{mark: "*", text: Foreløpig}]
    sources: [ks]
    observations: [{area: NO, period: 2018, value: 74, notes: ["*"]}]
schemes:
  - {key: fund, names: [{name: Fond}], provider: Gir, purpose: Gi, applicants: Alle}
blocks:
  - {type: heading, text: Bruer}
  - {type: number, figure: bridges, headline: av bruene}
  - {type: prose, text: "{bridges:value} av bruene"}
  - {type: notes, heading: Merknader}
"""
    expected = {
        "title",
        "subtitle",
        "indicators[0].title",
        "indicators[0].definition",
        "indicators[0].population.note",
        "indicators[0].notes[0].text",
        "schemes[0].purpose",
        "schemes[0].applicants",
        "blocks[0].text",
        "blocks[1].headline",
        "blocks[2].text",
        "blocks[3].heading",
    }

    assert expected == set(bench.places(fragment, "OFF506"))
    assert [] == bench.places(fragment.replace("[nb, en]", "[nb]"), "OFF506")


def test_names_and_figures_are_for_all_languages(bench: Any) -> None:
    """Names, addresses, sources, terms and questions may be the same, and so may bare figures."""
    fragment = """languages: [nb, en]
title: {nb: Ark, en: Sheet}
publisher: Utgiver
terms: {bridges: {label: bruer}}
sources: [{key: ks, publisher: KS, title: Barometer, note: {nb: Lest, en: Read}}]
contact: {organisation: Utgiver, address: Gata, links: [{label: Side, url: "https://example.org"}]}
schemes:
  - {key: fund, names: [{name: Fond}], provider: Gir, purpose: {nb: Gi, en: Give}}
indicators:
  - key: bridges
    title: {nb: Bruer, en: Bridges}
    definition: {nb: Bruer, en: Bridges}
    unit: share of bridges
    population: {unit: bridges}
    question: {key: q, text: Hva?}
    sources: [ks]
    observations:
      - {area: {code: x-here, label: Her}, period: 2018, value: 74, as_printed: tre av fire}
blocks:
  - {type: prose, text: "{bridges:value} {'Horisont 2020'}: 2018"}
"""

    assert [] == bench.places(fragment, "OFF506")
