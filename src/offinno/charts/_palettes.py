"""The colours that offinno gives marks, chosen so that colour-blind readers tell them apart.

Dichromatic sight is simulated with the matrices of G. M. Machado, M. M. Oliveira and L. A. F.
Fernandes, *A Physiologically-based Model for Simulation of Color Vision Deficiency* (IEEE
Transactions on Visualization and Computer Graphics 15, 2009, doi 10.1109/TVCG.2009.113) at full
severity, applied to linear sRGB; distances are those of CIE 1976 in L*a*b*. Whoever sees neither
red, nor green, nor blue has at least 20 between any two of the categories, and on white paper
each has 3 : 1 or more. A test repeats the sums.

The light colours of the two scales have less than 3 : 1 by nature; areas in them are outlined,
see `offinno.charts.Theme`.
"""

from typing import Final

#: Categories; the second recedes where the first stands out.
CATEGORIES: Final = (
    *("#0b5c8a", "#8296a8", "#ba7a14", "#4d1634"),
    *("#2ca470", "#ba73ea", "#505103", "#390185"),
)

#: From little to much: each darker than the one before, in one hue.
SEQUENTIAL: Final = ("#ddeef7", "#afd6ea", "#7fbcdd", "#20709f", "#13517d", "#0f3457")

#: From one side over the middle to the other; brown and blue differ for everybody.
DIVERGING: Final = (
    *("#662703", "#9d4616", "#e9a679", "#f0eee9"),
    *("#82bddf", "#186a99", "#084066"),
)
