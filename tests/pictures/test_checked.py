"""The text of a specification: checked once where it is the same, and always where it is not."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from offinno.pictures import SpecRefused, _checked
from offinno.pictures._checked import _Known, checked_text

CONFIG: Mapping[str, Any] = {"axis": {"labelColor": "#123456"}, "background": "#fedcba"}


def spec(**more: Any) -> dict[str, Any]:
    """Return a specification with more in it."""
    return {"data": {"values": [{"a": 1}]}, "mark": "point", **more}


def test_what_pictures_share_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest each time, whatever the order of keys; places stay as they are."""
    seen: list[Any] = []
    monkeypatch.setattr(_checked, "_KNOWN", _Known())
    monkeypatch.setattr(_checked, "check_spec", seen.append)
    backwards = dict(reversed([*CONFIG.items()]))
    layers = [{"mark": "bar"}, {"mark": "text", "data": {"values": []}}, {"mark": "a" * 10_000}]
    whole = spec(config=dict(CONFIG), layer=layers)

    assert checked_text(whole) == checked_text(spec(layer=layers, config=backwards))
    assert [whole, whole | {"config": {}, "layer": [{}, *layers[1:]]}] == seen


def test_the_text_is_json() -> None:
    """The same tree, its keys in order."""
    made = spec(layer=[{"mark": "bar"}, {"b": 1, "a": "æ\\"}], config=CONFIG)
    text = checked_text(made).decode()

    assert made == json.loads(text)
    assert text == json.dumps(made, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize(
    "config",
    [
        {"axis": {"labelExpr": "open('a')"}},
        {"axis": {"title": "\u202e"}},
        {"image": {"url": "http://127.0.0.1/a"}},
        {"padding": float("nan")},
        {"axis": object()},
        {1: 2, "a": 3},
        [],
    ],
    ids=["expression", "direction", "address", "no number", "object", "key", "list"],
)
def test_what_is_not_safe_is_refused_again_and_again(config: Any) -> None:
    """Only what has passed is remembered."""
    for _ in range(2):
        with pytest.raises(SpecRefused):
            checked_text(spec(config=config) if config else spec(mark="image", config=config))
        with pytest.raises(SpecRefused, match=r"^\$\.(layer\[1\]|mark)"):
            checked_text(spec(layer=[{}, config]) if config else spec(mark="image", layer={}))


def test_what_holds_itself_is_refused() -> None:
    """It has no text at all."""
    config: dict[str, Any] = {}
    config["axis"] = config
    with pytest.raises(SpecRefused, match="over 64 levels"):
        checked_text(spec(config=config))


def test_rows_are_looked_through_beside_a_known_configuration() -> None:
    """A theme makes nothing else safe."""
    checked_text(spec(config=CONFIG))
    with pytest.raises(SpecRefused):
        checked_text(spec(config=CONFIG, data={"url": "a.csv"}))


def test_so_many_are_remembered() -> None:
    """The oldest is forgotten first."""
    known = _Known()
    for number in range(513):
        known.add([str(number)])

    assert ["0" in known, "1" in known, "512" in known] == [False, True, True]


def test_what_is_no_specification_is_refused() -> None:
    """As by the check itself."""
    wrong: Any = "mark"
    with pytest.raises(SpecRefused, match="give the finished specification as a dict"):
        checked_text(wrong)


class Once(dict[str, Any]):
    """A specification that cannot be read the first time."""

    failed = False

    def __getitem__(self, key: str) -> Any:
        """Return a part of it, but for the first."""
        if not self.failed:
            self.failed = True
            raise TypeError(key)
        return super().__getitem__(key)


def test_what_fails_for_another_reason_is_not_hidden() -> None:
    """Where the check finds nothing, the failure stays what it was."""
    with pytest.raises(TypeError, match="data"):
        checked_text(Once(spec()))
