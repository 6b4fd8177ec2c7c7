"""Scenarios, sessions and turns."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "scenarios",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("slug", sa.String(200), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("scenario_hash", sa.String(64), sa.ForeignKey("scenarios.hash"), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("model_hash", sa.String(64), nullable=False),
        sa.Column("began", sa.String(40), nullable=False),
        sa.Column("touched", sa.String(40), nullable=False),
        sa.Column("opening_heard", sa.JSON, nullable=True),
        sa.Column("ending", sa.String(20), nullable=True),
        sa.Column("draft", sa.Text, nullable=False, server_default=""),
    )
    op.create_table(
        "turns",
        sa.Column("session_id", sa.Integer, sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("hearing", sa.JSON, nullable=False),
        sa.Column("reply_ids", sa.JSON, nullable=False),
        sa.Column("heard", sa.JSON, nullable=True),
    )


def downgrade() -> None:
    for table in ("turns", "sessions", "scenarios"):
        op.drop_table(table)
