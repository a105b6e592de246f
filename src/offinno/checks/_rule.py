"""What a rule is: a code, a name, a severity, two messages, and a pure function that looks."""

import re
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.checks._found import Found
from offinno.checks._view import View

_CODE: Final = re.compile(r"OFF[1-9][0-9]{2}")


@final
class Severity(Enum):
    """How much a finding matters; the first is the worst."""

    #: The sheet says what its figures do not: it must not be published like this.
    BLOCKER = "blocker"
    #: A reader will miss something, or take it for something else.
    WARNING = "warning"
    #: Worth a look; it may be right as it stands.
    HINT = "hint"

    def __str__(self) -> str:
        return self.value


@final
@attrs.frozen(kw_only=True)
class Rule(Frozen):
    """One thing that the linter looks for, as its documentation lists it."""

    #: Its code, which never changes: ``OFF``, the group, and a number in it.
    code: str = attrs.field(validator=attrs.validators.matches_re(_CODE))
    #: Its name in kebab-case.
    name: str
    #: How much it matters.
    severity: Severity
    #: What it finds, in one English sentence.
    summary: str
    #: The message of a finding: English, with a slot for each fact.
    message: str = attrs.field(repr=False)
    #: What to do about it, in the same form.
    remedy: str = attrs.field(repr=False)


@final
@attrs.frozen
class Checker:
    """A rule with the function that looks for it.

    The function gets what a sheet holds and shows, and yields what it finds. It knows no language
    and no file, and it changes nothing.
    """

    #: The rule.
    rule: Rule
    #: The function.
    find: Callable[[View], Iterable[Found]]

    def look(self, view: View) -> tuple[Found, ...]:
        """Return what there is to find in *view*, each thing once."""
        return tuple(dict.fromkeys(self.find(view)))


def rule(
    code: str, severity: Severity, *, message: str, remedy: str
) -> Callable[[Callable[[View], Iterable[Found]]], Checker]:
    """Return a decorator that makes a rule of the function that looks for it.

    The name of the rule is that of the function, its summary the first line of the docstring.
    """

    def made(find: Callable[[View], Iterable[Found]]) -> Checker:
        """Return the rule with *find*."""
        summary, _, _ = (find.__doc__ or "").partition("\n")
        name = find.__name__.replace("_", "-")
        return Checker(
            Rule(
                code=code,
                name=name,
                severity=severity,
                summary=summary,
                message=message,
                remedy=remedy,
            ),
            find,
        )

    return made
