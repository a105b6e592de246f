"""A sheet of figures: what it shows, in which order, and all it rests on."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar, final

import attrs

from offinno._frozen import as_tuple
from offinno.exceptions import UnknownName
from offinno.language import (
    LANGUAGES,
    Lang,
    Term,
    Text,
    Vocabulary,
    language,
    optional_text,
    text_of,
)
from offinno.model._blocks import (
    Bars,
    Block,
    Contact,
    FigureBlock,
    GroupedBars,
    Links,
    Prose,
    Ranking,
    Schemes,
)
from offinno.model._checks import Contradiction, checked_key, texts_of
from offinno.model._comparison import Comparison, place_of
from offinno.model._datum import Datum
from offinno.model._indicator import Indicator
from offinno.model._periods import optional_period
from offinno.model._reference import Reference, parse_reference, pieces
from offinno.model._scheme import FundingScheme
from offinno.model._source import Link, Source
from offinno.model._typed import Typed
from offinno.values import Period

T = TypeVar("T", Indicator, FundingScheme, Source, Indicator | FundingScheme | Source)

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
    organisation: Text = attrs.field(converter=text_of)
    #: Its postal or visiting address.
    address: Text | None = attrs.field(default=None, converter=optional_text)
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
    title: Text = attrs.field(converter=text_of)
    #: A line below the title.
    subtitle: Text | None = attrs.field(default=None, converter=optional_text)
    #: The edition, usually a year.
    edition: Period | None = attrs.field(default=None, converter=optional_period)
    #: The languages it is published in.
    languages: tuple[Lang, ...] = attrs.field(default=LANGUAGES, converter=_languages)
    #: Who publishes it.
    publisher: Text | None = attrs.field(default=None, converter=optional_text)
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
        keys = [thing.key for thing in self._things()]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            self._refuse(f"two things are called {twice[0]!r}")
        if not self.languages:
            self._refuse("it is published in no language")
        self._check_terms()
        self._check_sources()
        self._check_schemes()
        for where, reference in self.references():
            self._check_reference(where, reference)
        for at, block in enumerate(self.blocks):
            self._check_block(f"blocks[{at}]", block)

    def _refuse(self, problem: str) -> None:
        """Raise what is wrong."""
        raise Contradiction(f"factsheet {self.key!r}", problem)

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

    def references(self) -> "Iterator[tuple[str, Reference]]":
        """Return every reference in the blocks, after its place, such as ``blocks[3].text.nb``."""
        for at, block in enumerate(self.blocks):
            for name, text in _texts(block):
                for tag, words in text.items():
                    where = f"blocks[{at}].{name}.{tag}"
                    found = (p for p in pieces(words) if isinstance(p, Reference))
                    yield from ((where, reference) for reference in found)
            if isinstance(block, FigureBlock):
                yield f"blocks[{at}].figure", block.figure

    def _check_reference(self, where: str, reference: Reference) -> None:
        """Check that a reference names figures that are here; in prose exactly one."""
        try:
            if where.endswith(".figure"):
                self.select(reference)
            else:
                self.figure(reference)
        except LookupError as problem:
            self._refuse(f"{where}: {problem}")

    def _check_block(self, where: str, block: Block) -> None:
        """Check that what a block shows is here, and is what it can show."""
        if isinstance(block, Contact) and self.contact is None:
            self._refuse(f"{where}: the sheet has no contact to show")
        if isinstance(block, Links) and not self.links:
            self._refuse(f"{where}: the sheet has no links to show")
        if not isinstance(block, FigureBlock):
            return
        try:
            self._check_figure(block)
        except (Contradiction, LookupError) as problem:
            self._refuse(f"{where}: {problem}")

    def _check_figure(self, block: FigureBlock) -> None:
        """Check that the figures of a block can be told apart by what it shows them along."""
        if isinstance(block, Ranking):
            shown = self.select(block.figure)
            ranked = Comparison.of(shown, along=block.along, reference=block.reference)
            _check_highlight(block.highlight, ranked.names)
        elif isinstance(block, Bars):
            names = _places(self.select(block.figure), block.along)
            _check_highlight(block.highlight, tuple(name for (name,) in names))
        elif isinstance(block, GroupedBars):
            _places(self.select(block.figure), block.along, block.by)
        else:
            self.figure(block.figure)

    def _check_terms(self) -> None:
        """Check that no term is given twice."""
        Vocabulary(self.terms)

    def _check_sources(self) -> None:
        """Check that the sources of indicators are those of the sheet."""
        for indicator in self.indicators:
            if lost := [source.key for source in indicator.sources if source not in self.sources]:
                self._refuse(f"indicator {indicator.key!r}: source {lost[0]!r} is not listed")

    def _check_schemes(self) -> None:
        """Check that the schemes and sources that are named exist."""
        schemes = {scheme.key for scheme in self.schemes}
        sources = {source.key for source in self.sources}
        for at, block in enumerate(self.blocks):
            if isinstance(block, Schemes) and (lost := set(block.schemes) - schemes):
                self._refuse(f"blocks[{at}].schemes: no scheme is called {min(lost)!r}")
        for scheme in self.schemes:
            if lost := set(_schemes_of(scheme)) - schemes:
                self._refuse(f"scheme {scheme.key!r} names {min(lost)!r}, which is not among them")
            if lost := set(_sources_of(scheme)) - sources:
                self._refuse(f"scheme {scheme.key!r}: no source is called {min(lost)!r}")


def _named(kind: str, things: tuple[T, ...], key: str) -> T:
    """Return the thing with this key."""
    for thing in things:
        if thing.key == key:
            return thing
    raise UnknownName(kind, key, tuple(thing.key for thing in things))


def _places(shown: Indicator, *along: str) -> tuple[tuple[str, ...], ...]:
    """Return what each figure is called along several things, which no other is called."""
    names = [tuple(place_of(d, name) for name in along) for d in shown.settled().data()]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        problem = f"several figures for {' and '.join(twice[0])} along {' and '.join(along)}"
        raise Contradiction(f"indicator {shown.key!r}", f"{problem}; choose by selectors")
    return tuple(names)


def _check_highlight(name: str | None, names: tuple[str, ...]) -> None:
    """Check that what stands out is there."""
    if name is not None and name not in names:
        raise UnknownName("member", name, names)


def _texts(block: Block) -> Iterator[tuple[str, Text]]:
    """Return the texts of a block that may refer to figures, with the names of their fields."""
    if isinstance(block, Prose):
        yield "text", block.text
    elif isinstance(block, FigureBlock):
        yield "headline", block.headline


def _schemes_of(scheme: FundingScheme) -> Iterator[str]:
    """Return the keys of all schemes that a scheme names."""
    if scheme.succeeds is not None:
        yield scheme.succeeds
    for round_ in scheme.rounds:
        yield from round_.together_with


def _sources_of(scheme: FundingScheme) -> Iterator[str]:
    """Return the keys of all sources that a scheme names."""
    yield from scheme.sources
    for call in scheme.calls:
        yield from call.sources
        for amount in call.amounts:
            yield from amount.sources
    for round_ in scheme.rounds:
        for counted in (*round_.applications, *round_.grants):
            yield from counted.sources
        for amount in (*round_.applied_for, *round_.granted):
            yield from amount.sources
    for rate in scheme.support_rates:
        yield from rate.sources
