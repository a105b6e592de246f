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
from offinno.model._judging import RULES
from offinno.model._line_blocks import DotInterval, Series, SeriesMark, Slope
from offinno.model._line_checks import most_lines
from offinno.model._lineage import Derivation, Dropped, Input, Method
from offinno.model._map_blocks import Choropleth, Classing, TileMap
from offinno.model._map_checks import is_total
from offinno.model._observation import Observation
from offinno.model._observations import Observations
from offinno.model._pairs import Pairs
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
from offinno.model._rules import BadOverrides, Fact, Reason, Rule, Verdict
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
from offinno.model._shown_time import shown_time
from offinno.model._source import Link, Source
from offinno.model._status import Adjustment, Evidence, Measuring, Status
from offinno.model._total import NoTotal
from offinno.model._typed import WrongType
from offinno.model._uncertain import INTERVALS, Bearer, Ends
from offinno.model._whole_blocks import Parts, SchemeTimeline
from offinno.model._wholes import (
    LackingParts,
    NotAWhole,
    NotExclusive,
    NotParts,
    check_whole,
)
from offinno.model._width import Width
from offinno.model._yearly import YearlyChange

__all__ = [
    "INTERVALS",
    "RANGE_CODE",
    "RULES",
    "Adjustment",
    "Amount",
    "AmountKind",
    "Area",
    "Axis",
    "BadKey",
    "BadOverrides",
    "BadReference",
    "Bars",
    "Bearer",
    "Block",
    "Break",
    "Call",
    "Choropleth",
    "Classing",
    "Column",
    "Comparison",
    "Contact",
    "ContactPoint",
    "Contradiction",
    "Datum",
    "Derivation",
    "Dimension",
    "DotInterval",
    "Dropped",
    "Ends",
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
    "LackingParts",
    "Link",
    "Links",
    "ManyFigures",
    "Measuring",
    "Method",
    "Name",
    "NoSuchFigure",
    "NoTotal",
    "NotAWhole",
    "NotComparable",
    "NotExclusive",
    "NotParts",
    "Note",
    "Notes",
    "Number",
    "Observation",
    "Observations",
    "Pairs",
    "Parts",
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
    "SchemeTimeline",
    "Schemes",
    "Series",
    "SeriesMark",
    "Slope",
    "Source",
    "Status",
    "SupportRate",
    "Tally",
    "TileMap",
    "UnknownArea",
    "UnsafeLink",
    "Verdict",
    "Width",
    "WrongType",
    "YearlyChange",
    "check_whole",
    "checked_url",
    "is_total",
    "most_lines",
    "parse_reference",
    "pieces",
    "shown_time",
]
