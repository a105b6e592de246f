"""Rules OFF1xx: where figures come from, and how well that is documented."""

from collections.abc import Iterator

from offinno.checks._found import Found
from offinno.checks._rule import Severity, rule
from offinno.checks._shown import scheme_figures
from offinno.checks._view import View
from offinno.exceptions import Steps
from offinno.model import Amount, Derivation, Evidence, Indicator, Observations
from offinno.values import Missing
from offinno.wording import marked


@rule(
    "OFF101",
    Severity.BLOCKER,
    message=marked("a figure of “{what}” has no source"),
    remedy=marked("name where the figure was read, or how it was computed and from what"),
)
def figure_without_source(view: View) -> Iterator[Found]:
    """A figure names no source, neither itself nor through what it was computed from."""
    for at, indicator in enumerate(view.sheet.indicators):
        if not indicator.sources and indicator.lineage is None and _has_figures(indicator):
            yield Found.at(("indicators", at), what=indicator.title)
    for at, scheme in enumerate(view.sheet.schemes):
        for steps, figure, sources in scheme_figures(scheme, ("schemes", at)):
            if not sources and not isinstance(figure.value, Missing):
                yield Found.at(steps, what=scheme.name)


@rule(
    "OFF102",
    Severity.HINT,
    message=marked("the source “{source}” cannot be looked up: it has neither address nor page"),
    remedy=marked("add its address, or the page, table or chapter"),
)
def source_not_traceable(view: View) -> Iterator[Found]:
    """A source has neither an address nor a page, table or chapter."""
    for at, source in enumerate(view.sheet.sources):
        if source.url is None and source.locator is None:
            yield Found.at(("sources", at), source=source.title)


@rule(
    "OFF103",
    Severity.WARNING,
    message=marked("“{what}” ({figure}) is known only from a printed sheet"),
    remedy=marked("look for a second source; until there is one, keep a note beside the figure"),
)
def printed_only(view: View) -> Iterator[Found]:
    """A figure is shown for which no source beside a printed sheet was found."""
    for rows in view.headers:
        found = [row for row in rows if row.datum.observation.evidence is Evidence.PRINTED_ONLY]
        for row in found[:1]:
            yield Found.at(
                (*row.steps, "evidence"), figure=row.datum.value, what=row.datum.indicator.title
            )


@rule(
    "OFF104",
    Severity.WARNING,
    message=marked("“{what}” is computed, and from what is not stated"),
    remedy=marked("add the lineage: the method, and each input with its source"),
)
def derived_without_lineage(view: View) -> Iterator[Found]:
    """A computed figure does not say what it was computed from."""
    for at, indicator in enumerate(view.sheet.indicators):
        if indicator.lineage is None and _has_derived(indicator.observations):
            yield Found.at(("indicators", at), what=indicator.title)


@rule(
    "OFF105",
    Severity.WARNING,
    message=marked("“{what}” is computed from “{input}”, which has no source"),
    remedy=marked("name the source of every input"),
)
def lineage_without_source(view: View) -> Iterator[Found]:
    """A figure that went into another has no source."""
    for at, indicator in enumerate(view.sheet.indicators):
        if indicator.lineage is not None:
            for steps, key in _unsourced(indicator.lineage, ("indicators", at, "lineage")):
                yield Found.at(steps, what=indicator.title, input=key)


@rule(
    "OFF106",
    Severity.WARNING,
    message=marked("sources disagree on “{what}”, and nothing beside the figure says so"),
    remedy=marked("add a note that names the other figure, and say why this one is shown"),
)
def disputed_without_saying(view: View) -> Iterator[Found]:
    """A figure is shown on which sources disagree, and no note says so."""
    for rows in view.headers:
        indicator = rows[0].datum.indicator
        disputed = {row for group in indicator.observations.disputed for row in group}
        quiet = [r for r in rows if r.steps[3] in disputed and not r.datum.observation.notes]
        for row in quiet[:1]:
            yield Found.at(row.steps, what=indicator.title)
    for at, scheme in enumerate(view.sheet.schemes):
        for number, round_ in enumerate(scheme.rounds):
            if round_.note is None and _disagree(round_.granted):
                yield Found.at(("schemes", at, "rounds", number, "granted"), what=scheme.name)


def _has_figures(indicator: Indicator) -> bool:
    """Return whether there is any figure that could have a source."""
    return any(not isinstance(row.value, Missing) for row in indicator.observations)


def _has_derived(rows: Observations) -> bool:
    """Return whether any figure was computed; without the column for it all are published."""
    return rows.evidence is not None and any(row.evidence is Evidence.DERIVED for row in rows)


def _unsourced(lineage: Derivation, here: Steps) -> Iterator[tuple[Steps, str]]:
    """Return the inputs that have no source, neither themselves nor through their own inputs."""
    for at, part in enumerate(lineage.inputs):
        steps: Steps = (*here, "inputs", at)
        if part.lineage is not None:
            yield from _unsourced(part.lineage, (*steps, "lineage"))
        elif part.source is None:
            yield steps, part.figure


def _disagree(amounts: tuple[Amount, ...]) -> bool:
    """Return whether two amounts of one kind and part differ, and no note says why."""
    groups: dict[object, set[object]] = {}
    for amount in amounts:
        if amount.note is not None:
            return False
        groups.setdefault((amount.kind, amount.part, amount.as_of), set()).add(amount.value)
    return any(len(values) > 1 for values in groups.values())
