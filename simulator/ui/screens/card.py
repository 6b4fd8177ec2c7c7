"""The ear's model card: how good it is, and what it gets wrong."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, MarkdownViewer


class CardScreen(Screen[None]):
    """The card with its contents beside it, where there is room."""

    HELP = "Scroll with the arrow keys, Page Up and Page Down. C shows or hides the contents; Enter goes to a part."
    BINDINGS = [Binding("c", "contents", "Contents"), Binding("escape,q", "dismiss", "Back")]

    def __init__(self, card: str) -> None:
        """Show this card.

        Args:
            card: Markdown.
        """
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """The whole card."""
        yield MarkdownViewer(self._card, show_table_of_contents=False, open_links=False)
        yield Footer()

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one(MarkdownViewer).focus()

    def action_contents(self) -> None:
        """Show or hide the contents."""
        viewer = self.query_one(MarkdownViewer)
        viewer.show_table_of_contents = not viewer.show_table_of_contents
