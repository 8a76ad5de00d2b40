"""What other projects take from here: the hooks, the action, the GitLab job, their page."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from zhen_align.config import _KEYS
from zhen_align.lint.outputs import OUTPUTS

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
PAIR = {"a.en.md": "The old robot walks on 50 legs.\n", "a.zh.md": "旧的机器人用60条腿走路。\n"}
bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with a pair in docs/ that has one wrong number, and our command in bin/."""
    (tmp_path / "docs").mkdir()
    for name, text in PAIR.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    (tmp_path / "zhen-align.toml").write_text('paths = ["docs"]\n', encoding="utf-8")
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "zhen-align"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m zhen_align "$@"\n', "utf-8")
    command.chmod(0o755)
    return tmp_path


def _bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as the runners do."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    env = os.environ | {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"} | variables
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def _action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return loaded


def test_the_hooks_have_what_pre_commit_needs() -> None:
    """One is given the files of a commit and sees all of them; the other is given none."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    named, whole = yaml.safe_load(text)
    for hook in (named, whole):
        assert {"id", "name", "entry", "language", "types_or"} <= set(hook)
        assert (hook["language"], hook["require_serial"]) == ("python", True)
    assert "--whole-set" in named["entry"]
    assert whole["pass_filenames"] is False


def test_the_action_is_composite_and_takes_inputs_by_environment() -> None:
    """No input or event is pasted into a script; every `run` names its shell."""
    action = _action()
    assert {"name", "description", "branding", "inputs", "runs"} <= set(action)
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        if "run" in step:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"]
    used = set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert used == set(action["inputs"])
    upload = action["runs"]["steps"][-1]
    assert "fork != true" in upload["if"]
    assert "upload-sarif" in upload["uses"]


def _lint(
    project: Path, **inputs: str
) -> tuple[subprocess.CompletedProcess[str], Mapping[str, str]]:
    """Run the lint step of the action; return what it did and its outputs."""
    action = _action()
    (step,) = [each for each in action["runs"]["steps"] if each.get("id") == "lint"]
    values = {name: each["default"] for name, each in action["inputs"].items()} | inputs
    env = {
        name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda m: values[m[1]], value)
        for name, value in step["env"].items()
    }
    env["ZHEN_SARIF"] = str(project / "out.sarif")
    outputs = project / "outputs"
    outputs.touch()
    done = _bash(
        step["run"], project, **env, GITHUB_ACTIONS="true", GITHUB_OUTPUT=str(outputs),
        GITHUB_STEP_SUMMARY=str(project / "summary.md"),
    )  # fmt: skip
    said = dict(line.split("=", 1) for line in outputs.read_text("utf-8").splitlines())
    return done, said


@bash
def test_the_action_annotates_and_fails(project: Path) -> None:
    """Annotations, a table, SARIF, and the exit code of lint."""
    done, outputs = _lint(project)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=docs/a.zh.md,line=1,")
    assert outputs == {"exit-code": "1", "sarif-file": str(project / "out.sarif")}
    assert json.loads((project / "out.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert (project / "summary.md").read_text("utf-8").startswith("## zhen-align: 1 error")


@bash
def test_the_action_hands_its_inputs_on(project: Path) -> None:
    """Paths and further options, one a line; a wrong path is exit 2."""
    done, _ = _lint(project, arguments="--rule\nterm-forbidden", paths="docs/a.en.md\ndocs/a.zh.md")
    assert done.returncode == 0, done.stderr
    assert "checked 2 files" in done.stdout
    done, outputs = _lint(project, paths="no such folder", summary="false")
    assert (done.returncode, outputs["exit-code"]) == (2, "2")
    assert "error: no such folder: does not exist" in done.stderr


@bash
def test_the_action_shows_no_report_of_an_earlier_run(project: Path) -> None:
    """Where a second one in the same job cannot read its input."""
    _lint(project)
    (project / "outputs").unlink()
    _, outputs = _lint(project, paths="no such folder")
    assert outputs == {"exit-code": "2"}


@bash
@pytest.mark.parametrize("version", ["", "1.0"])
def test_the_action_installs_by_no_file_of_the_branch(project: Path, version: str) -> None:
    """A pip.py there is a stranger's."""
    (project / "pip.py").write_text("open('sprung', 'w')\n", encoding="utf-8")
    pip = project / "bin" / "pip"
    pip.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    pip.chmod(0o755)
    (step,) = [each for each in _action()["runs"]["steps"] if each.get("id") == "install"]
    done = _bash(step["run"], project, ZHEN_VERSION=version, ZHEN_SOURCE="/a b; $(touch sprung)")
    wanted = f"zhen-align=={version}" if version else "/a b; $(touch sprung)"
    assert done.stdout == f"install --disable-pip-version-check {wanted}\n"
    assert not (project / "sprung").exists()


@bash
def test_no_input_is_code(project: Path) -> None:
    """Whatever the shell would make of it."""
    trap = "$(touch sprung) `touch sprung`; touch sprung #\n--write=json=sprung/"
    names = ("paths", "config", "fail-on", "max-warnings", "baseline", "changed-since", "arguments")
    done, _ = _lint(project, **dict.fromkeys(names, trap))
    assert done.returncode == 2
    assert not (project / "sprung").exists()


@bash
def test_the_gitlab_job_of_the_page_runs(project: Path) -> None:
    """Both reports are there, whatever lint found."""
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (job,) = [yaml.safe_load(block)["zhen-align"] for block in blocks if "gl-code-quality" in block]
    (install, *script) = job["script"]
    assert install == "pip install zhen-align"
    assert _bash("\n".join(script), project).returncode == 1
    for report in job["artifacts"]["reports"].values():
        assert (project / report).stat().st_size


def test_the_page_shows_only_what_there_is() -> None:
    """Options are options of lint, keys are keys, formats are formats, hooks are hooks."""
    from typer.main import get_command

    from zhen_align.cli.app import program

    whole = get_command(program([]))
    context = whole.make_context("zhen-align", ["lint", "--exit-zero"], resilient_parsing=True)
    command = whole.get_command(context, "lint")  # type: ignore[attr-defined]
    options = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", re.sub(r"<!--.*?-->", "", PAGE)))
    assert shown - options == set()
    rows = re.search(r"\n\| format \|.*?\n\n", PAGE, re.DOTALL)
    assert rows is not None
    assert re.findall(r"^\| `([a-z]+)`", rows[0], re.MULTILINE) == list(OUTPUTS)
    for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL):
        import tomllib

        assert set(tomllib.loads(block)["tool"]["zhen-align"]) <= set(_KEYS)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert set(re.findall(r"- id: (zhen-align[a-z-]*)", PAGE)) == {hook["id"] for hook in hooks}
