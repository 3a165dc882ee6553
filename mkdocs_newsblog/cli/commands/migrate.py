"""`newsblog migrate`: the options of Material's blog as options of ours that keep its addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import indent

import click
import yaml

from mkdocs_newsblog.cli.formats import say
from mkdocs_newsblog.cli.migration.leftovers import introductions, leftovers, moved_file, nameless_post
from mkdocs_newsblog.cli.migration.material import folders, moved
from mkdocs_newsblog.cli.migration.rss_plugin import feeds_of, holds, notes_on
from mkdocs_newsblog.cli.migration.theme_tags import BESIDES, LEFT, left_to_the_theme
from mkdocs_newsblog.cli.options import config_file
from mkdocs_newsblog.cli.yaml_text import written
from mkdocs_newsblog.model.problem import printable
from mkdocs_newsblog.read.config.config_file import ConfigError, find_config, read_values
from mkdocs_newsblog.read.config.config_places import Step, node_of, nodes_of, place_of
from mkdocs_newsblog.read.config.plugin_options import PLUGIN, Astray, is_on, plugin_entries
from mkdocs_newsblog.read.config.rss_plugin import RSS

THEMES = ("", "material/", "materialx/")
"""What stands before the name of a plugin of that theme, and of the one that goes on from it."""
SWITCHES = {"draft": "drafts", "enabled": "enabled"}
"""Options of the blog that sites take from the environment, and ours."""
TEXT, SWITCH = "tag:yaml.org,2002:str", "tag:yaml.org,2002:bool"
VARIABLE = "!ENV"
SLUGIFY = "tag:yaml.org,2002:python/object/apply:pymdownx.slugs.slugify"
USUAL_SLUGS = {"kwds": {"case": "lower"}}
"""What Material makes slugs by where nothing else is written, as the documentation of it has it."""
SEVERAL = "mkdocs-rss-plugin may stay, with its feeds; each blog has its own besides, at other addresses"
"""Said where feeds hold several blogs, or a blog is in several: which belongs to which is not known."""
FLAT = "use_directory_urls: false"
FOLDERS = "leaves posts where they were; listings move, since they are folders here"


Entry = tuple[Step, Mapping[str, object]]
"""Where a plugin stands, and its options."""


@click.command("migrate", short_help="Print options that keep the addresses of Material's blog.")
@config_file
def migrate(config: Path | None) -> None:
    """Print options for this plugin that keep the addresses of Material's blog.

    The configuration is read and not changed. What can't be kept is said in comments.
    """
    try:
        path = (config or find_config(Path.cwd())).absolute()
        values = read_values(path)
        plugins = values.get("plugins")
        blogs = list(_entries(plugins, path, "blog"))
        others = list(_besides(values, path))
        has_tags = _shows_tags(plugins, path)
        rss = [(step, it) for step, it in plugin_entries(plugins, path, RSS) if _may_run(step, it, path)]
    except ConfigError as error:
        raise click.UsageError(str(error)) from None
    if not blogs:
        raise click.UsageError(
            f"{path} has no blog of Material's below plugins, so there is nothing to move."
        )
    feeds = _feeds([_with_options(each) for each in blogs], [_with_options(each) for each in rss])
    for place, given in feeds.values():
        others += [*notes_on(given), *_frozen(_written(place, path), "enabled")]
    if rss and not feeds:
        others.append(SEVERAL)
    docs = path.parent / str(values.get("docs_dir") or "docs")
    others += (note for each in blogs for note in _moves(_with_options(each)[1], docs))
    done = [
        (step, *_moved(step, options, path, feeds_of(feeds[step][1]) if step in feeds else {}))
        for step, options in blogs
    ]
    say(f"# Below plugins in {place_of(path, ('plugins', *blogs[0][0])).path}, in place of blog:")
    for text in dict.fromkeys(others):
        say(f"# - {printable(text)}.")
    for step, options, notes in done:
        found = left_to_the_theme(options) if has_tags else options
        for note in (*notes, *introductions(found, docs)):
            say(f"# - {printable(note)}.")
        say(_entry(step, found, path))


def _entries(plugins: object, path: Path, name: str) -> Iterator[tuple[Step, object]]:
    """Yield where each instance of a plugin of Material stands, and its options.

    Raises:
        ConfigError: there are no plugins, but something else.
    """
    return plugin_entries(plugins, path, *(f"{theme}{name}" for theme in THEMES))


def _with_options(found: tuple[Step, object]) -> Entry:
    step, options = found
    return step, options if isinstance(options, Mapping) else {}


def _feeds(blogs: list[Entry], rss: list[Entry]) -> dict[Step, Entry]:
    """Return the plugin that makes the feeds of each blog; none at all where one is not known."""
    if len(blogs) == len(rss) == 1:
        return {blogs[0][0]: rss[0]}
    posts = {step: folders(options)[1] for step, options in blogs}
    feeds: dict[Step, Entry] = {}
    for place, options in rss:
        held = [step for step, folder in posts.items() if holds(options, folder)]
        if len(held) != 1 or held[0] in feeds:
            return {}
        feeds[held[0]] = (place, options)
    return feeds


def _besides(values: Mapping[str, object], path: Path) -> Iterator[str]:
    """Yield what else of a configuration bears on the move.

    Raises:
        ConfigError: its plugins are no plugins.
    """
    plugins = values.get("plugins")
    if _shows_tags(plugins, path):
        yield LEFT
    elif any(_may_run(step, options, path) for step, options in _entries(plugins, path, "tags")):
        yield BESIDES
    offline = _entries(plugins, path, "offline")  # which sets the option below
    if values.get("use_directory_urls") is False:
        yield f"{FLAT} {FOLDERS}"
    elif any(_is_always_on(step, options, path) for step, options in offline):
        yield f"the plugin offline {FOLDERS}"
    yield from leftovers(values, path)


def _shows_tags(plugins: object, path: Path) -> bool:
    """Whether the theme's plugin for tags runs in every build."""
    return any(_is_always_on(step, options, path) for step, options in _entries(plugins, path, "tags"))


def _moves(blog: Mapping[str, object], docs: Path) -> Iterator[str]:
    """Yield what moves since it lies where it does."""
    folder, posts = folders(blog)
    notes = moved_file(folder, posts, docs), nameless_post(blog.get("post_url_format"), posts, docs)
    yield from filter(None, notes)


def _entry(step: Step, options: dict[str, object], path: Path) -> str:
    """Return the plugin with its options as it may stand in the place of the blog, as far to the right."""
    entry: object = {PLUGIN: options}
    if isinstance(step[0], int):
        entry = [entry]
    text = written(entry)
    plugins = node_of(path, ("plugins",))
    is_block = isinstance(plugins, yaml.CollectionNode) and not plugins.flow_style
    return indent(text.rstrip("\n"), " " * plugins.start_mark.column if plugins and is_block else "  ")


def _moved(
    step: Step, options: object, path: Path, feeds: dict[str, object]
) -> tuple[dict[str, object], list[str]]:
    """Return our options for those of a blog, and the notes; what decides about a build goes on to."""
    blog = _accepted(options, path)
    nodes = _written(step, path)
    varied = {name: node for name in SWITCHES if (node := nodes.get(name)) and node.tag == VARIABLE}
    asked = {name: value for name, value in blog.items() if name not in varied}
    found, notes = moved({name: it for name, it in asked.items() if not _is_usual(nodes, name, it)}, feeds)
    notes += _frozen(nodes, *SWITCHES)
    if not is_on(asked):
        found["enabled"] = False
    # What a variable holds now is no matter.
    found |= {ours: varied[theirs] for theirs, ours in SWITCHES.items() if theirs in varied}
    if isinstance(enabled := found.get("enabled"), yaml.Node):
        found["enabled"] = _on_by_default(enabled)
    return found, notes


def _on_by_default(node: yaml.Node) -> yaml.Node:
    """Return a variable that is on where it is not set: Material has that by itself, the host an error."""
    names = node.value if isinstance(node, yaml.SequenceNode) else [yaml.ScalarNode(TEXT, node.value)]
    if len(names) > 1:  # the last of several is what stands in
        return node
    return yaml.SequenceNode(node.tag, [*names, yaml.ScalarNode(SWITCH, "true")], flow_style=True)


def _may_run(step: Step, options: object, path: Path) -> bool:
    """Whether a plugin is not switched off for good."""
    node = _written(step, path).get("enabled")
    return is_on(options) or (node is not None and node.tag == VARIABLE)


def _is_always_on(step: Step, options: object, path: Path) -> bool:
    """Whether a plugin runs in every build; one that a variable switches on makes copies, not the site."""
    node = _written(step, path).get("enabled")
    return is_on(options) and (node is None or node.tag != VARIABLE)


def _written(step: Step, path: Path) -> dict[str, yaml.Node]:
    """Return the options of a plugin as they are written."""
    around = [node for node in nodes_of(path, ("plugins", *step)) if isinstance(node, yaml.MappingNode)]
    return {str(name.value): node for mapping in reversed(around) for name, node in mapping.value}


def _frozen(nodes: Mapping[str, yaml.Node], *but: str) -> list[str]:
    """Return a note on each option that came from the environment, and does not any more."""
    names = [name for name, node in nodes.items() if node.tag == VARIABLE and name not in but]
    return [f"{name} came from the environment, and is taken as it is now" for name in names]


def _is_usual(nodes: Mapping[str, yaml.Node], name: str, value: object) -> bool:
    """Whether an option makes slugs as Material does by itself."""
    return name in nodes and nodes[name].tag == SLUGIFY and value == USUAL_SLUGS


def _accepted(options: object, path: Path) -> Mapping[str, object]:
    """Return the options of a blog that the host would take.

    Raises:
        click.UsageError: it would not.
    """
    if isinstance(options, Astray):
        advice = f"Indent {options.further} further than blog, so that it stands below it"
        raise click.UsageError(f"blog and {options.further} stand side by side in {path}. {advice}.")
    if options is not None and not isinstance(options, Mapping):
        raise click.UsageError(f"the options of blog in {path} should be keys and values.")
    return options or {}
