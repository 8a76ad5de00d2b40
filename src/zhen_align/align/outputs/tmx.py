"""TMX 1.4b, a translation memory: beads that have both sides, each as a `<tu>`.

A memory has no place for sentences without a partner; those are left out.
"""

from collections.abc import Iterable, Iterator

from zhen_align import __version__
from zhen_align.align.outputs.sides import chinese_tag, source_and_target, tags
from zhen_align.align.outputs.xml import Names, escaped
from zhen_align.types import Alignment, Lang


def render(alignments: Iterable[Alignment], target: Lang) -> Iterator[str]:
    """Yield the header, the units in order, the end."""
    every = list(alignments)
    source_tag, target_tag = tags(every, target)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield (
        f'<header creationtool="zhen-align" creationtoolversion="{__version__}"'
        ' segtype="sentence" o-tmf="zhen-align" adminlang="en"'
        f' srclang="{source_tag}" datatype="plaintext"/>\n<body>\n'
    )
    names = Names()
    for alignment in every:
        zh_tag = chinese_tag([alignment])
        source_tag, target_tag = ("en", zh_tag) if target is Lang.ZH else (zh_tag, "en")
        for bead in alignment.beads:
            if bead.zh and bead.en:
                texts = source_and_target(alignment, bead, target)
                yield f'<tu tuid="{names.of(*texts)}" srclang="{source_tag}">\n'
                yield f'  <prop type="x-score">{bead.score:.4f}</prop>\n'
                yield f'  <prop type="x-unit">{bead.unit.value}</prop>\n'
                yield f'  <prop type="x-document">{escaped(alignment.name)}</prop>\n'
                for tag, text in zip((source_tag, target_tag), texts, strict=True):
                    yield f'  <tuv xml:lang="{tag}"><seg>{escaped(text)}</seg></tuv>\n'
                yield "</tu>\n"
    yield "</body>\n</tmx>\n"
