"""A box to tick."""

from textual.widgets import Checkbox


class TickBox(Checkbox):
    """Shows by a letter, and not by colour alone, whether it is ticked."""

    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Show the letter or take it away."""
        self.BUTTON_INNER = "x" if self.value else " "
        super().watch_value()
