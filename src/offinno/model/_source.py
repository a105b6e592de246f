"""Where a figure comes from."""

from typing import Any, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.language import Text, optional_text, text_of
from offinno.model._checks import Contradiction, checked_key, checked_url, optional_url
from offinno.values import Period, PeriodForm

_DATED: Final = {PeriodForm.DATE: 3, PeriodForm.MONTH: 2, PeriodForm.YEAR: 1}


def period_of(given: "str | int | Period") -> Period:
    """Return *given* as a period."""
    return given if isinstance(given, Period) else Period(given)


def optional_period(given: "str | int | Period | None") -> Period | None:
    """Return *given* as a period, where there is one."""
    return None if given is None else period_of(given)


@final
@attrs.frozen(kw_only=True)
class Link(Frozen):
    """A labelled address.

    Raises:
        UnsafeLink: If a page must not link to the address.

    >>> Link(label={"en": "Statistics Norway"}, url="https://www.ssb.no").url
    'https://www.ssb.no'
    """

    #: What stands on the page.
    label: Text = attrs.field(converter=text_of)
    #: Where it leads: http, https, doi or mailto.
    url: str = attrs.field(converter=checked_url)


@final
@attrs.frozen(kw_only=True)
class Source(Frozen):
    """A publication, table or data set that figures were read in.

    Raises:
        UnsafeLink: If a page must not link to its address.
        Contradiction: If it was retrieved on something else than a day.

    >>> source = Source(key="ks", publisher="KS", title="Innovasjonsbarometeret", published=2018)
    >>> source.to_csl()["issued"]
    {'date-parts': [[2018]]}
    """

    #: Stable key.
    key: str = attrs.field(converter=checked_key)
    #: Who published it.
    publisher: Text = attrs.field(converter=text_of)
    #: Its title, in the language it was published in.
    title: Text = attrs.field(converter=text_of)
    #: When it was published.
    published: Period | None = attrs.field(default=None, converter=optional_period)
    #: Where it is.
    url: str | None = attrs.field(default=None, converter=optional_url)
    #: Page, table, chapter or figure in it.
    locator: str | None = None
    #: The day it was read.
    retrieved: Period | None = attrs.field(default=None, converter=optional_period)
    #: SPDX identifier or name of its licence.
    licence: str | None = None
    #: What a reader should know about it.
    note: Text | None = attrs.field(default=None, converter=optional_text)

    def __attrs_post_init__(self) -> None:
        """Check the day it was read."""
        if self.retrieved is not None and self.retrieved.form is not PeriodForm.DATE:
            raise Contradiction(f"source {self.key!r}", "the day of retrieval must be a date")

    def to_csl(self) -> dict[str, Any]:
        """Return the source as one item of CSL JSON, for reference managers.

        Dates of other forms than day, month and year are written as literal text.
        """
        item: dict[str, Any] = {
            "id": self.key,
            "type": "document",
            "title": self.title.in_("nb"),
            "publisher": self.publisher.in_("nb"),
        }
        fields = {"URL": self.url, "section": self.locator, "license": self.licence}
        item |= {name: value for name, value in fields.items() if value is not None}
        dates = {"issued": self.published, "accessed": self.retrieved}
        item |= {name: _csl_date(day) for name, day in dates.items() if day is not None}
        if self.note is not None:
            item["note"] = self.note.in_("nb")
        return item


def _csl_date(period: Period) -> dict[str, Any]:
    """Return *period* as a date of CSL JSON."""
    if (parts := _DATED.get(period.form)) and period.start is not None:
        day = period.start
        return {"date-parts": [[day.year, day.month, day.day][:parts]]}
    return {"literal": period.text}
