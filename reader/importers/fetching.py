"""Loads an address that the learner asked for. Nothing else in this program touches the network.

Every connection goes to an address that was looked at: names are resolved here, and what is no
public address is refused, after redirects too, unless private ones are asked for. Time, size and
redirects are bounded, whatever the server does.
"""

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

import httpcore
import httpx
from typing_extensions import override

from reader.core.errors import SourceError
from reader.core.text import LONGEST_ADDRESS

REDIRECTS = frozenset((301, 302, 303, 307, 308))
NAT64 = ipaddress.ip_network("64:ff9b::/96")
HEADERS = (
    (b"User-Agent", b"Mozilla/5.0 (compatible; Wenchuang; a reader for learners of Chinese)"),
    (b"Accept", b"text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*"),
    (b"Accept-Language", b"zh,en;q=0.5"),
    (b"Accept-Encoding", b"gzip"),
)
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how much, how far."""

    seconds: float = 30.0
    bytes: int = 24 << 20
    redirects: int = 8


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, where they were in the end, and what the server said."""

    data: bytes
    address: str
    charset: str
    name: str
    """What a file with these bytes would be called."""


class _PrivateAddressError(Exception):
    """A name leads to an address that is not public."""


USUAL = Limits()


def fetch(address: str, *, allow_private: bool = False, limits: Limits = USUAL) -> Fetched:
    """Load an address. Raises SourceError, with a sentence, where that cannot be."""
    url = _parse(address.strip())
    deadline = time.monotonic() + limits.seconds
    backend = _Backend(deadline, allow_private=allow_private)
    try:
        with httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=backend, retries=0
        ) as pool:
            for _ in range(limits.redirects + 1):
                answer = _ask(pool, url, deadline, limits)
                if isinstance(answer, Fetched):
                    return answer
                url = _parse(str(url.join(answer)))
    except _PrivateAddressError as cause:
        raise SourceError(
            f"{url.host} is an address within your own network, which was not asked for. "
            "Allow private addresses (--allow-private) if you mean it."
        ) from cause
    except httpcore.TimeoutException as cause:
        raise SourceError(
            f"{url.host} did not answer within {limits.seconds:.0f} seconds. Try again later."
        ) from cause
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as cause:
        raise SourceError(_explain(url.host, cause)) from cause
    raise SourceError(
        f"{address} leads on and on ({limits.redirects} times). Open it in a browser and save it."
    )


def _parse(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
        known = url.scheme in {"http", "https"} and bool(url.host)
    except (httpx.InvalidURL, ValueError, TypeError) as cause:
        raise SourceError(f"{address[:200]} is no address of a page.") from cause
    if not known or len(address) > LONGEST_ADDRESS:
        raise SourceError(
            f"{address[:200]} is no address of a page. Addresses begin with http:// or https://."
        )
    return url


def _ask(
    pool: httpcore.ConnectionPool, url: httpx.URL, deadline: float, limits: Limits
) -> Fetched | str:
    """What an address gives, or the address that it sends us to."""
    port = f":{url.port}" if url.port else ""
    target = httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )
    host = url.raw_host + port.encode()
    seconds = max(0.01, deadline - time.monotonic())
    extensions = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), seconds)}
    headers = [(b"Host", host), *HEADERS]
    with pool.stream("GET", target, headers=headers, extensions=extensions) as response:
        told = _read_headers(response.headers)
        if response.status in REDIRECTS and told.get("location"):
            return str(told["location"])
        if response.status >= HTTPStatus.BAD_REQUEST:
            raise SourceError(_explain_status(url, response.status))
        data = _read_body(response.iter_stream(), str(told.get("content-encoding", "")), limits)
    charset = told.get_param("charset")
    return Fetched(data, str(url), charset if isinstance(charset, str) else "", _name(url, told))


def _read_headers(headers: Iterable[tuple[bytes, bytes]]) -> Message:
    told = Message()
    for name, value in headers:
        told[name.decode("ascii", "replace")] = value.decode("latin-1")[:LONGEST_ADDRESS]
    return told


def _read_body(chunks: Iterable[bytes], coding: str, limits: Limits) -> bytes:
    """The body, unpacked, as long as it stays within the limits."""
    coding = coding.strip().lower()
    if coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        raise SourceError(f"The server sends its pages packed as {coding[:40]!r}, unasked.")
    unpack = _unpacker() if coding not in {"", "identity"} else None
    data = bytearray()
    for chunk in chunks:
        room = limits.bytes - len(data) + 1
        try:
            data += unpack(chunk, room) if unpack else chunk
        except zlib.error as cause:
            raise SourceError("The page came damaged. Try again.") from cause
        if len(data) > limits.bytes:
            raise SourceError(
                f"The page is larger than {max(1, limits.bytes >> 20)} MB. It was not loaded."
            )
    return bytes(data)


def _unpacker() -> Callable[[bytes, int], bytes]:
    """Unpacks gzip piece by piece, never more than there is room for."""
    packed = zlib.decompressobj(wbits=47)
    return lambda chunk, room: packed.decompress(packed.unconsumed_tail + chunk, room)


def _name(url: httpx.URL, told: Message) -> str:
    last = unquote(url.path.rstrip("/").rpartition("/")[2]) or url.host
    last = "".join(sign for sign in last if sign.isprintable())[-LONGEST_NAME:]
    is_page = told.get_content_type() in {"text/html", "application/xhtml+xml"}
    return f"{last}.html" if is_page and not last.lower().endswith((".htm", ".html")) else last


def _explain_status(url: httpx.URL, status: int) -> str:
    try:
        words = HTTPStatus(status).phrase
    except ValueError:
        words = "an error"
    return f"{url.host} answers {status} ({words}). Check the address, or open it in a browser."


def _explain(host: str, cause: Exception) -> str:
    if isinstance(cause.__cause__ or cause, ssl.SSLError) or "SSL" in str(cause):
        return f"The certificate of {host} cannot be trusted. Nothing was loaded."
    if isinstance(cause, socket.gaierror):
        return f"There is no computer called {host}, or you are not connected to the network."
    if isinstance(cause, httpcore.ProtocolError):
        return f"{host} does not speak as a web server does. Check the address."
    return f"{host} cannot be reached. Check the address and your connection."


class _Backend(httpcore.NetworkBackend):
    """Connects to addresses that were looked at, until a point in time."""

    def __init__(self, deadline: float, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._plain = httpcore.SyncBackend()

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(one[4][0]) for one in found]
        if not self._allow_private:
            addresses = [one for one in addresses if is_public(one)]
        if not addresses:
            raise _PrivateAddressError(host)
        *others, last = addresses
        for address in others:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return self._open(address, port)
        return self._open(last, port)

    def _open(self, address: str, port: int) -> httpcore.NetworkStream:
        left = max(0.01, self._deadline - time.monotonic())
        return _Stream(self._plain.connect_tcp(address, port, left), self._deadline)


class _Stream(httpcore.NetworkStream):
    """A connection that ends at a point in time, however slowly the other side speaks."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left

    @override
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left())

    @override
    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left())

    @override
    def close(self) -> None:
        self._stream.close()

    @override
    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._left())
        return _Stream(secured, self._deadline)

    @override
    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the open network, also what is wrapped in it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return ip.is_global and not ip.is_multicast
