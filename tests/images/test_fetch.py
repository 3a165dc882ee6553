"""Downloads from a server that misbehaves in every way; the loopback is allowed by the tests alone."""

import ipaddress
import socket

import pytest

from mkdocs_newsblog.images import network
from mkdocs_newsblog.images.fetch import Fetcher, Outcome
from mkdocs_newsblog.images.guard import address_fault
from mkdocs_newsblog.images.store import Store
from tests.images.misbehaving import GOOD
from tests.images.nearby import LIMITS, near


@pytest.fixture
def fetcher(server, tmp_path):
    hosts = {"pics.test": ["127.0.0.1"], "other.test": ["127.0.0.1"]}

    def make(policy=near, hosts=hosts, allow=None, limits=LIMITS):
        resolver = hosts if callable(hosts) else lambda host, _: hosts.get(host, [])
        port = server.server_port
        allowed = (f"http://pics.test:{port}", f"http://*.pics.test:{port}") if allow is None else allow
        return Fetcher(Store(tmp_path), allowed, limits, policy, resolver)

    return make


@pytest.fixture
def at(server):
    return lambda path, host="pics.test": f"http://{host}:{server.server_port}/{path}"


def test_a_picture_is_kept_once(fetcher, at, server, tmp_path):
    fetch = fetcher()
    assert fetch.fetch(at("good")).outcome is Outcome.FETCHED
    copy = fetch.store.find(at("good"))
    assert (tmp_path / "remote" / copy.name).read_bytes() == GOOD
    assert (copy.type, copy.name.endswith(".jpg")) == ("image/jpeg", True)
    assert server.seen[0][0] == f"pics.test:{server.server_port}"
    said = server.seen[0][2]
    assert "Cookie" not in said
    assert (said["Accept-Encoding"], said["User-Agent"][:16]) == ("identity", "mkdocs-newsblog/")
    assert said["Accept"] == "image/avif, image/webp, image/jpeg, image/png, image/gif"
    assert [path.suffix for path in (tmp_path / "remote").iterdir() if path.suffix == ".tmp"] == []


def test_a_cookie_is_not_taken_along_to_where_a_redirect_leads(fetcher, at, server):
    assert fetcher().fetch(at("go-with-a-cookie")).outcome is Outcome.FETCHED
    assert ["Cookie" in headers for _, _, headers in server.seen] == [False, False]


def test_where_one_address_of_a_host_does_not_answer_the_next_is_asked(fetcher, at, server):
    def both(address):
        return "" if address.is_loopback else address_fault(address)

    result = fetcher(policy=both, hosts={"pics.test": ["127.0.0.2", "127.0.0.1"]}).fetch(at("good"))
    assert (result.outcome, len(server.seen)) == (Outcome.FETCHED, 1)
    result = fetcher(policy=both, hosts={"pics.test": ["127.0.0.2", "127.0.0.3"]}).fetch(at("good"))
    assert result.outcome is Outcome.FAILED


@pytest.mark.parametrize("path", ["tagged", "dated"])
def test_a_copy_is_revalidated_and_not_downloaded_again(fetcher, at, path, server):
    fetch = fetcher()
    assert [fetch.fetch(at(path)).outcome for _ in range(3)] == [
        Outcome.FETCHED,
        Outcome.FRESH,
        Outcome.FRESH,
    ]
    assert fetch.store.find(at(path)) is not None
    asked = [[name for name in headers if name.startswith("If-")] for _, _, headers in server.seen]
    mark = {"tagged": "If-None-Match", "dated": "If-Modified-Since"}[path]
    assert asked == [[], [mark], [mark]]


def test_a_copy_that_was_damaged_is_downloaded_anew(fetcher, at, tmp_path):
    fetch = fetcher()
    fetch.fetch(at("tagged"))
    copy = tmp_path / "remote" / fetch.store.find(at("tagged")).name
    copy.write_bytes(GOOD[:50])
    assert fetch.fetch(at("tagged")).outcome is Outcome.FETCHED
    assert copy.read_bytes() == GOOD


def test_a_mark_that_no_request_can_carry_is_not_sent(fetcher, at, server):
    fetch = fetcher()
    fetch.store.keep(at("good"), GOOD, "image/jpeg", "a\r\nX-Other: 1")
    assert fetch.fetch(at("good")).outcome is Outcome.FETCHED
    assert [name for name in server.seen[0][2] if name in ("If-None-Match", "X-Other")] == []


def test_a_changed_picture_replaces_its_copy(fetcher, at):
    fetch = fetcher()
    names = []
    for _ in range(2):
        assert fetch.fetch(at("changing")).outcome is Outcome.FETCHED
        names.append(fetch.store.find(at("changing")).name)
    assert names[0] != names[1]


UNTOLD = ["untold?application/octet-stream", "untold?binary/octet-stream"]


@pytest.mark.parametrize("path", ["jpg", "loud", "oddly-tagged", *UNTOLD])
def test_a_picture_is_kept_whatever_its_server_calls_it(fetcher, at, path):
    fetch = fetcher()
    assert [fetch.fetch(at(path)).outcome for _ in range(2)] == [Outcome.FETCHED] * 2
    assert fetch.store.find(at(path)).type == "image/jpeg"


REFUSED = {
    "page": "is said to be text/html",
    "untyped": "is said to be of no type",
    "svg": "is said to be image/svg+xml",
    "untold-page": "is said to be application/octet-stream and is no picture",
    "untold-icon": "is said to be binary/octet-stream and is image/x-icon",
    "lying": "is said to be image/jpeg and is no picture",
    "other": "is said to be image/jpeg and is image/png",
    "truncated": "can't be decoded",
    "bomb": "has 7000 x 6000 pixels",
    "large": "has 3000003 bytes, the limit is 2000000",
    "large-unsaid": "has more than 2000000 bytes",
    "large-said-small": "can't be decoded",
    "compressed": "comes compressed",
    "circle": "redirects more than 3 times",
    "go?https://elsewhere.example.org/a.jpg": "which is on elsewhere.example.org",
    "go?file:///etc/passwd": "only https: is allowed",
    "go?http://127.0.0.1/": "names its host by a number",
    "go?http://me:secret@pics.test/": "carries a user name or password",
}
FAILED = {
    "missing": "its server answers 404",
    "unasked-304": "its server answers 304",
    "hang-up": "disconnected",
    "nonsense": "",
    "nowhere": "",
}


@pytest.mark.parametrize(("path", "reason"), REFUSED.items())
def test_what_must_not_be_kept_is_refused(fetcher, at, path, reason, tmp_path):
    fetch = fetcher()
    result = fetch.fetch(at(path))
    assert result.outcome is Outcome.REFUSED, result
    assert reason in result.reason
    assert fetch.store.find(at(path)) is None
    assert not (tmp_path / "remote").exists()


def test_what_is_no_picture_behind_its_first_bytes_is_said_to_be_none(fetcher, at):
    assert fetcher().fetch(at("torn"))[1:] == (Outcome.REFUSED, "can't be decoded")


@pytest.mark.parametrize(("path", "reason"), FAILED.items())
def test_what_fails_is_said_and_ends_nothing(fetcher, at, path, reason):
    result = fetcher().fetch(at(path))
    assert result.outcome in (Outcome.FAILED, Outcome.REFUSED), result
    assert reason in result.reason


@pytest.mark.parametrize("path", ["drip", "drip-head", "silent"])
def test_a_server_that_takes_its_time_is_given_up(fetcher, at, path, monkeypatch):
    monkeypatch.setattr(network, "READ_SECONDS", 30.0)
    result = fetcher(limits=LIMITS._replace(seconds=1.5)).fetch(at(path))
    assert result.outcome in (Outcome.FAILED, Outcome.REFUSED), result
    # Which of the two clocks ends it is up to the machine.
    assert "in time" in result.reason or "takes longer than" in result.reason


def test_a_picture_for_which_no_time_is_left_is_refused(fetcher, at, server):
    result = fetcher(limits=LIMITS._replace(seconds=0.0)).fetch(at("good"))
    assert (result.outcome, result.reason) == (Outcome.REFUSED, "takes longer than 0 seconds")
    assert server.seen == []


def test_a_silent_server_is_given_up(fetcher, at, monkeypatch):
    monkeypatch.setattr(network, "READ_SECONDS", 0.2)
    result = fetcher().fetch(at("silent"))
    assert (result.outcome, result.reason) == (Outcome.FAILED, "its server does not answer in time")


def test_a_failure_leaves_the_copy_that_is_there(fetcher, at, server, tmp_path):
    fetch = fetcher()
    fetch.fetch(at("good"))
    kept = fetch.store.find(at("good"))
    fetch.store.keep(at("missing"), GOOD, "image/jpeg")
    assert fetch.fetch(at("missing")).outcome is Outcome.FAILED
    assert fetch.store.find(at("missing")).name == kept.name


PRIVATE = ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1", "100.64.1.1"]


@pytest.mark.parametrize("address", PRIVATE)
def test_without_the_tests_own_policy_no_private_address_is_asked(fetcher, at, server, address, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("connected"))
    result = fetcher(policy=address_fault, hosts={"pics.test": [address]}).fetch(at("good"))
    assert result.outcome is Outcome.REFUSED
    assert "pics.test" in result.reason
    assert server.seen == []


def test_one_private_address_among_public_ones_is_enough(fetcher, at, server):
    result = fetcher(hosts={"pics.test": ["127.0.0.1", "10.0.0.7"]}).fetch(at("good"))
    assert (result.outcome, server.seen) == (Outcome.REFUSED, [])


def test_a_redirect_to_a_private_address_is_refused(fetcher, at, server):
    hosts = {"pics.test": ["127.0.0.1"], "inner.pics.test": ["169.254.169.254"]}
    target = at("good", "inner.pics.test")
    result = fetcher(hosts=hosts).fetch(at(f"go?{target}"))
    assert result.outcome is Outcome.REFUSED
    assert "169.254.169.254 is not public" in result.reason
    assert len(server.seen) == 1


def test_a_redirect_to_an_allowed_host_is_followed_and_kept_by_the_first_address(fetcher, at, server):
    hosts = {"pics.test": ["127.0.0.1"], "cdn.pics.test": ["127.0.0.1"]}
    fetch = fetcher(hosts=hosts)
    first = at(f"go?{at('good', 'cdn.pics.test')}")
    assert fetch.fetch(first).outcome is Outcome.FETCHED
    assert fetch.store.find(first) is not None
    assert [seen[0].partition(":")[0] for seen in server.seen] == ["pics.test", "cdn.pics.test"]


def test_the_host_that_was_judged_is_the_one_that_is_asked(fetcher, at):
    asked = []

    def resolver(host, _port):
        asked.append(host)
        return ["127.0.0.1"]

    assert fetcher(hosts=resolver).fetch(at("go-to-sharp-s")).outcome is Outcome.FETCHED
    assert asked == ["pics.test", "xn--fa-hia.pics.test"]


def test_an_answer_of_dns_that_changes_after_the_check_changes_nothing(fetcher, at, server, monkeypatch):
    asked, connected = [], []
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["10.0.0.1"]])

    def rebinding(host, port):
        asked.append(host)
        return next(answers)

    real = socket.socket.connect

    def connect(self, address):
        connected.append(address[0])
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, *_, **__: _numeric(host, port))
    assert fetcher(hosts=rebinding).fetch(at("good")).outcome is Outcome.FETCHED
    assert (asked, connected) == (["pics.test"], ["127.0.0.1"])


def _numeric(host, port):
    """A resolver that knows no names, so that a second look-up of one would raise."""
    ipaddress.ip_address(host)
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]


def test_each_redirect_is_resolved_and_judged_anew(fetcher, at, server):
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    result = fetcher(hosts=lambda *_: next(answers)).fetch(at(f"go?{at('good')}"))
    assert (result.outcome, len(server.seen)) == (Outcome.REFUSED, 1)


def test_a_host_without_an_address_is_refused(fetcher, at):
    def unknown(*_):
        raise OSError("no such host")

    assert "has no address" in fetcher(hosts={}).fetch(at("good")).reason
    assert "has no address" in fetcher(hosts=unknown).fetch(at("good")).reason


def test_proxies_of_the_environment_are_not_used(fetcher, at, server, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert fetcher().fetch(at("good")).outcome is Outcome.FETCHED


def test_hosts_that_are_not_listed_are_left_alone(fetcher, at, server):
    assert fetcher().fetch(at("good", "other.test")).outcome is Outcome.SKIPPED
    assert fetcher(allow=()).fetch(at("good")).outcome is Outcome.SKIPPED
    assert fetcher(allow=("pics.test",)).fetch(at("good")).outcome is Outcome.REFUSED
    assert server.seen == []


def test_a_dry_run_connects_to_nothing(fetcher, at, server):
    fetch = fetcher()
    urls = [at("good"), at("good", "other.test"), at("good"), "http://pics.test/x"]
    done = []
    results = list(fetch.fetch_all(urls, lambda: done.append(1), dry_run=True))
    assert [result.outcome for result in results] == [Outcome.WOULD, Outcome.SKIPPED, Outcome.REFUSED]
    assert (server.seen, len(done)) == ([], 3)


def test_several_are_fetched_in_the_order_given(fetcher, at, server):
    urls = [at("missing"), at("good"), at("tagged"), at("page"), at("gif")]
    results = list(fetcher().fetch_all(urls, lambda: None))
    assert [result.url for result in results] == urls
    assert [result.outcome.value for result in results] == [
        "failed",
        "fetched",
        "fetched",
        "refused",
        "fetched",
    ]
