"""Our tags land before the end of the real head, whatever stands in it."""

import pytest

from mkdocs_newsblog.host.content.head import split_head


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>T</title>|</head><body>B</body></html>",
        "<html><head>\n  <meta>\n|</head>\n<body></body></html>",
        "<HTML><HEAD>|</HEAD ><BODY></BODY></HTML>",
        "<head><!-- a </head> in a comment -->|</head><body></body>",
        "<head><!-- one --><meta><!-- two </head>\n of three lines\n -->|</head>",
        "<head><!----><!--></head>-->|</head>",
        '<head><script>document.write("</head>")</script>|</head>',
        '<head><SCRIPT type="module">let a = "</head>"</SCRIPT >|</head>',
        "<head><script></script><script>'</head>'</script>|</head>",
        "<head><style>a::after { content: '</head>' }</style>|</head>",
        "<head><title>How to close a </head> tag</title>|</head>",
        "<head><noscript><link></noscript>|</head>",
        "<head><template><p></head></template>|</head>",
        "<head>|</head><body><pre></head></pre><!-- </head> --></body>",
        "<head><scripted></scripted>|</head>",
        '<head><title>T</title><meta content="The <title> of a <script>">|</head><body></body>',
        '<head><meta content="On <!-- and <script>"><meta>|</head><p><!-- --><script></script></head>',
        "<head><meta content='A </head> and \"<title>'>|</head><body><title></title></body>",
        "<head><!-- <script> -->|</head><body><script></script></body>",
    ],
)
def test_tags_go_before_the_end_of_the_head_and_nothing_else_changes(page):
    before, _, after = page.partition("|")
    assert split_head(before + after) == (before, after)


@pytest.mark.parametrize("opening", ["<!--", "<!-- ", "<script>", "<title", "<template></t>", '<meta a="'])
def test_what_nothing_closes_is_read_once(opening):
    page = f"<body><script></script>{opening * 100_000}"
    assert split_head(page) == ("", page)


@pytest.mark.parametrize("page", ["", "plain text", "<body>no head</body>", "<!-- </head> -->"])
def test_a_page_without_a_head_stays_as_it_is(page):
    assert split_head(page) == ("", page)
