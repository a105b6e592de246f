"""Laws of pictures."""

from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.pictures import SpecRefused, check_spec, draw, texts
from offinno.pictures._expression import expression_fault
from offinno.pictures._families import families
from offinno.pictures._text import unsafe_character

KEYS = st.sampled_from(["data", "values", "mark", "layer", "filter", "not", "url", "datasets", "a"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | KEYS
JSON = st.recursive(
    SCALARS, lambda inside: st.lists(inside, max_size=3) | st.dictionaries(KEYS, inside, max_size=3)
)
LABELS = st.text(min_size=1, max_size=20).filter(
    lambda text: text == text.strip() and not unsafe_character(text)
)


@given(st.dictionaries(KEYS, JSON, max_size=4))
def test_a_specification_is_refused_or_left_alone(spec: dict[str, Any]) -> None:
    """Whatever it holds, the check raises its own error or none, and changes nothing."""
    before = repr(spec)
    with suppress(SpecRefused):
        check_spec(spec)

    assert before == repr(spec)


@given(st.text(max_size=60) | st.text("()[]{}'\"\\/. a1", max_size=60))
def test_any_text_can_be_looked_at_as_an_expression(text: str) -> None:
    """It has a fault that fits in a line, or none."""
    fault = expression_fault(text)

    assert fault is None or "\n" not in fault


@given(st.text(max_size=30) | st.lists(st.text("aB3 -'", max_size=9)).map(",".join))
def test_a_list_of_fonts_is_readable_or_refused(value: str) -> None:
    """It always ends in a family that is there, and reading it again changes nothing."""
    written = families(value)

    assert written is None or written == families(written)
    assert written is None or written.endswith(("serif", "monospace"))


@settings(max_examples=15)
@given(st.lists(LABELS, min_size=1, max_size=12))
def test_every_label_comes_back_from_the_picture(labels: list[str]) -> None:
    """No text is lost or altered between the rows and the picture, whatever it is."""
    spec = {
        "data": {"values": [{"at": at, "label": label} for at, label in enumerate(labels)]},
        "mark": {"type": "text", "limit": 0},
        "encoding": {
            "y": {"field": "at", "type": "ordinal", "axis": None},
            "text": {"field": "label", "type": "nominal"},
        },
    }
    svg = draw(spec, format="svg", title=labels[0], description="", lang="und")

    assert tuple(labels) == texts(svg)
