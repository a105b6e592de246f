"""Laws of charts."""

import csv
import re
from decimal import Decimal
from io import StringIO
from itertools import pairwise
from typing import Any

import altair as alt
from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.charts import Figure, bars, number, ranking
from offinno.charts._csv import csv_text
from offinno.charts._marks import filled_marks
from offinno.charts._measure import width, wrapped
from offinno.charts._notes import noted
from offinno.language import LANGUAGES, UnsafeText, checked_text, vocabulary
from offinno.model import Area, Indicator, Note, Observation, Observations, Population, Source
from offinno.pictures import texts
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Value
from offinno.wording import filled

UNIT = parse_unit("% of workplaces")
HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]></style>",
    "datum.value || true",
    "{{7*7}}",
    "null",
    "&amp;",
    "=1+1",
    "a\\nb",
    "constructor",
    "漢字" * 20,
    "x" * 200,
    "e\u0301" * 30,
)


def is_safe(text: str) -> bool:
    """Return whether *text* may stand anywhere."""
    try:
        checked_text(text)
    except UnsafeText:
        return False
    return True


WORDS = st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=60).filter(is_safe)
VALUES = st.decimals(0, 100, places=1).map(lambda share: Value(share, UNIT)) | st.sampled_from(
    list(MissingReason)
).map(Missing)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """Draw an indicator whose every text may be hostile."""
    rows = draw(st.lists(st.tuples(WORDS, VALUES), min_size=2, max_size=6))
    note = draw(WORDS)
    observations = [
        Observation(
            area=Area(f"x-{at}", label), period=2018, value=value, notes=["*"] if at == 0 else []
        )
        for at, (label, value) in enumerate(rows)
    ]
    return Indicator(
        key="made-up",
        title=draw(WORDS),
        definition="Made up.",
        unit=UNIT,
        population=Population(unit=vocabulary()["workplaces"]),
        sources=[Source(key="source", publisher=draw(WORDS), title="Title")],
        notes=[Note(mark="*", text=note)],
        observations=Observations.of(UNIT, observations),
    )


def squeezed(text: str) -> str:
    """Return *text* without anything blank, where lines may have been broken."""
    return re.sub(r"\s", "", text)


def bare(text: str) -> str:
    """Return *text* without blanks and without the hyphens at which words are parted."""
    return squeezed(text).replace("-", "")


@settings(max_examples=20)
@given(indicators(), st.sampled_from(LANGUAGES), WORDS)
def test_no_text_is_lost(indicator: Indicator, lang: Any, headline: str) -> None:
    """Whatever it is: labels, headline, notes and source are in the picture, as text."""
    figure = bars(indicator, lang=lang, headline=headline)
    shown = bare("".join(texts(figure.svg(framed=True).encode())))

    for area in indicator.areas:
        assert area.label is not None
        assert bare(area.label.in_(lang)) in shown
    assert bare(headline) in shown
    assert bare(indicator.notes[0].text.in_(lang)) in shown
    assert bare(figure.source_line) in shown


@settings(max_examples=15)
@given(indicators(), st.sampled_from(LANGUAGES))
def test_the_specification_is_that_of_the_chart(indicator: Indicator, lang: Any) -> None:
    """Whatever the rows; and making it changes nothing."""
    figure = ranking(indicator, lang=lang)
    before = hash(figure)
    with alt.data_transformers.enable(consolidate_datasets=False), alt.theme.enable("none"):
        assert figure.chart.to_dict() == figure.spec()

    assert before == hash(figure)


@given(indicators(), st.sampled_from(LANGUAGES))
def test_alt_texts_are_short_and_descriptions_whole(indicator: Indicator, lang: Any) -> None:
    """Every figure is in the long one, and every picture has a short one."""
    figures: list[Figure] = [
        bars(indicator, lang=lang),
        ranking(indicator, lang=lang),
        number(indicator.data()[0], lang=lang),
    ]
    for figure in figures:
        assert 0 < len(figure.alt) <= 250
    for row in figures[0].rows:
        assert row.label in figures[0].description


@given(indicators())
def test_marks_and_notes_are_one_to_one(indicator: Indicator) -> None:
    """However many figures bear them."""
    notes = noted(indicator.data(), lang="nb").notes

    assert len(notes) == len({note.mark for note in notes}) == len({note.text for note in notes})


@given(WORDS, st.integers(20, 300), st.booleans())
def test_lines_hold_all_of_a_text(text: str, limit: int, bold: bool) -> None:  # noqa: FBT001
    """Nothing but blanks is lost, and no more than hyphens between letters are added."""
    lines = wrapped(text, 13, limit, bold=bold).split("\n")

    assert bare(text) == bare("".join(lines))
    for line, after in pairwise(lines):
        if line.endswith("-") and line not in text:
            assert (line[-2] + after[0]).isalpha()
    for line in lines:
        assert width(line, 13, bold=bold) <= limit or len(line) == 1 or "\u00a0" in text


@given(st.decimals(0, 100, places=2), st.integers(2, 100))
def test_marks_are_filled_as_fractions_are_worded(share: Decimal, of: int) -> None:
    """The picture and the words beside it count alike."""
    assert filled(Value(share, UNIT), of=of) == filled_marks(share, of=of)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_csv_reads_back(cells: list[str]) -> None:
    """But for the apostrophe before what looks like a formula."""
    read = [row[0] for row in csv.reader(StringIO(csv_text({"label": cells}), newline=""))]
    expected = [f"'{cell}" if cell.startswith(tuple("=+-@\t\r")) else cell for cell in cells]

    assert ["label", *expected] == read
