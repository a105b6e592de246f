"""The figures that a sheet shows, each with its place among the observations."""

from collections.abc import Iterator
from typing import final

import attrs

from offinno.exceptions import Steps
from offinno.model import (
    Amount,
    Datum,
    Factsheet,
    FigureBlock,
    Form,
    FundingScheme,
    Parts,
    Reference,
    Tally,
)
from offinno.values import Missing


@final
@attrs.frozen(kw_only=True)
class Row:
    """A figure that is shown somewhere."""

    #: The figure with all that belongs to it.
    datum: Datum
    #: Where its observation stands.
    steps: Steps

    @property
    def header(self) -> Steps:
        """Where its indicator stands."""
        return self.steps[:2]

    @property
    def missing(self) -> bool:
        """Whether there is no number."""
        return isinstance(self.datum.value, Missing)


@final
@attrs.frozen(kw_only=True)
class Showing:
    """One place where figures are shown: a block that draws them, or a reference in a text."""

    #: Position of the block.
    block: int
    #: Where the reference stands.
    steps: Steps
    #: The form that is asked for.
    form: Form
    #: The figures.
    rows: tuple[Row, ...]
    #: The figure that they are held against, where the reference says which.
    against: Datum | None = None


def drawn_by(block: FigureBlock) -> Iterator[tuple[Steps, Reference]]:
    """Return what a block draws: each reference after the steps from the block to it."""
    yield ("figure",), block.figure
    if isinstance(block, Parts):
        yield from ((("beside", at), reference) for at, reference in enumerate(block.beside))


def rows_of(sheet: Factsheet, reference: Reference) -> tuple[Row, ...]:
    """Return the figures that *reference* shows; of several sources' the preferred one."""
    at = [indicator.key for indicator in sheet.indicators].index(reference.key)
    indicator = sheet.indicators[at]
    return tuple(
        Row(
            datum=Datum(indicator, row),
            steps=("indicators", at, "observations", indicator.observations.index(row)),
        )
        for row in sheet.select(reference).settled().observations
    )


def scheme_figures(
    scheme: FundingScheme, here: Steps
) -> Iterator[tuple[Steps, Amount | Tally, tuple[str, ...]]]:
    """Return the figures of a scheme with their places, and the keys of their sources.

    A figure without sources of its own comes from those of its call, else from those of the
    scheme.
    """
    for at, call in enumerate(scheme.calls):
        for row, amount in enumerate(call.amounts):
            sources = amount.sources or call.sources or scheme.sources
            yield (*here, "calls", at, "amounts", row), amount, sources
    for at, round_ in enumerate(scheme.rounds):
        for field in ("applications", "applied_for", "grants", "granted"):
            for row, figure in enumerate(getattr(round_, field)):
                sources = figure.sources or scheme.sources
                yield (*here, "rounds", at, field, row), figure, sources
