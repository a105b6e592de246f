"""Messages and their catalogues."""

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from threading import Barrier, Thread

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

import offinno
from offinno.exceptions import UnknownName
from offinno.language import Lang
from offinno.wording import MissingFact, _catalogue, message, message_plural

SOURCES = Path(offinno.__file__).parent
TRANSLATED: tuple[Lang, Lang] = ("nb", "nn")
#: The functions that take a message, and in how many forms.
WIDTH = {"message": 1, "marked": 1, "message_plural": 2, "marked_plural": 2}

Key = str | tuple[str, ...]


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Return every call of a message function in the sources, with its place and name."""
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and (name := called(node.func)) in WIDTH:
                yield f"{path.relative_to(SOURCES)}:{node.lineno}", name, node


def called(function: ast.expr) -> str:
    """Return the name of a function, called by itself or on ``wording``."""
    match function:
        case ast.Name(name):
            return name
        case ast.Attribute(ast.Name("wording"), name):
            return name
        case _:
            return ""


def used() -> dict[Key, str]:
    """Return every message in the sources of the library, with the place of the last."""
    found: dict[Key, str] = {}
    for place, name, call in calls():
        given = [str(a.value) for a in call.args[: WIDTH[name]] if isinstance(a, ast.Constant)]
        if len(given) == WIDTH[name]:
            found[given[0] if WIDTH[name] == 1 else tuple(given)] = place
    return found


def catalogue(lang: Lang) -> Catalog:
    """Return a catalogue as Babel reads it."""
    with files("offinno.wording").joinpath("_locale", lang, "offinno.po").open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def entries(lang: Lang) -> dict[Key, tuple[str, ...]]:
    """Return the translations in a catalogue by their English text."""
    return {
        entry.id if isinstance(entry.id, str) else tuple(entry.id): (
            (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        )
        for entry in catalogue(lang)
        if entry.id
    }


def slots(text: str) -> set[str]:
    """Return the names of the slots in *text*."""
    return set(re.findall(r"\{(.*?)\}", text))


def entry(key: Key) -> str:
    """Return what to add to a catalogue."""
    if isinstance(key, str):
        return f'msgid "{key}"\nmsgstr ""\n'
    return f'msgid "{key[0]}"\nmsgid_plural "{key[1]}"\nmsgstr[0] ""\nmsgstr[1] ""\n'


@pytest.mark.parametrize("lang", TRANSLATED)
class TestCatalogue:
    """Both catalogues hold what the library says."""

    def test_holds_every_message(self, lang: Lang) -> None:
        """A message in the sources is in the catalogue; what to add is printed."""
        known = entries(lang)
        missing = [f"# {place}\n{entry(key)}" for key, place in used().items() if key not in known]

        assert "" == "\n".join(missing)

    def test_holds_nothing_else(self, lang: Lang) -> None:
        """What the sources no longer say is taken out."""
        assert set() == set(entries(lang)) - set(used())

    def test_translates_every_message(self, lang: Lang) -> None:
        """No translation is empty, fuzzy, or lacks a plural form."""
        fuzzy = [entry.id for entry in catalogue(lang) if entry.id and entry.fuzzy]
        found = entries(lang)

        assert [] == fuzzy
        assert all(all(texts) for texts in found.values())
        assert {1, 2} == {len(texts) for texts in found.values()}
        assert all((len(texts) == 2) == isinstance(key, tuple) for key, texts in found.items())

    def test_keeps_the_slots(self, lang: Lang) -> None:
        """A translation has the slots of its message, each a plain name."""
        for key, texts in entries(lang).items():
            named = slots("".join(key))

            assert all(re.fullmatch("[a-z]+", slot) for slot in named)
            assert [named] * len(texts) == [slots(text) for text in texts]

    def test_is_in_order(self, lang: Lang) -> None:
        """No message stands twice, and each has the right head."""
        with files("offinno.wording").joinpath("_locale", lang, "offinno.po").open() as file:
            ids = re.findall(r'(?m)^msgid "(.+)"$', file.read())

        assert sorted(set(ids)) == sorted(ids)
        assert (2, "(n != 1)") == (catalogue(lang).num_plurals, catalogue(lang).plural_expr)


def test_bokmaal_and_nynorsk_are_two_languages() -> None:
    """The two agree in short and technical words only, never in a clause."""
    nb, nn = entries("nb"), entries("nn")
    same = [key for key in nb if nb[key] == nn[key]]

    assert len(same) < len(nb) / 2


def test_messages_are_not_put_together() -> None:
    """A message is a literal or a name from a table, never an f-string or a sum."""
    built = [
        place for place, _, call in calls() if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]

    assert [] == built


class TestMessage:
    """One message."""

    def test_is_english_by_itself(self) -> None:
        """English needs no catalogue."""
        assert "6 to 19" == message("{low} to {high}", lang="en", low="6", high="19")

    def test_is_translated(self) -> None:
        """The English text is the key."""
        assert "frå 6 til 19" == message("from {low} to {high}", lang="nn", low="6", high="19")

    def test_facts_are_plain_text(self) -> None:
        """Braces and format directives in a fact mean nothing, whatever slot they name."""
        hostile = "{high} {low.__class__} {0} {{}} %s \\1 \\g<0>"

        assert f"{hostile} til x" == message("{low} to {high}", lang="nb", low=hostile, high="x")

    def test_needs_its_facts(self) -> None:
        """A slot that nothing fills is an error, not a hole."""
        with pytest.raises(MissingFact, match=r"'\{low\} til \{high\}' needs the fact 'high'"):
            message("{low} to {high}", lang="nb", low="6")

    def test_unknown_message_stays_english(self) -> None:
        """A plug-in may say what our catalogues do not hold."""
        assert "a new text" == message("a new text", lang="nb")
        assert "2\u00a0new texts" == message_plural("{n} new text", "{n} new texts", 2, lang="nb")

    def test_unknown_language_is_refused(self) -> None:
        """There is no fallback for a language that offinno does not write."""
        with pytest.raises(UnknownName, match="no language is called 'sv'"):
            message("sum", lang="sv")  # type: ignore[arg-type]

    def test_catalogues_are_read_once_by_many_threads(self) -> None:
        """The first messages may be asked for at the same time."""
        _catalogue._translations.cache_clear()
        start, found = Barrier(4), []

        def ask() -> None:
            start.wait()
            found.append(message("in {name}", lang="nn", name="Noreg"))

        threads = [Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert ["i Noreg"] * 4 == found


@pytest.mark.parametrize(
    ("n", "lang", "expected"),
    [
        (0, "nb", "0_gjeldende sifre"),
        (1, "nb", "1_gjeldende siffer"),
        (2, "nn", "2_gjeldande siffer"),
        (1, "en", "1_significant digit"),
        (12345, "en", "12_345_significant digits"),
    ],
)
def test_plural(n: int, lang: Lang, expected: str) -> None:
    """The number chooses the form, and its space does not break."""
    text = message_plural(
        "rounded to {n} significant digit", "rounded to {n} significant digits", n, lang=lang
    )

    assert text.replace("\u00a0", "_").endswith(expected)
