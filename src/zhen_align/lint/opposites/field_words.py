"""English words that a field uses in a sense of its own, and what renders them elsewhere.

A line that begins with `@` names a field by words of its texts; the lines below it, written as in
`senses`, hold in documents that use these words again and again: a cell is a 小区 where there are
antennas, and no 细胞 unless something else speaks for biology.
"""

FIELD_WORDS = r"""
@ antennas? base_stations? 5G 6G uplink downlink MIMO beamform\w* subcarriers?
cells? = 小区 蜂窝 单元 = 细胞 牢房 = biolog* tissue* cancer* protein* gene* neuron* batter* solar
carriers?_(?:frequenc\w+|phases?|waves?|aggregation|signals?) = 载波 载频 = 运营商 承运人 载体 =
pilots? = 导频 = 试点 飞行员 = aircraft* flight* drone* UAV* hospital* cit(?:y|ies) province*
handovers? handoffs? = 切换 = 移交 交接 = document* project* agent*
arrays? = 阵列 天线阵 = 数组 = code program* Python data_structure* index*
fading = 衰落 = 褪色 消退 = colou?r*
channels? = 信道 通道 频道 = 渠道 海峡 = sales market* news social
backhaul = 回传 回程 = 拖运 =
(?:time_)?slots? = 时隙 = 插槽 老虎机 = board* motherboard* card*
duplex = 双工 = 复式 =
codebooks? = 码本 = 密码本 代码书 = cipher* encrypt*

@ catalys\w+ electrocatalys\w* electrolys\w* adsor\w+ overpotentials?
strains? strained = 应变 应力 = 菌株 毒株 品系 紧张 = bacteri* microb* vir(?:us|al)\w* yeast*
coverages? = 覆盖 = 报道 报导 = news* media journalis* press
bulk = 体相 块体 本体 块状 体材料 主体 大量 = 散装 批发 = cargo* ship* freight*
adsorb(?:s|ed|ing|ates?)? adsorption = 吸附 = 吸收 = absor* uptake
(?:carbon|oxide|alumina|titania|ceria|silica|catalyst|graphene|nitride)_supports? = 载体 = 支持 =
poison(?:s|ed|ing) = 中毒 毒化 = 投毒 下毒 = attack* data_poison*
turnover_(?:frequenc\w+|numbers?|rates?) = 转换 周转 = 营业额 离职 =
leach(?:es|ed|ing) = 浸出 溶出 溶解 = 过滤 滤去 =
volcano_(?:plots?|curves?|relation\w*) = 火山 = 喷发 =

@ neural loss_functions? learning_rates? gradients? fine-tun\w* pre-?train\w* overfit\w*
momentum = 动量 = 势头 冲劲 = econom* market* stock* politic*
stragglers? = 掉队 落后 慢 滞后 拖 = 流浪者 流浪汉 = homeless*
acquisition_functions? = 采集函数 获取函数 = 收购 并购 =
campaigns? = 实验 活动 战役 = 竞选 = elect(?:ion|oral)\w* vot(?:e|er|ers|ing) politic* president*
checkpoints? = 检查点 断点 = 检查站 关卡 = border* polic* immun*
ensembles? = 集成 系综 集合 = 合奏 乐团 合唱团 = music* orchestra*
pruning pruned = 剪枝 裁剪 修剪 = 西梅 李子干 = fruit*
regressions? = 回归 = 倒退 退步 = toddler* child* disease*
residuals? = 残差 剩余 = 残渣 渣滓 = chemic* pesticide* soil*
labels? labell?ed = 标签 标注 标记 = 商标 唱片公司 = brand* music* trademark*
batch(?:es)? = 批 = 一炉 炉次 = steel* furnace* oven*
inference = 推理 推断 推论 = 干预 干扰 =
early_stopping = 早停 提前停止 = 早退 =
heads? = 头 = 校长 首领 头目 = school* state tribe*
embeddings? = 嵌入 = 埋入 植入 = implant* paraffin
backpropagat\w+ = 反向传播 = 逆向宣传 反宣传 =
stochastic = 随机 = 推测 猜测 =
greedy = 贪心 贪婪 = 贪吃 =
sparsity sparse = 稀疏 = 稀有 罕见 = rare*
features? = 特征 特性 功能 = 特写 容貌 = film* face* facial

@ reinforcement_learning rewards? actor-critic MDPs? Q-learning
polic(?:y|ies) = 策略 = 政策 保单 = govern* regulat* public law* privacy compan* education*
episodes? = 回合 片段 幕 = 剧集 发作 = clinic* patient* depress* TV
rollouts? = 展开 推演 采样 轨迹 = 推出 铺开 = deploy* launch* releas* vaccin*
exploitation = 利用 = 剥削 开采 = mining labou?r* resource* vulnerab*
exploration = 探索 = 勘探 = oil mineral* mining geolog*

@ language_models? LLMs? GPT\w* prompts?
prompts? = 提示 = 敦促 提词 =
chunks? chunking = 块 片段 = 大块头 厚块 =
retrievers? = 检索 = 寻回犬 猎犬 = dog*
benchmarks? = 基准 评测 标杆 = 长凳 水准点 = survey* level*
corpus corpora = 语料 文集 = 尸体 = body callosum
alignment = 对齐 比对 一致 = 结盟 联盟 = political* allianc*
tool_(?:calls?|calling|use) = 工具 = 器械 =

@ proteins? amino residues? folding homolog\w*
residues? = 残基 = 残渣 残留 渣滓 残余 = pesticide* drug* food* chemic*
side_chains? = 侧链 = 边链 连锁店 =
(?:binding|catalytic|kinase|transmembrane|protein|[NC]-terminal)_domains? = 结构域 域 = 领域 域名 =
helix helices helical = 螺旋 = 直升机 螺旋桨 = helicopter* propeller*
(?:beta|β)[\s-]?sheets? = 折叠 片 = 床单 表格 纸张 =
scaffolds? scaffolding = 骨架 支架 = 脚手架 = building* construct* code educat*
docking docked docks? = 对接 = 停靠 船坞 码头 = ship* container* Docker
affinit(?:y|ies) = 亲和 = 姻亲 好感 喜好 =
conserved conservation = 保守 守恒 = 保存 保护 节约 = species environment* energ* wildlife
transcripts? = 转录 = 成绩单 笔录 抄本 = interview* school* speech*
promoters? = 启动子 促进 = 推广者 发起人 促销员 = market* event*
strands? = 链 = 海滨 绞线 =
templates? = 模板 = 样板房 范本 =
expression expressed = 表达 = 表情 快递 = fac(?:e|es|ial) emotion*

@ patholog\w* histolog\w* biops\w* tumou?rs? slides? stain\w*
slides? = 切片 玻片 = 幻灯片 滑梯 = lecture* present* PowerPoint
stains? stained staining = 染色 着色 = 污渍 污点 玷污 弄脏 = clean*
sections? = 切片 节 部分 章 = 部门 剖腹产 = cesarean depart*
margins? = 切缘 边缘 边界 裕度 = 利润 页边距 = profit* page*
lesions? = 病灶 病变 损伤 = 教训 课程 = teach*
grades? grading = 分级 级 = 年级 成绩 = student* school* exams? classroom*

@ randomi[sz]ed placebos? clinical_trials? cohorts?
arms? = 组 臂 = 武器 胳膊 军火 = robot* weapon* hand*
endpoints? = 终点 = 端点 = API* server* network* segment*
blind(?:ed|ing)? double-blind = 盲 = 失明 致盲 窗帘 = vision eye* ophthalm*
follow-up = 随访 后续 跟进 = 追踪者 粉丝 =
prevalence = 患病率 流行率 = 盛行 猖獗 =
washout = 洗脱 = 冲刷 冲毁 = flood* rain*

@ electrolytes? anodes? cathodes? alloys? lattices? dislocations?
plating plated = 镀 沉积 析 = 盘子 装盘 =
grains? = 晶粒 颗粒 = 谷物 粮食 谷粒 = crop* wheat rice food*
twins? twinning twinned = 孪晶 孪生 = 双胞胎 = birth* sibling* digital
doping doped dopants? = 掺杂 = 兴奋剂 服药 = athlet* sport*
holes? = 空穴 孔 = 洞穴 窟窿 = cave*
fatigue = 疲劳 = 疲倦 乏力 = patient* driver* sleep*
strains? strained = 应变 = 菌株 毒株 品系 = bacteri* microb* vir(?:us|al)\w* yeast* cultur*
cells? = 电池 电芯 晶胞 单元 = 细胞 牢房 = biolog* tissue* cancer* protein* gene* neuron* tox*

@ GPUs? CUDA cache\w* throughput memory_bandwidth multithread\w*
banks? = 存储体 存储块 bank = 银行 河岸 = financ* account* loan* river*
warps? = 线程束 warp = 翘曲 扭曲 经线 = bend*
registers? = 寄存器 = 收银机 登记簿 = cash* book*
cach(?:e|es|ed|ing) = 缓存 = 藏匿 贮藏处 = weapon* hid*
overhead = 开销 = 头顶 高架 = camera* crane* line*
forks? forked = 分叉 派生 分支 复刻 fork = 叉子 刀叉 = knife knives kitchen*
tiles? tiling = 块 图块 瓦片 = 瓷砖 = floor* kitchen* ceramic*

@ qubits? entangle\w* superconduct\w* Hamiltonians?
gates? = 门 = 大门 登机口 栅极 = transistor* airport*
ancillas? ancillary = 辅助 = 女仆 =
traps? trapped = 阱 囚禁 束缚 = 陷阱 圈套 = attack*

@ robots? robotic\w* manipulators? end_effectors? LiDAR\w* trajectory_planning
end_effectors? = 末端 = 效应器 最终 =
arms? = 臂 = 武器 军火 = weapon*
occupancy = 占据 占用 = 入住率 居住 = hotel* room*
lanes? = 车道 通道 = 小巷 胡同 = alley*
complian(?:ce|t) = 柔顺 柔性 顺应 = 遵守 合规 = regulat* law* rule* standard*
grippers? = 夹爪 夹持 抓手 手爪 = 吸引人 =
"""
