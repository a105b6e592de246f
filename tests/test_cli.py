"""The command line, as its users see it."""

import io
import json
import os
import re
import runpy
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from offinno import cli, datasets
from offinno.io import dumps, schema_text
from offinno.model import Factsheet, Link

CLEAN_SHEET = """\
schema: 1
factsheet:
  key: clean
  title: {nb: Ark, nn: Ark, en: Sheet}
  blocks:
    - {type: heading, text: {nb: Om arket, nn: Om arket, en: About}}
"""


class Shown:
    """What a command printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        """Keep what was printed."""
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Return a function that runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run_(*arguments: str) -> Shown:
        code = cli.main(arguments)
        printed = capsys.readouterr()
        return Shown(code, printed.out, printed.err)

    return run_


@pytest.fixture
def clean(tmp_path: Path) -> str:
    """Return the path of a sheet in which the check finds nothing."""
    path = tmp_path / "clean.yaml"
    path.write_text(CLEAN_SHEET, encoding="utf-8")
    return path.name


def test_build_writes_a_page_for_each_language(run: Any, clean: str, tmp_path: Path) -> None:
    """The command says what it wrote, and in short what the check found."""
    shown = run("build", clean)

    assert (cli.CLEAN, "") == (shown.code, shown.err)
    assert "wrote clean.nb.html\nwrote clean.nn.html\nwrote clean.en.html\n" in shown.out
    assert "check: no findings" in shown.out
    assert {"clean.nb.html", "clean.nn.html", "clean.en.html"} <= {
        path.name for path in tmp_path.iterdir()
    }


def test_build_takes_languages_and_a_folder(run: Any, clean: str, tmp_path: Path) -> None:
    """Pages may be written in some languages only, and elsewhere."""
    for _ in ("the folder is made", "and may be there"):
        run("build", clean, "--lang", "no", "-o", "public/pages")

    assert ["clean.nb.html"] == [path.name for path in (tmp_path / "public/pages").iterdir()]


def test_build_takes_a_theme(run: Any, clean: str, tmp_path: Path) -> None:
    """By its name, or by the file that it is in; the pages have its colours."""
    (tmp_path / "house.toml").write_text('palette = ["#7a0019"]\n', encoding="utf-8")
    run("build", clean, "--lang", "nb", "--theme", "offinno")
    ours = (tmp_path / "clean.nb.html").read_text(encoding="utf-8")
    run("build", clean, "--lang", "nb", "--theme", "house.toml")
    theirs = (tmp_path / "clean.nb.html").read_text(encoding="utf-8")

    assert ["#7a0019" in ours, "#7a0019" in theirs] == [False, True]
    for wrong in ("no-such-theme", "gone.toml"):
        shown = run("build", clean, "--theme", wrong)
        assert (cli.FAILED, "") == (shown.code, shown.out)
        assert wrong in shown.err


def test_build_names_a_folder_that_cannot_be_made(run: Any, clean: str) -> None:
    """Where a file is in the way, the folder is named, with what to do."""
    shown = run("build", clean, "-o", f"{clean}/pages")

    assert (cli.FAILED, "") == (shown.code, shown.out)
    assert f"cannot write '{Path(clean, 'pages')}': " in shown.err.replace("\\\\", "\\")
    assert "name another folder with --output" in shown.err


def test_build_says_how_to_read_the_findings(run: Any, tmp_path: Path) -> None:
    """Where the check found something, the next command is named."""
    (tmp_path / "sheet.yaml").write_text(CLEAN_SHEET.replace(", nn: Ark", ""), encoding="utf-8")
    shown = run("build", "sheet.yaml", "--lang", "nb")

    assert "read them with: offinno check sheet.yaml" in shown.out


def test_progress_is_shown_on_a_terminal_only(
    run: Any, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bar grows on one line of the terminal and is wiped in the end."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shown = run("build", clean)

    assert "░" in shown.err
    assert shown.err.endswith("\r")
    assert "\n" not in shown.err


MAP_SHEET = """\
schema: 1
factsheet:
  key: maps
  title: {nb: Kart}
  languages: [nb]
  sources:
    - {key: book, publisher: Etat, title: {nb: Boka}, published: 2021, url: "https://example.org"}
  indicators:
    - key: shares
      title: {nb: Andel}
      definition: {nb: Andel.}
      unit: share of workplaces
      population: {unit: workplaces}
      sources: [book]
      observations:
        - {area: NO, period: 2020, value: 50}
        - {area: SE, period: 2020, value: 60}
  blocks:
    - {type: heading, text: {nb: Kart}}
    - type: choropleth
      figure: shares
      headline: {nb: Flest i Sverige}
      geography: nope.geojson
      code: iso
"""


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_missing_geography_is_placed_in_the_sheet(run: Any, tmp_path: Path, command: str) -> None:
    """File, line and block are named, with the file that is not there."""
    (tmp_path / "maps.yaml").write_text(MAP_SHEET, encoding="utf-8")
    shown = run(command, "maps.yaml")

    assert 2 == shown.code
    assert (
        "offinno: maps.yaml:23:18: factsheet.blocks[1].geography: cannot read 'nope.geojson': "
        "there is no such file; check the path\n"
    ) == shown.err.replace(f"{tmp_path}/", "")


def test_what_no_block_is_to_blame_for_is_said_as_it_is(
    run: Any, tmp_path: Path, clean: str
) -> None:
    """A page that cannot be written is no fault of the sheet."""
    (tmp_path / "clean.nb.html").mkdir()
    shown = run("build", clean, "--lang", "nb")

    assert 2 == shown.code
    assert shown.err.startswith("offinno: cannot write ")


def test_check_exits_by_what_it_finds(run: Any, clean: str, tmp_path: Path) -> None:
    """0 for nothing, 1 for something, 2 for a file that cannot be read."""
    (tmp_path / "sheet.yaml").write_text(CLEAN_SHEET.replace(", nn: Ark", ""), encoding="utf-8")
    found = run("check", "sheet.yaml")

    assert (cli.CLEAN, "nothing found\n") == ((shown := run("check", clean)).code, shown.out)
    assert cli.FOUND == found.code
    assert re.match(r"sheet\.yaml:4:\d+: OFF\d{3} title: ", found.out)
    assert cli.FAILED == run("check", "none.yaml").code


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--ignore", "OFF502"], cli.CLEAN),
        (["--ignore", "OFF1", "--ignore", "translation-missing"], cli.CLEAN),
        (["--select", "OFF1", "--select", "OFF2"], cli.CLEAN),
        (["--select", "OFF502"], cli.FOUND),
        (["--fail-on", "hint"], cli.FOUND),
        (["--fail-on", "warning"], cli.FOUND),
        (["--fail-on", "blocker"], cli.CLEAN),
        (["--ignore", "OFF999"], cli.FAILED),
    ],
)
def test_check_can_be_told_what_matters(
    run: Any, tmp_path: Path, options: list[str], code: int
) -> None:
    """Rules are chosen as in Python, and the exit code may ask for worse findings."""
    (tmp_path / "sheet.yaml").write_text(CLEAN_SHEET.replace(", nn: Ark", ""), encoding="utf-8")

    assert code == run("check", "sheet.yaml", *options).code


def test_check_shows_what_does_not_fail(run: Any, tmp_path: Path) -> None:
    """A finding that is let through is printed all the same."""
    (tmp_path / "sheet.yaml").write_text(CLEAN_SHEET.replace(", nn: Ark", ""), encoding="utf-8")

    assert "OFF502" in run("check", "sheet.yaml", "--fail-on", "blocker").out


def test_check_prints_json(run: Any, clean: str, tmp_path: Path) -> None:
    """Findings are objects with code, severity, message, path, line and remedy."""
    (tmp_path / "sheet.yaml").write_text(CLEAN_SHEET.replace(", nn: Ark", ""), encoding="utf-8")
    found = json.loads(run("check", "sheet.yaml", "--json", "--lang", "nb").out)

    assert [] == json.loads(run("check", clean, "--json").out)
    assert {"code", "severity", "message", "path", "line", "remedy"} == set(found[0])
    assert 4 == found[0]["line"]


def test_list_names_sheets_and_what_is_in_one(run: Any, clean: str) -> None:
    """Without a sheet the installed ones are listed, with one its figures, schemes, sources."""
    names, inside = run("list", "--lang", "nb"), run("list", "innovation-2019", "--lang", "nn")

    assert "innovation-2019  Innovasjon i offentlig sektor 2019\n" in names.out
    assert "figures\n" in inside.out
    assert "nordic-innovative-workplaces" in inside.out
    assert "figures\nschemes\nsources\n" == run("list", clean).out


def test_list_names_terms(run: Any, clean: str) -> None:
    """The words that units and categories are made of come with offinno, or with a sheet."""
    assert "\nmunicipalities          kommunar\n" in run("list", "--terms", "--lang", "nn").out
    assert "\npublic-bodies " in run("list", "--terms", "innovation-2019").out
    assert "" == run("list", "--terms", clean).out


def test_a_sheet_that_cannot_be_read_hides_no_other(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken sheet is listed with the reason."""
    monkeypatch.setattr(datasets, "names", lambda: ("missing-one", "innovation-2019"))
    shown = run("list")

    assert "missing-one  (cannot be read: no factsheet is called 'missing-one'" in shown.out
    assert "innovation-2019  Innovation in the public sector 2019" in shown.out


def test_show_says_everything_about_a_figure(run: Any) -> None:
    """Definition, unit, population, period, question, sample, source and notes are shown."""
    shown = run("show", "nordic-innovative-workplaces[area=FI]")

    assert cli.CLEAN == shown.code
    for word in ("Definition", "Population", "Period", "Question", "Sample", "Source", "Note *"):
        assert f"\n  {word}" in shown.out


def test_show_says_how_a_figure_was_made(run: Any) -> None:
    """A derived figure shows its working; a figure without survey shows no question."""
    shown = run("show", "h2020-support-nok", "--sheet", "innovation-2019", "--lang", "nb")

    assert "\n  Utregning   beregnet som 18\u00a0103\u00a0288,49\u00a0euro × 9,8511" in shown.out
    assert (
        "   9,8511\u00a0kr per euro: Kursen på euro i norske kroner, årsgjennomsnitt 2019"
        in shown.out
    )
    assert "Spørsmål" not in shown.out


def test_show_speaks_one_language(run: Any) -> None:
    """What facts are called, and the value, are in the language asked for."""
    shown = run("show", "nordic-innovative-workplaces[area=FI]", "--lang", "nn")

    assert "\n  Måler       Innovative offentlege" in shown.out
    assert "\n  Verdi       95\u00a0%\n" in shown.out


def test_show_tells_of_schemes_and_sources(run: Any) -> None:
    """Whatever `list` lists with a key can be shown; facts of one kind are named once."""
    scheme = run("show", "innovation-projects", "--lang", "nb")
    source = run("show", "difi-nordic-2019", "--sheet", "innovation-2019")

    assert scheme.out.startswith("innovation-projects\n  Ark ")
    assert 1 == scheme.out.count("\n  Søknadsfrister ")
    assert "\n                  16. september 2020: inntil" in scheme.out
    assert "\n  Address    https://www.difi.no/" in source.out


def test_everything_listed_can_be_shown(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each key in the list of a sheet leads somewhere; here sheets are read once for all keys."""
    monkeypatch.setattr(datasets, "read", cache(datasets.read))
    listed = run("list", "innovation-2019").out.splitlines()
    keys = [line.split()[0] for line in listed if line.startswith("  ")]

    assert {cli.CLEAN} == {run("show", key).code for key in keys}


def test_show_of_a_bare_figure_leaves_out_what_it_lacks(run: Any, tmp_path: Path) -> None:
    """What a figure does not have is not shown."""
    sheet = CLEAN_SHEET.replace(
        "  blocks:",
        "  indicators:\n    - {key: a, title: A, definition: A, unit: NOK, population: {missing: "
        'not stated}, observations: [{area: "NO", period: 2018, value: 5}]}\n  blocks:',
    )
    (tmp_path / "sheet.yaml").write_text(sheet, encoding="utf-8")
    shown = run("show", "a", "--sheet", "sheet.yaml")

    assert "Source" not in shown.out


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("nordic", "no figure, scheme or source is called 'nordic'"),
        ("innovation-projects[area=NO]", "no indicator is called 'innovation-projects'"),
        ("nordic-innovative-workplaces[area=DE]", "there is area IS, NO, SE, FI, DK"),
        ("nordic[", "write key[area=NO, period=2018]:form"),
    ],
)
def test_show_names_what_is_wrong(run: Any, reference: str, said: str) -> None:
    """A reference that leads nowhere is answered with what there is."""
    shown = run("show", reference)

    assert cli.FAILED == shown.code
    assert said in shown.err
    assert "" == shown.out


def test_schema_is_printed(run: Any) -> None:
    """The JSON Schema comes as the package holds it."""
    assert schema_text() == run("schema").out


def test_a_file_of_another_kind_is_no_sheet(run: Any, tmp_path: Path) -> None:
    """What holds no factsheet is named by what it holds."""
    (tmp_path / "a.yaml").write_text(dumps(Link(label="a", url="https://a.no")), encoding="utf-8")

    assert "'a.yaml' holds 'link'; a 'factsheet' is needed" in run("check", "a.yaml").err


def test_bad_arguments_are_explained(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown language or command ends with code 2 and no traceback."""
    with pytest.raises(SystemExit) as caught:
        run("check", "a", "--lang", "sv")

    assert cli.FAILED == caught.value.code
    assert "no language is called 'sv'; known: nb, nn, en" in capsys.readouterr().err


def test_faults_of_our_own_show_no_traceback(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw is one line, unless the traceback is asked for."""

    def broken() -> None:
        message = "oops"
        raise RuntimeError(message)

    monkeypatch.setattr(datasets, "names", broken)
    shown = run("list")

    assert cli.FAILED == shown.code
    assert shown.err.startswith("offinno: RuntimeError: oops\n")
    with pytest.raises(RuntimeError):
        run("--traceback", "list")


def test_interruption_is_quiet(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C ends a command without a word, with the code that shells expect."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(datasets, "names", interrupted)
    shown = run("list")

    assert (130, "", "") == (shown.code, shown.out, shown.err)


def test_help_teaches() -> None:
    """The help of the program and of each command shows what to type, and loads no chart."""
    code = "import sys, offinno.cli as c\ntry: c.main(sys.argv[1:])\nfinally: print(*sys.modules)"
    command = [sys.executable, "-c", code]
    for arguments in ([], ["build"], ["check"], ["list"], ["show"], ["schema"]):
        done = subprocess.run(
            [*command, *arguments, "--help"], capture_output=True, text=True, check=True
        )

        assert "usage: offinno" in done.stdout
        assert "altair" not in done.stdout.split()


def test_a_reader_that_stops_early_is_no_fault() -> None:
    """A closed pipe, as of ``| head``, ends the command without complaint."""
    command = [sys.executable, "-m", "offinno", "schema"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    complaint = process.stderr.read()
    process.stderr.close()

    assert (0, b"") == (process.wait(), complaint)


def test_a_closed_pipe_is_met_in_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is printed after the reader left goes nowhere."""
    left = io.StringIO()
    descriptor = os.open(os.devnull, os.O_WRONLY)
    monkeypatch.setattr(left, "write", lambda _: (_ for _ in ()).throw(BrokenPipeError))
    monkeypatch.setattr(left, "fileno", lambda: descriptor)
    monkeypatch.setattr(sys, "stdout", left)

    assert cli.CLEAN == cli.main(["schema"])
    os.close(descriptor)


def test_consoles_are_spoken_to_in_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    """A console of another encoding gets UTF-8, as on Windows."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    cli.main(["list", "innovation-2019", "--lang", "nb"])

    assert "å" in raw.getvalue().decode()


def test_the_module_is_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``python -m offinno`` does what ``offinno`` does."""
    monkeypatch.setattr(sys, "argv", ["offinno", "list"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("offinno", run_name="__main__")

    assert cli.CLEAN == caught.value.code
    assert "innovation-2019" in capsys.readouterr().out


def test_a_sheet_is_what_it_says() -> None:
    """The packaged sheet is a factsheet."""
    assert isinstance(datasets.load("innovation-2019"), Factsheet)
