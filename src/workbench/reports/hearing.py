"""What papers about interviews and statements share: who is heard, by whose voice, and how the talk was held."""

from collections.abc import Iterable

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Person
from workbench.reports.furniture import integrity
from workbench.reports.heard import Given, Talk, Told, Voice
from workbench.reports.people import non_punishment, particulars
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Stack

_YES_NO = terms.YES_NO


def languages(sheet: Sheet, codes: Iterable[str]) -> str:
    """Languages by name."""
    return sheet.comma.join(isolate(sheet.language.language_name(one)) for one in codes if one)


def identity(sheet: Sheet, dossier: Dossier, one: Given, person: Person | None) -> Block:
    """The identity block by code; the name stands only where the paper may say it."""
    alias = person.alias if person else dossier.subject
    who: list[Block] = [sheet.text(ltr(alias), sheet.strong)]
    if person and person.name:
        who.append(sheet.written(person.name, sheet.strong))
    else:
        sealed = N_("Name, mother's name, address and numbers lie in the sealed envelope of this code.")
        who.append(sheet.text(sheet.say(sealed), sheet.quiet))
    known = [sheet.text(line, sheet.small) for line in particulars(sheet, person)] if person else []
    papers: list[Block] = []
    for paper in person.papers if person else ():
        number = f" {ltr(paper.number)}" if paper.number else ""
        papers.append(sheet.text(sheet.term(terms.PAPERS, paper.kind) + number, sheet.small))
    rows: list[tuple[str, Block | str]] = [
        (N_("Code"), Stack(*who)), (N_("Case number"), sheet.text(ltr(dossier.case.number))),
        (N_("Particulars"), Stack(*known) if known else ""), (N_("Papers"), Stack(*papers) if papers else ""),
        (N_("Occupation"), one.of("occupation")), (N_("Relation to the parties"), one.of("relation")),
        (N_("How identified"), one.of("identified")), (N_("Family status"), ""),
    ]  # fmt: skip
    table = sheet.pairs(rows, columns=2, share=0.3)
    return Stack(table, *(non_punishment(sheet, person) if person else []))


def closing(sheet: Sheet, dossier: Dossier) -> Block:
    """The last section of each of these papers."""
    return sheet.section(N_("Integrity of this document"), integrity(sheet, dossier))


def who(sheet: Sheet, dossier: Dossier, talk: Talk) -> Block:
    """Whom a talk is held with, by code and as what, and its number."""
    person = next(iter(dossier.people), None)
    known = [sheet.text(line, sheet.small) for line in particulars(sheet, person)] if person else []
    code: list[Block] = [sheet.text(ltr(person.alias), sheet.strong)] if person else []
    return sheet.pairs(
        [
            (N_("Person"), Stack(*code) if code else ""), (N_("Case number"), sheet.text(ltr(dossier.case.number))),
            (N_("Heard as"), sheet.text(sheet.term(terms.HEARD_AS, talk.capacity))),
            (N_("Number of the interview"), sheet.text(ltr(talk.ref), sheet.strong)),
            (N_("Particulars"), Stack(*known) if known else ""),
            (N_("Outcome"), sheet.text(sheet.term(terms.INTERVIEW_STATES, talk.standing))),
        ],
        columns=2, share=0.36,
    )  # fmt: skip


def read_rights(sheet: Sheet, told: Iterable[Told], talk: Talk | None) -> list[Block]:
    """The rights, those that were read with a filled box, and when."""
    read = set(talk.rights) if talk else set()
    blocks: list[Block] = []
    for one in told:
        mark = "■" if one.text in read else "□"
        unread = f"  ({sheet.say(terms.UNVERIFIED)})" if one.source and one.source.mark == "GK" else ""
        blocks.append(sheet.text(f"{mark} {isolate(one.text)}{unread}", sheet.small))
    if talk and talk.rights_at:
        blocks.append(sheet.text(sheet.say(N_("Read {at}"), at=sheet.moment(talk.rights_at)), sheet.small, before=2))
    return blocks


def voice_facts(sheet: Sheet, voice: Voice, understood: str = "") -> Block:
    """The interpreter: languages with dialect, oath with its hour, ties or that there are none."""
    spoken = sheet.comma.join(
        languages(sheet, (code,)) + (f" ({isolate(dialect)})" if dialect else "") for code, dialect in voice.languages
    )
    ties = sheet.comma.join(sheet.term(terms.TIES, one) for one in voice.ties)
    if not ties:
        ties = sheet.say(N_("none known to a party, the embassy, the community or an employer"))
    elif voice.ties_note:
        ties = sheet.say(N_("{oath}: {why}"), oath=ties, why=isolate(voice.ties_note))
    rows: list[tuple[str, Block | str]] = [
        (N_("Interpreter"), Stack(sheet.text(isolate(voice.name)), sheet.text(ltr(voice.ref), sheet.number))),
        (N_("Languages and dialects"), sheet.text(spoken)),
        (N_("Oath taken"), sheet.text(sheet.moment(voice.oath_at)) if voice.oath_at else ""),
        (N_("Ties"), sheet.text(ties)),
        (N_("Shown by"), voice.paper), (N_("Qualification"), voice.qualification),
    ]  # fmt: skip
    if understood:
        rows += [
            (N_("Language and dialect understood both ways"), sheet.text(sheet.term(_YES_NO, understood))),
            (N_("Accepted by the person"), sheet.text(sheet.term(_YES_NO, voice.accepted))),
        ]
    return Stack(sheet.pairs(rows, columns=2, share=0.36), *doubts(sheet, voice))


def doubts(sheet: Sheet, voice: Voice) -> list[Block]:
    """Each doubt with what was done about it."""
    blocks: list[Block] = []
    for one in voice.doubts:
        words = sheet.say(
            N_("Doubt raised by {name}, {at}: {about}"), name=isolate(one.by), at=sheet.moment(one.at),
            about=isolate(one.about),
        )  # fmt: skip
        done = sheet.say(N_("What was done: {text}"), text=isolate(one.done)) if one.done else sheet.say(_NOTHING)
        blocks += [sheet.text(words, sheet.small, before=2), sheet.text(done, sheet.small if one.done else sheet.label)]
    return blocks


_NOTHING = N_("Nothing was done about it yet.")


def conduct(sheet: Sheet, talk: Talk) -> list[Block]:
    """How a talk was held; nothing for one that was not."""
    if talk.started_at is None:
        return []
    pauses = sheet.comma.join(
        isolate(sheet.say(N_("{start} to {end}"), start=sheet.moment(one.start), end=sheet.moment(one.end)))
        for one in talk.pauses
    )
    rows: list[tuple[str, Block | str]] = [
        (N_("Number of the interview"), sheet.text(ltr(talk.ref))), (N_("Place"), talk.place),
        (N_("From"), sheet.text(sheet.moment(talk.started_at))), (N_("Until"), sheet.text(sheet.moment(talk.ended_at))),
        (N_("In the room"), room(sheet, talk)), (N_("Breaks"), sheet.text(pauses or sheet.say(N_("none")))),
        (N_("Spoke of their own will"), sheet.text(sheet.term(_YES_NO, talk.voluntary))),
        (N_("Anything promised"), sheet.text(sheet.term(_YES_NO, talk.promised))),
        (N_("Recording"), sheet.text(sheet.term(terms.RECORDED, talk.recorded))),
        (N_("Seen, in neutral words"), talk.observed or "–"),
    ]  # fmt: skip
    blocks: list[Block] = [sheet.pairs(rows, columns=2, share=0.36)]
    if talk.explained or talk.said_back:
        told = [sheet.text(isolate(f"■ {one}"), sheet.small) for one in talk.explained]
        explained: Block | str = Stack(*told) if told else ""
        rows = [(N_("Explained before"), explained), (N_("Said back in own words"), talk.said_back)]
        blocks.append(sheet.pairs(rows, share=0.2))
    if talk.recording_sha256:
        sealed = sheet.say(
            N_("Recording: {file}, exhibit {exhibit}"), file=isolate(talk.file), exhibit=ltr(talk.exhibit)
        )
        blocks += [sheet.text(sealed, sheet.small, before=4), sheet.code(talk.recording_sha256)]
    return blocks


def room(sheet: Sheet, talk: Talk) -> Block | str:
    """Everybody in the room with what they were there for."""
    people: list[Block] = []
    for one in talk.room:
        task = sheet.term(terms.IN_THE_ROOM, one.role)
        people.append(sheet.text(sheet.say(N_("{name}: {text}"), name=task, text=isolate(one.name)), sheet.small))
    return Stack(*people) if people else ""


def listed(sheet: Sheet, told: Iterable[Told], *, boxes: bool = False) -> list[Block]:
    """Sentences of the rules, with a mark where their source is still to be verified."""
    blocks: list[Block] = []
    for one in told:
        unread = f"  ({sheet.say(terms.UNVERIFIED)})" if one.source and one.source.mark == "GK" else ""
        start = "□ " if boxes else ""
        blocks.append(sheet.text(isolate(f"{start}{one.text}") + unread, sheet.small))
        if one.why:
            blocks.append(sheet.text(isolate(one.why), sheet.quiet))
    return blocks

