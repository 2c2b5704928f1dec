"""One text in every format, to measure how fast each is read.

The files are made here, with little around the text, so that the figures are those of the readers.
"""

import io
import os
import time
import zipfile
from collections.abc import Iterator, Sequence
from html import escape

import docx
import odfdo
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QGuiApplication, QPdfWriter, QTextDocument

from reader.importers import Piece, list_pieces, read_bytes

CHAPTER = 60
"""Paragraphs."""
XHTML = "application/xhtml+xml"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf"/></rootfiles></container>'
)
SAVED = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
)


def measure_formats(lines: Sequence[str]) -> dict[str, float]:
    """Milliseconds, and megabytes of text a second, by format. ``lines``: the paragraphs."""
    figures: dict[str, float] = {}
    size = len("\n".join(lines).encode())
    for kind, data in make_files(lines):
        start = time.perf_counter()
        pieces = list(list_pieces(Piece(f"book.{kind}", data)))
        characters = sum(read_bytes(one.data, one.name).characters() for one in pieces)
        taken = time.perf_counter() - start
        if characters < 0.8 * sum(map(len, lines)):
            print(f"  {kind}: only {characters} characters came back")
        figures[f"format_{kind}_ms"] = 1000 * taken
        figures[f"format_{kind}_mb_s"] = size / 1e6 / taken
    return figures


def make_files(lines: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The text in each format, with the ending of its name."""
    chapters = [lines[at : at + CHAPTER] for at in range(0, len(lines), CHAPTER)]
    page = _write_page(chapters)
    yield "txt", "\n".join(lines).encode()
    yield "html", page.encode()
    yield "mht", f"{SAVED}{page}\r\n--b--\r\n".encode()
    yield "xml", _write_feed(chapters).encode()
    yield "md", "\n\n".join(f"## {n}\n\n" + "\n\n".join(c) for n, c in enumerate(chapters)).encode()
    yield "epub", _write_book(chapters)
    yield "docx", _write_word(chapters)
    yield "odt", _write_open(chapters)
    yield "pdf", _write_pdf(page)
    cues = (f"{n}\n{_tell(n)},000 --> {_tell(n)},900\n{line}\n" for n, line in enumerate(lines, 1))
    yield "srt", "\n".join(cues).encode()
    yield (
        "lrc",
        "\n".join(f"[{n // 60:02}:{n % 60:02}.00]{x}" for n, x in enumerate(lines)).encode(),
    )


def _tell(second: int) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def _write_body(chapter: Sequence[str], name: str) -> str:
    return f"<h2>{name}</h2>" + "".join(f"<p>{escape(line)}</p>\n" for line in chapter)


def _write_page(chapters: Sequence[Sequence[str]]) -> str:
    body = "".join(_write_body(chapter, str(n)) for n, chapter in enumerate(chapters))
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'/></head><body>{body}</body></html>"


def _write_feed(chapters: Sequence[Sequence[str]]) -> str:
    entries = (
        f"<entry><title>{n}</title><id>{n}</id><content type='html'>"
        f"{escape(_write_body(chapter, str(n)))}</content></entry>"
        for n, chapter in enumerate(chapters)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{"".join(entries)}</feed>'


def _write_book(chapters: Sequence[Sequence[str]]) -> bytes:
    buffer = io.BytesIO()
    names = [f"{n}.xhtml" for n in range(len(chapters))]
    items = "".join(f'<item id="{x}" href="{x}" media-type="{XHTML}"/>' for x in names)
    refs = "".join(f'<itemref idref="{x}"/>' for x in names)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><metadata/>'
            f"<manifest>{items}</manifest><spine>{refs}</spine></package>",
        )
        for name, chapter in zip(names, chapters, strict=True):
            archive.writestr(name, _write_page([chapter]))
    return buffer.getvalue()


def _write_word(chapters: Sequence[Sequence[str]]) -> bytes:
    document = docx.Document()
    for number, chapter in enumerate(chapters):
        document.add_heading(str(number), 1)
        for line in chapter:
            document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _write_open(chapters: Sequence[Sequence[str]]) -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    for number, chapter in enumerate(chapters):
        document.body.append(odfdo.Header(1, str(number)))
        for line in chapter:
            document.body.append(odfdo.Paragraph(line))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _write_pdf(page: str) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = QGuiApplication.instance() or QGuiApplication([])
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Serif CJK SC", 11))
    document.setHtml(page)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    document.print_(QPdfWriter(buffer))
    del program
    return bytes(buffer.data().data())
