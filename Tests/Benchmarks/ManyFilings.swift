import Filings

/// Filings made up in memory: organs over seven years with figures whose sums hold, and a page of prose each.
///
/// One in fifty takes over the text of its own year before, one in two hundred that of another organ.
struct ManyFilings {
    private var random: UInt64 = 0x9e37_79b9_7f4a_7c15

    private static let functions = ["教育", "民政", "财政", "审计", "水利", "司法", "商务", "林业", "统计", "公安"]
    private static let subjects = [
        "办事指南", "财政资金", "重大项目", "年度任务", "机构职能", "执法事项", "会议决定", "应急信息", "招生就业", "政策文件", "历史文件", "公开目录", "网站栏目", "答复文书",
        "信息台账", "培训材料", "咨询电话", "查阅场所", "监督渠道", "统计数据",
    ]
    private static let verbs = [
        "逐条核对并更新", "按季度向社会公布", "分阶段予以说明", "统一编号登记", "由专人每日查看", "在首页集中展示", "与窗口保持一致", "及时标注状态", "按月对账检查", "纳入年度清单",
    ]
    private static let ends = [
        "方便群众随时查询", "责任科室逐项落实", "发现问题当日改正", "全程留存办理记录", "结果通报各个科室", "接受社会各界监督", "做到应公开尽公开", "避免重复报送情况", "提高信息准确程度",
        "减少群众来回跑动",
    ]

    static func make(_ count: Int) -> [Filing] {
        var maker = ManyFilings()
        var filings: [Filing] = []
        filings.reserveCapacity(count)
        var organ = 0
        while filings.count < count {
            filings += maker.series(organ, before: filings.last).prefix(count - filings.count)
            organ += 1
        }
        return filings
    }

    private mutating func next(_ bound: Int) -> Int {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(random >> 33) % bound
    }

    private mutating func series(_ organ: Int, before other: Filing?) -> [Filing] {
        let function = Self.functions[organ % Self.functions.count]
        let code = String(900_000 + organ / Self.functions.count % 90_000)
        let district = District(
            code: code, name: "第\(code)区", level: .county, parent: "900000", province: "某省", prefecture: "某市")
        let size = 20 + next(400)
        var filings: [Filing] = []
        for year in 2019...2025 {
            let form = FormID.prescribed(for: year)!
            var filing = Filing(
                source: "\(code)/\(function)/\(year).txt", digest: "\(organ)-\(year)", format: "text", form: form)
            filing.year = year
            filing.organ = Organ(name: "第\(code)区\(function)局", function: function, level: .county, coverage: .oneOrgan)
            filing.area = AreaIdentification(code: code, district: district)
            filing.signature = Signature(
                year: year + 1, month: 1, day: 10 + next(15), evidence: Evidence(text: "", place: nil))
            fill(&filing, form, size: size)
            let copied = next(50) == 0 ? filings.last : next(200) == 0 ? other : nil
            filing.sections = copied?.sections ?? sections(of: year)
            filings.append(filing)
        }
        return filings
    }

    /// Table two with figures of some size; table three with requests of natural persons, all granted.
    private mutating func fill(_ filing: inout Filing, _ form: FormID, size: Int) {
        func reading(_ value: Int, _ line: Int) -> Reading {
            Reading(
                .reported, value: ExactDecimal(Int64(value)), text: String(value), place: Place(line: line, column: 1))
        }
        for (line, id) in AllForms.form(form).measures.enumerated() { filing.readings[id] = reading(0, line + 10) }
        for code in ["licensing.decisions", "penalties.decisions", "coercion.decisions"] {
            filing.readings[Measures.known("proactive." + code)] = reading(size + next(size / 4 + 1), 12)
        }
        if form == .form2021 {
            filing.readings[Measures.known("proactive.fees.amount")] = reading(size + next(size), 15)
        }
        let requests = next(60)
        for key in ["received", "granted", "resolved"] {
            for column in ["naturalPerson", "total"] {
                filing.readings[Measures.known("requests.\(key).\(column)")] = reading(requests, 20)
            }
        }
    }

    private mutating func sections(of year: Int) -> [Section] {
        var number = 0
        func section(_ text: String, lines: Int) -> Section {
            number = number == 1 ? 5 : number == 5 ? 6 : 1
            let places = (0..<lines).map { Place(line: number * 30 + $0, column: 1) }
            return Section(number: number, heading: "", text: text, place: places.first, lines: places)
        }
        let published = 100 + next(900)
        let overview = "\(year)年主动公开政府信息\(published + 40)条，其中网站\(published)条，微信公众号40条。" + sentences(12)
        return [
            section(overview, lines: 1), section("一是\(sentences(2))下一步，\(sentences(2))", lines: 1),
            section(sentences(2), lines: 1),
        ]
    }

    private mutating func sentences(_ count: Int) -> String {
        (0..<count).map { _ in
            "\(Self.subjects[next(20)])\(Self.verbs[next(10)])，\(Self.subjects[next(20)])\(Self.verbs[next(10)])，\(Self.ends[next(10)])。"
        }.joined()
    }
}
