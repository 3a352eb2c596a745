"""A synthetic interview, statement and interpreter for the papers: every person and word in them is made up."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.reports import heard as h
from workbench.reports.course import Source

BEGUN = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
ENDED = BEGUN + timedelta(minutes=70)
KINDS = ("interview_plan", "interview_record", "rights_notice", "statement", "interpreter_record")


def heard(words: Mapping[str, Any]) -> h.Heard:
    """All of it, in the words of one language."""
    source = Source(words["law1"], "", "GK")
    told = (h.Told(words["s1"], "", source), h.Told(words["s2"]))
    return h.Heard(
        talk=_talk(words, told), statement=_statement(words), voice=_voice(words),
        known=(h.Known(words["q1"], words["a1"], words["phase1"]),),
        phases=(
            h.Phase(words["phase2"], words["s3"], told, (h.Told(words["q3"]),), (h.Told(words["q4"], words["s4"]),)),
        ),
        child=(h.Told(words["m1"]),), rights=told, stop=(h.Told(words["m2"]),), interpreter=(h.Told(words["m3"]),),
    )  # fmt: skip


def _talk(words: Mapping[str, Any], told: tuple[h.Told, ...]) -> h.Talk:
    return h.Talk(
        ref="IV-01", capacity="suspect", standing="held", at=BEGUN, minutes=60, place=words["place"],
        interviewer=words["lead"], spoken="bn", private="yes", fit="yes", fit_by=words["other"], risks=words["arrest"],
        meant=words["override"], why=words["reason"],
        topics=(h.Topic(words["wants"], words["because"], (words["track"],)),),
        room=(h.Somebody("interviewer", words["lead"]), h.Somebody("lawyer", words["witness"])),
        warnings=(words["late"],), started_at=BEGUN, ended_at=ENDED,
        pauses=(h.Pause(BEGUN + timedelta(minutes=30), BEGUN + timedelta(minutes=40)),), understood="yes",
        explained=(words["allows"],), said_back=words["exception"], rights=(told[0].text,), rights_at=BEGUN,
        acknowledged=words["agreed"], recorded="audio", exhibit="E-004", file="a.m4a", recording_sha256="ab" * 32,
        voluntary="yes", promised="no", observed=words["grounds"], statements=("ST-01",),
    )  # fmt: skip


def _voice(words: Mapping[str, Any]) -> h.Voice:
    doubt = h.Doubt(BEGUN, words["witness"], words["rule"], words["longer"], "IV-01")
    return h.Voice(
        "I-01", words["other"], (("bn", "Sylhet"), ("ar", "")), BEGUN - timedelta(minutes=10), words["q2"],
        words["decision"], (), "", "yes", (doubt,), ("IV-01",),
    )  # fmt: skip


def _statement(words: Mapping[str, Any]) -> h.Given:
    correction = h.Correction(words["m2"], words["m3"], "speaker", True, ENDED)
    lines = (
        h.Line(1, "q", words["q1"], words["q3"], "02:05", ()),
        h.Line(2, "a", words["a1"], words["a2"], "", (correction,)),
        # Ethiopic letters are in none of the fonts: the paper says where the words are.
        h.Line(3, "a", "\u12a5\u1231 \u12c8\u1230\u12f0", words["s4"], "", ()),
    )  # fmt: skip
    signed = (
        h.Signature("speaker", "refused", "P-01", words["refused"], ENDED),
        h.Signature("interpreter", "signature", words["other"], "", ENDED),
    )
    return h.Given(
        "ST-01", "IV-01", "suspect", "qa", "bn", "ar", BEGUN, ENDED,
        (("before", "judge"), ("court", words["court"]), ("identified", words["basis"]), ("judge", words["witness"]),
         ("no_oath", "accused"), ("oath", "none"), ("occupation", words["cond"]), ("relation", words["remarks"]),
         ("writer", words["lead"])),
        lines, (h.ReadBack(ENDED, ("bn", "ar"), words["other"], "corrected", words["aside"]),), signed, "E-004",
        "a.m4a",
        "cd" * 32,
    )  # fmt: skip
