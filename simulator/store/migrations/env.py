"""Alembic's environment: uses the connection it is given."""

from alembic import context

from simulator.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
