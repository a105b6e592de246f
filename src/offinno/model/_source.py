"""Where a figure comes from."""

from typing import Any, Final, final

import attrs

from offinno.language import Text
from offinno.model._checks import (
    Contradiction,
    checked_key,
    checked_url,
    optional_url,
    optional_words,
    optionally_worded,
    worded,
)
from offinno.model._periods import optional_period
from offinno.model._typed import Typed
from offinno.values import Period, PeriodForm

_DATED: Final = {PeriodForm.DATE: 3, PeriodForm.MONTH: 2, PeriodForm.YEAR: 1}


@final
@attrs.frozen(kw_only=True)
class Link(Typed):
    """A labelled address.

    Raises:
        UnsafeLink: If a page must not link to the address.

    >>> Link(label={"en": "Statistics Norway"}, url="https://www.ssb.no").url
    'https://www.ssb.no'
    """

    #: What stands on the page.
    label: Text = attrs.field(converter=worded)
    #: Where it leads: http, https, doi or mailto.
    url: str = attrs.field(converter=checked_url)


@final
@attrs.frozen(kw_only=True)
class Source(Typed):
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
    publisher: Text = attrs.field(converter=worded)
    #: Its title, in the language it was published in.
    title: Text = attrs.field(converter=worded)
    #: When it was published.
    published: Period | None = attrs.field(default=None, converter=optional_period)
    #: Where it is.
    url: str | None = attrs.field(default=None, converter=optional_url)
    #: Page, table, chapter or figure in it.
    locator: str | None = attrs.field(default=None, converter=optional_words)
    #: The day it was read.
    retrieved: Period | None = attrs.field(default=None, converter=optional_period)
    #: SPDX identifier or name of its licence.
    licence: str | None = attrs.field(default=None, converter=optional_words)
    #: What a reader should know about it.
    note: Text | None = attrs.field(default=None, converter=optionally_worded)

    def __attrs_post_init__(self) -> None:
        """Check the day it was read."""
        super().__attrs_post_init__()
        day = self.retrieved
        if day is not None and not (day.form is PeriodForm.DATE and day.known):
            raise Contradiction(f"source {self.key!r}", "the day of retrieval must be a date")

    def to_csl(self) -> dict[str, Any]:
        """Return the source as one item of CSL JSON, for reference managers.

        Dates of other forms than day, month and year are written as literal text.

        >>> Source(key="a", publisher="A", title="B", url="doi:10.1000/182").to_csl()["DOI"]
        '10.1000/182'
        """
        item: dict[str, Any] = {
            "id": self.key,
            "type": "document",
            "title": self.title.in_("nb"),
            "publisher": self.publisher.in_("nb"),
        }
        item |= {} if self.url is None else _csl_address(self.url)
        fields = {"section": self.locator, "license": self.licence}
        item |= {name: value for name, value in fields.items() if value is not None}
        dates = {"issued": self.published, "accessed": self.retrieved}
        item |= {name: _csl_date(day) for name, day in dates.items() if day is not None}
        if self.note is not None:
            item["note"] = self.note.in_("nb")
        return item


def _csl_address(url: str) -> dict[str, str]:
    """Return *url* in the field that CSL JSON has for it."""
    scheme, _, rest = url.partition(":")
    return {"DOI": rest} if scheme.lower() == "doi" else {"URL": url}


def _csl_date(period: Period) -> dict[str, Any]:
    """Return *period* as a date of CSL JSON."""
    if (parts := _DATED.get(period.form)) and period.start is not None:
        day = period.start
        return {"date-parts": [[day.year, day.month, day.day][:parts]]}
    return {"literal": period.text}
