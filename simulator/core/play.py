"""Speaking and listening: the few steps that both front ends and every headless command share."""

from collections.abc import Iterator, Sequence

from simulator.core.hearing import Heard, Hearing
from simulator.core.ports import Answered, Listener, Spoken
from simulator.core.rules import settle
from simulator.core.scenario import Scenario
from simulator.core.session import Session
from simulator.core.words import Speaker, Utterance


def begin(scenario: Scenario, seed: int, listener: Listener) -> Session:
    """A new session whose opening line has been listened to."""
    session = Session.begin(scenario, seed)
    return session.overheard(listener.hear_line(session.opening.text))


def hear_response(session: Session, words: str, listener: Listener) -> Hearing:
    """What the coach's words do at this point of the session."""
    heard = listener.hear(words, session.context(), session.scenario.topics)
    return settle(heard, session.conversation())


def speak(session: Session, words: str, listener: Listener) -> Session:
    """Say something to the coachee.

    Raises:
        SessionOverError: If the session has ended.
    """
    after = session.advance(hear_response(session, words, listener))
    return after.overheard(listener.hear_line(after.turns[-1].reply.text, words))


def hear_transcript(spoken: Sequence[Utterance], listener: Listener) -> tuple[Heard, ...]:
    """A whole conversation as heard, turn by turn."""
    responses = iter(listener.hear_all(_responses(spoken)))
    lines = iter(listener.hear_lines(list(answers(spoken))))
    history: list[Heard] = []
    for said in spoken:
        is_coach = said.speaker is Speaker.COACH
        history.append(settle(next(responses), history) if is_coach else next(lines))
    return tuple(history)


def answers(spoken: Sequence[Utterance]) -> Iterator[Answered]:
    """Every line of the coachee's, with what the coach said last."""
    before = ""
    for said in spoken:
        if said.speaker is Speaker.COACH:
            before = said.text
        else:
            yield Answered(said.text, before)


def _responses(spoken: Sequence[Utterance]) -> Iterator[Spoken]:
    for place, said in enumerate(spoken):
        if said.speaker is Speaker.COACH:
            yield Spoken(said.text, spoken[:place])
