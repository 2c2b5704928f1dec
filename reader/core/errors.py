"""Failures that a learner can do something about.

ReaderError
├── SourceError            a file, page or text that cannot become an article
├── LibraryError           the library file cannot be used as it is
│   ├── NewerLibraryError  it was written by a newer version of the program
│   └── DamagedLibraryError
└── ResourceError          a file that belongs to the program is missing or damaged

``str(error)`` is a sentence for the learner: what happened, and what to do. Anything else that
is raised is a defect of ours.
"""


class ReaderError(Exception):
    """A failure that is told to the learner in a sentence."""


class SourceError(ReaderError):
    """A file, page or text cannot become an article."""


class LibraryError(ReaderError):
    """The library cannot do what was asked: full disk, read-only folder, no such article."""


class NewerLibraryError(LibraryError):
    """The library file was written by a newer version of the program."""


class DamagedLibraryError(LibraryError):
    """The library file is not a sound library."""


class ResourceError(ReaderError):
    """A file that belongs to the program is missing or damaged."""
