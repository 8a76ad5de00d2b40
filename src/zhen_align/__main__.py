"""`python -m zhen_align`, and what the commands `zhen-align` and `zhen` run."""

import sys


def main() -> int:
    """Run the command line; return the exit code."""
    try:
        from zhen_align.cli.outcome import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anything to interrupt
        return 130


if __name__ == "__main__":
    sys.exit(main())
