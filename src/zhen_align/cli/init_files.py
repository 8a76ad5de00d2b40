"""The files that `init` writes, whole: for a project that has none of them."""

import re
from pathlib import Path

from zhen_align import __version__

_USUAL = ("corpus", "docs", "doc", "content")  # where projects keep texts, the likeliest first

_CONFIGURATION = """\
# The configuration of zhen-align. Paths start at this folder. What is commented out shows
# an example; `zhen-align rules` lists the rules, `zhen-align rules NAME` explains one.

# What is read when no PATH is given: files, folders or globs.
paths = ["{paths}"]

# The glossary that `zhen-align build` keeps up to date and people correct.
glossary = "glossary/glossary.tsv"

# Which side is the translation: "zh", "en", or "auto" to tell by names and layout.
target = "auto"

# Files that translate each other, where their names do not give it away.
# pairs = [{{ zh = "docs/zh/**", en = "docs/en/**" }}]

# The least severity that makes `zhen-align lint` fail: "error", "warning" or "info".
fail-on = "error"

# More warnings than this make it fail, too.
# max-warnings = 50

# Findings that are known and accepted: made by `zhen-align lint --write-baseline FILE`.
# baseline = "zhen-align-baseline.json"

# Models of your own: one whose sentence vectors count in alignment, one that cuts Chinese words.
# encoder = "models/labse"
# segmenter = "spm:models/zh.model"

# How much each rule weighs: "error", "warning", "info" or "off".
[rules]
# number-mismatch = "error"

# Other weights for some paths; the last that fits holds.
# [[overrides]]
# paths = ["docs/archive"]
# rules = {{ number-mismatch = "info" }}

# Findings that nobody wants to see, for formats that have no comments. In Markdown and
# HTML, <!-- zhen-align-disable-next-line RULE -- reason --> stands beside the text.
# [[ignore]]
# paths = ["docs/manual.docx"]
# rules = ["number-mismatch"]
# text = "a piece of the sentence"
# reason = "why this is right"
"""

_WORKFLOW = """\
# Checks the translations on every push and pull request. It needs no secrets and may only
# read, so it is safe to run on pull requests from forks.
name: zhen-align
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - uses: actions/cache@v4
        with:
          path: |
            .zhen
            ~/.cache/zhen-align
            ~/.cache/pip
          key: zhen-align-${{ runner.os }}-${{ github.sha }}
          restore-keys: zhen-align-${{ runner.os }}-
      - run: pip install "zhen-align==VERSION"
      # annotations beside the lines, and a table on the page of the job
      - run: zhen-align lint --write "markdown=$GITHUB_STEP_SUMMARY"
"""

_GITLAB = """\
# Checks the translations, and shows what is wrong in the merge request.
zhen-align:
  image: python:3.12
  variables:
    PIP_CACHE_DIR: $CI_PROJECT_DIR/.cache/pip
    XDG_CACHE_HOME: $CI_PROJECT_DIR/.cache
  cache:
    key: zhen-align
    paths: [.zhen, .cache]
  script:
    - pip install "zhen-align==VERSION"
    - zhen-align lint --write gitlab=gl-code-quality-report.json --write junit=zhen-align.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: zhen-align.xml
"""

_PRE_COMMIT = """\
# Run by pre-commit (https://pre-commit.com): pip install pre-commit && pre-commit install
repos:
  - repo: local
    hooks:
      - id: zhen-align
        name: zhen-align lint
        entry: zhen-align lint --whole-set
        language: python
        additional_dependencies: ["zhen-align==VERSION"]
        types_or: [markdown, plain-text, html, rst, tex, pofile]
        require_serial: true
"""


def in_pyproject(text: str) -> str:
    """Return the configuration as pyproject.toml has it: every table is one of ours."""
    inner = re.sub(r"(?m)^((?:# )?\[\[?)(?=[a-z])", r"\1tool.zhen-align.", text)
    comment, _, keys = inner.partition("\n\n")
    return f"{comment}\n\n[tool.zhen-align]\n{keys}"


def files(ci: str, folder: Path) -> dict[str, str]:
    """Return the text of each file by its name, for the CI of that name."""
    paths = next((name for name in _USUAL if (folder / name).is_dir()), ".")
    jobs = {
        "github": {".github/workflows/zhen-align.yml": _WORKFLOW},
        "gitlab": {".gitlab-ci.yml": _GITLAB},
    }
    wanted = {
        "zhen-align.toml": _CONFIGURATION.format(paths=paths),
        **jobs.get(ci, {}),
        ".pre-commit-config.yaml": _PRE_COMMIT,
    }
    return {name: text.replace("VERSION", __version__) for name, text in wanted.items()}
