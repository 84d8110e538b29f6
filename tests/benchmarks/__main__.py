"""``python -m tests.benchmarks [start|preview|export|extraction|peers|reading ...]``: prints the measures, all when none is named.

``python -m tests.benchmarks gold FOLDER ...`` scores extraction on labelled documents, which are kept outside the project.
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import export, extraction, gold, peers, preview, reading, start

ALL = {"start": start, "preview": preview, "export": export, "extraction": extraction, "peers": peers, "reading": reading}

if __name__ == "__main__":
    if sys.argv[1:2] == ["gold"]:
        gold.main(*sys.argv[2:])
    else:
        for name in sys.argv[1:] or ALL:
            ALL[name].main()
