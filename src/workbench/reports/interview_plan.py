"""The plan of an interview on paper: what is open, what is known, who must be apart, and prompts to hold it by."""

from workbench import terms
from workbench.i18n import N_, isolate
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import letterhead, signatures
from workbench.reports.heard import Heard, Phase, Talk
from workbench.reports.hearing import closing, languages, listed, room, voice_facts, who
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Headed, Stack

TITLE = N_("Plan of an interview")
_KNOWN = N_("The person answered this already. It is not asked again; only what is unclear in it may be.")
_INSIDE = N_("A tool of the interviewer. It is not read out, not left in the room, and no part of the statement.")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the plan, in the order in which it is worked with."""
    heard = dossier.heard or Heard()
    talk = heard.talk
    top = [*letterhead(sheet, dossier, sheet.say(TITLE), of_case=False), sheet.text(sheet.say(_INSIDE), sheet.quiet)]
    if talk is None:
        return [*top, closing(sheet, dossier)]
    signer = (Present(talk.interviewer, sheet.say(terms.IN_THE_ROOM["interviewer"])), Present("", "supervisor"))
    return [
        *top, sheet.section(N_("Who, when and where"), who(sheet, dossier, talk), _arranged(sheet, talk)),
        sheet.section(N_("Safety, and what speaks against it"), *_safety(sheet, talk)),
        sheet.section(N_("What is still open"), *_topics(sheet, talk)),
        *([sheet.section(N_("Not to be asked again"), *_known(sheet, heard))] if heard.known else []),
        *_helpers(sheet, heard), sheet.section(N_("How it is held"), *(_phase(sheet, one) for one in heard.phases)),
        sheet.section(N_("When to stop"), *listed(sheet, heard.stop)),
        sheet.section(N_("Signatures"), signatures(sheet, signer, thumb=False)),
        closing(sheet, dossier),
    ]  # fmt: skip


def _arranged(sheet: Sheet, talk: Talk) -> Block:
    minutes = sheet.say(N_("{minutes} minutes"), minutes=talk.minutes)
    fit = sheet.term(terms.YES_NO, talk.fit)
    if talk.fit_by:
        fit = sheet.say(N_("{oath}: {why}"), oath=fit, why=isolate(talk.fit_by))
    return sheet.pairs(
        [
            (N_("Planned for"), sheet.text(sheet.moment(talk.at)) if talk.at else ""),
            (N_("Length"), sheet.text(minutes)), (N_("Place"), talk.place), (N_("Interviewer"), talk.interviewer),
            (N_("Language"), sheet.text(languages(sheet, (talk.spoken,))) if talk.spoken else ""),
            (N_("To be in the room"), room(sheet, talk)),
            (N_("A private place"), sheet.text(sheet.term(terms.YES_NO, talk.private))),
            (N_("Fit to be interviewed"), sheet.text(fit)),
        ],
        columns=2, share=0.36,
    )  # fmt: skip


def _safety(sheet: Sheet, talk: Talk) -> list[Block]:
    blocks: list[Block] = [sheet.text(f"□ {isolate(one)}", sheet.label, before=2) for one in talk.warnings]
    if not blocks:
        blocks = [sheet.text(sheet.say(N_("Nothing speaks against it by the rules and by what is recorded.")))]
    rows: list[tuple[str, Block | str]] = [(N_("Way here and back, risks and what is done about them"), talk.risks)]
    if talk.meant:
        rows.append((N_("Planned nevertheless, because"), talk.meant))
    return [*blocks, sheet.pairs(rows, share=0.3)]


def _topics(sheet: Sheet, talk: Talk) -> list[Block]:
    rows: list[list[Block]] = []
    for number, one in enumerate(talk.topics, start=1):
        looked = [sheet.text(isolate(words), sheet.quiet) for words in one.prompts]
        why = [sheet.text(isolate(one.why), sheet.small)] if one.why else []
        rows.append(
            [
                sheet.text(f"□ {sheet.language.number(number)}", sheet.label),
                Stack(sheet.written(one.text, sheet.small)), Stack(*why, *looked) if why or looked else sheet.text("–"),
            ]
        )  # fmt: skip
    head = [N_("No."), N_("To speak of"), N_("Why it is open, and where else it may be found")]
    return [sheet.table((0.08, 0.46, 0.46), head, rows)]


def _known(sheet: Sheet, heard: Heard) -> list[Block]:
    rows = [
        (sheet.text(isolate(one.question), sheet.small), sheet.written(one.answer or "–", sheet.small),
         sheet.text(isolate(one.where), sheet.quiet))
        for one in heard.known
    ]  # fmt: skip
    head = [N_("Question"), N_("Answer"), N_("Recorded in")]
    return [sheet.text(sheet.say(_KNOWN), sheet.small), sheet.table((0.36, 0.42, 0.22), head, rows)]


def _helpers(sheet: Sheet, heard: Heard) -> list[Block]:
    """The interpreter, the rules for a child, the rights of a suspect: only what this talk needs."""
    blocks: list[Block] = []
    if heard.voice:
        told = listed(sheet, heard.interpreter, boxes=True)
        blocks.append(sheet.section(N_("Interpreter"), voice_facts(sheet, heard.voice), *told))
    if heard.child:
        blocks.append(sheet.section(N_("With a child"), *listed(sheet, heard.child, boxes=True)))
    if heard.rights:
        first = sheet.text(sheet.say(N_("Read before the first question, in the person's own language.")), sheet.small)
        blocks.append(sheet.section(N_("Rights to be read"), first, *listed(sheet, heard.rights, boxes=True)))
    return blocks


def _phase(sheet: Sheet, one: Phase) -> Block:
    parts: list[Block] = [sheet.text(isolate(one.text), sheet.quiet), *listed(sheet, one.duties, boxes=True)]
    for words, told in ((N_("Questions that help"), one.ask), (N_("Not like this"), one.avoid)):
        if told:
            parts += [sheet.text(sheet.say(words), sheet.label, before=3), *listed(sheet, told)]
    return Headed(sheet.text(isolate(one.title), sheet.subheading), *parts, before=6)

