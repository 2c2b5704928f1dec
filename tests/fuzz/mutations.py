"""Sound files with faults in them, and in the files that are packed in them.

What is random comes from a seed that hypothesis draws: drawing each fault by itself takes longer
than reading the file.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from hypothesis import strategies as st

Input = tuple[str, bytes]
"""What a file is called, and its bytes."""
Change = Callable[[Random, bytes], bytes]
MOST_FAULTS = 6
TAKEN = (0, 0, 1, 1, 2, 7, 40, 300, 5000)
MARKUP = ("<", ">", "&", "&#x110000;", "<!DOCTYPE", "<![CDATA[", "]]>", "<!--", "-->", "&nbsp;")
TAGS = ("<p>", "</p>", "<rt>", '"', "'", "/", "../", "#", "%", "\\", "{", "}", "[", "]", "```")
NUMBERS = ("-1", "0", "99999999999999999999", "--> ", "\n", "\x00")
PDF = ("obj", "endobj", "stream\n", " 0 R", "<<", ">>", "Tj", "$$")
BYTES = (b"\xff", b"\xe4\xb8", b"\xef\xbb\xbf", b"\xff\xfe")
WORDS = (*(word.encode() for word in (*MARKUP, *TAGS, *NUMBERS, *PDF)), *BYTES)
"""What has a meaning in some format."""

seeds = st.integers(0, (1 << 62) - 1)


def mutate(files: Sequence[Path]) -> st.SearchStrategy[bytes]:
    """The bytes of one of these files with faults."""
    return st.builds(_change, seeds, st.sampled_from([file.read_bytes() for file in files]))


def mutate_bytes(sound: bytes, *ways: Change) -> st.SearchStrategy[bytes]:
    """These bytes with faults, made in one of these ways."""
    return st.builds(_change, seeds, st.just(sound), st.sampled_from(ways))


def damage(random: Random, data: bytes) -> bytes:
    """Bytes with some faults: cut out, doubled, or put in."""
    for _ in range(random.randrange(MOST_FAULTS + 1)):
        first = int(random.random() * len(data))
        end = first + random.choice(TAKEN)
        taken = data[first:end] * random.choice((0, 0, 2))
        data = data[:first] + taken + _pick(random) + data[end:]
    return data


def damage_members(random: Random, data: bytes) -> bytes:
    """A sound zip file with faults in one or more of its files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        hit = set(random.choices(names, k=random.randrange(1, 3)))
        for name in names:
            inner = old.read(name)
            new.writestr(name, damage(random, inner) if name in hit else inner)
    return buffer.getvalue()


def _change(seed: int, data: bytes, way: Change = damage) -> bytes:
    return way(Random(seed), data)  # noqa: S311 -- nothing is kept secret by it


def _pick(random: Random) -> bytes:
    if random.random() < 0.5:
        return random.choice(WORDS)
    return random.randbytes(random.randrange(7))
