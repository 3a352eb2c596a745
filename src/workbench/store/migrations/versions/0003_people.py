"""People in full: papers, contacts, claims with evidence, screening, care, findings, and the world around them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables and columns."""
    op.add_column("person", sa.Column("birth_told", sa.String(length=120), nullable=True))
    op.add_column("person", sa.Column("birth_calendar", sa.String(length=10), nullable=True))
    op.add_column("person", sa.Column("other_nationalities", sa.JSON(), nullable=True))
    op.add_column("person", sa.Column("dialect", sa.String(length=120), nullable=True))
    op.add_column("person", sa.Column("pregnant", sa.String(length=10), nullable=True))
    op.add_column("person", sa.Column("disabilities", sa.JSON(), nullable=True))
    op.add_column("person", sa.Column("health_alerts", sa.Text(), nullable=True))
    op.add_column("person", sa.Column("staff_wanted", sa.String(length=10), nullable=True))
    op.add_column("person", sa.Column("died_on", sa.String(length=10), nullable=True))
    op.add_column("person", sa.Column("protection", sa.String(length=10), nullable=True))
    op.add_column("identity", sa.Column("issued_on", sa.String(length=10), nullable=True))
    op.add_column("identity", sa.Column("expires_on", sa.String(length=10), nullable=True))
    op.add_column("identity", sa.Column("mrz", sa.Text(), nullable=True))
    op.add_column("identity", sa.Column("genuine", sa.String(length=10), nullable=True))
    op.add_column("identity", sa.Column("exhibit", sa.String(length=40), nullable=True))
    op.add_column("phone", sa.Column("as_written", sa.String(length=80), nullable=True))
    op.add_column("claim", sa.Column("evidence", sa.JSON(), nullable=True))
    op.add_column("claim", sa.Column("status", sa.String(length=20), nullable=True))
    op.add_column("claim", sa.Column("decided_at", sa.String(32), nullable=True))
    op.add_column("claim", sa.Column("until", sa.String(32), nullable=True))
    _table(
        "contact",
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("country", sa.String(length=3), nullable=False),
        sa.Column("governorate", sa.String(length=40), nullable=False),
        sa.Column("district", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("safe", sa.String(length=10), nullable=False),
        sa.Column("shelter", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contact_person_id")),
    )
    op.create_index(op.f("ix_contact_person_id"), "contact", ["person_id"], unique=False)
    _of_case(
        "photo",
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("shelf_id", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("original_name", sa.String(length=400), nullable=False),
        sa.UniqueConstraint("shelf_id", name=op.f("uq_photo_shelf_id")),
    )
    _of_case(
        "same_person",
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("other_case_id", sa.String(length=36), nullable=False),
        sa.Column("other_alias", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["other_case_id"], ["case.id"], name=op.f("fk_same_person_other_case_id")),
    )
    op.create_index(op.f("ix_same_person_other_case_id"), "same_person", ["other_case_id"], unique=False)
    _of_case(
        "non_punishment",
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("acts", sa.JSON(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("against", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    _of_case(
        "assessment",
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("held_at", sa.String(32), nullable=False),
        sa.Column("trigger", sa.String(length=40), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("measures", sa.JSON(), nullable=False),
        sa.Column("review_on", sa.String(length=10), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
    )
    _of_case(
        "safety_plan",
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("measures", sa.JSON(), nullable=False),
        sa.Column("safe_contact", sa.Text(), nullable=False),
        sa.Column("no_contact", sa.JSON(), nullable=False),
        sa.Column("in_danger", sa.Boolean(), nullable=False),
        sa.Column("what_threatens", sa.Text(), nullable=False),
        sa.Column("agreed", sa.String(length=10), nullable=False),
        sa.Column("review_at", sa.String(32), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
    )
    _of_case(
        "consent",
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("limits", sa.Text(), nullable=False),
        sa.Column("explained", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("text_version", sa.String(length=40), nullable=False),
        sa.Column("read_by", sa.String(length=200), nullable=False),
        sa.Column("interpreter", sa.String(length=200), nullable=False),
        sa.Column("understood", sa.String(length=10), nullable=False),
        sa.Column("given_by", sa.String(length=20), nullable=False),
        sa.Column("assent", sa.String(length=10), nullable=False),
        sa.Column("witness", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    _of_case(
        "referral",
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("focal_point", sa.Text(), nullable=False),
        sa.Column("urgency", sa.String(length=20), nullable=False),
        sa.Column("consent_ref", sa.String(length=20), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("shared", sa.Text(), nullable=False),
        sa.Column("transport", sa.Text(), nullable=False),
        sa.Column("follow_up_on", sa.String(length=10), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
    )
    _of_case(
        "reflection",
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("starts_on", sa.String(length=10), nullable=False),
        sa.Column("ends_on", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    _of_case(
        "appointment",
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    _of_case(
        "screening",
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("sets", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("profile", sa.String(length=20), nullable=False),
        sa.Column("held_at", sa.String(32), nullable=False),
        sa.Column("setting", sa.JSON(), nullable=False),
        sa.Column("asked_by", sa.String(length=200), nullable=False),
        sa.Column("interpreter", sa.String(length=200), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("track_answers", sa.JSON(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("decision", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("ask_again_on", sa.String(length=10), nullable=False),
    )
    _of_case(
        "finding",
        sa.Column("suspect", sa.String(length=20), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("offence", sa.String(length=60), nullable=False),
        sa.Column("element", sa.String(length=60), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("strength", sa.String(length=10), nullable=False),
        sa.Column("source_kind", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("exculpatory", sa.Boolean(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("corrects_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["corrects_id"], ["finding.id"], name=op.f("fk_finding_corrects_id")),
    )
    _of_case(
        "entity",
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("corrects_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["corrects_id"], ["entity.id"], name=op.f("fk_entity_corrects_id")),
    )
    _of_case(
        "link",
        sa.Column("a", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("b", sa.String(length=20), nullable=False),
        sa.Column("since_on", sa.String(length=10), nullable=False),
        sa.Column("until_on", sa.String(length=10), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("certainty", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("corrects_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["corrects_id"], ["link.id"], name=op.f("fk_link_corrects_id")),
    )

def _of_case(name: str, *parts: "sa.Column[object] | sa.Constraint") -> None:
    key = sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f(f"fk_{name}_case_id"))
    _table(name, sa.Column("case_id", sa.String(length=36), nullable=False), *parts, key)
    op.create_index(op.f(f"ix_{name}_case_id"), name, ["case_id"], unique=False)


def _table(name: str, *parts: "sa.Column[object] | sa.Constraint") -> None:
    op.create_table(
        name,
        *parts,
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("created_by", sa.String(length=36), nullable=False),
        sa.Column("station_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
