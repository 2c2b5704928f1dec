"""An address is loaded within bounds, and never one of the learner's own network unasked.

All of it against a small server on this computer.
"""

import gzip
import select
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typing_extensions import override

from reader.core.errors import SourceError
from reader.core.text import is_address
from reader.importers import fetching
from reader.importers.fetching import Limits, fetch

PAGE = "<html><body><p>小镇的第一家书店昨天开门了，许多人来排队。</p></body></html>"
BOMB = gzip.compress(bytes(64 << 20))
"""Packed beforehand: that takes longer than a page may."""
QUICK = Limits(seconds=0.5, bytes=1 << 20, redirects=3)


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own bad or good manner."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Look up the manner."""
        manner = self.path.strip("/").partition("?")[0].partition("/")[0]
        getattr(self, f"give_{manner}", self.give_missing)()

    def give_page(self) -> None:
        """A page in GBK that only the header tells of."""
        self.send(PAGE.encode("gbk"), "text/html; charset=GBK")

    def give_packed(self) -> None:
        """A page in gzip."""
        self.send(gzip.compress(PAGE.encode()), "text/html", ("Content-Encoding", "gzip"))

    def give_bomb(self) -> None:
        """64 MB of nothing in 64 kB."""
        self.send(BOMB, "text/html", ("Content-Encoding", "gzip"))

    def give_broken(self) -> None:
        """Gzip that is none."""
        self.send(b"\x1f\x8b no gzip", "text/html", ("Content-Encoding", "gzip"))

    def give_large(self) -> None:
        """More than is allowed."""
        self.send(bytes(2 << 20), "text/html")

    def give_moved(self) -> None:
        """Elsewhere, by a relative address."""
        self.redirect("/page/here.shtml")

    def give_loop(self) -> None:
        """Here again."""
        self.redirect("/loop")

    def give_file(self) -> None:
        """A file on the learner's own disk."""
        self.redirect("file:///etc/passwd")

    def give_inward(self) -> None:
        """Another computer of the same network."""
        self.redirect(f"http://127.0.0.2:{self.connection.getsockname()[1]}/page")

    def give_slow(self) -> None:
        """A byte now and then, for ever."""
        self.start()
        while self.trickle(b"."):
            self.wait(0.05)

    def give_silent(self) -> None:
        """Nothing at all, until the other side gives up."""
        self.connection.recv(1)

    def give_endless(self) -> None:
        """More and more."""
        self.start()
        while self.trickle(b"<p>" * 20_000):
            pass

    def give_header(self) -> None:
        """A header that does not end, a byte at a time."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while self.trickle(b"X"):
            self.wait(0.02)

    def give_nonsense(self) -> None:
        """No HTTP."""
        self.wfile.write(b"\x00\x01 hello\r\n\r\n")
        self.close_connection = True

    def give_missing(self) -> None:
        """Nothing there."""
        self.send(b"gone", "text/plain", status=404)

    def send(self, body: bytes, kind: str, *headers: tuple[str, str], status: int = 200) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.trickle(body)

    def redirect(self, target: str) -> None:
        """Somewhere else."""
        self.send(b"", "text/plain", ("Location", target), status=302)

    def start(self) -> None:
        """A page whose length is not told."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.close_connection = True

    def wait(self, seconds: float) -> None:
        """Until the other side gives up, but no longer than this."""
        select.select([self.connection], [], [], seconds)

    def trickle(self, data: bytes) -> bool:
        """Whether the other side still listens."""
        try:
            self.wfile.write(data)
            self.wfile.flush()
        except OSError:
            self.close_connection = True
            return False
        return True

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server that takes it calmly when the other side leaves."""

    daemon_threads = False

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server."""
    made = Server(("0.0.0.0", 0), Handler)  # noqa: S104 -- two addresses of this computer
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()
    thread.join()


def load(address: str) -> fetching.Fetched:
    """What is at an address of this computer."""
    return fetch(address, allow_private=True, limits=QUICK)


def test_a_page_comes_with_what_its_server_says_of_it(server: str) -> None:
    found = load(f"{server}/page/2022/a.html")
    assert found.data.decode(found.charset) == PAGE
    assert found.name == "a.html"
    assert found.address == f"{server}/page/2022/a.html"


def test_a_packed_page_is_unpacked(server: str) -> None:
    assert load(f"{server}/packed").data.decode() == PAGE


def test_a_page_that_has_moved_is_followed(server: str) -> None:
    found = load(f"{server}/moved")
    assert found.address.endswith("/page/here.shtml")
    assert found.name == "here.shtml.html"


@pytest.mark.parametrize(
    ("manner", "sentence"),
    [
        ("bomb", "larger than 1 MB"),
        ("large", "larger than 1 MB"),
        ("endless", "larger than 1 MB"),
        ("broken", "damaged"),
        ("loop", "on and on"),
        ("slow", "did not answer within"),
        ("silent", "did not answer within"),
        ("header", "did not answer within"),
        ("nonsense", "does not speak as a web server"),
        ("missing", "404"),
        ("file", "no address of a page"),
    ],
)
def test_a_server_that_misbehaves_is_left_in_a_sentence(
    server: str, manner: str, sentence: str
) -> None:
    with pytest.raises(SourceError, match=sentence):
        load(f"{server}/{manner}")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_an_address_of_ones_own_network_is_refused_unasked(server: str, host: str) -> None:
    port = server.rpartition(":")[2]
    with pytest.raises(SourceError, match="your own network"):
        fetch(f"http://{host}:{port}/page", limits=QUICK)


def test_a_public_page_cannot_lead_into_ones_own_network(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")
    assert fetch(f"{server}/moved", limits=QUICK).data
    with pytest.raises(SourceError, match="your own network"):
        fetch(f"{server}/inward", limits=QUICK)


def test_a_name_that_leads_into_ones_own_network_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve(_host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(SourceError, match="your own network"):
        fetch(f"http://www.example.cn:{server.rpartition(':')[2]}/page", limits=QUICK)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("1.1.1.1", True),
        ("2606:4700:4700::1111", True),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("172.16.0.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 -- an address to be refused
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::101:101", True),
    ],
)
def test_public_addresses_are_told_from_others(address: str, *, public: bool) -> None:
    assert fetching.is_public(address) is public


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/x",
        "file:///etc/passwd",
        "http://",
        "http:///x",
        "javascript:alert(1)",
        "http://[::1",
        "http://a.example/" + "x" * 3000,
        "http://exa mple/",
        "http://a:99999999/",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(address: str) -> None:
    with pytest.raises(SourceError):
        fetch(address, limits=QUICK)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://example.cn/a.html", True),
        (" HTTP://example.cn ", True),
        ("https://example.cn/a b", False),
        ("看 https://example.cn/", False),
        ("example.cn", False),
        ("ftp://example.cn", False),
        ("", False),
    ],
)
def test_an_address_is_told_from_a_text(text: str, *, found: bool) -> None:
    assert is_address(text) is found


def test_a_closed_port_is_told_in_a_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SourceError, match="cannot be reached"):
        load(f"http://127.0.0.1:{port}/")
