"""DOCX: opened by python-docx, its text walked by ourselves.

The library gives the parts, the styles and the properties. Its own view of a paragraph leaves out
ruby, text boxes and footnotes, and keeps what was deleted with changes tracked.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml import etree

from reader.core.article import Article
from reader.core.errors import SourceError
from reader.importers.archive import FAULTS as UNPACKING
from reader.importers.archive import Archive
from reader.importers.document import Flow, make_article
from reader.importers.html_ruby import pair_ruby
from reader.importers.metadata import Metadata
from reader.importers.outline import Line
from reader.importers.plain_text import MOST_PARAGRAPHS
from reader.importers.properties import doubt, read_made
from reader.importers.word_fields import read_field
from reader.importers.word_numbering import Numbering
from reader.importers.word_styles import (
    Style,
    child_value,
    find_child,
    read_own_style,
    read_styles,
)
from reader.importers.xml_tree import attribute, local_name, parse_bytes, plain_text

SKIPPED = frozenset(("del", "moveFrom", "Fallback", "rPr", "pPr", "sectPr", "rt"))
"""What is no text: deleted, moved away, given a second time, or told of the text."""
NOTE_REFERENCES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
LARGE = 30
"""Half points: what is set in fifteen points or more is no common text."""
LONGEST_TITLE = 40
NO_TITLE = re.compile(r"[。，；,;]\s*$")
FAULTS = (
    *(*UNPACKING, OpcError, etree.LxmlError),
    *(AttributeError, TypeError, NotImplementedError, RuntimeError),
)


def read_word_document(archive: Archive, data: bytes, name: str) -> Article:
    """The article of a document. Raises SourceError where it is damaged or has no text."""
    archive.check_parts()
    _refuse_endless(archive)
    try:
        document = docx.Document(io.BytesIO(data))
        walk = _Walk(document)
        known = _read_properties(document)
        lines = walk.read()
        return make_article(lines, name, Metadata(), warnings=walk.tell(), guessed=known)
    except FAULTS as cause:
        raise SourceError("The document is damaged. Open and save it again, as docx.") from cause


def _refuse_endless(archive: Archive) -> None:
    """Raise SourceError before a million paragraphs become objects."""
    main = archive.find("word/document.xml")
    if main and archive.read(main).count(b"</w:p>") > MOST_PARAGRAPHS:
        raise SourceError(f"It has more than {MOST_PARAGRAPHS:,} paragraphs. Cut it into parts.")


def _read_properties(document: Document) -> Metadata:
    known = document.core_properties
    return doubt(
        Metadata(
            title=known.title,
            author=known.author,
            date=read_made(known.created),
            category=known.category.strip(),
        )
    )


@dataclass(slots=True)
class _Walk:
    """A way through the body of a document."""

    document: Document
    flow: Flow = field(default_factory=Flow)
    open: list[list[str]] = field(default_factory=list)
    """The paragraphs that are open: one in a text box stands within another."""
    styles: dict[str, Style] = field(default_factory=dict)
    notes: dict[str, dict[str, str]] = field(default_factory=dict)
    field_code: list[str] = field(default_factory=list)
    """What a field that is open tells a program to do."""
    numbering: Numbering = field(default_factory=Numbering)
    contents: int = 0
    """Lines of tables of contents."""

    def read(self) -> list[Line]:
        """The lines of the document."""
        self.styles = read_styles(self.document)
        self.notes = {
            kind: dict(_read_notes(self.document, kind)) for kind in NOTE_REFERENCES.values()
        }
        self.numbering.read_styles(self.document.styles.element)
        for part in _list_parts(self.document, RELATIONSHIP_TYPE.NUMBERING):
            self.numbering.read_lists(part)
        self._take(self.document.element.body)
        self.flow.end_part()
        return self.flow.lines

    def tell(self) -> list[str]:
        """What a learner should know was not read."""
        told = f"Left out: a table of contents of {self.contents} lines."
        return [told] if self.contents else []

    def _take(self, body: etree._Element) -> None:
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            name = local_name(element)
            if event == "start":
                if name in SKIPPED or (name == "r" and _is_hidden(element)):
                    walk.skip_subtree()
                elif name == "ruby":
                    self._add(_read_ruby(element))
                    walk.skip_subtree()
                elif name == "p":
                    self.open.append([])
                else:
                    self._add(self._read_sign(element, name))
            elif name == "p" and self.open:
                self._end_paragraph(element)

    def _add(self, text: str) -> None:
        if text and self.open:
            self.open[-1].append(text)

    def _read_sign(self, element: etree._Element, name: str) -> str:
        """The text of an element that has some of its own."""
        if name == "t":
            return element.text or ""
        if name in NOTE_REFERENCES:
            text = self.notes[NOTE_REFERENCES[name]].get(attribute(element, "id"), "")
            sign = self.flow.refer() if text else ""
            self.flow.add_note(sign, text)
            return sign
        if name == "br":
            return "" if attribute(element, "type") in {"page", "column"} else "\n"
        if name == "sym":
            return _read_symbol(attribute(element, "char"))
        if name in {"instrText", "fldChar"}:
            return self._read_field(element, name)
        return {"tab": " ", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")

    def _read_field(self, element: etree._Element, name: str) -> str:
        """The text that a field makes, where the document itself does not tell it."""
        if name == "instrText":
            self.field_code.append(element.text or "")
            return ""
        code = "".join(self.field_code)
        self.field_code.clear()
        return read_field(code) if attribute(element, "fldCharType") != "begin" else ""

    def _end_paragraph(self, element: etree._Element) -> None:
        text = "".join(self.open.pop())
        if text.strip():
            text = self.numbering.count(element) + text
        style = read_own_style(element, self.styles)
        if style.is_contents:
            self.contents += bool(text.strip())
            return
        is_title = not self.flow.lines and style == Style() and _is_set_as_title(element, text)
        self.flow.add(text, 1 if is_title else style.level, style.kind)


def _read_notes(document: Document, kind: str) -> Iterator[tuple[str, str]]:
    """The footnotes or endnotes of a document by their ids."""
    type_ = {"footnotes": RELATIONSHIP_TYPE.FOOTNOTES, "endnotes": RELATIONSHIP_TYPE.ENDNOTES}[kind]
    for part in _list_parts(document, type_):
        for note in part:
            if attribute(note, "type") in {"", "normal"}:
                yield attribute(note, "id"), plain_text(note)


def _list_parts(document: Document, kind: str) -> Iterator[etree._Element]:
    """The parts of a document of one kind."""
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            yield parse_bytes(relation.target_part.blob)


def _read_ruby(ruby: etree._Element) -> str:
    # The library gives runs a text of their own, so that itertext would tell it twice.
    parts = {
        local_name(part): "".join(one.text or "" for one in part.iter() if local_name(one) == "t")
        for part in ruby
    }
    return pair_ruby(parts.get("rubyBase", ""), parts.get("rt", ""))


def _read_symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _is_set_as_title(paragraph: etree._Element, text: str) -> bool:
    """Whether a first line looks like a title: in the middle, bold or large, and no sentence."""
    properties = find_child(paragraph, "pPr")
    if properties is None or child_value(properties, "jc") != "center":
        return False
    if len(text.strip()) > LONGEST_TITLE or NO_TITLE.search(text):
        return False
    runs = [find_child(run, "rPr") for run in paragraph if local_name(run) == "r"]
    return bool(runs) and all(one is not None and _is_strong(one) for one in runs)


def _is_strong(properties: etree._Element) -> bool:
    bold, size = find_child(properties, "b"), child_value(properties, "sz")
    is_bold = bold is not None and attribute(bold, "val") not in {"0", "false"}
    return is_bold or (size.isdecimal() and int(size) >= LARGE)


def _is_hidden(run: etree._Element) -> bool:
    properties = next((one for one in run if local_name(one) == "rPr"), None)
    if properties is None:
        return False
    return any(
        local_name(one) == "vanish" and attribute(one, "val") not in {"0", "false"}
        for one in properties
    )
