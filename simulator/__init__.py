"""A place to rehearse coaching conversations and see, in your own words, what you did."""

__version__ = "0.1.0"
