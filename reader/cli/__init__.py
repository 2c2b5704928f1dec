"""The command line, for people, scripts and tests. No command but the window needs Qt."""

from reader.cli.arguments import run

__all__ = ["run"]
