"""A few of the inputs that ``tests/fuzz/run.py`` makes, and the attacks that are quick to make."""

from contextlib import suppress
from pathlib import Path

import pytest

from reader.core.errors import SourceError
from reader.importers import find_sources, read_bytes
from tests.fuzz.attacks import write
from tests.fuzz.run import TARGETS, check, look_at, unpack
from tests.fuzz.samples import make_samples

QUICK = (
    *("zip that lies about sizes", "zip in zip in zip", "zip with paths out of it"),
    *("book with an external entity", "book with an entity bomb", "book with a deep package"),
    *("book with an entity bomb in a page", "book with a deep page", "document that is deep"),
    *("document with an entity bomb", "open document with spaces without end"),
    *("Markdown of pictures", "Markdown of quotes", "captions of open tags"),
    *("lyrics with a million times", "PDF of forms in forms", "PDF whose pages are a loop"),
)


@pytest.mark.parametrize("kind", make_samples())
def test_a_sound_file_is_read(kind: str) -> None:
    name, data = make_samples()[kind]
    for piece in unpack(name, data):
        look_at(read_bytes(piece.data, piece.name))


@pytest.mark.parametrize("name", TARGETS)
def test_any_input_gives_an_article_or_a_sentence(name: str) -> None:
    check(name, 25)


@pytest.mark.parametrize("name", QUICK)
def test_a_harmful_file_is_refused_or_harmless(name: str, tmp_path: Path) -> None:
    file = write(name, tmp_path)
    text = ""
    for source in find_sources(file):
        with suppress(SourceError):
            piece = source.load()
            article = read_bytes(piece.data, piece.name)
            text += "".join(paragraph.text for paragraph in article.paragraphs())
    assert "root:" not in text
    assert "haha" not in text
    assert list(tmp_path.iterdir()) == [file]
