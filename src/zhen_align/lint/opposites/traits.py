"""Further pairs of opposites, in the form of `kinds`: traits, and what is done to a thing."""

TRAITS = r"""
too_much too_many too_high too_large too_strong excessive excess | overly overdos* overus* overload*
  = 过多 过高 过大 过强 过量 过度 太多 太大 太高 | 过于 过剩
too_little too_few too_low too_small too_weak insufficient | underus* lack* not_enough deficien*
  short* = 过少 过低 过小 过弱 太少 太小 太低 | 不足 不够 缺

long lengthy longest longer prolonged | long* length* extend* last* far slow* hour*
  = 较长 很长 更长 冗长 漫长 最长 长距离 长时间 长句 长文本 | 长 久 远 慢
short shortest shorter brief briefly | short* brief* succinct* concis* terse compact* near* quick*
  fast* soon* moment* low* = 较短 很短 更短 简短 短暂 最短 短距离 短时间 短句 短文本 | 短 暂 简 近
  片刻 快

high | high* elevat* large* great* strong* much more tall* intens* rich* big* good top hot fast*
  = 很高 极高 高达 高浓度 高温 高压 高剂量 高频 高速 高维 高阶 高空 高成本 高风险 高海拔 高分辨率
  | 高
  大 强 多 好 热 快 升
low | low* small* few* poor* little less reduc* decreas* weak* cheap* cold* cool* slow* cryo* min*
  = 很低 极低 低浓度 低温 低压 低剂量 低频 低速 低维 低阶 低空 低成本 低风险 低海拔 低分辨率 | 低
  小 少
  差 弱 冷 慢 降 廉 不

large big huge bulky massive | larg* big* huge* great* mass* high* vast* broad* long* wide* extens*
  grand* = 庞大 巨大 大型 大规模 很大 较大 更大 大量 | 大 巨 高 广 长 宽 众 海量
small tiny little | small* tin* littl* min* slight* few* low* short* micro* nano* compact* light*
  narrow* mere fine* less negligib* limit* thin = 微小 小型 小规模 很小 较小 更小 少量 | 小 微 少
  低 短
  轻 迷你 细 略 薄

fast quick rapid swift | fast* quick* speed* rapid* swift* prompt* soon* short* instant* = 快速 很快
  迅速 高速 | 快 速 迅 短 捷 疾
slow sluggish | slow* sluggish* long* late* delay* lag* grad* time-* = 缓慢 很慢 慢速 迟缓 | 慢 缓
  迟
  久 延 长 滞 渐

old older oldest ag[e]?ing | old* ancient* previous* former* earlier early past aged* tradition*
  senior* elder* classic* last legacy = 旧的 古老 陈旧 老旧 老年 较旧 更旧 | 旧 老 古 前 先 陈 早
  原 久
new newer newest novel young younger | new* novel* recent* young* modern* latest late* fresh* later
  innovat* emerg* now = 新的 崭新 年轻 较新 更新的 | 新 年轻 近 今 后 晚 现 青年

difficult hard challenging | difficult* hard* challeng* tough* cannot unable problem* trouble* never
  not rarely unable unlikely elu* imposs* impract* infeas* struggl* tricky hinder* demand*
  complicat* complex* = 难以 很难 困难
  难于 艰难 较难 不易 | 难 不 困 硬
easy easily simple simply straightforward effortless* | eas* simpl* straight* ready readily conven*
  trivial* smooth* effort* likely well tend* prone* facilitat* vulnerab* suscept* friend* comfort*
  = 容易 易于 很容易 简便 轻易 轻松 简单 便于 方便 | 易 便 简 轻 好

disappear(?:s|ed|ing|ance)? vanish(?:es|ed|ing)? | disap* vanish* fade* gone lost los* cease* end*
  extinct* remov* dissip* = 消失 消退 不见 | 消 失 灭 没 无 不
appear(?:s|ed|ing|ance)? emerg(?:e|es|ed|ing|ence) | appear* emerg* aris* aros* occur* show*
  present*
  manifest* found see* seen there publish* = 显现 浮现 出现 涌现 | 现 出 显 有 生 似 看 发

destroy(?:s|ed|ing)? delet(?:e|es|ed|ing|ion) discard(?:s|ed|ing)? | destr* delet* discard* remov*
  drop* los[et]* damag* break* eras* eliminat* throw* demolish* without clear* = 破坏 销毁 删除 丢弃
  舍弃 摧毁 | 毁 删 丢 弃 坏 除 去 清
preserv(?:e|es|ed|ing|ation) retain(?:s|ed|ing)? keeps? kept keeping | preserv* retain* retent*
  keep*
  kept maintain* remain* conserv* sav* stor* hold* = 保留 保存 保持 | 保 留 存 维持

contradict(?:s|ed|ing|ory)? conflict(?:s|ed|ing)? disagrees? disagreed | contrad* conflict* disagre*
  contrary inconsist* oppos* differ* against disput* not never incompat* paradox* clash* un\w+
  however
  although = 相悖 矛盾 不符 冲突 相左 相违 背离 | 悖 矛盾 不 冲突 违 相反 争
agrees? agreed consistent in_line_with support(?:s|ed)? confirm(?:s|ed)? coincid(?:e|es|ed) | agre*
  consist* match* support* confirm* accord* coheren* align* verif* corrobor* compat* line fit* =
  吻合
  相符 一致 印证 证实 | 符 合 一致 同 支持 证 赞

alike much_like just_like similar similarly resembl(?:e|es|ed|ing) | like* simil* same alike equal*
  resemb* analog* akin near* close* comparab* parallel* identical* also uniform* as = 一样 类似
  相似 相仿
  如同
  | 似 同 像 类 如 一样 近 等
unlike dissimilar in_contrast_to contrary_to differs? differed differing | unlike* dissim* differ*
  contrast* contrary* distin* vary* vari* oppos* unequal* diverg* other* not no never deviat*
  depart*
  = 不同 截然不同 大不相同 迥异 迥然 有别于 不同于 | 不 异 别 差 相反 区

deny denies denied | den[yi]* disput* refus* reject* not never n[o]?t contest* disown* refut* = 否认
  | 否 不 拒 未 没 无
admit(?:s|ted|ting)? acknowledg(?:e|es|ed) confess(?:es|ed)? | admit* admis* acknowl* confess*
  recogni*
  conced* grant* own* = 承认 坦承 供认 | 承 认

remember(?:s|ed|ing)? memori[sz](?:e|es|ed|ing) | rememb* memor* recall* learn* retain* = 记住 记得
  牢记 铭记 | 记 忆
forget forgets forgot forgotten forgetting | forg[eo]t* oblivi* los[et]* unlearn* neglect* = 忘记
  遗忘 忘却 | 忘 失

stable steady stabili[sz](?:e|es|ed|ing|ation) | stab* stead* constant* robust* equilib* calm*
  settl*
  = 稳定 平稳 趋稳 | 稳 恒 固 定
unstable instability fluctuat(?:e|es|ed|ing|ions?) volatile volatility oscillat(?:e|es|ed|ing|ions?)
  | unstab* instab* fluctu* volat* oscill* vary* vari* swing* diverg* noisy erratic destab* collaps*
  = 不稳定 波动 震荡 振荡 失稳 动荡 | 不 波动 荡 变 抖 晃

expensive costly dear | expens* cost* dear high* pric* premium = 昂贵 高昂 很贵 更贵 较贵 | 贵
  成本 费
cheap cheaper inexpensive affordable | cheap* inexp* afford* low* less econom* sav* free = 便宜 廉价
  低廉 实惠 | 廉 便宜 省 低 经济 免费

heavy heavier heaviest | heav* weight* load* massiv* high* strong* severe* dens* = 沉重 较重 更重
  重型 笨重 | 重 大 繁 沉
light lighter lightweight | light* thin* low* weak* small* slim* bright* mild* = 轻便 较轻 更轻 轻型
  轻量 | 轻 光 薄

deep deeper deepest | deep* depth* profound* below bottom* dark* thorough* = 较深 更深 很深 深处
  深入
  深海 | 深
shallow shallower superficial | shall* superf* surfac* thin* upper = 较浅 更浅 很浅 浅处 浅海 浅层
  | 浅 表

near nearby close closer nearest adjacent | near* clos* adjac* neighb* local* proxim* next short*
  approach* vicin* = 附近 邻近 靠近 较近 更近 接近 最近 | 近 邻 临 旁 靠
far distant remote farther further | far* distan* remot* away long* further* tele* = 远处 遥远 偏远
  较远 更远 远离 远程 | 远 遥

dry drier arid | dr[yi]* arid* drought* desic* dehyd* water-free moisture = 干燥 干旱 干涸 | 干 旱
  燥
wet wetter humid moist | wet* humid* moist* rain* damp* satur* flood* aqu* = 潮湿 湿润 湿的 | 湿
  潮 润 水

rich wealthy affluent | rich* wealth* afflu* abund* high* develop* well-* = 富裕 富有 富国 | 富 丰
  裕
poor impoverished | poor* povert* impov* low* lack* bad* weak* scarc* infer* depriv* develop* =
  贫穷 贫困 穷国 | 贫 穷 困

full filled crowded | full* fill* crowd* complet* whole entire* satur* pack* total* = 装满 充满 满载
  拥挤 满溢 | 满 全 充 完整
empty vacant emptied | empt* vacan* void* blank* hollow* zero null nothing no not drain* dry dried =
  空的 清空 空置 空荡 | 空 无 没

strict stricter rigid stringent tight | strict* rigid* string* tight* rigor* hard* stiff* sever*
  firm*
  = 严格 苛刻 严苛 僵硬 刚性 | 严 苛 硬 刚 紧 僵
loose lenient flexible relaxed lax | loos* lenien* flexi* relax* lax* soft* weak* free* tolera*
  mild* =
  宽松 灵活 柔性 松散 | 松 宽 柔 灵 软

sharp sharply steep steeply abrupt abruptly | sharp* steep* abrupt* sudden* rapid* dramat* strong*
  acute*
  drastic* fast quick* = 急剧 骤然 陡峭 陡然 锐利 | 急 骤 陡 锐 剧 快 突 猛 大幅
gradual gradually gentle gently slight slightly | gradu* gent* slight* slow* smooth* mild* step*
  little
  progress* small* = 逐渐 平缓 缓缓 略微 轻微 | 渐 缓 微 略 稍 轻 逐 慢 小

rough coarse coarser | rough* coars* crude* approx* uneven* = 粗糙 粗略 较粗 更粗 粗粒度 | 粗 糙
  大致
fine finer smooth smoother | fin* smooth* even* polish* detail* precis* fluent* subtle* = 精细 光滑
  平滑 较细 更细 细粒度 | 细 滑 精 平 顺 微

mature matured | matur* adult* develop* establish* ripe* = 成熟 | 熟
immature infancy nascent | immat* infan* nascen* young* early* juven* begin* = 不成熟 幼稚 起步阶段
  | 不 幼 稚 初 未 起步

optimal optimum | optim* best ideal* = 最优 最佳 | 优 佳 好 最 理想
suboptimal worst | subopt* sub-opt* worst poor* not far no never bad = 次优 最差 欠佳 | 次 差 不
  非 欠 未

equal equals equally | equal* same equiv* even* tie* comparab* parity match* par = 相等 等于 持平
  同等
  平等 | 等 同 平 均
unequal unequally uneven unevenly | uneq* uneven* inequal* dispar* imbal* differ* skew* hetero* not
  vary* = 不等 不均 不平等 不平衡 | 不 异 差 偏

victory won wins winner winning | win* won victor* success* defeat* beat* triumph* gain* = 获胜 胜利
  胜者 赢得 取胜 | 胜 赢 冠 夺 击败 得
defeat lost loses loser losing | los* defeat* fail* beat* fell = 失败 战败 落败 败者 输掉 | 败 输
  负 失

doubled doubles doubling twofold twice_as\w* tripled quadrupled | doubl* twofold twice tripl*
  quadr* two
  increas* \d+ = 翻番 翻倍 翻了一番 加倍 两倍 增加一倍 | 倍 番 双
halved halves halving | half halv* 50\S* two cut* reduc* = 减半 腰斩 减少一半 | 半 一半 折

rises? rose risen soars? soared climbs? climbed | ris* rose soar* climb* up increas* grow* grew
  high* jump*
  lift* rais* surg* more ascen* elevat* aris* = 上升 攀升 飙升 上涨 升至 升到 升高 | 升 涨 高 增
  起 加
  多 大 扬
falls? fell fallen drops? dropped plummet(?:s|ed) declin(?:e|es|ed|ing) | fall* fell drop* plumm*
  declin*
  decreas* down low* reduc* shr[iau]nk* los* less los[et]* sink* sank dip* collap* diminish* cut*
  slump*
  deterior* degrad* worse* descen* = 下降 下跌 骤降 暴跌 降至 降到 跌至 | 降 跌 落 减 低 少 下 缩
  衰 差 退

bias\w*(?:_\w+){0,4}_against discriminat\w*_against prejudic\w*_against disfavou?r\w* | disadvant*
  penal* harm* unfav* against hurt* = 不利于 歧视 | 不 歧 排 偏离 损 害 反 冷落 忽
bias\w*(?:_\w+){0,4}_(?:towards?|in_favou?r) in_favou?r_of favou?r(?:s|ed|ing)? | favo* toward*
  prefer* tilt* skew* lean* incline* tend* bias(?!\w*(?:\s\w+){0,4}\s(?:against|for|by))\w*
  advantag* benefi* suit* = 偏向 偏袒 青睐 有利于 | 偏 利 倾 喜 护 优
"""
