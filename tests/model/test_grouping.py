"""Which figure the others of a comparison are held against."""

from collections.abc import Callable

import pytest

from offinno.model import (
    Comparison,
    Indicator,
    NotComparable,
    Observation,
    Population,
    Question,
    Verdict,
)
from offinno.model._grouping import first_of_largest
from offinno.units import parse_unit
from offinno.values import (
    Missing,
    MissingReason,
    Value,
)

Rows = Callable[..., Observation]
Indicators = Callable[..., Indicator]

SHARE = parse_unit("% of public-workplaces")
NOK, EUR = parse_unit("NOK"), parse_unit("EUR")
GAP = Missing(MissingReason.NOT_STATED)
COMPARABLE, CAVEATS, REFUSED = Verdict
NUMBERS = {"IS": 78, "NO": 77, "SE": 81, "FI": 95, "DK": 80}


class TestReference:
    """The one named, else the first of the largest group of which none is refused."""

    def test_may_be_named(self, nordic: Indicator) -> None:
        """Then the others are held against it."""
        compared = Comparison.of(nordic, reference="FI")

        assert "FI" == compared.reference.area.code
        assert ["IS", "NO", "SE", "DK"] == [m.area.code for m in compared.set_apart]

    def test_is_first_of_the_largest_group(
        self, indicator: Indicators, row: Rows, municipalities: Population
    ) -> None:
        """Not the first of all."""
        rows = [
            row(n, a, population=municipalities if n < 2 else None) for n, a in enumerate(NUMBERS)
        ]

        assert "SE" == Comparison.of(indicator(rows)).reference.area.code

    def test_of_groups_of_one_size_the_first(
        self, indicator: Indicators, row: Rows, municipalities: Population
    ) -> None:
        """Two against two."""
        rows = [
            row(n, a, population=municipalities if n in {1, 2} else None)
            for n, a in enumerate(["NO", "SE", "FI", "DK"])
        ]

        assert "NO" == Comparison.of(indicator(rows)).reference.area.code

    def test_has_a_number(
        self, indicator: Indicators, row: Rows, municipalities: Population
    ) -> None:
        """Figures that are missing make no group large, and are held against none."""
        areas = ["NO", "SE", "FI", "DK", "IS"]
        rows = [
            row(GAP, area) if n < 3 else row(n, area, population=municipalities)
            for n, area in enumerate(areas)
        ]
        compared = Comparison.of(indicator(rows))

        assert "DK" == compared.reference.area.code
        first = Comparison.of(indicator([row(GAP), row(1, "SE"), row(2, "FI")]))
        assert "SE" == first.reference.area.code

    def test_may_be_missing_where_all_are(self, indicator: Indicators, row: Rows) -> None:
        """Then the first stands for them."""
        compared = Comparison.of(indicator([row(GAP), row(GAP, "SE")]))

        assert "NO" == compared.reference.area.code
        assert ((), ()) == (compared.comparable, compared.ranking)

    def test_is_in_a_group_of_which_none_is_refused(self, indicator: Indicators, row: Rows) -> None:
        """A figure that may stand beside all others is no group with those that may not."""
        q, r = (Question(key=key, text="?") for key in "qr")
        asked = {"NO": None, "SE": q, "FI": r, "DK": r}
        rows = [row(n, a, question=question) for n, (a, question) in enumerate(asked.items())]
        compared = Comparison.of(indicator(rows))

        assert "NO" == compared.reference.area.code
        with pytest.raises(NotComparable, match="question is q, against r"):
            compared.difference("SE", "FI")
        with pytest.raises(NotComparable, match="the rank of SE has no meaning"):
            compared.rank("SE")
        with pytest.raises(NotComparable):
            _ = compared.ranking

    def test_of_amounts_in_no_currency_is_the_first(self, indicator: Indicators, row: Rows) -> None:
        """Two of them are never known to be in one."""
        unit = parse_unit("XXX")
        rows = [row(Value(n, unit), a) for n, a in enumerate(["NO", "SE", "FI"])]
        compared = Comparison.of(indicator(rows, unit=unit))

        assert "NO" == compared.reference.area.code
        assert (1, 2) == (len(compared.comparable), len(compared.set_apart))
        assert ((1, compared.reference),) == compared.ranking

    @pytest.mark.parametrize(
        ("foes", "first"),
        [
            (set(), 0),
            ({(0, 1), (0, 2), (0, 3)}, 1),
            ({(0, 1), (2, 3)}, 0),
            ({(0, 1), (0, 2), (1, 2), (1, 3)}, 0),
            ({(0, 2), (0, 3), (1, 2), (1, 3)}, 0),
            ({(0, 1), (1, 2), (1, 3), (0, 3)}, 0),
        ],
    )
    def test_of_figures_that_all_differ(
        self, nordic: Indicator, foes: set[tuple[int, int]], first: int
    ) -> None:
        """Each in a group of its own, refused or not against each other."""
        members = nordic.data()[:4]

        def refused(one: int, other: int) -> bool:
            return (min(one, other), max(one, other)) in foes

        assert first == first_of_largest(members, [(n,) for n in range(4)], refused)
