"""Transcripts from anywhere, one module a format: each reads a file and gives who said what."""
