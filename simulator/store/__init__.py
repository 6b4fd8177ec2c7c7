"""What was practised, kept on this machine only: SQLAlchemy tables and their migrations."""
