"""ODT: its parts and what it says of itself by odfdo, its text walked by ourselves."""

import io
from dataclasses import dataclass, field

import odfdo
from lxml import etree

from reader.core.article import Article, Kind
from reader.core.errors import SourceError
from reader.importers.archive import FAULTS as UNPACKING
from reader.importers.archive import Archive
from reader.importers.document import Flow, make_article
from reader.importers.html_ruby import pair_ruby
from reader.importers.metadata import Metadata
from reader.importers.properties import doubt, read_made
from reader.importers.xml_tree import attribute, local_name, parse_bytes, plain_text

_SKIPPED = """
tracked-changes annotation annotation-end forms sequence-decls script
table-of-content alphabetical-index illustration-index table-index
"""
SKIPPED = frozenset(_SKIPPED.split())
"""What is no text: deleted, said about it, or made of it."""
PARAGRAPHS = frozenset(("p", "h"))
CAPTIONS = frozenset(("caption", "illustration", "figure", "table", "drawing", "text_20_caption"))
MOST_SPACES = 100
DEEPEST_STYLE = 12
FAULTS = (
    *(*UNPACKING, etree.LxmlError),
    *(AttributeError, TypeError, NotImplementedError, RuntimeError),
)


def read_open_document(archive: Archive, data: bytes, name: str) -> Article:
    """The article of a document. Raises SourceError where it is damaged or has no text."""
    archive.check_parts()
    _refuse_locked(archive)
    try:
        document = odfdo.Document(io.BytesIO(data))
        known = _read_properties(document)
        content, styles = _get_part(document, "content.xml"), _get_part(document, "styles.xml")
    except odfdo.SecurityError as cause:
        raise SourceError(
            "A part of the document would be hundreds of times as large when unpacked, as in "
            "harmful files. If it is sound, save it as docx, and read that."
        ) from cause
    except FAULTS as cause:
        raise SourceError("The document is damaged. Open and save it again, as odt.") from cause
    root = parse_bytes(content)
    walk = _Walk(_read_parents(root) | _read_parents(parse_bytes(styles)))
    for body in (one for one in root.iter() if local_name(one) == "text" and _is_body(one)):
        walk.take(body)
    walk.flow.end_part()
    return make_article(walk.flow.lines, name, Metadata(), guessed=known)


def _get_part(document: odfdo.Document, name: str) -> bytes:
    part = document.container.get_part(name) if document.container else None
    return part if isinstance(part, bytes) else str(part or "<none/>").encode()


def _refuse_locked(archive: Archive) -> None:
    manifest = archive.find("META-INF/manifest.xml")
    if manifest and b"encryption-data" in archive.read(manifest, 4 << 20):
        raise SourceError("The document is locked with a password. Save it without, then import.")


def _read_properties(document: odfdo.Document) -> Metadata:
    known = document.meta
    author = known.initial_creator or known.creator or ""
    return doubt(
        Metadata(
            title=known.title or "",
            author=author,
            date=read_made(known.creation_date),
            category=(known.subject or "").strip(),
        )
    )


def _is_body(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and local_name(parent) == "body"


def _read_parents(root: etree._Element) -> dict[str, str]:
    """The style that each style is made from."""
    return {
        attribute(one, "name"): attribute(one, "parent-style-name")
        for one in root.iter()
        if local_name(one) == "style"
    }


@dataclass(slots=True)
class _Walk:
    """A way through the body of a document."""

    parents: dict[str, str]
    flow: Flow = field(default_factory=Flow)
    open: list[list[str]] = field(default_factory=list)
    """The paragraphs that are open: one in a text box stands within another."""

    def take(self, body: etree._Element) -> None:
        """Take all that stands in an element."""
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            name = local_name(element)
            if event == "end":
                if name in PARAGRAPHS and self.open:
                    self._end_paragraph(element, name)
                self._add("" if element is body else element.tail)
            elif name in SKIPPED:
                walk.skip_subtree()
            elif name in {"note", "ruby"}:
                self._add(self._read_note(element) if name == "note" else _read_ruby(element))
                walk.skip_subtree()
            else:
                if name in PARAGRAPHS:
                    self.open.append([])
                self._add(_read_sign(element, name))
                self._add(element.text)

    def _add(self, text: str | None) -> None:
        if text and self.open:
            self.open[-1].append(text)

    def _read_note(self, element: etree._Element) -> str:
        body = next((one for one in element if local_name(one) == "note-body"), None)
        sign = self.flow.refer()
        self.flow.add_note(sign, plain_text(body) if body is not None else "")
        return sign

    def _end_paragraph(self, element: etree._Element, name: str) -> None:
        text = "".join(self.open.pop()).replace("\t", " ")
        styles = self._list_styles(attribute(element, "style-name"))
        if name == "h":
            level = attribute(element, "outline-level")
            self.flow.add(text, 1 + int(level) if level.isdecimal() else 2)
        elif "title" in styles:
            self.flow.add(text, 1)
        else:
            self.flow.add(text, kind=Kind.CAPTION if styles & CAPTIONS else Kind.BODY)

    def _list_styles(self, name: str) -> set[str]:
        """The names of a style and of those that it is made from."""
        found: list[str] = []
        while name and name not in found and len(found) < DEEPEST_STYLE:
            found.append(name)
            name = self.parents.get(name, "")
        return {one.lower() for one in found}


def _read_sign(element: etree._Element, name: str) -> str:
    if name == "s":
        count = attribute(element, "c")
        return " " * min(MOST_SPACES, int(count) if count.isdecimal() else 1)
    return {"tab": " ", "line-break": "\n"}.get(name, "")


def _read_ruby(ruby: etree._Element) -> str:
    parts = {local_name(part): plain_text(part) for part in ruby}
    return pair_ruby(parts.get("ruby-base", ""), parts.get("ruby-text", ""))
