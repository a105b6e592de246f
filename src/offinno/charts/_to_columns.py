"""The rows of a figure as columns, with the words that they need elsewhere."""

from typing import TYPE_CHECKING, Any

import attrs

from offinno.charts._row import Row

if TYPE_CHECKING:
    from offinno.charts._figure import Figure


def columns_of(figure: "Figure") -> dict[str, list[Any]]:
    """Return the rows as lists by column name; see `Figure.to_columns`."""
    rows = figure.rows
    columns: dict[str, list[Any]] = {
        field.name: [getattr(row, field.name) for row in rows] for field in _fields(figure)
    }
    columns["unit"] = [row.unit or figure.unit for row in rows]
    columns["note"] = [_note(figure, row) for row in rows]
    said = {
        "headline": figure.headline,
        "subtitle": figure.subtitle,
        "source": figure.source_line,
    }
    columns |= {name: [text] * len(rows) for name, text in said.items()}
    return {name: [_cell(held) for held in column] for name, column in columns.items()}


def types_of(figure: "Figure") -> dict[str, object]:
    """Return the types of the columns that are fields of rows, as Python annotates them."""
    return {field.name: field.type for field in _fields(figure)}


def _fields(figure: "Figure") -> tuple["attrs.Attribute[Any]", ...]:
    """Return the fields of its rows, which are the first columns."""
    kind = type(figure.rows[0]) if figure.rows else Row
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind)
    return fields


def _note(figure: "Figure", row: Row) -> str:
    """Return the texts of the notes of a row."""
    marks = row.mark.split(",")
    return " ".join(note.text for note in figure.notes if note.mark in marks)


def _cell(held: object) -> object:
    """Return what a data frame holds for what a row has; a text without words is nothing."""
    return None if held == "" else held
