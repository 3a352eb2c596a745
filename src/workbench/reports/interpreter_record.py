"""The paper of an interpreter: languages and dialects, the oath with its hour, ties, doubts, and the signature."""

from workbench import terms
from workbench.i18n import N_, ltr
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import letterhead, signatures
from workbench.reports.heard import Heard, Voice
from workbench.reports.hearing import closing, listed, voice_facts
from workbench.reports.person_head import ticks
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Blank, Block

TITLE = N_("Interpreter: oath and undertaking")
_OATH = N_(
    "I swear to interpret truly and completely, in the first person, adding nothing and leaving nothing out, and to "
    "keep to myself what I hear."
)
_WORDING = N_(
    "The words of the oath are those of the authority that takes it. Where they differ, they are written here."
)
_UNDERTAKES = N_("I have no part in this case. If I know somebody in it, or cannot follow a word, I say so at once.")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the paper, to be signed before the first talk."""
    heard = dossier.heard or Heard()
    voice = heard.voice
    top = letterhead(sheet, dossier, sheet.say(TITLE), of_case=False)
    if voice is None:
        return [*top, closing(sheet, dossier)]
    return [
        *top, sheet.pairs([(N_("Case number"), sheet.text(ltr(dossier.case.number), sheet.strong)),
                           (N_("Interviews"), sheet.text(sheet.comma.join(map(ltr, voice.talks)) or "–"))],
                          columns=2, share=0.36),
        sheet.section(N_("Who interprets"), voice_facts(sheet, voice, "unknown")),
        sheet.section(N_("What an interpreter keeps to"), *listed(sheet, heard.interpreter, boxes=True)),
        sheet.section(N_("Oath"), *_oath(sheet, voice)),
        sheet.section(N_("Signatures"), signatures(sheet, _signers(sheet, voice), thumb=True)),
        closing(sheet, dossier),
    ]  # fmt: skip


def _oath(sheet: Sheet, voice: Voice) -> list[Block]:
    taken = sheet.moment(voice.oath_at) if voice.oath_at else ""
    unread = f"  ({sheet.say(terms.UNVERIFIED)})"
    form = ticks(sheet, (N_("by oath"), False), (N_("by affirmation"), False))
    return [
        sheet.text(sheet.say(_OATH) + unread, sheet.strong), sheet.text(sheet.say(_WORDING), sheet.quiet),
        Blank(1, sheet.body.leading), sheet.text(sheet.say(_UNDERTAKES), before=2),
        sheet.pairs(
            [
                (N_("Taken at"), sheet.text(taken) if taken else ""), (N_("Form"), form), (N_("Before whom"), ""),
                (N_("Place"), ""),
            ],
            columns=2, share=0.36,
        ),
    ]  # fmt: skip


def _signers(sheet: Sheet, voice: Voice) -> list[Present]:
    return [
        Present(voice.name, sheet.say(terms.IN_THE_ROOM["interpreter"])),
        Present("", sheet.say(N_("before whom it was taken"))),
    ]
