"""How a section is written into a row, and read from a row that may be damaged."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any
from zlib import crc32

from reader.core.article import Doubt, Kind, Note, Paragraph, Section

Row = tuple[int, str, str, int]
"""Number, title, paragraphs as JSON, checksum.

The title has a line for each thing that the section is within, and its own in the last.
"""

EMPTY = asdict(Paragraph(""))


def write_section(number: int, section: Section) -> Row:
    """A section as a row."""
    paragraphs = _write_paragraphs(section)
    title = "\n".join(" ".join(name.split()) for name in (*section.within, section.title))
    return number, title, paragraphs, sum_section(number, title, paragraphs)


def read_sections(rows: Sequence[Row]) -> tuple[Section, ...]:
    """Rows as the sections of an article. Raises ValueError where the disk has changed them.

    SQLite itself does not notice most changes inside of a row.
    """
    if [row[0] for row in rows] != list(range(max(1, len(rows)))):
        raise ValueError("a section is missing")
    return tuple(read_section(*row) for row in rows)


def sum_section(number: int, title: str, paragraphs: str) -> int:
    """The checksum of a row. A migration depends on it: another way to sum needs another name."""
    return crc32(f"{number}\n{title}\n{paragraphs}".encode())


def sum_text(paragraphs: Iterable[str]) -> str:
    """What two texts have in common that differ in white space alone; empty for no text.

    A migration depends on it.
    """
    summed = sha256()
    empty = True
    for paragraph in paragraphs:
        for part in paragraph.split():
            summed.update(part.encode("utf-8", "surrogatepass"))
            empty = False
    return "" if empty else summed.hexdigest()


class TextSum:
    """``sum_text`` over the rows of ``sections``, as a function of SQL."""

    def __init__(self) -> None:
        self._sections: dict[int, str] = {}

    def step(self, number: int, paragraphs: str = "[]") -> None:
        """Take a row."""
        self._sections[number] = paragraphs

    def finalize(self) -> Any:
        """The sum, a text; empty where the disk has damaged a row."""
        try:
            return sum_text(
                str(paragraph.get("text", ""))
                for _, stored in sorted(self._sections.items())
                for paragraph in json.loads(stored)
            )
        except (ValueError, TypeError, AttributeError):
            return ""


def read_section(number: int, title: str, paragraphs: str, checksum: int) -> Section:
    """A row as a section. Raises ValueError where the disk has changed it."""
    if sum_section(number, title, paragraphs) != checksum:
        raise ValueError(f"section {number} has changed")
    *within, own = title.split("\n")
    read = tuple(_read_paragraph(one) for one in json.loads(paragraphs))
    return Section(read, own, tuple(within))


def write_paragraph(paragraph: Paragraph) -> str:
    """A paragraph as a JSON object without the fields that hold nothing."""
    return _to_json(_to_object(paragraph))


def read_paragraph(stored: str) -> Paragraph:
    """What ``write_paragraph`` wrote. Raises ValueError or TypeError where it is damaged."""
    return _read_paragraph(json.loads(stored))


def _write_paragraphs(section: Section) -> str:
    return _to_json([_to_object(paragraph) for paragraph in section.paragraphs])


def _to_object(paragraph: Paragraph) -> dict[str, Any]:
    if paragraph == Paragraph(paragraph.text):  # by far the most: asdict takes its time
        return {"text": paragraph.text} if paragraph.text else {}
    return {name: value for name, value in asdict(paragraph).items() if value != EMPTY[name]}


def _to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read_paragraph(stored: dict[str, Any]) -> Paragraph:
    if stored.keys() == {"text"}:
        return Paragraph(stored["text"])
    return Paragraph(
        stored.get("text", ""),
        Kind(stored.get("kind", Kind.BODY)),
        tuple(Note(**note) for note in stored.get("notes", ())),
        tuple(Doubt(**doubt) for doubt in stored.get("doubts", ())),
        stored.get("time"),
    )
