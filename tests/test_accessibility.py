"""What readers get holds the rules of axe-core in Chromium: every example and every page."""

import json
import re
import runpy
import subprocess
from collections.abc import Callable
from html import escape, unescape
from importlib.resources import files
from pathlib import Path

import pytest

from offinno import datasets
from offinno.charts import Figure
from offinno.language import LANGUAGES, Lang
from offinno.render import page

pytestmark = pytest.mark.browser

Browse = Callable[..., subprocess.CompletedProcess[str]]

SCRIPTS = sorted((Path(__file__).parent.parent / "docs" / "gallery").glob("*.py"))
#: Puts what axe-core found into an attribute, from where it is read.
RUN = """
axe.run().then((found) => {
  const told = found.violations.map(
    (rule) => `${rule.id}: ${rule.help}: ${rule.nodes.map((node) => node.html).join(" | ")}`
  );
  document.body.dataset.found = JSON.stringify([found.passes.length, told]);
});
"""


def violations(text: str, browse: Browse) -> list[str]:
    """Return what axe-core has to say about a page, which needs scripts to be allowed."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    scripts = "".join(f"<script>{code}</script>" for code in (axe, RUN))
    asked = free.replace("</body>", f"{scripts}</body>")
    dom = browse(asked, "--dump-dom", "--virtual-time-budget=20000").stdout
    told = re.search(r'data-found="([^"]*)"', dom)
    assert told is not None
    passed, found = json.loads(unescape(told[1]))
    assert passed > 0
    return list(found)


def shown(figure: Figure) -> str:
    """Return a page with one picture and nothing else."""
    title = escape(figure.headline)
    return (
        f'<!DOCTYPE html><html lang="{figure.lang}"><head><title>{title}</title></head>'
        f"<body><main><h1>{title}</h1>{figure.svg(framed=True)}</main></body></html>"
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_examples_have_no_violations(
    script: Path, browse: Browse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pictures of the gallery are named, described and strong enough in contrast."""
    monkeypatch.chdir(tmp_path)
    assert [] == violations(shown(runpy.run_path(str(script))["figure"]), browse)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sheets_have_no_violations(browse: Browse, lang: Lang) -> None:
    """The pages of the packaged sheet hold in every language."""
    assert [] == violations(page(datasets.load("innovation-2019"), lang=lang), browse)


def test_the_check_can_fail(browse: Browse) -> None:
    """A picture without a name is found, so that silence means something."""
    bare = '<!DOCTYPE html><html lang="nb"><head><title>t</title></head><body><main><h1>t</h1>'
    found = violations(f'{bare}<img src="data:,"></main></body></html>', browse)
    assert ["image-alt"] == [told.split(":")[0] for told in found]
