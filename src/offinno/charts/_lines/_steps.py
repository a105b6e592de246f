"""What lies between figures that follow each other in time: breaks, and what else parts them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._choose import Chosen
from offinno.language import Lang
from offinno.model import Break, Comparison, Datum, Reason, Rule, Status, Verdict
from offinno.values import Period
from offinno.wording import full_stop, message, period_text, reasons_text


@final
@attrs.frozen(kw_only=True)
class Step(Frozen):
    """What lies between a figure and the one before it in its line."""

    #: Whether a line may join the two.
    joined: bool
    #: Breaks in the series between them.
    breaks: tuple[Break, ...]
    #: What else forbids joining them, or was overridden.
    reasons: tuple[Reason, ...]
    #: The time of a break that the figure is flagged with, where none is declared.
    flagged: Period | None = None
    #: Whether it is the first figure of its line, before which there is nothing.
    first: bool = False

    def parted(self, lang: Lang) -> str:
        """Return what the breaks are called that lie between the two."""
        times = [one.at for one in self.breaks]
        if self.flagged is not None:
            times.append(self.flagged)
        return ", ".join(dict.fromkeys(_break_name(time, lang) for time in times))


_FIRST: Final = Step(joined=False, breaks=(), reasons=(), first=True)


def steps_of(found: Chosen, allow: Mapping[str, str]) -> list[Step]:
    """Return what lies before each figure, line by line."""
    steps: list[Step] = []
    for _, line in groupby(found.items(), key=lambda item: item[0][:-1]):
        data = [datum for _, datum in line]
        steps += [_FIRST, *(_step(one, other, allow) for one, other in pairwise(data))]
    return steps


def unbroken(steps: Sequence[Step]) -> bool:
    """Return whether every figure may be held against the one before it in its line."""
    return all(step.joined for step in steps if not step.first)


def _step(before: Datum, datum: Datum, allow: Mapping[str, str]) -> Step:
    """Return what lies between two figures that follow each other in the data."""
    pair = Comparison.between(before, datum, along="period", reference=before.period, allow=allow)
    overridden = Rule.METHOD_BREAK.value in allow
    breaks = tuple(
        change
        for change in datum.indicator.breaks
        if change.parts(before.period, datum.period) is not False
    )
    refused = pair.verdict is Verdict.NOT_COMPARABLE
    flagged = Status.BREAK in datum.observation.status
    broken = (breaks or flagged) and not overridden
    said = tuple(
        reason
        for reason in pair.reasons
        if reason.allowed is not None
        or (reason.outcome is Verdict.NOT_COMPARABLE and reason.rule is not Rule.METHOD_BREAK)
    )
    return Step(
        joined=not (refused or broken),
        breaks=breaks,
        reasons=said,
        flagged=datum.period if flagged and not breaks else None,
    )


def _break_name(time: Period, lang: Lang) -> str:
    """Return what a break is called, in the picture and below it."""
    return message("Break {time}", lang=lang, time=period_text(time, lang=lang))


def break_remarks(steps: Sequence[Step], lang: Lang) -> Iterator[str]:
    """Return what the breaks are about, each once, after what they are called."""
    for change in dict.fromkeys(change for step in steps for change in step.breaks):
        texts = (change.changed, *(() if change.note is None else (change.note,)))
        what = " ".join(full_stop(text.in_(lang)) for text in texts)
        yield f"{_break_name(change.at, lang)}: {what}"


def step_reasons(steps: Sequence[Step], lang: Lang) -> Iterator[str]:
    """Return why figures are not joined that follow each other, and what was overridden."""
    said = [reason for step in steps for reason in step.reasons]
    yield from map(full_stop, reasons_text(said, lang=lang))
