"""What the readers of the rules share: named entries, marks, and names that must be known."""

from collections.abc import Iterable, Iterator

from workbench.datafiles import Flaw, Section
from workbench.i18n import ltr

MARKS = ("S", "GK")


def entries(body: Section, key: str) -> Iterator[tuple[str, Section]]:
    """The mappings under a key, each with its own key."""
    listed = body.section(key)
    for name in listed.keys if listed else ():
        one = listed.section(name) if listed else None
        if one is not None:
            yield name, one


def mark(body: Section, otherwise: str = "") -> str:
    """The mark of an entry; what stands around it where the entry has none of its own."""
    return otherwise if otherwise and not body.text("mark") else body.one_of("mark", MARKS)


def known(body: Section, key: str, names: Iterable[str], among: Iterable[str]) -> tuple[str, ...]:
    """The names, with a finding for each that is not among the known ones."""
    allowed, wanted = tuple(among), tuple(names)
    for name in wanted:
        if name not in allowed:
            body.flaw(Flaw.NOT_ONE_OF, key, key=ltr(key), value=ltr(name), known=ltr(", ".join(allowed)))
    return wanted


def words_of(body: Section, key: str) -> dict[str, tuple[str, ...]]:
    """Lists of words, by key."""
    listed = body.section(key)
    return {name: listed.words(name) for name in listed.keys} if listed else {}


def texts_of(body: Section, key: str) -> dict[str, str]:
    """Texts, by key."""
    listed = body.section(key)
    return {name: listed.text(name, required=True) for name in listed.keys} if listed else {}
