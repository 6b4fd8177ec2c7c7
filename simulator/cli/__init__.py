"""The front door: wires the rooms together, turns errors into one line and an exit code."""
