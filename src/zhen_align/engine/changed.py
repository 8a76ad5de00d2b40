"""Asks git which files have changed since a revision.

Compared is with the merge base, so that what others did meanwhile does not count; files
that git does not know yet count as changed, and so do those of submodules that are checked
out. git is asked for names only, and nothing that a repository's configuration names is
started: no hook, no filter, no transport.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from zhen_align.errors import UsageError

_WHERE = "--changed-since"
_FIX = "name a commit, a branch or a tag; a shallow clone may have to fetch it first"
_INERT = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
# reading must not refresh the index, nor fetch what a partial clone lacks
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
_OF_ONE_REPOSITORY = {
    "GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_WORK_TREE",
}  # fmt: skip
_LINK = b"160000"  # the mode of a submodule


def changed_since(revision: str, root: Path) -> frozenset[str]:
    """Return the changed files, named from `root` with `/`, as everything else names them."""
    git = _Git(root, os.environ)
    git.says("rev-parse", "--git-dir", fix="run it inside a git repository")
    top = Path(os.fsdecode(git.says("rev-parse", "--show-toplevel").rstrip(b"\n")))
    here = root.resolve()
    return frozenset(
        Path(os.path.relpath(path, here)).as_posix()
        for path in _changed(_Git(top, os.environ), _base(revision, git))
    )


def _changed(git: "_Git", base: str) -> Iterator[Path]:
    """Yield what differs from a commit in the working tree at `git`, submodules included."""
    top = git.folder.resolve()
    tree = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules")
    others = ("ls-files", "-z", "--others", "--exclude-standard")
    for name in (*git.names(*tree, base, "--"), *git.names(*others)):
        yield top / os.fsdecode(name)
    for entry in git.names("ls-files", "-z", "--stage"):
        mode, _, name = entry.partition(b"\t")
        if mode.startswith(_LINK):
            yield from _changed_below(git, base, os.fsdecode(name))


def _changed_below(git: "_Git", base: str, name: str) -> Iterator[Path]:
    """Yield what has changed in a submodule since the commit that it had; all, if that is lost."""
    folder = git.folder / name
    if folder.is_symlink() or not (folder / ".git").exists():
        return
    env = {key: value for key, value in git.env.items() if key not in _OF_ONE_REPOSITORY}
    inner = _Git(folder, env)
    was = git.says("ls-tree", "-z", base, "--", f":(literal){name}").partition(b"\t")[0].split()
    try:
        if not was or was[0] != _LINK:
            raise UsageError("was no submodule then", where=_WHERE)
        yield from list(_changed(inner, _base(os.fsdecode(was[2]), inner)))
    except UsageError:
        for each in inner.names("ls-files", "-z"):
            yield folder.resolve() / os.fsdecode(each)


def _base(revision: str, git: "_Git") -> str:
    """Return the commit to compare with."""
    if not revision or revision.startswith("-"):
        raise UsageError(f"'{revision}' is no revision", where=_WHERE, fix=_FIX)
    what = f"git knows no revision '{revision}'"
    wanted = ("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    commit = git.says(*wanted, what=what, fix=_FIX).decode("ascii").strip()
    try:
        found = git.says("merge-base", commit, "HEAD").decode("ascii").strip()
    except UsageError:  # no common history is known, as in a shallow clone
        return commit
    return found or commit


class _Git:
    """git in a folder, with all that the repository there could make it start turned off."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self.folder, self.env = folder, {**env, **_QUIET}

    def names(self, *arguments: str) -> list[bytes]:
        """Return what git lists, which ends each with a NUL."""
        return [name for name in self.says(*arguments).split(b"\0") if name]

    def says(self, *arguments: str, what: str = "", fix: str = "") -> bytes:
        """Return what git says."""
        # a diff looks into files, through the filters that they have
        more = self._without_filters() if arguments[0] == "diff" else {}
        done = self._run(arguments, self.env | more)
        if done.returncode:
            said = os.fsdecode(done.stderr).strip().partition("\n")[0].removeprefix("fatal: ")
            if "dubious ownership" in said:  # as in the container of a job
                what, fix = said, f"git config --global --add safe.directory '{self.folder}'"
            raise UsageError(what or said or "git fails", where=_WHERE, fix=fix)
        return done.stdout

    def _without_filters(self) -> dict[str, str]:
        """Return the environment in which the filters that are configured do nothing."""
        pattern = r"^filter\..*\.(clean|process|required)$"
        done = self._run(("config", "-z", "--name-only", "--get-regexp", pattern), self.env)
        keys = sorted({os.fsdecode(key) for key in done.stdout.split(b"\0") if key})
        count = self.env.get("GIT_CONFIG_COUNT", "")
        first = int(count) if count.isdecimal() else 0
        said = {"GIT_CONFIG_COUNT": str(first + len(keys))}
        for number, key in enumerate(keys, first):
            said[f"GIT_CONFIG_KEY_{number}"] = key
            said[f"GIT_CONFIG_VALUE_{number}"] = "false" if key.endswith(".required") else ""
        return said

    def _run(
        self, arguments: tuple[str, ...], env: Mapping[str, str]
    ) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-C", str(self.folder), *_INERT, *arguments]
        try:
            return subprocess.run(command, capture_output=True, check=False, env=env)
        except OSError as error:
            what = "needs git, which cannot be started here"
            raise UsageError(what, where=_WHERE, fix="install git") from error
