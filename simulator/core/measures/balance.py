"""Balance: who talks, and how long."""

from collections.abc import Sequence

from simulator.core.exchange import Exchange
from simulator.core.tally import Measure, Sums, ratio, total


def turns(exchange: Exchange) -> Sums:
    """Coach responses that could be scored."""
    return (1.0,)


def talk_share(exchange: Exchange) -> Sums:
    """The coach's words, of all words in the exchange; the first one holds how the coachee began, too."""
    began = exchange.before.words if exchange.before and not exchange.earlier else 0
    answered = exchange.after.words if exchange.after else 0
    return (float(exchange.coach.words), float(began + exchange.coach.words + answered))


def words_per_turn(exchange: Exchange) -> Sums:
    """The coach's words in a response."""
    return (float(exchange.coach.words), 1.0)


BALANCE: Sequence[Measure] = (
    Measure(name="turns", unit="coach turns", source="the size of the evidence", count=turns, combine=total),
    Measure(
        name="talk_share",
        unit="share of words",
        source="AnnoMI AUC .62; ReadMI r = -.40 with adherent behaviour",
        count=talk_share,
        combine=ratio,
    ),
    Measure(
        name="words_per_turn",
        unit="words",
        source="AnnoMI: 17.5 in good sessions, 28.5 in poor",
        count=words_per_turn,
        combine=ratio,
    ),
)
