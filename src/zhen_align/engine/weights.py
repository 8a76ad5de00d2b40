"""The weights that the configuration names, as the text of their file: part of cache keys."""

from zhen_align.config import Config
from zhen_align.errors import ConfigError


def weights_of(config: Config) -> str:
    """Return the checked text of the configured weights; none where the built-in ones hold."""
    from zhen_align.align.tuned import from_json

    if config.weights is None:
        return ""
    path = config.root / config.weights
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = f"the weights cannot be read: {getattr(error, 'strerror', error)}"
        fix = "write them with zhen-align tune, or take 'weights' out of the configuration"
        raise ConfigError(what, where=str(path), fix=fix) from error
    from_json(text, str(path))
    return text
