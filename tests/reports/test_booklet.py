"""The booklet of a procedure: whole, in every language, with its charts, marks and pages, and the same every time."""

import os
import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS, language, plain
from workbench.reports import readback
from workbench.reports.booklet import Note, make_booklet
from workbench.shipped import resource
from workbench.sop import Pack, load
from workbench.sop.model import Extension, Length, Matter, Phase, Step, Unit, Week
from workbench.sop.rules import FactHolds, OrderGiven, StepSettled

from .readers import miss, need, poppler

MADE = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
SHIPPED = sorted(path.parent.name for path in resource("sop").glob("*/pack.yaml"))
EVERY = [(key, tag) for key in SHIPPED for tag in TAGS]
SMALL = Path(__file__).parents[1] / "packs" / "small"
TRUST = "not signed, synthetic-trust-7741"


def spoken(key: str, tag: str) -> Pack:
    return shipped(key).in_language(tag)


@cache
def shipped(key: str) -> Pack:
    return load(resource("sop", key))


@cache
def whole(key: str, tag: str) -> bytes:
    """The whole booklet of a shipped pack, once for all tests."""
    return booklet(spoken(key, tag))


@cache
def pages_of(key: str, tag: str) -> list[str]:
    """Its pages as pdfium reads them; with ``-s`` the speed is printed."""
    began = time.perf_counter()
    pdf = whole(key, tag)
    took = time.perf_counter() - began
    pages = readback.read(pdf)
    print(f"{key} {tag}: {len(pages)} pages, {len(pages) / took:.0f} pages/s")
    return pages


def booklet(pack: Pack, **more: object) -> bytes:
    tag = pack.language
    return make_booklet(pack, language(tag), **{"trust": TRUST, "made_at": MADE, **more})  # type: ignore[arg-type]


def beginning(key: str, tag: str) -> Pack:
    """A shipped pack with its first phase only and without lists: short, with everything that a step can hold."""
    pack = spoken(key, tag)
    return replace(pack, phases=pack.phases[:1], facts={}, documents={}, sources={})


def changed(pack: Pack, key: str, **traits: object) -> Pack:
    """The pack with one step changed."""
    phases = [
        replace(phase, steps=tuple(replace(one, **traits) if one.key == key else one for one in phase.steps))
        for phase in pack.phases
    ]
    return replace(pack, phases=tuple(phases))


def rich() -> Pack:
    """The small pack with orders, a safety gate, extensible deadlines, coverage and readiness."""
    pack = load(SMALL)
    limit = pack.step("A01.2").deadlines[0]
    limits = (
        replace(limit, start="custody", length=Length(Unit.DAYS, 15), extension=Extension(24, 1, "judge")),
        replace(limit, text="The file goes on", start="A01.1", length=Length(Unit.WORKING_DAY), mark="S"),
    )
    pack = changed(pack, "A01.2", asks=("search",), safety=True, codes=("S09.1",), deadlines=limits)
    pack = changed(pack, "A02.1", gate=OrderGiven("search", in_force=True))
    seen = Matter("online", "Look at the adverts", FactHolds("online"), StepSettled("A02.1"), "A02.1")
    ready = Matter("report", "The report is written", None, StepSettled("A01.1"), "A01.1")
    return replace(
        pack, coverage={"online": seen}, readiness={"report": ready}, week=Week(frozenset({4, 5}))
    )  # fmt: skip


def wanted(pack: Pack) -> set[str]:
    """The words and numbers that the booklet of a pack must hold for its steps."""
    return {
        piece
        for step in pack.steps.values()
        for text in (step.key, step.title, step.purpose, *step.todo, *(field.label for field in step.fields))
        for piece in readback.pieces(text)
    }


def text_of(pdf: bytes) -> str:
    """The words of a booklet as one line."""
    return " ".join(" ".join(readback.read(pdf)).split())


def found(pages: list[str]) -> set[str]:
    return {piece for page in pages for piece in readback.pieces(page)}


@pytest.mark.slow
@pytest.mark.parametrize(("key", "tag"), EVERY)
def test_every_step_of_every_shipped_pack_is_in_its_booklet(key: str, tag: str) -> None:
    assert not wanted(spoken(key, tag)) - found(pages_of(key, tag))


@pytest.mark.slow
@pytest.mark.parametrize(("key", "tag"), list(zip(SHIPPED, TAGS, strict=False)))
def test_another_reader_finds_every_step_too(key: str, tag: str, tmp_path: Path) -> None:
    lost = wanted(spoken(key, tag)) - found([poppler(whole(key, tag), tmp_path)])
    # It tears some words apart where the direction changes; the codes of steps it must not.
    assert len(lost) <= len(wanted(spoken(key, tag))) // 100
    assert not {piece for step in spoken(key, tag).steps for piece in readback.pieces(step)} & lost


@pytest.mark.slow
@pytest.mark.parametrize(("key", "tag"), EVERY)
def test_contents_and_bookmarks_lead_to_the_page_where_a_phase_begins(key: str, tag: str) -> None:
    pack, pages = spoken(key, tag), pages_of(key, tag)
    with pikepdf.open(BytesIO(whole(key, tag))) as pdf, pdf.open_outline() as outline:
        marks = {str(item.title): _page(pdf, item) for item in outline.root}
        below = [str(item.title) for part in outline.root for item in part.children]
    for phase in pack.phases:
        number = next(page for title, page in marks.items() if title.startswith(f"{phase.key}  "))
        assert set(readback.pieces(phase.title)) <= found([pages[number - 1]])
        assert language(tag).number(number) in pages[1]
        if tag == "en":
            row = next(line for line in _lines(pages[1]) if line.startswith(phase.key))
            assert row.split()[-1] == str(number)
    assert [title.split()[0] for title in below] == list(pack.steps)


def _page(pdf: pikepdf.Pdf, item: pikepdf.OutlineItem) -> int:
    assert item.destination is not None
    return pdf.pages.index(pikepdf.Page(item.destination[0])) + 1


def _lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()]


@pytest.mark.slow
@pytest.mark.parametrize("key", SHIPPED)
def test_every_time_limit_says_whether_it_was_verified(key: str, tmp_path: Path) -> None:
    pack, said = spoken(key, "en"), poppler(whole(key, "en"), tmp_path)
    for step in pack.steps.values():
        told = " ".join(_facts_of(said, step).split())
        marks = [one.mark for one in step.deadlines] + [pack.orders[kind].mark for kind in step.asks]
        for words, mark in (("to be verified", "GK"), ("text read", "S")):
            assert told.count(words) == marks.count(mark), step.key


def _facts_of(said: str, step: Step) -> str:
    """What stands between the heading of a step and what is to be done in it."""
    # The code stands in the charts before its heading and in the lists behind it.
    for piece in reversed(re.split(rf"^{re.escape(step.key)}$", said, flags=re.MULTILINE)):
        told = re.split(r"What to do|\f", piece)[0]
        if "When it applies" in told:
            return told.partition("When it applies")[2]
    raise AssertionError(f"{step.key} has no heading")


@pytest.mark.parametrize("tag", TAGS)
def test_the_same_pack_gives_the_same_bytes(tag: str) -> None:
    pack = beginning(SHIPPED[-1], tag)
    assert booklet(pack) == booklet(pack)


def test_another_moment_and_another_trust_give_another_file() -> None:
    made = {booklet(rich()), booklet(rich(), made_at=MADE + timedelta(minutes=1)), booklet(rich(), trust="other")}
    assert len(made) == 3


@pytest.mark.parametrize("tag", TAGS)
def test_every_page_says_which_edition_it_is_and_how_far_it_is_believed(tag: str) -> None:
    pack = beginning(SHIPPED[-1], tag)
    pages, say = readback.read(booklet(pack)), language(tag).say
    for number, page in enumerate(pages, 1):
        pieces = readback.pieces(page)
        page_of = say("Page {number} of {total}", number=number, total=len(pages))
        candidate = say("CANDIDATE: not the official text; to be verified before use")
        for text in (pack.key, pack.version, pack.digest[:16], "7741", page_of, candidate):
            assert all(piece in pieces for piece in readback.pieces(plain(text)))


def test_a_long_word_on_trust_is_whole_on_the_cover_and_leaves_no_page_at_its_foot() -> None:
    pack, long = load(SMALL), "signed by " + " ".join(f"authority{n}" for n in range(60))
    cover, second, *_ = readback.read(booklet(pack, trust=long))
    assert all(f"authority{n}" in "".join(cover.split()) for n in range(60))
    assert "authority3" in second
    assert "authority59" not in second


def test_a_procedure_without_a_note_is_no_candidate() -> None:
    assert "CANDIDATE" not in text_of(booklet(replace(load(SMALL), note="")))


def test_the_cover_prints_the_whole_digest(tmp_path: Path) -> None:
    pack = load(SMALL)
    cover = poppler(booklet(pack), tmp_path).split("\f")[0]
    assert all(pack.digest[start : start + 8] in cover for start in range(0, 64, 8))


def test_orders_gates_deadlines_and_conditions_are_said_in_words() -> None:
    said = text_of(booklet(rich()))
    for words in (
        "an order of the judge is in force: Search order; or the exception is recorded: Danger to life",
        "15 days, counted from: the time a suspect was taken into custody, for each of them; "
        "can be extended once by 24 hours, by the judge",
        "until the offices close on the next working day, counted from: the finish of step A01.1 «Take the report»",
        "Offices close at 15:00. Days without work: Friday, Saturday.",
        "longest term: 3 days", "without an order only: Danger to life",
        "Safety gate: only the override for danger to life opens it earlier.",
        "This step protects a person and cannot be waived.",
        "Look at the adverts", "The report is written", "in every case",
        "step A02.1 «Look online» is settled", "S09.1", "at least one of these holds:",
        "all of these hold: it is urgent; it does not hold that there is an exhibit",
        "only if «What was seen»: At a place",
    ):  # fmt: skip
        assert words in said, words


def test_a_pack_without_orders_coverage_and_readiness_has_no_empty_lists() -> None:
    said = text_of(booklet(replace(load(SMALL), orders={}, coverage={}, readiness={})))
    for title in ("Orders of the judge", "What must not be left unexamined", "What must be there before"):
        assert title not in said


def test_what_is_known_of_a_source_stands_under_it_and_its_weaker_mark_wins() -> None:
    pack = replace(load(SMALL), phases=load(SMALL).phases[:1])
    note = Note("art 1(2)", "Says this in short.", "GK", where="Kurdistan Region")
    said = text_of(booklet(pack, notes={("LAW", "art 1"): [note]}))
    assert "article 1(2), Kurdistan Region: Says this in short." in said
    assert "a summary in the program's own words, not the text of the law" in said
    assert "Synthetic law" in said
    assert said.count("to be verified") > text_of(booklet(pack)).count("to be verified")


def test_a_character_without_a_glyph_stops_the_booklet_and_says_where() -> None:
    pack = changed(load(SMALL), "A01.3", todo=("Plan 😀.",))
    with pytest.raises(Refusal) as refusal:
        booklet(pack)
    assert refusal.value.reason is Reason.GLYPH_MISSING
    assert "A01.3" in str(refusal.value.facts["where"])


def test_words_of_a_pack_cannot_turn_the_text_around() -> None:
    pack = changed(load(SMALL), "A01.1", title="Take \u202egpj.exe", todo=("Write \u2067down.",))
    said = text_of(booklet(pack))
    assert "[U+202E]gpj.exe" in said
    assert "[U+2067]down" in said


@pytest.mark.parametrize("count", [1, 25])
def test_a_phase_of_any_length_is_poured_over_its_pages(count: int) -> None:
    pack = load(SMALL)
    first = pack.step("A01.1")
    steps = tuple(
        replace(first, key=f"A01.{n}", gate=StepSettled(f"A01.{max(1, n // 2)}"), title=f"Step number {n}")
        for n in range(1, count + 1)
    )
    long = replace(pack, phases=(Phase("A01", "Long " * 30, "", steps),))
    said = found(readback.read(booklet(long)))
    assert all(str(n) in said for n in range(1, count + 1))


def _small_ones() -> Iterator[tuple[str, Pack]]:
    yield "rich", rich()
    for tag in TAGS:
        yield tag, beginning(SHIPPED[-1], tag)


def test_booklets_are_archive_files(tmp_path: Path) -> None:
    classpath = os.environ.get("WORKBENCH_VERAPDF_CLASSPATH", "")
    if not classpath:
        miss("veraPDF is not there: WORKBENCH_VERAPDF_CLASSPATH is not set")
    jars = f"{classpath}/*" if Path(classpath).is_dir() else classpath
    files = []
    for name, pack in _small_ones():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(booklet(pack))
    run = subprocess.run(
        [need("java"), "-cp", jars, "org.verapdf.apps.GreenfieldCliWrapper", "-f", "2u", "--format", "text",
         *map(str, files)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.stdout.splitlines() == [f"PASS {file} 2u" for file in files], run.stderr
