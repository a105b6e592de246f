"""How one of several figures for one place is chosen, in the words of an error."""

from collections.abc import Sequence
from typing import Final

from offinno.model._datum import Datum
from offinno.model._selection import NOT_STATED

#: How many names of each kind are listed.
_LISTED: Final = 4


def differing(data: Sequence[Datum], *, apart_from: str | None = None) -> str:
    """Return in what several figures differ, and so what one is chosen by; empty for nothing.

    Args:
        data: Figures of which one is wanted.
        apart_from: What they may differ in.
    """
    told = [
        f"{name} ({', '.join(names[:_LISTED])}{', …' if len(names) > _LISTED else ''})"
        for name, names in _aspects(data, apart_from).items()
    ]
    return f"they differ in {' and '.join(told)}" if told else ""


def how_to_choose(data: Sequence[Datum], *, apart_from: str | None = None) -> str:
    """Return in what several figures differ, and the reference that names the first of them."""
    told = differing(data, apart_from=apart_from)
    aspects = _aspects(data, apart_from).items()
    first = ", ".join(f"{name}={names[0]}" for name, names in aspects)
    key = data[0].indicator.key
    return f"{told}; choose by selectors, as in {key}[{first}]"


def _aspects(data: Sequence[Datum], apart_from: str | None) -> dict[str, list[str]]:
    """Return the names that figures have in whatever they differ in."""
    found: dict[str, list[str]] = {}
    for datum in data:
        for name, value in _places(datum).items():
            found.setdefault(name, []).append(value)
    unlike = {name: list(dict.fromkeys(values)) for name, values in found.items()}
    return {
        name: values for name, values in unlike.items() if len(values) > 1 and name != apart_from
    }


def _places(datum: Datum) -> dict[str, str]:
    """Return what tells a figure from the others of its indicator, as selectors name it."""
    row, own = datum.observation, datum.indicator.sources
    vintage = NOT_STATED if row.vintage is None else row.vintage.text
    source = row.source or (own[0].key if own else NOT_STATED)
    fixed = {"area": row.area.code, "period": row.period.text}
    return fixed | dict(row.breakdowns) | {"vintage": vintage, "source": source}
