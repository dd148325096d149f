#!/usr/bin/env python3
"""Writes the small inputs from which fuzzing starts: Tests/Fuzzing/Corpus. Names that begin with `regression-` are not
touched: those inputs were found and are kept. Needs nothing but Python."""
import io
import pathlib
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "Tests/Fuzzing/Corpus"
SAMPLE = ROOT / "Samples/云溪市/望川县"

LINES = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（七）总计", "四、结转下年度继续办理"]
TITLE = "洛龙区教育局2024年政府信息公开工作年度报告"
PROSE = "2024年，全年主动公开信息1.2万条，其中微信公众号发布126条；收到申请75件，办结74件。"


def table(separator):
    rows = [[line] + [str(n)] * 7 for line, n in zip(LINES, (3, 0, 2, 3, 0))]
    return "\n".join(separator.join(row) for row in rows)


def write(reader, name, content):
    folder = CORPUS / reader
    folder.mkdir(parents=True, exist_ok=True)
    # Without an ending: readers go by content, and some of these are no clean text of their kind.
    (folder / name.split(".")[0]).write_bytes(content.encode() if isinstance(content, str) else content)


def archive(entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in entries.items():
            package.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, method)
    return out.getvalue()


def texts():
    filing = f"{TITLE}\n\n一、总体情况\n{PROSE}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n{table(chr(9))}\n\n2025年1月20日\n"
    write("text", "tabs.txt", filing)
    write("text", "gb18030.txt", filing.encode("gb18030"))
    write("text", "utf16.txt", filing.encode("utf-16"))
    write("text", "lines.txt", filing.replace("\t", "\n"))
    write("text", "spaces.txt", filing.replace("\t", "    "))
    write("text", "glued.txt", f"{TITLE}\n" + table(""))
    write("text", "whole.txt", (SAMPLE / "望川县人民政府办公室/2022.txt").read_bytes())
    write("text", "whole-2019.txt", (SAMPLE / "望川县卫生健康局/2019.txt").read_bytes())
    write("markdown", "pipes.md", f"# {TITLE}\n\n{PROSE}\n\n|项目|总计|\n|---|---|\n" + "\n".join("|" + l + "|" for l in table("|").split("\n")))
    write("markdown", "whole.md", (SAMPLE / "望川县自然资源局/2024.md").read_bytes())


def pages():
    rows = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in l.split("\t")) + "</tr>" for l in table("\t").split("\n"))
    write("html", "page.html", f"<!DOCTYPE html><html><head><meta charset=gbk><title>{TITLE}</title><meta name=PubDate content='2025-01-20'></head><body><nav>首页</nav><p>{PROSE}</p><table border=1>{rows}</table></body></html>")
    write("html", "spans.html", "<table><tr><td rowspan=2 colspan=3>规章</td><td>1</td></tr><tr><td><table><tr><td>2</td></tr></table></td></tr></table>")
    write("html", "nesting.html", "<p>甲</p>" + "<div>" * 300 + "</div>" * 300 + "<p>乙</p>")
    write("html", "entities.html", "<!DOCTYPE html [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><html><body>&a;&nbsp;&#x4E00;&#99999999;</body></html>")


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def documents():
    def cell(text, extra=""):
        return f"<w:tc><w:tcPr>{extra}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    body = f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p><w:tbl>"
    for line in table("\t").split("\n"):
        body += "<w:tr>" + "".join(cell(c) for c in line.split("\t")) + "</w:tr>"
    body += "</w:tbl>"
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    entries = {"[Content_Types].xml": types, "word/document.xml": document}
    write("docx", "stored.docx", archive(entries, zipfile.ZIP_STORED))
    write("docx", "packed.docx", archive(entries))
    spans = document.replace("<w:tcPr></w:tcPr>", '<w:tcPr><w:gridSpan w:val="3"/><w:vMerge w:val="restart"/></w:tcPr>', 4)
    write("docx", "part.xml", document)
    write("docx", "spans.docx", archive({"word/document.xml": spans}, zipfile.ZIP_STORED))
    write("docx", "cut.docx", archive(entries)[:-30])
    write("zip", "filings.zip", archive({"a/2024.txt": TITLE + "\n" + table("\t"), "../b.txt": TITLE, "c.docx": archive(entries)}))
    write("zip", "stored.zip", archive({"2024.txt": TITLE + "\n" + table("\t")}, zipfile.ZIP_STORED))


def word_boxes():
    head = "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    rows = [f"5\t1\t0\t0\t{i}\t{j}\t{60 + 50 * j}.5\t{100 + 20 * i}\t40\t10.5\t100\t{word}"
            for i, line in enumerate(table("\t").split("\n")) for j, word in enumerate(line.split("\t"))]
    write("pdf-words", "table.tsv", head + "\n".join(rows) + "\n")
    write("pdf-words", "extremes.tsv", head + "5\t1e300\t0\t0\t0\t0\t-1e300\tnan\tinf\t0\t1\t甲\n5\t2\t0\t0\t0\t0\t1e18\t1\t1\t1\t1\t乙\n")


def parsed():
    head = "schema,source,sha256,format,organ,function,level,district,districtCandidates,year,form"
    codes = "requests.received.total,requests.received.naturalPerson,proactive.fees.amount"
    write("csv", "own.csv", f"{head},{codes}\ntongjian.filing/1,a/2024.txt,00,text,洛龙区教育局,教育,county,410311,,2024,2021,3,3,1.5\n")
    write("csv", "quoted.csv", f'{head},{codes}\ntongjian.filing/1,"a,""b"".txt",00,text,"\'=甲\n局",,,,350102 320106,,,,,\n')
    write("jsonl", "own.jsonl", '{"schema": "tongjian.filing/1", "source": "a/2024.txt", "organ": "洛龙区教育局", "district": "410311", "year": 2024, "form": "2021", "measures": {"requests.received.total": 3, "proactive.fees.amount": 1.25, "requests.granted.total": null}, "derived": {"requests.granted.total": 0}, "facts": [{"kind": "published.wechat", "value": 126, "unit": "条", "text": "126条", "line": 13}], "cells": {"requests.received.total": {"state": "reported", "text": "3", "line": 4, "column": 2, "candidates": [1]}}, "sections": {"1": {"heading": "一", "text": "甲"}}}\n')
    write("jsonl", "array.json", '[{"schema": "tongjian.filing/1", "source": "a", "measures": {}}, {"schema": "tongjian.filing/1", "source": "b", "year": 200000, "measures": {"x": 1e400}}]')


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(rows, shared=()):
    """Rows of raw cell XML as a workbook with one sheet."""
    data = "".join(f'<row r="{i}">{"".join(row)}</row>' for i, row in enumerate(rows, 1))
    texts = "".join(f"<si><t>{text}</t></si>" for text in shared)
    return {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{data}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{texts}</sst>',
    }


def sheets():
    def inline(text):
        return f'<c t="inlineStr"><is><t>{text}</t></is></c>'

    head = ["单位", "年度", "收到", "收费（元）", "发布日期"]
    mapped = workbook(
        [[f'<c t="s"><v>{i}</v></c>' for i in range(5)],
         [inline("洛龙区教育局"), "<c><v>2024</v></c>", "<c><f>1+2</f><v>3</v></c>", "<c><v>12500.499999999998</v></c>", "<c><v>45677</v></c>"],
         [inline("洛龙区财政局"), inline("2024年"), '<c t="e"><v>#N/A</v></c>', '<c t="b"><v>1</v></c>', ""]], head)
    own = workbook([[inline("organ"), inline("year"), inline("requests.received.total")], [inline("甲局"), "<c><v>2024</v></c>", "<c r='C2'><v>3</v></c>"]])
    write("xlsx", "mapped.xlsx", archive(mapped, zipfile.ZIP_STORED))
    write("xlsx", "packed.xlsx", archive(mapped))
    write("xlsx", "part.xml", mapped["xl/worksheets/sheet1.xml"])
    write("xlsx", "part-own.xml", own["xl/worksheets/sheet1.xml"])
    write("xlsx", "own.xlsx", archive(own, zipfile.ZIP_STORED))
    bomb = dict(own, **{"xl/worksheets/sheet1.xml": '<!DOCTYPE w [<!ENTITY a "99"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c r="XFD1048576" t="s"><v>&b;</v></c></row></sheetData></worksheet>'})
    write("xlsx", "entities.xlsx", archive(bomb, zipfile.ZIP_STORED))
    huge = bytearray(archive(own))
    at = huge.find(b"PK\x01\x02")
    while at >= 0:
        huge[at + 20:at + 28] = b"\xff" * 8
        at = huge.find(b"PK\x01\x02", at + 4)
    write("xlsx", "sizes.xlsx", bytes(huge))
    write("csv", "mapped.csv", "单位,年度,收到,收费（元）,地区\n洛龙区教育局,2024,\"1,234\",１２.5,洛龙区\n鼓楼区教育局,2020年,/,,鼓楼区\n合计,,1234,,\n")
    write("csv", "long.csv", "单位;年度;指标;数值\n甲局;2024;requests.received.total;3\n甲局;2024;收到;4\n")


def mappings():
    write("mapping", "wide.yml", "sheet: 表\nheaderRow: 1\norgan: 单位\nyear: 年度\ndistrict: {value: \"410311\"}\nnil: [/, 无]\nblank: [未报]\nskip: [合计]\nmeasures:\n  requests.received.total: 收到\n  proactive.fees.amount: {header: 备注, factor: 0.0001}\n")
    write("mapping", "long.yml", "files: [a.csv]\norgan: 单位\nyear: {value: 2024}\nmeasure: 备注\nvalue: {column: C}\n")
    write("mapping", "mistakes.yml", "organ: {column: 12, header: x}\nyaer: 年度\nmeasures: {requests.recieved.total: 收到, proactive.fees.amount: {header: x, factor: -1}}\n")


def project():
    write("project", "tongjian.yml", (ROOT / "Samples/tongjian.yml").read_bytes())
    write("project", "overrides.yml", 'overrides:\n  - {source: 2024.txt, year: 2023, district: "350102", organ: 鼓楼区卫生健康局, coverage: wholeArea, publicationDate: 2024-01-30, reason: 来函更正}\n')
    write("project", "mistakes.yml", "districts: [{code: \"12\", name: [甲], level: cuonty}]\noverrides: {source: &a 1}\nfoo: *a\n? [x]\n: y\n")


for make in (texts, pages, documents, word_boxes, parsed, sheets, mappings, project):
    make()
