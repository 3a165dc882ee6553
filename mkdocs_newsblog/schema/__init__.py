"""Floor 1: what people may write, declared once.

``settings`` has all options, ``check`` says what is wrong with them, ``lists`` declares lists in pages, and
``platforms`` the places where people are found elsewhere.
The packages, each importing from those below it alone:

- ``reference``: the pages and JSON Schemas that are made of the declarations
- ``options``: the groups of options; ``front_matter``: fields and their keys
- ``problems``: every problem that can be reported
"""
