"""Floor 6: one build of one section, from the sources of its pages to finished listings.

The host calls these verbs in order: :meth:`Build.scan` reads the posts, :meth:`Build.plan` decides which
pages there are, and :meth:`Build.route` takes their final addresses. For each post :meth:`Build.show` and
:meth:`Build.settle` follow, and when all posts are settled, :meth:`Build.complete` for each post and
:meth:`Build.listing` for each listing page. :meth:`Build.head` comes last, for both.
"""

from mkdocs_newsblog.build.article import PostPage
from mkdocs_newsblog.build.pages import Build
from mkdocs_newsblog.build.plan import Plan
from mkdocs_newsblog.build.start import start_build

__all__ = ["Build", "Plan", "PostPage", "start_build"]
