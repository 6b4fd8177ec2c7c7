"""The school's own work line by line: checks, reviews, the agreement, the action plan."""

from pathlib import Path

from simulator.cli import asking, library
from simulator.core.agreement import tell_agreement
from simulator.core.desk import Desk
from simulator.core.reading import PAIRS, tell_choice, tell_page, tell_pairs, tell_review
from simulator.core.resource import Query, Resource, ResourceKind
from simulator.core.school_plan import tell_plan
from simulator.errors import wrong


def check_school(named: str) -> None:
    """Answer a review of the school's plan, or read one of its pages."""
    resource = library.find_resource(named)
    desk = library.desk()
    try:
        use_resource(desk, resource)
    except asking.GoneError:
        print("Kept.")


def use_resource(desk: Desk, resource: Resource) -> None:
    """Answer a review, word the agreement, or read a page."""
    if resource.kind is ResourceKind.REVIEW:
        answer_review(desk, resource)
    elif resource.kind is ResourceKind.AGREEMENT:
        word_agreement(desk, resource)
    else:
        asking.show(tell_page(resource))


def answer_review(desk: Desk, resource: Resource) -> None:
    """One question after the other, each answered back at once; then all of it."""
    print()
    asking.say(resource.title, resource.about)
    for query in resource.queries:
        _ask(desk, resource, query)
    asking.show(tell_review(resource, desk.work()))


def _ask(desk: Desk, resource: Resource, query: Query) -> None:
    print()
    asking.say(query.heading, query.why, query.ask)
    last = desk.work().answer(resource.query_place(query))
    for choice in query.choices:
        if choice.id == last:
            print(f"  Last time: {choice.text}")
    chosen = asking.choose("Your answer? ", [choice.text for choice in query.choices])
    if chosen is not None:
        desk.keep(resource.query_place(query), query.choices[chosen].id)
        asking.show(tell_choice(query.choices[chosen]))
    if query.pairs:
        asking.show(tell_pairs(asking.answer(desk.notebook, resource.pairs_place(query), PAIRS)))


def build_agreement(out: str | None) -> None:
    """Word the learning agreement, or write it to a file."""
    desk = library.desk()
    template = desk.library.agreement
    if template is None:
        raise wrong("agreement", "T111", "there is no agreement template", "put agreement.yaml back into resources")
    if out:
        from simulator.files.printing import write

        write(list(tell_agreement(template, desk.work())), Path(out))
        print(f"written to {out}")
        return
    try:
        word_agreement(desk, template)
    except asking.GoneError:
        print("Kept.")


def word_agreement(desk: Desk, template: Resource) -> None:
    """Clause by clause; an empty answer leaves a clause as it was."""
    print()
    asking.say(template.title, template.about)
    for clause in template.clauses:
        print()
        asking.say(f"{clause.title}. {clause.why}", f"For example: {clause.example}")
        asking.answer(desk.notebook, template.clause_place(clause), clause.ask)
    asking.show(tell_agreement(template, desk.work()))
    print("\nAs a file: coach agreement --out agreement.docx (or .pdf, .md)")


def show_plan(out: str | None, answers: bool) -> None:
    """Print the school action plan, or write it to a file."""
    desk = library.desk()
    plan = list(tell_plan(desk.library, desk.work(), answers))
    if not out:
        asking.show(plan)
        return
    from simulator.files.printing import write

    write(plan, Path(out))
    print(f"written to {out}")
    if answers:
        print("Your own answers and agreement are in it. Without them: coach plan --no-answers --out FILE")
