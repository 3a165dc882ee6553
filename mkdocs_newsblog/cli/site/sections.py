"""Sections as the list of plugins has them, and what is wrong with their options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_newsblog.cli.migration.material import folders
from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.read.config.config_places import Step
from mkdocs_newsblog.read.config.plugin_options import PLUGIN, Astray, OptionPlaces, is_on, plugin_entries
from mkdocs_newsblog.read.files.select import Section, overlap, shared
from mkdocs_newsblog.read.files.stored import stored_settings
from mkdocs_newsblog.schema.check import OptionFault, check_settings
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings

THEMES = ("material", "materialx")
"""Themes that bring a plugin for blogs."""


@dataclass(slots=True)
class Sections:
    """The sections of a site whose options are accepted, and the faults of all."""

    settings: list[Settings] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    places: dict[str, OptionPlaces] = field(default_factory=dict)
    """Where the options of each section stand in the configuration, by ``dir``."""


def theme_blogs(values: Mapping[str, object], config: Path) -> list[Section]:
    """Return the folder of each blog that the theme's own plugin makes."""
    theme = values.get("theme")
    name = theme.get("name") if isinstance(theme, Mapping) else theme
    names = [f"{each}/blog" for each in THEMES] + ["blog"] * (name in THEMES)
    found = plugin_entries(values.get("plugins"), config, *names)
    blogs = (options if isinstance(options, Mapping) else {} for _, options in found if is_on(options))
    return [Section.of(folders(blog)[0], ()) for blog in blogs]


def read_sections(
    entries: list[tuple[Step, object]], config: Path, docs_dir: Path, blogs: Sequence[Section]
) -> Sections:
    """Return the sections of the plugin's entries, but for those in a folder of another or of a blog."""
    read = Sections()
    for number, (step, options) in enumerate(entries, 1):
        place = _Options(OptionPlaces(config, ("plugins", *step)), number)
        settings, found = place.read(options)
        read.faults += found
        if settings is not None:
            settings = stored_settings(settings, str(docs_dir))
            clashes = [other for other in read.settings if _folder(other).overlaps(_folder(settings))]
            read.faults += [place.overlap(other, settings) for other in clashes]
            if _folder(settings).parts in [blog.parts for blog in blogs]:
                read.faults.append(shared(place.places.of(PLUGIN), settings.dir))
            elif not clashes:
                read.settings.append(settings)
                read.places[settings.dir] = place.places
    return read


def _folder(settings: Settings) -> Section:
    return Section.of(settings.dir, ())


@dataclass(frozen=True, slots=True)
class _Options:
    """The options of one section, for messages that read as the host's do."""

    places: OptionPlaces
    number: int

    def read(self, options: object) -> tuple[Settings | None, list[Problem]]:
        """Return the settings, None where they are wrong or the section is switched off, and the faults."""
        if isinstance(options, Astray):
            return None, [self.astray(options)]
        if options is not None and not isinstance(options, Mapping):
            return None, [self.fault(OptionFault.of("", "options should be keys and values"))]
        raw = dict(options or {})
        enabled = raw.pop("enabled", True)
        if not isinstance(enabled, bool):
            fact = f"Expected boolean but received: {type(enabled)}"
            return None, [self.fault(OptionFault.of("enabled", fact))]
        if not enabled:
            return None, []
        checked = check_settings(raw)
        said = [(Severity.ERROR, fault) for fault in checked.errors]
        said += [(Severity.WARNING, fault) for fault in checked.warnings]
        said += [(Severity.INFO, fault) for fault in checked.notices]
        return checked.settings, [self.fault(fault, level) for level, fault in said]

    def astray(self, options: Astray) -> Problem:
        """Return the problem of a list item that holds more than the plugin."""
        further = options.further
        fact = f"{PLUGIN} and {further} stand side by side in one item of plugins"
        remedy = f"Begin {further} with a dash, as an item of its own"
        if options.own is None:
            remedy = f"Indent {further} further than {PLUGIN}, so that it stands below it"
        elif further in Settings.model_fields:
            remedy = f"Indent {further} as far as the other options of {PLUGIN}"
        beside = self.places._replace(step=self.places.step[:-1])
        place = beside.of(further)
        return problem("option-invalid", place, f"Plugin '{PLUGIN}'", fact, remedy)

    def overlap(self, other: Settings, settings: Settings) -> Problem:
        """Return the problem of a section that would hold another's pages."""
        return overlap(self.places.of(PLUGIN), other.dir, settings.dir)

    def fault(self, fault: OptionFault, level: Severity = Severity.ERROR) -> Problem:
        """Return the problem of one option, at its place in the configuration file."""
        option = fault.option
        # The host numbers further sections in warnings, not in errors.
        name = f"{PLUGIN} #{self.number}" if self.number > 1 and level is not Severity.ERROR else PLUGIN
        key = f"Plugin '{name}' option '{option}'" if option else f"Plugin '{name}'"
        fact, _, remedy = fault.said.removesuffix(".").partition(". ")
        found = problem(fault.code, self.places.of(option), key, fact, remedy)
        return found._replace(severity=level)
