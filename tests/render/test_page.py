"""A page as a reader's program sees it: landmarks, headings, languages, places, nothing fetched."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from xml.etree import ElementTree as ET

import attrs
import html5lib
import pytest

from offinno.language import Lang
from offinno.model import Bars, Factsheet, Heading, Notes, Prose
from offinno.render import page

Element = ET.Element
Specimen = Callable[..., Factsheet]
Parsed = Callable[[str], Element]
Pages = dict[Lang, Element]

LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
#: Attributes that make a browser fetch something.
FETCHING = {"src", "srcset", "poster", "data", "background", "manifest", "ping", "xlink:href"}
ALLOWED_LINKS = re.compile(r"#[a-z0-9-]+|https?://\S+|mailto:\S+")


def levels(root: Element) -> list[int]:
    """Return the levels of the headings in order."""
    return [LEVELS[element.tag] for element in root.iter() if element.tag in LEVELS]


class TestStructure:
    """What programs rely on."""

    @pytest.mark.parametrize("lang", ["nb", "nn", "en"])
    def test_is_without_fault(self, specimen: Specimen, lang: Lang) -> None:
        """A parser finds nothing that it has to put right."""
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse(page(specimen(), lang=lang))

        assert [] == parser.errors

    def test_captions_stand_first(self, english: Element) -> None:
        """The caption of a figure is its first element, as HTML wants it first or last."""
        assert {"figcaption"} == {figure[0].tag for figure in english.iter("figure")}

    @pytest.mark.parametrize("lang", ["nb", "nn", "en"])
    def test_says_its_language(self, pages: Pages, lang: Lang) -> None:
        """The root carries the language that was asked for."""
        assert lang == pages[lang].get("lang")

    def test_has_one_of_each_landmark(self, english: Element) -> None:
        """There is one header, one main part, one footer, and a way past the header."""
        tags = [element.tag for element in english.iter()]
        skip = english.find("body/a")

        assert [1, 1, 1] == [tags.count(tag) for tag in ("header", "main", "footer")]
        assert skip is not None
        assert "#content" == skip.get("href")

    def test_has_headings_without_gaps(self, pages: Pages) -> None:
        """One title, and no heading is more than one level below the one before it."""
        for root in pages.values():
            found = levels(root)

            assert [1] == [level for level in found if level == 1]
            assert 1 == found[0]
            assert all(later - earlier <= 1 for earlier, later in pairwise(found))

    def test_sections_are_named_by_their_headings(self, english: Element) -> None:
        """Every section and card says which heading names it, or has a name itself."""
        ids = {element.get("id") for element in english.iter()}
        for tag in ("section", "article", "nav"):
            for element in english.iter(tag):
                named = element.get("aria-labelledby")

                assert named in ids if named else element.get("aria-label")

    def test_has_every_place_once(self, pages: Pages) -> None:
        """No two elements share an id, and every way within the page leads somewhere."""
        for root in pages.values():
            ids = [element.get("id") for element in root.iter() if element.get("id")]
            ways = {str(a.get("href"))[1:] for a in root.iter("a") if a.get("href", "")[0] == "#"}

            assert len(set(ids)) == len(ids)
            assert set() == ways - set(ids)

    def test_tables_say_what_heads_what(self, english: Element) -> None:
        """Each cell that heads a row or column says which."""
        heads = list(english.iter("th"))

        assert heads
        assert {"col", "row"} == {head.get("scope") for head in heads}

    def test_has_title_and_description(
        self, english: Element, words_of: Callable[..., str]
    ) -> None:
        """Search engines and tabs get the title and the line below it."""
        title = english.find("head/title")
        description = [
            m.get("content") for m in english.iter("meta") if m.get("name") == "description"
        ]

        assert title is not None
        assert "the sheet" == words_of(title)
        assert ["the subtitle"] == description

    def test_figures_have_captions(self, english: Element) -> None:
        """Every figure has its finding as caption, and every picture a name."""
        figures = list(english.iter("figure"))
        pictures = list(english.iter("{http://www.w3.org/2000/svg}svg"))

        assert 5 == len(figures)
        assert all(figure.find("figcaption") is not None for figure in figures)
        assert 6 == len(pictures)  # three pictures, each for narrow and for wide places
        assert all(picture.get("role") == "img" for picture in pictures)
        assert all(picture.get("aria-labelledby") for picture in pictures)


class TestSafety:
    """Nothing runs, nothing is fetched."""

    def test_runs_no_script(self, pages: Pages) -> None:
        """There is no script, no event handler and nothing embedded."""
        for root in pages.values():
            tags = {element.tag for element in root.iter()}
            handlers = [n for e in root.iter() for n in e.attrib if n.startswith("on")]

            assert not tags & {"script", "iframe", "object", "embed", "link", "base", "form", "img"}
            assert [] == handlers

    def test_fetches_nothing(self, pages: Pages) -> None:
        """No attribute and no style makes a browser ask the network."""
        for root in pages.values():
            names = {name for element in root.iter() for name in element.attrib}
            style = next(root.iter("style")).text or ""

            assert not names & FETCHING
            assert not re.search(r"url\(|@import|image-set|src\(", style)

    def test_links_to_known_kinds_of_address(self, pages: Pages) -> None:
        """Links lead within the page, to the web or to a mail address."""
        for root in pages.values():
            links = [a.get("href", "") for a in root.iter("a")]

            assert all(ALLOWED_LINKS.fullmatch(link) for link in links)
            assert "https://doi.org/10.1000/182" in links

    def test_forbids_what_it_does_not_need(self, english: Element) -> None:
        """A policy in the page holds the browser to that."""
        policy = [m.get("content", "") for m in english.iter("meta") if m.get("http-equiv")]

        assert 1 == len(policy)
        assert policy[0].startswith("default-src 'none'; style-src 'unsafe-inline';")


class TestLanguages:
    """A text in another language than the page says so."""

    def test_marks_what_is_not_translated(self, specimen: Specimen, parsed: Parsed) -> None:
        """Every text that there is only in Bokmål carries that language on an English page."""
        sheet = specimen(lambda name: {"nb": f"norsk {name}"}, prose="Ren *tekst*.")
        sheet = attrs.evolve(sheet, blocks=(Prose(text={"nb": "Ren *tekst*."}), *sheet.blocks))
        root = parsed(page(sheet, lang="en"))
        marked = {t for e in root.iter() if e.get("lang") == "nb" for t in e.itertext()}

        for text in ("norsk sheet", "norsk section", "norsk scheme", "norsk note", "norsk link"):
            assert text in marked
        assert "tekst" in marked
        assert "norsk headline" in marked
        assert "norsk source title" in marked

    def test_leaves_names_alone(self, english: Element) -> None:
        """What is the same in all languages is not marked."""
        assert {"en"} == {e.get("lang") for e in english.iter() if e.get("lang")}


class TestText:
    """What a reader reads."""

    def test_small_sheet(
        self, specimen: Specimen, parsed: Parsed, words_of: Callable[..., str]
    ) -> None:
        """A sheet of a heading, a text, and a picture without values reads as it should."""
        whole = specimen()
        sheet = attrs.evolve(
            whole,
            blocks=(
                Heading(text="Part"),
                Prose(text="In {'Horizon 2020'} **about** {money}, or {{so}}."),
                Bars(figure="lost", headline="None of {shares[area=NO, kind=new]:fraction}"),
            ),
        )
        body = parsed(page(sheet, lang="en")).find("body")

        assert body is not None
        assert (
            "Skip to the content the sheet publisher · 2001 the sheet the subtitle "
            "Part "
            "In Horizon 2020 about about 2\u00a0million\u00a0NOK*, or {so}."
        ) in words_of(body)
        assert (
            "None of the printed The lost title. Per cent of workplaces, 2001. "
            "No values to show Published, but not available to us. the gap Source: not stated"
        ) in words_of(body)
        assert words_of(body).endswith("the sheet · the sheet publisher")

    def test_needs_little(self, parsed: Parsed, words_of: Callable[..., str]) -> None:
        """A sheet with nothing but a title is a page with nothing but a title."""
        empty = Factsheet(key="empty", title="Empty")
        body = parsed(page(empty, lang="nb")).find("body")

        assert body is not None
        assert "Hopp til innholdet Empty Merknader og kilder Empty" == words_of(body)

    def test_shows_notes_once(self, specimen: Specimen) -> None:
        """Notes that are asked for twice stand where they are asked for first."""
        sheet = specimen()
        twice = attrs.evolve(sheet, blocks=(*sheet.blocks, Notes(heading="again")))

        assert page(sheet, lang="en") == page(twice, lang="en")

    def test_replaces_characters_that_no_page_may_hold(self) -> None:
        """Should a control character come this far, it is replaced."""
        from offinno.render import _page

        assert "a\ufffdb\ufffd" == _page._UNSAFE.sub("\ufffd", "a\x00b\u202e")


class TestSameBytes:
    """The same sheet gives the same page."""

    def test_twice(self, specimen: Specimen) -> None:
        """Two pages of one sheet are equal."""
        assert page(specimen(), lang="nn") == page(specimen(), lang="nn")

    def test_in_other_processes(self, specimen: Specimen) -> None:
        """Hash seed, time zone and place of work make no difference, and neither does the year."""
        script = (
            "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import conftest;"
            "from offinno.render import page;"
            "print(hashlib.sha256(page(conftest.specimen(), lang='nb').encode()).hexdigest())"
        )
        here = os.path.dirname(__file__)  # noqa: PTH120 - a path for another process
        found = set()
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
            env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
            done = subprocess.run(
                [sys.executable, "-c", script, here],
                env=env,
                capture_output=True,
                text=True,
                check=True,
            )
            found.add(done.stdout.strip())
        here_too = hashlib.sha256(page(specimen(), lang="nb").encode()).hexdigest()

        assert {here_too} == found
