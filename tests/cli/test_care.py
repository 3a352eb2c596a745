"""Care from the command line: every way in JSON, every refusal with its code, people by code only."""


import pytest

from tests.cli.conftest import CASE, Say

SHELTER = "Shelter (synthetic)"


@pytest.fixture
def say(say: Say) -> Say:
    """The vault has a victim P-01 and a suspect P-02 too."""
    for role in ("victim", "suspect"):
        say("person", "add", CASE, "--role", role, "--basis", "synthetic", "--as-written", "Secret Name")
    return say


ASK = ("care", "consent", CASE, "P-01", "--purpose", "referral", "--recipient", SHELTER, "--state", "given")
HOW = ("--explained", "what it is for", "--language", "bn", "--read-by", "Officer", "--understood", "yes")
REFER = ("care", "refer", CASE, "P-01", "--service", "shelter", "--provider", SHELTER, "--shared", "code and language")


def test_consent_and_referral_from_the_asking_to_the_end(say: Say) -> None:
    say(*REFER, refused="referral_without_consent")
    say(*ASK, refused="care_incomplete")
    row = say(*ASK, *HOW)
    assert (row["ref"], row["entries"][0]["state"]) == ("C-01", "given")
    assert say(*REFER, "--follow-up-on", "2026-03-09")["consent_ref"] == "C-01"
    say("care", "follow", CASE, "R-02", "--state", "sent", refused="referral_unknown")
    say("care", "follow", CASE, "R-01", "--state", "arrived", refused="referral_turn")
    assert say("care", "follow", CASE, "R-01", "--state", "sent")["entries"][1]["state"] == "sent"
    say("care", "withdraw", CASE, "C-01", "--effect", "nothing more is passed on")
    say("care", "withdraw", CASE, "C-01", "--effect", "again", refused="consent_ended")
    assert "[consent taken back]" in say("care", "referrals", CASE, lines=True)
    assert "[does not stand]" in say("care", "consents", CASE, "P-01", lines=True)
    assert "Secret" not in say("care", "show", CASE, "P-01", lines=True)


def test_assessments_plan_and_overview(say: Say) -> None:
    risk = ("care", "assess", CASE, "P-01", "--review-on", "2026-03-04")
    row = say(*risk, "--risk", "R1=3x4", "--risk", "R9=none", "--measure", "move:far away:Officer:")
    assert row["level"] == "extreme"
    say(*risk, "--risk", "R1=9x4", refused="not_in_rules")
    say(*risk, "--risk", "R1=1x4", "--need", "health=met", refused="care_wrong")
    say(*risk, "--risk", "R1=1x4")
    say("care", "assess", CASE, "P-01", "--need", "health=unmet:tooth")
    say("care", "assess", CASE, "P-01", "--best", "decision=x", refused="care_incomplete")
    plan = ("care", "plan", CASE, "P-01", "--agreed", "yes", "--in-danger", "--measure", "escort")
    say(*plan, refused="care_incomplete")
    say(*plan, "--threat", "calls", "--no-contact", "P-02", "--review-at", "2026-03-02T10:00+03:00")
    assert say("case", "list")[0]["danger"] is True
    shown = say("care", "show", CASE, "P-01")
    assert shown["risk_trend"]["R1"] == "better"
    assert shown["plan"]["no_contact"] == ["P-02"]
    assert "P-01  [danger]  medium" in say("care", "list", CASE, lines=True)
    assert say("care", "told", CASE, "P-01")[0]["topic"].startswith(("need.", "risk."))
    assert "R12" in say("care", "offered")["risks"]


def test_those_who_must_not_meet_do_not_meet(say: Say) -> None:
    when = ("--at", "2026-03-05T10:00+03:00", "--place", "Court", "--purpose", "hearing")
    said = say("care", "appoint", CASE, "P-01", "P-02", *when, refused="no_contact")
    assert "P-01" in said["message"]
    assert "P-02" in said["message"]
    say("care", "appoint", CASE, "P-01", *when)
    say("care", "appoint", CASE, "P-02", *when, refused="no_contact_near")
    row = say("care", "appoint", CASE, "P-02", "P-01", *when, "--reason", "ordered by the judge (synthetic)")
    assert row["together"] == ["P-01", "P-02"]
    assert "[meant: ordered by the judge (synthetic)]" in say("care", "appointments", CASE, "P-01", lines=True)
    say("care", "met", CASE, "A-01", refused="moment_wrong")
    assert say("care", "cancel", CASE, "A-01", "--note", "postponed")["state"] == "cancelled"
    say("care", "cancel", CASE, "A-01", "--note", "postponed", refused="appointment_unknown")


def test_time_to_recover(say: Say) -> None:
    say("care", "recover", CASE, "P-01", "--days", "5", refused="care_incomplete")
    assert say("care", "recover", CASE, "P-01")["days_left"] == 30
    say("care", "contact", CASE, "P-01", refused="reflection_runs")
    assert say("care", "contact", CASE, "P-01", "--reason", "she called")["contacts"][0]["reason"] == "she called"
