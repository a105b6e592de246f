"""One figure: large, or as marks."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from offinno.charts import NotAPart, NotSuitable, number, pictogram
from offinno.charts._marks import filled_marks
from offinno.exceptions import OffinnoError, UnknownName
from offinno.language import Lang
from offinno.model import Contradiction, Form, Indicator, Note
from offinno.values import Missing, MissingReason, Range, Value
from offinno.wording import filled

Measure = Callable[..., Indicator]


def test_a_number_is_worded_in_its_form(measure: Measure) -> None:
    """The mark of its note stands last."""
    datum = measure({"value": 74, "notes": ["*"]}, notes=[Note(mark="*", text="note")]).at()

    assert "74\u00a0%*" == number(datum, lang="nb").value_text
    assert "3\u00a0av\u00a04*" == number(datum, lang="nb", form=Form.FRACTION).value_text


@pytest.mark.parametrize("form", Form)
def test_a_form_may_be_named(measure: Measure, form: Form) -> None:
    """By what it is called in a sheet; it makes the same words, or the same refusal."""
    datum = measure({"value": 74}, {"value": 80, "area": "SE"}).at(area="NO")

    def words(given: Any) -> str:
        try:
            return str(number(datum, lang="nb", form=given).value_text)
        except OffinnoError as error:
            return str(error)

    assert words(form) == words(form.value)


@pytest.mark.parametrize("form", ["frction", "", None, ["fraction"]])
def test_a_form_that_is_not_there_is_refused(measure: Measure, form: Any) -> None:
    """With the one that may have been meant."""
    with pytest.raises(UnknownName, match="form of a figure") as caught:
        number(measure({"value": 74}).at(), lang="nb", form=form)

    assert form != "frction" or "did you mean 'fraction'" in str(caught.value)


def test_a_number_has_all_around_it(measure: Measure) -> None:
    """Without a headline it is headed by what is measured, which is not said twice."""
    figure = number(measure({"value": 74}).at(), lang="en")

    assert "Made-up measure" == figure.headline
    assert "Per cent of workplaces, Norway, 2018." == figure.subtitle
    assert "74\u00a0per cent of workplaces." == figure.alt
    assert ("Indicator", "Per cent of workplaces") == figure.table.columns
    assert (("Made-up measure", "74%"),) == figure.table.rows
    assert figure.description.endswith("Made-up measure. Source: Made-up source (2020).")


def test_the_alt_text_of_a_number_is_a_sentence(measure: Measure) -> None:
    """Under a headline that says something else; a long one is cut to what matters."""
    short = number(measure({"value": 74}).at(), lang="en", headline="Most")
    where = {"code": "x-far", "label": "far " * 70}
    from offinno.model import Area

    long = number(measure({"value": 74, "area": Area(**where)}).at(), lang="en", headline="Most")

    assert "74\u00a0per cent of workplaces in Norway, 2018: Made-up measure." == short.alt
    assert "74\u00a0per cent of workplaces: Made-up measure." == long.alt


def test_a_missing_number_says_why(measure: Measure) -> None:
    """In its language, and never zero."""
    figure = number(measure({"value": Missing(MissingReason.SUPPRESSED)}).at(), lang="nb")

    assert "konfidensielt" == figure.value_text
    assert figure.rows[0].value is None
    assert "suppressed" == figure.rows[0].state


@pytest.mark.parametrize(("of", "expected"), [(4, 3), (10, 7), (100, 74)])
def test_so_many_marks_are_filled(measure: Measure, of: int, expected: int) -> None:
    """The share, rounded to the number of marks."""
    figure = pictogram(measure({"value": 74}).at(), lang="nb", of=of)
    cells = figure.spec()["data"]["values"]

    assert expected == sum(cell["filled"] is True for cell in cells)
    assert of == sum(cell["x"] is not None for cell in cells)
    assert f"{expected}\u00a0av\u00a0{of} (74\u00a0%)" == figure.value_text


@pytest.mark.parametrize("share", ["0", "0.5", "2.5", "14.5", "50", "99.5", "100"])
def test_marks_agree_with_words(measure: Measure, share: str) -> None:
    """As many are filled as the fraction says."""
    value = measure({"value": share}).at().number

    for of in (2, 5, 10, 100):
        assert filled(value, of=of) == filled_marks(Decimal(share), of=of)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nb", "7 av 10\u00a0merker fylt: 74\u00a0prosent."),
        ("nn", "7 av 10\u00a0merke fylte: 74\u00a0prosent."),
        ("en", "7 of 10\u00a0marks filled: 74\u00a0per cent."),
    ],
)
def test_marks_are_told(measure: Measure, lang: Lang, expected: str) -> None:
    """The alt text counts them and gives the share."""
    assert expected == pictogram(measure({"value": 74}).at(), lang=lang).alt


def test_missing_marks_are_no_zero(measure: Measure) -> None:
    """They are broken rings, told as empty with the reason."""
    secret = pictogram(measure({"value": Missing(MissingReason.SUPPRESSED)}).at(), lang="en", of=2)
    zero = pictogram(measure({"value": 0}).at(), lang="en", of=2)

    assert "2\u00a0empty marks: confidential." == secret.alt
    assert [True, True] == [c["missing"] for c in secret.spec()["data"]["values"][:2]]
    assert [False, False] == [c["missing"] for c in zero.spec()["data"]["values"][:2]]
    assert "0\u00a0of\u00a02 (0%)" == zero.value_text


def test_only_a_share_is_a_part(measure: Measure) -> None:
    """A ratio is refused."""
    with pytest.raises(NotAPart, match="% of GDP"):
        pictogram(measure({"value": 48}, unit="% of GDP").at(), lang="nb")


@pytest.mark.parametrize("of", [1, 101])
def test_marks_are_neither_one_nor_a_blur(measure: Measure, of: int) -> None:
    """From 2 to 100."""
    with pytest.raises(Contradiction, match="use 2 to 100"):
        pictogram(measure({"value": 48}).at(), lang="nb", of=of)


@pytest.mark.parametrize("of", ["10", 10.5, True])
def test_what_is_no_number_of_marks_is_refused(measure: Measure, of: Any) -> None:
    """The fault is its type, and not how many there are."""
    with pytest.raises(NotSuitable, match=r"of takes a whole number, not .*; write it as in of=10"):
        pictogram(measure({"value": 48}).at(), lang="nb", of=of)


def test_a_range_fills_no_marks(measure: Measure) -> None:
    """There is no one number."""
    unit = measure({"value": 1}).unit
    span = Range(low=Value(5, unit), high=Value(6, unit))
    with pytest.raises(Contradiction, match="no single value"):
        pictogram(measure({"value": span}).at(), lang="nb")
