"""Findings hold facts; sentences are made of them in each language."""

import pickle
import re
from typing import Any

import pytest

from offinno.checks import RULES, Finding, Severity, check
from offinno.checks._finding import worded
from offinno.language import LANGUAGES, Lang, Text, vocabulary
from offinno.model import AmountKind, Area, Comparison
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Value


@pytest.fixture
def finding(bench: Any) -> Finding:
    """Return a finding about the unit of count."""
    (found,) = check(bench.sheet(bench.prose("{units} kommuner")), select=["unit-of-count"])
    return found


def test_names_its_rule(finding: Finding) -> None:
    """Code, name and severity are those of the rule; the place is a path."""
    assert ("OFF203", "unit-of-count") == (finding.code, finding.name)
    assert Severity.BLOCKER is finding.severity
    assert ("blocks", 0, "text", "nb") == finding.steps
    assert "blocks[0].text.nb" == finding.path


def test_holds_facts_and_no_sentence(finding: Finding) -> None:
    """Facts are terms and words of the sheet, by the names of the slots."""
    known = vocabulary()

    expected = {
        "words": "kommuner",
        "unit": known["municipal-units"],
        "noun": known["municipalities"],
    }
    assert expected == dict(finding.facts)


@pytest.mark.parametrize(
    ("lang", "message", "remedy"),
    [
        (
            "nb",
            "«kommuner» står ved et tall som teller kommunale enheter",
            "skriv kommunale enheter i teksten, eller vis et tall som teller kommuner",
        ),
        (
            "nn",
            "«kommuner» står ved eit tal som tel kommunale einingar",
            "skriv kommunale einingar i teksten, eller vis eit tal som tel kommunar",
        ),
        (
            "en",
            "“kommuner” stands by a figure that counts municipal units",
            "say municipal units in the text, or show a figure that counts municipalities",
        ),
    ],
)
def test_speaks_three_languages(finding: Finding, lang: Lang, message: str, remedy: str) -> None:
    """Message and remedy are sentences in the language asked for."""
    assert message == finding.message(lang=lang)
    assert remedy == finding.remedy(lang=lang)


def test_text_for_developers(finding: Finding) -> None:
    """As text it is place, code and message in English."""
    said = "“kommuner” stands by a figure that counts municipal units"

    assert f"blocks[0].text.nb OFF203 {said}" == str(finding)
    placed = Finding(
        code=finding.code,
        severity=finding.severity,
        steps=finding.steps,
        line=7,
        column=3,
        facts=finding.facts,
    )
    assert f"blocks[0].text.nb:7:3 OFF203 {said}" == str(placed)
    assert finding == placed


def test_survives_pickling(finding: Finding) -> None:
    """A finding may travel between processes, and be a member of a set."""
    assert {finding} == {pickle.loads(pickle.dumps(finding))}


UNIT = parse_unit("% of municipal-units")


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("ord", "ord"),
        (1786, "1786"),
        (Text({"nb": "Norden", "en": "The Nordics"}), "Norden"),
        (vocabulary()["municipalities"], "kommuner"),
        (UNIT, "prosent av kommunale enheter"),
        (Value(74, UNIT), "74\u00a0%"),
        (Missing(MissingReason.NOT_STATED), "ikke oppgitt"),
        (Period("2014/.."), "siden 2014"),
        (Area("IS"), "Island"),
        (AmountKind.GRANT, "tildeling"),
        (("nn", "en"), "nn og en"),
        ((), ""),
    ],
)
def test_facts_in_words(fact: Any, expected: str) -> None:
    """Each kind of fact has its wording."""
    assert expected == worded(fact, lang="nb")


def test_reasons_in_words(bench: Any) -> None:
    """Reasons of a comparison are clauses, and what is not one follows."""
    sheet = bench.sheet(f"indicators:{bench.NORDIC}")
    reasons = Comparison.of(sheet.indicator("nordic"), reference="NO").reasons
    level = tuple(reason for reason in reasons if reason.rule.value == "level")

    said = "Finland: bare municipal level, mens referansen (Norge) dekker alle nivåer"
    assert said == worded(level, lang="nb")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_worded(code: str, lang: Lang) -> None:
    """Message and remedy are clauses in each language: no capital first, no full stop last."""
    slots = set(re.findall(r"\{(\w+)\}", RULES[code].message + RULES[code].remedy))
    facts = tuple((slot, "x") for slot in sorted(slots))
    finding = Finding(code=code, severity=RULES[code].severity, steps=("blocks", 0), facts=facts)

    for said in (finding.message(lang=lang), finding.remedy(lang=lang)):
        assert "{" not in said
        assert not said.endswith(".")
        assert said[0] == said[0].lower()
