"""Answers, drafts and viewings of clips."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("place", sa.String(200), nullable=False, index=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("kept", sa.String(40), nullable=False),
    )
    op.create_table(
        "drafts",
        sa.Column("place", sa.String(200), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "viewings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("clip", sa.String(200), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("began", sa.String(40), nullable=False),
        sa.Column("stops", sa.JSON, nullable=False),
        sa.Column("finished", sa.Boolean, nullable=False),
    )


def downgrade() -> None:
    for table in ("viewings", "drafts", "notes"):
        op.drop_table(table)
