"""The law as data: which text held where and when, in short, and whether it was read. Pure."""

from workbench.datafiles import Finding, Flaw
from workbench.law.finding import best, find, wider
from workbench.law.model import KINDS, MARKS, Instrument, Law, Provision, Question, State
from workbench.law.reading import inspect, load

__all__ = [
    "KINDS",
    "MARKS",
    "Finding",
    "Flaw",
    "Instrument",
    "Law",
    "Provision",
    "Question",
    "State",
    "best",
    "find",
    "inspect",
    "load",
    "wider",
]
