"""Broken words and sound ones that look like them, each in a sentence of its own."""

import pytest

from zhen_align.lint.engine import lint
from zhen_align.pipeline import alignments, parsed

DAMAGED = (
    ("The pump has a con stant pressure.", "con stant"),
    ("A meas ured value is kept for a year.", "meas ured"),
    ("Each ex periment was repeated.", "ex periment"),
    ("The tempera ture fell by two degrees.", "tempera ture"),
    ("We com pared both valves.", "com pared"),
    ("Its con ductivity is poor.", "con ductivity"),
    ("The effi ciency of the turbine rose.", "effi ciency"),
    ("A catal yst lowers the barrier.", "catal yst"),
    ("Farmers were inter viewed twice. | 农民接受了两次采访。", "inter viewed"),
    ("The environ ment suffers.", "environ ment"),
    ("It was publish ed in spring.", "publish ed"),
    ("They are runn ing late.", "runn ing"),
    ("This is imposs ible at night.", "imposs ible"),
    ("The mole cule binds to iron.", "mole cule"),
    ("Hos pitals share their records.", "Hos pitals"),
    ("Under stand the instruc tions first.", "instruc tions"),
    ("The engine out per forms the older one.", "out per forms"),
    ("An un fortu nate accident happened.", "un fortu nate"),
    ("We as sume that water is pure. | 我们假设水是纯净的。", "as sume"),
    ("The gov ernment pays half.", "gov ernment"),
    ("A hypo thesis was tested. | 我们检验了一个假设。", "hypo thesis"),
    ("Its a gent sells the house.", "a gent"),
    ("Every a ccount was closed.", "a ccount"),
    ("Signals are trans mitted by radio.", "trans mitted"),
    ("The hori zon is clear.", "hori zon"),
    ("Bac teria grow in milk.", "Bac teria"),
    ("The pa tients were old.", "pa tients"),
    ("Wi th a filter, wat er stays clean.", "wat er"),
    ("The mill grinds wi th a stone.", "wi th"),
    ("The stones w hich fell were wet.", "w hich"),
    ("It is t he oldest bridge.", "t he"),
    ("The ends o f the rope are tied.", "o f"),
    ("The color ization takes hours.", "color ization"),
    ("The success rates are high, and the successrate grows.", "successrate"),
    ("The doctor made adiagnosis.", "adiagnosis"),
    ("Bread needs amixture of flour and salt.", "amixture"),
    ("The trainingdata hold ten songs.", "trainingdata"),
    ("The informationtheory of bees is young.", "informationtheory"),
    ("The motion of thewater pushes the water down.", "thewater"),
    ("The roof ofthe house leaks.", "ofthe"),
    ("Boats return tothe harbour.", "tothe"),
    ("The river suffersfrom drought.", "suffersfrom"),
    ("A valve, and patientswhose names are known.", "patientswhose"),
    ("In MAY2021 the dam broke.", "MAY2021"),
    ("The bridge opened in October2018.", "October2018"),
    ("It has stood there since1950.", "since1950"),
    ("T HE bridge opened in spring.", "T HE"),
    ("I N recent years the dam leaked.", "I N"),
    ("HE length of a T long bridge is measured.", "HE"),
    ("RINGING a new pump to B market takes years.", "RINGING"),
    ("R ECENT floods broke the dam.", "R ECENT"),
    ("A RTIFICIAL lakes hold water.", "A RTIFICIAL"),
    ("A work- flow of three steps.", "work- flow"),
    ("The natural language of bees, or naturallanguage, is a dance.", "naturallanguage"),
    ("Heavy metal ade nylation was seen.", "ade nylation"),
    ("The sub stance melts. | 该物质熔化。", "sub stance"),
    ("The parti cles settle.", "parti cles"),
    ("Prices were com pletely free.", "com pletely"),
    ("The classi fication of rocks.", "classi fication"),
    ("Gov ern ment offices close.", "Gov ern ment"),
    ("The ves sel sank.", "ves sel"),
    ("The change is signi cant.", "signi cant"),
    ("An ef cient pump was built.", "ef cient"),
    ("A dierent pump was built.", "dierent"),
    ("The inuence of rain is small.", "inuence"),
    ("The roof of of the house leaks.", "of of"),
    ("As T able 3 shows, it leaks.", "T able"),
    ("It grew to90% of the field.", "to90%"),
)
SOUND = (
    "A web site of the hospital shows it.",
    "The data base holds ten songs.",
    "An over head line crosses the valley.",
    "They met every day, some time ago.",
    "It may be any one of them.",
    "The dog is a head taller than that a typing error.",
    "A part of the crowd went in to town.",
    "The cyber security of micro grids and geo location.",
    "Multi media and multi modal systems.",
    "Pre and post operative care, pro and con.",
    "In vivo and in vitro, ex situ and de novo.",
    "An a priori bound and an a posteriori one.",
    "The a cappella choir sang.",
    "Sodium ion, zinc ion and silver ion.",
    "N methyl and tert butyl groups in poly vinyl chloride.",
    "Alpha amino acids and beta sheets.",
    "T cells and B cells, K means and X rays.",
    "X RAY images of the hand.",
    "A NEW method is shown.",
    "I AM the gardener.",
    "US firms in group B are rich.",
    "IT staff of team A work here.",
    "AND gates and an input B that is low.",
    "HE wrote a letter.",
    "The versionadded note and `re sponsible` code.",
    "Call localtime() and sys.stdout at once.",
    "The whitespace, the codebase, the timestep and the groundtruth.",
    "A white space and a whitespace; a code base and a codebase.",
    "An asymmetric, atypical, aperiodic and asynchronous process.",
    "Offline, onboard, inpainting and outperforming.",
    "Theranostics and ofloxacin, andrographis and thatching.",
    "Canonicalization canonicalizes what was canonicalized.",
    "A backpropagation and an overparameterized network.",
    "Electrodeposition, hyperpolarization and cryopreservation.",
    "Fall back on it, look up the word, shut down the pump, in line with it.",
    "Log in to the site, set up the tent, check out the book.",
    "The high water mark is high.",
    "Nevertheless, none the less, in so far as it goes.",
    "Ten per cent of it.",
    "It lasts for ever and a day, all together now.",
    "A long side of a triangle, a cross section, a way out.",
    "Le Corbusier, van der Waals and de Broglie met.",
    "Wang Li and Zhang San ate ma po tofu.",
    "The struct and the enum in struct stat.",
    "A re entrant lock and a co operative.",
    "Cutoff, qubit, dropout and softmax layers.",
    "Sui generis, ceteris paribus and mutatis mutandis.",
    "The ROUGE scores and ARPES spectra of ELMO.",
    "See ImageNet2012, CIFAR10 and in 2012.",
    "On May 2019 and in Mar. 2020.",
    "The 5 th e of the list, a t hat and a w as weight.",
    "State-of-the-art and end-to-end systems.",
    "Heat wave, night time, life style and time line.",
    "Soft ground, hard drive, free range, up hill.",
    "Under water, over land, out doors.",
    "The ability to see, and the ness of a hill.",
    "The sales person met the sports man.",
    "Powershell scripts and the statusline.",
    "Pixel wise and user friendly, fire proof.",
    "They introduced themselves at scalable cost, free of oxidation.",
    "He gave it to to-do lists, and at2g or by2 are genes.",
    "She can not see a typed letter, or any thing.",
)


def told(text: str) -> list[str]:
    """Return what of an English text, with its Chinese where one is given, is called damaged."""
    en, _, zh = text.partition(" | ")
    read = parsed("a.zh.md", f"{zh or '无'}\n".encode()), parsed("a.en.md", f"{en}\n".encode())
    pairs = alignments(read, "", fixed=True)
    found = lint(pairs, ()).findings
    return [finding.place.text for finding in found if finding.rule == "text-damaged"]


@pytest.mark.parametrize(("text", "piece"), DAMAGED)
def test_a_broken_word_is_told(text: str, piece: str) -> None:
    """It is found, in its place."""
    assert piece in told(text)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text_is_left_alone(text: str) -> None:
    """Names, compounds, prefixes and symbols are no damage."""
    assert told(text) == []
