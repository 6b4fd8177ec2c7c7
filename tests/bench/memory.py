"""Print the resident memory of the app with everything loaded, in MB."""

import resource
import sys

from simulator.cli import wiring
from simulator.ui.app import CoachApp
from simulator.ui.screens import conversation, debrief

assert CoachApp
assert conversation
assert debrief
wiring.listener().hear("What did you see?", (), wiring.scenario("being-watched").topics)
wiring.record().sessions()
wiring.rubric()
UNIT = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6)
