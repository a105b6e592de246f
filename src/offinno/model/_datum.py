"""One figure together with everything that belongs to it."""

from typing import TYPE_CHECKING, final

import attrs

from offinno.model._area import Area
from offinno.model._checks import Contradiction
from offinno.model._indicator import Indicator
from offinno.model._lineage import Derivation, Input
from offinno.model._observation import Observation
from offinno.model._population import Note, Population, Question, Sample
from offinno.model._source import Source
from offinno.model._steps import sources_in, step_of
from offinno.model._typed import Typed
from offinno.units import Unit
from offinno.values import Missing, Period, Range, Value

if TYPE_CHECKING:
    from decimal import Decimal


@final
@attrs.frozen(repr=False, unsafe_hash=True, cache_hash=True)
class Datum(Typed):  # noqa: PLW1641 - attrs writes the hash
    """A figure with its meaning: one observation together with its indicator.

    Sums, differences, products and quotients of data check area and period as well as unit, and
    record how they were made.

    Raises:
        WrongType: If it is made of something else.
        Contradiction: If the observation is none of the indicator's.

    >>> from offinno.language import vocabulary
    >>> from offinno.model import Observations
    >>> from offinno.units import parse_unit
    >>> nok, counted = parse_unit("NOK"), vocabulary()["municipalities"]
    >>> def spending(key: str, amount: int) -> Datum:
    ...     row = Observation(area="NO", period=2018, value=Value(amount, nok))
    ...     return Indicator(
    ...         key=key, title=key, definition=key, unit=nok,
    ...         population=Population(unit=counted), observations=Observations.of(nok, [row]),
    ...     ).at()
    >>> total = spending("wages", 5) + spending("goods", 2)
    >>> print(total, total.indicator.lineage.method)
    wages-sum-goods[area=NO, period=2018]: 7 NOK Method.SUM
    """

    #: What is measured.
    indicator: Indicator
    #: The row.
    observation: Observation

    def __attrs_post_init__(self) -> None:
        """Check that the row is one of the indicator's."""
        super().__attrs_post_init__()
        if self.observation not in self.indicator.observations:
            problem = f"the indicator {self.indicator.key!r} has no such row"
            raise Contradiction(f"datum of {self.observation.area}", problem)

    def __eq__(self, other: object) -> bool:
        """Return whether row and indicator are equal; cheap where the indicator is the same."""
        if type(other) is not Datum:
            return NotImplemented
        return self is other or (
            self.observation == other.observation
            and (self.indicator is other.indicator or self.indicator == other.indicator)
        )

    @property
    def value(self) -> Value | Range | Missing:
        """The figure itself, or why there is none."""
        return self.observation.value

    @property
    def number(self) -> Value:
        """The figure, where there is exactly one.

        Raises:
            Contradiction: If there is a range, or none.
        """
        if isinstance(self.value, Value):
            return self.value
        raise Contradiction(str(self), "there is no single value to compute with")

    @property
    def row(self) -> int:
        """The position of the row in its indicator."""
        return self.indicator.observations.index(self.observation)

    @property
    def unit(self) -> Unit:
        """Its unit."""
        return self.indicator.unit

    @property
    def area(self) -> Area:
        """The territory it is about."""
        return self.observation.area

    @property
    def period(self) -> Period:
        """The time it is about."""
        return self.observation.period

    @property
    def population(self) -> Population | Missing:
        """Whom it describes: the row's own population, or that of the header."""
        own = self.observation.population
        return self.indicator.population if own is None else own

    @property
    def question(self) -> Question | None:
        """What was asked: the row's own question, or that of the header."""
        own = self.observation.question
        return self.indicator.question if own is None else own

    @property
    def sample(self) -> Sample | Missing | None:
        """Who answered: the row's own sample, or that of the header."""
        own = self.observation.sample
        return self.indicator.sample if own is None else own

    @property
    def source(self) -> Source | None:
        """Where it comes from: its own source, or the first of the indicator."""
        return self.indicator.source_for(self.observation)

    @property
    def lineage(self) -> Derivation | None:
        """How it was computed: its own step, where its indicator holds those of many figures.

        None of a figure that was not computed; where the indicator has no step of this figure
        alone, its whole lineage.
        """
        source = self.source
        return step_of(
            self.indicator.lineage, self.observation, None if source is None else source.key
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source it rests on: its own, and those of the figures it was computed from.

        Of a computed figure whose lineage names no source, all of the indicator.
        """
        own = () if self.source is None else (self.source,)
        if self.lineage is None:
            return own
        behind = sources_in(self.lineage)
        if not behind and self.observation.source is None:
            return self.indicator.sources
        listed = {attrs.evolve(s, key="any"): s for s in reversed(self.indicator.sources)}
        found = {source.key: source for source in own}
        for source in behind:
            known = listed.get(attrs.evolve(source, key="any"), source)
            found.setdefault(known.key, known)
        return tuple(found.values())

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that belong to it."""
        return tuple(self.indicator.note(mark) for mark in self.observation.notes)

    @property
    def reference(self) -> str:
        """The text that names it and nothing else: its indicator and what tells the row apart."""
        row, these = self.observation, self.indicator.observations
        pairs = [("area", row.area.code), ("period", row.period.text), *row.breakdowns]
        if these.vintage is not None:
            pairs.append(("vintage", "?" if row.vintage is None else row.vintage.text))
        if these.source is not None and self.source is not None:
            pairs.append(("source", self.source.key))
        return f"{self.indicator.key}[{', '.join(f'{name}={value}' for name, value in pairs)}]"

    def __str__(self) -> str:
        return f"{self.reference}: {self.value}"

    def __repr__(self) -> str:
        return f"<Datum {self}>"

    def __add__(self, other: "Datum") -> "Datum":
        from offinno.model._arithmetic import sum_of

        if type(other) is not Datum:
            return NotImplemented
        return sum_of(self, other)

    def __sub__(self, other: "Datum") -> "Datum":
        from offinno.model._arithmetic import difference_of

        if type(other) is not Datum:
            return NotImplemented
        return difference_of(self, other)

    def __mul__(self, other: "Datum") -> "Datum":
        """Multiply, where it has a meaning: a share and its whole, a rate and what is below it.

        A relative change stands for what it multiplies by: it moves the figure that it is taken
        from, and two changes that follow each other make one.
        """
        from offinno.model._arithmetic import product_of

        if type(other) is not Datum:
            return NotImplemented
        return product_of(self, other)

    def __truediv__(self, other: "Datum") -> "Datum | Decimal":
        """Divide; two figures in one unit give a bare number, others a figure per another."""
        from offinno.model._arithmetic import quotient_of

        if type(other) is not Datum:
            return NotImplemented
        return quotient_of(self, other)

    def share_of(self, whole: "Datum") -> "Datum":
        """Return this figure in per cent of another that it is known to be a part of.

        Dividing two figures of one unit gives a plain number, as any two amounts may be divided.
        A share claims more: that every unit of the one is in the other. That is known of a count
        whose population is that of the whole or a selection of it, where the whole is declared to
        be all there is; of the parts of a `Indicator.total`; and of a share times its whole.

        Raises:
            Contradiction: If it is not known to be a part, or areas or periods differ.
            IncompatibleUnits: If the two are in different units.
            BadValue: If it is more than the whole.
        """
        from offinno.model._arithmetic import share_of

        return share_of(self, whole)

    def as_input(self) -> Input:
        """Return this figure as what went into another.

        Raises:
            Contradiction: If there is no single value.
        """
        return Input(
            figure=self.indicator.key,
            value=self.number,
            area=self.area,
            period=self.period,
            breakdowns=self.observation.breakdowns,
            vintage=self.observation.vintage,
            measuring=self.indicator.measuring,
            covers=self.observation.covers,
            source=self.source,
            lineage=self.lineage,
        )
