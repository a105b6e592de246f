"""A sheet of figures: what it shows, in which order, and all it rests on."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar, final

import attrs

from offinno._frozen import as_tuple
from offinno.exceptions import Steps, UnknownName, path_text
from offinno.language import (
    LANGUAGES,
    Lang,
    Term,
    Text,
    Vocabulary,
    language,
)
from offinno.model._against import figures_of
from offinno.model._blocks import Block, Contact, Links, Prose, Schemes
from offinno.model._checks import (
    Contradiction,
    Finding,
    checked_key,
    optionally_worded,
    refuse_all,
    texts_of,
    worded,
)
from offinno.model._choosing import how_to_choose
from offinno.model._citing import lost_sources
from offinno.model._comparison import Comparison
from offinno.model._datum import Datum
from offinno.model._figure_blocks import (
    Bars,
    FigureBlock,
    GroupedBars,
    Number,
    Pictogram,
    Ranking,
)
from offinno.model._indicator import Indicator
from offinno.model._line_blocks import DotInterval, Series, Slope
from offinno.model._line_checks import no_member, wrong_lines
from offinno.model._map_blocks import Choropleth, TileMap
from offinno.model._map_checks import wrong_map
from offinno.model._periods import optional_period
from offinno.model._places import place_of
from offinno.model._reference import Reference, parse_reference, pieces
from offinno.model._scheme import FundingScheme
from offinno.model._source import Link, Source
from offinno.model._typed import Typed
from offinno.model._whole_blocks import Parts, SchemeTimeline
from offinno.model._whole_checks import wrong_parts, wrong_timeline
from offinno.values import Period

T = TypeVar("T", Indicator, FundingScheme, Source, Indicator | FundingScheme | Source)

#: The fields of a round that hold figures.
_COUNTED: Final = ("applications", "grants", "applied_for", "granted")

_PHONE: Final = re.compile(r"\+?[0-9][0-9 ]{3,24}")


@final
@attrs.frozen(kw_only=True)
class ContactPoint(Typed):
    """Who answers for a sheet.

    Raises:
        Contradiction: If the telephone number holds more than digits and spaces.

    >>> ContactPoint(organisation="Norges forskningsråd", phone="+47 22 03 70 00").phone
    '+47 22 03 70 00'
    """

    #: The organisation.
    organisation: Text = attrs.field(converter=worded)
    #: Its postal or visiting address.
    address: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: Its telephone number, as printed.
    phone: str | None = None
    #: Its e-mail address, page and the like.
    links: tuple[Link, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        """Check the telephone number."""
        super().__attrs_post_init__()
        if self.phone is not None and not _PHONE.fullmatch(self.phone):
            raise Contradiction("contact", f"{self.phone[:40]!r} is no telephone number")


def _languages(given: Iterable[str]) -> tuple[Lang, ...]:
    """Return *given* as languages that offinno writes, each once."""
    return tuple(dict.fromkeys(language(tag) for tag in texts_of(given)))


@final
@attrs.frozen(kw_only=True, repr=False, cache_hash=True)
class Factsheet(Typed):
    """A sheet of figures as data.

    ``sheet["key"]`` gives anything with a key: an indicator, a scheme or a source. ``in``,
    ``list()`` and ``len()`` are about these keys; a sheet without any is still a sheet, not false.

    Raises:
        Contradiction: If two things share a key, or a block, text, scheme or amount refers to
            what is not there.

    >>> Factsheet(key="example", title={"nb": "Eksempel"}, languages=["nb"])
    <Factsheet example: 0 indicators>
    """

    #: Stable key.
    key: str = attrs.field(converter=checked_key)
    #: Its title.
    title: Text = attrs.field(converter=worded)
    #: A line below the title.
    subtitle: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: The edition, usually a year.
    edition: Period | None = attrs.field(default=None, converter=optional_period)
    #: The languages it is published in.
    languages: tuple[Lang, ...] = attrs.field(default=LANGUAGES, converter=_languages)
    #: Who publishes it.
    publisher: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: Terms that it adds to those of offinno.
    terms: tuple[Term, ...] = attrs.field(default=(), converter=as_tuple)
    #: What its figures were read in.
    sources: tuple[Source, ...] = attrs.field(default=(), converter=as_tuple)
    #: Its figures.
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=as_tuple)
    #: The schemes it presents.
    schemes: tuple[FundingScheme, ...] = attrs.field(default=(), converter=as_tuple)
    #: What it shows, in order.
    blocks: tuple[Block, ...] = attrs.field(default=(), converter=as_tuple)
    #: Who answers for it.
    contact: ContactPoint | None = None
    #: Where to read more.
    links: tuple[Link, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        """Check that keys are unique and every reference resolves."""
        super().__attrs_post_init__()
        Vocabulary(self.terms)
        refuse_all(f"factsheet {self.key!r}", self._findings())

    def _findings(self) -> Iterator[Finding]:
        """Return what contradicts each other: keys, languages, sources, schemes and blocks."""
        if not self.languages:
            yield ("languages",), "it is published in no language"
        yield from self._twice()
        yield from self._lost_sources()
        yield from self._lost_schemes()
        for at, block in enumerate(self.blocks):
            yield from ((("blocks", at, *steps), why) for steps, why in self._wrong_in(block))

    def _twice(self) -> Iterator[Finding]:
        """Return the keys that another thing had before."""
        seen: set[str] = set()
        for field in ("indicators", "schemes", "sources"):
            for at, thing in enumerate(getattr(self, field)):
                if thing.key in seen:
                    yield (field, at, "key"), f"two things are called {thing.key!r}"
                seen.add(thing.key)

    def _things(self) -> Iterator[Indicator | FundingScheme | Source]:
        """Return everything with a key."""
        yield from self.indicators
        yield from self.schemes
        yield from self.sources

    def __getitem__(self, key: str) -> Indicator | FundingScheme | Source:
        return _named("figure, scheme or source", tuple(self._things()), key)

    def __contains__(self, key: object) -> bool:
        return any(thing.key == key for thing in self._things())

    def __iter__(self) -> Iterator[str]:
        return (thing.key for thing in self._things())

    def __len__(self) -> int:
        return sum(1 for _ in self._things())

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<Factsheet {self.key}: {len(self.indicators)} indicators>"

    def indicator(self, key: str) -> Indicator:
        """Return the indicator with this key.

        Raises:
            UnknownName: If there is none.
        """
        return _named("indicator", self.indicators, key)

    def source(self, key: str) -> Source:
        """Return the source with this key.

        Raises:
            UnknownName: If there is none.
        """
        return _named("source", self.sources, key)

    def scheme(self, key: str) -> FundingScheme:
        """Return the scheme with this key.

        Raises:
            UnknownName: If there is none.
        """
        return _named("scheme", self.schemes, key)

    def select(self, reference: Reference | str) -> Indicator:
        """Return the indicator that *reference* names, with only the rows it selects.

        Raises:
            UnknownName: If there is no such indicator.
            NoSuchFigure: If no row is met.
        """
        named = parse_reference(reference) if isinstance(reference, str) else reference
        indicator = self.indicator(named.key)
        return indicator.where(**dict(named.selectors)) if named.selectors else indicator

    def figure(self, reference: Reference | str) -> Datum:
        """Return the one figure that *reference* names.

        Raises:
            UnknownName: If there is no such indicator.
            NoSuchFigure: If no row is met.
            ManyFigures: If several are.
        """
        named = parse_reference(reference) if isinstance(reference, str) else reference
        return self.indicator(named.key).at(**dict(named.selectors))

    def figures(self, reference: Reference | str) -> tuple[Datum, ...]:
        """Return the figure that *reference* names, and the one it is held against, if named.

        Raises:
            LookupError: As `figure` does, for either of them.
        """
        named = parse_reference(reference) if isinstance(reference, str) else reference
        return figures_of(named, self.indicator)

    def references(self) -> "Iterator[tuple[str, Reference]]":
        """Return every reference in the blocks, after its place, such as ``blocks[3].text.nb``."""
        for at, block in enumerate(self.blocks):
            for steps, reference in _references(block):
                yield path_text(("blocks", at, *steps)), reference

    def _wrong_in(self, block: Block) -> Iterator[Finding]:
        """Return what a block shows that is not here, or cannot be shown so."""
        if isinstance(block, Contact) and self.contact is None:
            yield (), "the sheet has no contact to show"
        if isinstance(block, Links) and not self.links:
            yield (), "the sheet has no links to show"
        for steps, reference in _references(block):
            if steps[0] in {"figure", "beside"}:
                continue
            if problem := _problem(self.figures, reference):
                yield steps, problem
        if isinstance(block, FigureBlock):
            yield from self._wrong_figure(block)
        if isinstance(block, SchemeTimeline):
            yield from wrong_timeline(block, self.schemes)

    def _wrong_figure(self, block: FigureBlock) -> Iterator[Finding]:
        """Return why the figures of a block cannot be shown as it says."""
        if block.figure.against:
            yield ("figure",), "a block holds its figure against no other; say it in the headline"
        one = isinstance(block, Number | Pictogram)
        if problem := _problem(self.figure if one else self.select, block.figure):
            yield ("figure",), problem
        elif isinstance(block, Ranking):
            yield from _wrong_ranking(self.select(block.figure), block)
        elif isinstance(block, Bars):
            yield from _wrong_bars(self.select(block.figure), block.highlight, block.along)
        elif isinstance(block, GroupedBars):
            yield from _wrong_bars(self.select(block.figure), None, block.along, block.by)
        elif isinstance(block, Series | DotInterval | Slope):
            yield from wrong_lines(self.select(block.figure), block)
        elif isinstance(block, Parts):
            yield from wrong_parts(block, self.select)
        elif isinstance(block, TileMap | Choropleth):
            yield from wrong_map(self.select(block.figure), block)

    def _lost_sources(self) -> Iterator[Finding]:
        """Return the sources that figures name and that are not those of the sheet."""
        yield from lost_sources(self.indicators, self.sources)

    def _lost_schemes(self) -> Iterator[Finding]:
        """Return the schemes and sources that blocks and schemes name and that are not here."""
        schemes = tuple(scheme.key for scheme in self.schemes)
        sources = tuple(source.key for source in self.sources)
        for at, block in enumerate(self.blocks):
            shown = block.schemes if isinstance(block, Schemes | SchemeTimeline) else ()
            for number, key in enumerate(shown):
                if key not in schemes:
                    yield (
                        ("blocks", at, "schemes", number),
                        str(UnknownName("scheme", key, schemes)),
                    )
        for at, scheme in enumerate(self.schemes):
            for steps, key in _schemes_of(scheme):
                if key not in schemes:
                    problem = f"scheme {scheme.key!r} names {key!r}, which is not among them"
                    yield ("schemes", at, *steps), problem
            for steps, key in _sources_of(scheme):
                if key not in sources:
                    unknown = UnknownName("source", key, sources)
                    yield ("schemes", at, *steps), f"scheme {scheme.key!r}: {unknown}"


def _named(kind: str, things: tuple[T, ...], key: str) -> T:
    """Return the thing with this key."""
    for thing in things:
        if thing.key == key:
            return thing
    raise UnknownName(kind, key, tuple(thing.key for thing in things))


def _problem(find: Callable[[Reference], object], reference: Reference) -> str | None:
    """Return why a reference finds nothing, or None where it does."""
    try:
        find(reference)
    except LookupError as problem:
        return str(problem)
    return None


def _wrong_ranking(shown: Indicator, block: Ranking) -> Iterator[Finding]:
    """Return why figures cannot be ranked as a block says."""
    try:
        names = Comparison.of(shown, along=block.along).names
    except UnknownName as problem:
        yield ("along",), str(problem)
    except Contradiction as problem:
        yield ("figure",), str(problem)
    else:
        yield from no_member("reference", block.reference, names)
        yield from no_member("highlight", block.highlight, names)


def _wrong_bars(shown: Indicator, highlight: str | None, *along: str) -> Iterator[Finding]:
    """Return why figures cannot be told apart by what there are bars and groups for."""
    data, columns = shown.settled().data(), []
    known = ("area", "period", *(dimension.key for dimension in shown.dimensions))
    for field, name in zip(("along", "by"), along, strict=False):
        if name not in known:
            yield (field,), str(UnknownName("dimension", name, known))
            return
        columns.append([place_of(datum, name) for datum in data])
    names = list(zip(*columns, strict=True))
    if twice := sorted({name for name in names if names.count(name) > 1}):
        several = f"several figures for {' and '.join(twice[0])} along {' and '.join(along)}"
        alike = [datum for datum, name in zip(data, names, strict=True) if name == twice[0]]
        yield ("figure",), f"indicator {shown.key!r}: {several}; {how_to_choose(alike)}"
    yield from no_member("highlight", highlight, tuple(first for first, *_ in names))


def _references(block: Block) -> Iterator[tuple[Steps, Reference]]:
    """Return every reference of a block, after the steps to where it stands."""
    for name, text in _texts(block):
        for tag, words in text.items():
            found = (piece for piece in pieces(words) if isinstance(piece, Reference))
            yield from (((name, tag), reference) for reference in found)
    if isinstance(block, FigureBlock):
        yield ("figure",), block.figure
    if isinstance(block, Parts):
        yield from ((("beside", at), reference) for at, reference in enumerate(block.beside))


def _texts(block: Block) -> Iterator[tuple[str, Text]]:
    """Return the texts of a block that may refer to figures, with the names of their fields."""
    if isinstance(block, Prose):
        yield "text", block.text
    elif isinstance(block, FigureBlock | SchemeTimeline):
        yield "headline", block.headline
        if block.alt is not None:
            yield "alt", block.alt


def _schemes_of(scheme: FundingScheme) -> Iterator[tuple[Steps, str]]:
    """Return the keys of all schemes that a scheme names, after the steps to them."""
    if scheme.succeeds is not None:
        yield ("succeeds",), scheme.succeeds
    for at, round_ in enumerate(scheme.rounds):
        for number, key in enumerate(round_.together_with):
            yield ("rounds", at, "together_with", number), key


def _sources_of(part: object) -> Iterator[tuple[Steps, str]]:
    """Return the keys of all sources that a scheme or a part of one names, after the steps."""
    for number, key in enumerate(getattr(part, "sources", ())):
        yield ("sources", number), key
    for name in ("calls", "rounds", "amounts", *_COUNTED, "support_rates"):
        for at, inner in enumerate(getattr(part, name, ())):
            yield from (((name, at, *steps), key) for steps, key in _sources_of(inner))
