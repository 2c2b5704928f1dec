"""What can be typed, and which function does it."""

import argparse
import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader import __version__
from reader.cli import bringing, keeping, texts
from reader.core.errors import ReaderError
from reader.core.paths import Paths, find_paths
from reader.core.script import Variant
from reader.core.style import Standard, Tones
from reader.core.text import is_address

DONE, FAILED, MISUSED = 0, 1, 2
"""Exit codes: all went well; some input failed; the command was not understood."""
ENOUGH = {errno.EPIPE, errno.EINVAL}
"""Whoever read our output has gone; EINVAL is how Windows says it."""
UNWRITABLE = {errno.ENOSPC, errno.EIO, errno.EFBIG}
COMMANDS = (
    *("import", "list", "show", "bookmarks", "bookmark", "corrections", "vocabulary"),
    *("phrases", "phrase"),
    *("annotate", "convert"),
)


def run(arguments: Sequence[str]) -> int:
    """Do what a command line says. Returns the exit code."""
    _speak_utf_8()
    options = _parse(list(arguments))
    try:
        code = int(options.do(options, find_paths(options.data_dir)))
        sys.stdout.flush()
    except ReaderError as failure:
        print(failure, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130
    except OSError as failure:
        if failure.errno not in UNWRITABLE | ENOUGH:
            raise
        if failure.errno in UNWRITABLE:
            print(f"The output cannot be written: {failure.strerror}.", file=sys.stderr)
        # Nothing more may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return code


def _speak_utf_8() -> None:
    """UTF-8 everywhere, on Windows too; as in files, what is none becomes U+FFFD on its way in."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace", newline="\n")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")


def _parse(arguments: list[str]) -> argparse.Namespace:
    """The first word that is neither an option nor its value decides what is meant."""
    rest = iter(arguments)
    first = ""
    for word in rest:
        if word == "--data-dir":
            next(rest, None)
        elif not word.startswith("--data-dir="):
            first = word
            break
    parser = _command_parser() if first in COMMANDS else _window_parser()
    return parser.parse_args(arguments)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wenchuang",
        allow_abbrev=False,
        description="文窗 Wenchuang, a reader for people who learn Chinese.",
        epilog="Commands without a window: "
        + ", ".join(COMMANDS)
        + ". «wenchuang COMMAND --help» tells more. A file of such a name is ./NAME.",
    )
    _add_data_dir(parser)
    parser.add_argument("--version", action="version", version=f"Wenchuang {__version__}")
    parser.add_argument(
        "sources", nargs="*", metavar="FILE", help="texts to import, or the address of a page"
    )
    parser.add_argument(
        "--screenshot", type=Path, metavar="OUT.png", help="draw the window; needs no display"
    )
    parser.add_argument(
        "--size", type=_size, default=(1200, 900), metavar="WxH", help="of the picture, in pixels"
    )
    parser.set_defaults(do=_open_window)
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wenchuang", allow_abbrev=False)
    _add_data_dir(parser)
    shared = argparse.ArgumentParser(add_help=False)
    _add_data_dir(shared, default=argparse.SUPPRESS)
    commands = parser.add_subparsers(required=True)

    def add(name: str, summary: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=summary, description=summary, parents=[shared], allow_abbrev=False
        )

    command = add("import", "Import files, folders, zip files, and pages or feeds from the web.")
    command.add_argument("sources", nargs="+", metavar="FILE|FOLDER|URL")
    command.add_argument("--encoding", help="a codec's name, where the guess is wrong")
    command.add_argument(
        "--whole-page", action="store_true", help="all lines of a web page, not only its text"
    )
    command.add_argument(
        "--allow-private", action="store_true", help="addresses in your own network too"
    )
    command.set_defaults(do=bringing.import_files)

    command = add("list", "List the library.")
    command.set_defaults(do=keeping.list_articles)

    command = add("show", "Print an article.")
    command.add_argument("id", type=int, metavar="ID")
    command.add_argument("--to", type=Variant, choices=list(Variant), default=Variant.AS_WRITTEN)
    command.add_argument("--original", action="store_true", help="the kept bytes as text")
    command.set_defaults(do=keeping.show_article)

    command = add("bookmarks", "List the bookmarks.")
    command.set_defaults(do=keeping.list_bookmarks)

    command = add("bookmark", "Set a bookmark. Sections, paragraphs and offsets count from 0.")
    command.add_argument("id", type=int, metavar="ID")
    command.add_argument("--section", type=int, default=0, metavar="N")
    command.add_argument("--paragraph", type=int, required=True, metavar="N")
    command.add_argument("--offset", type=int, default=0, metavar="N", help="in code points")
    command.add_argument("--label", default="", metavar="TEXT")
    command.set_defaults(do=keeping.add_bookmark)

    command = add("corrections", "List the corrected readings, to keep or to hand on.")
    command.set_defaults(do=keeping.list_corrections)

    command = add("vocabulary", "List the words marked as known, learning or ignored.")
    command.set_defaults(do=keeping.list_vocabulary)

    command = add("phrases", "List your own phrases for the conversion to traditional.")
    command.set_defaults(do=keeping.list_phrases)

    command = add("phrase", "Keep how a word is written in traditional characters, or forget it.")
    command.add_argument("written", metavar="WORD")
    command.add_argument("traditional", nargs="?", metavar="TRADITIONAL")
    command.add_argument("--remove", action="store_true")
    command.set_defaults(do=keeping.keep_phrase)

    command = add("annotate", "Find the words and readings of every line.")
    _add_input(command)
    command.add_argument(
        "--tones", type=Tones, choices=list(Tones), default=Tones.CITATION, help="as in 一 yī or yí"
    )
    command.add_argument(
        "--standard",
        type=Standard,
        choices=list(Standard),
        default=Standard.MAINLAND,
        help="whose dictionary decides: 星期 xīngqī or xīngqí",
    )
    command.set_defaults(do=texts.annotate)

    command = add("convert", "Convert every line between simplified and traditional.")
    _add_input(command)
    wanted = command.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--to", choices=texts.TARGETS)
    wanted.add_argument("--config", choices=texts.CONFIGS, help="a direction by OpenCC's name")
    command.add_argument(
        "--plain", action="store_true", help="with --config: just as OpenCC does, nothing of ours"
    )
    command.add_argument("--from", dest="source", choices=texts.SOURCES, default="auto")
    command.set_defaults(do=texts.convert)

    for command in commands.choices.values():
        if command.get_default("do") is not texts.convert:
            command.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser


def _add_data_dir(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    parser.add_argument(
        "--data-dir", default=default, metavar="DIR", help="where the library is kept"
    )


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", default="-", metavar="FILE", help="- : standard input")


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: write a size like 1200x900") from None
    if not (200 <= width <= 8000 and 200 <= height <= 8000):
        raise argparse.ArgumentTypeError(f"{text}: from 200x200 to 8000x8000")
    return width, height


def _open_window(options: argparse.Namespace, paths: Paths) -> int:
    addresses = [source for source in options.sources if is_address(source)]
    files = [Path(source) for source in options.sources if source not in addresses]
    if options.screenshot and addresses:
        raise ReaderError("A picture loads nothing from the web. Import the page first.")
    if options.screenshot and len(files) > 1:
        raise ReaderError("A picture shows one text: name one file with --screenshot.")
    if not options.screenshot and not _has_display():
        raise ReaderError(
            "There is no display here, so the window cannot open. «wenchuang --screenshot OUT.png "
            "[FILE]» draws it into a picture; the commands (--help) need none."
        )
    try:
        from reader import app  # noqa: PLC0415 -- Qt loads only where a window is wanted
    except ImportError as cause:
        raise ReaderError(
            f"Qt cannot start: {cause}. «python3 packaging/run.py» names the packages to install."
        ) from cause
    if options.screenshot:
        first = files[0] if files else None
        return app.take_screenshot(paths, options.screenshot, options.size, first)
    return app.open_window(paths, files, addresses)


def _has_display() -> bool:
    """Only X11 and Wayland can be missing; a platform that was named by hand is believed."""
    if sys.platform in {"win32", "darwin"}:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
