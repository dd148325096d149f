import Filings
import TestSupport
import Testing

@testable import Parsing

/// Who filed, where, and for which year.
@Suite struct IdentificationTests {
    /// A filing with this title and these paragraphs, and the usual tables.
    private func read(
        _ title: String, _ opening: [String] = [], source: String = "reports/x.txt", closing: [String]? = nil,
        year: Int = 2024
    ) throws -> Filing {
        var sheet = FilingSheet(FilingBuilder(year, organ: "洛龙区教育局", district: nil).filing)
        sheet.title = title
        sheet.opening = opening
        sheet.closing = closing ?? Array(sheet.closing.dropLast())
        return try Reader.read(FilingLayout.narrow.text(sheet), source: source)
    }

    @Test(arguments: [
        ("洛阳市洛龙区教育局2024年政府信息公开工作年度报告", "洛龙区教育局", "410311"),
        ("河南省洛阳市洛龙区教育局2024年政府信息公开工作年度报告", "洛龙区教育局", "410311"),
        ("山亭区卫健局2024年政府信息公开工作年度报告", "山亭区卫生健康局", "370406"),
        ("洛龙区人民政府办公室2024年政府信息公开工作年度报告", "洛龙区人民政府办公室", "410311"),
        ("上海市人民政府办公厅2024年政府信息公开工作年度报告", "上海市人民政府办公厅", "310000"),
        ("福州市鼓楼区教育局2024年政府信息公开工作年度报告", "鼓楼区教育局", "350102"),
        ("南京市鼓楼区教育局2024年政府信息公开工作年度报告", "鼓楼区教育局", "320106"),
    ])
    func organAndDistrict(_ title: String, _ organ: String, _ code: String) throws {
        let filing = try read(title)
        #expect(filing.organ?.name == organ && filing.area.code == code)
        #expect(filing.area.district?.code == code && filing.organ?.level == filing.area.district?.level)
        #expect(filing.evidence.contains { $0.field == .district } && filing.evidence.contains { $0.field == .organ })
    }

    /// Only the signature names the organ, and breaks or spaces it.
    @Test(arguments: ["河南省洛龙区\n\n水务局\n\n2025年1月18日", "洛龙区\n水务局\n2025.1.18", "洛  龙  区  水  务  局\n\n二〇二五年一月十八日"])
    func anOrganThatSignsInPieces(_ signature: String) throws {
        let filing = try read("政府信息公开工作年度报告", closing: ["本年度没有收取信息处理费。", signature])
        #expect(filing.organ?.name == "洛龙区水务局" && filing.area.code == "410311")
        #expect(filing.evidence.contains { $0.field == .organ })
    }

    /// An organ that a ministry leads bears its name.
    @Test func organsOfMinistries() throws {
        let filing = try read(
            "国家税务总局洛阳市洛龙区税务局2024年政府信息公开工作年度报告", ["本报告由国家税务总局洛阳市洛龙区税务局编制。"])
        #expect(filing.organ?.name == "国家税务总局洛阳市洛龙区税务局" && filing.area.code == "410311")
        #expect(filing.organ?.printedNames == ["国家税务总局洛阳市洛龙区税务局"])
    }

    /// One character of the title is wrong, as recognition engines leave it; preamble and signature have the right one.
    @Test(arguments: [
        ("洛阳市洛龙囗教育局", "洛阳市洛龙区教育局", "洛龙区教育局", "410311"), ("洛阳市入民政府", "洛阳市人民政府", "洛阳市人民政府", "410300"),
    ])
    func aMisprintedTitle(_ printed: String, _ own: String, _ organ: String, _ code: String) throws {
        let title = "\(printed)2024年政府信息公开工作年度报告"
        let filing = try read(title, ["本报告由\(own)编制。"], closing: [own, "2025年1月18日"])
        #expect(filing.organ?.name == organ && filing.area.code == code)
        #expect(try read(title).organ?.name != organ, "nothing says what was meant")
    }

    /// Of several organs in the preamble that which wrote the report; a title that breaks within the organ's name.
    @Test func writersAndBrokenTitles() throws {
        let written = try read(
            "政府信息公开工作年度报告\n受长沙市芙蓉区人民政府办公室指导，参照郑州市金水区民政局2023年度报告体例，洛阳市洛龙区教育局编制本报告。")
        #expect(written.organ?.name == "洛龙区教育局" && written.area.code == "410311")
        for title in ["河南省洛龙区教\n\n育局2024年政府信息公开工作年度报告", "洛阳市洛\n\n龙区教育局2024年政府信息公开工作年度报告"] {
            let broken = try read(title)
            #expect(broken.organ?.name == "洛龙区教育局" && broken.area.code == "410311")
        }
        let site = try read("洛龙区人民政府门户网站\n\n洛龙区教育局2024年政府信息公开工作年度报告")
        #expect(site.organ?.name == "洛龙区教育局")
    }

    /// The day on which a report was filled in is no reporting year; digits in brackets are, in a title.
    @Test func theDayOfFilling() throws {
        let opening = ["单位名称（盖章）：洛龙区教育局", "填报时间：2025年1月"]
        #expect(try read("信息公开年报（2024）", opening).year == 2024)
        #expect(try read("信息公开年报", opening + ["2024年召开会议一次。"]).year == 2024)
    }

    /// The table above a page's text names title and publisher.
    @Test func aTableOfThePagesData() throws {
        let head = "索引号\t0031/2025-1\t发布机构\t洛龙区教育局\n名　　称\t洛阳市洛龙区教育局2024年政府信息公开工作年度报告"
        let filing = try read(head)
        #expect(filing.organ?.name == "洛龙区教育局" && filing.year == 2024 && filing.area.code == "410311")
    }

    /// The website's host is named around the text as often as the organ in it.
    @Test func theHostOfAWebsiteIsNoFiler() throws {
        let filing = try read(
            "年度报告-洛龙区人民政府\n来源：洛龙区教育局\n现公布洛龙区教育局2024年政府信息公开工作情况，电子版见洛龙区人民政府网站。\n主办：洛龙区人民政府",
            closing: ["主办单位：洛龙区人民政府", "版权所有：洛龙区人民政府"])
        #expect(filing.organ?.name == "洛龙区教育局" && filing.area.code == "410311")
    }

    @Test func namesakesStayOpenUntilTheTextDecides() throws {
        let title = "鼓楼区教育局2024年政府信息公开工作年度报告"
        let open = try read(title)
        #expect(open.area.code == nil && open.area.candidates.count >= 4 && open.area.candidates.contains("350102"))
        #expect(try read(title, ["我局按照福州市政府的要求开展工作。"]).area.code == "350102")
        #expect(try read(title, source: "reports/320106/x.txt").area.code == "320106")
        #expect(try read(title, ["我局按照福州市政府的要求开展工作。"], source: "reports/320106/x.txt").area.code == "350102")
    }

    /// A character that a recognition engine got wrong is no other place, and no higher one.
    @Test(arguments: [
        ("平谭县教育局", ["350128"]), ("福建省平谭县教育局", ["350128"]), ("湖北省平谭县教育局", []), ("大治市教育局", ["420281"]),
        ("谯城区教育局", nil), ("毫州市教育局", ["341600"]), ("河南省洛阳市洛尤区教育局", ["410311"]), ("福建省坪譚县教育局", []),
        ("洛阳市新城区教育局", nil), ("洛阳市市场监督管理局", nil), ("河南省华阳市盛源区教育局", []), ("坪譚县教育局", nil),
        ("洛阳市城市管理局", nil), ("洛阳市高新区管理委员会", nil), ("洛阳市各县教育局", nil),
    ])
    func aMisprintedPlaceStaysOpen(_ organ: String, _ candidates: [String]?) throws {
        let filing = try read(organ + "2024年政府信息公开工作年度报告")
        let note = filing.notes.first { $0.kind == .unknownPlace }
        #expect((note == nil) == (candidates == nil), "\(filing.notes)")
        if let candidates { #expect(filing.area.code == nil && filing.area.candidates == candidates) }
        #expect(filing.organ?.printedNames.first == organ)
    }

    /// What was worked out for one title is not taken for another's that looks alike to the memory.
    @Test func rememberedTitlesStayApart() throws {
        let places = PlaceNames(DistrictRegistry())
        let names = KnownNames()
        for words in ["玍夬县卫生健康委员会", "+玍夬县卫生健康委员会", "平谭县教育局"] {
            for isBehindArea in [true, false] {
                for _ in 0..<2 {
                    let known = names.misprint(in: words, isBehindArea: isBehindArea, places)
                    #expect(known?.note == places.misprint(in: words, isBehindArea: isBehindArea)?.note)
                }
            }
        }
        for title in ["洛龙区教育局2023年政府信息公开工作年度报告", "第3中学2024年政府信息公开年报", "第4中学2024年政府信息公开年报", "洛龙区教育局2024年要闻"] {
            let organ = TitleReader.isTitle(title) ? TitleReader.organ(in: title) : nil
            for _ in 0..<2 { #expect(names.organ(inTitle: title.utf8Bytes) == organ) }
        }
    }

    @Test func theNameOfTheYearCounts() throws {
        #expect(try read("邢台市桥东区教育局2019年政府信息公开工作年度报告", year: 2019).area.district?.lastYear == 2019)
        #expect(try read("邢台市襄都区教育局2020年政府信息公开工作年度报告", year: 2020).area.code == "130502")
    }

    @Test func aTitleOverTwoLines() throws {
        let filing = try read("洛龙区教育局\n2024年政府信息公开工作年度报告")
        #expect(filing.organ?.name == "洛龙区教育局" && filing.year == 2024)
    }

    @Test(arguments: [
        ("洛龙区教育局2024年政府信息公开工作年度报告", [String](), 2024, EvidenceSource.title),
        ("洛龙区教育局政府信息公开工作年度报告", ["统计期限为2023年1月1日至2023年12月31日。"], 2023, .preamble),
        ("洛龙区教育局2023年政府信息公开工作年度报告", ["统计期限为 2024 年 1 月 1 日至 12 月 31 日。"], 2024, .preamble),
        ("洛龙区教育局政府信息公开工作年度报告", ["2022年，我局推进公开，2022年举办培训，2023年将继续。"], 2022, .body),
    ])
    func year(_ title: String, _ opening: [String], _ year: Int, _ source: EvidenceSource) throws {
        let filing = try read(title, opening)
        #expect(filing.year == year)
        #expect(filing.evidence.first { $0.field == .year }?.source == source)
    }

    @Test func theYearOfTheSignatureIsOneLater() throws {
        let filing = try read("洛龙区教育局政府信息公开工作年度报告", closing: ["六、其他需要报告的事项", "无。", "2025年1月20日"])
        #expect(filing.year == 2024)
    }

    @Test func theFileNameIsTheLastResort() throws {
        let filing = try read("洛龙区教育局政府信息公开工作年度报告", source: "洛龙区教育局/2022.txt")
        #expect(filing.year == 2022)
        #expect(filing.evidence.first { $0.field == .year }?.source == .fileName)
    }

    @Test func whatIsNoFilingIsSkipped() {
        for text in ["# README\nHow to use this folder.\n", "会议纪要\n2024年1月5日\n", "规章\t0\n"] {
            #expect(throws: Reader.NotRead.self) { try Reader.read(text) }
        }
    }

    /// The content of the tables tells the form; the year only where it does not.
    @Test func theFormIsThatOfTheTables() throws {
        var sheet = FilingSheet(RandomFiling.make(seed: 1, year: 2020))
        sheet.title = "洛龙区教育局2021年政府信息公开工作年度报告"
        sheet.opening = []
        let filing = try Reader.read(FilingLayout.narrow.text(sheet))
        #expect(filing.year == 2021 && filing.form == .form2019)
    }

    /// Table three alone tells it as well: the earlier form has one line for other handling.
    @Test(arguments: [(2020, FormID.form2019), (2024, .form2021)]) func theFormOfTableThreeAlone(
        _ year: Int, _ form: FormID
    ) throws {
        var sheet = FilingSheet(RandomFiling.make(seed: 1, year: year))
        sheet.title = "洛龙区教育局2021年政府信息公开工作年度报告"
        sheet.opening = []
        sheet.order = [3]
        let filing = try Reader.read(FilingLayout.narrow.text(sheet))
        #expect(filing.year == 2021 && filing.form == form)
    }

    /// Who and when side by side on one line, as covers and signatures have them.
    @Test func organAndDaySideBySide() throws {
        let cover = try read("2024年政府信息公开工作年度报告", ["填报单位：洛阳市洛龙区教育局　　　填报日期：2025年1月20日"], closing: [])
        #expect(cover.organ?.name == "洛龙区教育局" && cover.year == 2024)
        let signed = try read("", ["本年度依法公开政府信息。"], closing: ["洛阳市洛龙区教育局　　2025年1月13日"])
        #expect(signed.organ?.name == "洛龙区教育局" && signed.year == 2024)
        #expect(signed.signature?.day == 13)
    }

    /// Converters leave runs of spaces around digits.
    @Test func aTitleWithRunsOfSpaces() throws {
        let filing = try read("洛阳市洛龙区教育局   2024年政府信息公开工作年度报告")
        #expect(filing.organ?.name == "洛龙区教育局" && filing.year == 2024)
    }

    /// A list of years right above the title.
    @Test func yearsAboveATitleWithItsOwn() throws {
        let filing = try read("2023年\n2018年\n洛阳市洛龙区教育局2024年政府信息公开工作年度报告")
        #expect(filing.organ?.name == "洛龙区教育局" && filing.year == 2024)
    }
}
