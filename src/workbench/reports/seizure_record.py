"""The seizure record: what was taken, where, by whom and before whom, for everybody present to sign."""

from collections.abc import Sequence
from datetime import datetime

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Exhibit, Present, Seizure
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.sheet import Sheet
from workbench.reports.things import number
from workbench.reports.typeset import Blank, Block, Space, Stack

TITLE = N_("Seizure record")
_EMPTY_ROWS = 3
_PICTURES = (".jpg", ".jpeg", ".png", ".heic")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the record, in the order in which it is read aloud."""
    seizure = dossier.seizure or Seizure()
    things = _things(dossier, seizure)
    signers = _signers(dossier, seizure)
    who = _people(sheet, seizure.team, N_("Rank and task"), papers=False)
    present = _people(sheet, seizure.present, N_("Capacity"), papers=True)
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        _circumstances(sheet, dossier, seizure),
        sheet.section(N_("Team"), who),
        sheet.section(N_("Persons present and witnesses"), present),
        sheet.section(N_("How the place was entered"), _written(sheet, seizure.entry, 2)),
        sheet.section(N_("What was seized"), _list(sheet, things)),
        sheet.section(N_("Remarks and claims of those present"), _written(sheet, seizure.remarks, 3)),
        sheet.section(N_("What was not taken, and why"), _written(sheet, seizure.not_taken, 2)),
        sheet.section(N_("Damage"), _written(sheet, seizure.damage, 2)),
        sheet.section(N_("Copy of the record"), _copy(sheet, seizure)),
        sheet.section(N_("Reading aloud"), *_read_aloud(sheet)),
        sheet.section(N_("Signatures and thumbprints"), signatures(sheet, signers, thumb=True)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]  # fmt: skip


def _circumstances(sheet: Sheet, dossier: Dossier, seizure: Seizure) -> Block:
    return sheet.pairs(
        [
            (N_("Case number"), sheet.text(ltr(dossier.case.number), sheet.strong)),
            (N_("Kind"), sheet.text(sheet.term(terms.KINDS_OF_CASE, dossier.case.kind))),
            (N_("Order: number, date, court"), seizure.order),
            (N_("Legal basis where there is no order"), seizure.legal_basis),
            (N_("Began"), _moment(sheet, seizure.started_at)),
            (N_("Ended"), _moment(sheet, seizure.ended_at)),
            (N_("Exact place"), seizure.place),
            (N_("Record written by"), dossier.made_by),
        ],
        columns=2, share=0.36,
    )  # fmt: skip


def _moment(sheet: Sheet, at: datetime | None) -> Block | str:
    return sheet.text(sheet.moment(at)) if at else ""


def _written(sheet: Sheet, text: str, lines: int) -> Block:
    return sheet.written(text) if text.strip() else Blank(lines, sheet.body.leading + 2)


def _people(sheet: Sheet, people: Sequence[Present], capacity: str, *, papers: bool) -> Block:
    """Names with capacity, and empty rows for those whom the program does not know."""
    rows: list[list[Block]] = []
    for n, person in enumerate([*people, *[Present("", "")] * max(0, _EMPTY_ROWS - len(people))], 1):
        row: list[Block] = [sheet.text(sheet.language.number(n))]
        row += [sheet.value(person.name), sheet.value(_capacity(sheet, person))]
        rows.append([*row, sheet.value(person.paper)] if papers else row)
    head = [N_("No."), N_("Full name"), capacity]
    if papers:
        return sheet.table((0.07, 0.36, 0.24, 0.33), [*head, N_("Paper shown")], rows)
    return sheet.table((0.07, 0.5, 0.43), head, rows)


def _capacity(sheet: Sheet, person: Present) -> str:
    key = person.capacity
    return sheet.say(terms.CAPACITIES[key]) if key in terms.CAPACITIES else key


def _things(dossier: Dossier, seizure: Seizure) -> list[Exhibit]:
    """The exhibits that the record is about: those it names, or all of the case if it names none."""
    named = [e for e in dossier.exhibits if e.number in seizure.exhibits]
    return named or list(dossier.exhibits)


def _list(sheet: Sheet, things: Sequence[Exhibit]) -> Block:
    rows = [_thing(sheet, exhibit) for exhibit in things]
    rows += [[Blank(1, sheet.body.leading) for _ in range(7)] for _ in range(0 if things else _EMPTY_ROWS)]
    head = [
        N_("No."), N_("Description"), N_("Exact place found"), N_("Found by"), N_("Condition"),
        N_("Packing and seal no."), N_("Photos"),
    ]  # fmt: skip
    return sheet.table((0.195, 0.22, 0.145, 0.125, 0.115, 0.115, 0.085), head, rows)


def _thing(sheet: Sheet, exhibit: Exhibit) -> list[Block]:
    kind = sheet.text(sheet.term(terms.EXHIBITS, exhibit.kind), sheet.quiet)
    photos = sum(1 for file in exhibit.files if file.name.lower().endswith(_PICTURES))
    return [
        number(sheet, exhibit.number),
        Stack(sheet.written(exhibit.description, where=ltr(exhibit.number)), kind, *_facts(sheet, exhibit)),
        _or_blank(sheet, exhibit.place),
        _or_blank(sheet, exhibit.found_by or exhibit.seized_by),
        _or_blank(sheet, exhibit.condition),
        _or_blank(sheet, ltr(exhibit.seal_number)),
        _or_blank(sheet, sheet.language.number(photos) if photos else ""),
    ]


def _facts(sheet: Sheet, exhibit: Exhibit) -> list[Block]:
    """What its kind needs, question and answer: a device without its numbers cannot be told from another."""
    said = (f"{isolate(question)}: {isolate(' / '.join(answer.splitlines()))}" for question, answer in exhibit.facts)
    return [sheet.text(text, sheet.quiet, where=ltr(exhibit.number)) for text in said]


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
    writer = Present(dossier.made_by, "writer")
    known = [*seizure.team, *seizure.present]
    known = known if any(p.name == writer.name for p in known) else [writer, *known]
    witnesses = sum(1 for p in seizure.present if p.capacity == "witness")
    return [*known, *[Present("", "witness")] * max(0, 2 - witnesses)]
