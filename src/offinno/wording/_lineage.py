"""How a figure was computed, in words: as one line, and as a tree of what went in."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.datasets import series, series_names
from offinno.exceptions import OffinnoError
from offinno.language import Lang, Text, vocabulary
from offinno.model import Derivation, Dropped, Factsheet, Indicator, Input, Measuring, Method
from offinno.model._steps import STEP
from offinno.units import Change, Money, Per, Unit
from offinno.values import Period, PeriodForm
from offinno.wording._areas import area_text
from offinno.wording._catalogue import marked, message, message_plural
from offinno.wording._locales import listed
from offinno.wording._periods import period_text
from offinno.wording._sources import source_text
from offinno.wording._values import value_text

#: The signs between the figures that go into one; the last of them stands before all that follow.
_SIGNS: Final[Mapping[Method, tuple[str, ...]]] = MappingProxyType(
    {
        Method.SUM: (" + ",),
        Method.DIFFERENCE: (" − ",),
        Method.PRODUCT: (" × ",),
        Method.QUOTIENT: (" ÷ ",),
        Method.EXCHANGE: (" × ",),
        Method.RELATIVE: (" ÷ ",),
        Method.PER: (" ÷ ",),
        Method.REBASE: (" ÷ ",),
        Method.GROWTH: (" ÷ ",),
        Method.COMPOUND: (" × ",),
        Method.DEFLATION: (" × ", " ÷ "),
        Method.CHAIN: (" × ", " ÷ "),
    }
)
#: What stands behind a calculation of a relative change.
_LESS_ONE: Final = " − 1"
#: What a calculation is called where it is more than one.
_CALLED: Final[Mapping[Method, str]] = MappingProxyType(
    {
        Method.DEFLATION: marked("converted to constant prices: {calculation}"),
        Method.REBASE: marked("converted to another base period: {calculation}"),
        Method.GROWTH: marked("relative change: {calculation}"),
        Method.COMPOUND: marked("relative changes composed: {calculation}"),
        Method.CHAIN: marked("chained: {calculation}"),
    }
)
_CALCULATED: Final = marked("computed as {calculation}")

#: Methods of which a list is told where it is no calculation, as a part is lacking.
_LISTED: Final[Mapping[Method, str]] = MappingProxyType(
    {
        Method.DEFLATION: marked("converted to constant prices from {inputs}"),
        Method.REBASE: marked("converted to another base period from {inputs}"),
        Method.GROWTH: marked("relative change between {inputs}"),
        Method.CHAIN: marked("chained from {inputs}"),
        Method.AGGREGATE: marked("aggregated from {inputs}"),
    }
)

#: How many figures of one computation a tree has a line for; of more, for the first and the last.
_BRANCHES: Final = 24
#: Why an interval was left behind.
_WHY_DROPPED: Final[Mapping[Dropped, str]] = MappingProxyType(
    {
        Dropped.BOTH: marked("both figures are uncertain"),
        Dropped.SAMPLE: marked("how uncertain the other figure is has not been stated"),
        Dropped.QUALIFIED: marked("the other figure is not exact"),
        Dropped.ZERO: marked("what is divided by may be zero"),
        Dropped.BOUNDS: marked("it would leave 0 to 100 per cent"),
        Dropped.PARTS: marked("how the errors of the parts hang together is not known"),
    }
)

#: How many figures are worked out in words; of more, the first and the last are.
_MOST: Final = 6
#: How many computations stand one in the other in one line, and in a tree.
_IN_LINE: Final = 2
_IN_TREE: Final = 6

#: Puts what went in into words.
_Word = Callable[[Input], str]


@final
@attrs.frozen
class Branch(Frozen):
    """A step of a computation in words, with what went into it."""

    #: What it says, in one line.
    text: str
    #: What went in, each with what went into that.
    branches: tuple["Branch", ...] = ()

    def lines(self, *, depth: int = 0) -> Iterator[tuple[int, str]]:
        """Return all lines from the top, each with how deep it stands."""
        yield depth, self.text
        for branch in self.branches:
            yield from branch.lines(depth=depth + 1)


def lineage_text(derivation: Derivation, *, lang: Lang) -> str:
    r"""Return how a figure was computed: the calculation with its inputs, and what was decided.

    An input that was computed itself says how in brackets; what lies deeper is left to
    `lineage_tree`. Of a long series or list the first and the last are told.

    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> amount = Input(figure="grants", value=Value("18.1E6", parse_unit("EUR")))
    >>> rate = Input(figure="rate", value=Value("9.8511", parse_unit("NOK / EUR")), period=2019)
    >>> lineage_text(Derivation(method=Method.EXCHANGE, inputs=(amount, rate)), lang="en")
    'computed as 18.1\xa0million\xa0EUR × 9.8511\xa0NOK per EUR (2019)'
    """
    return _line(derivation, lang, _IN_LINE)


def lineage_tree(
    derivation: Derivation, *, lang: Lang, titles: Mapping[str, Text] = MappingProxyType({})
) -> Branch:
    r"""Return how a figure was computed as a tree: the calculation, and below it what went in.

    Args:
        derivation: How it was computed.
        lang: The language.
        titles: What the figures that went in are called, by their keys, and their categories, by
            names such as ``projects[kind=new]``; `lineage_titles` finds them.

    >>> from offinno.language import text_of
    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> amount = Input(figure="grants", value=Value("18.1E6", parse_unit("EUR")))
    >>> rate = Input(figure="rate", value=Value("9.8511", parse_unit("NOK / EUR")), period=2019)
    >>> derivation = Derivation(method=Method.EXCHANGE, inputs=(amount, rate))
    >>> tree = lineage_tree(derivation, lang="en", titles={"grants": text_of("Grants")})
    >>> tree.text
    'computed as 18.1\xa0million\xa0EUR × 9.8511\xa0NOK per EUR'
    >>> [branch.text for branch in tree.branches]
    ['18.1\xa0million\xa0EUR: Grants', '9.8511\xa0NOK per EUR: 2019']
    """
    return _tree(derivation, lang, titles, _IN_TREE)


def lineage_titles(derivation: Derivation, sheet: Factsheet) -> Mapping[str, Text]:
    """Return what the figures that went in are called: on the sheet, or in the catalogue.

    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> index = Input(figure="cpi", value=Value("80.4", parse_unit("index 2025=100")))
    >>> derivation = Derivation(method=Method.REBASE, inputs=(index, index))
    >>> sheet = Factsheet(key="small", title="Small")
    >>> lineage_titles(derivation, sheet)["cpi"].in_("en")
    'Consumer price index'
    """
    own = {indicator.key: indicator for indicator in sheet.indicators}
    keys = dict.fromkeys(given.figure for given in _inputs(derivation))
    known = set(series_names()).intersection(keys).difference(own)
    found = (_catalogued(key) if key in known else own.get(key) for key in keys)
    return {name: text for one in found if one is not None for name, text in _labels(one)}


def _labels(indicator: Indicator) -> Iterator[tuple[str, Text]]:
    """Return what an indicator and its categories are called, by their names."""
    yield indicator.key, indicator.title
    for dimension in indicator.dimensions:
        for term in dimension.categories:
            yield _place(indicator.key, dimension.key, term.key), term.label


def _catalogued(key: str) -> Indicator | None:
    """Return a reference series; None where it cannot be read."""
    try:
        return series(key)
    except OffinnoError:  # a plug-in that is broken spoils no sheet
        return None


def _inputs(derivation: Derivation) -> Iterator[Input]:
    """Return all that went in, however early."""
    for given in derivation.inputs:
        yield given
        if given.lineage is not None:
            yield from _inputs(given.lineage)


def _line(derivation: Derivation, lang: Lang, deep: int) -> str:
    """Return a computation in one line, with so many others in brackets one in the other."""

    def word(given: Input) -> str:
        value = value_text(given.value, lang=lang)
        known = [*_known(given, lang, {})]
        if given.lineage is not None:
            inner = _line(given.lineage, lang, deep - 1) if deep else _itself(lang)
            known.append(inner)
        return f"{value} ({', '.join(known)})" if known else value

    return "; ".join(_parts(derivation, lang, word))


def _tree(derivation: Derivation, lang: Lang, titles: Mapping[str, Text], deep: int) -> Branch:
    """Return a computation as a tree of so many levels."""

    def word(given: Input) -> str:
        return value_text(given.value, lang=lang)

    told = list(dict.fromkeys(part for step in _told(_steps(derivation)) for part in step))
    few = told if len(told) <= _BRANCHES else [told[0], told[-1]]
    branches = tuple(_branch(given, lang, titles, deep) for given in few)
    return Branch("; ".join(_parts(derivation, lang, word)), branches)


def _branch(given: Input, lang: Lang, titles: Mapping[str, Text], deep: int) -> Branch:
    """Return what went in, and how that was computed."""
    title = titles.get(given.figure)
    known = [*([] if title is None else [title.in_(lang)]), *_known(given, lang, titles)]
    below: tuple[Branch, ...] = ()
    how = []
    if given.lineage is not None and deep:
        inner = _tree(given.lineage, lang, titles, deep - 1)
        below, how = inner.branches, [inner.text]
    elif given.lineage is not None:
        how = [_itself(lang)]
    about = "; ".join([*([", ".join(known)] if known else []), *how])
    value = value_text(given.value, lang=lang)
    return Branch(f"{value}: {about}" if about else value, below)


def _itself(lang: Lang) -> str:
    """Return that a figure was computed, where there is no room to say how."""
    return message("computed itself", lang=lang)


def _parts(derivation: Derivation, lang: Lang, word: _Word) -> Iterator[str]:
    """Return the parts of a lineage one by one."""
    yield _what(derivation, lang, word)
    if derivation.digits is not None:
        yield message_plural(
            "rounded to {n} significant digit",
            "rounded to {n} significant digits",
            derivation.digits,
            lang=lang,
        )
    if derivation.dropped is not None:
        why = message(_WHY_DROPPED[derivation.dropped], lang=lang)
        yield message("the margin of error is not carried over, as {reason}", lang=lang, reason=why)
    if derivation.note is not None:
        yield derivation.note.in_(lang)


def _what(derivation: Derivation, lang: Lang, word: _Word) -> str:
    """Return what was done to what: a calculation, or a list where that is all there is."""
    method, steps = derivation.method, _steps(derivation)
    if method not in _LISTED or (method in _SIGNS and _is_whole(derivation)):
        called = _CALLED.get(method, _CALCULATED)
        return message(called, lang=lang, calculation=_worked_out(method, steps, word))
    every = [word(given) for given in derivation.inputs]
    inputs = listed(every, lang=lang) if len(every) <= _MOST else f"{every[0]} … {every[-1]}"
    return message(_LISTED[method], lang=lang, inputs=inputs)


def _steps(derivation: Derivation) -> list[tuple[Input, ...]]:
    """Return what went into each figure that a lineage tells of."""
    inputs = derivation.inputs
    size = STEP[derivation.method] if _is_whole(derivation) else len(inputs)
    return [inputs[at : at + size] for at in range(0, len(inputs), size)]


def _is_whole(derivation: Derivation) -> bool:
    """Return whether a lineage tells of one figure after the other, and lacks no part."""
    size = STEP.get(derivation.method)
    return size is not None and len(derivation.inputs) % size == 0


def _told(steps: list[tuple[Input, ...]]) -> list[tuple[Input, ...]]:
    """Return the steps that are told of: all, or of many the first and the last."""
    return steps if len(steps) <= _MOST else [steps[0], steps[-1]]


def _worked_out(method: Method, steps: list[tuple[Input, ...]], word: _Word) -> str:
    """Return the calculation of each figure."""
    told = _told(steps)
    parts = [_calculation(method, step, word) for step in told]
    return ("; " if told is steps else " … ").join(parts)


def _calculation(method: Method, step: tuple[Input, ...], word: _Word) -> str:
    """Return the calculation of one figure; an amount is divided by a rate the other way round."""
    signs = (" ÷ ",) if method is Method.EXCHANGE and _is_turned(step) else _SIGNS[method]
    first, *others = (_factor(method, given, word) for given in step)
    after = _LESS_ONE if _is_change(method, step[0]) else ""
    if len(others) >= _MOST:
        return f"{first}{signs[-1]}… {signs[-1].strip()} {others[-1]}{after}"
    every = (*signs, *[signs[-1]] * len(others))
    return first + "".join(sign + other for sign, other in zip(every, others, strict=False)) + after


def _factor(method: Method, given: Input, word: _Word) -> str:
    """Return what went in as it stands in the calculation: a relative change is added to one."""
    composed = method is Method.COMPOUND and isinstance(given.value.unit, Change)
    return f"(1 + {word(given)})" if composed else word(given)


def _is_change(method: Method, first: Input) -> bool:
    """Return whether a calculation ends in a relative change."""
    composed = method is Method.COMPOUND and isinstance(first.value.unit, Change)
    return composed or method is Method.GROWTH


def _is_turned(step: tuple[Input, ...]) -> bool:
    """Return whether an amount is divided by its rate: what stands above is its own currency."""
    amount, rate = step[0].value.unit, step[-1].value.unit
    return isinstance(rate, Per) and _currency(amount) == _currency(rate)


def _currency(unit: Unit) -> str | None:
    """Return the currency of an amount, or of what stands above in a rate."""
    money = unit.above if isinstance(unit, Per) else unit
    return money.currency if isinstance(money, Money) else None


def _known(given: Input, lang: Lang, titles: Mapping[str, Text]) -> Iterator[str]:
    """Return of what, where and when what went in is, and by whom."""
    for dimension, category in given.breakdowns:
        label = titles.get(_place(given.figure, dimension, category))
        yield _category(category, lang) if label is None else label.in_(lang)
    if given.area is not None:
        yield area_text(given.area, lang=lang)
    if given.period is not None:
        yield _time(given, given.period, lang)
    if given.covers is not None:
        time = period_text(given.covers, lang=lang)
        yield message("covers only {time}", lang=lang, time=time)
    if given.vintage is not None:
        time = period_text(given.vintage, lang=lang)
        yield message("as of {time}", lang=lang, time=time)
    if given.source is not None:
        yield source_text(given.source, lang=lang, form="short")


def _place(figure: str, dimension: str, category: str) -> str:
    """Return under which name the label of a category stands among titles."""
    return f"{figure}[{dimension}={category}]"


def _category(key: str, lang: Lang) -> str:
    """Return a category by the word that offinno has for it, or else by its key."""
    known = vocabulary()
    return known[key].worded(lang) if key in known else key


def _time(given: Input, period: Period, lang: Lang) -> str:
    """Return the time of what went in, and whether it is a mean or the last day of it."""
    time = period_text(period, lang=lang)
    if given.measuring is Measuring.END_OF_PERIOD:
        return message("end of {time}", lang=lang, time=time)
    if given.measuring is not Measuring.MEAN:
        return time
    if period.form is PeriodForm.YEAR:
        return message("annual mean {time}", lang=lang, time=time)
    return message("mean {time}", lang=lang, time=time)
