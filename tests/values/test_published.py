"""Published text becomes a number, or an error that says why not."""

import pickle
import time
from decimal import Context, Decimal, localcontext

import pytest

from offinno.exceptions import OffinnoError, UnknownName
from offinno.language import LANGUAGES, Lang, Term, lexicon, vocabulary
from offinno.units import parse_unit
from offinno.values import (
    BadNumber,
    BadValue,
    Published,
    Qualifier,
    UnreadableNumber,
    parse_number,
    parse_published,
    parse_value,
)

NBSP, NARROW, THIN, MINUS = "\u00a0", "\u202f", "\u2009", "\u2212"


class TestWhatPintGotWrong:
    """The texts that pint reads in silence as another number, each read or refused here."""

    def test_a_decimal_comma_is_no_thousands_mark(self) -> None:
        """``1,5 meter`` is one and a half, not fifteen."""
        assert Published(magnitude="1.5", unit="meter") == parse_published("1,5 meter", lang="nb")

    def test_a_decimal_comma_before_per_cent(self) -> None:
        """``12,5 percent`` is twelve and a half per cent, not 125, and in English it is refused."""
        assert Published(magnitude="12.5", unit="%") == parse_published("12,5 prosent", lang="nb")
        assert Published(magnitude="12.5", unit="percent") == (
            parse_published("12,5 percent", lang="nb")
        )
        with pytest.raises(UnreadableNumber, match="has ',' as decimal mark; the declared"):
            parse_published("12,5 percent", lang="en")

    @pytest.mark.parametrize("space", [" ", NBSP, NARROW, THIN])
    def test_a_space_between_groups_is_no_multiplication(self, space: str) -> None:
        """``1 000 meter`` is a thousand, not one times nothing."""
        assert Published(magnitude=1000, unit="meter") == (
            parse_published(f"1{space}000 meter", lang="nb")
        )
        assert Decimal(1000) == parse_number(f"1{space}000", lang="nb")

    def test_dots_between_groups_are_refused(self) -> None:
        """``1.234.567 m`` is not 1.234 times 0.567; the error shows what to write."""
        with pytest.raises(UnreadableNumber, match="write '1 234 567'"):
            parse_published("1.234.567 m", lang="nb")

    def test_a_true_minus_is_a_sign(self) -> None:
        """``−3 m`` with U+2212 is below zero."""
        assert Published(magnitude=-3, unit="m") == parse_published(f"{MINUS}3 m", lang="nb")
        assert Decimal(-3) == parse_number(f"{MINUS}3", lang="nb")

    @pytest.mark.parametrize("text", ["1;2", "lambda: 1", "[meter]", "kg\u202emeter"])
    def test_a_program_is_no_number(self, text: str) -> None:
        """A semicolon, a lambda, a bracket or a turned word give no number."""
        for lang in LANGUAGES:
            with pytest.raises(UnreadableNumber):
                parse_published(text, lang=lang)
            with pytest.raises(UnreadableNumber):
                parse_number(text, lang=lang)


class TestParseNumber:
    """A number alone, in the manner of a language."""

    @pytest.mark.parametrize(
        ("text", "lang", "expected"),
        [
            ("0", "nb", "0"),
            ("1786", "nb", "1786"),
            ("1 786", "nb", "1786"),
            (f"1{NBSP}786", "nn", "1786"),
            (f"12{NARROW}345{NARROW}678", "en", "12345678"),
            (f"123{THIN}456,70", "nb", "123456.70"),
            ("35,5", "nb", "35.5"),
            ("35.5", "en", "35.5"),
            ("0,48", "nb", "0.48"),
            ("-4", "nb", "-4"),
            (f"{MINUS}0,5", "nn", "-0.5"),
            (f"{MINUS}0,0", "nb", "0.0"),
            ("48,30", "nb", "48.30"),
            ("35,5", "no", "35.5"),
        ],
    )
    def test_reads(self, text: str, lang: Lang, expected: str) -> None:
        """Digits, groups, decimals and sign, each digit kept."""
        assert expected == str(parse_number(text, lang=lang))

    @pytest.mark.parametrize(
        ("text", "lang", "problem"),
        [
            (
                "1.234",
                "nb",
                "could mean 1234 or 1,234: write 1234 without the mark, or decimals with ','",
            ),
            (
                "1,234",
                "en",
                "could mean 1234 or 1.234: write 1234 without the mark, or decimals with '.'",
            ),
            ("-1.234", "nb", "could mean 1234 or 1,234"),
            ("1.234.567", "nb", "parts groups of three with '.'; write '1 234 567'"),
            ("1,234,567", "en", "parts groups of three with ','; write '1 234 567'"),
            ("1.234,5", "nb", "parts groups of three with '.'; write '1 234,5'"),
            ("1,234.5", "en", "parts groups of three with ','; write '1 234.5'"),
            ("35.5", "nb", "has '.' as decimal mark; the declared language writes ','"),
            ("35,5", "en", "has ',' as decimal mark; the declared language writes '.'"),
            ("0301", "nb", "begins with 0 as a code does; a number is written without it"),
            ("00", "nb", "begins with 0 as a code does"),
            ("01,5", "nb", "begins with 0 as a code does"),
            *(
                (text, "nb", "is no number; digits, spaces between groups of three and ','")
                for text in [
                    *(
                        "",
                        "-",
                        ",",
                        "5,",
                        ",5",
                        "1,2,3",
                        "1 2",
                        "1 23",
                        "12 34",
                        "1 0000",
                        "1234 567",
                    ),
                    *("1  234", f"1 234{NBSP}567", "0 123", " 1", "1 ", "1\n", "1\t234", "- 1"),
                    *(
                        "+1",
                        "--1",
                        f"-{MINUS}1",
                        "1-",
                        "1e5",
                        "0x1F",
                        "1_000",
                        "1'000",
                        "nan",
                        "inf",
                    ),
                    *("−", "١٢", "１２", "1٣", "½", "²", "Ⅻ", "1 000 000,000 000", "NaN", "∞"),
                ]
            ),
            ("1" * 201, "nb", "is too long for a number"),
        ],
        ids=lambda given: ascii(given)[:24],
    )
    def test_refuses(self, text: str, lang: Lang, problem: str) -> None:
        """What is ambiguous is refused with both readings, all else with what is known."""
        with pytest.raises(UnreadableNumber) as caught:
            parse_number(text, lang=lang)

        assert problem in str(caught.value)
        assert str(caught.value).isprintable()

    @pytest.mark.parametrize("text", ["9" * 35, "1" + " 000" * 11, "0," + "1" * 35, "9" * 150])
    def test_bounds_what_it_reads(self, text: str) -> None:
        """A number is a number, and may still be too large or too long."""
        with pytest.raises(BadNumber):
            parse_number(text, lang="nb")

    def test_needs_one_of_three_languages(self) -> None:
        """Marks differ between languages, so an unknown one is refused."""
        with pytest.raises(UnknownName):
            parse_number("35,5", lang="sv")  # type: ignore[arg-type]


class TestParsePublished:
    """A number with what stands beside it."""

    @pytest.mark.parametrize(
        ("text", "lang", "expected"),
        [
            ("48 %", "nb", Published(magnitude=48, unit="%")),
            ("48%", "nb", Published(magnitude=48, unit="%")),
            (f"48{NBSP}%", "nb", Published(magnitude=48, unit="%")),
            ("35,5 prosent", "nn", Published(magnitude="35.5", unit="%")),
            ("35.5 per cent", "en", Published(magnitude="35.5", unit="%")),
            ("4 prosentpoeng", "nb", Published(magnitude=4, unit="pp")),
            ("1 prosentenhet", "nb", Published(magnitude=1, unit="pp")),
            (f"{MINUS}4 percentage points", "en", Published(magnitude=-4, unit="pp")),
            ("600 milliarder", "nb", Published(magnitude="600E9")),
            ("600 milliarder kroner", "nb", Published(magnitude="600E9", unit="NOK")),
            ("600 mrd. kr", "nb", Published(magnitude="600E9", unit="NOK")),
            ("600 milliardar kroner", "nn", Published(magnitude="600E9", unit="NOK")),
            ("4,7 milliarder", "nb", Published(magnitude="4.7E9")),
            ("1 billion NOK", "en", Published(magnitude="1E9", unit="NOK")),
            ("1 billion kroner", "nb", Published(magnitude="1E12", unit="NOK")),
            ("180 millioner", "nb", Published(magnitude="180E6")),
            ("5,3 mill. euro", "nb", Published(magnitude="5.3E6", unit="EUR")),
            ("5 millioner EUR", "nb", Published(magnitude="5E6", unit="EUR")),
            (
                f"2{NBSP}600{NBSP}milliarder{NBSP}kroner",
                "nb",
                Published(magnitude="2600E9", unit="NOK"),
            ),
            ("439 kommuner", "nb", Published(magnitude=439, unit="kommuner")),
            ("1 786", "nb", Published(magnitude=1786)),
            ("  1 786  ", "nb", Published(magnitude=1786)),
            ("12 m2", "nb", Published(magnitude=12, unit="m2")),
            ("12 km²", "nb", Published(magnitude=12, unit="km²")),
        ],
    )
    def test_reads_scale_and_unit(self, text: str, lang: Lang, expected: Published) -> None:
        """Scale words multiply, and per cent, points and currencies have one name."""
        found = parse_published(text, lang=lang)

        assert expected == found
        assert str(expected.magnitude) == str(found.magnitude)

    @pytest.mark.parametrize(
        ("text", "lang", "qualifier", "magnitude"),
        [
            ("over 70 %", "nb", Qualifier.OVER, 70),
            ("Over 70 %", "nb", Qualifier.OVER, 70),
            (f"over{NBSP}70 %", "nb", Qualifier.OVER, 70),
            ("litt over 70 %", "nb", Qualifier.JUST_OVER, 70),
            ("drygt 70 %", "nn", Qualifier.JUST_OVER, 70),
            ("i underkant av 70 %", "nb", Qualifier.NEARLY, 70),
            ("nærmere 600 milliarder", "nb", Qualifier.NEARLY, 600 * 10**9),
            ("inntil 5 millioner kroner", "nb", Qualifier.AT_MOST, 5 * 10**6),
            ("ca. 5", "nb", Qualifier.ABOUT, 5),
            ("om lag 1 786", "nb", Qualifier.ABOUT, 1786),
            ("minst 3", "nb", Qualifier.AT_LEAST, 3),
            ("mindre enn 3", "nb", Qualifier.UNDER, 3),
            ("more than 3", "en", Qualifier.OVER, 3),
            ("UP TO 3", "en", Qualifier.AT_MOST, 3),
            ("over -3", "en", Qualifier.OVER, -3),
        ],
    )
    def test_reads_qualifiers(
        self, text: str, lang: Lang, qualifier: Qualifier, magnitude: int
    ) -> None:
        """Words before the number say how exact it is, in any case."""
        found = parse_published(text, lang=lang)

        assert (qualifier, Decimal(magnitude)) == (found.qualifier, found.magnitude)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_reads_every_word_of_the_lexicon(self, lang: Lang) -> None:
        """What the wording may write, and all that is only read."""
        words = lexicon(lang)
        for name, forms in words.qualifiers.items():
            for form in forms:
                found = parse_published(form.format("12"), lang=lang)
                assert Published(magnitude=12, qualifier=Qualifier(name)) == found
        for power, scale in words.scales.items():
            for word in (scale.one, scale.many, scale.short):
                found = parse_published(f"12 {word}", lang=lang)
                assert Decimal(12).scaleb(power) == found.magnitude
                assert power == found.magnitude.as_tuple().exponent
        for code, names in words.currencies.items():
            for word in (*names, code, words.currency_one.get(code, code)):
                assert code == parse_published(f"12 {word}", lang=lang).unit
        assert {"%"} == {parse_published(f"12 {word}", lang=lang).unit for word in words.percent}
        assert {"pp"} == {parse_published(f"12 {word}", lang=lang).unit for word in words.points}

    @pytest.mark.parametrize(
        ("text", "lang", "expected"),
        [
            ("3 av 4", "nb", Published(magnitude=75, fraction=True)),
            (f"3{NBSP}av{NBSP}4", "nb", Published(magnitude=75, fraction=True)),
            (
                "over 7 av 10",
                "nb",
                Published(magnitude=70, fraction=True, qualifier=Qualifier.OVER),
            ),
            (
                "nearly 3 of 4",
                "en",
                Published(magnitude=75, fraction=True, qualifier=Qualifier.NEARLY),
            ),
            ("0 av 4", "nb", Published(magnitude=0, fraction=True)),
            ("4 av 4", "nb", Published(magnitude=100, fraction=True)),
            (
                "1 av 3",
                "nb",
                Published(magnitude="33.33333333333333333333333333333333", fraction=True),
            ),
        ],
    )
    def test_reads_fractions(self, text: str, lang: Lang, expected: Published) -> None:
        """A fraction is in per cent."""
        assert expected == parse_published(text, lang=lang)

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("", "does not begin with a number"),
            ("kroner", "does not begin with a number"),
            ("NOK 600", "does not begin with a number"),
            ("€5", "does not begin with a number"),
            ("over", "does not begin with a number"),
            ("over over 5", "does not begin with a number"),
            ("−", "does not begin with a number"),
            ("½", "does not begin with a number"),
            ("5 av 4", "is no part of a whole"),
            ("12abc", "runs into what stands behind the number"),
            ("1e5", "runs into what stands behind the number"),
            ("0x1F", "runs into what stands behind the number"),
            ("12٣", "runs into what stands behind the number"),
            ("6–19 %", "runs into what stands behind the number"),
            ("6-19 %", "runs into what stands behind the number"),
            ("12½", "runs into what stands behind the number"),
            ("6 – 19 %", "holds a second number"),
            ("12 ½", "holds a second number"),
            ("12 ٣", "holds a second number"),
            ("3 av 0", "holds a second number"),
            ("3 av 4 %", "holds a second number"),
            ("48 % (2018)", "holds a second number"),
            ("600 milliarder i 2019", "holds a second number"),
            ("2018 600 kroner", "is no number"),
            ("1.234 kroner", "could mean 1234 or 1,234"),
            ("3 av 04", "holds a second number"),
            ("48.", "is no number"),
            ("leß than 75", "does not begin with a number"),
            ("1" * 201, "is too long for a number"),
        ],
    )
    def test_refuses(self, text: str, problem: str) -> None:
        """No number, two numbers, or a number that runs into something."""
        with pytest.raises(UnreadableNumber, match=problem) as caught:
            parse_published(text, lang="nb")

        assert str(caught.value).isprintable()

    def test_takes_no_letter_for_two(self) -> None:
        """A letter that folds to two must not shift the number behind it."""
        with pytest.raises(UnreadableNumber):
            parse_published("leß than 75", lang="en")

    def test_bounds_what_it_reads(self) -> None:
        """A scale word can carry a number out of bounds."""
        with pytest.raises(BadNumber):
            parse_published("9" * 25 + " milliarder", lang="nb")

    @pytest.mark.parametrize("text", ["1,23456789 milliarder", "1 av 7", "-1 234 567,891"])
    def test_does_not_depend_on_the_context_of_the_caller(self, text: str) -> None:
        """A caller who computes with two digits reads the same numbers."""
        expected = parse_published(text, lang="nb")
        with localcontext(Context(prec=2, traps=[])):
            assert expected == parse_published(text, lang="nb")

    @pytest.mark.parametrize(
        "text",
        ["1 " * 100_000, "1" * 100_000, "1.1," * 100_000, "over " * 100_000, "\u00a0" * 100_000],
        ids=lambda text: ascii(text[:6]),
    )
    def test_long_text_is_refused_at_once(self, text: str) -> None:
        """No pattern runs over more text than a number needs."""
        start = time.process_time()
        with pytest.raises(UnreadableNumber):
            parse_published(text, lang="nb")

        assert 1 > time.process_time() - start

    @pytest.mark.parametrize(
        "text", ["1 " * 100, "1 2" * 66, "1.1," * 50, "over " * 40, "-" * 200, "1 000" + " " * 195]
    )
    def test_hard_text_is_refused_at_once(self, text: str) -> None:
        """No pattern goes over the same text again and again."""
        start = time.process_time()
        for _ in range(20):
            try:
                parse_published(text, lang="nb")
            except UnreadableNumber:
                continue

        assert 2 > time.process_time() - start


class TestParseValue:
    """A number whose unit is known."""

    @pytest.mark.parametrize(
        ("text", "unit", "expected"),
        [
            ("77 %", "% of workplaces", "77 % of workplaces"),
            ("77 prosent", "% of workplaces", "77 % of workplaces"),
            ("77", "% of workplaces", "77 % of workplaces"),
            ("48,3 %", "% of GDP", "48.3 % of GDP"),
            ("2,5 %", "% change on year before", "2.5 % change on year before"),
            ("−4 prosentpoeng", "pp of workplaces", "-4 pp of workplaces"),
            ("600 milliarder kroner", "NOK", "600000000000 NOK"),
            ("600 milliarder", "NOK", "600000000000 NOK"),
            ("180 millioner", "XXX", "180000000 XXX"),
            ("439 kommuner", "municipalities", "439 municipalities"),
            ("1 kommune", "municipalities", "1 municipalities"),
            ("12 km", "km", "12 km"),
            ("104,5", "index 2015=100", "104.5 index 2015=100"),
            ("12", "NOK / inhabitants", "12 NOK / inhabitants"),
            ("3 av 4", "% of workplaces", "about 75 % of workplaces"),
            ("over 7 av 10", "% of workplaces", "over 70 % of workplaces"),
            ("ca. 12 km", "km", "about 12 km"),
        ],
    )
    def test_reads(self, text: str, unit: str, expected: str) -> None:
        """The words behind may be left out, or say the unit; a fraction is about."""
        assert expected == str(parse_value(text, parse_unit(unit), lang="nb"))

    @pytest.mark.parametrize(
        ("text", "unit", "problem"),
        [
            ("77 %", "pp of workplaces", "is a number of '%'; in pp of workplaces it is ('pp',)"),
            ("77 prosentpoeng", "% of workplaces", "is a number of 'pp'"),
            ("77 kroner", "EUR", "is a number of 'NOK'"),
            ("77 kroner", "XXX", "is a number of 'NOK'"),
            ("77 fylker", "municipalities", "it is ('kommuner', 'kommune')"),
            ("77 mil", "km", "is a number of 'mil'; in km it is ('km',)"),
            ("95 %*", "% of workplaces", "is a number of '%*'"),
            ("5 millioner milliarder", "NOK", "is a number of 'milliarder'"),
            ("3 av 4", "% of GDP", "is a fraction, which says nothing in % of GDP"),
            ("3 av 4", "municipalities", "is a fraction, which says nothing in municipalities"),
        ],
    )
    def test_refuses_another_unit(self, text: str, unit: str, problem: str) -> None:
        """What stands behind the number must be the unit, and nothing else."""
        with pytest.raises(UnreadableNumber) as caught:
            parse_value(text, parse_unit(unit), lang="nb")

        assert problem in str(caught.value)

    def test_refuses_what_the_unit_cannot_be(self) -> None:
        """A share of 120 per cent was misread or misprinted."""
        with pytest.raises(BadValue):
            parse_value("120 %", parse_unit("% of workplaces"), lang="nb")

    def test_knows_the_labels_of_its_term(self) -> None:
        """Terms of a file are read by their own words."""
        words = vocabulary().with_terms(
            Term(key="bridges", label={"nb": "bruer"}, one={"nb": "bru"})
        )
        bridges = parse_unit("bridges", words)

        assert parse_value("2 bruer", bridges, lang="nb").unit is bridges
        assert parse_value("1 bru", bridges, lang="nb").unit is bridges


def test_published_is_checked() -> None:
    """What was read is a value object like any: bounded, equal, pickled by its constructor."""
    published = Published(magnitude="48.30", unit="%")

    assert published == pickle.loads(pickle.dumps(published))
    assert Decimal("48.3") == published.magnitude
    with pytest.raises(BadNumber):
        Published(magnitude=float("nan"))


def test_error_survives_pickling() -> None:
    """Facts and sentence are the same in another process, and it is a ValueError."""
    error = UnreadableNumber("x", "is none")
    again = pickle.loads(pickle.dumps(error))

    assert "'x' is none" == str(again)
    assert isinstance(again, OffinnoError)
    assert isinstance(again, ValueError)
