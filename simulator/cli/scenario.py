"""The author's tools on the command line."""

from simulator.cli import wiring


def list_scenarios() -> None:
    """Print every scenario with its level, theme and title."""
    for scenario in wiring.all_scenarios():
        print(f"{scenario.slug}\tlevel {scenario.level}\t{scenario.theme}\t{scenario.title}")


def show_scenario(named: str) -> None:
    """Print a scenario's brief and what its coachee knows about."""
    scenario = wiring.scenario(named)
    lines = list(scenario.every_line())
    print(f"{scenario.title} (version {scenario.version}, level {scenario.level}, theme {scenario.theme})")
    print(f"{scenario.persona.name}, {scenario.persona.role}: {scenario.persona.profile}, {scenario.persona.wall}")
    print(f"\n{scenario.brief.situation}\n\n{len(scenario.topics)} topics, {len(lines)} lines")
    for topic in scenario.topics:
        print(f"  {topic.id}: {topic.title} ({', '.join(topic.cues[:5])} ...)")
