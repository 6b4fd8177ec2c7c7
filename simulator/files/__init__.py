"""Files in and out: YAML, transcripts, corpora. Checks once at the edge, then builds the core's values."""
