"""English sentence ends, case by case; `|` stands where a sentence ends."""

import pytest

from zhen_align.text.opaque import opaque
from zhen_align.text.sentences import sentences
from zhen_align.types import Lang

PLAIN = [
    "The model is large.| Training is slow.| We wait.",
    "Is it fast?| It is!| Good.",
    "No final mark here.| The tail is still a sentence",
    "One line\nbroken in the middle.| Another\nline",
    "Really?!| Yes...| Maybe.",
    "Costs fell.| 12 sites reported them.",
    "It began in 2019.| Nobody noticed.",
    "It worked.| “Why” is another matter.",
    "It worked.| (See the appendix.)| Then it stopped.",
    "It worked.| $x$ is positive.",
    "It worked.| `fit` returns nothing.",
    "It worked.| **Note** the sign.",
    "Results improved.| β-blockers did not help.",
    "We stop.| Étienne goes on.",
]
ABBREVIATIONS = [
    "Use a fruit, e.g. Apples or pears.| Then rest.",
    "Two kinds, i.e. Red and blue, exist.",
    "As Smith et al. showed, it holds.| As Smith et al. (2020) say, it fails.",
    "Chen et al. [4] disagree.| We do not.",
    "See Fig. 3 and Figs. 4–5.| Eq. (2) follows from Eqs. 3 and 4.",
    "As in Sec. II and Ch. V, we repeat it.| Vol. 3, No. 2, pp. 11–19 has more.",
    "Ref. [7] and Refs. [8], [9] agree.| Tab. 1 sums up.",
    "The answer is no.| We tried again.",
    "Cats vs. Dogs is a data set.| It is small.",
    "Dr. Ada Lovelace met Prof. Babbage and Mrs. Somerville.| They talked.",
    "She lives in the U.K. and works in the U.S. Senate.",
    "She lives in the U.K.| She works in Leeds.",
    "It took approx. 3 hours, cf. Table 2.| Fine.",
    "Acme Inc. Europe sells it.| It was made by Acme Inc.| The price is high.",
    "J. K. Rowling and Frank P.-W. Lo wrote to D. E. Knuth.| He answered.",
    "He earned a Ph.D. in Oslo.| Later he earned a Ph.D.| He never used it.",
    "We met on Jan. 5 and on Aug. 31, 2023.| It rained.",
    "Fruit, nuts, etc. are sold.| Bread, milk, etc.| We sell both.",
    "Fruit, milk, etc.| Models follow plan B.| $x$ is one.",
    "It starts at 9 a.m. and ends at 5 p.m.| The rest is free.",
    "Follow plan B.| We did, and so did I.| It failed.",
    "Let the limit be x.| Then y follows, see p. 3 of the book.",
    "Written by K. He and by A. You, as App. B.| We thank both.",
    "We prove it in Appendix B.| The rest is in App. C.| The end.",
    "He lives at 5 Main St.| The house is old.",
    "St. Petersburg and Mt. Fuji are far apart.",
    "Proc. Natl. Acad. Sci. printed it.| Nature did not.",
]
NUMBERS = [
    "It rose by 3.5 to 97.3 in v2.0.1 of the tool.| Then 4.2 again.",
    "Three parts: 1) the model, 2) the data, 3) the budget.| All matter.",
    "1. Open the file.| 2. Save it.| 3. Close it.",
    "Do this: 1. Open it. Then wait.".replace(". Then", ".| Then"),
    "A. Related Work",
    "## 3. Results",
    "> IV. Methods",
    "IV. EXPERIMENTS AND RESULTS",
    "2.1. Data sets are listed below.| They are small.",
    "Table 3. Costs of each run.| Lower is better.",
    "We repeat it for Table 3.| Costs fell.",
    "Go to step 4.| Press the key.",
    "• 1. Faculty of Science, Springfield",
    "Choose “3. Configure” first.| Then rest.",
    "(1). Users log in.| (2). Users log out.",
    "Step1. Install it.| Step 2. Run it.",
    "Set the path.|3. Save the file.|(4). Close it.",
    "Use a disk.| - The disk is large.| * The port is free.",
    "Use the ratio approx. - as said - of two.",
    "We met at Step.3 Login was easy",
    "TABLE II. Costs of each run.| See Table II.| Costs fell.",
    "Table S1. Costs of each run.| See Table S1.| Costs fell.",
    "It was 37 °C.| After that it was 5 V.| We waited for Vitamin D.",
]
QUOTES = [
    'He said "stop."| Then he left.',
    "He said “stop.”| “Why?” she asked.| Nobody knew.",
    "‘Go home.’| The door closed.",
    '"It works."| "It does not."| They argued.',
    "“Must we?” Alice asked.| She sat down.",
    "The file (see the list.txt entry. It is short) is here.| Done.",
    "It grew (by 3 percent, i.e. a lot).| It fell (why?) and grew.",
    "(This is one. This is two.) Next.".replace("one. ", "one.| ").replace(") ", ")| "),
    "It holds (almost surely.)| Though not always.",
    "It rose (to ten (or so) percent. Really. Much) again.| Then it fell.",
    "“It said 'so.'”| Then it went.",
    "The end needs no ‘.’ in titles.",
    "Keep 2 * 3 in mind.| *It is six.*| Fine.",
    "It was so.*| The note says why.| It was so.†| Again.",
    "**Warning.**| Do not touch it.| *Never.*| Ever.",
    "Press <b>Save.</b>| Then leave.",
]
CITATIONS = [
    "We follow this method.[12] We add two steps.".replace("] ", "]| "),
    "It was shown.[3],[4–6] It was denied.".replace("6] ", "6]| "),
    "It was shown. [12] We repeat it.".replace("] ", "]| "),
    "It was shown.¹² We repeat it.".replace("² ", "²| "),
    "It was shown.12 We repeat it.".replace("12 ", "12| "),
    "It was shown.[^note] We repeat it.".replace("] ", "]| "),
    "It was shown [12].| We repeat it.",
    "[1] A. Author, A title.| [2] B. Author, A second title.",
    "A cited end.[9]",
]
GLUED = [
    "It was slow.|Then it was fast.|The end.",
    "We built a method.|[Results]We tested it.|[Conclusion]It works.",
    "A growing field of research.|NLP's tools,which are many,help it.|BERT came later.",
    "This was done in 2019.|We repeat it.|Costs fell by 30%.|The rest is the same.",
    "It was shown [12].|We repeat it.|Errors fell (see above).|Then they rose.",
    "It ends here.[5]|We go on.",
    "Is it so?|Yes,it is!|Good.",
    "Tasks vary,models do not,and costs grow.|Attention helps.|Memory fails.",
    "The text,where it matters,is short.",
    "We call torch.Tensor and np.array here.| They differ.",
    "Node.js and ASP.NET run foo.Bar(x) in System.Text now.",
    "It is on GitHub.com and in README.md today.| Read it.",
    "The U.S.A. and the U.K.| They met.",
    "Eq.3 and Fig.2 show it.| See Sec.IV too.",
    "It said “stop.”|Then it stopped.",
    "Save it.|（Then close it.）",
    "It is big.|Models,which are new,help.|mRNA is next.|(1)It works.|(2)It fails.",
    "Cells,which vary,grow,as said(see it).|T cells too.|B cells as well,but torch.T stays.",
    "Cells,which vary,grow.|From 3.3.X on,they do not,as said.|See 4.0.X too.",
    "Cells,which vary,are in data.file or so,as said.|Ask Dr.He about it,or e.g.The King.",
    "Use data.T here or data.sub.Model there.",
    "Cells,which vary,use data.Frame(x) or data.Model.fit by Foo Inc.Models,as said.",
    "It is trained on Blurred-10.|Models follow it.",
    "It runs on CPUs.|Models follow it.| Yes.",
    "It ends in it.|Models follow it.",
    "Call torch.Tensor and torch.Size as in System.Text now.",
    "Call np.Array in it.| Call os.Path too.",
    "Is it done?|Nobody knows!|Models do.",
]
STARTS = [
    "Proteins are encoded.| mRNA carries the code.",
    "It folds.| xFold and iPhone names begin small.",
    "It was wet.| pH rose.",
    "Version 2. is odd but e.g. this is not split.",
    "Wait ... it goes on.| Then . . . It ends.".replace(". . . It", ". . .| It"),
    "He stopped… and went on.| Well…| He left.",
    "install the tool.| then run it.| if it fails, stop.",
    "Did you ask Dr?| Nobody did.",
    "Let val. = 3 and val. + 4 hold, or use it. & more.",
    "It ends. — or so they say.",
    "He shouted Stop! and ran.",
    "A. B. and c. d. are points",
    "Yahoo! is a company.| So is Acme.",
]
OPAQUE = [
    "Run `a.b. C.d` now.| Then stop.",
    "Let $f(x. Y)$ be given.| It exists.",
    "See https://example.org/a.B?c=D. Then go.".replace(". Then", ".| Then"),
    "It helps.| :ref:`intro` tells why.",
    "It helps [as said. Twice](page.md).| Read it.",
    "It helps.|`fit` does not.",
    "![The cost. Of it.](cost.png) is high.| See [more. ](more.md)",
    "It helps, see Fig.`a` and e.g.`b` here.",
    "Let $x = 1.$| We go on.| Let $$y.$$| Then stop.",
]
MIXED = [
    "It is called 注意力.| We use it.| 我们使用它。| Done.",
    "Use the full stop。| Then go on。",
]
CASES = [
    *PLAIN, *ABBREVIATIONS, *NUMBERS, *QUOTES, *CITATIONS, *GLUED, *STARTS, *OPAQUE, *MIXED,
]  # fmt: skip


@pytest.mark.parametrize("marked", CASES)
def test_english_sentences_end_at_the_bars(marked: str) -> None:
    """Each row splits where its bars stand."""
    text = marked.replace("|", "")
    found = [span.of(text) for span in sentences(text, Lang.EN, opaque(text))]
    assert found == [part.strip() for part in marked.split("|")]


def test_there_are_enough_cases() -> None:
    """The table holds at least sixty rows, so no edit empties it by mistake."""
    assert len(CASES) >= 60
