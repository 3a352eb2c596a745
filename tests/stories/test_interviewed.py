"""The interviews of the synthetic case: told in order, read back, put right, cited, printed in three languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.clock import FixedClock
from workbench.i18n import TAGS, language
from workbench.reports import readback
from workbench.security.acts import TRAINER
from workbench.security.slots import FLOOR
from workbench.services import documents, elements, findings, interviews, story, vaults
from workbench.store import Desk, World

CASE = story.CASE
# What interviews rest on; the procedure itself has walks of its own.
WANTED = frozenset({"person", "claim", "interview"})


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str]]:
    """A desk that knows the people of the case and everything that was said."""
    facts = story.story(CASE)
    clock = FixedClock(story.moment(facts["opened_at"]))
    folder = tmp_path_factory.mktemp("interviewed") / "vault"
    world = World(clock=clock, cost=FLOOR)
    vaults.create_vault(
        folder, station="Training", jurisdiction="iq", user="Trainer", role=TRAINER, passphrase="synthetic words only",
        training=True, world=world,
    )  # fmt: skip
    with vaults.unlock(folder, "Trainer", "synthetic words only", world=world) as desk:
        happened = [one for one in story.happenings(facts) if one.kind in WANTED]
        yield desk, story.tell(desk, facts, happened, clock)


def _text(desk: Desk, case: str, kind: str, tag: str, subject: str) -> list[str]:
    pdf = documents.preview(desk, case, kind, tag, subject=subject)
    return [piece for page in readback.read(pdf) for piece in readback.pieces(page)]


def test_everybody_was_heard_by_the_rules(told: tuple[Desk, str]) -> None:
    desk, case = told
    rows = {one.ref: one for one in interviews.list_interviews(desk, case)}
    assert [(one.alias, one.state) for one in rows.values()] == [("P-04", "held"), ("P-01", "held"), ("P-12", "held")]
    # Heard under suspicion although the person may be a victim: the program says it, and the case turned on it.
    assert "victim_suspected" in {one.key for one in rows["IV-01"].warnings}
    assert [one for one in rows["IV-02"].warnings if one.weight == "stop"] == []


def test_what_was_put_right_stands_beside_what_was_written_first(told: tuple[Desk, str]) -> None:
    desk, case = told
    row = interviews.one_statement(desk, case, "ST-02")
    assert [one.no for one in row.corrected] == [2, 4]
    assert "ثلاث غرف" in row.lines[1].text
    assert "ثلاثة بيوت" in row.lines[1].now
    assert (row.state, row.read_backs[0].languages) == ("signed", ("en", "lg"))
    assert [one.state for one in interviews.list_statements(desk, case)] == ["signed"] * 3


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    ("kind", "subject"),
    [("interview_plan", "IV-02"), ("interview_record", "IV-02"), ("statement", "ST-02"), ("rights_notice", "IV-01"),
     ("interpreter_record", "I-02")],
)  # fmt: skip
def test_every_paper_of_it_prints_in_every_language(told: tuple[Desk, str], kind: str, subject: str, tag: str) -> None:
    desk, case = told
    found = _text(desk, case, kind, tag, subject)
    voice = "شفيق" if kind == "rights_notice" else "إستير"
    say = language(tag).say
    wanted = {
        "statement": ["غرف", "بيوت", say("Reading back"), say("Corrected:")],
        "rights_notice": [say("Notice of rights")],
    }  # fmt: skip
    for words in (voice, *wanted.get(kind, ())):
        assert [one for one in readback.pieces(words) if one not in found] == []


def test_a_line_is_cited_in_the_matrix_with_its_words(told: tuple[Desk, str]) -> None:
    desk, case = told
    every = [one for one in story.happenings(story.story(CASE)) if one.kind == "finding"]
    cited = [one for one in every if one.facts["source"] == "ST-02"]
    assert {one.facts["place"] for one in cited} == {"سطر 2", "سطر 4"}
    for one in cited:
        story.happen(desk, case, one, CASE)
    row = interviews.one_statement(desk, case, "ST-02")
    places = {one.place for one in findings.list_findings(desk, case) if one.source == "ST-02"}
    words = " ".join(line.now for place in places for line in interviews.cited_lines(row, place))
    assert "الباب يقفل" in words
    assert "بداية كانون الأول" in words
    # The paper of the matrix says the words that the court is asked to believe, as they were put right.
    assert "بداية" in _text(desk, case, "proof_matrix", "ar_IQ", "")
    quotes = elements.look(desk, case, "en", suspect="P-08", about="P-01").quotes
    assert any("بداية كانون الأول" in one for one in quotes.values())


def test_two_of_them_stand_side_by_side_in_neutral_words(told: tuple[Desk, str]) -> None:
    desk, case = told
    rows = interviews.compared(desk, case, "ST-01", "ST-02").rows
    assert {one.label for one in rows} <= {"same", "differs", "only_here"}
    assert any(one.label == "only_here" for one in rows)


def test_the_papers_are_kept(told: tuple[Desk, str], tmp_path: Path) -> None:
    desk, case = told
    made = documents.make(desk, case, "statement", "ckb", tmp_path / "s.pdf", subject="ST-03")
    assert made.document_id == f"{case}-ST-03-001"
