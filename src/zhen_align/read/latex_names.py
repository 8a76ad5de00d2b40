"""What the commands and environments of LaTeX are to a reader of its text.

A command that stands in none of these sets is judged by its arguments (see `latex`).
"""

HEADINGS = {
    "title": 1, "ctitle": 1, "etitle": 1, "part": 1, "chapter": 1, "section": 2, "subsection": 3,
    "subsubsection": 4, "paragraph": 5, "subparagraph": 6, "frametitle": 2, "framesubtitle": 3,
}  # fmt: skip
"""Commands whose argument is a heading, and its level."""

CAPTIONS = frozenset({"caption", "captionof", "subcaption", "bicaption", "legend"})

METADATA = frozenset({"author", "date", "affiliation", "institute", "address", "email", "thanks"})

FIRST_IS_OPAQUE = {
    "href": 1, "textcolor": 1, "colorbox": 1, "multicolumn": 2, "multirow": 2, "foreignlanguage": 1,
    "parbox": 1, "raisebox": 1, "hyperlink": 1, "captionof": 1, "fcolorbox": 2, "resizebox": 2,
    "scalebox": 1,
}  # fmt: skip
"""How many arguments of a command come before its text."""

_OPAQUE = """
Cref DeclareMathOperator Gls Glspl RequirePackage SI SIrange ac acl acp acrfull acrlong
acrshort acs addbibresource addcontentsline addtocounter addtolength ang autocite autoref
bibliography bibliographystyle captionsetup ce char cite citealp citealt citeauthor citep
citet citeyear cline cmidrule color cref def definecolor documentclass doi ensuremath eqref
figref fontsize footcite fullcite geometry gls glspl graphicspath hspace hypersetup
hypertarget include includegraphics index input input@path label let linespread lstinline
markboth mintinline nameref newcommand newenvironment newtheorem nocite nolinkurl num numrange
pageref pagestyle parencite path phantomsection providecommand qty ref renewcommand rule
selectlanguage setCJKmainfont setcounter setlength setmainfont si subfile supercite symbol
tabref tag textcite theoremstyle thispagestyle titleformat unit url usepackage vref vspace
"""

_LAYOUT = """
DeclareMathOperator Huge LARGE Large RequirePackage addbibresource addcontentsline
addtocounter addtolength and appendix backmatter backslash bf bfseries bibliography
bibliographystyle bigskip bottomrule captionsetup centering centerline cleardoublepage
clearpage cline cmidrule color def definecolor documentclass em endinput fontsize footnotesize
frontmatter geometry graphicspath hfill hline hspace huge hypersetup hypertarget ignorespaces
include includegraphics indent index input it itshape label large leavevmode left let
linebreak linespread listoffigures listoftables mainmatter makeatletter makeatother maketitle
markboth mdseries medskip midrule multirow newcommand newenvironment newline newpage
newtheorem nobreak nocite noindent normalfont normalsize pagebreak pagestyle par pause
phantomsection printbibliography protect providecommand raggedleft raggedright relax
renewcommand right rm rmfamily rule sc scriptsize selectlanguage setCJKmainfont setcounter
setlength setmainfont sffamily sl small smallskip subfile tableofcontents theoremstyle
thispagestyle tiny titleformat titlepage toprule tt ttfamily unskip upshape usepackage vfill
vspace
"""

_VISIBLE = """
MakeUppercase abstract added caption centerline dfn emph enquote fbox footnote footnotetext hl
item keyword keywords lowercase marginpar mbox replaced sidenote sout subtitle term text
textbf textit textmd textnormal textrm textsc textsf textsl textsubscript textsuperscript
texttt textup uline underline uppercase uwave xout
"""

_SKIPPED = """
CCSXML Verbatim algorithm2e algorithmic alltt asy axis code comment filecontents filecontents*
forest lstlisting lstlisting* minted pgfpicture picture pspicture thebibliography tikzcd
tikzpicture verbatim verbatim*
"""

_MATH = """
IEEEeqnarray align alignat array displaymath dmath eqnarray equation flalign gather math
multline split subequations
"""

OPAQUE = frozenset(_OPAQUE.split())
"""Commands whose arguments are no text."""

LAYOUT = frozenset(_LAYOUT.split())
"""Commands at the edge of a text that are none of it."""

VISIBLE = frozenset(_VISIBLE.split())
"""Commands that set their argument, even a single word of it, as text."""

SKIPPED = frozenset(_SKIPPED.split())
"""Environments that hold no text."""

MATH = frozenset(name + star for name in _MATH.split() for star in ("", "*"))
"""Environments that are formulas: what stands before and after goes on."""

TABLES = frozenset(
    {"tabular", "tabular*", "tabularx", "longtable", "tabulary", "tblr", "supertabular"}
)
LISTS = frozenset(
    {"itemize", "enumerate", "description", "compactitem", "compactenum", "inparaenum"}
)
