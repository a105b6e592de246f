"""One fault of a sheet: facts and a place; the sentence is made when somebody reads it."""

from decimal import Decimal
from typing import final

import attrs

from offinno._frozen import Frozen
from offinno.checks._found import Facts
from offinno.checks._rule import Severity
from offinno.checks._table import RULES
from offinno.exceptions import Steps, path_text
from offinno.language import Lang
from offinno.model import Form, Reason
from offinno.wording import listed, message, number_text, reasons_text, say


@final
@attrs.frozen(kw_only=True)
class Finding(Frozen):
    """What a rule has found in a sheet, and where.

    Findings hold facts and no sentence; two of them are equal when rule, place and facts are.
    """

    #: Code of the rule, such as ``OFF203``.
    code: str
    #: How much it matters.
    severity: Severity
    #: Where, from the sheet down: fields, keys, and positions from 0.
    steps: Steps
    #: The line in the file, from 1; None where the file is not known.
    line: int | None = attrs.field(default=None, eq=False)
    #: The column in the file, from 1; None where the file is not known.
    column: int | None = attrs.field(default=None, eq=False)
    #: What the message has slots for, by name.
    facts: tuple[tuple[str, Facts], ...] = attrs.field(default=(), repr=False)

    @property
    def name(self) -> str:
        """Name of the rule, such as ``unit-of-count``."""
        return RULES[self.code].name

    @property
    def path(self) -> str:
        """Where, as text, such as ``blocks[3].headline.nb``."""
        return path_text(self.steps)

    def message(self, *, lang: Lang = "en") -> str:
        """Return what is wrong, in *lang*."""
        return message(RULES[self.code].message, lang=lang, **self._worded(lang))

    def remedy(self, *, lang: Lang = "en") -> str:
        """Return what to do about it, in *lang*."""
        return message(RULES[self.code].remedy, lang=lang, **self._worded(lang))

    def _worded(self, lang: Lang) -> dict[str, str]:
        """Return the facts in words."""
        return {name: worded(fact, lang=lang) for name, fact in self.facts}

    def __str__(self) -> str:
        """Return place, code and message for developers."""
        place = "" if self.line is None else f":{self.line}:{self.column}"
        return f"{self.path}{place} {self.code} {self.message()}"


def worded(fact: Facts, *, lang: Lang) -> str:
    """Return what fills a slot of a message, in words.

    >>> worded(("nn", 1786), lang="nb")
    'nn og 1786'
    """
    match fact:
        case str():
            return fact
        case int() | Decimal():
            return number_text(Decimal(fact), lang=lang)
        case tuple():
            reasons = [part for part in fact if isinstance(part, Reason)]
            others = [worded(part, lang=lang) for part in fact if not isinstance(part, Reason)]
            return "; ".join((*reasons_text(reasons, lang=lang), *_list(others, lang)))
        case _:
            return say(fact, lang=lang, form=Form.VALUE)


def _list(items: list[str], lang: Lang) -> tuple[str, ...]:
    """Return *items* as one list in a sentence, if there are any."""
    return (listed(items, lang=lang),) if items else ()
