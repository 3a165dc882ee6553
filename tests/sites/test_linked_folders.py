"""Sections and posts that lie outside the docs folder, where links lead to them."""

import pytest

from tests.images.drawing import picture

CONFIG = {"site_url": "https://harbour.example/docs/"}
FIRST = """
---
title: First
date: 2026-05-04
hero: ./tide.jpg
heroAlt: The tide
author: mara
---
Words.

<!-- newsblog: latest limit=1 -->
"""
FILES = {
    "first.md": FIRST,
    "old/second.md": "---\ntitle: Second\ndate: 2026-05-03\n---\nMore words.\n",
    "old/.meta.yml": "tags: [tide]\n",
    ".authors.yml": "authors:\n  mara: {name: Mara Lind}\n",
    "tide.jpg": picture(64, 48),
}


def with_posts(drawn, folder, **options):
    """A site with posts in a folder of the project, and the section's options."""
    site = drawn("docs/\n  index.md | # Home", newsblog={"dir": "news", **options}, config=CONFIG)
    for path, content in FILES.items():
        site.write(f"{folder}/{path}", content)
    return site


def test_a_section_behind_a_link_is_built_as_one_in_its_place(drawn):
    plain = with_posts(drawn, "docs/news").build().files()
    site = with_posts(drawn, "content/posts", follow_links_to=["content/posts"])
    (site.root / "docs/news").symlink_to(site.root / "content/posts", target_is_directory=True)
    built = site.build()
    assert built.ok, built
    assert built.files() == plain
    page = built.page("news/first/")
    assert page.values("img.newsblog-hero", "width") == ["64"]
    assert page.texts(".newsblog-author bdi") == ["Mara Lind"]
    assert built.page("news/tags/tide/").texts(".newsblog-card__title") == ["Second"]
    assert site.check().output == "newsblog: no problems in 2 posts\n"


def test_one_post_may_be_a_link_and_others_may_not(drawn):
    site = with_posts(drawn, "content/posts", follow_links_to=["content/posts"])
    (site.root / "docs/news").mkdir(exist_ok=True)
    (site.root / "docs/news/first.md").symlink_to(site.root / "content/posts/old/second.md")
    site.write("content/posts-private/third.md", "---\ntitle: Third\ndate: 2026-05-02\n---\nSecret.\n")
    (site.root / "docs/news/third.md").symlink_to(site.root / "content/posts-private/third.md")
    said = (
        "news/third.md:1:1: file: is a link that leads out of the docs folder. Put a plain file there,"
        " or name the folder that it leads to in follow_links_to. [file-not-regular]"
    )
    built = site.cli("build")
    assert built.exit_code == 1
    assert [line for line in built.output.splitlines() if said in line]
    assert not [line for line in built.output.splitlines() if "first.md" in line]
    assert said in site.check().output
    (site.root / "docs/news/third.md").unlink()
    assert site.build().page("news/").texts(".newsblog-card__title") == ["Second"]


def test_what_is_beside_posts_is_read_through_no_other_link(drawn):
    site = with_posts(drawn, "docs/news", follow_links_to=["content/posts"])
    for name in (".authors.yml", "tide.jpg"):
        (site.root / "docs/news" / name).rename(site.root / name)
        (site.root / "docs/news" / name).symlink_to(site.root / name)
    built = site.build(strict=False)
    assert built.page("news/first/").texts(".newsblog-author bdi") == ["mara"]
    assert built.page("news/first/").values("img.newsblog-hero", "src") == []
    (said,) = [text for text in built.warnings if "[hero-unreadable]" in text]
    assert "or name the folder that it leads to in follow_links_to. [hero-unreadable]" in said


@pytest.mark.parametrize(
    ("named", "advice"),
    {
        "content/post": "Did you mean content/posts?",
        "elsewhere": "Mend its path.",
        "content/notes.txt": "Mend its path.",
        "content/note.txt": "Mend its path.",
    }.items(),
)
def test_a_folder_that_is_not_there_is_named_with_the_one_that_may_have_been_meant(drawn, named, advice):
    site = with_posts(drawn, "content/posts", follow_links_to=[named])
    site.write("docs/news/plain.md", FILES["old/second.md"])
    site.write("content/notes.txt", "A file, and no folder.\n")
    said = (
        f'follow_links_to: there is no folder "{named}", seen from the configuration file. {advice}'
        " [option-dir-missing]"
    )
    assert [text for text in site.build(strict=False).warnings if said in text]
    assert said in site.check().output


@pytest.mark.parametrize("folders", ["content", [""], [1]])
def test_an_odd_list_of_folders_is_refused(drawn, folders):
    built = with_posts(drawn, "docs/news", follow_links_to=folders).cli("build")
    assert built.exit_code == 1
    assert "follow_links_to" in built.output
