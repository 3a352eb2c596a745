"""Commands as records: what can be done from the keyboard and the command box, and where it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from workbench.i18n import N_, TAGS, language
from workbench.ui.registry import PLACES


class Doer(Protocol):
    """The frame, as far as a command needs it."""

    def go(self, key: str) -> None: ...
    def tell(self, word: str) -> None: ...
    def lock(self) -> None: ...
    def hide_identities(self) -> None: ...
    def search(self) -> None: ...
    def pane(self, step: int) -> None: ...
    def text_size(self, step: int) -> None: ...
    def full_screen(self) -> None: ...
    def speak(self, tag: str) -> None: ...
    def change_theme(self) -> None: ...
    def change_track(self) -> None: ...


@dataclass(frozen=True)
class Command:
    """``keys`` are matched by position, so they work on Arabic and Kurdish keyboards; ``shown``: in the command box."""

    key: str
    label: str
    keys: tuple[str, ...]
    do: Callable[[Doer], object]
    case: bool = False
    shown: bool = True


def _go(key: str) -> Callable[[Doer], object]:
    return lambda frame: frame.go(key)


def _tell(word: str) -> Callable[[Doer], object]:
    return lambda frame: frame.tell(word)


def _receive(frame: Doer) -> None:
    frame.go("library")
    frame.tell("receive")


def _speak(tag: str) -> Callable[[Doer], object]:
    return lambda frame: frame.speak(tag)


# Figures as far as there are any (Ctrl+0 is the usual size of text), then a letter for the last: the history.
_KEYS = (*(f"Ctrl+{number}" for number in range(1, 10)), "Ctrl+H")
_SECTIONS = tuple(
    Command(f"go-{place.key}", place.label, (key,), _go(place.key), case=True)
    for key, place in zip(_KEYS, (place for place in PLACES if place.case), strict=True)
)

# Each language under its own name, which no catalogue translates.
_LANGUAGES = tuple(Command(f"language-{tag}", language(tag).native_name, (), _speak(tag)) for tag in TAGS)

COMMANDS: tuple[Command, ...] = (
    Command("home", N_("Home"), ("Alt+Home",), _go("home")),
    Command("cases", N_("Cases"), (), _go("cases")),
    Command("find", N_("Search for people, numbers and words"), ("Ctrl+Shift+F",), _go("search")),
    Command("library", N_("Library"), (), _go("library")),
    Command("settings", N_("Settings"), (), _go("settings")),
    *_SECTIONS,
    Command("new", N_("New: case, person or exhibit"), ("Ctrl+N",), _tell("new")),
    Command(
        "primary",
        N_("Do the main action of this page"),
        ("Ctrl+Return", "Ctrl+Enter"),
        _tell("primary"),
        shown=False,
    ),
    Command("next", N_("Next step"), ("Alt+Down",), _tell("next_step"), case=True),
    Command("previous", N_("Previous step"), ("Alt+Up",), _tell("previous_step"), case=True),
    Command("attach", N_("Attach evidence or a paper"), ("Ctrl+Shift+A",), _tell("attach"), case=True),
    Command("law", N_("Legal basis"), ("F1",), _tell("show_law"), case=True),
    Command("why", N_("Why is this step here?"), ("Shift+F1",), _tell("show_why"), case=True),
    Command("snapshot", N_("Case at a glance"), ("F9",), _tell("snapshot"), case=True),
    Command("what-if", N_("What if…"), (), _tell("what_if"), case=True),
    Command("track", N_("Change track…"), (), lambda frame: frame.change_track(), case=True),
    Command("receive", N_("Receive a procedure from a stick…"), (), _receive),
    Command("twin", N_("Chart or table"), ("Ctrl+T",), _tell("twin"), shown=False),
    Command("filter", N_("Filter this list"), ("Ctrl+F",), _tell("filter")),
    Command("print", N_("Print or PDF of this"), ("Ctrl+P",), _go("documents"), case=True),
    Command("mask", N_("Hide identities"), ("Ctrl+.",), lambda frame: frame.hide_identities()),
    Command("search", N_("Search or command"), ("Ctrl+K",), lambda frame: frame.search(), shown=False),
    Command("lock", N_("Lock"), ("Ctrl+L", "F12"), lambda frame: frame.lock()),
    Command("pane", N_("Next pane"), ("F6",), lambda frame: frame.pane(1), shown=False),
    Command("pane-back", N_("Previous pane"), ("Shift+F6",), lambda frame: frame.pane(-1), shown=False),
    Command("full-screen", N_("Full screen"), ("F11",), lambda frame: frame.full_screen()),
    Command("larger", N_("Larger text"), ("Ctrl++", "Ctrl+="), lambda frame: frame.text_size(1)),
    Command("smaller", N_("Smaller text"), ("Ctrl+-",), lambda frame: frame.text_size(-1)),
    Command("size", N_("Usual text size"), ("Ctrl+0",), lambda frame: frame.text_size(0)),
    Command("theme", N_("Light or dark"), (), lambda frame: frame.change_theme()),
    *_LANGUAGES,
)
