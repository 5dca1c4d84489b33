"""Starts imports on request, one process each, without the second that the libraries take to load.

Each line of its input is a file; it answers with the number of the process that takes it in, and
once that has ended, with how it ended.
"""

import os
import sys
from pathlib import Path

from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from maturity.settings import answers_path


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        module, phase, file = line.split(maxsplit=2)
        process = os.fork()
        if not process:
            take(Path(file.strip()), Round(module=module, phase=phase), store=Store(answers_path()))
            os._exit(0)
        print(process, flush=True)
        print(os.waitpid(process, 0)[1], flush=True)


if __name__ == "__main__":
    main()
