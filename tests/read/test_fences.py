"""Fences of code as other systems write them: what the host is given instead, and what is left alone."""

from __future__ import annotations

import pytest

from mkdocs_newsblog.read.markdown.fences import has_superfences, plain_fences

WRITTEN = [
    ("js {1,3}", ' { .js hl_lines="1 3" }'),
    ("jsx{3-5, 11}", ' { .jsx hl_lines="3 4 5 11" }'),
    ("jsx{1}{numberLines: true}", ' { .jsx hl_lines="1" }'),
    ('js title="a.js"', ' { .js title="a.js" }'),
    ("js title='a \"b\".js' showLineNumbers {2}", ' { .js title=\'a "b".js\' hl_lines="2" }'),
    ('ts {2} filename="a.ts" copy /tide/', ' { .ts title="a.ts" hl_lines="2" }'),
    ('js ins={2} del={3-4} mark={1} "low water" frame="none"', ' { .js hl_lines="1" }'),
    ("vue [pages/index.vue] {3}", ' { .vue title="pages/index.vue" hl_lines="3" }'),
    ("js:tide.js", ' { .js title="tide.js" }'),
    ("js:title=src/tide.js {1}", ' { .js title="src/tide.js" hl_lines="1" }'),
    ("ts:line-numbers {1}", ' { .ts hl_lines="1" }'),
    ("ts:line-numbers=2", "ts"),
    ("ts twoslash", "ts"),
    ("bash npm2yarn", "bash"),
    ("rust,ignore", "rust"),
    ("toml,linenos,hl_lines=2-3 8", ' { .toml hl_lines="2 3" }'),
    ("go {linenos=table}", " { .go linenos=table }"),
    ("c++ {.wide #tide}", " { .c++ .wide #tide }"),
    ('go {linenos=inline hl_lines=[3,"6-8"] style=emacs}', ' { .go linenos=inline hl_lines="3 6 7 8" }'),
    ("go {linenos=table,hl_lines=[8,'15-16'],linenostart=199}", ' { .go linenos=table hl_lines="8 15 16" }'),
    ('go {.low title="a.go" linenos=false}', ' { .go .low title="a.go" }'),
    ("go {linenostart=abc}", "go"),
    ('go {lineNos=true, hl_Lines="1-2"}', ' { .go hl_lines="1 2" }'),
    ('sh {class="low" id="tide" lineNos=inline tabWidth=2}', " { .sh linenos=inline }"),
    ('py {.numberLines startFrom="100"}', " { .py .numberLines }"),
    *(("py {src=a}", "py"), ("py {linenos = table}", "py"), ('py {title="a b}', "py"), ("py {. }", "py")),
    ("py {hl_lines=2,3}", ' { .py hl_lines="2" }'),
    ('js showLineNumbers title="a.js"', ' { .js title="a.js" }'),
    ('js hl_lines="1-2"', ' { .js hl_lines="1 2" }'),
    *(('py title=""', "py"), ('py title="" {1}', ' { .py hl_lines="1" }')),
    *(('py linenums="1"', "py"), ("py {linenums=1}", "py")),
    ('py title="a.py" linenums="1"', ' { .py title="a.py" }'),
    ("js {1-99999}", "js"),
    ('js {"a": 1}', "js"),
    ('js title="it\'s 5"', ' { .js title="it\'s 5" }'),
]


@pytest.mark.parametrize(("info", "put"), WRITTEN)
def test_what_a_fence_says_becomes_attributes(info: str, put: str) -> None:
    text = "Words.\n\n{0}{1}\nlow = 1\n{0}\n"
    assert plain_fences(text.format("```", info)) == text.format("```", "").replace("```", f"```{put}", 1)
    assert plain_fences(text.format("~~~~", f" {info}")).count(put) == 1


WITH_SUPERFENCES = [
    ('py linenums="1"', ' { .py linenums="1" }'),
    ("py {linenums=10}", ' { .py linenums="10" }'),
    ('py title="a.py" linenums="2 3"', ' { .py linenums="2 3" title="a.py" }'),
    *(('py linenums="low"', "py"), ('py linenums=""', "py")),
    ("chart {.wide width=300}", ' { .chart .wide width="300" }'),
    ('py {id="z" data-line=3 style=emacs linenostart=2}', ' { .py id="z" data-line="3" }'),
    ("py {say='a \"b\"' title=a.py}", ' { .py title="a.py" say=\'a "b"\' }'),
    *(('py title=""', ' { .py title="" }'), ('py title="" {1}', ' { .py title="" hl_lines="1" }')),
]


@pytest.mark.parametrize(("info", "put"), WITH_SUPERFENCES)
def test_what_superfences_alone_knows_is_said_to_it(info: str, put: str) -> None:
    text = f"```{info}\nlow = 1\n```\n"
    assert plain_fences(text, superfences=True) == f"```{put}\nlow = 1\n```\n"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("pymdownx.superfences", True),
        ("pymdownx.superfences:SuperFencesCodeExtension", True),
        ("pymdownx.extra", True),
        ("fenced_code", False),
    ],
)
def test_superfences_are_known_by_their_name(name: str, found: bool) -> None:
    assert has_superfences(["toc", name]) is found


LEFT = [
    *("js", "", " js ", "{ .js title='a' }", "{.js}", 'js hl_lines="1 2"', "pkg.mod", "text/x"),
    *('py exec="on" title="a"', 'py tab="A"', "dot tide.svg", "kroki-dot no-transparency=false"),
    *("js {1} [a].js", "js {1", 'js "', "js : a"),
]


@pytest.mark.parametrize("info", LEFT)
def test_a_fence_that_the_host_or_a_plugin_reads_is_left_alone(info: str) -> None:
    text = f"```{info}\nlow = 1\n```\n"
    assert plain_fences(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "````md\n```js {1}\n```\n````\n",
        "Write:\n\n    ```js {1}\n    ```\n",
        "Write:\n\n    ```{figure} a.png\n    ```\n",
        "```js {1} `a` ```\n",
        "Write ```` ```js {1} ````.\n",
        "<!-- js {1} -->\n",
    ],
)
def test_what_opens_no_block_is_left_alone(text: str) -> None:
    assert plain_fences(text) == text


def test_fences_in_lists_and_quotes_are_read() -> None:
    text = "- a\n\n    ```js {1}\n    low\n    ```\n\n> ```js title='a'\n> low\n> ```\n"
    found = plain_fences(text)
    assert found.count('``` { .js hl_lines="1" }') == 1
    assert found.count('> ``` { .js title="a" }') == 1
