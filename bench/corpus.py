"""A news section to measure on: the same posts for the same numbers, on every machine."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIRST = dt.date(2016, 1, 1)
DAYS = 3650
"""The posts are spread over ten years."""

CALM = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "SOURCE_DATE_EPOCH": "1893456000",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "",  # an installed package is compiled, whatever the shell at hand says
}
"""Variables of each build: no advertisements, and the same clock and order every time."""

WORDS = (
    *("harbour", "tide", "weather", "station", "gauge", "signal", "winter", "release", "survey"),
    *("storm", "buoy", "keeper", "council", "budget", "school", "bridge", "ferry", "market"),
    *("engine", "reader", "letter", "paper", "summer", "bread", "window", "garden", "railway"),
    *("museum", "the", "of", "and", "a", "to", "in", "was", "for", "on", "with", "at", "by"),
    *("from", "that", "this", "after", "before", "between", "under", "over"),
)
TAGS = tuple(f"{word} {place}" for word in WORDS[:10] for place in ("north", "south", "east", "west"))
CATEGORIES = ("News", "Business", "Technology", "Science", "Culture", "Sport", "Opinion", "Life")
AUTHORS = tuple(
    f"{first} {last}" for first in ("Ada", "Bo", "Chen", "Dalia") for last in ("Osei", "Roe", "Lind")
)


@dataclass(frozen=True)
class Article:
    """One post, before it is written for a system."""

    name: str
    title: str
    date: dt.date
    tags: tuple[str, ...]
    category: str
    author: str
    body: str


def articles(number: int) -> Iterator[Article]:
    """Yield posts of about 750 words under eight headings, with one to four tags by Zipf's law."""
    chance = random.Random(20_160_101)  # noqa: S311 - no secret
    weights = [1 / rank for rank in range(1, len(TAGS) + 1)]
    for index in range(number):
        title = _sentence(chance, 7)[:-1]
        tags = chance.choices(TAGS, weights, k=chance.randint(1, 4))
        parts = [_paragraph(chance, 60)]
        for _ in range(8):
            parts += [f"### **{_sentence(chance, 4)[:-1]}**", _paragraph(chance, 85)]
        yield Article(
            name=f"{index:05}-{title.lower().replace(' ', '-')}",
            title=title,
            date=FIRST + dt.timedelta(days=index * DAYS // number),
            tags=tuple(dict.fromkeys(tags)),
            category=chance.choice(CATEGORIES),
            author=chance.choice(AUTHORS),
            body="\n\n".join(parts),
        )


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def _paragraph(chance: random.Random, words: int) -> str:
    return " ".join(_sentence(chance, 12) for _ in range(words // 12))


def write_posts(folder: Path, number: int, *, material: bool = False) -> None:
    """Write the posts, with the front matter of an Astro site or of Material's blog."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in articles(number):
        tags = ", ".join(each.tags)
        if material:
            author = each.author.lower().replace(" ", "-")
            head = f"date: {each.date}\ntags: [{tags}]\ncategories: [{each.category}]\nauthors: [{author}]\n"
            head += f"description: About {each.title}.\n"
            start, _, rest = each.body.partition("\n\n")
            body = f"# {each.title}\n\n{start}\n\n<!-- more -->\n\n{rest}"
        else:
            head = f"title: {each.title}\ndescription: About {each.title}.\npubDate: {each.date}\n"
            head += f'tags: [{tags}]\ncategory: {each.category}\nauthor: "{each.author}"\n'
            head += f"heroImage: https://images.example/{each.name}.jpg?w=1200&q=80\n"
            body = f"**{each.title}**\n\n{each.body}"
        (folder / f"{each.name}.md").write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")


def write_docs(folder: Path, number: int) -> list[str]:
    """Write ordinary pages in five folders, and return the lines of a nav that names them all."""
    chance = random.Random(7)  # noqa: S311 - no secret
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text("# Home\n\nWelcome.\n", encoding="utf-8")
    lines = ["  - Home: index.md"]
    for guide in range(5):
        lines.append(f"  - Guide {guide}:")
        for page in range(guide, number, 5):
            path = folder / f"guide{guide}" / f"page-{page:04}.md"
            path.parent.mkdir(exist_ok=True)
            parts = [f"# Page {page}"]
            for _ in range(5):
                parts += [f"## {_sentence(chance, 3)[:-1]}", _paragraph(chance, 90)]
            path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
            lines.append(f"    - {path.relative_to(folder).as_posix()}")
    return lines


def write_people(path: Path) -> None:
    """Write the authors file of Material's blog."""
    lines = ["authors:"]
    for name in AUTHORS:
        lines += [f"  {name.lower().replace(' ', '-')}:", f"    name: {name}", "    description: Reporter"]
        lines.append("    avatar: https://images.example/avatar.png")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
