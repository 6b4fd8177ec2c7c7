"""The terminal app: shows values, passes messages, decides nothing."""
