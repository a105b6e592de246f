"""Specifications against Altair and raw dictionaries, pictures against vl-convert.

The specification is that of a ranking of a hundred made-up rows. Its structure was built before,
as it is from the second figure of a kind on. Twice it is measured from the finished figure, once
from bare rows, laying them out in pixels included; Altair starts from rows that are laid out.

The pictures are the first six of the packaged sheet, 560 pixels wide, drawn to SVG. vl-convert
gets the very same specifications as text and draws in this process; offinno makes the
specification, checks it, draws in its worker, writes the SVG anew and looks for every text in it,
as it does for a page. Both are warm, and no picture comes from memory.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from typing import Any

import altair as alt
import attrs
import orjson
import vl_convert

from benchmarks._paired import paired
from benchmarks._result import Bound, Result
from offinno.charts import Figure, Row, figure_of, ranking, svgs
from offinno.datasets import load
from offinno.model import FigureBlock
from offinno.pictures._engine import ENGINE
from offinno.pictures._shelf import SHELF

ROWS = 100
PICTURES = 6
#: How often both draw before anything is measured.
WARM = 20
#: In how many processes drawing is measured. Where the system maps the font files of an engine
#: differs from process to process, and makes up to a tenth of the time that drawing takes.
PROCESSES = 5


def figure_of_rows() -> Figure:
    """Return a ranking of as many rows as there are to be."""
    from offinno.charts._bars import bar_look

    nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    made = ranking(nordic, lang="nb")
    rows = tuple(_row(made.rows[0], at) for at in range(ROWS))
    return attrs.evolve(made, rows=rows, look=bar_look(rows, whole=True))


def _row(row: Row, at: int) -> Row:
    """Return a made-up row."""
    return attrs.evolve(row, key=f"a{at}", label=f"Area {at}", value_label=f"{at} %", place=at)


def figures_of_sheet() -> list[Figure]:
    """Return the first pictures of the packaged sheet."""
    sheet = load("innovation-2019")
    blocks = [block for block in sheet.blocks if isinstance(block, FigureBlock)]
    return [figure_of(block, sheet, lang="nb") for block in blocks[:PICTURES]]


def results() -> list[Result]:
    """Return what was measured."""
    return [*specifications(), *pictures()]


def specifications() -> list[Result]:
    """Return how long specifications take."""
    figure = figure_of_rows()
    raw = figure.spec()
    same = paired(
        lambda: orjson.dumps(figure.spec()), lambda: orjson.dumps(raw), rounds=41, calls=50
    )
    chart = figure.chart
    with alt.data_transformers.enable(consolidate_datasets=False), alt.theme.enable("none"):
        if chart.to_dict() != raw:
            message = "the specification is another than Altair's"
            raise AssertionError(message)
        against_altair = paired(
            lambda: orjson.dumps(attrs.evolve(figure).spec()),
            lambda: orjson.dumps(figure.chart.to_dict()),
            rounds=9,
        )
    return [
        Result(
            claim="specification of 100 rows, against orjson writing it",
            measured=same.cost,
            bound=Bound.AT_MOST,
            limit=2,
        ),
        Result(
            claim="specification from bare rows, faster than Altair's",
            measured=against_altair.speedup,
            bound=Bound.AT_LEAST,
            limit=100,
        ),
    ]


def pictures() -> list[Result]:
    """Return how long pictures take."""
    drawn = median(_in_another_process(drawing) for _ in range(PROCESSES))
    figures, others = figures_of_sheet(), figures_of_sheet()
    ours = _drawing(figures)
    again = paired(lambda: svgs(figure.drawing() for figure in others), ours, rounds=9)
    ENGINE.close()
    return [
        Result(
            claim="draw six pictures of a sheet, against vl-convert",
            measured=drawn,
            bound=Bound.AT_MOST,
            limit=1.1,
        ),
        Result(
            claim="an unchanged picture again, faster than drawing it",
            measured=again.speedup,
            bound=Bound.AT_LEAST,
            limit=50,
        ),
    ]


def drawing() -> float:
    """Return how many times as long as vl-convert drawing takes, in this process and its child."""
    figures = figures_of_sheet()
    ours, theirs = _drawing(figures), _converting(figures)
    for _ in range(WARM):  # engines translate what they do often, and are quick from then on
        ours()
        theirs()
    return paired(ours, theirs, rounds=21).cost


def _in_another_process(work: Callable[[], float]) -> float:
    """Return what *work* returns in a fresh Python."""
    program = f"from {work.__module__} import {work.__name__} as work; print(work())"
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, check=True)
    return float(done.stdout)


def _drawing(figures: list[Figure]) -> Callable[[], object]:
    """Return work that draws figures, none of which is remembered."""

    def work() -> object:
        SHELF.clear()
        for figure in figures:
            figure._drawn.clear()  # noqa: SLF001 - there is no other way to make it forget
        return svgs(figure.drawing() for figure in figures)

    return work


def _converting(figures: list[Figure]) -> Callable[[], object]:
    """Return work in which vl-convert draws the same."""
    texts = [json.dumps(figure.finished_spec(framed=False)) for figure in figures]
    newest = max(vl_convert.get_vegalite_versions(), key=_numbers)
    options: dict[str, Any] = {"vl_version": newest, "show_warnings": True}
    options |= {} if hasattr(vl_convert, "configure") else {"allowed_base_urls": []}
    return lambda: [vl_convert.vegalite_to_svg(text, **options) for text in texts]


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version by which versions are in order."""
    return tuple(map(int, version.split(".")))
