"""Markup of LaTeX that an edit has broken, beside what a translator may do."""

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed

EN = r"""\documentclass{article}
\begin{document}
\section{Taps}\label{sec:taps}
As Table~\ref{tab:taps} shows, the flow is $q = a + 3b$, see \eqref{eq:flow}.

\begin{equation}\label{eq:flow}
q = \frac{V}{t} + \alpha
\end{equation}

\includegraphics[width=0.8\textwidth]{img/tap.pdf}
The tap is \emph{hot}, it needs \SI{230}{\volt}; run \texttt{tap --open}.\footnote{Each day.}

\begin{tabular}{lr}
Part & Weight \\
Tap & heavy \\
\end{tabular}
\end{document}
"""
ZH = r"""\documentclass{ctexart}
\usepackage{xeCJK} % 字体 {
\begin{document}
\section{龙头}\label{sec:taps}
流量为 $q = a + 3b$，见 \eqref{eq:flow} 和表~\ref{tab:taps}。

\begin{equation}\label{eq:flow}
q = \frac{V}{t} + \alpha
\end{equation}

\includegraphics[width=0.8\textwidth]{img/tap_zh.pdf}
龙头是\emph{热}的，它需要 \SI{230}{\volt}；请运行 \texttt{tap --open}。\footnote{每天。}

\begin{tabular}{lr}
部件 & 重量 \\
龙头 & 重 \\
\end{tabular}
\end{document}
"""
CASES = [
    (r"\ref{tab:taps}", r"\ref{tab:tap}", r"\ref{tab:tap}"),
    ("3b$", "3c$", "q = a + 3c"),
    (r"\frac{V}{t}", r"\frac{t}{V}", "\n" + r"q = \frac{t}{V} + \alpha" + "\n"),
    ("img/tap_zh", "img/top_zh", r"\includegraphics[width=0.8\textwidth]{img/top_zh.pdf}"),
    ("{230}", "{203}", r"\SI{203}{\volt}"),
    (r"\end{equation}", "", r"\begin{equation}"),
    (r"\emph{热}", r"\emph{热", "{"),
    (r"\emph", r"\强调", r"\强调"),
    ("3b$", "3b", "$"),
    ("龙头 & 重", "龙头 重", r"\begin{tabular}"),
    ("重量 " + r"\\", "重量", r"\begin{tabular}"),
    (r"\footnote{每天。}", "", ""),
    ("--open", "--shut", r"\texttt{tap --shut}"),
    (r"\label{sec:taps}", r"\label{sec:龙头}", r"\label{sec:龙头}"),
]


def told(zh: str) -> list[str]:
    """Return the places of errors and warnings about markup."""
    read = [parsed("x.zh.tex", zh.encode()), parsed("x.en.tex", EN.encode())]
    found = lint(alignments(read, "", fixed=True), (), Options(target="zh")).findings
    return [f.place.text for f in found if f.rule == "markup-mismatch" and f.severity != "info"]


def test_a_sound_translation_is_silent() -> None:
    """Another class, packages, references in another order and a picture in Chinese may differ."""
    assert told(ZH) == []


def test_a_label_may_be_renamed_with_its_references() -> None:
    """What the translation itself refers to was renamed on purpose."""
    assert r"\label{eq:liu}" not in told(ZH.replace("eq:flow", "eq:liu"))


@pytest.mark.parametrize(("mended", "faulty", "place"), CASES)
def test_broken_markup_is_told(mended: str, faulty: str, place: str) -> None:
    """What was broken is found at its place."""
    spoilt = ZH.replace(mended, faulty, 1)
    assert spoilt != ZH
    assert place in told(spoilt)
