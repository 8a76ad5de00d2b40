"""Where one side negates and the other has no word that could.

What could negate is a far longer list than what surely does. A word of it is no excuse where the
other side has its counterpart: 除 stands for "removed", and "but" for 然而, whatever is negated
besides. Two negations of a clause may be none.
"""

import re

from zhen_align.lint.dictionary import in_common, means_beginning
from zhen_align.lint.opposites.said import Reversed, Said, reversed_at

_NOT = re.compile(
    r"\b(?:not|(?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|might|has|have|had)"
    r"(?:\s+\w+ly)?\s+not|(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|had)"
    r"n['’]t|cannot|by\s+no\s+means|no\s+longer|never|none\s+of|neither|nor|without|lack(?:s|ing|\s+of)?"
    r"|(?:(?-i:no)|\ANo)(?!\s+(?:longer|more|less|later|matter|doubt|one|need|sooner|other|better|worse)\b)(?=\s+[a-z])"
    r"|un(?:able|known|clear|available|stable|like|changed|affected|labell?ed|necessary|related|reliable"
    r"|suitable)|im(?:possible)|in(?:soluble|significant|sufficient|complete|valid|accurate|correct"
    r"|consistent|effective)|irrelevant|absence\s+of|fail(?:s|ed)?\s+to|hardly(?!\s+any)|rarely|seldom)\b",
    re.IGNORECASE,
)
# one of these stands in all of them; few texts have one, and looking for it takes a tenth as long
_SIGN = re.compile(
    r"n(?:o[nrt\s]|['’]t|ever|either)|without|lack|absence|fail|hardly|rarely|seldom|irrelev|impossi"
    r"|in(?:s[oiu]|comp|val|acc|cor|cons|eff)|un(?:a[bvf]|kn|cl|st|li|ch|la|ne|re|su)"
)
# "not only", "not until" and the like negate nothing, or the translation turns them round
_NO_NEGATION = re.compile(
    r"\s*(?:be\s+)?(?:only|just|merely|simply|solely|necessarily|until|all|every|to\s+mention|least|"
    r"exceed|more\b|(?:\w+\s)?as\b|\w+er\b|so\b|\w*less\b|un\w+|in(?:significant|frequent|variab|feasib|cons)\w*|surpris|"
    r"confus|mistak|forget|worry|hesitate|alone|so\s+much|far|over\w+|help\b|lose|lost|fail|avoid"
    r"|\w+\s+(?:more|less|better|enough)\b)",
    re.IGNORECASE,
)
# what negates a negation that it stands beside
_TWICE = re.compile(
    r"\b(?:no|not|\w+n['’]t|cannot|never|nothing|without|unless|until|fails?|failed|lack\w*|rare\w*"
    r"|few|un(?!der|it|i[qvf])\w+|im(?:possib|perfect)\w*|in(?:frequent|significant)\w*|hardly|little"
    r"|avoid\w*|prevent\w*|refus\w*|reject\w*|den(?:y|ies|ied)|exclud\w*|doubt\w*|dis(?:agree|pute)\w*)\b",
    re.IGNORECASE,
)
# "if not" and the like: a condition in short, and often said the other way round
_IF = re.compile(r"\b(?:if|when|unless|whether|or|why|how)\s+$", re.IGNORECASE)
# what surely negates in Chinese, and what looks like it
_BU = re.compile(
    "不[能会可是应得宜需建推允支要依适影包使必再属]|没有|并未|从未|未[被经见能曾获得]|并非|无法"
)
# what negates where a word follows that the English says
_PLAIN_BU = re.compile(
    "(?<![要能会可否是并绝从])[并绝从]?[不未无](?:显著|明显|直接|完全|总是?|必|曾|会|再)?(?=[\u4e00-\u9fff]{2})"
)
_LONGEST = 4  # characters of a word
_NO_BU = re.compile(
    "没有?问题|不可[或避知靠逆小忽低思分多估限磨]|[迫]?不得[不已而]|不能不|[可能要会是]不[可能要会是]|不是吗"
    "|不要紧|不会[写用]|不受约束|必不可少|不是.{0,30}[而就]是|无法避免|供不应求|势不可挡|要不是|不是说"
    "|不[得应能会宜可]?[超多低少高小大早晚迟][过于]?|没有(?=[。？?]|$)|可以不可以"
    "|没有[^，。；;]{1,10}不|[无莫]不|无所不|不[无乏失]|未[必尝]不|毫不"
    # a condition is often said the other way round
    "|(?:如果|若|假如|万一)[^。；;]*"
)
# what could negate in Chinese, each with what stands for it in English if it negates nothing
_ANY_BU = (
    (
        "不(?![同断但只单过论管]|仅(?!仅?限))|(?<![淹沉])没|无(?!论|人[机驾]|线|穷|限|监督)|(?<![是能可])否|[莫勿毋尚]"
        "|非(?![常洲线])|未(?!来)|而是|并列|以外|之外|丧|绝(?!对)|空(?![间气调])",
        "(?!)",
    ),
    ("不[同一]", "differ|vari|divers|distinct|heterogen|other|separat|each|multiple|several"),
    ("不断", "contin|constant|increas|ever|grow|keep|kept|repeat|stead|progress|ongoing|always"),
    ("不[仅但只单]", "only|just|mere|but|also|both|well|beyond|addition"),
    ("不过", "but|however|though|although|yet|only|just"),
    (
        "不[论管]|无论",
        "whether|regardless|whatever|whichever|any|irrespective|matter|both|how|either",
    ),
    ("无人[机驾]", "unman|drone|auton|uav|driv|self|aerial|pilot"),
    ("无线", "wireless|radio|wi"),
    ("无[穷限]", "infin|unlimit|unbound|endless|limitless"),
    ("无监督", "unsuperv"),
    ("[是能可]否", "whether|if|can|should|do|does|is|are|how"),
    ("非[洲线]", "afric|non"),
    ("远", "far|much|long|remote|distan|well|away|tele|out"),
    ("仍", "still|remain|contin|keep|stay|persist|even|linger|never|none"),
    ("免|避", "avoid|exempt|prevent|free|immun"),
    ("难", "difficult|hard|challeng|trouble|problem"),
    ("[拒禁]", "refus|reject|forbid|prohibit|ban|den[iy]"),
    (
        "[少]",
        "less|few|reduc|decreas|little|low|least|small|minor|rare|shrink|drop|cut|declin|mitig",
    ),
    (
        "[缺乏漏]",
        "lack|miss|short|defici|gap|scarc|leak|omit|vulnerab|loophole|drawback|absen|poor|flaw",
    ),
    ("停", "stop|halt|paus|suspen|ceas|down|interrupt"),
    ("鲜[有为见少]|难得|偶尔|寥寥", "(?!)"),
    ("[零罕忌]", "zero|rare|0|taboo|part|retail|scratch"),
    ("(?<![类区级特分识辨])别", "differ|other|respectiv|separate|special|alias|wise"),
    (
        "除",
        "except|remov|delet|eliminat|divi|clean|clear|erad|drop|exclu|subtract|besides|also|wip|purg|unless",
    ),
    ("(?<!损)失", "los[est]|fail|miss|dis|invalid|unemploy|expir|mistake|error|distort|imbalanc"),
    (
        "(?<![误偏残方])差",
        "differ|poor|bad|worse|gap|devia|vari|inferior|error|worst|bias|discrep|lag",
    ),
    (
        "反(?![应馈映])",
        "revers|anti|oppos|invers|contra|against|back|repeat|conver|negat|refle|instead",
    ),
    ("[只]|仅(?!限)", "only|just|mere|sole|single|alone|simply|one|ship|all|but|unless"),
    ("才", "only|until|unless|talent|just|before|then"),
    ("有限", "limited|finite|limit"),
    ("直[到至]", "until|till|up to"),
    (
        "[防阻]",
        "prevent|protect|proof|block|stop|against|defen|guard|resist|imped|hind|avoid|barrier|robust",
    ),
    ("原样|原封|如故|照旧|依旧|如常", "as is|as it|verbatim|still|usual"),
    ("错", "wrong|error|mistak|incorrect|fault|miss|bug"),
    ("过于|太(?![阳空])", "too|over|excess"),
    ("跳过|忽略", "skip|ignor|neglect|omit|drop|overlook"),
    ("替代|代替|放弃", "replac|instead|altern|substitut|abandon|give|forgo"),
)
# what could negate in English, each with what stands for it in Chinese if it negates nothing
_ANY_NOT = (
    (
        r"no|not|wont|cant|dont|doesnt|\w+n['’]t|cannot|never|none|nothing|nobody|nowhere|neither|nor|without|absen\w*"
        r"|non(?!e?theless)\w*|un(?!der|it|i[qvf]|fortunate)\w+"
        # into, inform, install, improve, distribute, illustrate and the like negate nothing
        r"|in(?!to\b|fo\b|form|fer(?!io)|flu|stan[ct]|stall?|str|stitut|sert|side\b|sight|spir|spect|tro|de(?:x|ed)"
        r"|di(?:c|v)|vest|vit|gest)"
        r"(?:a[bcdp]|c[auo]|d[eir]|e[flqvx]|f[ielo]|h[ui]|s[etiu]|t[or]|v[ai]|just|coher)\w*"
        r"|im(?!prov|plem|port|pact|pala|pl(?:y|ie[sd])|press|puls|put|pos[ei](?!b)|mers|mens)[pm]\w+"
        r"|ill(?!u[sm])\w+|irr\w+|dis(?!tribut|tanc|till|cuss|cover|k|c\b|play|patch|trict|ease)\w+"
        r"|(?!nonethe)\w+less|hardly|barely|scarcely|except(?!ion)\w*|instead|rather"
        r"|than(?=(?:\s\w+){0,4}\s(?:can|could|will|would|do|does|did|need\w*|necessary|possible))"
        r"|(?:less|fewer|other|sooner)\s+than|outside|(?<!carried\s)(?<!carry\s)(?<!carrying\s)(?<!point\s)"
        r"(?<!points\s)(?<!pointed\s)(?<!find\s)(?<!turns\s)(?<!try\s)(?<!print\s)out|away|far(?=\s+from)"
        r"|den(?:y|ies|ied)|elu\w+|anonym\w*|optional\w*|myth"
        r"|myster\w*|obscur\w*|pervasive|forg\w+|anti\w*|unless|exempt\w*|beware|too(?=\s.*\sto\s)"
        r"|with[hd]\w*|sub(?:opt|stand|par)\w*|obsolete|opposed|versus|vs|deprecat\w*|alone"
        r"|short(?=\s+of|age)|necess\w*|otherwise|whatever|regardless",
        "(?!)",
    ),
    (r"beyond", "[超越远外]|之后"),
    (r"lack\w*|miss\w*", "[缺乏漏]|错过|失踪|小姐|任务"),
    (r"fail\w*", "败|失败|失效|失灵|故障"),
    (r"few|fewer|little|less|rare|rarely|seldom|minor\w*|scarc\w*|least", "[少罕小低鲜稀轻减]"),
    (r"only", "[只仅唯才单]"),
    (r"avoid\w*|prevent\w*|hinder\w*|block\w*|obstacle\w*", "[避免防阻挡碍块]"),
    (r"refus\w*|reject\w*|forbid\w*|prohibit\w*|ban|banned", "[拒禁否]"),
    (r"stop\w*|ceas\w*", "[停止]"),
    (r"exclud\w*|remov\w*|elim\w*|drop(?!out)\w*|skip\w*|ignor\w*", "[除删去消丢跳忽略移降滴]"),
    (r"too", "[太过也]"),
    (r"difficult\w*|hard|harder|challeng\w*", "[难困硬]|挑战|努力"),
    (r"zero|free", "[零0]|免费|自由|游离|空闲"),
    (r"until|yet|before|prior(?!it)\w*|ever", "[才前先曾但却过]|直[到至]|为止|然而"),
    (
        r"but|however|although|though|while|despite|even",
        "[但却然虽而当平偶时甚也都更连则]|尽管|即使",
    ),
    (r"whether|any\w*", "[任何]|是否|所有|一切"),
    (r"loss|lost|lose\w*", "[损失丢丧]"),
    (r"poor\w*|bad\w*|weak\w*", "[差弱贫坏劣穷恶]"),
    (
        r"remain\w*|stay\w*|keep\w*|(?<!can\s)(?<!could\s)(?<!may\s)still|static|constant\w*|fixed",
        "[仍依静恒常留剩还持固]",
    ),
    (
        r"limit\w*|within|max\w*|min\w*|most|up\s+to|over(?=\s+(?:\d|half|a\s|two|ten))",
        "[限内最多至极超上过分小]|以上",
    ),
    (r"others?|different\w*", "[另他异别各]|其(?=[它余中])|不同|不一|区分|对方|微分|求导|导数"),
    (r"wrong\w*|mis\w+", "[错误]|恶意"),
    (r"may|must|should", "[可能或必须应要该得宜需]"),
    (r"blind\w*", "盲"),
    (r"default", "默认|违约"),
    (r"robust\w*|stable|invarian\w*|immun\w*|agnostic\w*", "稳健|鲁棒|稳定|健壮|免疫"),
    (
        r"froz\w*|freez\w*|intact|same|identical\w*|preserv\w*",
        "冻|完[整好]|[相同]同|同[样一]|一[样致]|保[持留存护]",
    ),
    (r"leav(?:es?|ing)|left", "[留离剩左]"),
    (
        r"comparable|similar\w*|equal\w*|equivalent\w*|match\w*|par",
        "[可相]比|相[似近当等]|类似|等[于同价效]|[平均]等|匹配|一致",
    ),
    (r"hid\w*|dark", "[隐藏遮掩暗黑]"),
)  # fmt: skip
# what stands for a negation besides 不 and its like, whatever else it may stand for
_OWN = tuple(
    (re.compile(words, re.IGNORECASE), re.compile(zh_words))
    for words, zh_words in (
        ("rarely|seldom|hardly", "[少罕鲜难偶几]"),
        ("lack|absence", "[缺乏少匮空]"),
        ("fail", "失|败"),
        ("without", "[除免脱缺]|外|直接"),
        ("cannot|can|could|unable|impossible", "[难禁]"),
        ("no longer", "停|止|已"),
        ("un|in|irr", "反|异|假|错"),
    )
)
_WORDS = re.compile(r"(?:\s+[\w'’-]+){1,3}")
_WORDS_BEFORE = re.compile(r"(?:[\w'’-]+\s+){1,3}$")
_NEXT = re.compile(r"\s+(?:(?:any|an?|the|its|their|further|much|such)\s+)*([\w-]+)")
_CUT = re.compile(r"[,;:.!?\u2014](?=\s|$)")
_CUT_ZH = re.compile("[，。；：？！,;:?!\n]")
_AFTER = 5


def _compiled(
    table: tuple[tuple[str, str], ...], *, en_first: bool
) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the expressions of a table; those of English find words, or how words begin."""
    whole = (r"\b(?:{})\b", "{}") if en_first else ("{}", r"\b(?:{})")
    return tuple(
        (
            re.compile(whole[0].format(may), re.IGNORECASE),
            re.compile(whole[1].format(counterpart), re.IGNORECASE),
        )
        for may, counterpart in table
    )


_MAY_BU, _MAY_NOT = _compiled(_ANY_BU, en_first=False), _compiled(_ANY_NOT, en_first=True)


def lost_negation(zh: Said, en: Said) -> Reversed | None:
    """Return where one side negates and the other has no word that could."""
    return _lost_in_chinese(zh, en) or _lost_in_english(zh, en)


def _lost_in_chinese(zh: Said, en: Said) -> Reversed | None:
    rest = ""
    for match in _NOT.finditer(en.text) if _SIGN.search(en.text.lower()) else ():
        if _NO_NEGATION.match(en.text, match.end()) or _IF.search(en.text, 0, match.start()):
            continue
        rest = rest or _NOT.sub(" ", en.text)
        if _could(zh.text, rest, _MAY_BU) or _is_rendered(match[0], zh.text):
            continue
        if not _twice(en.text, match) and _is_said(zh.text, en.text, match):
            return reversed_at(zh, en, None, match.span())
    return None


def _lost_in_english(zh: Said, en: Said) -> Reversed | None:
    if not (_BU.search(zh.text) or _PLAIN_BU.search(zh.text)):
        return None
    said = _NO_BU.sub(lambda m: "～" * len(m[0]), zh.text)
    for told in (_BU.search(said), *_PLAIN_BU.finditer(said)):
        # 能 of 不能 stands for "can"
        rest = told and f"{zh.text[: told.start()]}～{zh.text[told.start() + 1 :]}"
        if told is None or not rest or _could(en.text, rest, _MAY_NOT):
            continue
        after = zh.text[told.end() :]
        if told.re is not _BU and not means_beginning(after[:_LONGEST], en.text):
            continue
        # what is negated may be left out, which is no reversal
        if not _CUT_ZH.search(zh.text.rstrip("。")) or in_common(_CUT_ZH.split(after)[0], en.text):
            return reversed_at(zh, en, told.span(), None)
    return None


def _could(
    text: str, other: str, table: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
) -> bool:
    """Whether a text has a word that could negate and has no counterpart in the other one."""
    for may, counterpart in table:
        if (found := len(may.findall(text))) and found > len(counterpart.findall(other)):
            return True
    return False


def _is_rendered(negation: str, zh: str) -> bool:
    """Whether the Chinese has what stands for a negation that is no plain one, or the word."""
    own = next((zh_words for words, zh_words in _OWN if words.match(negation)), None)
    return bool((own and own.search(zh)) or _NOT.search(zh))


def _twice(text: str, negation: re.Match[str]) -> bool:
    """Whether another word beside a negation may undo it."""
    before, after = (
        _WORDS_BEFORE.search(text[: negation.start()]),
        _WORDS.match(text, negation.end()),
    )
    return any(near is not None and _TWICE.search(near[0]) for near in (before, after))


def _is_said(zh: str, en: str, negation: re.Match[str]) -> bool:
    """Whether what is negated stands in the Chinese, rather than is left out there."""
    if negation[0].lower() == "without":  # it negates but the next word, and is often left out
        named = _NEXT.match(en, negation.end())
        return named is not None and in_common(zh, named[1]) > 0
    clauses = _CUT.split(en)
    after = _CUT.split(en[negation.end() :])[0].split()[:_AFTER]
    return len([c for c in clauses if c.strip()]) == 1 or in_common(zh, " ".join(after)) > 0
