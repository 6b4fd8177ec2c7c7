"""A nudge for a coach who asks for one: what to listen for now, never the words to say."""

from simulator.core.session import Session
from simulator.core.words import Kind, Sign

_BY_KIND = {
    Kind.RESERVATION: "That was push-back. Give it back in your own words before you ask or offer anything.",
    Kind.EXCUSE: "That puts the cause elsewhere. Take it as how it looks from there, and reflect it.",
    Kind.COMPLIANCE: "That was a quick yes. Ask what they really make of it, or name that it is their choice.",
    Kind.INSIGHT: "Something new was said. Stay with it: reflect it, or ask what it means to them.",
    Kind.IDEA: "That is their own idea. Ask what it would look like, and leave it theirs.",
    Kind.COMMITMENT: "They have said what they will do. Ask when, and how they will know; then close.",
    Kind.NEUTRAL: "Pick one word of theirs and ask an open question about it, or reflect what it might mean.",
}


def nudge(session: Session) -> str:
    """One sentence about what the last line invites."""
    line = session.last_line
    if line.signs >= {Sign.ASKS, Sign.STUCK}:
        return "They are stuck and ask for help. Offer something, briefly, and hand the decision back."
    if Sign.FEELS in line.signs:
        return "A feeling was shown. Answer it before anything else."
    if not session.turns:
        return "Say what this is for and what stays between you, then ask what they would like to use it for."
    return _BY_KIND[session.turns[-1].reply.kind]


def thought(session: Session) -> str:
    """What the coachee did not say with the last line, or empty."""
    return session.last_line.thought
