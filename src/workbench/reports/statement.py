"""The statement on paper: who speaks by code, every line as it was said with its translation, and who signs."""

import unicodedata
from collections.abc import Iterable

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Person, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.heard import Correction, Given, Heard, Line
from workbench.reports.hearing import conduct, identity, languages, read_rights, voice_facts
from workbench.reports.sheet import Sheet, seen
from workbench.reports.typeset import Blank, Block, Space, Stack, Style, Text

TITLE = N_("Statement")
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "prs", "ps", "ur", "he", "syr", "ku"})
_BACK = N_("It was read back to the speaker, line by line, in: {languages}. Read by {name}, {at}.")
_ACCEPTED = {
    "yes": N_("The speaker said that it is what they said."),
    "corrected": N_("The speaker asked for the corrections that stand beside their lines, and accepted the rest."),
    "no": N_("The speaker did not accept it: {note}"),
}
_PAGES = N_("Each page is signed by the speaker, or bears their thumbprint, and by the interpreter and the writer.")
_CLOSED = N_(
    "Nothing is crossed out or written over. A correction stands beside the line as first taken down, and whoever "
    "asked for it signs beside it. Free space is struck through."
)
_CONFIRM = N_("A statement of the accused that the police wrote down is confirmed before the investigating judge.")
_SCRIPTS = {
    "ETHIOPIC": N_("Ethiopic letters"), "BENGALI": N_("Bengali letters"), "TAMIL": N_("Tamil letters"),
    "SINHALA": N_("Sinhala letters"), "THAI": N_("Thai letters"), "MYANMAR": N_("Burmese letters"),
    "CJK": N_("Chinese letters"), "GURMUKHI": N_("Gurmukhi letters"), "DEVANAGARI": N_("Devanagari letters"),
    "SYRIAC": N_("Syriac letters"), "ARMENIAN": N_("Armenian letters"), "GEORGIAN": N_("Georgian letters"),
}  # fmt: skip


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the paper, in the order in which a record is written and signed."""
    heard = dossier.heard or Heard()
    one = heard.statement
    top = letterhead(sheet, dossier, sheet.say(TITLE), of_case=False)
    if one is None:
        return [*top, sheet.section(N_("Integrity of this document"), integrity(sheet, dossier))]
    person = next(iter(dossier.people), None)
    return [
        *top, sheet.section(N_("Who makes the statement"), identity(sheet, dossier, one, person)),
        sheet.section(N_("How it was taken down"), *_taken(sheet, heard, one)),
        *([sheet.section(N_("Rights that were read"), *_rights(sheet, heard))] if heard.rights else []),
        sheet.section(N_("What was said"), *_said(sheet, heard, one)),
        sheet.section(N_("Reading back"), *_read_back(sheet, one)),
        sheet.section(N_("Signatures and thumbprints"), *_signed(sheet, dossier, heard, one, person)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]  # fmt: skip


def _taken(sheet: Sheet, heard: Heard, one: Given) -> list[Block]:
    talk = heard.talk
    oath = sheet.term(terms.OATHS, one.of("oath"))
    if one.of("no_oath"):
        oath = sheet.say(N_("{oath}: {why}"), oath=oath, why=sheet.term(terms.NO_OATH, one.of("no_oath")))
    before = sheet.term(terms.BEFORE, one.of("before"))
    judge = sheet.comma.join(isolate(part) for part in (one.of("judge"), one.of("court")) if part)
    rows: list[tuple[str, Block | str]] = [
        (N_("Number of the statement"), sheet.text(ltr(one.ref), sheet.strong)),
        (N_("Heard as"), sheet.text(sheet.term(terms.HEARD_AS, one.capacity))),
        (N_("Begun"), sheet.text(sheet.moment(one.started_at))),
        (N_("Ended"), sheet.text(sheet.moment(one.ended_at))),
        (N_("Day in words"), ""), (N_("Place"), one.of("place") or (talk.place if talk else "")),
        (N_("Taken down"), Stack(sheet.text(before), *([sheet.text(judge, sheet.small)] if judge else []))),
        (N_("Writer of the record"), one.of("writer")),
        (N_("Oath"), Stack(sheet.text(oath), *_written(sheet, one.of("oath_reason")))),
        (N_("Language spoken"), sheet.text(languages(sheet, (_spoken(heard, one),)))),
        (N_("Written down in"), sheet.text(languages(sheet, (one.spoken,)))),
        (N_("Translated into"), sheet.text(languages(sheet, (one.translated_to,))) if one.translated_to else "–"),
        (N_("Form"), sheet.text(sheet.term(terms.FORMS_OF_STATEMENT, one.form))),
    ]  # fmt: skip
    blocks: list[Block] = [sheet.pairs(rows, columns=2, share=0.36)]
    if heard.voice:
        blocks.append(voice_facts(sheet, heard.voice, talk.understood if talk else ""))
    if talk:
        blocks += conduct(sheet, talk)
    if one.of("explained"):
        blocks.append(sheet.pairs([(N_("Explained before"), one.of("explained"))], share=0.2))
    if one.of("capacity_note"):
        blocks.append(sheet.pairs([(N_("Bears on the ability to testify"), one.of("capacity_note"))], share=0.2))
    if one.recording_sha256:
        sealed = sheet.say(
            N_("Recording: {file}, exhibit {exhibit}"), file=isolate(one.file), exhibit=ltr(one.exhibit)
        )
        blocks += [sheet.text(sealed, sheet.small, before=4), sheet.code(one.recording_sha256)]
    return blocks


def _rights(sheet: Sheet, heard: Heard) -> list[Block]:
    talk = heard.talk
    blocks = read_rights(sheet, heard.rights, talk)
    answer = talk.acknowledged if talk else ""
    return [*blocks, sheet.pairs([(N_("What the person answered to it"), answer)], share=0.3)]


def _spoken(heard: Heard, one: Given) -> str:
    """The language of the person: that of the talk, from which the lines may have been written down in another."""
    return heard.talk.spoken if heard.talk and heard.talk.spoken else one.spoken


def _said(sheet: Sheet, heard: Heard, one: Given) -> list[Block]:
    """The lines in the language spoken, with the translation beside them where there is one."""
    both = bool(one.translated_to) and one.translated_to != one.spoken
    head = [N_("No."), N_("In the language spoken") if _spoken(heard, one) == one.spoken else N_("As written down")]
    shares = [0.075, 0.925]
    if both:
        head, shares = [*head, N_("Translation")], [0.075, 0.4625, 0.4625]
    rows = [_line(sheet, heard, one, line, both) for line in one.lines]
    note = sheet.text(sheet.say(_CLOSED), sheet.quiet)
    return [sheet.table(shares, head, rows), note]


def _line(sheet: Sheet, heard: Heard, one: Given, line: Line, both: bool) -> list[Block]:
    number: list[Block] = [sheet.text(sheet.language.number(line.number), sheet.label)]
    if line.at:
        number.append(sheet.text(ltr(line.at), sheet.number))
    strong = line.spoken_by == "q"
    spoken: list[Block] = [
        sheet.text(sheet.term(terms.SAID_BY, line.spoken_by), sheet.number),
        *_words(sheet, line.text, one.spoken, strong=strong, otherwise=_sealed(sheet, heard, one, line)),
    ]
    other: list[Block] = [Space(sheet.number.leading)]
    other += _words(sheet, line.translation, one.translated_to, strong=strong)
    for put in line.corrections:
        spoken += _corrected(sheet, heard, one, line, put)
        if both and put.translation != line.translation:
            other += [sheet.text(sheet.say(N_("Corrected:")), sheet.label, before=3)]
            other += _words(sheet, put.translation, one.translated_to)
    cells: list[Block] = [Stack(*number), Stack(*spoken)]
    return [*cells, Stack(*other)] if both else cells


def _corrected(sheet: Sheet, heard: Heard, one: Given, line: Line, put: Correction) -> list[Block]:
    who = sheet.term(terms.SIGNERS, put.by)
    words = N_("asked for: {who}; signed beside it") if put.signed else N_("asked for: {who}; not signed beside it")
    return [
        sheet.text(sheet.say(N_("Corrected:")), sheet.label, before=3),
        *_words(sheet, put.text, one.spoken, otherwise=_sealed(sheet, heard, one, line)),
        sheet.bare((0.62, 0.38), (sheet.text(sheet.say(words, who=who), sheet.quiet), Blank(1, sheet.small.leading))),
    ]


def _words(sheet: Sheet, text: str, language: str, *, strong: bool = False, otherwise: str = "") -> list[Block]:
    """Words in the direction and letters of their language; where no letter prints them, a note says where they are."""
    rtl = language.split("_")[0] in RIGHT_TO_LEFT if language else sheet.rtl
    size, leading = (10.5, 17.0) if rtl else (9.5, 14.0)
    style = Style("court" if rtl else "latin", size=size, leading=leading, bold=strong)
    rows = [Text(seen(row), style, rtl=rtl, where=sheet.where) for row in text.splitlines() if row.strip()]
    if all(map(_prints, rows)):
        return list(rows)
    return [sheet.text(otherwise or sheet.say(N_("Not printed: these letters are not in the fonts.")), sheet.quiet)]


def _prints(text: Text) -> bool:
    try:
        text.lines(200.0)
    except Refusal as refused:
        if refused.reason is Reason.GLYPH_MISSING:
            return False
        raise
    return True


def _sealed(sheet: Sheet, heard: Heard, one: Given, line: Line) -> str:
    """Where the words are that cannot be printed: in the vault, and in the recording if one is sealed."""
    script = next((name for sign in line.text if (name := _script(sign)) in _SCRIPTS), "")
    letters = sheet.say(_SCRIPTS[script]) if script else sheet.say(N_("other letters"))
    talk = heard.talk
    exhibit, file = (one.exhibit, one.file) if one.exhibit else (talk.exhibit, talk.file) if talk else ("", "")
    if exhibit:
        return sheet.say(
            N_("Spoken and kept in {letters}: see {statement}, line {line}; sealed as {file} ({exhibit})."),
            letters=letters, statement=ltr(one.ref), line=line.number, file=isolate(file), exhibit=ltr(exhibit),
        )  # fmt: skip
    return sheet.say(
        N_("Spoken and kept in {letters}: see {statement}, line {line}."), letters=letters, statement=ltr(one.ref),
        line=line.number,
    )  # fmt: skip


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ")[0]


def _read_back(sheet: Sheet, one: Given) -> list[Block]:
    blocks: list[Block] = []
    for back in one.read_backs:
        words = sheet.say(
            _BACK, languages=languages(sheet, back.languages), name=isolate(back.by), at=sheet.moment(back.at)
        )
        answer = sheet.say(_ACCEPTED[back.accepted], note=isolate(back.note))
        blocks += [sheet.text(words, before=2), sheet.text(answer)]
        if back.note and back.accepted != "no":
            blocks.append(sheet.written(back.note, sheet.small))
    if not blocks:
        blocks = [sheet.pairs([(N_("Read back in"), ""), (N_("Read by"), ""), (N_("Day and time"), "")], share=0.3)]
    corrected = [line for line in one.lines if line.corrections]
    if corrected:
        numbers = sheet.comma.join(sheet.language.number(line.number) for line in corrected)
        blocks.append(sheet.text(sheet.say(N_("Lines corrected: {lines}"), lines=numbers), sheet.label, before=2))
    return blocks


def _signed(
    sheet: Sheet, dossier: Dossier, heard: Heard, one: Given, person: Person | None
) -> list[Block]:
    told: list[Block] = [
        sheet.text(
            sheet.say(
                N_("{role}, {who}: {how}, {at}"), role=sheet.term(terms.SIGNERS, sign.as_what),
                who=ltr(sign.who) if sign.as_what == "speaker" else isolate(sign.who),
                how=sheet.term(terms.SIGNED, sign.how), at=sheet.moment(sign.at),
            ),
            sheet.small,
        )
        for sign in one.signatures
    ]  # fmt: skip
    told += [
        sheet.text(sheet.say(N_("Reason given: {reason}"), reason=isolate(sign.reason)), sheet.small)
        for sign in one.signatures if sign.reason
    ]  # fmt: skip
    pages = sheet.text(sheet.say(_PAGES), sheet.strong, before=2)
    confirm = [sheet.text(sheet.say(_CONFIRM), sheet.small)] if one.capacity in ("suspect", "accused") else []
    signers = [Present(name, sheet.say(terms.SIGNERS[role])) for role, name in _signers(dossier, heard, one, person)]
    return [*told, pages, *confirm, signatures(sheet, signers, thumb=True)]


def _signers(
    dossier: Dossier, heard: Heard, one: Given, person: Person | None
) -> Iterable[tuple[str, str]]:
    """Who signs such a statement: by what it is, who was there, and who signed already."""
    room = {one.role: one.name for one in heard.talk.room} if heard.talk else {}
    yield "speaker", dossier.people[0].alias if dossier.people else ""
    if heard.voice or "interpreter" in room:
        yield "interpreter", heard.voice.name if heard.voice else room["interpreter"]
    yield "writer", one.of("writer")
    signed = {sign.as_what: sign.who for sign in one.signatures}
    child = bool(person and person.is_child)
    for role, due in (
        ("guardian", child), ("social_worker", False), ("lawyer", one.capacity in ("suspect", "accused")),
        ("judge", one.of("before") == "judge" or one.capacity == "accused"),
    ):  # fmt: skip
        if due or role in room or role in signed:
            yield role, signed.get(role) or room.get(role, "") or (one.of("judge") if role == "judge" else "")


def _written(sheet: Sheet, text: str) -> list[Block]:
    return [sheet.written(text, sheet.small)] if text.strip() else []
