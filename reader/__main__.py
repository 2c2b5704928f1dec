"""The command ``wenchuang``, the same as ``python -m reader``."""

import sys

from reader.cli import run


def main() -> int:
    """Run the command line. Returns the exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
