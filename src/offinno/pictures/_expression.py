"""Which of Vega's expressions are drawn: short ones that call known, harmless functions.

An expression runs in the drawing engine. A regular expression or a long sequence can keep it
busy for ever, and what depends on chance, the clock or the screen gives another picture each
time. What is allowed is therefore listed; whatever is not listed is refused.
"""

import re
from typing import Final

from offinno.pictures._text import unsafe_character

_FUNCTIONS = """
    isArray isBoolean isDate isDefined isNumber isObject isString isValid isNaN isFinite
    toBoolean toDate toNumber toString if
    abs ceil clamp exp floor hypot log max min pow round sign sqrt trunc
    datetime date day dayofyear year quarter month week hours minutes seconds milliseconds time
    utc utcdate utcday utcdayofyear utcyear utcquarter utcmonth utcweek utchours utcminutes
    utcseconds utcmilliseconds timeOffset utcOffset
    dayFormat dayAbbrevFormat monthFormat monthAbbrevFormat format timeFormat utcFormat
    extent indexof inrange join lastindexof length lerp peek reverse slice span
    lower upper substring trim truncate split replace parseFloat parseInt
    rgb hsl lab hcl luminance contrast
    scale domain range bandwidth
"""

#: How many characters an expression may have.
LONGEST_EXPRESSION: Final = 2_000

#: The functions that an expression may call.
FUNCTIONS: Final = frozenset(_FUNCTIONS.split())

_TOKEN: Final = re.compile(
    r"""
    (?P<blank>\s+)
  | (?P<name>[^\W\d][\w$]*|\$[\w$]*)
  | (?P<number>0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
  | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
  | (?P<mark>===|!==|==|!=|<=|>=|&&|\|\||[-+*/%<>!&|^~?:,.()\[\]{}])
    """,
    re.VERBOSE,
)

_ESCAPE: Final = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([^xu0-9]))")


def expression_fault(expression: str) -> str | None:
    """Return what is wrong with *expression*, or None.

    >>> expression_fault("datum.value > 3 ? round(datum.value) : 'few'")
    >>> expression_fault("length(sequence(0, 1e9))")
    "a call of 'sequence'"
    """
    if len(expression) > LONGEST_EXPRESSION:
        return f"an expression of {len(expression)} characters"
    before, owner = "", ""
    position = 0
    while position < len(expression):
        token = _TOKEN.match(expression, position)
        if token is None:
            return f"{expression[position]!r} in an expression"
        position = token.end()
        if token.lastgroup == "blank":
            continue
        if fault := _token_fault(token, before, owner):
            return fault
        before, owner = token[0], before
    return None


def _token_fault(token: re.Match[str], before: str, owner: str) -> str | None:
    """Return what is wrong with *token* after *before*, which stands after *owner*."""
    if token.lastgroup == "text":
        return _text_fault(token[0])
    if token[0] == "(" and _is_operand(before) and (before not in FUNCTIONS or owner == "."):
        return f"a call of {before!r}"
    if token[0] == "/" and not _is_operand(before):
        return "a regular expression"
    return None


def _is_operand(token: str) -> bool:
    """Say whether a value ends with *token*, so that a bracket after it is a call."""
    return bool(token) and (token[-1] in ")]}\"'$_" or token[-1].isalnum() or token[-1] == ".")


def _text_fault(literal: str) -> str | None:
    """Return what is wrong with a text in quotes."""
    body = literal[1:-1]
    if "\\" in _ESCAPE.sub("", body):
        return f"an escape in {literal!r}"
    unsafe = unsafe_character(_ESCAPE.sub(_unescaped, body))
    return f"{unsafe} in {literal!r}" if unsafe else None


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else ""
