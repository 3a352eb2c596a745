"""The synthetic care for a person: everything in it is made up, and some of it is written from right to left."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.reports.cared import (
    Assessment,
    Care,
    Consent,
    Mark,
    Measure,
    Plan,
    Referral,
    Topic,
    Trend,
)
from workbench.reports.course import Source

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def care(words: Mapping[str, Any]) -> Care:
    """The care for one person, in the words of a language; nothing of it names the person or the case."""
    done = Measure(words["s2"], words["place"], words["lead"], "2026-11-30")
    marks = (Mark("R1", words["a3"], 4, 4, 16, words["override"]), Mark("R2", words["a3"]))
    needs = (Mark("health", words["a3"], text=words["reason"]), Mark("legal", words["a3"]))
    return Care(
        alias="P-01", is_child=True, languages=("bn", "ar"), needs_interpreter=True,
        topics=(
            Topic("R1", words["s2"], words["q3"]), Topic("R2", words["s3"]), Topic("health", words["q4"]),
            Topic("interview", words["s1"]),
        ),
        consents=(
            _consent("C-01", "given", words), _consent("C-02", "withdrawn", words, words["aside"]),
            _consent("C-03", "legal_basis", words),
        ),
        told=(words["because"],),
        referral=Referral(
            "R-01", words["s4"], Source(words["law1"], "art 11", "GK"), words["station"], words["other"], "today",
            "C-01", "", words["a4"] if "a4" in words else words["a1"], words["entry"], "2026-11-25", AT, words["lead"],
            "0123456789abcdef01234567",
        ),
        assessments=(
            Assessment("risk", AT, words["arrest"], words["lead"], words["a3"], marks, (), (done,), "2026-11-24", ""),
            Assessment("risk", AT + timedelta(days=2), "", words["other"], words["a3"], marks[:1], (), (), "", ""),
            Assessment("needs", AT, "", words["lead"], "", needs, (), (), "", words["late"]),
            Assessment(
                "best_interest", AT, "", words["lead"], "", (), (("decision", words["track"]),), (), "", "",
            ),
        ),
        trends=(Trend("R1", "same"), Trend("overall", "worse"), Trend("health", "better")),
        plan=Plan(
            (done,), words["agreed"], ("P-02",), True, words["grounds"], "yes", AT + timedelta(days=1), "", AT,
            words["lead"],
        ),
        notes=(words["m1"],),
    )  # fmt: skip


def _consent(ref: str, state: str, words: Mapping[str, Any], limits: str = "") -> Consent:
    return Consent(
        ref=ref, purpose=words["s3"], recipient=words["court"], state=state, at=AT, limits=limits,
        explained=words["longer"], language="bn", text_version="594f382e", read_by=words["lead"],
        interpreter=words["witness"], understood="yes", given_by="P-04", assent="yes", witness="",
        reason=words["basis"] if state == "legal_basis" else "",
        given_at=AT - timedelta(days=1) if state == "withdrawn" else None, key="interview",
    )  # fmt: skip
