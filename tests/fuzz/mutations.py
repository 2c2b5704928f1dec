"""Sound files with faults in them."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

Input = tuple[str, bytes]
"""What a file is called, and its bytes."""
Fault = tuple[float, float, bytes]
"""Where a cut begins and how far it goes, as shares of the file, and what takes its place."""


def mutate(files: Sequence[Path]) -> st.SearchStrategy[bytes]:
    """The bytes of one of these files, with some of them cut out, doubled or replaced."""
    share = st.floats(0, 1)
    faults = st.lists(
        st.tuples(share, share.map(lambda x: x**4), st.binary(max_size=12)), max_size=6
    )
    return st.builds(_damage, st.sampled_from([file.read_bytes() for file in files]), faults)


def _damage(data: bytes, faults: Sequence[Fault]) -> bytes:
    for start, length, instead in faults:
        first = int(start * len(data))
        end = first + int(length * len(data))
        # A twelfth byte of 0 doubles the stretch instead of cutting it out.
        doubled = data[first:end] if len(instead) == 12 else b""
        data = data[:first] + doubled * 2 + instead + data[end:]
    return data
