"""Setting court pages: Qt lays the text out, ReportLab makes the pages, pikepdf finishes the archive form."""

from workbench.reports.typeset.anchors import Anchor, anchored
from workbench.reports.typeset.blocks import GREY, Blank, Block, Headed, Rule, Space, Stack, Text
from workbench.reports.typeset.chart import Box, Chart, Link
from workbench.reports.typeset.code import Code
from workbench.reports.typeset.finish import About, Bookmark, finish
from workbench.reports.typeset.layout import Span, Style
from workbench.reports.typeset.pages import WIDTH, PageEnd, Printed, print_pages
from workbench.reports.typeset.tables import Look, Table

__all__ = [
    "GREY", "WIDTH", "About", "Anchor", "Blank", "Block", "Bookmark", "Box", "Chart", "Code", "Headed", "Link",
    "Look", "PageEnd", "Printed", "Rule", "Space", "Span", "Stack", "Style", "Table", "Text", "anchored", "finish",
    "print_pages",
]  # fmt: skip
