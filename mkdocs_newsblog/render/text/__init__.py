"""Words, dates, inline Markdown and headings as text for templates."""
