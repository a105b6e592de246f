"""Which expressions are drawn."""

import time

import pytest

from offinno.pictures._expression import LONGEST_EXPRESSION, expression_fault

HARMLESS = [
    "datum.value",
    "datum['a b'] > 3 && !isValid(datum.b)",
    "(datum.a + datum.b) / 2 / 3",
    "datum.a[0] / datum.b / .5 / 1e3 / 0x10 / 'x' / (1)",
    'datum.label === "Sør-Trøndelag" ? 1 : 0',
    r"datum.label == 'it\'s \\ \n \xa0 \u00e5'",
    "if(datum.a, format(datum.a, '.1f'), '')",
    "round (datum.a)",
    "replace(datum.label, 'a', 'b')",
    "{a: 1}.a + [1, 2][0]",
    "min(width, max(height, 3)) | ~1 ^ 2 & 3",
    "(1 + (2))",
    "param_1.x",
    "datum.sequence + datum.test",
    "",
]

HARMFUL = {
    "length(sequence(0, 1e9))": "a call of 'sequence'",
    "pad('x', 1e5, 'y')": "a call of 'pad'",
    "repeat('x', 1e9)": "a call of 'repeat'",
    "test(datum.a, 'b')": "a call of 'test'",
    "regexp('(a+)+$')": "a call of 'regexp'",
    "random()": "a call of 'random'",
    "now()": "a call of 'now'",
    "data('x')": "a call of 'data'",
    "warn(datum)": "a call of 'warn'",
    "sequence\u00a0(0, 1)": "a call of 'sequence'",
    "(sequence)(0, 1e9)": "a call of ')'",
    "[sequence][0](0, 1e9)": "a call of ']'",
    "datum.round(1)": "a call of 'round'",
    "datum . round (1)": "a call of 'round'",
    "'a'('b')": "a call of \"'a'\"",
    "1(2)": "a call of '1'",
    "å(2)": "a call of 'å'",
    "replace(datum.a, /(a+)+$/, '')": "a regular expression",
    "/a/": "a regular expression",
    "1 + /a/": "a regular expression",
    "1 // 2": "a regular expression",
    "seq\\u0075ence(0, 1)": "'\\\\' in an expression",
    "`x`": "'`' in an expression",
    "'a": '"\'" in an expression',
    "a; b": "';' in an expression",
    "a = b": "'=' in an expression",
    "round\ufeff(1)": "'\\ufeff' in an expression",
    r"'\u202e'": "the character U+202E in",
    r"'\x01'": "the character U+0001 in",
    r"'\u{41}'": "an escape",
    r"'\01'": "an escape",
    "1" * (LONGEST_EXPRESSION + 1): "an expression of 2001 characters",
}


@pytest.mark.parametrize("expression", HARMLESS)
def test_a_harmless_expression_has_no_fault(expression: str) -> None:
    """Fields, operators and listed functions are drawn."""
    assert expression_fault(expression) is None


@pytest.mark.parametrize("expression", HARMFUL, ids=lambda text: ascii(text)[:30])
def test_a_harmful_expression_has_a_fault(expression: str) -> None:
    """Whatever is not listed, searches by pattern, or hides, is named."""
    fault = expression_fault(expression)

    assert fault is not None
    assert fault.startswith(HARMFUL[expression])


@pytest.mark.parametrize("unit", ["(", "'", "\\", "'\\", "a ", "1e", "/", '"\\x', "a.b("])
def test_looking_takes_no_time(unit: str) -> None:
    """No text of the longest length keeps the check busy."""
    expression = unit * (LONGEST_EXPRESSION // len(unit))
    begun = time.process_time()
    expression_fault(expression)

    assert time.process_time() - begun < 1
