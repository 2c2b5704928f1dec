"""PDF: lines become paragraphs; heads, numbers and contents are told apart from the text."""

import zlib
from collections.abc import Sequence

import pytest

from reader.core.article import Article, Kind
from reader.core.errors import SourceError
from reader.importers import read_bytes

GLYPH = b"1000 0 0 -200 1000 800 d1 0 0 1000 800 re f"

Placed = tuple[float, float, float, str]
"""Left, baseline, size, text; in points."""
LEFT, TOP, SIZE, WIDTH = 72, 760, 12, 30


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def make_font(signs: str) -> tuple[bytes, bytes]:
    """A font of squares, and what each of them means."""
    last = len(signs)
    names, widths = " ".join(["/g"] * last), " ".join(["1000"] * last)
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800] /FontMatrix [.001 0 0 .001 0 0]"
        f" /CharProcs << /g 5 0 R >> /Encoding << /Differences [1 {names}] >> /FirstChar 1"
        f" /LastChar {last} /Widths [{widths}] /ToUnicode 4 0 R /Resources << >> >>"
    )
    pairs = "\n".join(
        f"<{code:02x}> <{sign.encode('utf-16-be').hex()}>" for code, sign in enumerate(signs, 1)
    )
    meaning = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{last} beginbfchar\n{pairs}\n"
        "endbfchar endcmap end end"
    )
    return font.encode(), stream(meaning.encode())


def make_pdf(pages: Sequence[Sequence[Placed]], info: str = "", outline: str = "") -> bytes:
    """A PDF with text at places, in a font that only says what its signs mean."""
    signs = "".join(sorted({sign for page in pages for *_, text in page for sign in text}))
    codes = str.maketrans({sign: chr(code) for code, sign in enumerate(signs, 1)})
    numbers = [7 + 2 * n for n in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    title = "/Title <feff" + info.encode("utf-16-be").hex() + ">" if info else ""
    first = 7 + 2 * len(pages)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Outlines {first} 0 R >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *make_font(signs),
        stream(GLYPH),
        f"<< {title} /CreationDate (D:20260208120000) >>".encode(),
    ]
    for number, page in zip(numbers, pages, strict=True):
        text = "".join(
            f"BT /F1 {size} Tf {x} {y} Td <{line.translate(codes).encode('latin-1').hex()}> Tj ET\n"
            for x, y, size, line in page
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(stream(text.encode()))
    mark = "<feff" + outline.encode("utf-16-be").hex() + ">"
    objects.append(f"<< /First {first + 1} 0 R /Last {first + 1} 0 R /Count 1 >>".encode())
    objects.append(f"<< /Title {mark} /Parent {first} 0 R /Dest [7 0 R /Fit] >>".encode())
    body = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\n" % (len(objects) + 1)
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )


def set_lines(text: str, top: float = TOP, indent: int = 2) -> list[Placed]:
    """A paragraph as it is printed: indented, in lines of thirty characters."""
    lines: list[Placed] = []
    start = 0
    while start < len(text):
        spare = indent if not start else 0
        part = text[start : start + WIDTH - spare]
        lines.append((LEFT + spare * SIZE, top - 20 * len(lines), SIZE, part))
        start += len(part)
    return lines


def texts(article: Article, kind: Kind = Kind.BODY) -> list[str]:
    """The paragraphs of one kind."""
    return [paragraph.text for paragraph in article.paragraphs() if paragraph.kind is kind]


FIRST = "桥下的水流得很慢，船也走得很慢，他站在桥上看了一个下午，谁也不知道他在等什么人。"
SECOND = "天黑以后灯亮了。"
LONG = "河边的人家都点起了灯，" * 8 + "水里也有了灯。"


def test_lines_are_joined_into_paragraphs() -> None:
    page = [*set_lines(FIRST), *set_lines(SECOND, TOP - 40), *set_lines(LONG, TOP - 60)]
    assert texts(read_bytes(make_pdf([page]), "a.pdf")) == [FIRST, SECOND, LONG]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    lines = set_lines(LONG)
    first, second = lines[:2], [(x, y + 40, size, text) for x, y, size, text in lines[2:]]
    before = set_lines(FIRST, TOP + 40)
    article = read_bytes(make_pdf([[*before, *first], second]), "a.pdf")
    assert texts(article) == [FIRST, LONG]


def test_running_heads_and_page_numbers_are_left_out_and_told() -> None:
    pages = [
        [(250, 800, 9, "蘭渡文学"), *set_lines(FIRST), (290, 40, 9, f"- {number} -")]
        for number in range(1, 5)
    ]
    article = read_bytes(make_pdf(pages), "a.pdf")
    assert texts(article) == [FIRST] * 4
    assert article.warnings == (
        "Left out, for they stand on many pages: «蘭渡文学», 4 page numbers.",
    )


def test_larger_lines_are_headings_and_the_largest_is_the_title() -> None:
    page = [(200, TOP, 24, "河边的灯"), (LEFT, TOP - 40, 16, "桥"), *set_lines(FIRST, TOP - 70)]
    other = [(LEFT, TOP, 16, "灯"), *set_lines(LONG, TOP - 30)]
    article = read_bytes(make_pdf([page, other]), "a.pdf")
    assert article.title == "河边的灯"
    assert [section.title for section in article.sections] == ["桥", "灯"]


def test_the_contents_name_headings_that_look_like_text() -> None:
    page = [(LEFT, TOP, SIZE, "桥"), *set_lines(FIRST, TOP - 40)]
    article = read_bytes(make_pdf([page], outline="桥"), "a.pdf")
    assert texts(article) == [FIRST]


def test_verse_keeps_its_lines() -> None:
    verse = ["水很慢", "船也很慢", "灯亮了"]
    page: list[Placed] = [(LEFT, TOP - 20 * n, SIZE, line) for n, line in enumerate(verse)]
    page += set_lines(LONG, TOP - 100)
    assert texts(read_bytes(make_pdf([page]), "a.pdf"))[:3] == verse


def test_properties_are_believed_where_they_are_chinese() -> None:
    article = read_bytes(make_pdf([set_lines(FIRST)], info="河边的灯"), "a.pdf")
    assert (article.title, article.date) == ("河边的灯", "2026-02-08")
    article = read_bytes(make_pdf([set_lines(FIRST)], info="Microsoft Word - 灯.doc"), "桥.pdf")
    assert article.title == "桥"


def test_radicals_and_vertical_signs_become_usual_characters() -> None:
    article = read_bytes(make_pdf([set_lines("⽔很慢﹁灯﹂。")]), "a.pdf")
    assert texts(article) == ["水很慢「灯」。"]
    assert len(article.warnings) == 2


def test_columns_are_read_from_right_to_left() -> None:
    columns = ["水很慢，船也很慢。", "天黑以后灯亮了。"]
    page = [
        (400 - 24 * n, TOP - 14 * at, SIZE, sign)
        for n, column in enumerate(columns)
        for at, sign in enumerate(column)
    ]
    assert texts(read_bytes(make_pdf([page]), "a.pdf")) == ["".join(columns)]


def test_a_pdf_without_text_says_so() -> None:
    with pytest.raises(SourceError, match="only pictures"):
        read_bytes(make_pdf([[]]), "a.pdf")


def test_a_damaged_pdf_says_so() -> None:
    with pytest.raises(SourceError, match="damaged"):
        read_bytes(b"%PDF-1.7\n" + bytes(100), "a.pdf")


def test_properties_in_broken_utf_16_are_passed_over() -> None:
    data = make_pdf([set_lines(FIRST)], info="灯")
    assert b"feff706f" in data
    article = read_bytes(data.replace(b"feff706f", b"feffd800"), "雨.pdf")
    assert article.title == "雨"
    assert texts(article) == [FIRST]


def test_a_bomb_is_not_unpacked() -> None:
    packed = stream(zlib.compress(bytes(80 << 20)), b"/Filter /FlateDecode")
    with pytest.raises(SourceError, match="fill the memory"):
        read_bytes(b"%PDF-1.7\n1 0 obj\n" + packed, "a.pdf")
    twice = stream(b"x", b"/Filter [/FlateDecode /FlateDecode]")
    with pytest.raises(SourceError, match="packed twice"):
        read_bytes(b"%PDF-1.7\n1 0 obj\n" + twice, "a.pdf")


def set_column(text: str, left: int, top: float = TOP) -> list[Placed]:
    """A paragraph in a column of fifteen characters, indented."""
    lines = [f"　　{text}"[at : at + 15] for at in range(0, len(text) + 2, 15)]
    return [
        (left + 24 * (not number), top - 20 * number, SIZE, line.strip("　"))
        for number, line in enumerate(lines)
    ]


def test_paragraphs_are_joined_in_each_of_two_columns_and_from_one_to_the_next() -> None:
    text = LONG + "他站在桥上看了一个下午。" + LONG
    lines = set_column(text, LEFT)
    half = len(lines) // 2
    turned = [(x + 220, y + 20 * half, size, line) for x, y, size, line in lines[half:]]
    title = (LEFT, TOP + 30, 24, "河边的灯火与桥下的流水之间的故事")
    article = read_bytes(make_pdf([[title, *lines[:half], *turned]]), "a.pdf")
    assert texts(article) == [text]
    pages = [[*lines[:half], *turned], set_column(SECOND + LONG, LEFT)]
    assert texts(read_bytes(make_pdf(pages), "a.pdf")) == [text, SECOND + LONG]


def test_cells_of_a_table_are_not_taken_for_columns() -> None:
    rows = [
        (LEFT + 150 * cell, TOP - 20 * n, SIZE, f"格{n}{cell}。")
        for n in range(5)
        for cell in (0, 1)
    ]
    found = "".join(texts(read_bytes(make_pdf([rows]), "a.pdf"))).replace(" ", "")
    assert found == "".join(text for *_, text in rows)


def test_vertical_lines_are_sorted_whatever_their_order_in_the_file() -> None:
    columns = ["水很慢，船也很慢，他在桥上，", "等了一个下午，天黑以后，灯亮", "了，他走了。"]
    page = [
        (400 - 24 * n, TOP - 14 * at, SIZE, sign)
        for n, column in reversed(list(enumerate(columns)))
        for at, sign in enumerate(column)
    ]
    assert texts(read_bytes(make_pdf([page]), "a.pdf")) == ["".join(columns)]


def test_heads_that_alternate_are_left_out() -> None:
    heads = ["河边的灯", "第一章　桥"] * 2
    pages = [[(200, 800, 9, head), *set_lines(LONG)] for head in heads]
    assert texts(read_bytes(make_pdf(pages), "a.pdf")) == [LONG] * 4


def test_pictures_with_the_mark_of_a_scanner_are_no_text() -> None:
    pages = [[(200, 30, 9, "扫描全能王 创建")]] * 3
    with pytest.raises(SourceError, match=r"such as «扫描全能王 创建»\. A program that recognises"):
        read_bytes(make_pdf(pages), "a.pdf")


def test_the_day_on_which_a_pdf_was_made_is_believed_only_where_its_text_tells_none() -> None:
    title, byline = (200, TOP, 24, "河边的灯"), (LEFT, TOP - 40, SIZE, "作者：沈禾 2022年9月10日")
    page = [title, byline, *set_lines(FIRST, TOP - 70)]
    article = read_bytes(make_pdf([page], info="河边的灯"), "a.pdf")
    assert (article.author, article.date) == ("沈禾", "2022-09-10")
