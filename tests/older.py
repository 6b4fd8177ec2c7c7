"""Records as older versions left them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

VERSIONS = Path("simulator/store/migrations")


def back_to(path, version):
    """Take a record back to an older version by the migrations' own way back."""
    config = Config()
    config.set_main_option("script_location", str(VERSIONS))
    with create_engine(f"sqlite:///{path}").begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, version)
