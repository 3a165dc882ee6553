"""Floor 6: one build of one section, from the sources of its pages to finished listings.

The host calls these verbs in order: :meth:`Build.scan`, :meth:`Build.plan`, :meth:`Build.route`, then for
each post :meth:`Build.show` and :meth:`Build.settle`, then :meth:`Build.listing` for each listing page.
"""

from mkdocs_newsblog.build.article import PostPage
from mkdocs_newsblog.build.pages import Build
from mkdocs_newsblog.build.plan import Plan
from mkdocs_newsblog.build.start import start_build

__all__ = ["Build", "Plan", "PostPage", "start_build"]
