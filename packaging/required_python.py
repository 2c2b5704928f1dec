"""Refuse the Pythons that Wenchuang does not run on. Any Python 3 can read this file.

Importing it is enough, and comes before anything whose syntax an old Python might not know.
"""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(
        "Wenchuang runs on Python 3.11, 3.12 and 3.13, and this is Python %d.%d. "  # noqa: UP031  # Python 3.5 has no f-strings
        "Install one of those and start the same file with it, for example: python3.11 %s"
        % (sys.version_info[0], sys.version_info[1], sys.argv[0])
    )
