"""Start Wenchuang from the source tree: ``python3 packaging/run.py [arguments]``.

The first start sets up ``.venv`` in the project's folder; later ones only see that it is there.
"""

import required_python  # noqa: F401, I001  # it refuses old Pythons, so it comes first
import sys

import environment

if __name__ == "__main__":
    python = environment.prepare("requirements.txt")
    # -P: a folder named reader that happens to be where the learner stands is not the program.
    environment.replace_by([str(python), "-P", "-m", "reader", *sys.argv[1:]])
