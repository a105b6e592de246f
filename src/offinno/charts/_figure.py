"""A picture with everything that belongs to it."""

import json
from base64 import b64encode
from html import escape
from os import PathLike
from pathlib import PurePath
from typing import Any, Final, final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.charts._arrow import arrow_stream
from offinno.charts._csv import csv_text
from offinno.charts._drawing import Drawing
from offinno.charts._encoding import Cell
from offinno.charts._headline import Headline, HeadlineLike, own_alt
from offinno.charts._own import AnyChart, OwnChart, chart_from, own_chart
from offinno.charts._parts import ShownNote, Table
from offinno.charts._picture import Manner, title_of
from offinno.charts._row import Row
from offinno.charts._spec import WIDTH, Look, chart_of, filled
from offinno.charts._suitable import check_scale, check_width
from offinno.charts._themes import ThemeLike
from offinno.charts._themes import theme as theme_of
from offinno.charts._to_columns import columns_of, types_of
from offinno.exceptions import path_name
from offinno.io import NoWriter, write_whole
from offinno.language import Lang
from offinno.model import Datum, Indicator
from offinno.pictures import Format, MissingExtra

_ENDINGS: Final = (".csv", ".json", ".pdf", ".png", ".svg")


@final
@attrs.frozen(kw_only=True, repr=False)
class Figure(Frozen):
    """A picture in one language, with headline, subtitle, notes, source, alt text and table.

    Made by a builder such as `ranking`. `chart` is a plain Altair chart to restyle, layer and
    concatenate; `save` writes the finished picture. Two figures are equal when all their parts
    are, and so are their specifications then.

    >>> from offinno.charts import ranking
    >>> from offinno.datasets import load
    >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    >>> figure = ranking(nordic, lang="en", headline="Sweden leads")
    >>> [(row.label, row.value_label) for row in figure.rows if row.apart]
    [('Finland', '95%*')]
    >>> figure.spec()["title"]["text"]
    ['Sweden leads']
    """

    #: What is drawn, one row for each figure.
    rows: tuple[Row, ...] = attrs.field(converter=as_tuple)
    #: How it is drawn: everything that is not a number or its words.
    look: Look
    #: The language of all words.
    lang: Lang
    #: The finding.
    headline: str
    #: Measure, unit, population and period.
    subtitle: str
    #: Where the figures come from.
    source_line: str
    #: Notes, each with a mark of its own.
    notes: tuple[ShownNote, ...] = attrs.field(default=(), converter=as_tuple)
    #: What there is to say without a mark: reasons of a verdict, why figures are missing.
    remarks: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    #: What the picture shows, in at most 250 characters.
    alt: str
    #: What the picture shows, figure by figure.
    description: str
    #: The figures as a table.
    table: Table
    #: The unit of the figures, as `offinno.units.parse_unit` reads it.
    unit: str
    #: The chart that somebody put in the place of ours, if so; see `with_chart`.
    own: OwnChart | None = None
    _cells: tuple[Cell, ...] = attrs.field(init=False, eq=False)
    _drawn: dict[Manner, bytes] = attrs.field(init=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Lay the rows out."""
        object.__setattr__(self, "_cells", self.look.cells(self.rows))

    def __repr__(self) -> str:
        return f"<Figure {self.headline!r:.60}: {len(self.rows)} rows, {self.lang}>"

    @property
    def value_text(self) -> str | None:
        """The figure as a reader sees it, where the picture shows exactly one."""
        return self.rows[0].value_label if len(self.rows) == 1 else None

    @property
    def chart(self) -> AnyChart:
        """A plain Altair chart of the figures: no theme, no configuration, rows inside.

        Layered, or whatever it was changed to by `with_chart`.
        """
        if self.own is not None:
            return chart_from(self.own)
        return chart_of(self.look, self._cells, title_of(self), self.alt)

    def spec(self) -> dict[str, Any]:
        """Return the specification of `chart`, which is what its ``to_dict()`` gives.

        It is equal to that as long as Altair does not move rows to ``datasets``, and holds no
        theme, whichever is switched on. The dictionary is yours to change.
        """
        return self._made() if self.own is None else self.own.spec()

    def with_chart(self, chart: AnyChart) -> "Figure":
        """Return this figure with a chart of your own in the place of the one it draws.

        Headline, subtitle, notes, remarks, source, alt text, description and table stay, and so
        does the theme that a picture is drawn in. A chart that has no width is drawn as wide as
        there is room; one that still holds all of `chart` must show all its labels.

        Args:
            chart: Any Altair chart, as a rule made of `chart`: single, layered, side by side.

        Raises:
            NotSuitable: If it is no Altair chart.
            SpecRefused: If something in it is not drawn, such as data at an address.
            UnknownName: If it draws a field that its rows do not have.

        >>> import altair as alt
        >>> from offinno.charts import ranking
        >>> from offinno.datasets import load
        >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
        >>> figure = ranking(nordic, lang="en")
        >>> line = alt.Chart(alt.InlineData([{}])).mark_rule().encode(y=alt.value(3))
        >>> figure.with_chart(figure.chart + line).source_line == figure.source_line
        True
        """
        return attrs.evolve(self, own=own_chart(chart, drawn=self._made()))

    def laid_out(self, width: int) -> "Figure":
        """Return this figure laid out for pictures of a width, to change its chart for them.

        `chart` is laid out for wide pictures, and laid out anew for narrow ones when it is drawn.
        That is not possible where marks were layered upon it with places in pixels, or its layers
        were changed: change the chart of this figure then.

        Args:
            width: The width of the picture in pixels, with what stands around it.

        >>> from offinno.charts import ranking
        >>> from offinno.datasets import load
        >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
        >>> figure = ranking(nordic, lang="en")
        >>> figure.laid_out(560) == figure
        True
        """
        check_width(width)
        inner = Manner(theme=theme_of(None), width=width, framed=True).inner
        look = self.look if inner >= self.look.least else self.look.narrower(self.rows)
        return attrs.evolve(self, look=look, own=None)

    def with_alt(self, alt: HeadlineLike) -> "Figure":
        """Return this figure with an alt text of your own; itself if there is none.

        The description, which has every figure, stays.

        Args:
            alt: What the picture shows, in at most 250 characters on one line: what it is about
                and what is largest and smallest, not that it is a picture, and not its headline
                again. By language it must be there in that of the figure.

        Raises:
            NotSuitable: If it is no text.
            NoWording: If it is not there in the language of the figure.
            BadAlt: If it is longer, or has several lines.

        >>> from offinno.charts import number
        >>> from offinno.datasets import load
        >>> expenditure = load("innovation-2019").indicator("public-expenditure-gdp")
        >>> number(expenditure.at(period=2018), lang="en").with_alt("About half of GDP.").alt
        'About half of GDP.'
        """
        words = own_alt(alt, lang=self.lang)
        return self if words is None else attrs.evolve(self, alt=words)

    @classmethod
    def around(
        cls,
        chart: AnyChart,
        *data: Datum | Indicator,
        lang: Lang,
        headline: HeadlineLike = None,
        alt: HeadlineLike = None,
    ) -> "Figure":
        """Return a chart that you made of *data*, with all that belongs to these.

        Subtitle, notes, remarks, source, alt text, description and table are worded as those of
        every figure; what the chart itself shows is yours.

        Args:
            chart: Any Altair chart.
            *data: The figures that it shows; of an indicator all.
            lang: The language of the words.
            headline: The finding; without one, what is measured.
            alt: What the picture shows, for those who do not see it; without one, a text made of
                the figures.

        Raises:
            NotSuitable: If there is no chart, or something that is no figure.
            NoWording: If headline or alt text are given in other languages only.
            Contradiction: If there are no figures.
            TwoUnits: If they are in different units.
            SpecRefused: If something in the chart is not drawn, such as data at an address.
            UnknownName: If it draws a field that its rows do not have.

        >>> import altair as alt
        >>> from offinno.datasets import load
        >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
        >>> rows = [{"x": d.area.code, "y": float(d.number.magnitude)} for d in nordic.data()]
        >>> points = alt.Chart(alt.InlineData(rows)).mark_point().encode(x="x:N", y="y:Q")
        >>> Figure.around(points, nordic, lang="en").source_line
        'Source: Difi (2019)'
        """
        from offinno.charts._around import figure_of_data

        figure = figure_of_data(data, lang=lang, headline=Headline(headline))
        return figure.with_chart(chart).with_alt(alt)

    def finished_spec(
        self, *, theme: ThemeLike = None, width: int = WIDTH, framed: bool = True
    ) -> dict[str, Any]:
        """Return the specification that is drawn: with theme, size and format of numbers.

        Args:
            theme: The look, or the name of one; None for the one that offinno gives.
            width: Width of the picture in pixels.
            framed: Whether title, subtitle, notes and source stand in the picture. A page that
                has them as text beside it leaves them out.

        Raises:
            TooNarrow: If labels find no room in that width.
        """
        return self._drawing(theme, width, framed=framed).spec()

    def svg(
        self,
        *,
        theme: ThemeLike = None,
        width: int = WIDTH,
        framed: bool = False,
        prefix: str | None = None,
    ) -> str:
        """Return the picture as SVG that may stand in any page, named and described within.

        Args:
            theme: The look, or the name of one; None for the one that offinno gives.
            width: Width of the picture in pixels; it is drawn for this width, not scaled.
            framed: Whether title, subtitle, notes and source stand in the picture, as they do in
                files; without them the page must show them beside it.
            prefix: What ids in the picture begin with; needed where one picture comes twice.

        Raises:
            TooNarrow: If labels find no room in that width.
            LostText: If a label, figure or note is not where it belongs.
            LostRegion: If an area of a map is missing.
            LostMarks: If a bar or point is missing.
            StrayText: If there is a text that nobody asked for, or in another language.
            MissingExtra: If vl-convert is not installed.
        """
        drawing = self._drawing(theme, width, framed=framed, prefix=prefix)
        return drawing.svg().decode()

    def drawing(
        self,
        *,
        theme: ThemeLike = None,
        width: int = WIDTH,
        framed: bool = False,
        prefix: str | None = None,
    ) -> Drawing:
        """Return this figure laid out, to be drawn together with others by `svgs`.

        The arguments are those of `svg`.

        Raises:
            TooNarrow: If labels find no room in that width.

        >>> from offinno.charts import number, svgs
        >>> from offinno.datasets import load
        >>> expenditure = load("innovation-2019").indicator("public-expenditure-gdp")
        >>> figure = number(expenditure.at(period=2018), lang="en")
        >>> svgs([figure.drawing(width=340)])[0][:4]
        '<svg'
        """
        drawing = self._drawing(theme, width, framed=framed, prefix=prefix)
        if drawing.remembered is None:
            drawing.spec()
        return drawing

    def save(
        self,
        path: str | PathLike[str],
        *,
        theme: ThemeLike = None,
        width: int = WIDTH,
        scale: float = 2,
    ) -> None:
        """Write the picture, its specification or its figures, by the ending of *path*.

        ``.svg``, ``.png`` and ``.pdf`` are pictures with title, notes and source; ``.json`` is
        their specification; ``.csv`` holds `to_columns`. A file is written whole or not at all.
        All but CSV hold the alt text, and pictures the description and their language, too; a PDF
        has no tags.

        Args:
            path: Where to.
            theme: The look, or the name of one; None for the one that offinno gives.
            width: Width of the picture in whole pixels.
            scale: How many pixels of a PNG stand for one of the picture.

        Raises:
            NotAPath: If there is no path.
            NoWriter: If the ending is none of these.
            CannotWrite: If the system does not let us; what was there before stays.
        """
        suffix = PurePath(path_name(path)).suffix.lower()
        match suffix.removeprefix("."):
            case "svg" | "png" | "pdf" as form:
                data = self.picture(form, theme=theme, width=width, scale=scale)
            case "json":
                spec = self.finished_spec(theme=theme, width=width)
                data = json.dumps(spec, ensure_ascii=False, allow_nan=False, indent=1).encode()
            case "csv":
                data = csv_text(self.to_columns()).encode()
            case _:
                raise NoWriter(path_name(path), _ENDINGS)
        write_whole(path, data)

    def picture(
        self, form: Format, *, theme: ThemeLike = None, width: int = WIDTH, scale: float = 2
    ) -> bytes:
        """Return the framed picture as the bytes of a file; see `svg` for what may go wrong."""
        check_scale(scale)
        drawing = self._drawing(theme, width, framed=True)
        svg = drawing.svg()
        return svg if form == "svg" else drawing.order(form, scale=scale).picture()

    def to_columns(self) -> dict[str, list[Any]]:
        """Return the rows as lists by column name, for data frames of any kind.

        The columns are the fields of `Row`, with the unit of the picture where a row has none;
        those of a timeline of schemes are the fields of `CallRow`. Behind them stands, in every
        row, what a figure needs to be understood elsewhere: `note`, the texts that its mark
        refers to, and `headline`, `subtitle` and `source` of the picture. What is not there is
        None.
        """
        return columns_of(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return `to_columns` as an Arrow stream, so that data frames can be made of a figure.

        ``polars.DataFrame(figure)``, ``pyarrow.table(figure)``, ``pandas.DataFrame.from_arrow``
        and DuckDB read it. Numbers are decimals with the digits that were published.

        Args:
            requested_schema: The schema that the reader asks for, as a PyCapsule.

        Raises:
            MissingExtra: If arro3-core is not installed.
        """
        columns = self.to_columns()
        return arrow_stream(columns, dict.fromkeys(columns, str) | types_of(self), requested_schema)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Return what a notebook shows: the picture as an image, and text."""
        del include, exclude
        plain = {"text/plain": f"{self.headline}\n{self.subtitle}\n{self.description}"}
        try:
            svg = self.svg(framed=True)
        except MissingExtra:
            return plain
        data = b64encode(svg.encode()).decode()
        image = f'<img alt="{escape(self.alt)}" src="data:image/svg+xml;base64,{data}">'
        return plain | {"image/svg+xml": svg, "text/html": image}

    def _made(self) -> dict[str, Any]:
        """Return the specification that this figure has of itself."""
        said = {"title": title_of(self), "description": self.alt}
        return filled(self.look, self._cells) | said

    def _drawing(
        self, theme: ThemeLike, width: int, *, framed: bool, prefix: str | None = None
    ) -> Drawing:
        """Return this figure, to be drawn."""
        check_width(width)
        manner = Manner(theme=theme_of(theme), width=width, framed=framed, prefix=prefix)
        return Drawing(figure=self, manner=manner, cells=self._cells, memory=self._drawn)
