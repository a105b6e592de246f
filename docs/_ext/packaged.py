"""The directives ``terms``, ``physical-units``, ``countries``, ``groups`` and ``counties``.

They print what files may name without declaring it, from the code itself.
"""

from collections.abc import Iterable
from importlib.resources import files
from json import loads
from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from offinno.language import LANGUAGES, vocabulary
from offinno.model import Area
from offinno.units import parse_unit
from offinno.units._codes import PHYSICAL
from offinno.wording import area_text, unit_text

Row = tuple[str, ...]


class Table(SphinxDirective):
    """Prints a table; the codes in its first column are literal."""

    head: ClassVar[Row]

    def rows(self) -> Iterable[Row]:
        """Return the rows below the head."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        group = nodes.tgroup("", cols=len(self.head))
        group.extend(nodes.colspec(colwidth=1) for _ in self.head)
        group += nodes.thead("", nodes.row("", *map(_entry, self.head)))
        group += nodes.tbody("", *map(_row, self.rows()))
        return [nodes.table("", group)]


def _row(texts: Row) -> nodes.row:
    """Return one row, which begins with a code."""
    code, *others = texts
    first = nodes.entry("", nodes.paragraph("", "", nodes.literal(text=code)))
    return nodes.row("", first, *map(_entry, others))


def _entry(text: str) -> nodes.entry:
    """Return one cell."""
    return nodes.entry("", nodes.paragraph(text=text))


class Terms(Table):
    """The words that come with offinno."""

    head = ("key", "nb", "nn", "en", "per cent of it is")

    def rows(self) -> Iterable[Row]:
        """Return a row for each term."""
        for key, term in vocabulary().items():
            kind = "a ratio" if term.reference_amount else "a share"
            yield key, *(term.worded(lang) for lang in LANGUAGES), kind


class PhysicalUnits(Table):
    """The physical units that unit texts may hold."""

    head = ("unit", "measures", "nb", "nn", "en")

    def rows(self) -> Iterable[Row]:
        """Return a row for each unit."""
        for code, unit in PHYSICAL.items():
            words = (unit_text(parse_unit(code), lang=lang) for lang in LANGUAGES)
            yield code, unit.dimension, *words


def _lists() -> dict[str, Any]:
    """Return the packaged lists of areas."""
    lists: dict[str, Any] = loads(files("offinno.model").joinpath("_data/areas.json").read_bytes())
    return lists


def _named(codes: Iterable[str]) -> Iterable[Row]:
    """Return areas with their names in each language."""
    for code in codes:
        yield code, *(area_text(Area(code), lang=lang) for lang in LANGUAGES)


class Countries(Table):
    """Countries by ISO 3166-1."""

    head = ("code", *LANGUAGES)

    def rows(self) -> Iterable[Row]:
        """Return a row for each country."""
        return _named(_lists()["countries"].split())


class Groups(Table):
    """Groups of countries."""

    head = ("code", *LANGUAGES)

    def rows(self) -> Iterable[Row]:
        """Return a row for each group."""
        return _named(_lists()["groups"])


class Counties(Table):
    """Counties of Norway, year by year."""

    head = ("code", "name")

    def rows(self) -> Iterable[Row]:
        """Return a row for each county of each division."""
        for year, counties in _lists()["counties"].items():
            yield from ((f"NO-{code}@{year}", name) for code, name in counties.items())


def setup(app: Sphinx) -> dict[str, object]:
    """Tell Sphinx of the directives."""
    app.add_directive("terms", Terms)
    app.add_directive("physical-units", PhysicalUnits)
    app.add_directive("countries", Countries)
    app.add_directive("groups", Groups)
    app.add_directive("counties", Counties)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
