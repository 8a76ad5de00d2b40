"""What all ways to write one Chinese rendering share."""

from functools import lru_cache

from zhen_align.terms.forms import chinese_key

_SMALL = str.maketrans("", "", "的之·•-‐‑–—/")


@lru_cache(maxsize=1 << 16)
def rendering_key(zh: str) -> str:
    """Return a rendering without what makes no difference: width, script, blanks, hyphens, 的.

    >>> rendering_key("圖神經網絡的 訓練") == rendering_key("图神经网络训练")
    True
    """
    return chinese_key(zh).translate(_SMALL)
