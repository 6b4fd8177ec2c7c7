"""Fitting people into a week, by a solver: no files, no screens."""
