"""How texts come into the library: read, told from those that are there, kept, indexed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.core.article import Article, Portion
from reader.core.errors import DamagedLibraryError, ReaderError, SourceError
from reader.core.fate import Fate
from reader.core.text import make_encodable
from reader.importers import (
    Piece,
    Source,
    fetch_piece,
    find_sources,
    list_pieces,
    read_bytes,
    read_file,
    read_text,
)
from reader.language.script import Scripts
from reader.revising import Revising, join_paragraphs
from reader.store.articles import Articles
from reader.store.edits import Moves
from reader.store.passages import is_small
from reader.store.sentences import Sentences

NO_SEEDS = {"readme", "license", "licence", "notice", "desktop", "thumbs"}
"""What files are called, without their endings, that stand in a folder and are no texts."""


@dataclass(frozen=True, slots=True)
class Added:
    """An article that is in the library now, and how it came there."""

    article_id: int
    article: Article
    fate: Fate
    lost: tuple[str, ...] = ()
    """Bookmarks and corrected words that the new version of a text has no place for."""

    @property
    def new(self) -> bool:
        """Whether there is an article more than before."""
        return self.fate is Fate.ADDED


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of several texts that were to join the library."""

    added: tuple[Added, ...] = ()
    failures: tuple[str, ...] = ()


Outcome = Added | SourceError
"""What became of one text: it is there, or why it is not."""


class Arriving:
    """Brings texts in, and reads those again that are there. Any thread may ask."""

    def __init__(
        self, articles: Articles, sentences: Sentences, revising: Revising, scripts: Scripts
    ) -> None:
        self._articles = articles
        self._sentences = sentences
        self._revising = revising
        self._scripts = scripts

    def join_seeds(self, folder: Path) -> Joined:
        """Let every file of a folder join that was not known; a removed one stays out.

        The first by name joins last, so that it is listed first among the newest.
        """
        added, failures = [], []
        for file in sorted(filter(_is_seed, folder.glob("*")), reverse=True):
            try:
                if self._articles.find(file.read_bytes()) is None:
                    added.append(self.import_file(file))
            except OSError as failure:
                failures.append(f"{file}: {failure.strerror}")
            except ReaderError as failure:
                failures.append(str(failure))
        return Joined(tuple(added), tuple(failures))

    def import_file(self, path: Path, encoding: str | None = None, *, whole: bool = False) -> Added:
        """Make an article of a file. Raises SourceError where that cannot be.

        ``whole`` takes every line of a page, not only its main text.
        """
        data, article = read_file(path, encoding, whole=whole)
        return self._add(article, data, make_encodable(path.name))

    def import_path(
        self, path: Path, encoding: str | None = None, *, whole: bool = False
    ) -> Iterator[Outcome]:
        """Make articles of all that a path holds, one after the other.

        That is a file, or the files of a folder and of a zip file, and of a feed every entry.
        """
        for source in find_sources(path):
            yield from self.import_source(source, encoding, whole=whole)

    def import_source(
        self, source: Source, encoding: str | None = None, *, whole: bool = False
    ) -> Iterator[Outcome]:
        """Make articles of one file that was found in a path."""
        try:
            piece = source.load()
        except SourceError as failure:
            yield failure
            return
        for outcome in self._import_pieces(piece, encoding, whole=whole):
            if isinstance(outcome, SourceError):
                yield outcome.within(source.label)
            else:
                yield outcome

    def import_address(
        self,
        address: str,
        encoding: str | None = None,
        *,
        whole: bool = False,
        allow_private: bool = False,
    ) -> Iterator[Outcome]:
        """Load an address that the learner asked for, and make articles of what is there."""
        try:
            piece = fetch_piece(address, allow_private=allow_private)
        except SourceError as failure:
            yield failure
            return
        yield from self._import_pieces(piece, encoding, whole=whole)

    def import_text(self, text: str, name: str) -> Added:
        """Make an article of a text that has no file."""
        text = make_encodable(text)
        return self._add(read_text(text, name), text.encode(), name, is_file=False)

    def read_again(
        self,
        article_id: int,
        encoding: str | None = None,
        *,
        whole: bool | None = None,
        back: Moves | None = None,
    ) -> Article:
        """Read an article anew from its original; bookmarks find their places.

        ``encoding``: where the one that was found is wrong; ``whole``: whether all lines of a page
        are wanted; ``back``: where bookmarks were when it was read so before. What is not said
        stays as it was.
        """
        article = self._detect_script(self._read_original(article_id, encoding, whole=whole))
        self._revising.put_reading(article_id, article, back)
        return self._articles.load(article_id)

    def mend(self, article_id: int) -> Article:
        """Read an article whose text the disk has damaged again from its original."""
        name = self._articles.provenance(article_id).name
        data = self._articles.original(article_id)
        return self._add(self._read_original(article_id), data, name).article

    def take_back_version(self, article_id: int) -> Added:
        """Let the version before the newest be the article again; the newest is kept like it."""
        version = self._revising.last_version(article_id)
        known = version.provenance
        article = read_bytes(
            version.original,
            known.name,
            known.encoding,
            whole=known.portion is Portion.WHOLE,
            address=known.address,
        )
        self._revising.put_version(
            article_id, self._detect_script(article), version.original, known.name
        )
        return self._arrive_anew(article_id)

    def part_versions(self, article_id: int) -> Added:
        """Let the newest version be an article of its own, and the one before the article again."""
        original = self._articles.original(article_id)
        name = self._articles.provenance(article_id).name
        article = self._detect_script(self._read_original(article_id))
        self.take_back_version(article_id)
        added = Added(self._keep(article, original, name), article, Fate.ADDED)
        self._index(added)
        return added

    def _import_pieces(
        self, given: Piece, encoding: str | None, *, whole: bool
    ) -> Iterator[Outcome]:
        """A piece that cannot be read does not stop the others."""
        try:
            pieces = tuple(list_pieces(given, encoding))
        except SourceError as failure:
            yield failure
            return
        for piece in pieces:
            try:
                article = read_bytes(
                    piece.data,
                    piece.name,
                    encoding,
                    whole=whole,
                    address=piece.address,
                    charset=piece.charset,
                )
            except SourceError as failure:
                yield failure
            else:
                added = self._put(article, piece.data, piece.name)
                yield self._heed(added, article, encoding, whole=whole)
                self._index(added)

    def _add(self, article: Article, data: bytes, name: str, *, is_file: bool = True) -> Added:
        """Keep an article, unless it is there, and index it. ``is_file``: its name is one."""
        added = self._put(article, data, name, is_file=is_file)
        self._index(added)
        return added

    def _put(self, article: Article, data: bytes, name: str, *, is_file: bool = True) -> Added:
        """Keep an article, unless it is there. A long one is not indexed yet."""
        written = self._detect_script(article)
        if self._articles.holds(data):
            article_id, _ = self._articles.add(written, data, name)
            return Added(article_id, self._articles.load(article_id), Fate.SAME_BYTES)
        same = self._revising.find_same(written)
        if same is not None:
            # What is said of it is what is kept; the encoding is that of the file that was read.
            kept = replace(self._load_or_mend(same), encoding=written.encoding)
            return Added(same, kept, Fate.SAME_TEXT)
        older = self._revising.find_older(written, name if is_file else "")
        if older is not None:
            self._revising.put_version(older, written, data, name)
            return self._arrive_anew(older)
        return Added(self._keep(written, data, name), written, Fate.ADDED)

    def _load_or_mend(self, article_id: int) -> Article:
        """An article as it is kept, which may be described otherwise than a file with its text."""
        try:
            return self._articles.load(article_id)
        except DamagedLibraryError:
            return self.mend(article_id)

    def _keep(self, article: Article, data: bytes, name: str) -> int:
        rows = self._sentences.cut(article) if is_small(article) else ()
        return self._articles.add(article, data, name, rows)[0]

    def _index(self, added: Added) -> None:
        """Index what would have taken long while it was kept: its learner reads it already."""
        if added.fate is Fate.ADDED and not is_small(added.article):
            self._sentences.index(added.article_id, self._sentences.cut(added.article))

    def _heed(self, added: Added, read: Article, encoding: str | None, *, whole: bool) -> Added:
        """Who says how a file is to be read that was there already gets it read so."""
        known = added.article
        other = bool(encoding) and read.encoding != known.encoding
        wider = whole and read.portion is Portion.WHOLE and known.portion is not Portion.WHOLE
        if added.fate is not Fate.SAME_BYTES or not (other or wider):
            return added
        self._revising.put_reading(added.article_id, self._detect_script(read))
        return self._arrive_anew(added.article_id)

    def _arrive_anew(self, article_id: int) -> Added:
        article = self._articles.load(article_id)
        return Added(article_id, article, Fate.CHANGED, self._revising.list_lost(article_id))

    def _read_original(
        self, article_id: int, encoding: str | None = None, *, whole: bool | None = None
    ) -> Article:
        """The kept bytes as an article, read as before but for what is said otherwise."""
        known = self._articles.provenance(article_id)
        return read_bytes(
            self._articles.original(article_id),
            known.name,
            encoding or known.encoding,
            whole=known.portion is Portion.WHOLE if whole is None else whole,
            address=known.address,
        )

    def _detect_script(self, article: Article) -> Article:
        return replace(article, script=self._scripts.detect(join_paragraphs(article)))


def _is_seed(file: Path) -> bool:
    hidden = file.name.startswith((".", "~"))
    return file.is_file() and not hidden and file.stem.casefold() not in NO_SEEDS
