"""A small project that builds on offinno runs its own tests, with nothing but the wheel."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

#: Its tests, under a name by which this test run does not take them for its own.
OURS = Path(__file__).with_name("project") / "ours.py"

#: Run where the project is: says where offinno comes from when the source tree is out of reach.
WHERE = "import offinno; print(offinno.__file__)"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run an interpreter in *folder* that finds nothing but what is installed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYT")}
    return subprocess.run(
        [sys.executable, "-P", *words],
        cwd=folder,
        env=clean,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the project, far from the source tree; skip where no wheel is installed."""
    copy = tmp_path / "ours"
    copy.mkdir()
    shutil.copy(OURS, copy / "test_ours.py")
    where = run(copy, "-c", WHERE)
    if where.returncode or "site-packages" not in Path(where.stdout.strip()).parts:
        pytest.skip("offinno is not installed as a wheel, which nox does")
    return copy


def test_types_are_drawn_downstream(project: Path) -> None:
    """`@given(...)` works on the types of the installed library, no strategy imported."""
    found = run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(project))

    assert 0 == found.returncode, found.stdout + found.stderr
    assert "8 passed" in found.stdout
