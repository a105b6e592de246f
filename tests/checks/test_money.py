"""OFF212 to OFF214: which kind of money."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("title", "definition", "count"),
    [
        ("{nb: Tilgjengelige midler}", "{nb: Midler}", 1),
        ("{nn: Tilgjengelege midlar}", "{nb: Midler}", 1),
        ("{en: Funds}", "{en: Whether announced or granted is not stated}", 1),
        ("{nb: Midler}", "{nb: Det som ble utlyst}", 0),
        ("{nb: Utlyste midler}", "{nb: Rammen}", 0),
        ("{nb: Rammen}", "{nb: Midler}", 0),
    ],
)
def test_kind(bench: Any, title: str, definition: str, count: int) -> None:
    """Title and definition together must name one kind of money."""
    fragment = f"""indicators:
  - key: funds
    title: {title}
    definition: {definition}
    unit: NOK
    population: {{missing: not applicable}}
    sources: [ks]
    observations: [{{area: NO, period: 2018, value: 1}}]
blocks: [{{type: prose, text: "{{funds}}"}}]
"""

    assert count == len(bench.places(fragment, "OFF212"))


def test_kinds_of_a_scheme_that_is_not_shown(bench: Any) -> None:
    """What stands on no card mixes nothing."""
    fragment = """schemes:
  - key: s
    names: [{name: S}]
    provider: P
    purpose: Q
    rounds:
      - period: 2019
        granted: [{value: 1, unit: NOK, kind: grant}, {value: 1, unit: NOK, kind: commitment}]
"""
    card = "blocks: [{type: schemes, schemes: [s]}]\n"

    assert [] == bench.places(fragment, "OFF213")
    assert ["schemes[0].rounds[0].granted"] == bench.places(fragment + card, "OFF213")
