"""What a download may reach: hosts by the options' list, addresses by what they are."""

import ipaddress

import pytest

from mkdocs_newsblog.images.guard import address_fault, is_listed, resolve, url_fault

REFUSED_ADDRESSES = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "169.254.0.1", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1",
    "224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1", "::", "::1", "fe80::1", "fc00::1",
    "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1",
    "2002:7f00:1::", "2002:a9fe:a9fe::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "64:ff9b::7f00:1",
    "64:ff9b:1::1", "::7f00:1", "2001:db8::1", "fec0::1",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED_ADDRESSES)
def test_an_address_that_is_not_of_the_public_internet_is_refused(text):
    assert address_fault(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "text", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"]
)
def test_a_public_address_may_be_asked(text):
    assert address_fault(ipaddress.ip_address(text)) == ""


def test_the_resolver_gives_the_addresses_of_a_host():
    assert resolve("127.0.0.1", 443) == ["127.0.0.1"]
    assert {ipaddress.ip_address(each).is_loopback for each in resolve("localhost", 80)} == {True}


ALLOW = ("img.example.org", "*.example.net", "http://plain.example.com:8080", "203.0.113.5")
ALLOWED = [
    "https://img.example.org/a.jpg?b=c",
    "https://IMG.example.org./a.jpg",
    "https://img.example.org:443/a.jpg",
    "https://a.example.net/",
    "https://a.b.example.net/",
    "http://plain.example.com:8080/a",
    "https://203.0.113.5/a",
]
REFUSED = {
    "https://example.org/a.jpg": "images.allow does not list",
    "https://x.img.example.org/": "images.allow does not list",
    "https://example.net/": "images.allow does not list",
    "https://badexample.net/": "images.allow does not list",
    "https://example.net.evil.org/": "images.allow does not list",
    "http://img.example.org/": "asks for http on port 80",
    "https://img.example.org:8443/": "asks for https on port 8443",
    "http://plain.example.com/": "asks for http on port 80",
    "https://plain.example.com:8080/": "asks for https on port 8080",
    "https://me:secret@img.example.org/": "carries a user name or password",
    "https://img.example.org@evil.org/": "carries a user name or password",
    "https://2130706433/": "names its host by a number",
    "https://0x7f000001/": "names its host by a number",
    "https://0177.0.0.1/": "names its host by a number",
    "https://127.1/": "names its host by a number",
    "https://[::1]/": "names its host by a number",
    "https://203.0.113.6/": "names its host by a number",
    "ftp://img.example.org/a": "only https: is allowed",
    "file:///etc/passwd": "only https: is allowed",
    "https:///a": "has no host",
    "https://img.example.org\\evil.org/": "backslash",
}


@pytest.mark.parametrize("url", ALLOWED)
def test_a_listed_address_is_allowed(url):
    assert url_fault(url, ALLOW) == ""
    assert is_listed(url, ALLOW)


@pytest.mark.parametrize(("url", "reason"), REFUSED.items())
def test_every_other_address_is_refused(url, reason):
    assert reason in url_fault(url, ALLOW)


def test_nothing_is_allowed_by_default():
    assert url_fault("https://img.example.org/a.jpg", ())
    assert not is_listed("https://img.example.org/a.jpg", ())


def test_capitals_in_the_list_of_hosts_are_no_matter():
    allow = ("IMG.Example.ORG", "*.Example.NET", "http://Plain.example.com:8080")
    for url in ("https://img.example.org/a", "https://a.example.net/", "http://plain.example.com:8080/"):
        assert is_listed(url, allow)
        assert url_fault(url, allow) == ""
