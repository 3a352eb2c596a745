"""A module of the program, read as text and as a syntax tree."""

import ast
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Module:
    """One Python file of the program; ``place`` is its path from the project's folder."""

    place: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.place)

    def inside(self, *places: str) -> bool:
        """Whether the module is one of these files, or lies in one of these folders (with a slash at the end)."""
        whole = [f"src/workbench/{place}" for place in places]
        return any(self.place.startswith(place) if place.endswith("/") else self.place == place for place in whole)

    def names(self) -> set[str]:
        """Every dotted name that the module imports, ``from a import b`` as ``a.b``."""
        found = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
        return found
