"""The things that a factsheet speaks of, as small frozen types.

An object that exists is valid: constructing, copying, unpickling and reading run the same
checks. This package knows no file format, no wording and no chart.
"""

from offinno.model._area import Area, UnknownArea
from offinno.model._axis import Axis
from offinno.model._blocks import Block, Contact, Heading, Links, Notes, Prose, Schemes
from offinno.model._checks import BadKey, Contradiction, UnsafeLink, checked_url
from offinno.model._column import Column
from offinno.model._comparison import Comparison, NotComparable
from offinno.model._datum import Datum
from offinno.model._dimension import Break, Dimension, Preferred
from offinno.model._extra import RANGE_CODE, Extra
from offinno.model._factsheet import ContactPoint, Factsheet
from offinno.model._figure_blocks import (
    Bars,
    FigureBlock,
    GroupedBars,
    Number,
    Pictogram,
    Ranking,
)
from offinno.model._indicator import Indicator
from offinno.model._lineage import Derivation, Input, Method
from offinno.model._observation import Observation
from offinno.model._observations import Observations
from offinno.model._population import Note, Population, Question, Sample
from offinno.model._reference import (
    BadReference,
    Form,
    Name,
    Piece,
    Reference,
    parse_reference,
    pieces,
)
from offinno.model._rules import RULES, Fact, Reason, Rule, Verdict
from offinno.model._scheme import (
    Amount,
    AmountKind,
    Call,
    FundingScheme,
    Round,
    SchemeName,
    SupportRate,
    Tally,
)
from offinno.model._selection import ManyFigures, NoSuchFigure
from offinno.model._source import Link, Source
from offinno.model._status import Adjustment, Evidence, Measuring, Status
from offinno.model._typed import WrongType
from offinno.model._width import Width

__all__ = [
    "RANGE_CODE",
    "RULES",
    "Adjustment",
    "Amount",
    "AmountKind",
    "Area",
    "Axis",
    "BadKey",
    "BadReference",
    "Bars",
    "Block",
    "Break",
    "Call",
    "Column",
    "Comparison",
    "Contact",
    "ContactPoint",
    "Contradiction",
    "Datum",
    "Derivation",
    "Dimension",
    "Evidence",
    "Extra",
    "Fact",
    "Factsheet",
    "FigureBlock",
    "Form",
    "FundingScheme",
    "GroupedBars",
    "Heading",
    "Indicator",
    "Input",
    "Link",
    "Links",
    "ManyFigures",
    "Measuring",
    "Method",
    "Name",
    "NoSuchFigure",
    "NotComparable",
    "Note",
    "Notes",
    "Number",
    "Observation",
    "Observations",
    "Pictogram",
    "Piece",
    "Population",
    "Preferred",
    "Prose",
    "Question",
    "Ranking",
    "Reason",
    "Reference",
    "Round",
    "Rule",
    "Sample",
    "SchemeName",
    "Schemes",
    "Source",
    "Status",
    "SupportRate",
    "Tally",
    "UnknownArea",
    "UnsafeLink",
    "Verdict",
    "Width",
    "WrongType",
    "checked_url",
    "parse_reference",
    "pieces",
]
