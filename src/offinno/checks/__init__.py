"""The linter for factsheets: what a sheet says, held against what its figures are.

A constructor refuses what cannot be true; a rule finds what will be misread: a headline that
names municipalities where workplaces were counted, a difference that the verdict forbids, an
amount without a currency. Each rule is a small pure function with a code and a severity, listed
in one table; each finding holds facts and a place, and is put into words in Bokmål, Nynorsk or
English when somebody reads it.

This package draws nothing, reads no file and changes no sheet.
"""

from offinno.checks._check import check
from offinno.checks._finding import Finding
from offinno.checks._found import Fact, Facts
from offinno.checks._report import Report
from offinno.checks._rule import Rule, Severity
from offinno.checks._table import RULES
from offinno.exceptions import Steps

__all__ = ["RULES", "Fact", "Facts", "Finding", "Report", "Rule", "Severity", "Steps", "check"]
