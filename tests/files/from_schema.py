"""A Hypothesis strategy for whatever a JSON Schema of ours allows."""

from functools import partial

from hypothesis import strategies as st

PROSE = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)


def values(schema, root=None):
    """Values that the schema allows; only the keywords that our schemas use are known."""
    root = root or schema
    if "$ref" in schema:
        return values(root["$defs"][schema["$ref"].rsplit("/", 1)[-1]], root)
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "oneOf" in schema:
        return st.one_of(*(values(one, root) for one in schema["oneOf"]))
    if isinstance(schema["type"], list):
        return st.one_of(*(values({**schema, "type": one}, root) for one in schema["type"]))
    return KINDS[schema["type"]](schema, root)


def _texts(schema, root):
    return st.from_regex(schema["pattern"], fullmatch=True) if "pattern" in schema else PROSE


def _numbers(build, schema, root):
    return build(schema.get("minimum", -5), schema.get("maximum", 200))


def _lists(schema, root):
    least = schema.get("minItems", 0)
    unique = {"unique_by": str} if schema.get("uniqueItems") else {}
    return st.lists(values(schema["items"], root), min_size=least, max_size=least + 1, **unique)


def _objects(schema, root):
    properties = {name: values(one, root) for name, one in schema["properties"].items()}
    wanted = set(schema.get("required", properties))
    needed = {name: one for name, one in properties.items() if name in wanted}
    return st.fixed_dictionaries(needed, optional={name: properties[name] for name in properties.keys() - wanted})


KINDS = {
    "string": _texts,
    "boolean": lambda schema, root: st.booleans(),
    "null": lambda schema, root: st.none(),
    "integer": partial(_numbers, st.integers),
    "number": partial(_numbers, st.floats),
    "array": _lists,
    "object": _objects,
}
"""What to draw from for each type."""
