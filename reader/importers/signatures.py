"""Files that are no text and cannot be read: known by how they begin, and told what to do with."""

from reader.core.errors import SourceError

AS_TEXT = "Save it as plain text."
UNPACK = "Unpack it, and import what is in it."
AS_DOCX = "Open it in a word processor, and save it as docx."
AS_EPUB = "Convert it to EPUB, with Calibre for example."
SIGNATURES: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF", "a PDF file", AS_TEXT),
    (0, b"%!PS", "a PostScript file", "Convert it to PDF."),
    (0, b"PK\x03\x04", "a zip file, an EPUB or an office document", AS_TEXT),
    (0, b"{\\rtf", "a document in rich text (RTF)", AS_DOCX),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document, such as doc", AS_DOCX),
    (60, b"BOOKMOBI", "a book for the Kindle", AS_EPUB),
    (0, b"TPZ", "a book for the Kindle", AS_EPUB),
    (0, b"ITSF", "a help file (CHM)", AS_EPUB),
    (0, b"AT&TFORM", "a scanned book (DjVu)", "Convert it to a PDF with text."),
    (0, b"\x89PNG", "a picture", AS_TEXT),
    (0, b"\xff\xd8\xff", "a picture", AS_TEXT),
    (0, b"GIF8", "a picture", AS_TEXT),
    (8, b"WEBP", "a picture", AS_TEXT),
    (4, b"ftyphei", "a picture", AS_TEXT),
    (4, b"ftyp", "a film or sound", "If there are subtitles, import those."),
    (0, b"\x1aE\xdf\xa3", "a film", "If there are subtitles, import those."),
    (0, b"ID3", "sound", "If there are lyrics, import those."),
    (0, b"OggS", "sound", "If there are lyrics, import those."),
    (0, b"\x1f\x8b", "a compressed file", UNPACK),
    (0, b"Rar!\x1a\x07", "a packed file (RAR)", UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a packed file (7z)", UNPACK),
    (0, b"\xfd7zXZ\x00", "a packed file (xz)", UNPACK),
    (0, b"BZh9", "a packed file (bzip2)", UNPACK),
    (257, b"ustar", "a packed file (tar)", UNPACK),
    (0, b"\x7fELF", "a program", AS_TEXT),
    (0, b"MZ\x90\x00", "a program", AS_TEXT),
    (0, b"SQLite format 3", "a database", AS_TEXT),
)
"""Where a sign stands, the sign, what it shows, and what a learner can do."""


def refuse_known(data: bytes) -> None:
    """Raise SourceError for what is known not to be text."""
    for start, signature, what, remedy in SIGNATURES:
        if data.startswith(signature, start):
            raise SourceError(f"It is {what}, which cannot be read yet. {remedy}")
