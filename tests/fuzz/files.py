"""Inputs for books, documents, subtitles, plain texts and zip files."""

from hypothesis import strategies as st

from tests.fuzz.mutations import Input, damage, damage_members, faults
from tests.fuzz.samples import make_samples

ZIPPED = {"epub", "docx", "odt", "zip"}


def _vary(kind: str, sample: Input) -> st.SearchStrategy[Input]:
    """A sound file with faults; the files in a packed one have them as well."""
    name, sound = sample
    damaged = st.builds(damage, st.just(sound), faults)
    if kind in ZIPPED:
        damaged = st.one_of(damaged, st.builds(damage_members, st.just(sound), faults))
    return st.tuples(st.just(name), damaged)


TARGETS: dict[str, st.SearchStrategy[Input]] = {
    kind: _vary(kind, sample) for kind, sample in make_samples().items()
}
