"""What templates receive: ``context`` declares it, ``present`` makes it of pages and posts."""
