"""The author's tools on the command line."""

from pathlib import Path

from simulator import places
from simulator.cli import wiring
from simulator.files.graph import mermaid
from simulator.files.template import slug_of, write_template


def list_scenarios() -> None:
    """Print every scenario with its level, theme and title."""
    for scenario in wiring.all_scenarios():
        print(f"{scenario.slug}\tlevel {scenario.level}\t{scenario.theme}\t{scenario.title}")


def draw_scenario(named: str) -> None:
    """Print a scenario's topics, layers and endings as a Mermaid flowchart."""
    print(mermaid(wiring.scenario(named)))


def new_scenario(title: str, out: str | None) -> None:
    """Write a scenario full of to-dos: to ``out``, a file or a folder, or to the user's own folder."""
    slug = slug_of(title)
    place = Path(out) if out else places.home() / "scenarios"
    path = place if place.suffix in {".yaml", ".yml"} else place / f"{slug}.yaml"
    write_template(title, path)
    print(f"written to {path}\nnext: coach scenario check {path}")


def show_scenario(named: str) -> None:
    """Print a scenario's brief and what its coachee knows about."""
    scenario = wiring.scenario(named)
    lines = list(scenario.every_line())
    print(f"{scenario.title} (version {scenario.version}, level {scenario.level}, theme {scenario.theme})")
    print(f"{scenario.persona.name}, {scenario.persona.role}: {scenario.persona.profile}, {scenario.persona.wall}")
    print(f"\n{scenario.brief.situation}\n\n{len(scenario.topics)} topics, {len(lines)} lines")
    for topic in scenario.topics:
        print(f"  {topic.id}: {topic.title} ({', '.join(topic.cues[:5])} ...)")
