"""What well-known abbreviations stand for to most readers, in English and in Chinese.

A translation that spells out an abbreviation guesses at these. Not here: whether the text means
another thing by it (spelled_out.py).
"""

TABLE = """
ADC | analog-to-digital converter | 模数转换器
AES | advanced encryption standard | 高级加密标准
AMP | adenosine monophosphate | 单磷酸腺苷 一磷酸腺苷
API | application programming interface | 应用程序编程接口 应用程序接口
ASD | autism spectrum disorder | 自闭症谱系障碍 孤独症谱系障碍
ATM | automated teller machine | 自动取款机 自动柜员机
BMI | body mass index | 身体质量指数 体重指数
CAD | computer-aided design | 计算机辅助设计
CBD | central business district | 中央商务区
CDC | centers for disease control | 疾病控制中心 疾病预防控制中心
CNN | cable news network | 有线电视新闻网
CPI | consumer price index | 消费者物价指数 消费者价格指数
CPR | cardiopulmonary resuscitation | 心肺复苏
CRM | customer relationship management | 客户关系管理
DAC | digital-to-analog converter | 数模转换器
DFT | discrete Fourier transform | 离散傅里叶变换 离散傅立叶变换
DNS | domain name system | 域名系统
DSP | digital signal processing | 数字信号处理
EMT | emergency medical technician | 急救医疗技术员 紧急医疗技术员
ERP | enterprise resource planning | 企业资源规划 企业资源计划
ESA | European Space Agency | 欧洲航天局 欧洲空间局
ESG | environmental, social and governance | 环境、社会和治理
FDA | Food and Drug Administration | 食品药品监督管理局 食品和药物管理局
FFT | fast Fourier transform | 快速傅里叶变换 快速傅立叶变换
FPS | first-person shooter | 第一人称射击
GDP | gross domestic product | 国内生产总值
GIS | geographic information system | 地理信息系统
GPS | global positioning system | 全球定位系统
HPC | high-performance computing | 高性能计算
ICA | independent component analysis | 独立成分分析
ICU | intensive care unit | 重症监护室 重症监护病房
IPO | initial public offering | 首次公开募股
ISO | International Organization for Standardization | 国际标准化组织
LAN | local area network | 局域网
LCA | life cycle assessment | 生命周期评估 生命周期评价
LDA | linear discriminant analysis | 线性判别分析
LED | light-emitting diode | 发光二极管
LLM | Master of Laws | 法学硕士
MBA | Master of Business Administration | 工商管理硕士
MRI | magnetic resonance imaging | 磁共振成像 核磁共振
MSA | metropolitan statistical area | 大都市统计区 都市统计区
NBA | National Basketball Association | 美国职业篮球联赛
NGO | non-governmental organization | 非政府组织
NLP | neuro-linguistic programming | 神经语言程序学
OCR | optical character recognition | 光学字符识别
PCA | principal component analysis | 主成分分析
PCR | polymerase chain reaction | 聚合酶链式反应 聚合酶链反应
PDF | portable document format | 可移植文档格式 便携式文档格式
PET | positron emission tomography | 正电子发射断层扫描 正电子发射断层
PLM | product lifecycle management | 产品生命周期管理
PPO | preferred provider organization | 首选提供者组织 优先提供者组织
PSA | public service announcement | 公益广告 公共服务公告
RAM | random access memory | 随机存取存储器
ROI | return on investment | 投资回报率
SAM | surface-to-air missile | 地对空导弹
SEO | search engine optimization | 搜索引擎优化
SGD | Singapore dollar | 新加坡元
SMS | short message service | 短信服务
SSL | secure sockets layer | 安全套接层
STEM | science, technology, engineering and mathematics | 科学、技术、工程和数学
TLS | transport layer security | 传输层安全
TTS | text-to-speech | 文本转语音 文字转语音
UPS | uninterruptible power supply | 不间断电源
VAT | value-added tax | 增值税
VPN | virtual private network | 虚拟专用网络
WHO | World Health Organization | 世界卫生组织
"""


def usual(short: str) -> tuple[str, tuple[str, ...]]:
    """Return the English and the Chinese of an abbreviation; nothing where none is usual.

    >>> usual("GPS"), usual("XYZ")
    (('global positioning system', ('全球定位系统',)), ('', ()))
    """
    return _ROWS.get(short, ("", ()))


_ROWS = {
    short: (long, tuple(chinese.split()))
    for short, long, chinese in (row.split(" | ") for row in TABLE.strip().splitlines())
}
