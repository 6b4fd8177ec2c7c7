"""One conversation being played: every turn is recorded before its reply is shown."""

from enum import StrEnum

from simulator.core import branch, play
from simulator.core.branch import Branch
from simulator.core.debrief import Debrief, debrief
from simulator.core.ports import Listener
from simulator.core.record import Kept, Record, Wording, replay
from simulator.core.remarks import NOTHING_ADDED, Dispute, Origin, OwnView, Remarks
from simulator.core.rubric import Rubric
from simulator.core.scenario import Ending, Scenario
from simulator.core.session import Session, Turn


class Command(StrEnum):
    """What can be typed instead of words, in either front end."""

    END = "/end"
    HINT = "/hint"
    UNDO = "/undo"
    DISPUTE = "/dispute"
    HELP = "/help"


HELP = {
    Command.END: "finish and read the debrief",
    Command.HINT: "what the coachee is thinking, and what to listen for",
    Command.UNDO: "take back your last line",
    Command.DISPUTE: "say that the label of your last line is wrong",
    Command.HELP: "these commands",
}
"""What each command does."""


def command_in(words: str) -> Command | None:
    """The command that was typed, or None where it was words."""
    typed = words.strip().lower()
    return Command(typed) if typed in set(Command) else None


class Practice:
    """A session with its record and its listener."""

    def __init__(self, session: Session, key: int, record: Record, listener: Listener) -> None:
        """Go on with a session that the record holds under ``key``."""
        self.session = session
        self.key = key
        """The session's number in the record."""
        self.draft = ""
        """A half-typed response that was left."""
        self.remarks = NOTHING_ADDED
        """What the coach added so far."""
        self._record = record
        self._listener = listener
        listener.attend(session.scenario.topics)

    @classmethod
    def begin(cls, scenario: Scenario, wording: Wording, seed: int, record: Record, listener: Listener) -> "Practice":
        """Begin a new conversation."""
        session = play.begin(scenario, seed, listener)
        return cls(session, record.start(session, wording, listener.model_hash), record, listener)

    @classmethod
    def resume(cls, kept: Kept, scenario: Scenario, record: Record, listener: Listener) -> "Practice":
        """Go on where a record stopped, with the wording it began with."""
        session = replay(kept, scenario).session
        practice = cls(session, kept.key, record, listener)
        practice.draft, practice.remarks = kept.draft, kept.remarks
        return practice

    def say(self, words: str) -> Turn:
        """Say something. When this returns the turn is on disk.

        Raises:
            SessionOverError: If the conversation has ended.
        """
        after = play.speak(self.session, words, self._listener)
        self._record.append(self.key, after)
        self.session, self.draft = after, ""
        return after.turns[-1]

    def undo(self) -> str | None:
        """Take back the last turn; returns the words that were said in it, or None where there is none."""
        if not self.session.turns:
            return None
        left = len(self.session.turns) - 1
        words = self.session.turns[-1].hearing.text
        self._record.rewind(self.key, left)
        self.session, self.remarks = self.session.rewound(left), self.remarks.before(left)
        return words

    def keep_draft(self, text: str) -> None:
        """Keep a half-typed response."""
        self.draft = text
        self._record.keep_draft(self.key, text)

    def finish(self) -> Ending:
        """Stop by the coach's wish; a session that has ended stays as it is."""
        self.session = self.session.finished()
        ending = self.session.ending or Ending.LEFT
        self._record.finish(self.key, ending)
        return ending

    def keep_view(self, view: OwnView) -> None:
        """Keep how the coach sees the session."""
        self._record.keep_view(self.key, view)
        self.remarks = self.remarks._replace(view=view)

    def dispute(self, dispute: Dispute) -> None:
        """Keep that the coach sees a label otherwise. The score stays as it is."""
        self._record.dispute(self.key, dispute)
        self.remarks = self.remarks.disputing(dispute)

    def withdraw(self, turn: int, segment: int) -> None:
        """Take a dispute back."""
        self._record.withdraw(self.key, turn, segment)
        self.remarks = self.remarks.without(turn, segment)

    def what_if(self, turn: int, words: str) -> Branch:
        """What would have come of other words at a turn; nothing is kept of it.

        Args:
            turn: The coach's turns, counted from 0.
            words: What is said instead.
        """
        return branch.what_if(self.session, turn, words, self._listener)

    def again(self, turn: int) -> "Practice":
        """A new session that goes on where a turn of this one was about to be spoken; its words wait as a draft."""
        practice = self.go_on(self.session.rewound(turn), turn)
        practice.keep_draft(self.session.turns[turn].hearing.text)
        return practice

    def go_on(self, session: Session, taken: int) -> "Practice":
        """A new session that goes on from a slice or a branch of this one, which stays as it is.

        Args:
            session: Where to go on, in the wording that this session began with.
            taken: How many of its turns are this session's own.
        """
        wording = self._record.read(self.key).wording
        origin = Origin(self.key, taken)
        key = self._record.start(session, wording, self._listener.model_hash, origin)
        practice = Practice(session, key, self._record, self._listener)
        practice.remarks = Remarks(origin=origin)
        return practice

    @property
    def about(self) -> str:
        """What a report of it is called: the scenario, the session's number, the day it began."""
        day = self._record.read(self.key).began[:10]
        return f"{self.session.scenario.title}, session {self.key}, {day}"

    def debrief(self, rubric: Rubric) -> Debrief:
        """The debrief of the conversation so far."""
        return debrief(self.session.conversation(), rubric, self.session)
