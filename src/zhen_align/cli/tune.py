"""`zhen-align tune`: the weights of the alignment score from a user's own gold."""

from pathlib import Path
from typing import Annotated

import typer

from zhen_align.cli import options
from zhen_align.errors import UsageError, ZhenError


def tune(
    zh: Annotated[Path, typer.Option("--zh", metavar="F", help="The Chinese text, or a folder.")],
    en: Annotated[Path, typer.Option("--en", metavar="F", help="The English text, or a folder.")],
    gold: Annotated[
        Path, typer.Option("--gold", metavar="F", help="The ladder, or a folder of NAME.align.")
    ],
    blocks: Annotated[
        bool, typer.Option("--blocks", help="A bead of the gold may hold several, as a paragraph.")
    ] = False,
    pull: Annotated[
        float,
        typer.Option("--pull", metavar="X", min=0.01, help="How strongly the old weights hold."),
    ] = 5.0,
    encoder: options.Encoder = None,
    allow_download: options.AllowDownload = False,
    output: options.Output = "-",
    quiet: options.Quiet = False,
) -> None:
    """Fit the weights of the alignment score to your own gold.

    --zh and --en have one sentence a line; the gold is what `align --lines --format ladder`
    prints, corrected by hand. It may be partial: what it does not name says nothing. The
    result is JSON for the configuration: weights = "FILE". What it is worth is said on
    stderr, for texts that the fit has not seen where there are several.
    """
    from zhen_align.align.tuned import to_json
    from zhen_align.cli import common
    from zhen_align.cli import output as out
    from zhen_align.engine import lines
    from zhen_align.engine.encoders import encoder_of
    from zhen_align.evaluate import files, tuning

    out.check_writable(output)
    for path, option in ((zh, "--zh"), (en, "--en"), (gold, "--gold")):
        if not path.exists():
            raise UsageError(f"{option} does not exist", where=str(path), fix="name one that does")
    if gold.is_dir() != zh.is_dir():
        what = "is a folder and the texts are not" if gold.is_dir() else "is a file, the texts not"
        raise UsageError(what, where=str(gold), fix="name three files or three folders")
    found = lines.twins(zh, en)
    errors: list[ZhenError] = list(found.errors)
    golds = []
    for pair in found.pairs:
        path = gold / f"{pair.name}.align" if gold.is_dir() else gold
        if not path.is_file():
            common.note(f"{pair.name}: no gold for it", quiet=quiet)
            continue
        try:
            ladder = files.read_ladder(path)
            golds.append(tuning.gold_of(pair.zh, pair.en, ladder, str(path), blocks=blocks))
        except ZhenError as error:
            errors.append(error)
    if not golds:
        fix = "name the ladders as the texts, with .align"
        nothing = UsageError("holds no gold for these texts", where=str(gold), fix=fix)
        common.finish(errors or [nothing])
    settings = common.configure(None, encoder=encoder, allow_download=allow_download)
    model = encoder_of(settings.encoder, settings.root if settings.cache else None)
    result = tuning.tuned(golds, pull, lambda what: common.note(what, quiet=quiet), model)
    if result.without is not None:
        common.note(f"strict F1 {result.without.f1:.4f} without the encoder", quiet=quiet)
    of = "texts that the fit did not see" if result.unseen else "the gold itself: there is one text"
    before, after = result.before.f1, result.after.f1
    common.note(f"strict F1 {before:.4f}, now {after:.4f}, on {of}", quiet=quiet)
    out.write(to_json(result.weights), output)
    common.finish(errors)
