"""What the commands that read texts have in common: options to a session, and its end."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from zhen_align.cli.outcome import WRONG, complain, complain_of
from zhen_align.cli.progress import Progress
from zhen_align.config import Config, load
from zhen_align.errors import InputError, UsageError, ZhenError

if TYPE_CHECKING:
    from zhen_align.engine.session import Session
    from zhen_align.glossary.rows import Table
    from zhen_align.types import Alignment, Document, Lang


def configure(
    file: Path | None,
    *,
    glossary: Path | None = None,
    jobs: int | None = None,
    no_cache: bool = False,
    scheduler: str | None = None,
    encoder: str | None = None,
    allow_download: bool = False,
) -> Config:
    """Return the configuration with what the command line says laid over it."""
    config = load(Path.cwd(), file)
    if glossary is not None:
        config = replace(config, glossary=str(Path.cwd() / glossary))
    if jobs is not None:
        config = replace(config, jobs=jobs)
    if scheduler is not None:
        if scheduler:
            # here, since with everything in the cache nobody would connect to it
            from zhen_align.engine.cluster import check

            check(scheduler)
        config = replace(config, scheduler=scheduler)
    if encoder is not None:
        config = replace(config, encoder=encoder)
    if allow_download and config.encoder:
        from zhen_align.engine.encoders import allow_download as allow

        allow(config.encoder)
    return replace(config, cache=config.cache and not no_cache)


def one_of(value: str, known: Sequence[str], option: str) -> str:
    """Return `value` if it is known; else say what was probably meant."""
    if value in known:
        return value
    near = get_close_matches(value, known, n=1, cutoff=0.5)
    fix = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(known)}"
    raise UsageError(f"{option} does not know '{value}'", fix=fix)


def read_and_align(
    paths: Sequence[str] | None,
    config: Config,
    *,
    quiet: bool,
    named: tuple[Path, Path] | None = None,
    stdin: str = "",
) -> "Session":
    """Align what the paths name, else what the configuration names, or two `named` files.

    `stdin` is what standard input is called.
    """
    from zhen_align.engine import session, tasks

    errors: Sequence[ZhenError] = ()
    if stdin and tasks.STDIN not in (paths or ()):
        what = "--stdin-filename names standard input, which is not read"
        raise UsageError(what, fix="give - as a PATH, or leave it out")
    if named is None:
        planned, errors = tasks.plan(paths or (), config, stdin)
    else:
        planned = tasks.pair(*named, config)
    with Progress("aligning", quiet=quiet) as progress:
        done = session.run(planned, progress, config.jobs, scheduler=config.scheduler)
    result = replace(done, errors=(*errors, *done.errors))
    spoken = bool(result.paired or result.unpaired)
    check_read(spoken, result.errors, result.blank, quiet=quiet)
    return result


def check_read(
    spoken: bool, errors: Sequence[ZhenError], blank: Sequence[str], *, quiet: bool
) -> None:
    """Name the texts that are `blank`; end where no text was `spoken`."""
    if errors and not spoken:
        finish(errors)
    if not spoken:
        raise InputError("no text in it", where=", ".join(blank), fix="name a file with text")
    for name in blank:
        note(f"{name}: no text in it", quiet=quiet)


def target_of(alignments: "Sequence[Alignment]", config: Config) -> "Lang":
    """Return the language of the translations: as configured, else what most texts tell."""
    from zhen_align.lint.target import translation
    from zhen_align.types import Lang

    if config.target != "auto":
        return Lang(config.target)
    told = [translation(alignment) for alignment in alignments]
    return Lang.EN if 2 * told.count(Lang.EN) > len(told) else Lang.ZH


def read_glossary(config: Config, *, needed: bool) -> "Table":
    """Return the glossary; that there is none is an error where it is `needed`."""
    from zhen_align.glossary.store import read

    if needed and not config.glossary_path.is_file():
        raise UsageError(
            "there is no such glossary",
            where=name_of(config),
            fix="name another with --glossary, or make it with zhen-align build",
        )
    return read(config.glossary_path, name_of(config))


def glossary_file(config: Config) -> "Document | None":
    """Return the glossary as a document, for findings that stand in it."""
    from zhen_align.glossary.store import text
    from zhen_align.types import Document

    if not config.glossary_path.is_file():
        return None
    return Document(name_of(config), text(config.glossary_path, name_of(config)), ())


def name_of(config: Config) -> str:
    """Return what messages call the glossary: its path from the configuration's folder."""
    path = config.glossary_path
    inside = path.is_relative_to(config.root)
    return path.relative_to(config.root).as_posix() if inside else str(path)


def check_rules(config: Config) -> None:
    """Complain of rules in the configuration or on the command line that there are not."""
    from zhen_align.config import place
    from zhen_align.lint.rules import rule

    overridden = (name for each in config.overrides for name in each.rules)
    ignored = (name for each in config.ignore for name in each.rules)
    for name in (*config.rules, *overridden, *ignored):
        rule(name, where=place(config.file, name) if config.file else "")
    for name in (*config.only, *config.without):
        rule(name)


def warn_of_contradictions(table: "Table", name: str) -> None:
    """Name the rows of people that cannot both hold; the work goes on."""
    from zhen_align.glossary.contradictions import contradictions

    for found in contradictions(table):
        complain(f"warning: {name}:{found.first}: {found.why}; see also line {found.second}")


def note(message: str, *, quiet: bool) -> None:
    """Say something that is no error."""
    if not quiet:
        complain(f"note: {message}")


def finish(errors: Sequence[ZhenError], code: int = 0) -> None:
    """Name every file that could not be read; end with 2 where there is one, else with `code`."""
    for error in errors:
        complain_of(error)
    raise typer.Exit(WRONG if errors else code)
