"""What another system would have run in a text: readers see it, so a notice names it."""

from __future__ import annotations

import pytest

from tests.read.reading import front

KEPT = [
    '{{< figure src="a.png" >}}',
    "{{<ref path/to>}}",
    "{{% notice info %}}\nText\n{{% /notice %}}",
    "[Tide]({% post_url 2024-01-02-tide %})",
    "{% include figure.html src='a.png' %}",
    "{%- include_relative parts/a.md -%}",
    "{% asset_img a.png A view %}",
    '{% asset_img "wide" a.png %}',
    "{% img left /a.png 20 30 %}",
    "{% highlight ruby %}\nputs 1\n{% endhighlight %}",
    '[caption id="attachment_1" align="left"]![](a.png) A view[/caption]',
    '\\[gallery ids="1,2"\\]',
    "import Tabs from '@theme/Tabs';",
    'import { A, B } from "./a.jsx"',
    "import './a.css'",
    "import {\n  A,\n  B,\n} from './a'",
    "export const meta = {\n  title: 'Tide',\n};",
    "export default function Tide() {\n  return 1;\n}",
    "Read <a href={props.url}>this</a>",
    '<div className="a"\n  style={{textAlign: "center"}}>\nA\n</div>',
    "Low %%ask Ana%% water",
    "%%\nAsk Ana.\n\nAnd Bo.\n%%",
    "Part 2 %%ask Ana%%",
    "%[https://films.example/watch?v=1]",
    ":::tip\n\nLow water.\n\n:::",
    "::: warning High water\nStay away.\n:::",
    "::::{note}\nLow water.\n::::",
    "  :::info[Low water]\n\n  Look.\n\n  :::",
    ":::{figure} a.png\nLow water.\n:::",
    "```{figure} a.png\nLow water.\n```",
    "~~~~ {note} Low water\n```{image} a.png\n```\n~~~~",
    '::note{icon="i-tide"}\nLow water.\n::',
    ':u-button{to="/tide" label="Tide"}',
    '::github{repo="tide/gauge"}',
    '<YouTube id="tide" />',
    "Words {/* ask Ana */} more",
    "{/* ask\n\nAna */}",
    "<Tabs>\n\nLow water.\n\n</Tabs>",
    '  <Gauge.Chart\n    caption="low -> high"\n  />',
]


@pytest.mark.parametrize("text", KEPT)
def test_what_another_system_would_have_run_is_named_once(text: str) -> None:
    (found,) = front("tags: [a]", f"# A title\n\nWords.\n\n{text}\n\nMore.\n").problems
    assert (found.code, found.severity, found.place.line) == ("shortcode-kept", "info", 10)
    assert " more" not in found.fact


def test_an_element_of_no_language_is_said_to_be_missing() -> None:
    (found,) = front("tags: [a]", "Words.\n\n<Gauge id='a' />\n\n:::tip\nLow.\n:::\n").problems
    assert found.fact == '"<Gauge>" and 1 more: what another system would have run is no part of the page'


def test_an_element_that_is_told_a_value_is_said_to_be_as_it_is_typed() -> None:
    (found,) = front("tags: [a]", "See <a className='b' href={c}>it</a>.\n").problems
    what = "what another system would have run is here as it is typed"
    assert found.fact == f""""<a className='b' href={{…": {what}"""


def test_the_notice_counts_the_others() -> None:
    (found,) = front("tags: [a]", "One\n{{< tweet 1 >}}\n\n{% gist 2 %} {{< a >}}b{{< /a >}}\n").problems
    assert found.place.line == 7
    assert found.fact.startswith('"{{< tweet" and 2 more: ')


def test_a_comment_on_its_own_lines_is_one_below_a_number() -> None:
    (found,) = front("tags: [a]", "In 2024\n%%\nAsk Ana.\n%%\n").problems
    assert found.code == "shortcode-kept"


LEFT = [
    "```\n{{< figure >}}\n```",
    "Write `{{< figure >}}` or ``{% asset_img `a` %}``.",
    "{{</* figure */>}} and {{%/* notice */%}}",
    '{% include "part.md" %} {% set a = 1 %} {{ config.site_name }}',
    "{% raw %} {% if a %} {% for a in b %} {% endfor %} {% link %}",
    "{% %} {{< >}} {{<",
    "`%% a %%` and a%%b%%c and 5 %%",
    "From 5 %% to 10 %% and 20\u00a0%% of it",
    "```mermaid\n%% a\n%% b\n```",
    "<!-- {{< figure >}} -->",
    "Words\n\n<!--\n{% include a.html %}\n\n{% img /a.png %}\n-->",
    '<pre class="a">\n{{< figure >}}\n</pre> and <code>{% gist 1 %}</code>',
    "{%- raw -%}\n{% include a.html %}\n{% endraw %}",
    "Write:\n\n    {% include a.html %}\n\n\t{{< figure >}}\nWords.",
    "1. Write:\n\n        {% gist 1 %}\n\n- a\n    - b\n\n            {% gist 1 %}",
    "- a\n\nWords.\n\n    {% gist 1 %}",
    "# Title\n    {% gist 1 %}",
    "- a\n\n---\n    {% gist 1 %}",
    "!!! note\n        {% gist 1 %}",
    "~~~ yaml\n- a\n~~~\n\n    {% gist 1 %}",
    "[gallery], [gallery of pictures](a.md) and `[caption id=1]`",
    "import taxes from China will rise, 'so' they say\nimport this\nWe import a from 'b'",
    "export PATH=a and export const is a word\nWe export const a = 1",
    "<a href={{ config.site_url }} style={{ page.meta.a }}>a</a>, `<a href={b}>` and a <b ={c",
    "```js\nimport a from 'b'\n```\n\n    import a from 'b'\n\n<pre>\nimport a from 'b'\n</pre>",
    "Write `:::tip` or:\n\n    :::tip\n\nstd:::note, ::: x",
    "::: pkg.module\n    options: {}\n\n::: note.tides",
    "<a href={% url 'x' %}>\n\n% ls -l\n\nFrom 5 to 10\n% of it\n\n```tex\n% a\n```\n\n%sql a",
    "`%[https://films.example/]`, 100%[1] and 5 %[see https://a.example]",
    "```\n:::tip\nLow water.\n:::\n```\n\n::note\n::",
    "````\n```{figure} a.png\n```\n````\n\n```{python}\ny\n```\n\n```py {a} b\n```",
    "```{code-cell} python\nx\n```\n\nWrite ```{figure} a.png``` there.",
    "<script setup>\nimport A from './A.vue'\n</script>\n\nWords",
    "Term\n: words {.a}\n\n:tide-gauge:{ .a }\n\nstd::move{a} 10:note{a}",
    "<IMG SRC='a.png'>\n\n<Br/>\n\n<IFrame src='a'></IFrame>\n\n<Https://a.example/>\n\na <Gauge /> b",
    "<H1>Low</H1>\n\n<H2 align='center'>Low</H2>\n\n<Strong>Low</Strong> water\n\n<Ul><Li>a</Li></Ul>",
    "## Low {/*low*/}\n\n{/* truncate */}\n\n`{/* a */}` and {/* a",
    "`<Gauge />` and:\n\n    <Gauge />\n\n```jsx\n<Gauge />\n::note{a}\n```",
]


@pytest.mark.parametrize("text", LEFT)
def test_code_and_what_plugins_of_the_host_may_run_are_not(text: str) -> None:
    assert [found.code for found in front("tags: [a]", f"{text}\n").problems] == []


INDENTED = [
    "Words\n    {% gist 1 %}",
    "1. Look:\n\n    {% gist 1 %}",
    "- a\nb\n\n    {% gist 1 %}",
    "- a\n    - b\n\n        {% gist 1 %}",
    '!!! note "A"\n\n    {% gist 1 %}',
    "[^1]: Note\n\n    {% gist 1 %}",
    "Words\n\n   {% gist 1 %}",
]


@pytest.mark.parametrize("text", INDENTED)
def test_what_is_indented_in_a_list_or_below_words_is_no_code(text: str) -> None:
    assert [found.code for found in front("tags: [a]", f"{text}\n").problems] == ["shortcode-kept"]


@pytest.mark.parametrize(
    "text",
    [
        *("`<!--` {{< a >}} -->", "<!-- a --> {{< a >}} <pre>", "<prefix> {{< a >}} </pre>"),
        "Write:\n\n    <!-- a\n\n{{< a >}} -->",
    ],
)
def test_what_is_no_comment_hides_nothing(text: str) -> None:
    assert [found.code for found in front("tags: [a]", f"{text}\n").problems] == ["shortcode-kept"]


@pytest.mark.parametrize(
    "part", ["<!--{{<", "<pre>{{< a", "{% raw %}{{<", "{{<", "{{< a", "{% ", "{% include a", "{%\n", "{{%\t"]
)
def test_many_signs_are_read_in_one_pass(part: str) -> None:
    assert len(front("tags: [a]", part * 20_000).problems) <= 1
