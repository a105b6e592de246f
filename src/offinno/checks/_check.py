"""The linter: every rule on one sheet."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import attrs

from offinno.checks._finding import Finding
from offinno.checks._found import Found
from offinno.checks._report import Report
from offinno.checks._rule import Rule
from offinno.checks._table import chosen
from offinno.checks._view import View
from offinno.io import Places
from offinno.model import Factsheet

if TYPE_CHECKING:
    from offinno.exceptions import Steps

#: The key that a sheet stands under in a file.
_ROOT: Final = "factsheet"

#: The tag of a text that is plain in the file, and so no step in it.
_PLAIN: Final = "und"


def check(
    sheet: Factsheet,
    *,
    places: Places | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Report:
    """Look for faults in *sheet* that no constructor can see: what it says against what it holds.

    The sheet is not changed, and the same sheet always gives the same report.

    Args:
        sheet: The sheet.
        places: Where in its file each piece of it stands, as `offinno.io.read` gives it.
        select: Codes, beginnings of codes or names of the rules to run; all if none is named.
        ignore: The rules not to run, in the same way.

    Raises:
        UnknownName: If *select* or *ignore* names no rule.

    >>> from offinno.model import Factsheet, Prose
    >>> sheet = Factsheet(key="s", title="S", blocks=[Prose(text={"nb": "3 av 4 kommuner"})])
    >>> [(finding.code, finding.path) for finding in check(sheet, select=["OFF501"])]
    [('OFF501', 'blocks[0].text.nb')]
    """
    view = View(sheet)
    findings = (
        _placed(checker.rule, found, places)
        for checker in chosen(select, ignore)
        for found in checker.look(view)
    )
    return Report(sorted(findings, key=_order))


def _placed(rule: Rule, found: Found, places: Places | None) -> Finding:
    """Return what a rule has found as a finding, with its line and column where they are known."""
    steps = found.steps[:-1] if found.steps[-1] == _PLAIN else found.steps
    line = column = None
    if places is not None:
        root: Steps = (_ROOT,) if (_ROOT,) in places else ()
        spot = places.nearest((*root, *steps)).value
        line, column = spot.line, spot.column
    return Finding(
        code=rule.code,
        severity=rule.severity,
        steps=steps,
        line=line,
        column=column,
        facts=found.facts,
    )


_FIELDS: Final = tuple(field.name for field in attrs.fields(Factsheet))


def _order(finding: Finding) -> tuple[object, ...]:
    """Return what sorts findings by their place in the file, else in the sheet."""
    field, *rest = finding.steps
    place = finding.line or 0, finding.column or 0, _FIELDS.index(str(field))
    return *place, [(isinstance(step, str), str(step).zfill(9)) for step in rest], finding.code
