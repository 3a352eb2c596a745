"""The record of an interview: when and where, who was in the room, by whose voice, what was explained, how it went."""

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import letterhead, signatures
from workbench.reports.heard import Heard, Talk
from workbench.reports.hearing import closing, conduct, read_rights, voice_facts, who
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Blank, Block, Stack

TITLE = N_("Record of an interview")
_NOT_YET = N_("It is not recorded yet how it was held. The lines below are filled in by hand.")
_APART = N_("What the person said stands in the statement; this record says how it came to be said.")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the record; for a talk not held yet, the form to fill in by hand."""
    heard = dossier.heard or Heard()
    talk = heard.talk
    top = [*letterhead(sheet, dossier, sheet.say(TITLE), of_case=False), sheet.text(sheet.say(_APART), sheet.quiet)]
    if talk is None:
        return [*top, closing(sheet, dossier)]
    held = conduct(sheet, talk) or [sheet.text(sheet.say(_NOT_YET), sheet.label), _by_hand(sheet)]
    return [
        *top, sheet.section(N_("Who was heard"), who(sheet, dossier, talk)),
        sheet.section(N_("How it was held"), *held),
        *_voice(sheet, heard, talk), *_rights(sheet, heard, talk),
        sheet.section(N_("What it was about"), *_topics(sheet, talk)),
        sheet.section(N_("What the record lacks by the rules"), *_lacking(sheet, talk)),
        sheet.section(N_("Signatures"), _signed(sheet, dossier, heard, talk)),
        closing(sheet, dossier),
    ]  # fmt: skip


def _by_hand(sheet: Sheet) -> Block:
    asked = (
        N_("From"), N_("Until"), N_("Breaks"), N_("In the room"), N_("Spoke of their own will"),
        N_("Anything promised"), N_("Recording"), N_("Explained before"), N_("Said back in own words"),
        N_("Seen, in neutral words"),
    )  # fmt: skip
    return sheet.pairs([(words, Blank(1, sheet.body.leading)) for words in asked], columns=2, share=0.36)


def _voice(sheet: Sheet, heard: Heard, talk: Talk) -> list[Block]:
    if heard.voice is None:
        return []
    return [sheet.section(N_("Interpreter"), voice_facts(sheet, heard.voice, talk.understood or "unknown"))]


def _rights(sheet: Sheet, heard: Heard, talk: Talk) -> list[Block]:
    if not heard.rights:
        return []
    answer = sheet.pairs([(N_("What the person answered to it"), talk.acknowledged)], share=0.3)
    return [sheet.section(N_("Rights that were read"), *read_rights(sheet, heard.rights, talk), answer)]


def _topics(sheet: Sheet, talk: Talk) -> list[Block]:
    blocks: list[Block] = [sheet.text(f"□ {isolate(one.text)}", sheet.small) for one in talk.topics]
    taken = sheet.comma.join(ltr(one) for one in talk.statements) or sheet.say(N_("none"))
    return [*blocks, sheet.text(sheet.say(N_("Statements taken in it: {codes}"), codes=taken), sheet.label, before=3)]


def _lacking(sheet: Sheet, talk: Talk) -> list[Block]:
    blocks: list[Block] = [sheet.text(f"■ {isolate(one)}", sheet.label, before=2) for one in talk.warnings]
    if talk.meant:
        words = sheet.say(N_("Planned nevertheless, because: {why}"), why=isolate(talk.meant))
        blocks.append(sheet.text(words, sheet.small))
    if talk.why:
        blocks.append(sheet.text(sheet.say(N_("Reason: {reason}"), reason=isolate(talk.why)), sheet.small))
    return blocks or [sheet.text(sheet.say(N_("Nothing, by the rules and by what is recorded.")))]


def _signed(sheet: Sheet, dossier: Dossier, heard: Heard, talk: Talk) -> Block:
    """Everybody who was in the room, and the person by code."""
    alias = dossier.people[0].alias if dossier.people else ""
    signers = [Present(ltr(alias), sheet.say(N_("who was heard")))]
    signers += [Present(one.name, sheet.term(terms.IN_THE_ROOM, one.role)) for one in talk.room]
    if heard.voice and not any(one.role == "interpreter" for one in talk.room):
        signers.append(Present(heard.voice.name, sheet.say(terms.IN_THE_ROOM["interpreter"])))
    if not any(one.role in ("interviewer", "writer") for one in talk.room):
        signers.append(Present(talk.interviewer, sheet.say(terms.IN_THE_ROOM["interviewer"])))
    return Stack(signatures(sheet, signers, thumb=True))
