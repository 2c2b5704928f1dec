"""The page within a file that a browser saved is read; what lies beside it is left alone."""

import base64
import quopri

import pytest

from reader.core.errors import SourceError
from reader.importers import read_bytes

TEXT = "小镇的第一家书店昨天开门了，许多人一大早就来排队。"
PAGE = (
    "<html><head><title>书店开门了</title></head><body><h1>书店开门了</h1>"
    f"<p>{TEXT}</p></body></html>"
)


def save(page: bytes, *, transfer: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    """A page as a browser saves it, with a picture in front."""
    if transfer == "quoted-printable":
        page = quopri.encodestring(page)
    elif transfer == "base64":
        page = base64.encodebytes(page)
    head = (
        "From: <Saved by Blink>\r\n"
        "Snapshot-Content-Location: https://news.example.cn/1.html\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_x"\r\n\r\n'
        "----=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "iVBORw0KGgo=\r\n"
        f"----=_x\r\nContent-Type: text/html; charset={charset}\r\n"
        f"Content-Transfer-Encoding: {transfer}\r\nContent-Location: cid:1\r\n\r\n"
    )
    return head.encode() + page + b"\r\n----=_x--\r\n"


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "binary"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_saved_page_is_read(transfer: str, codec: str) -> None:
    data = save(PAGE.encode(codec), transfer=transfer, charset=codec)
    article = read_bytes(data, "page.mhtml")
    assert [paragraph.text for paragraph in article.paragraphs()] == ["书店开门了", TEXT]
    assert article.encoding == codec
    assert article.address == "https://news.example.cn/1.html"


def test_a_saved_page_is_known_whatever_its_file_is_called() -> None:
    assert read_bytes(save(PAGE.encode()), "download").title == "书店开门了"


def test_a_page_that_stands_alone_in_its_message_is_read() -> None:
    data = b"Content-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
    assert read_bytes(data, "page.mht").title == "书店开门了"


def test_a_message_without_a_page_is_refused_in_a_sentence() -> None:
    data = b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n\r\nhello\r\n--x--\r\n'
    with pytest.raises(SourceError, match="no web page in it"):
        read_bytes(data, "page.mht")


def test_a_text_that_begins_like_a_letter_is_a_text() -> None:
    text = "From: 小李\nTo: 小王\n\n你好，明天一起去看电影吧。我在门口等你。\n"
    article = read_bytes(text.encode(), "letter.txt")
    assert any("看电影" in paragraph.text for paragraph in article.paragraphs())


@pytest.mark.parametrize(
    "tail",
    [
        b"--x\r\n" * 100_000,
        (b'--x\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n' * 10_000),
        b"--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n====",
        b"--x\r\n" + b"A: b\r\n" * 100_000,
    ],
    ids=["marks", "nested", "base64", "header"],
)
def test_hostile_messages_are_refused(tail: bytes) -> None:
    with pytest.raises(SourceError):
        read_bytes(b'Content-Type: multipart/related; boundary="x"\r\n\r\n' + tail, "page.mht")
