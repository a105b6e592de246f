"""Numbers and sentences in Bokmål, Nynorsk and English: one figure, one wording, everywhere.

Axis, table, sentence, alt text and page take their text from here. Facts come in, text goes out;
nothing here computes a figure, knows a page or draws a picture. Babel is used here and nowhere
else: names of territories, months and currencies, lists, plurals, and the reading of message
catalogues. Words of scale, qualifier, per cent and currency come from `offinno.language.lexicon`,
by which published numbers are also read.

How numbers are written
    Decimal comma in Norwegian, point in English. Groups of three from five digits on, parted by
    U+00A0 in every language; four digits stand together. Minus is U+2212. ``48 %`` has a
    no-break space in Norwegian; English writes ``48%``, as the official statistics of Britain
    do, and puts the currency behind the number (``600 billion NOK``). In prose and speech per
    cent is a word. Whatever `value_text` writes, `offinno.values.parse_published` reads back in
    the same language. The one exception: behind an amount in constant prices stands their year,
    ``(2015-priser)``; the parser refuses a second number, and so never misreads it.

How messages are translated
    `message` looks up the English text in the catalogue of the language. To add one, in any
    package that may import this one:

    1. write ``message("{low} to {high}", lang=lang, low=…, high=…)`` with the English text as a
       literal; facts are plain text, so word a number with `number_text` first;
       ``message_plural("{n} figure", "{n} figures", n, lang=lang)`` chooses by number; a text
       that stands in a table and is looked up later is wrapped in ``marked("…")`` or
       ``marked_plural("…", "…")``;
    2. add an entry to ``_locale/nb/offinno.po`` and ``_locale/nn/offinno.po``, below the comment
       that names the package, with the same slots.

    A test compares the sources of the whole library with both catalogues: a message that is
    missing, unused, fuzzy or has other slots fails it, and the failure prints the entry to add.
    Nothing is compiled or generated.
"""

from offinno.wording._areas import area_text, in_area
from offinno.wording._catalogue import marked, marked_plural, message, message_plural
from offinno.wording._changes import change_text, thing_text
from offinno.wording._differences import difference_text, ratio_text
from offinno.wording._errors import MissingFact, NoFraction, NoReference, Unsayable
from offinno.wording._facts import facts_text
from offinno.wording._fractions import filled, fraction_text
from offinno.wording._intervals import interval_text
from offinno.wording._lineage import Branch, lineage_text, lineage_titles, lineage_tree
from offinno.wording._locales import MINUS, NBSP, capitalised, full_stop, listed
from offinno.wording._missing import missing_text
from offinno.wording._names import Named, name_text, verdict_text
from offinno.wording._numbers import Scaled, approximate, common_power, number_text
from offinno.wording._periods import deadline_text, period_text, year_text
from offinno.wording._populations import limits_text, population_text, sample_text, terms_text
from offinno.wording._prose import fill
from offinno.wording._reasons import comparison_text, member_text, reason_text, reasons_text
from offinno.wording._say import say
from offinno.wording._sentences import datum_text
from offinno.wording._sources import SourceForm, source_line, source_text
from offinno.wording._surveys import margin_text
from offinno.wording._units import (
    UnitForm,
    currency_word,
    percent,
    prices_text,
    scale_word,
    term_text,
    unit_text,
)
from offinno.wording._values import (
    ValueForm,
    aligned_text,
    labels_text,
    phrase,
    value_text,
)
from offinno.wording._vega import TickFormat, tick_format, vega_locale, vega_time_locale
from offinno.wording._yearly import yearly_text

__all__ = [
    "MINUS",
    "NBSP",
    "Branch",
    "MissingFact",
    "Named",
    "NoFraction",
    "NoReference",
    "Scaled",
    "SourceForm",
    "TickFormat",
    "UnitForm",
    "Unsayable",
    "ValueForm",
    "aligned_text",
    "approximate",
    "area_text",
    "capitalised",
    "change_text",
    "common_power",
    "comparison_text",
    "currency_word",
    "datum_text",
    "deadline_text",
    "difference_text",
    "facts_text",
    "fill",
    "filled",
    "fraction_text",
    "full_stop",
    "in_area",
    "interval_text",
    "labels_text",
    "limits_text",
    "lineage_text",
    "lineage_titles",
    "lineage_tree",
    "listed",
    "margin_text",
    "marked",
    "marked_plural",
    "member_text",
    "message",
    "message_plural",
    "missing_text",
    "name_text",
    "number_text",
    "percent",
    "period_text",
    "phrase",
    "population_text",
    "prices_text",
    "ratio_text",
    "reason_text",
    "reasons_text",
    "sample_text",
    "say",
    "scale_word",
    "source_line",
    "source_text",
    "term_text",
    "terms_text",
    "thing_text",
    "tick_format",
    "unit_text",
    "value_text",
    "vega_locale",
    "vega_time_locale",
    "verdict_text",
    "year_text",
    "yearly_text",
]
