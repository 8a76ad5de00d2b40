"""The frames of `contrasts`: what sets ONE against TWO, in both languages.

Each paragraph is a frame. Its first line has an expression for each language that a text has if i
  t
may have the frame, Chinese and English; the others are the frame as it is said in a language, in
  expressions in which ONE and T
  WO
stand for the halves, NUM for the beginning of a number, and a blank of English for any white
space. A line that begins with a blank goes on with the one before.
"""

FRAMES = r"""
而|不如 & than|instead|opposed|not
en: ONE,? (?:rather than|instead of|as opposed to) TWO
en: ONE, (?:and )?not TWO
en: \bnot (?!only|just|merely)TWO,? but ONE
zh: ONE[，,]?\s?而(?:非|不是|并非)TWO
zh: (?:不是|并非|不在)TWO[，,]?而[是在]ONE
zh: 与其说?TWO[，,]不如说?ONE

超过|高于|优于|大于|强于|胜过|超越|多于|快于|领先|比 & than|exceed|perform|surpass|out|beat
en: ONE (?:exceed(?:s|ed)?|outperform(?:s|ed)?|surpass(?:es|ed)?|outpaced?s?|beats?|outnumber(?:s|
  ed)?) TWO
en: ONE (?:is|are|was|were) (?:\w+ )?(?:higher|greater|larger|better|faster|stronger|more \w+)
   than (?!NUM)TWO
en: ONE (?:\w+ ){0,3}(?:more|faster|better|further|longer)(?: \w+)? than (?!NUM)TWO
zh: ONE(?:超过|高于|优于|大于|强于|胜过|超越|多于|快于|领先于?)了?TWO
zh: ONE比TWO[要更还]?[高大多强快好优长]
zh: ONE比TWO[要更还](?![低小少弱慢差短])

低于|小于|少于|不及|不如|逊|差于|弱于|慢于|落后|比 & than|lag|trail
en: ONE (?:lags?|lagged|trails?|trailed)(?: far)?(?: behind)? TWO
en: ONE (?:is|are|was|were) (?:\w+ )?(?:lower|smaller|worse|slower|weaker|less \w+) than (?!NUM)
  TWO
en: ONE (?:\w+ ){0,3}(?:less|slower|worse)(?: \w+)? than (?!NUM)TWO
zh: ONE(?:低于|小于|少于|不及|不如|逊于|逊色于|差于|弱于|慢于|落后于?)TWO
zh: ONE比TWO[要更还]?[低小少弱慢差短]

[从由自] & from
en: \bfrom ONE (?:in)?to TWO
zh: [从由自]ONE(?:流向|传向|转向|转到|传到|传至|传入|流入|流到|进入|转移到|过渡到|转变为|转换为|
  变为|到|至|向)TWO
zh: [从由自]ONE(?:提高|提升|上升|升|增加|增长|增|扩大|下降|降低|降|减少|减|缩短|缩小|跌)
  (?:到|至|为)TWO

转|变|译|蒸馏|传递|投影|映射|注入|输入|送 & to
en: \b(?:convert|transform|translat|turn|distill?|transfer|project|map|inject|feed)(?:s|e|es|ed|
  ing)? ONE (?:in)?to TWO
en: ONE (?:is|are|was|were|be|been|being) (?:\w+ly )?(?:\w+ed|fed|sent|built|put) (?:in)?to TWO
zh: [把将]ONE(?:转换|转化|转变|变换|翻译|变|蒸馏|传递|转移|投影|映射|注入|输入|送)(?:为|成|到|入|
  进|至)TWO
zh: ONE(?:被|可|会|则)?(?:转换|转化|转变|变换|翻译|蒸馏|传递|转移|投影|映射|注入|输入|送)(?:为|成|
  到|入|进|至)TWO

取代|代替|替换|替代|换 & replac|substit
en: \breplac(?:e|es|ed|ing) ONE (?:with|by) TWO
en: ONE (?:is|are|was|were|be|been|being) replaced (?:with|by) TWO
en: \bsubstitut(?:e|es|ed|ing) TWO for ONE
zh: [用以]TWO[来去]?(?:取代|代替|替换|替代|换掉)了?ONE
zh: [把将]ONE(?:替换|替代|更换|换)(?:为|成)TWO
zh: ONE(?:已|将)?被TWO(?:取代|替代|代替|替换)

[由从用据于过] & from
en: \b(?:predict|estimat|infer|deriv|generat|comput|calculat|reconstruct|obtain|recover|
  synthesi[sz]|extract|forecast|produc|separat|prepar)(?:s|e|es|ed|red|ing|ring)? ONE from TWO
en: ONE (?:is|are|was|were|be|can be) (?:predicted|estimated|inferred|derived|generated|computed|
  calculated|reconstructed|obtained|recovered|synthesi[sz]ed|extracted|made|prepared|separated)
   from TWO
zh: (?:[由从用]|根据|利用|基于|通过)TWO[来中可能]{0,2}(?:预测|推断|推导|推算|估计|估算|生成|重建|
  计算|得到|获得|合成|提取|还原|恢复|反演|制备|分离|得出)[出得了]?ONE
zh: ONE由TWO(?:得出|得到|制成|计算得到|推导而来|合成)

[导引造诱促决影驱带左] & cause|lead|led|result|trigger|induc|driv|drove|determin|affect|influenc|
  by|from
en: ONE (?:causes?|caused|leads? to|led to|results? in|resulted in|triggers?|triggered|induces?|
  induced|drives?|drove|determines?|determined|affects?|affected|influences?|influenced)(?! by)
   TWO
en: TWO (?:is|are|was|were) (?:caused|driven|determined|affected|induced|triggered|influenced|
  governed) by ONE
en: TWO (?:results?|resulted|stems?|stemmed|arises?) from ONE
zh: ONE(?:会|可|可能|往往|直接|主要)?(?:导致|引起|造成|引发|诱发|促使|决定|影响|驱动|带来)
  [着了]?TWO
zh: TWO(?:是|主要|往往|通常)?[由受因]ONE(?:所)?(?:导致|引起|造成|引发|诱发|决定|影响|驱动|支配|
  左右)

取决|依 & on
en: ONE (?:depends?|depended|relies|relied|hinges?) (?:\w+ly )?(?:up)?on TWO
zh: ONE(?:主要|强烈|很大程度上|则)?(?:取决于|依赖于?|依靠)TWO

先于|早于|之前|以前 & prece|predat
en: ONE (?:precedes?|preceded|predates?|predated) TWO
zh: ONE(?:先于|早于)TWO
zh: ONE在TWO(?:之前|以前)

是 & of
en: ONE (?:is|are) (?:an?|the) (?:\w+ )?(?:cases?|subsets?|kinds?|types?|parts?|forms?|subclass)
   of TWO
zh: ONE(?:只|也|便|就)?是TWO的(?:一种|特例|一个特例|子集|一部分|子类)

倍 & twice|times|as
en: ONE (?:is|are|was|were) (?:\w+ )?(?:twice|\S+ times) (?:as \w+ as|that of|those of|the \w+ of|
  \w+er than) TWO
en: \bas (?:\w+ )?(?:in|for|among|with|at|on) ONE as (?:in|for|among|with|at|on) TWO
zh: ONE[约大]?[是为]TWO的\S{1,4}倍
"""
