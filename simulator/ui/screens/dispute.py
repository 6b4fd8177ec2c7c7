"""A label that the coach sees otherwise: which one, what it was, and why."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from simulator.core.codebook import DEFINITIONS
from simulator.core.moves import MOVES_OF, Move
from simulator.core.passage import move_label, segment_label, shortened
from simulator.core.practice import Practice
from simulator.core.remarks import NEVER_SCORED, Dispute

_QUOTED = 60


class DisputeScreen(ModalScreen[bool]):
    """Asks for one dispute. Dismissed with whether anything was kept or taken back."""

    HELP = "Choose with the arrow keys and Enter: which label, then what it was. A reason is up to you; Enter keeps it."
    BINDINGS = [
        Binding("escape", "dismiss(False)", "Leave it"),
        Binding("f8", "withdraw", "Take the dispute back"),
    ]

    def __init__(self, practice: Practice, turn: int) -> None:
        """Dispute a label of this turn.

        Args:
            practice: The session.
            turn: The coach's turns, counted from 0.
        """
        super().__init__()
        self._practice = practice
        self._turn = turn
        self._hearing = practice.session.turns[turn].hearing

    def compose(self) -> ComposeResult:
        """The labels, the moves, and where to give a reason."""
        with Vertical(classes="dialog", id="dispute"):
            yield Static("What was it, as you see it?", classes="heading")
            yield OptionList(*self._labels(), id="labels", compact=True, markup=False)
            moves = [Option(move_label(move), id=move) for moves in MOVES_OF.values() for move in moves]
            yield OptionList(*moves, id="moves", compact=True, markup=False)
            yield Static("", id="means", markup=False)
            yield Input(placeholder="Why? (you may leave this empty; Enter keeps the dispute)", id="why", compact=True)
            yield Static(f"{NEVER_SCORED}\nEnter  choose, keep     F8  take it back     Esc  leave it", classes="note")

    def _labels(self) -> list[Option]:
        return [
            Option(f"“{shortened(segment.text, _QUOTED)}”  {segment_label(self._hearing, place)}")
            for place, segment in enumerate(self._hearing.segments)
        ]

    def on_mount(self) -> None:
        """Begin where there is something to choose."""
        labels = self.query_one("#labels", OptionList)
        labels.highlighted = 0
        several = len(self._hearing.segments) > 1
        labels.can_focus = several
        (labels if several else self.query_one("#moves", OptionList)).focus()

    @property
    def _segment(self) -> int:
        return self.query_one("#labels", OptionList).highlighted or 0

    @property
    def _move(self) -> Move:
        moves = self.query_one("#moves", OptionList)
        return Move(moves.get_option_at_index(moves.highlighted or 0).id or "")

    @on(OptionList.OptionHighlighted, "#labels")
    def show_label(self) -> None:
        """Begin with what was heard or is disputed already."""
        dispute = self._practice.remarks.on(self._turn, self._segment)
        move = dispute.move if dispute else self._hearing.segments[self._segment].move
        moves = self.query_one("#moves", OptionList)
        moves.highlighted = moves.get_option_index(move)
        self.query_one("#why", Input).value = dispute.reason if dispute else ""

    @on(OptionList.OptionHighlighted, "#moves")
    def explain(self) -> None:
        """Say what the move under the keys does."""
        self.query_one("#means", Static).update(f"It {DEFINITIONS[self._move]}.")

    @on(OptionList.OptionSelected, "#labels")
    def choose_label(self) -> None:
        """Go on to what it was."""
        self.query_one("#moves").focus()

    @on(OptionList.OptionSelected, "#moves")
    def choose_move(self) -> None:
        """Go on to the reason."""
        self.query_one("#why").focus()

    @on(Input.Submitted, "#why")
    def keep(self, event: Input.Submitted) -> None:
        """Keep the dispute, unless it says what was heard."""
        if self._move is self._hearing.segments[self._segment].move:
            self.query_one("#means", Static).update("That is what was heard. Choose another move, or Esc.")
            self.query_one("#moves").focus()
            return
        self._practice.dispute(Dispute(self._turn, self._segment, self._move, event.value.strip()))
        self.dismiss(True)

    def action_withdraw(self) -> None:
        """Take the dispute of the chosen label back."""
        self._practice.withdraw(self._turn, self._segment)
        self.dismiss(True)
