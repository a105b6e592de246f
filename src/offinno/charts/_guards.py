"""What a drawn picture must hold: every label, every figure, every note, in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from offinno.charts._errors import LostText


def check_texts(found: tuple[str, ...], wanted: Iterable[tuple[str, list[str]]]) -> None:
    """Refuse a picture in which a text is lost or stands in another order.

    Args:
        found: The texts of the picture, as they are drawn.
        wanted: The parts of a picture, each with its texts in order.

    Raises:
        LostText: At the first text that is not there.
    """
    for part, lines in wanted:
        left = iter(found)
        for text in lines:
            if not any(text == other for other in left):
                raise LostText(part, text)


def wanted_texts(
    cells: Sequence[Mapping[str, Any]], shown: tuple[str, ...], around: Sequence[str]
) -> Iterator[tuple[str, list[str]]]:
    """Return the texts that a picture of *cells* must show, part by part."""
    for column in shown:
        yield column, [str(cell[column]) for cell in cells if cell.get(column) is not None]
    yield "title, note or source", list(around)
