"""Align Chinese/English technical texts, extract their terms, lint the translation.

The names below are loaded when they are first used, so that importing costs nothing.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zhen_align.door import Glossary, align, compare, extract, lint, lookup, read, to_pandas

__version__ = "0.1.0"
__all__ = [
    "Glossary",
    "__version__",
    "align",
    "compare",
    "extract",
    "lint",
    "lookup",
    "read",
    "to_pandas",
]

# Five of the functions have the name of the room that does the work, so the room itself
# can be called: whichever of the two was imported first, `zhen_align.align` is both.
_ROOMS = ("align", "compare", "lint", "lookup", "read")


class _Room(ModuleType):
    def __call__(self, *arguments: Any, **named: Any) -> Any:
        from zhen_align import door

        return getattr(door, self.__name__.rpartition(".")[2])(*arguments, **named)


class _Package(ModuleType):
    def __setattr__(self, name: str, value: Any) -> None:
        if name in _ROOMS:
            value.__class__ = _Room
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        import importlib

        return importlib.import_module(f"{__name__}.{name}")
    if name in __all__:
        from zhen_align import door

        return getattr(door, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
