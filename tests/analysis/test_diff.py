"""What differs between two versions, and that all of it is found, once."""

import copy
import pickle
from typing import Any

import attrs
import pytest

from offinno.analysis import Change, ChangeKind, Changes, NotAlike, diff
from offinno.datasets import load
from offinno.language import Term
from offinno.model import (
    Amount,
    AmountKind,
    ContactPoint,
    Dimension,
    Factsheet,
    FundingScheme,
    Heading,
    Indicator,
    Note,
    Observation,
    Observations,
    Population,
    Preferred,
    Prose,
    Question,
    Round,
    SchemeName,
    Source,
    Status,
    Tally,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Value

SHARE = parse_unit("% of public-workplaces")
POINTED = parse_unit("% of municipalities")
UNKNOWN = Missing(MissingReason.NOT_STATED)
SOURCES = [Source(key=key, publisher="A", title="A") for key in ("one", "two")]


def row(number: int | str = 50, **given: Any) -> Observation:
    """Return a figure for Norway in 2018 unless told otherwise."""
    usual: dict[str, Any] = {"area": "NO", "period": 2018, "value": Value(number, SHARE)}
    return Observation(**(usual | given))


def indicator(*rows: Observation, **header: Any) -> Indicator:
    """Return an indicator with these figures."""
    usual: dict[str, Any] = {
        "key": "share",
        "title": {"nb": "Andel", "en": "Share"},
        "definition": "numerator",
        "unit": SHARE,
        "population": UNKNOWN,
        "sources": SOURCES,
    }
    given = usual | header
    return Indicator(observations=Observations.of(given["unit"], rows), **given)


def sheet(**given: Any) -> Factsheet:
    """Return a sheet with what is given."""
    return Factsheet(**({"key": "sheet", "title": "Sheet"} | given))


def seen(old: Any, new: Any) -> list[str]:
    """Return each difference in short."""
    return [str(change) for change in diff(old, new)]


def found(old: Any, new: Any) -> list[tuple[ChangeKind, object, object]]:
    """Return the kind of each difference with what was and what is."""
    return [(change.kind, change.old, change.new) for change in diff(old, new)]


class TestFigures:
    """Rows told apart by area, period, breakdowns, vintage and source."""

    def test_other_value_is_revised(self) -> None:
        """Another value for the same key is a revision of the value alone."""
        (change,) = diff(indicator(row(50)), indicator(row(51)))

        assert (ChangeKind.REVISED, Value(50, SHARE), Value(51, SHARE)) == (
            change.kind,
            change.old,
            change.new,
        )
        assert change.path == "observations[area=NO, period=2018].value"

    def test_other_digits_are_a_revision(self) -> None:
        """50.0 claims more than 50, though both are equal as numbers."""
        assert ["observations[area=NO, period=2018].value: revised"] == seen(
            indicator(row("50")), indicator(row("50.0"))
        )

    def test_value_that_goes_missing_is_revised(self) -> None:
        """A number that is withdrawn is a revision."""
        assert [(ChangeKind.REVISED, Value(50, SHARE), UNKNOWN)] == found(
            indicator(row()), indicator(row(value=UNKNOWN))
        )

    def test_other_reason_is_revised(self) -> None:
        """Another reason for a missing number is a revision."""
        other = Missing(MissingReason.SUPPRESSED)

        assert [(ChangeKind.REVISED, UNKNOWN, other)] == found(
            indicator(row(value=UNKNOWN)), indicator(row(value=other))
        )

    def test_other_words_for_one_reason_are_reworded(self) -> None:
        """The same reason in other words is no revision."""
        old, new = (Missing(MissingReason.NOT_STATED, {"en": text}) for text in "ab")

        assert ["observations[area=NO, period=2018].value.note.en: reworded"] == seen(
            indicator(row(value=old)), indicator(row(value=new))
        )

    def test_what_stands_beside_a_value_is_found(self) -> None:
        """Flags and wordings are changes of their own, beside a value that stays."""
        old = row(as_printed={"en": "half"})
        new = row(as_printed={"en": "1 in 2"}, status={Status.PROVISIONAL})
        place = "observations[area=NO, period=2018]"

        assert [f"{place}.status: changed", f"{place}.as_printed.en: reworded"] == seen(
            indicator(old), indicator(new)
        )

    def test_question_in_other_words_is_found(self) -> None:
        """Columns are equal then, for a question is compared by its key."""
        old, new = (Question(key="q", text={"en": text}) for text in "ab")

        assert ["observations[area=NO, period=2018].question.text.en: reworded"] == seen(
            indicator(row(question=old)), indicator(row(question=new))
        )

    def test_other_question_is_one_change(self) -> None:
        """Another question is not taken apart."""
        old, new = (Question(key=key, text={"en": key}) for key in "qr")

        assert [(ChangeKind.CHANGED, old, new)] == found(
            indicator(row(), question=old), indicator(row(), question=new)
        )

    def test_new_vintage_in_place_of_the_old_is_revised(self) -> None:
        """The only vintage of a figure gives way to another: both are the same figure."""
        changes = diff(indicator(row(50, vintage=2019)), indicator(row(51, vintage=2020)))

        assert [ChangeKind.CHANGED, ChangeKind.REVISED] == [change.kind for change in changes]
        assert changes[1].old_path == "observations[area=NO, period=2018, vintage=2019].value"
        assert changes[1].new_path == "observations[area=NO, period=2018, vintage=2020].value"

    def test_new_vintage_beside_the_old_is_revised(self) -> None:
        """A further vintage is held against the last one there was."""
        rows = [row(49, vintage=2018), row(50, vintage=2019)]
        new = row(51, vintage=2020)
        (change,) = diff(indicator(*rows), indicator(*rows, new))

        assert (ChangeKind.REVISED, rows[1], new, None) == (
            change.kind,
            change.old,
            change.new,
            change.old_path,
        )

    def test_first_vintage_follows_the_row_without_one(self) -> None:
        """A row that states no vintage is the last one where no other does."""
        old, new = row(50), row(51, vintage=2020)

        assert [(ChangeKind.REVISED, old, new)] == found(indicator(old), indicator(old, new))

    def test_other_source_in_place_of_the_old_is_the_same_figure(self) -> None:
        """Where a figure is read is a field of it."""
        place = "observations[area=NO, period=2018, source=two]"

        assert [f"{place}.source: changed", f"{place}.value: revised"] == seen(
            indicator(row(50, source="one")), indicator(row(51, source="two"))
        )

    def test_other_source_beside_the_old_is_added(self) -> None:
        """A second source disagrees; it revises nothing."""
        old, new = row(50, source="one"), row(51, source="two")

        assert [(ChangeKind.ADDED, None, new)] == found(indicator(old), indicator(old, new))

    def test_new_period_in_place_of_the_old_is_updated(self) -> None:
        """The only figure of a series gives way to that of another period."""
        old, new = row(50), row(51, period=2020)
        (change,) = diff(indicator(old), indicator(new))

        assert (ChangeKind.UPDATED, old, new) == (change.kind, change.old, change.new)
        assert change.old_path == "observations[area=NO, period=2018]"
        assert change.new_path == "observations[area=NO, period=2020]"

    def test_new_period_beside_the_old_is_updated(self) -> None:
        """A further period is held against the last one there was."""
        rows = [row(50, period=2019), row(49)]
        new = row(51, period=2020)

        assert [(ChangeKind.UPDATED, rows[0], new)] == found(
            indicator(*rows), indicator(*rows, new)
        )

    def test_periods_without_order_are_followed_as_they_stand(self) -> None:
        """Where nobody knows which is last, the last row is taken."""
        rows = [row(50, period="2 years before ?"), row(49, period="3 years before ?")]
        new = row(51, period="4 years before ?")

        assert [(ChangeKind.UPDATED, rows[1], new)] == found(
            indicator(*rows), indicator(*rows, new)
        )

    def test_other_area_is_added(self) -> None:
        """A territory that was not there brings a series of its own."""
        new = row(51, area="SE")

        assert [(ChangeKind.ADDED, None, new)] == found(indicator(row()), indicator(row(), new))

    def test_row_that_goes_is_removed(self) -> None:
        """A row that is gone is one change."""
        gone = row(51, area="SE")

        assert [(ChangeKind.REMOVED, gone, None)] == found(indicator(row(), gone), indicator(row()))

    def test_order_is_found(self) -> None:
        """The same rows in another order are one change."""
        rows = [row(), row(51, area="SE")]
        names = ("[area=NO, period=2018]", "[area=SE, period=2018]")

        assert [(ChangeKind.REORDERED, names, names[::-1])] == found(
            indicator(*rows), indicator(*rows[::-1])
        )

    def test_unit_is_one_change(self) -> None:
        """A unit that changes is not told again by each value."""
        old = indicator(row())
        new = indicator(row(value=Value(50, POINTED)), unit=POINTED)

        assert [(ChangeKind.CHANGED, SHARE, POINTED)] == found(old, new)

    def test_unit_does_not_hide_a_revision(self) -> None:
        """A number that changes with its unit is told as well."""
        new = indicator(row(value=Value(51, POINTED)), unit=POINTED)

        assert ["unit: changed", "observations[area=NO, period=2018].value: revised"] == seen(
            indicator(row()), new
        )


class TestHeader:
    """What an indicator says once for all its rows."""

    def test_texts_are_compared_by_language(self) -> None:
        """Each language is a change of its own; one that comes is added, one that goes removed."""
        old = indicator(title={"nb": "Andel", "en": "Share"})
        new = indicator(title={"nb": "Del", "nn": "Del"})

        assert ["title.nb: reworded", "title.en: removed", "title.nn: added"] == seen(old, new)

    def test_field_that_comes_or_goes(self) -> None:
        """What was not stated is added, what no longer is is removed."""
        old, new = (
            indicator(row()),
            indicator(row(), preferred=Preferred(source="one", reason="why")),
        )

        assert ["preferred: added"] == seen(old, new)
        assert ["preferred: removed"] == seen(new, old)

    def test_things_of_two_types_are_one_change(self) -> None:
        """A population that was not stated has no fields to compare."""
        population = Population(unit=Term(key="a", label="A"))

        assert [(ChangeKind.CHANGED, UNKNOWN, population)] == found(
            indicator(), indicator(population=population)
        )

    def test_sets_are_one_change(self) -> None:
        """The sectors of a population are one field."""
        one = Term(key="a", label="A")
        old, new = (
            indicator(population=Population(unit=one, sectors=sectors)) for sectors in ([], [one])
        )

        assert [(ChangeKind.CHANGED, frozenset(), frozenset({one}))] == found(old, new)

    def test_notes_are_told_apart_by_mark(self) -> None:
        """A note is found again by its mark, wherever it stands."""
        old = indicator(notes=[Note(mark="*", text={"en": "a"}), Note(mark="†", text="b")])
        new = indicator(notes=[Note(mark="‡", text="b"), Note(mark="*", text={"en": "c"})])

        assert ["notes[*].text.en: reworded", "notes[†]: removed", "notes[‡]: added"] == seen(
            old, new
        )

    def test_term_is_one_change(self) -> None:
        """A label that changes is told once, wherever the term stands."""
        old, new = (
            indicator(
                row(breakdowns={"by": "a"}),
                population=Population(unit=term),
                dimensions=[Dimension(key="by", label="by", categories=[term])],
            )
            for term in (Term(key="a", label={"en": text}) for text in ("A", "B"))
        )

        assert ["terms[a].label.en: reworded"] == seen(old, new)


class TestSheet:
    """Editions of a factsheet."""

    def test_things_are_told_apart_by_key(self) -> None:
        """A new indicator is one change, whatever is in it; order is another."""
        one, two, three = (indicator(row(), key=key, sources=[]) for key in ("one", "two", "three"))

        assert ["indicators[two]: removed", "indicators[three]: added"] == seen(
            sheet(indicators=[one, two]), sheet(indicators=[one, three])
        )
        assert [(ChangeKind.REORDERED, ("one", "two"), ("two", "one"))] == found(
            sheet(indicators=[one, two]), sheet(indicators=[two, one])
        )

    def test_source_is_one_change(self) -> None:
        """A source that changes is told once, not by each indicator that names it."""
        old, new = (
            sheet(sources=sources, indicators=[indicator(row(), sources=sources)])
            for sources in (
                [Source(key="one", publisher={"en": text}, title="A")] for text in ("A", "B")
            )
        )

        assert ["sources[one].publisher.en: reworded"] == seen(old, new)

    def test_other_sources_of_an_indicator_are_found(self) -> None:
        """Which sources an indicator has is a field of it."""
        old, new = (
            sheet(sources=SOURCES, indicators=[indicator(row(), sources=sources)])
            for sources in (SOURCES, SOURCES[:1])
        )

        assert [(ChangeKind.CHANGED, ("one", "two"), ("one",))] == found(old, new)

    def test_blocks_are_told_apart_by_what_they_say(self) -> None:
        """An inserted block is one change, and does not shift the others."""
        heading, first, last = Heading(text="A"), Prose(text="a"), Prose(text={"en": "c"})
        inserted = Prose(text="b")

        assert ["blocks[1]: added"] == seen(
            sheet(blocks=[heading, first, last]), sheet(blocks=[heading, inserted, first, last])
        )

    def test_reworded_block_is_found_where_it_stands(self) -> None:
        """A block that only reads differently is the same block, at its old and new position."""
        old = sheet(blocks=[Prose(text={"en": "a"})])
        new = sheet(blocks=[Heading(text="A"), Prose(text={"en": "b"})])
        changes = diff(old, new)

        assert ["blocks[1].text.en: reworded", "blocks[0]: added"] == [str(c) for c in changes]
        assert changes[0].old_path == "blocks[0].text.en"

    def test_moved_block_is_found(self) -> None:
        """Things without a name are shown themselves where their order changes."""
        one, two = Heading(text="A"), Prose(text="a")

        assert [(ChangeKind.REORDERED, (one, two), (two, one))] == found(
            sheet(blocks=[one, two]), sheet(blocks=[two, one])
        )

    def test_plain_values_are_changes(self) -> None:
        """What is neither text nor figure has changed."""
        old = sheet(edition=2019, contact=ContactPoint(organisation="A", phone="+47 1234"))
        new = sheet(edition=2021, contact=ContactPoint(organisation="A", phone="+47 12345"))

        assert ["edition: changed", "contact.phone: changed"] == seen(old, new)

    def test_schemes_are_compared_to_the_amount(self) -> None:
        """Rounds are told apart by period, amounts by kind and part, tallies by their order."""
        crowns, count = parse_unit("NOK"), parse_unit("applications")
        schemes = (
            FundingScheme(
                key="s",
                names=[SchemeName(name="S")],
                provider="P",
                purpose="P",
                rounds=[
                    Round(
                        period=2018,
                        applications=[Tally(value=Value(number, count))],
                        granted=[Amount(value=Value(number, crowns), kind=AmountKind.GRANT)],
                    )
                ],
            )
            for number in (1, 2)
        )
        old, new = (sheet(schemes=[scheme]) for scheme in schemes)
        place = "schemes[s].rounds[0]"

        assert [
            f"{place}.applications[0].value: revised",
            f"{place}.granted[0].value: revised",
        ] == seen(old, new)

    def test_the_sheet_of_2019_is_the_same_as_itself(self) -> None:
        """A sheet that was read twice does not differ."""
        old: Factsheet = load("innovation-2019")

        assert Changes() == diff(old, copy.deepcopy(old))

    def test_the_sheet_of_2019_against_another_edition(self) -> None:
        """A new edition of the real sheet: all that was changed is found, and nothing else."""
        old: Factsheet = load("innovation-2019")
        nordic = old.indicator("nordic-innovative-workplaces")
        rows = [attrs.evolve(each, period=2021) for each in nordic.observations]
        moved = attrs.evolve(nordic, observations=Observations.of(nordic.unit, rows))
        kept = [moved if each is nordic else each for each in old.indicators]
        new = attrs.evolve(
            old,
            edition=2021,
            title={**old.title, "en": "A"},
            indicators=kept,
            blocks=[b for b in old.blocks if not isinstance(b, Prose)],
        )
        changes = diff(old, new)
        prose = [block for block in old.blocks if isinstance(block, Prose)]

        assert ["title.en: reworded", "edition: changed"] == [str(c) for c in changes[:2]]
        assert len(nordic) == len(changes.of(ChangeKind.UPDATED))
        assert prose == [change.old for change in changes.of(ChangeKind.REMOVED)]
        assert len(changes) == 2 + len(nordic) + len(prose)


class TestRefusal:
    """What cannot be compared."""

    @pytest.mark.parametrize(
        ("old", "new"), [(sheet(), indicator()), (indicator(), sheet()), (SHARE, SHARE)]
    )
    def test_two_of_one_type_are_needed(self, old: Any, new: Any) -> None:
        """Other things are refused, with what is needed."""
        with pytest.raises(NotAlike, match="give two factsheets or two indicators") as caught:
            diff(old, new)

        assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))


class TestChanges:
    """A read-only sequence with filters."""

    CHANGES = diff(indicator(row(50)), indicator(row(51), title="A", key="other"))

    def test_is_a_sequence(self) -> None:
        """It has a length, items, slices and membership."""
        first = self.CHANGES[0]

        assert len(self.CHANGES) == 5
        assert first in self.CHANGES
        assert Changes([first]) == self.CHANGES[:1]
        assert list(self.CHANGES) == [self.CHANGES[at] for at in range(5)]
        assert repr(self.CHANGES) == "<Changes: 5>"

    def test_filters_by_kind(self) -> None:
        """Several kinds may be asked for."""
        kinds = self.CHANGES.of(ChangeKind.ADDED, ChangeKind.REMOVED)

        assert ["title.nb: removed", "title.en: removed", "title.und: added"] == str(
            kinds
        ).splitlines()

    @pytest.mark.parametrize(
        ("path", "count"), [("title", 3), ("titl", 0), ("observations", 1), ("", 0), ("key", 1)]
    )
    def test_filters_by_place(self, path: str, count: int) -> None:
        """A path takes all below it, and nothing that only begins alike."""
        assert count == len(self.CHANGES.under(path))

    def test_change_without_place_has_an_empty_path(self) -> None:
        """A path is always a text."""
        change = Change(kind=ChangeKind.CHANGED, old_path=None, new_path=None, old=1, new=2)

        assert not change.path

    def test_survives_pickling(self) -> None:
        """What comes out is equal to what went in."""
        assert self.CHANGES == pickle.loads(pickle.dumps(self.CHANGES))
