"""Sources in words."""

from offinno.language import Lang
from offinno.model import Source
from offinno.wording import source_line, source_text

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
FULL = Source(
    key="a",
    publisher={"nb": "Etaten", "nn": "Etaten", "en": "The Agency"},
    title={"nb": "En rapport"},
    published="2019-09-25",
    locator="tabell 3",
    retrieved="2020-01-02",
    licence="NLOD-2.0",
)
BARE = Source(key="b", publisher="etat.no", title="Finnes det?")


def test_full() -> None:
    """A list of sources gives the title, the place in it, the day it was read and the licence."""
    assert [
        "Etaten (2019): En rapport, tabell 3. Lest 2. januar 2020. Lisens: NLOD-2.0.",
        "Etaten (2019): En rapport, tabell 3. Lese 2. januar 2020. Lisens: NLOD-2.0.",
        "The Agency (2019): En rapport, tabell 3. Read 2 January 2020. Licence: NLOD-2.0.",
    ] == [source_text(FULL, lang=lang) for lang in LANGS]


def test_bare() -> None:
    """What is not known is left out, but a year; a publisher's name keeps its first letter."""
    assert "etat.no (u.å.): Finnes det?" == source_text(BARE, lang="nb")
    assert "etat.no (n.d.)" == source_text(BARE, lang="en", form="short")


def test_line_names_each_source_once() -> None:
    """Below a picture every source stands once, in short."""
    assert ["Kilde: Etaten (2019)", "Kjelde: Etaten (2019)", "Source: The Agency (2019)"] == [
        source_line([FULL, FULL], lang=lang) for lang in LANGS
    ]
    assert [
        "Kilder: Etaten (2019); etat.no (u.å.)",
        "Kjelder: Etaten (2019); etat.no (u.å.)",
        "Sources: The Agency (2019); etat.no (n.d.)",
    ] == [source_line([FULL, BARE], lang=lang) for lang in LANGS]


def test_line_without_sources() -> None:
    """A picture without a source says that there is none."""
    assert ["Kilde: ikke oppgitt", "Kjelde: ikkje oppgitt", "Source: not stated"] == [
        source_line([], lang=lang) for lang in LANGS
    ]
