"""All findings of one check."""

from collections.abc import Iterator, Sequence
from typing import final, overload

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.checks._finding import Finding
from offinno.checks._rule import Severity
from offinno.language import Lang
from offinno.wording import listed, message, message_plural


@final
@attrs.frozen(repr=False)
class Report(Frozen, Sequence[Finding]):
    """What was found in a sheet: a read-only sequence, in the order of the sheet.

    It is empty, and so false, when nothing was found.
    """

    #: The findings.
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=as_tuple)

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> "Report": ...
    def __getitem__(self, at: int | slice) -> "Finding | Report":
        """Return one finding, or a report of several."""
        return Report(self.findings[at]) if isinstance(at, slice) else self.findings[at]

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """Findings with which a sheet must not be published."""
        return self._of(Severity.BLOCKER)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Findings by which a reader is misled or left without something."""
        return self._of(Severity.WARNING)

    @property
    def hints(self) -> tuple[Finding, ...]:
        """Findings that are worth a look."""
        return self._of(Severity.HINT)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def text(self, *, lang: Lang = "en", name: str = "") -> str:
        """Return the findings as lines for people and editors, two for each.

        The first line is ``name:line:column: CODE path: message``, where *name* is that of the
        file; without it, ``path:line:column CODE message``. The second is the remedy, set in.
        """
        return "\n".join(line for finding in self for line in _lines(finding, lang, name))

    def summary(self, *, lang: Lang = "en") -> str:
        """Return how many findings there are of each severity.

        >>> Report().summary(lang="nb")
        'ingen funn'
        """
        counts = (
            (
                len(self.blockers),
                message_plural("{n} blocker", "{n} blockers", len(self.blockers), lang=lang),
            ),
            (
                len(self.warnings),
                message_plural("{n} warning", "{n} warnings", len(self.warnings), lang=lang),
            ),
            (len(self.hints), message_plural("{n} hint", "{n} hints", len(self.hints), lang=lang)),
        )
        said = [text for count, text in counts if count]
        return listed(said, lang=lang) if said else message("no findings", lang=lang)

    def to_json(self, *, lang: Lang = "en") -> list[dict[str, str | int | None]]:
        """Return the findings as plain objects for JSON.

        Each has ``code``, ``severity``, ``message``, ``path``, ``line`` and ``remedy``; the line
        is None where the file is not known.
        """
        return [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "message": finding.message(lang=lang),
                "path": finding.path,
                "line": finding.line,
                "remedy": finding.remedy(lang=lang),
            }
            for finding in self
        ]

    def __str__(self) -> str:
        """Return the findings in English, as lines."""
        return self.text()

    def __repr__(self) -> str:
        return f"<Report: {self.summary()}>"


def _lines(finding: Finding, lang: Lang, name: str) -> Iterator[str]:
    """Return the two lines of a finding."""
    spot = "" if finding.line is None else f":{finding.line}:{finding.column}"
    said = finding.message(lang=lang)
    if name:
        yield f"{name}{spot}: {finding.code} {finding.path}: {said}"
    else:
        yield f"{finding.path}{spot} {finding.code} {said}"
    yield f"    {finding.remedy(lang=lang)}"
