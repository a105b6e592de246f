"""Converters of what may stand for a period in the fields of the model."""

from datetime import date

from offinno.values import Missing, Period


def period_of(given: str | int | date | Period) -> Period:
    """Return *given* as a period."""
    return given if isinstance(given, Period) else Period(given)


def optional_period(given: str | int | date | Period | None) -> Period | None:
    """Return *given* as a period, where there is one."""
    return None if given is None else period_of(given)


def dated(given: str | int | date | Period | Missing) -> Period | Missing:
    """Return *given* as a period, or why there is none."""
    return given if isinstance(given, Missing) else period_of(given)


def optionally_dated(
    given: str | int | date | Period | Missing | None,
) -> Period | Missing | None:
    """Return *given* as a period, or why there is none, where something is said of it."""
    return None if given is None else dated(given)
