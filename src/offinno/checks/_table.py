"""All rules in the order of their codes: the one table that linter, docs and tests read."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from offinno.checks import (
    _alt,
    _claims,
    _comparisons,
    _lineage,
    _meaning,
    _money,
    _notes,
    _printed,
    _sources,
    _texts,
    _time,
)
from offinno.checks._rule import Checker, Rule
from offinno.exceptions import UnknownName

_CHECKERS: Final = (
    _sources.figure_without_source,
    _sources.source_not_traceable,
    _sources.printed_only,
    _sources.derived_without_lineage,
    _sources.lineage_without_source,
    _sources.disputed_without_saying,
    _lineage.working_off,
    _lineage.input_differs,
    _lineage.input_outdated,
    _meaning.currency_not_stated,
    _meaning.population_not_stated,
    _meaning.unit_of_count,
    _meaning.whole_not_population,
    _meaning.base_not_stated,
    _meaning.wholes_mixed,
    _meaning.quoted_unit_of_count,
    _printed.ratio_drawn_as_part,
    _printed.ratio_worded_as_part,
    _printed.printed_wording_off,
    _printed.forms_mixed,
    _money.money_kind_not_stated,
    _money.money_kinds_mixed,
    _money.applications_beside_money,
    _time.period_not_stated,
    _time.relative_time,
    _time.data_older_than_edition,
    _time.windows_differ,
    _comparisons.unlike_side_by_side,
    _comparisons.member_set_apart,
    _comparisons.headline_beyond_verdict,
    _comparisons.margin_not_stated,
    _claims.claim_without_figures,
    _claims.two_scopes,
    _claims.causal_wording,
    _texts.unbound_number,
    _texts.translation_missing,
    _notes.note_never_shown,
    _notes.note_without_figure,
    _notes.missing_drawn,
    _texts.one_text_for_all_languages,
    _alt.alt_too_long,
    _alt.alt_repeats_headline,
    _alt.alt_without_extremes,
    _alt.alt_says_picture,
)

#: Every rule by its code. OFF1xx: sources; 2xx: meaning; 3xx: time; 4xx: comparison; 5xx: showing;
#: 6xx: telling those who do not see it.
RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {checker.rule.code: checker.rule for checker in _CHECKERS}
)


def chosen(select: Iterable[str], ignore: Iterable[str]) -> tuple[Checker, ...]:
    """Return the rules named by *select*, all if it names none, less those named by *ignore*.

    A name is a code, the beginning of codes such as ``OFF2``, or the name of a rule.

    Raises:
        UnknownName: If a name is that of no rule.

    >>> [checker.rule.code for checker in chosen(["OFF50"], ["translation-missing"])]
    ['OFF501', 'OFF503', 'OFF504', 'OFF505', 'OFF506']
    """
    dropped = {code for name in ignore for code in _codes(name)}
    kept = {code for name in select for code in _codes(name)} or set(RULES)
    return tuple(checker for checker in _CHECKERS if checker.rule.code in kept - dropped)


def _codes(name: str) -> tuple[str, ...]:
    """Return the codes of the rules that *name* names."""
    found = tuple(
        rule.code
        for rule in RULES.values()
        if name == rule.name or (name.startswith("OFF") and rule.code.startswith(name))
    )
    if not found:
        raise UnknownName("rule", name, (*RULES, *(rule.name for rule in RULES.values())))
    return found
