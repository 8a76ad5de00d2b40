"""Units of quantities, in one form for both languages: 毫米 is mm, 分钟 and "minutes" are min.

`unit_at` reads the unit that follows a number. Only names that mean one thing are known:
"in" is mostly a preposition, 度 may be of anything. Not here: conversion; 1 km and 1000 m are
other numbers of other units.
"""

import re

from zhen_align.text.scripts import han_count

# one canonical name, then its English and Chinese names; a comma parts names with blanks
_TABLE = """
kg: kg kgs kilogram kilograms kilo kilos 千克 公斤
g: g gram grams 克
mg: mg milligram milligrams 毫克
µg: µg μg ug mcg microgram micrograms 微克
ng: ng nanogram nanograms 纳克 奈克
t: tonne tonnes ton tons 吨 噸 公吨 公噸
kt: kilotonne kilotonnes kiloton kilotons 千吨
Mt: Mt megatonne megatonnes megaton megatons
Gt: Gt gigatonne gigatonnes gigaton gigatons
jin: jin 斤 市斤
liang: liang 两 兩
km: km kilometre kilometres kilometer kilometers 千米 公里
m: m metre metres meter meters 米 公尺
cm: cm centimetre centimetres centimeter centimeters 厘米 公分 釐米
mm: mm millimetre millimetres millimeter millimeters 毫米 公釐
µm: µm μm um micron microns micrometre micrometres micrometer micrometers 微米
pm: pm picometre picometres 皮米
Å: Å Å angstrom angstroms angstrom ångström 埃
nm: nm nanometre nanometres nanometer nanometers 纳米 奈米
ha: hectare hectares 公顷 公頃
mu: mu 亩 畝
km²: km² km2 平方公里 平方千米
mile: mile miles 英里
foot: ft foot feet 英尺 呎
yard: yd yds yard yards 码
mph: mph
inch: inch inches 英寸 吋
L: L litre litres liter liters 升 公升
mL: mL ml millilitre millilitres milliliter milliliters 毫升
µL: µL μL uL microlitre microlitres microliter microliters 微升
gallon: gal gallon gallons 加仑 加侖
pint: pint pints 品脱
acre: acre acres 英亩 英畝
oz: oz ounce ounces 盎司
bar: bar 巴
mbar: mbar 毫巴
s: s sec secs second seconds 秒 秒钟 秒鐘
ms: ms millisecond milliseconds 毫秒
µs: µs μs us microsecond microseconds 微秒
ns: ns nanosecond nanoseconds 纳秒 奈秒
ps: ps picosecond picoseconds 皮秒
fs: fs femtosecond femtoseconds 飞秒
min: min mins minute minutes 分钟 分鐘
h: h hr hrs hour hours 小时 小時 个小时 個小時
day: day days 天 日
week: week weeks 周 週 星期 个星期 個星期
fortnight: fortnight fortnights
month: month months 个月 個月
year: year years yr yrs 年
decade: decade decades
century: century centuries 世纪 个世纪 世紀 個世紀
quarterhour: 刻钟 刻鐘
GB: GB GiB gigabyte gigabytes 吉字节
MB: MB MiB megabyte megabytes 兆字节
KB: KB kB KiB kilobyte kilobytes 千字节
TB: TB TiB terabyte terabytes 太字节
PB: PB petabyte petabytes
EB: EB exabyte exabytes
ZB: ZB zettabyte zettabytes
byte: byte bytes 字节 位元組 字節
bit: bit bits 比特 位元
kbps: kbps Kbps kbit/s 千比特每秒
Mbps: Mbps Mbit/s Mb/s 兆比特每秒
Gbps: Gbps Gbit/s Gb/s 吉比特每秒
mHz: mHz millihertz 毫赫 毫赫兹
kHz: kHz kilohertz 千赫 千赫兹
MHz: MHz megahertz 兆赫 兆赫兹
THz: THz terahertz 太赫 太赫兹
GHz: GHz gigahertz 吉赫 吉赫兹
Hz: Hz hertz 赫兹 赫
W: W watt watts 瓦 瓦特
kW: kW kilowatt kilowatts 千瓦
MW: MW megawatt megawatts 兆瓦
GW: GW gigawatt gigawatts 吉瓦
TW: TW terawatt terawatts
Wh: Wh W·h 瓦时
kWh: kWh kW·h 千瓦时 度电
MWh: MWh MW·h 兆瓦时
GWh: GWh GW·h 吉瓦时
TWh: TWh TW·h 太瓦时
V: V volt volts 伏 伏特
mV: mV millivolt millivolts 毫伏
µV: µV μV uV microvolt microvolts 微伏
nV: nV nanovolt nanovolts 纳伏
kV: kV kilovolt kilovolts 千伏
MV: megavolt megavolts 兆伏
A: A amp amps ampere amperes 安培
kA: kA kiloamp kiloamps kiloampere kiloamperes 千安
mA: mA milliamp milliamps milliampere milliamperes 毫安
µA: µA μA microamp microamps microampere microamperes 微安
nA: nA nanoamp nanoamps nanoampere nanoamperes 纳安
pA: pA picoamp picoamps picoampere picoamperes 皮安
mW: mW milliwatt milliwatts 毫瓦
µW: µW μW uW microwatt microwatts 微瓦
nW: nW nanowatt nanowatts 纳瓦
mAh: mAh mA·h 毫安时
Ω: Ω Ω ohm ohms 欧姆
mΩ: mΩ mΩ milliohm milliohms 毫欧
kΩ: kΩ kΩ kilohm kilohms 千欧
MΩ: MΩ MΩ megohm megohms 兆欧
mF: millifarad millifarads 毫法
µF: µF μF microfarad microfarads 微法
nF: nF nanofarad nanofarads 纳法
pF: pF picofarad picofarads 皮法
N: newton newtons 牛顿
mN: mN millinewton millinewtons 毫牛
µN: µN μN micronewton micronewtons 微牛
kN: kN kilonewton kilonewtons 千牛
J: J joule joules 焦耳
nJ: nJ nanojoule nanojoules 纳焦
µJ: µJ μJ microjoule microjoules 微焦
mJ: mJ millijoule millijoules 毫焦
kJ: kJ kilojoule kilojoules 千焦
MJ: MJ megajoule megajoules 兆焦
GJ: GJ gigajoule gigajoules 吉焦
cal: calorie calories 卡路里
kcal: kcal 千卡 大卡
Pa: Pa pascal 帕 帕斯卡
kPa: kPa kilopascal kilopascals 千帕
hPa: hPa hectopascal hectopascals 百帕
MPa: MPa megapascal megapascals 兆帕
GPa: GPa gigapascal gigapascals 吉帕
eV: eV electronvolt electronvolts 电子伏 电子伏特
meV: meV millielectronvolt millielectronvolts 毫电子伏 毫电子伏特
µeV: µeV μeV microelectronvolt microelectronvolts 微电子伏 微电子伏特
keV: keV kiloelectronvolt kiloelectronvolts 千电子伏 千电子伏特
MeV: MeV 兆电子伏 兆电子伏特
TeV: TeV 太电子伏 太电子伏特
GeV: GeV 吉电子伏 吉电子伏特
lightyear: light-year light-years 光年
mmHg: mmHg 毫米汞柱
°: ° deg
°C: °C ℃ 摄氏度 攝氏度
°F: °F ℉ 华氏度 華氏度
mol: mol moles 摩尔
mmol: mmol mM millimolar millimole millimoles 毫摩尔 毫摩
µmol: µmol μmol µM μM uM micromolar micromole micromoles 微摩尔 微摩
nmol: nmol nM nanomolar nanomole nanomoles 纳摩尔 纳摩
pmol: pmol pM picomolar picomole picomoles 皮摩尔 皮摩
fmol: fmol fM femtomolar femtomole femtomoles 飞摩尔 飞摩
dB: dB 分贝
dBm: dBm
kb: kb kbp kilobase kilobases 千碱基 千碱基对
Mb: Mb Mbp megabase megabases 兆碱基 兆碱基对
Gb: Gb Gbp gigabase gigabases 吉碱基 吉碱基对
Da: Da dalton daltons 道尔顿
kDa: kDa kilodalton kilodaltons 千道尔顿
kVA: kVA 千伏安
MVA: MVA 兆伏安
Gy: Gy 戈瑞
mGy: mGy 毫戈瑞
mSv: mSv millisievert millisieverts 毫西弗
µSv: µSv μSv microsievert microsieverts 微西弗
mT: mT millitesla 毫特 毫特斯拉
µT: µT μT microtesla 微特 微特斯拉
ppm: ppm
ppb: ppb
GFLOPS: GFLOPS GFLOPs
TFLOPS: TFLOPS TFLOPs teraflop teraflops
PFLOPS: PFLOPS PFLOPs petaflop petaflops
nmi: nmi 海里
hp: hp horsepower 马力
lux: lux 勒克斯
px: px pixel pixels 像素
$: dollar dollars
dollar: USD 美元 美金
cent: cent cents ¢ 美分 欧分 歐分
euro: euro euros EUR 欧元 歐元
yuan: yuan RMB CNY renminbi 元 人民币 块钱 元钱 元人民币
HKD: HKD 港元 港币 港幣 元港币
TWD: TWD NTD 新台币 新臺幣 台币 元新台币 新台币元
AUD: AUD 澳元
CAD: CAD 加元
SGD: SGD 新加坡元
CHF: CHF 瑞士法郎
KRW: KRW 韩元
INR: INR rupee rupees 卢比
penny: penny pence 便士
pound: GBP 英镑 英鎊
lb: lb lbs 磅
yen: yen JPY 日元
"""
UNITS = {
    name: canon.strip()
    for line in _TABLE.strip().splitlines()
    for canon, _, names in [line.partition(":")]
    for name in names.split()
}
_HAN = sorted((n for n in UNITS if han_count(n)), key=len, reverse=True)
_LATIN = sorted((n for n in UNITS if n not in _HAN), key=len, reverse=True)
_LONG = [n for n in _HAN if len(n) > 1]
_SPELT = {n.lower(): c for n, c in UNITS.items() if len(n) > 3 and n.isascii()}
# 米 in 米饭, 天 in 天然, 年 in 年轻, 元 in 元素, 位 of people are other words
_OTHER_WORD = (
    r"(?!轻|輕|代|龄|齡|度|(?<=元)[数數]据|组|组件|气|然|饭|粉|子|学|本|常|益|期|语|後"
    r"|岁|歲|边|邊|围|圍|转|轉|(?<=[周週])年)"
)
_AT = re.compile(
    r"[\s-]{0,2}(?:(?:U\.?S\.?|American)\s(?=dollar)|Chinese\s(?=yuan|renminbi))?"
    rf"(?:(?P<latin>mm\s?Hg|{'|'.join(map(re.escape, _LATIN))})(?![A-Za-z0-9µμ])"
    rf"|(?P<spelt>(?i:{'|'.join(n for n in _SPELT)}))(?![A-Za-z])"
    rf"|(?P<han>(?:{'|'.join(_LONG)})(?![线線素])|(?:{'|'.join(n for n in _HAN if n not in _LONG)})"
    rf"(?![线線素级級]){_OTHER_WORD}))"
)
_OVER = re.compile(r"\s?(?:/|(?:per|an?)(?=\s)|每)\s?")
_EACH = re.compile(rf"每(?P<han>{'|'.join(_HAN)})[^，。；、,.\d]{{0,4}}$")
# 70 degrees Fahrenheit, 摄氏 20 度
_DEGREES = re.compile(
    r"\s?度|[\s-]degrees?\s(?P<scale>[CF]|(?i:celsius|fahrenheit|centigrade))(?![a-z])"
)
_SCALE = re.compile(r"[摄攝华華]氏(?:零下|负)?\s?$")
# the currencies that are told before an amount; a bare $ may be of any country
_MONEY = {
    "$": "$", "US$": "dollar", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "S$": "SGD",
    "€": "euro", "£": "pound", "¥": "¥", "￥": "¥",
}  # fmt: skip
_CODES = "USD EUR GBP JPY CNY RMB HKD TWD NTD AUD CAD SGD CHF KRW INR"
_MONEY |= {code: UNITS[code] for code in _CODES.split()}
_SIGNS = "|".join(re.escape(sign) for sign in _MONEY if not sign.isalpha())
_BEFORE = re.compile(rf"((?<![A-Za-z])(?:{_SIGNS}|{_CODES.replace(' ', '|')}))\s?$")


def per_at(text: str, end: int) -> tuple[str, int] | None:
    """Return the unit that a rate is told by, behind its first unit, and where it ends.

    >>> per_at("4 L/min", 3), per_at("4 liters per hour", 8), per_at("4 L or so", 3)
    (('min', 7), ('h', 17), None)
    """
    over = _OVER.match(text, end)
    after = _AT.match(text, over.end()) if over else None
    return (_canon(after), after.end()) if after else None


def per_before(text: str, start: int) -> str | None:
    """Return the unit that a rate is told by, before its number: 每千克 25 美元.

    >>> per_before("每千克约 25 美元", 5)
    'kg'
    """
    found = _EACH.search(text, max(0, start - 10), start)
    return UNITS[found["han"]] if found else None


def unit_at(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Return the unit of the number that stands at `start` to `end`, and where both stand.

    >>> unit_at("宽 30 微米的", 2, 4)
    ('µm', 2, 7)
    """
    before = _BEFORE.search(text, max(0, start - 5), start)
    if before:  # what follows is another's: $340 million year on year
        return _MONEY[before[1]], before.start(), end
    if degrees := _DEGREES.match(text, end):
        before = _SCALE.search(text, max(0, start - 5), start)
        if scale := degrees["scale"] or (before and before[0]):
            return ("°F" if scale[0] in "Ff华華" else "°C"), start, degrees.end()
    after = _AT.match(text, end)
    return (_canon(after), start, after.end()) if after else None


def _canon(found: re.Match[str]) -> str:
    said = "".join((found["latin"] or found["han"] or "").split())
    return UNITS[said] if said else _SPELT[found["spelt"].lower()]
