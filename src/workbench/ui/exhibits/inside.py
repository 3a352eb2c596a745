"""What is inside a sealed file: read, shown as a list, looked into page by page, and exported with a reason."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from workbench.i18n import N_, isolate, ltr, plain
from workbench.services import events, looking_in, reading_files
from workbench.services.event_rows import EventRow
from workbench.services.readings import ItemRow, ReadingRow
from workbench.services.rows import SealedFileRow
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.dialogs.evidence.columns import ask_columns
from workbench.ui.evidence.files import Kept
from workbench.ui.evidence.preview import PreviewPane
from workbench.ui.evidence.reading import ReadingPane
from workbench.ui.exhibits.host import Host
from workbench.ui.exhibits.running import Running
from workbench.ui.parts.notice import Notice
from workbench.ui.state import speaking, tr

_UNKNOWN = "columns_unknown"
COUNTED = {
    "messages": N_("messages"), "notices": N_("notices of the program"), "calls": N_("calls"),
    "contacts": N_("contacts"), "places": N_("places"), "payments": N_("payments"), "photos": N_("photographs"),
    "recordings": N_("recordings"), "pages": N_("pages"), "records": N_("records"), "files": N_("files inside"),
}  # fmt: skip
_TOLD = 6


class Inside:
    """Works on the files of the exhibit that is chosen."""

    def __init__(self, page: Host, running: Running) -> None:
        self._page, self._running = page, running

    def kept(self, file: SealedFileRow) -> Kept:
        """A file with what is known of its content."""
        made = ""
        if file.derived_from:
            plain_words, words = N_("made from another file"), N_("made from another file of the exhibit, with {tool}")
            made = tr(words if file.tool else plain_words, tool=isolate(file.tool))
        found = self._page.read.get(file.file_id)
        if found is None:
            return Kept(file, made=made)
        return Kept(file, _found(found), _told(found), made, read=found.refused is None)

    def do(self, key: str, file: SealedFileRow) -> None:
        """Read, show what was read, preview or export a file."""
        {"read": self.read, "items": self.items, "preview": self.preview, "export": self.export}[key](file)

    def read(self, file: SealedFileRow) -> None:
        """Read it; where nobody knows its columns yet, ask what they mean."""
        self._running.read(file, then=lambda row: self._was_read(file, row))

    def _was_read(self, file: SealedFileRow, row: ReadingRow) -> None:
        self._page.notes["side"] = "files"
        if row.refused is not None and row.refused.key == _UNKNOWN:
            self._ask_columns(file, row)
            return
        tone = "warn" if row.refused or row.warnings else "ok"
        said = Notice(tr(N_("{file}: {found}"), file=isolate(file.original_name), found=_found(row)), tone=tone)
        said.setObjectName("was-read")
        self._page.tell(said)

    def _ask_columns(self, file: SealedFileRow, row: ReadingRow) -> None:
        def send(mapping: dict[str, object], dialog: Ask) -> None:
            dialog.accept()
            self._running.read(file, {**row.options, "mapping": mapping}, lambda again: self._was_read(file, again))

        ask_columns(self._page, row.facts, send)

    def items(self, file: SealedFileRow) -> None:
        """Show what was read as a list."""
        page = self._page
        pane = ReadingPane(
            page.room, file, back=page.back, failed=page.refuse, promote=lambda item: self._promote(item, pane)
        )
        page.put_before(pane)
        pane.view.setFocus()

    def _promote(self, item: ItemRow, pane: ReadingPane) -> None:
        page = self._page

        def there(row: EventRow) -> None:
            page.tell(Notice(tr(N_("on the timeline: {ref}"), ref=ltr(row.ref)), tone="ok"))
            pane.again()

        page.room.act(
            pane, events.promote, page.room.memory.case_id, item.item_id, then=there, failed=page.refuse
        )

    def preview(self, file: SealedFileRow) -> None:
        """Look into it, page by page, from the sealed bytes."""
        page = self._page

        def fetch(number: int) -> None:
            page.room.ask(
                pane, looking_in.look, page.room.memory.case_id, file.file_id, number, then=pane.show_page,
                failed=page.refuse,
            )  # fmt: skip

        pane = PreviewPane(file.original_name, fetch=fetch, back=page.back)
        page.put_before(pane)
        pane.setFocus()

    def export(self, _file: SealedFileRow) -> None:
        """Export the whole exhibit: a file without its record proves nothing."""
        page, now = self._page, self._page.list.now()
        if now is None:
            return
        row = now.exhibit

        def chosen(reason: str, dialog: Ask) -> None:
            folder = QFileDialog.getExistingDirectory(page, tr(N_("Choose a folder or a stick")))
            if not folder:
                dialog.wait(False)
                return
            dialog.accept()
            name = f"{plain(page.room.memory.case_number)}-{row.number}".replace("/", "-")
            self._running.export(row, Path(folder) / name, reason)

        AskReason(
            page, tr(N_("Export {number} with all its files?"), number=ltr(row.number)),
            tr(N_("Outside the vault nothing protects the files. The log has the export, the reason and your name.")),
            tr(N_("Export")), question=tr(N_("For whom, and on which order")), then=chosen, glyph="ph.export",
        ).open()  # fmt: skip


def _found(row: ReadingRow) -> str:
    """What was found, in one line: the form of the file, and how many of what."""
    language = speaking()
    if row.refused is not None:
        return row.refused.say(language)
    form = reading_files.LABELS.get(row.format)
    parts = [tr(form)] if form else []
    parts += [f"{tr(COUNTED.get(kind, kind))}: {language.number(count)}" for kind, count in row.counts.items() if count]
    return ("، " if language.rtl else ", ").join(parts) or tr(N_("Nothing in it could be read as a list."))


def _told(row: ReadingRow) -> tuple[str, ...]:
    """What a person should know of what was read."""
    language = speaking()
    said = [one.say(language) for one in row.warnings[:_TOLD]]
    if row.differs:
        said.append(tr(N_("What is read now is not what was read first.")))
    return tuple(said)
