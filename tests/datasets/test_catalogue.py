"""Finding factsheets: those of offinno and those of plug-ins."""

import pickle
import subprocess
import sys
from importlib.metadata import EntryPoint, distribution
from pathlib import Path

import pytest

from offinno import datasets
from offinno.datasets import DatasetTwice, UnknownDataset, _catalogue, names, path_of

HERE = Path(datasets.__file__).parent / "_sheets"

#: The keys of the factsheets that come with offinno.
OURS = ("innovation-2019", "innovation-2019-re-examined")


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Plug":
    """Return a way to install plug-ins that exist for one test only."""
    monkeypatch.syspath_prepend(tmp_path)
    return Plug(monkeypatch, tmp_path)


class Plug:
    """Installs plug-ins into a folder of their own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.folder = folder
        self.points: list[EntryPoint] = []
        monkeypatch.setattr(_catalogue, "entry_points", self.of)

    def of(self, group: str) -> list[EntryPoint]:
        """Return the entry points of *group*."""
        return [point for point in self.points if point.group == group]

    def names(self, name: str, value: str) -> None:
        """Add an entry point with this value."""
        self.points.append(EntryPoint(name, value, "offinno.datasets"))

    def bring(self, package: str, *files: str) -> Path:
        """Add a package whose folder ``sheets`` holds *files*; importing it would fail."""
        sheets = self.folder / package / "sheets"
        sheets.mkdir(parents=True)
        (self.folder / package / "__init__.py").write_text("raise RuntimeError('imported')\n")
        for name in files:
            (sheets / name).write_text("not read\n")
        self.names(package, f"{package}.sheets")
        return sheets


def test_the_sheet_of_2019_comes_with_offinno() -> None:
    """The factsheet of 2019 is among the keys, and its file is where it is said to be."""
    assert "innovation-2019" in names()
    assert HERE / "innovation-2019.yaml" == path_of("innovation-2019")
    assert path_of("innovation-2019").is_file()


def test_the_files_of_a_plugin_are_listed_by_key(plug: Plug) -> None:
    """Keys are the names of YAML and JSON files; other files are none."""
    sheets = plug.bring("figs", "b-2.json", "a-1.yml", "notes.txt", "Not_A_Key.yaml", ".x.yaml")

    assert ("a-1", "b-2", *OURS) == names()
    assert sheets / "a-1.yml" == path_of("a-1")


@pytest.mark.parametrize("value", ["figs.sheets", "figs:sheets"])
def test_a_value_may_part_package_and_folder_in_two_ways(plug: Plug, value: str) -> None:
    """A folder stands behind a point or a colon."""
    sheets = plug.bring("figs", "a.yaml")
    plug.points = [EntryPoint("figs", value, "offinno.datasets")]

    assert sheets / "a.yaml" == path_of("a")


def test_one_folder_named_twice_is_one_folder(plug: Plug) -> None:
    """A folder that two entry points name brings each key once, and so does that of offinno."""
    sheets = plug.bring("figs", "a.yaml")
    plug.names("again", "figs:sheets")
    plug.names("own", "offinno.datasets._sheets")

    assert sheets / "a.yaml" == path_of("a")
    assert HERE / "innovation-2019.yaml" == path_of("innovation-2019")


def test_one_key_in_two_plugins_is_an_error_that_names_both(plug: Plug) -> None:
    """A key that comes from two plug-ins is still listed; asking for it names both."""
    plug.bring("bergen", "a.yaml", "b.yaml")
    plug.bring("oslo", "a.json")

    with pytest.raises(DatasetTwice) as caught:
        path_of("a")

    assert "'a' comes from [bergen = bergen.sheets]" in str(caught.value)
    assert "and [oslo = oslo.sheets]" in str(caught.value)
    assert ("a", "b", *OURS) == names()
    assert "b.yaml" == path_of("b").name


def test_a_plugin_cannot_take_the_place_of_a_packaged_sheet(plug: Plug) -> None:
    """A key of offinno in a plug-in is an error that names offinno and the plug-in."""
    plug.bring("oslo", "innovation-2019.yaml")

    with pytest.raises(DatasetTwice, match=r"comes from offinno .* and \[oslo"):
        path_of("innovation-2019")


@pytest.mark.parametrize("value", ["", "no spaces here", "absent_package.sheets", "json.decoder"])
def test_a_broken_plugin_breaks_only_itself(plug: Plug, value: str) -> None:
    """What cannot be searched is left out, and named where a key is not found."""
    plug.names("broken", value)
    plug.bring("figs", "a.yaml")

    assert ("a", *OURS) == names()
    with pytest.raises(UnknownDataset, match=r"not searched: \[broken = "):
        path_of("b")


def test_a_finder_that_fails_breaks_only_the_plugin(
    plug: Plug, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error while a plug-in is looked for does not end the search."""

    class Finder:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name == "cursed":
                message = "no entry"
                raise RuntimeError(message)

    plug.names("cursed", "cursed.sheets")
    plug.bring("figs", "a.yaml")
    monkeypatch.setattr(sys, "meta_path", [object(), Finder, *sys.meta_path])

    assert "a.yaml" == path_of("a").name
    with pytest.raises(UnknownDataset, match="no entry"):
        path_of("b")


def test_an_unknown_key_shows_the_nearest() -> None:
    """A slip of the pen is answered with the key that was meant."""
    with pytest.raises(UnknownDataset, match="did you mean 'innovation-2019'"):
        path_of("inovation-2019")


def test_an_unknown_key_shows_all_where_none_is_near(plug: Plug) -> None:
    """Keys are listed as long as they are few."""
    assert str(UnknownDataset("z", ("a", "b"))).endswith("is called 'z'; known: a, b")
    assert str(UnknownDataset("z", tuple("abcdefghijklm"))).endswith("is called 'z'")


def test_the_distribution_is_named_where_it_is_known(plug: Plug) -> None:
    """A plug-in is called by what one would uninstall."""
    point = EntryPoint("a", "absent.sheets", "offinno.datasets")
    point._for(distribution("attrs"))  # type: ignore[attr-defined]
    plug.points = [point]

    with pytest.raises(UnknownDataset, match=r"attrs \[a = absent.sheets\]"):
        path_of("b")


@pytest.mark.parametrize("error", [DatasetTwice("a", ("x", "y")), UnknownDataset("a", ("b",))])
def test_errors_survive_pickling(error: Exception) -> None:
    """An error from another process says the same."""
    assert str(error) == str(pickle.loads(pickle.dumps(error)))


def test_listing_imports_no_reader() -> None:
    """A list of keys needs neither the model nor a reader."""
    program = (
        "import sys; from offinno.datasets import names; names();"
        "print([m for m in ('offinno.io', 'offinno.model', 'yaml', 'numpy') if m in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    assert "[]" == shown.stdout.strip()
