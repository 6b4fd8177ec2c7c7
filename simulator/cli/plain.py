"""One conversation line by line: for screen readers, pipes and slow links."""

import sys
from collections.abc import Sequence
from textwrap import fill

from simulator.cli import wiring
from simulator.core.agreement import carried_place
from simulator.core.hints import nudge, thought
from simulator.core.practice import HELP, Command, Practice, command_in
from simulator.core.scenario import Scenario
from simulator.core.telling import Passage, Style, label
from simulator.errors import wrong

_WIDTH = 100
_PREFIX = {
    Style.QUOTE: '  "',
    Style.BETTER: "  better: ",
    Style.NOTE: "  ",
    Style.COACH: "You: ",
    Style.COACHEE: "They: ",
    Style.THOUGHT: "  (thinks: ",
    Style.WARNING: "Warning: ",
    Style.DISPUTE: "  * ",
}
_SUFFIX = {Style.QUOTE: '"', Style.THOUGHT: ")"}


def practise_plainly(named: str | None, seed: int | None, agreement: bool = False) -> None:
    """Play one conversation on standard input and output, and print its debrief.

    Args:
        named: A scenario's slug or path.
        seed: Drawn when left out.
        agreement: Carry the learning agreement into it, and say afterwards whether it was kept to?
    """
    play_on(_unfinished(named) or _begin(wiring.scenario(named or _only_scenario()), seed, agreement))


def play_on(practice: Practice) -> None:
    """Play to the end, and look back."""
    if _converse(practice):
        look_again(practice)


def look_again(practice: Practice) -> None:
    """Look back, and play on where the coach wants to from one of its lines."""
    from simulator.cli.afterwards import look_back

    if again := look_back(practice):
        introduce(again)
        play_on(again)


def _carried(scenario: Scenario) -> Sequence[Passage]:
    """The learning agreement, carried into this scenario."""
    desk = wiring.desk()
    if not desk.has_agreement():
        raise wrong("agreement", "I001", "nothing is agreed yet", "write it first: coach agreement --plain")
    desk.tick(carried_place(scenario.slug))
    return desk.carried(scenario.slug)


def spoken(passage: Passage) -> str:
    """A passage as plain lines, with words in place of looks."""
    if passage.style in (Style.TITLE, Style.HEADING):
        return f"\n{passage.text}\n{'=' * len(passage.text)}"
    if passage.style is Style.ASPECT:
        return "\n" + fill(passage.text, _WIDTH, subsequent_indent="  ")
    prefix, suffix = _PREFIX.get(passage.style, ""), _SUFFIX.get(passage.style, "")
    return fill(f"{prefix}{passage.text}{suffix}", _WIDTH, subsequent_indent="  ")


def _only_scenario() -> str:
    known = [scenario.slug for scenario in wiring.all_scenarios()]
    if len(known) == 1:
        return known[0]
    raise wrong("<input>", "I001", "no scenario was named", f"use: coach practise SCENARIO, one of {', '.join(known)}")


def _unfinished(named: str | None) -> Practice | None:
    """A session to go on with, if the person at the keyboard wants to."""
    if not sys.stdin.isatty():
        return None
    summary = next((one for one in wiring.record().sessions() if one.is_open), None)
    if summary is None or not _says_yes(f"Go on with '{summary.title}', {summary.turns} turns so far? [Y/n] "):
        return None
    kept = wiring.record().read(summary.key)
    if named and kept.wording.slug != wiring.find_slug(named):
        return None
    practice = Practice.resume(kept, wiring.rebuild(kept.wording), wiring.record(), wiring.listener())
    introduce(practice)
    return practice


def _says_yes(question: str) -> bool:
    return input(question).strip().lower() in {"", "y", "yes"}


def _begin(scenario: Scenario, seed: int | None, agreement: bool) -> Practice:
    carried = _carried(scenario) if agreement else ()
    drawn = wiring.edges().seed() if seed is None else seed
    print(f"{scenario.title} (seed {drawn})\n")
    brief = scenario.brief
    for name, text in (("Situation", brief.situation), ("Your role", brief.role), ("What to practise", brief.aim)):
        print(fill(f"{name}: {text}", _WIDTH))
    for fact in brief.know:
        print(fill(f"- {fact}", _WIDTH, subsequent_indent="  "))
    for passage in carried:
        print(spoken(passage))
    print("\nType what you would say. /end /hint /undo /dispute /help\n")
    practice = Practice.begin(scenario, wiring.wording(scenario), drawn, wiring.record(), wiring.listener())
    introduce(practice)
    return practice


def introduce(practice: Practice) -> None:
    """What the coachee said last, and what was half typed."""
    print(fill(f"{practice.session.scenario.persona.name}: {practice.session.last_line.text}", _WIDTH))
    if practice.draft:
        print(f"You had begun to type: {practice.draft}")


def _converse(practice: Practice) -> bool:
    """Play until the end; False when the person left in the middle and may come back."""
    while not practice.session.is_over:
        try:
            words = _typed()
        except (EOFError, KeyboardInterrupt):
            print()
            if sys.stdin.isatty():
                print("Kept. Go on with: coach practise --plain")
                return False
            words = Command.END
        _answer(practice, words)
    return True


def _typed() -> str:
    """One line; what comes from a file is shown as if it were typed."""
    words = input("You: ")
    if not sys.stdin.isatty():
        print(words)
    return words


def _answer(practice: Practice, words: str) -> None:
    command = command_in(words)
    if command is None:
        _say(practice, words)
    else:
        _COMMANDS[command](practice)


def _say(practice: Practice, words: str) -> None:
    turn = practice.say(words)
    print(f"  [{label(turn.hearing)}]")
    print(fill(f"{practice.session.scenario.persona.name}: {turn.reply.text}", _WIDTH))


def _end(practice: Practice) -> None:
    practice.finish()


def _hint(practice: Practice) -> None:
    if unsaid := thought(practice.session):
        print(f"  (thinks: {unsaid})")
    print(f"  {nudge(practice.session)}")


def _undo(practice: Practice) -> None:
    words = practice.undo()
    if words is None:
        print("  There is nothing to take back.")
        return
    print(f"  Taken back: {words}")
    introduce(practice)


def _dispute(practice: Practice) -> None:
    from simulator.cli.disputing import dispute

    if practice.session.turns:
        dispute(practice, len(practice.session.turns) - 1)
    else:
        print("  There is nothing to dispute yet.")


def _help(_: Practice) -> None:
    for command, does in HELP.items():
        print(f"  {command}  {does}")


_COMMANDS = {
    Command.END: _end,
    Command.HINT: _hint,
    Command.UNDO: _undo,
    Command.DISPUTE: _dispute,
    Command.HELP: _help,
}
