"""A list to choose from."""

from textual.binding import Binding
from textual.widgets import OptionList


class Choices(OptionList):
    """An option list that says in the footer how to choose."""

    BINDINGS = [Binding("enter", "select", "Choose")]
