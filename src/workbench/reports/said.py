"""Everything that a finished file says: its pages, its properties, its bookmarks and what is attached to it."""

import io
from collections.abc import Iterator

import pikepdf

from workbench.reports.readback import read


def said(pdf: bytes) -> list[str]:
    """Every text of a file that somebody could read in it, whether it is printed or not."""
    return [*read(pdf), *_hidden(pdf)]


def _hidden(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        yield from (str(value) for value in file.docinfo.values())
        if "/Metadata" in file.Root:
            yield bytes(file.Root.Metadata.read_bytes()).decode("utf-8", "replace")
        for name, attached in file.attachments.items():
            yield name
            yield attached.get_file().read_bytes().decode("utf-8", "replace")
        with file.open_outline() as outline:
            yield from _titles(outline.root)


def _titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)
