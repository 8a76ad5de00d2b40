"""Sets of things of which one is not the other: colours, countries, metals, days of the week.

Each paragraph is a set, each line one of its members: the English words, `=`, the Chinese ones; a
line that begins with a blank goes on with the one before. Bars, `_`, `*` and expressions are those
of `qualities`. An English word that begins with a capital is one only if it is written so; behind
`@` is the symbol of an element, which may stand in a formula.
"""

KINDS = r"""
Mondays? | Mon = 星期一 周一 | 礼拜一
Tuesdays? | Tue\w* = 星期二 周二 | 礼拜二
Wednesdays? | Wed\w* = 星期三 周三 | 礼拜三
Thursdays? | Thu\w* = 星期四 周四 | 礼拜四
Fridays? | Fri = 星期五 周五 | 礼拜五
Saturdays? | Sat weekend* = 星期六 周六 | 礼拜六 周末
Sundays? | Sun weekend* = 星期日 星期天 周日 | 礼拜 周末

spring springtime | March April May vernal = 春季 春天 | 春
summers? summertime | June July August = 夏季 夏天 | 夏 暑
autumns? | fall September October November = 秋季 秋天 | 秋
winters? wintertime | cold* December January February = 冬季 冬天 | 冬 寒

red | redd* crimson scarlet infrared rubr* erythr* = 红色 | 红 赤
orange | amber = 橙色 橘色 | 橙 橘
yellow | gold* amber yellow* = 黄色 | 黄
green | green* verd* = 绿色 | 绿 青
blue | blu* cyan azure navy = 蓝色 | 蓝 青
purple violet | magenta purpl* = 紫色 | 紫
brown | tan = 棕色 褐色 | 棕 褐
black | black* dark* = 黑色 | 黑 暗
white | whit* blank = 白色 | 白 空
gray grey | gray* grey* = 灰色 | 灰
pink | rose* = 粉色 粉红色 | 粉

solid solids solid-state | solid* crystal* = 固态 固体 固相 | 固 实心
liquid liquids | liquid* fluid* solution* aqueous = 液态 液体 液相 | 液 流体
gaseous gases | gas* vapo* air = 气态 气体 气相 | 气

China's China | Chin\w* Sino\S* domestic = 中国 我国 | 中 华 国内 汉
United_States Americans? U\.S\. USA | US America\w* Washington = 美国 | 美
United_Kingdom Britain British UK | Engl\w* Scot\w* Wales London U\.K\. = 英国 | 英 不列颠
France | French\w* Paris\w* Fran\w* = 法国 | 法 巴黎
Germany | German\w* Berlin = 德国 | 德
Japan | Japan\w* Tokyo = 日本 | 日 东瀛
Russia Soviet | Russ\w* Moscow USSR = 俄罗斯 苏联 | 俄 苏
Italy | Ital\w* Rom\w* = 意大利 | 意
Spain | Spa\w* Madrid = 西班牙 | 西
Portugal | Portug\w* = 葡萄牙 | 葡
India | India\w* Delhi = 印度 | 印
Brazil | Brazil\w* = 巴西 | 巴
Canada | Canad\w* = 加拿大 | 加
Australia | Austral\w* = 澳大利亚 | 澳
Mexico | Mexic\w* = 墨西哥 | 墨
South_Korea Korea | Korea\w* Seoul = 韩国 | 韩 朝
Netherlands Holland | Dutch Netherl\w* = 荷兰 | 荷
Belgium | Belg\w* = 比利时 | 比
Switzerland | Swiss Zurich Geneva = 瑞士 | 瑞
Sweden | Swed\w* = 瑞典 | 瑞
Norway | Norw\w* = 挪威 | 挪
Denmark | Dan\w* Copenhagen = 丹麦 | 丹
Finland | Finn\w* = 芬兰 | 芬
Poland | Polish Poles? = 波兰 | 波
Austria | Austria\w* Vienna = 奥地利 | 奥 维也纳
Greece | Gree\w* Hellen\w* Athen\w* = 希腊 | 希
Turkey Türkiye | Turk\w* = 土耳其 | 土
Egypt | Egypt\w* = 埃及 | 埃
Israel | Israel\w* = 以色列 | 以
Iran | Iran\w* Persia\w* = 伊朗 | 伊
Iraq | Iraq\w* = 伊拉克 | 伊
South_Africa | South_Africa\w* = 南非 | 南
Indonesia | Indones\w* = 印度尼西亚 印尼 | 印
Thailand | Thai = 泰国 | 泰
Vietnam | Viet\w* = 越南 | 越
Pakistan | Pakistan\w* = 巴基斯坦 | 巴
Ukraine | Ukrain\w* = 乌克兰 | 乌
Argentina | Argentin\w* = 阿根廷 | 阿
Ireland | Irish = 爱尔兰 | 爱
New_Zealand | = 新西兰 | 新

Africa | Africa\w* = 非洲 | 非
Asia | Asia\w* = 亚洲 | 亚
Europe | Europ\w* EU = 欧洲 | 欧
North_America | America\w* US Canad\w* = 北美洲 北美 | 美
South_America | Latin America\w* = 南美洲 南美 | 美

Pacific | Pacific = 太平洋 | 太平
Atlantic | Atlantic\w* = 大西洋 | 西洋
Indian_Ocean | Indian\w* = 印度洋 | 印度
Mediterranean | Mediter\w* = 地中海 | 地中

Antarctic Antarctica | South_Pole = 南极 | 南极
Arctic | North_Pole Arctic = 北极 | 北极

Mercury | Mercur\w* = 水星 | 水
Venus | Venus\w* = 金星 | 金
Mars | Mars Martian\w* red_planet = 火星 | 火
Jupiter | Jov\w* Jupit\w* = 木星 | 木
Saturn | Saturn\w* = 土星 | 土
Uranus | Uran\w* = 天王星 | 天王
Neptune | Nept\w* = 海王星 | 海王
moon lunar | moon* = 月球 月亮 | 月
solar sun | sun* solar* helio* = 太阳 | 日 阳

English | English\w* England Britain British UK Anglo\S* = 英语 英文 | 英
Chinese Mandarin | Chin\w* Mandarin Sin\w* = 汉语 中文 华语 | 汉 中 华 文言
French | French\w* Fran\w* = 法语 法文 | 法
German | German\w* = 德语 德文 | 德
Japanese | Japan\w* = 日语 日文 | 日
Russian | Russ\w* = 俄语 俄文 | 俄
Spanish | Spa\w* Castil\w* = 西班牙语 西班牙文 | 西
Arabic | Arab\w* = 阿拉伯语 阿拉伯文 | 阿
Korean | Korea\w* Hangul = 韩语 韩文 朝鲜语 | 韩 朝
Portuguese | Portug\w* = 葡萄牙语 | 葡
Italian | Ital\w* = 意大利语 | 意
Latin | Latin\w* Roman\w* = 拉丁语 拉丁文 | 拉丁
Sanskrit | Sanskrit\w* Indi\w* = 梵语 梵文 | 梵 印

hydrogen | hydr* @H proton* water acid* = 氢 氢气 | 水 质子 酸
helium | @He = 氦 氦气 |
lithium | lith* @Li LFP NCM = 锂 |
carbon | carb* @C coal* graph* organic* diamond* charcoal* = 碳 | 炭 石墨 煤
nitrogen | nitr* @N ammon* amin* azo* = 氮 氮气 | 硝 氨 胺
oxygen | ox* @O perox* ozone* air aerob* rust* hypox* anox* = 氧 氧气 | 锈 空气
fluorine fluoride | fluor* @F = 氟 | 荧
sodium | sod* @Na salt* = 钠 | 盐 食盐
magnesium | magnes* @Mg = 镁 |
aluminum aluminium | alumin* @Al = 铝 | 矾
silicon | silic* @Si glass* wafer* = 硅 | 玻璃
phosphorus | phosph* @P = 磷 |
sulfur sulphur | sulf* sulph* @S thio* = 硫 | 巯
chlorine | chlor* @Cl salt* = 氯 | 盐
potassium | potas* @K kal* = 钾 |
calcium | calc* @Ca lime* = 钙 | 石灰
titanium | titan* @Ti = 钛 |
chromium | chrom* @Cr = 铬 | 染色 色谱
manganese | mangan* @Mn = 锰 |
iron | iron* ferr* @Fe steel* heme ha?em* = 铁 | 血
cobalt | cobalt* @Co = 钴 |
nickel | nickel* @Ni = 镍 |
copper | copper* cupr* @Cu bronze* brass* = 铜 |
zinc | zinc* @Zn galvan* = 锌 |
silver | silver* argent* @Ag = 白银 | 银
gold | gold* aur* @Au = 黄金 | 金
platinum | platin* @Pt = 铂 | 白金
palladium | pallad* @Pd = 钯 |
cadmium | cadm* @Cd = 镉 |
arsenic | arsen* @As = 砷 | 砒
uranium | uran* @U = 铀 |
tungsten | tungst* @W = 钨 |
vanadium | vanad* @V = 钒 |

mice mouse | mous* murine rodent* animal* Mus = 小鼠 | 鼠
rats? | rat* rodent* Rattus = 大鼠 | 鼠
rabbits? | rabbit* hare* = 兔 |
pigs? swine | pig* porcin* hog* sow* pork = 猪 |
dogs? | dog* canin* = 犬 | 狗
cats? | cats? felin* = 猫 |
monkeys? macaques? | monk* macaq* primat* ape* simian = 猴 | 灵长 猿
cows? cattle | cow* cattl* bovin* dairy beef milk ox* bull* calf calves = 奶牛 黄牛 | 牛 乳
sheep | sheep* ovin* lamb* wool = 绵羊 | 羊
horses? | hors* equin* = 马匹 | 马
chickens? | chick* poultry hen* broiler* fowl avian = 鸡 | 禽 雏
birds? | bird* avian = 鸟类 | 鸟 禽
zebrafish | zebraf* fish Danio = 斑马鱼 | 鱼
yeasts? | yeast* Saccharo\w* ferment* = 酵母 | 发酵

bacteria bacterial bacterium | bacter* coli prokaryot* microb* germ* antibiotic* = 细菌 | 菌
virus viruses viral | vir* phage* HIV flu COVID\S* SARS\S* = 病毒 | 噬菌体 毒株
fungi fungal fungus | fung* mo[u]?ld* yeast* mushroom* = 真菌 | 菌 霉
parasites? parasitic | paras* malaria* worm* = 寄生虫 | 寄生 虫

wheat | wheat* grain* cereal* flour = 小麦 | 麦
rice | rice* paddy paddies grain* = 水稻 大米 | 稻 米
maize corn | maiz* corn* grain* = 玉米 |
soybeans? | soy* bean* = 大豆 | 豆
barley | barley* malt = 大麦 | 麦
cotton | cotton* = 棉花 | 棉
potato potatoes | potat* tuber* = 马铃薯 土豆 | 薯

heart hearts cardiac | card* heart* coron* ventric* myocard* atri* = 心脏 | 心
liver hepatic | liver* hepat* = 肝 肝脏 |
lungs? pulmonary | lung* pulmon* pneum* respir* alveol* bronch* = 肺 肺部 | 呼吸
kidneys? renal | kidney* ren* nephr* dialy* = 肾 肾脏 |
brain brains cerebral | brain* cereb* encephal* cort* neur* stroke* crani* = 大脑 脑部 | 脑 颅
stomach gastric | stomach* gastr* = 胃 | 胃
pancreas pancreatic | pancrea* insulin = 胰腺 | 胰
spleen splenic | splen* spleen* = 脾脏 | 脾
colon colorectal | col[oi]* bowel* intestin* gut = 结肠 | 肠
breast mammary | breast* mamm* = 乳腺 | 乳
prostate prostatic | prostat* = 前列腺 | 前列
thyroid | thyro* = 甲状腺 | 甲状

knees? | knee* = 膝 膝关节 |
ankles? | ankle* = 踝 踝关节 | 脚腕
elbows? | elbow* = 肘 肘关节 |
wrists? | wrist* carp* = 腕 腕关节 |
shoulders? | should* = 肩 肩关节 |
hips? | hip* = 髋 髋关节 | 臀

hourly | hour* = 每小时 | 小时
daily | day* dai* night* = 每天 每日 | 天 日
weekly | week* = 每周 每星期 | 周 星期
monthly | month* = 每月 每个月 | 月
quarterly | quarter* = 每季度 | 季
yearly annually annual | year* annu* per_annum = 每年 年度 | 年 岁

decades? | decade* ten twenty thirt* for* fif* \d+ = 十年 数十年 几十年 | 年
century centuries | centur* hundred* \d+ = 世纪 | 百年 代
millennia millennium | millen* thousand* = 千年 数千年 | 千

supervised | supervis* label* = 有监督 监督学习 | 监督
unsupervised | unsupervis* = 无监督 | 无
self-supervised | self-superv* selfsuperv* SSL = 自监督 | 自我监督 自
semi-supervised | semi* = 半监督 | 半
reinforcement_learning | reinforc* RL\w* = 强化学习 | 强化

classification classifier classifiers | class* categor* = 分类器 分类 | 类
clustering | cluster* = 聚类 | 簇 群

means? averages? | averag* mean* expect* = 平均值 均值 | 均 期望
medians? | median* = 中位数 | 中位 中值
standard_deviations? | deviat* std sd s\.d\. sigma = 标准差 | 标准 偏差
variance variances | varia* = 方差 | 变异 差异

visual | vis* sight* optic* see* saw eye* image* look* = 视觉 | 视 看 眼 图
auditory | audi* hear* sound* acoust* ear* = 听觉 | 听 声 音 耳
tactile | tact* touch* haptic* = 触觉 | 触
olfactory | olfact* smell* odo* scent* = 嗅觉 | 嗅 气味

videos? | video* film* clip* footage movie* = 视频 | 录像 影 片
audio | audi* sound* acoust* speech voice* music = 音频 | 声 音 语
images? pictures? photos? | imag* pict* photo* visual* vision figure* = 图像 图片 | 图 像 影 照 画

coal | coal* lignite anthracite = 煤炭 煤 |
petroleum crude_oil | petrol* oil* crude gasoline = 石油 原油 | 油
natural_gas | gas* LNG methane = 天然气 | 气
nuclear | nucle* fission reactor* = 核能 核电 | 核
wind | wind* turbine* = 风能 风电 风力 | 风

sine | sin\w* = 正弦 |
cosine | cos\w* = 余弦 |
tangent | tan\w* = 正切 | 切

addition | add* plus sum* = 加法 | 加 和
subtraction | subtr* minus differ* = 减法 | 减 差
multiplication | multip* product* times = 乘法 | 乘 积
division | divi* quotient* ratio = 除法 | 除 商 分

rows? | row* line* = 行向量 逐行 每行 | 行
columns? | column* = 列向量 逐列 每列 | 列 栏 柱

circles? circular | circ* round* disc disk = 圆形 | 圆 环
triangles? triangular | triang* = 三角形 | 三角
rectangles? rectangular | rectang* box* = 矩形 长方形 | 矩 框 方
ellipses? elliptical | ellip* oval* = 椭圆 | 椭
hexagons? hexagonal | hexag* = 六边形 六角形 | 六

steel | steel* iron* = 钢材 钢 | 铁
glass | glass* = 玻璃 |
ceramic ceramics | ceram* porcelain = 陶瓷 | 陶 瓷
plastic plastics | plast* polymer* = 塑料 | 塑 聚
rubber | rubber* latex elastomer* = 橡胶 | 胶
wood wooden timber | wood* timber* log* forest* tree* lumber = 木材 木质 | 木

rain rainfall | rain* precip* wet storm* = 降雨 雨水 | 雨 降水
snow snowfall | snow* = 降雪 积雪 | 雪
fog | fog* mist* haz* = 雾 | 霾
hail | hail* = 冰雹 | 雹
"""
