"""DOCX: opened by python-docx, its text walked by ourselves.

The library gives the parts, the styles and the properties. Its own view of a paragraph leaves out
ruby, text boxes and footnotes, and keeps what was deleted with changes tracked.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml import etree

from reader.core.article import Article, Kind
from reader.core.errors import SourceError
from reader.importers.archive import FAULTS as UNPACKING
from reader.importers.archive import Archive
from reader.importers.document import Flow, make_article
from reader.importers.html_ruby import pair_ruby
from reader.importers.metadata import Metadata
from reader.importers.outline import Line
from reader.importers.plain_text import MOST_PARAGRAPHS
from reader.importers.xml_tree import attribute, local_name, parse_bytes, plain_text

SKIPPED = frozenset(("del", "moveFrom", "Fallback", "instrText", "rPr", "pPr", "sectPr", "rt"))
"""What is no text: deleted, moved away, given a second time, or told of the text."""
NOTE_REFERENCES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
TEMPLATE = "python-docx"
"""Who is said to have written documents that nobody has put a name to."""
DEEPEST_STYLE = 12
FAULTS = (
    *(*UNPACKING, OpcError, etree.LxmlError),
    *(AttributeError, TypeError, NotImplementedError, RuntimeError),
)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph: a heading of a level, a title, a caption, or text."""

    level: int = 0
    kind: Kind = Kind.BODY


def read_word_document(archive: Archive, data: bytes, name: str) -> Article:
    """The article of a document. Raises SourceError where it is damaged or has no text."""
    archive.check_parts()
    _refuse_endless(archive)
    try:
        document = docx.Document(io.BytesIO(data))
        return make_article(_Walk(document).read(), name, _read_properties(document), warnings=())
    except FAULTS as cause:
        raise SourceError("The document is damaged. Open and save it again, as docx.") from cause


def _refuse_endless(archive: Archive) -> None:
    """Raise SourceError before a million paragraphs become objects."""
    main = archive.find("word/document.xml")
    if main and archive.read(main).count(b"</w:p>") > MOST_PARAGRAPHS:
        raise SourceError(f"It has more than {MOST_PARAGRAPHS:,} paragraphs. Cut it into parts.")


def _read_properties(document: Document) -> Metadata:
    known = document.core_properties
    if known.author == TEMPLATE:
        return Metadata(title=known.title.strip(), category=known.category.strip())
    return Metadata(
        title=known.title.strip(),
        author=known.author.strip(),
        date=known.created.date().isoformat() if known.created else "",
        category=known.category.strip(),
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

    def read(self) -> list[Line]:
        """The lines of the document."""
        self.styles = _read_styles(self.document)
        self.notes = {
            kind: dict(_read_notes(self.document, kind)) for kind in NOTE_REFERENCES.values()
        }
        self._take(self.document.element.body)
        self.flow.end_part()
        return self.flow.lines

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
        return {"tab": " ", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")

    def _end_paragraph(self, element: etree._Element) -> None:
        text = "".join(self.open.pop())
        style = _read_own_style(element, self.styles)
        self.flow.add(text, style.level, style.kind)


def _read_styles(document: Document) -> dict[str, Style]:
    """What the styles of a document make of paragraphs, by their ids."""
    elements = {
        attribute(one, "styleId"): one
        for one in document.styles.element
        if local_name(one) == "style"
    }
    return {name: _read_style(name, elements) for name in elements}


def _read_style(name: str, elements: dict[str, etree._Element]) -> Style:
    """What a style is, or else the style that it is based on."""
    for _ in range(DEEPEST_STYLE):
        element = elements.get(name)
        if element is None:
            return Style()
        called = _child_value(element, "name").lower()
        if called in {"title", "标题", "標題"}:
            return Style(level=1)
        if called in {"caption", "题注", "題注", "圖說"}:
            return Style(kind=Kind.CAPTION)
        level = _read_level(element)
        if called.startswith("heading ") and called[8:].isdecimal():
            level = int(called[8:])
        if level:
            return Style(level=level + 1)
        name = _child_value(element, "basedOn")
    return Style()


def _read_own_style(element: etree._Element, styles: dict[str, Style]) -> Style:
    properties = next((one for one in element if local_name(one) == "pPr"), None)
    if properties is None:
        return Style()
    level = _read_level(element)
    return Style(level + 1) if level else styles.get(_child_value(properties, "pStyle"), Style())


def _read_level(element: etree._Element) -> int:
    """The outline level, 1 to 9, that an element gives itself; 0 where it is text."""
    properties = next((one for one in element if local_name(one) == "pPr"), None)
    value = _child_value(properties, "outlineLvl") if properties is not None else ""
    return int(value) + 1 if value in set("012345678") else 0


def _child_value(element: etree._Element, name: str) -> str:
    return next((attribute(one, "val") for one in element if local_name(one) == name), "")


def _read_notes(document: Document, kind: str) -> Iterator[tuple[str, str]]:
    """The footnotes or endnotes of a document by their ids."""
    type_ = {"footnotes": RELATIONSHIP_TYPE.FOOTNOTES, "endnotes": RELATIONSHIP_TYPE.ENDNOTES}[kind]
    for relation in document.part.rels.values():
        if relation.reltype == type_ and not relation.is_external:
            for note in parse_bytes(relation.target_part.blob):
                if attribute(note, "type") in {"", "normal"}:
                    yield attribute(note, "id"), plain_text(note)


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


def _is_hidden(run: etree._Element) -> bool:
    properties = next((one for one in run if local_name(one) == "rPr"), None)
    if properties is None:
        return False
    return any(
        local_name(one) == "vanish" and attribute(one, "val") not in {"0", "false"}
        for one in properties
    )
