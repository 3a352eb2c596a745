"""Orders, deadlines, deviations, tracks and editions of the procedure, and whose word stands behind a pack."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables and columns."""
    op.add_column("step_record", sa.Column("passed", sa.String(length=20), nullable=True))
    op.add_column("step_record", sa.Column("pack_id", sa.String(length=36), nullable=True))
    op.add_column("case", sa.Column("also_pack_id", sa.String(length=36), nullable=True))
    op.add_column("case", sa.Column("law_on", sa.String(length=10), nullable=True))
    _of_case(
        "judge_order",
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(length=20), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("court", sa.Text(), nullable=False),
        sa.Column("wants", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("number", sa.String(length=120), nullable=False),
        sa.Column("valid_until", sa.String(32), nullable=True),
        sa.Column("exhibit", sa.String(length=40), nullable=False),
    )
    _of_case(
        "deadline_record",
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=20), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    _of_case(
        "deviation_approval",
        sa.Column("ref", sa.String(length=120), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    _of_case(
        "case_pack",
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("pack_id", sa.String(length=36), nullable=False),
        sa.Column("also_pack_id", sa.String(length=36), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["pack.id"], name=op.f("fk_case_pack_pack_id")),
    )
    _table(
        "authority_key",
        sa.Column("fingerprint", sa.String(length=100), nullable=False),
        sa.Column("public", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    op.create_index(op.f("ix_authority_key_fingerprint"), "authority_key", ["fingerprint"], unique=False)
    _table(
        "pack_trust",
        sa.Column("pack_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("fingerprint", sa.String(length=100), nullable=False),
        sa.Column("signer", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["pack.id"], name=op.f("fk_pack_trust_pack_id")),
    )
    op.create_index(op.f("ix_pack_trust_pack_id"), "pack_trust", ["pack_id"], unique=False)


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
