"""What a command prints: lines for people, JSON for machines."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any, TextIO

from workbench.i18n import plain, visible


class Output:
    """Prints one result, either way. Identifiers are printed without direction marks."""

    def __init__(self, stream: TextIO, *, as_json: bool) -> None:
        self.stream = stream
        self.as_json = as_json
        self._kept: list[str] = []

    def result(self, value: object, lines: Iterable[str]) -> None:
        """The result of a command: ``value`` for machines, ``lines`` for people."""
        if self.as_json:
            self._kept = [json.dumps(value, ensure_ascii=False, default=_plain)]
        else:
            self._kept += [_shown(line) for line in lines]

    def tell(self) -> None:
        """Print what was kept, once the vault is closed: a command says one thing, done or refused."""
        for line in self._kept:
            print(line, file=self.stream)
        self._kept = []

    def refused(self, reason: str, sentence: str, remedy: str) -> None:
        """A refusal for machines; people read it where errors go."""
        if self.as_json:
            print(json.dumps({"refused": reason, "message": sentence, "remedy": remedy}), file=self.stream)


def _shown(line: str) -> str:
    """The line as a terminal may print it: what is stored must not move its cursor or turn its text round."""
    return "\n".join(visible(part) for part in plain(line).split("\n"))


def _plain(value: object) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        # Pictures are for the window: printed or written to a file they would lie about in plain.
        found = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: one for name, one in found.items() if not isinstance(one, bytes)}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    return str(value)
