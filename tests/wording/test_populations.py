"""Whom a figure speaks of, and who answered, in words."""

from offinno.language import Lang, Term, vocabulary
from offinno.model import Population, Sample
from offinno.values import Missing, MissingReason
from offinno.wording import limits_text, population_text, sample_text, terms_text

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
NOT_STATED = Missing(MissingReason.NOT_STATED)
MUNICIPAL = Term(
    key="municipal",
    label={"nb": "kommunalt nivå", "nn": "kommunalt nivå", "en": "the municipal level"},
)
HEALTH = Term(key="health", label={"nb": "helse", "nn": "helse", "en": "health"})
SCHOOL = Term(key="school", label={"nb": "skole", "nn": "skule", "en": "school"})


class TestPopulation:
    """The units that a figure describes."""

    def test_is_its_unit(self) -> None:
        """Without limits a population is what is counted."""
        population = Population(unit=vocabulary()["public-workplaces"])

        assert "offentlege arbeidsplassar" == population_text(population, lang="nn")
        assert () == limits_text(population, lang="nn")

    def test_says_what_it_is_limited_to(self) -> None:
        """Levels, sectors and filters follow in brackets."""
        population = Population(
            unit=vocabulary()["municipal-units"],
            levels=[MUNICIPAL],
            sectors=[SCHOOL, HEALTH],
            filters=[HEALTH],
        )

        assert [
            (
                "kommunale enheter (bare kommunalt nivå; sektorer: helse og skole; "
                "avgrenset til helse)"
            ),
            (
                "kommunale einingar (berre kommunalt nivå; sektorar: helse og skule; "
                "avgrensa til helse)"
            ),
            (
                "municipal units (only the municipal level; sectors: health and school; "
                "limited to health)"
            ),
        ] == [population_text(population, lang=lang) for lang in LANGS]

    def test_counts_its_sectors(self) -> None:
        """One sector is named in the singular."""
        population = Population(unit=vocabulary()["municipal-units"], sectors=[HEALTH])

        assert ("sektor: helse",) == limits_text(population, lang="nb")

    def test_says_when_it_is_not_known(self) -> None:
        """A missing population says why."""
        assert [
            "populasjon: ikke oppgitt",
            "populasjon: ikkje oppgitt",
            "population: not stated",
        ] == [population_text(NOT_STATED, lang=lang) for lang in LANGS]


def test_terms_stand_in_the_order_of_their_labels() -> None:
    """A set has no order of its own, so each language sorts its words."""
    assert "helse og skule" == terms_text(frozenset({SCHOOL, HEALTH}), lang="nn")


class TestSample:
    """Who answered."""

    def test_says_all_that_is_known(self) -> None:
        """Counts come first, then when and how."""
        sample = Sample(
            unit=vocabulary()["unit-managers"],
            n=12345,
            base=4321,
            invited=24690,
            response_rate="50.0",
            fieldwork="2017-09/2017-10",
            method={"nb": "på nett", "en": "online"},
            weighting={"nb": "etter størrelse", "en": "by size"},
        )

        assert (
            "12\u00a0345\u00a0enhetsledere svarte; 4321\u00a0av dem fikk dette spørsmålet; "
            "24\u00a0690\u00a0ble invitert; svarprosent: 50,0\u00a0%; "
            "samlet inn september til oktober 2017; metode: på nett; vekting: etter størrelse"
        ) == sample_text(sample, lang="nb")
        assert (
            "12\u00a0345\u00a0unit managers answered; 4321\u00a0of them were asked this question; "
            "24\u00a0690\u00a0were invited; response rate: 50.0%; "
            "collected September to October 2017; method: online; weighting: by size"
        ) == sample_text(sample, lang="en")

    def test_counts_one(self) -> None:
        """One answer is in the singular."""
        named = Sample(unit=vocabulary()["unit-managers"], n=1, base=1)

        assert (
            "1\u00a0unit manager answered; 1\u00a0of them was asked this question"
            == sample_text(named, lang="en")
        )
        assert "1\u00a0svar" == sample_text(Sample(n=1), lang="nn")
        assert "2\u00a0answers" == sample_text(Sample(n=2), lang="en")

    def test_says_when_nothing_is_known(self) -> None:
        """A sample of which nothing is stated says so, as does a missing one."""
        assert "utval: ikkje oppgitt" == sample_text(Sample(), lang="nn")
        assert "sample: not stated" == sample_text(NOT_STATED, lang="en")
