"""The figures of a picture as tables of text."""

from collections.abc import Mapping, Sequence
from typing import Final

from offinno.charts._parts import Table
from offinno.charts._row import Row
from offinno.language import Lang
from offinno.units import Unit
from offinno.wording import capitalised, message, unit_text

#: What stands where there is neither a figure nor a reason.
NONE: Final = "–"


def list_table(rows: Sequence[Row], *, header: str, unit: Unit, lang: Lang) -> Table:
    """Return a table with a line for each row: its label, its place if it has one, its figure.

    Args:
        rows: The rows.
        header: What the rows are about.
        unit: The unit of the figures.
        lang: The language.
    """
    ranked = any(row.place is not None for row in rows)
    places = (message("place", lang=lang),) if ranked else ()
    columns = (header, *places, unit_text(unit, lang=lang))
    return Table(
        tuple(map(capitalised, columns)),
        [(row.label, *((_place(row),) if ranked else ()), row.value_label) for row in rows],
    )


def _place(row: Row) -> str:
    """Return the place of a row."""
    return NONE if row.place is None else str(row.place)


def cross_table(rows: Mapping[tuple[str, ...], Row], *, header: str) -> Table:
    """Return a table with a line for each group and a column for each name within groups.

    Args:
        rows: The rows by the names of their group and of themselves.
        header: What the groups are about.
    """
    groups = {group: row.group for (group, _), row in rows.items()}
    labels = {name: row.label for (_, name), row in rows.items()}
    return Table(
        (capitalised(header), *labels.values()),
        [
            (title, *(_figure(rows.get((group, name))) for name in labels))
            for group, title in groups.items()
        ],
    )


def _figure(row: Row | None) -> str:
    """Return the figure of a row, if there is one."""
    return NONE if row is None else row.value_label
