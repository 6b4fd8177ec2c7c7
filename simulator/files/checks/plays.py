"""Checks that play: layers nobody opens, dead ends, levels of the rubric that nobody can earn."""

from collections.abc import Iterator

from simulator.core.playtest.dry import dead_ends
from simulator.core.playtest.occasions import out_of_reach
from simulator.core.playtest.reach import can_reach
from simulator.core.reply import layer_needs
from simulator.errors import Finding
from simulator.files.checks.subject import Subject


def unopened_layers(subject: Subject) -> Iterator[Finding]:
    """Inner layers that want more trust or openness than any play gives."""
    persona = subject.scenario.persona
    for number, topic in enumerate(subject.scenario.topics):
        if topic.needs and not can_reach(persona, layer_needs(persona, topic)):
            wanted = ", ".join(f"{name} {least:g}" for name, least in topic.needs.items())
            problem = f"no play opens the inner layer of '{topic.id}': it needs {wanted}"
            remedy = f"ask for less of somebody {persona.profile}, or leave 'needs' out"
            yield subject.finding(("topics", number, "inner", "needs"), "S051", problem, remedy)


def running_dry(subject: Subject) -> Iterator[Finding]:
    """Conversations in which the coachee has nothing left to say."""
    found = list(dead_ends(subject.scenario, subject.settings.limits.least_turns))
    if found:
        worst = min(found, key=lambda one: one.turn)
        problem = f"the coachee falls silent in turn {worst.turn} with a coach who is {worst.bot.name}"
        yield subject.finding(("lines", "neutral"), "S052", problem, "add neutral lines that fit anywhere")


def unearned_levels(subject: Subject) -> Iterator[Finding]:
    """Levels of the rubric that nobody can earn in this scenario."""
    for missing in out_of_reach(subject.scenario, subject.rubric):
        problem = f"nobody can earn {missing.level} on {missing.dimension.key} here: '{missing.condition.name}'"
        yield subject.finding(("topics",), "S058", problem, "add a line that gives occasion for it, with its flags")
