"""Files that want to do harm, one for each way that we know of."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.importers.test_epub import CONTAINER, NCX, make_book, package, page
from tests.importers.test_open_document import make_document as make_open_document
from tests.importers.test_pdf import LEFT, SIZE, TOP, make_pdf, stream
from tests.importers.test_word_document import make_raw, run

TEXT = "今天天气很好，我们去公园散步。"
LONG = TEXT * 700_000
"""Ten million characters without a line end."""
DEEP = 100_000
EXTERNAL = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = "<!DOCTYPE x [" + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12)
)
NCX_ITEM = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'


def pack(files: dict[str, bytes], level: int = 9) -> bytes:
    """A zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def make_many_entries() -> bytes:
    """A zip file that tells of a million files."""
    buffer = io.BytesIO()
    entry = zipfile.ZipInfo("x.txt")
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry, b"")
        archive.filelist.extend([entry] * 1_000_000)
    return buffer.getvalue()


def make_overlapping(count: int = 19_000) -> bytes:
    """A zip file whose files are all the same bytes, each of which unpacks to ten megabytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.txt", TEXT.encode() * 230_000)
        archive.filelist.extend([archive.filelist[0]] * count)
    return buffer.getvalue()


def make_lying() -> bytes:
    """A zip file whose file is a thousand times as large as it says."""
    data = bytearray(pack({"x.txt": bytes(64 << 20)}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.find(mark) + at
        data[start : start + 4] = (100_000).to_bytes(4, "little")
    return bytes(data)


def make_broken_book(opf: str) -> bytes:
    """A book with this package document."""
    return pack(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": CONTAINER.encode(),
            "OEBPS/book.opf": opf.encode(),
            "OEBPS/1.xhtml": page(f"<p>{TEXT}</p>").encode(),
        }
    )


def make_form_bomb(levels: int = 12, each: int = 10) -> bytes:
    """A PDF whose page draws a form that draws ten forms that draw ten forms."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        stream(b"/X Do"),
    ]
    for level in range(levels):
        extra = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X "
        extra += b"%d 0 R >> >>" % (6 + level)
        objects.append(stream(b"/X Do " * each, extra))
    objects.append(stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R >>\n"


def make_page_loop() -> bytes:
    """A PDF whose tree of pages is its own branch."""
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages "
        b"/Kids [2 0 R 2 0 R] /Count 4000000 >>\nendobj\ntrailer << /Root 1 0 R >>\n"
    )


def make_marked_book(count: int) -> bytes:
    """A book whose contents name a page very often."""
    point = '<navPoint><navLabel><text>一</text></navLabel><content src="1.xhtml#a"/></navPoint>'
    ncx = NCX[: NCX.index("<navPoint")] + point * count + "</navMap></ncx>"
    return make_book({"1.xhtml": f"<p>{TEXT}</p>" * 5000}, NCX_ITEM, {"OEBPS/toc.ncx": ncx})


def nest(tag: str, inner: str = TEXT) -> str:
    """Elements in elements."""
    return f"<{tag}>" * DEEP + inner + f"</{tag}>" * DEEP


ATTACKS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "zip bomb": lambda: ("x.zip", pack({"x.txt": bytes(256 << 20)})),
    "zip of a million files": lambda: ("x.zip", make_many_entries()),
    "zip of overlapping files": lambda: ("x.zip", make_overlapping()),
    "zip that lies about sizes": lambda: ("x.zip", make_lying()),
    "zip in zip in zip": lambda: ("x.zip", pack({"a.zip": pack({"b.zip": pack({"c": b""})})})),
    "zip with paths out of it": lambda: ("x.zip", pack({"../" * 20 + "etc/x.txt": b"x"})),
    "book with a bomb": lambda: ("x.epub", make_book({"1.xhtml": "\0" * (128 << 20)})),
    "book with an external entity": lambda: (
        "x.epub",
        make_broken_book(EXTERNAL + package(["1.xhtml"]).replace("河边", "&x;")),
    ),
    "book with an entity bomb": lambda: (
        "x.epub",
        make_broken_book(LAUGHS + "]>" + package(["1.xhtml"]).replace("河边", "&a11;")),
    ),
    "book with an entity bomb in a page": lambda: (
        "x.epub",
        make_book({"1.xhtml": '<?xml version="1.0"?>' + LAUGHS + "]><html><p>&a11;</p></html>"}),
    ),
    "book with a deep package": lambda: ("x.epub", make_broken_book(nest("metadata"))),
    "book with a deep page": lambda: ("x.epub", make_book({"1.xhtml": nest("div")})),
    "book with a page of a million elements": lambda: (
        "x.epub",
        make_book({"1.xhtml": "<i>好</i>" * 900_000}),
    ),
    "book with a page in one line": lambda: (
        "x.epub",
        make_book({"1.xhtml": f"<p>{LONG[: 9**7]}"}),
    ),
    "book of a hundred thousand pages": lambda: (
        "x.epub",
        make_broken_book(
            package(["1.xhtml"])
            .replace("<spine", "<x/>" * 9 + "<spine")
            .replace('<itemref idref="i0"/>', '<itemref idref="i0"/>' * 100_000)
        ),
    ),
    "book with contents without end": lambda: ("x.epub", make_marked_book(60_000)),
    "book with a thousand notes": lambda: (
        "x.epub",
        make_book({"1.xhtml": '<p id="a"><sup><a href="#b">1</a></sup></p>' * 30_000}),
    ),
    "document with an entity bomb": lambda: ("x.docx", make_raw(LAUGHS + "]>")),
    "document that is deep": lambda: ("x.docx", make_raw(nest("w:p", run(TEXT)))),
    "document in one line": lambda: ("x.docx", make_raw(f"<w:p>{run(LONG[:9_000_000])}</w:p>")),
    "document of a million paragraphs": lambda: (
        "x.docx",
        make_raw("<w:p><w:r><w:t>好</w:t></w:r></w:p>" * 300_000),
    ),
    "open document in one line": lambda: (
        "x.odt",
        make_open_document(f"<text:p>{LONG[:3_000_000]}</text:p>"),
    ),
    "open document with spaces without end": lambda: (
        "x.odt",
        make_open_document('<text:p>好<text:s text:c="2000000000"/></text:p>'),
    ),
    "Markdown in one line": lambda: ("x.md", LONG.encode()),
    "Markdown of open brackets": lambda: ("x.md", (("[" * 19_000 + "\n\n") * 100).encode()),
    "Markdown of pictures": lambda: ("x.md", (("![" * 9_000 + "\n\n") * 100).encode()),
    "Markdown of emphasis": lambda: ("x.md", (("*a **a" * 3_000 + "\n\n") * 100).encode()),
    "Markdown of ticks": lambda: (
        "x.md",
        ("".join("`" * n + "a" for n in range(190)) + "\n\n").encode() * 100,
    ),
    "Markdown of quotes": lambda: ("x.md", ((">" * 19_000 + "好\n\n") * 100).encode()),
    "Markdown of lists": lambda: (
        "x.md",
        b"".join(b" " * n + b"- x\n" for n in range(1900)),
    ),
    "Markdown of lines": lambda: ("x.md", b"a\n" * 900_000),
    "Markdown of tables": lambda: (
        "x.md",
        ("|" * 9_000 + "\n" + "|-" * 9_000 + "|\n" + ("|a" * 9_000 + "|\n") * 50).encode(),
    ),
    "Markdown of entities": lambda: ("x.md", ("&lt;" * 4_900 + "\n").encode() * 90),
    "Markdown of links": lambda: ("x.md", ("<" * 19_000 + "\n").encode() * 100),
    "Markdown of notes": lambda: ("x.md", ("[^a]: 好\n" * 150_000).encode()),
    "subtitles in one line": lambda: (
        "x.srt",
        ("1\n00:00:01,000 --> 00:00:02,000\n" + LONG[:8_000_000]).encode(),
    ),
    "subtitles without end": lambda: (
        "x.srt",
        "1\n00:00:01,000 --> 00:00:02,000\n好\n\n".encode() * 150_000,
    ),
    "captions of open tags": lambda: (
        "x.vtt",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v <c <ruby>" * 600_000,
    ),
    "captions of open braces": lambda: (
        "x.ass",
        b"[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,"
        + b"{\\p" * 2_000_000,
    ),
    "lyrics with a million times": lambda: ("x.lrc", b"[00:01.00]" * 700_000 + TEXT.encode()),
    "PDF with a bomb": lambda: (
        "x.pdf",
        b"%PDF-1.7\n1 0 obj\n" + stream(zlib.compress(bytes(256 << 20)), b"/Filter /FlateDecode"),
    ),
    "PDF of forms in forms": lambda: ("x.pdf", make_form_bomb()),
    "PDF whose pages are a loop": lambda: ("x.pdf", make_page_loop()),
    "PDF in one line": lambda: ("x.pdf", make_pdf([[(LEFT, TOP, SIZE, TEXT * 60_000)]])),
    "PDF of one character on a million lines": lambda: (
        "x.pdf",
        make_pdf([[(LEFT, n % 800, SIZE, "好") for n in range(60_000)]]),
    ),
    "page that is deep": lambda: ("x.html", f"<html>{nest('div')}".encode()),
    "page of open tags": lambda: ("x.html", b"<html><b><i><font>" * 500_000),
    "page in one line": lambda: ("x.html", f"<html><p>{LONG}".encode()),
    "page of a million elements": lambda: ("x.html", ("<html>" + "<i>好</i>" * 900_000).encode()),
    "page of a million paragraphs": lambda: (
        "x.html",
        ("<html>" + "<p>好人</p>" * 900_000).encode(),
    ),
    "page of tables in tables": lambda: ("x.html", f"<html>{nest('table><tr><td')}".encode()),
    "page of comments": lambda: ("x.html", b"<html>" + b"<!--" * 2_000_000),
    "page of attributes": lambda: ("x.html", b"<html><p " + b"a=b " * 2_000_000 + b">"),
    "page of entities": lambda: ("x.html", (LAUGHS + "]><html><p>&a11;</p>").encode()),
    "page of references": lambda: ("x.html", b"<html><p>" + b"&nbsp;&#9;&amp;" * 600_000),
    "page with an external entity": lambda: (
        "x.xhtml",
        f'<?xml version="1.0"?>{EXTERNAL}<html><p>{TEXT}&x;</p></html>'.encode(),
    ),
    "page of scripts": lambda: (
        "x.html",
        (
            f"<html><p>{TEXT}<script>{'document.write(1);' * 200_000}</script>"
            '<img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe>'
        ).encode(),
    ),
    "page of ruby": lambda: ("x.html", b"<html><p>" + "<ruby>好<rt>".encode() * 500_000),
    "page of links": lambda: ("x.html", ("<html>" + '<a href="#">好</a>' * 300_000).encode()),
    "page of brackets": lambda: ("x.html", ("<html><p>" + "好(hǎo" * 900_000).encode()),
    "saved page of parts in parts": lambda: (
        "x.mhtml",
        b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
            for n in range(20_000)
        ),
    ),
    "saved page of a million parts": lambda: (
        "x.mhtml",
        b'Content-Type: multipart/related; boundary="b"\n\n' + b"--b\n\n" * 1_000_000,
    ),
    "saved page of heads": lambda: (
        "x.mhtml",
        b"Content-Type: multipart/related;" + b" a=b;\n" * 900_000,
    ),
    "feed with an entity bomb": lambda: (
        "x.xml",
        (LAUGHS + "]><rss><channel><item><title>&a11;</title></item></channel></rss>").encode(),
    ),
    "feed with an external entity": lambda: (
        "x.xml",
        f"{EXTERNAL}<rss><channel><item><title>&x;</title></item></channel></rss>".encode(),
    ),
    "feed of a million entries": lambda: (
        "x.xml",
        ("<rss><channel>" + "<item><title>好</title></item>" * 500_000).encode(),
    ),
    "feed that is deep": lambda: ("x.xml", f"<rss><channel>{nest('item')}".encode()),
    "text in one line": lambda: ("x.txt", LONG.encode()),
    "text of NUL": lambda: ("x.txt", bytes(60 << 20)),
    "text of lines": lambda: ("x.txt", "好\n".encode() * 1_000_000),
    "text of brackets": lambda: ("x.txt", ("好(" * 3_000_000).encode()),
    "text of notes": lambda: ("x.txt", ("好(hǎo)" * 1_500_000).encode()),
    "text of open notes": lambda: ("x.txt", ("好[" + "a" * 31).encode() * 200_000),
    "text of dates": lambda: ("x.txt", ("2022年" * 2_000_000).encode()),
    "text of sources": lambda: ("x.txt", ("来源：" * 2_000_000).encode()),
    "text of many sources": lambda: ("x.txt", ("来源：好 作者：好\n" * 150_000).encode()),
    "text of heads": lambda: ("x.txt", "".join(f"第{n}章\n" for n in range(150_000)).encode()),
    "text of numbers": lambda: (
        "x.txt",
        "".join(f"{n % 999}、好\n" for n in range(150_000)).encode(),
    ),
    "text of spaces": lambda: ("x.txt", "好".encode() + b" " * 10_000_000 + "好".encode()),
    "text of wide spaces": lambda: ("x.txt", ("好" + "\u3000" * 3_000_000 + "好").encode()),
    "text of shifts": lambda: ("x.txt", b"~{" * 4_000_000),
    "text of escapes": lambda: ("x.txt", b"\x1b$)A\x0e" * 1_500_000),
    "text of dots": lambda: ("x.txt", ("好" + "…" * 3_000_000).encode()),
    "text in no encoding": lambda: ("x.txt", bytes(range(128, 256)) * 80_000),
    "text of bare notes": lambda: ("x.txt", ("漢hàn" * 1_200_000).encode()),
    "text of zhuyin": lambda: ("x.txt", ("漢" + "ㄅ" * 3_000_000).encode()),
    "text of bare letters": lambda: ("x.txt", ("汉à à à à " * 500_000).encode()),
    "text of bars": lambda: ("x.txt", ("｜漢" * 1_500_000).encode()),
    "text of braces": lambda: ("x.txt", ("{汉|" * 1_500_000).encode()),
    "text of accents": lambda: ("x.txt", ("Ã¤Â½Â " * 2_000_000).encode()),
    "text of cut lines": lambda: (
        "x.txt",
        ("春天来了山上的花都开了孩子们跑到河边去看鱼\n" * 190_000).encode(),
    ),
    "text of line ends": lambda: ("x.txt", b"\r" * 5_000_000 + "好".encode()),
    "text of dated lines": lambda: ("x.txt", b"2022-09-10 08:30\n" * 150_000),
    "text of wide commas": lambda: ("x.txt", ("１，" * 3_000_000).encode()),
    "doubts without end": lambda: ("x.txt", ("\ue000汉" * 1_700_000).encode()),
    "doubts of lost characters": lambda: ("x.txt", ("\ufffd?" * 2_500_000).encode()),
    "doubts of question marks": lambda: ("x.txt", ("?汉" * 2_500_000).encode()),
    "doubts of broken notes": lambda: ("x.txt", ("好?hǎo)" * 1_100_000).encode()),
    "doubts on many lines": lambda: ("x.txt", ("\ue000汉" * 50 + "\n").encode() * 16_000),
    "doubts on as many lines as may be": lambda: (
        "x.txt",
        ("\ue000汉汉汉" * 2 + "\n").encode() * 149_000,
    ),
    "doubts that stand apart": lambda: ("x.txt", ("\ue000" + "汉" * 17).encode() * 190_000),
    "text of halves of characters": lambda: (
        "x.txt",
        (b"a" + ("今天天气很好" * 600).encode("gbk")[1:]) * 1_400,
    ),
    "text of short halves": lambda: (
        "x.txt",
        (b"a" + "今天天气很好".encode("gbk")[1:]) * 800_000,
    ),
    "text of alternatives": lambda: ("x.txt", ("好(" + "à/" * 39 + "à)").encode() * 80_000),
    "text of spaced notes": lambda: ("x.txt", "好 (hǎo)".encode() * 1_000_000),
    "text of long notes": lambda: (
        "x.txt",
        ("好人" * 6 + "(" + "hǎorén" * 6 + ")").encode() * 120_000,
    ),
    "page of statements": lambda: (
        "x.txt",
        ("题\n来源：报\n2022-09-10\n" + "版权声明：本网所有内容\n" * 150_000).encode(),
    ),
    "journal of posts": lambda: (
        "x.html",
        f"<p>今天的天气很好</p><p>2022-09-10 08:30</p><p>{TEXT}</p>".encode() * 40_000,
    ),
    "text of marks": lambda: ("x.txt", ("好" + "\u0301" * 3_000_000).encode()),
}


def make_sparse(folder: Path) -> Path:
    """A file of a gigabyte that takes no room on the disk."""
    file = folder / "x.txt"
    with file.open("wb") as opened:
        opened.truncate(1 << 30)
    return file


def make_links(folder: Path) -> Path:
    """A folder with links out of it, and to itself."""
    top = folder / "texts"
    top.mkdir()
    (top / "good.txt").write_text(TEXT, "utf-8")
    (top / "passwd.txt").symlink_to("/etc/passwd")
    (top / "etc").symlink_to("/etc", target_is_directory=True)
    (top / "again").symlink_to(top, target_is_directory=True)
    return top


def make_deep_folder(folder: Path) -> Path:
    """Folders within folders."""
    top = deep = folder / "texts"
    for _ in range(900):
        deep /= "a"
    deep.mkdir(parents=True)
    return top


def make_full_folder(folder: Path) -> Path:
    """A folder of more files than anybody reads, each of them empty."""
    top = folder / "texts"
    top.mkdir()
    for number in range(30_000):
        (top / f"{number}.txt").touch()
    return top


FOLDERS: dict[str, Callable[[Path], Path]] = {
    "sparse file of a gigabyte": make_sparse,
    "folder with links out of it": make_links,
    "folder that is deep": make_deep_folder,
    "folder of thirty thousand files": make_full_folder,
}
"""Those that are more than the bytes of a file."""


def write(name: str, folder: Path) -> Path:
    """Write an attack into a folder. Returns what is to be imported."""
    if name in FOLDERS:
        return FOLDERS[name](folder)
    file_name, data = ATTACKS[name]()
    file = folder / file_name
    file.write_bytes(data)
    return file
