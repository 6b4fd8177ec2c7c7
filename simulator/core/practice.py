"""One conversation being played: every turn is recorded before its reply is shown."""

from enum import StrEnum

from simulator.core import play
from simulator.core.debrief import Debrief, debrief
from simulator.core.ports import Listener
from simulator.core.record import Kept, Record, Wording, replay
from simulator.core.rubric import Rubric
from simulator.core.scenario import Ending, Scenario
from simulator.core.session import Session, Turn


class Command(StrEnum):
    """What can be typed instead of words, in either front end."""

    END = "/end"
    HINT = "/hint"
    UNDO = "/undo"
    HELP = "/help"


HELP = {
    Command.END: "finish and read the debrief",
    Command.HINT: "what the coachee is thinking, and what to listen for",
    Command.UNDO: "take back your last line",
    Command.HELP: "these commands",
}
"""What each command does."""


def command_in(words: str) -> Command | None:
    """The command that was typed, or None where it was words."""
    typed = words.strip().lower()
    return Command(typed) if typed in set(Command) else None


class Practice:
    """A session with its record and its listener."""

    def __init__(self, session: Session, key: int, record: Record, listener: Listener, draft: str = "") -> None:
        """Go on with a session that the record holds under ``key``."""
        self.session = session
        self.draft = draft
        """A half-typed response that was left."""
        self._key = key
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
        return cls(session, kept.key, record, listener, kept.draft)

    def say(self, words: str) -> Turn:
        """Say something. When this returns the turn is on disk.

        Raises:
            SessionOverError: If the conversation has ended.
        """
        after = play.speak(self.session, words, self._listener)
        self._record.append(self._key, after)
        self.session, self.draft = after, ""
        return after.turns[-1]

    def undo(self) -> str | None:
        """Take back the last turn; returns the words that were said in it, or None where there is none."""
        if not self.session.turns:
            return None
        left = len(self.session.turns) - 1
        words = self.session.turns[-1].hearing.text
        self._record.rewind(self._key, left)
        self.session = self.session.rewound(left)
        return words

    def keep_draft(self, text: str) -> None:
        """Keep a half-typed response."""
        self.draft = text
        self._record.keep_draft(self._key, text)

    def finish(self) -> Ending:
        """Stop by the coach's wish; a session that has ended stays as it is."""
        self.session = self.session.finished()
        ending = self.session.ending or Ending.LEFT
        self._record.finish(self._key, ending)
        return ending

    def debrief(self, rubric: Rubric) -> Debrief:
        """The debrief of the conversation so far."""
        return debrief(self.session.conversation(), rubric, self.session)
