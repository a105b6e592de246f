"""What all tests share: how hard the property tests look, and a browser to open pages in.

Pytest's ``--hypothesis-profile`` picks another profile than the one that is usual:
``quick`` serves every run and takes the same examples each time on a build server, so that a
change is not blamed for a fault that was there before. ``long`` looks for new faults.
"""

import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

#: What Chromium may be called.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")

_SLOW_MACHINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "quick",
    max_examples=60,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=_SLOW_MACHINE,
)
settings.register_profile(
    "long",
    max_examples=3_000,
    deadline=None,
    derandomize=False,
    print_blob=True,
    suppress_health_check=_SLOW_MACHINE,
)
settings.load_profile("quick")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while tests are collected, nor among them later: all of them stay."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the program, named by the session that runs these tests or found on the path."""
    named = os.environ.get("OFFINNO_CHROMIUM")
    program = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("there is no Chromium")
    return program


@pytest.fixture
def browse(chromium: str, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what opens a page, with options, and gives what the browser said."""

    def run(text: str, *options: str) -> subprocess.CompletedProcess[str]:
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        fixed = [
            "--headless",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={tmp_path / 'profile'}",
        ]
        fixed += ["--no-sandbox"] if os.geteuid() == 0 else []
        command = [chromium, *fixed, *options, path.as_uri()]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)

    return run
