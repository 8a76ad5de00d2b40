"""`zhen-align completion`: what a shell has to be told so that the Tab key completes terms.

The shell asks the program itself (a variable in its environment says so), one candidate a
line; the scripts leave quoting to the shell, since most terms have blanks in them.
"""

from typing import Annotated

import typer

from zhen_align.cli import options

BASH = """\
_zhen_align_complete() {
    local line word=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS= read -r line; do
        # inside a quotation nothing has to be quoted
        case $word in [\\"\\']*) ;; *) line=$(printf %q "$line") ;; esac
        COMPREPLY+=("$line")
    done < <(ZHEN_ALIGN_COMPLETE=$COMP_CWORD "${COMP_WORDS[0]}" "${COMP_WORDS[@]:1}" 2>/dev/null)
}
complete -o nosort -o default -F _zhen_align_complete zhen-align zhen
"""
ZSH = """\
#compdef zhen-align zhen
_zhen_align_complete() {
    local -a lines
    local place=$((CURRENT - 1))
    lines=("${(@f)$(ZHEN_ALIGN_COMPLETE=$place "${words[1]}" "${(@Q)words[2,-1]}" 2>/dev/null)}")
    lines=("${(@)lines:#}")
    if (( $#lines )); then compadd -U -- "${lines[@]}"; else _files; fi
}
compdef _zhen_align_complete zhen-align zhen
"""
FISH = """\
function __zhen_align_complete
    set -l words (commandline -opc) (commandline -ct)
    ZHEN_ALIGN_COMPLETE=(math (count $words) - 1) $words[1] $words[2..] 2>/dev/null
end
complete -c zhen-align -c zhen -a '(__zhen_align_complete)'
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
    output: options.Output = "-",
) -> None:
    """Print the script that completes commands, options and terms in a shell.

    bash: eval "$(zhen-align completion bash)" in ~/.bashrc. zsh: the same in ~/.zshrc, after
    compinit. fish: zhen-align completion fish > ~/.config/fish/completions/zhen-align.fish
    """
    from zhen_align.cli import common
    from zhen_align.cli import output as out

    common.one_of(shell, tuple(SCRIPTS), "completion")
    out.write(SCRIPTS[shell], output)
