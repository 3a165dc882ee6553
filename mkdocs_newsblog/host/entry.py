"""What hosts load: the plugin, imported while Python's collector of cyclic garbage rests.

Some three hundred modules make many objects and no garbage, so it looks through them all for nothing, more
than once. That is a tenth of what they cost.
"""

import gc

_collects = gc.isenabled()
gc.disable()
try:
    from mkdocs_newsblog.host.plugin import NewsblogPlugin
finally:
    if _collects:
        gc.enable()

__all__ = ["NewsblogPlugin"]
