"""A JSON-LD graph without its network: things by their id, names without their prefixes, values as text."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

Thing = Mapping[str, object]
_DEEPEST, _MOST_THINGS, _LONGEST = 30, 500_000, 2_000_000


class Graph:
    """All things of a document, also those that are written within others, in the order in which they stand.

    Contexts are not fetched: a name is told by what stands after its prefix, as all writers of CASE use them.
    """

    def __init__(self, told: object) -> None:
        self.things: list[Thing] = []
        self._by_id: dict[str, dict[str, object]] = {}
        self.called: dict[int, str] = {}  # what things are called, by where they lie
        self._gather(told)

    def thing(self, reference: object) -> Thing:
        """The thing that is referred to, or that stands there itself; an empty one where it is not in the file."""
        for one in listed(reference):
            if isinstance(one, Mapping):
                name = one.get("@id")
                return self._by_id.get(name, one) if isinstance(name, str) else one
            if isinstance(one, str) and one in self._by_id:
                return self._by_id[one]
        return {}

    def all(self, references: object) -> list[Thing]:
        """Every thing that is referred to."""
        return [found for one in listed(references) if (found := self.thing(one))]

    def kinds(self) -> dict[str, int]:
        """How many things there are of each kind, the most frequent first."""
        return dict(Counter(kind for one in self.things for kind in types(one)).most_common(40))

    def facets(self, thing: Thing) -> dict[str, Thing]:
        """The facets of a thing by their kind; the thing itself where its writer knows no facets."""
        return {kind: one for one in self.all(get(thing, "hasFacet", "facets")) for kind in types(one)}

    def _gather(self, told: object) -> None:
        waiting: list[tuple[object, int]] = [(told, 0)]
        while waiting:
            one, depth = waiting.pop()
            if isinstance(one, list):
                waiting += [(part, depth) for part in reversed(one)]
            elif isinstance(one, dict) and depth <= _DEEPEST and len(self.things) < _MOST_THINGS:
                self._keep(one)
                waiting += [
                    (part, depth + 1) for key, part in reversed(one.items())
                    if key != "@context" and isinstance(part, list | dict)
                ]  # fmt: skip

    def _keep(self, one: dict[str, object]) -> None:
        name = one.get("@id")
        if types(one):
            self.things.append(one)
        if not isinstance(name, str) or len(one) == 1:
            return
        if name in self._by_id and self._by_id[name] is not one:
            # The same thing may be told in pieces.
            self._by_id[name].update({key: value for key, value in one.items() if key not in self._by_id[name]})
        else:
            self._by_id[name] = one


def types(thing: Thing) -> list[str]:
    """The kinds of a thing without their prefixes."""
    return [local(one) for one in listed(thing.get("@type")) if isinstance(one, str)]


@lru_cache(100_000)
def local(name: str) -> str:
    """What stands after the prefix or the address."""
    return name.replace("#", "/").rpartition("/")[2].rpartition(":")[2]


def get(thing: Thing, *names: str) -> object:
    """The value under the first of the names that is there, whatever its prefix."""
    for name in names:
        for key, value in thing.items():
            if local(key) == name:
                return value
    return None


def text(thing: Thing, *names: str) -> str:
    """The same as text; empty where there is none."""
    return plain(get(thing, *names))


def plain(value: object) -> str:
    """A value as text, also where it carries its type with it."""
    for one in listed(value):
        if isinstance(one, Mapping):
            one = one.get("@value")
        if isinstance(one, bool):
            return "true" if one else "false"
        if isinstance(one, str | int | float):
            return str(one)[:_LONGEST].strip()
    return ""


def listed(value: object) -> list[object]:
    """A value as a list: JSON-LD writes one value without brackets."""
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def references(thing: Thing, *names: str) -> Iterator[str]:
    """The ids that are referred to under these names."""
    for one in listed(get(thing, *names)):
        name = one.get("@id") if isinstance(one, Mapping) else one
        if isinstance(name, str):
            yield name
