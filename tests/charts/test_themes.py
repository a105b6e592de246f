"""Themes by name and from files, and plug-ins that misbehave."""

import json
import sys
from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from offinno.charts import BadTheme, Figure, Sizes, Theme, ThemeTwice, read_theme, themes
from offinno.charts import _themes as module
from offinno.charts import theme as theme_named
from offinno.exceptions import UnknownName
from offinno.pictures import Logo

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10z"/></svg>'
HOUSE = Theme(palette=["#7a0019", "#555555"])


class House:
    """Packages that bring themes, without installing any."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.points: list[EntryPoint] = []
        self.code = ModuleType("a_house")
        monkeypatch.setitem(sys.modules, "a_house", self.code)
        monkeypatch.setattr(module, "entry_points", self.of)

    def of(self, group: str) -> list[EntryPoint]:
        """Return the entry points of a group."""
        return [point for point in self.points if point.group == group]

    def bring(self, name: str, value: str, **things: object) -> None:
        """Have a package bring a theme."""
        self.points.append(EntryPoint(name, value, "offinno.themes"))
        vars(self.code).update(things)


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    """Return packages that bring themes."""
    return House(monkeypatch)


def test_a_package_brings_a_theme(house: House, samples: Any) -> None:
    """It is drawn in wherever a theme is taken, by its name."""
    house.bring("red-house", "a_house:RED", RED=HOUSE)
    figure: Figure = samples("nb")["ranking"]

    assert ("offinno", "red-house") == themes()
    assert theme_named("red-house") is HOUSE
    assert figure.svg(theme=HOUSE) == figure.svg(theme="red-house")


def test_our_own_has_a_name(house: House, samples: Any) -> None:
    """It is the one that pictures have without asking."""
    del house
    figure: Figure = samples("nb")["ranking"]

    assert theme_named("offinno") == Theme()
    assert figure.svg() == figure.svg(theme="offinno")


def test_listing_imports_nothing(house: House) -> None:
    """Not even what is broken."""
    house.bring("broken", "no_such_module:THEME")

    assert ("broken", "offinno") == themes()


def test_a_broken_package_breaks_only_its_own_theme(house: House) -> None:
    """With an error that names it; the others are as they were."""
    house.bring("broken", "no_such_module:THEME")
    house.bring("wrong", "a_house:WRONG", WRONG=3)
    house.bring("good", "a_house:GOOD", GOOD=HOUSE)

    assert theme_named("good") is HOUSE
    with pytest.raises(BadTheme, match=r"\[broken = no_such_module:THEME\]: No module named"):
        theme_named("broken")
    with pytest.raises(BadTheme, match=r"'wrong' is 3; let it be a Theme, or the path of one"):
        theme_named("wrong")


def test_one_name_for_two_themes_is_an_error(house: House) -> None:
    """It names both; one found twice in the search path is one."""
    house.bring("red", "a_house:RED", RED=HOUSE)
    house.bring("red", "a_house:RED")
    assert theme_named("red") is HOUSE

    house.bring("red", "a_house:OTHER", OTHER=HOUSE)
    with pytest.raises(ThemeTwice, match=r"a_house:OTHER\] and \[red = a_house:RED\]; rename"):
        theme_named("red")
    house.bring("offinno", "a_house:RED")
    with pytest.raises(ThemeTwice, match=r"'offinno' comes from \[offinno = a_house:RED\] and off"):
        theme_named("offinno")


def test_an_unknown_name_is_an_error(house: House) -> None:
    """It says which there are."""
    house.bring("red", "a_house:RED")
    with pytest.raises(UnknownName, match="no theme is called 'blue'; known: offinno, red"):
        theme_named("blue")


def test_owners_are_named_by_their_package() -> None:
    """Where it is known."""
    point = next(iter(entry_points(group="pytest11")))

    assert module._owner(point).endswith(f" [{point.name} = {point.value}]")


def written(folder: Path, fields: Mapping[str, Any]) -> Path:
    """Return a file of a theme."""
    path = folder / "house.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def test_a_theme_is_read_from_a_file(tmp_path: Path, house: House) -> None:
    """With the logo that lies beside it; a package may name such a file."""
    path = tmp_path / "house.toml"
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    path.write_text(
        'font = "Inter, sans-serif"\npalette = ["#7a0019"]\n'
        'logo = "logo.svg"\nlogo_height = 20\n[sizes]\ntitle = 20\n',
        encoding="utf-8",
    )
    expected = Theme(
        font="Inter, sans-serif",
        palette=["#7a0019"],
        logo=Logo(LOGO.encode(), 20),
        sizes=Sizes(title=20),
    )
    house.bring("in-a-file", "a_house:FILE", FILE=path)

    assert expected == read_theme(path) == theme_named("in-a-file")


def test_a_logo_has_a_height_of_its_own(tmp_path: Path) -> None:
    """Where the file says nothing."""
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")

    assert Theme(logo=Logo(LOGO.encode())) == read_theme(written(tmp_path, {"logo": "logo.svg"}))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"papper": "#ffffff"}, "no field of a theme is called 'papper'; did you mean 'paper'?"),
        ({"paper": "white"}, "'white' is no colour"),
        ({"paper": 3}, "'3' is no colour"),
        ({"quiet": "#eeeeee"}, "choose one with 4.5 at least"),
        ({"sizes": {"title": 99}}, "title takes whole pixels from 9 to 40, not 99"),
        ({"sizes": {"titel": 9}}, "no field of sizes is called 'titel'; did you mean 'title' or"),
        ({"sizes": 5}, "sizes takes a table, not 5"),
        ({"palette": "#7a0019"}, "palette takes colours in a list, not '#7a0019'"),
        ({"logo": "../logo.svg"}, "name a file in the folder of the theme"),
        ({"logo": "a\\b.svg"}, "name a file in the folder of the theme"),
        ({"logo": 3}, "logo: 3; name a file"),
        ({"logo": "gone.svg"}, "No such file"),
        ([], "no fields"),
    ],
    ids=str,
)
def test_what_is_wrong_in_a_file_is_said(tmp_path: Path, fields: Any, message: str) -> None:
    """After the name of the file."""
    path = written(tmp_path, fields)
    with pytest.raises(BadTheme) as caught:
        read_theme(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


@pytest.mark.parametrize("text", ["a = ", " " * 70_000, '{"a": '])
def test_what_is_no_theme_is_refused(tmp_path: Path, text: str) -> None:
    """Broken files and huge ones."""
    for ending in (".toml", ".json"):
        path = tmp_path / f"house{ending}"
        path.write_text(text, encoding="utf-8")
        if ending == ".toml" and not text.strip() and len(text) < 10:
            continue
        with pytest.raises(BadTheme):
            read_theme(path)


def test_a_logo_stands_in_pictures_that_stand_alone(samples: Any) -> None:
    """And in none that a page puts its own words around."""
    figure: Figure = samples("nb")["ranking"]
    theme = Theme(logo=Logo(LOGO.encode()))

    assert "M0 0h40v10z" in figure.svg(theme=theme, framed=True)
    assert "M0 0h40v10z" not in figure.svg(theme=theme)


def test_type_has_its_size(samples: Any) -> None:
    """Larger headlines and notes take more lines, and more room."""
    figure: Figure = samples("nb")["ranking"]
    large = figure.svg(theme=Theme(sizes=Sizes(title=30, small=15)), framed=True)

    assert 'font-size="30px"' in large
    assert 'font-size="15px"' in large
    assert 'font-size="30px"' not in figure.svg(framed=True)


def test_a_font_that_is_not_there_falls_to_the_next(samples: Any) -> None:
    """The same pixels as in the last one, which is always there."""
    figure: Figure = samples("nb")["ranking"]
    fonts = ("No Such Font", "No Such Font, sans-serif", "sans-serif")
    made = {figure.picture("png", theme=Theme(font=font), scale=1) for font in fonts}

    assert 1 == len(made)
