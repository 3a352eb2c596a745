"""Compound files (OLE2) of old Office programs and of locked new ones: recognised by the names of their streams."""

from workbench.evidence.intake.source import Source

_SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST = 1024


def is_compound(source: Source) -> bool:
    """Whether it begins as a compound file does."""
    return source.head.startswith(_SIGN) and len(source.head) >= 512


def streams(source: Source) -> frozenset[str]:
    """The names in the directory of a compound file, as far as its first stretch goes."""
    if not is_compound(source):
        return frozenset()
    size = 1 << min(int.from_bytes(source.head[30:32], "little"), 12)
    start = (int.from_bytes(source.head[48:52], "little") + 1) * size
    if start >= source.size:
        return frozenset()
    source.file.seek(start)
    found = set()
    directory = source.file.read(min(size, 4096) if size > 512 else _MOST)
    for at in range(0, len(directory) - 127, 128):
        length = int.from_bytes(directory[at + 64 : at + 66], "little")
        if 2 < length <= 64:
            found.add(directory[at : at + length - 2].decode("utf-16-le", "replace"))
    return frozenset(found)


def holds(source: Source, *names: str) -> bool:
    """Whether it holds a stream of one of the names."""
    return bool(streams(source) & set(names))
