"""``python -m tests.benchmarks [start|preview|export|extraction ...]``: prints the measures, all when none is named."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import export, extraction, preview, start

ALL = {"start": start, "preview": preview, "export": export, "extraction": extraction}

if __name__ == "__main__":
    for name in sys.argv[1:] or ALL:
        ALL[name].main()
