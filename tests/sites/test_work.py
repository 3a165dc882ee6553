"""How much work a build does, counted and not timed: linear in posts, and nothing done twice."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import jinja2
import pytest
from mkdocs.structure.pages import Page

import mkdocs_newsblog
from mkdocs_newsblog.read import folder

PACKAGE = str(Path(mkdocs_newsblog.__file__).parent)
CONFIG = {"site_url": "https://example.org/"}


def tree(posts):
    """Return a drawing of a section with five tags, three authors, two categories and two series."""
    lines = ["docs/", "  index.md | # Home", "  news/"]
    for number in range(posts):
        lines += [
            f"    {number:04}.md",
            "      | ---",
            f"      | title: Post {number} of {posts}",
            f"      | date: {2010 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            f"      | tags: [tag{number % 5}, sort{number % 3}]",
            f"      | author: Author {number % 3}",
            f"      | category: Part {number % 2}",
            f"      | series: Row {number % 2}",
            "      | ---",
            "      | Text with a [link](../index.md) and some more words.",
        ]
    return "\n".join(lines)


def calls(site, work=lambda site: site.build(strict=False)):
    """Return how many calls of functions of this package a build makes, by function; or other `work`."""
    found = Counter()

    def watch(frame, event, _):
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(PACKAGE):
            found[f"{code.co_filename.removeprefix(PACKAGE)}:{code.co_qualname}"] += 1

    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("mkdocs_newsblog") else ():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        done = work(site)
    finally:
        sys.setprofile(before)
    assert done.exit_code == 0, done
    return found


def test_work_grows_with_the_posts_and_not_with_their_pairs(drawn):
    small, middle, large = (
        calls(drawn(tree(posts), config=CONFIG, newsblog={"dir": "news"})) for posts in (40, 80, 160)
    )
    assert middle.total() > small.total()
    first, second = middle.total() - small.total(), large.total() - middle.total()
    # Twice as many posts more, twice as many calls more; a loop over pairs would make it four times.
    assert second < 2.4 * first
    steep = {
        name: (middle[name] - small[name], large[name] - middle[name])
        for name in large
        if large[name] - middle[name] > 2.8 * (middle[name] - small[name]) + 200
    }
    assert steep == {}


def test_what_folders_say_is_not_held_against_the_posts_of_all_others(drawn):
    """Each of these folders has a file of data, as a section has that was made with Eleventy."""
    totals = []
    for folders in (5, 10):
        lines = ["docs/", "  index.md | # Home", "  news/"]
        for name in (f"part{number}" for number in range(folders)):
            lines += [f"    {name}/", f'      {name}.json | {{"hidden": false}}', "      post.md | # A post"]
        found = calls(drawn("\n".join(lines), config=CONFIG, newsblog={"dir": "news"}))
        totals.append(found["/read/defaults.py:Defaults.covers"])
    assert totals == [5, 10]


def test_each_post_is_read_once_though_the_files_are_looked_at_twice(drawn, monkeypatch):
    read = Counter()
    whole = folder.read_entry

    def counted(source, *rest, **more):
        read[source.src_uri] += 1
        return whole(source, *rest, **more)

    monkeypatch.setattr(folder, "read_entry", counted)
    built = drawn(tree(12), config=CONFIG, newsblog={"dir": "news"}).build(strict=False)
    assert built.ok, built
    assert read == {f"news/{number:04}.md": 1 for number in range(12)}


def test_we_compare_no_more_pages_in_a_larger_section(drawn, monkeypatch):
    compared = Counter()
    whole = Page.__eq__

    def counted(self, other):
        if sys._getframe(1).f_code.co_filename.startswith(PACKAGE):
            compared[sys._getframe(1).f_code.co_name] += 1
        return whole(self, other)

    monkeypatch.setattr(Page, "__eq__", counted)
    monkeypatch.setattr(Page, "__hash__", object.__hash__, raising=False)
    totals = []
    for posts in (6, 24):
        compared.clear()
        built = drawn(tree(posts), config=CONFIG, newsblog={"dir": "news"}).build(strict=False)
        assert built.ok, built
        totals.append(compared.total())
    assert totals[0] == totals[1] < 6


@pytest.mark.parametrize("folders", [["news"], ["news", "log", "press"]])
@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_each_template_is_compiled_once(drawn, monkeypatch, theme, folders):
    compiled = Counter()
    whole = jinja2.Environment.compile

    def counted(self, source, name=None, *rest, **more):
        compiled[type(self.loader).__name__, name] += 1
        return whole(self, source, name, *rest, **more)

    monkeypatch.setattr(jinja2.Environment, "compile", counted)
    sections = [{"dir": name} for name in folders]
    site = drawn(tree(30), config=CONFIG | {"theme": {"name": theme}}, newsblog=sections)
    for name in folders[1:]:
        site.write(f"docs/{name}/a.md", "---\ntitle: A\ndate: 2026-05-04\n---\nText.\n")
    built = site.build(strict=False)
    assert built.ok, built
    assert all(built.page(f"{name}/").select(".newsblog-card") for name in folders)
    assert ("ChoiceLoader", "post_card.html") in compiled
    ours = {name: number for (loader, name), number in compiled.items() if loader == "ChoiceLoader"}
    assert {name: number for name, number in ours.items() if number > 1} == {}


def test_a_page_with_links_to_many_drafts_is_looked_at_once(drawn):
    lines = ["docs/", "  index.md", "    | # All", "    |"]
    lines += [f"    | - [Post {number}](news/{number}.md)" for number in range(12)]
    lines.append("  news/")
    for number in range(12):
        lines += [f"    {number}.md", "      | ---", "      | draft: true", "      | ---", "      | Text."]
    site = drawn("\n".join(lines), config=CONFIG, newsblog={"dir": "news"})
    assert calls(site)["/read/markdown/links.py:link_places"] == 1


def asking(drawn, posts, *asked):
    """A site whose template asks for lists of titles on each page."""
    return templated(
        drawn,
        posts,
        *(f"{{% for post in newsblog.posts({each}) %}}{{{{ post.title }}}}{{% endfor %}}" for each in asked),
    )


def templated(drawn, posts, *parts):
    """A site whose template has some parts on each page."""
    site = drawn(tree(posts), config=CONFIG, newsblog={"dir": "news"})
    shown = "".join(parts)
    site.write("own/main.html", f"{{% extends 'base.html' %}}{{% block content %}}{shown}{{% endblock %}}")
    site.config = site.config.replace("name: mkdocs", "name: mkdocs\n  custom_dir: own")
    return site


def test_what_a_template_asks_for_on_every_page_is_put_in_order_once(drawn):
    asked = ("sort='title', limit=2", "tag='tag1', limit=2, exclude='news/0001.md'", "tag='tag1', limit=1")
    totals = [calls(asking(drawn, posts, *asked))["/collect/choose.py:_fits"] for posts in (10, 20)]
    assert totals == [10 + 2, 20 + 4]


def test_a_name_that_no_post_has_is_looked_for_once_however_many_pages_ask(drawn):
    assert calls(asking(drawn, 20, "tag='tagg1'"))["/collect/choose.py:Pool.term_advice"] == 1


def test_the_options_of_a_section_are_not_taken_apart_for_each_file_of_the_site(drawn):
    totals = []
    for pictures in (0, 30):
        site = drawn(tree(3), config=CONFIG, newsblog={"dir": "news"})
        site.draw("\n".join(["docs/", *(f"  {number}.txt | Text" for number in range(pictures))]))
        totals.append(calls(site)["/read/files/select.py:Section.of"])
    assert totals[0] == totals[1]


def test_each_section_is_held_against_all_others_together(drawn):
    totals = []
    for sections in (3, 6):
        folders = [f"part{number}" for number in range(sections)]
        options = [{"dir": folder, "url": "{path}/{title}"} for folder in folders]
        lines = ["docs/", "  index.md | # Home"]
        lines += [line for folder in folders for line in (f"  {folder}/", "    2024-05-06-a.md | # A post")]
        site = drawn("\n".join(lines), config=CONFIG, newsblog=options)
        totals.append(calls(site, work=lambda site: site.check())["/views/route.py:resettled"])
    assert totals[1] == 2 * totals[0]


def test_a_term_that_a_list_of_terms_leaves_out_and_nobody_has_is_looked_for_once(drawn):
    site = templated(drawn, 20, "{{ newsblog.tags(exclude='tagg1') }}")
    assert calls(site)["/collect/choose.py:Pool.term_advice"] == 1
