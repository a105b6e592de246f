"""A figure in the form that a text asks for. An underscore stands for U+00A0."""

from typing import Any

import pytest

from offinno.language import Lang, Term, vocabulary
from offinno.model import Area, Form, Population, Status
from offinno.units import parse_unit
from offinno.values import Counted, Interval, Missing, MissingReason, Range, Value
from offinno.wording import NoFraction, datum_text, interval_text

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
MUNICIPAL = Term(key="municipal", label="kommunalt nivå")
SHARE = parse_unit("% of public-workplaces")


def sentences(datum: Any, **options: Any) -> list[str]:
    """Return the sentence in each language with underscores."""
    return [
        datum_text(datum, lang=lang, form=Form.SENTENCE, **options).replace("\u00a0", "_")
        for lang in LANGS
    ]


class TestForms:
    """The forms that a reference may ask for."""

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            (Form.VALUE, "74_%*"),
            (Form.NUMBER, "74*"),
            (Form.SPEECH, "74_prosent*"),
            (Form.FRACTION, "3_av_4*"),
        ],
    )
    def test_of_a_share(self, figure: Any, form: Form, expected: str) -> None:
        """Each form is one wording, with the mark behind it."""
        text = datum_text(figure(74), lang="nb", form=form, mark="*")

        assert expected == text.replace("\u00a0", "_")

    def test_short_is_the_default(self, figure: Any) -> None:
        """Without a form the value is short."""
        assert "74%" == datum_text(figure(74), lang="en")

    def test_fraction_takes_the_printed_wording(self, figure: Any) -> None:
        """What was printed comes before what could be worked out, whatever the unit."""
        printed = figure(74, as_printed={"nb": "tre av fire"})
        money = figure(Value(5, parse_unit("NOK")), unit="NOK", as_printed="fem")

        assert "tre av fire" == datum_text(printed, lang="nb", form=Form.FRACTION)
        assert "fem" == datum_text(money, lang="nb", form=Form.FRACTION)

    def test_fraction_of_what_is_no_single_number(self, figure: Any) -> None:
        """A range or a missing figure has no fraction; it is said as it is."""
        span = Range(low=Value(6, SHARE), high=Value(19, SHARE))
        missing = figure(Missing(MissingReason.NOT_COLLECTED))

        assert "6–19%" == datum_text(figure(span), lang="en", form=Form.FRACTION)
        assert "not collected" == datum_text(missing, lang="en", form=Form.FRACTION)

    def test_fraction_of_a_ratio_is_refused(self, figure: Any) -> None:
        """GDP has no parts here."""
        with pytest.raises(NoFraction):
            datum_text(figure(48, unit="% of GDP"), lang="nb", form=Form.FRACTION)


class TestSentence:
    """Value, unit, area, population and period, and what it is of."""

    def test_begins_with_the_number(self, figure: Any) -> None:
        """A sentence says all that the figure needs to be understood."""
        assert [
            "77_prosent av offentlige arbeidsplasser i Norge, 2018: Noe som er målt.",
            "77_prosent av offentlege arbeidsplassar i Noreg, 2018: Noko som er målt.",
            "77_per cent of public workplaces in Norway, 2018: Something measured.",
        ] == sentences(figure(77))

    def test_says_whom_it_describes(self, figure: Any) -> None:
        """A population that the unit does not name stands in brackets, and so do its limits."""
        limited = Population(unit=vocabulary()["public-workplaces"], levels=[MUNICIPAL])
        other = Population(unit=vocabulary()["municipal-units"])
        unknown = Missing(MissingReason.NOT_STATED)

        assert (
            "95_prosent av offentlege arbeidsplassar i Finland (berre kommunalt nivå), 2018: "
            "Noko som er målt."
        ) == sentences(figure(95, area="FI", population=limited))[1]
        assert "i Norge (kommunale enheter), 2018" in sentences(figure(95, population=other))[0]
        assert (
            "in Norway (population: not stated), 2018"
            in (sentences(figure(95, population=unknown))[2])
        )

    def test_of_money_and_counts(self, figure: Any) -> None:
        """A count names what is counted, so its population is not said twice."""
        workplaces = figure(12345, unit="public-workplaces")
        money = figure(Value("600E9", parse_unit("NOK")), unit="NOK")

        assert (
            "12_345_offentlige arbeidsplasser i Norge, 2018: Noe som er målt."
            == sentences(workplaces)[0]
        )
        assert (
            "600_milliarder_kroner i Norge (offentlige arbeidsplasser), 2018: Noe som er målt."
            == sentences(money)[0]
        )

    def test_read_aloud_parts_no_digits(self, figure: Any) -> None:
        """An alt text is heard, so its digits stand together."""
        workplaces = figure(12345, unit="public-workplaces")

        assert sentences(workplaces, aloud=True)[0].startswith("12345_offentlige")

    def test_mark_stands_behind_the_number(self, figure: Any) -> None:
        """The mark of a note is not lost in a sentence."""
        assert sentences(figure(95), mark="*")[0].startswith("95_prosent* av offentlige")

    def test_area_of_your_own_stands_after_a_comma(self, figure: Any) -> None:
        """No preposition is guessed."""
        area = figure(77, area=Area("x-west", {"nb": "Vestlandet"}))

        assert "arbeidsplasser, Vestlandet, 2018: " in sentences(area)[0]

    def test_names_breakdown_coverage_and_version(self, figure: Any) -> None:
        """What narrows a figure down is part of the sentence."""
        datum = figure(77, breakdowns={"sector": "health"}, covers="2018-H1", vintage="2020-03")

        assert [
            (
                "77_prosent av offentlige arbeidsplasser i Norge, sektor: helse, 2018, "
                "dekker bare 1. halvår 2018, versjon fra mars 2020: Noe som er målt."
            ),
            (
                "77_prosent av offentlege arbeidsplassar i Noreg, sektor: helse, 2018, "
                "dekkjer berre 1. halvår 2018, versjon frå mars 2020: Noko som er målt."
            ),
            (
                "77_per cent of public workplaces in Norway, sector: health, 2018, "
                "covers only first half of 2018, version of March 2020: Something measured."
            ),
        ] == sentences(datum)

    def test_says_how_certain_it_is(self, figure: Any) -> None:
        """Counts and interval follow."""
        value = Value(
            50, SHARE, interval=Interval(low=44, high=56, level=95), counted=Counted(5, 10)
        )

        nb, nn, en = sentences(figure(value))

        assert nb.endswith(
            "målt. Opptelt: 5_av_10. 95_prosent konfidensintervall: 44 til 56_prosent."
        )
        assert nn.endswith(
            "målt. Talt opp: 5_av_10. 95_prosent konfidensintervall: 44 til 56_prosent."
        )
        assert en.endswith(" Counted: 5_of_10. 95_per cent confidence interval: 44 to 56_per cent.")

    def test_says_how_it_was_printed(self, figure: Any) -> None:
        """A printed wording that says something else is shown; the same one is not repeated."""
        printed = figure(74, as_printed={"nb": "3 av 4", "nn": "3 av 4", "en": "3 of 4"})
        same = figure(74, as_printed={"nb": "74 %"})

        assert sentences(printed)[0].endswith("målt. Trykt som «3 av 4».")
        assert sentences(printed)[2].endswith("measured. Printed as ‘3 of 4’.")
        assert sentences(same)[0].endswith("Noe som er målt.")
        assert sentences(same)[2].endswith("Something measured.")

    def test_shows_the_flags(self, figure: Any) -> None:
        """Quality flags are sentences of their own, in the order of the language."""
        flagged = figure(74, status={Status.PROVISIONAL, Status.ESTIMATED})

        assert [
            "Anslått og foreløpig.",
            "Anslått og førebels.",
            "Estimated and provisional.",
        ] == [text.rpartition(". ")[2] for text in sentences(flagged)]

    def test_of_a_missing_figure_says_why(self, figure: Any) -> None:
        """What is missing is a sentence too."""
        missing = Missing(MissingReason.NOT_AVAILABLE_TO_US, {"nb": "vedlegget er ikke lest"})

        assert [
            (
                "Ingen tall* i Norge, 2018: Noe som er målt. Grunn: publisert, men ikke "
                "tilgjengelig for oss (vedlegget er ikke lest)."
            ),
            (
                "Ingen tal* i Noreg, 2018: Noko som er målt. Grunn: publisert, men ikkje "
                "tilgjengeleg for oss (vedlegget er ikke lest)."
            ),
            (
                "No figure* in Norway, 2018: Something measured. Reason: published, but not "
                "available to us (vedlegget er ikke lest)."
            ),
        ] == sentences(figure(missing), mark="*")

    def test_of_a_range(self, figure: Any) -> None:
        """A range names what its values vary across."""
        span = Range(low=Value(6, SHARE), high=Value(19, SHARE), across={"nb": "departementene"})

        assert sentences(figure(span))[0].startswith(
            "6 til 19_prosent av offentlige arbeidsplasser på tvers av departementene i Norge"
        )


class TestInterval:
    """Uncertainty in words."""

    def test_without_level(self) -> None:
        """A span of which the level is not stated is no confidence interval."""
        interval = Interval(low=44, high=52, method="Wilson")
        found = [interval_text(interval, SHARE, lang=lang) for lang in LANGS]

        assert [
            "usikkerhetsintervall: 44 til 52_prosent (Wilson)",
            "uvisseintervall: 44 til 52_prosent (Wilson)",
            "interval of uncertainty: 44 to 52_per cent (Wilson)",
        ] == [text.replace("\u00a0", "_") for text in found]
