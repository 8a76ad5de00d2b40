"""Asks git which files have changed since a revision.

Compared is with the merge base, so that what others did meanwhile does not count; files
that git does not know yet count as changed. git is asked for names only, and nothing that
a repository's configuration names is started.
"""

import os
import subprocess
from pathlib import Path

from zhen_align.errors import UsageError

_SAFE = ("-c", "core.fsmonitor=false")


def changed_since(revision: str, root: Path) -> frozenset[str]:
    """Return the changed files, named from `root` with `/`, as everything else names them."""
    _git(root, "rev-parse", "--git-dir", fix="run it inside a git repository")
    top = Path(os.fsdecode(_git(root, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    base = _base(revision, root)
    command = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", base, "--")
    names = _git(top, *command) + _git(top, "ls-files", "-z", "--others", "--exclude-standard")
    here = root.resolve()
    return frozenset(
        Path(os.path.relpath(top.resolve() / os.fsdecode(name), here)).as_posix()
        for name in names.split(b"\0")
        if name
    )


def _base(revision: str, root: Path) -> str:
    """Return the commit to compare with."""
    wanted = f"{revision}^{{commit}}"
    fix = "name a commit, a branch or a tag; a shallow clone may have to fetch it first"
    if not revision or revision.startswith("-"):
        raise UsageError(f"'{revision}' is no revision", where="--changed-since", fix=fix)
    known = _git(
        root, "rev-parse", "--verify", "--quiet", wanted,
        what=f"git knows no revision '{revision}'", fix=fix,
    )  # fmt: skip
    commit = known.decode("ascii").strip()
    try:
        found = _git(root, "merge-base", commit, "HEAD").decode("ascii").strip()
    except UsageError:  # no common history is known, as in a shallow clone
        return commit
    return found or commit


def _git(folder: Path, *arguments: str, what: str = "", fix: str = "") -> bytes:
    """Return what git says."""
    command = ["git", "-C", str(folder), *_SAFE, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        what = "needs git, which cannot be started here"
        raise UsageError(what, where="--changed-since", fix="install git") from error
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().partition("\n")[0].removeprefix("fatal: ")
        raise UsageError(what or said or "git fails", where="--changed-since", fix=fix)
    return done.stdout
