"""The refusal to use the law because of a flaw in its files."""

from workbench.datafiles import Finding
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr


def refusal(finding: Finding) -> Refusal:
    """The refusal to use the law because of this finding."""
    return Refusal(
        Reason.LAW_WRONG, file=ltr(finding.file), line=finding.line,
        what=lambda tongue: finding.say(tongue)[0], remedy=lambda tongue: finding.say(tongue)[1],
    )  # fmt: skip
