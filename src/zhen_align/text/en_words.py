"""The words that decide what a full stop in English means: data, no rules.

Abbreviations stand without their last full stop, in lower case unless the capital is what
tells them from a word.
"""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


TITLES = _set(
    "Dr Mr Mrs Ms Mx Prof Profs Messrs Mme Mlle Gen Col Capt Lt Sgt Cmdr Gov Sen Rep Pres Hon Rev",
    "Fr Mt",
)
"""A name follows: never an end."""

LATIN = _set("e.g i.e eg vs cf viz approx ca resp incl esp aka wrt w.r.t s.t née")
"""What they point at follows: never an end."""

REFERENCES = _set(
    "fig figs eq eqs eqn eqns sec secs sect sects ch chap chaps vol vols no nos nr p pp ref refs",
    "tab tabs tbl alg algo algs thm lem def defn prop cor ex exs app appx art arts para paras ver",
    "ser suppl ext rem obs pt pts",
)
"""A number follows: an end only before a capitalised word."""

INNER = _set(
    "etc al inc ltd corp llc plc bros jr sr ph.d phd m.d esq blvd dept univ assoc inst eds avg spp",
    "ssp subsp proc natl acad conf intl symp soc biol comput technol freq coeff orig transl abbr",
    "adj govt publ co st",
)
"""Both inside a sentence and at its end: an end before a word that often begins sentences."""

INNER_NAMES = _set(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun",
    "Am Ann Adv Bull Chem Ed Eng Int Lab Lett Math Med Nat Phys Res Sci Stat Trans Ave Rd Ft",
)
"""The same, where the word without a capital is a common one."""

OPENERS = _set(
    "the this that these those there here a an we our ours it its they their i my he his she her",
    "you your one two three some many most more several each every both all any such another other",
    "in on at by for from to with without within as of if when whenever where while whereas after",
    "before although though because since once until unless under over upon during through among",
    "between across despite besides beyond given regarding concerning based using compared unlike",
    "like however moreover furthermore additionally also thus therefore hence consequently",
    "accordingly finally then next first firstly second secondly third lastly later meanwhile",
    "nevertheless nonetheless instead otherwise overall similarly likewise conversely specifically",
    "notably importantly interestingly recently currently previously generally typically usually",
    "often sometimes especially particularly indeed still yet now today and but or so nor not no",
    "what why how who which whose whether let note see consider suppose assume recall please use",
    "click select make together again perhaps maybe clearly obviously experimental experiments",
    "results methods conclusion conclusions background objective purpose figure table section",
    "further early future traditional existing extensive",
)
"""Words that often begin a sentence."""

SURNAMES = _set("He You An So To Or My In On No Long See Let May Her One Now")
"""Openers that are names too: after an initial they are, `K. He`."""

LAST_WORDS = _set("it us me up so do on in to no by go be is as at of")
"""Words of two letters that end sentences; others of that length begin dotted names."""

LOWER_OPENERS = _set(
    "the this these we it you he she they if then when please however but so there",
)
"""Careless writers begin sentences with these in lower case."""

MODULES = _set(
    "torch numpy pandas keras tensorflow sklearn scipy matplotlib plt jax mxnet gluon java",
    "autograd javax org com net edu std vue json datetime threading hadoop django nltk pytest",
)
"""What dotted names in prose begin with: `torch.Tensor` is no lost blank."""
