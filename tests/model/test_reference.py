"""References to figures, in prose and alone."""

from typing import Any

import pytest

from offinno.model import BadReference, Form, Name, Reference, parse_reference, pieces
from offinno.model._reference import prose_of


@pytest.mark.parametrize(
    ("text", "selectors", "form"),
    [
        ("nordic", (), Form.VALUE),
        ("nordic[area=NO]", (("area", "NO"),), Form.VALUE),
        ("nordic:fraction", (), Form.FRACTION),
        (
            "nordic[area=NO, period=2018]:sentence",
            (("area", "NO"), ("period", "2018")),
            Form.SENTENCE,
        ),
        ("n[period=2 years before 2018-10]", (("period", "2 years before 2018-10"),), Form.VALUE),
        ("n[area=NO-03@2020, 2nd-view=x]", (("area", "NO-03@2020"), ("2nd-view", "x")), Form.VALUE),
        ("n[vintage=?]", (("vintage", "?"),), Form.VALUE),
    ],
)
def test_references_are_read_and_written(text: str, selectors: Any, form: Form) -> None:
    """The text of a reference reads back to it."""
    found = parse_reference(text)

    assert (selectors, form) == (found.selectors, found.form)
    assert text == str(found)


def test_references_may_say_what_a_figure_is_held_against() -> None:
    """In the forms that hold it against something, by what is different."""
    text = "nordic[area=NO]:difference[area=IS, period=2016]"
    found = parse_reference(text)

    assert (Form.DIFFERENCE, (("area", "IS"), ("period", "2016"))) == (found.form, found.against)
    assert text == str(found)
    assert {"difference", "ratio", "change", "margin"} == {f.value for f in Form if f.comparing}


@pytest.mark.parametrize(
    "text",
    [" nordic [area=NO]", "nordic[ area = NO ,period=2018]", "n[period=2 years  before 2018]"],
)
def test_blanks_within_brackets_are_free(text: str) -> None:
    """Blanks around names and values do not count; elsewhere they make no reference."""
    if text.startswith(" nordic ["):
        with pytest.raises(BadReference):
            parse_reference(text)
    else:
        assert str(parse_reference(text)) == str(parse_reference(f" {parse_reference(text)} "))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is none; write key"),
        ("Nordic", "is none; write key"),
        ("nordic-", "is none; write key"),
        ("nordic[area=NO", "is none; write key"),
        ("nordic]", "is none; write key"),
        ("nordic[[area=NO]]", "is none; write key"),
        ("nordic[]", "needs name=value"),
        ("nordic[area]", "needs name=value"),
        ("nordic[area=]", "needs name=value"),
        ("nordic[=NO]", "needs name=value"),
        ("nordic[area=NO,]", "needs name=value"),
        ("nordic[area=a=b]", "needs name=value"),
        ("nordic[Area=NO]", "needs name=value"),
        ("nordic[area=NO, area=SE]", "selects by one name twice"),
        ("nordic:rank[area=NO]", "is held against nothing; the forms that are: difference, ratio"),
        ("nordic:ratio[area]", "needs name=value"),
        ("nordic:ratio[area=NO, area=SE]", "selects by one name twice"),
        ("nordic:sentense", "did you mean sentence?"),
        ("nordic:zzz", "did you mean value or number or"),
        ("n[period=" + "a" * 300 + "]", "has more than 300 characters"),
        ("n" * 700, "is none; write key"),
    ],
)
def test_other_texts_are_refused(text: str, said: str) -> None:
    """The error shows the text, shortened, and the form that is right."""
    with pytest.raises(BadReference) as refused:
        parse_reference(text)

    assert said in str(refused.value)
    assert len(str(refused.value)) < 250


@pytest.mark.parametrize(
    "parts",
    [
        {"key": "A b"},
        {"key": "a", "selectors": [("area", "a]")]},
        {"key": "a", "selectors": [("area", " NO")]},
        {"key": "a", "selectors": [("area", "a\nb")]},
        {"key": "a", "selectors": [("area", "")]},
        {"key": "a", "selectors": [("Area", "NO")]},
        {"key": "a", "selectors": [("area", "NO"), ("area", "NO")]},
    ],
)
def test_what_could_not_be_read_back_is_no_reference(parts: dict[str, Any]) -> None:
    """The constructor refuses what the parser does."""
    with pytest.raises(BadReference):
        Reference(**parts)


def test_blanks_take_no_time() -> None:
    """A text of hundreds of blanks is refused at once."""
    with pytest.raises(BadReference):
        parse_reference("a[a=" + " " * 280 + "=]")


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("", []),
        ("plain", ["plain"]),
        ("{a}", [Reference(key="a")]),
        ("In {a[area=NO]} of", ["In ", Reference(key="a", selectors=[("area", "NO")]), " of"]),
        ("{{braces}}", ["{braces}"]),
        ("{{{a}}}", ["{", Reference(key="a"), "}"]),
        ("{'Horisont 2020'} and {a}", [Name("Horisont 2020"), " and ", Reference(key="a")]),
        ("{a}{b}", [Reference(key="a"), Reference(key="b")]),
        ("a{{b", ["a{b"]),
    ],
)
def test_prose_in_pieces(prose: str, found: list[Any]) -> None:
    """Plain text, names and references come in order; two braces are one."""
    assert found == list(pieces(prose))


@pytest.mark.parametrize("prose", ["a { b", "a } b", "{a", "a}", "{}", "{a b}", "{''}", "{a{b}c}"])
def test_open_braces_are_refused(prose: str) -> None:
    """A brace alone could be a reference that was meant."""
    with pytest.raises(BadReference):
        list(pieces(prose))
    with pytest.raises(BadReference):
        prose_of({"nb": "fine", "en": prose})


@pytest.mark.parametrize("text", ["it's", "a{b", "a}b"])
def test_names_can_be_written(text: str) -> None:
    """A name with a quote could not stand between quotes."""
    with pytest.raises(BadReference, match="cannot be written"):
        Name(text)
