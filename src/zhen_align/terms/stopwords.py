"""Words that no term holds, or does not begin with, or is not made of alone: data, no rules."""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


STOP = _set(
    "hundred hundreds thousand thousands million millions billion billions trillion trillions",
    "a an the this that these those each every either neither some any no all both half several",
    "many much more most few fewer fewest less least other others another such same own enough",
    "i me my we us our ours you your he him his she her it its they them their theirs one ones",
    "who whom whose which what when where why how whether if unless until while because since",
    "always often sometimes usually soon later seldom maybe perhaps together apart alone well",
    "yes sure okay whereas whenever wherever everything something anything nothing",
    "although though however therefore thus hence moreover furthermore meanwhile otherwise",
    "nevertheless nonetheless instead indeed besides also too either yet still just only even",
    "and or but nor so as at by for from in into of on onto off out over per than then to toward",
    "towards under up upon via with within without among amongst across against along around",
    "about above after again before behind below beneath beside between beyond despite down",
    "during except inside like near outside through throughout till unlike is are was were be",
    "been being am has have had having do does did doing done can could may might must shall",
    "should will would ought cannot not never ever there here now once very quite rather almost",
    "etc e.g i.e et al vs versus cf respectively namely e.g. i.e. et.al",
    "let lets us make makes made making take takes took taken taking give gives gave given giving",
    "get gets got getting go goes went gone going come comes came coming become becomes became",
    "use uses used using utilize utilizes utilized utilizing employ employs employed employing",
    "show shows showed shown showing see sees saw seen seeing say says said know known knows",
    "find finds found finding propose proposes proposed proposing present presents presented",
    "include includes included including contain contains contained containing consist consists",
    "provide provides provided providing require requires required requiring allow allows allowed",
    "enable enables enabled enabling achieve achieves achieved achieving demonstrate demonstrates",
    "demonstrated demonstrating perform performs performed improve improves improved improving",
    "help helps helped helping need needs needed want wants try tries tried keep keeps kept call",
    "called calls consider considers considered considering suggest suggests suggested introduce",
    "introduces introduced introducing describe describes described describing discuss discusses",
    "discussed explore explores explored exploring investigate investigates investigated remain",
    "remains remained seem seems seemed appear appears appeared follow follows followed following",
    "lead leads led leading cause causes caused compare compared compares comparing based",
    "according due regarding concerning depending apply applies applied applying aim aims",
    "aimed outperform outperforms outperformed exhibit exhibits exhibited reveal reveals revealed",
    "address addresses addressed addressing obtain obtained obtains build builds built develop",
    "develops developed allow obtain reach reaches reached increase increases increased increasing",
    "reduce reduces reduced reducing facilitate facilitates emerge emerges emerged emerging",
    "conduct conducted conducts serve serves served adopt adopts adopted adopting leverage",
    "leverages leveraged leveraging focus focuses focused focusing involve involves involved",
    "highlight highlights highlighted ensure ensures ensured ensuring offer offers offered",
    "thereby plenty fell fallen rose risen grew grown held hold holds rely relies relied relying",
    "tackle tackles capture captures captured yield yields yielded vary varies varied",
)
"""Function words, and verbs that every paper uses: a term ends where they stand."""

BEFORE_VERBS = _set(
    "to can could may might must shall should will would we they you i not cannot let who",
)
"""Words behind which comes a verb rather than a noun."""

BEFORE_NOUNS = _set(
    "the a an this that these those each every its their our your his her of in no any all some",
    "per another both such",
)
"""Words behind which comes a noun rather than a verb."""

LEADING = _set(
    "existing novel new newer newest recent latest current previous earlier later further",
    "various different diverse numerous certain particular specific special general",
    "common typical usual possible potential likely similar related relevant corresponding",
    "important significant major main key crucial critical essential vital",
    "first second third fourth fifth last next final initial additional extra whole entire full",
    "total overall good better best bad worse worst great greater greatest huge vast",
    "high-quality higher highest lower lowest small smaller smallest big bigger biggest",
    "larger largest longer longest shorter strong stronger strongest powerful simple simpler",
    "easy hard difficult complicated effective efficient robust promising remarkable",
    "impressive unprecedented excellent superior competitive comparable extensive comprehensive",
    "detailed traditional conventional modern advanced popular well-known famous widely available",
    "suitable appropriate useful necessary sufficient reasonable interesting obvious clear rapid",
    "fast quick slow direct indirect actual real true false wrong correct right left top bottom",
    "two three four five six seven eight nine ten hundred thousand million billion trillion dozen",
    "only own desired required given proposed resulting remaining underlying unique original",
    "considerable substantial notable ongoing future past today great wide growing",
    "generally typically usually often sometimes mainly mostly especially particularly recently",
    "currently finally firstly secondly additionally specifically respectively consequently",
    "state-of-the-art so-called non others et separate",
)
"""Adjectives and numbers that say how a paper values a thing, not which thing it is."""

QUALITIES = _set("hard fast slow small direct indirect robust special general strong")
"""Those of them that may say which thing it is, where it is said more than once."""

GENERIC = _set(
    "abstract introduction keyword acknowledgment acknowledgement appendix preface discussions",
    "ability access account action activity addition advance advancement advantage",
    "age aim amount analysis answer application approach area argument article aspect attempt",
    "author background basis beginning behavior benefit body book bottleneck",
    "capability capacity case category cause center challenge change chapter character choice",
    "claim collection combination community comparison component concept concern conclusion",
    "condition consequence content context contribution cost country course creation",
    "date day deal decade decision definition degree demand design detail description",
    "development difference",
    "difficulty direction discussion distance effect effectiveness efficiency effort end",
    "era evaluation evidence example exercise existence experience experiment",
    "explanation extent fact factor field format foundation framework front",
    "future gap goal group growth guide guideline hand head help history home hour human",
    "idea impact implementation importance improvement increase industry influence",
    "information insight instance institution integration interaction interest issue",
    "item job kind knowledge lab lack landscape latter law length level life limit",
    "limitation line list literature look lot manner mark material matter means measure",
    "member method methodology mind minute mode month name nature need note notion",
    "number object objective observation opinion opportunity option order organization",
    "origin outcome overview page paper paradigm part participant party past",
    "path pattern people percent percentage performance period person perspective phase phenomenon",
    "picture piece place plan platform point position possibility potential power practice",
    "presence price principle problem procedure process product production program",
    "progress project proportion prospect purpose quality quantity question range rate",
    "ratio reader reality reason reference region relation relationship report requirement",
    "research researcher resource response responsibility result review rise risk role room rule",
    "scenario scheme school science scientist scope score section sector segment",
    "selection sense series service set setting shape share shift side sign significance",
    "site situation size skill society solution sort source space speed stage standard start",
    "state statement status step story strategy strength structure study style subject success",
    "suite sum summary support survey system table talk target task team technique technology term",
    "theory thing thought time title today tool topic total trend trial trust turn type",
    "understanding unit use user value variety version view volume way weakness website week word",
    "work worker world writer year yet usage utility workload wave",
)
"""Nouns of every field: no terms alone, though often a part of one."""
