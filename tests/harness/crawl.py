"""A built section followed as a reader would: from its front page through its listings to every post.

    python -m tests.harness.crawl SITE [FRONT]

crawls the site in a folder from the listing at `FRONT` (`blog/` by default), prints what it found, and ends
with status 1 if anything is wrong.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from tests.harness.built import Built
from tests.harness.page import Page

BASE = "http://crawl.invalid/"
VIEW = ".newsblog-view"
CARD = ".newsblog-card__title a[href], a.newsblog-card__title[href]"


@dataclass
class Crawl:
    """What can be reached from a front page by the links of listings alone: no navigation, no neighbours."""

    built: Built
    front: str
    listings: dict[str, Page] = field(default_factory=dict)
    posts: set[str] = field(default_factory=set)

    def run(self) -> Crawl:
        """Follow every link once."""
        pending, seen = [self.front], {self.front}
        while pending:
            page = self.built.page(pending.pop())
            if page.select("article.newsblog-post"):
                self.posts.add(page.url)
                continue
            if not page.select(VIEW):
                continue
            self.listings[page.url] = page
            for url in leads(page, f"{VIEW} a[href]"):
                if url not in seen and self.built.exists(url):
                    seen.add(url)
                    pending.append(url)
        return self

    def all_posts(self) -> set[str]:
        """The address of every post of the site, reached or not."""
        return {page.url for page in self.built.pages() if page.select("article.newsblog-post")}

    def shown_on(self, first: str) -> list[str]:
        """The posts that a listing names on all its pages, in order."""
        shown: list[str] = []
        url: str | None = first
        while url is not None and self.built.exists(url):
            page = self.built.page(url)
            shown += leads(page, CARD)
            url = next(leads(page, ".newsblog-pager a[rel=next]"), None)
        return shown

    def miscounted(self) -> list[str]:
        """Every count that is not the number of posts behind it: of terms, of years and of months."""
        wrong = []
        for page in self.listings.values():
            for term in page.select(".newsblog-terms li"):
                (url,) = leads(Page(term.html, page.url), "a")
                wrong += self._compare(page.url, url, number_in(term.text(".newsblog-count")))
            for group in page.select(".newsblog-group--2") if "newsblog-view--archive" in page.raw else ():
                said = number_in(group.select(".newsblog-count")[0].content)
                if said != len(group.select(CARD)):
                    wrong.append(f"{page.url}: {group.select('h2')[0].content}: {said}")
        return wrong

    def _compare(self, place: str, url: str, said: int) -> list[str]:
        shown = self.shown_on(url)
        fine = said == len(shown) == len(set(shown))
        return (
            [] if fine else [f"{place}: {url}: says {said}, shows {len(set(shown))} in {len(shown)} places"]
        )


def leads(page: Page, css: str) -> Iterator[str]:
    """Where links of a page lead, below the site; those to other hosts are left out."""
    for href in page.values(css, "href"):
        target = urldefrag(urljoin(BASE + page.url, href))[0]
        if target.startswith(BASE):
            yield unquote(target.removeprefix(BASE)).removesuffix("index.html")


def number_in(text: str) -> int:
    """The number in a text such as "1,024 posts"."""
    return int(re.sub(r"\D", "", text))


def main(site: str, front: str = "blog/") -> int:
    """Crawl a site, print what was found, and return how it went as an exit status."""
    crawl = Crawl(Built(Path(site), BASE, 0, []), front).run()
    every, links = crawl.all_posts(), crawl.built.links()
    broken = sorted({str(link) for link in links if link.problem})
    unreached, wrong = sorted(every - crawl.posts), crawl.miscounted()
    say = sys.stdout.write
    say(f"pages: {len(crawl.built.urls())}, posts: {len(every)}, listings: {len(crawl.listings)}\n")
    say(f"internal links and sources: {len(links)}, broken: {len(broken)}\n")
    say(f"posts reached from {front}: {len(crawl.posts)}, not reached: {len(unreached)}\n")
    archive = crawl.shown_on(f"{front}archive/")
    say(f"posts on the archive: {len(archive)}, on the front page's pages: {len(crawl.shown_on(front))}\n")
    say(f"counts that are wrong: {len(wrong)}\n")
    for line in [*broken, *unreached, *wrong][:50]:
        say(f"  {line}\n")
    return 1 if broken or unreached or wrong or set(archive) != every else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
