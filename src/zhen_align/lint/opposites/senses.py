"""Words of two senses that another language keeps apart: what a text about the one never means.

Each line is a word, its renderings in the sense that is meant, those in another one, and what would
speak for that one in the language of the word; `=` stands between, and a line that begins with a
blank goes on with the one before. English is written as in `kinds`, Chinese as it stands. What
stands behind `!` is hardly ever right, and needs no proof that the document says it otherwise.
"""

ENGLISH = r"""
recall = 召回 查全 灵敏 = 回忆 回想 记起 = remember* recollect* psycholog* autobiograph* nostalg*
! terms? = 术语 名词 用语 词汇 词语 条款 = 学期 任期 = semester* school* academ* elect* office
  tenure presiden*
! terminology = 术语 用语 名词 = 终端 = terminal*
! last_resorts? = 手段 办法 防线 选择 下策 一招 = 度假村 度假胜地 = hotel* beach* ski*
  tour* holiday* vacation* leisure
transformers? = Transformer 转换器 = 变压器 变形金刚 = voltage* grid* electric* substation* winding*
  power
tokens? = 词元 令牌 标记 token Token 词 = 代币 筹码 = crypto* blockchain* casino* coin* currenc*
agents? = 智能体 代理 剂 主体 Agent agent = 特工 经纪人 代理商 = spy spies secret estate broker* CIA
  sales*
drivers? = 驱动 因素 动因 动力 = 司机 驾驶员 车手 = car* vehicle* driving traffic* road* truck*
  taxi*
bugs? = 缺陷 漏洞 错误 故障 bug Bug = 虫子 臭虫 昆虫 = insect* beetle* pest*
mouse mice = 小鼠 鼠类 老鼠 = 鼠标 = click* cursor* keyboard* pointer* button*
cultures? cultured = 培养 = 文化 = cultural* societ* histor* people* tradition* art* human*
cells? = 细胞 电池 电芯 单元 小区 格 = 牢房 囚室 手机 = prison* jail* phone* mobile
charges? charged = 电荷 充电 带电 电 荷 = 指控 控告 收费 = court* fee* price* accus* crim* cost*
library libraries = 库 = 图书馆 = book* reader* univers* loan* librarian*
! strings? = 字符串 串 弦 = 绳子 细绳 = rope* tie* cord*
! threads? = 线程 = 棉线 丝线 = cotton sew* yarn* needle*
ports? = 端口 移植 接口 = 港口 港湾 = ship* harbo* maritim* vessel* cargo
bus buses = 总线 母线 = 公共汽车 公交车 巴士 = passenger* traffic* transit public transport* city
! tables? = 表 = 桌子 餐桌 = chair* furniture desk* kitchen* sit*
! chips? = 芯片 样本块 切片 片 = 薯片 薯条 = potato* snack* fri*
trials? = 试验 实验 = 审判 审讯 = court* judg* jur* crim* law*
strains? = 菌株 应变 品系 株 = 拉伤 紧张 = muscle* tension tense
! hosts? = 宿主 主机 主 = 主持人 东道主 = TV guest* show* radio game*
! tissues? = 组织 = 纸巾 = paper* wip*
! organs? = 器官 脏器 = 管风琴 = music* church* pipe*
! moles? molar = 摩尔 mol = 鼹鼠 = mammal* burrow*
mass masses = 质量 质 肿块 块 团 = 弥撒 大众 群众 = church* media* people* popul* public
scales? = 尺度 规模 量表 标度 比例 度 = 鳞片 体重秤 = fish* reptil* snake* weigh*
springs? = 弹簧 = 春天 春季 泉水 = season* autumn* summer* winter* water*
cranes? = 起重机 吊车 = 仙鹤 丹顶鹤 鹤类 = bird* feather* nest*
volumes? = 体积 容积 卷 量 册 = 音量 = sound* loud* audio* noise*
bonds? bonding = 键 结合 粘 = 债券 = financ* market* yield* invest* treasur* debt
interests? = 兴趣 关注 感兴趣 利益 = 利息 = loan* bank* rate* debt financ*
matches matched matching = 匹配 配对 吻合 相符 = 火柴 = fire* light* burn*
pupils? = 瞳孔 = 小学生 = school* teach* student* educat*
! conductors? = 导体 导线 导电 = 指挥家 售票员 列车员 = orchestra* music* train* ticket*
matrix matrices = 矩阵 基质 = 黑客帝国 子宫 = film* movie* womb
! servers? = 服务器 服务端 = 服务员 侍者 = restaurant* waiter* food
! cookies? = Cookie cookie = 饼干 曲奇 = bak* eat* chocolate food
keys? = 键 密钥 关键 主键 = 钥匙 = lock* door* unlock*
papers? = 论文 文章 文 稿 = 纸张 报纸 试卷 = print* newspaper* pulp ink exam*
! proceedings = 论文集 会议录 会刊 文集 = 诉讼 = court* legal* law*
! state[\s-]of[\s-]the[\s-]art = 最先进 最新 最优 前沿 领先 SOTA 现有 最佳 最好 当前 = 艺术 =
  artist*
  paint* museum*
! ground_truth = 真值 真实 标注 基准 参考 实况 真 = 地面 = soil* terrain* satellite* robot* survey*
  land* aerial
! off-the-shelf = 现成 通用 商用 市售 = 货架 架子 = store* supermarket* retail*
! bootstrap(?:s|ped|ping)? = 自助 自举 引导 bootstrap Bootstrap = 靴带 鞋带 = shoe* boot
prompt(?:s|ed|ing)? = 提示 促使 引发 = 迅速 及时 立刻 = promptly quick* fast* rapid* speed*
  immediat* swift*
! few-shot = 少样本 小样本 少量样本 = 射击 几枪 镜头 投篮 = gun* film* camera*
! zero-shot = 零样本 = 射击 镜头 投篮 = gun* film* camera*
! black[\s-]box = 黑箱 黑盒 = 黑匣子 = aircraft* flight* plane* crash*
! bottlenecks? = 瓶颈 = 瓶子 瓶口 = glass* drink*
! dropout = 丢弃 暂退 Dropout dropout 失活 脱落 = 辍学 退学 = school* student* educat* pupil*
! pooling = 池化 汇聚 合并 汇集 = 台球 游泳池 = swim* billiard*
backbones? = 骨干 主干 骨架 = 脊椎 脊梁 = spine* vertebr* back
! ablation_(?:stud\w+|experiments?|tests?) = 消融 = 烧蚀 切除 摘除 = surg* laser* tumo* catheter*
! daemons? = 守护 后台 daemon = 恶魔 魔鬼 = myth* religio*
! boot(?:s|ed|ing)? = 启动 引导 = 靴子 = shoe* leather* wear*
crash(?:es|ed|ing)? = 崩溃 = 撞车 坠毁 车祸 = car* plane* vehicle* road* traffic*
deadlocks? = 死锁 = 僵局 = negotiat* politic* talk*
containers? = 容器 = 集装箱 = ship* port* cargo freight*
branch(?:es)? = 分支 支 = 树枝 分行 分公司 = tree* bank* leaf leaves office*
! degrees?_of_freedom = 自由度 = 学位 = universit*
drag = 阻力 曳力 = 拖拽 拖动 = mouse* drop* click* pull*
! creep = 蠕变 = 爬行 = crawl* animal* insect*
! yield_(?:strength|stress|point) = 屈服 = 产量 收益 = crop* harvest*
lifts? = 升力 = 电梯 = floor* building* elevator*
! moments?_of_inertia = 惯量 惯性矩 = 时刻 瞬间 =
! kernels? = 核 = 果仁 谷粒 玉米粒 = corn nut* grain* seed* oil
epochs? = 轮 周期 历元 epoch = 时代 纪元 = geolog* histor* era* age*
plants? = 植物 植株 作物 株 = 工厂 厂房 = factor* power* industr* manufact*
vessels? = 血管 容器 = 船舶 船只 = ship* sea* port* boat*
discharged? = 放电 排放 流量 出院 分泌 = 解雇 退伍 = army milit* employ*
! joints? = 关节 接头 联合 = 烤肉 联名 = meat*
resistance = 电阻 耐药 抗性 阻力 抵抗 抗 耐 阻 = 反抗军 抵抗运动 = war* occup* milit*
"""

CHINESE = r"""
聚合 = aggregat* combin* pool* gather* fus* collect* merg* = polymeri* = 单体 高分子 聚合物 树脂
! 智能体 = agent* = intelligent_bod(?:y|ies) smart_bod(?:y|ies) = 身体
! 知识图谱 = knowledge_graph* KG\w* = knowledge_maps? knowledge_atlas(?:es)? = 地图集
! 迁移学习 = transfer* = migration_learning migratory_learning = 移民
! 联邦学习 = federated FL\w* = federal_learning commonwealth_learning =
! 强化学习 = reinforc* RL\w* = strengthen(?:ed|ing)?_learning intensive_learning =
! 深度学习 = deep* DL\w* = depth_learning in-depth_learning =
! 神经网络 = neural* \w*NN\w* = nerve_networks? nervous_networks? =
! 大语言模型 大模型 = large* LLM\w* foundation* = big_models? great_models? =
微调 = fine-tun* finetun* tun* = micro-adjust\w* trimming = 旋钮 电位器
梯度 = gradient* = ladders? echelons? =
幻觉 = hallucinat* = illusions? phantoms? = 错觉 视错觉
! 消融 = ablat* = melting thawing = 冰川 融化 冰雪
! 池化 = pool* = pond(?:ing)? =
! 端到端 = end-to-end end_to_end E2E = peer-to-peer =
! 算力 = comput* = arithmetic_power calculation_force counting_power =
受体 = receptor* acceptor* = recipients? = 供体 移植 输血
! 配体 = ligand* = matching_bod(?:y|ies) =
! 靶点 = target* = bull's-eyes? =
! 随访 = follow* = random_visits? =
电解质 = electrolyte* = electrolysis = 电解
催化剂 = catalyst* = accelerant* = 助燃
! 词元 = token* = word_elements? lexemes? =
! 词表 = vocab* lexicon* list* = word_tables? =
残差 = residual* = remnants? residues? = 残留 残基
! 泛化 = general* = flooding =
! 卷积 = conv* = curl(?:ing|ed)? roll(?:ing|ed)_product =
! 语料库 = corp* = material_librar(?:y|ies) =
! 鲁棒性 = robust* = rudeness =
惯量 = inertia* = habit* =
"""
