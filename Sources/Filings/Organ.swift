/// Levels of government, by the administrative division an organ belongs to.
package enum AdministrativeLevel: String, CaseIterable, Sendable {
    case province, prefecture, county, functionalZone

    package var chinese: String {
        switch self {
        case .province: "省级"
        case .prefecture: "地市级"
        case .county: "县级"
        case .functionalZone: "功能区"
        }
    }
}

/// What a filing covers. A whole area is never added to the organs inside it.
package enum Coverage: String, CaseIterable, Sendable {
    /// A government's filing compiled from all organs of its area.
    case wholeArea
    /// A government office's own business only.
    case ownOffice
    /// One department.
    case oneOrgan
}

/// The organ that filed.
package struct Organ: Hashable, Sendable {
    /// The normalised name, without the names of higher areas: 洛龙区卫生健康委员会.
    package var name: String
    /// The names under which the organ appears in the document, as printed.
    package var printedNames: [String]
    /// 卫生健康, 教育, 政府 ...; nil when the name tells nothing.
    package var function: String?
    package var level: AdministrativeLevel?
    package var coverage: Coverage?

    package init(
        name: String, printedNames: [String] = [], function: String? = nil, level: AdministrativeLevel? = nil,
        coverage: Coverage? = nil
    ) {
        self.name = name
        self.printedNames = printedNames
        self.function = function
        self.level = level
        self.coverage = coverage
    }
}

/// The functions of government organs, recognised by the words of their names. The first entry that fits wins.
package enum OrganFunctions {
    package struct Entry: Sendable {
        package let function: String
        package let words: [String]
        /// The words in UTF-8.
        fileprivate let bytes: [[UInt8]]

        init(function: String, words: [String]) {
            self.function = function
            self.words = words
            bytes = words.map { Array($0.utf8) }
        }
    }

    package static let all: [Entry] = [
        Entry(function: "卫生健康", words: ["卫生健康", "卫健", "卫生和计划生育", "卫计", "卫生局"]),
        Entry(function: "教育", words: ["教育", "教体"]),
        Entry(function: "住房城乡建设", words: ["住房和城乡建设", "住房城乡建设", "住建", "住房保障"]),
        Entry(function: "自然资源", words: ["自然资源", "国土资源", "规划和自然"]),
        Entry(function: "市场监管", words: ["市场监督管理", "市场监管", "工商"]),
        Entry(function: "人力资源社会保障", words: ["人力资源和社会保障", "人社"]),
        Entry(function: "农业农村", words: ["农业农村", "农业"]),
        Entry(function: "生态环境", words: ["生态环境", "环境保护"]),
        Entry(function: "公安", words: ["公安"]),
        // 人民政府 holds 民政 too.
        Entry(function: "民政", words: ["民政局", "民政厅", "民政和", "民政部"]),
        Entry(function: "财政", words: ["财政"]),
        Entry(function: "发展改革", words: ["发展和改革", "发展改革", "发改"]),
        Entry(function: "交通运输", words: ["交通运输", "交通"]),
        Entry(function: "应急管理", words: ["应急管理", "应急"]),
        Entry(function: "文化旅游", words: ["文化和旅游", "文化广电", "文旅"]),
        Entry(function: "城市管理", words: ["城市管理", "综合行政执法", "综合执法"]),
        Entry(function: "审计", words: ["审计"]),
        Entry(function: "统计", words: ["统计"]),
        Entry(function: "水利", words: ["水利", "水务"]),
        Entry(function: "司法", words: ["司法"]),
        Entry(function: "医疗保障", words: ["医疗保障", "医保"]),
        Entry(function: "退役军人", words: ["退役军人"]),
        Entry(function: "工业和信息化", words: ["工业和信息化", "工信", "经济和信息化"]),
        Entry(function: "科技", words: ["科学技术", "科技"]),
        Entry(function: "商务", words: ["商务"]),
        Entry(function: "林业", words: ["林业"]),
        Entry(function: "税务", words: ["税务"]),
        Entry(function: "数据", words: ["数据局", "数据管理", "大数据"]),
        Entry(function: "行政审批", words: ["行政审批", "政务服务"]),
        Entry(function: "政府办公室", words: ["政府办公室", "政府办公厅"]),
        Entry(function: "街道", words: ["街道"]),
        Entry(function: "政府", words: ["人民政府", "管理委员会", "管委会", "实验区", "开发区"]),
    ]

    /// The function that the words of an organ's name tell.
    package static func function(ofOrganNamed name: String) -> String? {
        var name = name
        return name.withUTF8 { name in
            all.first { entry in entry.bytes.contains { ByteWords.holds(name, $0) } }?.function
        }
    }
}
