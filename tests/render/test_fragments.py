"""The template environment by itself."""

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from mkdocs_newsblog.metadata.tags import meta, pager_links, print_tags, stylesheet
from mkdocs_newsblog.render.templating.fragments import Fragments, bundled, ladder
from mkdocs_newsblog.render.templating.themes import ADAPTORS, Theme, adaptor_for
from mkdocs_newsblog.render.text.labels import Labels
from mkdocs_newsblog.render.values.context import Picture, PostText, TermLink

EVIL = "<script>\"'&{{x}}"


def fragments(*folders, theme="mkdocs", language="en"):
    return Fragments([*folders, *ladder([], adaptor_for(theme))], Labels(language))


def test_a_theme_that_nobody_knows_is_asked_for_its_links_to_other_pages(tmp_path):
    (tmp_path / "parts").mkdir()
    part = tmp_path / "parts" / "foot.html"
    part.write_text('<link rel="next" href="{{ page.next_page.url | url }}">', encoding="utf-8")
    assert not Theme("unheard of", [str(tmp_path)]).prints_neighbours
    part.write_text('{# <a href="{{ page.next_page.url }}"> #}<a href="{{ paging.next_page }}">', "utf-8")
    (tmp_path / ".#lock.html").symlink_to(tmp_path / "gone.html")
    (tmp_path / "folder.html").mkdir()
    assert not Theme("unheard of", [str(tmp_path)]).prints_neighbours
    part.write_text('{% if "navigation.footer" in features %}<a href="{{ page.next_page.url }}">', "utf-8")
    assert not Theme("unheard of", [str(tmp_path)]).prints_neighbours
    assert Theme("unheard of", [str(tmp_path)], ["navigation.footer"]).prints_neighbours
    part.write_text('<a class="x"\n  href="{{ page.next_page.url | url }}">on</a>', encoding="utf-8")
    assert Theme("unheard of", [str(tmp_path)]).prints_neighbours
    assert not Theme("material", [str(tmp_path)]).prints_neighbours


def test_a_theme_that_puts_addresses_in_variables_is_asked_for_the_words_of_its_links(tmp_path):
    part = tmp_path / "nav.html"
    given = (
        "{% set near = page.next_page.url %}<a href='/'>x</a>{{ page.next_page.title }}<article></article>"
    )
    part.write_text(given, encoding="utf-8")
    assert not Theme("unheard of", [str(tmp_path)]).prints_neighbours
    part.write_text(given + '<a href="{{ near }}"><b>Next</b> {{ page.next_page.title }}</a>', "utf-8")
    assert Theme("unheard of", [str(tmp_path)]).prints_neighbours


@pytest.mark.parametrize("name", ["foot.html.j2", "foot.jinja", "foot.jinja2", "foot.htm"])
def test_the_links_of_a_theme_are_found_whatever_its_templates_end_in(tmp_path, name):
    (tmp_path / name).write_text('<a href="{{ page.next_page.url | url }}">on</a>', encoding="utf-8")
    assert Theme("unheard of", [str(tmp_path)]).prints_neighbours
    (tmp_path / name).rename(tmp_path / "foot.js")
    assert not Theme("unheard of", [str(tmp_path)]).prints_neighbours


def test_every_text_of_a_card_is_escaped():
    post = PostText(
        title=EVIL,
        href='x"y',
        subtitle=EVIL,
        tags=[TermLink(EVIL, EVIL), TermLink(EVIL, None)],
        image=Picture(src=EVIL, alt=EVIL, remote=True),
        minutes=EVIL,
        badge=EVIL,
        lang=EVIL,
        direction=EVIL,
    )
    for theme in ("mkdocs", "material"):
        html = fragments(theme=theme).render("post_card.html", post=post, layout="cards", level=2)
        assert "<script>" not in html
        assert "&lt;script&gt;&#34;&#39;&amp;{{x}}" in html
        assert 'href="x&#34;y"' in html


def test_a_name_that_templates_do_not_get_is_an_error(tmp_path):
    (tmp_path / "x.html").write_text("{{ nothing }}", encoding="utf-8")
    with pytest.raises(UndefinedError):
        fragments(tmp_path).render("x.html")
    with pytest.raises(TemplateNotFound):
        fragments().render("../labels/en.yml")


def test_the_prefix_base_reaches_the_original_from_any_rung(tmp_path):
    (tmp_path / "tag_list.html").write_text("[{% include 'base/tag_list.html' %}]", encoding="utf-8")
    html = fragments(tmp_path, theme="material").render(
        "tag_list.html", terms=[TermLink("a", None)], kind="tags"
    )
    assert html.startswith("[<ul")
    assert "md-tag" not in html


def test_the_rungs_stand_in_order():
    folders = ladder(["/site", "/theme"], adaptor_for("material"))
    assert [str(folder) for folder in folders[:2]] == ["/site/newsblog", "/theme/newsblog"]
    assert folders[-2:] == [bundled("material"), bundled("base")]
    assert ladder([], adaptor_for("unheard of")) == [bundled("base")]


def test_every_adaptors_folder_is_there():
    for adaptor in ADAPTORS.values():
        assert adaptor.templates is None or bundled(adaptor.templates).is_dir()


def test_material_and_terminal_show_neighbours_only_with_a_feature():
    assert not Theme("material", []).prints_neighbours
    assert Theme("material", [], ["navigation.footer"]).prints_neighbours
    assert Theme("readthedocs", []).prints_neighbours
    terminals = [Theme("terminal", [], names) for names in ([], ["footer.prev_next"])]
    assert [terminal.prints_neighbours for terminal in terminals] == [False, True]
    assert not Theme("unheard of", [], ["navigation.footer"]).prints_neighbours


def test_tags_of_the_head_are_escaped_and_stand_one_a_line():
    assert print_tags([stylesheet("a?x&y"), meta("author", EVIL)]) == (
        '<link rel="stylesheet" href="a?x&amp;y">\n'
        '<meta name="author" content="&lt;script&gt;&#34;&#39;&amp;{{x}}">\n'
    )
    assert [tag.key for tag in pager_links("a", "b") if tag] == [("link", "prev"), ("link", "next")]
    assert pager_links(None, None) == [None, None]
