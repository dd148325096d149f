#!/usr/bin/env python3
"""Writes Samples/ and Tests/EndToEndTests/Fixtures/samples-truth.jsonl.

    python3 Tests/Tools/make_samples.py            write both
    python3 Tests/Tools/make_samples.py --check    compare with what is on disk, write nothing

Samples/real holds published figures of real organs, set again in our own layouts; Samples/云溪市 is an invented
prefecture. Every run gives the same bytes. Standard library only, Python 3.11 or later.

Order of this file: the form, chance, the invented area and its figures, prose, layouts, real filings, planted
cases, the texts of README.md and tongjian.yml, checks, main.
"""
import argparse
import csv
import itertools
import json
import random
import re
import shutil
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "Samples"
TRUTH = ROOT / "Tests/EndToEndTests/Fixtures/samples-truth.jsonl"
VOCABULARY = ROOT / "Sources/Filings/Vocabulary/measures.tsv"
YEARS = range(2019, 2026)
LARGEST_FOLDER = 2_500_000  # bytes of Samples/

# ---------------------------------------------------------------------------------------------- the form

APPLICANTS = ["naturalPerson", "enterprise", "researchInstitute", "publicInterest", "legalService", "otherOrganisation",
              "total"]
ORGANISATION_LABELS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
GROUPS = [
    ("refused", "（三）不予公开", [
        ("stateSecret", "1.属于国家秘密"), ("prohibitedByLaw", "2.其他法律行政法规禁止公开"),
        ("security", "3.危及“三安全一稳定”"), ("thirdParty", "4.保护第三方合法权益"),
        ("internalAffairs", "5.属于三类内部事务信息"), ("deliberative", "6.属于四类过程性信息"),
        ("enforcementFile", "7.属于行政执法案卷"), ("administrativeInquiry", "8.属于行政查询事项")]),
    ("unavailable", "（四）无法提供", [
        ("notHeld", "1.本机关不掌握相关政府信息"), ("needsCreation", "2.没有现成信息需要另行制作"),
        ("unclear", "3.补正后申请内容仍不明确")]),
    ("notProcessed", "（五）不予处理", [
        ("petition", "1.信访举报投诉类申请"), ("repeated", "2.重复申请"), ("publication", "3.要求提供公开出版物"),
        ("excessive", "4.无正当理由大量反复申请"), ("confirmation", "5.要求行政机关确认或重新出具已获取信息")]),
    ("otherHandling", "（六）其他处理", [
        ("uncorrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"), ("other", "3.其他")]),
]
REVIEWS = ["reconsideration", "litigationDirect", "litigationAfterReview"]
RESULTS = ["upheld", "corrected", "other", "pending", "total"]
RESULT_LABELS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
HEADINGS = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]


def form_of(year):
    return "2019" if year <= 2020 else "2021"


@dataclass(frozen=True)
class Row:
    """A line of table three. kind: top (spans all label columns), line, sub (has a group)."""
    line: str
    kind: str
    top: str = ""
    group: str = ""
    label: str = ""

    def codes(self):
        return [f"requests.{self.line}.{a}" for a in APPLICANTS]


def request_rows(form):
    rows = [Row("received", "top", "一、本年新收政府信息公开申请数量"),
            Row("carriedOver", "top", "二、上年结转政府信息公开申请数量"),
            Row("granted", "line", "三、本年度办理结果", "", "（一）予以公开"),
            Row("partiallyGranted", "line", "", "", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）")]
    for stem, group, lines in GROUPS:
        if form == "2019" and stem == "otherHandling":
            rows.append(Row("otherHandling.other", "line", "", "", group))
            continue
        for i, (name, label) in enumerate(lines):
            rows.append(Row(f"{stem}.{name}", "sub", "", "" if i else group, label))
    rows.append(Row("resolved", "line", "", "", "（七）总计"))
    rows.append(Row("carriedForward", "top", "四、结转下年度继续办理"))
    return rows


def outcome_lines(form):
    return [r.line for r in request_rows(form) if r.line not in ("received", "carriedOver", "resolved", "carriedForward")]


def proactive_rows(form):
    """Table two as (kind, label, cells): kind article, head or line; the cells of a line are codes."""
    def line(label, stem, *names):
        return ("line", label, [f"proactive.{stem}.{n}" for n in names])
    if form == "2021":
        stock, decision = ["issued", "repealed", "inForce"], ["decisions"]
        stock_head, head, fee_head = (["本年制发件数", "本年废止件数", "现行有效件数"], ["本年处理决定数量"],
                                      ["本年收费金额（单位：万元）"])
        documents, fees = "行政规范性文件", ["amount"]
    else:
        stock, decision = ["newlyMade", "newlyDisclosed", "disclosedTotal"], ["itemsLastYear", "itemsChange", "decisions"]
        stock_head, head, fee_head = (["本年新制作数量", "本年新公开数量", "对外公开总数量"],
                                      ["上一年项目数量", "本年增/减", "处理决定数量"], ["上一年项目数量", "本年增/减"])
        documents, fees = "规范性文件", ["itemsLastYear", "itemsChange"]
    rows = [("article", "第二十条第（一）项", []), ("head", "信息内容", stock_head),
            line("规章", "regulations", *stock), line(documents, "normativeDocuments", *stock),
            ("article", "第二十条第（五）项", []), ("head", "信息内容", head), line("行政许可", "licensing", *decision)]
    if form == "2019":
        rows.append(line("其他对外管理服务事项", "otherServices", *decision))
    rows += [("article", "第二十条第（六）项", []), ("head", "信息内容", head),
             line("行政处罚", "penalties", *decision), line("行政强制", "coercion", *decision),
             ("article", "第二十条第（八）项", []), ("head", "信息内容", fee_head), line("行政事业性收费", "fees", *fees)]
    if form == "2019":
        rows += [("article", "第二十条第（九）项", []), ("head", "信息内容", ["采购项目数量", "采购总金额"]),
                 line("政府集中采购", "procurement", "items", "amount")]
    return rows


def review_codes():
    return [f"review.{r}.{s}" for r in REVIEWS for s in RESULTS]


def form_codes(form):
    """All codes of a form in the order of the vocabulary."""
    with open(VOCABULARY, encoding="utf-8", newline="") as f:
        rows = csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [r["code"] for r in rows if r["form"] in (form, "both")]


# ---------------------------------------------------------------------------------------------- chance

class Dice:
    """Chance from a key, through random() alone, whose stream Python promises to keep."""

    def __init__(self, *key):
        self.random = random.Random("/".join(map(str, key))).random

    def whole(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def around(self, value, share):
        """value, up to `share` of it more or less, as a whole number."""
        return int(value * (1 + share * (2 * self.random() - 1)) + 0.5)

    def count(self, trials, chance):
        return sum(self.random() < chance for _ in range(trials))

    def split(self, number, weights):
        """`number` things thrown one by one into boxes of these weights."""
        total, boxes = sum(weights.values()), Counter()
        for _ in range(number):
            at = self.random() * total
            for key, weight in weights.items():
                at -= weight
                if at < 0:
                    break
            boxes[key] += 1
        return boxes


# ---------------------------------------------------------------------------------------------- the invented area

@dataclass(frozen=True)
class Place:
    code: str
    name: str
    growth: float       # of requests, per year
    openness: tuple     # share of outcomes that disclose, 2019 and 2025
    size: float
    first: int = 2019
    last: int = 2025


PLACES = [
    Place("900102", "白渡区", 1.07, (.58, .60), .80),
    Place("900103", "临汀区", 1.08, (.62, .66), 1.0),
    Place("900104", "青岚区", 1.24, (.54, .52), .50),     # grows strongly
    Place("900105", "松泉区", 1.05, (.64, .68), .90),
    Place("900121", "石桥县", 1.09, (.60, .20), .85),     # discloses less every year, the least in the end
    Place("900122", "望川县", 1.04, (.56, .58), .70),
    Place("900106", "北渡区", 1.07, (.52, .54), .60, 2019, 2022),  # joined to 白渡区 in 2023
]
MERGED_INTO, MERGER = {"北渡区": "白渡区"}, 2023
CITY, CITY_CODE, PROVINCE = "云溪市", "900100", "虚构省"


@dataclass(frozen=True)
class Department:
    name: str
    short: str            # 本局 or 本办
    requests: tuple       # a year in 2019: smallest, largest; the tail is heavy
    licences: tuple
    penalties: tuple
    coercion: int
    fees: tuple           # 万元
    documents: tuple      # normative documents in stock
    disputes: float       # disputes per request
    topics: tuple


DEPARTMENTS = [
    Department("人民政府办公室", "本办", (10, 46), (0, 0), (0, 0), 0, (0, 0), (45, 90), .03,
               ("政府文件", "重大项目进度", "民生实事清单", "常务会议议题")),
    Department("卫生健康局", "本局", (3, 18), (180, 900), (25, 140), 0, (18, 160), (3, 9), .02,
               ("医疗机构校验结果", "公共场所卫生监测", "预防接种门诊名录", "基层诊疗服务项目")),
    Department("教育局", "本局", (2, 11), (4, 45), (0, 4), 0, (60, 640), (4, 12), .01,
               ("招生划片范围", "学生资助政策", "民办学校年检结果", "校车线路安排")),
    Department("住房和城乡建设局", "本局", (22, 150), (220, 1300), (25, 150), 9, (240, 2100), (6, 18), .11,
               ("房屋征收补偿进度", "保障性住房轮候情况", "工程招标结果", "物业企业信用记录")),
    Department("自然资源局", "本局", (20, 110), (110, 720), (12, 85), 5, (300, 2800), (5, 15), .06,
               ("征地公告", "土地供应计划", "规划许可批后公示", "地质灾害隐患点")),
]
APPLICANT_WEIGHTS = {"naturalPerson": .83, "enterprise": .07, "researchInstitute": .006, "publicInterest": .012,
                     "legalService": .05, "otherOrganisation": .032}
CLOSED_WEIGHTS = {
    "refused.stateSecret": .4, "refused.prohibitedByLaw": 1.6, "refused.security": .6, "refused.thirdParty": 4,
    "refused.internalAffairs": 5, "refused.deliberative": 5, "refused.enforcementFile": 5,
    "refused.administrativeInquiry": 4, "unavailable.notHeld": 42, "unavailable.needsCreation": 7,
    "unavailable.unclear": 5, "notProcessed.petition": 6, "notProcessed.repeated": 6, "notProcessed.publication": .8,
    "notProcessed.excessive": .8, "notProcessed.confirmation": 1, "otherHandling.uncorrected": 4,
    "otherHandling.unpaid": .6, "otherHandling.other": 3,
}
NO_REQUESTS = {("青岚区", 2020), ("石桥县", 2021), ("松泉区", 2022), ("松泉区", 2023), ("北渡区", 2019), ("北渡区", 2020)}
MISSING = {("望川县教育局", 2022), ("石桥县卫生健康局", 2020)}


def requests_expected(place, department, year):
    dice = Dice("requests", place.name, department.name)
    low, high = department.requests
    base = low + (high - low) * dice.random() ** 1.7 * place.size
    grown = base * place.growth ** (year - 2019)
    return Dice("noise", place.name, department.name, year).around(grown, .11)


def outcome_weights(place, year):
    first, last = place.openness
    open_share = first + (last - first) * (year - 2019) / 6
    weights = {"granted": open_share * .72, "partiallyGranted": open_share * .28}
    closed = dict(CLOSED_WEIGHTS)
    if form_of(year) == "2019":
        closed["otherHandling.other"] += closed.pop("otherHandling.uncorrected") + closed.pop("otherHandling.unpaid")
    scale = (1 - open_share) / sum(closed.values())
    return weights | {line: w * scale for line, w in closed.items()}


def steady(low, high, year, *key):
    """A level of its own for each key, drifting a little from year to year."""
    if high == 0:
        return 0
    level = low + (high - low) * Dice("level", *key).random() ** 1.5
    return Dice("drift", *key, year).around(level * (1 + .03 * (year - 2019)), .09)


@dataclass
class Filing:
    """One filing before it is written: true figures, then what is printed, then how."""
    organ: str
    district: str
    year: int
    measures: dict
    facts: dict = field(default_factory=dict)
    planted: list = field(default_factory=list)
    place: Place = None
    department: Department = None

    @property
    def form(self):
        return form_of(self.year)


def put_line(measures, line, counts):
    values = [counts.get(a, 0) for a in APPLICANTS[:-1]]
    for applicant, value in zip(APPLICANTS, values + [sum(values)]):
        measures[f"requests.{line}.{applicant}"] = value


def put_requests(measures, place, department, year, carried, expected, settle_all):
    """Fills table three; returns what is carried forward per applicant."""
    dice = Dice("three", place.name, department.name, year)
    received = dice.split(expected, APPLICANT_WEIGHTS)
    lines, forward, weights = {}, Counter(), outcome_weights(place, year)
    for applicant in APPLICANTS[:-1]:
        at_hand = received[applicant] + carried[applicant]
        forward[applicant] = 0 if settle_all else dice.count(at_hand, .06)
        for line, n in dice.split(at_hand - forward[applicant], weights).items():
            lines.setdefault(line, Counter())[applicant] += n
    put_line(measures, "received", received)
    put_line(measures, "carriedOver", carried)
    resolved = Counter()
    for line in outcome_lines(form_of(year)):
        put_line(measures, line, lines.get(line, {}))
        resolved += lines.get(line, Counter())
    put_line(measures, "resolved", resolved)
    put_line(measures, "carriedForward", forward)
    return forward


def put_reviews(measures, place, department, year):
    dice = Dice("four", place.name, department.name, year)
    handled = measures["requests.resolved.total"]
    for review, share in zip(REVIEWS, (1, .45, .25)):
        cases = dice.split(dice.count(handled, department.disputes * share),
                           {"upheld": .55, "corrected": .14, "other": .19, "pending": .12})
        for result in RESULTS[:-1]:
            measures[f"review.{review}.{result}"] = cases[result]
        measures[f"review.{review}.total"] = sum(cases.values())


class Stock:
    """What an organ hands from year to year besides requests."""

    def __init__(self, place, department):
        dice = Dice("stock", place.name, department.name)
        self.documents = dice.whole(*department.documents)
        if (place.name, department.name) == ("望川县", "教育局"):
            self.documents = 0  # its missing year must not break the city's stock
        self.items = {}
        for stem, active, low, high in (("licensing", department.licences[1], 6, 40), ("otherServices", 1, 4, 20),
                                        ("penalties", department.penalties[1], 30, 240),
                                        ("coercion", department.coercion, 2, 12), ("fees", department.fees[1], 1, 5)):
            self.items[stem] = dice.whole(low, high) if active else 0


def put_proactive(measures, stock, parts, department, year):
    """Fills table two. `parts`: the places whose business this organ does, two after the merger."""
    dice = Dice("two", parts[0].name, department.name, year)
    form = form_of(year)

    def sum_of(kind, low, high):
        return sum(steady(low, high, year, kind, p.name, department.name) for p in parts)
    licences, penalties = sum_of("licences", *department.licences), sum_of("penalties", *department.penalties)
    coercion = dice.whole(0, department.coercion)
    new = dice.count(stock.documents, .09)
    names = ("issued", "repealed", "inForce") if form == "2021" else ("newlyMade", "newlyDisclosed", "disclosedTotal")
    for name in names:
        measures[f"proactive.regulations.{name}"] = 0
    decisions = {"licensing": licences, "penalties": penalties, "coercion": coercion}
    if form == "2021":
        repealed = dice.count(stock.documents, .05)
        stock.documents += new - repealed
        values = (new, repealed, stock.documents)
        low, high = (int(x * 10000) for x in department.fees)
        measures["proactive.fees.amount"] = sum_of("fees", low, high) / 10000 or 0
    else:
        stock.documents += new
        values = (new, new, stock.documents)
        decisions["otherServices"] = dice.whole(5, 160)
        for stem, items in stock.items.items():
            change = dice.whole(-2, 3) if items > 3 else 0
            measures[f"proactive.{stem}.itemsLastYear"], measures[f"proactive.{stem}.itemsChange"] = items, change
            stock.items[stem] += change
        measures["proactive.procurement.items"] = dice.whole(2, 40)
        measures["proactive.procurement.amount"] = dice.whole(30_000_000, 900_000_000) / 100
    for name, value in zip(names, values):
        measures[f"proactive.normativeDocuments.{name}"] = value
    for stem, value in decisions.items():
        measures[f"proactive.{stem}.decisions"] = value


def put_facts(filing):
    """Figures of the prose. Those with a twin in the tables are taken from the tables."""
    m, key = filing.measures, (filing.organ, filing.year)
    base = {"人民政府办公室": 420, "卫生健康局": 130, "教育局": 150, "住房和城乡建设局": 110, "自然资源局": 90}
    level = base[filing.department.name] * (.7 + .7 * Dice("web", filing.organ).random())
    after = filing.year - 2019
    facts = {"published.website": Dice("web", *key).around(level * 1.02 ** after, .08),
             "published.wechat": Dice("wechat", *key).around(level * .8 * 1.16 ** after, .10),
             "training.sessions": Dice("training", *key).whole(1, 6)}
    facts["published.total"] = facts["published.website"] + facts["published.wechat"]
    for kind, line in (("received", "received"), ("carriedOver", "carriedOver"), ("resolved", "resolved"),
                       ("carriedForward", "carriedForward")):
        facts[f"requests.{kind}"] = m[f"requests.{line}.total"]
    for kind in ("licensing", "penalties"):
        facts[f"{kind}.decisions"] = m[f"proactive.{kind}.decisions"]
    facts["proposals.deputies"] = Dice("deputies", *key).whole(2, 14)
    facts["proposals.members"] = Dice("members", *key).whole(2, 18)
    filing.facts = facts


def invented_filings():
    """All organs of the districts over the years, figures true and consistent."""
    out = []
    for department in DEPARTMENTS:
        forward, stocks = {}, {}
        for year in YEARS:
            for place in PLACES:
                if not place.first <= year <= place.last:
                    continue
                parts = [place] + [p for p in PLACES if MERGED_INTO.get(p.name) == place.name and year >= MERGER]
                organ = place.name + department.name
                stock = stocks.setdefault(place.name, Stock(place, department))
                carried = Counter(forward.get(place.name, {}))
                if year == MERGER:
                    for part in parts[1:]:
                        carried += forward[part.name]
                        stock.documents += stocks[part.name].documents
                if (organ, year) == ("松泉区自然资源局", 2024):
                    carried["naturalPerson"] += 3  # planted: not what was carried forward the year before
                none = department.name == "教育局" and (place.name, year) in NO_REQUESTS
                settle = none or department.name == "教育局" and (
                    (place.name, year + 1) in NO_REQUESTS or place.name == "望川县" and year in (2021, 2022))
                expected = 0 if none else min(250, sum(requests_expected(p, department, year) for p in parts))
                filing = Filing(organ, place.code, year, {}, place=place, department=department)
                forward[place.name] = put_requests(filing.measures, place, department, year, carried, expected, settle)
                put_reviews(filing.measures, place, department, year)
                put_proactive(filing.measures, stock, parts, department, year)
                put_facts(filing)
                if (organ, year) not in MISSING:
                    out.append(filing)
    return out


def city_filings(filings):
    """The whole-area filing of each year from 2021: the sum over the organs that filed."""
    out = []
    for year in range(2021, 2026):
        parts = [f for f in filings if f.year == year]
        measures = {c: sum(f.measures[c] for f in parts) for c in form_codes("2021")}
        measures["proactive.fees.amount"] = sum(round(f.measures["proactive.fees.amount"] * 10000) for f in parts) / 10000
        facts = {k: sum(f.facts[k] for f in parts) for k in parts[0].facts}
        out.append(Filing(CITY + "人民政府", CITY_CODE, year, measures, facts))
    return out


# ---------------------------------------------------------------------------------------------- prose

FICTIONAL = "（虚构文本：{province}{city}及其区县、机关和全部数字均属虚构，仅作软件示例。）"
PREFACE = ["本报告依照《中华人民共和国政府信息公开条例》编写，数据统计期为{year}年1月1日至{year}年12月31日。",
           "现公布{full}{year}年度政府信息公开工作情况，统计时间从{year}年1月1日起，到{year}年12月31日止。",
           "根据政府信息公开条例第五十条，{full}对{year}年的公开工作作如下报告，数据截至{year}年12月31日。"]
INTRO = ["{year}年，{me}按照条例履行公开职责，把力量集中在{t0}和{t1}两类信息上。",
         "这一年里，{me}把{t0}列为公开重点，同时补齐{t1}栏目的缺项。",
         "从群众办事的实际需要出发，{me}重新排定公开清单，{t0}、{t1}更新得最勤。",
         "{me}继续执行先审查、后发布的流程，{t0}与{t1}都按时上网。"]
CHANNELS = ["全年通过政府网站发布信息{web}条，微信公众号发布信息{wechat}条。",
            "按渠道统计，政府网站发布{web}条，微信公众号发布{wechat}条，合计发布信息{total}条。",
            "{year}年，政府网站公开信息{web}条，微信公众号发布{wechat}条。"]
PROACTIVE = ["栏目调整以后，{t2}和{t3}放在同一页面，查找步骤减少一半。",
             "{t2}在文件印发当天上网，{t3}按季度汇总后公布。",
             "来电询问较多的是{t2}，为此补发问答式说明，并注明办理地点。",
             "过去形成的{t2}重新编号，已经失效的加上标注，{t3}保留首次发布的日期。",
             "{t3}配有一页纸的图示，印成折页放在各乡镇街道的服务窗口。", "{t2}的征求意见稿公开二十天，收到的意见连同采纳情况一并公布。"]
DECISIONS = ["全年作出行政许可决定{lic}件、行政处罚决定{pen}件，决定摘要随后上网。",
             "执法结果按月公示，其中行政许可{lic}件，行政处罚{pen}件。",
             "{year}年办理行政许可{lic}件，作出行政处罚{pen}件，公示时间都在期限以内。"]
REQUESTS = ["本年新收政府信息公开申请{rec}件，上年结转{over}件，全年办结{res}件，结转下年度{fwd}件。",
            "{year}年新收政府信息公开申请{rec}件，连同上年结转{over}件，办结{res}件，年末结转下年度{fwd}件。",
            "申请办理方面，本年新收{rec}件，上年结转{over}件，办结{res}件，结转下年度{fwd}件。"]
NO_REQUEST = ["本年未收到政府信息公开申请，也没有上年留下的事项。", "{year}年没有收到政府信息公开申请，受理信箱一直开通。",
              "全年新收政府信息公开申请0件，受理窗口照常值守。"]
ANSWERS = ["给申请人的答复逐件编号，末尾写明救济途径和期限。", "申请内容说得不清楚的，先打电话问明用途，再决定是否发出补正通知。",
           "牵涉几个科室的申请由办公室召集会商，答复稿请法律顾问看过再发。", "当面递交的当场登记，邮寄的从签收之日起算期限。",
           "能够区分处理的先区分，可公开的部分不因涉密部分而搁置。", "答复寄出一周后电话回访，询问是否收到、是否看懂。"]
NO_ANSWERS = ["受理地点和联系方式年初核对一遍，变动之处已改。", "接待人员熟悉登记表格，能够随时受理。", "办理流程图重新张贴，附有填写示范。", "网上受理端口每周测试一次。"]
MANAGEMENT = ["拟文时一并写明公开属性，承办科室提出意见，办公室复核。", "满五年的文件集中清理一次，失效的移进历史库。",
              "公开目录逐条落实到人，岗位变动时当面交接。", "保密审查单跟着文件走，少一个签字就不上传。",
              "标题、文号、日期三项由专人校对，退回的稿件登记原因。", "废止和失效的文件在原页面标明，不直接删除。"]
PLATFORM = ["专栏增加按年度筛选的功能，手机页面也随之改版。", "办事大厅留有纸质查阅处，配备人员帮助老年人查找。",
            "公众号菜单和网站栏目一一对应，免得两处说法不一。", "失效链接每月排查，查出以后两个工作日内修好。",
            "网页加上大字版和语音朗读，视力不好的人也能使用。", "长期没有更新的账号已经注销，只留一个对外发布的出口。"]
TRAINING = ["全年组织政务公开培训{n}次，各科室联络员都参加。", "开展业务培训{n}次，讲的是答复文书怎样写、保密审查怎样做。",
            "组织公开工作培训{n}次，并请群众代表给栏目挑毛病。"]
SUPERVISION = ["年度考核里公开工作单列一项，结果在内部通报。", "每季度抽查一次已发稿件，错别字和过期内容当场改正。",
               "群众来信反映的栏目问题专人记录，办结以后回访。", "分管负责人每半年听一次汇报，难点当场拍板。",
               "上级检查指出的事项逐条销号，佐证材料留存备查。", "公开工作的预算单独列出，用在系统维护和资料印制上。"]
PROBLEM_INTRO = ["对照要求，还有以下不足。", "回头看全年工作，差距主要在三个方面。", "自查发现的问题如下。"]
PROBLEMS = [
    ("政策解读偏重文字，图表和实例用得少", "每份解读至少配一张流程图，请经办人讲一个实例"),
    ("部分栏目更新间隔偏长", "给每个栏目定下更新周期，到期由系统提醒"),
    ("历史文件的电子化还没有做完", "按年份倒序扫描，先做群众查得最多的"),
    ("答复文书说理不够，有的只引条文", "编写说理范例，疑难件由两人以上会审"),
    ("新进人员对区分处理把握不准", "安排老同志带教，每月讨论一件实际申请"),
    ("与群众的互动停在留言回复上", "把留言里的共性问题整理成专题，主动公布"),
    ("内部提供信息不够及时，常常要催", "把报送时限写进科室职责，按月公布迟报情况"),
    ("公开内容的检索词设得不准", "参照群众的口头说法补充检索词，每季度复查"),
    ("征求意见后的反馈过于简略", "逐条说明采纳与否和理由，与定稿同时公布"),
]
PROBLEM_TEXT = ["（一）{p0}。改进办法：{r0}。", "（二）{p1}。改进办法：{r1}。", "（三）{p2}。改进办法：{r2}。"]
OUTLOOK = ["以上措施已列入下一年计划，年底对照检查。", "改进的进展将在下一份报告里说明。", "相关事项已明确牵头人和完成时间。"]
FEES = ["本年度未收取政府信息公开信息处理费。", "信息处理费：全年没有收取。", "依申请公开没有产生收费，信息处理费0元。"]
NOTHING = ["除上述内容外，别无报告事项。", "这一部分本年没有内容。", "其他方面没有需要说明的情况。"]
PROPOSALS = ["办理人大代表建议{dep}件、政协提案{mem}件，答复件按规定公开。", "全年承办人大代表建议{dep}件，承办政协提案{mem}件，均已答复。",
             "代表委员方面，办结人大代表建议{dep}件、政协提案{mem}件，能公开的答复已经上网。"]
CITY_COVERAGE = ["本报告汇总全市各区县人民政府办公室和所属部门的数据，个别机关未报送的不计在内。",
                 "数据由市政府办公室根据各区县、各部门报送的年度报告汇总，覆盖全市已报送的行政机关。",
                 "全市数据等于已报送年度报告的各机关数据之和，不另作推算。"]
TITLES = ["{full}{year}年政府信息公开工作年度报告", "{organ}{year}年政府信息公开工作年度报告", "{full}政府信息公开工作年度报告（{year}年度）",
          "{organ}{year}年度政府信息公开工作年度报告", "{full}政府信息公开工作年度报告"]
HEADING_FOUR_OLD = "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"


FACT_OF = {"web": "published.website", "wechat": "published.wechat", "total": "published.total",
           "lic": "licensing.decisions", "pen": "penalties.decisions", "n": "training.sessions",
           "rec": "requests.received", "over": "requests.carriedOver", "res": "requests.resolved",
           "fwd": "requests.carriedForward", "dep": "proposals.deputies", "mem": "proposals.members"}


class Stating(dict):
    """Words for templates; remembers which of them the text really states."""

    def __init__(self, words):
        super().__init__(words)
        self.used = set()

    def __getitem__(self, key):
        self.used.add(key)
        return super().__getitem__(key)


@dataclass
class Document:
    form: str
    title: str
    preface: list
    general: list
    problems: list
    other: list
    sign: list
    text: dict             # code -> what is printed in its cell
    stated: dict           # kind of fact -> figure in the prose
    headings: list = field(default_factory=lambda: list(HEADINGS))
    real: bool = False

    def flow(self):
        if self.title:
            yield "title", self.title
        yield from (("p", p) for p in self.preface)
        for heading, body in zip(self.headings, (self.general, "two", "three", "four", self.problems, self.other)):
            yield "heading", heading
            if isinstance(body, str):
                yield "table", body
            else:
                yield from (("p", p) for p in body)
        yield from (("sign", p) for p in self.sign)

    def values(self, row):
        return [self.text[c] for c in row.codes()]


def turn(options, filing, name, step=1):
    """Another choice every year, so that no organ repeats last year's sentences."""
    start = Dice("turn", filing.organ, name).whole(0, len(options) - 1)
    return options[(start + step * (filing.year - 2019)) % len(options)]


def compose(filing, text):
    """A fictional filing in words; every figure of the prose comes from filing.facts."""
    facts, year, city = filing.facts, filing.year, filing.department is None
    full = filing.organ if city else CITY + filing.organ
    topics = list(filing.department.topics) if not city else ["政府文件", "重大项目进度", "民生实事清单", "财政收支"]
    at = Dice("topics", filing.organ).whole(0, 3)
    topics = [topics[(at + year + i) % 4] for i in range(4)]
    words = Stating({"organ": filing.organ, "full": full, "year": year, "province": PROVINCE, "city": CITY,
             "me": "全市各级行政机关" if city else filing.department.short,
             "web": facts["published.website"], "wechat": facts["published.wechat"], "total": facts["published.total"],
             "lic": facts["licensing.decisions"], "pen": facts["penalties.decisions"], "n": facts["training.sessions"],
             "rec": facts["requests.received"], "over": facts["requests.carriedOver"],
             "res": facts["requests.resolved"], "fwd": facts["requests.carriedForward"],
             "dep": facts["proposals.deputies"], "mem": facts["proposals.members"]})
    words |= {f"t{i}": t for i, t in enumerate(topics)}
    start = Dice("problems", filing.organ).whole(0, len(PROBLEMS) - 1) + 3 * (year - 2019)
    for i in range(3):
        words[f"p{i}"], words[f"r{i}"] = PROBLEMS[(start + i) % len(PROBLEMS)]

    def say(options, name):
        return turn(options, filing, name).format_map(words)

    def say_two(options, name):
        return "".join(turn(options[i:] + options[:i], filing, name, 2).format_map(words) for i in (0, 1))
    busy = facts["requests.received"] + facts["requests.carriedOver"] > 0
    decided = filing.measures["proactive.licensing.decisions"] + filing.measures["proactive.penalties.decisions"] > 0
    general = [
        say(INTRO, "intro") + (say(CITY_COVERAGE, "coverage") if city else ""),
        "（一）主动公开。" + say(CHANNELS, "channels") + say_two(PROACTIVE, "proactive")
        + (say(DECISIONS, "decisions") if decided else ""),
        "（二）依申请公开。" + (say(REQUESTS, "requests") + say_two(ANSWERS, "answers") if busy
                         else say(NO_REQUEST, "requests") + say_two(NO_ANSWERS, "answers")),
        "（三）政府信息管理。" + say_two(MANAGEMENT, "management"),
        "（四）平台建设。" + say_two(PLATFORM, "platform"),
        "（五）监督保障。" + say(TRAINING, "training") + say_two(SUPERVISION, "supervision")]
    problems = [say(PROBLEM_INTRO, "intro5")] + [p.format_map(words) for p in PROBLEM_TEXT] + [say(OUTLOOK, "outlook")]
    other = [say(FEES if year >= 2021 else NOTHING, "fees"), say(PROPOSALS, "proposals")]
    headings = list(HEADINGS)
    if filing.form == "2019" and Dice("old heading", filing.organ).random() < .4:
        headings[3] = HEADING_FOUR_OLD
    day = Dice("day", filing.organ, year)
    signed = f"{year + 1}年3月{day.whole(5, 28)}日" if city else f"{year + 1}年1月{day.whole(8, 28)}日"
    title = TITLES[(Dice("title", filing.organ).whole(0, 4) + (year >= 2022)) % len(TITLES)].format_map(words)
    preface = [FICTIONAL.format_map(words), say(PREFACE, "preface")]
    stated = {FACT_OF[k]: facts[FACT_OF[k]] for k in FACT_OF if k in words.used}
    stated |= ({} if busy else {"requests.received": 0}) | ({"processingFee.yuan": 0} if year >= 2021 else {})
    return Document(filing.form, title, preface, general, problems, other, [full, signed], text, stated, headings)


# ---------------------------------------------------------------------------------------------- layouts

def printed(code, value):
    """A figure as an organ prints it: amounts in 万元 with four decimals, unless six are published."""
    if value is None:
        return ""
    if code == "proactive.procurement.amount":
        return f"{value:.2f}元"
    if code == "proactive.fees.amount" and value:
        return f"{value:.4f}"
    return str(value)


def tabs(rows):
    return "\n".join("\t".join(r) for r in rows)


def proactive_matrix(doc):
    rows = []
    for kind, label, cells in proactive_rows(doc.form):
        cells = [doc.text[c] for c in cells] if kind == "line" else cells
        rows.append(([label] + cells + [""] * 3)[:4])
    return rows


def review_matrix(doc):
    heads = [["行政复议"] + [""] * 4 + ["行政诉讼"] + [""] * 9,
             [""] * 5 + ["未经复议直接起诉"] + [""] * 4 + ["复议后起诉"] + [""] * 4, RESULT_LABELS * 3]
    heads[1][:5], heads[2][:5] = RESULT_LABELS, [""] * 5
    return heads + [[doc.text[c] for c in review_codes()]]


def narrow_header(width=10):
    rows = [[NOTE, "", "申请人情况", "", "", "", "", "", "总计"], ["", "", "自然人", "法人或其他组织"],
            ["", "", ""] + ORGANISATION_LABELS]
    return [(r + [""] * width)[:width] for r in rows]


def narrow_row(row, values):
    """Two label columns; a line with a group pushes its figures one place to the right."""
    if row.kind == "top":
        return [row.top, ""] + values + [""]
    if row.kind == "line":
        return [row.top, row.label] + values + [""]
    return ["", row.group, row.label] + values


def narrow_table(doc, table):
    if table == "two":
        return tabs(proactive_matrix(doc))
    if table == "four":
        return tabs(review_matrix(doc))
    return tabs(narrow_header() + [narrow_row(r, doc.values(r)) for r in request_rows(doc.form)])


def rectangle(doc):
    rows = [[NOTE, "", "", "申请人情况"], ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"],
            ["", "", "", ""] + ORGANISATION_LABELS]
    rows = [(r + [""] * 10)[:10] for r in rows]
    for row in request_rows(doc.form):
        labels = {"top": [row.top, "", ""], "line": [row.top, row.label, ""], "sub": ["", row.group, row.label]}[row.kind]
        rows.append(labels + doc.values(row))
    return rows


def matrix(doc, table):
    return {"two": proactive_matrix, "three": rectangle, "four": review_matrix}[table](doc)


def rectangle_table(doc, table):
    return tabs(matrix(doc, table))


def cell_rows(doc, table):
    """Rows of cells as a word processor holds them: a cell continued from above is empty."""
    if table == "two":
        for kind, label, cells in proactive_rows(doc.form):
            yield [label] + ([doc.text[c] for c in cells] if kind == "line" else cells)
    elif table == "four":
        yield ["行政复议", "行政诉讼"]
        yield RESULT_LABELS + ["未经复议直接起诉", "复议后起诉"]
        yield [""] * 5 + RESULT_LABELS * 2
        yield [doc.text[c] for c in review_codes()]
    else:
        yield [NOTE, "申请人情况"]
        yield ["", "自然人", "法人或其他组织", "总计"]
        yield ["", ""] + ORGANISATION_LABELS + [""]
        for row in request_rows(doc.form):
            labels = {"top": [row.top], "line": [row.top, row.label], "sub": ["", row.group, row.label]}[row.kind]
            yield labels + doc.values(row)


def cells_table(doc, table):
    return "\n\n".join("\n".join("\t" + c for c in row) for row in cell_rows(doc, table)) + "\n"


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def pad(text, room, right=False):
    space = " " * max(room - width(text), 0)
    return space + text if right else text + space


def aligned_table(doc, table):
    """Columns kept apart by spaces only, as a text extractor leaves a printed page."""
    if table == "two":
        return "\n".join((pad(r[0], 30) + "".join(pad(c, 28) for c in r[1:])).rstrip() for r in proactive_matrix(doc))
    if table == "four":
        rows = review_matrix(doc)
        return "\n".join("".join(pad(c, 12) for c in r).rstrip() for r in rows)
    out = []
    for i, row in enumerate(rectangle(doc)):
        if i == 0:
            out.append(pad(row[0], 118) + row[3])
            continue
        labels = pad(row[0], 20) if row[0] else " " * 20
        labels += (pad(row[1], 18) if row[2] or not row[1] else row[1]) + row[2]
        out.append((pad(labels, 112) + "".join(pad(c, 16, right=True) for c in row[3:])).rstrip())
    return "\n".join(out)


def pipes_table(doc, table):
    rows = ["| " + " | ".join(r) + " |" for r in matrix(doc, table)]
    return "\n".join([rows[0], "|" + "---|" * len(matrix(doc, table)[0])] + rows[1:])


def plain_text(doc, draw, gap="\n\n", lead="", indent=""):
    parts = []
    for kind, text in doc.flow():
        if kind == "table":
            text = draw(doc, text)
        elif kind in ("p", "sign"):
            text = indent + text
        parts.append(text)
    return lead + gap.join(parts) + "\n"


def markdown_text(doc):
    mark = {"title": "# ", "heading": "## "}
    return "\n\n".join(pipes_table(doc, t) if k == "table" else mark.get(k, "") + t for k, t in doc.flow()) + "\n"


LAYOUTS = [  # name, ending, writer
    ("tabs, two label columns", "txt", lambda d: plain_text(d, narrow_table, lead="\n\n")),
    ("tabs, full rectangle", "txt", lambda d: plain_text(d, rectangle_table)),
    ("one cell per line", "txt", lambda d: plain_text(d, cells_table, gap="\n")),
    ("aligned with spaces", "txt", lambda d: plain_text(d, aligned_table, indent="    ")),
    ("markdown pipe tables", "md", markdown_text),
]


def layout_of(filing):
    if filing.department is None:
        return LAYOUTS[1]
    return LAYOUTS[(PLACES.index(filing.place) + DEPARTMENTS.index(filing.department)) % len(LAYOUTS)]


# ---------------------------------------------------------------------------------------------- real filings

RESET = "（数字取自公布的年度报告，表格重新排版，文字为示例改写，不是原文。）"
Z5 = [0, 0, 0, 0, 0]
ZONE = "平潭综合实验区"
ZONE_REQUESTS = {  # lines that are not zero throughout: seven applicant columns
    2019: {"received": [23, 0, 0, 0, 0, 0, 23], "granted": [7, 0, 0, 0, 0, 0, 7],
           "partiallyGranted": [1, 0, 0, 0, 0, 0, 1], "unavailable.notHeld": [7, 0, 0, 0, 0, 0, 7],
           "unavailable.unclear": [5, 0, 0, 0, 0, 0, 5], "notProcessed.repeated": [3, 0, 0, 0, 0, 0, 3],
           "resolved": [23, 0, 0, 0, 0, 0, 23]},
    2020: {"received": [20, 0, 0, 0, 0, 1, 21], "granted": [6, 0, 0, 0, 0, 1, 7],
           "partiallyGranted": [6, 0, 0, 0, 0, 0, 6], "unavailable.notHeld": [4, 0, 0, 0, 0, 0, 4],
           "unavailable.unclear": [3, 0, 0, 0, 0, 0, 3], "notProcessed.repeated": [3, 0, 0, 0, 0, 0, 3],
           "otherHandling.other": [4, 0, 0, 0, 0, 0, 4], "resolved": [20, 0, 0, 0, 0, 1, 21]},
    2021: {"received": [64, 0, 0, 2, 0, 4, 70], "granted": [27, 0, 0, 2, 0, 1, 30],
           "partiallyGranted": [5, 0, 0, 0, 0, 0, 5], "refused.internalAffairs": [1, 0, 0, 0, 0, 0, 1],
           "refused.enforcementFile": [6, 0, 0, 0, 0, 0, 6], "refused.administrativeInquiry": [1, 0, 0, 0, 0, 0, 1],
           "unavailable.notHeld": [22, 0, 0, 0, 0, 3, 25], "otherHandling.other": [1, 0, 0, 0, 0, 0, 1],
           "resolved": [63, 0, 0, 2, 0, 4, 69], "carriedForward": [1, 0, 0, 0, 0, 0, 1]},
    2022: {"received": [71, 3, 0, 0, 0, 0, 74], "carriedOver": [1, 0, 0, 0, 0, 0, 1], "granted": [21, 0, 0, 0, 0, 0, 21],
           "partiallyGranted": [8, 1, 0, 0, 0, 0, 9], "refused.internalAffairs": [1, 0, 0, 0, 0, 0, 1],
           "refused.deliberative": [2, 0, 0, 0, 0, 0, 2], "refused.enforcementFile": [1, 0, 0, 0, 0, 0, 1],
           "unavailable.notHeld": [37, 0, 0, 0, 0, 0, 37], "otherHandling.uncorrected": [2, 0, 0, 0, 0, 0, 2],
           "otherHandling.other": [0, 2, 0, 0, 0, 0, 2], "resolved": [72, 3, 0, 0, 0, 0, 75]},
    2023: {"received": [80, 1, 0, 0, 0, 0, 81], "granted": [22, 0, 0, 0, 0, 0, 22],
           "partiallyGranted": [19, 1, 0, 0, 0, 0, 20], "refused.thirdParty": [1, 0, 0, 0, 0, 0, 1],
           "refused.deliberative": [1, 0, 0, 0, 0, 0, 1], "refused.enforcementFile": [1, 0, 0, 0, 0, 0, 1],
           "refused.administrativeInquiry": [2, 0, 0, 0, 0, 0, 2], "unavailable.notHeld": [31, 0, 0, 0, 0, 0, 31],
           "notProcessed.repeated": [1, 0, 0, 0, 0, 0, 1], "otherHandling.uncorrected": [1, 0, 0, 0, 0, 0, 1],
           "otherHandling.other": [1, 0, 0, 0, 0, 0, 1], "resolved": [80, 1, 0, 0, 0, 0, 81]},
    2024: {"received": [217, 1, 0, 0, 0, 0, 218], "granted": [71, 0, 0, 0, 0, 0, 71],
           "partiallyGranted": [29, 0, 0, 0, 0, 0, 29], "refused.stateSecret": [4, 0, 0, 0, 0, 0, 4],
           "refused.thirdParty": [3, 0, 0, 0, 0, 0, 3], "refused.internalAffairs": [32, 0, 0, 0, 0, 0, 32],
           "unavailable.notHeld": [75, 0, 0, 0, 0, 0, 75], "notProcessed.repeated": [1, 0, 0, 0, 0, 0, 1],
           "otherHandling.uncorrected": [1, 0, 0, 0, 0, 0, 1], "otherHandling.other": [1, 1, 0, 0, 0, 0, 2],
           "resolved": [217, 1, 0, 0, 0, 0, 218]},
    2025: {"received": [151, 3, 0, 0, 0, 0, 154], "granted": [33, 0, 0, 0, 0, 0, 33],
           "partiallyGranted": [38, 0, 0, 0, 0, 0, 38], "refused.internalAffairs": [3, 0, 0, 0, 0, 0, 3],
           "refused.deliberative": [2, 0, 0, 0, 0, 0, 2], "refused.enforcementFile": [3, 0, 0, 0, 0, 0, 3],
           "refused.administrativeInquiry": [3, 0, 0, 0, 0, 0, 3], "unavailable.notHeld": [49, 1, 0, 0, 0, 0, 50],
           "unavailable.needsCreation": [3, 0, 0, 0, 0, 0, 3], "notProcessed.petition": [2, 0, 0, 0, 0, 0, 2],
           "otherHandling.uncorrected": [8, 0, 0, 0, 0, 0, 8], "otherHandling.unpaid": [2, 0, 0, 0, 0, 0, 2],
           "otherHandling.other": [1, 0, 0, 0, 0, 0, 1], "resolved": [147, 1, 0, 0, 0, 0, 148],
           "carriedForward": [4, 2, 0, 0, 0, 0, 6]},
}
ZONE_REVIEWS = {2019: [Z5, Z5, Z5], 2020: [Z5, Z5, Z5], 2021: [[1, 0, 2, 0, 3], [12, 0, 0, 0, 12], Z5],
                2022: [[0, 1, 1, 0, 2], [1, 0, 0, 0, 1], Z5], 2023: [[1, 1, 0, 0, 2], [4, 0, 0, 1, 5], [1, 0, 1, 0, 2]],
                2024: [[2, 1, 3, 1, 7], Z5, [13, 2, 4, 0, 19]], 2025: [[25, 3, 8, 0, 36], [3, 3, 0, 0, 6], [3, 0, 0, 0, 3]]}
# Table two: only what is certain. A line that is left out, or a None, stays an empty cell.
ZONE_PROACTIVE = {
    2019: {"regulations": (0, 0, 0), "normativeDocuments": (None, None, 89), "licensing": (396, 0, 181),
           "otherServices": (10, 0, 153), "penalties": (2648, 0, 430), "fees": (35, 0)},
    2020: {"regulations": (0, 0, 7), "normativeDocuments": (77, 77, 166), "licensing": (396, None, None),
           "otherServices": (10, None, None), "penalties": (2648, None, None), "fees": (35, -15)},
    2021: {"regulations": (0, 0, 0), "normativeDocuments": (None, None, 665), "licensing": (2293,), "penalties": (1282,),
           "coercion": (42,), "fees": (24252.311082,)},
    2022: {"regulations": (0, 0, 0), "normativeDocuments": (88, 55, 698), "licensing": (10690,), "penalties": (2113,),
           "coercion": (0,), "fees": (9116.36,)},
    2023: {"regulations": (0, 0, 0), "licensing": (2629,), "penalties": (1330,), "coercion": (54,), "fees": (5949.088667,)},
    2024: {"regulations": (0, 0, 0), "licensing": (4529,), "penalties": (1100,), "coercion": (65,), "fees": (18651.06,)},
    2025: {"regulations": (0, 0, 0), "licensing": (2418,), "penalties": (644,), "coercion": (64,), "fees": (4166.241619,)},
}
ZONE_PROSE = {  # year: section one, five, six
    2019: ("全区各机关2019年新收政府信息公开申请23件，当年全部办结。", "本例略去原报告第五部分的文字。", "第六部分原文从略。"),
    2020: ("2020年全区新收申请21件，上年没有结转，办结21件。", "问题与改进一节不收入示例。", "原报告称没有其他事项。"),
    2021: ("按第三部分的表格，2021年新收申请70件，办结69件，结转下年度1件。", "此处文字省略，请查阅公布的报告。", "其他事项的文字没有收录。"),
    2022: ("2022年全区共收到政府信息公开申请75件，包括上年结转的1件，已经全部办结。", "示例只留标题，不留这一节的正文。", "这一节在示例中为空。"),
    2023: ("全区2023年新收申请81件，没有结转，年内办结81件。", "原报告的问题分析未转录。", "附带事项见公布的原件。"),
    2024: ("2024年新收申请218件，当年办结218件，年末没有留下未办事项。", "这里不复述原报告列出的问题。", "示例不含其他报告事项的文字。"),
    2025: ("2025年全区新收申请154件，办结148件，结转下年度6件。", "改进措施部分按示例体例省去。", "其余说明省略。"),
}


def real_measures(year, requests, reviews, proactive):
    form, m = form_of(year), {}
    for row in request_rows(form):
        m |= dict(zip(row.codes(), requests.get(row.line, [0] * 7)))
    m |= dict(zip(review_codes(), itertools.chain(*reviews)))
    for kind, _, cells in proactive_rows(form):
        if kind == "line":
            m |= dict(zip(cells, proactive.get(cells[0].split(".")[1], [None] * len(cells))))
    return m


def glued_line(doc, row):
    return row.top + row.group + row.label + "".join(doc.values(row))


def glued_table(doc, table, between="\n"):
    """Table three with its cells run together, as crawled pages give it."""
    if table != "three":
        return rectangle_table(doc, table)
    head = NOTE + "申请人情况自然人法人或其他组织总计" + "".join(ORGANISATION_LABELS)
    return between.join([head] + [glued_line(doc, r) for r in request_rows(doc.form)])


ZONE_WRITERS = {
    2019: LAYOUTS[0][2], 2020: LAYOUTS[1][2], 2021: LAYOUTS[2][2],
    2022: lambda d: plain_text(d, narrow_table, gap="\n"), 2023: lambda d: plain_text(d, glued_table),
    2024: lambda d: plain_text(d, lambda doc, t: glued_table(doc, t, between="")), 2025: LAYOUTS[1][2]}
GLUED_YEARS = (2023, 2024)


def real_text(code, value):
    """Real fees keep the decimals that were published."""
    return str(value) if code == "proactive.fees.amount" and value else printed(code, value)


def zone_filings():
    for year in YEARS:
        measures = real_measures(year, ZONE_REQUESTS[year], ZONE_REVIEWS[year], ZONE_PROACTIVE[year])
        received, carried = measures["requests.received.total"], measures["requests.carriedOver.total"]
        facts = {"requests.handled": received + carried} if year == 2022 else {"requests.received": received}
        planted = ["cell-missing"] if None in measures.values() else []
        if year == 2020:
            planted.append("requests-resolved-sum")
        filing = Filing(ZONE, "350128", year, measures, facts, planted)
        one, five, six = ZONE_PROSE[year]
        title = f"{ZONE}{year}{'年度' if year % 2 else '年'}政府信息公开工作年度报告"
        doc = Document(filing.form, title, [RESET], [one], [five], [six], [],
                       {c: real_text(c, v) for c, v in measures.items()}, facts, real=True)
        yield f"real/{ZONE}/{year}.txt", filing, doc, ZONE_WRITERS[year](doc)


def lost_column(doc, table):
    """The applicant column 其他 is lost, its heading and its figures; sub-lines have lost the total with it."""
    if table != "three":
        return rectangle_table(doc, table)
    rows = [[NOTE, "", "申请人情况", "", "", "", "", ""], ["", "", "自然人", "法人或其他组织", "", "", "", "总计"],
            ["", "", ""] + ORGANISATION_LABELS[:4] + [""]]
    for row in request_rows(doc.form):
        v = doc.values(row)
        rows.append(narrow_row(row, v[:5] if row.kind == "sub" else v[:5] + v[6:]))
    return tabs(rows)


def lost_labels(doc, table):
    """Labels of the sub-lines lost; totals of the main lines blank; labels broken by spaces."""
    if table != "three":
        return rectangle_table(doc, table)
    rows = [[NOTE, "", "", "申请人情况", "", "", "", "", "", ""],
            ["", "", "", "自然 人", "法人或其他组织", "", "", "", "", "总计"],
            ["", "", "", "", "商业 企业", "科研 机构", "社会公 益组织", "法律服 务机构", "其他", ""]]
    for row in request_rows(doc.form):
        if row.kind == "sub":
            rows.append(["", row.group] + doc.values(row) + [""])
        else:
            top = " ".join(row.top) if row.kind == "line" else row.top
            rows.append([top, row.label, ""] + doc.values(row))
    return tabs(rows)


def page_cut(doc, table):
    """A page ends inside table three: label and figures part, later rows are wider and repeat a figure."""
    if table != "three":
        return rectangle_table(doc, table)
    rows = [[NOTE, "申请人情况", "", "", "", "", "", ""], ["", "自然人", "法人或其他组织", "", "", "", "", "总计"],
            ["", ""] + ORGANISATION_LABELS + [""]]
    cut = False
    for row in request_rows(doc.form):
        v = doc.values(row)
        if row.line == "granted":
            rows += [[row.top[:-2], row.label] + [""] * 6, [""] + v, []]
            cut = True
        elif not cut:
            rows.append([row.top] + v)
        elif row.line == "partiallyGranted":
            rows.append(["结果", row.label, "", "", ""] + v + v[-1:])
        elif row.kind == "sub":
            rows.append(["", row.group, row.label, "", "", ""] + v + v[-1:])
        else:
            rows.append([row.label or row.top, "", "", "", ""] + v + v[-1:] * 2)
    return tabs(rows)


def shifted_last(doc, table):
    """Rows end in an empty cell; the last sub-line has slid to the first column."""
    if table != "three":
        return rectangle_table(doc, table)
    rows = narrow_header()
    for row in request_rows(doc.form):
        v = doc.values(row)
        rows.append([row.label, ""] + v + [""] if row.line in ("otherHandling.other", "resolved") else narrow_row(row, v))
    return tabs(rows)


def worn_cells(doc):
    """One cell per line, with no-break spaces and a label that slid down behind empty lines."""
    text = plain_text(doc, cells_table, gap="\n")
    text = text.replace("一、总体", "一、\u00a0总体", 1)
    return text.replace("\t三、本年度办理结果", "\t\u00a0\n" + "\u00a0\n" * 11 + "三、本年度办理结果", 1)


def five_organs():
    """organ, district, year, table two besides zeros, facts, planted, title, preface, general, problems, other, sign, writer"""
    sections = "{}统计期自{y}年1月1日起至{y}年12月31日止。"
    return [
        ("洛龙区卫生健康委员会", "410311", 2024, {"licensing": (3602,), "penalties": (151,), "fees": (167.4792,)},
         {"published.total": 55, "licensing.decisions": 3602, "penalties.decisions": 151, "requests.received": 0,
          "processingFee.yuan": 0}, [], "洛龙区卫生健康委员会 2024 年政府信息公开工作年度报告", [RESET],
         ["2024 年主动公开信息 55 项。", "执法方面，行政许可 3602 家，行政处罚 151 件。", "全年没有收到政府信息公开申请。"],
         ["示例省去问题与措施的文字。"], ["2024 年没有收取信息处理费。"], [], lambda d: plain_text(d, shifted_last, lead="\n\n")),
        ("瀍河回族区卫生健康委员会", "410304", 2025, {"fees": (41.36,)},
         {"published.wechat": 207, "penalties.decisions": 20, "licensing.decisions": 970, "training.sessions": 12,
          "requests.received": 0, "processingFee.yuan": 0}, ["narrative-table", "table-shape"],
         "瀍河回族区卫生健康委员会 2025 年政府信息公开工作年度报告", [RESET],
         ["（一）主动公开。2025年，微信公众号发布信息207条；举办培训12场。行政处罚20起，行政审批970项，结果均作公示。",
          "（二）依申请公开。2025年没有收到政府信息公开申请。"],
         ["问题分析部分未录入。"], ["2025年度信息处理费：没有收取。"], [], lambda d: plain_text(d, lost_column, lead="\n\n")),
        ("山亭区卫生健康局", "370406", 2024, {"penalties": (32,)},
         {"published.website": 242, "published.wechat": 724, "wechat.followers": 69300, "requests.received": 0,
          "proposals.total": 22, "proposals.deputies": 6, "proposals.members": 16, "processingFee.yuan": 0},
         ["narrative-sum", "table-shape"], "",
         [RESET, "以下是山亭区卫生健康局2024年政府信息公开工作年度报告的内容，" + sections.format("", y=2024)],
         ["2024年，区政府网站发布信息242条。", "微信公众号发布文章724篇，关注人数69300人。", "2024年没有收到政府信息公开申请。"],
         ["上一年问题的改进和本年的问题，示例不录。"],
         ["2024年收取信息处理费0元。",
          "建议提案合计22件。人大代表建议6件，主办5件、协办1件；政协提案16件，独办1件、主办12件、协办4件。"], [],
         lambda d: plain_text(d, lost_labels, lead="\n\n")),
        ("卫东区卫生健康委员会", "410403", 2021, {},
         {"published.total": 155, "published.website": 12, "published.column": 17, "published.wechat": 126,
          "requests.received": 0}, ["table-shape"], "卫生健康委员会2021年政府信息公开工作年度报告",
         [RESET, sections.format("报告机关为卫东区卫生健康委员会，", y=2021)],
         ["2021年发布信息155条，其中政府网站12条，信息公开专栏17条，微信公众号126条。", "2021年没有收到政府信息公开申请。"],
         ["不足与打算，示例从略。"], ["无。"], [], lambda d: plain_text(d, page_cut, lead="\n\n")),
        ("浑江区卫生健康局", "220602", 2023, {"licensing": (116,)}, {"published.total": 22, "published.wechat": 103},
         ["signed-early"], "浑江区卫生健康局2023年政府信息公开工作年度报告",
         [RESET, sections.format("浑江区卫生健康局的年度数据，", y=2023)],
         ["2023年在区政府信息公开目录主动公开信息22条。", "另有微信公众号发布信息103篇。"], ["原报告三个方面的不足没有转写。"],
         ["下一年的打算见原报告。"], ["浑江区卫生健康局", "2023年12月31日"], worn_cells),
    ]


def real_filings():
    yield from zone_filings()
    for organ, district, year, two, facts, planted, title, preface, general, problems, other, sign, write in five_organs():
        stems = {"regulations": 3, "normativeDocuments": 3, "licensing": 1, "penalties": 1, "coercion": 1, "fees": 1}
        proactive = {stem: two.get(stem, (0,) * n) for stem, n in stems.items()}
        measures = real_measures(year, {}, [Z5] * 3, proactive)
        if organ.startswith("瀍河"):
            measures |= {c: None for c in measures if c.endswith(".otherOrganisation")}
            measures |= {f"requests.{r.line}.total": None for r in request_rows("2021") if r.kind == "sub"}
        if organ.startswith("山亭"):
            mains = [r.line for r in request_rows("2021") if r.kind != "sub"]
            measures |= {f"requests.{line}.total": None for line in mains}
        filing = Filing(organ, district, year, measures, facts, planted)
        doc = Document("2021", title, preface, general, problems, other, sign,
                       {c: real_text(c, v) for c, v in measures.items()}, facts, real=True)
        yield f"real/{organ}/{year}.txt", filing, doc, write(doc)


# ---------------------------------------------------------------------------------------------- planted cases

CASES = []  # (case, file, figures, rules) for the README, in the order in which they are planted
ZERO_MARKS = {  # (organ, year): how its zeros are printed
    ("松泉区教育局", 2023): "slash", ("望川县卫生健康局", 2020): "slash", ("北渡区教育局", 2020): "slash",
    ("青岚区教育局", 2022): "applicants", ("白渡区卫生健康局", 2021): "applicants", ("石桥县教育局", 2023): "details",
}


def path_of(filing, suffix=""):
    ending = layout_of(filing)[1]
    if filing.department is None:
        return f"{CITY}/{filing.organ}/{filing.year}{suffix}.{ending}"
    return f"{CITY}/{filing.place.name}/{filing.organ}/{filing.year}{suffix}.{ending}"


def case(name, filing, figures, rules, suffix=""):
    CASES.append((name, path_of(filing, suffix), figures, rules))
    for rule in rules:
        if rule not in filing.planted:
            filing.planted.append(rule)


def plant_history(filings, find):
    for organ, year, later in (("望川县教育局", 2022, 2023), ("石桥县卫生健康局", 2020, 2021)):
        case("missing year", find(organ, later), f"no filing of {organ} for {year}; the finding belongs to {later}",
             ["year-gap"])
    empty = [f for f in filings if f.department and f.facts["requests.received"] + f.facts["requests.carriedOver"] == 0]
    for filing in sorted(empty, key=lambda f: (f.organ, f.year)):
        case("empty year", filing, "no requests received or carried over: table three is all zero, rates are 0/0", [])
    now, before = find("松泉区自然资源局", 2024), find("松泉区自然资源局", 2023)
    n, o = (f.measures[f"requests.{c}.naturalPerson"] for f, c in ((now, "carriedOver"), (before, "carriedForward")))
    case("carry-over does not match", now,
         f"自然人: 2024 carried over {n}, 2023 carried forward {o}; 总计 likewise; each filing balances", ["carry-over"])
    city = [find(CITY + "人民政府", y) for y in (2024, 2023)]
    n, o = (f.measures[f"requests.{c}.total"] for f, c in zip(city, ("carriedOver", "carriedForward")))
    case("consequence of the case above", city[0], f"总计: 2024 carried over {n}, 2023 carried forward {o}", ["carry-over"])
    for department in DEPARTMENTS:
        kept, ended, new = (find(p + department.name, y) for p, y in (("白渡区", 2022), ("北渡区", 2022), ("白渡区", 2023)))
        a, b = (f.measures["requests.carriedForward.total"] for f in (kept, ended))
        case("merger, nothing wrong", new,
             f"carried over {new.measures['requests.carriedOver.total']} = {a} of {kept.organ} + {b} of {ended.organ}, "
             "both 2022; documents in force likewise", [])


def plant_errors(find):
    """Errors inside one filing. Changes what is printed, after the city's sums are made."""
    f = find("临汀区住房和城乡建设局", 2023)
    table = f.measures["proactive.penalties.decisions"]
    f.facts["penalties.decisions"] = table + 27
    case("prose contradicts table", f, f"行政处罚: prose {table + 27}, table {table}", ["narrative-table"])

    f = find("临汀区自然资源局", 2020)
    m = f.measures
    m["requests.granted.naturalPerson"] += 2
    m["requests.granted.total"] += 2
    parts = [sum(m[f"requests.{x}.{a}"] for x in outcome_lines("2019")) for a in ("naturalPerson", "total")]
    case("parts do not add up to （七）", f,
         f"自然人: parts {parts[0]}, （七） {m['requests.resolved.naturalPerson']}; hence 总计: {parts[1]} and "
         f"{m['requests.resolved.total']}; every line adds up", ["requests-resolved-sum"])

    f = find("望川县住房和城乡建设局", 2020)
    m = f.measures
    right = m["requests.partiallyGranted.total"]
    m["requests.partiallyGranted.total"] = right + 3
    case("applicants do not add up to the line's total", f,
         f"（二）部分公开: applicants {right}, 总计 {right + 3}; the column 总计 therefore misses （七） by 3 too",
         ["requests-applicant-sum", "requests-resolved-sum"])

    f = find("石桥县住房和城乡建设局", 2022)
    amount = f.measures["proactive.fees.amount"]
    f.measures["proactive.fees.amount"] = round(amount * 10000)
    case("fees printed in 元 under 万元", f, f"printed {round(amount * 10000)}, meant {amount:.4f} 万元", ["fees-unit"])
    city = find(CITY + "人民政府", 2022)
    case("consequence of the case above", city,
         f"行政事业性收费 {city.measures['proactive.fees.amount']:.4f} holds the amount that was meant", ["parent-children"])


def text_of(filing):
    """What is printed in every cell, and the truth that follows from it: nil marks are 0, empty cells null."""
    how, text, truth = ZERO_MARKS.get((filing.organ, filing.year)), {}, {}
    empty = {line for line in outcome_lines(filing.form) if not filing.measures[f"requests.{line}.total"]}
    for code in form_codes(filing.form):
        value = filing.measures[code]
        text[code], truth[code] = printed(code, value), value
        if code == "proactive.fees.amount" and "fees-unit" in filing.planted:
            text[code] = str(value)
        if value != 0 or how is None:
            continue
        line = code.removeprefix("requests.").rpartition(".")[0] if code.startswith("requests.") else None
        inner = line and not code.endswith(".total") or code.startswith("review.") and not code.endswith(".total")
        if how == "slash" and (line or code.startswith("review.")):
            text[code] = "/"
        elif how in ("applicants", "details") and inner or how == "details" and line in empty:
            text[code], truth[code] = "", None
    return text, truth


def blank_cases(find):
    told = {"slash": "zeros of tables three and four printed as /: they are 0",
            "applicants": "zeros of tables three and four left empty except in 总计: null, the identities give 0",
            "details": "zeros of tables three and four left empty, and the 总计 of outcomes without a case: null, the identities give 0"}
    for (organ, year), how in sorted(ZERO_MARKS.items()):
        case("zero printed as " + ("/" if how == "slash" else "blank"), find(organ, year), told[how], [])


# ---------------------------------------------------------------------------------------------- the two texts beside

def project_text():
    lines = ["# 示例项目文件 / project file of the samples",
             "# 900000 起的代码全部虚构，不属于 GB/T 2260。/ Codes from 900000 are invented, not part of GB/T 2260.",
             "# 平潭综合实验区不是行政区划，位于平潭县（350128）。/ The zone is no division of its own; it lies in 350128.",
             "", "districts:",
             f'  - {{code: "900000", name: {PROVINCE}, level: province, province: {PROVINCE}}}',
             f'  - {{code: "{CITY_CODE}", name: {CITY}, level: prefecture, parent: "900000", province: {PROVINCE}, prefecture: {CITY}}}']
    for place in sorted(PLACES, key=lambda p: p.code):
        entry = f'code: "{place.code}", name: {place.name}, level: county, parent: "{CITY_CODE}", province: {PROVINCE}, prefecture: {CITY}'
        if place.name in MERGED_INTO:
            into = next(p for p in PLACES if p.name == MERGED_INTO[place.name])
            lines.append(f"  # {MERGER} 年并入{into.name} / joined to {into.name} in {MERGER}")
            entry += f', last: {place.last}, successors: ["{into.code}"]'
        lines.append(f"  - {{{entry}}}")
    lines += ["  # 无代码：该区的报告归入 350128 / without a code: its filings get the district 350128",
              f'  - {{name: {ZONE}, level: functionalZone, within: "350128", province: 福建省, prefecture: 福州市}}',
              "", "# 各文件的机关、地区、年度都能从正文认出，无需更正。/ Every file tells its organ, area and year: nothing to override.",
              "overrides: []", ""]
    return "\n".join(lines)


README = """# Samples

Inputs for the README of the project, for the tests and for newcomers: {files} filings, real and invented.

    tongjian report Samples --output bundle

| path | what it is | source of the figures |
|---|---|---|
| `real/平潭综合实验区/2019.txt` … `2025.txt` | one organ, seven years, both generations of the form | 平潭综合实验区, annual reports for 2019 to 2025 |
| `real/洛龙区卫生健康委员会/2024.txt` | the last sub-line slid to the first column | 洛龙区卫生健康委员会, annual report for 2024 |
| `real/瀍河回族区卫生健康委员会/2025.txt` | the applicant column 其他 lost, in sub-lines the total too; prose (20 penalties, 970 approvals) contradicts the table (0 and 0) | 瀍河回族区卫生健康委员会, annual report for 2025 |
| `real/山亭区卫生健康局/2024.txt` | no title; labels of the sub-lines lost, totals of the main lines blank; 16 proposals stated as 1 + 12 + 4 | 山亭区卫生健康局, annual report for 2024 |
| `real/卫东区卫生健康委员会/2021.txt` | no district in the title; a page end inside table three, wider rows, a repeated figure | 卫东区卫生健康委员会, annual report for 2021 |
| `real/浑江区卫生健康局/2023.txt` | one cell per line, no-break spaces; signed on 31 December of the reporting year | 浑江区卫生健康局, annual report for 2023 |
| `云溪市/<district>/<organ>/<year>.txt` or `.md` | **fictional**: six districts, until 2022 seven; five organs each, 2019 to 2025 | invented |
| `云溪市/云溪市人民政府/2021.txt` … `2025.txt` | **fictional**: the whole-area filing, sum of the organs that filed | invented |
| `tongjian.yml` | the fictional divisions and the zone 平潭综合实验区 | |

## Real figures
The figures are those that the organs published; the tables are set again and the prose is ours, kept to the facts.
Of the zone's table two only certain cells are filled, the others are empty: the source runs its cells together.
In 2023 and 2024 table three is run together here too (`801000081` is 80 1 0 0 0 0 81; in 2024 without line breaks);
the identities leave one reading. In 2020 the parts of 自然人 add up to 26 against 20 in （七）, 总计 to 27 against 21, as published.
In 2022 the prose counts 75 requests: 74 new and 1 carried over, which is no contradiction.

## 云溪市 is fictional
云溪市, its districts and counties, organs, figures and sentences are invented, and so is 虚构省. Every file says so.
北渡区 (900106) ends in 2022; from 2023 白渡区 (900102) does its business, takes over what its organs carried forward
and its documents in force. Requests grow fastest in 青岚区; the disclosed share of 石桥县 falls from the middle to the lowest of all.
Layout by organ, one of five: {layouts}. The city's filings are full rectangles.

| {corner} |
|{rule}|
{grid}

## Planted cases
Everything else satisfies the identities of the form, between years too. `—`: not an error, but a case to treat rightly.

| case | file | figures | rule |
|---|---|---|---|
{cases}

The expected figures of every file are in `Tests/EndToEndTests/Fixtures/samples-truth.jsonl`.

## Making them again
    python3 Tests/Tools/make_samples.py            # writes this folder and the truth
    python3 Tests/Tools/make_samples.py --check    # compares only

The same bytes every time. Do not edit the files by hand.

## Licence
Figures are facts and belong to nobody. The prose and the arrangement are ours and under the licence of the project.
"""


def readme_text(count):
    grid = []
    for place in PLACES:
        rows = [LAYOUTS[(PLACES.index(place) + i) % 5][0] for i in range(len(DEPARTMENTS))]
        grid.append(f"| {place.name} | " + " | ".join(rows) + " |")
    cases = [f"| {name} | `{path}` | {figures} | {', '.join(f'`{r}`' for r in rules) or '—'} |"
             for name, path, figures, rules in CASES]
    return README.format(files=count, layouts="; ".join(x[0] for x in LAYOUTS),
                         corner="district | " + " | ".join(d.name for d in DEPARTMENTS),
                         rule="---|" * 5 + "---", grid="\n".join(grid), cases="\n".join(cases))


# ---------------------------------------------------------------------------------------------- checks

def identity_failures(filing):
    """Identities of table three and four that the figures fail: {(rule, where)}."""
    m, out = filing.measures, set()
    lines = outcome_lines(filing.form)
    for a in APPLICANTS:
        column = {r.line: m[f"requests.{r.line}.{a}"] for r in request_rows(filing.form)}
        if None in column.values():
            continue
        if column["received"] + column["carriedOver"] != column["resolved"] + column["carriedForward"]:
            out.add(("requests-balance", a))
        if sum(column[x] for x in lines) != column["resolved"]:
            out.add(("requests-resolved-sum", a))
    for row in request_rows(filing.form):
        values = [m[c] for c in row.codes()]
        if None not in values and sum(values[:-1]) != values[-1]:
            out.add(("requests-applicant-sum", row.line))
    for review in REVIEWS:
        values = [m[f"review.{review}.{r}"] for r in RESULTS]
        if sum(values[:-1]) != values[-1]:
            out.add(("review-sum", review))
    return out


def predecessors(filing, index):
    """The filings of the year before whose business this one continues; None where one is missing."""
    organs = [filing.organ]
    if filing.year == MERGER and filing.place and filing.place.name in MERGED_INTO.values():
        organs += [o + filing.department.name for o, n in MERGED_INTO.items() if n == filing.place.name]
    found = [index.get((o, filing.year - 1)) for o in organs]
    return None if None in found else found


def chain_failures(filing, index):
    """Rules across years that fail, as set of rule ids."""
    before, out = predecessors(filing, index), set()
    if not before:
        return out

    def was(code):
        values = [b.measures.get(code) for b in before]
        return None if None in values else sum(values)
    m = filing.measures
    for a in APPLICANTS:
        pair = m[f"requests.carriedOver.{a}"], was(f"requests.carriedForward.{a}")
        if None not in pair and pair[0] != pair[1]:
            out.add("carry-over")
    if filing.form == before[0].form == "2021":
        code = "proactive.normativeDocuments."
        terms = [was(code + "inForce"), m[code + "issued"], m[code + "repealed"], m[code + "inForce"]]
        if None not in terms and terms[0] + terms[1] - terms[2] != terms[3]:
            out.add("stock-flow")
    elif filing.form == "2019":
        code = "proactive.normativeDocuments."
        terms = [was(code + "disclosedTotal"), m[code + "newlyDisclosed"], m[code + "disclosedTotal"]]
        if None not in terms and terms[0] + terms[1] != terms[2]:
            out.add("form-chain")
        for stem in ("licensing", "otherServices", "penalties", "coercion", "fees"):
            terms = [was(f"proactive.{stem}.itemsLastYear"), was(f"proactive.{stem}.itemsChange"),
                     m[f"proactive.{stem}.itemsLastYear"]]
            if None not in terms and terms[0] + terms[1] != terms[2]:
                out.add("form-chain")
    return out


def readings(digits, cells=7):
    """All ways to cut a run of digits into counts without leading zeros whose last is the sum of the others."""
    def cut(rest, left):
        if left == 1:
            if rest == "0" or rest and rest[0] != "0":
                yield (int(rest),)
            return
        for n in range(1, 2 if rest[:1] == "0" else len(rest) - left + 2):
            yield from ((int(rest[:n]), *tail) for tail in cut(rest[n:], left - 1))
    return [c for c in cut(digits, cells) if sum(c[:-1]) == c[-1]]


def glued_readings(doc):
    """How many readings of the whole glued table the identities allow."""
    per_line = {r.line: readings("".join(doc.values(r))) for r in request_rows(doc.form)}
    sums = Counter({(0,) * 7: 1})
    for line in outcome_lines(doc.form):
        step = Counter()
        for (have, ways), row in itertools.product(sums.items(), per_line[line]):
            step[tuple(a + b for a, b in zip(have, row))] += ways
        sums = step
    heads = itertools.product(*(per_line[x] for x in ("received", "carriedOver", "resolved", "carriedForward")))
    return sum(sums[res] for rec, over, res, fwd in heads
               if all(a + b == c + d for a, b, c, d in zip(rec, over, res, fwd)))


def number_cells(text):
    """Every cell of the tables that is nothing but a figure or a nil mark, in order."""
    cells = [c.strip() for line in text.splitlines() for c in re.split(r"\t|\||\s{2,}", line)]
    return [c for c in cells if re.fullmatch(r"-?\d+(\.\d+)?元?|/", c)]


def sentences(doc):
    text = "。".join(doc.general + doc.problems + doc.other)
    return [re.sub(r"\d+", "#", s).strip() for s in re.split(r"[。；]", text) if s.strip()]


RESIDUE = re.compile(r"\{|\}|TODO|None|nan|lorem|�|\[bookmark|/(home|root|tmp|usr)/", re.I)


def verify(written, index, files):
    """All that must hold, with every failure named."""
    bad = []
    for path, (filing, doc, text, truth) in written.items():
        expected = set(filing.planted)
        broken = {rule for rule, _ in identity_failures(filing)} | chain_failures(filing, index)
        rules = {"requests-balance", "requests-resolved-sum", "requests-applicant-sum", "review-sum", "carry-over",
                 "stock-flow", "form-chain"}
        if broken != expected & rules:
            bad.append(f"{path}: fails {sorted(broken)}, planted {sorted(expected & rules)}")
        if list(truth) != form_codes(filing.form):
            bad.append(f"{path}: codes of the form incomplete")
        glued = filing.organ == ZONE and filing.year in GLUED_YEARS
        if glued and glued_readings(doc) != 1:
            bad.append(f"{path}: {glued_readings(doc)} readings")
        if not glued and not filing.organ.startswith("卫东"):
            order = [c for kind, _, cells in proactive_rows(doc.form) if kind == "line" for c in cells]
            order += [c for r in request_rows(doc.form) for c in r.codes()] + review_codes()
            if number_cells(text) != [doc.text[c] for c in order if doc.text[c]]:
                bad.append(f"{path}: the printed cells are not the figures")
        if not doc.real and ("虚构" not in text or not 4800 <= len(text.encode()) <= 11_500):
            bad.append(f"{path}: {len(text.encode())} bytes, or not marked as fictional")
        for kind, value in doc.stated.items():
            if value and str(value) not in re.findall(r"\d+", "".join(doc.general + doc.other)):
                bad.append(f"{path}: prose without {kind} {value}")
            twin = {"licensing.decisions": "proactive.licensing.decisions", "penalties.decisions": "proactive.penalties.decisions",
                    "requests.received": "requests.received.total"}.get(kind)
            if twin and filing.measures[twin] not in (value, None) and "narrative-table" not in expected:
                bad.append(f"{path}: prose {kind} {value}")
        before = [w for w in written.values() if w[0].organ == filing.organ and w[0].year == filing.year - 1]
        if before:
            mine, theirs = sentences(doc), set(sentences(before[0][1]))
            if sum(s in theirs for s in mine) > .3 * len(mine):
                bad.append(f"{path}: repeats last year's sentences")
    for year in range(2021, 2026):
        parts = [w[0] for w in written.values() if w[0].year == year and w[0].department]
        parts = list({f.organ: f for f in parts}.values())  # a corrected filing follows the first
        city = index[(CITY + "人民政府", year)]
        for code in form_codes("2021"):
            total = sum(f.measures[code] for f in parts)
            meant = code == "proactive.fees.amount" and "parent-children" in city.planted
            if abs(total - city.measures[code]) > 1e-6 and not meant:
                bad.append(f"{CITY} {year}: {code} {city.measures[code]}, organs {total}")
    for path, text in files.items():
        data = text.encode("utf-8")
        if RESIDUE.search(text) and not path.endswith((".yml", "README.md")) or b"\r" in data or not text.endswith("\n"):
            bad.append(f"{path}: residue or line ends")
    size = sum(len(t.encode()) for t in files.values())
    if size > LARGEST_FOLDER:
        bad.append(f"Samples/ holds {size} bytes")
    return bad


# ---------------------------------------------------------------------------------------------- main

def corrected(filing):
    """The first, mistaken publication of a filing that was published again with one figure changed."""
    first = Filing(filing.organ, filing.district, filing.year, dict(filing.measures), filing.facts, [],
                   filing.place, filing.department)
    code = "proactive.coercion.decisions"
    first.measures[code] += 4
    figures = f"行政强制: first {first.measures[code]}, corrected {filing.measures[code]}"
    case("two filings for one organ and year", first, figures, ["duplicate-report"])
    case("two filings for one organ and year", filing, figures + "; the city's sum uses the corrected one",
         ["duplicate-report"], "-2")
    return first


def build():
    """(written: path -> (filing, document, text, truth), index by organ and year)."""
    CASES.clear()
    organs = invented_filings()
    filings = organs + city_filings(organs)
    index = {(f.organ, f.year): f for f in filings}

    def find(organ, year):
        return index[(organ, year)]
    plant_history(filings, find)
    plant_errors(find)
    again = find("青岚区住房和城乡建设局", 2024)
    first = corrected(again)
    blank_cases(find)
    written = {}
    for path, filing, doc, text in real_filings():
        index[(filing.organ, filing.year)] = filing
        written[path] = (filing, doc, text, {c: filing.measures[c] for c in form_codes(filing.form)})
    for filing in filings:
        copies = [(first, ""), (again, "-2")] if filing is again else [(filing, "")]
        for copy, suffix in copies:
            text, truth = text_of(copy)
            doc = compose(copy, text)
            if suffix:
                doc.title += "（更正）"
                doc.preface.append("本报告首次公布后发现一处数字有误，现更正后重新公布，以此件为准。")
            written[path_of(copy, suffix)] = (copy, doc, layout_of(copy)[2](doc), truth)
    return written, index


def truth_text(written):
    lines = []
    for path in sorted(written):
        filing, doc, _, truth = written[path]
        entry = {"source": path, "organ": filing.organ, "district": filing.district, "year": filing.year,
                 "form": filing.form, "measures": truth, "facts": [{"kind": k, "value": v} for k, v in doc.stated.items()], "planted": sorted(filing.planted)}
        lines.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":")))
    return "\n".join(lines) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--check", action="store_true", help="compare with the files on disk, write nothing")
    check = options.parse_args().check
    written, index = build()
    files = {path: entry[2] for path, entry in written.items()}
    files["README.md"], files["tongjian.yml"] = readme_text(len(written)), project_text()
    bad = verify(written, index, files)
    if bad:
        sys.exit("\n".join(bad[:40] + [f"{len(bad)} failures, nothing written"]))
    target = {SAMPLES / p: t.encode() for p, t in files.items()} | {TRUTH: truth_text(written).encode()}
    if check:
        present = {p for p in SAMPLES.rglob("*") if p.is_file()} | {TRUTH}
        wrong = sorted(str(p.relative_to(ROOT)) for p in present | set(target)
                       if p not in target or not p.is_file() or p.read_bytes() != target[p])
        sys.exit("\n".join(["Differs from what the generator writes:"] + wrong) if wrong else 0)
    for folder in ("real", CITY):
        shutil.rmtree(SAMPLES / folder, ignore_errors=True)
    for path, data in target.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    size = sum(len(t.encode()) for t in files.values())
    print(f"{len(written)} filings, {size} bytes in Samples/, {len(target[TRUTH])} bytes of truth")


if __name__ == "__main__":
    main()
