"""Sound files with faults in them, and in the files that are packed in them."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

Input = tuple[str, bytes]
"""What a file is called, and its bytes."""
MEMBERS = 10
MARKUP = ("<", ">", "&", "&#x110000;", "<!DOCTYPE", "<![CDATA[", "]]>", "<!--", "-->", "&nbsp;")
TAGS = ("<p>", "</p>", "<rt>", '"', "'", "/", "../", "#", "%", "\\", "{", "}", "[", "]", "```")
NUMBERS = ("-1", "0", "99999999999999999999", "--> ", "\n", "\x00")
PDF = ("obj", "endobj", "stream\n", " 0 R", "<<", ">>", "Tj", "$$")
BYTES = (b"\xff", b"\xe4\xb8", b"\xef\xbb\xbf", b"\xff\xfe")
WORDS = (*(word.encode() for word in (*MARKUP, *TAGS, *NUMBERS, *PDF)), *BYTES)
"""What has a meaning in some format."""


@dataclass(frozen=True, slots=True)
class Fault:
    """At a place, a share of the file, so many bytes are taken out, and these put in."""

    place: float
    taken: int
    put: bytes
    doubled: bool
    """Whether what was taken out is put back twice."""
    member: int
    """Which of the packed files has it."""


faults = st.lists(
    st.builds(
        Fault,
        st.floats(0, 1),
        st.sampled_from((0, 0, 1, 1, 2, 7, 40, 300, 5000)),
        st.one_of(st.sampled_from(WORDS), st.binary(max_size=6)),
        st.booleans(),
        st.integers(0, MEMBERS - 1),
    ),
    max_size=6,
)


def mutate(files: Sequence[Path]) -> st.SearchStrategy[bytes]:
    """The bytes of one of these files with faults."""
    return st.builds(damage, st.sampled_from([file.read_bytes() for file in files]), faults)


def damage(data: bytes, found: Sequence[Fault]) -> bytes:
    """Bytes with faults."""
    for fault in found:
        first = int(fault.place * len(data))
        taken = data[first : first + fault.taken]
        data = data[:first] + taken * 2 * fault.doubled + fault.put + data[first + fault.taken :]
    return data


def damage_members(data: bytes, found: Sequence[Fault]) -> bytes:
    """A sound zip file whose files have faults."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        for number, name in enumerate(names):
            here = [fault for fault in found if fault.member % len(names) == number]
            new.writestr(name, damage(old.read(name), here))
    return buffer.getvalue()
