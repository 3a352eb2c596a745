"""A flaw of a pack as a refusal."""

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.sop.flaws import Finding


def refusal(finding: Finding) -> Refusal:
    """The refusal to use a pack because of this finding."""
    return Refusal(
        Reason.PACK_WRONG, file=ltr(finding.file), line=finding.line,
        what=lambda language: finding.say(language)[0], remedy=lambda language: finding.say(language)[1],
    )  # fmt: skip
