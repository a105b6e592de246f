"""The factsheet of 2019 as data: everything that the printed sheet holds, and nothing invented."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import attrs
import pytest

from offinno._frozen import Frozen
from offinno.datasets import path_of
from offinno.io import dumps, loads, read
from offinno.language import LANGUAGES, Text
from offinno.model import (
    AmountKind,
    Comparison,
    Datum,
    Evidence,
    Factsheet,
    FundingScheme,
    GroupedBars,
    Heading,
    Link,
    Name,
    Prose,
    Ranking,
    Source,
    Verdict,
    pieces,
)
from offinno.model._scheme import SchemeName
from offinno.values import Missing, MissingReason, Qualifier, Range, Value

SEQUENCES = Path(__file__).with_name("printed-sequences.txt")
WINDOW = "2 years before 2017-09-12/2017-10-30"


@cache
def sheet() -> Factsheet:
    """Return the sheet, read once."""
    found = read(path_of("innovation-2019")).thing
    assert isinstance(found, Factsheet)
    return found


@cache
def words(lang: str) -> str:
    """Return all text of the blocks in one language, names without their braces."""
    texts = [text for block in sheet().blocks for text in _texts(block, lang)]
    return "\n".join(texts)


def _texts(block: Any, lang: str) -> Iterator[str]:
    for field in ("text", "headline", "heading"):
        if isinstance(text := getattr(block, field, None), Text):
            yield "".join(p.text if isinstance(p, Name) else str(p) for p in pieces(text[lang]))


@cache
def shown() -> frozenset[str]:
    """Return the keys of all figures and schemes that the blocks show."""
    figures = {reference.key for _, reference in sheet().references()}
    schemes = {key for block in sheet().blocks for key in getattr(block, "schemes", ())}
    return frozenset(figures | schemes)


def walk(thing: Any, *, skip: tuple[type, ...] = ()) -> Iterator[Text]:
    """Return every text within *thing*, without those of the types to skip."""
    if isinstance(thing, skip):
        return
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, tuple | frozenset):
        for part in thing:
            yield from walk(part, skip=skip)
    elif isinstance(thing, Frozen):
        for field in attrs.fields(cast("type[Any]", type(thing))):
            if field.init:
                yield from walk(getattr(thing, field.name), skip=skip)


#: Sections and claims of the printed sheet in its order: what is shown, and words that say it.
SECTIONS = [
    ("title", (), ()),
    ("size of the public sector", ("public-expenditure-gdp",), ()),
    ("what innovation is", (), ("Hva er innovasjon?", "OECD", "tjenester", "kommunisere")),
    ("why it must innovate", (), ("Hvorfor må offentlig sektor innovere?", "Regjeringen", "oljen")),
    (
        "why with researchers",
        (),
        (
            "Hvorfor er samarbeid med forskere om innovasjon viktig?",
            "bedre kvalitet",
            "prosjekter som blir til noe",
            "fornøyde ansatte",
            "kompetanse",
            "dokumentasjon",
        ),
    ),
    ("slogan", (), ("Uten fornyelse", "mer bærekraftig")),
    ("municipalities that innovated", ("innovative-municipal-units",), ()),
    ("cooperation with researchers", ("research-cooperation",), ()),
    ("chart 1", ("outcomes-by-research-cooperation", "barometer-respondents"), ()),
    ("claim on cooperation", (), ("oftere meldte om kvalitet og", "medarbeidertilfredshet")),
    ("chart 2, the map", ("innovative-units-by-region",), ("Det innoveres over hele landet",)),
    ("innovation projects", ("innovation-projects",), ("Våre viktigste ordninger",)),
    ("innovative procurement", ("innovative-procurement",), ()),
    ("public-sector PhD", ("public-sector-phd",), ()),
    ("competence projects", ("competence-projects",), ()),
    ("largest customer", ("purchases-from-business",), ("ikke har større kunder",)),
    ("pre-commercial procurement", (), ("førkommersiell",)),
    (
        "useful links",
        (),
        (
            "Nyttige lenker",
            "Forskningsrådets strategi for innovasjon i offentlig sektor",
            "Forskningsrådets indikatorrapport 2019",
            "Innovasjonsbarometeret for kommunal sektor",
            "Innovasjonsbarometeret for staten",
        ),
    ),
    ("imprint", (), ()),
    ("chart 3, funds", ("innovation-project-funds", "innovation-project-calls"), ("sterk vekst",)),
    ("chart 4, two divisions", ("economy-by-sector", "innovation-projects-by-sector"), ()),
    ("claim on research", (), ("forsker langt mindre",)),
    ("Europe", ("h2020-applications", "h2020-support"), ("Europeisk samarbeid", "Horisont 2020")),
    ("chart 5, the Nordic countries", ("nordic-innovative-workplaces",), ()),
    ("Norway among its neighbours", (), ("Norge ligger litt lavere enn Island",)),
]


@pytest.mark.parametrize(
    ("keys", "needles"), [section[1:] for section in SECTIONS], ids=[name for name, *_ in SECTIONS]
)
def test_every_section_of_the_printed_sheet_is_there(
    keys: tuple[str, ...], needles: tuple[str, ...]
) -> None:
    """Each section and claim is shown by its figures, its scheme or its words."""
    assert set(keys) <= shown()
    assert [needle for needle in needles if needle not in " ".join(words("nb").split())] == []


def test_title_edition_and_languages_are_those_of_the_sheet() -> None:
    """The sheet is that of 2019, in three languages."""
    assert "Innovasjon i offentlig sektor 2019" == sheet().title["nb"]
    assert "2019" == str(sheet().edition)
    assert LANGUAGES == sheet().languages


def test_contact_is_that_of_the_imprint() -> None:
    """The imprint names organisation, address, telephone, mail and page."""
    contact = sheet().contact

    assert contact is not None
    assert "Norges forskningsråd" == contact.organisation["nb"]
    assert contact.address is not None
    assert "Drammensveien 288, 1327 Lysaker" == contact.address.in_("nb")
    assert "+47 22 03 70 00" == contact.phone
    assert ["e-post", "nettside"] == [link.label["nb"] for link in contact.links]
    assert "mailto:post@forskningsradet.no?subject=" == contact.links[0].url


LINKS = """
https://www.forskningsradet.no/contentassets/2fd460a1f6e044999f36b327950e4463/
 natidsanalyse-av-innovasjonsaktivitet-i-kommunesektoren.pdf/
https://www.forskningsradet.no/sok-om-finansiering/hvem-kan-soke-om-finansiering/
 offentlig-sektor/innovasjonsprosjekter-i-offentlig-sektor/
https://www.forskningsradet.no/sok-om-finansiering/hvem-kan-soke-om-finansiering/offentlig-sektor/
https://prosjektbanken.forskningsradet.no/#/explore/projects/Kilde=FORISS&chart=bar
 &calcType=funding&Sprak=no&sortBy=date&sortOrder=desc
 &Soknad=Innovasjonsprosjekt%20i%20offentlig%20sektor
https://www.ks.no/globalassets/fagomrader/innovasjon/innovasjonsbarometeret-for-kommunal-sektor/
 measuring-new-nordic-solutions-innovation-barometer-web.pdf
"""


def test_links_are_those_of_the_sheet() -> None:
    """Every address of the sheet is there, and none that it does not hold."""
    assert LINKS.replace("\n ", "").split() == [link.url for link in sheet().links]


#: Every figure of the printed sheet: reference, magnitude, unit, period, evidence, wording.
FIGURES = [
    ("public-expenditure-gdp[period=2018]", "48.3", "% of GDP", "2018", "published", "48 %"),
    ("innovative-municipal-units", "74", "% of municipal-units", WINDOW, "published", "3 av 4"),
    (
        "research-cooperation",
        "15",
        "% of group-not-stated",
        "2 years before ?",
        "printed only",
        None,
    ),
    (
        "barometer-respondents",
        "1786",
        "unit-managers",
        "2017-09-12/2017-10-30",
        "verified",
        None,
    ),
    ("purchases-from-business", "600E9", "NOK / year", "?", "printed only", "600 milliarder"),
    ("h2020-applications", "141", "applications", "2014/..", "printed only", None),
    ("h2020-support", "180E6", "XXX", "2014/..", "printed only", "180 millioner"),
    *(
        (
            f"nordic-innovative-workplaces[area={area}]",
            share,
            "% of public-workplaces",
            "2 years before ../2018",
            "verified",
            None,
        )
        for area, share in {"IS": "78", "NO": "77", "SE": "81", "FI": "95", "DK": "80"}.items()
    ),
]


@pytest.mark.parametrize(("reference", "row"), [(row[0], row[1:]) for row in FIGURES])
def test_every_figure_of_the_printed_sheet_is_there(
    reference: str, row: tuple[str | None, ...]
) -> None:
    """Each figure is shown, with its value, unit, period, evidence and printed wording."""
    datum = sheet().figure(reference)
    magnitude, *rest = row
    printed = datum.observation.as_printed

    assert Decimal(str(magnitude)) == datum.number.magnitude
    assert rest == [
        str(datum.unit),
        datum.period.text,
        datum.observation.evidence.value,
        printed["nb"] if printed else None,
    ]
    assert datum.indicator.key in shown()


#: Figures behind the sheet that were published in rounded words: magnitude and qualifier.
PUBLISHED = [
    ("public-expenditure-gdp[period=2017]", "49.6", Qualifier.EXACT),
    ("public-expenditure-gdp[period=2019]", "51.0", Qualifier.EXACT),
    ("public-expenditure-mainland", "59", Qualifier.NEARLY),
    ("innovation-outcomes[outcome=quality]", "70", Qualifier.OVER),
    ("innovation-outcomes[outcome=employee-satisfaction]", "40", Qualifier.ABOUT),
    ("innovation-outcomes[outcome=efficiency]", "40", Qualifier.ABOUT),
    ("innovation-outcomes[outcome=citizen-influence]", "30", Qualifier.NEARLY),
    ("innovations-with-several-gains", "60", Qualifier.OVER),
    ("quality-in-health-care", "75", Qualifier.ABOUT),
    ("innovative-units-by-sector[sector=education]", "80", Qualifier.ABOUT),
    ("innovative-units-by-sector[sector=health-care]", "70", Qualifier.ABOUT),
    ("units-starting-development", "25", Qualifier.ABOUT),
    ("municipalities-with-strategy", "10", Qualifier.ABOUT),
    ("process-innovation", "63", Qualifier.EXACT),
    ("state-innovation-work", "85", Qualifier.EXACT),
    ("public-procurement[period=2018]", "564E9", Qualifier.ABOUT),
    ("procurement-gdp[period=2019]", "17", Qualifier.ABOUT),
    ("innovation-project-calls[period=2019]", "185E6", Qualifier.ABOUT),
    ("innovation-project-calls[period=2020]", "200E6", Qualifier.AT_MOST),
    ("participating-municipalities", "80", Qualifier.OVER),
]


@pytest.mark.parametrize(("reference", "magnitude", "qualifier"), PUBLISHED)
def test_published_figures_keep_their_qualifier(
    reference: str, magnitude: str, qualifier: Qualifier
) -> None:
    """A figure that was published as a bound or in round words says so."""
    number = sheet().figure(reference).number

    assert (Decimal(magnitude), qualifier) == (number.magnitude, number.qualifier)


def every_datum() -> Iterator[Datum]:
    """Return every figure of the sheet."""
    return (datum for indicator in sheet().indicators for datum in indicator.data())


def test_every_figure_has_a_source() -> None:
    """No figure stands without the publication it was read in."""
    assert [] == [str(datum) for datum in every_datum() if datum.source is None]


def test_chart_values_that_the_text_does_not_hold_are_missing_with_a_reason() -> None:
    """The values of charts 1 to 4 are published, not available, and never invented."""
    gaps = {d.indicator.key: d.value for d in every_datum() if isinstance(d.value, Missing)}

    assert set(gaps) == {
        "outcomes-by-research-cooperation",
        "innovative-units-by-region",
        "innovation-project-funds",
        "economy-by-sector",
        "innovation-projects-by-sector",
    }
    for gap in gaps.values():
        assert gap.reason is MissingReason.NOT_AVAILABLE_TO_US
        assert gap.note is not None
    for key in gaps:
        assert all(isinstance(datum.value, Missing) for datum in sheet().indicator(key).data())


def test_charts_have_the_dimensions_that_they_evidently_showed() -> None:
    """Chart 1 crosses outcome and cooperation; chart 4 parts two totals by sector."""
    chart = sheet().indicator("outcomes-by-research-cooperation")
    block = next(block for block in sheet().blocks if isinstance(block, GroupedBars))

    assert ["outcome", "cooperation"] == [dimension.key for dimension in chart.dimensions]
    assert 4 == len(chart)
    assert ("outcome", "cooperation") == (block.along, block.by)
    for key in ("economy-by-sector", "innovation-projects-by-sector"):
        (sector,) = sheet().indicator(key).dimensions
        assert ["public-sector", "private-sector"] == [term.key for term in sector.categories]


def test_units_are_counted_where_the_sheet_says_municipalities() -> None:
    """74 per cent are units in two sectors; a note says what was printed."""
    datum = sheet().figure("innovative-municipal-units")
    (note,) = datum.notes

    assert "municipal-units" == datum.population.unit.key  # type: ignore[union-attr]
    assert {"health-care", "education"} == {
        term.key
        for term in datum.population.sectors  # type: ignore[union-attr]
    }
    assert "«3 av 4 kommuner»" in note.text["nb"]
    assert 1786 == datum.sample.n  # type: ignore[union-attr]
    assert "unit-managers" == datum.sample.unit.key  # type: ignore[union-attr]


def test_what_the_cooperating_are_a_share_of_is_not_stated() -> None:
    """15 per cent has neither population nor question."""
    datum = sheet().figure("research-cooperation")

    assert isinstance(datum.population, Missing)
    assert datum.question is None


def test_size_is_a_ratio_and_no_part_of_gdp() -> None:
    """Expenditure relative to GDP is no share of GDP; the sheet's claim has its note."""
    assert "ratio" == sheet().figure("public-expenditure-gdp[period=2018]").unit.kind.value
    (note, *_) = sheet().indicator("economy-by-sector").notes
    assert "ingen del av BNP" in note.text["nb"]


def test_finland_is_municipal_only_and_never_shown_without_its_note() -> None:
    """The asterisk stands on Finland, must be shown, and forbids ranking Finland."""
    nordic = sheet().indicator("nordic-innovative-workplaces")
    finland = nordic.at(area="FI")
    (note,) = finland.notes
    ranking = Comparison.of(nordic, reference="NO")

    assert ("*", True) == (note.mark, note.must_show)
    assert {"municipal-level"} == {
        term.key
        for term in finland.population.levels  # type: ignore[union-attr]
    }
    assert Verdict.NOT_COMPARABLE is ranking.verdict_of("FI")
    assert ["SE", "DK", "IS", "NO"] == [datum.area.code for _, datum in ranking.ranking]


def test_the_headline_on_the_nordic_countries_is_what_the_figures_support() -> None:
    """Norway lies below each country that it may be compared with, by few points."""
    block = next(block for block in sheet().blocks if isinstance(block, Ranking))
    ranking = Comparison.of(sheet().select(block.figure), reference=block.reference)

    for area in ("IS", "DK", "SE"):
        assert -5 < ranking.difference("NO", area).magnitude < 0
    assert "Island, Danmark og Sverige" in block.headline["nb"]


def test_the_support_without_currency_has_a_figure_in_kroner_beside_it() -> None:
    """180 million stays without currency; the sum in kroner follows from its inputs."""
    support = sheet().figure("h2020-support")
    kroner = sheet().figure("h2020-support-nok")
    lineage = kroner.indicator.lineage
    assert lineage is not None
    euros, rate = (part.value for part in lineage.inputs)

    assert "XXX" == str(support.unit)
    assert Evidence.DERIVED is kroner.observation.evidence
    assert all(part.source is not None for part in lineage.inputs)
    assert rounded(euros.magnitude * rate.magnitude, "1E5") == kroner.number.magnitude


def test_the_euros_of_the_years_are_the_input_of_the_sum_in_kroner() -> None:
    """Grants of 2014 to 2019 add up to what is converted, at one rate or at that of each year."""
    grants = sheet().indicator("h2020-grants-eur")
    years = [str(year) for year in range(2014, 2020)]
    amounts = [grants.at(period=year).number.magnitude for year in years]
    at_one_rate = sheet().indicator("h2020-support-nok").lineage
    yearly = sheet().figure("h2020-support-nok-yearly")
    assert at_one_rate is not None
    assert yearly.indicator.lineage is not None
    parts = [part.value.magnitude for part in yearly.indicator.lineage.inputs]

    assert sum(amounts) == at_one_rate.inputs[0].value.magnitude
    assert amounts == parts[::2]
    total = sum(euros * rate for euros, rate in zip(parts[::2], parts[1::2], strict=True))
    assert rounded(Decimal(total), "1E5") == yearly.number.magnitude


def test_participations_of_the_years_are_those_that_were_added_up() -> None:
    """The participations of all years are the records that amounts and counts rest on."""
    counted = sheet().indicator("h2020-participations")
    for indicator in (counted, sheet().indicator("h2020-grants-eur")):
        assert indicator.lineage is not None
        (records,) = indicator.lineage.inputs
        assert sum(d.number.magnitude for d in counted.data()) == records.value.magnitude


def test_derived_figures_say_how_they_were_derived() -> None:
    """Every figure that was computed has its method and inputs."""
    derived = [d for d in every_datum() if d.observation.evidence is Evidence.DERIVED]

    assert [] == [str(datum) for datum in derived if datum.indicator.lineage is None]


def test_consumption_relative_to_gdp_follows_from_its_inputs() -> None:
    """24.1 per cent is consumption over GDP."""
    datum = sheet().figure("public-consumption-gdp")
    assert datum.indicator.lineage is not None
    above, below = (part.value.magnitude for part in datum.indicator.lineage.inputs)

    assert rounded(100 * above / below, "0.1") == datum.number.magnitude


def rounded(number: Decimal, to: str) -> Decimal:
    """Return *number* rounded half up."""
    return number.quantize(Decimal(to), rounding=ROUND_HALF_UP)


#: Every call: scheme, deadline, and amounts with kind and qualifier.
CALLS = [
    ("innovation-projects", "?-09", []),
    ("innovation-projects", "2019-09-25", ["announced about 185000000 NOK"]),
    (
        "innovation-projects",
        "2020-09-16",
        ["announced at most 200000000 NOK", "announced 50000000 NOK"],
    ),
    (
        "innovation-projects",
        "missing: not stated",
        ["announced at most 160000000 NOK", "announced 3000000 to 7000000 NOK"],
    ),
    ("innovative-procurement", "2019-05-22", []),
    ("innovative-procurement", "2019-11-20", []),
    ("innovative-procurement", "2020-09-16", []),
    ("public-sector-phd", "missing: not available to us", []),
    ("competence-projects", "2020-09-02", ["announced over 1400000000 NOK"]),
]


def test_schemes_have_their_calls() -> None:
    """Deadlines and amounts are those that the sources give."""
    found = [
        (
            scheme.key,
            str(call.deadline),
            [f"{amount.kind.value} {figure(amount.value)}" for amount in call.amounts],
        )
        for scheme in sheet().schemes
        for call in scheme.calls
    ]

    assert CALLS == found


def figure(value: Value | Range | Missing) -> str:
    """Return a figure for developers, a range by its ends."""
    if isinstance(value, Range):
        return f"{value.low.magnitude:f} to {value.high}"
    return str(value)


def test_the_first_call_for_pre_commercial_procurement_was_in_spring_2019() -> None:
    """The season that the sheet prints stands on the call whose deadline a source gives."""
    first = sheet().scheme("innovative-procurement").calls[0]

    assert "2019-spring" == str(first.opens)


def test_sources_that_disagree_on_the_round_of_2019_both_stay() -> None:
    """33 projects got 210 or 185 million kroner, depending on whom one asks."""
    first, *_ = sheet().scheme("innovation-projects").rounds

    assert ["110 applications"] == [str(tally.value) for tally in first.applications]
    assert ["33 projects"] == [str(tally.value) for tally in first.grants]
    assert {
        ("210000000 NOK", ("offentliginnovasjon-2020",)),
        ("185000000 NOK", ("ntb-2020",)),
    } == {(str(amount.value), amount.sources) for amount in first.granted}
    assert {AmountKind.GRANT} == {amount.kind for amount in first.granted}


def test_applications_of_2020_are_counted_alone_and_with_procurement() -> None:
    """66 applications for innovation projects and 3 for procurement make 69 together."""
    scheme, procurement = (
        sheet().scheme(key) for key in ("innovation-projects", "innovative-procurement")
    )
    _, alone, together, _ = scheme.rounds

    assert "66 applications" == str(alone.applications[0].value)
    assert "3 applications" == str(procurement.rounds[0].applications[0].value)
    assert "69 applications" == str(together.applications[0].value)
    assert "nearly 440000000 NOK" == str(together.applied_for[0].value)
    assert ("innovative-procurement",) == together.together_with


def test_schemes_are_named_as_on_the_sheet() -> None:
    """Names of schemes are names, the same in every language."""
    assert [
        "Innovasjonsprosjekter i offentlig sektor",
        "Innovative anskaffelser",
        "Offentlig sektor-ph.d.",
        "Kompetanseprosjekt for offentlig sektor",
    ] == [scheme.name.in_("en") for scheme in sheet().schemes]


def test_no_text_lacks_a_language() -> None:
    """Everything but titles of sources stands in Bokmål, Nynorsk and English."""
    texts = [*walk(sheet(), skip=(Source,)), *(source.publisher for source in sheet().sources)]
    texts += [source.note for source in sheet().sources if source.note]

    assert [] == [dict(text) for text in texts if text.missing]


def running_text() -> Iterator[str]:
    """Return the running text of the sheet in Bokmål; titles, labels and names are none."""
    kept = attrs.evolve(
        sheet(),
        title="x",
        blocks=tuple(block for block in sheet().blocks if not isinstance(block, Heading)),
        indicators=tuple(attrs.evolve(i, title="x") for i in sheet().indicators),
    )
    for text in walk(kept, skip=(Link, SchemeName, Source)):
        yield "".join(p if isinstance(p, str) else " | " for p in braced(text.in_("nb")))


def braced(text: str) -> Iterator[Any]:
    """Return the pieces of *text*."""
    return pieces(text) if "{" in text else iter([text])


def test_no_sentence_of_the_printed_sheet_is_copied() -> None:
    """No six words in a row of the printed sheet stand in our running text."""
    printed = {line for line in SEQUENCES.read_text().split("\n") if not line.startswith("#")}
    copied = [
        row
        for text in running_text()
        for part in text.split("|")
        for row in rows_of_six(part)
        if sha256(row.encode()).hexdigest()[:10] in printed
    ]

    assert [] == copied


def rows_of_six(text: str) -> list[str]:
    """Return every six words in a row, in lower case."""
    found = re.findall(r"[^\W_]+", text.casefold())
    return [" ".join(found[at : at + 6]) for at in range(len(found) - 5)]


def test_titles_of_the_printed_sheet_would_be_recognised() -> None:
    """The list of sequences is that of the printed sheet: a title of it is found there."""
    (row, *_) = rows_of_six("Hvorfor er samarbeid med forskere om innovasjon viktig?")

    assert sha256(row.encode()).hexdigest()[:10] in SEQUENCES.read_text()


def test_every_number_in_running_text_is_bound_to_a_figure() -> None:
    """Outside references and names, blocks hold no digits but years."""
    loose = [
        number
        for block in sheet().blocks
        for field in ("text", "headline")
        for text in getattr(block, field, Text({"nb": "x"})).values()
        for piece in pieces(text)
        if isinstance(piece, str)
        for number in re.findall(r"\d+", piece)
    ]

    assert [] == [number for number in loose if not re.fullmatch("(19|20)[0-9]{2}", number)]


def test_languages_bind_the_same_figures() -> None:
    """A text refers to the same figures in the same forms, whatever its language."""
    for block in sheet().blocks:
        for field in ("text", "headline"):
            text = getattr(block, field, None)
            if text is not None:
                bound = {
                    tuple(sorted(str(p) for p in pieces(w) if not isinstance(p, str | Name)))
                    for w in text.values()
                }
                assert 1 == len(bound)


def test_the_causal_claim_is_worded_as_association() -> None:
    """What researchers bring is said to go together with them, not to come from them."""
    assert "viser en sammenheng, ikke en årsak" in words("nb")
    assert "show association, not cause" in words("en")


def test_the_sheet_begins_a_second_page_once() -> None:
    """On paper the sheet has two pages, before notes and sources."""
    breaks = [block for block in sheet().blocks if isinstance(block, Heading) and block.new_page]

    assert ["Our main schemes"] == [block.text["en"] for block in breaks]
    assert ["lead", "callout"] == [b.style for b in sheet().blocks[:2] if isinstance(b, Prose)]


def test_schemes_cite_where_they_are_described() -> None:
    """Every scheme rests on the printed sheet, and on what tells more."""
    assert all("factsheet-2019" in scheme.sources for scheme in sheet().schemes)
    assert all(isinstance(scheme, FundingScheme) for scheme in sheet().schemes)


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_the_sheet_survives_writing_and_reading(format: str) -> None:  # noqa: A002
    """What is written of the sheet reads back as the same sheet."""
    assert sheet() == loads(dumps(sheet(), format=format), format=format)
