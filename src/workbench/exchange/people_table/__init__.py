"""A table of people from outside (CSV or Excel), read whole with every bad cell named, and an empty one to fill in."""

from workbench.exchange.people_table.lines import LineProblem, PaperLine, PersonLine, Table
from workbench.exchange.people_table.reading import read_people
from workbench.exchange.people_table.template import write_template

__all__ = ["LineProblem", "PaperLine", "PersonLine", "Table", "read_people", "write_template"]
