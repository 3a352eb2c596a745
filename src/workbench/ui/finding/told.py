"""A hit in words: what it is, where it stands, why it was found; names only as initials."""

from workbench.i18n import N_, isolate, ltr
from workbench.services.hits import Hit, Why
from workbench.ui.state import speaking, tr

KINDS = {
    "person": N_("Person"),
    "paper": N_("Paper of a person"),
    "phone": N_("Telephone of a person"),
    "vehicle": N_("Vehicle"),
    "organisation": N_("Organisation"),
    "place": N_("Place"),
    "account": N_("Account"),
    "journey": N_("Journey"),
    "exhibit": N_("Exhibit"),
    "step": N_("Step"),
    "case": N_("Case"),
}
_FIELDS = {
    "name": N_("name"),
    "code": N_("code"),
    "paper": N_("number of a paper"),
    "phone": N_("telephone"),
    "contact": N_("address or contact"),
    "note": N_("note"),
    "number": N_("number"),
    "title": N_("title"),
    "lead": N_("who leads it"),
    "description": N_("description"),
    "seized_place": N_("place of the seizure"),
    "seal_number": N_("seal"),
    "found_by": N_("who found it"),
    "answer": N_("answer"),
    "reason": N_("reason"),
}


def kind(hit: Hit) -> str:
    """What was found."""
    return tr(KINDS[hit.kind]) if hit.kind in KINDS else isolate(hit.kind)


def who(hit: Hit) -> str:
    """Code, number or key, with the initials of a person."""
    ref = ltr(hit.ref or hit.case_number)
    return f"{ref} {isolate(' '.join(hit.initials))}" if hit.initials else ref


def where(hit: Hit) -> str:
    """Which of its fields agreed, and the words around it where they are not hidden."""
    words = tr(_FIELDS.get(hit.field.split(".")[0], _FIELDS["description"]))
    return f"{words}: {isolate(hit.excerpt)}" if hit.excerpt else words


def reasons(some: tuple[Why, ...]) -> str:
    """Why, in one line."""
    return tr(N_("; ")).join(why.say(speaking()) for why in some)


def line(hit: Hit) -> str:
    """All of it in one line, for the command box."""
    parts = (kind(hit), who(hit), ltr(hit.case_number) if hit.ref else "", where(hit), reasons(hit.reasons))
    return " — ".join(part for part in parts if part)
