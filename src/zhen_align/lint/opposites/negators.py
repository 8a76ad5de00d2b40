"""Words that could negate, in both languages: they excuse a negation that is lost elsewhere.

They are a far longer list than those that surely negate. Some stand for something else, too, and
are no excuse where the other side has that. Not here: what surely negates (`negations`).
"""

import re
from functools import lru_cache

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
# words that negate of themselves; into, inform, install, improve, distribute and the like do not
_NEGATES = re.compile(
    r"no|not|wont|cant|dont|doesnt|\w+n['’]t|cannot|never|none|nothing|nobody|nowhere|neither|nor"
    r"|without|absen\w*|non(?!e?theless)\w*|un(?!der|it|i[qvf]|fortunate)\w+"
    r"|in(?!to\b|fo\b|form|fer(?!io)|flu|stan[ct]|stall?|str|stitut|sert|side\b|sight|spir|spect|tro"
    r"|de(?:x|ed)|di(?:c|v)|vest|vit|gest)"
    r"(?:a[bcdp]|c[auo]|d[eir]|e[flqvx]|f[ielo]|h[ui]|s[etiu]|t[or]|v[ai]|just|coher)\w*"
    r"|im(?!prov|plem|port|pact|pala|pl(?:y|ie[sd])|press|puls|put|pos[ei](?!b)|mers|mens)[pm]\w+"
    r"|ill(?!u[sm])\w+|irr\w+|dis(?!tribut|tanc|till|cuss|cover|k|c\b|play|patch|trict|ease)\w+"
    r"|(?!nonethe)\w+less|hardly|barely|scarcely|except(?!ion)\w*|instead|rather|outside|away"
    r"|den(?:y|ies|ied)|elu\w+|anonym\w*|optional\w*|myth|myster\w*|obscur\w*|pervasive|forg\w+"
    r"|anti\w*|unless|exempt\w*|beware|with[hd]\w*|sub(?:opt|stand|par)\w*|obsolete|opposed|versus"
    r"|vs|deprecat\w*|alone|necess\w*|otherwise|whatever|regardless",
    re.IGNORECASE,
)
# phrases that do, each with letters that stand in it
_PHRASES = tuple(
    (signs, re.compile(rf"\b(?:{phrase})\b", re.IGNORECASE))
    for signs, phrase in (
        (
            "than",
            r"than(?=(?:\s\w+){0,4}\s(?:can|could|will|would|do|does|did|need\w*|necessary|possible))"
            r"|(?:less|fewer|other|sooner)\s+than",
        ),
        (
            " out",
            r"(?<!carried\s)(?<!carry\s)(?<!carrying\s)(?<!point\s)(?<!points\s)(?<!pointed\s)"
            r"(?<!find\s)(?<!turns\s)(?<!try\s)(?<!print\s)out"
            r"(?!\s+of\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten|every)\b)",
        ),
        ("far", r"far(?=\s+from)"),
        ("too", r"too(?=\s.*\sto\s)"),
        ("short", r"short(?=\s+of|age)"),
    )
)
# what else could negate, each with what stands for it in Chinese if it negates nothing
_ANY_NOT = (
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
_SAID = re.compile(r"[\w'’]+")
Table = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def _compiled(table: tuple[tuple[str, str], ...], *, en_first: bool) -> Table:
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


def zh_could_negate(zh: str, en: str) -> bool:
    """Whether a Chinese text has a word that could negate, and the English no counterpart."""
    return any(
        (found := len(may.findall(zh))) and found > len(counterpart.findall(en))
        for may, counterpart in _MAY_BU
    )


def en_negates(en: str) -> bool:
    """Whether an English text has a word that negates, whatever the Chinese says."""
    small = en.lower()
    if any(sign in small and phrase.search(en) for sign, phrase in _PHRASES):
        return True
    return any(_negates(word) for word in _SAID.findall(small))


def en_could_negate(en: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Return how often an English text has words that could negate, and their counterparts."""
    return tuple((n, other) for may, other in _MAY_NOT if (n := len(may.findall(en))))


@lru_cache(maxsize=1 << 14)  # most words of a text were asked before
def _negates(word: str) -> bool:
    return _NEGATES.fullmatch(word) is not None
