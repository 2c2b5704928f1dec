"""Files that cannot be read are known for what they are, with what can be done about it."""

import pytest

from reader.core.errors import SourceError
from reader.importers import read_bytes


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.rtf", rb"{\rtf1\ansi\ansicpg936 \'bd\'f1\'cc\'ec}", "save it as docx"),
        ("a.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "save it as docx"),
        ("a.mobi", b"book".ljust(60, b"\0") + b"BOOKMOBI" + bytes(600), "EPUB"),
        ("a.rar", b"Rar!\x1a\x07\x00" + bytes(600), "Unpack it"),
        ("a.7z", bytes.fromhex("377abcaf271c") + bytes(600), "Unpack it"),
        ("a.tar", b"x.txt".ljust(257, b"\0") + b"ustar" + bytes(600), "Unpack it"),
        ("a.mp4", b"\0\0\0\x18ftypmp42" + bytes(600), "subtitles"),
        ("a.heic", b"\0\0\0\x18ftypheic" + bytes(600), "a picture"),
        ("a.chm", b"ITSF\x03" + bytes(600), "EPUB"),
        ("a.txt", b"Rar!\x1a\x07\x00" + bytes(600), "Unpack it"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(name: str, data: bytes, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        read_bytes(data, name)
