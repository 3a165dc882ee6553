"""What the site's own templates may ask for beside pages that are used again, and what ends that."""

from __future__ import annotations

import pytest

from mkdocs_newsblog.host.reuse.asked import asked
from mkdocs_newsblog.render.templating.template_files import TemplateFile

FAR = {
    # Values of other pages, of which nothing is compared.
    "{{ nav.homepage.content }}": "content",
    "{{ page.next_page.next_page }}": "next_page",
    "{{ page.parent.markdown }}": "markdown",
    "{{ page['next_page'].content }}": "content",
    "{{ nav.homepage['content'] }}": "content",
    "{{ page.present_anchor_ids }}": "present_anchor_ids",
    "{% trans %}Words{% endtrans %}{{ nav.homepage.content }}": "content",
    "{% for x in y %}{% continue %}{% endfor %}{{ nav.homepage.content }}": "content",
    "{{ nav.pages[2].content }}": "content",
    "{{ (nav.pages | first).toc }}": "toc",
    "{{ (nav.pages | first).parent.content }}": "content",
    "{{ page.file.abs_src_path }}": "abs_src_path",
    "{{ page.file.content_string }}": "content_string",
    "{{ page.next_page.get('x').edit_url }}": "edit_url",
    "{{ page.ancestors[0].__dict__ }}": "__dict__",
    # The same by a name that a filter is given.
    "{{ nav.pages | map(attribute='content') | list }}": "content",
    "{{ nav.pages | map('attr', 'content') | list }}": "content",
    "{{ pages | map(attribute='page.content') | list }}": "content",
    "{{ nav.pages | map(attribute='next_page.title') | list }}": "next_page",
    "{{ nav.pages | selectattr('edit_url') | list }}": "edit_url",
    "{{ nav.pages | rejectattr('edit_url', 'none') | list }}": "edit_url",
    "{{ nav.pages | sort(attribute='content') }}": "content",
    "{{ nav.pages | sort(false, false, 'content') }}": "content",
    "{{ nav.pages | groupby('content') }}": "content",
    "{{ nav.pages | sum('content') }}": "content",
    "{{ nav.pages | unique(attribute='content') }}": "content",
    "{{ nav.pages | min(attribute='content') }}": "content",
    "{{ nav.pages | max(attribute='content') }}": "content",
    "{{ nav.pages | sort(attribute='title,content') }}": "content",
    "{{ nav.pages | sort(attribute='meta.x,content') }}": "content",
    "{{ nav.pages | join(' ', attribute='content') }}": "content",
    "{{ nav.pages | join(' ', 'content') }}": "content",
    "{{ nav.pages | join(' ', which) }}": "attr",
    "{{ nav.homepage | attr('content') }}": "content",
    "{{ nav.homepage | attr(which) }}": "attr",
    "{{ nav.pages | map(attribute=which) | list }}": "attr",
    # Any name, if one of those stands elsewhere.
    "{% set key = 'content' %}{{ nav.homepage[key] }}": "content",
    "{{ {'a': 'edit_url'}['a'] }}{{ nav.homepage[key] }}": "edit_url",
    # The page or the configuration by another's name, or another by theirs.
    "{% set page = nav.homepage %}{{ page.content }}": "another page",
    "{% for page in nav.pages %}{{ page.content }}{% endfor %}": "another page",
    "{% macro of(page) %}{{ page.content }}{% endmacro %}": "another page",
    "{% set config = page %}{{ config.next_page }}": "another config",
    "{% import 'a.html' as page %}": "another page",
    "{% from 'a.html' import page %}": "another page",
    "{% from 'a.html' import b as config %}": "another config",
    # What differs from one build or machine to the next.
    "{{ [1, 2, 3] | random }}": "random",
    "{{ build_date_utc }}": "build_date_utc",
    "{{ build_date_utc.strftime('%d') }}": "build_date_utc",
    "{{ build_date_utc.strftime('%Y', 1) }}": "build_date_utc",
    "{{ build_date_utc.month }}": "build_date_utc",
    "{{ build_date_utc.year }}{{ build_date_utc.day }}": "build_date_utc",
    "{{ config.theme.custom_dir }}": "custom_dir",
    "{{ config.theme.dirs }}": "dirs",
    "{{ config.site_dir }}": "site_dir",
    "{{ config['docs_dir'] }}": "docs_dir",
    "{{ config.config_file_path }}": "config_file_path",
    # Objects of plugins.
    "{{ config.plugins.blog.pages.title }}": "pages",
    "{{ config.plugins['blog'].file }}": "file",
    "{{ config.plugins.get('blog').posts }}": "posts",
    "{{ config.plugins.blog[which] }}": "attr",
    "{% set blog = config.plugins.blog %}{{ blog.posts }}": "posts",
    "{% set blog = config.plugins.blog if x else y %}{{ blog.posts }}": "posts",
    "{% set blog = x and config.plugins.blog %}{% set other = blog %}{{ other.posts }}": "posts",
    "{% set ns = namespace() %}{% set ns.blog = config.plugins.blog %}{{ ns.blog.posts }}": "blog",
    "{% with blog = config.plugins.get('blog') | default({}) %}{{ blog.posts }}{% endwith %}": "posts",
    "{% for each in config['plugins'].values() %}{{ each['posts'] }}{% endfor %}": "posts",
    "{{ (config.plugins.blog or {}).posts }}": "posts",
    "{{ config.plugins.values() | map(attribute='posts.all') | list }}": "posts",
    "{{ shown(config.plugins.blog) }}{{ shown(by=x) }}": "blog",
    "{{ shown(by=config.plugins) }}": "plugins",
    "{% set plugins = config.plugins %}{{ plugins.blog.posts }}": "posts",
    "{{ config.plugins.blog | attr('posts') }}": "posts",
    "{{ config.plugins.blog | attr(which) }}": "attr",
    "{{ config.get('plugins').get('blog').posts }}": "posts",
    "{{ config.data.plugins.blog.posts }}": "posts",
    "{{ (config.plugins.blog or config.plugins['material/blog']).posts }}": "posts",
    "{% set blog = config.plugins.blog if 'blog' in config.plugins else none %}{{ blog.posts }}": "posts",
    "{% set host = config %}{% set all = host.plugins %}{{ all['blog'].posts }}": "posts",
    "{% with blog = config.plugins.blog %}{{ blog.posts }}{% endwith %}": "posts",
    "{% for name, plugin in config.plugins.items() %}{{ plugin.posts }}{% endfor %}": "posts",
    "{% for plugin in config.plugins.values() %}{{ plugin['posts'] }}{% endfor %}": "posts",
    "{% set all, x = config.plugins, 1 %}{{ (all.values() | first).posts }}": "posts",
    "{{ config.hooks['hook.py'].config }}": "config",
    "{% for hook in config.hooks.values() %}{{ hook.newest() }}{% endfor %}": "newest",
    "{% from 'a.html' import newest %}{{ newest(config.plugins.blog) }}": "blog",
    "{{ newest(of=config.plugins[which]) }}": "attr",
    "{% for blog in [config.plugins.blog] %}{{ blog.posts }}{% endfor %}": "posts",
    "{% set x = {'blog': config.plugins.blog} %}{{ x.blog.posts }}": "blog",
    "{{ config.plugins.values() | sort(attribute='posts') }}": "posts",
    "{{ (config.plugins.values() | sort(attribute='config') | first).posts }}": "posts",
    "{{ config.plugins['blog'].content }}": "content",
    "{{ config.plugins.items().content }}": "content",
}
CHANGES = ["append(1)", "extend([1])", "insert(0, 1)", "add(1)", "update({})", "setdefault('a', 1)", "sort()"]
CHANGES += ["reverse()", "pop()", "popitem()", "remove(1)", "discard(1)", "clear()"]
FAR |= {f"{{% set _ = config.extra.x.{change} %}}": f"{change.partition('(')[0]}()" for change in CHANGES}
FAR |= {
    "{% do config.extra.x.append(1) %}": "append()",
    "{% set x = [config.extra.x] %}{% set _ = x.append(1) %}": "append()",
    "{% set x = [] %}{% set x = config.extra.x %}{% set _ = x.append(1) %}": "append()",
    "{% set x = dict(a=config.extra) %}{% set _ = x.a.update({}) %}": "update()",
    "{% set x = namespace %}{% set _ = x.update({}) %}": "update()",
}
NEAR = [
    "{{ page.active }}{{ nav.items }}{{ page.is_link }}{{ page.is_page }}{{ page.is_section }}",
    "{{ page.is_index }}{{ page.is_top_level }}{{ page.is_homepage }}{{ page.toc[0].id }}",
    "{{ page.file.page }}{{ page.file.src_uri }}{{ page.file.src_path }}{{ nav.homepage.update_date }}",
    "{{ page.render() }}{{ page.parent.parent }}",
    "{{ page.url.content }}{{ page.file.src_uri.toc }}{{ page.file.src_path.toc }}{{ page.file.name.toc }}",
    "{{ page.markdown.content() }}{{ page.meta.x | replace('content', 'toc') }}",
    "{{ nav.pages | groupby('meta.x', default='content') }}",
    "{{ nav.pages | rejectattr('title', 'content') | list }}",
    "{% set x = namespace(y=dict()) %}{% set _ = x.y.update(a=1) %}",
    "{{ page.content }}{{ page.toc }}{{ page.markdown }}{{ page.next_page.title }}",
    "{{ page.previous_page.url }}",
    "{{ page.canonical_url }}{{ page.abs_url }}{{ page.edit_url }}{{ page.update_date }}{{ page.file.name }}",
    "{{ page['content'] }}{{ page.toc[0].children[0].title }}{{ page.toc | map(attribute='level') | list }}",
    "{{ page.parent.children }}{{ page.ancestors | map(attribute='title') | join }}{{ nav.homepage.url }}",
    "{{ page.meta.content }}{{ page.meta.next_page.markdown }}{{ nav.homepage.meta.content }}",
    "{{ page.content.toc }}{{ page.title.content() }}{{ page.edit_url.toc }}",
    "{{ page.meta.links | map(attribute='name') | list }}{{ [page] | map(attribute='meta.toc') | list }}",
    "{{ config.extra.content.toc }}{{ config.plugins.search.config.content }}{{ config.plugins }}",
    "{% set mike = config.plugins.mike %}{% if mike %}{{ mike.config.title }}{% endif %}",
    "{% set own = config.plugins['blog'].config %}{{ own.posts }}{% set x = config.extra %}{{ x.posts }}",
    "{% for name, each in config.plugins.items() %}{{ name }}{{ each.config.posts }}{% endfor %}",
    "{% set own = config.plugins.a.config if config.plugins.a else {} %}{{ own.posts }}",
    "{% set own = config.plugins.a and config.plugins.a.config %}{{ own.posts }}",
    "{% set is_there = 'a' in config.plugins and x is not y %}{{ shown(is_there) }}{{ is_there.posts }}",
    "{% set search = config.plugins.search | attr('config') %}{{ search.posts }}",
    "{{ (config.plugins.values() | map(attribute='config') | first).posts }}",
    "{% set x = {'a': config.plugins.search.config} %}{{ x.a.posts }}",
    "{{ config.plugins | join(', ') }}{{ config.plugins.a | default('') }}",
    "{{ config.plugins['material/search'] | attr('config') }}{{ 'tags' in config.plugins }}",
    "{% set plugins = config.plugins %}{% if plugins.search %}{{ plugins['search'].config.lang }}{% endif %}",
    "{% for name, each in config.plugins.items() %}{{ name.upper() }}{{ each.config.lang }}{% endfor %}",
    "{% for name in config.plugins %}{{ name.upper() }}{{ config.plugins[name].config.lang }}{% endfor %}",
    "{% with own = config.plugins.get('search', {}).config %}{{ own.lang.posts }}{% endwith %}",
    "{{ config.plugins.keys() | list | join }}{{ config.hooks | length }}{{ f(config.plugins.blog.config) }}",
    "{{ page.meta.tags | join(', ') }}{{ nav.items | join(', ', attribute='title') }}",
    "{{ newsblog.posts(limit=1)[0].content }}",
    "{{ build_date_utc.year }}{{ build_date_utc.strftime('%Y') }}",
    "{{ nav.pages | sort(attribute='title') }}{{ nav.pages | groupby('meta.x') }}",
    "{{ nav.pages | map('upper') }}",
    "{{ nav.pages | map('join', attribute='url') }}{{ nav.pages | selectattr('is_page', 'content') | list }}",
    "{{ {'content': 1}[which] }}{{ [1][0:2] }}{{ 'content' in page.meta }}",
    "{% set x = [] %}{% set _ = x.append(page.title) %}{% set y = {'a': []} %}{% set _ = y.a.append(1) %}",
    "{% set x = namespace(y=[]) %}{% set _ = x.y.append(1) %}{% set d = dict(a=1) %}{% do d.update(b=2) %}",
    "{% import 'a.html' as a %}{% from 'a.html' import page as b %}",
    "{{ _('Words') }}{% trans %}Words{% endtrans %}",
    "{% for x in y %}{% if x %}{% continue %}{% endif %}{% break %}{% endfor %}",
]


@pytest.fixture
def ask(tmp_path):
    def look(**texts):
        """Return what each of some templates asks for, by its name."""
        files = [tmp_path / name for name in texts]
        for file, text in zip(files, texts.values(), strict=True):
            file.write_text(text, "utf-8")
        found = asked(TemplateFile(file, file.stat().st_size, file.stat().st_mtime_ns) for file in files)
        return {path.name: each for path, each in found}

    return look


@pytest.mark.parametrize("text", FAR)
def test_what_is_not_compared_is_named(ask, text):
    assert ask(**{"main.html": text})["main.html"].far == FAR[text]


@pytest.mark.parametrize("text", NEAR)
def test_what_is_compared_or_leads_nowhere_is_not(ask, text):
    assert ask(**{"main.html": text})["main.html"].far == ""


def test_templates_say_what_they_ask_for(ask):
    text = "{% include 'a/b.html' %}{{ pages }}{{ page.meta['word'] }}{{ nav.homepage.update_date }}"
    found = ask(**{"main.html": text})["main.html"]
    assert {"pages", "page", "nav"} <= found.variables
    assert {"meta", "word", "update_date"} <= found.attributes
    ways = "{{ pages | map(attribute='page.meta.x') | list }}{{ nav | sort(attribute='x,update_date') }}"
    assert {"meta", "x", "update_date"} <= ask(**{"main.html": ways})["main.html"].attributes
    assert "a/b.html" in found.texts


def test_braces_in_a_script_mean_nothing_unless_a_template_takes_it_in(ask):
    script = "let x = `{{ nav.homepage.content }}`"
    assets = {"x.js": script, "x.map": script, "x.svg": script, "y.css": "{% include 'x.js' %}"}
    alone = ask(**{"main.html": "{{ page.title }}"}, **assets)
    assert {each.far for each in alone.values()} == {""}
    taken = ask(**{"main.html": "{% include 'js/x.js' %}", "x.js": script, "y.css": script})
    assert [each.far for each in taken.values()] == ["", "content", ""]
    assert alone["x.js"].digest == taken["x.js"].digest != alone["y.css"].digest


def test_a_file_that_is_gone_when_it_is_read_asks_for_nothing(tmp_path):
    assert [each.far for _, each in asked([TemplateFile(tmp_path / "gone.html", 1, 1)])] == [""]


def test_what_is_no_template_is_known_by_its_bytes_alone(ask):
    for text in ("{{ nav.homepage.content", "{% nothing %}", "{{ " + "(" * 5000, "Words"):
        found = ask(**{"main.html": text})["main.html"]
        assert (found.far, found.variables) == ("", frozenset())
        assert found.digest
