"""Bytes -> text: which encoding a file is in, decided strictly, and the way back.

A byte order mark decides; then UTF-8, if every byte fits; then UTF-16, GB18030 or Big5,
whichever gives the more plausible Chinese. Nothing is ever replaced by a question mark:
what does not decode is an error that names the place. Line ends stay as they are.
"""

import re

from zhen_align.errors import InputError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
    (b"\xff\xfe", "utf-16-le", "utf-16-le-sig"),
    (b"\xfe\xff", "utf-16-be", "utf-16-be-sig"),
)
_FIX = "save it as UTF-8"
_SAMPLE = 100_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_FREQUENT = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    "么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又"
    "关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海"
    "通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管"
    "期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北"
    "這個們來為國時說會對過發後裡還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話給門論處條氣題爾變總電數報結務場計書難權設記類"
)
_MARKS_ZH = frozenset("，。、；：？！“”‘’（）《》「」『』【】…—·　")
_LEVEL_ONE = (("gb2312", 0xB0A1, 0xD7F9), ("big5", 0xA440, 0xC67E))


def decode(data: bytes, where: str) -> tuple[str, str]:
    """Return a file's text and the name of its encoding (for `encode`); `where` is for errors.

    >>> decode("词\\r\\n".encode("gb18030") * 9, "a.txt")[1]
    'gb18030'
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            marked = _strict(data[len(mark) :], codec, where, offset=len(mark))
            _no_binary(marked, where)
            return marked, name
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(data, where, error.start)
    if "\0" in text:
        return _guessed(data, where, data.index(b"\0"))
    _no_binary(text, where)
    return text, "utf-8"


def encode(text: str, encoding: str) -> bytes:
    """Return the bytes that `decode` read as this text and this encoding."""
    for mark, codec, name in _MARKS:
        if name == encoding:
            return mark + text.encode(codec)
    return text.encode(encoding)


def _strict(data: bytes, codec: str, where: str, offset: int = 0) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _undecodable(data, where, error.start, offset) from error


def _guessed(data: bytes, where: str, failed: int) -> tuple[str, str]:
    """Return the most plausible reading of what is not UTF-8 (whose first fault is `failed`)."""
    wide = b"\0" in data
    if not wide and _nearly_utf8(data):
        raise _undecodable(data, where, failed)
    codecs = ("utf-16-le", "utf-16-be") if wide else ("gb18030", "big5", "cp950", "big5hkscs")
    readings = [
        (_plausibility(text), -rank, text, codec)
        for rank, codec in enumerate((*codecs, *(() if wide else ("utf-16-le", "utf-16-be"))))
        if (text := _attempt(data, codec)) is not None
    ]
    best = max(readings, default=None)
    if best is not None and best[0] >= (0.5 if wide else 0.4):
        _no_binary(best[2], where)
        return best[2], best[3]
    if wide:
        raise InputError("is binary, no text", where=where, fix="leave it out, or export its text")
    raise _undecodable(data, where, _broken_at(data, failed))


def _broken_at(data: bytes, failed: int) -> int:
    """Return where a text in a Chinese encoding breaks off, else where UTF-8 first failed."""
    if any(ch > "\u2e7f" for ch in data[:failed].decode("utf-8", errors="ignore")):
        return failed  # it had begun as Chinese in UTF-8
    for codec in ("gb18030", "big5"):
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            if _plausibility(data[: error.start].decode(codec)) >= 0.4 and error.start > failed:
                return error.start
    return failed


def _attempt(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> bool:
    """Say whether this is UTF-8 with some damage: far more fits than does not."""
    text = data[: 4 * _SAMPLE].decode("utf-8", errors="surrogateescape")
    broken = sum("\udc80" <= ch <= "\udcff" for ch in text)
    return sum(ch > "\x7f" for ch in text) - broken > 3 * broken


def _plausibility(text: str) -> float:
    """Return from 0 to 1 how much a text looks like Chinese or English, not like chance.

    Of the characters beyond ASCII the frequent ones count fully, the common half; in the
    wrong encoding hardly any is frequent.
    """
    sample = text[:_SAMPLE]
    beyond = [ch for ch in sample if ch > "\x7f"]
    # a stray control is a slip of some program; several are no text in this encoding
    if "\0" in sample or _controls(sample):
        return 0.0
    if not beyond:
        return 1.0
    score = sum(
        1.0 if ch in _FREQUENT or ch in _MARKS_ZH else 0.5 * (_european(ch) or _common(ch))
        for ch in beyond
    )
    return score / len(beyond)


def _european(ch: str) -> bool:
    """Say whether this is a letter or a mark of European text: é, ©, a dash."""
    return "\xa0" <= ch <= "\u024f" or "\u2010" <= ch <= "\u2044"


def _common(ch: str) -> bool:
    for codec, first, last in _LEVEL_ONE:
        try:
            code = ch.encode(codec)
        except UnicodeEncodeError:
            continue
        if len(code) == 2 and first <= int.from_bytes(code) <= last:
            return True
    return False


def _controls(sample: str) -> bool:
    """Say whether there are more control characters than text has by accident."""
    return len(_CONTROL.findall(sample)) > max(1, 0.01 * len(sample))


def _no_binary(text: str, where: str) -> None:
    sample = text[:_SAMPLE]
    if _controls(sample):
        raise InputError("is binary, no text", where=where, fix="leave it out, or export its text")


def _undecodable(data: bytes, where: str, start: int, offset: int = 0) -> InputError:
    line = data.count(b"\n", 0, start) + 1
    return InputError(
        f"byte {start + offset} fits no encoding that is read here (UTF-8, UTF-16, GB18030, Big5)",
        where=f"{where}:{line}",
        fix=_FIX,
    )
