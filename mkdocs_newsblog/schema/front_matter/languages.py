"""Names of languages that posts have in place of a tag (Astro Theme Pure), in English and in the language."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = """
    ar arabic العربية
    cs czech čeština
    da danish dansk
    de german deutsch
    el greek ελληνικά
    en english
    es spanish español
    fa persian فارسی
    fi finnish suomi
    fr french français
    he hebrew עברית
    hi hindi हिन्दी
    hu hungarian magyar
    id indonesian
    it italian italiano
    ja japanese 日本語
    ko korean 한국어
    nb norwegian norsk
    nl dutch nederlands
    pl polish polski
    pt portuguese português
    ro romanian română
    ru russian русский
    sv swedish svenska
    th thai ไทย
    tr turkish türkçe
    uk ukrainian українська
    vi vietnamese
    zh chinese 中文
    zh-Hans 简体中文
    zh-Hant 繁體中文
"""
LANGUAGE_NAMES: Mapping[str, str] = {
    name: line.split()[0] for line in _NAMES.strip().splitlines() for name in line.split()[1:]
}
"""The tag of each language by its names, in small letters."""
