"""The rules: pure Python over frozen values. No clock, dice, disk, screen or library comes in here."""
