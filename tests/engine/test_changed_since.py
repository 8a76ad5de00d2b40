"""What git says has changed."""

import os
import subprocess
from pathlib import Path

import pytest

from zhen_align.engine.changed import changed_since
from zhen_align.errors import UsageError

IDENTITY = {
    f"GIT_{who}_{what}": f"{value}"
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "somebody"), ("EMAIL", "somebody@example.org"))
}


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True,
        capture_output=True,
        env=os.environ | IDENTITY | {"GIT_CONFIG_GLOBAL": os.devnull},
    )


def _commit(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    _git(folder, "add", ".")
    _git(folder, "commit", "-qm", "x")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Return a repository on a branch `work`, which a, 中文 and gone were on before."""
    _git(tmp_path, "init", "-qb", "main")
    _commit(tmp_path, a="1", b="1", 中文="1", gone="1")  # "Chinese", as a file's name
    _git(tmp_path, "checkout", "-qb", "work")
    return tmp_path


def test_committed_changed_new_and_deleted(repo: Path) -> None:
    """Commits of the branch, the working tree and files that git does not know yet count."""
    _commit(repo, a="2")
    (repo / "中文.md").write_text("2", encoding="utf-8")
    (repo / "new one.md").write_text("1", encoding="utf-8")
    (repo / "gone.md").unlink()
    assert changed_since("main", repo) == {"a.md", "中文.md", "new one.md", "gone.md"}


def test_what_others_did_meanwhile_does_not_count(repo: Path) -> None:
    """Compared is with where the branch began."""
    _commit(repo, a="2")
    _git(repo, "checkout", "-q", "main")
    _commit(repo, b="2")
    _git(repo, "checkout", "-q", "work")
    assert changed_since("main", repo) == {"a.md"}


def test_without_common_history_the_commit_itself_counts(repo: Path) -> None:
    """As in a shallow clone."""
    _git(repo, "checkout", "-q", "--orphan", "alone")
    _commit(repo, a="3")
    assert changed_since("main", repo) == {"a.md"}


def test_ignored_files_are_not_new(repo: Path) -> None:
    """What .gitignore names is nobody's translation."""
    (repo / ".gitignore").write_text("made.md\n", encoding="utf-8")
    (repo / "made.md").write_text("1", encoding="utf-8")
    assert changed_since("main", repo) == {".gitignore"}


def test_names_start_at_the_configuration(repo: Path) -> None:
    """Which may lie below the repository's top."""
    (repo / "docs").mkdir()
    (repo / "docs" / "c.md").write_text("1", encoding="utf-8")
    _commit(repo, a="2")
    assert changed_since("main", repo / "docs") == {"../a.md", "c.md"}


def test_nothing_of_the_repository_is_started(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration that names programs cannot make us run them, and the user's own stays."""
    own = repo / ".git"
    trap = own / "hooks" / "post-index-change"
    trap.parent.mkdir(exist_ok=True)
    trap.write_text(f"#!/bin/sh\ntouch '{own}/sprung'\n", encoding="utf-8")
    trap.chmod(0o755)
    keys = ("core.fsmonitor", "diff.external", "filter.x.clean", "filter.a=b.process")
    for key in (*keys, "remote.origin.uploadpack"):
        _git(repo, "config", key, str(trap))
    _git(repo, "config", "filter.x.required", "true")
    _git(repo, "config", "remote.origin.url", str(repo))
    _git(repo, "config", "remote.origin.promisor", "true")
    (own / "info" / "attributes").write_text("*.md filter=x\nb.md filter=a=b\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fileMode")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "false")
    (repo / "gone.md").chmod(0o755)
    for name, text in (("a", "2"), ("b", "1")):
        (repo / f"{name}.md").write_text(text, encoding="utf-8")
    (own / "sprung").unlink(missing_ok=True)
    assert changed_since("main", repo) == {"a.md"}
    with pytest.raises(UsageError, match="knows no revision"):
        changed_since("1" * 40, repo)
    assert not (own / "sprung").exists()


def test_submodules_are_looked_into(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Their commits since then, their working tree, and all of one that is new or rewritten."""
    other = tmp_path_factory.mktemp("other")
    _git(other, "init", "-qb", "main")
    _commit(other, x="1", y="1")
    _git(repo, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other), "en")
    assert changed_since("main", repo) == {".gitmodules", "en/x.md", "en/y.md"}
    _git(repo, "commit", "-qm", "x")
    assert changed_since("HEAD", repo) == set()
    (repo / "en" / "x.md").write_text("2", encoding="utf-8")
    assert changed_since("HEAD", repo) == {"en/x.md"}
    _commit(repo / "en", x="2")
    _git(repo, "commit", "-qam", "x")
    assert changed_since("HEAD", repo) == set()
    assert changed_since("HEAD~1", repo) == {"en/x.md"}
    _git(repo, "submodule", "--quiet", "deinit", "-f", "en")
    assert changed_since("HEAD~1", repo) == set()


# a revision, and what is said
REFUSED = [
    ("no-such", "--changed-since: git knows no revision 'no-such'; name a commit"),
    ("--output=x", "--changed-since: '--output=x' is no revision; name a commit"),
    ("", "--changed-since: '' is no revision; name a commit"),
]


@pytest.mark.parametrize(("revision", "said"), REFUSED)
def test_an_unknown_revision_is_refused(repo: Path, revision: str, said: str) -> None:
    """With the way out."""
    with pytest.raises(UsageError) as caught:
        changed_since(revision, repo)
    assert str(caught.value).startswith(said)
    assert not (repo / "x").exists()


def test_a_repository_of_somebody_else(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """git refuses, in the container of a job say; what helps is said."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    with pytest.raises(UsageError, match="dubious ownership") as caught:
        changed_since("main", repo)
    assert str(caught.value).endswith(f"; git config --global --add safe.directory '{repo}'")


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And where there is no git at all."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="not a git repository"):
        changed_since("main", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="needs git"):
        changed_since("main", tmp_path)
