"""`zhen-align build`: the main job, from texts to the glossary."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from zhen_align.cli import options
from zhen_align.errors import UsageError

if TYPE_CHECKING:
    from zhen_align.config import Config
    from zhen_align.engine.collection import Collection
    from zhen_align.engine.comparable import Found


def build(
    paths: options.Paths = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if the glossary would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; print the rows that would change.")
    ] = False,
    top: Annotated[
        int | None,
        typer.Option("--top", metavar="N", min=1, help="Write nothing; print the N best rows."),
    ] = None,
    min_count: Annotated[
        int | None,
        typer.Option("--min-count", metavar="N", min=1, help="Leave out what is seen less often."),
    ] = None,
    min_score: Annotated[
        float | None,
        typer.Option(
            "--min-score", metavar="X", min=0, max=1, help="Leave out what scores less, 0 to 1."
        ),
    ] = None,
    output: options.Output = "-",
    config: options.ConfigFile = None,
    glossary: options.Glossary = None,
    jobs: options.Jobs = None,
    scheduler: options.Scheduler = None,
    encoder: options.Encoder = None,
    allow_download: options.AllowDownload = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Read, align, extract terms, and bring the glossary up to date."""
    from zhen_align import pipeline
    from zhen_align.cli import common, summary
    from zhen_align.cli import output as out
    from zhen_align.engine.live import counts
    from zhen_align.glossary import store

    if top is not None and (check or diff):
        raise UsageError("--top goes with neither --check nor --diff", fix="run twice")
    settings = common.configure(
        config,
        glossary=glossary,
        jobs=jobs,
        no_cache=no_cache,
        scheduler=scheduler,
        encoder=encoder,
        allow_download=allow_download,
    )
    if min_count is not None:
        settings = replace(settings, min_count=min_count)
    out.check_writable(output)
    if glossary is not None:
        out.check_writable(str(glossary))
    common.read_glossary(settings, needed=False)  # a faulty one is said before the work is done
    texts = _collected(paths, settings, quiet=quiet)
    accounts = _accounts(texts, settings, quiet=quiet)
    found = (*texts.candidates, *accounts.candidates)
    if min_score is not None:
        found = tuple(one for one in found if one.score >= min_score)
    if top is not None:
        out.write(summary.best(found, top), output)
        common.finish(texts.errors)
    if settings.cache and not (check or diff):
        _index(texts, accounts, settings, whole=not paths, quiet=quiet)
    write = store.preview if check or diff else store.update
    name = common.name_of(settings)
    outcome = write(settings.glossary_path, lambda table: pipeline.merged(table, found), name)
    # lines are those of the file as it is now
    common.warn_of_contradictions(outcome.before if check or diff else outcome.after, name)
    if diff:
        out.write(summary.differences(outcome), output)
    elif not quiet:
        live = partial(counts, texts=texts, config=settings)
        lines = summary.summary(outcome, texts, found, name, written=not check, live=live)
        out.write((*lines, *summary.of_accounts(accounts)), output)
    common.finish(texts.errors, code=int(check and outcome.written))


def _collected(paths: Sequence[str] | None, config: "Config", *, quiet: bool) -> "Collection":
    """Align the texts and extract their terms; there must be some text in one of them."""
    from zhen_align.cli import common
    from zhen_align.cli.progress import Progress
    from zhen_align.engine import tasks
    from zhen_align.engine.collection import Kind, collect

    planned, errors = tasks.plan(paths or (), config)
    texts = collect(planned, config, lambda label: Progress(label, quiet=quiet))
    texts.errors = (*errors, *texts.errors)
    blank = [text.name for _, text in texts.of_kind(Kind.BLANK)]
    spoken = texts.of_kind(Kind.PAIRED) or texts.of_kind(Kind.UNPAIRED)
    common.check_read(bool(spoken), texts.errors, blank, quiet=quiet)
    return texts


def _accounts(texts: "Collection", config: "Config", *, quiet: bool) -> "Found":
    """Find the terms that only accounts of one work show, which are no translations."""
    from zhen_align.cli.progress import Progress
    from zhen_align.engine.comparable import comparable

    with Progress("comparing", quiet=quiet) as progress:
        return comparable(texts, config, progress)


def _index(
    texts: "Collection", accounts: "Found", config: "Config", *, whole: bool, quiet: bool
) -> None:
    """Let `lookup` find the aligned pairs; a disk that takes no files is no error."""
    import sqlite3

    from zhen_align.cli import common
    from zhen_align.cli.progress import Progress
    from zhen_align.engine import index_pairs
    from zhen_align.engine.collection import indexed

    def tell(message: str) -> None:
        common.note(message, quiet=quiet)

    try:
        with Progress("indexing the pairs", quiet=quiet) as progress:
            every = [*indexed(texts), *map(index_pairs.Text.of, accounts.alignments)]
            index_pairs.update(config.root, every, progress, whole=whole, tell=tell)
    except (OSError, sqlite3.Error):
        return  # look-up will say that there are no pairs
