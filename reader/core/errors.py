"""Failures that a learner can do something about.

ReaderError
├── SourceError            a file, page or text that cannot become an article
│   └── UnclearEncodingError  it is text, but in which encoding the learner has to say
├── LibraryError           the library file cannot be used as it is
│   ├── NewerLibraryError  it was written by a newer version of the program
│   └── DamagedLibraryError
└── ResourceError          a file that belongs to the program is missing or damaged

``str(error)`` is a sentence for the learner: what happened, and what to do. Anything else that
is raised is a defect of ours.
"""

from reader.core.guess import EncodingGuess


class ReaderError(Exception):
    """A failure that is told to the learner in a sentence."""


class SourceError(ReaderError):
    """A file, page or text cannot become an article."""

    def within(self, name: str) -> "SourceError":
        """The same failure, said of what is called so."""
        return SourceError(f"{name}: {self}")


class UnclearEncodingError(SourceError):
    """Bytes are text, but in which encoding is not sure. ``guesses``: the likeliest first."""

    def __init__(self, sentence: str, guesses: tuple[EncodingGuess, ...]) -> None:
        super().__init__(sentence)
        self.guesses = guesses

    def within(self, name: str) -> "UnclearEncodingError":
        """The same failure with its guesses."""
        return UnclearEncodingError(f"{name}: {self}", self.guesses)


class LibraryError(ReaderError):
    """The library cannot do what was asked: full disk, read-only folder, no such article."""


class NewerLibraryError(LibraryError):
    """The library file was written by a newer version of the program."""


class DamagedLibraryError(LibraryError):
    """The library file is not a sound library."""


class ResourceError(ReaderError):
    """A file that belongs to the program is missing or damaged."""
