"""Where the coach types."""

from dataclasses import dataclass

from textual import events, on
from textual.message import Message
from textual.widgets import TextArea


class Composer(TextArea):
    """Several lines of text: Enter sends, Ctrl+J begins a new line, paste keeps its lines, Esc never clears."""

    HELP = "Type what you would say and press Enter. Ctrl+J begins a new line. /end /hint /undo /dispute /help"

    @dataclass
    class Spoke(Message):
        """The coach finished a response."""

        text: str
        """As typed. May be empty: silence."""

    @dataclass
    class Drafted(Message):
        """The half-typed response has changed."""

        text: str

    def __init__(self, draft: str = "") -> None:
        """Begin with a draft that was left."""
        super().__init__(draft, id="composer", compact=True, tab_behavior="focus", placeholder="Your words, then Enter")

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._send()
        elif event.key == "ctrl+j":
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif event.key == "escape":
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def _send(self) -> None:
        self.post_message(self.Spoke(self.text))

    def put(self, text: str) -> None:
        """Show this text, ready to go on with."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    @on(TextArea.Changed)
    def tell_draft(self, event: TextArea.Changed) -> None:
        """Say what the draft is now."""
        event.stop()
        self.post_message(self.Drafted(self.text))
