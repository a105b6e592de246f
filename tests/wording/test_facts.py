"""Everything there is to say about figures, schemes and sources."""

from typing import Any

from offinno.language import Lang
from offinno.model import (
    Amount,
    AmountKind,
    Call,
    Evidence,
    Factsheet,
    FundingScheme,
    Indicator,
    Link,
    Observation,
    Observations,
    Round,
    SchemeName,
    Source,
    SupportRate,
    Tally,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Value
from offinno.wording import facts_text

NOT_STATED = Missing(MissingReason.NOT_STATED)
NOK = parse_unit("NOK")
SOURCE = Source(key="a", publisher="A", title="About", published=2018)


def scheme(**fields: Any) -> FundingScheme:
    """Return a scheme that has a name, provider and purpose, and *fields*."""
    given: dict[str, Any] = {
        "key": "fund",
        "names": [SchemeName(name="Fund")],
        "provider": "Giver",
        "purpose": "To give",
    }
    return FundingScheme(**given | fields)


def said(thing: Any, lang: Lang = "en", **fields: Any) -> list[tuple[str, str]]:
    """Return the facts about *thing* behind the sheet, with breaking spaces."""
    old = scheme(key="old", names=[SchemeName(name="Old fund")])
    schemes = [old, thing] if isinstance(thing, FundingScheme) else [old]
    given: dict[str, Any] = {"key": "sheet", "title": "Sheet", "schemes": schemes}
    sheet = Factsheet(**given | {"sources": [SOURCE]} | fields)
    first, *facts = facts_text(thing, sheet=sheet, lang=lang)

    assert first[1] == "Sheet"
    return [(name, text.replace("\u00a0", " ")) for name, text in facts]


def test_bare_scheme() -> None:
    """What is not known of a scheme is left out."""
    expected = [("Navn", "Fund"), ("Tilbyder", "Giver"), ("Formål", "To give")]

    assert expected == said(scheme(), "nb")


def test_full_scheme() -> None:
    """What is known of a scheme is told, each fact with its sources."""
    full = scheme(
        names=[
            SchemeName(name="Fund"),
            SchemeName(name="First fund", until=2011),
            SchemeName(name="Zeroth fund", until=NOT_STATED),
        ],
        succeeds="old",
        sources=["a"],
        applicants="All",
        partners="Others.",
        calls=[Call(deadline=2011), Call(deadline=NOT_STATED)],
        support_rates=[
            SupportRate(
                rate=Value(11, parse_unit("% of project-costs")), applies_to="some", sources=["a"]
            ),
        ],
        legal_basis="The law",
        link=Link(label="Fund", url="https://example.org"),
    )

    assert said(full) == [
        ("Name", "Fund"),
        ("History", "formerly First fund (until 2011)"),
        ("History", "formerly Zeroth fund"),
        ("History", "follows Old fund"),
        ("Provider", "Giver"),
        ("Purpose", "To give [A (2018)]"),
        ("Who may apply", "All"),
        ("Together with", "Others."),
        ("Deadlines", "2011"),
        ("Deadlines", "not stated"),
        ("Support", "11% of approved project costs (some) [A (2018)]"),
        ("Legal basis", "The law"),
        ("Address", "https://example.org"),
    ]


def test_call() -> None:
    """A call has what it is about, its amounts with what limits them, its note and sources."""
    amounts = [
        Amount(
            value=Value(11, NOK),
            kind=AmountKind.ANNOUNCED,
            part="one theme",
            as_of=2011,
            as_printed="eleven",
            evidence=Evidence.SECONDARY,
            note="Really.",
            sources=["a", "a"],
        ),
        Amount(value=NOT_STATED, kind=AmountKind.GRANT),
    ]
    call = Call(
        deadline="?-09", title="Theme", opens="2011-08", amounts=amounts, sources=["a"], note="So."
    )
    whole = (
        "September every year (Theme; opens August 2011): 11 NOK (announced; one theme; "
        "as of 2011; printed as ‘eleven’; read only at another party; Really) [A (2018)]; "
        "amount: not stated (grant); So"
    )

    assert ("Deadlines", whole) in said(scheme(calls=[call]))
    assert ("Deadlines", "2011 [A (2018)]") in said(
        scheme(calls=[Call(deadline=2011, sources=["a"])])
    )


def test_rounds() -> None:
    """What came of calls stands source by source; a round of which nothing is known is its time."""
    applications = parse_unit("applications")
    rounds = [
        Round(period=2011),
        Round(
            period=2012,
            together_with=["old"],
            applications=[
                Tally(value=Value(11, applications), sources=["a"], note="All."),
                Tally(value=NOT_STATED),
            ],
            applied_for=[Amount(value=Value(22, NOK), kind=AmountKind.APPLIED_FOR)],
            grants=[Tally(value=Value(11, parse_unit("projects"))), Tally(value=NOT_STATED)],
            granted=[Amount(value=Value(11, NOK), kind=AmountKind.GRANT)],
            note="Done.",
        ),
    ]
    whole = (
        "2012 (counted together with Old fund): 11 applications (All) [A (2018)]; "
        "number of applications: not stated; 22 NOK (applied for); 11 projects granted; "
        "number of grants: not stated; 11 NOK (grant); Done"
    )

    assert [("Results", "2011"), ("Results", whole)] == said(scheme(rounds=rounds))[-2:]


def test_source() -> None:
    """A source is told with all that is known of it."""
    full = Source(
        key="a",
        publisher="A",
        title="About",
        published=2018,
        url="https://example.org",
        locator="table 1",
        retrieved="2019-01-02",
        licence="CC-BY-4.0",
        note="Old",
    )

    assert said(full, sources=[full]) == [
        ("Publisher", "A"),
        ("Title", "About"),
        ("Published", "2018"),
        ("Address", "https://example.org"),
        ("Place in it", "table 1"),
        ("Read", "2 January 2019"),
        ("Licence", "CC-BY-4.0"),
        ("Note", "Old"),
    ]


def test_bare_source() -> None:
    """What is not known of a source is left out."""
    bare = Source(key="a", publisher="A", title="About")

    assert [("Utgjevar", "A"), ("Tittel", "About")] == said(bare, "nn", sources=[bare])


def test_figure_of_which_little_is_known() -> None:
    """What is missing is told with its reason, and without saying twice of what."""
    row = Observation(area="NO", period=2018, value=NOT_STATED)
    indicator = Indicator(
        key="i",
        title="I",
        definition="It",
        unit=NOK,
        population=NOT_STATED,
        sample=NOT_STATED,
        observations=Observations.of(NOK, [row]),
    )
    facts = dict(said(indicator.at()))

    assert "not stated" == facts["Value"] == facts["Population"] == facts["Sample"]
    assert "Source" not in facts


def test_working_is_a_tree() -> None:
    """What went into a figure stands indented below its calculation, with its title."""
    costs = Indicator(
        key="costs",
        title="Costs",
        definition="It",
        unit=NOK,
        population=NOT_STATED,
        sources=[SOURCE],
        observations=Observations.of(
            NOK, [Observation(area="NO", period=2018, value=Value(2, NOK))]
        ),
    )
    twice = costs.at() + costs.at()
    made = said(twice, indicators=[costs], schemes=[])

    assert [
        ("Working", "computed as 2 NOK + 2 NOK"),
        ("Working", "  2 NOK: Costs, Norway, 2018, A (2018)"),
    ] == [fact for fact in made if fact[0] == "Working"]
