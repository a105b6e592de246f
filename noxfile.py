"""What is done to offinno before it is trusted; ``nox -l`` lists it, ``nox -s NAME`` does one.

``nox`` alone runs what every change must pass. Sessions install the wheel that the session
``build`` made, so what is tested is what is shipped.
"""

import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

import nox
from python_discovery import get_interpreter

nox.needs_version = ">=2026.8.10"

ROOT = Path(__file__).parent
WHEELS = ROOT / "build" / "wheel"
COVERAGE = ROOT / "build" / "coverage"
PYPROJECT = nox.project.load_toml(ROOT / "pyproject.toml")

#: The Python that runs nox; it counts even when no classifier names it yet.
OWN = f"{sys.version_info.major}.{sys.version_info.minor}"
#: Every version of Python that may be asked for, oldest first.
PYTHONS = list(dict.fromkeys([*nox.project.python_versions(PYPROJECT), OWN]))
#: Those that this machine has.
PRESENT = [version for version in PYTHONS if get_interpreter(version)]
#: The test sessions of a plain run: on the oldest and on the newest Python.
TESTS = [f"tests-{version}" for version in dict.fromkeys([PRESENT[0], PRESENT[-1]])]
#: Those that are measured: one is enough to see a branch that no test takes, and it costs as much
#: time as the tests themselves.
MEASURED = TESTS[:1]
#: A test process for each core; a file stays in one of them, as examples of a page build on others.
SPREAD = ("-n", "logical", "--maxprocesses", "8", "--dist", "loadfile")

nox.options.default_venv_backend = "virtualenv"
nox.options.download_python = "never"
nox.options.error_on_external_run = True
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["lint", "typing", "docs", *TESTS, "coverage"]


@nox.session
def build(session: nox.Session) -> None:
    """Build the wheel that the other sessions install."""
    shutil.rmtree(WHEELS, ignore_errors=True)
    session.run("python", "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(WHEELS), str(ROOT))


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format and the direction in which modules may import."""
    session.install(*_group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", env={"PYTHONPATH": "src"})


@nox.session(requires=["build"])
def typing(session: nox.Session) -> None:
    """Check types with mypy and pyright, and that the public names are fully typed."""
    _install(session, "typing")
    session.run("mypy")
    session.run("pyright")
    with session.chdir(session.create_tmp()):  # in the source folder pyright would read that
        session.run("pyright", "--verifytypes", "offinno", "--ignoreexternal")


@nox.session(requires=["build"])
def docs(session: nox.Session) -> None:
    """Build the documentation; a broken reference fails."""
    _install(session, "docs")
    built = ROOT / "docs" / "_build"
    shutil.rmtree(built, ignore_errors=True)
    strict = ("--quiet", "--nitpicky", "--fail-on-warning", "--keep-going", "--fresh-env")
    places = ("--doctree-dir", str(built / "doctrees"), "docs", str(built / "html"))
    session.run("sphinx-build", *strict, *places)


@nox.session(python=PYTHONS, requires=["build"])
def tests(session: nox.Session) -> None:
    """Run tests and examples on the wheel; arguments after ``--`` go to pytest."""
    _install(session, "cov")
    COVERAGE.mkdir(parents=True, exist_ok=True)
    look = ("--cov", "--cov-report=", "--cov-fail-under=0")  # the session `coverage` judges
    given = (*SPREAD, *(look if session.name in MEASURED else ()), *session.posargs)
    session.run("pytest", *given, env={"COVERAGE_FILE": str(_measured(session.name))})


@nox.session(requires=TESTS)
def coverage(session: nox.Session) -> None:
    """Report the branches that no test took, once the tests have passed on each Python."""
    session.install(*_group("coverage"))
    session.env["COVERAGE_FILE"] = str(COVERAGE / "coverage")
    session.run("coverage", "combine", "--keep", *(str(_measured(name)) for name in MEASURED))
    session.run("coverage", "report")


@nox.session(venv_backend="venv")  # with the pip that comes with Python, old as it may be
def newcomer(session: nox.Session) -> None:
    """Do what the README tells a newcomer to do first, in a clean copy of the sources."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "offinno"
        _copy_sources(session, copy)
        with session.chdir(copy):
            for command in _first_command(copy / "README.md"):
                session.run(*shlex.split(command))
        pages = sorted(page.name for page in copy.glob("*.html"))
    session.log(f"wrote {', '.join(pages) or 'nothing'}")
    if not pages:
        session.error("the first command of the README wrote no page")


@nox.session(requires=["build"])
def benchmarks(session: nox.Session) -> None:
    """Measure what is promised about speed and size; arguments after ``--`` are names."""
    _install(session, "benchmarks")
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session(requires=["build"])
def browser(session: nox.Session) -> None:
    """Look at rendered pages in Chromium, which must be installed."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        session.error("no Chromium found; install it, for example: apt-get install chromium")
    _install(session, "browser")
    session.run("pytest", "-m", "browser", *session.posargs, env={"OFFINNO_CHROMIUM": program})


@nox.session(requires=["build"])
def gallery(session: nox.Session) -> None:
    """Draw the pictures that the documentation shows, into ``docs/images``."""
    _install(session)
    images = ROOT / "docs" / "images"
    images.mkdir(exist_ok=True)
    for script in sorted((ROOT / "docs" / "gallery").glob("*.py")):
        with session.chdir(images):
            session.run("python", str(script))


@nox.session(requires=["build"])
def fuzz(session: nox.Session) -> None:
    """Run the property tests for long, on new examples each time."""
    _install(session, "tests")
    where = session.posargs or ["tests/property"]
    session.run("pytest", *SPREAD, "--hypothesis-profile=long", *where, env={"CI": ""})


@nox.session(requires=["build"])
def isolation(session: nox.Session) -> None:
    """Draw pictures in a cluster of Dask and in a parallel build of documentation."""
    _install(session, "tests")
    session.install("distributed", "sphinx>=8")
    session.run("pytest", "-rs", "tests/pictures/test_isolation.py", *session.posargs)


@nox.session(requires=["build"])
def prerelease(session: nox.Session) -> None:
    """Run the tests with the coming version of the picture engine."""
    _install(session, "tests")
    session.install("--upgrade", "vl-convert-python>=2.0.0rc1,<3")
    session.run("pytest", *SPREAD, *session.posargs)


@nox.session
def changelog(session: nox.Session) -> None:
    """Show what the fragments in ``changelog.d`` make of the next release."""
    session.install(*_group("changelog"))
    session.run("towncrier", "build", "--draft", "--version", "unreleased", "--name", "offinno")


def _group(*names: str) -> tuple[str, ...]:
    """Return the requirements of dependency groups, without asking pip, which may be old."""
    return nox.project.dependency_groups(PYPROJECT, *names)


def _install(session: nox.Session, *groups: str) -> None:
    """Install the wheel with all extras, and the dependency groups named."""
    (wheel,) = WHEELS.glob("*.whl")
    session.install(f"{wheel}[all]", *_group(*groups))


def _measured(name: str) -> Path:
    """Return the file where the test session *name* keeps which branches it took."""
    return COVERAGE / f"{name}.sqlite"


def _first_command(readme: Path) -> list[str]:
    """Return the parts of the first command in *readme*, which ``&&`` joins."""
    block = re.search(r"^```console\n(.+)$", readme.read_text(encoding="utf-8"), re.MULTILINE)
    assert block is not None
    return block.group(1).split("&&")


def _copy_sources(session: nox.Session, target: Path) -> None:
    """Copy what a fresh clone of this tree, with its changes, would hold."""
    if not (ROOT / ".git").exists():
        shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(".*", "build", "_build"))
        return
    listing = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = str(session.run(*listing, external=True, silent=True)).split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():  # a deleted file is listed until its deletion is committed
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
