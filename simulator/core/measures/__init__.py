"""What can be counted in a conversation, each with its unit and source."""

from simulator.core.measures.balance import BALANCE
from simulator.core.measures.frame import FRAME
from simulator.core.measures.listening import LISTENING
from simulator.core.measures.offers import OFFERS
from simulator.core.measures.ownership import OWNERSHIP
from simulator.core.measures.questions import QUESTIONS
from simulator.core.measures.trust import TRUST
from simulator.core.tally import by_name

MEASURES = by_name((*TRUST, *LISTENING, *QUESTIONS, *OWNERSHIP, *FRAME, *OFFERS, *BALANCE))
"""All measures by name: the names that the rubric may use."""
