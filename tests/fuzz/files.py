"""Inputs for books, documents, subtitles, plain texts and zip files."""

from hypothesis import strategies as st

from tests.fuzz.mutations import Input, damage, damage_members, mutate_bytes
from tests.fuzz.samples import make_samples

ZIPPED = {"epub", "docx", "odt", "zip"}


def _vary(kind: str, sample: Input) -> st.SearchStrategy[Input]:
    """A sound file with faults; the files in a packed one have them more often than itself."""
    name, sound = sample
    ways = (damage, damage_members, damage_members) if kind in ZIPPED else (damage,)
    return st.tuples(st.just(name), mutate_bytes(sound, *ways))


TARGETS: dict[str, st.SearchStrategy[Input]] = {
    kind: _vary(kind, sample) for kind, sample in make_samples().items()
}
