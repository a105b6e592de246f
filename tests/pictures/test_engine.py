"""The drawing process: reused while it behaves, replaced when it does not."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from offinno.pictures import MissingExtra, PictureFailed, _child, _engine
from offinno.pictures._child import Child, Request, telling_line
from offinno.pictures._engine import Engine

SVG = {"task": "svg", "major": "6"}
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux only")


def requested(spec: dict[str, Any]) -> Request:
    """Return the request of a specification."""
    return Request(SVG, json.dumps(spec).encode())


def asked(engine: Engine, spec: dict[str, Any], seconds: float = 60) -> bytes:
    """Return what *engine* draws of a specification that nothing has checked."""
    return engine.ask(requested(spec), until=time.monotonic() + seconds)


def computed(expression: str) -> dict[str, Any]:
    """Return a specification that shows what *expression* gives."""
    return {
        "data": {"values": [{"a": "a" * 40 + "!"}]},
        "transform": [{"calculate": expression, "as": "b"}],
        "mark": "text",
        "encoding": {"text": {"field": "b", "type": "nominal"}},
    }


def process(engine: Engine) -> Any:
    """Return the process that *engine* has, or None."""
    return engine._child and engine._child._process


def test_one_process_draws_many_pictures(engine: Engine, bars: dict[str, Any]) -> None:
    """It is started at the first and reused."""
    before = process(engine)
    first = asked(engine, bars)
    started = process(engine)
    second = asked(engine, {**bars, "width": 100})

    assert before is None
    assert process(engine) is started
    assert first.startswith(b"<svg")
    assert first != second


def test_a_hanging_picture_ends_at_the_limit(engine: Engine, bars: dict[str, Any]) -> None:
    """A search that backtracks for ever costs its time limit and one process."""
    asked(engine, bars)
    hung = process(engine)
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        asked(engine, computed("test(/(a+)+$/, datum.a)"), seconds=1.5)
    passed = time.monotonic() - begun

    assert 1.4 < passed < 10
    assert hung.returncode is not None
    assert asked(engine, bars).startswith(b"<svg")


@LINUX
def test_a_greedy_picture_ends_at_the_memory_limit(engine: Engine, bars: dict[str, Any]) -> None:
    """It neither takes the machine's memory nor the next picture with it."""
    with pytest.raises(PictureFailed, match="the drawing process was ended by signal"):
        asked(engine, computed("length(sequence(0, 1e9))"))

    assert asked(engine, bars).startswith(b"<svg")


def test_an_abort_of_the_engine_is_one_error(
    engine: Engine, bars: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    """A control character ends the engine, and nothing of it reaches the terminal."""
    asked(engine, bars)
    with pytest.raises(PictureFailed, match=r"NonXmlChar|non-XML"):
        asked(engine, computed(r"'\x01'"))

    assert capfd.readouterr() == ("", "")
    assert asked(engine, bars).startswith(b"<svg")


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        ({"mark": "nosuch"}, "TypeError: Cannot read"),
        (computed("foo("), "Error: Unexpected end of input"),
    ],
)
def test_what_the_engine_cannot_draw_is_said_in_one_line(
    spec: dict[str, Any], reason: str, engine: Engine
) -> None:
    """Its stack is left out, and the process is not trusted any longer."""
    with pytest.raises(PictureFailed) as caught:
        asked(engine, {"data": {"values": []}, **spec})

    assert caught.value.reason.startswith(reason)
    assert "\n" not in caught.value.reason
    assert process(engine) is None


def test_a_bad_format_is_an_error_and_not_an_empty_label(
    engine: Engine, labels: Callable[[list[str]], dict[str, Any]]
) -> None:
    """The engine itself returns a picture and only mutters."""
    spec = labels(["1"])
    spec["encoding"]["text"].update(format="zz", formatType="number")
    with pytest.raises(PictureFailed, match=r"invalid format: zz|not describe"):
        asked(engine, spec)


def test_a_lost_order_is_an_error(engine: Engine) -> None:
    """Layers that sort differently are drawn in the alphabet's order with a mere warning."""

    def layer(mark: str, sort: str) -> dict[str, Any]:
        y = {"field": "a", "type": "nominal", "sort": sort}
        return {"mark": mark, "encoding": {"y": y, "x": {"field": "b", "type": "quantitative"}}}

    rows = [{"a": "x", "b": 1}, {"a": "y", "b": 2}]
    with pytest.raises(PictureFailed, match="sort"):
        asked(engine, {"data": {"values": rows}, "layer": [layer("bar", "-x"), layer("text", "x")]})


def test_a_process_that_died_meanwhile_is_replaced(engine: Engine, bars: dict[str, Any]) -> None:
    """Whether its end was seen before the next picture is asked for or not."""
    first = asked(engine, bars)
    process(engine).kill()
    process(engine).wait()
    second = asked(engine, bars)
    process(engine).kill()

    assert first == second == asked(engine, bars)


def test_a_process_that_dies_at_work_is_replaced_once(
    engine: Engine, bars: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have died of its age; the one who asked does not notice."""
    asked(engine, bars)
    process(engine).kill()
    process(engine).wait()
    monkeypatch.setattr(Child, "running", property(lambda _: True))

    assert asked(engine, bars).startswith(b"<svg")


def each(engine: Engine, *specs: dict[str, Any], seconds: float = 60) -> list[bytes]:
    """Return what *engine* draws of several specifications in turn."""
    return list(engine.ask_each(map(requested, specs), seconds=seconds))


def test_the_next_is_sent_before_the_last_is_there(
    engine: Engine, bars: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One ahead and no more; the pictures come in the order of the requests."""
    steps: list[str] = []
    send, receive = Child.send, Child.receive

    def sending(self: Child, request: Request, seconds: float) -> None:
        steps.append("send")
        send(self, request, seconds)

    def receiving(self: Child, seconds: float) -> bytes:
        steps.append("receive")
        return receive(self, seconds)

    monkeypatch.setattr(Child, "send", sending)
    monkeypatch.setattr(Child, "receive", receiving)
    drawn = each(engine, *({**bars, "title": f"nr {at}"} for at in range(3)))

    assert steps == ["send", "send", "receive", "send", "receive", "receive"]
    assert [f">nr {at}<".encode() in svg for at, svg in enumerate(drawn)] == [True] * 3


def test_requests_and_pictures_larger_than_a_pipe(engine: Engine, bars: dict[str, Any]) -> None:
    """Neither side waits for the other to read."""
    rows = [{"label": f"område {at:05}", "value": at} for at in range(3000)]
    large = {**bars, "data": {"values": rows}}
    first, second, third = each(engine, large, {**large, "title": "to"}, bars)

    assert len(json.dumps(large)) > 1 << 17
    assert len(first) > 1 << 17
    assert b">to<" in second
    assert b">Nord<" in third


def test_a_process_that_dies_between_pictures_is_replaced(
    engine: Engine, bars: dict[str, Any]
) -> None:
    """What was sent ahead is sent again."""
    drawn = engine.ask_each(map(requested, [bars] * 3), seconds=60)
    next(drawn)
    process(engine).kill()
    rest = list(drawn)

    assert [b">Nord<" in svg for svg in rest] == [True, True]
    assert process(engine).returncode is None


def test_a_picture_that_kills_twice_is_one_error(engine: Engine, bars: dict[str, Any]) -> None:
    """The first time may be the age of the process; the second is not."""
    drawn = engine.ask_each(map(requested, [bars, computed(r"'\x01'"), bars]), seconds=60)
    next(drawn)
    with pytest.raises(PictureFailed, match=r"NonXmlChar|non-XML"):
        next(drawn)

    assert process(engine) is None
    assert b">Nord<" in asked(engine, bars)


def test_a_picture_that_hangs_among_others_ends_at_its_limit(
    engine: Engine, bars: dict[str, Any]
) -> None:
    """Those before it are there, and the time that they took is their own."""
    asked(engine, bars)
    hanging = computed("test(/(a+)+$/, datum.a)")
    drawn = engine.ask_each(map(requested, [bars, hanging, bars]), seconds=1.5)
    next(drawn)
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        next(drawn)

    assert time.monotonic() - begun < 10
    assert b">Nord<" in asked(engine, bars)


def test_whoever_stops_early_leaves_nothing_behind(engine: Engine, bars: dict[str, Any]) -> None:
    """The process that still draws is ended, and somebody else may ask."""
    drawn = engine.ask_each(map(requested, [bars] * 3), seconds=60)
    next(drawn)
    drawn.close()

    assert process(engine) is None
    assert b">Nord<" in asked(engine, bars)


def test_an_answer_to_another_question_is_not_believed(
    engine: Engine, bars: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe that is out of step would give the wrong picture."""
    monkeypatch.setattr(_child, "read_message", lambda _: ({"number": 99}, b"<svg>wrong</svg>"))
    with pytest.raises(PictureFailed, match="answered out of turn"):
        asked(engine, bars)


def test_an_interrupt_leaves_no_answer_behind(
    engine: Engine, bars: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process that was interrupted at is ended, and the next picture is the right one."""

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(_child, "read_message", interrupted)
        with pytest.raises(KeyboardInterrupt):
            asked(engine, bars)

    assert process(engine) is None
    assert b">Sist<" in asked(engine, {**bars, "title": "Sist"})


def test_another_process_forgets_the_child_of_its_parent(
    engine: Engine, bars: dict[str, Any]
) -> None:
    """It closes its ends of the pipes, and does not end what is not its own."""
    asked(engine, bars)
    theirs = process(engine)
    engine._owner = -1
    engine.close()  # not theirs to end
    still_there = theirs.poll() is None
    asked(engine, bars)

    assert still_there
    assert theirs.stdin.closed
    assert process(engine) is not theirs
    assert theirs.wait(10) == 0


def test_an_engine_without_a_child_forgets_nothing(engine: Engine) -> None:
    """A fork before the first picture is no trouble."""
    engine.forget()

    assert process(engine) is None


def test_a_closed_engine_starts_again(engine: Engine, bars: dict[str, Any]) -> None:
    """Closing ends the process; closing twice is no harm."""
    asked(engine, bars)
    ended = process(engine)
    engine.close()
    engine.close()

    assert ended.returncode is not None
    assert asked(engine, bars).startswith(b"<svg")


def waits(engine: Engine) -> bool:
    """Return whether a thread of *engine* waits for the next picture."""
    child = engine._child
    return child is not None and child._alarm._thread is not None


def test_no_thread_waits_while_a_process_is_forked(engine: Engine, bars: dict[str, Any]) -> None:
    """The thread that watches the time rests before a fork, and is back for the next picture."""
    engine.rest()
    asked(engine, bars)
    before = waits(engine)
    engine.rest()
    engine.rest()
    resting = waits(engine)
    drawn = asked(engine, {**bars, "width": 100})

    assert (True, False, True) == (before, resting, waits(engine))
    assert drawn.startswith(b"<svg")


def test_a_picture_that_is_being_drawn_keeps_its_limit(
    engine: Engine, bars: dict[str, Any]
) -> None:
    """A fork in another thread meanwhile does not take the watching thread away."""
    asked(engine, bars)
    with engine._lock:
        engine.rest()

    assert waits(engine)


def test_the_end_of_the_program_waits_for_no_picture(engine: Engine, bars: dict[str, Any]) -> None:
    """A thread that is drawing holds the lock; the process is ended all the same."""
    asked(engine, bars)
    ended = process(engine)
    with engine._lock:
        engine.close()

    assert ended.returncode is not None


def test_the_child_sees_no_secrets(
    engine: Engine, bars: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the environment it gets what the system and fonts need, and the same time zone."""
    monkeypatch.setenv("API_TOKEN", "secret")
    monkeypatch.setenv("TZ", "America/New_York")
    given: dict[str, str] = {}
    popen = subprocess.Popen

    def started(*command: Any, **options: Any) -> Any:
        given.update(options["env"])
        return popen(*command, **options)

    monkeypatch.setattr(subprocess, "Popen", started)
    asked(engine, bars)

    assert "API_TOKEN" not in given
    assert (given["TZ"], given["LANG"]) == ("UTC", "C.UTF-8")


def test_a_process_that_cannot_start_is_one_error(
    engine: Engine, bars: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says why."""
    monkeypatch.setattr(sys, "executable", os.devnull + "/python")
    with pytest.raises(PictureFailed, match="the drawing process did not start"):
        asked(engine, bars)


class Nowhere:
    """What is found of a folder that only looks like a package."""

    origin = None


@pytest.mark.parametrize("found", [None, Nowhere()])
def test_without_vl_convert_the_extra_is_named(
    found: object, engine: Engine, bars: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message is what to type."""
    monkeypatch.setattr(_engine, "find_spec", lambda _: found)
    with pytest.raises(MissingExtra, match=r'pip install "offinno\[export\]"'):
        asked(engine, bars)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("x conversion failed:\nError: a\n    at b", "Error: a"),
        ("\n\n  only this", "only this"),
        ("x conversion failed:\n    at b", "the engine gave no reason"),
        ("", "the engine gave no reason"),
    ],
)
def test_the_telling_line_of_a_message(message: str, line: str) -> None:
    """It is the first that is neither a heading nor the stack."""
    assert line == telling_line(message)
