"""`newsblog images fetch` as a command: what it prints, keeps and refuses, over http and over TLS."""

import os
import ssl
import subprocess
import sys
from functools import partial

import pytest
import trustme

from mkdocs_newsblog.images import fetch as fetching
from tests.harness.site import CALM
from tests.images.misbehaving import GOOD, misbehaving
from tests.images.nearby import LIMITS, near

NAMES = {"pics.test": ["127.0.0.1"], "inner.pics.test": ["10.0.0.7"], "cloud.pics.test": ["169.254.169.254"]}


@pytest.fixture
def nearby(monkeypatch):
    """Let the command know hosts of this machine by name: `nearby(names)`; all else is as it is."""

    def let(names=NAMES, limits=LIMITS):
        resolver = names if callable(names) else lambda host, _: names.get(host, [])
        ours = partial(fetching.Fetcher, limits=limits, policy=near, resolver=resolver)
        monkeypatch.setattr(fetching, "Fetcher", ours)

    return let


@pytest.fixture
def posts(project):
    """A project with one post for each hero."""

    def write(heroes, *allow, **images):
        options = {"allow": list(allow), "remote": "cached", **images}
        made = project(newsblog={"dir": "news", "images": options})
        made.write("docs/index.md", "# Home\n")
        for number, hero in enumerate(heroes):
            head = f"title: P{number}\ndate: 2024-05-01\nhero: '{hero}'\nheroAlt: A"
            made.write(f"docs/news/p{number:02}.md", f"---\n{head}\n---\nText.\n")
        return made

    return write


def outcomes(result):
    """What became of each picture, by its path."""
    lines = [line.partition(": ") for line in result.stdout.splitlines() if "://" in line]
    found = {}
    for outcome, _, rest in lines:
        url, _, reason = rest.partition(": ")
        found[url.partition("://")[2].partition("/")[2]] = (outcome, reason)
    return found


FETCHED = ["good", "tagged", "dated", "gif"]
NOT_FETCHED = {
    "page": "is said to be text/html",
    "untyped": "is said to be of no type",
    "svg": "is said to be image/svg+xml",
    "lying": "is said to be image/jpeg and is no picture",
    "other": "is said to be image/jpeg and is image/png",
    "truncated": "can't be decoded",
    "bomb": "has 7000 x 6000 pixels",
    "large": "has 3000003 bytes",
    "large-unsaid": "has more than 2000000 bytes",
    "large-said-small": "can't be decoded",
    "compressed": "comes compressed",
    "circle": "redirects more than 3 times",
    "missing": "answers 404",
    "unasked-304": "answers 304",
    "hang-up": "disconnected",
    "nonsense": "",
    "nowhere": "",
    "go?http://127.0.0.1/a": "names its host by a number",
    "go?http://2130706433/a": "names its host by a number",
    "go?http://me:secret@pics.test/a": "carries a user name or password",
    "go?https://elsewhere.example.org/a": "which images.allow does not list",
    "go?file:///etc/passwd": "only https: is allowed",
}
SLOW = ("drip", "drip-head", "silent")


def test_one_run_fetches_what_is_good_and_says_of_the_rest_why_not(nearby, server, posts):
    nearby()
    base = f"http://pics.test:{server.server_port}"
    inner = f"http://inner.pics.test:{server.server_port}/good"
    bad = NOT_FETCHED | {f"go?{inner}": "10.0.0.7 is not public"}
    made = posts([f"{base}/{path}" for path in (*FETCHED, *bad)], base, base.replace("//", "//*."))
    result = made.run("images", "fetch")
    found = outcomes(result)
    assert {path for path, (outcome, _) in found.items() if outcome == "fetched"} == set(FETCHED)
    for path, reason in bad.items():
        outcome, said = found[path]
        assert outcome in ("refused", "failed"), path
        assert reason in said, path
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == f"news: {len(found)} remote pictures, {len(bad)} not fetched"
    kept = list((made.root / ".cache/newsblog/remote").glob("*.json"))
    assert len(kept) == len(FETCHED)


def test_one_run_gives_up_on_servers_that_take_their_time(nearby, server, posts):
    nearby(limits=LIMITS._replace(seconds=1.5))
    base = f"http://pics.test:{server.server_port}"
    result = posts([f"{base}/{path}" for path in SLOW], base).run("images", "fetch")
    found = {path: outcome in ("refused", "failed") for path, (outcome, _) in outcomes(result).items()}
    assert found == dict.fromkeys(SLOW, True)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == f"news: {len(SLOW)} remote pictures, {len(SLOW)} not fetched"


@pytest.mark.parametrize(
    ("hero", "allow", "outcome", "reason"),
    [
        ("http://pics.test:{port}/good", "pics.test", "refused", "asks for http on port"),
        ("http://pics.test:{port}/good", "other.test", "left on its host", ""),
        ("http://127.0.0.1:{port}/good", "127.0.0.1", "refused", "asks for http on port"),
        ("http://cloud.pics.test:{port}/good", "http://*.pics.test:{port}", "refused", "169.254.169.254"),
        ("http://gone.pics.test:{port}/good", "http://*.pics.test:{port}", "refused", "has no address"),
    ],
)
def test_what_is_not_allowed_is_never_asked(nearby, server, posts, hero, allow, outcome, reason):
    nearby()
    port = server.server_port
    result = posts([hero.format(port=port)], allow.format(port=port)).run("images", "fetch")
    ((found, said),) = outcomes(result).values()
    assert (found, reason in said, server.seen) == (outcome, True, [])
    assert result.exit_code == (outcome == "refused")


def test_a_picture_is_fetched_once_checked_later_and_shown_by_the_build(nearby, server, posts):
    nearby()
    base = f"http://pics.test:{server.server_port}"
    made = posts([f"{base}/tagged", f"{base}/tagged"], base)
    dry = made.run("images", "fetch", "--dry-run")
    assert (dry.exit_code, server.seen) == (0, [])
    assert outcomes(dry) == {"tagged": ("would be fetched", "")}
    assert dry.stdout.endswith("news: 1 remote picture, 1 would be fetched\n")
    assert not (made.root / ".cache/newsblog/remote").exists()
    assert outcomes(made.run("images", "fetch")) == {"tagged": ("fetched", "")}
    assert outcomes(made.run("images", "fetch")) == {"tagged": ("unchanged", "")}
    assert [seen[2].get("If-None-Match") for seen in server.seen] == [None, '"one"']
    assert outcomes(made.run("images", "fetch", "-n"))["tagged"][1] == "again, if it has changed"
    built = made.build(strict=False)
    src = built.page("news/p00/").one("img.newsblog-hero")["src"]
    assert built.path("news/p00/").parent.joinpath(src).read_bytes() == GOOD
    assert len(server.seen) == 2


def test_without_a_list_nothing_is_fetched_and_it_is_said(server, posts):
    result = posts([f"http://pics.test:{server.server_port}/good"]).run("images", "fetch")
    assert (result.exit_code, server.seen) == (0, [])
    assert "images.allow lists no host" in result.stderr
    assert result.stdout.endswith("news: 1 remote picture, 1 not fetched\n")


def test_where_an_option_is_wrong_nothing_is_fetched_and_it_is_said(posts):
    result = posts(["http://pics.test/good"], "pics.test", ratio="17/9").run("images", "fetch")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "option 'images.ratio'" in result.stderr


def test_a_copy_that_no_build_asked_for_in_a_month_is_removed(nearby, server, posts):
    nearby()
    base = f"http://pics.test:{server.server_port}"
    made = posts([f"{base}/good", f"{base}/gif"], base)
    made.run("images", "fetch")
    folder = made.root / ".cache/newsblog/remote"
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    made.write("docs/news/p01.md", "---\ntitle: P1\ndate: 2024-05-01\n---\nText.\n")
    made.build(strict=False)
    made.run("images", "fetch", "--dry-run")
    assert len(list(folder.iterdir())) == 4
    made.run("images", "fetch")
    assert sorted(path.suffix for path in folder.iterdir()) == [".jpg", ".json"]
    src = made.build(strict=False).page("news/p00/").one("img.newsblog-hero")["src"]
    assert src.startswith("../../assets/newsblog/img/")


@pytest.mark.parametrize("hero", ["http://localhost:{}/good", "http://127.0.0.1:{}/good"])
def test_the_command_itself_asks_no_address_of_this_machine_even_if_it_is_listed(server, posts, hero):
    """In a process of its own, with nothing replaced."""
    url = hero.format(server.server_port)
    made = posts([url], url.removesuffix("/good"))
    command = [sys.executable, "-m", "mkdocs_newsblog.cli", "images", "fetch"]
    done = subprocess.run(
        command, cwd=made.root, env=os.environ | CALM, capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith(f"refused: {url}: is on ")
    assert (done.returncode, done.stderr, server.seen) == (1, "", [])
    assert not (made.root / ".cache/newsblog/remote").exists()


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def serving_as(authority, *names):
    """A server that proves to be one of these names."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(tls)
    return misbehaving(tls)


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch):
    """Let the test's own authority be trusted, as a company's is: by a file that the environment names."""
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


@pytest.mark.usefixtures("trusted")
def test_over_tls_the_name_is_proved_though_the_address_was_fixed_before(nearby, posts, authority):
    asked = []

    def rebinding(host, _):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.7"]

    nearby(rebinding)
    with serving_as(authority, "pics.test") as server:
        base = f"https://pics.test:{server.server_port}"
        result = posts([f"{base}/good"], base).run("images", "fetch")
    assert outcomes(result) == {"good": ("fetched", "")}
    assert (asked, len(server.seen), result.exit_code) == (["pics.test"], 1, 0)


@pytest.mark.usefixtures("trusted")
def test_over_tls_every_redirect_is_judged(nearby, posts, authority):
    nearby()
    with serving_as(authority, "pics.test", "inner.pics.test") as server:
        base = f"https://pics.test:{server.server_port}"
        targets = {
            f"{base}/good": "",
            f"http://pics.test:{server.server_port}/good": "asks for http on port",
            f"https://inner.pics.test:{server.server_port}/good": "10.0.0.7 is not public",
        }
        heroes = [f"{base}/go?{target}" for target in targets]
        result = posts(heroes, base, base.replace("//", "//*.")).run("images", "fetch")
        requests = len(server.seen)
    found = outcomes(result)
    for target, reason in targets.items():
        outcome, said = found[f"go?{target}"]
        assert (outcome, reason in said) == ("refused" if reason else "fetched", True), said
    assert requests == 4


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_name_is_refused(nearby, posts, authority):
    nearby()
    with serving_as(authority, "other.test", "127.0.0.1") as server:
        base = f"https://pics.test:{server.server_port}"
        result = posts([f"{base}/good"], base).run("images", "fetch")
    outcome, reason = outcomes(result)["good"]
    assert (outcome, server.seen, result.exit_code) == ("failed", [], 1)
    assert "certificate verify failed" in reason.lower()


def test_a_certificate_that_nobody_vouches_for_is_refused(nearby, posts, authority):
    nearby()
    with serving_as(authority, "pics.test") as server:
        base = f"https://pics.test:{server.server_port}"
        result = posts([f"{base}/good"], base).run("images", "fetch")
    outcome, reason = outcomes(result)["good"]
    assert (outcome, server.seen) == ("failed", [])
    assert "certificate verify failed" in reason.lower()


@pytest.mark.parametrize("missing", ["httpx", "PIL"])
def test_without_what_it_needs_the_command_says_what_to_install(posts, monkeypatch, missing):
    module = sys.modules["mkdocs_newsblog.cli.commands.images"]  # the name in the package is the command
    monkeypatch.setattr(module, "find_spec", lambda name: None if name == missing else object())
    result = posts([]).run("images", "fetch")
    assert result.exit_code == 2
    assert f"{missing} missing. Run: pip install 'mkdocs-newsblog[images]'" in result.stderr
