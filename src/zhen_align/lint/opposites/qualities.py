"""Words that say opposite things, in both languages.

Each paragraph is an axis. Its four lines are the English words of one pole and of the other, then
the Chinese ones; a line that begins with a blank goes on with the one before. What stands before
the bar is certain: one of it, held against one of the other pole, may be a slip. What stands behind
it may say the same pole, and excuses it. Of English, `_` is a blank or a hyphen inside a word and
`*` any ending; Chinese words are literal before the bar. All may be expressions otherwise.
Pairs of terms stand in `terms`, in the same form.
"""

AXES = r"""
increas(?:e|es|ed|ing) rises? rose risen rising grows? grew grown growing raises? raised raising
  climbs? climbed more higher greater larger bigger exceed(?:s|ed|ing)? more_than above_\d\S*
  outperform(?:s|ed)? surpass(?:es|ed)? improv(?:e|es|ed|ing) longer
  enhanc(?:e|es|ed|ing) boost(?:s|ed|ing)? expand(?:s|ed|ing)? enlarg(?:e|es|ed|ing) adds? added
  adding
  strengthen(?:s|ed|ing)? | most higher larg* big*
  improv* boost* enlarg* enhanc* expan* gain* better best plus long* stronger doubl* tripl*
  upgrad* extend* widen* over exceed* increment* rise grow* growth strengthen* amplif* soar*
  jump* surg* maxim* elevat* heighten* at_least above superior up_to ascend* scal* deepen* many
  much most
decreas(?:e|es|ed|ing) declin(?:e|es|ed|ing) falls fell fallen drops dropped
  reduc(?:e|es|ed|ing|tion) lowers lowered shrinks? shrank shrunk diminish(?:es|ed)? lower
  smaller fewer less below_\d\S* mitigat(?:e|es|ing) shorter
  weaken(?:s|ed|ing)? shorten(?:s|ed|ing)? shrinking diminishing lowering
  cuts?(?!_(?:off|out|in|into|short|through)) cutting | reduct*
  decreas* declin* fall falling drop dropping low* less shrink* down diminish* loss los[et]*
  cut* sav(?:e|es|ed|ings?) weak* alleviat* minimi* small* short* below attenuat* degrad*
  deteriorat* wors* narrow* slow* halv* half discount* relie* cheap* under at_most
  inferior trim* compress* contract* descen* lack* suppress* eas(?:e|es|ed|ing) easier prevent*
  avoid* few* a_fraction regulariz* remov* limit* damp* penal* prun* sparse*
  dilut* eliminat* erod* consum* decay* offset* thin thinn* relax*
增加 增长 增大 增强 加重 上升 升高 升至 升到 增至 提高 提升 上涨 扩大 高于 大于 多于 超过 更高 更大
  更多 较高 较大 强于 更长 | 增 升 提高 提升 涨 扩 更(?![低小少弱短差]) 较[高大多强长好]
  越[高大多长强来] 愈[高大多] [高大多强长优]于 超 逾 以上 最[大高多长] 变[大高多长]
  加[大快剧深重强] 改善 改进 大幅
  (?<![扩最巨庞强重伟])大(?!量|家|小|概|致|部分|学|多数|模型|语言|规模|型|数据|纲|会|程度|限度)
  (?<![最提])高(?!效|度|级|斯|频|精|维|质量|性能|速|阶|层|分辨|温|压|校|光|通量)
  多(?![个种模头层任次样项语]) 长(?!度|期) 强(?!化|调) 翻
减少 下降 降低 降至 降到 降为 减小 缩小 下跌 减弱 跌至 缩减 低于 小于 少于 更低 更小 更少 较低
  较小 不到 差于 弱于 更短 缩短 | 减 降 跌 更[低小少弱短差] 较[低小少弱短差] 越[低小少短弱]
  [低小少弱差短]于 缩 以[下内] 最[小低少短] 变[小低少短弱] [低小少弱] 节省 节约 削 抑制 缓解 衰
  不到 不足 不超过 至多 短 退 失 损 消

still | continu* remain*
no_longer | not no never stop* ceas* abandon* quit longer without end* any_?more
仍然 仍旧 依然 依旧 仍 还 | 尚 始终 一直 继续 照
不再 已不 | 停 止 弃 没 未 无 不

already | since
not_yet | no never un* still remain* fail* lack* without few not cannot hardly
已经 早已 | 已 早 就 既 业
尚未 还未 还没 仍未 | 未 没 无 不 尚 还

improv(?:es|ed) | better benefi* help* enhanc* improv* promot* aid* good
harm(?:s|ed) impair(?:s|ed) worsen(?:s|ed) hurts? damag(?:es|ed) | degrad* deteriorat* bad* poor*
  loss* injur* destr* compromis* detriment* toxic* wors* harm* impair* damag* spoil* break*
改善 改良 | 改 提 增 好 优 升 助 益 强 进 完善
损害 恶化 有损 | 损 坏 伤 差 劣 降 破 恶 弱 毁 害

faster quicker rapid* quickly accelerat(?:e|es|ed|ing) | fast* quick speed* swift* prompt* soon*
  instant*
slower slows slowed slowly slowing | slow delay* lag* retard* gradual* late* long* decelerat*
  latenc* time-*
更快 加快 加速 迅速 快得 快了 | 快 速 迅 捷
更慢 减速 放慢 变慢 缓慢 慢得 慢了 减慢 慢 | 慢 缓 迟 延 滞 久 渐

(?<!pass_)(?<!elapse_)before prior_to earlier
  | prior previous* earlier until first former* preced* pre* ago past old*
  in_advance
  early already
after later afterwards? | follow* subsequent* later then since once next post* upon when
  afterward* finally
  eventual*
之前 以前 前 | 才 再 前 先 早 预 原 过去 已
之后 以后 过后 后 | 后 随 继 经 接 自 起 完 更新 较新 以上 更高

many most_of most often usually frequently commonly generally always typically mostly | more
  frequent*
  common* general* much numerous multiple several all every typical* popular* wide* usual lots*
  plenty various large*
rarely seldom hardly scarcely few never | rare* little less only not no none unusual* uncommon*
  almost unlikely nothing small* cannot without barely minor* low*
通常 经常 常常 往往 大多 多数 大部分 总是 许多 很多 频繁 | 常 多 普遍 一般 往 屡 各 众 频 所有 每
  大部分
很少 少数 少部分 小部分 罕见 极少 鲜有 从不 少有 甚少 鲜少 寥寥 | 少 罕 鲜 难 偶 几乎

maxim* max largest highest upper_bound* longest | max most top peak best greatest strong* ceiling
  at_most up_to limit* within exceed* argmax
minim* min smallest lowest fewest lower_bound* shortest | min least bottom at_least weak* floor
  argmin optimi*
最大 最高 最多 上界 上限 最长 | 最[优强好] 上 顶 峰 不超过 极大 至多
最小 最低 最少 下界 下限 最短 | 最[差弱] 至少 底 极小 最优

identical same | equal* equivalent* alike similar* consist* like shar* common match* unchang*
  coincid* agree* also one
different* differ differs differed distinct* | other* various vari* unlike dissimilar* unequal
  divers* separate* any chang* whether mismatch* inconsist* vary* alternative* difference* each
  multiple respective* several individual* heterogen* specific
相同 一样 一致 同样 同一 | 同 似 等 一 共
不同 不一样 各异 迥异 | 不 异 别 差 各 多 另 种

positive positively | plus good active* right* forward*
negative* negatively | minus adverse* bad* passive* inverse* below opposite revers* critic* non*
正面 正向 正相关 阳性 正样本 正数 积极 | 正 阳
负面 负向 负相关 阴性 负样本 负数 消极 | 负 阴 反 非

left leftmost left-hand | former west
right rightmost right-hand | latter east
左侧 左边 左手 左图 向左 左下 左上 | 左
右侧 右边 右手 右图 向右 右下 右上 | 右

upper top upward* | up above over upstream on super*
lower bottom downward* | down below under beneath underneath downstream base* low* sub* follow*
上部 上方 上层 高层 向上 顶部 上半 上游 | 上 顶
下部 下方 下层 低层 向下 底部 下半 下游 | 下 底

internal* inside inner indoor* | in within into intra* intern*
external* outside outer outdoor* | ex\w+ out\w* beyond peripher* surround*
内部 内侧 内层 室内 | 内 里 中
外部 外侧 外层 室外 | 外

input inputs | enter* typ* read* feed* fed given take*
output outputs | produc* generat* result* yield* return* print* emit*
输入 | 录入 键入 入
输出 | 返回 产生 生成 出

beginning starts started starting begins began begin | start* initi* first commenc* launch*
  open* onset outset from now let* new early embark* getting
ends ended ending finishes finished | end final* last* terminat* finish* conclu* complet* stop*
  clos* until over tail* after* exit* eventual*
开始 起始 开头 起初 | 始 开 初 起 首 启
结束 终止 结尾 末尾 末端 | 终 末 完 束 止 尾 后 停

male males men | man boy* father* he his him
female females women | woman girl* mother* she her
男性 雄性 男子 | 男 雄
女性 雌性 女子 | 女 雌 妇

anode anodes anodic | negative*
cathode cathodes cathodic | positive*
负极 阳极
正极 阴极

safe safely safer | secur* safety
dangerous unsafe hazardous | danger* hazard* risk* unsafe*
安全
危险 | 险 风险

encod(?:e|es|ed|ing|er|ers) | cod(?:e|es|ed|ing) embed* auto*
decod(?:e|es|ed|ing|er|ers)
编码
解码 译码

succeeds? succeeded success* | pass* manag* complet* win* won
fail* failure* | unsuccess* unable error* abort* crash*
成功
失败 | 未能 故障 失

accept(?:s|ed|ing)? allow(?:s|ed|ing)? permit(?:s|ted)? | approv* admit* grant* adopt* receiv*
  let* can may licens* enabl*
reject(?:s|ed|ing|ion)? refus(?:e|es|ed) forbid* prohibit(?:s|ed)? forbidden | deny* denied ban*
  block* disallow* not disabl* prevent* cannot never
接受 允许 准许 许可 容许 | 可以 能
拒绝 禁止 | 不 否 未 防

enabl(?:e|es|ed|ing) | activat* turn* switch* open* start* allow* use on
disabl(?:e|es|ed|ing) | deactivat* turn* switch* close* shut* stop* off
启用 开启 | 打开
禁用 停用

includ(?:e|es|ed|ing) contain(?:s|ed|ing)? | with consist* cover* compris* such_as
exclud(?:e|es|ed|ing) | omit* without except* remov* not filter* eliminat* rule*
包括 包含 含有
排除 剔除

hardware
software
硬件
软件

hot hotter warm* heated heating | heat* high* anneal*
cold colder cooled cooling cools | cool* chill* freez* quench* low*
加热 升温 变暖 炎热 | 热 温 暖
冷却 降温 变冷 寒冷 | 冷 寒 凉 冻

forward | feedforward ahead
backward backwards | back* revers* inverse*
前向 向前 | 前 正
反向 后向 向后 | 反 后 逆

horizontal* | lateral* transvers* level*
vertical* | perpendicular* orthogonal* longitud*
水平方向 横向 横轴 | 横 平
垂直 竖直 纵向 纵轴 | 垂 竖 纵

better superior best well | good improv* outperform* more higher strong* optim* great* fine
worse less_well inferior worst poor poorly | bad* degrad* deteriorat* less lower weak* low* lag* not
  small*
更好 优于 较好 最好 | 好 优 佳 强
更差 较差 差于 最差 更糟 劣于 | 差 坏 糟 劣 弱 不

sufficient enough adequate* | ampl* full* suffic* abundant* satisf* thorough* plenty rich*
insufficient* inadequate* lack* | not no short* scarc* little too poor* under* absen* limited
  miss* few* less
足够 充分 充足
不足 不够 缺乏 欠缺 | 不 缺 少 无 没

(?<!inversely_)proportional
inversely | invers*
成正比
成反比 | 反

thicker wider | thick* wid* broad*
thinner narrower | thin thinn* narrow*
更厚 较厚 更宽 较宽 | 厚 宽
更薄 较薄 更窄 较窄 | 薄 窄

above_\d\S* over_\d\S* (?:more|greater|higher)_than_\d\S* exceed\w*_\d\S* | above over more
  greater higher exceed* least beyond past up from
below_\d\S* under_\d\S* (?:less|fewer|lower)_than_\d\S* | below under less fewer lower within
  most up_to short than
高于 超过 大于 以上 多于 | 超 上 起 过 余 多 逾 高
低于 小于 少于 不足 不到 以下 以内 | 下 内 不 少 未 低 小 近

more | most* \w{2,}er \w{2,}est increas* better much too very extra further
less | least lower low* not no
更加 更为 更易 更容易 更能 更频繁 更重要 更敏感 更准确 | 更 越 较 愈
更不 更难 | 不 少 低 弱 难 减 降 差 小 慢 短 缩 轻 便宜 下 浅 窄 没 无 免 欠
"""
# these hold a word of an axis, and are on none; behind a comma begins what is of another time
_ON_NONE = """
至少 至多 不少 缺少 多少 相同与否 不含 不包含 不包括 不允许 不安全 不开启 不接受
不启用 最大限度 最大程度 不一致 一样本 少数民族 然后 最后 后者 后续 背后
后果 后面 前后 此后 今后 随后 后来 后验 后代 后台 后缀
事后 先后 后继 后退 后方 延后 前者 当前 目前 前面 前提 前景 前往
前缀 前文 前述 面前 前台 前列 前沿 此前 前期 先前 提前 前言 空前
前一 前几 前两 前三 后一 眼前 年前 年后 天前 天后 从前
前行 前来 前进 后人 后世 后天 前天 前年 后年 后处理 前处理 后悔 后备 后门 幕后
史前 多数据 多数字 多数值 ，以前 。以前 ：以前 ，以后 。以后 ，之后 。之后
"""
NEITHER = tuple(_ON_NONE.split())
