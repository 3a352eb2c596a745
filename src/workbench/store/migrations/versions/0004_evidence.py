"""Evidence and interviews: custody in full, takings-in, readings, events, examinations, statements."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables and columns."""
    op.add_column("exhibit", sa.Column("parent", sa.String(length=40), nullable=True))
    op.add_column("exhibit", sa.Column("scene", sa.String(length=10), nullable=True))
    op.add_column("exhibit", sa.Column("detail", sa.JSON(), nullable=True))
    op.add_column("custody_event", sa.Column("written_no", sa.Integer(), nullable=True))
    op.add_column("custody_event", sa.Column("detail", sa.JSON(), nullable=True))
    op.add_column("custody_event", sa.Column("corrects_id", sa.String(length=36), nullable=True))
    op.add_column("sealed_file", sa.Column("path", sa.Text(), nullable=True))
    op.add_column("sealed_file", sa.Column("intake_ref", sa.String(length=20), nullable=True))
    op.add_column("sealed_file", sa.Column("source", sa.Text(), nullable=True))
    op.add_column("sealed_file", sa.Column("tool", sa.String(length=200), nullable=True))
    op.add_column("sealed_file", sa.Column("derived_from_id", sa.String(length=36), nullable=True))
    op.add_column("sealed_file", sa.Column("derivation", sa.String(length=20), nullable=True))
    op.add_column("sealed_file", sa.Column("detail", sa.JSON(), nullable=True))
    _table(
        "file_check",
        sa.Column("case_id", sa.String(length=36), nullable=True),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("broken", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_file_check_case_id")),
    )
    op.create_index(op.f("ix_file_check_case_id"), "file_check", ["case_id"], unique=False)
    _table(
        "exhibit_note",
        sa.Column("exhibit_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("now", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["exhibit_id"], ["exhibit.id"], name=op.f("fk_exhibit_note_exhibit_id")),
    )
    op.create_index(op.f("ix_exhibit_note_exhibit_id"), "exhibit_note", ["exhibit_id"], unique=False)
    _table(
        "stock_take",
        sa.Column("case_id", sa.String(length=36), nullable=True),
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("store", sa.String(length=200), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("ended_at", sa.String(32), nullable=False),
        sa.Column("expected", sa.JSON(), nullable=False),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_stock_take_case_id")),
    )
    op.create_index(op.f("ix_stock_take_case_id"), "stock_take", ["case_id"], unique=False)
    _table(
        "intake",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("exhibit", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("tool", sa.String(length=200), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_intake_case_id")),
    )
    op.create_index(op.f("ix_intake_case_id"), "intake", ["case_id"], unique=False)
    _table(
        "reading",
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("format", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["sealed_file.id"], name=op.f("fk_reading_file_id")),
    )
    op.create_index(op.f("ix_reading_file_id"), "reading", ["file_id"], unique=False)
    _table(
        "event",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(length=40), nullable=False),
        sa.Column("until", sa.String(length=40), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source_kind", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("source_place", sa.String(length=200), nullable=False),
        sa.Column("source_digest", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_event_case_id")),
    )
    op.create_index(op.f("ix_event_case_id"), "event", ["case_id"], unique=False)
    _table(
        "examination",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("exhibits", sa.JSON(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_examination_case_id")),
    )
    op.create_index(op.f("ix_examination_case_id"), "examination", ["case_id"], unique=False)
    _table(
        "scene",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("letter", sa.String(length=10), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("photos", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_scene_case_id")),
    )
    op.create_index(op.f("ix_scene_case_id"), "scene", ["case_id"], unique=False)
    _table(
        "interview",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("capacity", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(32), nullable=True),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("conduct", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_interview_case_id")),
    )
    op.create_index(op.f("ix_interview_case_id"), "interview", ["case_id"], unique=False)
    _table(
        "statement",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("interview", sa.String(length=20), nullable=False),
        sa.Column("alias", sa.String(length=20), nullable=False),
        sa.Column("capacity", sa.String(length=20), nullable=False),
        sa.Column("form", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("translated_to", sa.String(length=10), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("ended_at", sa.String(32), nullable=False),
        sa.Column("head", sa.JSON(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_statement_case_id")),
    )
    op.create_index(op.f("ix_statement_case_id"), "statement", ["case_id"], unique=False)
    _table(
        "statement_entry",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("statement", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("line", sa.String(length=20), nullable=False),
        sa.Column("who", sa.String(length=200), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_statement_entry_case_id")),
    )
    op.create_index(op.f("ix_statement_entry_case_id"), "statement_entry", ["case_id"], unique=False)
    _table(
        "interpreter",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("oath_at", sa.String(32), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_interpreter_case_id")),
    )
    op.create_index(op.f("ix_interpreter_case_id"), "interpreter", ["case_id"], unique=False)


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
