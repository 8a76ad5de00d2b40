"""A user dictionary for jieba: the Chinese forms, one a line, so that they are cut whole."""

from zhen_align.glossary.exchange.grid import Grid, plain
from zhen_align.text.scripts import han_count

_OUT = {"candidate", "rejected"}


def write(grid: Grid) -> bytes:
    """Return the Chinese forms that people have judged to be terms, good renderings or not."""
    header = [name.strip().lower() for name in grid[0]]
    zh, status = header.index("zh"), header.index("status")
    forms = {plain(line[zh]).strip() for line in grid[1:] if line[status] not in _OUT}
    # a blank would end the word there, and what is Latin is never cut
    kept = sorted(form for form in forms if han_count(form) > 1 and not form.split()[1:])
    return "".join(f"{form} n\n" for form in kept).encode()
