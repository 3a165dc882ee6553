"""Lists in the pages of a site: what a build would say of their directives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.build.answers import Answers
from mkdocs_newsblog.cli.site.docs_tree import Found, Tree
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.request import Fault
from mkdocs_newsblog.read.directives.directive import read_directive, too_many
from mkdocs_newsblog.read.directives.directive_places import place_at, written_directives
from mkdocs_newsblog.read.directives.opening import COMMENT, misspelt
from mkdocs_newsblog.read.files.decode import one_line_end
from mkdocs_newsblog.read.files.source import Opener
from mkdocs_newsblog.schema.lists import MOST
from mkdocs_newsblog.schema.problems.codes import problem, relevel


def pages_with_lists(tree: Tree, linked: Collection[str]) -> Iterator[tuple[Found, str]]:
    """Yield the pages that may hold a directive, with their texts; links may lead to ``linked`` folders."""
    for file in tree.pages:
        opener = Opener(
            str(tree.docs_dir), linked=linked
        )  # a new one each time, since it keeps what it opened
        found = opener.open(file.src_uri, file.path)
        if isinstance(found, Problem) or b"<!--" not in found.data:
            continue
        text = one_line_end(found.data.decode("utf-8-sig", errors="replace"))
        if COMMENT.search(text):
            yield file, text


def list_problems(pages: Iterable[tuple[Found, str]], builds: Sequence[Build]) -> list[Problem]:
    """Return what is wrong with the directives of pages, as the first section's options rank it.

    Deeply indented ones are passed over: only the site's own Markdown can say whether they are code.
    """
    answers = Answers(list(builds))
    said: list[Problem] = []
    for file, text in pages if builds else ():
        directives = written_directives(text)
        for number, written in enumerate(directives[: MOST + 1]):
            faults: list[Fault] = []
            if number == MOST:
                faults.append(too_many(len(directives)))
            elif wrong := misspelt(written.text):
                faults.append(wrong)
            else:
                answers.answer(read_directive(written.text, faults), faults, None)
            for fault in faults:
                place = place_at(file.src_uri, text, written, written.text, fault.at)
                said.append(problem(fault.code, place, fault.key, fault.fact, fault.remedy))
    return relevel(said, builds[0].settings.problems) if said else []
