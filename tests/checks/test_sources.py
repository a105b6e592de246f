"""OFF1xx: where figures come from."""

from typing import Any

import pytest


def test_scheme_amount_needs_a_source(bench: Any) -> None:
    """An amount of a scheme may have its own source, or that of call or scheme."""
    fragment = """schemes:
  - key: bare
    names: [{name: Bare}]
    provider: P
    purpose: Q
    calls:
      - deadline: "2019-09-25"
        amounts: [{value: 1, unit: NOK, kind: announced}]
      - deadline: "2019-09-26"
        amounts:
          - {value: 1, unit: NOK, kind: announced}
          - {value: {missing: not stated}, kind: announced}
        sources: [ks]
    rounds:
      - {period: 2019, applications: [{value: 2, unit: applications}]}
"""

    expected = ["schemes[0].calls[0].amounts[0]", "schemes[0].rounds[0].applications[0]"]
    assert expected == bench.places(fragment, "OFF101")


def test_figures_that_are_missing_need_no_source(bench: Any) -> None:
    """Nothing was read, so it was read nowhere."""
    fragment = bench.UNITS.replace("value: 74", "value: {missing: not collected}")
    fragment = fragment.replace("    sources: [ks]\n", "")

    assert [] == bench.places(f"indicators:{fragment}", "OFF101")


def test_lineage_is_searched_to_its_end(bench: Any) -> None:
    """An input that was computed itSELF needs sources for what went into it."""
    fragment = bench.GDP.replace(
        "    observations",
        """    lineage:
      method: relative
      inputs:
        - figure: a
          value: 1
          unit: NOK
          lineage: {method: sum, inputs: [{figure: b, value: 1, unit: NOK}]}
    observations""",
    )

    expected = ["indicators[0].lineage.inputs[0].lineage.inputs[0]"]
    assert expected == bench.places(f"indicators:{fragment}", "OFF105")


@pytest.mark.parametrize(
    ("notes", "expected"), [("", ["indicators[0].observations[0]"]), (", notes: [a]", [])]
)
def test_disputed_row_needs_a_note(bench: Any, notes: str, expected: list[str]) -> None:
    """Of rows that differ in their source the preferred one is shown, with a note."""
    rows = f"""    preferred: {{source: ks, reason: it counted}}
    notes: [{{mark: a, text: Another source says otherwise}}]
    observations:
      - {{area: NO, period: 2018, source: ks, value: 74{notes}}}
      - {{area: NO, period: 2018, source: difi, value: 70}}
"""
    indicator = bench.UNITS.split("    observations:")[0].replace("[ks]", "[ks, difi]") + rows

    assert expected == bench.places(bench.headline("enheter", indicators=indicator), "OFF106")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("value: 210, kind: grant", ["schemes[0].rounds[0].granted"]),
        ("value: 185, kind: grant", []),
        ("value: 210, kind: disbursement", []),
        ("value: 210, kind: grant, part: health", []),
        ("value: 210, kind: grant, note: Of another day", []),
    ],
)
def test_amounts_of_one_kind_may_disagree_with_a_note(
    bench: Any, second: str, expected: list[str]
) -> None:
    """Two sums of one kind and part are disputed; a note at one of them says so."""
    fragment = f"""schemes:
  - key: s
    names: [{{name: S}}]
    provider: P
    purpose: Q
    sources: [ks]
    rounds:
      - period: 2019
        granted: [{{value: 185, kind: grant, unit: NOK}}, {{{second}, unit: NOK}}]
"""

    assert expected == bench.places(fragment, "OFF106")


def test_figures_beside_are_shown_too(bench: Any) -> None:
    """A block of two rows shows the figures of both."""
    rows = """
  - key: KEY
    title: Money by sector
    definition: The part of the money that each sector has
    unit: part of GDP
    population: {missing: not applicable}
    sources: [ks]
    dimensions:
      - {key: sector, label: sector, categories: [health, school], exclusive: true}
    observations:
      - {area: NO, period: 2018, breakdowns: {sector: health}, value: 40, evidence: printed only}
      - {area: NO, period: 2018, breakdowns: {sector: school}, value: 60, evidence: printed only}
"""
    fragment = (
        "terms: {health: {label: health}, school: {label: school}}\n"
        f"indicators:{rows.replace('KEY', 'one')}{rows.replace('KEY', 'two')}"
        "blocks:\n"
        "  - {type: parts, figure: one, beside: [two], along: sector, headline: {nb: Deler}}\n"
    )

    expected = [f"indicators[{at}].observations[0].evidence" for at in (0, 1)]
    assert expected == bench.places(fragment, "OFF103")
