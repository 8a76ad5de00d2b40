"""The hooks in a repository of somebody else, run by pre-commit itself.

Quick by default: pre-commit runs the hooks with the command that is installed here. With
ZHEN_ALIGN_SLOW=1 it installs this project into an environment of its own, as it does for
users; that takes minutes and a package index.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[1]
TEXTS = {
    "docs/a.en.md": "The old robot walks on 50 legs.\n",
    "docs/a.zh.md": "旧的机器人用60条腿走路。\n",  # on 60 legs
    "docs/b.en.md": "The new robot carries 12 litres.\n",
    "docs/b.zh.md": "新的机器人携带12升水。\n",
    "zhen-align.toml": 'paths = ["docs"]\n',
    "README.md": "Robots.\n",
}
pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("pre_commit") is None or shutil.which("git") is None,
        reason="needs pre-commit and git: pip install -e '.[dev]'",
    ),
    pytest.mark.skipif(sys.platform == "win32", reason="the stand-in command is a shell script"),
]


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Return a repository with a wrong pair and a right one, all staged."""
    folder = tmp_path / "theirs"
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for arguments in (["init", "-qb", "main"], ["add", "."]):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    return folder


def _pre_commit(repo: Path, *arguments: str) -> tuple[int, str]:
    """Run pre-commit with a home of its own and our command in its path."""
    place = repo.parent / "bin"
    place.mkdir(exist_ok=True)
    command = place / "zhen-align"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m zhen_align "$@"\n', "utf-8")
    command.chmod(0o755)
    env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    env |= {
        "PATH": f"{place}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(repo.parent / "home"),
        "GITHUB_ACTIONS": "",
    }
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=repo, env=env, capture_output=True, check=False,
    )  # fmt: skip
    return done.returncode, (done.stdout + done.stderr).decode("utf-8")


def _local(repo: Path) -> None:
    """Write a configuration with our hooks, run by the command that is installed."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hooks = [hook | {"language": "system"} for hook in hooks]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (repo / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=repo, check=True)


def test_the_definition_is_valid() -> None:
    """By pre-commit's own schema, file types included."""
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


# the hook, the files of a commit, and whether it lets them pass
RUNS = [
    ("zhen-align", ["docs/a.en.md"], False, "the original of a wrong translation"),
    ("zhen-align", ["docs/b.zh.md", "README.md"], True, "another pair, and no pair at all"),
    ("zhen-align-all", ["docs/b.zh.md"], False, "everything, whatever is committed"),
    ("zhen-align", ["zhen-align.toml"], True, "no text"),
]


@pytest.mark.parametrize(("hook", "files", "passes", "gloss"), RUNS, ids=[g for *_, g in RUNS])
def test_the_hooks(repo: Path, hook: str, files: list[str], passes: bool, gloss: str) -> None:
    """A commit is judged by the pairs that it touches, with their originals."""
    _local(repo)
    code, said = _pre_commit(repo, "run", hook, "--files", *files)
    assert (code, "50 has become 60" in said) == ((0, False) if passes else (1, True)), said


def test_what_init_writes_is_valid(repo: Path) -> None:
    """By pre-commit's own schema."""
    from zhen_align.cli.init_files import files

    text = files("none", repo)[".pre-commit-config.yaml"]
    (repo / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    assert _pre_commit(repo, "validate-config") == (0, "")


@pytest.mark.skipif(os.environ.get("ZHEN_ALIGN_SLOW") != "1", reason="slow: ZHEN_ALIGN_SLOW=1")
def test_an_installation_of_its_own(repo: Path) -> None:
    """As users have it: pre-commit clones the repository and installs the project."""
    code, said = _pre_commit(repo, "try-repo", str(ROOT), "zhen-align", "--files", "docs/a.zh.md")
    assert (code, "50 has become 60" in said) == (1, True), said
