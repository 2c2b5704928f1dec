"""What is known about Chinese: scripts, words, readings."""

import os

# numpy multiplies small matrices here, which many threads make slower; it reads this when it loads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
