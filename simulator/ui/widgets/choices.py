"""A list to choose from."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Choices(OptionList):
    """An option list that says in the footer how to choose."""

    BINDINGS = [Binding("enter", "select", "Choose")]

    def refill(self, options: Iterable[Option]) -> None:
        """List these instead, and stay at the same place; at first, at the first that can be chosen."""
        at = self.highlighted
        self.clear_options()
        self.add_options(options)
        first = next((place for place, option in enumerate(self.options) if not option.disabled), None)
        self.highlighted = first if at is None else at
