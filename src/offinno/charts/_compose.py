"""From rows and a look to a figure with all the words around it."""

from collections.abc import Sequence

from offinno.charts._aspects import aspects_of
from offinno.charts._figure import Figure
from offinno.charts._notes import Noted
from offinno.charts._parts import Table
from offinno.charts._row import Row
from offinno.charts._spec import Look
from offinno.charts._words import remarks, sources, subtitle, told
from offinno.model import Datum
from offinno.wording import full_stop


def composed(  # noqa: PLR0913 - what the builders have worked out, all by keyword
    data: Sequence[Datum],
    *,
    rows: Sequence[Row],
    look: Look,
    noted: Noted,
    headline: str,
    alt: str,
    table: Table,
    along: Sequence[str] = (),
    reasons: Sequence[str] = (),
    others: Sequence[Row] = (),
) -> Figure:
    """Return the figure of *data*.

    Args:
        data: The figures.
        rows: The same as rows.
        look: How they are drawn.
        noted: Their notes, and the language of it all.
        headline: The finding.
        alt: What the picture shows.
        table: The figures as a table.
        along: The aspects that the picture itself shows.
        reasons: What there is to say on their comparability.
        others: Rows of the picture that no figure belongs to, such as regions of a map.
    """
    lang = noted.lang
    said = (
        *reasons,
        *remarks(data, rows, lang=lang, reasons="reason" not in look.shown and len(data) > 1),
    )
    source = sources(data, lang=lang)
    small = (*map(str, noted.notes), *said, source)
    aspects = aspects_of(data, lang=lang)
    told_of = (
        *told(data, rows, lang=lang),
        *(f"{r.label}: {r.value_label}." for r in others),
    )
    return Figure(
        rows=(*rows, *others),
        look=look,
        lang=lang,
        headline=headline,
        subtitle=subtitle(data, lang=lang, aspects=aspects, along=along, headline=headline),
        source_line=source,
        notes=noted.notes,
        remarks=said,
        alt=alt,
        description=" ".join((*told_of, *map(full_stop, small))),
        table=table,
        unit=str(data[0].unit),
    )
