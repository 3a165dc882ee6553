"""Templates are compiled once, and never taken for others."""

import pytest
from jinja2 import Environment, StrictUndefined, TemplateSyntaxError


def test_the_same_text_in_the_same_kind_of_environment_is_compiled_once():
    one, other = (Environment(autoescape=True).compile("{{ a }}", "a.html", "/a.html") for _ in range(2))
    assert one is other


@pytest.mark.parametrize(
    ("text", "name", "path"), [("{{ b }}", "a", "p"), ("{{ a }}", "b", "p"), ("{{ a }}", "a", "q")]
)
def test_another_text_and_another_place_are_others(text, name, path):
    env = Environment(autoescape=True)
    assert env.compile("{{ a }}", "a", "p") is not env.compile(text, name, path)


def shouted(text):
    return text.upper()


def spelled(text):
    return ".".join(text)


def test_a_kind_of_environment_makes_of_a_text_what_it_makes():
    text = "{{ '<a>' }}\n{% if true %}\n{{ 'ab' | say }}\n{% endif %}\n"
    plain, escaping, trimming = Environment(), Environment(autoescape=True), Environment(trim_blocks=True)
    plain.filters["say"] = escaping.filters["say"] = trimming.filters["say"] = shouted
    other = Environment()
    other.filters["say"] = spelled
    made = [env.from_string(text).render() for env in (plain, escaping, trimming, other)]
    assert made == ["<a>\n\nAB\n", "&lt;a&gt;\n\nAB\n", "<a>\nAB\n", "<a>\n\na.b\n"]


def test_what_is_not_there_is_said_by_each_environment_in_its_way():
    assert Environment().from_string("{{ a }}").render() == ""
    strict = Environment(undefined=StrictUndefined).from_string("{{ a }}")
    with pytest.raises(Exception, match="'a' is undefined"):
        strict.render()


def test_a_mistake_is_said_each_time():
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            Environment().from_string("{% if %}")
