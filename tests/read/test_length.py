"""Words of every script, as people count them."""

import pytest

from mkdocs_newsblog.read.html.length import measure

WORDS = {
    "Hindi": ("यह एक हिन्दी का वाक्य है", 6),
    "Tamil": ("தமிழ் மொழி", 2),
    "Bengali": ("আমি বাংলায় গান গাই", 4),
    "Arabic with vowels": ("كِتَابٌ جَدِيدٌ", 2),
    "Hebrew with points": ("שָׁלוֹם עוֹלָם", 2),
    "French with accents of their own": ("e\u0301te\u0301 de\u0301ja\u0300 vu", 3),
    "Vietnamese": ("Tie\u0302\u0301ng Vie\u0323\u0302t", 2),
    "Persian with joiners": ("می\u200cخواهم کتاب\u200cها", 2),
    "a word that may break": ("co\xadop&shy;er\u2060ate", 1),
    "a picture in colour, and no word": ("\u2764\ufe0f a", 1),
    "a mark that stands alone": ("\u0301 a", 1),
    "names of signs": ("a &lt; b &amp;&amp; c &gt; d&nbsp;e &eacute;te&#769;", 6),
    "a name that is text": ("&amp;lt; a", 2),
    "an apostrophe by its name": ("it&rsquo;s &ldquo;so&rdquo;", 2),
    "a line below": ("a snake_case_word _b_", 5),
    "a number that is no character's": (f"&#{'9' * 5000}; a", 2),
    "Thai, whose words are guessed": ("วันนี้อากาศดี", 3),
    "Burmese, whose words are guessed": ("မြန်မာ", 3),
}


@pytest.mark.parametrize("name", WORDS)
def test_marks_and_joiners_are_parts_of_words_and_signs_are_none(name):
    text, words = WORDS[name]
    assert measure(f"<p>{text}</p>")[:2] == (words, 0)


def test_characters_are_counted_beside_words_with_marks():
    assert measure("<p>日本語 हिन्दी &lt;中&gt; e\u0301t</p>")[:2] == (2, 4)
