"""Pages in a browser: they fit a phone, print on the right paper, and leave it nothing to say."""

import re
import subprocess
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest

from offinno import datasets
from offinno.language import LANGUAGES, Lang
from offinno.model import Factsheet
from offinno.render import page

pytestmark = pytest.mark.browser

#: What a page is made to do in a frame: to tell how wide it is, and what is wider than the frame.
MEASURE = """
const wide = [...document.querySelectorAll("body *")].filter(
  (element) => !element.closest(".scroll") && element.getBoundingClientRect().right > innerWidth + 1
);
const names = wide.map((element) => `${element.tagName}.${element.className}`);
parent.postMessage(`${document.documentElement.scrollWidth} ${names.join(" ")}`, "*");
"""
FRAME = """<!DOCTYPE html><title>frame</title>
<script>onmessage = (told) => {{ document.title = told.data; }};</script>
<iframe width="{width}" height="900" style="border: 0" srcdoc="{page}"></iframe>
"""


def sheets(specimen: Callable[..., Factsheet]) -> Iterator[Factsheet]:
    """Return the sheets that are looked at."""
    yield datasets.load("innovation-2019")
    yield specimen(lambda name: f"{name} med Arbeidsmiljøundersøkelsesresultatsammenligning")


def in_frame(text: str, width: int) -> str:
    """Return a page that shows *text* in a frame and tells its width; that needs a script."""
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    measured = free.replace("</body>", f"<script>{MEASURE}</script></body>")
    return FRAME.format(width=width, page=escape(measured))


@pytest.mark.parametrize("width", [320, 360, 704, 768, 1024, 1280])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_wider_than_the_window(
    specimen: Callable[..., Factsheet],
    browse: Callable[..., subprocess.CompletedProcess[str]],
    lang: Lang,
    width: int,
) -> None:
    """From a phone to a large screen a page is read without scrolling sideways."""
    for sheet in sheets(specimen):
        text = page(sheet, lang=lang)
        dom = browse(in_frame(text, width), "--dump-dom", "--window-size=1400,1000").stdout
        told = re.search(r"<title>(.*?)</title>", dom)

        assert told is not None
        assert str(width) == told[1].strip()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_prints_on_three_pages(
    browse: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, lang: Lang
) -> None:
    """The sheet of 2019 takes two pages of paper, its notes and sources a third."""
    target = tmp_path / "page.pdf"
    text = page(datasets.load("innovation-2019"), lang=lang)
    browse(text, "--no-pdf-header-footer", f"--print-to-pdf={target}")

    assert 3 == len(re.findall(rb"/Type\s*/Page\b(?!s)", target.read_bytes()))


def test_browser_has_nothing_to_say(
    specimen: Callable[..., Factsheet], browse: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """No error, no warning, nothing blocked by the policy of the page."""
    for sheet in sheets(specimen):
        said = browse(page(sheet, lang="nb"), "--dump-dom", "--enable-logging=stderr").stderr

        assert [] == [line for line in said.splitlines() if "CONSOLE" in line]
