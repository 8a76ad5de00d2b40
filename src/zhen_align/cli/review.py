"""`zhen-align review`: the local page where people decide about terms."""

from typing import TYPE_CHECKING, Annotated

import typer

from zhen_align.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhen_align.config import Config
    from zhen_align.review.evidence import Evidence
    from zhen_align.review.serve import Server


def review(
    paths: options.Paths = None,
    port: Annotated[
        int | None,
        typer.Option(
            "--port", metavar="N", min=0, max=65535, help="Where to listen, on this machine only."
        ),
    ] = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only print the address.")
    ] = False,
    config: options.ConfigFile = None,
    glossary: options.Glossary = None,
    jobs: options.Jobs = None,
    scheduler: options.Scheduler = None,
    encoder: options.Encoder = None,
    allow_download: options.AllowDownload = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Accept, correct and reject terms on a local web page."""
    from zhen_align.cli import common
    from zhen_align.review.book import Book
    from zhen_align.review.evidence import Evidence
    from zhen_align.review.journal import Journal
    from zhen_align.review.serve import Server, bind

    settings = common.configure(
        config,
        glossary=glossary,
        jobs=jobs,
        no_cache=no_cache,
        scheduler=scheduler,
        encoder=encoder,
        allow_download=allow_download,
    )
    common.read_glossary(settings, needed=True)
    name = common.name_of(settings)
    journal = Journal(settings.root if settings.cache else None, name)
    book = Book(settings.glossary_path, name, journal)
    evidence = Evidence()
    server = Server(book, evidence, bind(port))
    try:
        _gather(paths or (), settings, evidence, _Opening(server, evidence, no_browser))
        server.wait()
    finally:
        server.stop()
        evidence.close()


class _Opening:
    """Opens the page as soon as every process that aligns has been started."""

    def __init__(self, server: "Server", evidence: "Evidence", no_browser: bool) -> None:
        self._server, self._evidence, self._no_browser = server, evidence, no_browser
        self._open = False

    def start(self, total: int) -> None:
        """Serve, and say where."""
        from zhen_align.cli import output as out
        from zhen_align.review.serve import show

        if self._open:
            return
        self._open = True
        self._evidence.total = total
        self._server.start()
        out.write(f"{self._server.address}\n")
        if not self._no_browser:
            show(self._server.address)

    def advance(self) -> None:
        """Count one more text as aligned."""
        self._evidence.done += 1


def _gather(
    paths: "Sequence[str]",
    settings: "Config",
    evidence: "Evidence",
    opening: _Opening,
) -> None:
    """Align the texts, from the cache where it knows them; the page says what is wrong."""
    from zhen_align.engine import session, tasks
    from zhen_align.errors import ZhenError

    errors: Sequence[ZhenError] = ()
    try:
        planned, errors = tasks.plan(paths, settings)
    except ZhenError as error:
        if paths:
            raise
        planned, errors = [], (error,)
    if paths and errors:
        raise errors[0]
    done = session.run(planned, opening, settings.jobs, scheduler=settings.scheduler)
    opening.start(0)
    evidence.hold(done.paired, (*errors, *done.errors))
    evidence.follow()  # once the page asks: its first look goes to the rows
