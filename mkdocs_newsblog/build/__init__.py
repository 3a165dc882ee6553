"""Floor 6: one build of one section, from the sources of its pages to finished listings.

The host calls these verbs in order: :meth:`Build.scan` reads the posts, :meth:`Build.plan` decides which
pages there are, and :meth:`Build.route` takes their final addresses. Each post then comes to
:attr:`Build.post_pages`, to be shown and settled; when all posts are settled, to be completed, and
:meth:`Build.listing` makes each listing page. :meth:`Build.head` comes last, for both.
"""

from mkdocs_newsblog.build.pages import Build
from mkdocs_newsblog.build.start import start_build

__all__ = ["Build", "start_build"]
