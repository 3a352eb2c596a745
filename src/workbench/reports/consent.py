"""The consent of one person: read aloud before it is answered, each purpose apart, with the right to take it back."""

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.cared import Care, Consent
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.person_head import person_head, ticks
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Blank, Block, Space, Stack

TITLE = N_("What you agree to, and what not")
# Read before anything is asked. Sources: OHCHR principles 2002, no. 8; WHO guidance 2003 (to be verified).
_READ = (
    N_("You decide. You may say yes to one thing and no to another, and you need not give a reason."),
    N_("Help does not depend on it: whoever says no gets the same help, and nobody must testify to be helped."),
    N_("You may take a yes back at any time, also later, by word of mouth. From then on nothing more is done on it."),
    N_("You may ask what was written about you, who was told, and how long it is kept."),
    N_("Nobody can promise you residence, money or how the case will end."),
)
_BACK = N_("To take something back, or to ask, tell anybody of this team, or call:")
_CODE = N_("This paper bears a code in place of the name. Keep it where nobody finds it who must not.")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the paper: what is read aloud, what was asked and answered, and rows for what is not asked yet."""
    care = dossier.care or Care(dossier.subject, False, (), False)
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE), of_case=False),
        person_head(sheet, dossier, care),
        sheet.section(N_("Read this aloud first, in a language the person understands"), *_read(sheet, care)),
        sheet.section(N_("What was asked, and what the person answered"), _answers(sheet, care)),
        sheet.section(N_("Not asked yet"), *_open(sheet, care)),
        sheet.section(N_("How it was read and understood"), *_how(sheet, care)),
        sheet.section(N_("To take it back"), sheet.text(sheet.say(_BACK)), Blank(1, sheet.body.leading + 2),
                      sheet.text(sheet.say(_CODE), sheet.quiet)),
        sheet.section(N_("Signatures and thumbprints"), signatures(sheet, _signers(dossier, care), thumb=True)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]  # fmt: skip


def _read(sheet: Sheet, care: Care) -> list[Block]:
    blocks: list[Block] = [sheet.text(sheet.say(words), before=3) for words in _READ]
    if care.is_child:
        both = N_("A child is asked too: the guardian's yes is not enough where the child says no.")
        blocks.append(sheet.text(sheet.say(both), sheet.strong, before=2))
    return blocks


def _answers(sheet: Sheet, care: Care) -> Block:
    if not care.consents:
        return sheet.text(sheet.say(N_("Nothing was asked yet.")))
    rows = [_answer(sheet, one) for one in care.consents]
    head = [N_("No."), N_("What for, and for whom"), N_("Answer"), N_("How it was explained")]
    return sheet.table((0.09, 0.24, 0.27, 0.4), head, rows)


def _answer(sheet: Sheet, one: Consent) -> list[Block]:
    where = ltr(one.ref)
    what: list[Block] = [sheet.text(isolate(one.purpose), sheet.label)]
    if one.recipient:
        what.append(sheet.text(isolate(one.recipient), sheet.small, where=where))
    said: list[Block] = [sheet.text(sheet.term(terms.CONSENTS, one.state), sheet.label)]
    said.append(sheet.text(sheet.moment(one.at), sheet.small))
    if one.given_at is not None:
        said.append(sheet.text(sheet.say(N_("agreed {at}"), at=sheet.moment(one.given_at)), sheet.quiet))
    label = N_("From now on: {text}") if one.state == "withdrawn" else N_("Limits: {text}")
    if one.limits.strip():
        said.append(sheet.text(sheet.say(label, text=isolate(one.limits)), sheet.small, where=where))
    if one.reason.strip():
        said.append(sheet.text(isolate(one.reason), sheet.small, where=where))
    return [sheet.text(where, sheet.number), Stack(*what), Stack(*said), Stack(*_explained(sheet, one))]


def _explained(sheet: Sheet, one: Consent) -> list[Block]:
    """How it was explained, by whom, and who answered; nothing where nobody was asked."""
    facts: list[str] = []
    if one.language:
        facts.append(sheet.say(N_("In {language}"), language=isolate(sheet.language.language_name(one.language))))
    for words, value in (
        (N_("Read by {name}"), one.read_by), (N_("Interpreter: {name}"), one.interpreter),
        (N_("Witness: {name}"), one.witness), (N_("Text: {version}"), ltr(one.text_version) if one.read_by else ""),
    ):  # fmt: skip
        if value:
            facts.append(sheet.say(words, name=isolate(value), version=value))
    if one.understood == "yes":
        facts.append(sheet.say(N_("Said back in own words")))
    if one.given_by not in ("", "self"):
        facts.append(sheet.say(N_("Guardian: {code}"), code=ltr(one.given_by)))
    if one.assent:
        facts.append(sheet.say(N_("The child agrees") if one.assent == "yes" else N_("The child does not agree")))
    blocks: list[Block] = []
    if facts:
        blocks.append(sheet.text(sheet.comma.join(map(isolate, facts)), sheet.small, where=ltr(one.ref)))
    if one.explained.strip():
        blocks.append(sheet.written(one.explained, sheet.small, where=ltr(one.ref)))
    return blocks or [Space(1)]


def _open(sheet: Sheet, care: Care) -> list[Block]:
    """A row for each purpose that nobody asked about yet: ticked by hand, one recipient a line."""
    asked = {one.key for one in care.consents}
    rows: list[list[Block]] = [
        [
            sheet.text(isolate(topic.title), sheet.small), Blank(1, sheet.body.leading + 4),
            ticks(sheet, (N_("yes"), False), (N_("no"), False)), Blank(1, sheet.body.leading + 4),
        ]
        for topic in care.topics if topic.key not in asked
    ]  # fmt: skip
    if not rows:
        return [sheet.text(sheet.say(N_("Everything was asked.")))]
    head = [N_("What for"), N_("For whom (one name a line)"), N_("Answer"), N_("Limits")]
    note = sheet.say(N_("Ask only what is needed now. Strike through what is not asked."))
    return [sheet.table((0.27, 0.29, 0.17, 0.27), head, rows), sheet.text(note, sheet.quiet)]


def _how(sheet: Sheet, care: Care) -> list[Block]:
    """Filled in by hand where the paper itself is what is read."""
    yes_no = ((N_("yes"), False), (N_("no"), False))
    # In the words of the rules, so that the record and the paper mean the same.
    told: list[Block] = [sheet.text(isolate(f"□ {words}"), sheet.small) for words in care.told]
    pairs = sheet.pairs(
        [
            (N_("Language of reading"), ""), (N_("Read by"), ""),
            (N_("Interpreter: name and language"), ""), (N_("Place, day and time"), ""),
            (N_("The person said it back in own words"), ticks(sheet, *yes_no)),
            (N_("The child agrees") if care.is_child else N_("Questions the person asked"),
             ticks(sheet, *yes_no) if care.is_child else ""),
        ],
        columns=2, share=0.42,
    )  # fmt: skip
    return [*told, pairs]


def _signers(dossier: Dossier, care: Care) -> list[Present]:
    """The person signs by code or thumb: the key to the code stays in the vault."""
    guardian = [Present("", "guardian")] if care.is_child else []
    return [
        Present(care.alias, "concerned"), *guardian, Present(dossier.made_by, "reader"), Present("", "interpreter"),
        Present("", "witness"),
    ]  # fmt: skip
