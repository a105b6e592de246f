"""What a page shows of figures, schemes, notes and sources."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import attrs
import pytest

from offinno.language import Lang
from offinno.model import (
    Bars,
    Derivation,
    Factsheet,
    Input,
    Links,
    Method,
    Number,
    Observation,
    Observations,
    Source,
)
from offinno.render import _notes, _pictures, page
from offinno.render._desk import Desk, desk_for
from offinno.render._figures import figure_view
from offinno.render._layout import complete
from offinno.render._lines import with_sources
from offinno.render._pictures import with_figures
from offinno.render._view import Anchor, FigureView, Phrase
from offinno.values import Missing, MissingReason, Value

Element = ET.Element
Specimen = Callable[..., Factsheet]
Words = Callable[[Element], str]

CALL = (
    "3 February 2001 (the call; opens January 2001): "
    "3\u00a0million\u00a0NOK (announced; the part; as of 2000; "
    "printed as ‘the as printed’)\u00a0[1] (the amount note); "
    "amount: not stated (the unknown) (announced)\u00a0[2]. the call note"
)
DISPUTED = (
    "2001 (counted together with the bare scheme): "
    "sources disagree: 5\u00a0applications\u00a0[1] / "
    "number of applications: not stated (the unknown) (the tally note); "
    "8\u00a0million\u00a0NOK (applied for); number of grants: not stated (the unknown); "
    "sources disagree: 4\u00a0million\u00a0NOK (grant)\u00a0[1] / "
    "6\u00a0million\u00a0NOK (grant)\u00a0[2]. the round note"
)
PARTED = (
    "2002: 2\u00a0projects granted; 1\u00a0million\u00a0NOK (grant; the one part); "
    "2\u00a0million\u00a0NOK (grant; the other part)"
)


def by_class(root: Element, name: str) -> list[Element]:
    """Return the elements of a class."""
    return [e for e in root.iter() if name in (e.get("class") or "").split()]


def facts(card: Element, words_of: Words) -> dict[str, list[str]]:
    """Return what a card says, by subject."""
    return {
        words_of(row.findall("dt")[0]): [words_of(point) for point in row.findall("dd")]
        for row in card.findall("dl/div")
    }


class TestFigures:
    """Numbers and pictures."""

    def test_number(self, english: Element, words_of: Words) -> None:
        """A number stands large, with its mark, finding, measure, note and source."""
        (number,) = by_class(english, "number")

        assert (
            "about 2 million NOK‡ the headline "
            "The money title. Norwegian kroner, the area, 2001. "
            "Population: not stated (the population note). "
            "‡ the money note "
            "Computed as 1\u00a0NOK (the other (n.d.)) + 2\u00a0NOK; the lineage. "
            "Source: the other (n.d.)"
        ) == words_of(number)

    def test_number_without_value(self, specimen: Specimen) -> None:
        """Where there is no number, the reason stands in its place."""
        made = _view(specimen(), Number(figure="lost[area=NO]", headline="h"))

        assert (None, (), None) == (made.number, made.pictures, made.table)
        assert ["Published, but not available to us.", " ", "the gap"] == [
            span.text for line in made.missing for span in line
        ]

    def test_reason_without_note(self, specimen: Specimen) -> None:
        """A reason stands alone where nobody said more; each stands once."""
        sheet = specimen()
        lost = sheet.indicator("lost")
        gap = Missing(MissingReason.NOT_COLLECTED)
        rows = [attrs.evolve(row, value=gap) for row in lost.observations]
        bare = attrs.evolve(lost, observations=Observations.of(lost.unit, rows))
        sheet = attrs.evolve(sheet, indicators=[*sheet.indicators[:-1], bare])
        made = _view(sheet, Bars(figure="lost", headline="h"))

        assert ((Phrase("Not collected."),),) == made.missing
        assert () == made.remarks

    def test_working_stands_at_the_figure(self, specimen: Specimen) -> None:
        """A figure that was computed says how; where it has no value, there is nothing to say."""
        sheet = specimen()
        money = sheet.indicator("money")
        gone = [
            attrs.evolve(row, value=Missing(MissingReason.SUPPRESSED), as_printed=None)
            for row in money.observations
        ]
        bare = attrs.evolve(money, key="gone", observations=Observations.of(money.unit, gone))
        sheet = attrs.evolve(sheet, indicators=[*sheet.indicators, bare])
        number = _view(sheet, Number(figure="money", headline="h"))

        assert "Computed as 1\u00a0NOK" == "".join(s.text for s in number.working)[:17]
        assert () == _view(sheet, Number(figure="gone", headline="h")).working
        assert () == _view(sheet, Bars(figure="shares[kind=new]", headline="h")).working

    def test_long_working_leaves_what_its_numbers_are_to_the_notes(
        self, specimen: Specimen
    ) -> None:
        """A sum of many parts stands at the figure as numbers alone."""
        sheet = specimen()
        money = sheet.indicator("money")
        parts = [
            Input(figure="a", value=Value(n, money.unit), period=2000 + n) for n in range(1, 6)
        ]
        long = attrs.evolve(money, key="long", lineage=Derivation(method=Method.SUM, inputs=parts))
        sheet = attrs.evolve(sheet, indicators=[*sheet.indicators, long])
        (phrase,) = _view(sheet, Number(figure="long", headline="h")).working

        assert "Computed as 1 NOK + 2 NOK + 3 NOK + 4 NOK + 5 NOK." == phrase.text.replace(
            "\u00a0", " "
        )

    def test_working_of_many_figures_is_left_to_the_notes(self, specimen: Specimen) -> None:
        """Figures that were each computed in their own way have no line in common."""
        sheet = specimen()
        shares = sheet.indicator("shares")
        steps = [
            Input(figure="a", value=Value(n, shares.unit), area=area, period=2001)
            for area in ("NO", "IS")
            for n in (1, 2)
        ]
        rows = [
            Observation(area=area, period=2001, value=Value(1, shares.unit))
            for area in ("NO", "IS")
        ]
        grown = attrs.evolve(
            shares,
            key="grown",
            dimensions=(),
            lineage=Derivation(method=Method.GROWTH, inputs=steps),
            observations=Observations.of(shares.unit, rows),
        )
        sheet = attrs.evolve(sheet, indicators=[*sheet.indicators, grown])
        view = _view(sheet, Bars(figure="grown", headline="h"))

        assert () == view.working

    def test_pictures_fit_narrow_and_wide_places(self, specimen: Specimen) -> None:
        """A picture in a third of the page comes in one width, else in two."""
        bars = Bars(figure="shares[kind=new]", headline="h", width="third")
        sheet = specimen()

        assert 1 == len(_view(sheet, bars, columns=2).pictures)
        assert ['width="340"', 'width="560"'] == [
            f'width="{made.split(chr(34) + " height")[0].rsplit(chr(34), 1)[1]}"'
            for made in _view(sheet, bars, columns=3).pictures
        ]

    def test_picture_is_as_narrow_as_can_be(
        self, specimen: Specimen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where labels need more room than a phone has, the picture is as wide as they need."""
        monkeypatch.setattr(_pictures, "_NARROW", 20)
        (picture,) = _view(
            specimen(), Bars(figure="shares[kind=new]", headline="h"), columns=2
        ).pictures

        assert picture.startswith("<svg")

    def test_notes_that_must_be_shown_are_told_apart(
        self, english: Element, words_of: Words
    ) -> None:
        """On paper only these stand at the figure."""
        kept = {words_of(element) for element in by_class(english, "kept")}

        assert {"† the must"} == kept

    def test_table_holds_every_value(self, english: Element, words_of: Words) -> None:
        """The table behind a picture has a row for each figure, marks included."""
        tables = [words_of(table) for table in english.iter("table")]

        assert 3 == len(tables)
        assert "Sweden" in tables[0]
        assert "56%" in tables[0]

    def test_source_leads_to_the_list(self, english: Element) -> None:
        """The source of a figure leads to where it stands in full."""
        lines = [e for e in by_class(english, "source") if e.find("a") is not None]

        assert {"#source-1", "#source-2"} == {
            a.get("href") for line in lines for a in line.iter("a")
        }


def _view(sheet: Factsheet, block: Number | Bars, columns: int = 2) -> FigureView:
    """Return the view of a block on a page of *sheet*."""
    whole = complete(attrs.evolve(sheet, blocks=(block,)))
    desk = attrs.evolve(desk_for(whole, lang="en"), columns=columns)
    return figure_view(block, with_figures(desk, [(block, desk)]))


class TestSchemes:
    """Cards of schemes."""

    def test_says_all(self, english: Element, words_of: Words) -> None:
        """Everything that a scheme has stands on its card, with its sources."""
        card = english.findall(".//article")[0]

        assert {
            "Provider": ["the provider"],
            "Who may apply": ["the applicants"],
            "Together with": ["the partners"],
            "Deadlines": [
                CALL,
                "Deadline: not stated (the unknown)",
            ],
            "Support": [
                "Up to 50\u00a0per cent of approved project costs (the applies to)\u00a0[2]"
            ],
            "Legal basis": ["the law"],
            "Results": [
                DISPUTED,
                PARTED,
            ],
        } == facts(card, words_of)

    def test_has_a_history(self, english: Element, words_of: Words) -> None:
        """Former names, and the scheme that it followed, stand below the name."""
        card = english.findall(".//article")[0]

        assert [
            "formerly the old name (until 2000)",
            "formerly the older name",
            "follows the bare scheme",
        ] == [words_of(p) for p in by_class(card, "former")]

    def test_leads_to_its_page(self, english: Element) -> None:
        """A DOI becomes an address that a browser can follow."""
        (more,) = by_class(english, "more")

        assert ["https://doi.org/10.1000/182"] == [a.get("href") for a in more.iter("a")]

    def test_says_little_where_little_is_known(self, english: Element, words_of: Words) -> None:
        """A provider that publishes the sheet goes without saying."""
        card = english.findall(".//article")[1]

        assert "the bare scheme the bare purpose" == words_of(card)

    def test_results_come_again_for_paper(self, english: Element, words_of: Words) -> None:
        """Cards on paper have no room for results, so they stand among the notes."""
        (again,) = by_class(english, "earlier")
        text = words_of(again)

        assert text.startswith("Results of the calls the scheme 2001 (counted together")
        assert "the bare scheme 2" not in text


class TestNotes:
    """Notes, definitions and sources."""

    def test_notes(self, english: Element, words_of: Words) -> None:
        """Each note stands once, with its mark and the ways back."""
        (notes,) = by_class(english, "marked")

        assert "Notes * the note ↩ ↩ ↩ ‡ the money note ↩ † the must ↩ ↩" == words_of(notes)

    def test_definitions(self, english: Element, words_of: Words) -> None:
        """Each figure says how it is defined, whom it describes and how it was made."""
        (about,) = by_class(english, "about")

        assert (
            "How the figures are defined "
            "the title The definition. Population: workplaces (limited to the filter). "
            "Question: The question. 7\u00a0answers; method: the method; weighting: the weighting. "
            "the money title The money definition. "
            "Population: not stated (the population note). "
            "Computed as 1\u00a0NOK (the other (n.d.)) + 2\u00a0NOK; the lineage. "
            "Printed on a sheet, with no second source found. "
            "the lost title The lost definition. Population: workplaces."
        ) == words_of(about)

    def test_sources(self, english: Element, words_of: Words) -> None:
        """Each source stands once, with everything there is to find and judge it."""
        (sources,) = by_class(english, "sources")
        links = [a.get("href") for a in sources.iter("a")]

        assert (
            "Sources the publisher (2002): the source title, the locator. "
            "https://example.org/full?a=1&b=2 "
            "Read 5 April 2003. Licence: the licence. the source note "
            "the other (n.d.): the bare title."
        ) == words_of(sources)
        assert ["https://example.org/full?a=1&b=2"] == links

    @pytest.mark.parametrize(
        ("title", "locator", "expected"),
        [("A", None, "."), ("A?", None, ""), ("A?", "p. 1", ", p. 1."), ("A", "p.", ", p.")],
    )
    def test_sources_end_with_one_stop(
        self, title: str, locator: str | None, expected: str
    ) -> None:
        """A title that asks needs no full stop."""
        assert expected == _notes._rest(title, locator)

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            ("nb", "Merknader og kilder"),
            ("nn", "Merknader og kjelder"),
            ("en", "Notes and sources"),
        ],
    )
    def test_have_a_heading(
        self, parsed: Callable[[str], Element], lang: Lang, expected: str
    ) -> None:
        """Notes that nobody placed have a heading of their own."""
        root = parsed(page(Factsheet(key="s", title="t"), lang=lang))

        assert [expected] == [h2.text for h2 in root.iter("h2")]


class TestLinks:
    """Links of the sheet."""

    def test_without_heading(self, specimen: Specimen, parsed: Callable[[str], Element]) -> None:
        """A list of links has a name even where nothing stands above it."""
        sheet = attrs.evolve(specimen(), blocks=[Links()])
        (nav,) = parsed(page(sheet, lang="nn")).iter("nav")

        assert "Lenkjer" == nav.get("aria-label")


class TestContact:
    """Whom to ask."""

    def test_says_addresses_for_paper(self, english: Element, words_of: Words) -> None:
        """Behind each link stands where it leads, which a page of paper needs."""
        (contact,) = by_class(english, "contact")

        assert (
            "the organisation the address Telephone: +47 00 00 00 00 "
            "the mail nobody@example.org the page example.org/page"
        ) == words_of(contact)


class TestWithSources:
    """Source lines with links in them."""

    @pytest.fixture
    def desk(self) -> Desk:
        """Return a desk with sources one of whose names holds the other."""
        sources = (
            Source(key="a", publisher="KS", title="A", published=2001),
            Source(key="b", publisher="Not KS", title="B", published=2001),
            Source(key="c", publisher="KS", title="C", published=2001),
        )
        sheet = complete(Factsheet(key="s", title="t", sources=sources))
        return attrs.evolve(desk_for(sheet, lang="en"), sources=sources)

    def test_takes_the_longest_name(self, desk: Desk) -> None:
        """A name within a longer one is not linked by itself; of equal names the first is."""
        assert (
            Phrase("Sources: "),
            Anchor("Not KS (2001)", "#source-2"),
            Phrase("; "),
            Anchor("KS (2001)", "#source-1"),
        ) == with_sources("Sources: Not KS (2001); KS (2001)", desk)

    def test_leaves_what_it_does_not_know(self, desk: Desk) -> None:
        """Without sources a line is text."""
        assert (Phrase("Source: x"),) == with_sources("Source: x", attrs.evolve(desk, sources=()))
