"""The seizure record: what was taken, where, by whom and before whom, for everybody present to sign."""

from collections.abc import Sequence

from workbench.i18n import N_, isolate, ltr
from workbench.reports import terms
from workbench.reports.dossier import Dossier, Exhibit, Present, Seizure
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.sheet import Sheet
from workbench.reports.things import number
from workbench.reports.typeset import Blank, Block, Space, Stack, Table

TITLE = N_("Seizure record")
_EMPTY_ROWS = 3


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the record, in the order in which it is read aloud."""
    seizure = dossier.seizure or Seizure()
    things = _things(dossier, seizure)
    signers = _signers(dossier, seizure)
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        _circumstances(sheet, dossier, seizure),
        sheet.section(sheet.say(N_("Team")), _people(sheet, seizure.team, N_("Rank and task"), remarks=False)),
        sheet.section(sheet.say(N_("Persons present and witnesses")), _people(sheet, seizure.present, N_("Capacity"), remarks=True)),
        sheet.section(sheet.say(N_("How the place was entered")), _written(sheet, seizure.entry, 2)),
        sheet.section(sheet.say(N_("What was seized")), _list(sheet, things)),
        sheet.section(sheet.say(N_("Remarks and claims of those present")), _written(sheet, seizure.remarks, 3)),
        sheet.section(sheet.say(N_("What was not taken, and why")), _written(sheet, seizure.not_taken, 2)),
        sheet.section(sheet.say(N_("Damage")), _written(sheet, seizure.damage, 2)),
        sheet.section(sheet.say(N_("Copy")), _copy(sheet, seizure)),
        sheet.section(sheet.say(N_("Reading aloud")), *_read_aloud(sheet)),
        sheet.section(sheet.say(N_("Signatures and thumbprints")), signatures(sheet, signers, thumb=True)),
        sheet.section(sheet.say(N_("Integrity of this document")), integrity(sheet, dossier)),
    ]  # fmt: skip


def _circumstances(sheet: Sheet, dossier: Dossier, seizure: Seizure) -> Block:
    return sheet.pairs(
        [
            (sheet.say(N_("Case number")), sheet.text(ltr(dossier.case.number), sheet.strong)),
            (sheet.say(N_("Kind")), sheet.text(sheet.term(terms.KINDS_OF_CASE, dossier.case.kind))),
            (sheet.say(N_("Order: number, date, court")), seizure.order),
            (sheet.say(N_("Legal basis where there is no order")), seizure.legal_basis),
            (sheet.say(N_("Began")), _moment(sheet, seizure.started_at)),
            (sheet.say(N_("Ended")), _moment(sheet, seizure.ended_at)),
            (sheet.say(N_("Exact place")), seizure.place),
            (sheet.say(N_("Record written by")), dossier.made_by),
        ],
        columns=2, share=0.36,
    )  # fmt: skip


def _moment(sheet: Sheet, at: object) -> Block | str:
    return sheet.text(sheet.moment(at)) if at else ""  # type: ignore[arg-type]


def _written(sheet: Sheet, text: str, lines: int) -> Block:
    return sheet.written(text) if text.strip() else Blank(lines, sheet.body.leading + 2)


def _people(sheet: Sheet, people: Sequence[Present], capacity: str, *, remarks: bool) -> Block:
    """Names with capacity, and empty rows for those whom the program does not know."""
    rows: list[list[Block]] = []
    for n, person in enumerate([*people, *[Present("", "")] * max(0, _EMPTY_ROWS - len(people))], 1):
        row: list[Block] = [sheet.text(sheet.language.number(n))]
        row += [sheet.value(person.name), sheet.value(_capacity(sheet, person))]
        rows.append([*row, sheet.value(person.claims_and_remarks)] if remarks else row)
    head = [sheet.say(N_("No.")), sheet.say(N_("Full name")), sheet.say(capacity)]
    if remarks:
        return sheet.table((0.07, 0.36, 0.24, 0.33), [*head, sheet.say(N_("Paper shown"))], rows)
    return sheet.table((0.07, 0.5, 0.43), head, rows)


def _capacity(sheet: Sheet, person: Present) -> str:
    key = person.capacity
    return sheet.say(terms.CAPACITIES[key]) if key in terms.CAPACITIES else key


def _things(dossier: Dossier, seizure: Seizure) -> list[Exhibit]:
    """The exhibits that the record is about: those it names, or all of the case if it names none."""
    named = [e for e in dossier.exhibits if e.number in seizure.exhibits]
    return named or list(dossier.exhibits)


def _list(sheet: Sheet, things: Sequence[Exhibit]) -> Block:
    rows: list[list[Block]] = []
    for exhibit in things:
        where = ltr(exhibit.number)
        finder = exhibit.found_by or exhibit.seized_by
        photos = sum(1 for file in exhibit.files if file.name.lower().endswith((".jpg", ".jpeg", ".png", ".heic")))
        rows.append(
            [
                number(sheet, exhibit.number),
                Stack(sheet.written(exhibit.description, where=where), sheet.text(sheet.term(terms.EXHIBITS, exhibit.kind), sheet.quiet)),
                _or_blank(sheet, exhibit.place), _or_blank(sheet, finder), _or_blank(sheet, exhibit.condition),
                sheet.text(ltr(exhibit.seal_number)) if exhibit.seal_number else Blank(1, sheet.small.leading),
                sheet.text(sheet.language.number(photos)) if photos else Blank(1, sheet.small.leading),
            ]
        )  # fmt: skip
    rows += [[Blank(1, sheet.body.leading) for _ in range(7)] for _ in range(0 if things else _EMPTY_ROWS)]
    head = [
        sheet.say(N_("No.")), sheet.say(N_("Description")), sheet.say(N_("Exact place found")), sheet.say(N_("Found by")),
        sheet.say(N_("Condition")), sheet.say(N_("Packing and seal no.")), sheet.say(N_("Photos")),
    ]  # fmt: skip
    return sheet.table((0.17, 0.24, 0.16, 0.13, 0.11, 0.11, 0.08), head, rows)


def _or_blank(sheet: Sheet, text: str) -> Block:
    return sheet.written(text, sheet.small) if text.strip() else Blank(1, sheet.small.leading)


def _copy(sheet: Sheet, seizure: Seizure) -> Block:
    given = sheet.text(sheet.say(N_("A copy of this record was given to:")))
    return Stack(given, _written(sheet, seizure.copy_given_to, 1))


def _read_aloud(sheet: Sheet) -> list[Block]:
    words = N_(
        "This record was read aloud to those present in a language they understand. Their remarks are written "
        "above. Each of them signs or puts a thumbprint below; a refusal to sign is noted with its reason."
    )
    interpreter = sheet.say(N_("Language of reading and name of the interpreter, if any:"))
    return [sheet.text(sheet.say(words)), Space(2), sheet.text(interpreter), Blank(1, sheet.body.leading)]


def _signers(dossier: Dossier, seizure: Seizure) -> list[Present]:
    """Everybody who signs: the writer, the team, those present, and room for two witnesses."""
    known = [Present(dossier.made_by, dossier.made_by_role), *seizure.team, *seizure.present]
    unique = list({(p.name, p.capacity): p for p in known}.values())
    witnesses = sum(1 for p in seizure.present if p.capacity == "witness")
    return [*unique, *[Present("", "witness")] * max(0, 2 - witnesses)]
