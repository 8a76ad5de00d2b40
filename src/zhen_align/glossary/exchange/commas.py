"""CSV as spreadsheets write and read it: commas, semicolons or tabs, any encoding they use."""

import csv
import io

from zhen_align.errors import GlossaryError
from zhen_align.glossary.exchange.grid import Grid
from zhen_align.read.decode import decode

_DELIMITERS = ",;\t"


def write(grid: Grid) -> bytes:
    """Return the grid as CSV; the mark at the head lets spreadsheets see that it is UTF-8."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(grid)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read(data: bytes, where: str) -> Grid:
    """Return the cells of a CSV file; its delimiter is what parts the header into most."""
    text = decode(data, where)[0].removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found, begins = [], 1
    try:
        for row in rows:
            found.append(row)
            begins = rows.line_num + 1
    except csv.Error as error:
        raise GlossaryError(
            f"is no CSV: {error}", where=f"{where}:{begins}", fix="save it again as CSV (UTF-8)"
        ) from None
    return found
