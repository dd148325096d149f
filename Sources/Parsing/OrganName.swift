import Filings
import Ingest

/// A name of an organ as it stands in text: a chain of areas and the organ's own words, behind the ministry's that leads it.
struct OrganName: Hashable, Sendable {
    /// 国家税务总局 of 国家税务总局洛阳市税务局; empty for nearly all.
    let ministry: String
    /// The areas in front, from the highest: 河南省, 洛阳市, 洛龙区.
    let areas: [String]
    /// The rest: 卫生健康委员会.
    let rest: String

    /// The name without higher areas, abbreviations written out: 洛龙区卫生健康委员会. That of a ministry's organ is kept.
    let normalised: String
    var printed: String { ministry + areas.joined() + rest }
    var isEmpty: Bool { areas.isEmpty && rest.isEmpty }

    init(_ text: String, places: PlaceNames) {
        self = Array(text.utf8).withUnsafeBufferPointer { bytes in
            let ministry = Self.ministries.first { ByteSearch.stands($0, at: 0, in: bytes) }?.count ?? 0
            let chain = places.chain(in: bytes, at: ministry, isName: true)
            return OrganName(bytes, from: chain.isEmpty ? 0 : ministry, chain: chain, end: bytes.count)
        }
    }

    /// Ministries whose organs in the areas bear their names.
    private static let ministries = ["国家税务总局", "国家统计局"].map(\.utf8Bytes)

    /// A name that is nothing but areas (平潭综合实验区) keeps the last as its own. Its areas start at a byte, behind the
    /// ministry if any.
    private init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, chain: [Range<Int>], end: Int) {
        func string(_ range: Range<Int>) -> String {
            String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
        }
        let ministry = Self.ministries.first { ByteSearch.stands($0, at: start - $0.count, in: text) }
        self.ministry = ministry.map { string(start - $0.count..<start) } ?? ""
        areas = chain.map(string)
        rest = string((chain.last?.upperBound ?? start)..<end)
        normalised =
            ministry == nil ? (areas.last ?? "") + Self.writtenOut(rest) : self.ministry + areas.joined() + rest
    }

    /// Whether this name without an area is short for another: its characters stand in the other's words, in order.
    func abbreviates(_ other: OrganName) -> Bool {
        var rest = other.rest.unicodeScalars[...]
        for scalar in self.rest.unicodeScalars {
            guard let at = rest.firstIndex(of: scalar) else { return false }
            rest = rest[rest.index(after: at)...]
        }
        return !self.rest.isEmpty
    }

    private static let abbreviations: [(short: String, full: String)] = [
        ("卫健委", "卫生健康委员会"), ("卫健局", "卫生健康局"), ("卫计委", "卫生和计划生育委员会"), ("卫计局", "卫生和计划生育局"),
        ("发改委", "发展和改革委员会"), ("发改局", "发展和改革局"), ("住建局", "住房和城乡建设局"), ("住建委", "住房和城乡建设委员会"),
        ("人社局", "人力资源和社会保障局"), ("市监局", "市场监督管理局"), ("市场监管局", "市场监督管理局"), ("文旅局", "文化和旅游局"),
        ("教体局", "教育体育局"), ("工信局", "工业和信息化局"), ("医保局", "医疗保障局"), ("政府办", "人民政府办公室"),
        ("政府办公室", "人民政府办公室"), ("政府", "人民政府"),
    ]

    private static let longestAbbreviation = abbreviations.map(\.short.utf8.count).max()!

    static func writtenOut(_ rest: String) -> String {
        guard rest.utf8.count <= longestAbbreviation else { return rest }
        return abbreviations.first { $0.short.utf8.elementsEqual(rest.utf8) }?.full ?? rest
    }

    /// Endings of organs' names, longest first.
    private static let endings = WordFinder([
        "人民政府办公室", "人民政府办公厅", "街道办事处", "管理委员会", "人民政府", "委员会", "办公室", "办公厅", "管委会", "实验区", "开发区",
        "卫健委", "发改委", "住建委", "卫计委", "国资委", "经信委", "教委", "中心", "大队", "支队", "分局", "局", "厅",
    ])

    /// The most characters of an organ's own words.
    private static let longest = 24

    /// Every name of an area followed by an organ's words in a paragraph; ranges are in bytes.
    /// `ofCommonAreas`: the areas looked for are those whose names are ordinary words.
    static func mentions(
        in paragraph: Prose.Paragraph, places: PlaceNames, ofCommonAreas: Bool = false
    ) -> [(name: OrganName, range: Range<Int>)] {
        paragraph.withBytes { text in
            var mentions: [(name: OrganName, range: Range<Int>)] = []
            /// Where to look on behind a name of an area at a byte, with its organ when it has one.
            func mention(at start: Int) -> Int {
                let chain = places.chain(in: text, at: start, isName: ofCommonAreas)
                guard let last = chain.last else { return start }
                guard let end = organEnd(text, from: last.upperBound) else { return last.upperBound }
                let name = OrganName(text, from: start, chain: chain, end: end)
                mentions.append((name, start - name.ministry.utf8.count..<end))
                return end
            }
            if ofCommonAreas {
                var index = 0
                while index < text.count { index = max(mention(at: index), index + UTF8Length.of(lead: text[index])) }
            } else {
                places.forEachStart(in: text, mention)
            }
            return mentions
        }
    }

    /// Whether words behind an area's name are an organ's.
    static func isOrgan(_ words: String) -> Bool {
        words.utf8Bytes.withUnsafeBufferPointer { organEnd($0, from: 0) == $0.count }
    }

    /// Where an organ's words that start here end; nil when other words follow the area.
    private static func organEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        for _ in 0..<longest {
            guard index < text.count, isIdeograph(text, at: index) else { return nil }
            if let ending = endings.word(in: text, at: index) {
                return index == start && ending == 3 ? nil : index + ending
            }
            index += 3
        }
        return nil
    }

    /// U+4E00 to U+9FFF.
    private static func isIdeograph(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        (0x4E00...0x9FFF).contains(WordFinder.character(text, at: index).0)
    }
}
