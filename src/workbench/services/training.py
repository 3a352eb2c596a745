"""Training: a throw-away vault with a synthetic case, and a demonstration that walks the whole of it."""

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench import disk
from workbench.clock import FixedClock
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.i18n import language as language_of
from workbench.security.acts import TRAINER
from workbench.security.slots import FLOOR
from workbench.services import documents, exhibits, guides, story, vaults
from workbench.services.subjects import CASE
from workbench.store import Desk, World


@dataclass(frozen=True, slots=True)
class Told:
    """What a demonstration did, for checks to read."""

    steps: int
    documents: int
    exhibits: int
    audit_entries: int
    seconds: float
    people: int
    files: int
    ok: bool
    problem: str
    out: str


def open_training(folder: Path, *, language: str, world: World | None = None) -> Desk:
    """Make a training vault with the synthetic cases as the first responders left them, and sit down at it.

    Its passphrase is made by chance and kept nowhere: nothing in a training vault is worth keeping.
    """
    world = world or World()
    desk = _training_desk(folder, language, world)
    for case in story.CASES:
        # Deadlines must run as they would: the night of the report is the night before.
        told = story.shifted(story.story(case), desk.clock.now())
        story.tell(desk, told, story.as_handed_over(told))
    return desk


def demonstrate(
    out: Path, languages: Sequence[str], world: World | None = None, *, case: str = story.CASE
) -> Told:
    """Walk a synthetic case from the first report to its closing, make every paper in every language, verify all.

    Time is the story's: each entry happens at its own moment.
    """
    if not disk.is_free(out) and (not out.is_dir() or any(out.iterdir())):
        raise Refusal(Reason.TARGET_EXISTS, file=ltr(str(out)))
    began = time.monotonic()
    told = story.story(case)
    clock = FixedClock(story.moment(told["opened_at"]))
    papers = out / "documents"
    with disk.told(out):
        papers.mkdir(parents=True)
    with _training_desk(out / "vault", languages[0], replace(world or World(), clock=clock)) as desk:
        number = story.tell(desk, told, story.happenings(told), clock)
        guide = guides.guide(desk, number, "en")
        left = [
            v.key for v in guide.progress.views.values() if v.state in ("open", "waiting", "draft", "asked")
        ]
        made = 0
        for language in languages:
            for kind in documents.every_kind():
                of = documents.made_of(kind)
                subject = "" if of == CASE else next(iter(documents.subjects(desk, number, of)), None)
                if subject is not None:
                    target = papers / f"{kind}-{language}.pdf"
                    documents.make(desk, number, kind, language, target, subject=subject)
                    made += 1
        health = vaults.check_vault(desk)
        rows = exhibits.list_exhibits(desk, number)
        entries = desk.head.size
    problem = health.problem or ("not walked: " + ", ".join(left) if left else "")
    return Told(
        steps=guide.progress.done, documents=made, exhibits=len(rows), audit_entries=entries,
        seconds=round(time.monotonic() - began, 2), people=len(guide.people), files=sum(len(r.files) for r in rows),
        ok=health.ok and not left, problem=problem, out=str(out),
    )  # fmt: skip


def _training_desk(folder: Path, tag: str, world: World) -> Desk:
    spoken = language_of(tag)
    name, passphrase = spoken.say(N_("trainer")).capitalize(), secrets.token_urlsafe(24)
    # Nobody guesses at a vault of synthetic data: the floor is enough, and a demonstration need not wait.
    world = replace(world, cost=world.cost or FLOOR)
    vaults.create_vault(
        folder, station=spoken.say(N_("Training")), jurisdiction="iq", user=name, role=TRAINER, passphrase=passphrase,
        training=True, world=world,
    )  # fmt: skip
    return vaults.unlock(folder, name, passphrase, world=world)
