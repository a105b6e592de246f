"""Rows as CSV that a spreadsheet takes for data and never for a formula."""

import csv
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any, Final

#: What a spreadsheet takes for the beginning of a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_text(columns: Mapping[str, Sequence[Any]]) -> str:
    r"""Return columns as CSV after RFC 4180: a line of names, then a line for each row.

    Numbers are written with all their digits and a decimal point. A text that a spreadsheet
    would run as a formula gets an apostrophe before it.

    >>> csv_text({"label": ["=1+1"], "value": [Decimal("48.30")]})
    "label,value\r\n'=1+1,48.30\r\n"
    """
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in zip(*columns.values(), strict=True))
    return file.getvalue()


def _cell(cell: object) -> str:
    """Return a cell as text."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case Decimal():
            return f"{cell:f}"
        case str() if cell.startswith(_FORMULA):
            return f"'{cell}"
        case _:
            return str(cell)
