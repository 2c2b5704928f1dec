"""Imports what is asked for and keeps account of it, for the window and the commands alike."""

from reader.intake.arrival import Arrival, list_repairs, report
from reader.intake.importing import Manner, Progress, Step, import_all
from reader.intake.record import read_arrivals, write_arrivals
from reader.intake.wish import Clipping, Page, Wish

__all__ = [
    "Arrival",
    "Clipping",
    "Manner",
    "Page",
    "Progress",
    "Step",
    "Wish",
    "import_all",
    "list_repairs",
    "read_arrivals",
    "report",
    "write_arrivals",
]
