"""`python -m zhen_align`, and what the commands `zhen-align` and `zhen` run."""

import gc
import os
import sys


def main() -> int:
    """Run the command line; return the exit code."""
    try:
        from zhen_align.cli.outcome import INTERRUPTED, run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anything to interrupt
        return 130
    if code == INTERRUPTED and "distributed" not in sys.modules:
        # all is said and stopped; the interpreter would still wait for the thread that reads
        # results, and that waits for ever where a process was stopped in the middle of one
        os._exit(code)
    gc.freeze()  # the interpreter would look through all that is left before it ends
    return code


if __name__ == "__main__":
    sys.exit(main())
