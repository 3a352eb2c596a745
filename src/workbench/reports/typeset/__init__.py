"""Setting court pages: Qt lays the text out, ReportLab makes the pages, pikepdf finishes the archive form."""

from workbench.reports.typeset.blocks import GREY, Blank, Block, Headed, Rule, Space, Stack, Text
from workbench.reports.typeset.code import Code
from workbench.reports.typeset.finish import About, finish
from workbench.reports.typeset.layout import Span, Style
from workbench.reports.typeset.pages import WIDTH, Printed, print_pages
from workbench.reports.typeset.tables import Look, Table

__all__ = [
    "GREY", "WIDTH", "About", "Blank", "Block", "Code", "Headed", "Look", "Printed", "Rule", "Space", "Span",
    "Stack", "Style", "Table", "Text", "finish", "print_pages",
]  # fmt: skip
