"""One figure together with everything that belongs to it."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.language import Text
from offinno.model._area import Area
from offinno.model._checks import Contradiction
from offinno.model._lineage import Derivation, Input, Method
from offinno.model._observation import Observation
from offinno.model._observations import DIGITS, Observations
from offinno.model._population import Note, Population, Question, Sample
from offinno.model._source import Source
from offinno.model._status import Evidence
from offinno.units import Unit
from offinno.values import Missing, Period, Range, Value

if TYPE_CHECKING:
    from offinno.model._indicator import Indicator

_ROUND: Final = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)
_SIGNS: Final = {Method.SUM: "+", Method.DIFFERENCE: "−", Method.QUOTIENT: "÷"}


@final
@attrs.frozen(repr=False)
class Datum(Frozen):
    """A figure with its meaning: one observation together with its indicator.

    Sums, differences and quotients of data check area and period as well as unit, and record how
    they were made.

    Raises:
        Contradiction: If the observation is none of the indicator's.
    """

    #: What is measured.
    indicator: "Indicator"
    #: The row.
    observation: Observation

    def __attrs_post_init__(self) -> None:
        """Check that unit and breakdowns agree."""
        value = self.observation.value
        if not isinstance(value, Missing) and value.unit != self.indicator.unit:
            problem = f"a figure in {value.unit} under an indicator in {self.indicator.unit}"
            raise Contradiction(f"datum of {self.indicator.key!r}", problem)

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
        return self.observation.population or self.indicator.population

    @property
    def question(self) -> Question | None:
        """What was asked."""
        return self.observation.question or self.indicator.question

    @property
    def sample(self) -> Sample | Missing | None:
        """Who answered."""
        return self.observation.sample or self.indicator.sample

    @property
    def source(self) -> Source | None:
        """Where it comes from: its own source, or the first of the indicator."""
        key = self.observation.source
        sources = self.indicator.sources
        if key is None:
            return sources[0] if sources else None
        return next(source for source in sources if source.key == key)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that belong to it."""
        return tuple(self.indicator.note(mark) for mark in self.observation.notes)

    @property
    def reference(self) -> str:
        """The text that names it: its indicator and what tells the row apart."""
        row = self.observation
        pairs = [("area", row.area.code), ("period", row.period.text), *row.breakdowns]
        pairs += [("vintage", row.vintage.text)] if row.vintage else []
        pairs += [("source", row.source)] if row.source else []
        return f"{self.indicator.key}[{', '.join(f'{name}={value}' for name, value in pairs)}]"

    def __str__(self) -> str:
        return f"{self.reference}: {self.value}"

    def __repr__(self) -> str:
        return f"<Datum {self}>"

    def __add__(self, other: "Datum") -> "Datum":
        return _derived(Method.SUM, self, other, self.number + other.number)

    def __sub__(self, other: "Datum") -> "Datum":
        return _derived(Method.DIFFERENCE, self, other, self.number - other.number)

    def __truediv__(self, other: "Datum") -> "Datum | Decimal":
        """Divide; two figures in one unit give a bare number, others a figure per another."""
        _check_alike(self, other)
        found = self.number / other.number
        return (
            found if isinstance(found, Decimal) else _derived(Method.QUOTIENT, self, other, found)
        )

    def as_input(self) -> Input:
        """Return this figure as what went into another."""
        return Input(
            figure=self.indicator.key,
            value=self.number,
            area=self.area,
            period=self.period,
            source=self.source,
            lineage=self.indicator.lineage,
        )


def _check_alike(left: Datum, right: Datum) -> None:
    """Check that two figures are about the same territory and time."""
    if left.area != right.area:
        problem = f"areas differ ({left.area}, {right.area}); compare them with Comparison"
        raise Contradiction(f"{left.reference} and {right.reference}", problem)
    if left.period != right.period:
        problem = f"periods differ ({left.period}, {right.period}); compare them with Comparison"
        raise Contradiction(f"{left.reference} and {right.reference}", problem)


def _derived(method: Method, left: Datum, right: Datum, value: Value) -> Datum:
    """Return *value* as a figure that remembers what it was made from."""
    from offinno.model._indicator import Indicator

    _check_alike(left, right)
    value, digits = _short(value)
    row = Observation(area=left.area, period=left.period, value=value, evidence=Evidence.DERIVED)
    indicator = Indicator(
        key=f"{left.indicator.key[:30]}-{method.value}-{right.indicator.key[:30]}",
        title=_joined(left.indicator.title, method, right.indicator.title),
        definition=_joined(left.indicator.definition, method, right.indicator.definition),
        unit=value.unit,
        population=left.population,
        sources=tuple(dict.fromkeys(s for s in (left.source, right.source) if s)),
        lineage=Derivation(
            method=method, inputs=(left.as_input(), right.as_input()), digits=digits
        ),
        observations=Observations.of(value.unit, [row]),
    )
    return Datum(indicator, row)


def _short(value: Value) -> tuple[Value, int | None]:
    """Return *value* with the digits that a column holds, and whether it had to be rounded."""
    number = value.magnitude
    if len(number.as_tuple().digits) <= DIGITS:
        return value, None
    return attrs.evolve(value, magnitude=_ROUND.plus(number)), DIGITS


def _joined(left: Text, method: Method, right: Text) -> Text:
    """Return two texts with the sign of the method between, in the languages both have."""
    shared: dict[str, Any] = {tag: left[tag] for tag in left if tag in right}
    tags = shared or dict(left)
    return Text({tag: f"{left[tag]} {_SIGNS[method]} {right.in_(tag)}" for tag in tags})
