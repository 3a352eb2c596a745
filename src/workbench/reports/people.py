"""The people of a case on paper: victims and suspects apart, each role as the claim of somebody."""

from collections.abc import Iterable, Sequence
from datetime import date

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Claim, Paper, Person, Uncertain
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Headed, Stack

# Who is shown where; somebody who is both victim and suspect stands with the victims.
GROUPS = (
    (N_("Victims and possible victims"), ("victim", "possible_victim")),
    (N_("Suspects and accused"), ("accused", "suspect")),
    (N_("Smuggled migrants"), ("migrant",)),
    (N_("Other persons"), ()),
)


def parties(sheet: Sheet, people: Sequence[Person]) -> list[Block]:
    """One table for each group that has somebody in it."""
    left, blocks = list(people), list[Block]()
    for title, roles in GROUPS:
        members = [p for p in left if not roles or any(c.current and c.role in roles for c in p.claims)]
        left = [p for p in left if p not in members]
        if members:
            heading = sheet.text(sheet.say(title), sheet.subheading)
            blocks.append(Headed(heading, _table(sheet, members), before=6))
    return blocks or [sheet.text(sheet.say(N_("No person has been recorded.")))]


def _table(sheet: Sheet, people: Iterable[Person]) -> Block:
    head = [N_("Code"), N_("Name and papers"), N_("Particulars")]
    head.append(N_("Role: since when, who says so, on what basis"))
    rows = [_row(sheet, person) for person in people]
    return sheet.table((0.1, 0.26, 0.26, 0.38), head, rows)


def _row(sheet: Sheet, person: Person) -> list[Block]:
    where = f"{sheet.say(N_('Code'))} {ltr(person.alias)}"
    if person.name:
        name: Block = sheet.written(person.name, sheet.strong, where=where)
    else:
        words = N_("Name withheld to protect the person") if person.protected else N_("Name not recorded")
        name = sheet.text(sheet.say(words), sheet.quiet)
    papers = [sheet.text(_paper(sheet, paper), sheet.small, where=where) for paper in person.papers]
    claims = [_claim(sheet, claim, where) for claim in person.claims]
    known: list[Block] = [sheet.text(line, sheet.small, where=where) for line in particulars(sheet, person)]
    return [
        sheet.text(ltr(person.alias), sheet.strong), Stack(name, *papers), Stack(*known),
        Stack(*non_punishment(sheet, person), *claims),
    ]  # fmt: skip


def non_punishment(sheet: Sheet, person: Person) -> list[Block]:
    """The flag that follows a person into every paper: which acts must not be held against them, and why."""
    flag = person.non_punishment
    if flag is None:
        return []
    acts = sheet.comma.join(
        sheet.term(terms.HELD_ACTS, one.act) + (f" ({isolate(one.text)})" if one.text else "") for one in flag.acts
    )
    where = f"{sheet.say(N_('Code'))} {ltr(person.alias)}"
    lines = [
        sheet.text(sheet.say(N_("Non-punishment: these acts must not be held against this person: {acts}"), acts=acts),
                   sheet.label, where=where),
        sheet.text(sheet.say(N_("How they came of being exploited: {link}"), link=isolate(flag.link)), sheet.small,
                   where=where),
    ]  # fmt: skip
    if flag.against:
        said = sheet.say(N_("What points the other way, for the judge to weigh: {facts}"), facts=isolate(flag.against))
        lines.append(sheet.text(said, sheet.small, where=where))
    who = sheet.say(
        N_("Recorded {at}, according to {who}"), at=sheet.moment(flag.at), who=isolate(flag.decided_by)
    )
    return [*lines, sheet.text(who, sheet.quiet)]


def particulars(sheet: Sheet, person: Person) -> list[str]:
    """Sex, birth, nationality and languages, one line each; what is unknown says so."""
    lines = [sheet.say(N_("Sex: {sex}"), sex=sheet.term(terms.SEXES, person.sex))]
    lines.append(sheet.say(N_("Born: {born}"), born=born(sheet, person.born)))
    if person.is_child:
        lines.append(sheet.say(N_("Treated as a child")))
    country = (
        sheet.language.country_name(person.nationality) if person.nationality else sheet.say(N_("unknown"))
    )
    lines.append(sheet.say(N_("Nationality: {country}"), country=country))
    if person.languages:
        comma = ", " if not sheet.rtl else "، "
        names = comma.join(isolate(sheet.language.language_name(code)) for code in person.languages)
        lines.append(sheet.say(N_("Languages: {languages}"), languages=names))
    return lines


def born(sheet: Sheet, value: Uncertain) -> str:
    """A birth date as surely as it is known."""
    low, high = _day(sheet, value.low), _day(sheet, value.high)
    if value.kind == "exact" and low:
        return low
    if value.kind == "about" and (low or high):
        return sheet.say(N_("about {day}"), day=low or high)
    if value.kind == "between" and low and high:
        return sheet.say(N_("between {low} and {high}"), low=low, high=high)
    return sheet.say(N_("unknown"))


def _day(sheet: Sheet, iso: str) -> str:
    """An ISO day, month or year in the document's way of writing."""
    parts = iso.split("-")
    if len(parts) == 3:
        return sheet.language.day(date.fromisoformat(iso))
    return isolate(sheet.language.in_digits("/".join(reversed(parts))))


def _paper(sheet: Sheet, paper: Paper) -> str:
    held = sheet.say(terms.HOLDERS[paper.held_by]) if paper.held_by in terms.HOLDERS else ltr(paper.held_by)
    kind = sheet.term(terms.PAPERS, paper.kind)
    if not paper.number:
        return sheet.say(N_("{paper}; held by: {holder}"), paper=kind, holder=held)
    return sheet.say(
        N_("{paper} no. {number}; held by: {holder}"), paper=kind, number=ltr(paper.number), holder=held
    )


def _claim(sheet: Sheet, claim: Claim, where: str) -> Block:
    """A role with its history: the word first, then whose claim it is."""
    facts = {
        "since": sheet.moment(claim.since),
        "until": sheet.moment(claim.until), "who": isolate(claim.decided_by) or sheet.say(N_("not known")),
        "basis": isolate(claim.basis) or sheet.say(N_("not known")),
    }  # fmt: skip
    ended = N_("from {since} to {until}, according to {who}. Basis: {basis}")
    words = sheet.say(
        ended if claim.until else N_("since {since}, according to {who}. Basis: {basis}"), **facts
    )
    role = sheet.text(sheet.term(terms.ROLES, claim.role), sheet.label)
    return Stack(role, sheet.text(words, sheet.small, where=where))
