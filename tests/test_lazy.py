"""The façade: cheap to import, complete, and the same for Python and for type checkers."""

import ast
import importlib
import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

import offinno
from offinno import _lazy

FOLDER = Path(offinno.__file__).parent


def _fresh(code: str) -> str:
    """Return what a new interpreter prints for *code*."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    return done.stdout.strip()


def _stub() -> list[ast.stmt]:
    return ast.parse((FOLDER / "__init__.pyi").read_text(encoding="utf-8")).body


def _stub_imports() -> dict[str, str]:
    """Return each name that the stub imports, and the module it takes it from."""
    return {
        alias.asname or alias.name: statement.module
        for statement in _stub()
        if isinstance(statement, ast.ImportFrom) and statement.module
        for alias in statement.names
    }


def _stub_all() -> list[str]:
    (names,) = (
        ast.literal_eval(statement.value)
        for statement in _stub()
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__"
    )
    assert isinstance(names, list)
    return names


class TestImport:
    """What ``import offinno`` brings into memory."""

    def test_loads_nothing_but_itself(self) -> None:
        """Importing the package loads the package and its table of names, and no more."""
        code = "import sys; old = {*sys.modules}; import offinno; print({*sys.modules} - old)"

        assert {"offinno", "offinno._lazy"} == ast.literal_eval(_fresh(code))

    def test_loads_no_dependency(self) -> None:
        """None of the heavy dependencies is loaded, by whatever way."""
        heavy = {"attrs", "attr", "pint", "altair", "numpy", "babel", "typing", "cattrs", "yaml"}
        code = "import sys, offinno; print({name.partition('.')[0] for name in sys.modules})"

        assert set() == heavy & ast.literal_eval(_fresh(code))

    def test_star_brings_the_names(self) -> None:
        """``from offinno import *`` brings exactly the names of the table."""
        code = "from offinno import *; print([name for name in globals() if name[:2] != '__'])"

        assert _lazy.NAMES == ast.literal_eval(_fresh(code))


class TestTable:
    """One table of names: in the code, in the stub, and where they live."""

    def test_stub_names_the_same_homes(self) -> None:
        """The stub imports every name from the module that the table gives."""
        homes = _lazy.HOMES | dict.fromkeys(_lazy.PACKAGES, "offinno")

        assert homes == _stub_imports()

    def test_all_is_the_same_everywhere(self) -> None:
        """``__all__`` holds each name of the table once, in the package as in the stub."""
        assert sorted([*_lazy.HOMES, *_lazy.PACKAGES]) == sorted(_stub_all())
        assert offinno.__all__ == _lazy.NAMES

    @pytest.mark.parametrize("name", _lazy.HOMES)
    def test_name_is_the_object_of_its_home(self, name: str) -> None:
        """A name on the façade is the very object that its home makes public."""
        home = importlib.import_module(_lazy.HOMES[name])

        assert getattr(home, name) is getattr(offinno, name)
        assert name in getattr(home, "__all__", [name])

    @pytest.mark.parametrize("name", _lazy.PACKAGES)
    def test_package_is_reached_as_attribute(self, name: str) -> None:
        """A package needs no import of its own."""
        assert _fresh(f"import offinno; print(offinno.{name}.__name__)") == f"offinno.{name}"

    def test_names_are_listed(self) -> None:
        """Completion in a shell shows every name, loaded or not."""
        assert {*_lazy.NAMES, "__version__"} <= {*dir(offinno)}

    def test_package_is_marked_as_typed(self) -> None:
        """Type checkers of other projects read the annotations."""
        assert (FOLDER / "py.typed").is_file()


class TestAttribute:
    """A name is loaded once."""

    def test_is_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What was loaded stays on the package and is not looked up again."""
        monkeypatch.delitem(vars(offinno), "OffinnoError", raising=False)
        first = offinno.OffinnoError

        assert first is vars(offinno)["OffinnoError"]

    def test_subpackage_is_loaded_on_demand(self) -> None:
        """Asking for a package loads that package."""
        assert importlib.import_module("offinno.exceptions") is _lazy.attribute("exceptions")

    def test_unknown_name_is_an_attribute_error(self) -> None:
        """A misspelt name fails as on any module, and carries what Python needs to help."""
        with pytest.raises(AttributeError, match="has no attribute 'OffinnoErro'") as caught:
            _lazy.attribute("OffinnoErro")

        assert (offinno, "OffinnoErro") == (caught.value.obj, caught.value.name)


class TestVersion:
    """The version comes from what was installed."""

    @pytest.fixture(autouse=True)
    def _forgotten(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delitem(vars(offinno), "__version__", raising=False)

    def test_is_read_from_metadata(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """An installed package says its version."""
        monkeypatch.setattr(importlib.metadata, "version", {"offinno": "1.2.3"}.__getitem__)

        assert offinno.__version__ == "1.2.3"

    def test_is_unknown_without_metadata(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A source tree that was never installed says so."""

        def nothing(name: str) -> str:
            raise importlib.metadata.PackageNotFoundError(name)

        monkeypatch.setattr(importlib.metadata, "version", nothing)

        assert offinno.__version__ == "0+unknown"
