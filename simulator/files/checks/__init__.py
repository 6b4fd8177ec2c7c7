"""What ``coach scenario check`` looks for beyond the schema: one small function for each kind of finding."""
