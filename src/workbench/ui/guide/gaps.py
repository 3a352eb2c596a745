"""What is missing in the file of a case, as sentences with the page where it is mended; without Qt."""

from dataclasses import dataclass

from workbench.i18n import N_, ltr
from workbench.services.guides import GuideRow
from workbench.sop import StepState
from workbench.ui.state import tr

_WITH_FILE = frozenset({"digital", "photo"})
_VICTIM = frozenset({"victim", "possible_victim"})


@dataclass(frozen=True)
class Gap:
    """One gap: what is missing, and where to go."""

    text: str
    page: str
    ref: str = ""


def gaps(row: GuideRow) -> list[Gap]:
    """The gaps of a case, the gravest first."""
    found = [
        Gap(
            tr(N_("Exhibit {number}: the sealed file is broken"), number=ltr(one.number)),
            "evidence",
            one.number,
        )
        for one in row.exhibits
        if one.integrity == "broken"
    ]
    found += [
        Gap(
            tr(N_("Age of {person} is in doubt: treat as a child"), person=ltr(one.alias)),
            "people",
            one.alias,
        )
        for one in row.people
        if one.age_in_doubt
    ]
    found += [
        Gap(tr(N_("Exhibit {number} has no file yet"), number=ltr(one.number)), "evidence", one.number)
        for one in row.exhibits
        if one.kind in _WITH_FILE and not one.files
    ]
    found += [
        Gap(
            tr(N_("Exhibit {number}: place of seizure not recorded"), number=ltr(one.number)),
            "evidence",
            one.number,
        )
        for one in row.exhibits
        if one.seized_at and not one.seized_place
    ]
    found += [
        Gap(tr(N_("{person}: languages not recorded"), person=ltr(one.alias)), "people", one.alias)
        for one in row.people
        if not one.languages and _VICTIM & set(one.roles)
    ]
    found += [
        Gap(tr(N_("Step {step} waits for the supervisor"), step=ltr(view.key)), "guide", view.key)
        for view in row.progress.views.values()
        if view.state is StepState.ASKED
    ]
    return found
