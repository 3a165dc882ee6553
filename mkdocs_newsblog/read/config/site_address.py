"""The address of the site, as the host's configuration says it."""

from __future__ import annotations

from mkdocs_newsblog.model.links import absolute_url
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.schema.problems.codes import problem


def address_of(site_url: object) -> str | None:
    """Return the address with its final slash, None where there is none or no link could be made from it."""
    if not isinstance(site_url, str) or not site_url:
        return None
    address = f"{site_url.rstrip('/')}/"
    return None if absolute_url("", address) is None else address


def address_fault(site_url: object, place: Place) -> Problem | None:
    """Return what is wrong with an address that the host accepts: a host name that no network can know."""
    if not site_url or not isinstance(site_url, str) or address_of(site_url):
        return None
    fact = f"{quoted(site_url)} has no host name that can be looked up"
    return problem("option-invalid", place, "site_url", fact, "Mend it, such as https://www.example.org/")
