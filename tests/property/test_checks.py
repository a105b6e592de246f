"""Laws of the linter: it takes any sheet, says each thing once, where it is, and in words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.checks import RULES, Finding, Report, check
from offinno.io import dumps
from offinno.io._compose import read_yaml
from offinno.language import LANGUAGES, Lang
from offinno.model import Factsheet
from offinno.testing import factsheets

#: A whole sheet takes long to make, so fewer of them are made than of small things.
FEWER = settings(max_examples=settings().max_examples // 3)


@FEWER
@given(factsheets(), st.sampled_from(list(RULES)), st.sampled_from(LANGUAGES))
def test_any_sheet_can_be_checked(sheet: Factsheet, code: str, lang: Lang) -> None:
    """Whatever a sheet holds, the report obeys the laws."""
    report = check(sheet)

    assert report == check(sheet)
    assert is_said_once_and_in_words(report, lang)
    assert has_places(sheet)
    assert [f for f in report if f.code == code] == list(check(sheet, select=[code]))
    assert [f for f in report if f.code != code] == list(check(sheet, ignore=[code]))


def is_said_once_and_in_words(report: Report, lang: Lang) -> bool:
    """Return whether no finding stands twice, and each has message and remedy."""
    once = len(report) == len({(f.code, f.steps, f.facts) for f in report})
    return once and all(f.message(lang=lang) and f.remedy(lang=lang) for f in report)


def has_places(sheet: Factsheet) -> bool:
    """Return whether each finding stands at a node of the file that holds *sheet*."""
    places = read_yaml(dumps(sheet).encode(), name="sheet.yaml").places

    def has_place(finding: Finding) -> bool:
        return ("factsheet", *finding.steps[:2]) in places and finding.line is not None

    return all(map(has_place, check(sheet, places=places)))
