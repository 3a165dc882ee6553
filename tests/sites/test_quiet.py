"""A site whose posts need nothing says nothing."""


def test_a_thousand_clean_posts_are_built_without_a_word(drawn):
    config = {"site_url": "https://example.org/"}
    site = drawn("docs/\n  index.md | # Home\n", config, {"dir": "news"})
    for number in range(1000):
        day = f"{2015 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        site.write(
            f"docs/news/post-{number}.md",
            f'---\ntitle: "Report {number}"\ndescription: "What happened."\npubDate: "{day}"\n'
            f'hero: "https://images.example.org/{number}.jpg?size=large&s={number}"\n'
            f'tags: ["t{number % 40}", "world"]\nlayout: "../../layouts/Post.astro"\n---\n'
            f"**Report {number}**\n\nThe text of the report.\n",
        )
    built = site.build()
    assert built.ok
    said = [text for level, text in built.log if "newsblog" in text or level in ("WARNING", "ERROR")]
    assert said == []
