"""The formats there are: a new one is one file in this folder and its line here.

A module of a format has ``fits(source) -> bool``, quick and by structure rather than by name, and
``read(source, notes) -> Iterator[Item]``. It loads a large library only inside ``read``. It raises
``source.Unreadable`` for what cannot be read and never trusts a length, a count or a name that a file tells.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from workbench.evidence.intake.items import Item
from workbench.evidence.intake.source import Notes, Source
from workbench.i18n import N_


@dataclass(frozen=True)
class Format:
    """A format: its key, which is also the file of its parser in this folder, and what people call it."""

    key: str
    label: str

    def fits(self, source: Source) -> bool:
        """Whether the file is of this format."""
        return bool(import_module(f"workbench.evidence.intake.{self.key}").fits(source))

    def read(self, source: Source, notes: Notes) -> Iterator[Item]:
        """The items of the file, in its order."""
        reader: Callable[[Source, Notes], Iterator[Item]] = import_module(
            f"workbench.evidence.intake.{self.key}"
        ).read
        return reader(source, notes)


# Asked in this order; the first that fits reads the file. What no other wants is plain text, or is kept unread.
# Chats, cards and letters come before tables: commas and semicolons stand in them too.
FORMATS: tuple[Format, ...] = (
    Format("photo", N_("Picture")),
    Format("pdf", N_("PDF document")),
    Format("recording", N_("Recording")),
    Format("whatsapp", N_("WhatsApp chat")),
    Format("telegram", N_("Telegram chat")),
    Format("vcard", N_("Address book")),
    Format("mail", N_("E-mail")),
    Format("case_uco", N_("Report of a forensic tool")),
    Format("track", N_("Ways and points")),
    Format("calls", N_("Call records")),
    Format("spreadsheet", N_("Table")),
    Format("office", N_("Text document")),
    Format("archive", N_("Archive")),
    Format("plain_text", N_("Text")),
)  # fmt: skip


def format_of(source: Source) -> Format | None:
    """The format of a file, or None where nothing here can read it."""
    return next((one for one in FORMATS if one.fits(source)), None)
