"""Whether two shares differ by more than chance, in words. An underscore stands for U+00A0."""

from collections.abc import Mapping
from typing import Any

import pytest

from offinno.analysis import Difference, difference_test
from offinno.language import Lang, vocabulary
from offinno.model import Indicator, Observation, Observations, Population, Question, Sample
from offinno.units import parse_unit
from offinno.values import Value
from offinno.wording import margin_text, say

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
UNIT = parse_unit("% of public-workplaces")


def difference(shares: Mapping[str, int], **rows: Mapping[str, Any]) -> Difference:
    """Return the difference of two shares of 400 answers each; *rows* says more of single areas."""
    observations = [
        Observation(
            area=area,
            period=2018,
            value=Value(share, UNIT),
            sample=Sample(n=400),
            **rows.get(area, {}),
        )
        for area, share in shares.items()
    ]
    asked = Indicator(
        key="asked",
        title="Asked",
        definition="Said yes",
        unit=UNIT,
        population=Population(unit=vocabulary()["public-workplaces"]),
        question=Question(key="asked", text="Yes or no?"),
        observations=Observations.of(UNIT, observations),
    )
    return difference_test(*asked.data())


def shown(found: Difference, lang: Lang) -> str:
    """Return the sentence with underscores for no-break spaces."""
    return margin_text(found, lang=lang).replace("\u00a0", "_")


def test_within_the_margin() -> None:
    """The sentence says it, and the interval follows."""
    found = difference({"NO": 50, "SE": 51})

    assert [
        (
            "Norge: 1_prosentpoeng lavere enn Sverige; forskjellen er innenfor feilmarginen. "
            "95_prosent konfidensintervall: −7,9 til 6,0_prosentpoeng (Newcombe)."
        ),
        (
            "Noreg: 1_prosentpoeng lågare enn Sverige; skilnaden er innanfor feilmarginen. "
            "95_prosent konfidensintervall: −7,9 til 6,0_prosentpoeng (Newcombe)."
        ),
        (
            "Norway: 1_percentage point lower than Sweden; the difference is within the margin of "
            "error. 95_per cent confidence interval: −7.9 to 6.0_percentage points (Newcombe)."
        ),
    ] == [shown(found, lang) for lang in LANGS]


def test_outside_the_margin() -> None:
    """A difference that chance alone hardly makes is said to be larger."""
    found = difference({"NO": 60, "SE": 50})

    assert [
        "Norge: 10_prosentpoeng høyere enn Sverige; forskjellen er større enn feilmarginen",
        "Noreg: 10_prosentpoeng høgare enn Sverige; skilnaden er større enn feilmarginen",
        (
            "Norway: 10_percentage points higher than Sweden; "
            "the difference is larger than the margin of error"
        ),
    ] == [shown(found, lang).partition(".")[0] for lang in LANGS]


def test_nothing_apart() -> None:
    """Equal shares are level with each other."""
    found = difference({"NO": 50, "SE": 50})

    assert shown(found, "nb").startswith(
        "Norge: på nivå med Sverige; forskjellen er innenfor feilmarginen. "
    )


def test_caveats_follow() -> None:
    """A caveat of the comparison is not lost."""
    found = difference({"NO": 50, "SE": 50}, NO={"vintage": 2019}, SE={"vintage": 2020})
    caveat = "Norway: version of 2019, while the reference (Sweden) is of 2020."

    assert shown(found, "en").endswith(f"(Newcombe). {caveat}")


@pytest.mark.parametrize("lang", LANGS)
def test_say(lang: Lang) -> None:
    """A tested difference is said like any other thing, in whatever form."""
    found = difference({"NO": 50, "SE": 51})

    assert margin_text(found, lang=lang) == say(found, lang=lang, form="value")
