"""Terms that only accounts of one work show."""

from contextlib import nullcontext
from pathlib import Path

import pytest

from zhen_align.config import Config
from zhen_align.engine import tasks
from zhen_align.engine.collection import collect
from zhen_align.engine.comparable import Found, comparable
from zhen_align.engine.session import Watcher

# a pump and its valve, told three times in other orders: no text is another's translation
ZH = (
    "离心泵每小时输送四百升水。红色的阀门用黄铜制成。工人们每星期检查一次管道。",
    "离心泵安装在河边的小屋里。去年冬天水箱结了冰。农民用它灌溉稻田。",
    "离心泵比旧的风车安静得多。孩子们喜欢看它转动。村长买了三个备用轴承。",
)
EN = (
    "Workers inspect the pipes once a week. The centrifugal pump moves four hundred litres of"
    " water an hour. A school stands nearby. The red valve is made of brass.",
    "Last winter the water tank froze. Farmers irrigate their rice fields with it. The"
    " centrifugal pump is installed in a small hut by the river. Nobody paints the door.",
    "The village head bought three spare bearings. The centrifugal pump is much quieter than the"
    " old windmill. Children like to watch it turn. It rained in May.",
)


class _Quiet:
    def start(self, total: int) -> None:
        """Hear nothing."""

    def advance(self) -> None:
        """Hear nothing."""


class _Thief(_Quiet):
    """Takes all texts away when their accounts are compared."""

    def __init__(self, folder: Path) -> None:
        """Wait for the second of two stages."""
        self.folder, self.stages = folder, 0

    def start(self, total: int) -> None:
        """Count the stages."""
        self.stages += 1

    def advance(self) -> None:
        """Take what is left."""
        for path in self.folder.iterdir() if self.stages == 2 else ():
            path.unlink()


def _found(folder: Path, *, ids: bool, watcher: Watcher | None = None) -> Found:
    for number, (zh, en) in enumerate(zip(ZH, EN, strict=True)):
        for name, text in ((f"a{number}.md", zh), (f"b{number}x.md", en)):
            month = 1 if ids or name.startswith("a") else 2
            mark = f"arXiv:210{month}.0000{number}"
            (folder / name).write_text(f"{mark}\n\n{text}\n", encoding="utf-8")
    config = Config(root=folder, cache=False, jobs=1)
    planned, _ = tasks.plan([str(folder)], config)
    texts = collect(planned, config, lambda _: nullcontext(_Quiet()))
    assert not [each for each in texts.candidates if "pump" in each.en]
    return comparable(texts, config, watcher or _Quiet())


def test_terms_of_linked_sentences_are_candidates(tmp_path: Path) -> None:
    """Though no text has a partner; and the sentences that show them are at hand."""
    found = _found(tmp_path, ids=True)
    assert ("centrifugal pump", "离心泵") in [(each.en, each.zh) for each in found.candidates]
    (first, *_) = found.alignments
    assert {each.why for each in found.alignments} == {"accounts of one work"}
    for bead in first.beads:
        for sentence in bead.zh:
            assert sentence.span.of(first.zh.text) in ZH[0]


def test_texts_that_were_taken_away_meanwhile_show_nothing(tmp_path: Path) -> None:
    """And nothing fails."""
    assert _found(tmp_path, ids=True, watcher=_Thief(tmp_path)) == Found()


@pytest.mark.parametrize("text", ["一只猫。", "A cat."])
def test_one_text_is_compared_with_nothing(tmp_path: Path, text: str) -> None:
    """Nor are texts that name different works."""
    assert _found(tmp_path, ids=False) == Found()
    for path in tmp_path.iterdir():
        path.unlink()
    (tmp_path / "x.md").write_text(text, encoding="utf-8")
    config = Config(root=tmp_path, cache=False, jobs=1)
    planned, _ = tasks.plan([str(tmp_path)], config)
    texts = collect(planned, config, lambda _: nullcontext(_Quiet()))
    assert comparable(texts, config, _Quiet()) == Found()
