"""The docs folder is walked as the host walks it."""

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import InclusionLevel, get_files

from mkdocs_newsblog.cli.site.project import read_project
from mkdocs_newsblog.host.site.files import owners_of

DRAWING = """
    docs/
        index.md | home
        README.md | twin
        a b.md | space
        ü.md | letter
        foo.md | page
        foo.html | file
        Foo.md | case
        page.MD | no page
        other.markdown | page
        .hidden.md | hidden
        .git/
            x.md | hidden
        templates/
            main.html | template
        deep/
            templates/
                kept.md | kept
            README.md | index
            index.md | twin
            draft.md | draft
            excluded.md | out
        only/
            README.md | index
        twins/
            README.md | shown
            index.md | a draft
        img/
            a.png
"""


@pytest.mark.parametrize("directory_urls", [True, False])
def test_files_addresses_and_exclusions_are_those_of_the_host(project, directory_urls):
    options = {
        "use_directory_urls": directory_urls,
        "exclude_docs": "excluded.md\n!.git\n",
        "draft_docs": "draft.md\n/twins/index.md\nexcluded.md\n",
    }
    site = project(DRAWING, config={"site_name": "x", **options})
    path = str(site.root / "mkdocs.yml")
    host = list(get_files(load_config(path, config_file_path=path)))
    ours = read_project(site.root / "mkdocs.yml").tree()
    drafts = {file.src_uri for file in host if file.inclusion is InclusionLevel.DRAFT}
    excluded = {file.src_uri for file in host if file.inclusion is InclusionLevel.EXCLUDED}
    assert [file.src_uri for file in ours.files] == [file.src_uri for file in host]
    assert ours.urls == {file.src_uri: file.url for file in host}
    assert {file.src_uri: file.dest_uri for file in ours.files} == {
        file.src_uri: file.dest_uri for file in host
    }
    assert {file.src_uri for file in ours.files if file.excluded} == excluded
    assert {file.src_uri for file in ours.files if file.draft and not file.excluded} == drafts
    assert {file.src_uri for file in ours.files if file.is_page} == {
        file.src_uri for file in host if file.is_documentation_page()
    }
    assert ours.owners == owners_of(host)
