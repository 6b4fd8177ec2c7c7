"""Playing a scenario without a person or an ear: bots with given hearings, coverage, and what every bot scores."""
