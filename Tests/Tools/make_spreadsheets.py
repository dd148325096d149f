#!/usr/bin/env python3
"""Writes the spreadsheets of Tests/EndToEndTests/Fixtures as a spreadsheet program does. Needs openpyxl; the files are
kept, so the tests need neither."""
import datetime
import io
import pathlib
import re
import zipfile

import openpyxl

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "EndToEndTests/Fixtures"
HEAD = ["序号", "单位名称", "行政区划", "年度", "收到申请\n（件）", "上年结转", "收费（元）", "发布日期", "备注"]


def save(book, name):
    """The same bytes on every run: no clock in the properties or in the archive."""
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2025-01-01T00:00:00Z", old.read(entry))
            new.writestr(zipfile.ZipInfo(entry.filename, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def statistics():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "说明"
    sheet.append(["本表由各单位填报"])
    sheet = book.create_sheet("汇总")
    sheet.append(["政府信息公开情况统计表"])
    sheet.merge_cells("A1:I1")
    sheet.append(HEAD)
    sheet.append([1, "洛龙区教育局", "洛龙区", 2024, 12, 0, 12500.5, datetime.date(2025, 1, 20), "甲"])
    sheet.append([2, "洛龙区卫生健康委员会", 410311, "2024年", "１,234", "/", None, "2025-01-22", ""])
    sheet.append([3, "鼓楼区教育局", "福州市鼓楼区", 2020, 7, "", 0, None, "=1+2"])
    sheet.append([4, "鼓楼区教育局", "福州市鼓楼区", 2024, 9, None, 0.1 + 0.2, None, "@SUM(A1)"])
    sheet.append(["", "合计", "", "", 1262, 0, "", "", ""])
    save(book, "statistics.xlsx")
    sheet["E3"], sheet["E4"], sheet["C5"], sheet["D3"], sheet["F5"], sheet["G6"] = "12a", "#N/A", "鼓搂区", 45292, True, "=3+4"
    save(book, "statistics-mistakes.xlsx")


def own():
    book = openpyxl.Workbook()
    sheet = book.active
    kinds = ["naturalPerson", "enterprise", "researchInstitute", "publicInterest", "legalService", "otherOrganisation", "total"]
    sheet.append(["organ", "district", "year", *("requests.received." + kind for kind in kinds), "备注"])
    sheet.append(["洛龙区教育局", "410311", 2023, 3, 0, 0, 0, 0, 0, 3, ""])
    sheet.append(["洛龙区教育局", "410311", 2024, 4, 0, 0, 0, 0, 0, 5, "x"])
    save(book, "own.xlsx")


statistics()
own()
