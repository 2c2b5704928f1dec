"""Texts that change: new versions, edited paragraphs, and what becomes of the marks in them."""

from contextlib import suppress
from dataclasses import dataclass, replace

from reader.core.article import Article
from reader.core.bookmark import name_place
from reader.core.correction import Scope
from reader.core.edit import Carrier, Edit, put_paragraph
from reader.core.errors import DamagedLibraryError, LibraryError
from reader.core.likeness import are_versions
from reader.core.position import Position, anchor, nearest, paragraph_at, resolve
from reader.core.recoding import Recoding
from reader.core.text import join_lines, make_encodable
from reader.store.articles import Articles
from reader.store.bookmarks import Bookmarks
from reader.store.corrections import Corrections
from reader.store.edits import Edits, Moved, Moves
from reader.store.versions import Version, Versions

LABEL_LENGTH = 16
"""Characters that an edited paragraph is called by."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The parts of the store that a changed text concerns."""

    articles: Articles
    bookmarks: Bookmarks
    corrections: Corrections
    edits: Edits
    versions: Versions


@dataclass(frozen=True, slots=True)
class Edited:
    """A paragraph as it was before it was edited, with the anchors of what was marked."""

    article_id: int
    place: Position
    text: str
    moves: Moves


class Revising:
    """Keeps bookmarks, corrections and edits true to texts that change."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    # Versions

    def find_same(self, article: Article) -> int | None:
        """The article that has just this text."""
        return self._shelf.versions.find_text(article)

    def find_older(self, article: Article, name: str) -> int | None:
        """The article that a text is a new version of: from the same place, and much alike.

        ``name``: of its file, empty where it has none.
        """
        namesakes = self._shelf.versions.find_namesakes(name, article.address)
        text = join_paragraphs(article) if namesakes else ""
        for article_id in namesakes:
            with suppress(DamagedLibraryError):
                if are_versions(join_paragraphs(self._shelf.articles.load(article_id)), text):
                    return article_id
        return None

    def put_version(self, article_id: int, article: Article, original: bytes, name: str) -> None:
        """Let a text take the place of an older version.

        Marks that have a place in it quote it from now on, so that the next version finds them too;
        the others keep the words that they quoted.
        """
        self._shelf.versions.put(article_id, article, original, name)
        newer = self._shelf.articles.load(article_id)
        marks = self.list_anchors(article_id)
        moves = Moves(_follow(newer, marks.bookmarks), _follow(newer, marks.corrections))
        self._shelf.edits.move(moves)

    def put_reading(self, article_id: int, article: Article, back: Moves | None = None) -> None:
        """Let an article be what its original is read as now.

        Marks find their places by their quotes. Where the bytes were decoded in another way these
        are gone: bookmarks, and where reading stopped, are then placed by their share of the text,
        or where ``back`` says they were, and labels that are quotes are quoted anew. A corrected
        reading waits for its word to come back.
        """
        shelf = self._shelf
        moves, stopped = Moves(), None
        with suppress(DamagedLibraryError):
            old = shelf.articles.load(article_id)
            if old.encoding != article.encoding:
                recoding = Recoding(old, article)
                marks = self.list_anchors(article_id).bookmarks
                found = ((number, recoding.follow(place)) for number, place in marks)
                kept = dict(back.bookmarks) if back else {}
                moves = Moves(tuple((number, kept.get(number, at)) for number, at in found if at))
                last = shelf.articles.load_place(article_id)
                stopped = recoding.follow(last) if last else None
        before = shelf.bookmarks.all(article_id)
        shelf.articles.replace(article_id, article, moves, stopped)
        moved = dict(moves.bookmarks)
        for one in before:
            if one.id in moved and one.label == name_place(one.anchor):
                shelf.bookmarks.relabel(one.id, name_place(moved[one.id]))

    def last_version(self, article_id: int) -> Version:
        """What an article was made of before its newest version."""
        return self._shelf.versions.last(article_id)

    # Paragraphs

    def original_paragraph(self, article_id: int, place: Position) -> str:
        """The text of a paragraph as it was read from its source."""
        article = self._shelf.articles.load(article_id)
        at = replace(nearest(article, place), offset=0)
        edit = self._find_edit(article_id, at)
        return edit.original.text if edit else paragraph_at(article, at).text

    def edit_paragraph(
        self, article_id: int, place: Position, text: str, back: Moves | None = None
    ) -> Edited:
        """Show another text in place of a paragraph. Returns what takes that back.

        Bookmarks and corrected readings move with their words, or to where ``back`` says they were.
        """
        text = join_lines(make_encodable(text))
        if not text:
            raise LibraryError("A paragraph needs text. Nothing was changed.")
        article = self._shelf.articles.load(article_id)
        at = replace(nearest(article, place), offset=0)
        old, known = paragraph_at(article, at), self._find_edit(article_id, at)
        edit = Edit(0, at, known.original if known else old, text)
        before = self.list_anchors(article_id)
        carry = Carrier(article, put_paragraph(article, at, edit.paragraph), at)
        moves = back or Moves(carry.all(before.bookmarks), carry.all(before.corrections))
        self._shelf.edits.put(article_id, edit, moves)
        return Edited(article_id, at, old.text, before)

    def take_back_edit(self, edited: Edited) -> Edited:
        """Let a paragraph be again as it was before it was edited."""
        return self.edit_paragraph(edited.article_id, edited.place, edited.text, edited.moves)

    # Marks

    def list_lost(self, article_id: int) -> tuple[str, ...]:
        """Bookmarks, corrected words and edited paragraphs that an article has no place for."""
        shelf = self._shelf
        article = shelf.articles.load(article_id)
        corrections = [one for one in shelf.corrections.all(article_id) if one.scope is Scope.PLACE]
        marks = [(one.label, one.anchor) for one in shelf.bookmarks.all(article_id)]
        marks += [(one.word, one.anchor) for one in corrections]
        lost = (label for label, place in marks if resolve(article, place) is None)
        edits = (edit.text for edit in shelf.edits.all(article_id) if not edit.placed)
        return (*lost, *(text[:LABEL_LENGTH] for text in edits))

    def list_anchors(self, article_id: int) -> Moves:
        """Bookmarks and corrections of an article, with what they quote."""
        corrections = self._shelf.corrections.all(article_id)
        return Moves(
            tuple((one.id, one.anchor) for one in self._shelf.bookmarks.all(article_id)),
            tuple((one.id, one.anchor) for one in corrections if one.article_id == article_id),
        )

    def _find_edit(self, article_id: int, place: Position) -> Edit | None:
        edits = self._shelf.edits.all(article_id)
        return next((edit for edit in edits if edit.placed and edit.place == place), None)


def _follow(article: Article, marks: Moved) -> Moved:
    """The marks that have a place, with what they quote there."""
    found = ((number, resolve(article, place)) for number, place in marks)
    return tuple((number, anchor(article, at)) for number, at in found if at)


def join_paragraphs(article: Article) -> str:
    """The text of an article, a line for each paragraph."""
    return "\n".join(paragraph.text for paragraph in article.paragraphs())
