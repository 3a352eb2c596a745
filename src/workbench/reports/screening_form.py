"""The screening of a person on paper: every answer with what it rests on, the published rule, and the decision."""

from datetime import date

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.people import particulars
from workbench.reports.screening_facts import Asked, Part, Screened
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Headed, Stack

TITLE = N_("Record of a screening")
STRENGTHS = {"S": N_("strong"), "M": N_("medium"), "W": N_("supporting")}
_SIDES = {"victim": terms.TEST_ANSWERS["present"], "offender": terms.TEST_ANSWERS["absent"]}
_TRACKS = terms.KINDS_OF_CASE | {"unclear": N_("Not decided by the answers")}


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The newest screening of the person, with what changed since the first."""
    top = [*letterhead(sheet, dossier, sheet.say(TITLE)), _who(sheet, dossier)]
    if not dossier.screened:
        none = sheet.text(sheet.say(N_("No screening of this person has been recorded.")))
        return [*top, none, sheet.section(N_("Integrity of this document"), integrity(sheet, dossier))]
    one = dossier.screened[-1]
    told = [
        sheet.section(N_("How it was held"), _held(sheet, one)),
        sheet.section(N_("What the rule says of the answers"), *rule_said(sheet, one)),
        sheet.section(N_("Answers"), *(_part(sheet, part) for part in one.parts if part.asked)),
        sheet.section(N_("What was not asked"), *_not_asked(sheet, one)),
        sheet.section(N_("Decision"), *decision(sheet, one)),
    ]
    if len(dossier.screened) > 1:
        told.append(sheet.section(N_("Beside the first screening"), _beside(sheet, dossier.screened[0], one)))
    told.append(sheet.section(N_("Signatures"), _signed(sheet, dossier)))
    return [*top, *told, sheet.section(N_("Integrity of this document"), integrity(sheet, dossier))]


def _who(sheet: Sheet, dossier: Dossier) -> Block:
    person = next((one for one in dossier.people if one.alias == dossier.subject), None)
    roles = sheet.comma.join(sheet.term(terms.ROLES, c.role) for c in person.claims if c.current) if person else ""
    known = [sheet.text(line, sheet.small) for line in particulars(sheet, person)] if person else []
    return sheet.pairs(
        [
            (N_("Case number"), sheet.text(ltr(dossier.case.number), sheet.strong)),
            (N_("Person"), sheet.text(ltr(dossier.subject), sheet.strong) if dossier.subject else ""),
            (N_("Role at present"), roles),
            (N_("Particulars"), Stack(*known) if known else ""),
        ],
        columns=2, share=0.3,
    )  # fmt: skip


def _held(sheet: Sheet, one: Screened) -> Block:
    setting = sheet.comma.join(sheet.term(terms.SCREENING_SETTINGS, key) for key in one.setting)
    lists: list[Block] = []
    for listed in one.lists:
        words = sheet.say(
            N_("{title}, edition {version} ({mark})"), title=listed.title, version=ltr(listed.version),
            mark=sheet.say(terms.MARKS.get(listed.mark, listed.mark)),
        )  # fmt: skip
        lists += [sheet.text(words, sheet.small), sheet.code(listed.sha256[:16])]
    rows: list[tuple[str, Block | str]] = [
        (N_("Held at"), sheet.text(sheet.moment(one.held_at))), (N_("Who asked"), one.asked_by),
        (N_("Interpreter"), one.interpreter), (N_("Setting"), setting),
        (N_("Number of the screening"), sheet.text(sheet.language.number(one.ordinal))),
        (N_("Weighed for"), sheet.text(isolate(one.profile))),
        (N_("Lists that were asked from"), Stack(*lists)),
    ]  # fmt: skip
    return sheet.pairs(rows, share=0.3)


def rule_said(sheet: Sheet, one: Screened) -> list[Block]:
    """The result, then each dimension with its figures and the published rule that is met."""
    rows = [
        (
            sheet.text(isolate(part.title), sheet.small), *(
                sheet.text(sheet.language.number(n), sheet.small) for n in (part.strong, part.medium, part.weak)
            ),
            sheet.text(isolate(part.rule) if part.rule else sheet.say(N_("not met")),
                       sheet.label if part.rule else sheet.quiet),
        )
        for part in one.parts if part.weighed
    ]  # fmt: skip
    head = [N_("Dimension"), N_("Strong"), N_("Medium"), N_("Supporting"), N_("Published rule")]
    blocks: list[Block] = [
        sheet.text(isolate(one.result), sheet.strong), sheet.text(isolate(one.result_text), sheet.small),
        sheet.table((0.36, 0.1, 0.1, 0.12, 0.32), head, rows),
    ]  # fmt: skip
    blocks += [sheet.text(isolate(line), sheet.small, before=2) for line in one.words]
    if one.track:
        way = sheet.say(N_("Trafficking or smuggling: {track}. {why}"), track=sheet.term(_TRACKS, one.track),
                        why=one.track_text)  # fmt: skip
        blocks.append(sheet.text(way, before=4))
    return blocks


def _part(sheet: Sheet, part: Part) -> Block:
    head = [N_("Indicator"), N_("Strength"), N_("Answer"), N_("Rests on; observed by")]
    rows = [_row(sheet, one) for one in part.asked]
    title = sheet.text(isolate(part.title), sheet.subheading)
    return Headed(title, sheet.table((0.4, 0.13, 0.13, 0.34), head, rows), before=6)


def _row(sheet: Sheet, one: Asked) -> list[Block]:
    strength = sheet.term(STRENGTHS, one.strength) if one.strength else "–"
    present = one.value == "present"
    rests: list[Block] = [sheet.text(_ref(ref), sheet.small) for ref in one.evidence]
    who = isolate(one.observer) if one.observer else ""
    seen = sheet.comma.join(part for part in (who, sheet.moment(one.at)) if part)
    if seen:
        rests.append(sheet.text(seen, sheet.quiet))
    return [
        sheet.text(isolate(one.text), sheet.small), sheet.text(strength, sheet.small),
        sheet.text(sheet.term(terms.INDICATOR_ANSWERS | _SIDES, one.value), sheet.label if present else sheet.small),
        Stack(*rests) if rests else sheet.text(sheet.say(N_("nothing linked")), sheet.quiet),
    ]  # fmt: skip


def _ref(ref: str) -> str:
    """A number or a code runs left to right, words run as they were written."""
    return ltr(ref) if " " not in ref and ref.isascii() else isolate(ref)


def _not_asked(sheet: Sheet, one: Screened) -> list[Block]:
    blocks: list[Block] = []
    for part in one.parts:
        if part.not_asked:
            names = sheet.comma.join(isolate(text) for text in part.not_asked)
            blocks.append(sheet.text(f"{isolate(part.title)}: {names}", sheet.small, before=2))
    return blocks or [sheet.text(sheet.say(N_("Every indicator of the lists was asked about.")))]


def decision(sheet: Sheet, one: Screened) -> list[Block]:
    """What was decided, by whom, why, and whether the rule advised otherwise."""
    blocks: list[Block] = [sheet.text(sheet.term(terms.SCREENING_DECISIONS, one.decision), sheet.strong)]
    if one.differs:
        said = sheet.say(N_("The rule advised otherwise: {result}. It advises and does not decide."), result=one.result)
        blocks.append(sheet.text(said, sheet.label))
    again = sheet.language.day(date.fromisoformat(one.ask_again_on)) if one.ask_again_on else ""
    rows: list[tuple[str, Block | str]] = [
        (N_("Reason"), one.reason), (N_("Recorded by"), one.recorded_by),
        (N_("Recorded at"), sheet.text(sheet.moment(one.recorded_at))),
    ]  # fmt: skip
    if again:
        rows.append((N_("To be asked again on"), sheet.text(again)))
    return [*blocks, sheet.pairs(rows, share=0.3)]


def _beside(sheet: Sheet, first: Screened, last: Screened) -> Block:
    if not last.moved:
        return sheet.text(sheet.say(N_("Every answer is the same as in the first.")))
    rows = [
        (sheet.text(isolate(one.what), sheet.small), sheet.text(isolate(one.before), sheet.small),
         sheet.text(isolate(one.after), sheet.label))
        for one in last.moved
    ]  # fmt: skip
    table = sheet.table((0.46, 0.27, 0.27), [N_("What"), N_("First"), N_("Now")], rows)
    when = sheet.say(N_("First {first}, now {now}."), first=sheet.moment(first.held_at), now=sheet.moment(last.held_at))
    return Stack(sheet.text(when, sheet.small), table)


def _signed(sheet: Sheet, dossier: Dossier) -> Block:
    one = dossier.screened[-1]
    # Who signs is who asked; the capacity stands beside the line.
    signers = (Present(one.recorded_by, "writer"), Present(one.interpreter, "interpreter"))
    return signatures(sheet, signers, thumb=False)
