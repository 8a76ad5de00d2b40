"""Pairs of terms and qualities of which one is not the other, in the form of `qualities`."""

TERMS = r"""
multiple several numerous various manifold many | multi* diverse all two three both
single sole unique | one only mono* individual* once particular* each alone lone
多个 多种 多重 多样 | 多 各 数 几 众 两 三 诸
单一 唯一 单个 | 单 一 个 独 仅 只

early earlier earliest | prior previous* begin* initial* first before start* onset beforehand old*
late later latest | end final* advanced after* last subsequent* recent* then next new* follow*
早期 较早 更早 最早 | 早 初 前 先 起 原
晚期 后期 较晚 更晚 最晚 | 晚 后 末 终 迟 新 近 以上 更高

short-term | short* near-term brief
long-term | long* enduring
短期 | 短 近期
长期 | 长 久

stronger strongest | strong* robust* intens* powerful* better more high* great* solid firm*
weaker weakest | weak* poor* less low* faint* mild* light* vulnerab* bad* small*
更强 较强 最强 越强 愈强 | 强 优 好 高 大 坚
更弱 较弱 最弱 越弱 愈弱 | 弱 差 低 小 微

simple simpler simplest | simpl* easy eas* straightforward plain naive basic mere trivial just
complex complicated sophisticated | complex* intricat* elaborat* difficult* hard* advanced rich
简单 简易 | 简 易 单纯 只
复杂 繁杂 | 杂 难 繁

direct | direct* straight* immediate* simply just right
indirect indirectly | indirect* via proxy implicit* through
直接 | 直 就
间接 | 间 代理 隐

active actively | activ* proactiv* initiativ* voluntar*
passive passively | passiv* involuntar*
主动 | 主 积极 活跃 有源
被动 | 被 无源

static | static* fixed constant
dynamic dynamically | dynamic* chang* vary* adaptiv*
静态 | 静 固定
动态 | 动 变

local locally | local* partial* neighbo*
global globally | global* world* overall universal* whole entire
局部 | 局 部分 本地 邻 地方 当地
全局 | 全 整体 总 通用

explicit explicitly | explicit* clear* expres* specific*
implicit implicitly | implicit* latent hidden tacit* impl*
显式 | 显 明
隐式 | 隐 含 暗

linear linearly | linear*
nonlinear non-linear nonlinearly nonlinearity | nonlinear* non-linear*
线性
非线性

discrete | discret* quantiz*
continuous continuously | continu* ongoing steady
离散 | 散
连续 | 续 持续 不断

sparse sparsely | spars* scatter* rare* few
dense densely | dens* compact crowded thick*
稀疏 | 稀 疏 少
稠密 密集 | 密 浓 集

online | on-line live internet web real-time
offline | off-line disconnected
在线 线上 | 线 网 实时
离线 线下 | 离线

synchronous | synchron* simultan* sync*
asynchronous | async*
同步 | 同 共时
异步

acute | acut* sudden* urgent sharp severe
chronic | chronic* long* persist*
急性 | 急
慢性 | 慢 长期

benign | benign* harmless good
malignant | malign* cancer*
良性 | 良
恶性 | 恶 癌

donor donors | donat* give*
acceptor acceptors | accept* recept* recipient* receiv*
供体 | 供 捐
受体 | 受 接

oxidation oxidized | oxid* burn*
reduction reduced reductive | reduc* reduct*
氧化 | 氧
还原 | 还原

charge charging charged | charg* recharg*
discharge discharging discharged | discharg*
充电 | 充
放电 | 放

upstream | up* above
downstream | down* below task*
上游 | 上
下游 | 下

odd | odd-*
even | even-*
奇数 | 奇
偶数 | 偶

transmit transmits transmitted sends sent | send* transmi* emit* dispatch* deliver* upload* submit*
receives receive received receiver | receiv* accept* obtain* get* fetch* collect*
发送 发射 | 发 送 传 寄
接收 收到 | 接 收 得 获

absorb absorbs absorbed absorption | absor* uptake soak*
emit emits emitted emission | emi* releas* radiat*
吸收 | 吸 纳
发射 排放 释放 | 发 排 放 释 辐射

upload uploads uploaded | upload* send*
download downloads downloaded | download* fetch* get pull*
上传
下载 | 拉取 获取

parallel | parallel* concurren* simultan*
serial sequential sequentially serially | serial* sequen* success* order
并行 | 并 平行 同时
串行 顺序执行 | 串 顺序 依次 逐

import imports imported | import*
export exports exported | export*
进口 导入 | 入 进 引入
出口 导出 | 出

rural | rural* countryside village* farm*
urban | urban* city cities town* metropol*
农村 乡村 | 乡 村 农
城市 城镇 | 城 市 都

daytime | day* noon sun*
night nighttime nights overnight | night* nocturn* dark* evening
白天 日间 | 日 昼 天
夜间 夜晚 | 夜 晚

optimistic | optimis* hopeful* sanguine
pessimistic | pessimis* gloom*
乐观
悲观

profit profits profitable | profit* gain* earn* surplus
loss losses deficit | los[st]* deficit* lost
盈利 获利 | 利 盈
亏损 | 亏 损

precision | precis* accura*
recall | recall* sensitivit*
精确率 查准率 | 精 准
召回率 查全率 | 召回 敏感 灵敏

sensitivity | sensitiv* recall*
specificity | specific*
敏感性 灵敏度 敏感度 | 敏 灵 召回
特异性 特异度 | 特异 专一

soluble | solub* dissolv*
insoluble | insolub*
可溶 | 溶
不溶 | 不溶 难溶

reversible | revers*
irreversible irreversibly | irrevers*
可逆 | 逆转 可回
不可逆 | 不可

public | public* open* shared common*
private privately | privat* confiden* propriet* secret*
公开 公共 公有 | 公 开放 众
私有 私人 | 私 隐 内部

necessary necessarily | necess* need* must essential* requir* indispens*
unnecessary | unnecess* not no need* redundan* superflu*
必要 必需 | 必 需 须
不必要 | 不 无 没 多余 冗

possible | possib* can may might able feasib* could potential* likely perhaps
impossible | imposs* cannot not no infeasib* unable never
可能 有可能 | 可 能 或 会
不可能 | 不 无 没 难

shallow | shallow* surface superficial*
deep deeper | deep* depth* profound*
浅层 较浅 | 浅 表
深层 较深 | 深

buyer buyers buying bought | buy* bought purchas* acqui*
seller sellers selling sold | sell* sold sale*
买方 买家 购买 | 买 购
卖方 卖家 出售 | 卖 售 销

support* favou?r(?:s|ed|ing) endors* | approv* back* agree* help* hold* enabl* favo* confirm*
oppos(?:e|es|ed|ing|ition) objected object_to | against reject* object* disagree* contrary anti*
  refut*
支持 赞成 | 赞 持 助 撑 挺
反对 | 反 对 不 拒 驳

activat(?:e|es|ed|ing|ion) promot(?:e|es|ed|ing) stimulat\w+ | enabl* activ* promot* enhanc*
  increas* on trigger* upreg*
inhibit\w* suppress\w* | block* inhib* prevent* reduc* repress* downreg* limit* not hinder* off
激活 促进 刺激 | 激 活 促 增 提 启
抑制 | 抑 制 阻 减 降 防 不 灭

upregulat* up-regulat* overexpress* | up* increas* over* high*
downregulat* down-regulat* | down* decreas* under* low* reduc*
上调 | 上 升 高 增
下调 | 下 降 低 减

overestimat* | over* high* exagger* too
underestimat* | under* low* too
高估 | 高 夸 过
低估 | 低 小 不足

exothermic | exotherm* releas*
endothermic | endotherm* absor*
放热 | 放
吸热 | 吸

hydrophobic* | hydrophob* repel* lipoph*
hydrophilic* | hydrophil* wet*
疏水 | 疏 憎
亲水 | 亲

converg(?:e|es|ed|ing|ence) | conver* agree* approach* reach*
diverg(?:e|es|ed|ing|ence) | diver* part* differ* split* depart*
收敛 趋于一致 趋同 | 收 趋 汇 一致
发散 分歧 | 散 分 异 偏

supply supplies | suppl* provi* offer* feed*
demand demands | demand* need* requir* consum*
供给 供应 | 供
需求 | 需 求

abolish(?:ed|es)? repealed scrapped | end* remov* cancel* abol* stop* drop* lift* repeal*
introduced established founded imposed | introduc* establish* found* impos* start* begin* began
  new set creat* build* built
废除 取消 废止 | 废 撤 取消 停 免 消
设立 开征 建立 成立 | 设 立 建 征 创 始

scarce scarcity | scarc* few* rare* limited short* lack* little low* not
plentiful abundant abundance | abund* plent* rich* ampl* larg* many much enough suffic*
稀缺 匮乏 紧缺 | 稀 缺 匮 少 乏 不 有限 紧
充裕 充足 丰富 | 充 足 丰 富 裕 多 大量

hurts? harms? degrad(?:e|es|ed|ing) deteriorat(?:e|es|ed|ing) worsen(?:s|ed|ing)?
  impair(?:s|ed|ing)? | hurt* harm* degrad* wors* deterior* impair* lower* reduc* decreas* drop*
  damag* poor* loss
improv(?:e|es|ed|ing) boost(?:s|ed|ing)? benefit(?:s|ed|ing)? enhanc(?:e|es|ed|ing) | improv*
  better boost* enhanc* benefi* increas* help* gain* rais* upgrad* good* strength* rais* promot*
  optim* high*
损害 恶化 退化 变差 | 损 害 恶 退 差 降 减 低 坏 伤 劣 弱
改善 提升 改进 增强 | 改 提 增 升 优 好 强 益 促 高 善 助

widen(?:s|ed|ing)? broaden(?:s|ed|ing)? | wid* broad* expan* enlarg* grow* grew increas* larg*
  open* stretch*
narrow(?:s|ed|ing)? | narrow* clos* shrink* shr[au]nk reduc* small* decreas* tight*
扩大 拉大 加宽 变宽 | 扩 大 宽 增 广 阔 拉
缩小 收窄 变窄 | 缩 小 窄 收 减 弥
"""
