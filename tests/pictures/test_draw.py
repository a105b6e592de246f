"""A picture of a specification, from end to end."""

import os
import re
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from offinno.exceptions import UnknownName
from offinno.language import UnsafeText
from offinno.pictures import (
    FORMATS,
    Order,
    PictureTimedOut,
    SpecRefused,
    UnsafePicture,
    _checked,
    draw,
    drawn_in_turn,
    texts,
)
from offinno.pictures._child import Child, Request
from offinno.pictures._shelf import SHELF

WORDS: Mapping[str, Any] = {"title": "To søyler", "description": "Nord 3.", "lang": "nb"}


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    """Draw everything anew."""
    SHELF.clear()
    yield
    SHELF.clear()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that notes what the engine is asked for."""
    tasks: list[str] = []
    send = Child.send

    def noted(self: Child, request: Request, seconds: float) -> None:
        tasks.append(str(request.head["task"]))
        send(self, request, seconds)

    monkeypatch.setattr(Child, "send", noted)
    return tasks


def run(script: str, **environment: str) -> str:
    """Return what *script* prints in a Python of its own that gets it from standard input."""
    env = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **environment}
    done = subprocess.run(
        [sys.executable, "-"],
        input=script,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


def test_a_picture_shows_every_label(bars: dict[str, Any]) -> None:
    """Axis, bars and legend, in the language they were written in and nothing else."""
    svg = draw(bars, format="svg", **WORDS)

    assert {"Nord", "Sør", "Verdi", "Område"} <= set(texts(svg))
    assert b"To s\xc3\xb8yler</title>" in svg
    assert not re.search(rb"aria-(?!labelledby|describedby)|axis titled|role=\"(?!img)", svg)


def test_pixels_and_pages_are_made_of_the_same_drawing(
    bars: dict[str, Any], asked: list[str]
) -> None:
    """The engine is asked once for shapes, however many formats and languages are wanted."""
    png = draw(bars, format="png", **WORDS)
    pdf = draw(bars, format="pdf", **WORDS)
    draw(bars, format="svg", title="Two bars", description="", lang="en")

    assert png.startswith(b"\x89PNG")
    assert "To søyler".encode() in png
    assert pdf.startswith(b"%PDF")
    assert asked == ["svg", "png", "pdf"]


def test_nothing_is_drawn_twice(bars: dict[str, Any], asked: list[str]) -> None:
    """The same content is the same picture, whatever the order of its keys."""
    again = dict(reversed(list(bars.items())))
    pictures = {draw(spec, format="svg", **WORDS) for spec in (bars, again, dict(bars))}

    assert len(pictures) == 1
    assert asked == ["svg"]


def test_drawing_again_gives_the_same_bytes(bars: dict[str, Any]) -> None:
    """The engine's counters, which name clips and gradients, leave no trace."""
    first = [draw(bars, format=form, **WORDS) for form in ("svg", "png")]
    SHELF.clear()

    assert first == [draw(bars, format=form, **WORDS) for form in ("svg", "png")]


def ordered(spec: dict[str, Any], **options: Any) -> Order:
    """Return the order of a picture."""
    return Order(spec=spec, **{**WORDS, **options})


def svgs(*orders: Order, timeout: float = 60) -> list[bytes]:
    """Return the pictures of *orders*, drawn in turn."""
    with drawn_in_turn(orders, timeout=timeout) as drawn:
        return list(drawn)


def test_pictures_in_turn_are_those_drawn_alone(bars: dict[str, Any]) -> None:
    """In the order of their orders, however many there are."""
    specs = [{**bars, "width": width} for width in (100, 200, 300)]
    together = svgs(*map(ordered, specs))
    SHELF.clear()

    assert together == [draw(spec, format="svg", **WORDS) for spec in specs]
    assert svgs() == []


def test_nothing_is_drawn_twice_in_turn(bars: dict[str, Any], asked: list[str]) -> None:
    """Neither what was drawn before nor what is being drawn; words and ids may differ."""
    wide = {**bars, "width": 400}
    before = draw(wide, format="svg", **WORDS)
    orders = [ordered(bars), ordered(bars, title="To", prefix="to"), ordered(wide), ordered(bars)]
    drawn = svgs(*orders)

    assert asked == ["svg", "svg"]
    assert drawn[2] == before
    assert drawn[0] == drawn[3] != drawn[1]
    assert b'id="to-title">To<' in drawn[1]
    assert svgs(*orders) == drawn
    assert asked == ["svg", "svg"]


def test_orders_are_taken_one_ahead(bars: dict[str, Any]) -> None:
    """They are made while others are drawn, and not before."""
    taken: list[int] = []

    def orders() -> Iterator[Order]:
        for at in range(4):
            taken.append(at)
            yield ordered({**bars, "width": 100 + at})

    with drawn_in_turn(orders()) as drawn:
        counts = [len(taken) for _ in drawn]

    assert counts == [2, 3, 4, 4]


def test_only_shapes_are_drawn_in_turn(bars: dict[str, Any]) -> None:
    """What else the engine is needed for would come between."""
    with pytest.raises(SpecRefused, match=r"draw it by itself, with draw\(\)"):
        svgs(ordered(bars, format="png"))


def test_a_limit_passed_in_turn_is_one_error(bars: dict[str, Any]) -> None:
    """The next picture is drawn by another process."""
    with pytest.raises(PictureTimedOut):
        svgs(ordered(bars), timeout=0.001)
    with pytest.raises(SpecRefused, match="timeout"):
        svgs(ordered(bars), timeout=0)

    assert svgs(ordered(bars, title="Igjen"))[0].startswith(b"<svg")


def test_others_wait_until_the_turn_is_over(bars: dict[str, Any]) -> None:
    """A picture asked for by another thread comes after, and is the right one."""
    found: list[bytes] = []
    wide = {**bars, "width": 400}
    thread = threading.Thread(target=lambda: found.append(draw(wide, format="svg", **WORDS)))
    with drawn_in_turn([ordered(bars), ordered({**bars, "width": 300})]) as drawn:
        first = next(drawn)
        thread.start()
        thread.join(0.2)
        waiting = thread.is_alive()
        list(drawn)
    thread.join(60)

    assert waiting
    assert found == svgs(ordered(wide))
    assert first != found[0]


SAME = """
import hashlib
from offinno.pictures import draw
spec = {
    "data": {"values": [{"d": "2019-10-01T00:30:00", "a": i, "b": "xyz"[i]} for i in range(3)]},
    "mark": {"type": "bar", "clip": True},
    "encoding": {
        "x": {"field": "d", "type": "temporal"},
        "y": {"field": "a", "type": "quantitative"},
        "color": {"field": "a", "type": "quantitative"},
        "detail": {"field": "b", "type": "nominal"},
    },
}
for form in ("svg", "png"):
    drawn = draw(spec, format=form, title="t", description="d", lang="nb")
    print(hashlib.sha256(drawn).hexdigest())
"""


def test_every_process_gives_the_same_bytes() -> None:
    """Whatever its hash seed, time zone and locale are."""
    first = run(SAME, PYTHONHASHSEED="1", TZ="Europe/Oslo", LANG="nb_NO.UTF-8")
    second = run(SAME, PYTHONHASHSEED="2", TZ="America/New_York", LANG="C")

    assert len(first.split()) == 2
    assert first == second


def test_pictures_of_one_page_share_no_ids(bars: dict[str, Any]) -> None:
    """What ids begin with depends on the content, or is given."""
    wide = {**bars, "width": 400}
    first, second = (
        set(re.findall(rb' id="([^"]+)"', draw(s, format="svg", **WORDS))) for s in (bars, wide)
    )
    named = draw(bars, format="svg", prefix="fig-1", **WORDS)

    assert len(first) == 3
    assert not first & second
    assert {b"fig-1-title", b"fig-1-desc", b"fig-1-1"} == set(re.findall(rb' id="([^"]+)"', named))


HOSTILE = [
    "</script><script>alert(1)</script>",
    "\"'`",
    "<!-- ]]> &amp; &lt;",
    "a\tb",
    "a\u00a0\u202fb",
]


def test_hostile_labels_are_text(labels: Callable[[list[str]], dict[str, Any]]) -> None:
    """Every one is shown as it is written, and nothing of it is markup."""
    svg = draw(labels(HOSTILE), format="svg", title=HOSTILE[0], description=HOSTILE[1], lang="nb")

    assert texts(svg) == tuple(HOSTILE)
    assert b"<script" not in svg


def test_a_colour_that_refers_elsewhere_is_refused(bars: dict[str, Any]) -> None:
    """The engine writes it as it stands; the picture is not handed out, in no format."""
    bars["background"] = "url(https://example.org/x.svg#a)"
    for form in FORMATS:
        with pytest.raises(UnsafePicture, match="rect@fill"):
            draw(bars, format=form, **WORDS)


def test_text_in_a_missing_font_is_still_there(
    labels: Callable[[list[str]], dict[str, Any]],
) -> None:
    """It is drawn in a font that every system has, and not left out."""
    missing, empty = labels(["Sør"]), labels([" "])
    for spec in (missing, empty):
        spec["mark"]["font"] = "No Such Font 3"

    assert draw(missing, format="png", **WORDS) != draw(empty, format="png", **WORDS)


def test_the_scale_is_pixels_for_one(bars: dict[str, Any]) -> None:
    """A PNG is twice as wide as the picture unless something else is asked for."""
    (width,) = re.findall(rb'<svg [^>]*width="(\d+)"', draw(bars, format="svg", **WORDS))
    scaled = [draw(bars, format="png", scale=scale, **WORDS) for scale in (1, 3)]
    plain = draw(bars, format="png", **WORDS)
    widths = [struct.unpack(">I", png[16:20])[0] for png in (plain, *scaled)]

    assert widths == [2 * int(width), int(width), 3 * int(width)]


@pytest.mark.parametrize(
    ("option", "path"),
    [
        ({"scale": 0}, "scale"),
        ({"scale": 11}, "scale"),
        ({"scale": float("nan")}, "scale"),
        ({"timeout": 0}, "timeout"),
        ({"timeout": float("inf")}, "timeout"),
        ({"timeout": float("nan")}, "timeout"),
        ({"prefix": ""}, "prefix"),
        ({"prefix": '"x'}, "prefix"),
        ({"prefix": "1"}, "prefix"),
        ({"lang": "norsk"}, "lang"),
    ],
)
def test_an_option_out_of_bounds_is_named(
    option: dict[str, Any], path: str, bars: dict[str, Any]
) -> None:
    """Before anything is drawn."""
    with pytest.raises(SpecRefused) as caught:
        draw(bars, **{"format": "svg", **WORDS, **option})

    assert path == caught.value.path


def test_an_unknown_format_lists_the_known_ones(bars: dict[str, Any]) -> None:
    """There are three."""
    with pytest.raises(UnknownName, match="svg, png, pdf"):
        draw(bars, format="gif", **WORDS)  # type: ignore[arg-type]


def test_what_is_refused_reaches_no_engine(bars: dict[str, Any], asked: list[str]) -> None:
    """Neither a hostile specification nor an unsafe title."""
    with pytest.raises(SpecRefused):
        draw({**bars, "data": {"url": "x"}}, format="svg", **WORDS)
    with pytest.raises(UnsafeText):
        draw(bars, format="svg", title="\x00", description="", lang="nb")

    assert asked == []


def test_a_specification_of_too_many_bytes_is_refused(
    bars: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each text may be long, but not all of them."""
    monkeypatch.setattr(_checked, "LONGEST", 100)
    with pytest.raises(SpecRefused, match=r"^\$: \d+ bytes; draw fewer rows"):
        draw(bars, format="svg", **WORDS)


def test_a_picture_of_too_many_pixels_is_refused(
    labels: Callable[[list[str]], dict[str, Any]],
) -> None:
    """As shapes it is small, as pixels it would fill the memory."""
    spec = {**labels(["a"]), "width": 1_000_000}

    assert texts(draw(spec, format="svg", **WORDS)) == ("a",)
    with pytest.raises(SpecRefused, match=r"scale: .* at scale 2; draw at most"):
        draw(spec, format="png", **WORDS)


def test_a_picture_that_takes_too_long_is_one_error(bars: dict[str, Any]) -> None:
    """The next one is drawn."""
    spec = {**bars, "width": 123}
    with pytest.raises(PictureTimedOut) as caught:
        draw(spec, format="png", timeout=0.0001, **WORDS)

    assert caught.value.seconds == 0.0001
    assert draw(spec, format="png", **WORDS).startswith(b"\x89PNG")


def test_threads_draw_the_right_pictures(
    labels: Callable[[list[str]], dict[str, Any]],
) -> None:
    """Each gets its own, from one process."""
    shown: dict[str, tuple[str, ...]] = {}

    def one(text: str) -> None:
        shown[text] = texts(draw(labels([text]), format="svg", **WORDS))

    threads = [threading.Thread(target=one, args=(f"nr {number}",)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert shown == {f"nr {number}": (f"nr {number}",) for number in range(12)}


FORKED = """
import os, sys
from offinno.pictures import draw, texts

def shown(text):
    spec = {"data": {"values": [{"a": text}]}, "mark": "text",
            "encoding": {"text": {"field": "a", "type": "nominal"}}}
    return texts(draw(spec, format="svg", title="t", description="", lang="nb"))

print(shown("before"), flush=True)
children = []
for number in range(2):
    child = os.fork()
    if not child:
        right = all(shown(f"{number} {turn}") == (f"{number} {turn}",) for turn in range(8))
        sys.exit(not right)
    children.append(child)
print(all(shown(f"parent {turn}") == (f"parent {turn}",) for turn in range(8)))
print([os.waitpid(child, 0)[1] for child in children])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_fork_gives_each_process_its_own_pictures() -> None:
    """Parent and children draw at once after the parent has drawn; no answer is swapped."""
    assert run(FORKED) == "('before',)\nTrue\n[0, 0]\n"


POOLED = """
import multiprocessing
from offinno.pictures import draw, texts

def shown(text):
    spec = {"data": {"values": [{"a": text}]}, "mark": "text",
            "encoding": {"text": {"field": "a", "type": "nominal"}}}
    return texts(draw(spec, format="svg", title="t", description="", lang="nb"))

with multiprocessing.get_context("fork").Pool(2) as pool:
    print(pool.map(shown, "abcd", chunksize=1))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_pools_worker_draws_without_a_main_guard() -> None:
    """A worker of a pool may have no children of `multiprocessing`; this one is none."""
    assert run(POOLED) == "[('a',), ('b',), ('c',), ('d',)]\n"
