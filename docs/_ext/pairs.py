"""Directives that print the tables of the algebra, from the code itself.

``pairs`` prints what two kinds of unit allow, all of it or for one ``:operation:`` with the
sentence of each refusal; ``qualifiers`` and ``intervals`` print what becomes of these.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from offinno.model import INTERVALS, Bearer, Dropped
from offinno.units import (
    FIGURES,
    PAIRS,
    Formula,
    IncompatibleUnits,
    Kind,
    Operation,
    Refusal,
)
from offinno.values import QUALIFIERS, Qualifier

#: A unit of each kind, as it stands in the sentence of a refusal.
UNITS = {
    Kind.MONEY: "NOK",
    Kind.SHARE: "% of workplaces",
    Kind.RATIO: "% of GDP",
    Kind.POINTS: "pp of workplaces",
    Kind.COUNT: "workplaces",
    Kind.INDEX: "index 2015=100",
    Kind.CHANGE: "% change on year before",
    Kind.PER: "NOK / inhabitants",
    Kind.PHYSICAL: "km",
}
SIGNS = {"add": "+", "subtract": "−", "multiply": "×", "divide": "÷", "compare": "<"}

Rows = Iterable[Sequence[str]]


class Pairs(SphinxDirective):
    """Prints `offinno.units.PAIRS`: a row for each pair and operation that it lists.

    With ``:operation:`` (add, subtract, multiply, divide, compare) a row for every pair of kinds.
    """

    option_spec: ClassVar = {"operation": lambda given: directives.choice(given, tuple(SIGNS))}

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        name = self.options.get("operation")
        if name is None:
            every = ("first", "operation", "second", "gives", "or is refused, because")
            return [table(every, listed())]
        head = ("first", "second", "gives", "or is refused with")
        return [table(head, cells(Operation(SIGNS[name])))]


class Qualifiers(SphinxDirective):
    """Prints `offinno.values.QUALIFIERS` for one ``:operation:``, the second across."""

    option_spec: ClassVar = {"operation": lambda given: directives.choice(given, tuple(SIGNS)[:4])}

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        operation = Operation(SIGNS[self.options["operation"]])
        rows = [
            (left.value, *(told(QUALIFIERS[left, operation, right]) for right in Qualifier))
            for left in Qualifier
        ]
        return [table((operation.value, *(q.value for q in Qualifier)), rows)]


class Intervals(SphinxDirective):
    """Prints `offinno.model.INTERVALS`: a row for each operation."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        works = dict.fromkeys(operation for operation, _ in INTERVALS)
        rows = [
            (work.value, *(fate(INTERVALS[work, bearer]) for bearer in Bearer)) for work in works
        ]
        return [table(("operation", *(f"{bearer.value} has one" for bearer in Bearer)), rows)]


def listed() -> Rows:
    """Return the rows of the table of kinds as text."""
    return [
        (
            first.value,
            operation.value,
            second.value,
            "" if isinstance(cell, Refusal) else cell.value,
            cell.value if isinstance(cell, Refusal) else "",
        )
        for (first, operation, second), cell in PAIRS.items()
    ]


def cells(operation: Operation) -> Rows:
    """Return what each pair of kinds gives, or the sentence that a user sees."""
    return [
        (one.value, other.value, *allowed(one, operation, other))
        for one, other in product(Kind, Kind)
    ]


def allowed(one: Kind, operation: Operation, other: Kind) -> tuple[str, str]:
    """Return what two kinds give, and the sentence of a refusal: one of them, or both."""
    cell = PAIRS.get((one, operation, other), Refusal.KINDS)
    beyond = FIGURES.get((one, operation, other))
    if isinstance(cell, Formula):
        return cell.value, ""
    sentence = str(IncompatibleUnits(operation, UNITS[one], UNITS[other], cell))
    gives = "" if beyond is None else f"of figures: {beyond.value}"
    return gives, sentence if beyond is None else f"of bare values: {sentence}"


def told(qualifier: Qualifier | None) -> str:
    """Return a qualifier, or that there is none."""
    return "refused" if qualifier is None else qualifier.value


def fate(cell: object) -> str:
    """Return what becomes of an interval, or why it is dropped."""
    value: str = cell.value  # type: ignore[attr-defined]
    return f"dropped: {value}" if isinstance(cell, Dropped) else value


def table(head: Sequence[str], rows: Rows) -> nodes.table:
    """Return a table."""
    group = nodes.tgroup("", cols=len(head))
    group.extend(nodes.colspec(colwidth=1) for _ in head)
    group += nodes.thead("", row(head))
    group += nodes.tbody("", *map(row, rows))
    return nodes.table("", group)


def row(texts: Sequence[str]) -> nodes.row:
    """Return one row."""
    return nodes.row("", *(nodes.entry("", nodes.paragraph(text=text)) for text in texts))


def setup(app: Sphinx) -> dict[str, object]:
    """Tell Sphinx of the directives."""
    app.add_directive("pairs", Pairs)
    app.add_directive("qualifiers", Qualifiers)
    app.add_directive("intervals", Intervals)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
