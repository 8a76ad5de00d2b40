"""Pairs and threes of terms that one field sets against each other, in the form of `kinds`."""

FIELDS = r"""
artery arteries arterial | arter* aort* = 动脉 |
veins? venous | ven* vein* vena = 静脉 | 血管
capillary capillaries | capillar* = 毛细血管 | 毛细

ventricles? ventricular | ventric* = 心室 |
atria atrium atrial | atri* = 心房 |

systolic | systol* contract* = 收缩压 收缩期 | 收缩
diastolic | diastol* relax* = 舒张压 舒张期 | 舒张

proximal | proxim* near* = 近端 | 近
distal | dist* far remote = 远端 | 远

anterior | anter* front* fore* ventr* = 前部 前侧 前路 | 前
posterior | poster* back* rear* hind* dors* = 后部 后侧 后路 | 后

dorsal | dors* back* = 背侧 背部 | 背
ventral | ventr* abdom* belly = 腹侧 腹部 | 腹

afferent | affer* sens* = 传入 | 感觉 入
efferent | effer* motor* = 传出 | 运动 出

axons? axonal | axon* = 轴突 |
dendrites? dendritic | dendrit* = 树突 | 枝

antibody antibodies | antibod* ab immunoglob* Ig\w* = 抗体 |
antigens? antigenic | antigen* ag = 抗原 |

during amid throughout | while mid* in within when = 期间 过程中 当中 | 中 时 间 内 当 期 随
after | follow* later then since once next post* upon when afterward* final* subsequent*
  = 结束后 之后 | 后 随 继 经 自 起 完
(?<!pass_)(?<!elapse_)before prior_to | prior previous* earlier until first pre* ago past already
  = 之前 发生前 | 前 先 早
  预 原 已

agonists? | agonis* = 激动剂 | 激动
antagonists? | antagon* block* inhib* = 拮抗剂 | 拮抗 抑制

transcription transcriptional | transcri* = 转录 |
translation translational | transl* = 翻译 | 译 平移

homozygous homozygotes? | homozyg* = 纯合 | 纯
heterozygous heterozygotes? | heterozyg* = 杂合 | 杂

prokaryotes? prokaryotic | prokary* bacter* = 原核 |
eukaryotes? eukaryotic | eukary* = 真核 |

aerobic | aerob* oxic oxygen* = 好氧 需氧 有氧 | 氧
anaerobic | anaerob* anox* = 厌氧 无氧 | 缺氧 无

in_vivo | vivo animal* = 体内 | 活体 在体 内
in_vitro | vitro ex_vivo cultur* tube* = 体外 | 离体 外

hypertension hypertensive | hypert* pressure* = 高血压 | 高 压
hypotension hypotensive | hypot* pressure* = 低血压 | 低 压

hyperglyc(?:a?emia|a?emic) hyperglycemia | hyper* high = 高血糖 | 高
hypoglyc(?:a?emia|a?emic) hypoglycemia | hypo* low = 低血糖 | 低

tachycardia | tachy* = 心动过速 | 速
bradycardia | brady* = 心动过缓 | 缓

inpatients? | inpat* hospital* admi* ward* stay* = 住院 |
outpatients? | outpat* clinic* ambul* = 门诊 |

preoperative preoperatively | pre* before prior = 术前 | 前
postoperative postoperatively | post* after follow* = 术后 | 后

mothers? maternal | mother* matern* mum* mom* = 母亲 产妇 | 母 妈
fathers? paternal | father* patern* dad* = 父亲 | 父 爸

adults? | adult* grown* mature = 成人 成年 | 成 大人
child children p[ae]ediatric | child* kid* pediat* paediat* young* infan* boy* girl* juvenile*
  = 儿童 小孩 | 儿 童 孩 幼 少年

doctors? physicians? clinicians? | doctor* physic* clinic* medic* surge* radiolog* Dr
  expert* specialist* practition* = 医生 医师 | 医
patients? | patient* case* subject* participant* people person* individual* men women
  suffer* sick = 患者 病人 | 病 患 者 例

teachers? | teach* instruct* tutor* professor* educat* = 教师 老师 | 师 教
students? pupils? | stud* pupil* learner* undergrad* = 学生 | 学

actors? | actor* policy policies player* = 演员 行动者 | 策略 动作 执行
critics? | critic* value = 评论家 评论者 评判者 | 评 价值

generators? | generat* = 生成器 | 生成 发电
discriminators? | discrimin* critic* adversar* = 判别器 鉴别器 | 判别 鉴别

authors? writers? | auth* writ* we our = 作者 | 作 者 著 笔
readers? readership | read* audience* = 读者 | 读 看

scholars? academics? | schol* academ* research* scient* professor* = 学者 | 学 研究
the_public laypeople laypersons? | public* lay* people* mass* popul* crowd* = 大众 公众 | 众 民

clients? | client* custom* user* = 客户端 客户机 | 客户
servers? | server* backend host* cloud = 服务器 服务端 | 服务 主机

front_end frontend | front* UI = 前端 | 前
back_end backend | back* server* = 后端 | 后

attackers? adversary adversaries | attack* advers* hack* malic* = 攻击者 | 攻击 敌
defenders? | defen* protect* = 防御者 防守方 | 防

predators? | predat* hunt* = 捕食者 | 捕食 天敌
prey | prey* = 猎物 | 食饵 被捕

employers? | employ(?:ed|ing|ment|s)? compan* firm* = 雇主 | 雇 用人 企业
employees? workers? | employ(?:ed|ing|ment|s)? work* staff* labo* = 雇员 员工 | 工 职 雇

importers? | import* = 进口商 进口国 | 进口
exporters? | export* = 出口商 出口国 | 出口

creditors? lenders? | credit* lend* bank* = 债权人 贷方 | 债权 贷
debtors? borrowers? | debt* borrow* = 债务人 借款人 借方 | 债务 借

assets? | asset* = 资产 |
liabilities | liab* debt* = 负债 | 债

revenues? incomes? | reven* incom* earn* sale* turnover = 收入 营收 | 收 销售
expenditures? expenses? spending | expend* expens* spend* spent cost* outlay* = 支出 开支 | 支 费 花

inflation inflationary | inflat* = 通货膨胀 通胀 | 涨 胀
deflation deflationary | deflat* = 通货紧缩 通缩 | 缩

surplus surpluses | surpl* excess* = 盈余 顺差 | 余 盈
deficits? | defici* short* = 赤字 逆差 | 亏 缺

plaintiffs? claimants? | plaint* claim* sue* = 原告 | 原告
defendants? | defend* accus* = 被告 |

domestic | domest* home nation* intern* local* Chin\w* = 国内 本国 | 国 内 本地 本土
foreign overseas | foreign* oversea* abroad international* outside = 国外 海外 外国 | 外

quantitative quantitatively | quantit* number* = 定量 | 量
qualitative qualitatively | qualit* = 定性 | 质 性

objective objectively | object* = 客观 | 目标
subjective subjectively | subject* = 主观 | 受试 主体

deductive deduction | deduc* = 演绎 | 推
inductive induction | induc* = 归纳 | 诱导 感应

legal lawful | legal* law* = 合法 | 法
illegal unlawful illicit | illeg* unlaw* illic* = 非法 违法 | 非 违 不

voluntary voluntarily | volunt* = 自愿 | 愿 主动
mandatory compulsory | mandat* compuls* must requir* oblig* forc* = 强制性 强制 | 强 必 须

temporary temporarily | tempor* short* transient* interim brief* while = 临时 暂时 | 暂 临 短 时
permanent permanently | perman* last* forever always perpet* = 永久 | 永 久 常

absolute | absolut* complet* total* = 绝对 |
relative | relat* compar* = 相对 | 较 比 相关

macroscopic macroscale | macro* bulk large* = 宏观 | 宏
microscopic microscale | micro* small* = 微观 | 微

ancient | ancient* old* antiqu* classic* = 古代 | 古
modern | modern* contempor* today* recent* = 现代 | 今 当代 新

convex | convex* = 凸 | 凸
concave | concav* = 凹 |

clockwise | clockw* = 顺时针 | 顺
counterclockwise counter-clockwise anticlockwise anti-clockwise | counter* anti* = 逆时针 | 逆

acidic | acid* low_pH pH = 酸性 | 酸
alkaline | alkal* basic* base* pH = 碱性 | 碱

organic | organ* bio* = 有机 | 机
inorganic | inorgan* mineral* = 无机 | 无

homogeneous | homogen* uniform* = 均质 同质 均匀 | 均 同
heterogeneous | heterogen* = 异质 非均质 | 异 非 不

symmetric symmetrical | symmet* = 对称 |
asymmetric asymmetrical | asymm* = 不对称 非对称 | 偏

deterministic | determin* = 确定性 | 确定
stochastic | stoch* random* = 随机性 随机 | 不确定

wired | wire(?!l)\w* cable* = 有线 | 线 缆
wireless | wirel* radio* Wi-?Fi = 无线 | 无

analogu? analogue | analog* = 模拟信号 模拟电路 | 模拟
digital | digit* numer* = 数字信号 数字电路 | 数 码

lossy | loss(?!l)\w* = 有损 | 损
lossless | lossless* no_loss* = 无损 | 损

centralized centralised | central* = 集中式 中心化 | 集中 中心
decentralized decentralised distributed | decentral* distribut* = 分布式 去中心化 | 分布 分散

open-source | open* source = 开源 | 开
closed-source proprietary | clos* propriet* commerc* = 闭源 | 专有 商业 私有 封闭

mutable | mutab* chang* = 可变 | 变
immutable | immut* unchang* constant* = 不可变 | 不

source_languages? | source* original* = 源语言 源语 | 源 原
target_languages? | target* transl* = 目标语言 目标语 目的语 | 目标 译 目的

training_sets? training_data | train* = 训练集 训练数据 | 训练
validation_sets? validation_data | valid* held-out dev* = 验证集 验证数据 | 验证 开发
test_sets? test_data | test* held-out eval* bench* = 测试集 测试数据 | 测试 评

true_positives? | TP\w* sensitiv* recall* hit* = 真阳性 | 敏感 灵敏
false_positives? | FP\w* false_(?!neg)\w* alarm* = 假阳性 误报 | 误
true_negatives? | TN\w* specific* = 真阴性 | 特异
false_negatives? | FN\w* miss* = 假阴性 漏报 | 漏

union | union* = 并集 | 并 联合 工会 联盟
intersection | intersect* over = 交集 | 交

numerators? | numer* = 分子为 分子是 分子和 | 分子
denominators? | denomin* = 分母 |

radius radii | radi* = 半径 |
diameters? | diamet* across bore = 直径 | 径

perimeters? circumferences? | perimet* circumf* = 周长 |
areas? | area* region* = 面积 | 区 域 地

velocity velocities speeds? | veloc* speed* fast* rate* = 速度 | 速 快
acceleration accelerations | accel* = 加速度 | 加速

voltages? | volt* potential* = 电压 | 压 伏 电位 电势
currents? | curren* amp* = 电流 | 流 当前 目前 现 安 通
resistance resistances | resist* ohm* impedance = 电阻 | 阻 抗

amplitudes? | amplit* magnit* = 振幅 幅值 | 幅
frequency frequencies | freq* Hz often = 频率 | 频
wavelengths? | wavelen* nm = 波长 | 波

temperatures? | temp* heat* cold* warm* hot* therm* °C = 温度 气温 | 温 热 冷 度
humidity | humid* moist* wet* = 湿度 | 湿 潮
pressures? | press* Pa\w* bar psi = 压力 压强 气压 | 压

alternating_current AC | AC\w* alternat* = 交流电 | 交流
direct_current DC | DC\w* direct* = 直流电 | 直流

in_series | serie* = 串联 | 串 系列
in_parallel | parallel* = 并联 | 并 平行

open_circuit | open* = 开路 断路 | 开 断
short_circuit | short* = 短路 | 短

n-type | n-\w+ = n型 | 型
p-type | p-\w+ = p型 | 型

exothermic | exo* heat* = 放热 | 热
endothermic | endo* heat* = 吸热 | 热

oxidizers? oxidisers? oxidants? oxidizing_agents? | oxid* = 氧化剂 | 氧化
reductants? reducing_agents? | reduc* = 还原剂 | 还原

cations? cationic | cation* = 阳离子 | 正
anions? anionic | anion* = 阴离子 | 负

protons? | proton* H\+ = 质子 | 氢
neutrons? | neutron* = 中子 |
electrons? | electro* e\W* = 电子 | 电

evaporation evaporates? | evapor* vapo* boil* dry* = 蒸发 | 汽 挥发 沸 干
condensation condenses? | conden* = 冷凝 凝结 | 凝 缩

melting melts? molten thaw(?:s|ed|ing)? | melt* molt* fus* = 熔化 融化 解冻 | 熔 融
freezing freezes? frozen solidif\w+ | freez* froz* solid* = 凝固 冻结 | 凝 冻 冰

ebb ebb_tide low_tide | ebb* low* = 退潮 低潮 | 潮
flood_tide high_tide | flood* high* = 涨潮 高潮 | 潮

sunrise dawn | sunris* dawn* morning* = 日出 黎明 | 晨 早 曙
sunset dusk | sunset* dusk* even* = 日落 黄昏 | 晚 暮 傍

morning mornings a\.m\. | morning* am dawn noon = 早晨 早上 上午 | 早 晨 朝
afternoons? | afternoon* pm p\.m\. = 下午 | 午
evenings? | even* night* = 傍晚 晚上 | 晚 夜

northern north | north* = 北部 北方 北侧 | 北
southern south | south* = 南部 南方 南侧 | 南
eastern east | east* orient* = 东部 东方 东侧 | 东
western west | west* occident* = 西部 西方 西侧 | 西 欧美

northeast northeastern north_east north_eastern | = 东北 |
northwest northwestern north_west north_western | = 西北 |
southeast southeastern south_east south_eastern | = 东南 |
southwest southwestern south_west south_western | = 西南 |
"""
