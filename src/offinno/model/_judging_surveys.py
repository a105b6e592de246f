"""The rules on surveys: what was asked, which answers count, and how many answered."""

from collections.abc import Hashable, Sequence
from typing import Final, NamedTuple

from offinno.model._datum import Datum
from offinno.model._judged import CAVEAT, REFUSED, Answer, Judged
from offinno.model._population import Question, Sample
from offinno.values import Missing, MissingReason


class _Asked(NamedTuple):
    """What was asked, and whether anything was."""

    question: Question | None
    surveyed: bool


def _asked(datum: Datum) -> _Asked:
    """Look at the question."""
    return _Asked(datum.question, _surveyed(datum))


def _question(one: _Asked, other: _Asked) -> Answer:
    """One question; of a figure from a survey that states none, that is not known."""
    have, want = one.question, other.question
    if have is None or want is None:
        surveyed = one.surveyed or other.surveyed
        return (CAVEAT, have, want) if surveyed else None
    return None if have.key == want.key else (REFUSED, have, want)


def _question_of(datum: Datum) -> Question | None:
    """Look at the question alone."""
    return datum.question


def _answers(one: Question | None, other: Question | None) -> Answer:
    """The same answers count."""
    if one is None or other is None or one.key != other.key:
        return None
    return None if one.answers == other.answers else (REFUSED, one.answers, other.answers)


class _Size(NamedTuple):
    """How many answered, and whether anybody was asked."""

    answered: int | None
    surveyed: bool


def _size(datum: Datum) -> _Size:
    """Look at the number of answers."""
    return _Size(_answered(datum.sample), _surveyed(datum))


def _sample(one: _Size, other: _Size) -> Answer:
    """Survey figures of which it is known how many answered."""
    if not (one.surveyed or other.surveyed):
        return None
    known = one.answered is not None and other.answered is not None
    return None if known else (CAVEAT, one.answered, other.answered)


def _sizes(looks: Sequence[_Size], along: str) -> Sequence[Hashable]:  # noqa: ARG001
    """It counts whether the number is known, not which it is."""
    return [(look.answered is None, look.surveyed) for look in looks]


def _surveyed(datum: Datum) -> bool:
    """Return whether a figure is known to come from a survey."""
    sample = datum.sample
    if isinstance(sample, Missing):
        return sample.reason is not MissingReason.NOT_APPLICABLE
    return sample is not None or datum.question is not None


def _answered(sample: Sample | Missing | None) -> int | None:
    """Return how many answered, where that is known."""
    if not isinstance(sample, Sample):
        return None
    return sample.n if sample.base is None else sample.base


QUESTION: Final = Judged(_asked, _question)
ANSWERS: Final = Judged(_question_of, _answers)
SAMPLE: Final = Judged(_size, _sample, _sizes)
