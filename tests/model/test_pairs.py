"""The verdict on every two members of a comparison."""

from collections.abc import Callable

import pytest

from offinno.exceptions import UnknownName
from offinno.model import Comparison, Indicator, Observation, Pairs, Rule, Verdict

COMPARABLE, CAVEATS, REFUSED = Verdict


def test_are_all_twos(nordic: Indicator) -> None:
    """Each once, in the order of the members, by name and with the verdict."""
    pairs = Comparison.of(nordic).pairs

    assert 10 == len(pairs) == len(list(pairs))
    assert ("IS", "NO", COMPARABLE) == next(iter(pairs))
    assert {"FI"} == {
        name for *names, verdict in pairs if verdict is REFUSED for name in names if name == "FI"
    }
    assert "<Pairs of IS, NO, SE, FI, DK>" == repr(pairs)
    assert ("IS", "NO", "SE", "FI", "DK") == pairs.names


def test_tell_verdicts_and_reasons(nordic: Indicator) -> None:
    """Whichever is named first; of a figure and itself there is nothing to say."""
    pairs = Comparison.of(nordic).pairs

    assert REFUSED is pairs.verdict("NO", "FI") is pairs.verdict("FI", "NO")
    assert [Rule.LEVEL] == [reason.rule for reason in pairs.reasons("NO", "FI")]
    assert (COMPARABLE, ()) == (pairs.verdict("FI", "FI"), pairs.reasons("FI", "FI"))
    with pytest.raises(UnknownName, match="no member is called 'DE'"):
        pairs.verdict("NO", "DE")
    with pytest.raises(UnknownName, match="no member is called 'DE'"):
        pairs.reasons("NO", "DE")


def test_fit_in_a_table(nordic: Indicator) -> None:
    """Of numbers that say how severe each verdict is, and cannot be changed."""
    found = Comparison.of(nordic).pairs.severities()

    assert [
        [0, 0, 0, 2, 0],
        [0, 0, 0, 2, 0],
        [0, 0, 0, 2, 0],
        [2, 2, 2, 0, 2],
        [0, 0, 0, 2, 0],
    ] == found.tolist()
    with pytest.raises(ValueError, match="read-only"):
        found[0, 0] = 1


def test_overrides_make_caveats(nordic: Indicator) -> None:
    """In every pair, with the reason why."""
    pairs = Comparison.of(nordic, allow={"level": "made up"}).pairs

    assert CAVEATS is pairs.verdict("NO", "FI")
    assert ["made up"] == [reason.allowed for reason in pairs.reasons("NO", "FI")]


def test_alike_is_not_equal(
    indicator: Callable[..., Indicator], row: Callable[..., Observation]
) -> None:
    """Two figures of which the same is not known are alike, and compared with a caveat."""
    rows = [row(n, area, vintage="?") for n, area in enumerate(("NO", "SE", "FI"))]
    pairs = Comparison.of(indicator(rows)).pairs

    assert {CAVEATS} == {verdict for *_, verdict in pairs}
    assert pairs == Pairs(pairs.comparison)
