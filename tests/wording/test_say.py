"""One verb for all that can be said."""

from typing import Any

import pytest

from offinno.exceptions import UnknownName
from offinno.language import Text, vocabulary
from offinno.model import (
    Area,
    Derivation,
    Form,
    Input,
    Method,
    Population,
    Reason,
    Rule,
    Sample,
    Source,
    Status,
    Verdict,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Range, Value
from offinno.wording import Unsayable, say

SHARE = parse_unit("% of workplaces")
SPAN = Range(low=Value(6, SHARE), high=Value(19, SHARE))


def said(thing: object, **options: Any) -> str:
    """Return what is said in Bokmål, with underscores for no-break spaces."""
    return say(thing, **({"lang": "nb"} | options)).replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("sentence", "74_prosent av arbeidsplasser"),
        ("value", "74_%"),
        ("number", "74"),
        ("speech", "74_prosent"),
        ("fraction", "3_av_4"),
        ("difference", "74_prosent høyere"),
    ],
)
def test_value(form: str, expected: str) -> None:
    """A value has every form; alone its sentence is a phrase."""
    assert expected == said(Value(74, SHARE), form=form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("sentence", "6 til 19_prosent av arbeidsplasser"),
        ("value", "6–19_%"),
        ("number", "6–19"),
        ("speech", "6 til 19_prosent"),
        ("fraction", "6 til 19_prosent av arbeidsplasser"),
    ],
)
def test_range(form: str, expected: str) -> None:
    """A range has no fraction and no difference; it is worded whole."""
    assert expected == said(SPAN, form=form)


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (Missing(MissingReason.NOT_STATED, {"nb": "av arket"}), "ikke oppgitt (av arket)"),
        (Period("2014/.."), "siden 2014"),
        (Area("DK"), "Danmark"),
        (SHARE, "prosent av arbeidsplasser"),
        (parse_unit("NOK"), "kroner"),
        (vocabulary()["municipalities"], "kommuner"),
        (Population(unit=vocabulary()["municipalities"]), "kommuner"),
        (Sample(n=3), "3_svar"),
        (Source(key="a", publisher="Etaten", title="Tall", published=2019), "Etaten (2019): Tall."),
        (Derivation(method=Method.SUM, inputs=[Input(figure="a", value=Value(2, SHARE))]),
         "beregnet som 2_%"),
        (Verdict.COMPARABLE, "sammenlignbare"),
        (Status.REVISED, "revidert"),
        (Text({"nb": "ord", "en": "words"}), "ord"),
    ],
)  # fmt: skip
def test_things_with_one_form(thing: object, expected: str) -> None:
    """What has one wording is said in it."""
    assert expected == said(thing)


def test_figure_and_reason(figure: Any) -> None:
    """A figure is a sentence unless another form is asked for; a reason is a clause."""
    reason = Reason(
        rule=Rule.SAMPLE,
        outcome=Verdict.CAVEATS,
        member=figure(),
        reference=figure(area="IS"),
    )

    assert "50_%" == said(figure(), form=Form.VALUE)
    assert said(figure()).startswith("50_prosent av offentlige arbeidsplasser i Norge")
    assert said(reason).startswith("Norge: det er ikke kjent hvor mange som svarte")


def test_no_reads_as_bokmaal() -> None:
    """The tag ``no`` is understood."""
    assert "Tyskland" == said(Area("DE"), lang="no")


def test_refusals_name_what_is_right() -> None:
    """A thing without wording, a form or a language that is none: each is an error."""
    with pytest.raises(Unsayable, match="a dict has no wording"):
        say({}, lang="nb")
    with pytest.raises(UnknownName, match="no form is called 'sentense'; did you mean 'sentence'"):
        say(Area("NO"), lang="nb", form="sentense")
    with pytest.raises(UnknownName, match="no language is called 'sv'"):
        say(Area("NO"), lang="sv")
