"""What holds for every type: frozen all the way down, and checked on every way in."""

import copy
import pickle
import subprocess
import sys
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any, get_type_hints

import attrs
import pytest

from offinno import language, model, units, values
from offinno._frozen import Frozen
from offinno.language import Term, Text, Vocabulary, lexicon, vocabulary
from offinno.model import (
    Amount,
    AmountKind,
    Area,
    Axis,
    Bars,
    Break,
    Call,
    Choropleth,
    Column,
    Comparison,
    Contact,
    ContactPoint,
    Derivation,
    Dimension,
    DotInterval,
    Factsheet,
    FundingScheme,
    GroupedBars,
    Heading,
    Indicator,
    Input,
    Link,
    Links,
    Method,
    Name,
    Note,
    Notes,
    Number,
    Observation,
    Observations,
    Pairs,
    Parts,
    Pictogram,
    Population,
    Preferred,
    Prose,
    Question,
    Ranking,
    Reference,
    Round,
    Sample,
    SchemeName,
    Schemes,
    SchemeTimeline,
    Series,
    Slope,
    Source,
    SupportRate,
    Tally,
    TileMap,
    YearlyChange,
)
from offinno.model._typed import Typed
from offinno.units import (
    Change,
    Count,
    Index,
    Money,
    Per,
    Physical,
    Points,
    PriceBasis,
    Ratio,
    Share,
    parse_unit,
)
from offinno.units._codes import PHYSICAL
from offinno.values import (
    Counted,
    Interval,
    Missing,
    MissingReason,
    Period,
    Qualifier,
    Range,
    Value,
    parse_published,
)

SHARE = parse_unit("% of public-workplaces")
NOK = parse_unit("NOK")
SOURCE = Source(key="one", publisher="A", title="First", published=2018, url="https://example.org")
NOTE = Note(mark="*", text={"nb": "Bare kommuner"}, must_show=True)
SECTOR = Dimension(
    key="sector",
    label="sektor",
    categories=[Term(key="health", label="helse"), Term(key="school", label="skole")],
)
POPULATION = Population(
    unit=vocabulary()["public-workplaces"], levels=[Term(key="municipal", label="kommunalt")]
)
QUESTION = Question(
    key="introduced", text={"nb": "Har dere?"}, answers=[Term(key="yes", label="ja")]
)
SAMPLE = Sample(n=40, invited=100, response_rate=40, fieldwork="2018-09")
ROWS = [
    Observation(
        area=area,
        period="2 years before 2018-10",
        breakdowns={"sector": "health"},
        vintage=vintage,
        source="one",
        value=Value(number, SHARE, interval=Interval(low=1, high=99)),
        status=[model.Status.PROVISIONAL],
        symbol="p",
        notes=["*"],
        evidence=model.Evidence.VERIFIED,
        as_printed="3 av 4",
        population=POPULATION,
        question=QUESTION,
        sample=SAMPLE,
        covers="2018-H1",
    )
    for area, number, vintage in (("NO", 74, "2020-03-02"), ("SE", 81, "2020-03-09"))
]
INDICATOR = Indicator(
    key="made-up",
    title="Oppdiktet",
    definition="Oppdiktet andel",
    unit=SHARE,
    population=POPULATION,
    whole=vocabulary()["public-workplaces"],
    question=QUESTION,
    sample=SAMPLE,
    measuring=model.Measuring.FLOW,
    adjustment=model.Adjustment.NONE,
    sources=[SOURCE],
    preferred=Preferred(source="one", reason="den nyeste"),
    dimensions=[SECTOR],
    notes=[NOTE],
    breaks=[Break(key="weights", at=2017, changed="vekting")],
    series="2010/2020",
    observations=Observations.of(SHARE, ROWS),
)
DATUM = INDICATOR.at(area="NO")
COMPARISON = Comparison.between(
    DATUM, INDICATOR.at(area="SE"), reference="NO", allow={"vintage": "made up"}
)
YEARLY = YearlyChange(
    first=DATUM,
    last=DATUM,
    years=Decimal(2),
    absolute=Value(1, parse_unit("pp of public-workplaces")),
    relative=None,
    reasons=COMPARISON.reasons,
)
INPUT = Input(figure="made-up", value=Value(1, NOK), area="NO", period=2018, source=SOURCE)
AMOUNT = Amount(value=Value(5, NOK, Qualifier.AT_MOST), kind=AmountKind.ANNOUNCED, sources=["one"])
TALLY = Tally(value=Value(3, parse_unit("applications")))
RATE = SupportRate(rate=Value(75, parse_unit("% of project-costs"), Qualifier.AT_MOST))
SCHEME = FundingScheme(
    key="scheme",
    names=[SchemeName(name="Ordning", since=2014, until=Missing(MissingReason.NOT_STATED))],
    provider="Noen",
    purpose="Noe",
    calls=[Call(deadline="2019-09-25", opens="2019-06", amounts=[AMOUNT])],
    rounds=[Round(period=2019, applications=[TALLY], granted=[AMOUNT])],
    support_rates=[RATE],
)
LINK = Link(label="Side", url="https://example.org")
CONTACT = ContactPoint(organisation="Noen", phone="+47 22 03 70 00", links=[LINK])
SHEET = Factsheet(
    key="sheet",
    title="Ark",
    sources=[SOURCE],
    indicators=[INDICATOR],
    schemes=[SCHEME],
    blocks=[Prose(text="{made-up[area=NO]} av dem"), Ranking(figure="made-up", headline="Land")],
    contact=CONTACT,
    links=[LINK],
)
TEXT = Text({"nb": "ord"})

#: An instance of every class, each with as many of its fields as it may have.
EXAMPLES: list[Any] = [
    lexicon("nb"),
    lexicon("nb").scales[9],
    TEXT.shown("nb"),
    Term(key="bridges", label=TEXT, one=TEXT),
    TEXT,
    Vocabulary((Term(key="bridges", label=TEXT),)),
    Change("year before"),
    Count(vocabulary()["municipalities"]),
    Index("2015"),
    Money("NOK", PriceBasis(2015, "cpi")),
    Per(Money("NOK"), Money("EUR")),
    Physical("km"),
    PHYSICAL["km"],
    Points(vocabulary()["workplaces"]),
    PriceBasis(2015, "cpi"),
    Ratio(vocabulary()["GDP"]),
    Share(vocabulary()["workplaces"]),
    Counted(3, 4),
    Interval(low=1, high=2, level=95, method="Wilson"),
    Missing(MissingReason.SUPPRESSED, TEXT),
    Period("2 years before 2018-10"),
    Period("2018").points[0],
    parse_published("48 %", lang="nb"),
    Range(low=Value(6, SHARE), high=Value(19, SHARE), across=TEXT),
    Value(75, SHARE, interval=Interval(low=70, high=80), counted=Counted(3, 4)),
    AMOUNT,
    Area("x-here", "Her"),
    INDICATOR.observations.area,
    Bars(figure="made-up", headline="Land", highlight="NO"),
    INDICATOR.breaks[0],
    SCHEME.calls[0],
    Choropleth(figure="made-up", headline="Land", geography="a.json", code="iso"),
    Column("|u1", b"abc"),
    COMPARISON,
    Contact(),
    CONTACT,
    DATUM,
    Derivation(method=Method.SUM, inputs=[INPUT], digits=15, note=TEXT, dropped=model.Dropped.BOTH),
    SECTOR,
    DotInterval(figure="made-up", headline="Land", reference="NO"),
    INDICATOR.observations.extras[0][1],
    SHEET,
    SCHEME,
    GroupedBars(figure="made-up", headline="Land", along="area", by="sector"),
    Heading(text=TEXT),
    INDICATOR,
    INPUT,
    LINK,
    Links(heading=TEXT),
    Name("Horisont 2020"),
    NOTE,
    Notes(),
    Number(figure="made-up[area=NO]", headline="Land"),
    ROWS[0],
    INDICATOR.observations,
    Parts(figure="made-up", headline="Land", along="sector"),
    Pictogram(figure="made-up[area=NO]", headline="Land", of=4),
    POPULATION,
    INDICATOR.preferred,
    SHEET.blocks[0],
    QUESTION,
    SHEET.blocks[1],
    COMPARISON.reasons[0],
    Pairs(COMPARISON),
    YEARLY,
    Reference(key="made-up", selectors=[("area", "NO")]),
    SCHEME.rounds[0],
    Series(figure="made-up", headline="Land", by="sector", zero=True),
    Slope(figure="made-up", headline="Land", start=2017, end=2018),
    SAMPLE,
    SCHEME.names[0],
    Schemes(schemes=["scheme"]),
    SchemeTimeline(schemes=["scheme"], headline="Frister", start=2019),
    SOURCE,
    RATE,
    TALLY,
    TileMap(figure="made-up", headline="Land", highlight="NO"),
]


def _classes() -> set[type[Any]]:
    """Return the public attrs classes of the four packages that are no errors."""
    found = [getattr(p, name) for p in (language, units, values, model) for name in p.__all__]
    classes: list[type[Any]] = [c for c in found if isinstance(c, type) and attrs.has(c)]
    return {cls for cls in classes if not issubclass(cls, Exception)}


def _name(thing: object) -> str:
    return type(thing).__name__


def _fields(thing: Any) -> tuple["attrs.Attribute[Any]", ...]:
    """Return the fields that the constructor of an object takes."""
    return tuple(field for field in attrs.fields(type(thing)) if field.init)


def _leaves(thing: object) -> list[object]:
    """Return everything that an object holds, down to what holds nothing."""
    if isinstance(thing, tuple | frozenset):
        return [leaf for part in thing for leaf in _leaves(part)]
    if isinstance(thing, MappingProxyType):
        return [leaf for pair in thing.items() for leaf in _leaves(pair)]
    if attrs.has(type(thing)):
        parts = (getattr(thing, field.name) for field in _fields(thing))
        return [leaf for part in parts for leaf in _leaves(part)]
    return [thing]


def test_every_public_class_has_an_example() -> None:
    """No class is left out of these tests, and no class is tried twice."""
    assert _classes() == {type(example) for example in EXAMPLES}
    assert len(EXAMPLES) == len({type(example) for example in EXAMPLES})


@pytest.mark.parametrize("thing", EXAMPLES, ids=_name)
class TestEvery:
    """What is true of an object of any class."""

    def test_takes_no_assignment(self, thing: Any) -> None:
        """Neither a field nor anything else can be set or deleted."""
        for name in (*(field.name for field in attrs.fields(type(thing))), "other"):
            with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
                setattr(thing, name, None)
            with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
                delattr(thing, name)

    def test_has_no_dictionary(self, thing: Any) -> None:
        """There is no other place to put something."""
        assert not hasattr(thing, "__dict__")

    def test_cannot_be_inherited(self, thing: Any) -> None:
        """Its class is final, so that nobody can add state that changes."""
        assert getattr(type(thing), "__final__", False) is True

    def test_holds_nothing_that_changes(self, thing: Any) -> None:
        """Down to its leaves there are texts, numbers, bytes, dates and members of closed sets."""
        for leaf in _leaves(thing):
            plain = type(leaf) in {bool, int, str, bytes, Decimal, date, type(None)}

            assert plain or isinstance(leaf, Enum)

    def test_can_be_hashed(self, thing: Any) -> None:
        """Equal objects have one hash, and a set holds one of them."""
        assert hash(thing) == hash(_again(thing))
        assert 1 == len({thing, _again(thing)})

    @pytest.mark.parametrize("way", ["pickle", "copy", "deepcopy", "evolve"])
    def test_survives_every_way(self, thing: Any, way: str) -> None:
        """Pickled, copied and evolved it is equal, and has the same fields."""
        again = _again(thing, way)

        assert thing == again
        assert type(thing) is type(again)
        assert repr(thing) == repr(again)

    def test_differs_from_anything_else(self, thing: Any) -> None:
        """It is equal to no object of another class."""
        assert thing != object()
        assert not any(thing == other for other in EXAMPLES if type(other) is not type(thing))


def _again(thing: Any, way: str = "pickle") -> Any:
    """Return a second object, got from the first one."""
    if way == "pickle":
        return pickle.loads(pickle.dumps(thing))
    if way == "evolve":
        return attrs.evolve(thing)
    return copy.copy(thing) if way == "copy" else copy.deepcopy(thing)


#: Something that no field may hold; it pickles.
FORBIDDEN: Any = [{"a": []}]

FIELDS = [
    (thing, field.name)
    for thing in EXAMPLES
    if isinstance(thing, Frozen) and type(thing).__module__.startswith("offinno.model")
    for field in _fields(thing)
]


@pytest.mark.parametrize("way", ["pickle", "copy", "evolve"])
@pytest.mark.parametrize(
    ("thing", "name"), FIELDS, ids=lambda part: part if isinstance(part, str) else _name(part)
)
def test_what_is_forbidden_comes_in_by_no_way(thing: Any, name: str, way: str) -> None:
    """A tampered object of the model can be neither unpickled, copied nor evolved."""
    tampered = copy.copy(thing)
    object.__setattr__(tampered, name, FORBIDDEN)

    with pytest.raises((TypeError, ValueError, LookupError, AttributeError)):
        _again(tampered, way)


def test_classes_of_the_model_check_their_fields() -> None:
    """All but the two that hold columns check their fields by annotation."""
    ours = {type(thing) for thing in EXAMPLES if type(thing).__module__.startswith("offinno.model")}

    assert {Axis, Column} == {cls for cls in ours if not issubclass(cls, Typed)}


@pytest.mark.parametrize("cls", sorted(_classes(), key=str))
def test_annotations_can_be_resolved(cls: type[Any]) -> None:
    """No field is annotated with a name that only type checkers import."""
    assert set(get_type_hints(cls)) >= {field.name for field in attrs.fields(cls)}


def test_numpy_is_not_needed_to_speak_of_types() -> None:
    """Importing the model loads neither numpy nor pint, which cost more than all the rest."""
    code = "import offinno.model, sys; print({'numpy', 'pint'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "set()" == done.stdout.strip()


def test_public_names_are_there() -> None:
    """Each public name stands for something, and for one thing only."""
    assert all(hasattr(model, name) for name in model.__all__)
    assert len(model.__all__) == len(set(model.__all__))
