"""What the name of a file alone tells of its time: a hint, never the time itself."""

import re
from datetime import datetime

# Cameras write IMG_20250318_211204; messengers write PTT-20250110-WA0002, the day on which the file was sent.
_WITH_TIME = re.compile(r"(?<!\d)(?:20|19)\d{6}[_\-T ]?\d{6}(?!\d)")
_SCREENSHOT = re.compile(
    r"(?<!\d)((?:20|19)\d{2})-(\d{2})-(\d{2})[ _-](?:at[ _-])?(\d{2})[.\-:](\d{2})[.\-:](\d{2})(?!\d)"
)
_DAY_ONLY = re.compile(r"(?:^|[^\d])((?:20|19)\d{6})(?=[_\-]WA\d|[^\d]|$)")


def name_at(name: str) -> str:
    """The day, or the day and time, in the name of a file; empty if there is none."""
    if found := _WITH_TIME.search(name):
        return _told("%Y%m%d%H%M%S", re.sub(r"\D", "", found[0]), "%Y-%m-%dT%H:%M:%S")
    if found := _SCREENSHOT.search(name):
        return _told("%Y%m%d%H%M%S", "".join(found.groups()), "%Y-%m-%dT%H:%M:%S")
    if found := _DAY_ONLY.search(name):
        return _told("%Y%m%d", found[1], "%Y-%m-%d")
    return ""


def _told(pattern: str, digits: str, shown: str) -> str:
    try:
        return datetime.strptime(digits, pattern).strftime(shown)  # noqa: DTZ007 - names tell no zone
    except ValueError:
        return ""
