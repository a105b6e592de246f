"""Text with references to figures, as a reader sees it."""

from collections.abc import Callable

from offinno.language import Lang, Text
from offinno.model import Datum, Factsheet, Name, Reference, pieces
from offinno.wording._sentences import datum_text


def _no_mark(_: Datum) -> str:
    """Return the mark of a figure that bears none."""
    return ""


def fill(
    text: Text, sheet: Factsheet, *, lang: Lang, mark: Callable[[Datum], str] = _no_mark
) -> str:
    """Return *text* in *lang* with each reference replaced by the figure that it names.

    Args:
        text: The text; ``{key[area=NO]:form}`` is a figure, ``{'Horizon 2020'}`` a name.
        sheet: Where the figures are.
        lang: The language.
        mark: What stands behind a figure, such as the marks of its notes.

    Raises:
        BadReference: If a brace is open or holds no reference.
        UnknownName: If the sheet has no such indicator.
        NoSuchFigure: If no figure is met.
        ManyFigures: If several are.

    >>> from offinno.model import Factsheet
    >>> fill(Text({"en": "{'Horizon 2020'} began"}), Factsheet(key="s", title="S"), lang="en")
    'Horizon 2020 began'
    """
    return "".join(_piece(piece, sheet, lang, mark) for piece in pieces(text.in_(lang)))


def _piece(
    piece: str | Name | Reference, sheet: Factsheet, lang: Lang, mark: Callable[[Datum], str]
) -> str:
    """Return one piece of a text in words."""
    match piece:
        case str():
            return piece
        case Name():
            return piece.text
        case _:
            data = sheet.figures(piece)
            return datum_text(
                data[0],
                lang=lang,
                form=piece.form,
                mark="".join(dict.fromkeys(map(mark, data))),
                reference=data[-1] if piece.against else None,
            )
