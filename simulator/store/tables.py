"""The tables."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, MetaData, String, Table, Text

METADATA = MetaData()

SCENARIOS = Table(
    "scenarios",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("slug", String(200), nullable=False),
    Column("text", Text, nullable=False),
    comment="The wording of every scenario that was played: a session finishes on the one it began with.",
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("scenario_hash", String(64), ForeignKey("scenarios.hash"), nullable=False),
    Column("title", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("model_hash", String(64), nullable=False),
    Column("began", String(40), nullable=False, comment="ISO 8601, UTC"),
    Column("touched", String(40), nullable=False, comment="ISO 8601, UTC"),
    Column("opening_heard", JSON, nullable=True),
    Column("ending", String(20), nullable=True),
    Column("draft", Text, nullable=False, server_default=""),
    Column("view", JSON, nullable=True, comment="How the coach saw it before the debrief"),
    Column("origin_id", Integer, nullable=True, comment="The session it goes on from; empty once that was forgotten"),
    Column("origin_turns", Integer, nullable=True, comment="How many coach turns were taken over"),
)

TURNS = Table(
    "turns",
    METADATA,
    Column("session_id", Integer, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, comment="The coach's turns, counted from 0"),
    Column("hearing", JSON, nullable=False),
    Column("reply_ids", JSON, nullable=False),
    Column("heard", JSON, nullable=True),
)

DISPUTES = Table(
    "disputes",
    METADATA,
    Column("session_id", Integer, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("turn", Integer, primary_key=True, comment="The coach's turns, counted from 0"),
    Column("segment", Integer, primary_key=True),
    Column("move", String(40), nullable=False, comment="What it was, as the coach sees it"),
    Column("reason", Text, nullable=False),
    Column("kept", String(40), nullable=False, comment="ISO 8601, UTC"),
)

NOTES = Table(
    "notes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("place", String(200), nullable=False, index=True, comment="What was answered: theme/trust/question/matters"),
    Column("text", Text, nullable=False),
    Column("kept", String(40), nullable=False, comment="ISO 8601, UTC"),
    comment="Answers and ticks, none ever overwritten: the last one counts, the earlier ones are for comparison.",
)

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("place", String(200), primary_key=True),
    Column("text", Text, nullable=False),
    comment="What is half typed, by place.",
)

VIEWINGS = Table(
    "viewings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("clip", String(200), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("began", String(40), nullable=False, comment="ISO 8601, UTC"),
    Column("stops", JSON, nullable=False),
    Column("finished", Boolean, nullable=False),
)
