"""A coach's own view of a session, disputed labels, and the session it goes on from."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ALREADY_READ = '{"levels": {}, "change": "", "is_done": true}'


def upgrade() -> None:
    op.add_column("sessions", sa.Column("view", sa.JSON, nullable=True))
    op.add_column("sessions", sa.Column("origin_id", sa.Integer, nullable=True))
    op.add_column("sessions", sa.Column("origin_turns", sa.Integer, nullable=True))
    # A view after the debrief would only repeat it: sessions that have ended are not asked about.
    op.execute(sa.text("UPDATE sessions SET view = :read WHERE ending IS NOT NULL").bindparams(read=ALREADY_READ))
    op.create_table(
        "disputes",
        sa.Column("session_id", sa.Integer, sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("turn", sa.Integer, primary_key=True),
        sa.Column("segment", sa.Integer, primary_key=True),
        sa.Column("move", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("kept", sa.String(40), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("disputes")
    for column in ("origin_turns", "origin_id", "view"):
        op.drop_column("sessions", column)
