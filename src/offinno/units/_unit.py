"""What all units are together."""

from offinno.units._amounts import Count, Money, Per, Physical
from offinno.units._relative import Change, Index, Points, Ratio, Share

#: Any unit of offinno.
Unit = Money | Share | Ratio | Points | Count | Index | Change | Per | Physical
