"""Keys that other systems, themes and plugins read: left alone, and never taken for a mistyped key."""

from __future__ import annotations

KNOWN = """
    template types icon search search.exclude boost exclude nav nav_exclude
    nav_order comments comments_id comment comment_id disqus disqus_id dsq_thread_id dsq_needs_sync
    nocomments toc toc_sticky toc_label toc_min_heading_level toc_max_heading_level toc_hide
    table_of_contents hide_table_of_contents hide_title hide_comments show_reading_time showreadingtime
    showtoc tocopen wordpress_id tumblr_url tumblr_id cspell:ignore default_lang_commit share share_text
    social translationkey translation translations translator translators translation_of name
    reference version versions release releases name_en data date_format dates in_search_index
    insert_anchor_links keywords keyword kerning license licence location place event events event_date
    speaker speakers sources source source_url sitemap xml feed rss atom menu menus parent parents
    has_children grand_parent outputs markup math mathjax katex mermaid mathjax_support code highlight
    syntax css js scripts styles style stylesheet stylesheets javascript class classes body_class bodyclass
    custom_css custom_js head footer sidebar aside_toc aside sidebar_position sidebar_class_name
    pagination pagination_next pagination_prev paginate paginate_by pagefind prev next previous editlink
    edit edit_url custom_edit_url displayed_sidebar tagline_en team team_url team_members issue issues sig
    guest_post guest_description theme color colour colors backgrounds font fonts width height
    size format file files images_dir link_text links_to url_path pathname page page_id pageid pagetitle
    page_title collection collections list listing listings views view section sections subsection
    topic_area group groups kind label labels level difficulty time times timezone day month year
    country city region rating rate review reviews price project projects product products company org
    organization podcast audio video videos youtube media gallery galleries photo photos photographer
    attribution attributions copyright credit credits featured_in highlight_author newsletter email emails
    twitter github linkedin mastodon facebook instagram discussion discuss hn hackernews devto medium
    crosspost mirrors mirror syndication syndicate twitter_title twitter_description og_type og type_of card
    cards card_image cta ctas button buttons action actions requirements ready done todo todos notes note
    abbreviations bibliography csl references citation citations cite doi funding execute engine jupyter
    output lang_ref dir rtl direction eleventynavigation
    permalink_bypassoutputdir override cascade resources_dir iscjklanguage linktitle_en sort
    sort_by order sortorder index index_title pubs slugs meta_keywords
    seo_title seotitle schema json_ld structured_data level_one prevpage nextpage og_site_name updates
    aktt_notify_twitter third_party_js custom_js_with_timestamps readability
    access hash checksum tested test tests author_bio
    author_id authors_en author_slug author_info author_twitter tagged terms term tabs
    tab tile tiles tags_en titleprefix title_en title_image titleclass titlecase subject subjects heading
    headings intro introduction lead lede abstract_en teaser_image thumb thumbs
    imagefeature image_dir imagestyle image_class image_size image2 logo logos
    pictures figure figures banner_class cover_class hero_class hero_text hero_title hero_subtitle hero_link
    hero_video herotext herotitle hero_layout herolayout posted posts post post_id postid post_type
    post_name publishas sluggish draft_date drafts dated outdated date_str date_gmt modified_gmt weights
    summaries seo_image co_authors stats states statute statue expired passwords
"""
"""Parted by spaces. A key that a table of aliases has, if only for some values, is not repeated here."""

QUIET_PREFIXES = ("aktt_", "_", "cspell", "og:", "twitter:", "article:", "x-", "extra", "custom", "params")
"""Beginnings of keys that belong to a machine."""
