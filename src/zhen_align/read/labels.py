"""The stock words of journal pages, preprints and documentation sites, in both languages.

General labels only, as a reader of such pages knows them. Patterns match a folded line
(half-width marks) from its beginning. What they mean for a block is decided in `kinds`.
"""

import re

from zhen_align.text.scripts import HAN

_SIGN = r"[:;\]】》)>|/—–-]"

CAPTION = re.compile(
    r"(?:\*\*|__)?(?:(?:fig(?:ure|\.)?|table|tab\.|algorithm|listing|scheme|chart|box)\s*"
    r"(?:[A-Z]?\d+(?:[.-]\d+)*|[IVX]+)\s*[a-z]?(?:\*\*|__)?\s*(?:[:|—–]|\.(?!\d)|\Z|"
    r"\s*\s(?-i:[A-Z]))|"
    r"(?:附?[图表圖]|算法|代码清单)\s*(?:[A-Z]?\d+(?:[.-]\d+)*|[IVX]+|"
    r"[一二三四五六七八九十]+)(?:\*\*|__)?\s*"
    r"(?:[:、|—]|\.(?!\d)|\Z|\s(?![所中显展给为是和与及的描列总说])))",
    re.IGNORECASE,
)
KEYWORDS = re.compile(
    r"[\W_]{0,4}(?:[上下本前后][\u4e00-\u9fff]|[中英]文)?(?:关\s*键\s*[词字]|關\s*鍵\s*[詞字]|"
    r"主\s*题\s*词|索引(?:术语|词)|标签|標籤|"
    r"key\s*-?words?(?:\s+and\s+phrases)?|index\s+terms|tags)(?: (?:for|of) [^:]{1,20}(?=:))?"
    r"(?P<rest>\s*(?:\*\*|__)?\s*(?:[:：\]】—–-]+|\Z|(?<=[词字詞语])\s+)(?:\*\*|__)?\s*)",
    re.IGNORECASE,
)

_STRONG = (
    r"收\s?稿(?:日期|时间)?|(?:稿件)?收到(?:日期|时间)|录用(?:日期|时间)?|接收日期|接受日期|"
    r"修[回订改](?:日期|时间)|(?:网络|"
    r"在线|正式)?(?:首发|出版|公开|上线)(?:日期|时间)|"
    r"(?:发布|发表|更新|投稿|提交|答辩)(?:日期|时间)|(?:最[后近]|上次)(?:更新|修[改订])|基金(?:项目|资助)?|资助项目|作者(?:简介|单位|"
    r"信息|贡献|邮箱)|通[信讯]作者|第一作者|"
    r"中图分类号|文献标[识志]码|文章编号|分类号|本文引用格式|引用(?:本文|格式)(?:复制引用)?|链接本文|本文链接|"
    r"引文格式|复制引用|doi|"
    r"(?:电子)?邮[箱件](?:地址)?|版权(?:所有|信息|声明)|转载声明|本文作者|责任编辑|原文(?:链接|地址)|论文(?:链接|地址)|"
    r"项目(?:主页|地址)|代码(?:链接|地址)|"
    r"(?:manuscript )?received(?: date)?|accepted(?: date)?|revised(?: date)?|"
    r"(?:online )?published(?: online|"
    r" date)?|"
    r"available online|first published|publication date|submitted(?: on)?|submission date|"
    r"last (?:updated|modified)|"
    r"correspond(?:ence|ing authors?)(?: to)?|author (?:information|affiliations?|contributions?|"
    r"notes?)|"
    r"affiliations?|funding(?: project| information)?|foundation items?|supported by|"
    r"cite as|cit(?:e this (?:article|paper|page)|ation)(?: as)?|how to cite(?: this article)?|"
    r"suggested citation|"
    r"e-?mail(?: address)?|issn|e-?issn|copyright|source url|arxiv(?: id| number)?|"
    r"clc(?: number)?|document code|"
    r"article (?:id|number|history)|msc(?: codes?)?|acm (?:classes|reference format)|pacs|"
    r"report number|"
    r"edited by|reviewed by|handling editor|academic editor|(?:code|project|paper|pdf) (?:url|"
    r"page|link)s?"
)
_WEAK = (
    r"(?:原文)?作者|译者|编辑|校对|来源|出处|链接|专辑|专题|密级|学校代码|学号|研究生|申请人|"
    r"(?:指导)?(?:教师|导师)|培养单位|研究方向|学科专业|学位(?:类[别型])?|年[,，]\s*卷(?:\(期\))?|所属(?:期刊)?栏目|期刊栏目|全文|输出|导出|下载|页数|大小|"
    r"单位|机构|学科|分类|日期|时间|期刊|刊名|卷期|页码|出版社|版本|"
    r"authors?|translator|editor|links?|urls?|source|institutions?|classification|subjects?|categories|date|"
    r"posted|journal|"
    r"volume|issue|pages?|publisher|version|license|reference count|comments"
)
METADATA = re.compile(
    rf"[\W_]{{0,4}}(?:{_STRONG})(?P<rest>\s*(?:\*\*|__)?\\?\s*{_SIGN}|\s+|\Z)", re.I
)
METADATA_WEAK = re.compile(
    rf"[\W_]{{0,4}}(?:{_WEAK})(?P<rest>\s*(?:\*\*|__)?\\?\s*[:\]】]|\Z)", re.I
)

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
DATE = re.compile(
    rf"(?:19|20)\d\d\s*(?:[-/.年]\s*(?:1[0-2]|0?[1-9])\s*(?:[-/.月]\s*(?:3[01]|[12]\d|"
    rf"0?[1-9])\s*日?)?)|"
    rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{{1,2}}\s+{_MONTH},?\s+(?:19|"
    rf"20)\d\d",
    re.IGNORECASE,
)
ARXIV = re.compile(
    r"arxiv(?:\s*id)?(?:\.org/(?:abs|pdf|html)/|\s*[:：]?\s*['\"]?)"
    r"(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})",
    re.IGNORECASE,
)
DOI = re.compile(r"(?<![\w.])10\.\d{4,9}/[A-Za-z0-9._;()/:-]+[A-Za-z0-9)]", re.ASCII)
EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,}")
CITATION = re.compile(
    r"\[[JMCDRPSNZ](?:/OL)?\]\s*[.,]|\d+\s*\(\d+(?:[-–]\d+)?\)\s*:\s*[a-z]?\d+|"
    r"第\s*\d+\s*卷.{0,8}第\s*\d+\s*期|"
    r"\bvol(?:ume|\.)?\s*\d+.{0,20}?(?:no\.|issue|iss\.|\()\s*\d+",
    re.IGNORECASE,
)
# 2024年1月8日投稿;2024年5月27日修回
_DATED = (
    r"(?:(?:19|20)\d\d\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?\s?"
    r"(?:收到|收稿|来稿|投稿|提交|修[回订改]|改回|返修|录用|接[收受]|定稿|(?:网络|在线|正式)?(?:首发|发表|出版|公开|上线))"
    r"\s?(?:[;,、.。]\s?|\Z))+"
)
STAMP = re.compile(
    rf"{_DATED}|"
    r"(?:e?-?issn\s*:?\s*)?\d{4}-\d{3}[\dx]|cn\s*:?\s*\d\d-\d{4}(?:/[a-z]{1,3}\d?)?|(?:全国)?(?:中文)?核心期刊|"
    r"(?:(?:oa|北大核心|中文核心|cstpcd|cscd|cssci|sci|ei|ami|"
    r"pku|wos|scopus)[\s,;/]*)+|"
    r"(?:©|\(c\)|copyright\b|版权所有|all rights reserved).{0,160}|"
    r"(?:\* ?)?authors? to whom correspondence should be addressed\.?|"
    r"(?:[*†‡] ?)?these authors contributed equally(?: to this work)?\.?|"
    rf"[{HAN}]{{2,16}}(?:学报|杂志)(?:\([{HAN}]{{2,10}}\))?",
    re.IGNORECASE,
)
ARTICLE_TYPE = re.compile(
    r"(?:特[约邀]|专题|研究)?(?:综述|述评|论著|论文|专论|报告|评论)|研究论文|原创(?:论文)?|"
    r"(?:invited |mini[- ]?|systematic )?review(?: article| paper)?|(?:original |"
    r"research )?(?:article|paper)s?|"
    r"(?:硕士|博士|学士|本科)?(?:学位|毕业)(?:论文|设计)|"
    r"(?:(?:master|bachelor|doctor)(?:'?s)?|ph\.?d\.?|doctoral) (?:thesis|dissertation)|"
    r"original research|survey(?: paper)?|editorial|perspectives?|open access|preprint|letter",
    re.IGNORECASE,
)
INSTITUTION = re.compile(
    r"大学|学院|研究[所院]|医院|实验室|研究中心|公司|\b(?:universit|institut|colleges?\b|"
    r"departments?\b|"
    r"laborator|hospitals?\b|school of|academy|inc\b|ltd\b|corporation)",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"(?<!\d)\d{5,6}(?!\d)|\bchina\b|\busa\b|\bu\.?k\.?\b", re.IGNORECASE)

_NAV_FIRM = (
    r"展开作者信息|收起作者信息|(?:作者信息|文章历史|author information|article history)\s*\+|"
    r"相关(?:文章|论文)推荐|(?:show|hide) author information|"
    r"上一[篇页章节]|下一[篇页章节]|前一页|后一页|返回(?:顶部|首页|目录|列表)?|展开(?:全部|"
    r"更多)?|折叠|收起(?:全部)?|文章导航|期刊导航|段落导航|"
    r"相关(?:文章|论文|推荐|阅读|链接)|推荐(?:阅读|文章)|查看(?:全文|更多)|阅读(?:全文|原文|"
    r"更多)|下载\s*(?:pdf|全文)|复制(?:引用|链接)|"
    r"网站地图|联系我们|关于我们|回到顶部|跳[到至转]+(?:主要)?(?:内容|正文)|登[录陆]|注册|"
    r"分享[到至]?|扫一扫|"
    r"prev(?:ious)?(?: (?:page|article|chapter))?|next(?: (?:page|article|chapter))?|"
    r"back to (?:top|contents|home|list)|"
    r"expand(?: all)?|collapse(?: all)?|options|menu|log ?in|sign (?:in|up|out)|register|"
    r"read more|show (?:more|less)|"
    r"view (?:pdf|full text|all|article)|download (?:pdf|full text|citation)|full text(?: pdf)?|"
    r"skip to (?:main )?content|"
    r"related articles?|recommended(?: articles?)?|article navigation|site ?map|contact us|"
    r"about us|"
    r"copy (?:link|citation)|share(?: this(?: article)?)?|edit (?:this page|on github)|subscribe|"
    r"follow us|toggle navigation|"
    r"download pdf\s*\(.{1,12}\)|下载\s*pdf\s*\(.{1,12}\)|share (?:this page|(?:on|via|"
    r"to) \w{1,12})|"
    r"(?:sign|log) in to \w{1,12}|登[录陆]后(?:可|才能)?(?:发表)?(?:评论|查看|下载)|"
    r"分享[到至](?:微信|微博|朋友圈|qq|空间)|(?:export|manage|get|save) citations?|导出引[用文]|"
    r"page \d{1,4}(?: of \d{1,4})?|第\s*\d{1,4}\s*页(?:[\s,/]*共\s*\d{1,4}\s*页)?|"
    r"共\s*\d{1,4}\s*页|"
    r"(?:article )?metrics|更多指标|(?:访问|阅读|下载)统计|关注(?:我们|微信)?(?:公众号)?|"
    r"微信公众号|扫码关注|"
    r"(?:e-?mail )?alerts?|add to (?:favou?rites|cart|library)|(?:加入|添加)收藏|打印本[页文]|"
    r"点击(?:查看|下载|阅读)(?:全文|原文|更多)?|cookie (?:settings|policy|preferences)|"
    r"高级(?:检索|搜索)|advanced search|rss(?: feed)?|(?:next|previous) issue|[上下]一期|"
    r"share and cite|browse figures|versions notes|"
    r"submit (?:a |your )?(?:manuscript|paper)|投稿(?:须知|指南|入口)|editorial board|编委会|"
    r"字号\s*:.{1,8}|关闭(?:窗口)?|发表评论|查看/发表评论|作者相关文章|把本文推荐给朋友|推荐给(?:朋友|好友)|加入(?:引用管理器|我的书架)|"
    r"(?:二级)?引证文献|共引文献|相似文献|点击[上下]方.{0,8}关注(?:我们)?|往期(?:推荐|回顾|精彩|文章)|"
    r"(?:请)?(?:长按|扫描|识别).{0,6}二维码.{0,8}|(?:查看|显示|展开)?(?:英文|中文)?(?:原文|译文)|"
    r"(?:show|view|read)(?: the)? (?:original|translation)(?: text)?"
)
_NAV_LOOSE = (
    r"首页|主页|目录|菜单|搜索|检索|更多|打印|收藏|导出|引用|全文|摘要图|评论|点赞|下载|关注|"
    r"home|search|more|print|cite|export|pdf|html|share|contents|table of contents|download|"
    r"metrics|comments|top|back|"
    r"end|the end|完|全文完|未完待续|手机阅读|在线阅读|分页下载|"
    r"english|中文|简体中文|繁體中文|中文版|英文版|en|zh"
)
_COUNT = (
    r"(?:(?:访问|浏览|阅读|下载|点击|被引|引用|点赞|赞|在看|评论|收藏|转发|分享)(?:次数|频次|[量数])?|"
    r"(?:page )?views?|downloads?|citations?|cited by|likes?|shares?|accesses|"
    r"altmetric)\s*[:(]?\s*\d[\d,.]*\s*[k万次]?\)?"
)
_GAP = r"[\s|∣│丨/›»>‹«·•,;:←→↑↓▲▼▾▸<\[\]()—–-]*"
NAVIGATION_FIRM = re.compile(rf"{_GAP}(?:(?:{_NAV_FIRM}|{_COUNT}){_GAP})+", re.IGNORECASE)
NAVIGATION = re.compile(rf"{_GAP}(?:(?:{_NAV_FIRM}|{_NAV_LOOSE}|{_COUNT})(?![a-z]){_GAP})+", re.I)
BREADCRUMB = re.compile(
    r"(?:首页|主页|(?:当前|所在|您(?:现在)?的?)位置|home|you are here)\s*[>›»|∣│/:·]|"
    r"(?:上一[篇页章节]|下一[篇页章节]|分享[到至]|(?:previous|next) article|share (?:on|to))\s*:",
    re.IGNORECASE,
)

STOCK = re.compile(
    r"(?:[\dIVX]+[.、]?\d*\s+)?(?:(?:[中英]文|内容)?摘\s*要|引\s*言|前\s*言|绪\s*论|概\s*述|背\s*景|结\s*论|"
    r"结\s*语|参考文献|致\s*谢|附\s*录|目\s*录|"
    r"关\s*键\s*[词字]|小\s*结|讨\s*论|方\s*法|结\s*果|练\s*习|"
    r"abstract|summary|introduction|background|overview|conclusions?|references|"
    r"acknowledge?ments?|appendix|"
    r"key\s*words|index terms|contents|methods?|results|discussion|exercises|highlights)\s*[:.—]*",
    re.IGNORECASE,
)
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文倪樊兰殷施洪翟安颜"
    "游阳傅祁岳齐沿梅柳盛祝左管温葛季俞柯路古项童焦牛包辛凌裴冉翁"
    "柏褚鲁蓝费闵麦庄凤花苗章云窦鲍伍元卜穆萧臧计伏成谈茅庞纪舒屈席娄危涂阮骆霍虞支昝卓蔺屠蒙池阴郁胥苍闻莘党谭贡姬申扶堵桑桂濮"
    "寿通边扈燕冀郏浦尚农别晏柴瞿阎慕连茹习宦艾容慎戈庾暨居步都耿满弘匡国寇广禄阙殳沃蔚越隆师巩聂晁勾敖冷訾那简饶沙乜养鞠须丰巢"
    "关蒯相查后荆红游竺权逯盖益桓仇麻甘宁苟欧解应宗宣贲单杭诸荀羊惠封芮储汲松井富巫乌巴弓牧隗山谷车宓蓬郗班仰仲宫栾暴厉戎符景詹束"
    "關張劉陳楊黃趙吳孫馬鄭許韓鄧馮蕭葉蘇呂盧鍾譚陸賈鄒龍賀顧錢嚴湯賴蘭項羅魯藍費莊雲竇鮑計談龐紀婁塗駱陰鬱聞黨貢壽邊農聯習廣師鞏"
)
COMPOUND_SURNAMES = frozenset(
    re.findall(
        r"\S+",
        "欧阳 上官 司马 诸葛 皇甫 令狐 慕容 尉迟 公孙 东方 夏侯 司徒 端木 南宫 百里 呼延 轩辕 "
        "宇文 长孙 闻人 申屠 歐陽 司馬 諸葛 東方 南宮 長孫",
    )
)

# an entry of a list of references: its number, then what only a reference has
ENTRY = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.、])\s*(?=\S)")
WHERE = re.compile(
    r"\[(?:[jmcdrspn]|eb|db)(?:/ol)?\]|"
    r"\b(?:19|20)\d{2}[a-z]?\s*[,;:]\s*\d{1,4}\s*(?:\(\d{1,3}(?:-\d{1,3})?\))?\s*[:,]\s*[a-z]?\d{1,6}|"
    r"\bvol\.?\s*\d+.{0,60}?\bpp?\.\s*\d+|\bpp\.\s*\d+\s*[-–]\s*\d+,?\s*\(?(?:19|20)\d\d|"
    r"\b\d{1,4}\s*\(\d{1,3}\)\s*[:,]\s*[a-z]?\d{1,6}\s*[-–]\s*\d{1,6}",
    re.IGNORECASE,
)
