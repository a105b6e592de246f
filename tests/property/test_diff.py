"""Laws of differences between versions."""

from collections import Counter
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.analysis import Change, ChangeKind, Changes, diff
from offinno.model import Factsheet, Indicator, Observation, Observations
from offinno.testing import factsheets, indicators
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Value

#: Sheets take long to draw.
FEW = settings(max_examples=max(8, settings().max_examples // 6))

SHARE = parse_unit("% of public-workplaces")


@st.composite
def versions(draw: st.DrawFn) -> Indicator:
    """Return a strategy for versions of one indicator, whose rows often have keys in common."""
    rows = draw(
        st.lists(
            st.builds(
                Observation,
                area=st.sampled_from(["NO", "SE"]),
                period=st.sampled_from([2018, 2019, "?"]),
                vintage=st.sampled_from([None, 2020, 2021]),
                value=st.sampled_from(["50", "50.0", "51"]).map(lambda n: Value(n, SHARE)),
            ),
            max_size=6,
            unique_by=lambda row: row.key,
        )
    )
    return Indicator(
        key="share",
        title=draw(st.sampled_from([{"nb": "A"}, {"nb": "B"}, {"en": "A"}])),
        definition="A",
        unit=SHARE,
        population=Missing(MissingReason.NOT_STATED),
        observations=Observations.of(SHARE, rows),
    )


def mirrored(change: Change) -> Change:
    """Return what a change is when the new version is taken for the old one."""
    kind, old, new = change.kind, change.new, change.old
    if change.old_path is None:  # nothing stood there
        kind, new = ChangeKind.REMOVED, None
    elif change.new_path is None:
        kind = ChangeKind.ADDED
    return Change(kind=kind, old_path=change.new_path, new_path=change.old_path, old=old, new=new)


def as_added(change: Change) -> Change:
    """Return a change that brings something as one that adds it, whatever it follows."""
    whole = change.old_path is None
    return attrs.evolve(change, kind=ChangeKind.ADDED, old=None) if whole else change


def both_ways(one: Any, other: Any) -> tuple[Counter[Change], Counter[Change]]:
    """Return the differences mirrored, and those the other way."""
    there, back = diff(one, other), diff(other, one)
    return Counter(mirrored(change) for change in there), Counter(map(as_added, back))


def steps_above(path: str) -> set[str]:
    """Return the paths that lie above *path*."""
    return {path[:at] for at, character in enumerate(path) if character in ".["}


@FEW
@given(indicators() | factsheets())
def test_nothing_differs_from_itself(thing: Any) -> None:
    """A thing and its rebuilt copy do not differ."""
    assert Changes() == diff(thing, attrs.evolve(thing))


@given(versions(), versions())
def test_versions_mirror(old: Indicator, new: Indicator) -> None:
    """What is added one way is removed the other way, and the rest is turned round."""
    there, back = both_ways(old, new)

    assert there == back


@FEW
@given(indicators(), indicators())
def test_indicators_mirror(old: Indicator, new: Indicator) -> None:
    """That holds of indicators that have nothing to do with each other."""
    there, back = both_ways(old, new)

    assert there == back


@FEW
@given(factsheets(), factsheets())
def test_sheets_mirror(old: Factsheet, new: Factsheet) -> None:
    """That holds of sheets."""
    there, back = both_ways(old, new)

    assert there == back


@given(versions(), versions())
def test_every_difference_is_found(old: Indicator, new: Indicator) -> None:
    """No change means that the versions are equal, and equal versions have none."""
    assert (old == new) == (not diff(old, new))


@FEW
@given(factsheets(), factsheets())
def test_sheets_without_changes_are_equal(old: Factsheet, new: Factsheet) -> None:
    """Sheets that differ have at least one change."""
    assert (old == new) or diff(old, new)


@given(versions(), versions())
def test_every_row_is_accounted_for(old: Indicator, new: Indicator) -> None:
    """Rows come and go only as the changes say."""
    changes = [change for change in diff(old, new) if change.path.endswith("]")]
    came = sum(change.old_path is None for change in changes)
    went = sum(change.new_path is None for change in changes)

    assert len(new) - len(old) == came - went


@FEW
@given(factsheets() | versions(), st.data())
def test_nothing_is_told_twice(old: Factsheet | Indicator, data: st.DataObject) -> None:
    """No two changes stand at one place, and none below another, save where order changed."""
    new: Any = data.draw(factsheets() if isinstance(old, Factsheet) else versions())
    changes = [c for c in diff(old, new) if c.kind is not ChangeKind.REORDERED]
    paths = [change.path for change in changes if change.new_path is not None]

    assert len(paths) == len(set(paths))
    assert not {above for path in paths for above in steps_above(path)} & set(paths)


@FEW
@given(factsheets(), st.sampled_from(["key", "title", "publisher", "edition"]), st.data())
def test_changed_field_is_the_one_found(sheet: Factsheet, name: str, data: st.DataObject) -> None:
    """Of a sheet with one field from another sheet, only that field has changed."""
    other = data.draw(factsheets())
    new = attrs.evolve(sheet, **{name: getattr(other, name)})
    changes = diff(sheet, new)

    assert changes == changes.under(name)
    assert bool(changes) == (getattr(sheet, name) != getattr(other, name))
