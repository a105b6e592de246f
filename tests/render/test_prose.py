"""Running text: Markdown with figures in it."""

import sys
from collections.abc import Callable

import attrs
import pytest

from offinno.model import Factsheet
from offinno.pictures import MissingExtra
from offinno.render import _prose
from offinno.render._desk import Desk, desk_for

Specimen = Callable[..., Factsheet]


@pytest.fixture
def desk(specimen: Specimen) -> Desk:
    """Return the specimen on its way to a page."""
    return desk_for(specimen(), lang="en")


class TestProse:
    """Markdown becomes a few elements."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>"),
            ("a\n\nb", "<p>a</p>\n<p>b</p>"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
            ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
            ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
            ("`a`", "<p><code>a</code></p>"),
            ("a  \nb", "<p>a<br>\nb</p>"),
            ("[a](https://e.org/?x=1&y=2)", '<p><a href="https://e.org/?x=1&amp;y=2">a</a></p>'),
            ("[a](doi:10.1000/182)", '<p><a href="https://doi.org/10.1000/182">a</a></p>'),
            ("[a](mailto:a@e.org)", '<p><a href="mailto:a@e.org">a</a></p>'),
            ('[a](https://e.org/ "title")', '<p><a href="https://e.org/">a</a></p>'),
            ("<https://e.org/>", '<p><a href="https://e.org/">https://e.org/</a></p>'),
            ("[a](page.html)", "<p>[a](page.html)</p>"),
            ("[a](ftp://e.org/)", "<p>[a](ftp://e.org/)</p>"),
            ("[a](javascript:b)", "<p>[a](javascript:b)</p>"),
            ("![a](https://e.org/a.png)", '<p>!<a href="https://e.org/a.png">a</a></p>'),
            ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
            ("&copy; &#60;", "<p>&amp;copy; &amp;#60;</p>"),
            ("    a", "<p>a</p>"),
            ("```\na\n```", "<p><code>a</code></p>"),
            ("a {{b}}", "<p>a {b}</p>"),
        ],
    )
    def test_markup(self, desk: Desk, text: str, expected: str) -> None:
        """What there is no use for on a sheet stays text."""
        assert expected == str(_prose.prose(text, desk)).strip()

    @pytest.mark.parametrize(
        ("level", "expected"),
        [(1, ["h2", "h3", "h3", "h2"]), (3, ["h4", "h5", "h5", "h4"]), (6, ["h6"] * 4)],
    )
    def test_headings_follow_the_one_above(
        self, desk: Desk, level: int, expected: list[str]
    ) -> None:
        """Headings in the text follow on the heading above it, whatever they call themselves."""
        text = "## a\n\n#### b\n\n### c\n\n## d"
        found = str(_prose.prose(text, attrs.evolve(desk, level=level)))

        assert expected == [part[1:3] for part in found.split("\n") if part]


class TestFigures:
    """Figures stand where they are referred to."""

    def test_figure_has_its_mark(self, desk: Desk) -> None:
        """A figure carries its number for machines, and a link to its note."""
        found = _prose.prose("**{shares[area=IS, kind=new]}**", desk)

        assert (
            '<p><strong><data class="value whole" value="34">34%</data><sup class="mark">'
            '<a href="#note-1" role="doc-noteref" aria-label="note *">*</a></sup></strong></p>'
        ) == str(found).strip()

    def test_held_against_another_is_no_number(self, desk: Desk) -> None:
        """What is said is not the figure's own number, and the notes are those of both."""
        found = _prose.prose("{shares[area=NO, kind=new]:difference[area=IS]}", desk)

        assert "<data" not in str(found)
        assert "than Iceland<" in str(found)
        assert '<a href="#note-1"' in str(found)

    def test_missing_figure_says_why(self, desk: Desk) -> None:
        """A figure that is missing is no number for machines."""
        found = _prose.prose("{shares[area=SE, kind=old]}", desk)

        assert '<p><span class="value whole">confidential</span></p>' == str(found).strip()

    def test_names_are_not_read(self, desk: Desk) -> None:
        """A name may look like Markdown or markup; it stays what it is."""
        found = _prose.prose("{'*1* <2>'}", desk)

        assert "<p>*1* &lt;2&gt;</p>" == str(found).strip()

    @pytest.mark.parametrize("inside", ["https://e.org/{}", 'https://e.org/ "{}"'])
    def test_figures_stay_out_of_attributes(self, desk: Desk, inside: str) -> None:
        """A figure in an address or in a title is no figure."""
        reference = "{shares[area=NO, kind=new]}"
        found = _prose.prose(f"[a]({inside.format(reference)})", desk)

        assert "<data" not in str(found)

    def test_sign_is_one_the_text_has_not(self, desk: Desk) -> None:
        """A text with the sign that figures are held by gets another sign."""
        text = "\U000f00000\U000f0000 {shares[area=NO, kind=new]}"
        found = str(_prose.prose(text, desk))

        assert found.startswith("<p>\U000f00000\U000f0000 <data")
        assert 1 == found.count("<data")


class TestMissingPackages:
    """Reading Markdown needs the extra ``html``."""

    @pytest.mark.parametrize(
        ("module", "package"), [("markdown_it", "markdown-it-py"), ("nh3", "nh3")]
    )
    def test_says_what_to_install(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch, module: str, package: str
    ) -> None:
        """Without the packages the error names the extra."""
        monkeypatch.setitem(sys.modules, module, None)
        _prose._reader.cache_clear()

        with pytest.raises(MissingExtra) as caught:
            _prose.prose("a", desk)
        assert f'{package} is not installed; run: pip install "offinno[html]"' == str(caught.value)
