"""CASE/UCO in JSON-LD, as forensic tools write it: files with hashes, messages, calls, contacts, places, devices."""

import json
from collections.abc import Iterator

from workbench.evidence.intake import uco_items
from workbench.evidence.intake.items import Item
from workbench.evidence.intake.source import Notes, Source, Unreadable
from workbench.evidence.intake.uco_graph import Graph

_MOST_BYTES = 64 * 1024 * 1024
_SIGNS = (b"ontology.unifiedcyberontology.org", b"unifiedcyberontology.org", b"caseontology.org")


def fits(source: Source) -> bool:
    """Whether it is JSON that names the ontologies of CASE or UCO near its beginning."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] not in (b"{", b"["):
        return False
    if not any(one in head for one in _SIGNS) and source.size > len(source.head):
        # A context may stand at the end of the file.
        source.file.seek(max(0, source.size - 16_384))
        head += source.file.read(16_384)
    return any(one in head for one in _SIGNS) and (b'"@graph"' in head or b'"@type"' in head)


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """What the graph tells: each thing that is an event, a person's address, a place or a file, in its order."""
    if source.size > _MOST_BYTES:
        raise Unreadable("too_large")
    source.file.seek(0)
    try:
        told = json.loads(source.file.read(_MOST_BYTES).decode("utf-8-sig"), parse_int=_whole)
    except (ValueError, RecursionError) as error:
        raise Unreadable("broken") from error
    graph = Graph(told)
    if not graph.things:
        raise Unreadable("broken")
    notes.fact("things", len(graph.things))
    notes.fact("kinds", graph.kinds())
    if tools := uco_items.tools(graph):
        notes.fact("tools", tools)
    yield from uco_items.items(graph, notes)


def _whole(digits: str) -> int | str:
    """A number of more digits than any id has stays text: turning it would take for ever."""
    return int(digits) if len(digits) < 18 else digits
