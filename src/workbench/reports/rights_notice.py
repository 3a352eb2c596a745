"""The notice of rights for somebody heard under suspicion: each right, that it was understood, and the answer."""

from workbench import terms
from workbench.i18n import N_, isolate
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import letterhead, signatures
from workbench.reports.heard import Heard, Talk
from workbench.reports.hearing import closing, languages, who
from workbench.reports.person_head import ticks
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Blank, Block, Stack

TITLE = N_("Notice of rights")
_FIRST = N_("These are your rights. They are read to you before the first question, in a language you speak.")
_ASK = N_("If something is not clear, say so: it is explained again, as often as you wish.")
_SIGN = N_("Signing says only that this was read and explained to you. It is no admission. You may refuse to sign.")
_COPY = N_("One copy stays with you.")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the notice, on one sheet where the words allow it."""
    heard = dossier.heard or Heard()
    talk = heard.talk
    top = [*letterhead(sheet, dossier, sheet.say(TITLE), of_case=False)]
    if talk is None:
        return [*top, closing(sheet, dossier)]
    return [
        *top, who(sheet, dossier, talk),
        sheet.section(
            N_("Your rights"), sheet.text(sheet.say(_FIRST)), _rights(sheet, heard, talk), sheet.text(sheet.say(_ASK))
        ),
        sheet.section(N_("Read and explained"), *_read(sheet, heard, talk)),
        sheet.section(
            N_("Acknowledged"), sheet.text(sheet.say(_SIGN), sheet.strong), sheet.text(sheet.say(_COPY), sheet.small),
            _signed(sheet, dossier, heard, talk),
        ),
        closing(sheet, dossier),
    ]  # fmt: skip


def _rights(sheet: Sheet, heard: Heard, talk: Talk) -> Block:
    read = set(talk.rights)
    rows: list[list[Block]] = []
    for number, one in enumerate(heard.rights, start=1):
        words: list[Block] = [sheet.text(isolate(one.text), sheet.strong)]
        if one.source:
            rests = sheet.comma.join(isolate(part) for part in (one.source.name, one.source.place) if part)
            unread = f"  ({sheet.say(terms.UNVERIFIED)})" if one.source.mark == "GK" else ""
            words.append(sheet.text(rests + unread, sheet.quiet))
        boxes = ticks(sheet, (N_("read"), one.text in read), (N_("understood"), False))
        rows.append([sheet.text(sheet.language.number(number), sheet.label), Stack(*words), boxes])
    return sheet.table((0.07, 0.67, 0.26), [N_("No."), N_("Right"), N_("Beside each")], rows)


def _read(sheet: Sheet, heard: Heard, talk: Talk) -> list[Block]:
    voice = heard.voice
    wishes = ticks(sheet, (N_("a lawyer"), False), (N_("a relative to be told"), False), (N_("a doctor"), False),
                   (N_("the consulate to be told"), False))  # fmt: skip
    rows: list[tuple[str, Block | str]] = [
        (N_("Read at"), sheet.text(sheet.moment(talk.rights_at)) if talk.rights_at else ""),
        (N_("Read by"), talk.interviewer),
        (N_("In which language"), sheet.text(languages(sheet, (talk.spoken,))) if talk.spoken else ""),
        (N_("Interpreter"), voice.name if voice else sheet.text("–")),
    ]  # fmt: skip
    told: list[tuple[str, Block | str]] = [
        (N_("The person wishes"), wishes),
        (N_("Said back in own words"), talk.said_back or Blank(2, sheet.body.leading)),
        (N_("What the person answered to it"), talk.acknowledged or Blank(2, sheet.body.leading)),
    ]  # fmt: skip
    return [sheet.pairs(rows, columns=2, share=0.36), sheet.pairs(told, share=0.26)]


def _signed(sheet: Sheet, dossier: Dossier, heard: Heard, talk: Talk) -> Block:
    alias = dossier.people[0].alias if dossier.people else ""
    signers = [
        Present(alias, sheet.say(N_("to whom the rights were read"))),
        Present(talk.interviewer, sheet.say(N_("who read them"))),
    ]
    if heard.voice:
        signers.append(Present(heard.voice.name, sheet.say(terms.IN_THE_ROOM["interpreter"])))
    lawyer = next((one.name for one in talk.room if one.role == "lawyer"), "")
    return signatures(sheet, [*signers, Present(lawyer, sheet.say(terms.IN_THE_ROOM["lawyer"]))], thumb=True)
